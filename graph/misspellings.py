"""Finds the names of one document that are a full name's but for one letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.clusters import Clustering
from graph.model import EntityType
from graph.one_off import drop_letters, is_misspelling, is_one_off
from graph.same_names import name_parts

LEAST_LETTERS = 6


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
