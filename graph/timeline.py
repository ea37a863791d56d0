"""When things happened: days from partial dates, the spells of nodes and edges, and the events of a dispute."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.model import Document, KnowledgeGraph, Lawsuit, Relation
from graph.schema import is_event

PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """A time in which something is there: ISO days, both of them part of it; no `end` means that it goes on."""

    start: str
    end: str = ""


def find_days(text: str | None) -> Spell | None:
    """Return the first and the last day of an ISO day, month or year; None for anything else."""
    found = PARTIAL.fullmatch(text or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return Spell(first.isoformat(), last.isoformat())


def find_spells(relation: Relation, documents: Mapping[str, Document]) -> tuple[Spell, ...]:
    """Return when an edge is there, sorted; empty where neither the event nor an article has a date.

    The event's own dates come first, the publication dates of the articles stand in for them. Without a known end
    a state goes on from its first day, and an event is on its day or, if undated, on each day that reports it.
    """
    happens = is_event(relation.relation)
    start, end = find_days(relation.start), find_days(relation.end)
    if start and end:
        return (Spell(min(start.start, end.start), max(start.end, end.end)),)
    if start:
        return (start if happens else Spell(start.start),)
    published = {found for id_ in relation.documents if (found := find_days(_find_published(documents.get(id_))))}
    days = sorted(published)
    return tuple(days) if happens else tuple(Spell(day.start) for day in days[:1])


def place_in_time(graph: KnowledgeGraph) -> dict[str, tuple[Spell, ...]]:
    """Return the spells of all nodes and edges by their ids; a node is there from the first thing told of it on."""
    documents = {document.id: document for document in graph.documents}
    spells = {relation.id: find_spells(relation, documents) for relation in graph.relations}
    starts: dict[str, set[str]] = {node.id: set() for node in graph.nodes}
    for relation in graph.relations:
        for end in (relation.subject, relation.object):
            starts[end].update(spell.start for spell in spells[relation.id])
    for node in graph.nodes:
        dates = [_find_published(documents.get(id_)) for id_ in node.documents]
        dates += [value.text for value in node.filed] if isinstance(node, Lawsuit) else []
        starts[node.id].update(days.start for text in dates if (days := find_days(text)))
        spells[node.id] = (Spell(min(starts[node.id])),) if starts[node.id] else ()
    return spells


def _find_published(document: Document | None) -> str | None:
    return document.published if document else None
