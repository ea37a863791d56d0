"""Read articles from files, folders and the web; one module a format, each with `SUFFIXES` and `read`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import NamedTuple

from graph.errors import InputError
from graph.model import Document
from graph.read.fields import Names, declare_fields
from graph.read.html import SUFFIXES as PAGE_SUFFIXES
from graph.read.language import find_foreign_language
from graph.read.limits import Limits, declare_limits
from graph.read.media import name_page, recode_text
from graph.read.source import Found, Source, find_suffix, open_source, read_source
from graph.read.web import Page, Visits, fetch_page, is_address


def _find_readers() -> dict[str, ModuleType]:
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {suffix: module for module in modules for suffix in getattr(module, "SUFFIXES", ())}


READERS = _find_readers()
FAULTS_SHOWN = 1000
"""So many parts of one file that cannot be used are named, the others counted."""

PAGE_FOLDERS = ("_files", ".files", "-files")
"""How the folder is named that a browser puts beside a page which it saves."""


class Place(NamedTuple):
    """An input: the path that is shown, the path to open, and the error where it is none to read.

    What lies on the web has an `address` and no path.
    """

    shown: str
    path: Path
    error: InputError | None = None
    address: str = ""


def read_documents(
    paths: Iterable[Path | str],
    *,
    fields: Mapping[str, str] | None = None,
    limits: Mapping[str, str | int] | None = None,
) -> Iterator[Found]:
    """Yield each distinct article under `paths`, and an error in place of each input or part that cannot be used.

    A string is a web address, which is fetched; without one, nothing asks the network for anything. All comes sorted by
    the path or address that is shown, whatever the order of `paths`; of two articles with the same content the first is
    kept. A document's path is relative to the parent of the given folder (or is the path as given where that is
    relative), so that nothing depends on where the folder lies; behind it stands the place in a file of many.

    `fields` tells what records and tables call the "text", "title", "published", "publisher" and "url" of an article,
    and `limits` how much may come out of one input ({"pdf-pages": 2000}); UsageError for another key.
    """
    names, bounds = declare_fields(fields or {}), declare_limits(limits or {})
    seen: set[str] = set()
    with closing(Visits()) as visits:
        for place in list_places(paths):
            for item in read_place(place, names=names, limits=bounds, visits=visits):
                if isinstance(item, InputError):
                    yield item
                elif item.id not in seen:
                    seen.add(item.id)
                    yield item


def find_root(text: str) -> Path | str:
    """Return what the user names, as `read_documents` takes it: a web address as it is, all else as a path."""
    return text if is_address(text) else Path(text)


def list_places(paths: Iterable[Path | str], *, base: Path = Path()) -> list[Place]:
    """Return each file under `paths` once, sorted by the path that is shown, and each input that is none to read.

    Relative paths lie below `base`, which is not shown.
    """
    found = {(place.shown, place.path): place for root in paths for place in _walk(root, base=base)}
    return sorted(found.values(), key=order_place)


def order_place(place: Place) -> tuple[str, str]:
    """Return the key by which inputs are sorted."""
    return place.shown, place.path.as_posix()


def read_place(place: Place, *, names: Names, limits: Limits, visits: Visits) -> Iterator[Found]:
    """Yield the articles of one input, in the order in which they stand there, and errors in place of what is none."""
    if place.error is not None:
        yield place.error
        return
    try:
        if place.address:
            page = fetch_page(place.address, limits=limits, visits=visits)
            yield from read_fetched(page, place, names=names, limits=limits)
            return
        data = load_bytes(place, limits=limits)
    except InputError as problem:
        yield problem
        return
    yield from read_bytes(data, place, names=names, limits=limits)


def load_bytes(place: Place, *, limits: Limits) -> bytes:
    """Return the content of a file; InputError where it cannot be read or is far too large."""
    path, shown = place.path, place.shown
    try:
        if not path.is_file():
            raise InputError(shown, "is not a regular file; give a file with text in it")
        # Its own limit is checked by each reader; this one keeps what is far too large out of memory.
        size = path.stat().st_size
        if size > limits.file_size:
            raise InputError(shown, limits.refuse("file_size", size, "bytes", remedy="split it into articles"))
        return path.read_bytes()
    except OSError as problem:
        raise InputError(shown, f"cannot be read ({problem.strerror}); check its rights") from problem


def read_bytes(data: bytes, place: Place, *, names: Names, limits: Limits) -> Iterator[Found]:
    """Yield the articles of a file's content, and an error in place of each part that is no English article."""
    yield from _read_english(
        open_source(place.path.name, data, shown=place.shown, readers=READERS, names=names, limits=limits)
    )


