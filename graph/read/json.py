"""Read JSON and JSON Lines: articles as crawlers, news interfaces and databases give them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from graph.errors import InputError
from graph.read.encoding import decode_lines, decode_text
from graph.read.fields import Names
from graph.read.records import Record, explain_names, find_records, read_records
from graph.read.source import Found, Source

SUFFIXES = (".json", ".jsonl", ".ndjson")
SIZE_LIMIT = "file_size"

PLACE_LIMIT = 200
"""The place of a record in its file is told with at most so many characters."""

_LINES = (".jsonl", ".ndjson")


def read(source: Source) -> Iterator[Found]:
    """Yield each article of the file, and an error for each record that is none; InputError where it is no JSON."""
    if (values := sum(map(source.data.count, (b",", b"[", b"{")))) > source.limits.file_values:
        raise InputError(source.shown, source.limits.refuse("file_values", values, "values", remedy="split it"))
    if source.suffix in _LINES:
        yield from _read_lines(decode_lines(source.data, shown=source.shown), source.shown, source.names)
        return
    text = decode_text(source.data, shown=source.shown)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as problem:
        lines = list(_read_lines(text.split("\n"), source.shown, source.names))
        # Many programs write JSON Lines into a file that ends in .json.
        if any(not isinstance(item, InputError) for item in lines):
            yield from lines
            return
        reason = f"is not JSON ({_shorten(problem)}); save it again as JSON in UTF-8"
        raise InputError(source.shown, reason) from problem
    yield from _read_content(content, source.shown, source.names)


def _read_lines(lines: Iterable[str], shown: str, names: Names) -> Iterator[Found]:
    for number, line in enumerate(lines, 1):
        place = f"{shown}#{number}"
        if not line.strip():
            continue
        try:
            content = json.loads(line)
        except (ValueError, RecursionError) as problem:
            yield InputError(place, f"is not JSON ({_shorten(problem)}); legal is one JSON object a line")
        else:
            yield from _read_content(content, place, names)


def _read_content(content: Any, shown: str, names: Names) -> Iterator[Found]:
    found: list[tuple[str, Record]] = list(find_records(content, names))
    if not found:
        first = content[0] if isinstance(content, list) and content else content
        yield InputError(shown, explain_names(first if isinstance(first, dict) else ()))
    yield from read_records(((f"{shown}{_point(place, shown)}", record) for place, record in found), names)


def _point(place: str, shown: str) -> str:
    if not place:
        return ""
    # The names of the fields come from the file.
    printable = "".join(sign if sign.isprintable() else "_" for sign in place[-PLACE_LIMIT:])
    return f"{'.' if '#' in shown else '#'}{printable}"


def _shorten(problem: Exception) -> str:
    return str(problem)[:100] or "it is nested too deeply"
