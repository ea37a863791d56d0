"""`litigraph tour`: the page's tour as a file to be edited."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph.commands.ending import friendly_errors


def tour_command(
    graph_file: Annotated[Path, typer.Argument(metavar="GRAPH.json", help="The graph.json of a build.")] = Path(
        "outputs/graph.json"
    ),
) -> None:
    """Print the steps of the page's tour as YAML, to be edited and given to build or export with --tour."""
    with friendly_errors(Console(stderr=True)):
        from graph.export.json import read
        from graph.tour.starter import write_starter

        text = write_starter(read(graph_file))
    # UTF-8 whatever the console's own code page: the file after ">" is read as such.
    typer.echo(text.encode("utf-8", "replace"), nl=False)
