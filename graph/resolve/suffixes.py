"""Joins "Ada Quill Jr." with "Ada Quill", whom no text tells from each other, and parts them where most texts do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from graph.model import MentionKind
from graph.resolve.block import Profile, know_names
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


# so many texts tell father and son apart for one that takes both for one
_TOLD_APART = 3

_Key = tuple[str, str]


def part_juniors(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """Return the profiles, those without one of two names that are a father's and a son's in most other documents.

    One text that calls the son by his father's name would make one of all who are called either. The name that stands
    more often in it stays.
    """
    people = [profile for profile in profiles if profile.is_person]
    suffixed = {key for profile in people for key, found in _list_suffixes(profile).items() if found != {""}}
    mixed: Counter[_Key] = Counter()
    sides: dict[tuple[str, _Key], list[set[str]]] = {}
    for profile in people:
        for key, found in _list_suffixes(profile).items():
            if key in suffixed:
                mixed[key] += len(found) > 1
                sides.setdefault((profile.key[0], key), []).append(found)
    apart = Counter(key for (_, key), found in sides.items() if len(found) > 1 and len(set().union(*found)) > 1)
    told = {key for key, count in mixed.items() if count and apart[key] >= _TOLD_APART * count}
    return tuple(_part(profile, told) if told and profile.is_person else profile for profile in profiles)


def _list_suffixes(profile: Profile) -> dict[_Key, set[str]]:
    """Return the suffixes, "" for none, with which each full name stands."""
    found: dict[_Key, set[str]] = {}
    for name in profile.full_names:
        found.setdefault((name.given[0], name.surname), set()).add(name.suffix)
    return found


def _part(profile: Profile, apart: Iterable[_Key]) -> Profile:
    """Return a profile without the suffixes that are rarer in it, or without the bare name."""
    for key in sorted(key for key, found in _list_suffixes(profile).items() if len(found) > 1 and key in apart):
        suffixes = {printed: _find_suffix(printed, key) for printed in profile.chain.names}
        told = [suffixes.get(mention.text) for mention in profile.chain.mentions]
        counts = Counter(suffix for suffix in told if suffix is not None)
        kept = min(counts, key=lambda suffix: (-counts[suffix], suffix))
        own = zip(profile.chain.mentions, told, strict=True)
        mentions = tuple(mention for mention, suffix in own if suffix in {None, kept})
        profile = Profile(profile.key, replace(profile.chain, mentions=mentions))
    return profile


def _find_suffix(printed: str, key: _Key) -> str | None:
    """Return the suffix of a name, "" for none, where it is the full name that is asked for."""
    for name in know_names((printed,), work=False).full_names:
        if (name.given[0], name.surname) == key:
            return name.suffix
    return None


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
