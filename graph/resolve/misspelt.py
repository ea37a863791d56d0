"""Joins a full name of one text with that of several others from which it differs by one letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.descriptions import load_given_names
from graph.one_off import drop_letters, is_misspelling
from graph.resolve.block import Profile
from graph.resolve.company import Company
from graph.resolve.compare import Match, genders_agree
from graph.resolve.partition import Cluster, Partition, View, tell

_MISSPELT = Match(0.75, "one letter off the only name like it")
# a name that so many texts know is no slip of the pen
_LEAST_TEXTS = 2

_VOWELS = frozenset("aeiouy")
_ALIKE = tuple(map(set, ("ck", "cs", "dt", "kq", "mn", "sz", "vw")))

_Halves = tuple[str, str]


def join_misspelt(partition: Partition, people: Sequence[Profile], company: Company) -> None:
    """Join who is named in one text alone with the only one of several texts whose name is the same but for a letter.

    Their texts must seem to speak of the same matter, and none of them may name both.
    """
    clusters = partition.clusters(profile for profile in people if profile.full_names)
    views = [View(cluster) for cluster in clusters]
    names = [{(name.given[0], name.surname) for profile in cluster for name in profile.full_names}
             for cluster in clusters]  # fmt: skip
    known: dict[tuple[str, ...], list[int]] = {}
    for number, view in enumerate(views):
        if len(view.documents) >= _LEAST_TEXTS:
            for key in sorted({key for halves in names[number] for key in _list_keys(halves)}):
                known.setdefault(key, []).append(number)
    joins: list[tuple[Cluster, Cluster]] = []
    for number, view in enumerate(views):
        if len(view.documents) > 1 or len(names[number]) > 1:
            continue
        (own,) = names[number]
        near = {other for key in _list_keys(own) for other in known.get(key, ())}
        fitting = [other for other in sorted(near) if any(_is_slip(own, name) for name in names[other])]
        if len(fitting) == 1 and _may_be_one(view, views[fitting[0]], company):
            joins.append((clusters[fitting[0]], clusters[number]))
    for whole, single in joins:
        if partition.may_join(whole[0], single[0]):
            partition.join(whole[0], single[0], tell(View(single).longest, View(whole).longest, _MISSPELT))


def _list_keys(halves: _Halves) -> Iterator[tuple[str, ...]]:
    """Yield what two names one letter apart share: one half, and the other less a letter."""
    given, surname = halves
    yield from (("surname", given, rest) for rest in drop_letters(surname))
    if given not in load_given_names():
        yield from (("given", surname, rest) for rest in drop_letters(given))


def _is_slip(own: _Halves, other: _Halves) -> bool:
    """Tell whether one name is a slip of the pen for the other: "Quilley" for "Quilly", and not "Dunner" for "Dunney".

    Another consonant makes another name, unless it sounds alike, and so does an e at the end.
    """
    if not is_misspelling(own, other):
        return False
    one, two = (own[1], other[1]) if own[0] == other[0] else (own[0], other[0])
    if len(one) != len(two):
        return sorted((one, two), key=len)[1][-1] != "e" or one[-1] == two[-1]
    apart = [{a, b} for a, b in zip(one, two, strict=True) if a != b]
    return len(apart) > 1 or apart[0] <= _VOWELS or apart[0] in _ALIKE


def _may_be_one(single: View, whole: View, company: Company) -> bool:
    apart = single.documents.isdisjoint(whole.documents) and genders_agree(single.gender, whole.gender)
    return apart and company.is_shared(single.cluster, whole.cluster)
