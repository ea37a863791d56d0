"""What every format promises: all nodes and edges, the same bytes, and no harm from any text."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import openpyxl
import pyarrow.parquet
import pytest

from graph.errors import UsageError
from graph.export import DEFAULTS, FORMATS, choose_formats
from graph.export.excel import CELL
from graph.extras import PACKAGES
from graph.layout import arrange
from graph.model import KnowledgeGraph, Lawsuit
from graph.report import HOW_TO_OPEN
from tests.gold import ROOT
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph
from tests.large_graphs import LONG, build_large_graph, build_long_graph
from tests.loading import COUNTERS, FAST_COUNTERS, load_csv, load_excel, load_parquet

GOLDEN = ROOT / "tests" / "golden"
EMPTY = KnowledgeGraph((), (), (), ())
# A brief is for people: nothing in it is a node or an edge.
COUNTED = sorted(FORMATS.keys() - {".brief.md"})
# The page has tests of its own, and outputs/ keeps one.
KEPT = sorted(FORMATS.keys() - {".html"})
GRAPHS = {
    "harbor": arrange(build_harbor_graph()),
    "hostile": arrange(build_hostile_graph()),
    "crowd": arrange(build_crowd(120)),
    "long": build_long_graph(),
    "empty": EMPTY,
}


def read_parts(path: Path) -> Mapping[str, object]:
    """Return what a file holds: bytes, but of packed files the parts, whose packing depends on the library."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    if is_zipfile(path):
        with ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return {
            name: pyarrow.parquet.read_table(io.BytesIO(part)) if name.endswith(".parquet") else part
            for name, part in parts.items()
        }
    return {path.name: path.read_bytes()}


@pytest.mark.parametrize("suffix", KEPT)
def test_every_format_is_as_its_golden_file(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix}"
    FORMATS[suffix].write(GRAPHS["harbor"], path)
    found, kept = read_parts(path), read_parts(GOLDEN / path.name)
    assert list(found) == list(kept)
    # Names alone: to show how two long files differ takes minutes.
    assert [name for name in kept if found[name] != kept[name]] == [], (
        "look at what changed; python -m tests.write_golden writes the golden files again"
    )


def test_there_is_no_other_golden_file() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"graph{suffix}" for suffix in KEPT}


def test_formats_are_found_by_their_suffix() -> None:
    assert set(DEFAULTS) < set(FORMATS)
    assert list(FORMATS) == sorted(FORMATS)
    assert all(suffix == module.SUFFIX for suffix, module in FORMATS.items())


def test_every_format_is_counted_and_explained() -> None:
    assert sorted(COUNTERS) == COUNTED
    assert HOW_TO_OPEN.keys() == FORMATS.keys()


@pytest.mark.parametrize("suffix", COUNTED)
@pytest.mark.parametrize("name", GRAPHS)
def test_every_format_holds_all_nodes_and_edges(name: str, suffix: str, tmp_path: Path) -> None:
    graph = GRAPHS[name]
    FORMATS[suffix].write(graph, tmp_path / f"graph{suffix}")
    assert COUNTERS[suffix](tmp_path / f"graph{suffix}") == (len(graph.nodes), len(graph.relations))


@pytest.fixture(scope="module")
def large_graph() -> KnowledgeGraph:
    return build_large_graph(edges=50_000)


@pytest.mark.parametrize("suffix", sorted(set(COUNTED) - {".html"}))
def test_every_format_holds_fifty_thousand_edges(suffix: str, large_graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix}"
    FORMATS[suffix].write(large_graph, path)
    assert FAST_COUNTERS[suffix](path) == (len(large_graph.nodes), 50_000)
    # pytest keeps the folders of its last runs.
    path.unlink()


