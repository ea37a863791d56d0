"""The version of the extraction: a digest that is another one whenever what is extracted could be another."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

from spacy.util import get_package_path, is_package

from graph.nlp import BUNDLED

PACKAGE = Path(__file__).parent
DISTRIBUTION = "litigraph"

LATER = frozenset(
    "__main__ appearance archive assemble characters cli commands components condense copies corrections dataframes "
    "derive diff distributed embed evaluate explain export file inputs layout network notebook page pipeline project "
    "proposals provenance rdf report resolve review save tables timeline tour training".split()
)
"""Modules that run after the extraction or beside it: a change of a page's colour extracts nothing anew.

A module that is not named here counts, so that a new one is never forgotten; a test follows the imports.
"""

_OPTIONAL = ("pyarrow",)
"""What reads articles where it is installed."""

_BESIDE = frozenset(
    {"certifi", "filelock", "msgspec", "networkx", "pip", "protego", "pyvis", "rich", "setuptools", "typer"}
)
"""Packages that show, draw, keep or install, or say what may be fetched, and read nothing."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_FURNITURE = frozenset({"__pycache__", "py.typed"})


@cache
def identify_extractor(model: str | None = None) -> str:
    """Return the digest of all that decides what is read and extracted: our code and data, the model, the packages.

    `model` is the bundled one if not given, the name of an installed pipeline, or the path of one.
    """
    digest = sha256()
    for part in (*_list_versions(), *list_code(PACKAGE), *_list_model(model)):
        digest.update(part)
    return digest.hexdigest()[:32]


def list_code(package: Path) -> Iterator[bytes]:
    """Yield name and digest of each file of our own that decides what is extracted, in order, without the model's."""
    models = BUNDLED.parent.name
    kept = [path for path in sorted(package.iterdir()) if path.stem not in LATER and path.name != models]
    yield from _read_files(kept, base=package)


def _list_model(model: str | None) -> Iterator[bytes]:
    if model is None:
        folder = BUNDLED
    elif is_package(model):
        folder = get_package_path(model)
    else:
        folder = Path(model)
    yield from _read_files([folder], base=folder)


def _read_files(paths: Iterable[Path], *, base: Path) -> Iterator[bytes]:
    for path in paths:
        if path.name in _FURNITURE:
            continue
        if path.is_dir():
            yield from _read_files(sorted(path.iterdir()), base=base)
        elif path.is_file():
            yield f"{path.relative_to(base).as_posix()}:{sha256(path.read_bytes()).hexdigest()}\n".encode()


def _list_versions() -> Iterator[bytes]:
    """Yield Python's version and that of each package which litigraph's own need, directly or not, in order."""
    yield f"python {platform.python_version()}\n".encode()
    known: dict[str, str] = {}
    waiting = [DISTRIBUTION, *_OPTIONAL]
    while waiting:
        name = waiting.pop()
        if name in known or name in _BESIDE:
            continue
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        known[name] = found.version
        needed = [line for line in found.requires or () if "extra ==" not in line]
        waiting += [match[0].lower().replace("_", "-") for line in needed if (match := _NAME.match(line))]
    for name, number in sorted(known.items()):
        # Our own code is told by its content.
        if name != DISTRIBUTION:
            yield f"{name} {number}\n".encode()
