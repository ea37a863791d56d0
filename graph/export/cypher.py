"""A Cypher script that adds the graph to a running Neo4j, as often as you like: constraints first, then MERGE."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from graph.export.graphml import write_file
from graph.export.neo4j import NODE_LABEL, name_type
from graph.model import KnowledgeGraph
from graph.notice import NOTICE
from graph.tables import Cell, Table, tabulate_network

SUFFIX = ".cypher"
BATCH = 200
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def quote_literal(value: Cell) -> str:
    """Return a value as a Cypher literal, out of which no text can break.

    Some versions of Neo4j replace "\\u0022" by a quotation mark before they look for the end of a string, others
    within it. So no escape of ours has that form, and where an article's own backslash stands before a "u", the
    string is cut in two between them.
    """
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return repr(value)
    text = value.translate(ESCAPES)
    return '"' + text.replace("\\\\u", '\\\\" + "u').replace("\\\\U", '\\\\" + "U') + '"'


def write_map(columns: list[str], row: tuple[Cell, ...]) -> str:
    """Return a row as a map literal; what is empty is left out."""
    pairs = (f"{name}: {quote_literal(cell)}" for name, cell in zip(columns, row, strict=True) if cell != "")
    return "{" + ", ".join(pairs) + "}"


def write_batches(table: Table, kind: str) -> Iterator[tuple[str, list[str]]]:
    """Yield rows that share the value of the column `kind`, as that value and at most BATCH map literals."""
    columns = list(table.columns)
    place = columns.index(kind)
    rows = sorted(table.rows, key=lambda row: (row[place], row[0]))
    for value, group in groupby(rows, key=lambda row: row[place]):
        maps = [write_map(columns, row) for row in group]
        for start in range(0, len(maps), BATCH):
            yield str(value), maps[start : start + BATCH]


def write_lines(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the lines of the script."""
    nodes, edges = tabulate_network(graph)
    yield f"// {NOTICE}"
    yield f"CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:{NODE_LABEL}) REQUIRE n.id IS UNIQUE;"
    for kind, maps in write_batches(nodes, "type"):
        yield "UNWIND ["
        yield ",\n".join(f"  {content}" for content in maps)
        yield f"] AS row MERGE (n:{NODE_LABEL} {{id: row.id}}) SET n:{kind}, n += row;"
    for relation, maps in write_batches(edges, "relation"):
        yield "UNWIND ["
        yield ",\n".join(f"  {content}" for content in maps)
        yield (
            f"] AS row MATCH (a:{NODE_LABEL} {{id: row.subject}}), (b:{NODE_LABEL} {{id: row.object}})"
            f" MERGE (a)-[r:{name_type(relation)} {{id: row.id}}]->(b) SET r += row;"
        )


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the script in UTF-8, for `cypher-shell --file`."""
    write_file(write_lines(graph), path)
