"""The file formats: one module each, with the same two names, `SUFFIX` and `write`.

A module whose format needs packages beyond litigraph's own also names the `EXTRA` that installs them.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from graph.errors import UsageError
from graph.extras import require_extra
from graph.model import KnowledgeGraph

DEFAULTS = (".graphml", ".html", ".json")


class Format(Protocol):
    """What a module of this package is: the suffix of its files, and the function that writes one."""

    SUFFIX: str

    def write(self, graph: KnowledgeGraph, path: Path) -> None:
        """Write the graph to the file, which is replaced if it exists."""


def find_formats() -> dict[str, Format]:
    """Return the modules of this package by the suffix that they write, sorted."""
    modules = [cast(Format, import_module(f"{__name__}.{found.name}")) for found in pkgutil.iter_modules(__path__)]
    return {module.SUFFIX: module for module in sorted(modules, key=lambda module: module.SUFFIX)}


FORMATS: dict[str, Format] = find_formats()


def choose_formats(names: Iterable[str]) -> tuple[str, ...]:
    """Return the suffixes of formats by their names, sorted: ("csv.zip,gexf", "ttl") → (".csv.zip", ".gexf", ".ttl").

    A name is the suffix without its first dot; several may stand in one text, with commas between them. Without any,
    the default formats are meant. Raises UsageError for an unknown name, and for a format whose packages are missing.
    """
    given = {f".{part.strip().removeprefix('.').lower()}" for name in names for part in name.split(",")}
    if unknown := sorted(given - FORMATS.keys()):
        legal = ", ".join(suffix[1:] for suffix in FORMATS)
        raise UsageError(f"--format: {', '.join(name[1:] for name in unknown)} is not known; legal: {legal}")
    chosen = tuple(sorted(given)) or DEFAULTS
    for suffix in chosen:
        if extra := getattr(FORMATS[suffix], "EXTRA", None):
            require_extra(extra, suffix)
    return chosen
