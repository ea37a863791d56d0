"""Read a file of corrections: TOML whose faults are all told at once, each with its line and what is legal."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.corrections import NODE_TYPES, Action, Correction, Corrections, Selector
from graph.errors import UsageError
from graph.model import EntityType

_HEADER = re.compile(r"\s*\[\[\s*[\"']?([\w-]+)[\"']?\s*\]\]\s*(?:#.*)?$")
_POINTING = {"name": "a node's label, alias or id", "type": "a node's type", "document": "an article's path"}
_ENTITY_TYPES = tuple(kind for kind in NODE_TYPES if kind != EntityType.LAWSUIT)
# The keys that an entry must have, and those that it may have.
_KEYS: dict[Action, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Action.MERGE: (("names",), ("type", "note")),
    Action.NEVER_MERGE: (("names",), ("type", "note")),
    Action.SPLIT: (("name", "documents"), ("type", "note")),
    Action.RENAME: (("name", "to"), ("type", "document", "note")),
    Action.RETYPE: (("name", "to"), ("type", "document", "note")),
    Action.DROP: (("name",), ("type", "document", "note")),
}


def read_corrections(path: Path) -> Corrections:
    """Return the entries of a file; UsageError where it cannot be read, is no TOML or holds what is not legal."""
    try:
        # Windows' Notepad writes a mark before the first letter.
        text = path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise UsageError(f"{path}: cannot be read ({reason}); give a file with --corrections FILE") from problem
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        raise UsageError(f"{path}: is not UTF-8 (line {line}); save it again as UTF-8") from problem
    return parse_corrections(text, path)


def parse_corrections(text: str, path: Path) -> Corrections:
    """Return the entries of a file's text; `path` is named in a UsageError."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise UsageError(f"{path}: is not TOML: {problem}; mend that place, docs/corrections.md has examples") from None
    faults = list(find_faults(content, text))
    if faults:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise UsageError("\n".join((f"{path}: {count}:", *(f"  {fault}" for fault in faults))))
    return Corrections(
        path.name,
        tuple(
            to_correction(Action(action), entry, line)
            for action, entries in content.items()
            for entry, line in zip(entries, find_lines(text, action, len(entries)), strict=True)
        ),
    )


def find_lines(text: str, action: str, count: int) -> Sequence[int]:
    """Return the line of each [[action]], from 1; zeros where the text does not show them one by one."""
    lines = [number for number, line in enumerate(text.splitlines(), 1)
             if (found := _HEADER.match(line)) and found[1] == action]  # fmt: skip
    return lines if len(lines) == count else [0] * count


def to_correction(action: Action, entry: Mapping[str, Any], line: int) -> Correction:
    """Return the entry as a value; what it holds has been checked."""
    shared = entry.get("type", "")
    if action in (Action.MERGE, Action.NEVER_MERGE):
        names = sorted({to_selector(item, shared) for item in entry["names"]})
    else:
        names = [Selector(entry["name"], shared, entry.get("document", ""))]
    documents = tuple(sorted(set(entry.get("documents", ()))))
    note = " ".join(entry.get("note", "").split())
    return Correction(action, tuple(names), " ".join(entry.get("to", "").split()), documents, note, line)


def to_selector(item: str | Mapping[str, str], type_: str) -> Selector:
    """Return what one of `names` points to; `type_` is the entry's own type, for a name that gives none."""
    if isinstance(item, str):
        return Selector(item, type_)
    return Selector(item["name"], item.get("type", type_), item.get("document", ""))


def find_faults(content: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield what is not legal, in the form "line 3, merge.names: what is wrong; what is legal"."""
    for action, entries in content.items():
        if action not in list(Action):
            yield f"{action}: is no correction; legal: {', '.join(f'[[{name}]]' for name in Action)}"
        elif not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            yield f"{action}: is no list of tables; legal: [[{action}]] with its keys in the lines below"
        else:
            for number, (entry, line) in enumerate(zip(entries, find_lines(text, action, len(entries)), strict=True)):
                where = f"line {line}, {action}" if line else f"{action}[{number}]"
                yield from (f"{where}{fault}" for fault in find_entry_faults(Action(action), entry))


def find_entry_faults(action: Action, entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield the faults of one entry, each beginning with its key."""
    needed, allowed = _KEYS[action]
    for key in needed:
        if key not in entry:
            yield f": has no {key}; legal: {', '.join((*needed, *allowed))}"
    for key, value in entry.items():
        if key not in (*needed, *allowed):
            yield f".{key}: is unknown; legal: {', '.join((*needed, *allowed))}"
        elif key == "names":
            yield from find_name_faults(value)
        elif key == "documents":
            if not isinstance(value, list) or not value or not all(map(is_filled, value)):
                yield ".documents: is no list of texts; legal: the paths of articles, such as ['monday.txt']"
        else:
            yield from (f".{key}: {fault}" for fault in find_text_faults(key, value, retype=action is Action.RETYPE))


def find_name_faults(value: object) -> Iterator[str]:
    """Yield the faults of `names`."""
    if not isinstance(value, list) or len(value) < 2:
        yield ".names: is no list of two names or more; legal: ['Ada Quill', 'A. Quill']"
        return
    for number, item in enumerate(value):
        if isinstance(item, str) and item.strip():
            continue
        if not isinstance(item, dict) or "name" not in item or item.keys() - _POINTING.keys():
            yield f".names[{number}]: is no name; legal: a text, or {{ name = …, type = …, document = … }}"
            continue
        for key, text in item.items():
            yield from (f".names[{number}].{key}: {fault}" for fault in find_text_faults(key, text, retype=False))
    if len({str(item) for item in value}) < len(value):
        yield ".names: one name stands twice; legal: distinct names, or { name = …, document = … } for namesakes"


def find_text_faults(key: str, value: object, *, retype: bool) -> Iterator[str]:
    """Yield what is wrong with a value that has to be a text."""
    if not is_filled(value):
        yield f"is no text or an empty one; legal: {_POINTING.get(key, 'a text')}"
    elif key == "type" and value not in NODE_TYPES:
        yield f"{value!r} is no type; legal: {', '.join(NODE_TYPES)}"
    elif key == "to" and retype and value not in _ENTITY_TYPES:
        yield f"{value!r} is no type that a node can be given; legal: {', '.join(_ENTITY_TYPES)}"


def is_filled(value: object) -> bool:
    """Tell whether a value is a text that is not empty."""
    return isinstance(value, str) and bool(value.strip())
