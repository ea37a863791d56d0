"""Joins what the documents mention into the things that they mention: entities by name, lawsuits by their parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Entity, Extraction, Node
from graph.resolve.block import ChainKey
from graph.resolve.entities import resolve_entities
from graph.resolve.kinship import resolve_kin
from graph.resolve.lawsuits import Docket, resolve_lawsuits
from graph.resolve.surnames import retype_surnames

__all__ = ["ChainKey", "Docket", "Resolution", "resolve", "resolve_entities", "resolve_lawsuits"]


@dataclass(frozen=True)
class Resolution:
    """The nodes of all documents and which of them each chain means; a chain that means none is absent."""

    entities: tuple[Entity, ...]
    docket: Docket
    nodes: Mapping[ChainKey, str]

    def each_node(self) -> Iterator[Node]:
        """Yield the entities, then the lawsuits."""
        yield from self.entities
        yield from self.docket.lawsuits


def resolve(extractions: Sequence[Extraction]) -> Resolution:
    """Return the entities and lawsuits of documents with distinct ids, the same in any order of the documents."""
    extractions = retype_surnames(extractions)
    entities, nodes = resolve_entities(extractions)
    nodes = {**nodes, **resolve_kin(extractions, nodes)}
    docket = resolve_lawsuits(extractions, entities, nodes)
    return Resolution(entities, docket, {**nodes, **docket.nodes})
