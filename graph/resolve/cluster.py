"""Joins the named chains of all documents into clusters that each mean one thing; where unsure, it does not.

Every step looks at the clusters as the step before left them, so that no order of the documents changes the outcome.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from graph.model import EntityType, Gender
from graph.outlets import outlet_named
from graph.resolve.block import (
    ChainKey,
    Profile,
    acronym_keys,
    body_name_keys,
    find_blocks,
    full_name_keys,
    surname_keys,
)
from graph.resolve.compare import (
    FULL_NAME_COMPARERS,
    Match,
    compare_full_names,
    genders_agree,
    same_body,
    same_by_acronym,
    same_outlet,
    same_site,
    same_words,
    surname_alone,
)
from graph.resolve.normalize import PersonName, join_letters, read_acronym, spell_site
from graph.resolve.ties import UNTIED, Ties, may_meet

Cluster = tuple[Profile, ...]
_KNOWN_BY_ALIAS = Match(0.7, "a name by which only one is called")


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
        return frozenset(member.key[0] for member in self.cluster)

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


JoinPeople = Callable[[Partition, Sequence[Profile]], None]
"""What joins, in a partition, the people whose full names fit; `join_full_names` does it here and now."""


def join_full_names(partition: Partition, people: Sequence[Profile]) -> None:
    """Join people of one surname whose full names fit, by the surest comparers first."""
    blocks = find_blocks(people, surname_keys)
    for tier in range(1, len(FULL_NAME_COMPARERS)):
        for block in blocks.values():
            _join_tier(partition, partition.clusters(block), tier=tier)


def find_clusters(
    profiles: Sequence[Profile], ties: Ties = UNTIED, *, join_people: JoinPeople = join_full_names
) -> Partition:
    """Return the profiles in clusters: people by their names, all else by name, outlet list and acronym.

    What the user tied together is joined before all else, so that what fits one of them fits them both; a person and a
    body are joined at the end.
    """
    partition = Partition(profiles, ties)
    _join_tied(partition, ties, across=False)
    people = [profile for profile in profiles if profile.is_person]
    bodies = [profile for profile in profiles if not profile.is_person]
    _join_blocks(partition, find_blocks(people, full_name_keys).values())
    join_people(partition, people)
    _join_lone_people(partition, people)
    _join_bodies(partition, bodies)
    _join_sites(partition, bodies)
    _join_short_bodies(partition, bodies)
    _join_tied(partition, ties, across=True)
    return partition


def _join_tied(partition: Partition, ties: Ties, *, across: bool) -> None:
    known = {profile.key: profile for profile in partition.profiles} if ties.together else {}
    for chains in ties.together:
        tied = [known[key] for key in chains if key in known]
        people, bodies = ([profile for profile in tied if profile.is_person is kind] for kind in (True, False))
        for block in [tied] if across else [people, bodies]:
            for profile in block[1:]:
                partition.join(block[0], profile)


def _join_blocks(partition: Partition, blocks: Iterable[Sequence[Profile]]) -> None:
    for block in blocks:
        for profile in block[1:]:
            partition.join(partition.find_anchor(block, profile), profile)


def _join_tier(partition: Partition, clusters: list[Cluster], *, tier: int) -> None:
    # A. Quill fits Ada Quill and Amos Quill, who do not fit each other: joining one of them would be a guess.
    fits: dict[int, dict[int, str]] = {index: {} for index in range(len(clusters))}
    names = [_list_names(cluster) for cluster in clusters]
    for left, right in combinations(range(len(clusters)), 2):
        reason = _compare_names(names[left], names[right], tier=tier)
        if reason and partition.may_join(clusters[left][0], clusters[right][0]):
            fits[left][right] = fits[right][left] = reason
    for component in _components(fits):
        if all(len(fits[index]) == len(component) - 1 for index in component):
            for index in component[1:]:
                partition.join(clusters[component[0]][0], clusters[index][0], fits[component[0]][index])


def _components(edges: dict[int, dict[int, str]]) -> Iterator[list[int]]:
    seen: set[int] = set()
    for start in edges:
        if start in seen:
            continue
        component, queue = set(), [start]
        while queue:
            index = queue.pop()
            if index not in component:
                component.add(index)
                queue.extend(edges[index])
        seen |= component
        yield sorted(component)


def _list_names(cluster: Cluster) -> list[PersonName]:
    return list({name.key: name for profile in cluster for name in profile.full_names}.values())


def _compare_names(left: Sequence[PersonName], right: Sequence[PersonName], *, tier: int) -> str:
    """Return why two persons are one, or "" where any two of their names with one surname disagree."""
    best: tuple[Match, str] | None = None
    for one in left:
        for other in right:
            if one.surname != other.surname:
                continue
            match = compare_full_names(one, other, tier=tier)
            if match is None:
                return ""
            told = _tell(one.printed, other.printed, match)
            if best is None or (-match.score, told) < (-best[0].score, best[1]):
                best = match, told
    return best[1] if best else ""


def _join_lone_people(partition: Partition, people: Sequence[Profile]) -> None:
    full = partition.clusters(profile for profile in people if profile.full_names)
    views = {id(cluster): View(cluster) for cluster in full}
    by_word: dict[str, list[Cluster]] = {}
    given: set[str] = set()
    for cluster in full:
        given |= {name.given[0] for profile in cluster for name in profile.full_names}
        for word in sorted(_words_for(cluster)):
            by_word.setdefault(word, []).append(cluster)
    unclaimed: dict[str, list[Profile]] = {}
    for profile in people:
        if not profile.is_lone:
            continue
        words = [name.surname for name in profile.lone_names]
        fitting = {cluster[0].key: cluster for word in words for cluster in by_word.get(word, ())
                   if profile.key not in views[id(cluster)].keys and _lone_fits(profile, views[id(cluster)])
                   and partition.may_join(profile, cluster[0])}  # fmt: skip
        chosen = _choose((profile,), [views[id(cluster)] for cluster in fitting.values()])
        if chosen is not None:
            match = _match_lone(profile, chosen)
            partition.join(profile, chosen[0], _tell(profile.chain.names[0], views[id(chosen)].longest, match))
        elif not fitting and not profile.full_names and not given.intersection(words):
            for word in words:
                unclaimed.setdefault(word, []).append(profile)
    for same in unclaimed.values():
        known = {profile.gender for profile in same} - {Gender.UNKNOWN}
        if len(known) < 2:
            _join_blocks(partition, [same])


def _match_lone(profile: Profile, cluster: Cluster) -> Match:
    names = ((lone, full) for lone in profile.lone_names for member in cluster for full in member.full_names)
    found = (surname_alone(lone, full) for lone, full in names)
    return next((match for match in found if match is not None), _KNOWN_BY_ALIAS)


def _words_for(cluster: Cluster) -> set[str]:
    words = {name.surname for profile in cluster for name in profile.lone_names}
    for profile in cluster:
        for name in profile.full_names:
            # "Van Houten" alone reads as given name and surname, but is the surname of "Leslie Van Houten"
            words |= {name.surname, f"{name.given[-1]} {name.surname}"}
    return words


def _lone_fits(profile: Profile, view: View) -> bool:
    suffixes = {name.suffix for name in profile.lone_names} - {""}
    return genders_agree(profile.gender, view.gender) and suffixes <= view.suffixes


def _choose(short: Cluster, fitting: Sequence[View]) -> Cluster | None:
    """Return the only cluster that fits in the short name's own documents, or else the only one at all."""
    own = {profile.key[0] for profile in short}
    near = [view for view in fitting if not own.isdisjoint(view.documents)]
    if near:
        return near[0].cluster if len(near) == 1 else None
    return fitting[0].cluster if len(fitting) == 1 else None


