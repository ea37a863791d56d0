"""Moves boxes apart until none overlaps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from graph.layout.stress import Indexes, Points

ROUNDS_BEFORE_GROWTH = 24
GROWTH = 1.06
# More than rounding to one digit can take away again.
SLACK = 0.5
# Among so few boxes a grid finds nothing faster.
FEW = 32


def find_neighbours(points: Points, cell: Points) -> tuple[Indexes, Indexes]:
    """Return the pairs of points that lie in the same cell of a grid or in cells that touch; each pair once."""
    columns = np.floor((points - points.min(axis=0)) / cell).astype(np.int64) + 1
    width = int(columns[:, 0].max()) + 2
    keys = columns[:, 1] * width + columns[:, 0]
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    firsts, seconds = [], []
    for step in (0, 1, width - 1, width, width + 1):
        begin = np.searchsorted(ranked, ranked + step, side="left")
        if step == 0:
            begin = np.arange(len(ranked)) + 1
        end = np.searchsorted(ranked, ranked + step, side="right")
        count = np.maximum(end - begin, 0)
        first = np.repeat(np.arange(len(ranked)), count)
        within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        firsts.append(order[first])
        seconds.append(order[np.repeat(begin, count) + within])
    return np.concatenate(firsts), np.concatenate(seconds)


def find_overlaps(points: Points, half: Points) -> tuple[Indexes, Indexes, Points]:
    """Return the pairs whose boxes overlap, and by how much on each axis."""
    first, second = find_neighbours(points, 2 * half.max(axis=0) + SLACK)
    depth = half[first] + half[second] + SLACK - np.abs(points[first] - points[second])
    meets = (depth > 0).all(axis=1)
    return first[meets], second[meets], depth[meets]


def meets_any(points: Points, half: Points) -> bool:
    """Tell whether any two of a few boxes overlap, each compared with each: most parts of a graph have a few nodes."""
    depth = half[:, None] + half + SLACK - np.abs(points[:, None] - points)
    # each meets itself
    return int((depth > 0).all(axis=2).sum()) > len(points)


def separate(points: Points, half: Points, *, restrain: Callable[[Points], Points] | None = None) -> Points:
    """Return the middles of the boxes moved apart, as little as it takes; `half` holds half widths and half heights.

    Each round pushes overlapping boxes apart along the axis on which they overlap less; where that gets stuck the
    drawing grows, which in the end parts any two boxes whose middles differ. After each round `restrain` moves the
    points back to where they may be.
    """
    rounds = 0
    while True:
        if len(points) <= FEW and not meets_any(points, half):
            return points
        first, second, depth = find_overlaps(points, half)
        if not len(first):
            return points
        gap = points[first] - points[second]
        way = np.where(gap > 0, 1.0, -1.0)
        relative = depth / (half[first] + half[second])
        axis = (relative[:, 0] < relative[:, 1]).astype(np.int64)
        push = way * depth * np.column_stack([axis, 1 - axis]) / 2
        shift, count = np.zeros_like(points), np.zeros(len(points))
        np.add.at(shift, first, push)
        np.add.at(shift, second, -push)
        np.add.at(count, first, 1)
        np.add.at(count, second, 1)
        points = points + shift / np.maximum(1, np.sqrt(count))[:, None]
        rounds += 1
        if rounds % ROUNDS_BEFORE_GROWTH == 0:
            points = points * GROWTH
        if restrain:
            points = restrain(points)
