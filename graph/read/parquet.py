"""Read Parquet: one article a row, its fields told by the names of the columns."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from graph.errors import InputError, UsageError
from graph.extras import require_extra
from graph.read.fields import fold_name
from graph.read.records import Record, explain_names, read_records
from graph.read.source import Found, Source

SUFFIXES = (".parquet",)
SIZE_LIMIT = "file_size"

BATCH_SIZE = 50
"""How many rows are unpacked at once."""


def read(source: Source) -> Iterator[Found]:
    """Yield the article of each row, and an error for each that has none.

    Raises InputError where pyarrow is not installed, the file is broken, or no column is the text.
    """
    try:
        require_extra("parquet", source.suffix)
    except UsageError as problem:
        raise InputError(source.shown, str(problem)) from problem
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        file = ParquetFile(io.BytesIO(source.data))
        wanted = {name for names in source.names.values() for name in names}
        names = [name for name in file.schema_arrow.names if fold_name(name) in wanted]
        if not set(source.names["text"]) & set(map(fold_name, names)):
            raise InputError(source.shown, explain_names(file.schema_arrow.names))
        yield from read_records(_number(_list_records(file, names, source), source.shown), source.names)
    except (ArrowException, OSError) as problem:
        raise InputError(source.shown, f"is no Parquet ({str(problem)[:100]}); write it again") from problem


def _list_records(file: Any, names: list[str], source: Source) -> Iterator[Record]:
    # A few rows at a time: a text that stands in thousands of rows is stored once.
    for batch in file.iter_batches(columns=names, batch_size=BATCH_SIZE):
        source.spend(batch.nbytes, shown=source.shown)
        yield from batch.to_pylist()


def _number(records: Iterator[Record], shown: str) -> Iterator[tuple[str, Record]]:
    for number, record in enumerate(records, 1):
        yield f"{shown}#{number}", record
