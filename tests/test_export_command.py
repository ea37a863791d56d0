"""`litigraph export`: a graph that was built before, in other formats, without a model."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.cli import app
from graph.export import FORMATS
from graph.export.json import write
from graph.layout import arrange
from tests.graphs import build_harbor_graph
from tests.test_formats import GOLDEN, read_parts

WIDE = {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb"}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)], env=WIDE, prog_name="litigraph")


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    write(arrange(build_harbor_graph()), tmp_path / "case.json")
    return tmp_path / "case.json"


def test_all_formats_come_from_one_file(graph_file: Path, tmp_path: Path) -> None:
    names = [suffix[1:] for suffix in FORMATS]
    done = run(graph_file, "--format", ",".join(names[:5]), *(f"--format={name}" for name in names[5:]), "-o", tmp_path)
    assert (done.exit_code, done.exception) == (0, None)
    assert {path.name for path in tmp_path.iterdir()} == {f"case{suffix}" for suffix in FORMATS}
    assert all(f"case{suffix}" in done.stdout for suffix in FORMATS)
    for suffix in FORMATS.keys() - {".html"}:
        found, kept = read_parts(tmp_path / f"case{suffix}"), read_parts(GOLDEN / f"graph{suffix}")
        assert list(found.values()) == list(kept.values()), suffix


def test_files_stand_beside_the_graph_unless_told_otherwise(graph_file: Path, tmp_path: Path) -> None:
    assert run(graph_file, "-f", "gexf", "-q").stdout == ""
    assert run(graph_file, "-f", "GEXF", "-o", tmp_path / "new" / "folder").exit_code == 0
    same = (tmp_path / "case.gexf").read_bytes() == (tmp_path / "new" / "folder" / "case.gexf").read_bytes()
    assert same


def test_without_a_format_the_usual_files_are_written(graph_file: Path, tmp_path: Path) -> None:
    before = graph_file.read_bytes()
    assert run(graph_file).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.graphml", "case.html", "case.json"]
    assert graph_file.read_bytes() == before


def test_a_graph_without_places_gets_some(tmp_path: Path) -> None:
    write(build_harbor_graph(), tmp_path / "graph.json")
    assert run(tmp_path / "graph.json", "-f", "graphml").exit_code == 0
    same = (tmp_path / "graph.graphml").read_bytes() == (GOLDEN / "graph.graphml").read_bytes()
    assert same


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{}", ("graph.json", "format", "is None; legal: 'litigraph'", "write the file again")),
        ("Dear Sir", ("graph.json", "is not JSON")),
        (json.dumps({"format": "litigraph", "version": 99}), ("graph.json", "version", "is 99; legal: 1")),
    ],
)
def test_a_file_that_is_no_graph_is_told(content: str, words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "graph.json").write_text(content)
    done = run(tmp_path / "graph.json", "-f", "gexf")
    assert done.exit_code == 2
    assert [word for word in words if word not in done.stderr] == []
    assert [path.name for path in tmp_path.iterdir()] == ["graph.json"]


def test_a_missing_file_and_an_unknown_format_are_told(graph_file: Path, tmp_path: Path) -> None:
    done = run(tmp_path / "none.json")
    assert (done.exit_code, "none.json: cannot be read" in done.stderr) == (2, True)
    done = run(graph_file, "-f", "pdf")
    assert (done.exit_code, "pdf is not known; legal: brief.md" in done.stderr) == (2, True)


def test_a_graph_that_the_format_cannot_hold_leaves_no_file(graph_file: Path, tmp_path: Path) -> None:
    broken = replace(build_harbor_graph(), entities=build_harbor_graph().entities[1:])
    write(broken, graph_file)
    done = run(graph_file, "-f", "gexf", "-o", tmp_path / "out")
    assert (done.exit_code, "'n01' is no node" in done.stderr) == (2, True)
    assert not (tmp_path / "out").exists()
