"""Read articles from files and folders; one module a format, each with `SUFFIXES` and `read`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from graph.errors import InputError
from graph.model import Document
from graph.read.fields import Names, declare_fields
from graph.read.html import SUFFIXES as PAGE_SUFFIXES
from graph.read.language import find_foreign_language
from graph.read.source import COLLECTION_SIZE, Found, find_suffix, open_source, read_source


def _find_readers() -> dict[str, ModuleType]:
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {suffix: module for module in modules for suffix in getattr(module, "SUFFIXES", ())}


READERS = _find_readers()
PAGE_FOLDERS = ("_files", ".files", "-files")
"""How the folder is named that a browser puts beside a page which it saves."""


def read_documents(paths: Iterable[Path], *, fields: Mapping[str, str] | None = None) -> Iterator[Found]:
    """Yield each distinct article under `paths`, and an error in place of each input or part that cannot be used.

    Files come sorted by the path that is shown, whatever the order of `paths`; of two articles with the same content
    the first is kept. A document's path is relative to the parent of the given folder (or is the path as given where
    that is relative), so that nothing depends on where the folder lies; behind it stands the place in a file of many.

    `fields` tells what records and tables call the "text", "title", "published", "publisher" and "url" of an article;
    UsageError for another key.
    """
    names = declare_fields(fields or {})
    found = {(shown, path): error for root in paths for shown, path, error in _walk(root)}
    seen: set[str] = set()
    for (shown, path), error in sorted(found.items(), key=lambda item: (item[0][0], item[0][1].as_posix())):
        for item in _read_file(path, shown=shown, names=names) if error is None else (error,):
            if isinstance(item, InputError):
                yield item
            elif reason := explain_foreign(item):
                yield InputError(item.path, reason)
            elif item.id not in seen:
                seen.add(item.id)
                yield item


def _read_file(path: Path, *, shown: str, names: Names) -> Iterator[Found]:
    try:
        if not path.is_file():
            yield InputError(shown, "is not a regular file; give a file with text in it")
            return
        # Its own limit is checked by each reader; this one keeps what is far too large out of memory.
        size = path.stat().st_size
        if size > COLLECTION_SIZE:
            reason = f"has {size:,} bytes; legal are at most {COLLECTION_SIZE:,}: split it into articles"
            yield InputError(shown, reason)
            return
        data = path.read_bytes()
    except OSError as problem:
        yield InputError(shown, f"cannot be read ({problem.strerror}); check its rights")
        return
    yield from read_source(open_source(path.name, data, shown=shown, readers=READERS, names=names))


def require_english(document: Document) -> Document:
    """Return the document; InputError where it is not English."""
    if reason := explain_foreign(document):
        raise InputError(document.path, reason)
    return document


def explain_foreign(document: Document) -> str:
    """Say in what the document is written where that is not English, else nothing."""
    language = find_foreign_language(document.text)
    return f"is not English ({language}); give an English article or a translation" if language else ""


Place = tuple[str, Path, InputError | None]


def _walk(root: Path) -> Iterator[Place]:
    """Yield what lies under one argument: the path to show, the path to open, and the error if it is none to read."""
    shown = _show(root)
    if root.is_dir():
        files = list(_walk_folder(root, shown=shown, visited=set()))
        if not files:
            files = [(shown, root, InputError(shown, f"holds no article; put files ending in {_legal()} there"))]
        yield from files
    elif not os.path.lexists(root):
        yield shown, root, InputError(shown, "does not exist; check the spelling")
    elif find_suffix(root.name) not in READERS:
        yield shown, root, InputError(shown, f"ends in {root.suffix or 'no suffix'!r}; legal are {_legal()}")
    else:
        yield shown, root, None


def _walk_folder(folder: Path, *, shown: str, visited: set[Path]) -> Iterator[Place]:
    # A link may lead back to a folder above it: each real folder is entered once.
    real = folder.resolve()
    if real in visited:
        return
    visited.add(real)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as problem:
        yield shown, folder, InputError(shown, f"cannot be opened ({problem.strerror}); check the folder's rights")
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
            yield name, entry, None


def _show(root: Path) -> str:
    given = Path(os.path.normpath(root))
    if given.is_absolute() or ".." in given.parts:
        return given.resolve().name
    return "" if given == Path() else given.as_posix()


def _legal() -> str:
    return ", ".join(sorted(READERS))