# These two keep the order of the graph's parts, which a build sorts.
@pytest.mark.parametrize("suffix", sorted(FORMATS.keys() - {".html", ".json"}))
def test_the_same_graph_gives_the_same_bytes_in_any_order(suffix: str, tmp_path: Path) -> None:
    graph = GRAPHS["harbor"]
    parts = (graph.documents[::-1], graph.entities[::-1], graph.lawsuits[::-1], graph.relations[::-1])
    FORMATS[suffix].write(graph, tmp_path / f"one{suffix}")
    FORMATS[suffix].write(KnowledgeGraph(*parts, graph.positions), tmp_path / f"two{suffix}")
    same = (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()
    assert same


def test_no_hash_of_a_run_stands_in_a_file(tmp_path: Path) -> None:
    FORMATS[".json"].write(GRAPHS["harbor"], tmp_path / "graph.json")
    names = ",".join(suffix[1:] for suffix in FORMATS)
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "graph", "export", tmp_path / "graph.json", "-f", names, "-o", tmp_path / seed]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()} for seed in ("1", "2"))
    assert len(one) == len(FORMATS)
    assert [name for name in one if one[name] != two[name]] == []


@pytest.mark.parametrize("suffix", [".csv.zip", ".neo4j.zip", ".parquet.zip", ".xlsx"])
def test_no_clock_s_time_is_packed(suffix: str, tmp_path: Path) -> None:
    FORMATS[suffix].write(GRAPHS["harbor"], tmp_path / f"graph{suffix}")
    with ZipFile(tmp_path / f"graph{suffix}") as archive:
        assert {entry.date_time[:2] for entry in archive.infolist()} == {(1980, 1)}
        texts = [archive.read(name) for name in archive.namelist() if name == "docProps/core.xml"]
    assert all(b"1980-01-01T00:00:00Z" in text and text.count(b"Z<") == 2 for text in texts)


def test_a_megabyte_of_evidence_is_whole_but_in_excel(tmp_path: Path) -> None:
    for suffix in (".csv.zip", ".parquet.zip", ".xlsx"):
        FORMATS[suffix].write(build_long_graph(), tmp_path / f"graph{suffix}")
    assert load_csv(tmp_path / "graph.csv.zip")["evidence"][0]["text"] == LONG
    assert load_parquet(tmp_path / "graph.parquet.zip")["evidence"][0]["text"] == LONG
    cut = load_excel(tmp_path / "graph.xlsx")["evidence"][0]["text"]
    assert len(cut) == CELL
    assert cut.endswith("(cut: a cell holds no more)")
    assert LONG.startswith(cut.partition("… (")[0])


@pytest.mark.parametrize("suffix", COUNTED)
def test_a_lone_lawsuit_is_enough(suffix: str, tmp_path: Path) -> None:
    graph = KnowledgeGraph((), (), (Lawsuit("n1", "A v. B", (), (), 1),), ())
    FORMATS[suffix].write(graph, tmp_path / f"graph{suffix}")
    assert COUNTERS[suffix](tmp_path / f"graph{suffix}") == (1, 0)


def test_formats_are_chosen_by_name() -> None:
    assert choose_formats([]) == DEFAULTS == (".graphml", ".html", ".json")
    assert choose_formats(["xlsx, GEXF", ".brief.md", "gexf"]) == (".brief.md", ".gexf", ".xlsx")


@pytest.mark.parametrize("name", ["pdf", "", "gexf,,ttl", "zip"])
def test_an_unknown_format_is_told_with_the_legal_ones(name: str) -> None:
    with pytest.raises(UsageError, match=r"is not known; legal: brief\.md, csv\.zip, .*xlsx"):
        choose_formats([name])


@pytest.mark.parametrize(("suffix", "extra"), [(".xlsx", "excel"), (".parquet.zip", "parquet")])
def test_a_missing_package_is_told_with_its_extra(
    suffix: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PACKAGES, extra, ("a_package_that_nobody_has",))
    for attempt in (lambda: choose_formats([suffix]), lambda: FORMATS[suffix].write(EMPTY, tmp_path / "graph")):
        with pytest.raises(UsageError, match=rf"a_package_that_nobody_has.*pip install 'litigraph\[{extra}\]'"):
            attempt()
    assert not (tmp_path / "graph").exists()
