"""Places nodes so that distances in the drawing follow distances in the graph (stress majorization)."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

SEED = 20240229
ROUNDS = 120
# Up to so many nodes each distance counts; above it, those to as many spread-out pivots and to the neighbours
# (pivot MDS, Brandes and Pich 2006; sparse stress, Ortmann, Klimenta and Brandes 2017).
PIVOTS = 250
CENTRE_PULL = 0.03


def choose_pivots(links: nx.Graph[int]) -> Points:
    """Return the distances from each pivot (row) to each node (column); a pivot is farthest from those before it."""
    order = {node: index for index, node in enumerate(links)}
    pivot = max(links, key=lambda node: (links.degree(node), -order[node]))
    nearest = np.full(len(order), np.inf)
    rows: list[Points] = []
    names = list(links)
    for _ in range(min(PIVOTS, len(order))):
        row = np.zeros(len(order))
        for node, hops in nx.single_source_shortest_path_length(links, pivot).items():
            row[order[node]] = hops
        rows.append(row)
        nearest = np.minimum(nearest, row)
        pivot = names[int(nearest.argmax())]
    return np.array(rows)


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
    points: Points, distances: Points, pivots: NDArray[np.int64], edges: NDArray[np.int64], pull: Points
) -> Points:
    """Move the points for ROUNDS rounds, each of which lowers the stress; `pull` ≥ 0 draws a point to the origin."""
    weights = 1 / np.maximum(distances, 1) ** 2 * (distances > 0)
    whole = len(pivots) == len(points)
    near = np.zeros((0, 2), dtype=np.int64) if whole else np.vstack([edges, edges[:, ::-1]])
    total = weights.sum(axis=0) + np.bincount(near[:, 0], minlength=len(points))
    pull = pull * total
    for _ in range(ROUNDS):
        across = points[:, 0] - points[pivots, 0][:, None]
        along = points[:, 1] - points[pivots, 1][:, None]
        factor = weights * distances / np.maximum(np.sqrt(across * across + along * along), 1e-6)
        target = np.column_stack([(factor * across).sum(axis=0), (factor * along).sum(axis=0)])
        target += weights.T @ points[pivots]
        if len(near):
            step = points[near[:, 0]] - points[near[:, 1]]
            size = np.maximum(np.sqrt((step**2).sum(axis=1, keepdims=True)), 1e-6)
            np.add.at(target, near[:, 0], points[near[:, 1]] + step / size)
        points = (points + target / (total + pull)[:, None]) / 2
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
    if len(links) == 1:
        return np.zeros((1, 2))
    order = {node: index for index, node in enumerate(links)}
    distances = choose_pivots(links)
    edges = np.array([(order[one], order[other]) for one, other in links.edges], dtype=np.int64)
    pivots = distances.argmin(axis=1)
    points = relax(project(distances), distances, pivots, edges, np.where(middle, CENTRE_PULL, 0.0))
    return turn(points)
