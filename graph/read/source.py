"""One input as bytes with its name, and how much may come out of it; nothing that is read is ever written to disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from types import ModuleType
from typing import Protocol, TypeAlias

from graph.errors import InputError
from graph.model import Document
from graph.notice import NOTICE
from graph.read.article import find_address, identify_text, name_publisher
from graph.read.fields import KNOWN, Names
from graph.read.limits import DEFAULTS, Limits

Found: TypeAlias = Document | InputError
"""What a reader yields: an article, or an error in place of a part that cannot be used."""


class Readable(Protocol):
    """A stream of bytes."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, at most `size` of them."""
        ...


@dataclass(slots=True)
class Allowance:
    """How many bytes may still be unpacked from one file, over all archives that lie in it."""

    left: int


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader reads: `name` tells the format, `shown` is the place in the graph and in messages.

    `readers` has the reader of each suffix, for parts that have a format of their own, such as a file in an archive;
    `names` are those of the fields of records, `limits` how much may come out of it, `address` where on the web it was
    fetched, if that is known.
    """

    name: str
    shown: str
    data: bytes
    readers: Mapping[str, ModuleType]
    allowance: Allowance
    names: Names
    limits: Limits
    depth: int = 0
    address: str | None = None

    @property
    def suffix(self) -> str:
        """Return the end of the name that tells the format, in small letters, with its dot."""
        return find_suffix(self.name)

    def can_read(self, name: str) -> bool:
        """Tell whether a part of this name has a reader."""
        return find_suffix(name) in self.readers

    def unpack(self, stream: Readable, *, shown: str, limit: int | None = None) -> bytes:
        """Return all bytes of a stream of this source; InputError where it gives more than is allowed."""
        most = limit or self.limits.file_size
        data = stream.read(min(self.allowance.left, most) + 1)
        self.spend(len(data), shown=shown, limit=most)
        return data

    def spend(self, size: int, *, shown: str, limit: int | None = None) -> None:
        """Count so many bytes that came out of this source; InputError where they are more than is allowed."""
        most = limit or self.limits.file_size
        legal = min(self.allowance.left, most)
        self.allowance.left = max(0, self.allowance.left - size)
        if size > legal:
            ratio = self.limits.archive_ratio
            reason = f"unpacks to too much (legal are {most:,} bytes, and {ratio} times the size of a whole archive)"
            raise InputError(shown, f"{reason}; unpack it yourself and give the articles")

    def read_part(self, data: bytes, *, name: str, shown: str, address: str | None = None) -> Iterator[Found]:
        """Yield the articles of a part that has a format of its own; `address` is where on the web that was fetched."""
        if self.depth >= self.limits.archive_depth:
            reason = f"lies more than {self.limits.archive_depth} archives deep"
            yield InputError(shown, f"{reason}; unpack it yourself and give the articles")
            return
        part = replace(self, name=name, shown=shown, data=data, depth=self.depth + 1, address=address)
        yield from read_source(part)


def open_source(
    name: str,
    data: bytes,
    *,
    shown: str,
    readers: Mapping[str, ModuleType],
    names: Names = KNOWN,
    limits: Limits = DEFAULTS,
    address: str | None = None,
) -> Source:
    """Return the source of one file's content."""
    allowance = Allowance(limits.allow_unpacking(len(data)))
    return Source(name, shown, data, readers, allowance, names, limits, address=address)


def read_source(source: Source) -> Iterator[Found]:
    """Yield the articles of a source, and an error in place of each part that cannot be used; nothing is raised."""
    reader = source.readers.get(source.suffix)
    if reader is None:
        legal = ", ".join(sorted(source.readers))
        yield InputError(source.shown, f"ends in {source.suffix or 'no suffix'!r}; legal are {legal}")
        return
    if reason := find_refusal(reader, source.data, source.limits):
        yield InputError(source.shown, reason)
        return
    empty = True
    try:
        for item in reader.read(source):
            empty = False
            yield _check_length(_complete(item, source), source.limits)
        if empty:
            raise InputError(source.shown, "holds no article; give a file with at least one")
    except InputError as problem:
        yield problem
    except Exception as problem:
        # The parsers of PDF, HTML, e-mail and archives raise what they like on a damaged file: one bad file must not
        # stop a build of thousands.
        fault = type(problem).__name__
        yield InputError(source.shown, f"is damaged or of another kind than its name says ({fault}); save it again")


def _complete(item: Found, source: Source) -> Found:
    """Return a source's one article with the address at which it was fetched, where its format cannot tell that."""
    address = find_address(source.address)
    if isinstance(item, InputError) or item.url or not address or item.path != source.shown:
        return item
    publisher = name_publisher(item.publisher, address)
    told = identify_text(item.text, item.published, publisher)
    return replace(item, url=address, publisher=publisher, id=item.id if publisher == item.publisher else told)


def _check_length(item: Found, limits: Limits) -> Found:
    if isinstance(item, Document) and len(item.text) > limits.text_length:
        reason = limits.refuse("text_length", len(item.text), "characters", remedy="split it into articles")
        return InputError(item.path, reason)
    return item


def find_refusal(reader: ModuleType, data: bytes, limits: Limits) -> str:
    """Return why a file's content is not read at all, or an empty text; a reader names the limit of its size."""
    name: str = getattr(reader, "SIZE_LIMIT", "article_size")
    if len(data) > getattr(limits, name):
        return limits.refuse(name, len(data), "bytes", remedy="split it into articles")
    # A folder of articles often holds what was made of it, too.
    if NOTICE.encode() in data:
        return "was written by litigraph; give the articles that it was made of"
    return ""


def find_suffix(name: str) -> str:
    """Return the end of a file's name from its last dot, in small letters, or an empty text."""
    return PurePosixPath(name).suffix.lower()
