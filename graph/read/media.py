"""What a server or a crawler says that a body is: the reader for it by its media type, and its letters as UTF-8."""

from __future__ import annotations

import re
from collections.abc import Container
from email.message import EmailMessage
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from graph.read.source import find_suffix

_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/plain": ".txt", "text/markdown": ".md",
    "application/pdf": ".pdf", "message/rfc822": ".eml", "application/mbox": ".mbox", "multipart/related": ".mhtml",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom", "application/rdf+xml": ".xml",
    "application/xml": ".xml", "text/xml": ".xml", "application/json": ".json", "application/feed+json": ".json",
    "application/ld+json": ".json", "application/x-ndjson": ".ndjson", "application/jsonl": ".jsonl",
    "text/csv": ".csv", "text/tab-separated-values": ".tsv", "application/vnd.apache.parquet": ".parquet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/zip": ".zip", "application/gzip": ".gz", "application/x-tar": ".tar", "application/warc": ".warc",
}  # fmt: skip
# Servers say these of anything that they do not know: there, the end of the address tells more.
_VAGUE = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream", "application/x-gzip",
                    "application/gzip", "application/zip", "application/xml", "text/xml"})  # fmt: skip
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]")
# XML and JSON tell their letters themselves.
_TOLD_OUTSIDE = frozenset({".html", ".txt", ".md", ".csv", ".tsv"})


class Media(NamedTuple):
    """The media type of a body in small letters, such as "text/html", and how its letters are written, if told."""

    type: str
    charset: str | None = None


def read_media(header: str | None) -> Media:
    """Return what a "Content-Type" says (RFC 9110, 8.3); an empty type where it says nothing."""
    if not (header or "").strip():
        return Media("")
    message = EmailMessage()
    try:
        message["Content-Type"] = " ".join((header or "").split())
        return Media(message.get_content_type(), message.get_content_charset())
    except (LookupError, ValueError, AttributeError, TypeError):
        # The standard library's parser raises these where the header is damaged.
        return Media((header or "").partition(";")[0].strip().casefold())


def name_body(media: Media, address: str, readers: Container[str]) -> str:
    """Return a name for a body that tells its reader, by its type or the end of its address; "" where there is none."""
    try:
        named = PurePosixPath(unquote(urlsplit(address).path)).name
    except ValueError:
        # "http://[lantern" is not even an address.
        named = ""
    if media.type in _VAGUE and find_suffix(named) in readers:
        return named
    suffix = _SUFFIXES.get(media.type, "")
    return f"body{suffix}" if suffix in readers else ""


def tell_type(name: str) -> str:
    """Return the media type of a file by the end of its name; "application/octet-stream" where that tells nothing."""
    known = (media for media, suffix in _SUFFIXES.items() if suffix == find_suffix(name))
    return next(known, "application/octet-stream")


def name_page(media: Media, address: str, data: bytes, readers: Container[str]) -> str:
    """Return the name of what was fetched as `name_body` does, by its first bytes where the server tells nothing."""
    head = data[:1000].lstrip().lower()
    if media.type in ("", "text/html") and head.startswith((b"<?xml", b"<rss", b"<feed")) and _FEED.search(head):
        return "body.xml"
    if name := name_body(media, address, readers):
        return name
    if media.type not in _VAGUE:
        return ""
    return "body.pdf" if head.startswith(b"%pdf-") else "body.html" if head.startswith(b"<") else ""


def recode_text(data: bytes, name: str, charset: str | None) -> bytes:
    """Return a text whose letters are told outside of it as UTF-8; anything else, and what is UTF-8, as it is."""
    if not charset or find_suffix(name) not in _TOLD_OUTSIDE or charset.casefold() in ("utf-8", "utf8"):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode(charset).encode("utf-8", "replace")
        except (LookupError, UnicodeError):
            return data
    return data
