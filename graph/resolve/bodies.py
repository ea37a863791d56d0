"""Joins the bodies and works that have one name, a site with whose name it spells, and short names with long ones."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from graph.model import EntityType
from graph.outlets import outlet_named
from graph.resolve.bearers import count_texts
from graph.resolve.block import Profile, acronym_keys, body_name_keys, find_blocks
from graph.resolve.company import Company
from graph.resolve.compare import BY_ALIAS, same_body, same_by_acronym, same_outlet, same_site, same_words
from graph.resolve.normalize import (
    fold,
    is_second_name,
    join_letters,
    name_words,
    read_acronym,
    spell_site,
    well_known_bodies,
)
from graph.resolve.partition import Partition, View, choose_only, tell

_SELDOM = 8
# "Federal Elections Commission" is the "Election Commission", "World Tourism Organization" no "Trade Organization"
_MISSPELT = 0.9
_FORMS = frozenset({"co", "companies", "company", "group"})
_CHAMBERS = frozenset({"house", "senate"})
_NATIONS = frozenset({"federal", "uk", "us"})


class Meaning(NamedTuple):
    """A body that a short name can mean, why, and whether its letters spell it."""

    body: Profile
    reason: str
    spelt: bool


def join_bodies(partition: Partition, bodies: Sequence[Profile], company: Company) -> None:
    """Join the bodies of one name, those of a common name only where their texts have somebody in common."""
    for block in find_blocks(bodies, body_name_keys).values():
        for first, profile in company.list_pairs(block):
            anchor = first if partition.may_join(first, profile) else partition.find_anchor(block, profile)
            one, other = sorted((anchor.fullest, profile.fullest))
            found = (comparer(one, other) for comparer in (same_body, same_outlet, same_words))
            match = next((match for match in found if match is not None), None)
            partition.join(anchor, profile, tell(one, other, match) if match and match.score < 1 else "")


def join_sites(partition: Partition, bodies: Sequence[Profile]) -> None:
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
            partition.join(fitting[0][0], site, tell(site.fullest, fitting[0][0].fullest, match))


def join_short_bodies(partition: Partition, bodies: Sequence[Profile], company: Company) -> None:
    """Join a body known by a short name only with the one that is called so elsewhere or that the letters spell."""
    aliases: dict[str, list[Profile]] = {}
    for profile in bodies:
        for key in (*profile.body_keys[1:], *shorten_key(profile.body_keys[0])):
            aliases.setdefault(key, []).append(profile)
    spelled = find_blocks(bodies, acronym_keys)
    views: dict[int, View] = {}
    joins = []
    for cluster in partition.clusters(bodies):
        # Who is called the same means the same; of those with unlike names the last one tells the reason.
        distinct = list({id(profile.names): profile for profile in reversed(cluster)}.values())[::-1]
        found = {one.body.key: one for profile in distinct for one in _list_meanings(profile, aliases, spelled)}
        others = [other for other in partition.clusters(one.body for one in found.values())
                  if other != cluster and partition.may_join(cluster[0], other[0])]  # fmt: skip
        chosen = choose_only(cluster, [views.setdefault(id(other), View(other)) for other in others])
        if chosen is not None:
            meant = next(found[member.key] for member in chosen if member.key in found)
            # many a body has the same letters, and every town has a council
            vague = read_acronym(cluster[0].fullest) or company.is_common(cluster[0])
            # what many texts mean by letters, more than one in some of them would spell
            usual = not meant.spelt or _SELDOM * count_texts(chosen) >= count_texts(cluster)
            # a group may hold more than the body that it is called after: the user is asked
            held = meant.body.body_keys[0] == f"{cluster[0].body_keys[0]} group"
            if usual and not held and (not vague or company.is_shared(cluster, chosen)):
                joins.append((cluster[0], meant))
    for profile, meant in joins:
        partition.join(profile, meant.body, meant.reason)


def shorten_key(key: str) -> Iterator[str]:
    """Yield what a body of two words or more may be called without its form or its nation: "quill tides" of "… co".

    "the Bureau of Tides" is the "Federal Bureau of Tides" where no other country's is named, "Quill" the "University",
    "Inland Tides" the "Department of …", "House Tides" the "… Committee", "the Quill administration" "Ada Quill's",
    "Arden police" the "… Department", the "House Tides Committee" that of "Tides and Ferries".
    """
    words = key.split()
    if (len(words) > 2 and words[-1] in _FORMS) or (len(words) == 2 and words[-1] == "co"):
        yield " ".join(words[:-1])
    if len(words) > 3 and words[0] in _NATIONS:
        yield " ".join(words[1:])
    if len(words) == 2 and words[1] == "university":
        yield words[0]
    if len(words) > 2 and words[0] in _CHAMBERS and words[-1] == "committee":
        yield " ".join(words[:-1])
    if len(words) > 4 and words[0] in _CHAMBERS and words[-1] == "committee" and "and" in words[2:]:
        yield " ".join((*words[: words.index("and")], "committee"))
    if len(words) > 2 and words[-2:] == ["police", "department"]:
        yield " ".join(words[:-1])
    if len(words) > 3 and words[:2] == ["department", "of"]:
        yield " ".join(words[2:])
    if len(words) > 2 and words[-1] == "administration":
        yield " ".join(words[-2:])


def _list_meanings(
    short: Profile, aliases: Mapping[str, Sequence[Profile]], spelled: Mapping[Hashable, Sequence[Profile]]
) -> Iterator[Meaning]:
    """Yield the bodies that a short name can mean."""
    acronym = read_acronym(short.fullest)
    for other in aliases.get(short.body_keys[0], ()):
        if _alias_fits(short, other):
            yield Meaning(other, tell(short.fullest, other.fullest, BY_ALIAS), False)
    # "FBI" means what every newspaper means by it, whatever else its letters may spell
    for other in () if is_second_name(short.fullest) else spelled.get(acronym, ()):
        if _same_listing(short, other) and (match := same_by_acronym(short.fullest, other.fullest)):
            yield Meaning(other, tell(short.fullest, other.fullest, match), True)


def _alias_fits(short: Profile, long: Profile) -> bool:
    # "The Times" is a paper of its own by the list, although many a paper is called so in its own town
    listed, other = outlet_named(short.fullest), outlet_named(long.fullest)
    same_kind = (short.chain.type is EntityType.WORK) == (long.chain.type is EntityType.WORK)
    if not same_kind or (listed and other and listed.name != other.name) or _is_offshoot(short, long):
        return False
    # "Quill Corp" is no "Quill University"
    if long.body_keys[0] == f"{short.body_keys[0]} university" and _has_legal_form(short.fullest):
        return False
    # "Fire" is no "FIRE"
    spelt = {read_acronym(name) for name in long.chain.names} - {""}
    return short.body_keys[0] not in spelt or bool(read_acronym(short.fullest))


def _has_legal_form(name: str) -> bool:
    return fold(name).rpartition(" ")[2].strip(".") in name_words()["body"]["legal_forms"]


def _same_listing(short: Profile, long: Profile) -> bool:
    # "CBS" is a broadcaster by the list, whatever else its letters may spell
    listed, other = outlet_named(short.fullest), outlet_named(long.fullest)
    return listed is None or (other is not None and listed.name == other.name)


def _likeness(short: Profile, long: Profile) -> float:
    return SequenceMatcher(None, short.body_keys[0], long.body_keys[0], autojunk=False).ratio()


def _is_offshoot(short: Profile, long: Profile) -> bool:
    """Tell whether a longer name is what a body makes, a part of it, or it and another one: "Harbor Papers"."""
    words, all_words = short.body_keys[0].split(), long.body_keys[0].split()
    # "the Tides Office and Harbor Watch" are two
    if all_words[-len(words) - 1 :] == ["and", *words]:
        return True
    if all_words[: len(words)] == words and len(all_words) > len(words):
        # a court makes nothing: its place follows
        is_court = short.chain.type is EntityType.COURT
        return not is_court and not set(all_words[len(words) :]) <= set(name_words()["body"]["tails"])
    # what a newspaper calls "FBI" is that body, or it misspelt, or a nation's: no "Foundation for Blind Infants"
    if short.body_keys[0] in well_known_bodies():
        return not long.body_keys[0].endswith(short.body_keys[0]) and _likeness(short, long) < _MISSPELT
    return False
