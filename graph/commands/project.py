"""`litigraph init`, `add`, `remove` and `status`: a folder that remembers the articles of a case."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph.characters import blank_controls
from graph.commands.building import hold
from graph.commands.ending import DONE, DONE_WITH_SKIPS, friendly_errors
from graph.commands.options import AnswerOption, FieldOption, Form, LimitOption, ModelOption, split_assignments
from graph.report import show_skipped

PathsArgument = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files and folders of articles, and addresses on the web (https://...)."),
]


def init_command(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder; made where it is missing.")] = Path(),
) -> None:
    """Make a folder a project, which remembers its articles and what was extracted of them."""
    with friendly_errors(Console(stderr=True)):
        from graph.project import init_project

        project, new = init_project(folder)
    _say(f"{project.folder} is a project now; add articles with `litigraph add PATH`" if new
         else f"{project.folder} is a project already; nothing was changed")  # fmt: skip


def add_command(paths: PathsArgument, field: FieldOption = None, limit: LimitOption = None) -> None:
    """Add files and folders to the project in this folder or above it; `litigraph build` takes them in.

    A folder stays what it is: an article that is put there later is found by the next build. What lies on the web is
    fetched now and kept in the project's folder; give its address again to fetch it anew.
    """
    talk = Console(stderr=True)
    with friendly_errors(talk):
        from graph.project import require_project
        from graph.project.fetched import keep_pages
        from graph.project.sources import Settings, add_sources
        from graph.store import open_store

        project = require_project(Path.cwd())
        with hold(project, talk), open_store(project.store) as store:
            settings = Settings(fields=split_assignments(field), limits=split_assignments(limit))
            added = add_sources(project, store, keep_pages(project, paths, settings), settings)
    _say(f"added {_enumerate(added)}; build the graph with `litigraph build`")


def remove_command(paths: PathsArgument) -> None:
    """Take files and folders out of the project, with all that was read and extracted of them.

    The files themselves stay where they are, but for what was fetched from the web; the graph changes with the next
    `litigraph build`.
    """
    talk = Console(stderr=True)
    with friendly_errors(talk):
        from graph.project import require_project
        from graph.project.fetched import drop_pages, find_kept
        from graph.project.sources import remove_sources
        from graph.store import open_store

        project = require_project(Path.cwd())
        with hold(project, talk), open_store(project.store) as store:
            removed = remove_sources(project, store, [find_kept(project, path) for path in paths])
            drop_pages(project, paths)
    _say(f"removed {_enumerate(removed)}; `litigraph build` writes the graph without")


def status_command(
    model: ModelOption = None,
    answer: AnswerOption = Form.TEXT,
) -> None:
    """Print what belongs to the project, and what the next build has to do; nothing is changed."""
    talk = Console(stderr=True)
    with friendly_errors(talk):
        from graph.project import require_project
        from graph.project.status import read_status

        status = read_status(require_project(Path.cwd()), model=model)
    if answer is Form.JSON:
        typer.echo(json.dumps(status.to_json(), indent=2))
    else:
        for line in status.list_lines():
            _say(line)
        show_skipped(talk, status.skipped)
    raise typer.Exit(DONE_WITH_SKIPS if status.skipped else DONE)


def _enumerate(names: Sequence[str]) -> str:
    return ", ".join(names)


def _say(text: str) -> None:
    typer.echo(blank_controls(text))
