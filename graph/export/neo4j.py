"""A ZIP of the two CSV files that `neo4j-admin database import` loads into an empty Neo4j."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from graph.archive import write_archive
from graph.model import KnowledgeGraph
from graph.notice import NOTICE
from graph.tables import Cell, Table, tabulate_network

SUFFIX = ".neo4j.zip"

TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
NODE_LABEL = "Entity"
SPECIAL = {"id": "id:ID", "subject": ":START_ID", "object": ":END_ID"}


def name_columns(table: Table, last: str) -> list[str]:
    """Return the header, in which neo4j-admin reads the type of each column; `last` is the column of the labels."""
    return [SPECIAL.get(name, f"{name}:{TYPES[kind]}") for name, kind in table.columns.items()] + [last]


def name_type(relation: str) -> str:
    """Return the relationship type of a relation, as Neo4j writes types: PLAINTIFF_IN."""
    return relation.upper()


def write_csv(header: list[str], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """Return rows as CSV; neo4j-admin takes quoted text as it stands, with line breaks under --multiline-fields."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([str(cell).lower() if isinstance(cell, bool) else cell for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write a ZIP with nodes.csv and relationships.csv, whose header lines are typed."""
    nodes, edges = tabulate_network(graph)
    kind = list(nodes.columns).index("type")
    relation = list(edges.columns).index("relation")
    header = name_columns(edges, ":TYPE")
    # An edge's id is a property: only nodes have an id space.
    header[0] = "id:string"
    write_archive(
        path,
        [
            ("nodes.csv", write_csv(name_columns(nodes, ":LABEL"),
                                    ((*row, f"{NODE_LABEL};{row[kind]}") for row in nodes.rows))),
            ("relationships.csv", write_csv(header, ((*row, name_type(str(row[relation]))) for row in edges.rows))),
            ("NOTICE.txt", f"{NOTICE}\n".encode()),
        ],
    )  # fmt: skip
