"""The declared words that show what a text commits itself to, read from `cues.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import SchemaError
from graph.schema import FOLDER, read_toml

EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueGroup:
    """The words of one group; lemmas in lower case, but word forms for adverbs, auxiliaries, determiners and marks."""

    adjectives: frozenset[str] = EMPTY
    adverbs: frozenset[str] = EMPTY
    auxiliaries: frozenset[str] = EMPTY
    determiners: frozenset[str] = EMPTY
    exempt_nouns: frozenset[str] = EMPTY
    exempting: frozenset[str] = EMPTY
    forensic: frozenset[str] = EMPTY
    infinitive_verbs: frozenset[str] = EMPTY
    marks: frozenset[str] = EMPTY
    noun_verbs: frozenset[str] = EMPTY
    nouns: frozenset[str] = EMPTY
    prepositions: frozenset[str] = EMPTY
    publishing: frozenset[str] = EMPTY
    texts: frozenset[str] = EMPTY
    verbs: frozenset[str] = EMPTY


@dataclass(frozen=True, slots=True)
class Cues:
    """All groups of cue words."""

    negation: CueGroup
    hypothetical: CueGroup
    alleged: CueGroup
    report: CueGroup
    denial: CueGroup
    light: CueGroup


def find_faults(data: Mapping[str, Any]) -> list[str]:
    """Return every fault of the content of a cue file, each with its key and what is legal there."""
    groups = [field.name for field in fields(Cues)]
    keys = [field.name for field in fields(CueGroup)]
    faults = [f"unknown group {name!r}; legal: {', '.join(groups)}" for name in data.keys() - set(groups)]
    faults += [f"group {name!r} is missing" for name in groups if name not in data]
    for name, group in data.items():
        faults += [f"{name}: unknown key {key!r}; legal: {', '.join(keys)}" for key in group.keys() - set(keys)]
        for key, words in group.items():
            faults += [f"{name}.{key}: {word!r} stands twice" for word in dict.fromkeys(words) if words.count(word) > 1]
            faults += [f"{name}.{key}: {word!r}; legal: lower case" for word in words if word != word.lower()]
    return sorted(faults)


def read_cues(path: Path) -> Cues:
    """Read a cue file; SchemaError tells all its faults at once."""
    data = read_toml(path)
    if faults := find_faults(data):
        raise SchemaError(*(f"{path.name}: {fault}" for fault in faults))
    groups = {name: CueGroup(**{key: frozenset(words) for key, words in group.items()}) for name, group in data.items()}
    return Cues(**groups)


@cache
def load_cues() -> Cues:
    """Return the cue words that ship with the package."""
    return read_cues(FOLDER / "cues.toml")
