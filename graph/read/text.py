"""Read plain text: an optional date, an optional title, then the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.errors import InputError
from graph.model import Document
from graph.read.article import identify_text
from graph.read.days import is_day
from graph.read.encoding import decode_text
from graph.read.front_matter import describe_article, split_front_matter
from graph.read.source import Source

SUFFIXES = (".txt",)
TITLE_LIMIT = 200
"""A first line that is a title is shorter than this, in characters."""

_DATE = re.compile(r"\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?!\S)\s*")
_TITLE = re.compile(r"([^\n]+)\n[ \t]*\n(?=\s*\S)")
_LINE_BREAK = re.compile(r"\r\n?")


def read(source: Source) -> Iterator[Document]:
    """Yield the one article of a text; InputError where it is empty or not text."""
    told, text = split_front_matter(_LINE_BREAK.sub("\n", decode_text(source.data, shown=source.shown)))
    yield describe_article(build_document(text, path=source.shown), told)


def build_document(text: str, *, path: str) -> Document:
    """Return the article that a text is, with `path` as its place in the graph and in messages; InputError if empty."""
    published, text = _split_date(_LINE_BREAK.sub("\n", text))
    if not text.strip():
        raise InputError(path, "is empty; an article needs text (after its date line, if it has one)")
    return Document(
        id=identify_text(text, published),
        path=path,
        text=text,
        published=published,
        title=find_title(text),
    )


def find_title(text: str) -> str | None:
    """Return the first line where it is short, has no full stop and an empty line after it."""
    found = _TITLE.match(text)
    if not found:
        return None
    title = found[1].strip().lstrip("#").strip()
    return title if title and len(title) < TITLE_LIMIT and "." not in title else None


def _split_date(text: str) -> tuple[str | None, str]:
    """Return the publication date and the text after it; an impossible date is no date and stays in the text."""
    found = _DATE.match(text)
    if found and is_day(found[1]):
        return found[1], text[found.end() :]
    return None, text.lstrip()
