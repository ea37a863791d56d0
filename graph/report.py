"""Tell the user what is being done and what came out, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.padding import Padding
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from graph.characters import blank_controls
from graph.corrections import Corrections, Unapplied
from graph.errors import InputError
from graph.model import Entity, EntityType, KnowledgeGraph, Lawsuit

NAMES_SHOWN = 20
LAWSUITS_SHOWN = 20
HOW_TO_OPEN = {
    ".html": "open it in a browser",
    ".graphml": "open it in Gephi: File > Open",
    ".json": "everything with all evidence, for programs",
    ".strict.graphml": "for readers that check it against GraphML's schema",
    ".gexf": "open it in Gephi, and press the timeline's button",
    ".xlsx": "open it in Excel or LibreOffice",
    ".csv.zip": "tables for spreadsheets and programs",
    ".parquet.zip": "typed tables for pandas, Polars and DuckDB",
    ".brief.md": "read it, or hand it on",
    ".ftm.json": "for Aleph and other FollowTheMoney tools",
    ".ttl": "RDF for triple stores",
    ".jsonld": "RDF for programs that read JSON",
    ".neo4j.zip": "for neo4j-admin database import",
    ".cypher": "run it with cypher-shell",
    ".node-link.json": "for networkx.node_link_graph and D3",
}


class RateColumn(ProgressColumn):
    """How many steps of a stage are done in a second."""

    def render(self, task: Task) -> Text:
        """Return the rate of the last half minute or of the whole stage, once there is one."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:,.1f}/s" if speed and task.total and task.total > 1 else "", style="progress.data.speed")


