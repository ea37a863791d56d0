"""What a user corrects in a graph, as a file says it: merge, never merge, split, rename, retype, drop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from graph.model import EntityType

FILE_NAME = "corrections.toml"
MERGED, APART, SPLIT, RENAMED, RETYPED = "merged", "kept apart", "split off", "renamed", "retyped"
_BY = " by "


class Action(StrEnum):
    """What a correction does; each is the name of a table in the file."""

    MERGE = "merge"
    NEVER_MERGE = "never_merge"
    SPLIT = "split"
    RENAME = "rename"
    RETYPE = "retype"
    DROP = "drop"


@dataclass(frozen=True, slots=True, order=True)
class Selector:
    """How a correction points to a node: by its id, label or alias and, where that is not enough, more.

    `type` is an EntityType's value or empty; `document` the path, its end or the id of an article that mentions the
    node, and then only the mentions of that article are meant.
    """

    name: str
    type: str = ""
    document: str = ""

    def __str__(self) -> str:
        """Write the selector as a message shows it."""
        more = ", ".join(filter(None, (self.type, self.document and f"in {self.document}")))
        return f'"{self.name}"' + (f" ({more})" if more else "")

    def cite(self) -> str:
        """Write the selector as a node's reason shows it."""
        return self.name + (f" in {self.document}" if self.document else "")


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """One entry of the file: `to` is a new label or type, `documents` what is split off, `line` its first line or 0.

    Where an entry stands is no part of what it says: two that differ in `line` alone are equal.
    """

    action: Action
    names: tuple[Selector, ...]
    to: str = ""
    documents: tuple[str, ...] = ()
    note: str = ""
    line: int = field(default=0, compare=False)

    def __str__(self) -> str:
        """Name the entry for a message; the file's name stands before it."""
        where = f"line {self.line}, " if self.line else ""
        return f"{where}{self.action} {', '.join(map(str, self.names))}"


@dataclass(frozen=True, slots=True)
class Corrections:
    """The entries of one file, in a canonical order: how they stand in the file changes nothing."""

    file: str = FILE_NAME
    entries: tuple[Correction, ...] = ()

    def __post_init__(self) -> None:
        # A dict drops what stands twice; the entry that stands first in the file gives its line.
        by_line = sorted(self.entries, key=lambda entry: entry.line)
        object.__setattr__(self, "entries", tuple(sorted(dict.fromkeys(by_line))))

    def __bool__(self) -> bool:
        """Tell whether there is anything to correct."""
        return bool(self.entries)

    def select(self, *actions: Action) -> Iterator[Correction]:
        """Yield the entries of the given kinds, in canonical order."""
        yield from (entry for entry in self.entries if entry.action in actions)

    def give_reason(self, entry: Correction, what: str, done: str) -> str:
        """Return a reason for a node: no line is in it, so that moving an entry changes no byte of the graph."""
        return f"{what}: {done}{_BY}{self.file}" + (f" ({entry.note})" if entry.note else "")


def is_correction(reason: str) -> bool:
    """Tell whether a node's reason is the user's, as `Corrections.give_reason` writes it."""
    return any(f": {done}{_BY}" in reason for done in (MERGED, APART, SPLIT, RENAMED, RETYPED))


@dataclass(frozen=True, slots=True)
class Unapplied:
    """An entry that could not be followed, or not wholly; `reason` says why and, after a semicolon, the remedy."""

    file: str
    entry: Correction
    reason: str

    def __str__(self) -> str:
        """Return one message: where, what, and the remedy."""
        return f"{self.file}, {self.entry}: {self.reason}"


NOTHING = Corrections()
NODE_TYPES = tuple(kind.value for kind in EntityType)
