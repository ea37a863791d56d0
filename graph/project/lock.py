"""One run at a time works on a project; the system frees the lock of a run that is killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from graph.errors import ProjectError
from graph.project import Project


@contextmanager
def lock_project(project: Project, *, announce: Callable[[str], None]) -> Iterator[None]:
    """Hold the project for what follows; where another run has it, say so and wait until that has ended."""
    lock = FileLock(project.lock)
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            announce(f"another run works on {project.folder}; waiting until it has ended (Ctrl-C gives up)")
            lock.acquire()
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ProjectError(f"{project.lock}: cannot be locked ({reason}); check the rights of its folder") from problem
    try:
        yield
    finally:
        lock.release()