def read_fetched(page: Page, place: Place, *, names: Names, limits: Limits) -> Iterator[Found]:
    """Yield the articles of what was fetched, as `read_bytes` does; InputError where no reader knows its kind."""
    name = name_page(page.media, page.address, page.data, READERS)
    if not name:
        kind = page.media.type[:60] or "unknown"
        reason = f"is of the kind {kind!r}; legal are web pages, PDF, feeds, JSON and the like"
        raise InputError(place.shown, f"{reason}: give the article's own address")
    data = recode_text(page.data, name, page.media.charset)
    yield from _read_english(
        open_source(name, data, shown=place.shown, readers=READERS, names=names, limits=limits, address=page.address)
    )


def _read_english(source: Source) -> Iterator[Found]:
    faults = 0
    for item in read_source(source):
        if isinstance(item, Document) and (reason := explain_foreign(item)):
            item = InputError(item.path, reason)
        faults += isinstance(item, InputError)
        if isinstance(item, Document) or faults <= FAULTS_SHOWN:
            yield item
    if faults > FAULTS_SHOWN:
        rest = faults - FAULTS_SHOWN
        yield InputError(source.shown, f"has {rest:,} more parts that cannot be used; mend those that are named first")


def require_english(document: Document) -> Document:
    """Return the document; InputError where it is not English."""
    if reason := explain_foreign(document):
        raise InputError(document.path, reason)
    return document


def explain_foreign(document: Document) -> str:
    """Say in what the document is written where that is not English, else nothing."""
    language = find_foreign_language(document.text)
    return f"is not English ({language}); give an English article or a translation" if language else ""


def _walk(root: Path | str, *, base: Path) -> Iterator[Place]:
    """Yield what lies under one argument."""
    if isinstance(root, str):
        address = root.partition("#")[0]
        yield Place(address, Path(), address=address)
        return
    shown, path = _show(root), base / root
    if path.is_dir():
        files = list(_walk_folder(path, shown=shown, visited=set()))
        if not files:
            reason = f"holds no article; put files ending in {_legal()} there"
            files = [Place(shown, path, InputError(shown, reason))]
        yield from files
    elif not os.path.lexists(path):
        yield Place(shown, path, InputError(shown, "does not exist; check the spelling"))
    elif find_suffix(root.name) not in READERS:
        yield Place(shown, path, InputError(shown, f"ends in {root.suffix or 'no suffix'!r}; legal are {_legal()}"))
    else:
        yield Place(shown, path)


def _walk_folder(folder: Path, *, shown: str, visited: set[Path]) -> Iterator[Place]:
    # A link may lead back to a folder above it: each real folder is entered once.
    real = folder.resolve()
    if real in visited:
        return
    visited.add(real)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as problem:
        reason = f"cannot be opened ({problem.strerror}); check the folder's rights"
        yield Place(shown, folder, InputError(shown, reason))
        return
    # "story.html" comes from a browser with its pictures and scripts in "story_files".
    pages = [entry.stem for entry in entries if find_suffix(entry.name) in PAGE_SUFFIXES]
    furniture = {f"{stem}{end}" for stem in pages for end in PAGE_FOLDERS}
    for entry in entries:
        name = f"{shown}/{entry.name}" if shown else entry.name
        if entry.name.startswith(".") or entry.name in furniture:
            continue
        if entry.is_dir():
            yield from _walk_folder(entry, shown=name, visited=visited)
        elif find_suffix(entry.name) in READERS:
            yield Place(name, entry)


def _show(root: Path) -> str:
    given = Path(os.path.normpath(root))
    if given.is_absolute() or ".." in given.parts:
        return given.resolve().name
    return "" if given == Path() else given.as_posix()


def _legal() -> str:
    return ", ".join(sorted(READERS))
