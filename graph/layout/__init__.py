"""A place for every node: the same for the same graph, in whatever order its parts are given."""

from __future__ import annotations

from dataclasses import replace

from graph.appearance import measure_nodes
from graph.layout.boxes import measure_boxes
from graph.layout.communities import find_communities
from graph.layout.component import draw_components
from graph.layout.core import SMALL, choose_core, link_nodes
from graph.layout.stress import Points
from graph.layout.surroundings import draw_around
from graph.model import KnowledgeGraph, Position

__all__ = ["SMALL", "arrange", "choose_core", "find_communities"]


def arrange(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Return the graph with a position for each node, in one unit with the sizes, y up, rounded to 1 digit.

    Distances follow the number of edges between two nodes (stress majorization, Gansner, Koren and North 2004);
    lawsuits and their parties are drawn to the middle; components are packed side by side. Of more than SMALL nodes
    a core is drawn first, with room for its labels, and the rest around it without.
    """
    nodes = graph.nodes
    if not nodes:
        return replace(graph, positions={})
    large = len(nodes) > SMALL
    chosen = choose_core(graph)
    half, offset = measure_boxes(nodes, measure_nodes(graph), labelled=chosen if large else None)
    core = frozenset(index for index, node in enumerate(nodes) if node.id in chosen)
    draw = draw_around if large else draw_components
    middles = draw(link_nodes(graph, nodes), core, half, offset)
    places = middles - offset - (middles.min(axis=0) + middles.max(axis=0)) / 2
    return replace(graph, positions={node.id: to_position(place) for node, place in zip(nodes, places, strict=True)})


def to_position(place: Points) -> Position:
    """Return a rounded position; adding zero turns -0.0 into 0.0."""
    return Position(round(float(place[0]), 1) + 0.0, round(float(place[1]), 1) + 0.0)
