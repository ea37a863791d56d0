"""A ZIP of CSV tables (RFC 4180): nodes, edges, evidence, lawsuits and documents, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from graph.archive import write_archive
from graph.model import KnowledgeGraph
from graph.notice import NOTICE
from graph.tables import Cell, Table, tabulate

SUFFIX = ".csv.zip"

# What spreadsheets take for a formula (https://owasp.org/www-community/attacks/CSV_Injection), behind any apostrophes:
# one more apostrophe makes it text, and one less gives back exactly what it was.
FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def guard_cell(value: Cell) -> Cell:
    """Return a cell that no spreadsheet runs: text that looks like a formula gets an apostrophe in front."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def write_table(table: Table) -> bytes:
    """Return a table as CSV in UTF-8 with a header line; every text is quoted, no number is."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([guard_cell(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8")


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write a ZIP with nodes.csv, edges.csv, evidence.csv, lawsuits.csv, documents.csv and the notice."""
    tables = [(f"{table.name}.csv", write_table(table)) for table in tabulate(graph)]
    write_archive(path, [*tables, ("NOTICE.txt", f"{NOTICE}\n".encode())])
