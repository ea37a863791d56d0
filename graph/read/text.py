"""Read plain text and Markdown: an optional date, an optional title, then the article."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from charset_normalizer import from_bytes

from graph.errors import InputError
from graph.model import Document

SUFFIXES = (".txt", ".md")
SIZE_LIMIT = 20_000_000
"""The largest file that is read, in bytes; an article has a few thousand."""

TITLE_LIMIT = 200
"""A title is shorter than this, in characters."""

_DATE = re.compile(r"\s*date[ \t]+(\d{4}-\d{2}-\d{2})(?!\S)\s*")
_TITLE = re.compile(r"([^\n]+)\n[ \t]*\n(?=\s*\S)")
_LINE_BREAK = re.compile(r"\r\n?")
# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def read(path: Path, *, shown: str | None = None) -> Iterator[Document]:
    """Yield the one article of a file, with `shown` as its path in the graph and in messages.

    Raises InputError where the file is too large, empty or not text, and OSError where it cannot be opened.
    """
    name = path.as_posix() if shown is None else shown
    size = path.stat().st_size
    if size > SIZE_LIMIT:
        raise InputError(name, f"has {size:,} bytes; legal are at most {SIZE_LIMIT:,}: split it into articles")
    yield build_document(_decode(path.read_bytes(), name=name), path=name)


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
        title=_find_title(text),
    )


def identify_text(text: str, published: str | None) -> str:
    """Return a document's id: the first 12 hexadecimal digits of its date's and text's SHA-256."""
    return sha256(f"{published or ''}{text}".encode()).hexdigest()[:12]


def is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar in the form 2025-01-28."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _decode(data: bytes, *, name: str) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding, name=name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if 100 * sum(map(data.count, map(bytes, zip(_CONTROLS, strict=True)))) > len(data) or b"\0" in data:
        raise InputError(name, "is not text but binary; save the article as UTF-8 text")
    return text or _guess_encoding(data, name=name)


def _decode_as(data: bytes, encoding: str, *, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise InputError(name, f"is marked as {encoding} but is not; save the article as UTF-8 text") from problem


def _guess_encoding(data: bytes, *, name: str) -> str:
    if not data:
        return ""
    repaired = data.decode("utf-8", errors="replace")
    spoilt = repaired.count("\ufffd")
    if sum(letter > "\x7f" for letter in repaired) > 2 * spoilt:
        return repaired
    # English has few letters beyond ASCII, and a detector takes one lone "é" or dash for anything.
    if 5 * sum(byte > 0x7F for byte in data) < len(data):
        return data.decode("cp1252", errors="replace")
    best = from_bytes(data).best()
    if best is None:
        raise InputError(name, "has an encoding that cannot be told; save the article as UTF-8 text")
    return str(best)


def _split_date(text: str) -> tuple[str | None, str]:
    """Return the publication date and the text after it; an impossible date is no date and stays in the text."""
    found = _DATE.match(text)
    if found and is_day(found[1]):
        return found[1], text[found.end() :]
    return None, text.lstrip()


def _find_title(text: str) -> str | None:
    found = _TITLE.match(text)
    if not found:
        return None
    title = found[1].strip().lstrip("#").strip()
    return title if title and len(title) < TITLE_LIMIT and "." not in title else None
