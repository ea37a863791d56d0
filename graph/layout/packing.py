"""Sets the drawings of the components side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.layout.stress import Points

GAP = 60.0
# The corners that are tried grow with the square of the number of drawings; the small rest goes into rows.
PLACED_FREELY = 60
WIDE = 1.5


def find_frame(points: Points, half: Points) -> Points:
    """Return the middle and the width and height of what a drawing covers, as two rows, with room around it."""
    low, high = (points - half).min(axis=0), (points + half).max(axis=0)
    return np.array([(low + high) / 2, high - low + GAP])


def place_next(sizes: Points, middles: Points, size: Points) -> Points:
    """Return the free middle nearest to the centre of the frames already placed, beside one of them."""
    reach = (sizes + size) / 2
    candidates = np.concatenate(
        [
            middles + reach * np.array(side)
            for side in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
        ]
    )
    meets = np.abs(candidates[:, None, :] - middles[None, :, :]) < reach[None, :, :] - 1e-6
    free = candidates[~np.any(np.all(meets, axis=2), axis=1)]
    # Height counts more than width, so that the whole becomes as wide as a screen.
    cost = np.hypot(free[:, 0] - middles[0, 0], (free[:, 1] - middles[0, 1]) * WIDE)
    best: Points = free[int(np.round(cost, 6).argmin())]
    return best


def place_rows(sizes: Points, width: float, top: float) -> Points:
    """Return middles of frames in rows of at most `width`, centred on x = 0, downward from `top`."""
    middles = np.zeros_like(sizes)
    start = 0
    while start < len(sizes):
        end = start + max(1, int(np.searchsorted(np.cumsum(sizes[start:, 0]), width, side="right")))
        row = sizes[start:end]
        middles[start:end, 0] = np.cumsum(row[:, 0]) - row[:, 0] / 2 - row[:, 0].sum() / 2
        middles[start:end, 1] = top - row[:, 1].max() / 2
        top -= row[:, 1].max()
        start = end
    return middles


def pack(drawings: Sequence[tuple[Points, Points]]) -> list[Points]:
    """Return how far to shift each drawing (points, half sizes of its boxes) so that none overlaps; the first stays."""
    frames = [find_frame(points, half) for points, half in drawings]
    sizes = np.array([frame[1] for frame in frames])
    free = [index for index, (points, _) in enumerate(drawings) if len(points) > 1][:PLACED_FREELY] or [0]
    middles = np.zeros_like(sizes)
    for count, index in enumerate(free[1:], 1):
        middles[index] = place_next(sizes[free[:count]], middles[free[:count]], sizes[index])
    rest = sorted(set(range(len(frames))) - set(free), key=lambda index: (-sizes[index, 1], index))
    if rest:
        low = (middles[free] - sizes[free] / 2).min(axis=0)
        high = (middles[free] + sizes[free] / 2).max(axis=0)
        width = max(float(high[0] - low[0]), float(np.sqrt(np.prod(sizes[rest], axis=1).sum() * WIDE)))
        rows = place_rows(sizes[rest], width, float(low[1]))
        middles[rest] = rows + np.array([(low[0] + high[0]) / 2, 0.0])
    return [middle - frame[0] for middle, frame in zip(middles, frames, strict=True)]
