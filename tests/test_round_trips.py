"""Any graph at all, written and read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.characters import clean_text
from graph.export import csv, gexf, graphml, json, node_link, parquet
from graph.model import (
    Antecedent,
    Assertion,
    Document,
    Entity,
    EntityType,
    Evidence,
    KnowledgeGraph,
    Lawsuit,
    Position,
    Relation,
    Span,
    Value,
)
from graph.network import to_networkx
from graph.schema import load_relations
from graph.tables import Table, tabulate
from tests.loading import load_csv, load_gexf, load_graphml, load_node_link, load_parquet
from tests.test_tables import read_cell

TEXT = st.text(max_size=30)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
VALUES = st.lists(st.builds(Value, TEXT, TEXTS), max_size=2).map(tuple)
KINDS = st.sampled_from([kind for kind in EntityType if kind is not EntityType.LAWSUIT])
DATES = st.sampled_from(["", "2024", "2024-02", "2024-02-29", "soon"]) | TEXT
SURE = st.integers(0, 100).map(lambda number: number / 100)
EVIDENCE = st.builds(
    Evidence, st.sampled_from(["d1", "d2", "d9"]), SPANS, TEXT, SPANS, SPANS, SPANS, st.sampled_from(Assertion), TEXT,
    st.lists(st.builds(Antecedent, TEXT, TEXT), max_size=2).map(tuple), TEXT, SURE, DATES,
)  # fmt: skip
PLACES = st.floats(-9e5, 9e5).map(lambda value: round(value, 1) + 0.0)
# The files are read by other programs, which takes longer than Hypothesis likes to wait.
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def build_graphs(draw: st.DrawFn) -> KnowledgeGraph:
    """Draw a graph of up to four entities, two lawsuits and six edges."""
    documents = tuple(Document(f"d{number}", draw(TEXT), draw(TEXT), draw(st.none() | DATES),
                               *(draw(st.none() | TEXT) for _ in ("title", "publisher", "url")))
                      for number in (1, 2))  # fmt: skip
    entities = tuple(
        Entity(f"n{number}", draw(KINDS), draw(TEXT), draw(TEXTS), ("d1",), draw(st.integers(0, 99)), draw(TEXTS))
        for number in range(draw(st.integers(1, 4)))
    )
    lawsuits = tuple(
        Lawsuit(f"s{number}", draw(TEXT), draw(TEXTS), ("d2",), 1, *(draw(VALUES) for _ in range(5)))
        for number in range(draw(st.integers(0, 2)))
    )
    ids = [node.id for node in (*entities, *lawsuits)]
    relations = tuple(
        Relation(
            f"e{number}", draw(st.sampled_from(ids)), draw(st.sampled_from(sorted(load_relations()))),
            draw(st.sampled_from(ids)), draw(st.sampled_from(Assertion)),
            tuple(draw(st.lists(EVIDENCE, min_size=1, max_size=3))), draw(st.booleans()), draw(DATES), draw(DATES),
        )
        for number in range(draw(st.integers(0, 6)))
    )  # fmt: skip
    positions = {id_: Position(draw(PLACES), draw(PLACES)) for id_ in ids}
    return KnowledgeGraph(documents, entities, lawsuits, relations, positions)


def clean(data: dict[str, Any]) -> dict[str, Any]:
    """Return attributes as XML holds them: no forbidden character, and nothing for an empty text."""
    return {key: clean_text(value) if isinstance(value, str) else value for key, value in data.items() if value != ""}


def check_network(found: Any, wanted: nx.MultiDiGraph[str], *, rename: Callable[[str], str] = str) -> None:
    """Fail unless both have the same nodes, edges and values."""
    assert {name: clean(data) for name, data in found.nodes(data=True)} == {
        name: clean(data) for name, data in wanted.nodes(data=True)
    }
    assert set(found.edges(keys=True)) == set(wanted.edges(keys=True))
    for subject, target, key, data in found.edges(keys=True, data=True):
        kept = clean({rename(name): value for name, value in data.items()})
        assert kept == clean(wanted.edges[subject, target, key])


@SLOW
@given(graph=build_graphs())
def test_json_is_the_whole_graph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    json.write(graph, tmp_path / "graph.json")
    assert json.read(tmp_path / "graph.json") == graph


@SLOW
@given(graph=build_graphs())
def test_graphml_and_node_link_are_the_whole_network(graph: KnowledgeGraph, tmp_path: Path) -> None:
    wanted = to_networkx(graph)
    graphml.write(graph, tmp_path / "graph.graphml")
    check_network(load_graphml(tmp_path / "graph.graphml"), wanted)
    node_link.write(graph, tmp_path / "graph.node-link.json")
    check_network(load_node_link(tmp_path / "graph.node-link.json"), wanted,
                  rename=lambda name: "source" if name == "said_by" else name)  # fmt: skip


@SLOW
@given(graph=build_graphs())
def test_gexf_has_every_node_and_edge(graph: KnowledgeGraph, tmp_path: Path) -> None:
    gexf.write(graph, tmp_path / "graph.gexf")
    found = load_gexf(tmp_path / "graph.gexf")
    wanted = to_networkx(graph)
    assert {name: data["label"] for name, data in found.nodes(data=True)} == {
        name: clean_text(data["label"]) for name, data in wanted.nodes(data=True)
    }
    assert sorted(data["id"] for *_, data in found.edges(data=True)) == [relation.id for relation in graph.relations]


@SLOW
@given(graph=build_graphs())
def test_csv_and_parquet_are_all_tables(graph: KnowledgeGraph, tmp_path: Path) -> None:
    csv.write(graph, tmp_path / "graph.csv.zip")
    parquet.write(graph, tmp_path / "graph.parquet.zip")
    typed, texts = load_parquet(tmp_path / "graph.parquet.zip"), load_csv(tmp_path / "graph.csv.zip")
    for table in tabulate(graph):
        assert typed[table.name] == list_rows(table)
        assert [{name: read_cell(row[name], kind) for name, kind in table.columns.items()}
                for row in texts[table.name]] == list_rows(table)  # fmt: skip


def list_rows(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


@SLOW
@given(graph=build_graphs())
def test_the_order_of_the_parts_changes_no_graphml(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graphml.write(graph, tmp_path / "one.graphml")
    turned = replace(graph, entities=graph.entities[::-1], relations=graph.relations[::-1])
    graphml.write(turned, tmp_path / "two.graphml")
    same = (tmp_path / "one.graphml").read_bytes() == (tmp_path / "two.graphml").read_bytes()
    assert same
