"""Joins "Ada Quill Jr." with "Ada Quill", whom no text tells from each other and whom both call by one office."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from graph.model import MentionKind
from graph.resolve.block import Profile
from graph.resolve.compare import Match, compare_without_suffix
from graph.resolve.normalize import PersonName
from graph.resolve.partition import Cluster, Partition, tell

# of these a country, a town or a company has one at a time
_OFFICES = frozenset(
    (
        "ambassador ceo chairman chairwoman chief commissioner congressman director general governor judge justice "
        "mayor officer president prosecutor secretary senator sheriff"
    ).split()
)
_SAME = Match(0.8, "same name and office, with a suffix and without")


def join_suffixed(partition: Partition, people: Sequence[Profile]) -> None:
    """Join who has a suffix in some texts with the only one of that name who has none in others.

    A text that names both, and a second one who fits, show a father and a son.
    """
    blocks: dict[tuple[str, str], list[Profile]] = {}
    for profile in people:
        for key in sorted({(name.given[0], name.surname) for name in profile.full_names}):
            blocks.setdefault(key, []).append(profile)
    for block in blocks.values():
        if not any(name.suffix for profile in block for name in profile.full_names):
            continue
        clusters = partition.clusters(block)
        pairs = [(one, other) for one, other in combinations(clusters, 2) if _are_one(one, other)]
        if len(clusters) == len(pairs) + 1 == 2 and partition.may_join(pairs[0][0][0], pairs[0][1][0]):
            one, other = pairs[0]
            partition.join(one[0], other[0], tell(_print(one), _print(other), _SAME))


def _are_one(one: Cluster, other: Cluster) -> bool:
    if not {profile.key[0] for profile in one}.isdisjoint(profile.key[0] for profile in other):
        return False
    names = [{name for profile in cluster for name in profile.full_names} for cluster in (one, other)]
    suffixes = {name.suffix for side in names for name in side} - {""}
    fit = len(suffixes) == 1 and all(compare_without_suffix(left, right) for left in names[0] for right in names[1])
    return fit and bool(_list_offices(one) & _list_offices(other))


def _list_offices(cluster: Cluster) -> set[str]:
    """Return the words for offices in which the descriptions of somebody end."""
    described = (
        mention.text for profile in cluster for mention in profile.chain.mentions if mention.kind is MentionKind.NOMINAL
    )
    return {word for text in described for word in text.casefold().split()[-1:] if word in _OFFICES}


def _print(cluster: Cluster) -> str:
    names: list[PersonName] = [name for profile in cluster for name in profile.full_names]
    return max((name.printed for name in names), key=lambda printed: (len(printed), printed))
