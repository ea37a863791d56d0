"""One article from its text and what is told about it, the same for all formats."""

from __future__ import annotations

import re
from hashlib import sha256

from graph.errors import InputError
from graph.model import Document
from graph.outlets import outlet_named
from graph.read.days import read_day
from graph.read.encoding import mend_encoding

TITLE_LIMIT = 300
"""A title that is told beside the text is shorter than this, in characters."""

_LINE_BREAK = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_CONTROLS = dict.fromkeys(set(range(32)) - {9, 10} | {127} | set(range(128, 160)))
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")
_ADDRESS = re.compile(r"https?://(?:[^\s/@]*@)?([^\s/:?#<>\"'\\]+)[^\s<>\"'\\]*", re.I)
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}", re.I)


def build_article(
    text: str,
    *,
    path: str,
    title: str | None = None,
    published: object = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Document:
    """Return the article with its title above the text; InputError where there is no text.

    `published` is a date in any form that can be read, `url` the article's address. A publisher that is not told is
    taken from the address where litigraph knows the outlet.
    """
    body = clean_text(text)
    if not body:
        raise InputError(path, "is empty; an article needs text")
    head = clean_line(title, limit=TITLE_LIMIT)
    if head and head.casefold() not in " ".join(body[: 2 * TITLE_LIMIT].split()).casefold():
        body = f"{head}\n\n{body}"
    day = read_day(published)
    address = find_address(url)
    outlet = name_publisher(publisher, address)
    return Document(
        id=identify_text(body, day, outlet),
        path=path,
        text=body,
        published=day,
        title=head or None,
        publisher=outlet,
        url=address,
    )


def identify_text(text: str, published: str | None, publisher: str | None = None) -> str:
    """Return a document's id: the first 12 hexadecimal digits of its date's, text's and publisher's SHA-256.

    So the same story in ten papers is ten documents, each with its outlet.
    """
    told = f"\x1f{publisher}" if publisher else ""
    return sha256(f"{published or ''}{text}{told}".encode()).hexdigest()[:12]


def clean_text(text: str) -> str:
    """Return the text with plain line breaks, without control characters and without what UTF-8 cannot hold."""
    legal = mend_encoding(text.encode("utf-8", "replace").decode())
    return _BLANK_LINES.sub("\n\n", _LINE_BREAK.sub("\n", legal).translate(_CONTROLS)).strip()


def clean_line(text: str | None, *, limit: int) -> str:
    """Return a short text in one line; an empty one where it is none, or longer than `limit`."""
    line = " ".join(clean_text(text or "").split())
    return line if len(line) <= limit else ""


def find_address(url: str | None) -> str | None:
    """Return the web address, or None where the text is none: "javascript:" and the like lead nowhere good."""
    found = _ADDRESS.fullmatch(clean_line(url, limit=2000))
    return found[0] if found else None


def name_publisher(name: str | None, url: str | None) -> str | None:
    """Return the outlet's name as it is told, that of its web address if litigraph knows it, or None."""
    told = clean_line(name, limit=TITLE_LIMIT)
    if told and not _HOST.fullmatch(told):
        return told
    found = _ADDRESS.match(url or "")
    for host in filter(None, (told, found[1] if found else "")):
        labels = host.lower().split(".")
        known = filter(None, (outlet_named(".".join(labels[start:])) for start in range(len(labels) - 1)))
        if outlet := next(known, None):
            return outlet.name
    return told or None
