"""CSV, Excel and Parquet read back as the tables that they were, and run nothing."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.characters import clean_text
from graph.errors import UsageError
from graph.export import csv as csv_format
from graph.export import excel, parquet
from graph.layout import arrange
from graph.model import KnowledgeGraph
from graph.network import to_networkx
from graph.tables import Table, tabulate
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph
from tests.loading import load_csv, load_excel, load_parquet

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''@x", "＝1+1", "=cmd|' /C calc'!A0")
TEXT = st.text() | st.builds("".join, st.tuples(st.sampled_from(FORMULAS), st.text()))
# XML normalizes these two, and no reader but Excel itself knows the escapes that keep them.
LINES = str.maketrans({"\r": "\n"})


def arm(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Return a graph whose people are named by formulas."""
    people = [replace(entity, label=formula) for entity, formula in zip(graph.entities, FORMULAS, strict=False)]
    return replace(graph, entities=(*people, *graph.entities[len(people) :]))


GRAPHS = {
    "harbor": build_harbor_graph(),
    "formulas": arm(build_harbor_graph()),
    "hostile": build_hostile_graph(),
    "crowd": build_crowd(120),
}


@pytest.fixture(params=GRAPHS)
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return arrange(GRAPHS[request.param])


def list_rows(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def disarm(text: str) -> str:
    """Take off the apostrophe that the CSV put before a formula."""
    return text[1:] if text.startswith("'") and csv_format.FORMULA.match(text) else text


def read_cell(text: str, kind: type) -> object:
    return text == "true" if kind is bool else kind(disarm(text) if kind is str else text)


def test_the_tables_hold_what_networkx_holds(graph: KnowledgeGraph) -> None:
    nodes, edges, *_ = tabulate(graph)
    wanted = to_networkx(graph)
    for row in list_rows(nodes):
        data = {name: clean_text(value) if isinstance(value, str) else value
                for name, value in wanted.nodes[row["id"]].items()}  # fmt: skip
        assert row.items() >= data.items()
    for row in list_rows(edges):
        data = wanted.edges[row["subject"], row["object"], row["id"]]
        assert row.items() >= {name: clean_text(v) if isinstance(v, str) else v for name, v in data.items()}.items()


def test_csv_reads_back_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    csv_format.write(graph, tmp_path / "graph.csv.zip")
    found = load_csv(tmp_path / "graph.csv.zip")
    assert list(found) == [table.name for table in tabulate(graph)]
    for table in tabulate(graph):
        rows = [{name: read_cell(row[name], kind) for name, kind in table.columns.items()} for row in found[table.name]]
        assert rows == list_rows(table)


def test_parquet_reads_back_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    parquet.write(graph, tmp_path / "graph.parquet.zip")
    assert load_parquet(tmp_path / "graph.parquet.zip") == {table.name: list_rows(table) for table in tabulate(graph)}


def test_excel_reads_back_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    excel.write(graph, tmp_path / "graph.xlsx")
    found = load_excel(tmp_path / "graph.xlsx")
    for table in tabulate(graph):
        wanted = [
            {name: value.translate(LINES) or None if isinstance(value, str) else value for name, value in row.items()}
            for row in list_rows(table)
        ]
        rows = [
            {name: value.replace("_x000D_", "\n") if isinstance(value, str) else value for name, value in row.items()}
            for row in found[table.name]
        ]
        assert rows == wanted


def test_no_cell_is_a_formula_or_a_link(tmp_path: Path) -> None:
    graph = arm(build_harbor_graph())
    excel.write(graph, tmp_path / "graph.xlsx")
    book = openpyxl.load_workbook(tmp_path / "graph.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert "=cmd|' /C calc'!A0" in {cell.value for cell in cells}
    assert "f" not in {cell.data_type for cell in cells}
    assert not any(cell.hyperlink for cell in cells)
    csv_format.write(graph, tmp_path / "graph.csv.zip")
    cells_of_text = [
        cell for rows in load_csv(tmp_path / "graph.csv.zip").values() for row in rows for cell in row.values()
    ]
    numbers = {str(value) for table in tabulate(graph) for row in table.rows for value in row
               if not isinstance(value, str)}  # fmt: skip
    assert not [cell for cell in cells_of_text if cell[:1] in set("=+-@\t\r") and cell not in numbers]


@given(TEXT)
def test_any_text_survives_csv_and_is_no_formula(text: str) -> None:
    text = clean_text(text)
    table = Table("nodes", {"label": str}, ((text,),))
    content = csv_format.write_table(table).decode("utf-8")
    ((_,), (cell,)) = csv.reader(io.StringIO(content, newline=""))
    assert disarm(cell) == text
    assert cell[:1] not in set("=+-@\t\r\n＝＋－＠")


@given(st.text(min_size=1))
def test_a_cell_of_excel_is_never_too_long(text: str) -> None:
    text = clean_text(text)
    long = text * (excel.CELL // len(text) + 1)
    cut = excel.cut_text(long)
    assert len(cut.encode("utf-16-le")) // 2 <= excel.CELL
    assert long.startswith(cut.removesuffix(excel.CUT))
    assert excel.cut_text(text) == text


def test_too_many_rows_for_excel_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(excel, "ROWS", 10)
    with pytest.raises(UsageError, match=r"nodes: 14 rows, and an Excel sheet holds 9; use --format csv\.zip"):
        excel.write(build_harbor_graph(), tmp_path / "graph.xlsx")


def test_a_lawsuit_has_its_parties_in_a_row() -> None:
    (_, _, _, lawsuits, _) = tabulate(build_harbor_graph())
    (suit, _) = list_rows(lawsuits)
    assert (suit["plaintiffs"], suit["defendants"]) == ("Ada Quill", "Bram Osei | The Harbor Gazette")
    assert (suit["judges"], suit["witnesses"]) == ("Noor Ellery", "Teo Marsh")
    assert (suit["courts"], suit["filed"]) == ("Superior Court of Calder County", "2023-03-02 | 2023-03-03")


def test_each_passage_has_a_row_with_its_words() -> None:
    (_, _, evidence, _, _) = tabulate(build_harbor_graph())
    (denied,) = [row for row in list_rows(evidence) if (row["edge"], row["number"]) == ("e20", 2)]
    assert (denied["subject"], denied["cue"], denied["object"]) == ("the novelist", "denied", "Osei")
    assert (denied["assertion"], denied["source"], denied["counted"]) == ("denied", "Bram Osei", True)
    assert denied["antecedents"] == "the novelist → Ada Quill"
    assert len(evidence.rows) == sum(len(relation.evidence) for relation in build_harbor_graph().relations)
