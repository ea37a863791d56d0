"""Places nodes so that distances in the drawing follow distances in the graph (stress majorization)."""

from __future__ import annotations

from functools import lru_cache

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Indexes = NDArray[np.int64]
Neighbours = tuple[tuple[int, ...], ...]

SEED = 20240229
ROUNDS, GROWTH_ROUNDS = 120, 40
# Up to so many nodes each distance counts; above it, those to some spread-out pivots and to the neighbours
# (pivot MDS, Brandes and Pich 2006; sparse stress, Ortmann, Klimenta and Brandes 2017).
EXACT = 250
PIVOTS = 64
CENTRE_PULL = 0.06
# Drawings of so many nodes are kept: the same ones come again.
FEW = 12


def count_hops(neighbours: Neighbours, start: int) -> Points:
    """Return the number of edges from `start` to each node; infinity where no path leads."""
    hops = np.full(len(neighbours), np.inf)
    hops[start] = 0
    seen = bytearray(len(neighbours))
    seen[start] = 1
    border, step = [start], 0
    while border:
        step += 1
        reached = []
        for node in border:
            for other in neighbours[node]:
                if not seen[other]:
                    seen[other] = 1
                    reached.append(other)
        hops[reached] = step
        border = reached
    return hops


def list_neighbours(links: nx.Graph[int]) -> Neighbours:
    """Return for each node, in the graph's order, the places in that order of those that it is joined to."""
    order = {node: index for index, node in enumerate(links)}
    return tuple(tuple([order[other] for other in links[node]]) for node in links)


def choose_pivots(neighbours: Neighbours) -> tuple[Points, Indexes]:
    """Return the distances from each pivot (row) to each node (column), and the pivots; each is far from the others."""
    count = len(neighbours)
    pivot = max(range(count), key=lambda index: (len(neighbours[index]), -index))
    nearest = np.full(count, np.inf)
    rows: list[Points] = []
    pivots: list[int] = []
    for _ in range(count if count <= EXACT else PIVOTS):
        pivots.append(pivot)
        rows.append(count_hops(neighbours, pivot))
        nearest = np.minimum(nearest, rows[-1])
        pivot = int(nearest.argmax())
    return np.array(rows), np.array(pivots)


def project(distances: Points) -> Points:
    """Return first places by multidimensional scaling of the distances to the pivots (rows)."""
    squares = distances**2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean()
    _, vectors = np.linalg.eigh(centred @ centred.T)
    axes = vectors[:, -1:-3:-1]
    points: Points = centred.T @ axes
    signs = np.sign(points[np.abs(points).argmax(axis=0), np.arange(axes.shape[1])])
    points = points * np.where(signs == 0, 1, signs)
    scale = np.abs(points).max(axis=0)
    points = points / np.where(scale == 0, 1, scale) * max(1.0, float(distances.max()) / 2)
    if points.shape[1] < 2:
        points = np.hstack([points, np.zeros((len(points), 1))])
    # Nodes with the same neighbours start from the same place; nothing but chance can part them.
    return points + np.random.default_rng(SEED).normal(scale=0.05, size=points.shape)


def relax(
    points: Points,
    distances: Points,
    pivots: Indexes,
    edges: Indexes,
    *,
    pull: Points | None = None,
    pinned: NDArray[np.bool_] | None = None,
    rounds: int = ROUNDS,
) -> Points:
    """Move the points for some rounds, each of which lowers the stress.

    `pull` ≥ 0 draws a point to the origin; `pinned` points stay. Infinite distances count for nothing.
    """
    reachable = np.isfinite(distances) & (distances > 0)
    distances = np.where(reachable, distances, 0.0)
    weights = reachable / np.maximum(distances, 1) ** 2
    near = np.zeros((0, 2), dtype=np.int64) if len(pivots) == len(points) else np.vstack([edges, edges[:, ::-1]])
    total = weights.sum(axis=0) + np.bincount(near[:, 0], minlength=len(points))
    total = np.maximum(total if pull is None else total * (1 + pull), 1e-9)
    for _ in range(rounds):
        across = points[:, 0] - points[pivots, 0][:, None]
        along = points[:, 1] - points[pivots, 1][:, None]
        factor = weights * distances / np.maximum(np.sqrt(across * across + along * along), 1e-6)
        target = np.column_stack([(factor * across).sum(axis=0), (factor * along).sum(axis=0)])
        target += weights.T @ points[pivots]
        if len(near):
            step = points[near[:, 0]] - points[near[:, 1]]
            size = np.maximum(np.sqrt((step**2).sum(axis=1, keepdims=True)), 1e-6)
            np.add.at(target, near[:, 0], points[near[:, 1]] + step / size)
        moved = (points + target / total[:, None]) / 2
        points = moved if pinned is None else np.where(pinned[:, None], points, moved)
    return points


def turn(points: Points) -> Points:
    """Return the points around their middle, turned so that they spread most along x."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ axes[:, ::-1]
    signs = np.sign(turned[np.abs(turned).argmax(axis=0), [0, 1]])
    return turned * np.where(signs == 0, 1, signs)


def place_nodes(links: nx.Graph[int], middle: NDArray[np.bool_]) -> Points:
    """Return a place (x, y) for each node of a connected graph, where an edge is about 1 long.

    `middle` tells which nodes belong in the middle. The result depends on the graph and its node order alone.
    """
    neighbours = list_neighbours(links)
    place = _place_few if len(neighbours) <= FEW else _place
    return place(neighbours, tuple(middle.tolist()))


def _place(neighbours: Neighbours, middle: tuple[bool, ...]) -> Points:
    if len(neighbours) == 1:
        return np.zeros((1, 2))
    distances, pivots = choose_pivots(neighbours)
    pull = np.where(np.array(middle), CENTRE_PULL, 0.0)
    return turn(relax(project(distances), distances, pivots, list_edges(neighbours), pull=pull))


# A large drawing has hundreds of parts that are two or three nodes in a row.
_place_few = lru_cache(maxsize=1000)(_place)


def list_edges(neighbours: Neighbours) -> Indexes:
    """Return each edge once, as the places of its ends, one a row."""
    found = [(one, other) for one, others in enumerate(neighbours) for other in others if other > one]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def grow(links: nx.Graph[int], start: Points, placed: NDArray[np.bool_]) -> Points:
    """Return places around those already placed, which stay: near their neighbours, far from what is far.

    A first place is one edge's length outside of the neighbour over which a node was reached.
    """
    neighbours = list_neighbours(links)
    angles = np.random.default_rng(SEED).uniform(-0.7, 0.7, size=len(neighbours))
    points, done = start.copy(), placed.copy()
    border = [int(index) for index in np.flatnonzero(placed)]
    while border:
        reached = []
        for node in border:
            heading = np.arctan2(points[node, 1], points[node, 0])
            for other in neighbours[node]:
                if not done[other]:
                    done[other] = True
                    turned = heading + angles[other]
                    points[other] = points[node] + (np.cos(turned), np.sin(turned))
                    reached.append(other)
        border = reached
    distances, pivots = choose_pivots(neighbours)
    return relax(points, distances, pivots, list_edges(neighbours), pinned=placed, rounds=GROWTH_ROUNDS)
