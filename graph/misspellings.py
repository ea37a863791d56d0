"""Finds the lone surnames of one document that are a full name's but for one letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.clusters import Clustering, name_parts
from graph.model import EntityType

LEAST_LETTERS = 6


def find_misspelt(work: Clustering) -> Iterator[tuple[int, int]]:
    """Yield each lone surname that is one letter off the only full name like it, as that cluster and the mention."""
    alone: list[tuple[str, int]] = []
    full: dict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(work.clusters):
        *first, last = name_parts(cluster.label) or ("",)
        if cluster.type is not EntityType.PERSON or len(last) < LEAST_LETTERS:
            continue
        if first:
            for rest in drop_letters(last):
                full[rest].add(number)
        elif len(cluster.mentions) == 1:
            alone.append((last, cluster.ordered[0]))
    for surname, mention in alone:
        near = {number for rest in drop_letters(surname) for number in full.get(rest, ())}
        fitting = [n for n in sorted(near) if is_one_off(name_parts(work.clusters[n].label)[-1], surname)]
        if len(fitting) == 1:
            yield fitting[0], mention


def drop_letters(word: str) -> set[str]:
    """Return a word with and without each of its letters: words one letter apart share one of these (SymSpell)."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_one_off(one: str, other: str) -> bool:
    """Tell whether one letter but the first is added, left out or another; "Dunns" are several Dunns."""
    short, long = sorted((one, other), key=len)
    if short[0] != long[0] or long == short + "s":
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        return short != long and short[start + 1 :] == long[start + 1 :]
    return len(long) == len(short) + 1 and short[start:] == long[start + 1 :]
