"""Draws what hangs together, and sets such drawings side by side."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx
import numpy as np

from graph.layout.overlap import separate
from graph.layout.packing import pack
from graph.layout.stress import Points, place_nodes

# Screens are wider than high, and so are labels.
STRETCH = 1.25
# In units of a box' side, and in areas of all boxes.
EDGE_LENGTH, ROOM = 1.5, 3.0
FEW = 80


def cut_out(links: nx.Graph[int], members: Collection[int]) -> nx.Graph[int]:
    """Return the part of the graph that holds these nodes, in order; networkx keeps the order of a set."""
    part: nx.Graph[int] = nx.Graph()
    part.add_nodes_from(sorted(members))
    if len(members) > 1:
        part.add_edges_from(sorted((min(edge), max(edge)) for edge in links.subgraph(members).edges))
    return part


def find_components(links: nx.Graph[int], core: Collection[int]) -> list[list[int]]:
    """Return the nodes that hang together: first those with a node of the core, then the larger ones."""
    inside = frozenset(core)
    return sorted(
        (sorted(members) for members in nx.connected_components(links)),
        key=lambda members: (inside.isdisjoint(members), -len(members), members[0]),
    )


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


def draw_component(component: nx.Graph[int], core: Collection[int], half: Points, offset: Points) -> Points:
    """Return the middles of a connected graph's boxes, which do not overlap."""
    members = list(component)
    if len(members) == 1:
        return place_alone(offset[members])
    middle = np.array([member in core for member in component])
    points = spread_out(place_nodes(component, middle), half[members]) * np.array([STRETCH, 1.0])
    return separate(points + offset[members], half[members])


def place_alone(offset: Points) -> Points:
    """Return the middle of a box that nothing is joined to; most boxes of a large graph are such."""
    return np.zeros_like(offset) + offset


def draw_components(links: nx.Graph[int], core: Collection[int], half: Points, offset: Points) -> Points:
    """Return the middles of the boxes of all nodes of `links`, in its order: component beside component.

    `half` and `offset` have a row for each node by its number.
    """
    components = find_components(links, core)
    drawings = [draw_component(cut_out(links, members), core, half, offset) for members in components]
    shifts = pack([(points, half[members]) for points, members in zip(drawings, components, strict=True)])
    middles = np.zeros((len(half), 2))
    for points, members, shift in zip(drawings, components, shifts, strict=True):
        middles[members] = points + shift
    return middles[list(links)]
