"""Neo4j's two ways in: typed CSV, and a script out of which no text breaks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export import cypher, neo4j
from graph.layout import arrange
from graph.model import KnowledgeGraph
from graph.tables import tabulate_network
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph
from tests.large_graphs import build_long_graph
from tests.loading import load_csv

GRAPHS = {
    "harbor": build_harbor_graph(),
    "hostile": build_hostile_graph(),
    "crowd": build_crowd(240),
    "long": build_long_graph(),
}
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.S)
WORDS = {"true": True, "false": False}
VALUES = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
TOKEN = re.compile(
    r'"(?P<text>(?:[^"\\]|\\.)*)"|(?P<number>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?P<word>\w+)|(?P<sign>[{}\[\]():,;+=.>`-])'
    r"|//[^\n]*|\s+",
    re.S,
)


@pytest.fixture(params=GRAPHS)
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return arrange(GRAPHS[request.param])


def replace_escapes(script: str) -> str:
    """Do what some versions of Neo4j do before anything else: replace each \\uXXXX, wherever it stands."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), script)


def read_text(content: str) -> str:
    return ESCAPE.sub(lambda found: VALUES[found[1]], content)


def list_tokens(script: str) -> list[Any]:
    """Cut a script into strings, numbers and signs; adjacent strings that are joined with + are one."""
    tokens: list[Any] = []
    place = 0
    while place < len(script):
        found = TOKEN.match(script, place)
        assert found, script[place : place + 80]
        place = found.end()
        if found["text"] is not None:
            if tokens[-1:] == ["+"] and isinstance(tokens[-2], tuple):
                tokens[-2:] = [(tokens[-2][0] + read_text(found["text"]),)]
            else:
                tokens.append((read_text(found["text"]),))
        elif found["number"] is not None:
            tokens.append(float(found["number"]))
        elif kept := found["word"] or found["sign"]:
            tokens.append(kept)
    return tokens


def read_maps(script: str) -> list[dict[str, object]]:
    """Return the rows of a script: the maps between UNWIND [ and ]."""
    rows: list[dict[str, object]] = []
    tokens = iter(list_tokens(script))
    for token in tokens:
        if token == "UNWIND":
            assert next(tokens) == "["
            while next(tokens) == "{":
                row: dict[str, object] = {}
                while True:
                    key, colon, value, end = (next(tokens) for _ in range(4))
                    assert colon == ":"
                    row[key] = (
                        value[0] if isinstance(value, tuple) else {"true": True, "false": False}.get(value, value)
                    )
                    if end == "}":
                        break
                rows.append(row)
                if next(tokens) == "]":
                    break
    return rows


@pytest.mark.parametrize("prepare", [str, replace_escapes])
def test_the_script_holds_every_value_in_both_readings(graph: KnowledgeGraph, prepare: Any, tmp_path: Path) -> None:
    cypher.write(graph, tmp_path / "graph.cypher")
    rows = read_maps(prepare((tmp_path / "graph.cypher").read_text(encoding="utf-8")))
    wanted = [
        {name: cell for name, cell in zip(table.columns, row, strict=True) if cell != ""}
        for table in tabulate_network(graph)
        for row in table.rows
    ]
    assert sorted(rows, key=lambda row: str(row["id"])) == sorted(wanted, key=lambda row: str(row["id"]))


def test_the_script_says_nothing_but_what_it_should(graph: KnowledgeGraph, tmp_path: Path) -> None:
    cypher.write(graph, tmp_path / "graph.cypher")
    tokens = list_tokens((tmp_path / "graph.cypher").read_text(encoding="utf-8"))
    verbs = {token for token in tokens if isinstance(token, str) and token.isupper() and len(token) > 3}
    types = {neo4j.name_type(relation.relation) for relation in graph.relations}
    assert verbs <= {"CREATE", "CONSTRAINT", "EXISTS", "REQUIRE", "UNIQUE", "UNWIND", "MERGE", "MATCH"} | types
    assert tokens.count("CREATE") == 1


BACKSLASHES = st.text(alphabet=st.sampled_from(list("\\u0022U'\"\n{}; ab")), max_size=24)


@pytest.mark.parametrize("prepare", [str, replace_escapes])
@given(text=BACKSLASHES | st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_any_text_is_one_literal(prepare: Any, text: str) -> None:
    (found,) = list_tokens(prepare(cypher.quote_literal(text)))
    assert found == (text,)


def test_csv_for_the_import_is_typed_and_verbatim(graph: KnowledgeGraph, tmp_path: Path) -> None:
    neo4j.write(graph, tmp_path / "graph.neo4j.zip")
    found = load_csv(tmp_path / "graph.neo4j.zip")
    nodes, edges = tabulate_network(graph)
    assert list(found["nodes"][0])[:2] == ["id:ID", "label:string"]
    assert list(found["relationships"][0])[:3] == ["id:string", ":START_ID", ":END_ID"]
    for rows, table, last in ((found["nodes"], nodes, ":LABEL"), (found["relationships"], edges, ":TYPE")):
        kinds = dict(zip(list(rows[0])[:-1], table.columns.values(), strict=True))
        for row, wanted in zip(rows, table.rows, strict=True):
            cells = tuple(row[name] == "true" if kind is bool else kind(row[name]) for name, kind in kinds.items())
            assert cells == wanted
            assert re.fullmatch(r"Entity;\w+|[A-Z_]+", row[last])
    ids = {row["id:ID"] for row in found["nodes"]}
    assert {row[end] for row in found["relationships"] for end in (":START_ID", ":END_ID")} <= ids
