"""Compares the names of entities that resolution left apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.model import Entity, EntityType, Gender
from graph.outlets import outlet_named
from graph.proposals.hints import Hint, is_near, make_pair, pair_up
from graph.resolve import Resolution
from graph.resolve.block import Profile
from graph.resolve.compare import FULL_NAME_COMPARERS, compare_full_names
from graph.resolve.normalize import PersonName, body_key, make_key, read_acronym, spell_acronyms, work_key

# A short name that fits more nodes than these is no question but a riddle.
_MOST_FITS = 4
_SHORTEST_NEAR = 4
_SHORTEST_GIVEN = 3
# What a match is worth where resolution saw it and did not join: more than one fits, or something contradicts.
_FITS, _LONE, _GIVEN, _SAME_NAME, _ACRONYM, _LONGER, _NEAR, _SUFFIX, _MIDDLE = (
    0.6,
    0.6,
    0.5,
    0.6,
    0.6,
    0.4,
    0.5,
    0.45,
    0.3,
)
_GENDERS = 0.3


@dataclass(frozen=True)
class Bearer:
    """An entity with what its mentions say of its names."""

    entity: Entity
    profiles: tuple[Profile, ...]

    @property
    def is_person(self) -> bool:
        """Tell whether it is a human being."""
        return self.entity.type is EntityType.PERSON

    @cached_property
    def full_names(self) -> tuple[PersonName, ...]:
        """Return a person's full names, sorted."""
        names = {name.key: name for profile in self.profiles if profile.is_person for name in profile.full_names}
        return tuple(names[key] for key in sorted(names))

    @cached_property
    def lone_words(self) -> tuple[str, ...]:
        """Return the words by which a person is known who has no full name."""
        if self.full_names:
            return ()
        return tuple(sorted({name.surname for profile in self.profiles for name in profile.people}))

    @cached_property
    def genders(self) -> frozenset[Gender]:
        """Return the genders that the texts show."""
        return frozenset(profile.gender for profile in self.profiles) - {Gender.UNKNOWN}

    @cached_property
    def key(self) -> str:
        """Return the key of a body's or work's label."""
        return (work_key if self.entity.type is EntityType.WORK else body_key)(self.entity.label)


def compare_names(resolution: Resolution) -> Iterator[Hint]:
    """Yield a hint for each two entities of which a name fits."""
    profiles: dict[str, list[Profile]] = defaultdict(list)
    for profile in resolution.profiles:
        if profile.key in resolution.nodes:
            profiles[resolution.nodes[profile.key]].append(profile)
    bearers = [Bearer(entity, tuple(profiles[entity.id])) for entity in resolution.entities]
    people = [bearer for bearer in bearers if bearer.is_person]
    bodies = [bearer for bearer in bearers if not bearer.is_person]
    yield from _compare_full_names([bearer for bearer in people if bearer.full_names])
    yield from _compare_lone_words(people)
    yield from _compare_labels(bearers)
    yield from _compare_bodies(bodies)
    yield from _compare_acronyms(bodies)


def _compare_full_names(people: Sequence[Bearer]) -> Iterator[Hint]:
    def by_surname(bearer: Bearer) -> Iterator[Hashable]:
        for name in bearer.full_names:
            yield "surname", name.surname, name.given[0][0]
            yield "given", name.given[0], name.surname[0]

    for one, other in pair_up(people, by_surname):
        for left in one.full_names:
            for right in other.full_names:
                if found := judge_names(left, right):
                    yield _hint(one, other, found[0], f"{left.printed}, {right.printed}: {found[1]}")


def judge_names(left: PersonName, right: PersonName) -> tuple[float, str] | None:
    """Return how well two full names fit that were not enough to join two people, and in what."""
    if left.surname != right.surname:
        long = min(len(left.surname), len(right.surname)) >= _SHORTEST_NEAR
        alike = left.given[0] == right.given[0] and long and is_near(left.surname, right.surname)
        return (_NEAR, "surnames that differ by one letter") if alike else None
    if match := compare_full_names(left, right, tier=len(FULL_NAME_COMPARERS) - 1):
        return _FITS * match.score, match.reason
    if left.suffix != right.suffix:
        fits = left.given[0] == right.given[0]
        return (_SUFFIX, f"the same name but for “{left.suffix or right.suffix}”") if fits else None
    if left.given[0] == right.given[0]:
        return _MIDDLE, "the same name but for the middle one"
    long = min(len(left.given[0]), len(right.given[0])) >= _SHORTEST_GIVEN
    return (_NEAR, "given names that differ by one letter") if long and is_near(left.given[0], right.given[0]) else None


