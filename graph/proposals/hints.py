"""What a comparison finds: two nodes, how well they fit, and why."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")
# "Smith" is the surname of hundreds: which two of them are one is no question of names.
LARGEST_BLOCK = 30


@dataclass(frozen=True, slots=True)
class Hint:
    """Two ids, the smaller first, a score of 0 to 1 by names and facts alone, and what speaks for and against."""

    pair: tuple[str, str]
    score: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...] = ()


def make_pair(one: str, other: str) -> tuple[str, str]:
    """Return two ids in order."""
    return (one, other) if one < other else (other, one)


def pair_up(items: Iterable[Item], keys: Callable[[Item], Iterable[Hashable]]) -> Iterator[tuple[Item, Item]]:
    """Yield the pairs of items that share a key, a pair once for each key; a key of too many items tells nothing."""
    blocks: dict[Hashable, list[Item]] = {}
    for item in items:
        for key in dict.fromkeys(keys(item)):
            blocks.setdefault(key, []).append(item)
    for block in blocks.values():
        if len(block) <= LARGEST_BLOCK:
            yield from combinations(block, 2)


def is_near(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter: another, one more, one less, or two that changed places."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    start = next((at for at in range(len(short)) if short[at] != long[at]), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return swapped or short[start + 1 :] == long[start + 1 :]
