"""Articles as records of a database, a search or a crawler: which field is what, and where the records lie."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from graph.errors import InputError
from graph.model import Document
from graph.read.article import build_article
from graph.read.fields import FIELDS, KNOWN, Names, fold_name
from graph.read.fragment import read_fragment
from graph.read.source import Found

Record = Mapping[str, Any]

# Webhose has "thread", the Guardian "fields"; Elasticsearch has "_source", which is no outlet.
_SEARCH_WRAPPER = "_source"
_WRAPPERS = frozenset({"thread", "fields", "article", "post", "document", "attributes", "metadata", "data"})
_INNER = ("name", "main", "title", "text", "value", "full name", "domain")
_DEPTH = 6
_NAMES_SHOWN = 12
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|a|span|strong|em|b|i|blockquote|figure|img)\b[^<>]{0,1000}>", re.I)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.I)
# NewsAPI cuts its contents: "… [+2741 chars]".
_CUT = re.compile(r"(?:…|\.\.\.)?\s{0,3}\[\+\d{1,9} chars\]\Z")


def find_text(record: Record, field: str, *, names: Names = KNOWN) -> str:
    """Return the text of a field under any of its names, at the top of the record or one level below, or ""."""
    for level in _list_levels(record):
        for name in names[field]:
            if text := _read_text(level.get(name), whole=field != "text"):
                return text
    return ""


def find_records(value: Any, names: Names, *, place: str = "", depth: int = 0) -> Iterator[tuple[str, Record]]:
    """Yield the records in what JSON gave, each with its place ("articles[3]"), in order.

    Where one item of a list has a text, its siblings are records too: what they lack is told.
    """
    if depth > _DEPTH:
        return
    if isinstance(value, dict):
        if find_text(value, "text", names=names):
            yield place, value
            return
        for key, item in value.items():
            if isinstance(item, dict | list):
                yield from find_records(item, names, place=f"{place}.{key}" if place else str(key), depth=depth + 1)
    elif isinstance(value, list):
        records = any(isinstance(item, dict) and find_text(item, "text", names=names) for item in value)
        for number, item in enumerate(value, 1):
            if records and isinstance(item, dict):
                yield f"{place}[{number}]", item
            else:
                yield from find_records(item, names, place=f"{place}[{number}]", depth=depth + 1)


def build_record(record: Record, names: Names, *, path: str) -> Document:
    """Return the article of a record; InputError names the fields where none of them is its text."""
    text = find_text(record, "text", names=names)
    if not text:
        raise InputError(path, explain_names(record))
    return build_article(
        strip_markup(_CUT.sub("", text) if text.endswith("chars]") else text),
        path=path,
        title=strip_markup(find_text(record, "title", names=names)),
        published=find_text(record, "published", names=names),
        publisher=find_text(record, "publisher", names=names),
        url=find_text(record, "url", names=names),
    )


def read_records(records: Iterator[tuple[str, Record]], names: Names) -> Iterator[Found]:
    """Yield the article of each (path, record), and an error in place of each that has none."""
    for path, record in records:
        try:
            yield build_record(record, names, path=path)
        except InputError as problem:
            yield problem


def explain_names(names: Sequence[str] | Record) -> str:
    """Say that none of the names is that of a text, and which are legal."""
    given = ", ".join(repr(str(name)[:40]) for name in list(names)[:_NAMES_SHOWN]) or "none"
    legal = ", ".join(FIELDS["text"])
    return f"has no text; name the field with the article's text {legal}, or declare it (its fields: {given})"


def strip_markup(text: str) -> str:
    """Return the text without HTML where it has any."""
    if _TAG.search(text):
        return read_fragment(text)
    return html.unescape(text) if _REFERENCE.search(text) else text


def _list_levels(record: Record) -> Iterator[dict[str, Any]]:
    yield _fold_keys(record)
    for name, value in record.items():
        if isinstance(value, dict) and (name == _SEARCH_WRAPPER or fold_name(str(name)) in _WRAPPERS):
            yield _fold_keys(value)


def _fold_keys(record: Record) -> dict[str, Any]:
    folded: dict[str, Any] = {}
    for name, value in record.items():
        if name != _SEARCH_WRAPPER:
            folded.setdefault(fold_name(str(name)), value)
    return folded


def _read_text(value: Any, *, whole: bool) -> str:
    """Return a text, a number, the paragraphs of a list; with `whole`, also the name of an object."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool) and whole:
        return str(value)
    if isinstance(value, date) and whole:
        return value.isoformat()
    if isinstance(value, list) and value:
        if whole:
            return _read_text(value[0], whole=whole) if not isinstance(value[0], list) else ""
        return "\n\n".join(item.strip() for item in value if isinstance(item, str))
    if isinstance(value, dict) and whole:
        inner = _fold_keys(value)
        return next((text for name in map(fold_name, _INNER) if isinstance(text := inner.get(name), str)), "").strip()
    return ""
