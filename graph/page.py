"""What the page shows, as plain data: the page's script turns it into text nodes and never into markup."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import Any

from graph.appearance import EDGE_STYLES, NODE_STYLES
from graph.model import Document, EntityType, Evidence, KnowledgeGraph, Lawsuit, Node, Relation, Span, Value
from graph.network import describe_relation
from graph.schema import is_symmetric, relation_group, relation_words

# Not strftime's, which follow the machine's language.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
ROLES = ("subject", "object", "cue")


def write_date(day: str) -> str:
    """Return an ISO day in words ("4 March 2023"); anything else stays as it is."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def count_things(graph: KnowledgeGraph) -> str:
    """Say how much the graph holds: "3 articles · 7 people · 2 lawsuits · 1 outlet"."""
    types = Counter(node.type for node in graph.nodes)
    articles = len(graph.documents)
    parts = [f"{articles:,} article{'' if articles == 1 else 's'}"]
    for kind in (EntityType.PERSON, EntityType.LAWSUIT, EntityType.MEDIA_OUTLET):
        style = NODE_STYLES[kind]
        parts.append(f"{types[kind]:,} {style.singular if types[kind] == 1 else style.plural}")
    return " · ".join(parts)


def describe_period(graph: KnowledgeGraph) -> str:
    """Say when the articles were published: "from 4 March 2023 to 11 January 2024", or nothing if none tells."""
    days = sorted(document.published for document in graph.documents if document.published)
    if not days:
        return ""
    first, last = write_date(days[0]), write_date(days[-1])
    return f"of {first}" if first == last else f"from {first} to {last}"


def split_evidence(item: Evidence) -> list[list[Any]]:
    """Cut the passage into [text, roles] parts, so that marks may overlap and no offset reaches the script.

    Python counts code points and JavaScript UTF-16 units; after an emoji their offsets differ.
    """
    length = len(item.text)

    def shift(span: Span) -> tuple[int, int]:
        start, end = span.start - item.span.start, span.end - item.span.start
        return max(0, min(start, length)), max(0, min(end, length))

    marks = {role: shift(span) for role, span in zip(ROLES, (item.subject, item.object, item.cue), strict=True)}
    cuts = sorted({0, length, *(cut for mark in marks.values() for cut in mark)})
    return [
        [item.text[start:end], [role for role in ROLES if marks[role][0] <= start and end <= marks[role][1]]]
        for start, end in pairwise(cuts)
    ]


def describe_evidence(item: Evidence) -> dict[str, Any]:
    """Return one passage with its marks and where it comes from."""
    return {
        "document": item.document,
        "parts": split_evidence(item),
        "assertion": str(item.assertion),
        "source": item.source,
        "antecedents": [[step.mention, step.entity] for step in item.antecedents],
        "rule": item.rule,
        "confidence": round(item.confidence, 2),
        "date": item.date,
    }


def describe_values(values: tuple[Value, ...]) -> list[dict[str, Any]]:
    """Return values that may contradict each other, each with its documents."""
    return [{"text": value.text, "documents": list(value.documents)} for value in values]


def describe_node(node: Node) -> dict[str, Any]:
    """Return what the panel says of a node."""
    content: dict[str, Any] = {
        "label": node.label,
        "type": str(node.type),
        "aliases": [alias for alias in node.aliases if alias != node.label],
        "documents": list(node.documents),
        "mentions": node.mentions,
        "reasons": list(node.reasons),
    }
    if isinstance(node, Lawsuit):
        content["facts"] = {
            "claims": describe_values(node.claims),
            "amount": describe_values(node.amounts),
            "filed": describe_values(node.filed),
            "status": describe_values(node.statuses),
            "docket": describe_values(node.dockets),
        }
    return content


def describe_edge(relation: Relation) -> dict[str, Any]:
    """Return what the panel says of an edge."""
    return {
        "from": relation.subject,
        "to": relation.object,
        "relation": relation.relation,
        "words": relation_words(relation.relation),
        "label": describe_relation(relation),
        "group": relation_group(relation.relation),
        "symmetric": is_symmetric(relation.relation),
        "assertion": str(relation.assertion),
        "derived": relation.derived,
        "start": relation.start,
        "end": relation.end,
        "evidence": [describe_evidence(item) for item in relation.evidence],
    }


def describe_document(document: Document) -> dict[str, str]:
    """Return where an article comes from."""
    return {"path": document.path, "title": document.title or "", "published": document.published or "",
            "publisher": document.publisher or "", "url": document.url or ""}  # fmt: skip


def describe_types() -> dict[str, dict[str, str]]:
    """Return how each type of node looks and is called."""
    return {
        str(kind): {"color": style.color, "dark": style.dark, "shape": style.shape,
                    "singular": style.singular, "plural": style.plural}
        for kind, style in NODE_STYLES.items()
    }  # fmt: skip


def describe_assertions() -> dict[str, dict[str, Any]]:
    """Return how each kind of assertion looks and what it means."""
    return {
        str(assertion): {"color": style.color, "dark": style.dark, "dashes": list(style.dashes),
                         "meaning": style.meaning}
        for assertion, style in EDGE_STYLES.items()
    }  # fmt: skip
