"""The arcs of a document's trees by the places of its words, and how far each word's tree reaches.

After spaCy's `set_children_from_heads`, step by step: who moves a word must not change what is read.
"""

from __future__ import annotations

from collections.abc import Sequence

# how often spaCy looks again for the ends of trees whose arcs cross
MOST_ROUNDS = 12


class Arcs:
    """Which word each hangs on, a root on itself, and the first and last word of its tree."""

    __slots__ = ("firsts", "heads", "lasts")

    def __init__(self, heads: list[int], firsts: dict[int, int], lasts: dict[int, int]) -> None:
        self.heads = heads
        self.firsts = firsts
        self.lasts = lasts

    def move(self, word: int, head: int) -> tuple[int, int]:
        """Hang a word on another; return the first of those words whose trees may reach elsewhere, and their end."""
        roots = self._find_root(word), self._find_root(head)
        start, end = min(self.firsts[root] for root in roots), max(self.lasts[root] for root in roots) + 1
        self.heads[word] = head
        moved = range(start, end)
        for at in moved:
            self.firsts[at] = self.lasts[at] = at
        for _ in range(MOST_ROUNDS):
            self._widen(moved)
            self._widen(moved[::-1])
            if self._are_heads_inside(start, end):
                break
        return start, end

    def _find_root(self, word: int) -> int:
        for _ in self.heads:
            if self.heads[word] == word:
                break
            word = self.heads[word]
        return word

    def _widen(self, words: Sequence[int]) -> None:
        """Let each head reach as far as the words that hang on it."""
        heads, firsts, lasts = self.heads, self.firsts, self.lasts
        for word in words:
            head = heads[word]
            if firsts[word] < firsts[head]:
                firsts[head] = firsts[word]
            if lasts[word] > lasts[head]:
                lasts[head] = lasts[word]

    def _are_heads_inside(self, start: int, end: int) -> bool:
        """Tell whether each head stands in its word's sentence, as far as roots bound these."""
        starts = {self.firsts[word] for word in range(start, end) if self.heads[word] == word}
        first = 0
        for at in range(start, end):
            if (at and at in starts) or at == end - 1:
                heads = self.heads[first:at]
                if heads and not (first <= min(heads) and max(heads) <= at):
                    return False
                first = at
        return True

    def list_children(self, start: int, end: int) -> dict[int, list[int]]:
        """Return what hangs on the words of a range, and on those outside that words of it hang on, in text order."""
        found: dict[int, list[int]] = {word: [] for word in range(start, end)}
        for word in range(start, end):
            head = self.heads[word]
            if not start <= head < end:
                found[head] = self.list_children_of(head)
            elif head != word:
                found[head].append(word)
        return found

    def list_children_of(self, head: int) -> list[int]:
        """Return what hangs on a word within its reach, which arcs that cross may leave too short."""
        reach = range(self.firsts[head], self.lasts[head] + 1)
        return [word for word in reach if self.heads[word] == head != word]
