"""JSON inside of a page, part by part: as one text, that of a large case would fill the memory several times over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def embed(value: Any) -> str:
    """Return a value as JSON that no parser of HTML takes for markup, in its own order of keys."""
    text = json.dumps(value, separators=(",", ":"))
    # These stand in strings only, where JSON may write any sign so.
    for sign in "<>&'":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def embed_object(members: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Yield the parts of an object."""
    opened = "{"
    for key, value in members:
        yield f"{opened}{embed(key)}:{embed(value)}"
        opened = ","
    yield "{}" if opened == "{" else "}"


def embed_list(items: Iterable[Any]) -> Iterator[str]:
    """Yield the parts of a list."""
    opened = "["
    for item in items:
        yield f"{opened}{embed(item)}"
        opened = ","
    yield "[]" if opened == "[" else "]"


def embed_sections(sections: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Yield the parts of an object of which each value comes in parts; it has at least one."""
    for number, (key, parts) in enumerate(sections.items()):
        yield f"{',' if number else '{'}{embed(key)}:"
        yield from parts
    yield "}"
