"""The declared relations: one TOML file each under `relations/`, read whole and checked before any text is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import SchemaError
from graph.model import Assertion, EntityType

FOLDER = Path(__file__).parent
GROUPS = ("lawsuit", "legal", "personal", "professional", "conduct", "media")
# What belongs to these happens on a day and is over.
EVENT_GROUPS = frozenset({"conduct", "media"})
# Of a judge or a court that only stands close to a proceeding: too uncertain to tell two proceedings apart.
NEAR_CONFIDENCE = 0.6
PATTERN_KINDS = ("verb", "noun", "attribution", "affiliation", "publisher")
# Between whom a pattern holds: both sides of a proceeding, who brings it and who answers, anybody and who answers, or
# any two, of whom one says what the other has done.
OPPONENTS = ("either", "bringing", "answering", "any", "back")
WORD_KEYS = ("verb", "noun", "object_noun", "clause_verb", "clause_mark", "adjunct_verb", "preposition", "particle",
             "no_particle", "governor", "adjective")  # fmt: skip
RELATION_KEYS = {
    "name",
    "words",
    "group",
    "source",
    "target",
    "symmetric",
    "always_alleged",
    "derived",
    "lists",
    "pattern",
    "example",
}
PATTERN_KEYS = {
    "name",
    "verb",
    "noun",
    "attribution",
    "affiliation",
    "publisher",
    "source",
    "target",
    "confidence",
    "object_noun",
    "clause_verb",
    "clause_mark",
    "adjunct_verb",
    "preposition",
    "particle",
    "no_particle",
    "governor",
    "adjective",
    "opponents",
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a text words a relation: the cue's lemmas and the slots that its two ends fill."""

    rule: str
    kind: str
    lemmas: frozenset[str]
    source: tuple[str, ...]
    target: tuple[str, ...]
    confidence: float
    object_noun: frozenset[str]
    clause_verb: frozenset[str]
    clause_mark: frozenset[str]
    adjunct_verb: frozenset[str]
    preposition: frozenset[str]
    particle: frozenset[str]
    no_particle: frozenset[str]
    governor: frozenset[str]
    adjective: frozenset[str]
    opponents: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what its relation must yield from it: "Subject -> Object", with the assertion in brackets."""

    text: str
    yields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation of the ontology with the types it joins, its words, its patterns and its examples."""

    name: str
    words: str
    group: str
    source: frozenset[EntityType]
    target: frozenset[EntityType]
    symmetric: bool
    always_alleged: bool
    derived: bool
    patterns: tuple[Pattern, ...]
    examples: tuple[Example, ...]

    @property
    def usual_assertion(self) -> Assertion:
        """Return the strongest assertion that this relation can have."""
        return Assertion.ALLEGED if self.always_alleged else Assertion.ASSERTED


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file of the schema; SchemaError names the file and the line where it is broken."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SchemaError(f"{path.name}: {error}. Mend the file or reinstall litigraph.") from error


def find_faults(data: Mapping[str, Any], name: str) -> Iterator[str]:
    """Yield every fault of one relation file, each with its key and what is legal there."""
    legal_types = {str(kind) for kind in EntityType}
    yield from (
        f"unknown key {key!r}; legal: {', '.join(sorted(RELATION_KEYS))}" for key in data.keys() - RELATION_KEYS
    )
    if data.get("name") != name:
        yield f"name is {data.get('name')!r}; legal: the file's own name, {name!r}"
    if not data.get("words"):
        yield "words is missing; legal: a few words that stand between subject and object"
    if data.get("group") not in GROUPS:
        yield f"group is {data.get('group')!r}; legal: {', '.join(GROUPS)}"
    for end in ("source", "target"):
        if not data.get(end) or set(data[end]) - legal_types:
            yield f"{end} is {data.get(end)!r}; legal: a list of {', '.join(sorted(legal_types))}"
    for number, pattern in enumerate(data.get("pattern", []), 1):
        where = f"pattern {pattern.get('name', number)}"
        yield from (
            f"{where}: unknown key {key!r}; legal: {', '.join(sorted(PATTERN_KEYS))}"
            for key in pattern.keys() - PATTERN_KEYS
        )
        if pattern.get("opponents", OPPONENTS[0]) not in OPPONENTS:
            yield f"{where}: opponents is {pattern['opponents']!r}; legal: {', '.join(OPPONENTS)}"
        if sum(kind in pattern for kind in PATTERN_KINDS) != 1:
            yield f"{where}: needs exactly one of {', '.join(PATTERN_KINDS)}"
        yield from (f"{where}: {key} is missing" for key in ("name", "source", "target") if not pattern.get(key))
        yield from (
            f"{where}: {word} is no list of the file; legal: {', '.join(sorted(data.get('lists', {}))) or 'none'}"
            for key in WORD_KEYS
            for word in pattern.get(key, ())
            if isinstance(word, str) and word.startswith("@") and word[1:] not in data.get("lists", {})
        )
    names = [pattern.get("name") for pattern in data.get("pattern", [])]
    yield from (f"pattern {twice!r} stands twice" for twice in sorted({str(n) for n in names if names.count(n) > 1}))
    if not data.get("pattern") and not data.get("derived"):
        yield "has no pattern; give one or say derived = true"


