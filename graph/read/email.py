"""Read e-mail, mailboxes and pages saved as web archives: the message, and the articles that are attached to it."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import TYPE_CHECKING

from graph.errors import InputError
from graph.outlets import outlet_named
from graph.read.article import build_article
from graph.read.encoding import decode_text
from graph.read.fragment import read_fragment
from graph.read.html import read_page
from graph.read.paragraphs import unwrap_text
from graph.read.source import Found, Source

SUFFIXES = (".eml", ".mbox", ".mht", ".mhtml")
SIZE_LIMIT = "file_size"

PART_LIMIT = 1000
"""A message of more parts than this is not read."""

HEADER_LIMIT = 2_000
"""Of a header, so many characters are read; RFC 5322 knows lines of 998."""

# A mailbox parts its messages by lines such as "From ada@example.com Mon Mar  4 10:00:00 2024", after an empty line.
_START = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d{4}[^\n]*\r?\n")
_QUOTED_START = re.compile(rb"^>(>*From )", re.M)

if TYPE_CHECKING:
    _Base = EmailPolicy[EmailMessage]
else:
    _Base = EmailPolicy


class _ShortHeaders(_Base):
    """Cuts a header before it is parsed: the standard library's parser takes quadratic time."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        parsed: str = super().header_fetch_parse(name, value[:HEADER_LIMIT])
        return parsed


_POLICY = _ShortHeaders()


def read(source: Source) -> Iterator[Found]:
    """Yield the articles of a message (RFC 5322), each message of a mailbox (RFC 4155), or a saved page (RFC 2557)."""
    if source.suffix == ".mbox":
        yield from _read_mailbox(source)
        return
    shown = source.shown
    message = email.message_from_bytes(source.data, policy=_POLICY)
    if len(list(message.walk())) > PART_LIMIT:
        raise InputError(shown, f"has more than {PART_LIMIT} parts; give the articles in it themselves")
    if source.suffix.startswith(".mht"):
        yield _read_saved_page(source, message)
        return
    text = _read_body(message, source)
    attached = list(_list_attachments(source, message))
    if text.strip():
        yield build_article(
            text,
            path=shown,
            title=_read_header(message, "subject"),
            published=_read_header(message, "date"),
            publisher=_find_outlet(_read_header(message, "from")),
        )
    elif not attached:
        raise InputError(shown, "is a message without text; save the article itself")
    for name, content in attached:
        yield from source.read_part(content, name=name, shown=f"{shown}/{name}")


def _read_mailbox(source: Source) -> Iterator[Found]:
    starts = list(_START.finditer(source.data))
    if not starts:
        raise InputError(source.shown, 'is no mailbox: no line begins with "From "; give single messages as .eml')
    ends = [*(start.start() for start in starts[1:]), len(source.data)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        data = _QUOTED_START.sub(rb"\1", source.data[start.end() : end])
        yield from source.read_part(data, name="message.eml", shown=f"{source.shown}#{number}")


def _read_saved_page(source: Source, message: EmailMessage) -> Found:
    shown = source.shown
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise InputError(shown, "holds no web page; save the page again, or its text")
    url = _read_header(page, "content-location") or _read_header(message, "snapshot-content-location")
    return read_page(_decode_part(page, shown=shown), shown=shown, limits=source.limits, url=url)


def _read_body(message: EmailMessage, source: Source) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(body, EmailMessage):
        return ""
    text = _decode_part(body, shown=source.shown)
    if len(text) > source.limits.article_size:
        reason = source.limits.refuse("article_size", len(text), "characters", remedy="split it into articles")
        raise InputError(source.shown, reason)
    return read_fragment(text) if body.get_content_type() == "text/html" else unwrap_text(text)


def _decode_part(part: EmailMessage, *, shown: str) -> str:
    content = part.get_payload(decode=True)
    data = content if isinstance(content, bytes) else b""
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        return decode_text(data, shown=shown)


def _list_attachments(source: Source, message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in message.walk():
        name = re.split(r"[/\\]", part.get_filename() or "")[-1]
        content = part.get_payload(decode=True) if name and source.can_read(name) else None
        if isinstance(content, bytes):
            yield name, content


def _read_header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (AttributeError, IndexError, OverflowError, TypeError, ValueError):
        # The standard library's parser raises these where a header is damaged; the text below it may be whole.
        return ""


def _find_outlet(sender: str) -> str | None:
    """Return the outlet that a message comes from, or None: most senders are people."""
    name, address = parseaddr(sender)
    known = outlet_named(name) or outlet_named(address.rpartition("@")[2].lower())
    return known.name if known else None
