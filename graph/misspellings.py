"""Finds the names of one document that are a full name's but for one letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.clusters import Clustering
from graph.descriptions import load_given_names
from graph.model import EntityType
from graph.same_names import name_parts

LEAST_LETTERS = 6
# A full name is likelier the same where the other half agrees, so that fewer letters of this one will do.
LEAST_GIVEN, LEAST_SURNAME = 4, 5


def find_misspelt(work: Clustering) -> Iterator[tuple[int, int]]:
    """Yield what is one letter off the only full name like it, as that cluster and a mention of the other's."""
    people = [(n, cluster) for n, cluster in enumerate(work.clusters) if cluster.type is EntityType.PERSON]
    names = {number: parts for number, cluster in people if (parts := name_parts(cluster.label))}
    full: dict[str, set[int]] = defaultdict(set)
    for number, cluster in people:
        for *first, last in filter(None, map(name_parts, cluster.names)):
            for rest in drop_letters(last) if first else ():
                full[rest].add(number)
    moved: set[int] = set()
    for number, (*first, last) in names.items():
        cluster = work.clusters[number]
        near = {other for rest in drop_letters(last) for other in full.get(rest, ())} - {number}
        if first:
            known = {n: list(map(name_parts, work.clusters[n].names)) for n in sorted(near)}
            fitting = [n for n in known if any(is_misspelling(names[number], other) for other in known[n])]
            # the rarer spelling is the wrong one, and of two as rare the later one
            fitting = [n for n in fitting if (work.clusters[n].named, -n) > (cluster.named, -number)]
        else:
            alone = len(cluster.mentions) == 1 and len(last) >= LEAST_LETTERS - 1
            fitting = [n for n in sorted(near) if alone and is_one_off(names[n][-1], last)]
            fitting = [n for n in fitting if max(len(names[n][-1]), len(last)) >= LEAST_LETTERS]
        if len(fitting) == 1 and cluster.named == 1 and fitting[0] not in moved:
            moved.add(number)
            yield fitting[0], cluster.ordered[0]


def is_misspelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names have one half in common and the other but for one letter."""
    if one[0] == other[0]:
        return min(len(one[-1]), len(other[-1])) >= LEAST_SURNAME and is_one_off(one[-1], other[-1])
    known = {one[0], other[0]} <= load_given_names().keys()
    return one[-1] == other[-1] and not known and min(len(one[0]), len(other[0])) >= LEAST_GIVEN and (
        is_one_off(one[0], other[0]))  # fmt: skip


def drop_letters(word: str) -> set[str]:
    """Return a word with and without each of its letters: words one letter apart share one of these (SymSpell)."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_one_off(one: str, other: str) -> bool:
    """Tell whether one letter but the first is added, left out, another or swapped; "Dunns" are several Dunns."""
    short, long = sorted((one, other), key=len)
    if short[0] != long[0] or long == short + "s":
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
        return short != long and (short[start + 1 :] == long[start + 1 :] or swapped)
    return len(long) == len(short) + 1 and short[start:] == long[start + 1 :]
