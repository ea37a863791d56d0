"""Write a graph in the wanted formats, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import UsageError
from graph.export import DEFAULTS, FORMATS, html
from graph.model import KnowledgeGraph
from graph.tour.plan import Tour

STEM = "graph"


def save_graph(
    graph: KnowledgeGraph,
    folder: Path,
    *,
    formats: Sequence[str] = DEFAULTS,
    stem: str = STEM,
    tour: Tour | None = None,
) -> tuple[Path, ...]:
    """Write graph.html, graph.graphml and the like to `folder` and return their paths, sorted.

    `formats` are suffixes, keys of `graph.export.FORMATS`; `stem` is what stands before them; `tour` is the page's, if
    not the planned one. The folder is made where it is missing. Each file is written beside its place and then put
    there, so that a reader never sees half a file. Raises UsageError where the folder cannot be written, or a format's
    package is missing.
    """
    paths = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".litigraph-", dir=folder) as name:
            drafts = [Path(name) / f"{stem}{suffix}" for suffix in formats]
            for suffix, draft in zip(formats, drafts, strict=True):
                if suffix == html.SUFFIX:
                    html.write(graph, draft, tour=tour)
                else:
                    FORMATS[suffix].write(graph, draft)
            for draft in sorted(drafts):
                paths.append(folder / draft.name)
                draft.replace(paths[-1])
    except OSError as problem:
        raise _explain(folder, problem) from problem
    return tuple(paths)


def require_writable(folder: Path) -> None:
    """Raise UsageError where `folder` cannot be made or written, before hours of work are spent on what goes there."""
    nearest = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    if not nearest.is_dir():
        raise UsageError(f"{folder}: cannot be written, since {nearest.name} is a file; give a folder with -o DIR")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise UsageError(f"{folder}: cannot be written; check its rights or give another folder with -o DIR")


def _explain(folder: Path, problem: OSError) -> UsageError:
    reason = problem.strerror or str(problem)
    return UsageError(f"{folder}: cannot be written ({reason}); mend that or give another folder with -o DIR")
