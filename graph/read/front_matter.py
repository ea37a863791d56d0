"""The lines between two "---" at the top of a text that say its title, day, publisher and address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from graph.model import Document
from graph.read.article import TITLE_LIMIT, clean_line, find_address, identify_text, name_publisher
from graph.read.days import read_day
from graph.read.records import find_text

LINE_LIMIT = 100
"""Front matter has fewer lines than this."""

_BLOCK = re.compile(rf"\ufeff?---[ \t]*\n((?:[^\n]*\n){{1,{LINE_LIMIT}}}?)---[ \t]*(?:\n|\Z)")
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:[ \t]*(.*)")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return what the lines at the top tell, by name, and the text after them; both as they were if there are none."""
    block = _BLOCK.match(text)
    if not block:
        return {}, text
    pairs = [found for line in block[1].splitlines() if (found := _PAIR.fullmatch(line.rstrip()))]
    told = {found[1]: _unquote(found[2]) for found in pairs}
    # Two rules may also frame a paragraph of the article.
    known = any(find_text(told, field) for field in ("title", "published", "publisher", "url"))
    return (told, text[block.end() :].lstrip("\n")) if known else ({}, text)


def describe_article(document: Document, told: Mapping[str, str]) -> Document:
    """Return the article with the title, day, publisher and address that its front matter tells."""
    if not told:
        return document
    url = find_address(find_text(told, "url"))
    published = read_day(find_text(told, "published")) or document.published
    title = clean_line(find_text(told, "title"), limit=TITLE_LIMIT)
    text = document.text
    if title and title.casefold() not in text[: 2 * TITLE_LIMIT].casefold():
        text = f"{title}\n\n{text}"
    publisher = name_publisher(find_text(told, "publisher"), url)
    return replace(
        document,
        id=identify_text(text, published, publisher),
        text=text,
        published=published,
        title=title or document.title,
        publisher=publisher,
        url=url,
    )


def _unquote(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value
