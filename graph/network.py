"""The graph as networkx holds it; the one source of the attributes that GraphML and the page show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import networkx as nx

from graph.appearance import EDGE_STYLES, NODE_STYLES, measure_nodes, to_rgb
from graph.model import Assertion, Evidence, KnowledgeGraph, Lawsuit, Node, Position, Relation, Value
from graph.schema import relation_words

SEPARATOR = " | "
LONE_BAR = re.compile(r"(?:(?<= )|\A)\|(?= |\Z)")
Attributes = dict[str, str | int | float | bool]


def join_values(values: Iterable[str]) -> str:
    """Join values with " | "; a bar that stands alone inside a value becomes "/", so that splitting is safe."""
    return SEPARATOR.join(LONE_BAR.sub("/", value) for value in values if value)


def describe_relation(relation: Relation) -> str:
    """Say a relation in words, with how far the text commits itself unless it states a fact: "accused (alleged)"."""
    words = relation_words(relation.relation)
    return words if relation.assertion is Assertion.ASSERTED else f"{words} ({relation.assertion})"


def count_evidence(relation: Relation) -> tuple[Evidence, ...]:
    """Return the items that an edge counts: those that are neither negated nor hypothetical, or all if none else is."""
    return tuple(item for item in relation.evidence if item.assertion.shown) or relation.evidence


def describe_lawsuit(lawsuit: Lawsuit) -> Attributes:
    """Return what a lawsuit has beyond other nodes; values that contradict each other stand side by side."""

    def join(values: tuple[Value, ...]) -> str:
        return join_values(value.text for value in values)

    return {
        "filed": join(lawsuit.filed),
        "claims": join(lawsuit.claims),
        "amount": join(lawsuit.amounts),
        "status": join(lawsuit.statuses),
        "docket": join(lawsuit.dockets),
    }


def describe_node(node: Node, *, paths: dict[str, str], size: float, place: Position) -> Attributes:
    """Return a node's attributes; `paths` maps a document's id to its path."""
    red, green, blue = to_rgb(NODE_STYLES[node.type].color)
    return {
        "label": node.label,
        "type": str(node.type),
        "aliases": join_values(node.aliases),
        "documents": join_values(node.documents),
        "paths": join_values(paths.get(document, "") for document in node.documents),
        "mentions": node.mentions,
        **(describe_lawsuit(node) if isinstance(node, Lawsuit) else {}),
        "x": place.x,
        "y": place.y,
        "size": size,
        "r": red,
        "g": green,
        "b": blue,
    }


def describe_edge(relation: Relation, *, paths: dict[str, str]) -> Attributes:
    """Return an edge's attributes; `paths` maps a document's id to its path."""
    items = count_evidence(relation)
    documents = sorted({item.document for item in items})
    red, green, blue = to_rgb(EDGE_STYLES[relation.assertion].color)
    return {
        "relation": relation.relation,
        "label": describe_relation(relation),
        "assertion": str(relation.assertion),
        "source": join_values(dict.fromkeys(item.source for item in items)),
        "derived": relation.derived,
        "weight": max(1, len(items)),
        "evidence": join_values(item.text for item in items),
        "documents": join_values(documents),
        "paths": join_values(paths.get(document, "") for document in documents),
        "confidence": round(float(max((item.confidence for item in items), default=0.0)), 2),
        "rule": join_values(sorted({item.rule for item in items})),
        "start": relation.start,
        "end": relation.end,
        "r": red,
        "g": green,
        "b": blue,
    }


def to_networkx(graph: KnowledgeGraph) -> nx.MultiDiGraph[str]:
    """Return the graph with one edge per relation, whose key is the relation's id; all attributes are scalars.

    A node that has no position lies at the origin. Sizes and coordinates share one unit, and y points up.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, attributes in describe_nodes(graph):
        network.add_node(node.id, **attributes)
    for relation, attributes in describe_edges(graph):
        # networkx takes `key` by name, so an attribute called so would be lost; none is.
        network.add_edge(relation.subject, relation.object, key=relation.id, **attributes)
    return network


def describe_nodes(graph: KnowledgeGraph) -> Iterator[tuple[Node, Attributes]]:
    """Yield each node with its attributes, sorted by id; what is written from them one by one fills no memory."""
    paths = {document.id: document.path for document in graph.documents}
    sizes = measure_nodes(graph)
    for node in graph.nodes:
        place = graph.positions.get(node.id, Position(0.0, 0.0))
        yield node, describe_node(node, paths=paths, size=sizes[node.id], place=place)


def describe_edges(graph: KnowledgeGraph) -> Iterator[tuple[Relation, Attributes]]:
    """Yield each relation with its attributes, sorted by id."""
    paths = {document.id: document.path for document in graph.documents}
    for relation in sorted(graph.relations, key=lambda item: item.id):
        yield relation, describe_edge(relation, paths=paths)
