"""Read ZIP and tar archives and packed files of anything that can be read, without unpacking them to the disk."""

from __future__ import annotations

import gzip
import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO

from graph.errors import InputError
from graph.read.source import Found, Source, find_refusal, find_suffix

SUFFIXES = (".zip", ".tar", ".tgz", ".gz")
SIZE_LIMIT = "file_size"
OWN_NOTICE = "NOTICE.txt"
"""What litigraph puts beside the tables that it writes."""

# zipfile tells a password, an unknown method and broken data by different exceptions.
_FAULTS = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, ValueError, OverflowError, RuntimeError,
           NotImplementedError, OSError, KeyError, IndexError)  # fmt: skip
Member = tuple[str, Callable[[], IO[bytes]]]


def read(source: Source) -> Iterator[Found]:
    """Yield the articles of all files in an archive, those of other kinds left out; InputError where it is broken."""
    if source.suffix in (".gz", ".tgz"):
        name = source.name[: -len(source.suffix)] + (".tar" if source.suffix == ".tgz" else "")
        packed = getattr(source.readers.get(find_suffix(name)), "PACKED", False)
        data = source.data if packed else _unpack(source)
        yield from source.read_part(data, name=name, shown=source.shown, address=source.address)
        return
    try:
        members = _list_zip(source) if source.suffix == ".zip" else _list_tar(source)
    except _FAULTS as problem:
        raise _explain(source.shown, problem) from problem
    yield from _read_members(source, members)


def _unpack(source: Source) -> bytes:
    try:
        return source.unpack(gzip.GzipFile(fileobj=io.BytesIO(source.data)), shown=source.shown)
    except _FAULTS as problem:
        raise _explain(source.shown, problem) from problem


def _read_members(source: Source, members: list[Member]) -> Iterator[Found]:
    if len(members) > source.limits.archive_files:
        reason = source.limits.refuse("archive_files", len(members), "files", remedy="give the articles themselves")
        raise InputError(source.shown, reason)
    if any(name == OWN_NOTICE for name, _ in members):
        _refuse_own(source, dict(members)[OWN_NOTICE])
    count = 0
    for name, open_member in sorted(members, key=lambda member: member[0]):
        shown = f"{source.shown}/{name}"
        if not source.can_read(name):
            continue
        count += 1
        try:
            with open_member() as stream:
                data = source.unpack(stream, shown=shown)
        except _FAULTS as problem:
            yield _explain(shown, problem)
        except InputError as problem:
            yield problem
            if not source.allowance.left:
                return
        else:
            yield from source.read_part(data, name=name, shown=shown)
    if not count:
        yield InputError(source.shown, "holds no article; legal are the kinds of files that can be given by themselves")


def _refuse_own(source: Source, open_notice: Callable[[], IO[bytes]]) -> None:
    try:
        with open_notice() as stream:
            own = find_refusal(source.readers[".txt"], stream.read(source.limits.article_size), source.limits)
    except _FAULTS:
        return
    if own:
        raise InputError(source.shown, own)


def _list_zip(source: Source) -> list[Member]:
    archive = zipfile.ZipFile(io.BytesIO(source.data))

    def bind(entry: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
        return lambda: archive.open(entry)

    # A link's content is a path, not an article.
    files = [entry for entry in archive.infolist()
             if not entry.is_dir() and not stat.S_ISLNK(entry.external_attr >> 16)]  # fmt: skip
    return [(name, bind(entry)) for entry in files if (name := _clean_name(entry.filename))]


def _list_tar(source: Source) -> list[Member]:
    archive = tarfile.TarFile(fileobj=io.BytesIO(source.data))

    def bind(entry: tarfile.TarInfo) -> Callable[[], IO[bytes]]:
        return lambda: archive.extractfile(entry) or io.BytesIO()

    return [(name, bind(entry)) for entry in archive if entry.isreg() and (name := _clean_name(entry.name))]


def _clean_name(name: str) -> str:
    """Return a member's name as a path below the archive, or "" for a hidden one and what macOS adds."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    if not parts or parts[0] == "__MACOSX" or any(part.startswith(".") for part in parts):
        return ""
    return "".join(sign if sign.isprintable() else "_" for sign in "/".join(parts))


def _explain(shown: str, problem: Exception) -> InputError:
    if "password" in str(problem) or "encrypted" in str(problem):
        return InputError(shown, "is locked by a password; unpack it yourself and give the articles")
    return InputError(shown, f"cannot be unpacked ({str(problem)[:100] or type(problem).__name__}); pack it again")
