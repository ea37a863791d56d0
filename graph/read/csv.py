"""Read CSV and TSV: one article a row, its fields told by the names in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from graph.errors import InputError
from graph.read.encoding import decode_text
from graph.read.fields import fold_name
from graph.read.records import Record, explain_names, read_records
from graph.read.source import Found, Source

SUFFIXES = (".csv", ".tsv")
SIZE_LIMIT = "file_size"

_SEPARATORS = ",;\t|"


def read(source: Source) -> Iterator[Found]:
    """Yield the article of each row, and an error for each that has none; InputError where no column is the text."""
    text = decode_text(source.data, shown=source.shown)
    separator = _find_separator(text)
    if (values := text.count(separator) + text.count("\n") + text.count("\r")) > source.limits.file_values:
        raise InputError(source.shown, source.limits.refuse("file_values", values, "values", remedy="split it"))
    before = csv.field_size_limit(max(len(text), 1))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as problem:
        raise InputError(source.shown, f"is no CSV ({problem}); save it again as CSV in UTF-8") from problem
    finally:
        csv.field_size_limit(before)
    head, *rest = rows or [[]]
    if not set(source.names["text"]) & set(map(fold_name, head)):
        raise InputError(source.shown, explain_names(head))
    yield from read_records(_name_rows(head, rest, source.shown), source.names)


def _find_separator(text: str) -> str:
    head = text.partition("\n")[0]
    return max(_SEPARATORS, key=lambda sign: (head.count(sign), -_SEPARATORS.index(sign)))


def _name_rows(head: Sequence[str], rows: Sequence[Sequence[str]], shown: str) -> Iterator[tuple[str, Record]]:
    # The row's number as a spreadsheet shows it: the names stand in the first.
    for number, row in enumerate(rows, 2):
        if any(cell.strip() for cell in row):
            yield f"{shown}#{number}", dict(zip(head, row, strict=False))