class StageProgress:
    """Show the stages of a build: bars on a terminal, one plain line a stage elsewhere, nothing when quiet."""

    def __init__(self, console: Console, *, quiet: bool = False) -> None:
        self._console = console
        self._plain = not console.is_terminal
        self._quiet = quiet
        self._tasks: dict[str, TaskID] = {}
        self._bars = Progress(
            SpinnerColumn(finished_text=" "),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            RateColumn(),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=console,
            disable=quiet or self._plain,
        )

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bars.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` steps of a stage are done."""
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(blank_controls(stage), total=total)
            if self._plain and not self._quiet:
                self._console.print(blank_controls(stage), markup=False, highlight=False)
        self._bars.update(self._tasks[stage], completed=done, total=total)


def show_error(console: Console, message: str) -> None:
    """Print one error, without a traceback."""
    console.print(Text.assemble(("error: ", "bold red"), blank_controls(message, keep="\n")), soft_wrap=True)


def show_note(console: Console, message: str) -> None:
    """Print one line that the user should see, though nothing is wrong."""
    console.print(Text(blank_controls(message)), soft_wrap=True)


def show_skipped(console: Console, skipped: Sequence[InputError]) -> None:
    """Print a table of the inputs that were left out, each with its reason."""
    if not skipped:
        return
    count = "1 input was" if len(skipped) == 1 else f"{len(skipped)} inputs were"
    table = Table(title=f"{count} skipped", title_justify="left", box=None, pad_edge=False)
    table.add_column("input", overflow="fold")
    table.add_column("reason")
    for error in skipped:
        table.add_row(Text(blank_controls(error.path)), Text(blank_controls(error.reason)))
    console.print(table)


def show_corrections(console: Console, corrections: Corrections) -> None:
    """Say which file of corrections is followed: the current folder may hold one that the user does not think of."""
    if corrections:
        entries = _count(len(corrections.entries), one="correction", many="corrections")
        console.print(Text(blank_controls(f"follow {entries} of {corrections.file}")), soft_wrap=True)


def show_unapplied(console: Console, unapplied: Sequence[Unapplied]) -> None:
    """Print each correction that was not followed, with its place in the file, the reason and the remedy."""
    if not unapplied:
        return
    count = "1 correction does" if len(unapplied) == 1 else f"{len(unapplied)} corrections do"
    _show_head(console, f"{count} not apply, or not wholly")
    for item in unapplied:
        if console.is_terminal:
            _show_text(console, str(item), indent=2)
        else:
            # In a file or a pipe a message stays one line, so that it can be searched.
            console.print(Text(f"  {blank_controls(str(item))}"), soft_wrap=True)


def show_summary(console: Console, graph: KnowledgeGraph, files: Sequence[Path]) -> None:
    """Print who and what is in the graph, what to ask about, and which files hold it."""
    people = _name_entities(graph, EntityType.PERSON)
    outlets = _name_entities(graph, EntityType.MEDIA_OUTLET)
    if not graph.nodes:
        _show_emptiness(console, graph)
    else:
        _show_names(console, people, one="person", many="people")
        _show_lawsuits(console, graph)
        _show_names(console, outlets, one="outlet", many="outlets")
    _show_proposals(console, graph, files)
    show_files(console, files)


def _show_proposals(console: Console, graph: KnowledgeGraph, files: Sequence[Path]) -> None:
    kept = next((file for file in files if file.name.endswith(".json") and _find_suffix(file) == ".json"), None)
    if kept is None or not graph.proposals:
        return
    _show_head(console, _count(len(graph.proposals), one="unsure pair", many="unsure pairs"))
    usual = kept == Path("outputs", "graph.json")
    command = "litigraph review" if usual else f"litigraph review --graph {kept}"
    _show_text(console, f"Nodes that may be one thing; to say which are: {command}", indent=2)


def show_files(console: Console, files: Sequence[Path]) -> None:
    """Print each file that was written, with what to do with it."""
    _show_head(console, "Files")
    width = max((len(str(file)) for file in files), default=0)
    order = list(HOW_TO_OPEN)
    for file in sorted(files, key=lambda file: (order.index(_find_suffix(file)), file.name)):
        line = f"  {file!s:{width}}  {HOW_TO_OPEN[_find_suffix(file)]}"
        console.print(Text(blank_controls(line)), soft_wrap=True)


def _find_suffix(file: Path) -> str:
    # The longest: "graph.strict.graphml" ends with two of them.
    return max((suffix for suffix in HOW_TO_OPEN if file.name.endswith(suffix)), key=len)


def _show_head(console: Console, text: str) -> None:
    console.print(Text(text, style="bold"))


def _show_text(console: Console, text: str, *, indent: int) -> None:
    console.print(Padding(Text(blank_controls(text)), (0, 0, 0, indent)))


def _show_names(console: Console, names: Sequence[str], *, one: str, many: str) -> None:
    _show_head(console, _count(len(names), one=one, many=many))
    if names:
        _show_text(console, _enumerate(names), indent=2)


def _show_lawsuits(console: Console, graph: KnowledgeGraph) -> None:
    _show_head(console, _count(len(graph.lawsuits), one="lawsuit", many="lawsuits"))
    labels = {entity.id: entity.label for entity in graph.entities}
    parties: dict[tuple[str, str], list[str]] = {}
    for relation in graph.relations:
        if relation.relation in ("plaintiff_in", "defendant_in"):
            parties.setdefault((relation.object, relation.relation), []).append(labels[relation.subject])
    shown = sorted(graph.lawsuits, key=lambda lawsuit: (-lawsuit.mentions, lawsuit.id))[:LAWSUITS_SHOWN]
    for lawsuit in shown:
        _show_text(console, lawsuit.label, indent=2)
        for line in _describe_lawsuit(lawsuit, parties):
            _show_text(console, line, indent=4)
    if len(shown) < len(graph.lawsuits):
        _show_text(console, f"and {len(graph.lawsuits) - len(shown)} more", indent=2)


def _describe_lawsuit(lawsuit: Lawsuit, parties: dict[tuple[str, str], list[str]]) -> Iterable[str]:
    for role, word in (("plaintiff_in", "brought by"), ("defendant_in", "against")):
        names = parties.get((lawsuit.id, role))
        if names:
            yield f"{word} {_enumerate(sorted(names))}"
    for values, word in (
        (lawsuit.filed, "filed"),
        (lawsuit.claims, "claims"),
        (lawsuit.amounts, "amount"),
        (lawsuit.statuses, "status"),
    ):
        if values:
            yield f"{word}: {', '.join(value.text for value in values)}"


def _show_emptiness(console: Console, graph: KnowledgeGraph) -> None:
    words = sum(len(document.text.split()) for document in graph.documents)
    articles = _count(len(graph.documents), one="article", many="articles")
    _show_head(console, "The graph is empty")
    _show_text(
        console,
        f"No person, outlet or lawsuit was found in {articles} with {words:,} words. Check that "
        "the files hold the article's whole text; a list of headlines or of links is not enough.",
        indent=2,
    )


def _name_entities(graph: KnowledgeGraph, kind: EntityType) -> list[str]:
    found: list[Entity] = [entity for entity in graph.entities if entity.type is kind]
    return [entity.label for entity in sorted(found, key=lambda entity: (-entity.mentions, entity.label, entity.id))]


def _enumerate(names: Sequence[str]) -> str:
    rest = len(names) - NAMES_SHOWN
    return ", ".join(names[:NAMES_SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def _count(number: int, *, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}" if number else f"No {one}"