def _join_bodies(partition: Partition, bodies: Sequence[Profile]) -> None:
    for block in find_blocks(bodies, body_name_keys).values():
        for profile in block[1:]:
            anchor = partition.find_anchor(block, profile)
            one, other = sorted((anchor.fullest, profile.fullest))
            found = (comparer(one, other) for comparer in (same_body, same_outlet, same_words))
            match = next((match for match in found if match is not None), None)
            partition.join(anchor, profile, _tell(one, other, match) if match and match.score < 1 else "")


def _join_sites(partition: Partition, bodies: Sequence[Profile]) -> None:
    """Join a site known by its domain with the only outlet or organization whose name the domain spells."""
    sites = [profile for profile in bodies if spell_site(profile.fullest)]
    if not sites:
        return
    named: dict[str, list[Profile]] = {}
    for profile in bodies:
        if profile.chain.type in {EntityType.MEDIA_OUTLET, EntityType.ORGANIZATION}:
            for letters in sorted(join_letters(profile.fullest)):
                named.setdefault(letters, []).append(profile)
    for site in sites:
        fitting = partition.clusters(named.get(spell_site(site.fullest), ()))
        if len(fitting) == 1 and (match := same_site(site.fullest, fitting[0][0].fullest)):
            partition.join(fitting[0][0], site, _tell(site.fullest, fitting[0][0].fullest, match))


def _join_short_bodies(partition: Partition, bodies: Sequence[Profile]) -> None:
    """Join a body known by a short name only with the one that is called so elsewhere or that the letters spell."""
    aliases: dict[str, list[Profile]] = {}
    for profile in bodies:
        for key in profile.body_keys[1:]:
            aliases.setdefault(key, []).append(profile)
    spelled = find_blocks(bodies, acronym_keys)
    views: dict[int, View] = {}
    joins = []
    for cluster in partition.clusters(bodies):
        # Who is called the same means the same; of those with unlike names the last one tells the reason.
        distinct = list({id(profile.names): profile for profile in reversed(cluster)}.values())[::-1]
        found = {other.key: (other, told) for profile in distinct for other, told in _expand(profile, aliases, spelled)}
        others = [other for other in partition.clusters(other for other, _ in found.values())
                  if other != cluster and partition.may_join(cluster[0], other[0])]  # fmt: skip
        chosen = _choose(cluster, [views.setdefault(id(other), View(other)) for other in others])
        if chosen is not None:
            joins.append((cluster[0], *next(found[member.key] for member in chosen if member.key in found)))
    for profile, other, told in joins:
        partition.join(profile, other, told)


def _expand(
    short: Profile, aliases: Mapping[str, Sequence[Profile]], spelled: Mapping[Hashable, Sequence[Profile]]
) -> Iterator[tuple[Profile, str]]:
    """Yield the bodies that a short name can mean, each with the reason."""
    acronym = read_acronym(short.fullest)
    for other in aliases.get(short.body_keys[0], ()):
        if _alias_fits(short, other):
            yield other, _tell(short.fullest, other.fullest, _KNOWN_BY_ALIAS)
    for other in spelled.get(acronym, ()):
        if match := same_by_acronym(short.fullest, other.fullest):
            yield other, _tell(short.fullest, other.fullest, match)


def _alias_fits(short: Profile, long: Profile) -> bool:
    # "The Times" is a paper of its own by the list, although many a paper is called so in its own town
    listed, other = outlet_named(short.fullest), outlet_named(long.fullest)
    same_kind = (short.chain.type is EntityType.WORK) == (long.chain.type is EntityType.WORK)
    return same_kind and not (listed and other and listed.name != other.name)


def _tell(one: str, other: str, match: Match) -> str:
    return f"{one} = {other}: {match.reason}"
