"""`litigraph diff`: what is new in a dispute since an earlier build."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph.characters import blank_controls
from graph.commands.ending import friendly_errors
from graph.commands.options import AnswerOption, Form

SAME, DIFFERENT = 0, 1
GRAPH = "graph.json"


def diff_command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The graph.json of an earlier build, or its folder.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The graph.json of a later build, or its folder.")],
    answer: AnswerOption = Form.TEXT,
) -> None:
    """Print what is new in a dispute: people, lawsuits, relations, dates, amounts and evidence, and what is gone."""
    with friendly_errors(Console(stderr=True)):
        from graph.diff import compare_graphs
        from graph.diff.terminal import list_lines
        from graph.export.json import encode, read

        graphs = [read(path / GRAPH if path.is_dir() else path) for path in (old, new)]
        difference = compare_graphs(*graphs)
    if answer is Form.JSON:
        # In ASCII: no letter of an article can steer the terminal.
        typer.echo(json.dumps(encode(difference), indent=2))
    else:
        for line in list_lines(difference):
            typer.echo(blank_controls(line))
    raise typer.Exit(DIFFERENT if difference.found else SAME)
