"""Joins what the documents mention into the things that they mention: entities by name, lawsuits by their parties."""

from __future__ import annotations

from collections.abc import Sequence

from graph.corrections import NOTHING, Corrections
from graph.model import Extraction
from graph.resolve.block import ChainKey, read_profiles
from graph.resolve.cluster import JoinPeople, join_full_names
from graph.resolve.correct import correct
from graph.resolve.entities import resolve_entities, resolve_profiles
from graph.resolve.kinship import resolve_kin
from graph.resolve.lawsuits import Docket, resolve_lawsuits
from graph.resolve.resolution import Resolution
from graph.resolve.surnames import retype_surnames

__all__ = ["ChainKey", "Docket", "Resolution", "resolve", "resolve_entities", "resolve_lawsuits"]


def resolve(
    extractions: Sequence[Extraction],
    corrections: Corrections = NOTHING,
    *,
    join_people: JoinPeople = join_full_names,
) -> Resolution:
    """Return the entities and lawsuits of documents with distinct ids, the same in any order of the documents.

    The user's corrections point to nodes as they are without any, so that their order changes nothing, either.
    """
    extractions = retype_surnames(extractions)
    profiles = read_profiles(extractions)
    entities, nodes = resolve_profiles(profiles, join_people=join_people)
    nodes = {**nodes, **resolve_kin(extractions, nodes)}
    docket = resolve_lawsuits(extractions, entities, nodes)
    resolution = Resolution(entities, docket, {**nodes, **docket.nodes}, profiles=profiles)
    return correct(extractions, resolution, corrections) if corrections else resolution
