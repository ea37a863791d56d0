"""The command: `litigraph build` and `export`, and those of its subpackages."""

from __future__ import annotations

import sys
import traceback
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from graph.commands.building import OUTPUT, build_graph, find_corrections, find_here, hold, open_engine
from graph.commands.diff import diff_command
from graph.commands.ending import DONE, DONE_WITH_SKIPS, KEPT, NOTHING_BUILT, UNTOUCHED, friendly_errors
from graph.commands.evaluate import evaluate_command
from graph.commands.explain import explain_command
from graph.commands.options import EngineName, EngineOption, FieldOption, LimitOption, ModelOption, WorkersOption
from graph.commands.project import add_command, init_command, remove_command, status_command
from graph.commands.tour import tour_command
from graph.corrections import FILE_NAME
from graph.errors import UsageError
from graph.report import (
    StageProgress,
    show_corrections,
    show_error,
    show_files,
    show_skipped,
    show_summary,
    show_unapplied,
)
from graph.review.command import review_command

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Turn news articles about lawsuits into a graph of people, outlets and proceedings.",
    epilog="Example: [bold]litigraph build articles/[/bold]",
)

FormatOption = Annotated[
    list[str] | None,
    typer.Option(
        "-f",
        "--format",
        metavar="NAME",
        help="What to write: html, graphml, json (these three if not given), strict.graphml, gexf, xlsx, csv.zip, "
        "parquet.zip, brief.md, ftm.json, ttl, jsonld, neo4j.zip, cypher, node-link.json. As often as you like, or "
        "several with commas.",
        show_default=False,
    ),
]


TourOption = Annotated[
    Path | None,
    typer.Option(
        "--tour",
        metavar="FILE",
        help="Titles, notes and order of the page's tour, as YAML; [bold]litigraph tour[/bold] prints one to edit.",
        show_default=False,
    ),
]


