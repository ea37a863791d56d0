"""Write a graph to one file, whose suffix chooses the format."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import UsageError
from graph.export import FORMATS, Format
from graph.layout import arrange
from graph.model import KnowledgeGraph


def write_file(graph: KnowledgeGraph, path: str | PathLike[str]) -> Path:
    """Write the graph to `path` in the format of its suffix and return the path.

    The folder is made where it is missing, and a reader never sees half a file. Raises UsageError where no format has
    that suffix or the file cannot be written.
    """
    target = Path(path)
    chosen = find_format(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".litigraph-", dir=target.parent) as folder:
            draft = Path(folder) / target.name
            chosen.write(complete_positions(graph), draft)
            draft.replace(target)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise UsageError(f"{target}: cannot be written ({reason}); mend that or give another path") from problem
    return target


def find_format(path: Path) -> Format:
    """Return the format whose suffix, the longest that fits, ends the file's name; UsageError where there is none."""
    name = path.name.casefold()
    fitting = [suffix for suffix in FORMATS if name.endswith(suffix)]
    if not fitting:
        raise UsageError(f"{path}: ends in {path.suffix or 'no suffix'!r}; legal are {', '.join(FORMATS)}")
    return FORMATS[max(fitting, key=len)]


def complete_positions(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Return the graph as it is where every node has a position, else arranged anew."""
    return graph if all(node.id in graph.positions for node in graph.nodes) else arrange(graph)
