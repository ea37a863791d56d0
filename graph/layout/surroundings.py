"""Sets the core of a large graph into the middle, and the rest around it."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx
import numpy as np

from graph.layout.component import cut_out, draw_component, draw_components, find_components
from graph.layout.overlap import separate
from graph.layout.packing import pack
from graph.layout.stress import Points, grow

# In areas of the boxes around the core.
ROOM = 2.6
# The frame of the core is a rectangle with round corners (a superellipse of this degree); the moat spares its corners.
DEGREE = 4
MOAT = 1.25


def measure_level(points: Points, frame: Points) -> Points:
    """Return how far out each point lies: 1 on the core's border, 2 twice as far from the middle."""
    level: Points = ((np.abs(points) / frame) ** DEGREE).sum(axis=1) ** (1 / DEGREE)
    return np.maximum(level, 1e-9)


def fan_out(points: Points, room: Points) -> Points:
    """Return the points turned around the middle so that every direction holds as much room; their order stays."""
    angles = np.arctan2(points[:, 1], points[:, 0])
    order = np.argsort(np.round(angles, 9), kind="stable")
    even = np.empty_like(angles)
    even[order] = (np.cumsum(room[order]) - room[order] / 2) / room.sum() * 2 * np.pi
    shift = np.exp(1j * (angles - even)).sum()
    even += float(np.round(np.angle(shift), 9))
    fanned: Points = np.hypot(points[:, 0], points[:, 1])[:, None] * np.column_stack([np.cos(even), np.sin(even)])
    return fanned


def push_out(points: Points, half: Points, frame: Points) -> Points:
    """Return the points around the core, evenly spread by the room of their boxes, in the order of their distances."""
    room = np.prod(2 * half, axis=1)
    points = fan_out(points / frame, room) * frame
    level = measure_level(points, frame)
    order = np.argsort(np.round(level, 9), kind="stable")
    wanted = np.empty_like(level)
    wanted[order] = MOAT * np.sqrt(1 + np.cumsum(room[order]) * ROOM / np.prod(2 * frame))
    pushed = points * (wanted / level)[:, None]
    return separate(pushed, half, restrain=lambda at: at * np.maximum(1, MOAT / measure_level(at, frame))[:, None])


def surround(links: nx.Graph[int], core: Collection[int], half: Points, offset: Points) -> Points:
    """Return the middles of the boxes of all nodes of `links`, all of whose components hold a node of the core."""
    members = list(links)
    inside = np.array([member in core for member in members])
    middles = np.zeros((len(half), 2))
    heart = cut_out(links, core)
    middles[list(heart)] = draw_components(heart, core, half, offset)
    placed = middles[members][inside]
    low, high = (placed - half[members][inside]).min(axis=0), (placed + half[members][inside]).max(axis=0)
    frame = (high - low) / 2
    start = np.where(inside[:, None], middles[members] - (low + high) / 2, 0.0)
    if inside.all():
        return start
    # Distances are counted in edges, and an edge is about one long.
    ends = np.array(list(heart.edges), dtype=np.int64).reshape(-1, 2)
    steps = np.hypot(*(middles[ends[:, 0]] - middles[ends[:, 1]]).T) if len(ends) else frame[:1]
    unit = float(np.median(steps))
    points = start.copy()
    points[~inside] = push_out(grow(links, start / unit, inside)[~inside], half[members][~inside], frame + half.max())
    return points


def draw_around(links: nx.Graph[int], core: Collection[int], half: Points, offset: Points) -> Points:
    """Return the middles of all boxes: the core in the middle, what is joined to it around, what is not beside that."""
    components = find_components(links, core)
    joined = [members for members in components if not frozenset(core).isdisjoint(members)]
    first = sorted(member for members in joined for member in members)
    groups = [first, *components[len(joined) :]]
    drawings = [surround(cut_out(links, first), core, half, offset)]
    drawings += [draw_component(cut_out(links, members), core, half, offset) for members in groups[1:]]
    shifts = pack([(points, half[members]) for points, members in zip(drawings, groups, strict=True)])
    middles = np.zeros((len(half), 2))
    for points, members, shift in zip(drawings, groups, shifts, strict=True):
        middles[members] = points + shift
    return middles
