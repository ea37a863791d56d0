"""The file formats: one module each, with the same two names, `SUFFIX` and `write`."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from graph.model import KnowledgeGraph


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
