"""Sorts what is to be compared into blocks, so that only names that can fit are ever compared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from graph.model import Chain, EntityType, Extraction, Gender, MentionKind
from graph.outlets import Outlet, outlet_named
from graph.resolve.normalize import (
    KNOWN_NAMES,
    PersonName,
    body_key,
    parse_person,
    read_acronym,
    reordered_key,
    spell_acronyms,
    work_key,
)

# The document's id and the index of the chain in its extraction.
ChainKey = tuple[str, int]


@dataclass(frozen=True, eq=False)
class Names:
    """What names say by themselves, worked out once for all chains that have these; titles of works have other keys."""

    printed: tuple[str, ...]
    work: bool

    @cached_property
    def people(self) -> tuple[PersonName, ...]:
        """Return the names as persons' names, the distinct ones, sorted."""
        parsed = {name.key: name for name in map(parse_person, self.printed) if name.surname}
        return tuple(parsed[key] for key in sorted(parsed))

    @cached_property
    def full_names(self) -> tuple[PersonName, ...]:
        """Return the names of more than one word."""
        return tuple(name for name in self.people if name.full)

    @cached_property
    def lone_names(self) -> tuple[PersonName, ...]:
        """Return the names of one word that are no given name of a full one, and those that are maybe a surname."""
        given = {word for name in self.full_names for word in (*name.given, name.nickname)}
        whole = [PersonName((), " ".join((*name.given, name.surname)), name.suffix, gender=name.gender)
                 for name in self.people if name.maybe_lone]  # fmt: skip
        return tuple(whole + [name for name in self.people if not name.full and name.surname not in given])

    @cached_property
    def title_gender(self) -> Gender:
        """Return the gender that a title shows."""
        found = {parse_person(name).gender for name in self.printed} - {Gender.UNKNOWN}
        return found.pop() if len(found) == 1 else Gender.UNKNOWN

    @cached_property
    def body_keys(self) -> tuple[str, ...]:
        """Return the distinct keys of the names of anything but a person, the fullest first."""
        make = work_key if self.work else body_key
        keys = {make(name) for name in self.printed} - {""}
        return tuple(sorted(keys, key=lambda key: (-len(key.split()), -len(key), key)))

    @cached_property
    def fullest(self) -> str:
        """Return the name that the first of the body keys comes from, as printed."""
        make = work_key if self.work else body_key
        return min((name for name in self.printed if make(name) == self.body_keys[0]), default="")

    @cached_property
    def outlet(self) -> Outlet | None:
        """Return the outlet of the list that the fullest name is one of, if any."""
        return outlet_named(self.fullest)


@lru_cache(maxsize=KNOWN_NAMES)
def know_names(printed: tuple[str, ...], *, work: bool) -> Names:
    """Return what is known of the names, one object for all who ask."""
    return Names(printed, work)


@dataclass(frozen=True, slots=True)
class Profile:
    """What comparers need to know of one named chain."""

    key: ChainKey
    chain: Chain
    names: Names = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Find what is known of the names."""
        printed = self.chain.names
        if self.is_person and self.chain.label not in printed:
            # "Ada" of "Ada and Bo Quill" is an Ada Quill
            printed = (*printed, self.chain.label)
        known = know_names(printed, work=self.chain.type is EntityType.WORK)
        object.__setattr__(self, "names", known)

    @property
    def is_person(self) -> bool:
        """Tell whether the chain means a human being."""
        return self.chain.type is EntityType.PERSON

    @property
    def people(self) -> tuple[PersonName, ...]:
        """Return the chain's names as persons' names, the distinct ones, sorted."""
        return self.names.people

    @property
    def full_names(self) -> tuple[PersonName, ...]:
        """Return the names of more than one word."""
        return self.names.full_names

    @property
    def is_lone(self) -> bool:
        """Tell whether a person is surely or maybe known by surname alone."""
        return all(name.maybe_lone for name in self.full_names)

    @property
    def lone_names(self) -> tuple[PersonName, ...]:
        """Return the names of one word that are no given name of a full one, and those that are maybe a surname."""
        return self.names.lone_names

    @property
    def gender(self) -> Gender:
        """Return the gender that the text shows, in its pronouns or in a title."""
        return self.names.title_gender if self.chain.gender is Gender.UNKNOWN else self.chain.gender

    @property
    def body_keys(self) -> tuple[str, ...]:
        """Return the distinct keys of the names of anything but a person, the fullest first."""
        return self.names.body_keys

    @property
    def fullest(self) -> str:
        """Return the name that the first of the body keys comes from, as printed."""
        return self.names.fullest


def read_profiles(extractions: Iterable[Extraction]) -> tuple[Profile, ...]:
    """Return the chains of all documents that have a name and are no lawsuit, sorted by document id and index."""
    found = (
        Profile((extraction.document.id, index), chain)
        for extraction in extractions
        for index, chain in enumerate(extraction.chains)
        if chain.type is not EntityType.LAWSUIT and any(m.kind is MentionKind.NAMED for m in chain.mentions)
    )
    usable = (profile for profile in found if (profile.people if profile.is_person else profile.body_keys))
    return tuple(sorted(usable, key=lambda profile: profile.key))


def full_name_keys(profile: Profile) -> Iterator[Hashable]:
    """Yield a person's full names: whoever shares one is one person."""
    if profile.is_person:
        yield from (("full", name.key) for name in profile.full_names)


def surname_keys(profile: Profile) -> Iterator[Hashable]:
    """Yield the surnames of a person's full names."""
    if profile.is_person:
        yield from sorted({("surname", name.surname, name.suffix) for name in profile.full_names})


def body_name_keys(profile: Profile) -> Iterator[Hashable]:
    """Yield the fullest name of anything but a person, with its entry in the list of outlets and its sorted words."""
    if profile.is_person:
        return
    yield ("name", profile.body_keys[0])
    if profile.chain.type is EntityType.WORK:
        return
    if reordered := reordered_key(profile.fullest):
        yield ("reordered", reordered)
    if listed := profile.names.outlet:
        yield ("outlet", listed.name)


def acronym_keys(profile: Profile) -> Iterator[Hashable]:
    """Yield the acronyms that a body bears or that its full name spells."""
    if not profile.is_person and profile.chain.type is not EntityType.WORK:
        names = sorted(profile.chain.names)
        found = {read_acronym(name) for name in names} | set().union(*(spell_acronyms(name) for name in names))
        yield from sorted(found - {""})


def find_blocks(
    profiles: Iterable[Profile], keys: Callable[[Profile], Iterator[Hashable]]
) -> dict[Hashable, list[Profile]]:
    """Return the profiles that share a key, by key, in the order given; time is linear in their number."""
    blocks: dict[Hashable, list[Profile]] = {}
    for profile in profiles:
        for key in keys(profile):
            blocks.setdefault(key, []).append(profile)
    return blocks