def to_relation_type(data: Mapping[str, Any]) -> RelationType:
    """Build the relation from a file's faultless content."""
    return RelationType(
        name=data["name"],
        words=data["words"],
        group=data["group"],
        source=frozenset(EntityType(kind) for kind in data["source"]),
        target=frozenset(EntityType(kind) for kind in data["target"]),
        symmetric=bool(data.get("symmetric", False)),
        always_alleged=bool(data.get("always_alleged", False)),
        derived=bool(data.get("derived", False)),
        patterns=tuple(to_pattern(data["name"], pattern, data.get("lists", {})) for pattern in data.get("pattern", [])),
        examples=tuple(Example(item["text"], tuple(item["yields"])) for item in data.get("example", [])),
    )


def to_pattern(relation: str, data: Mapping[str, Any], lists: Mapping[str, Sequence[str]]) -> Pattern:
    """Build one pattern from its table; "@name" among its words stands for the file's list of that name."""
    kind = next(kind for kind in PATTERN_KINDS if kind in data)

    def words(key: str) -> frozenset[str]:
        given = data.get(key, ())
        return frozenset(w for word in given for w in (lists[word[1:]] if word.startswith("@") else [word]))

    return Pattern(
        rule=f"{relation}/{data['name']}",
        kind=kind,
        lemmas=words(kind) if kind in {"verb", "noun"} else frozenset(),
        source=tuple(data["source"]),
        target=tuple(data["target"]),
        confidence=float(data.get("confidence", 0.9)),
        object_noun=words("object_noun"),
        clause_verb=words("clause_verb"),
        clause_mark=words("clause_mark"),
        adjunct_verb=words("adjunct_verb"),
        preposition=words("preposition"),
        particle=words("particle"),
        no_particle=words("no_particle"),
        governor=words("governor"),
        adjective=words("adjective"),
        opponents=str(data.get("opponents", "")),
    )


def read_relations(folder: Path) -> dict[str, RelationType]:
    """Read every relation of a folder; SchemaError tells all faults of all files at once."""
    files = {path.stem: read_toml(path) for path in sorted(folder.glob("*.toml"))}
    faults = [f"{name}.toml: {fault}" for name, data in files.items() for fault in find_faults(data, name)]
    if faults:
        raise SchemaError(*faults)
    return {name: to_relation_type(data) for name, data in files.items()}


@cache
def load_relations() -> dict[str, RelationType]:
    """Return the relations that ship with the package, by name."""
    return read_relations(FOLDER / "relations")


def relation_words(name: str) -> str:
    """Return the words that stand between subject and object: "sued"."""
    return load_relations()[name].words


def relation_group(name: str) -> str:
    """Return the group of a relation, one of GROUPS."""
    return load_relations()[name].group


def is_event(name: str) -> bool:
    """Tell whether what a relation states happens on a day and is over; a marriage or a lawsuit goes on."""
    return relation_group(name) in EVENT_GROUPS


def is_symmetric(name: str) -> bool:
    """Tell whether a relation holds both ways and is written once."""
    return load_relations()[name].symmetric
