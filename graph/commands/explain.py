"""`litigraph explain`: why a node or an edge is in the graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph.commands.ending import friendly_errors

FOUND, NOT_FOUND = 0, 1


def explain_command(
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help="A node: its id, its label or an alias.")],
    object_: Annotated[
        str | None,
        typer.Argument(metavar="[OBJECT]", help="Another node, to explain what links the two.", show_default=False),
    ] = None,
    graph_file: Annotated[Path, typer.Option("--graph", metavar="FILE", help="The graph.json of a build.")] = Path(
        "outputs/graph.json"
    ),
    as_json: Annotated[bool, typer.Option("--json", metavar="", help="Print the explanation as JSON.")] = False,
) -> None:
    """Print why a node is in the graph or, of two nodes, each edge between them with its sentences.

    Where no edge links the two, the shortest way is printed.

    Of a sentence, [[ ]] marks the subject, {{ }} the object, << >> the word that says so; a terminal has styles.
    """
    talk = Console(stderr=True)
    with friendly_errors(talk):
        from graph.explain import explain
        from graph.explain.answers import UnclearAnswer
        from graph.explain.terminal import show_answer
        from graph.export.json import encode, read

        answer = explain(read(graph_file), subject, object_)
    if as_json:
        # In ASCII: no letter of an article can steer the terminal.
        typer.echo(json.dumps(encode(answer), indent=2))
    else:
        show_answer(talk if isinstance(answer, UnclearAnswer) else Console(), answer)
    raise typer.Exit(FOUND if answer.found else NOT_FOUND)
