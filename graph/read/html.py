"""Read web pages as a browser saves them: the article without menus, advertisements and comments."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.errors import InputError
from graph.model import Document
from graph.read.article import build_article
from graph.read.encoding import decode_text
from graph.read.limits import Limits
from graph.read.source import Source

if TYPE_CHECKING:
    from trafilatura.settings import Document as Extracted

SUFFIXES = (".html", ".htm", ".xhtml")

WORDS_LEAST = 20
"""Where a page's own text has fewer words, it is no article but what is left of a menu or a notice on cookies."""

# What a page may hold beside its markup: pictures written into it, and programs. Data about the article stays.
_PICTURE = re.compile(r"data:[a-z]+/[a-z0-9.+-]+[;,][^\s\"'<>)]{200,}", re.I)
_ELEMENTS = tuple((re.compile(rf"<{name}(?=[\s>])[^<>]{{0,2000}}>", re.I), re.compile(rf"</{name}\s{{0,9}}>", re.I))
                  for name in ("script", "style"))  # fmt: skip
# Chromium's note at the top of what it saves: "<!-- saved from url=(0029)https://example.com/story -->".
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->")
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
"""The day that the page itself gives for its first publication; without an end, today's would be the latest."""


def read(source: Source) -> Iterator[Document]:
    """Yield the one article of a page, with what the page says of its title, day, publisher and address.

    Raises InputError where the page is too long, or has no article in it (https://trafilatura.readthedocs.io).
    """
    page = decode_text(source.data, shown=source.shown)
    yield read_page(page, shown=source.shown, limits=source.limits, url=source.address)


def read_page(page: str, *, shown: str, limits: Limits, url: str | None = None) -> Document:
    """Return the article of a page; `url` is where it comes from, if that is told outside of it."""
    saved = _SAVED_FROM.search(page[:5000])
    markup = drop_programs(_PICTURE.sub("", page))
    if len(markup) > limits.page_length:
        raise InputError(
            shown, limits.refuse("page_length", len(markup), "characters", remedy="save the article's text")
        )
    if (tags := markup.count("<")) > limits.page_tags:
        raise InputError(shown, limits.refuse("page_tags", tags, "tags", remedy="save the article's text"))
    found = _extract(markup, url) if markup.strip() else None
    text = found.text or "" if found else ""
    if found is None or len(text.split()) < WORDS_LEAST:
        reason = "holds no article that can be told from its menus; save the article's own page, or its text"
        raise InputError(shown, reason)
    return build_article(
        "\n\n".join(text.splitlines()),
        path=shown,
        title=found.title,
        published=found.date,
        publisher=found.sitename or found.hostname,
        url=url or found.url or (saved[1] if saved else None),
    )


def _extract(markup: str, url: str | None) -> Extracted | None:
    from trafilatura import bare_extraction

    # What its parts say of a page that is none, or of a strange date in it, is of no use to whoever builds a graph.
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = bare_extraction(markup, url=url, with_metadata=True, include_comments=False, include_tables=False,
                                date_extraction_params=_DATES)  # fmt: skip
    return None if isinstance(found, dict) else found


def drop_programs(page: str) -> str:
    """Return the page without scripts and styles, but with the data about the article that stands in a script."""
    for opening, closing in _ELEMENTS:
        parts, done, place = list[str](), 0, 0
        while (start := opening.search(page, place)) and (end := closing.search(page, start.end())):
            if "ld+json" not in start[0]:
                parts.append(page[done : start.start()])
                done = end.end()
            place = end.end()
        page = "".join((*parts, page[done:]))
    return page
