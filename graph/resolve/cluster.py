"""Joins the named chains of all documents into clusters that each mean one thing; where unsure, it does not.

Every step looks at the clusters as the step before left them, so that no order of the documents changes the outcome.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log2

from graph.descriptions import load_given_names
from graph.model import Gender
from graph.resolve.bearers import choose_usual, count_lone_uses, is_famous, is_known
from graph.resolve.block import Profile, find_blocks, full_name_keys, surname_keys
from graph.resolve.bodies import join_bodies, join_short_bodies, join_sites
from graph.resolve.company import BIT, Company, keep_company
from graph.resolve.compare import BY_ALIAS, FULL_NAME_COMPARERS, Match, compare_full_names, genders_agree, surname_alone
from graph.resolve.middle import join_by_middle_name
from graph.resolve.misspelt import join_misspelt
from graph.resolve.namesakes import join_suffixed, part_namesakes
from graph.resolve.normalize import PersonName, nicknames
from graph.resolve.partition import Cluster, Partition, View, choose_only, tell
from graph.resolve.ties import UNTIED, Ties

_USUAL = Match(0.6, "whom most texts call so")
# How much more two people have to share where twice as many bear their surname.
_EACH_DOUBLING = 1.5 * BIT

_ARTICLE = re.compile(r"\b[Aa]l[- ]")


JoinPeople = Callable[[Partition, Sequence[Profile], Company], None]
"""What joins, in a partition, the people whose full names fit; `join_full_names` does it here and now."""


def join_full_names(partition: Partition, people: Sequence[Profile], company: Company) -> None:
    """Join people of one surname whose full names fit, by the surest comparers first.

    The more people bear the surname, the more has to speak for it that two of them are one.
    """
    blocks = find_blocks(people, surname_keys)
    needed = {key: need_company(block) for key, block in blocks.items()}
    for tier in range(1, len(FULL_NAME_COMPARERS)):
        for key, block in blocks.items():
            _join_tier(partition, partition.clusters(block), company, tier=tier, needed=needed[key])


def need_company(block: Iterable[Profile]) -> float:
    """Return the weight of what two people of one surname must share to be one: none where no third bears it."""
    bearers = {(name.surname, name.given[0]) for profile in block for name in profile.full_names}
    surnames = Counter(surname for surname, _ in bearers)
    return _EACH_DOUBLING * log2(max(2, *surnames.values()) / 2)


def find_clusters(
    profiles: Sequence[Profile], ties: Ties = UNTIED, *, join_people: JoinPeople = join_full_names
) -> Partition:
    """Return the profiles in clusters: people by their names, all else by name, outlet list and acronym.

    What the user tied together is joined before all else, so that what fits one of them fits them both; a person and a
    body are joined at the end.
    """
    profiles = part_namesakes(profiles)
    partition = Partition(profiles, ties)
    _join_tied(partition, ties, across=False)
    people = [profile for profile in profiles if profile.is_person]
    bodies = [profile for profile in profiles if not profile.is_person]
    _join_blocks(partition, find_blocks(people, full_name_keys).values())
    company = keep_company(profiles)
    join_people(partition, people, company)
    join_by_middle_name(partition, people, company)
    join_misspelt(partition, people, company)
    join_suffixed(partition, people)
    _join_lone_people(partition, people, company)
    join_bodies(partition, bodies, company)
    join_sites(partition, bodies)
    join_short_bodies(partition, bodies, company)
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


def _join_tier(partition: Partition, clusters: list[Cluster], company: Company, *, tier: int, needed: float) -> None:
    # A. Quill fits Ada Quill and Amos Quill, who do not fit each other: joining one of them would be a guess, unless
    # their texts show that he has to do with one of them alone.
    fits: dict[int, dict[int, str]] = {index: {} for index in range(len(clusters))}
    close: dict[int, list[int]] = {index: [] for index in range(len(clusters))}
    names = [_list_names(cluster) for cluster in clusters]
    for left, right in combinations(range(len(clusters)), 2):
        reason = _compare_names(names[left], names[right], tier=tier)
        if reason and partition.may_join(clusters[left][0], clusters[right][0]):
            fits[left][right] = fits[right][left] = reason
            if company.is_enough(clusters[left], clusters[right], needed):
                close[left].append(right)
                close[right].append(left)
    for component in _components(close):
        if all(other in fits[index] for index, other in combinations(component, 2)):
            for index in component[1:]:
                partition.join(clusters[component[0]][0], clusters[index][0], fits[component[0]][index])


def _components(edges: Mapping[int, Iterable[int]]) -> Iterator[list[int]]:
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
            told = tell(one.printed, other.printed, match)
            if best is None or (-match.score, told) < (-best[0].score, best[1]):
                best = match, told
    return best[1] if best else ""


def _join_lone_people(partition: Partition, people: Sequence[Profile], company: Company) -> None:
    full = partition.clusters(profile for profile in people if profile.full_names)
    views = {id(cluster): View(cluster) for cluster in full}
    by_word: dict[str, list[Cluster]] = {}
    given: set[str] = set()
    for cluster in full:
        given |= {name.given[0] for profile in cluster for name in profile.full_names}
        for word in sorted(_words_for(cluster)):
            by_word.setdefault(word, []).append(cluster)
    uses = count_lone_uses(full)
    unclaimed: dict[str, list[Profile]] = {}
    for profile in people:
        if not profile.is_lone:
            continue
        words = [name.surname for name in profile.lone_names]
        fitting = {cluster[0].key: cluster for word in words for cluster in by_word.get(word, ())
                   if profile.key not in views[id(cluster)].keys and _lone_fits(profile, views[id(cluster)])
                   and not _is_elder(profile, views[id(cluster)])
                   and partition.may_join(profile, cluster[0])}  # fmt: skip
        chosen = choose_only((profile,), [views[id(cluster)] for cluster in fitting.values()])
        near = any(profile.key[0] in views[id(cluster)].documents for cluster in fitting.values())
        usual = None if chosen or near else choose_usual(words, list(fitting.values()), uses)
        meant = chosen or usual
        # "Noah" is many a one's given name
        given_name = any(word in load_given_names() for word in words)
        famous = meant and is_famous(words, meant, list(fitting.values()), uses)
        famous = famous or (chosen and is_known(views[id(chosen)], texts=len(company.weights)) and not given_name)
        if meant and not near and not famous and not company.is_shared((profile,), meant):
            chosen = usual = None
        if chosen := chosen or usual:
            match = _USUAL if usual else _match_lone(profile, chosen)
            partition.join(profile, chosen[0], tell(profile.chain.names[0], views[id(chosen)].longest, match))
        elif not fitting and not profile.full_names and not given.intersection(words):
            for word in words:
                unclaimed.setdefault(word, []).append(profile)
    for word, same in unclaimed.items():
        known = {profile.gender for profile in same} - {Gender.UNKNOWN}
        if len(known) < 2 and word not in load_given_names() and word not in nicknames():
            _join_blocks(partition, [same])
        elif len(known) < 2:
            for left, right in combinations(same, 2):
                if company.is_shared((left,), (right,)):
                    partition.join(left, right)


def _is_elder(profile: Profile, view: View) -> bool:
    """Tell whether a text that names the son in full and kept a lone surname apart from him means his father by it."""
    here = view.by_text.get(profile.key[0], ())
    return any(member.full_names and all(name.suffix for name in member.full_names) for member in here)


def _match_lone(profile: Profile, cluster: Cluster) -> Match:
    names = ((lone, full) for lone in profile.lone_names for member in cluster for full in member.full_names)
    found = (surname_alone(lone, full) for lone, full in names)
    return next((match for match in found if match is not None), BY_ALIAS)


def _words_for(cluster: Cluster) -> set[str]:
    words = {name.surname for profile in cluster for name in profile.lone_names}
    for profile in cluster:
        for name in profile.full_names:
            # "Van Houten" alone reads as given name and surname, but is the surname of "Leslie Van Houten"
            words |= {name.surname, f"{name.given[-1]} {name.surname}"}
            words |= {f"al {name.surname}"} if _ARTICLE.search(name.printed) else set()
    return words


def _lone_fits(profile: Profile, view: View) -> bool:
    suffixes = {name.suffix for name in profile.lone_names} - {""}
    return genders_agree(profile.gender, view.gender) and suffixes <= view.suffixes
