"""Read articles from files and folders; one module a format, each with `SUFFIXES` and `read`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from graph.errors import InputError
from graph.model import Document
from graph.read.language import find_foreign_language


def _find_readers() -> dict[str, ModuleType]:
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {suffix: module for module in modules for suffix in getattr(module, "SUFFIXES", ())}


READERS = _find_readers()


def read_documents(paths: Iterable[Path]) -> Iterator[Document | InputError]:
    """Yield each distinct article under `paths`, and an error in place of each input that cannot be used.

    Files come sorted by the path that is shown, whatever the order of `paths`; of two files with the same
    content the first is kept. A document's path is relative to the parent of the given folder (or is the
    path as given where that is relative), so that nothing depends on where the folder lies.
    """
    found = {(shown, path): error for root in paths for shown, path, error in _walk(root)}
    seen: set[str] = set()
    for (shown, path), error in sorted(found.items(), key=lambda item: (item[0][0], item[0][1].as_posix())):
        if error is not None:
            yield error
            continue
        try:
            documents = [require_english(document) for document in _read_file(path, shown=shown)]
        except InputError as problem:
            yield problem
            continue
        for document in documents:
            if document.id not in seen:
                seen.add(document.id)
                yield document


def _read_file(path: Path, *, shown: str) -> Iterator[Document]:
    if not path.is_file():
        raise InputError(shown, "is not a regular file; give a file with text in it")
    try:
        yield from READERS[path.suffix.lower()].read(path, shown=shown)
    except OSError as problem:
        raise InputError(shown, f"cannot be read ({problem.strerror}); check its rights") from problem


def require_english(document: Document) -> Document:
    """Return the document; InputError where it is not English."""
    language = find_foreign_language(document.text)
    if language:
        raise InputError(document.path, f"is not English ({language}); give an English article or a translation")
    return document


Found = tuple[str, Path, InputError | None]


def _walk(root: Path) -> Iterator[Found]:
    """Yield what lies under one argument: the path to show, the path to open, and the error if it is none to read."""
    shown = _show(root)
    if root.is_dir():
        files = list(_walk_folder(root, shown=shown, visited=set()))
        if not files:
            files = [(shown, root, InputError(shown, f"holds no article; put files ending in {_legal()} there"))]
        yield from files
    elif not os.path.lexists(root):
        yield shown, root, InputError(shown, "does not exist; check the spelling")
    elif root.suffix.lower() not in READERS:
        yield shown, root, InputError(shown, f"ends in {root.suffix or 'no suffix'!r}; legal are {_legal()}")
    else:
        yield shown, root, None


def _walk_folder(folder: Path, *, shown: str, visited: set[Path]) -> Iterator[Found]:
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
    for entry in entries:
        name = f"{shown}/{entry.name}" if shown else entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk_folder(entry, shown=name, visited=visited)
        elif entry.suffix.lower() in READERS:
            yield name, entry, None


def _show(root: Path) -> str:
    given = Path(os.path.normpath(root))
    if given.is_absolute() or ".." in given.parts:
        return given.resolve().name
    return "" if given == Path() else given.as_posix()


def _legal() -> str:
    return ", ".join(sorted(READERS))
