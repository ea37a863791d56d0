"""What common nouns, titles and given names say of the thing that they stand for: its type, gender and number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from graph.model import EntityType, Gender
from graph.schema import FOLDER, read_toml


class Description(NamedTuple):
    """What a noun can describe; `plural` marks a word for a pair of people ("couple")."""

    type: EntityType
    gender: Gender = Gender.UNKNOWN
    plural: bool = False


@cache
def load_descriptions() -> dict[str, Description]:
    """Return what each describing noun stands for, by lemma."""
    data = read_toml(FOLDER / "descriptions.toml")
    found: dict[str, Description] = {}
    kinds = {
        "work": Description(EntityType.WORK),
        "court": Description(EntityType.COURT),
        "organization": Description(EntityType.ORGANIZATION),
        "media": Description(EntityType.MEDIA_OUTLET),
        "couple": Description(EntityType.PERSON, plural=True),
        "any": Description(EntityType.PERSON),
        "male": Description(EntityType.PERSON, Gender.MALE),
        "female": Description(EntityType.PERSON, Gender.FEMALE),
    }
    for key, description in kinds.items():
        found.update({word.lower(): description for word in data[key]})
    return found


def describes_person(word: str) -> bool:
    """Tell whether a word in lower case says what kind of person somebody is: "cook", "employee"."""
    described = load_descriptions().get(word)
    return described is not None and described.type is EntityType.PERSON


@cache
def load_titles() -> dict[str, Gender]:
    """Return the gender that each title before a name shows, by the title in lower case without its full stop."""
    data = read_toml(FOLDER / "descriptions.toml")
    kinds = {"titles_any": Gender.UNKNOWN, "titles_male": Gender.MALE, "titles_female": Gender.FEMALE}
    return {word.lower().rstrip("."): gender for key, gender in kinds.items() for word in data[key]}


@cache
def load_given_names() -> dict[str, Gender]:
    """Return the usual gender of given names, by the name in lower case; names of either gender are UNKNOWN."""
    data = read_toml(FOLDER / "first_names.toml")
    kinds = {"female": Gender.FEMALE, "male": Gender.MALE, "either": Gender.UNKNOWN}
    return {name.lower(): gender for key, gender in kinds.items() for name in data[key]}


@cache
def load_nicknames() -> dict[str, frozenset[str]]:
    """Return the short forms of each full given name, in lower case."""
    data = read_toml(FOLDER / "nicknames.toml")["nicknames"]
    return {full.lower(): frozenset(short.lower() for short in shorts) for full, shorts in data.items()}


@cache
def load_formal_names() -> dict[str, frozenset[str]]:
    """Return the full given names that each short form stands for, in lower case."""
    formal: dict[str, set[str]] = {}
    for full, shorts in load_nicknames().items():
        for short in shorts:
            formal.setdefault(short, set()).add(full)
    return {short: frozenset(full) for short, full in formal.items()}
