"""Turn the scores of the heads into sentence bounds, trees and names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
FORBIDDEN = -1e9
ROOT_COST = 1e5
# A word is surely in no chunk if no other tag has more than this log-probability.
IMPOSSIBLE = -50.0


def list_transitions(tags: Sequence[str]) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell for BILUO tags which may follow which (T, T), which may begin a text and which may end it (T,)."""
    opens = [tag[0] in "BI" for tag in tags]
    allowed = np.zeros((len(tags), len(tags)), dtype=bool)
    for row, before in enumerate(tags):
        for column, after in enumerate(tags):
            goes_on = after[0] in "IL"
            allowed[row, column] = goes_on == opens[row] and (not goes_on or before[2:] == after[2:])
    begins = np.array([tag[0] not in "IL" for tag in tags])
    return allowed, begins, ~np.array(opens)


class ChunkDecoder:
    """Find the best legal sequence of BILUO tags (Viterbi 1967)."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.tags = tuple(tags)
        allowed, begins, ends = list_transitions(tags)
        self.steps = np.where(allowed, 0.0, FORBIDDEN).astype(np.float32)
        self.begins = np.where(begins, 0.0, FORBIDDEN).astype(np.float32)
        self.ends = np.where(ends, 0.0, FORBIDDEN).astype(np.float32)

    def decode(self, scores: Floats) -> list[tuple[int, int, str]]:
        """Return the chunks (start, end, label) of the best path through log-probabilities (W, T)."""
        return self.read_chunks(self.find_path(scores))

    def find_path(self, scores: Floats) -> Integers:
        """Return the best legal tag of each word (W,); words that are surely in no chunk part what is searched."""
        path: Integers = scores.argmax(1)
        if not self._is_legal(path):
            cuts = np.flatnonzero(scores[:, 1:].max(1) < IMPOSSIBLE).tolist()
            for start, end in pairwise(sorted({0, *cuts, len(scores)})):
                if not self._is_legal(path[start:end]):
                    path[start:end] = self._search_path(scores[start:end])
        return path

    def _search_path(self, scores: Floats) -> Integers:
        count = len(scores)
        origins = np.zeros(scores.shape, dtype=np.int64)
        columns = np.arange(len(self.tags))
        total = scores[0] + self.begins
        for at in range(1, count):
            reached = total[:, None] + self.steps
            origins[at] = reached.argmax(0)
            total = reached[origins[at], columns] + scores[at]
        path = np.zeros(count, dtype=np.int64)
        path[-1] = (total + self.ends).argmax()
        for at in range(count - 1, 0, -1):
            path[at - 1] = origins[at, path[at]]
        return path

    def _is_legal(self, path: Integers) -> bool:
        if not len(path):
            return True
        steps = self.steps[path[:-1], path[1:]]
        return bool(self.begins[path[0]] == 0 and self.ends[path[-1]] == 0 and not steps.any())

    def read_chunks(self, path: Integers) -> list[tuple[int, int, str]]:
        """Return the chunks that a legal path spells."""
        chunks: list[tuple[int, int, str]] = []
        start = 0
        for at in np.flatnonzero(path):
            tag = self.tags[path[at]]
            if tag[0] in "BU":
                start = int(at)
            if tag[0] in "LU":
                chunks.append((start, int(at) + 1, tag[2:]))
        return chunks


def find_tree(scores: Floats) -> Integers:
    """Return the head of each word of a sentence, its own index for the root: the best tree with one root.

    ``scores`` (W, W + 1) are log-probabilities of heads, that of the root first.
    """
    full = scores.astype(np.float64)
    np.fill_diagonal(full[:, 1:], FORBIDDEN)
    heads: Integers = full.argmax(1) - 1
    if (heads < 0).sum() != 1 or not _is_tree(heads):
        square = np.zeros((len(full) + 1, len(full) + 1))
        square[1:] = full
        # Every root costs so much that the best tree has one.
        square[1:, 0] -= ROOT_COST
        heads = find_arborescence(square)[1:] - 1
    return np.where(heads < 0, np.arange(len(full)), heads)


def _is_tree(heads: Integers) -> bool:
    """Tell whether every word reaches the root (-1)."""
    reached = np.asarray(heads).copy()
    for _ in range(len(heads).bit_length() + 1):
        if (reached < 0).all():
            return True
        reached = np.where(reached < 0, -1, reached[reached])
    return bool((reached < 0).all())


def find_arborescence(scores: NDArray[np.float64]) -> Integers:
    """Return the head of each node in the best tree that hangs from node 0 (Chu and Liu 1965, Edmonds 1967).

    ``scores`` (N, N): row the dependent, column its head; row 0 is not read.
    """
    heads: Integers = scores.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if not len(cycle):
        return heads
    outside = np.ones(len(scores), dtype=bool)
    outside[cycle] = False
    rest = np.flatnonzero(outside)
    inner = scores[cycle, heads[cycle]]
    # Entering the cycle at a word gives up the arc inside it.
    entering = scores[np.ix_(cycle, rest)] - inner[:, None]
    leaving = scores[np.ix_(rest, cycle)]
    size = len(rest)
    merged = np.full((size + 1, size + 1), FORBIDDEN)
    merged[:size, :size] = scores[np.ix_(rest, rest)]
    merged[size, :size] = entering.max(0)
    merged[:size, size] = leaving.max(1)
    found = find_arborescence(merged)
    result: Integers = heads.copy()
    entry = cycle[entering[:, found[size]].argmax()]
    for row in range(1, size):
        head = found[row]
        result[rest[row]] = cycle[leaving[row].argmax()] if head == size else rest[head]
    result[entry] = rest[found[size]]
    return result


def _find_cycle(heads: Integers) -> Integers:
    above: list[int] = heads.tolist()
    color = [0] * len(above)
    color[0] = -1
    for start in range(1, len(above)):
        at = start
        while color[at] == 0:
            color[at] = start
            at = above[at]
        if color[at] == start:
            cycle = [at]
            while above[cycle[-1]] != at:
                cycle.append(above[cycle[-1]])
            return np.array(sorted(cycle), dtype=np.int64)
        at = start
        while color[at] == start:
            color[at] = -1
            at = above[at]
    return np.array([], dtype=np.int64)
