"""A ZIP of typed Parquet tables: nodes, edges, evidence, lawsuits and documents."""

from __future__ import annotations

import io
from pathlib import Path

from graph.archive import write_archive
from graph.extras import require_extra
from graph.model import KnowledgeGraph
from graph.notice import NOTICE
from graph.tables import Table, tabulate

SUFFIX = ".parquet.zip"
EXTRA = "parquet"


def write_table(table: Table) -> bytes:
    """Return a table as one Parquet file whose metadata hold the notice."""
    import pyarrow as pa
    from pyarrow import parquet

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    columns = list(zip(*table.rows, strict=True)) if table.rows else [() for _ in table.columns]
    schema = pa.schema([(name, kinds[kind]) for name, kind in table.columns.items()], metadata={"notice": NOTICE})
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    file = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), file)
    return file.getvalue()


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write a ZIP with nodes.parquet, edges.parquet and the like; UsageError where pyarrow is missing."""
    require_extra(EXTRA, SUFFIX)
    tables = [(f"{table.name}.parquet", write_table(table)) for table in tabulate(graph)]
    write_archive(path, [*tables, ("NOTICE.txt", f"{NOTICE}\n".encode())])