def main() -> None:
    """Run the command and end the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot show a name's letters must not end the build.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app(prog_name="litigraph")
    except Exception:
        # Python would end with 1 here, which is promised to mean "done".
        traceback.print_exc()
        show_error(Console(stderr=True), "this is a fault of litigraph itself; please report it with the lines above")
        sys.exit(NOTHING_BUILT)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"litigraph {version('litigraph')}")
        raise typer.Exit


@app.callback()
def _start(
    show: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, metavar="", help="Show the version and exit."),
    ] = False,
) -> None:
    """Offer the options that stand before a command."""


@app.command(
    "build",
    epilog="Examples:\n\n[bold]litigraph build articles/[/bold]\n\n"
    "[bold]litigraph build monday.txt https://lantern.example/courts/quill -o case[/bold]\n\n"
    "Exit codes: 0 done, 1 done but some inputs were skipped, 2 nothing could be built, 130 interrupted.",
)
def build_command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            help="Articles (text, web page, PDF, Word, e-mail, feed, JSON, CSV, ZIP, WARC and more), folders of them, "
            "and addresses on the web (https://...), which are fetched. Without any, the project in this folder or "
            "above it is built.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="The folder to write to; made where it is missing. If not given, outputs, in a project's own folder.",
            show_default=False,
        ),
    ] = None,
    formats: FormatOption = None,
    model: ModelOption = None,
    min_confidence: Annotated[
        float,
        typer.Option("--min-confidence", metavar="F", min=0.0, max=1.0, help="Leave out edges less sure than this."),
    ] = 0.0,
    include_negated: Annotated[
        bool,
        typer.Option(
            "--include-negated", metavar="", help="Keep edges that the articles only negate, threaten or suppose."
        ),
    ] = False,
    corrections: Annotated[
        Path | None,
        typer.Option(
            "--corrections",
            metavar="FILE",
            help=f"What you know better: merge, split, rename, retype, drop; {FILE_NAME} of the current folder, where "
            "there is one, if not given.",
            show_default=False,
        ),
    ] = None,
    field: FieldOption = None,
    limit: LimitOption = None,
    workers: WorkersOption = 1,
    engine: EngineOption = EngineName.PROCESSES,
    tour: TourOption = None,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", metavar="", help="Print nothing but errors and skipped inputs.")
    ] = False,
) -> None:
    """Read articles and write graph.html, graph.graphml and graph.json, or other formats.

    An article is English text: a .txt or .md file, a saved web page, a PDF and so on, or a row of a table. The first
    line of a text may be its date ("date 2025-01-28"), the next one its title.
    """
    talk = Console(stderr=True)
    with friendly_errors(talk, kept=UNTOUCHED if paths and engine is EngineName.PROCESSES else KEPT):
        # spaCy takes seconds to import: help and bad usage do not wait for it.
        from graph.export import choose_formats
        from graph.save import require_writable, save_graph
        from graph.tour.edits import KEEP, edit_tour, read_edits

        chosen = choose_formats(formats or ())
        project = None if paths else find_here(field=field, limit=limit)
        folder = output or (project.output if project else OUTPUT)
        require_writable(folder)
        edits = read_edits(tour) if tour else KEEP
        known = find_corrections(corrections)
        if not quiet:
            show_corrections(talk, known)
        with hold(project, talk):
            with (
                StageProgress(talk, quiet=quiet) as progress,
                open_engine(engine, project, folder, workers=workers) as chosen_engine,
            ):
                result = build_graph(
                    project or paths or [],
                    model=model,
                    min_confidence=min_confidence,
                    include_negated=include_negated,
                    corrections=known,
                    field=field,
                    limit=limit,
                    workers=workers,
                    engine=chosen_engine,
                    progress=progress,
                )
            told, unknown = edit_tour(result.graph, edits)
            skipped = (*result.skipped, *unknown)
            show_skipped(talk, skipped)
            if not result.graph.documents:
                raise UsageError("nothing could be built, since no input is an article that can be read")
            files = save_graph(result.graph, folder, formats=chosen, tour=told)
    show_unapplied(talk, result.unapplied)
    if not quiet:
        show_summary(Console(), result.graph, files)
    raise typer.Exit(DONE_WITH_SKIPS if skipped else DONE)


@app.command(
    "export",
    epilog="Examples:\n\n[bold]litigraph export outputs/graph.json --format gexf[/bold]\n\n"
    "[bold]litigraph export case/graph.json -f xlsx,brief.md -o report[/bold]\n\n"
    "Exit codes: 0 done, 2 nothing was written.",
)
def export_command(
    graph_file: Annotated[
        Path, typer.Argument(metavar="GRAPH.json", help="The graph.json of a build, which holds everything.")
    ],
    formats: FormatOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="The folder to write to; that of GRAPH.json if not given.",
            show_default=False,
        ),
    ] = None,
    tour: TourOption = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", metavar="", help="Print nothing but errors.")] = False,
) -> None:
    """Write a graph that was built before in other formats, without reading the articles again."""
    with friendly_errors(Console(stderr=True)):
        from graph.export import choose_formats
        from graph.export.json import read
        from graph.file import complete_positions
        from graph.save import require_writable, save_graph
        from graph.tour.edits import KEEP, edit_tour, read_edits

        chosen = choose_formats(formats or ())
        edits = read_edits(tour) if tour else KEEP
        folder = output or graph_file.parent
        require_writable(folder)
        graph = complete_positions(read(graph_file))
        told, unknown = edit_tour(graph, edits)
        if unknown:
            raise UsageError("\n".join(map(str, unknown)))
        files = save_graph(graph, folder, formats=chosen, stem=graph_file.stem, tour=told)
    if not quiet:
        show_files(Console(), files)


for _name, _command, _epilog in (
    (
        "tour",
        tour_command,
        "Examples:\n\n[bold]litigraph tour outputs/graph.json > tour.yaml[/bold]\n\n"
        "[bold]litigraph export outputs/graph.json --format html --tour tour.yaml[/bold]\n\n"
        "Exit codes: 0 done, 2 no graph that can be read.",
    ),
    (
        "explain",
        explain_command,
        'Examples:\n\n[bold]litigraph explain "Ada Quill"[/bold]\n\n'
        '[bold]litigraph explain quill "harbor gazette" --graph case/graph.json[/bold]\n\n'
        "Exit codes: 0 found, 1 not found or not linked or a name of several, 2 bad usage or no graph that can be "
        "read.",
    ),
    ("evaluate", evaluate_command, "Example:\n\n[bold]litigraph evaluate gold/ --cases --json figures.json[/bold]"),
    (
        "review",
        review_command,
        "Examples:\n\n[bold]litigraph review[/bold]\n\n"
        "[bold]litigraph review --graph case/graph.json --list[/bold]\n\n"
        "Exit codes: 0 done, 2 bad usage, no graph that can be read or a file that cannot be written.",
    ),
    ("init", init_command, "Examples:\n\n[bold]litigraph init[/bold]\n\n[bold]litigraph init quill-case[/bold]"),
    ("add", add_command, "Example:\n\n[bold]litigraph add articles/ posts.csv --field text=Artikel[/bold]"),
    ("status", status_command, "Exit codes: 0 all inputs can be used, 1 some cannot, 2 no project."),
    ("remove", remove_command, "Example:\n\n[bold]litigraph remove posts.csv[/bold]"),
    ("diff", diff_command, "Exit codes: 0 nothing is new, 1 something is, 2 a graph cannot be read."),
):
    app.command(_name, epilog=_epilog)(_command)