def _compare_lone_words(people: Sequence[Bearer]) -> Iterator[Hint]:
    surnames: dict[str, dict[str, Bearer]] = defaultdict(dict)
    given: dict[str, dict[str, Bearer]] = defaultdict(dict)
    for bearer in people:
        for name in bearer.full_names:
            surnames[name.surname][bearer.entity.id] = bearer
            given[name.given[0]][bearer.entity.id] = bearer
    for bearer in people:
        for word in bearer.lone_words:
            for index, score, what in ((surnames, _LONE, "surname"), (given, _GIVEN, "given name")):
                fits = index.get(word, {})
                if 0 < len(fits) <= _MOST_FITS:
                    only = f"the {what} alone" if len(fits) == 1 else f"the {what} alone, which {len(fits)} people bear"
                    for other in fits.values():
                        told = f"{bearer.entity.label}, {other.entity.label}: {only}"
                        yield _hint(bearer, other, score / len(fits), told)


def _compare_labels(bearers: Sequence[Bearer]) -> Iterator[Hint]:
    for one, other in pair_up(bearers, lambda bearer: [make_key(bearer.entity.label)]):
        kinds = [bearer.entity.type.value for bearer in (one, other)]
        apart = "" if kinds[0] == kinds[1] else f", once as {kinds[0]} and once as {kinds[1]}"
        yield _hint(one, other, _SAME_NAME, f"{one.entity.label}: the same name{apart}")


def _compare_bodies(bodies: Sequence[Bearer]) -> Iterator[Hint]:
    def by_words(bearer: Bearer) -> Iterator[Hashable]:
        words = bearer.key.split()
        yield "first", " ".join(words[:2])
        if len(words) == 2:
            yield "first", words[0]
        yield from (("letters", part) for part in (bearer.key[:4], bearer.key[-4:]))

    for one, other in pair_up(bodies, by_words):
        short, long = sorted((one, other), key=lambda bearer: (len(bearer.key), bearer.key))
        names = f"{short.entity.label}, {long.entity.label}"
        if long.key.startswith(f"{short.key} ") and len(short.key) >= _SHORTEST_NEAR:
            yield _hint(one, other, _LONGER, f"{names}: one name begins as the other")
        elif (
            len(short.key) > _SHORTEST_NEAR
            and is_near(short.key, long.key)
            and short.key.isascii()
            # two outlets that everybody knows are no slip of the pen
            and not (outlet_named(short.entity.label) and outlet_named(long.entity.label))
        ):
            yield _hint(one, other, _NEAR, f"{names}: names that differ by one letter")


def _compare_acronyms(bodies: Sequence[Bearer]) -> Iterator[Hint]:
    spelled: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bodies:
        for letters in sorted(spell_acronyms(bearer.entity.label)):
            spelled[letters].append(bearer)
    for bearer in bodies:
        fits = spelled.get(read_acronym(bearer.entity.label), [])
        for other in fits if len(fits) <= _MOST_FITS else ():
            told = f"{bearer.entity.label}, {other.entity.label}: an acronym that fits {_count(fits)}"
            yield _hint(bearer, other, _ACRONYM / len(fits), told)


def _count(fits: Sequence[Bearer] | Mapping[str, Bearer]) -> str:
    return "it alone" if len(fits) == 1 else f"{len(fits)} names"


def _hint(one: Bearer, other: Bearer, score: float, reason: str) -> Hint:
    pair = make_pair(one.entity.id, other.entity.id)
    if one.genders and other.genders and not one.genders & other.genders:
        return Hint(pair, score - _GENDERS, (reason,), ("the articles speak of a man and of a woman",))
    return Hint(pair, score, (reason,))
