"""How nodes and edges look in every export; colours are from the Okabe-Ito palette, and shapes repeat what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from graph.model import Assertion, EntityType, KnowledgeGraph

# Gephi maps sizes to 4..100 and scales coordinates by the same ratio; only this very range leaves a drawing as it is.
SMALLEST, LARGEST = 4.0, 100.0
MIDDLE = 24.0


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """The colour on light and on dark ground (#rrggbb), the shape as vis-network names it, and the type in words."""

    color: str
    dark: str
    shape: str
    singular: str
    plural: str


@dataclass(frozen=True, slots=True)
class EdgeStyle:
    """The colour on light and on dark ground (#rrggbb), the dashes in pixels, and what the assertion means."""

    color: str
    dark: str
    dashes: tuple[int, ...]
    meaning: str


NODE_STYLES: dict[EntityType, NodeStyle] = {
    EntityType.PERSON: NodeStyle("#0072b2", "#3d9ddb", "dot", "person", "people"),
    EntityType.LAWSUIT: NodeStyle("#d55e00", "#ee7d2b", "diamond", "lawsuit", "lawsuits"),
    EntityType.MEDIA_OUTLET: NodeStyle("#b0558c", "#d985b4", "square", "outlet", "outlets"),
    EntityType.ORGANIZATION: NodeStyle("#009e73", "#2fbf94", "hexagon", "organization", "organizations"),
    EntityType.COURT: NodeStyle("#5b5f69", "#a9aeb9", "triangle", "court", "courts"),
    EntityType.WORK: NodeStyle("#c98a00", "#e6b03c", "star", "work", "works"),
}

EDGE_STYLES: dict[Assertion, EdgeStyle] = {
    Assertion.ASSERTED: EdgeStyle("#7d8490", "#7f8794", (), "stated as a fact"),
    Assertion.ALLEGED: EdgeStyle("#b4540a", "#e0903f", (9, 6), "given as somebody's claim"),
    Assertion.DENIED: EdgeStyle("#8a4fbf", "#b98be6", (2, 5), "reported as denied"),
    Assertion.NEGATED: EdgeStyle("#a33a4f", "#d9798a", (14, 4, 2, 4), "stated not to be so"),
    Assertion.HYPOTHETICAL: EdgeStyle("#4f7a86", "#82b0bd", (5, 9), "threatened, planned or supposed"),
}


def to_rgb(color: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255 each, of a colour written as #rrggbb."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def size_nodes(importance: Mapping[str, int]) -> dict[str, float]:
    """Map each node's importance (a count ≥ 0) to a size from SMALLEST to LARGEST that grows with its square root."""
    roots = {node: sqrt(max(0, count)) for node, count in importance.items()}
    low, high = min(roots.values(), default=0.0), max(roots.values(), default=0.0)
    if high == low:
        return dict.fromkeys(roots, MIDDLE)
    ratio = (LARGEST - SMALLEST) / (high - low)
    return {node: round(SMALLEST + ratio * (root - low), 1) for node, root in roots.items()}


def measure_nodes(graph: KnowledgeGraph) -> dict[str, float]:
    """Return each node's size by its id, from its mentions and its edges."""
    degree: Counter[str] = Counter()
    for relation in graph.relations:
        if not relation.derived:
            degree.update({relation.subject, relation.object})
    return size_nodes({node.id: node.mentions + degree[node.id] for node in graph.nodes})
