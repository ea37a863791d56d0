"""JSON that reads back as the same graph, or says where it does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.export.json import PIECES, VERSION, encode, read, write
from graph.layout import arrange
from graph.model import Document, KnowledgeGraph, Position
from graph.notice import NOTICE
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph

EMPTY = KnowledgeGraph((), (), (), ())


@pytest.mark.parametrize("graph", [build_harbor_graph(), build_hostile_graph(), build_crowd(90), EMPTY])
def test_a_graph_reads_back_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph = arrange(graph)
    write(graph, tmp_path / "graph.json")
    assert read(tmp_path / "graph.json") == graph


def test_a_graph_without_positions_reads_back_the_same(tmp_path: Path) -> None:
    write(build_harbor_graph(), tmp_path / "graph.json")
    assert read(tmp_path / "graph.json") == build_harbor_graph()


def test_the_file_is_sorted_and_says_what_it_repeats(tmp_path: Path) -> None:
    write(build_harbor_graph(), tmp_path / "graph.json")
    content = json.loads((tmp_path / "graph.json").read_bytes())
    assert list(content) == sorted(content)
    assert "real people" in content["notice"]
    assert (content["format"], content["version"]) == ("litigraph", 1)


def test_equal_positions_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    graph = arrange(build_harbor_graph())
    write(graph, tmp_path / "one.json")
    write(replace(graph, positions=dict(sorted(graph.positions.items(), reverse=True))), tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


@pytest.mark.parametrize("count", [1, PIECES, PIECES + 1])
def test_a_file_in_pieces_is_one_text(count: int, tmp_path: Path) -> None:
    """The standard library's writer of JSON is the measure."""
    documents = tuple(
        Document(f"d{number:05}", "a.txt", 'One "line"\n\tand another / \x01 \x7f \u2028 é 😀')
        for number in range(count)
    )
    graph = replace(arrange(build_harbor_graph()), documents=documents)
    graph = replace(graph, positions={f"n{number}": Position(number, -0.0) for number in range(count)})
    write(graph, tmp_path / "graph.json")
    parts = {part.name: encode(getattr(graph, part.name)) for part in fields(graph)}
    content = {"format": "litigraph", "version": VERSION, "notice": NOTICE, **parts}
    expected = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert (tmp_path / "graph.json").read_text(encoding="utf-8") == expected


def test_half_a_surrogate_pair_is_written_as_an_escape(tmp_path: Path) -> None:
    document = Document("d1", "a.txt", "half \ud83d of a pair and é")
    graph = KnowledgeGraph((document,), (), (), ())
    write(graph, tmp_path / "graph.json")
    assert "half \\ud83d of a pair and é" in (tmp_path / "graph.json").read_text(encoding="utf-8")
    assert read(tmp_path / "graph.json") == graph


def damage(*keys: str | int, value: object) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        place: Any = content
        for key in keys[:-1]:
            place = place[key]
        place[keys[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (damage("version", value=2), "version: is 2; legal: 1"),
        (damage("format", value="other"), "format: is 'other'; legal: 'litigraph'"),
        (damage("relations", 3, "assertion", value="maybe"), "relations[3].assertion: 'maybe' is not legal"),
        (
            damage("relations", 0, "evidence", 0, "span", "start", value="4"),
            "relations[0].evidence[0].span.start: is str",
        ),
        (damage("relations", 1, "object", value="n99"), "relations[1].object: 'n99' is no node"),
        (damage("lawsuits", 1, "id", value="n20"), "lawsuits[1].id: 'n20' stands twice"),
        (damage("relations", 2, "id", value="n01"), "relations[2].id: 'n01' stands twice"),
        (damage("relations", 2, "assertion", value=["asserted"]), "relations[2].assertion: ['asserted'] is not legal"),
        (damage("entities", 2, "mentions", value=True), "entities[2].mentions: is bool"),
        (damage("entities", 0, "extra", value=1), "entities[0]: keys extra are missing or unknown"),
        (damage("documents", value={}), "documents: is dict; legal: a list"),
        (damage("positions", value=[]), "positions: is list; legal: an object"),
        (lambda content: content.pop("lawsuits"), "lawsuits: is missing"),
    ],
)
def test_a_fault_names_the_file_and_the_key(
    change: Callable[[dict[str, Any]], None], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "graph.json"
    write(arrange(build_harbor_graph()), path)
    content = json.loads(path.read_bytes())
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read(path)
    assert str(path) in str(caught.value)
    assert words in str(caught.value)
    assert "write the file again" in str(caught.value)


def test_a_file_that_is_older_than_the_publisher_is_read(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    write(build_harbor_graph(), path)
    content = json.loads(path.read_bytes())
    for document in content["documents"]:
        del document["publisher"], document["url"]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert {(document.publisher, document.url) for document in read(path).documents} == {(None, None)}


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b'"text"', b"[" * 100_000])
def test_a_file_of_another_kind_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "graph.json").write_bytes(content)
    with pytest.raises(InputError, match="litigraph"):
        read(tmp_path / "graph.json")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.json: cannot be read"):
        read(tmp_path / "none.json")
