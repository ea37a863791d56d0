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
from graph.read.fields import KNOWN, Names

ARTICLE_SIZE = 20_000_000
"""The largest file that holds one article, in bytes; an article has a few thousand."""

COLLECTION_SIZE = 200_000_000
"""The largest file that may hold many articles or pictures, in bytes, and the largest member of an archive."""

DEPTH_LIMIT = 3
"""How deep archives may lie in each other."""

EXPANSION_LIMIT = 200
"""How many times its own size an archive may unpack to; a text packed tightly gives about ten times."""

EXPANSION_FLOOR = 50_000_000
"""What a small archive may unpack to in any case, in bytes."""

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
    `names` are those of the fields of records.
    """

    name: str
    shown: str
    data: bytes
    readers: Mapping[str, ModuleType]
    allowance: Allowance
    names: Names
    depth: int = 0

    @property
    def suffix(self) -> str:
        """Return the end of the name that tells the format, in small letters, with its dot."""
        return find_suffix(self.name)

    def can_read(self, name: str) -> bool:
        """Tell whether a part of this name has a reader."""
        return find_suffix(name) in self.readers

    def unpack(self, stream: Readable, *, shown: str, limit: int = COLLECTION_SIZE) -> bytes:
        """Return all bytes of a stream of this source; InputError where it gives more than is allowed."""
        legal = min(self.allowance.left, limit)
        data = stream.read(legal + 1)
        self.allowance.left = max(0, self.allowance.left - len(data))
        if len(data) > legal:
            reason = f"unpacks to too much (legal are {limit:,} bytes, and {EXPANSION_LIMIT} times the size of a whole"
            raise InputError(shown, f"{reason} archive); unpack it yourself and give the articles")
        return data

    def read_part(self, data: bytes, *, name: str, shown: str) -> Iterator[Found]:
        """Yield the articles of a part that has a format of its own."""
        if self.depth >= DEPTH_LIMIT:
            reason = f"lies more than {DEPTH_LIMIT} archives deep; unpack it yourself and give the articles"
            yield InputError(shown, reason)
            return
        yield from read_source(replace(self, name=name, shown=shown, data=data, depth=self.depth + 1))


def open_source(
    name: str, data: bytes, *, shown: str, readers: Mapping[str, ModuleType], names: Names = KNOWN
) -> Source:
    """Return the source of one file's content."""
    return Source(name, shown, data, readers, Allowance(max(EXPANSION_FLOOR, EXPANSION_LIMIT * len(data))), names)


def read_source(source: Source) -> Iterator[Found]:
    """Yield the articles of a source, and an error in place of each part that cannot be used; nothing is raised."""
    reader = source.readers.get(source.suffix)
    if reader is None:
        legal = ", ".join(sorted(source.readers))
        yield InputError(source.shown, f"ends in {source.suffix or 'no suffix'!r}; legal are {legal}")
        return
    if reason := find_refusal(reader, source.data):
        yield InputError(source.shown, reason)
        return
    empty = True
    try:
        for item in reader.read(source):
            empty = False
            yield item
        if empty:
            raise InputError(source.shown, "holds no article; give a file with at least one")
    except InputError as problem:
        yield problem
    except Exception as problem:
        # The parsers of PDF, HTML, e-mail and archives raise what they like on a damaged file: one bad file must not
        # stop a build of thousands.
        fault = type(problem).__name__
        yield InputError(source.shown, f"is damaged or of another kind than its name says ({fault}); save it again")


def find_refusal(reader: ModuleType, data: bytes) -> str:
    """Return why a file's content is not read at all, or an empty text."""
    limit: int = getattr(reader, "SIZE_LIMIT", ARTICLE_SIZE)
    if len(data) > limit:
        return f"has {len(data):,} bytes; legal are at most {limit:,}: split it into articles"
    # A folder of articles often holds what was made of it, too.
    if NOTICE.encode() in data:
        return "was written by litigraph; give the articles that it was made of"
    return ""


def find_suffix(name: str) -> str:
    """Return the end of a file's name from its last dot, in small letters, or an empty text."""
    return PurePosixPath(name).suffix.lower()
