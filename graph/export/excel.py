"""An Excel workbook with a sheet for nodes, edges, evidence, lawsuits and documents; no cell is a formula or a link."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from graph.errors import UsageError
from graph.extras import require_extra
from graph.model import KnowledgeGraph
from graph.notice import NOTICE
from graph.tables import Cell, Table, tabulate

SUFFIX = ".xlsx"
EXTRA = "excel"

# Excel's own limits. UTF-16 units count, of which no character takes more than two.
ROWS, CELL = 1_048_576, 32_767
CUT = "… (cut: a cell holds no more)"
# The clock's time would change the bytes.
CREATED = datetime(1980, 1, 1)
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDTHS = {"label": 32, "aliases": 32, "evidence": 80, "text": 80, "path": 32, "paths": 32, "title": 40}


def cut_text(text: str) -> str:
    """Return text that fits into a cell, with a remark where some is cut off."""
    units = len(text.encode("utf-16-le", "replace")) // 2
    if units <= CELL:
        return text
    kept = text.encode("utf-16-le", "replace")[: 2 * (CELL - len(CUT))]
    return kept.decode("utf-16-le", "ignore") + CUT


def write_sheet(book: Any, table: Table) -> None:
    """Add a table to the book with a frozen header line and filters; UsageError where it has too many rows."""
    if len(table.rows) >= ROWS:
        raise UsageError(
            f"{table.name}: {len(table.rows):,} rows, and an Excel sheet holds {ROWS - 1:,}; use --format csv.zip"
        )
    sheet = book.add_worksheet(table.name)
    bold = book.add_format({"bold": True})
    for column, name in enumerate(table.columns):
        sheet.set_column(column, column, WIDTHS.get(name, 14))
        sheet.write_string(0, column, name, bold)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            write_cell(sheet, number, column, cell)


def write_cell(sheet: Any, row: int, column: int, cell: Cell) -> None:
    """Write one cell with its own type; text is never parsed, and an empty one is no cell."""
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, str):
        if cell:
            sheet.write_string(row, column, cut_text(cell))
    else:
        sheet.write_number(row, column, cell)


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the workbook; UsageError where XlsxWriter is missing or a table is too long for Excel."""
    require_extra(EXTRA, SUFFIX)
    import xlsxwriter

    # A path of several dots would confuse the library, which only wants to know where to write.
    with path.open("wb") as file:
        book = xlsxwriter.Workbook(file, OPTIONS)
        book.set_properties({"title": "litigraph", "comments": NOTICE, "created": CREATED})
        for table in tabulate(graph):
            write_sheet(book, table)
        book.add_worksheet("notice").write_string(0, 0, NOTICE)
        book.close()
