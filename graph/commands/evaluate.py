"""`litigraph evaluate`: how much of the graphs of gold cases is right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph.commands.ending import friendly_errors
from graph.commands.options import ModelOption
from graph.errors import UsageError
from graph.model import KnowledgeGraph
from graph.report import StageProgress, show_skipped


def evaluate_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder with CASE/gold.json and CASE/*.txt in it.")],
    model: ModelOption = None,
    json_file: Annotated[
        Path | None,
        typer.Option("--json", metavar="FILE", help="Write the figures to a file, too.", show_default=False),
    ] = None,
    cases: Annotated[bool, typer.Option("--cases", metavar="", help="Print the headline of each case, too.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", metavar="", help="Print each miss and each false alarm, too.")
    ] = False,
) -> None:
    """Build the graphs of gold cases and print how much of them is right.

    P is the part of what was found that is right, R the part of what is right that was found.
    """
    talk = Console(stderr=True)
    with friendly_errors(talk):
        from graph.evaluate import evaluate
        from graph.pipeline import build

        def build_case(paths: Sequence[Path]) -> KnowledgeGraph:
            result = build(paths, model=model)
            show_skipped(talk, result.skipped)
            return result.graph

        with StageProgress(talk) as progress:
            scores = evaluate(gold, build_case, progress=lambda _, done, total: progress("cases", done, total))
        if json_file is not None:
            _write_figures(json_file, scores.to_json())
    lines = [*(scores.mistakes if errors else ()), *((*scores.list_cases(), "") if cases else ())]
    for line in (*lines, *scores.list_figures()):
        typer.echo(line)


def _write_figures(path: Path, text: str) -> None:
    try:
        path.write_text(f"{text}\n", encoding="utf-8")
    except OSError as problem:
        raise UsageError(f"{path}: cannot be written ({problem.strerror}); give another file with --json") from problem
