"""Days from partial dates, and when a node or an edge is there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.model import Document, KnowledgeGraph, Relation
from graph.timeline import Spell, find_days, find_spells, place_in_time
from tests.graphs import build_harbor_graph

GRAPH = build_harbor_graph()
DOCUMENTS = {document.id: document for document in GRAPH.documents}


def find_relation(key: str, **changes: str) -> Relation:
    return replace(next(relation for relation in GRAPH.relations if relation.id == key), **changes)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-02-29", ("2024-02-29", "2024-02-29")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-02-29", None),
        ("2023-13", None),
        ("0000", None),
        ("2024-2-9", None),
        ("٢٠٢٤", None),
        ("2024-02-29\n", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_partial_dates_are_full_days(text: str | None, days: tuple[str, str] | None) -> None:
    assert find_days(text) == (Spell(*days) if days else None)


@pytest.mark.parametrize(
    ("key", "changes", "spells"),
    [
        # A party stays one from the first report on.
        ("e01", {}, [("2023-03-04", "")]),
        ("e01", {"start": "2023-03-02"}, [("2023-03-02", "")]),
        ("e01", {"start": "2023-03"}, [("2023-03-01", "")]),
        ("e22", {"start": "2010", "end": "2015-04"}, [("2010-01-01", "2015-04-30")]),
        # A word of praise is spoken on a day; without one, it is there whenever an article reports it.
        ("e33", {}, [("2023-06-18", "2023-06-18")]),
        ("e33", {"start": "2023-05-01"}, [("2023-05-01", "2023-05-01")]),
        ("e33", {"start": "2023-05"}, [("2023-05-01", "2023-05-31")]),
        ("e33", {"start": "2023-05-01", "end": "2023-06-02"}, [("2023-05-01", "2023-06-02")]),
        ("e33", {"start": "2023-06-02", "end": "2023-05-01"}, [("2023-05-01", "2023-06-02")]),
        ("e33", {"start": "long ago"}, [("2023-06-18", "2023-06-18")]),
        # Two articles.
        ("e22", {}, [("2023-03-04", "")]),
    ],
)
def test_an_edge_is_there_in_its_spells(key: str, changes: dict[str, str], spells: list[tuple[str, str]]) -> None:
    assert find_spells(find_relation(key, **changes), DOCUMENTS) == tuple(Spell(*spell) for spell in spells)


def test_an_event_that_two_articles_report_has_two_days() -> None:
    relation = find_relation("e26")
    told = replace(relation.evidence[0], document="d1")
    found = find_spells(replace(relation, evidence=(*relation.evidence, told)), DOCUMENTS)
    assert found == (Spell("2023-03-04", "2023-03-04"), Spell("2024-01-11", "2024-01-11"))


def test_without_any_date_there_is_no_spell() -> None:
    undated = {key: Document(key, document.path, document.text) for key, document in DOCUMENTS.items()}
    assert find_spells(find_relation("e01"), undated) == ()
    assert find_spells(find_relation("e01"), {}) == ()


def test_a_node_is_there_from_the_first_thing_told_of_it_on() -> None:
    spells = place_in_time(GRAPH)
    assert spells["n20"] == (Spell("2023-03-02"),)
    assert spells["n05"] == (Spell("2023-06-18"),)
    assert spells.keys() == {item.id for item in (*GRAPH.nodes, *GRAPH.relations)}
    lonely = KnowledgeGraph((), GRAPH.entities[:1], (), ())
    assert place_in_time(lonely) == {"n01": ()}


def test_no_edge_is_there_before_its_ends() -> None:
    spells = place_in_time(GRAPH)
    for relation in GRAPH.relations:
        starts = [spell.start for spell in spells[relation.id]]
        assert all(spells[node][0].start <= min(starts) for node in (relation.subject, relation.object))
