"""A folder that remembers which articles belong to a case and what was extracted of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graph.errors import ProjectError, UsageError
from graph.store import create_store

FOLDER = ".litigraph"
STORE = "store.sqlite"
LOCK = "lock"
OUTPUT = "outputs"


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folder, absolute; what litigraph keeps lies hidden in it."""

    folder: Path

    @property
    def store(self) -> Path:
        """Return the file that holds what was read and extracted."""
        return self.folder / FOLDER / STORE

    @property
    def lock(self) -> Path:
        """Return the file that the one run holds which works on the project."""
        return self.folder / FOLDER / LOCK

    @property
    def output(self) -> Path:
        """Return where the graph is written if no other folder is given."""
        return self.folder / OUTPUT


def init_project(folder: Path) -> tuple[Project, bool]:
    """Make a folder a project and tell whether it was none before; ProjectError where it cannot be written."""
    project = Project(folder.absolute())
    new = not project.store.exists()
    try:
        project.store.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ProjectError(f"{folder}: cannot be written ({reason}); check its rights or give another one") from problem
    create_store(project.store)
    return project, new


def find_project(start: Path) -> Project | None:
    """Return the project whose folder is `start` or the nearest one above it, or None."""
    places = (start.absolute(), *start.absolute().parents)
    return next((project for place in places if (project := Project(place)).store.is_file()), None)


def require_project(start: Path) -> Project:
    """Return the project at `start` or above it; UsageError where there is none."""
    project = find_project(start)
    if project is None:
        raise UsageError(f"{start.absolute()}: is in no project; make one with `litigraph init`, or go to its folder")
    return project
