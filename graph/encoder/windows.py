"""Cut long texts into windows that the encoder can hold, with the words around them as context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.encoder.wordpiece import WordPieces

CORE = 208
CONTEXT = 16
_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)]")


@dataclass(frozen=True)
class Window:
    """Hold one window: its words from ``start`` to ``end``, of which those from ``first`` to ``last`` are its own."""

    start: int
    end: int
    first: int
    last: int


def find_cuts(words: Sequence[str]) -> list[int]:
    """Score the place after each word: 2 after a line break, 1 after a full stop or the marks that close it, else 0."""
    cuts: list[int] = []
    stopped = False
    for word in words:
        if word.isspace():
            cuts.append(2 if "\n" in word else int(stopped))
            continue
        stopped = word[-1:] in _STOPS or (stopped and word in _CLOSERS)
        cuts.append(int(stopped))
    return cuts


def cut_windows(words: Sequence[str], pieces: WordPieces, *, core: int = CORE, context: int = CONTEXT) -> list[Window]:
    """Cut a text into windows of at most ``core`` word pieces, each with up to ``context`` pieces before and after it.

    A window ends at a line break or a full stop where there is one in its last two thirds.
    """
    sizes = [len(pieces.split(word).ids) for word in words]
    cuts = find_cuts(words)
    windows: list[Window] = []
    first = 0
    while first < len(words):
        last, room, best = first, core, (0, first)
        while last < len(words) and (last == first or sizes[last] <= room):
            room -= sizes[last]
            last += 1
            if room < core * 2 / 3 and cuts[last - 1]:
                best = max(best, (cuts[last - 1], last))
        if last < len(words) and best[0]:
            last = best[1]
        windows.append(Window(_reach(sizes, first, -1, context), _reach(sizes, last, 1, context), first, last))
        first = last
    return windows


def _reach(sizes: Sequence[int], at: int, step: int, room: int) -> int:
    while True:
        beside = at if step > 0 else at - 1
        if not 0 <= beside < len(sizes) or sizes[beside] > room:
            return at
        room -= sizes[beside]
        at += step
