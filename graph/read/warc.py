"""Read WARC files, as web archives and crawlers write them (ISO 28500): one article a page that was fetched."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from graph.errors import InputError
from graph.read.media import Media, name_body, read_media, recode_text
from graph.read.response import OK, parse_header, parse_response
from graph.read.source import Found, Source

SUFFIXES = (".warc",)
SIZE_LIMIT = "file_size"
PACKED = True
"""A .warc.gz comes here as it is: its records are packed one by one, so that a broken one spoils no other."""

HEADER_LIMIT = 20_000
"""The header of a record has fewer bytes than this."""

BROKEN_LIMIT = 1000
"""A file with more broken records than this is not read on."""

RECORDS_A_PAGE = 10
"""A crawler writes so many records a page at most: what it asked for, the answer, and facts about the two."""

# Of what a crawl fetched, these are what people read; data and feeds repeat it.
_CRAWLED = frozenset({".html", ".htm", ".xhtml", ".txt", ".pdf"})
_FOR_PROGRAMS = re.compile(r"/(?:robots|ads|app-ads|humans|security|llms)\.txt\Z", re.I)
# At the beginning of a line: an article may well speak of WARC/1.0.
_START = re.compile(rb"(?<![^\n])WARC/\d\.\d{1,2}\r?\n")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_NEXT = re.compile(rb"[\r\n]*+(?:WARC/|\Z)")
_MAGIC = b"\x1f\x8b\x08"
_PIECE = 1 << 16
_TORN = "is damaged; give a whole copy of the file"
_MANY = f"has more than {BROKEN_LIMIT:,} broken records; give a whole copy of the file"


class Record(NamedTuple):
    """One record: its header, and what it holds."""

    header: Mapping[str, str]
    block: bytes


def read(source: Source) -> Iterator[Found]:
    """Yield the articles of all pages that were fetched, and an error in place of each record that is broken.

    A record is a page where a server answered with one ("response"), or where somebody put a file ("resource") or a
    page's text ("conversion") into the archive; its address is the article's. InputError where the file is no WARC.
    """
    pages = faults = 0
    for number, record in zip(count(1), _list_records(source), strict=False):
        shown = f"{source.shown}#{number}"
        if number > RECORDS_A_PAGE * source.limits.archive_files:
            raise InputError(source.shown, source.limits.refuse("archive_files", number, "records", remedy="split it"))
        if isinstance(record, str):
            faults += 1
            if faults > BROKEN_LIMIT:
                raise InputError(source.shown, _MANY)
            yield InputError(shown, record)
            continue
        try:
            found = list(_read_page(source, record, shown=shown))
        except InputError as problem:
            found = [problem]
        pages += bool(found)
        if pages > source.limits.archive_files:
            reason = source.limits.refuse("archive_files", pages, "pages or more", remedy="split it")
            raise InputError(source.shown, reason)
        yield from found
    if not pages and not faults:
        yield InputError(source.shown, "holds no page that was fetched; give one with responses in it")


def _read_page(source: Source, record: Record, *, shown: str) -> Iterator[Found]:
    kind = record.header.get("warc-type", "")
    address = record.header.get("warc-target-uri", "").strip("<>")
    if kind == "response" and address.startswith(("http://", "https://")):
        media, data = _read_response(source, record, shown=shown)
    elif kind in ("resource", "conversion"):
        media, data = read_media(record.header.get("content-type", "")), record.block
    else:
        return
    name = name_body(media, address, source.readers)
    if not name or _FOR_PROGRAMS.search(address) or (kind == "response" and not name.endswith(tuple(_CRAWLED))):
        return
    data = recode_text(data, name, media.charset)
    yield from source.read_part(data, name=name, shown=shown, address=address)


def _read_response(source: Source, record: Record, *, shown: str) -> tuple[Media, bytes]:
    """Return type and body of what a server answered; an empty type where that is no page ("not found")."""
    from urllib3.exceptions import HTTPError

    try:
        response = parse_response(record.block)
        if response.status != OK or not name_body(response.media, "", source.readers):
            return Media(""), b""
        if not response.can_unpack:
            raise InputError(shown, f"is packed as {response.packing[:20]!r}; legal are gzip and deflate")
        return response.media, source.unpack(response.open(), shown=shown)
    except (ValueError, HTTPError) as problem:
        raise InputError(shown, _TORN) from problem


def _list_records(source: Source) -> Iterator[Record | str]:
    """Yield each record, and what is wrong in place of a broken one."""
    if not source.data.startswith(_MAGIC) and _START.search(source.data):
        yield from _split_records(source.data)
        return
    if _MAGIC not in source.data:
        raise InputError(source.shown, 'is no WARC file: no line of it is "WARC/1.0" or "WARC/1.1"; save it again')
    place, torn, tries = 0, False, 0
    while source.allowance.left:
        start = source.data.find(_MAGIC, place)
        # What stands between two members, or after the last, was one.
        if not torn and source.data[place : start if start >= 0 else None].strip(b"\0"):
            yield _TORN
        if start < 0:
            return
        if tries > BROKEN_LIMIT:
            raise InputError(source.shown, _MANY)
        member = _Member(source.data, start)
        found = False
        for item in _unpack_records(source, member):
            found = True
            # The same signs may stand inside of a broken record: it is told once.
            if not (torn and item == _TORN):
                yield item
        if not (found or torn or member.ended):
            yield _TORN
        torn = not member.ended
        tries += torn
        place = member.place if member.ended else start + 1


def _unpack_records(source: Source, member: _Member) -> Iterator[Record | str]:
    try:
        content = source.unpack(member, shown=source.shown)
    except InputError as problem:
        yield problem.reason
        while source.allowance.left and (piece := member.read(_PIECE)):
            source.allowance.left = max(0, source.allowance.left - len(piece))
        return
    yield from _split_records(content)


def _split_records(data: bytes) -> Iterator[Record | str]:
    place = 0
    while found := _START.search(data, place):
        end = _HEADER_END.search(data, found.end() - 2, found.end() + HEADER_LIMIT)
        header = parse_header(data[found.end() : end.start()]) if end else None
        length = header.get("content-length", "") if header else ""
        stop = end.end() + int(length) if end and re.fullmatch("[0-9]{1,15}", length) else len(data) + 1
        # What is longer than its header says begins the next record in the middle of this one.
        if header is None or end is None or stop > len(data) or not _NEXT.match(data, stop):
            yield _TORN
            place = found.end()
        else:
            yield Record(header, data[end.end() : stop])
            place = stop


class _Member:
    """The stream of one of several files that were packed one by one and put together (RFC 1952, 2.2)."""

    def __init__(self, data: bytes, place: int) -> None:
        self._data, self.place = data, place
        self._unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._broken = False

    @property
    def ended(self) -> bool:
        """Tell whether the file was read to its end, and `place` is behind it."""
        return self._unpacker.eof

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes; fewer where the file is broken."""
        parts = list[bytes]()
        while size > 0 and not (self.ended or self._broken):
            piece = self._unpacker.unconsumed_tail or self._data[self.place : self.place + _PIECE]
            if not self._unpacker.unconsumed_tail:
                self.place += len(piece)
            try:
                parts.append(self._unpacker.decompress(piece, size))
            except zlib.error:
                self._broken = True
            else:
                size -= len(parts[-1])
                self._broken = not piece
            if self.ended:
                self.place -= len(self._unpacker.unused_data)
        return b"".join(parts)
