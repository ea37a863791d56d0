"""What `litigraph build` builds: the paths that are given, or the project that the user stands in."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from graph.commands.options import EngineName, split_assignments
from graph.corrections import FILE_NAME, NOTHING, Corrections
from graph.corrections.read import read_corrections
from graph.errors import UsageError
from graph.extras import require_extra
from graph.project import Project, find_project
from graph.report import show_note

if TYPE_CHECKING:
    from graph.pipeline import BuildResult, Engine, Progress

OUTPUT = Path("outputs")
ROWS = "rows"
MOST_PROCESSES = 256


def find_here(**declared: Sequence[str] | None) -> Project:
    """Return the project that the user stands in; UsageError where there is none.

    What is `declared` for all that is read ("field", "limit") is an error, too: a project has it with each source.
    """
    project = find_project(Path.cwd())
    if project is None:
        raise UsageError(
            f"no PATH is given, and {Path.cwd()} is in no project; give articles (`litigraph build PATH`), "
            "or make a project with `litigraph init`"
        )
    for name in (name for name, texts in declared.items() if texts):
        raise UsageError(f"--{name} belongs to a source of a project; declare it with: litigraph add PATH --{name} ...")
    return project


def hold(project: Project | None, console: Console) -> AbstractContextManager[None]:
    """Keep other runs from the project, if it is one that is built or changed."""
    if project is None:
        return nullcontext()
    from graph.project.lock import lock_project

    return lock_project(project, announce=lambda text: show_note(console, text))


def open_engine(
    name: EngineName, project: Project | None, folder: Path, *, workers: int
) -> AbstractContextManager[Engine | None]:
    """Return what extracts; Ray keeps its rows beside the graph, or with a project until they are in its store."""
    if name is EngineName.PROCESSES:
        if workers > MOST_PROCESSES:
            remedy = "give fewer, or build on a cluster with --engine ray"
            raise UsageError(f"--workers is {workers}, and one machine runs at most {MOST_PROCESSES}; {remedy}")
        return nullcontext()
    require_extra("ray", "--engine ray")
    from graph.distributed.engine import RayEngine

    return RayEngine((project.store.parent if project else folder) / ROWS, workers=workers, keep=project is None)


def build_graph(
    inputs: Project | Sequence[str],
    *,
    model: str | None,
    min_confidence: float,
    include_negated: bool,
    corrections: Corrections,
    field: Sequence[str] | None,
    limit: Sequence[str] | None,
    workers: int,
    engine: Engine | None,
    progress: Progress,
) -> BuildResult:
    """Build the graph of a project, or of paths and web addresses; both give the same bytes for the same files."""
    from graph.pipeline import build
    from graph.project.build import build_project
    from graph.read import find_root

    if isinstance(inputs, Project):
        return build_project(
            inputs,
            model=model,
            workers=workers,
            engine=engine,
            min_confidence=min_confidence,
            include_negated=include_negated,
            corrections=corrections,
            progress=progress,
        )
    return build(
        [find_root(text) for text in inputs],
        model=model,
        workers=workers,
        engine=engine,
        min_confidence=min_confidence,
        include_negated=include_negated,
        corrections=corrections,
        fields=split_assignments(field),
        limits=split_assignments(limit),
        progress=progress,
    )


def find_corrections(given: Path | None) -> Corrections:
    """Return what a file of corrections says: the given one or, where there is one, that of the current folder."""
    path = given or Path(FILE_NAME)
    return read_corrections(path) if given is not None or path.exists() else NOTHING
