"""Joins "Ada Quill Jr." with "Ada Quill", whom no text tells from each other, and parts namesakes where texts do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
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


# so many texts tell two of one name apart for one that takes them for one
_TOLD_APART = 3

# the first given name and the surname that namesakes have in common
_Key = tuple[str, str]
# the first letters of the middle names, and the suffix
_Variant = tuple[str, str]


def part_namesakes(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """Return the profiles, without what they have of another's name whom most other documents tell from them.

    One text that calls the son by his father's name would make one of all who are called either: of "Bo Quill" and
    "Bo Quill Jr." the name stays that stands more often in it. Beside "Bo R. Quill" no bare "Bo Quill" stays where
    texts tell him from a Bo T. Quill.
    """
    people = [(profile, _list_variants(profile)) for profile in profiles if profile.is_person]
    several = {key for _, found in people for key, variants in found.items() if variants != {("", "")}}
    chains: dict[tuple[str, _Key], list[set[_Variant]]] = {}
    for profile, found in people:
        for key in several & found.keys():
            chains.setdefault((profile.key[0], key), []).append(found[key])
    sons, mixed, others = Counter[_Key](), Counter[_Key](), Counter[_Key]()
    for (_, key), sets in chains.items():
        suffixes = [{suffix for _, suffix in variants} for variants in sets]
        mixed[key] += sum(len(found) > 1 for found in suffixes)
        sons[key] += len(sets) > 1 and len(set().union(*suffixes)) > 1
        others[key] += any(_are_apart(one, two) for one, two in combinations(sets, 2))
    parted = {key for key, count in sons.items() if mixed[key] and count >= _TOLD_APART * mixed[key]}
    told = {key for key, count in others.items() if count >= _TOLD_APART}
    own = {profile.key: _part(_part(profile, parted & found.keys(), _name_suffix), told & found.keys(), _name_middle)
           for profile, found in people if not found.keys().isdisjoint(parted | told)}  # fmt: skip
    return tuple(own.get(profile.key, profile) for profile in profiles)


def _list_variants(profile: Profile) -> dict[_Key, set[_Variant]]:
    """Return in which variants each full name stands."""
    found: dict[_Key, set[_Variant]] = {}
    for name in profile.full_names:
        found.setdefault((name.given[0], name.surname), set()).add((_name_middle(name), _name_suffix(name)))
    return found


def _name_middle(name: PersonName) -> str:
    return "".join(word[0] for word in name.given[1:])


def _name_suffix(name: PersonName) -> str:
    return name.suffix


def _are_apart(one: Iterable[_Variant], other: Iterable[_Variant]) -> bool:
    """Tell whether no middle name of one chain can be one of another's: "H.W." and "W."."""
    middles, others = ({middle for middle, _ in variants} - {""} for variants in (one, other))
    pairs = [(left, right) for left in middles for right in others]
    return bool(pairs) and not any(_may_be_one(left, right) for left, right in pairs)


def _may_be_one(left: str, right: str) -> bool:
    """Tell whether the letters of one name's middle names begin as another's: "R." and "R.T."."""
    return left.startswith(right) or right.startswith(left)


def _part(profile: Profile, keys: Iterable[_Key], read: Callable[[PersonName], str]) -> Profile:
    """Return a profile with one variant alone of each full name that has several, the most frequent.

    A bare name goes beside middle names, and what is spelt further stays: "Bo R. Quill" and "Bo R. T. Quill".
    """
    for key in sorted(keys):
        variants = {printed: _find_variant(printed, key, read) for printed in profile.chain.names}
        told = [variants.get(mention.text) for mention in profile.chain.mentions]
        counts = Counter(variant for variant in told if variant is not None)
        if len(counts) < 2:
            continue
        middle = read is _name_middle
        kept = min(counts, key=lambda variant: (middle and not variant, -counts[variant], variant))
        same = {None, *(one for one in counts if one == kept or (middle and one and _may_be_one(one, kept)))}
        own = zip(profile.chain.mentions, told, strict=True)
        mentions = tuple(mention for mention, variant in own if variant in same)
        chain = replace(profile.chain, mentions=mentions)
        if variants.get(chain.label) not in same:
            chain = replace(chain, label=chain.names[0])
        profile = Profile(profile.key, chain)
    return profile


def _find_variant(printed: str, key: _Key, read: Callable[[PersonName], str]) -> str | None:
    """Return what sets a name apart, "" where nothing does, if it is the full name that is asked for."""
    for name in know_names((printed,), work=False).full_names:
        if (name.given[0], name.surname) == key:
            return read(name)
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
