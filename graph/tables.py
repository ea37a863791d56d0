"""The graph as flat tables, which the CSV, Excel, Parquet and Neo4j formats share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.characters import clean_text
from graph.model import Evidence, KnowledgeGraph, Relation
from graph.network import Attributes, count_evidence, join_values, to_networkx

Cell = str | int | float | bool

NODE_COLUMNS: dict[str, type] = {
    "id": str, "label": str, "type": str, "aliases": str, "documents": str, "paths": str, "mentions": int,
    "filed": str, "claims": str, "amount": str, "status": str, "docket": str,
    "x": float, "y": float, "size": float, "r": int, "g": int, "b": int,
}  # fmt: skip
EDGE_COLUMNS: dict[str, type] = {
    "id": str, "subject": str, "object": str, "relation": str, "label": str, "assertion": str, "source": str,
    "derived": bool, "weight": int, "evidence": str, "documents": str, "paths": str, "confidence": float,
    "rule": str, "start": str, "end": str, "r": int, "g": int, "b": int,
}  # fmt: skip
EVIDENCE_COLUMNS: dict[str, type] = {
    "edge": str, "number": int, "document": str, "start": int, "end": int, "text": str, "assertion": str,
    "source": str, "subject": str, "object": str, "cue": str, "antecedents": str, "rule": str, "confidence": float,
    "date": str, "counted": bool,
}  # fmt: skip
LAWSUIT_COLUMNS: dict[str, type] = {
    "id": str, "label": str, "plaintiffs": str, "defendants": str, "judges": str, "counsel": str, "witnesses": str,
    "courts": str, "filed": str, "claims": str, "amount": str, "status": str, "docket": str, "documents": str,
}  # fmt: skip
DOCUMENT_COLUMNS: dict[str, type] = {
    "id": str, "path": str, "title": str, "published": str, "publisher": str, "url": str,
}  # fmt: skip
ROLES = {
    "plaintiffs": "plaintiff_in", "defendants": "defendant_in", "judges": "judge_in", "counsel": "counsel_in",
    "witnesses": "witness_in",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns with their types, and rows that have one cell for each column."""

    name: str
    columns: dict[str, type]
    rows: tuple[tuple[Cell, ...], ...]


def build_table(name: str, columns: dict[str, type], rows: Iterator[Attributes]) -> Table:
    """Return a table of clean text; what a row lacks is empty."""
    return Table(
        name,
        columns,
        tuple(tuple(_clean(row.get(column, "" if kind is str else 0)) for column, kind in columns.items())
              for row in rows),
    )  # fmt: skip


def tabulate(graph: KnowledgeGraph) -> tuple[Table, ...]:
    """Return the tables of nodes, edges, evidence, lawsuits and documents, each sorted."""
    return (
        *tabulate_network(graph),
        build_table("evidence", EVIDENCE_COLUMNS, _list_evidence(graph)),
        build_table("lawsuits", LAWSUIT_COLUMNS, _list_lawsuits(graph)),
        build_table("documents", DOCUMENT_COLUMNS, _list_documents(graph)),
    )


def tabulate_network(graph: KnowledgeGraph) -> tuple[Table, Table]:
    """Return the tables of nodes and edges alone, each sorted by id."""
    network = to_networkx(graph)
    nodes: Iterator[Attributes] = ({"id": node, **data} for node, data in network.nodes(data=True))
    ordered = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2])
    edges: Iterator[Attributes] = (
        {"id": key, "subject": subject, "object": target, **data} for subject, target, key, data in ordered
    )
    return build_table("nodes", NODE_COLUMNS, nodes), build_table("edges", EDGE_COLUMNS, edges)


def find_parties(graph: KnowledgeGraph, relation: str) -> dict[str, list[str]]:
    """Return by the lawsuit's id the ids of the nodes that the relation joins to it, in order of the edges."""
    found: dict[str, list[str]] = {}
    for edge in _sort_relations(graph):
        if edge.relation == relation:
            lawsuit, other = (edge.subject, edge.object) if relation == "heard_in" else (edge.object, edge.subject)
            found.setdefault(lawsuit, []).append(other)
    return found


def write_cue(item: Evidence, role: str) -> str:
    """Return the words of the passage that `role` (subject, object or cue) points to."""
    span = getattr(item, role)
    return item.text[max(0, span.start - item.span.start) : max(0, span.end - item.span.start)]


def _sort_relations(graph: KnowledgeGraph) -> Sequence[Relation]:
    return sorted(graph.relations, key=lambda relation: relation.id)


def _list_evidence(graph: KnowledgeGraph) -> Iterator[Attributes]:
    for relation in _sort_relations(graph):
        all_count = len(count_evidence(relation)) == len(relation.evidence)
        for number, item in enumerate(relation.evidence, 1):
            yield {
                "edge": relation.id,
                "number": number,
                "document": item.document,
                "start": item.span.start,
                "end": item.span.end,
                "text": item.text,
                "assertion": str(item.assertion),
                "source": item.source,
                **{role: write_cue(item, role) for role in ("subject", "object", "cue")},
                "antecedents": join_values(f"{step.mention} → {step.entity}" for step in item.antecedents),
                "rule": item.rule,
                "confidence": round(float(item.confidence), 2),
                "date": item.date,
                "counted": all_count or item.assertion.shown,
            }


def _list_lawsuits(graph: KnowledgeGraph) -> Iterator[Attributes]:
    labels = {node.id: node.label for node in graph.nodes}
    parties = {column: find_parties(graph, relation) for column, relation in (*ROLES.items(), ("courts", "heard_in"))}
    for lawsuit in sorted(graph.lawsuits, key=lambda lawsuit: lawsuit.id):
        yield {
            "id": lawsuit.id,
            "label": lawsuit.label,
            **{name: join_values(labels[id_] for id_ in found.get(lawsuit.id, ())) for name, found in parties.items()},
            "filed": join_values(value.text for value in lawsuit.filed),
            "claims": join_values(value.text for value in lawsuit.claims),
            "amount": join_values(value.text for value in lawsuit.amounts),
            "status": join_values(value.text for value in lawsuit.statuses),
            "docket": join_values(value.text for value in lawsuit.dockets),
            "documents": join_values(lawsuit.documents),
        }


def _list_documents(graph: KnowledgeGraph) -> Iterator[Attributes]:
    for document in sorted(graph.documents, key=lambda document: document.id):
        yield {"id": document.id, "path": document.path, "title": document.title or "",
               "published": document.published or "", "publisher": document.publisher or "",
               "url": document.url or ""}  # fmt: skip


def _clean(value: Cell) -> Cell:
    return clean_text(value) if isinstance(value, str) else value
