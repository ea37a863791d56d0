"""The command `litigraph review`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph.corrections import FILE_NAME, NOTHING
from graph.corrections.read import read_corrections
from graph.errors import LitigraphError
from graph.report import show_error

DONE, NOT_DONE = 0, 2


def review_command(
    graph_file: Annotated[Path, typer.Option("--graph", metavar="FILE", help="The graph.json of a build.")] = Path(
        "outputs/graph.json"
    ),
    corrections: Annotated[
        Path, typer.Option("--corrections", metavar="FILE", help="The file that the answers are added to.")
    ] = Path(FILE_NAME),
    as_list: Annotated[bool, typer.Option("--list", metavar="", help="Print the pairs and ask nothing.")] = False,
) -> None:
    """Ask about each pair of nodes that may be one: the answers are kept in corrections.toml for all later builds.

    What is unsure is never joined, but asked about: each question shows what speaks for one thing and for two, and
    what the articles write. Where the input is no terminal, the pairs are printed.
    """
    talk = Console(stderr=True)
    try:
        _review(Console(), talk, graph_file, corrections, as_list=as_list)
    except LitigraphError as error:
        show_error(talk, str(error))
        raise typer.Exit(NOT_DONE) from error


def _review(console: Console, talk: Console, graph_file: Path, corrections: Path, *, as_list: bool) -> None:
    from graph.export.json import read
    from graph.review import list_questions
    from graph.review.terminal import ask_questions, count, say, show_questions

    known = read_corrections(corrections) if corrections.exists() else NOTHING
    graph = read(graph_file)
    questions = list_questions(graph, known)
    answered = len(graph.proposals) - len(questions)
    if not questions:
        say(console, "All pairs are answered." if answered else "No pair of nodes is unsure: there is nothing to ask.")
    elif as_list or not (sys.stdin.isatty() and sys.stdout.isatty()):
        show_questions(console, questions)
        if not as_list:
            say(talk, f"Answers are taken on a terminal only; run this there, or write {corrections} by hand.")
    else:
        kept = ask_questions(console, questions, corrections)
        if kept:
            say(console, f"{count(kept, 'answer')} kept in {corrections}.")
        answered += kept
    if answered:
        more = "" if corrections == Path(FILE_NAME) else f" --corrections {corrections}"
        say(console, f"To have the answers in the graph, build it again: litigraph build PATH...{more}")
