"""Holds things in disjoint sets while they are joined, and what is asked of such a set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from graph.model import Gender
from graph.resolve.block import ChainKey, Profile
from graph.resolve.compare import Match
from graph.resolve.ties import UNTIED, Ties, may_meet

Cluster = tuple[Profile, ...]


class Partition:
    """Profiles in disjoint sets, with the reasons for which they were joined; what the ties keep apart stays apart."""

    def __init__(self, profiles: Sequence[Profile], ties: Ties = UNTIED) -> None:
        self.profiles = tuple(profiles)
        self._sides = {key: dict(sides) for key, sides in ties.sides.items()}
        self._parent = {profile.key: profile.key for profile in profiles}
        self._members: dict[ChainKey, Cluster] = {profile.key: (profile,) for profile in profiles}
        self._reasons: dict[ChainKey, set[str]] = {profile.key: set() for profile in profiles}
        self._sorted: dict[ChainKey, Cluster] = {}

    def _root(self, profile: Profile) -> ChainKey:
        key = profile.key
        while self._parent[key] != key:
            self._parent[key] = key = self._parent[self._parent[key]]
        return key

    def join(self, left: Profile, right: Profile, reason: str = "") -> None:
        """Put the sets of two profiles together; the reason is kept also where they were together already."""
        one, other = sorted((self._root(left), self._root(right)), key=lambda root: (-len(self._members[root]), root))
        if self._sides and not self.may_join(left, right):
            return
        if one != other:
            if other in self._sides:
                self._sides.setdefault(one, {}).update(self._sides.pop(other))
            self._parent[other] = one
            self._members[one] += self._members.pop(other)
            self._sorted.pop(one, None)
            self._sorted.pop(other, None)
            self._reasons[one] |= self._reasons.pop(other)
        if reason:
            self._reasons[one].add(reason)

    def may_join(self, left: Profile, right: Profile) -> bool:
        """Tell whether no tie keeps the sets of two profiles apart."""
        return may_meet(self._sides.get(self._root(left), {}), self._sides.get(self._root(right), {}))

    def find_anchor(self, block: Iterable[Profile], profile: Profile) -> Profile:
        """Return the first of a block that a profile of it may be joined with: at last itself."""
        return next(other for other in block if self.may_join(other, profile))

    def cluster(self, profile: Profile) -> Cluster:
        """Return the set of a profile, sorted."""
        return self._sort(self._root(profile))

    def _sort(self, root: ChainKey) -> Cluster:
        # The name of a president is in thousands of articles: sorted once, not for each who may be meant by it.
        found = self._sorted.get(root)
        if found is None:
            found = self._sorted[root] = tuple(sorted(self._members[root], key=lambda member: member.key))
        return found

    def clusters(self, profiles: Iterable[Profile]) -> list[Cluster]:
        """Return the distinct sets of the given profiles, sorted."""
        roots = dict.fromkeys(self._root(profile) for profile in profiles)
        return sorted(map(self._sort, roots), key=lambda cluster: cluster[0].key)

    def reasons(self, cluster: Cluster) -> tuple[str, ...]:
        """Return why the members of a set are together, sorted."""
        return tuple(sorted(self._reasons[self._root(cluster[0])]))


class View:
    """What is asked of a cluster again and again by those that may belong to it, worked out once."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster

    @cached_property
    def keys(self) -> frozenset[ChainKey]:
        """Return the members' keys."""
        return frozenset(member.key for member in self.cluster)

    @cached_property
    def documents(self) -> frozenset[str]:
        """Return the ids of the documents that name it."""
        return frozenset(self.by_text)

    @cached_property
    def by_text(self) -> Mapping[str, Sequence[Profile]]:
        """Return the members of each document that names it, by the document's id."""
        found: dict[str, list[Profile]] = {}
        for member in self.cluster:
            found.setdefault(member.key[0], []).append(member)
        return found

    @cached_property
    def introduced(self) -> int:
        """Return how many documents name it in full."""
        return sum(any(member.full_names for member in members) for members in self.by_text.values())

    @cached_property
    def gender(self) -> Gender:
        """Return the gender that most members show."""
        genders = Counter(member.gender for member in self.cluster if member.gender is not Gender.UNKNOWN)
        return max(sorted(genders), key=lambda gender: genders[gender], default=Gender.UNKNOWN)

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """Return the suffixes of the full names."""
        return frozenset(name.suffix for member in self.cluster for name in member.full_names)

    @cached_property
    def longest(self) -> str:
        """Return the longest of the full names, as printed."""
        names = (name.printed for member in self.cluster for name in member.full_names)
        return max(names, key=lambda name: (len(name), name))


def choose_only(short: Cluster, fitting: Sequence[View]) -> Cluster | None:
    """Return the only cluster that fits in the short name's own documents, or else the only one at all."""
    own = {profile.key[0] for profile in short}
    near = [view for view in fitting if not own.isdisjoint(view.documents)]
    if near:
        return near[0].cluster if len(near) == 1 else None
    return fitting[0].cluster if len(fitting) == 1 else None


def tell(one: str, other: str, match: Match) -> str:
    """Return why two names mean one thing, as the user reads it."""
    return f"{one} = {other}: {match.reason}"
