"""Compares two names: small functions that return a score and its reason, or None where they do not fit.

After nomenklatura's matching comparers (https://github.com/opensanctions/nomenklatura).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.model import Gender
from graph.outlets import outlet_named
from graph.resolve.normalize import (
    PersonName,
    body_key,
    join_letters,
    nicknames,
    read_acronym,
    reordered_key,
    spell_acronyms,
    spell_site,
    spellings_of,
)


@dataclass(frozen=True, slots=True)
class Match:
    """How well two names fit, 0 to 1, and why."""

    score: float
    reason: str


BY_ALIAS = Match(0.7, "a name by which only one is called")

PersonComparer = Callable[[PersonName, PersonName], Match | None]


def same_full_name(left: PersonName, right: PersonName) -> Match | None:
    """Match names that are the same but for case, accents, titles and punctuation."""
    return Match(1.0, "same full name") if left.key == right.key else None


def same_without_middle(left: PersonName, right: PersonName) -> Match | None:
    """Match "Ada Quill" with "Ada B. Quill" and "Ada Bea Quill", and the latter two with each other."""
    if left.given[0] == right.given[0] and _rest_fits(left, right):
        return Match(0.95, "same first and last name")
    return None


def same_by_nickname(left: PersonName, right: PersonName) -> Match | None:
    """Match "Bill Quill" with "William Quill", and "Sergei Quill" with "Sergey Quill"."""
    if _spelt_otherwise(left.given[0], right.given[0]) and _rest_fits(left, right):
        return Match(0.9, "given name spelt otherwise")
    forms = nicknames()
    shared = any(
        forms.get(one, frozenset((one,))) & forms.get(other, frozenset((other,)))
        for one in (left.given[0], left.nickname) if one
        for other in (right.given[0], right.nickname) if other
    )  # fmt: skip
    return Match(0.9, "nickname") if shared and _rest_fits(left, right) else None


def same_by_initials(left: PersonName, right: PersonName) -> Match | None:
    """Match "A. Quill" with "Ada Quill"; "A.B. Quill" goes by both letters, and wants a name with both."""
    for one, other in ((left, right), (right, left)):
        if len(one.given) > 1 == len(other.given) and max(map(len, one.given)) == 1:
            return None
    fits = _initial_fits(left.given[0], right.given[0]) and _rest_fits(left, right)
    return Match(0.85, "initials") if fits else None


def surname_alone(lone: PersonName, full: PersonName) -> Match | None:
    """Match "Quill" with "Ada Quill"; a name with a suffix counts as one that its bearer's surname fits, too."""
    if lone.full or lone.surname not in (full.surname, f"{full.given[-1]} {full.surname}"):
        return None
    fits = not lone.suffix or lone.suffix == full.suffix
    return Match(0.7, "surname of the only full name that fits") if fits else None


# From the surest to the least sure: the order in which clusters are joined.
FULL_NAME_COMPARERS: tuple[PersonComparer, ...] = (
    same_full_name, same_without_middle, same_by_nickname, same_by_initials,
)  # fmt: skip


def compare_full_names(left: PersonName, right: PersonName, *, tier: int) -> Match | None:
    """Return the best match that the first `tier` + 1 comparers find between two full names of one surname."""
    # "Ada W." and "Ada B.W." have no last name in common
    if left.suffix != right.suffix or (len(left.surname) == 1 and left.given != right.given):
        return None
    found = (comparer(left, right) for comparer in FULL_NAME_COMPARERS[: tier + 1])
    return next((match for match in found if match is not None), None)


def genders_agree(left: Gender, right: Gender) -> bool:
    """Tell whether nothing is known of two genders that keeps them apart."""
    return Gender.UNKNOWN in (left, right) or left is right


def compare_without_suffix(left: PersonName, right: PersonName) -> bool:
    """Tell whether two names are one but for a suffix and a middle name: "Ada B. Quill Jr." and "Ada Quill"."""
    return (left.given[0], left.surname) == (right.given[0], right.surname) and _rest_fits(left, right)


def same_body(left: str, right: str) -> Match | None:
    """Match names that are the same but for article, legal form, case and punctuation."""
    return Match(1.0, "same name") if body_key(left) == body_key(right) else None


def same_outlet(left: str, right: str) -> Match | None:
    """Match two names that the list of outlets gives to one outlet."""
    one, other = outlet_named(left), outlet_named(right)
    return Match(0.95, "same outlet by the list") if one and other and one.name == other.name else None


def same_words(left: str, right: str) -> Match | None:
    """Match "Department of Justice" with "Justice Department"."""
    key = reordered_key(left)
    return Match(0.95, "same words in another order") if key and key == reordered_key(right) else None


def same_site(site: str, name: str) -> Match | None:
    """Match "harborgazette.example" with "The Harbor Gazette"."""
    spelled = spell_site(site)
    return Match(0.85, "the domain spells the name") if spelled and spelled in join_letters(name) else None


def same_by_acronym(left: str, right: str) -> Match | None:
    """Match "BQL" with "Bureau of Quill Law"."""
    fits = read_acronym(left) in spell_acronyms(right) or read_acronym(right) in spell_acronyms(left)
    return Match(0.9, "acronym of the only name that fits") if fits else None


def _rest_fits(left: PersonName, right: PersonName) -> bool:
    return all(one == other or _initial_fits(one, other)
               for one, other in zip(left.given[1:], right.given[1:], strict=False))  # fmt: skip


def _spelt_otherwise(one: str, other: str) -> bool:
    """Tell whether two given names are one written in two ways: "Sergei" and "Sergey", "Mohammed" and "Mohamed"."""
    if spellings_of(one) & spellings_of(other):
        return one != other
    return one != other and {one[-2:], other[-2:]} == {"ei", "ey"} and one[:-2] == other[:-2]


def _initial_fits(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0]
