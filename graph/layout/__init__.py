"""A place for every node: the same for the same graph, in whatever order its parts are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import networkx as nx
import numpy as np

from graph.appearance import measure_nodes
from graph.layout.overlap import separate
from graph.layout.packing import pack
from graph.layout.stress import Points, place_nodes
from graph.model import KnowledgeGraph, Lawsuit, Node, Position

# A label is drawn below its node, in at most two lines; the page wraps at the same length.
LINE_LENGTH, LINES = 22, 2
LETTER_WIDTH, LINE_HEIGHT = 13.0, 30.0
MARGIN = 26.0
# The page draws small nodes larger than a radius of 4, or nobody could hit them.
SMALLEST_RADIUS = 22.0
# Screens are wider than high, and so are labels.
STRETCH = 1.25
# In units of a box' side, and in areas of all boxes.
EDGE_LENGTH, ROOM = 1.5, 3.0
FEW = 80


def measure_boxes(nodes: Sequence[Node], sizes: dict[str, float]) -> tuple[Points, Points]:
    """Return half width and half height of each node with its label, and how far the box's middle is from the node."""
    half, offset = np.zeros((len(nodes), 2)), np.zeros((len(nodes), 2))
    for index, node in enumerate(nodes):
        radius = max(SMALLEST_RADIUS, sizes[node.id])
        lines = min(LINES, -(-len(node.label) // LINE_LENGTH))
        width = max(2 * radius, LETTER_WIDTH * min(LINE_LENGTH, len(node.label)))
        label = LINE_HEIGHT * lines
        half[index] = (width + MARGIN) / 2, (2 * radius + label + MARGIN) / 2
        offset[index] = 0.0, -label / 2
    return half, offset


def link_nodes(graph: KnowledgeGraph, nodes: Sequence[Node]) -> nx.Graph[int]:
    """Return which nodes are joined, as a simple graph over their indexes."""
    index = {node.id: number for number, node in enumerate(nodes)}
    ends = {(index[relation.subject], index[relation.object]) for relation in graph.relations if not relation.derived}
    links: nx.Graph[int] = nx.Graph()
    links.add_nodes_from(range(len(nodes)))
    links.add_edges_from(sorted({(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]}))
    return links


def find_core(nodes: Sequence[Node], links: nx.Graph[int]) -> set[int]:
    """Return the indexes of the lawsuits and of their neighbours."""
    lawsuits = {index for index, node in enumerate(nodes) if isinstance(node, Lawsuit)}
    return lawsuits.union(*(links.neighbors(index) for index in lawsuits))


def spread_out(points: Points, half: Points) -> Points:
    """Scale places to the size of their boxes: few keep their distances, many are spread evenly from the middle."""
    areas = np.prod(2 * half, axis=1)
    wanted = EDGE_LENGTH * float(np.sqrt(areas).mean())
    if len(points) <= FEW:
        return points * wanted
    radius = np.hypot(points[:, 0], points[:, 1])
    order = np.argsort(np.round(radius, 9), kind="stable")
    even = np.empty_like(radius)
    even[order] = np.sqrt(np.cumsum(areas[order]) * ROOM / np.pi)
    return points * (even / np.maximum(radius, 1e-9))[:, None]


def draw_component(members: list[int], links: nx.Graph[int], core: set[int], half: Points, offset: Points) -> Points:
    """Return the middles of one component's boxes, which do not overlap."""
    # networkx' own subgraph keeps the order of a set, which may differ from run to run.
    component: nx.Graph[int] = nx.Graph()
    component.add_nodes_from(members)
    component.add_edges_from(sorted((min(edge), max(edge)) for edge in links.edges(members)))
    middle = np.array([member in core for member in members])
    boxes = half[members]
    points = spread_out(place_nodes(component, middle), boxes) * np.array([STRETCH, 1.0])
    return separate(points + offset[members], boxes)


def arrange(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Return the graph with a position for each node, in one unit with the sizes, y up, rounded to 1 digit.

    Distances follow the number of edges between two nodes (stress majorization, Gansner, Koren and North 2004);
    lawsuits and their parties are drawn to the middle; components are packed side by side.
    """
    nodes = graph.nodes
    if not nodes:
        return replace(graph, positions={})
    half, offset = measure_boxes(nodes, measure_nodes(graph))
    links = link_nodes(graph, nodes)
    core = find_core(nodes, links)
    components = sorted(
        (sorted(members) for members in nx.connected_components(links)),
        key=lambda members: (core.isdisjoint(members), -len(members), members[0]),
    )
    drawings = [draw_component(members, links, core, half, offset) for members in components]
    shifts = pack([(points, half[members]) for points, members in zip(drawings, components, strict=True)])
    middles = np.zeros((len(nodes), 2))
    for points, members, shift in zip(drawings, components, shifts, strict=True):
        middles[members] = points + shift
    places = middles - offset - (middles.min(axis=0) + middles.max(axis=0)) / 2
    return replace(graph, positions={node.id: to_position(place) for node, place in zip(nodes, places, strict=True)})


def to_position(place: Points) -> Position:
    """Return a rounded position; adding zero turns -0.0 into 0.0."""
    return Position(round(float(place[0]), 1) + 0.0, round(float(place[1]), 1) + 0.0)
