"""The list of stages: paths or documents in, knowledge graph out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from graph.assemble import assemble_corrected
from graph.condense import Condenser
from graph.corrections import NOTHING, Corrections, Unapplied
from graph.errors import InputError
from graph.garbage import pause_collection
from graph.layout import arrange
from graph.model import Document, Extraction, KnowledgeGraph
from graph.nlp import load_pipeline
from graph.read import read_documents
from graph.resolve.block import Profile
from graph.resolve.cluster import join_full_names
from graph.resolve.company import Company
from graph.resolve.partition import Partition
from graph.workers import extract_documents

Progress = Callable[[str, int, int], None]


class Engine(Protocol):
    """What does the work of a build in place of this process and its workers, with the same result."""

    def extract(
        self, documents: Iterable[Document], *, model: str | None, tell: Progress
    ) -> Generator[Extraction | InputError, None, None]:
        """Yield what each document says, in the order given, or why that cannot be found, and tell of the progress."""

    def join_people(self, partition: Partition, people: Sequence[Profile], company: Company) -> None:
        """Join the people whose full names fit."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The graph, the inputs that were left out of it, and the corrections that do not apply, each with the reason."""

    graph: KnowledgeGraph
    skipped: tuple[InputError, ...]
    unapplied: tuple[Unapplied, ...] = ()


def build(
    paths: Sequence[Path | str],
    *,
    model: str | None = None,
    workers: int = 1,
    engine: Engine | None = None,
    min_confidence: float = 0.0,
    include_negated: bool = False,
    fields: Mapping[str, str] | None = None,
    corrections: Corrections = NOTHING,
    limits: Mapping[str, str | int] | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of all articles under the paths and at web addresses (strings); a broken one is skipped, named.

    `fields` tells what tables and records call an article's text and the like, and `limits` how much may come out of
    one input, as `graph.read.read_documents` says; `corrections` is what the user knows better, as
    `graph.corrections.read.read_corrections` returns it; `workers` is the number of processes that extract, which
    changes no byte of the result, and `engine` what does it elsewhere. `progress` is called with a stage's name, how
    much of it is done and how much there is. ModelError if the language model cannot be used.
    """
    return build_documents(
        read_documents(paths, fields=fields, limits=limits),
        model=model,
        workers=workers,
        engine=engine,
        min_confidence=min_confidence,
        include_negated=include_negated,
        corrections=corrections,
        progress=progress,
    )


def build_documents(
    found: Iterable[Document | InputError],
    *,
    model: str | None = None,
    workers: int = 1,
    engine: Engine | None = None,
    min_confidence: float = 0.0,
    include_negated: bool = False,
    corrections: Corrections = NOTHING,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of articles that were read, the same in any order; the errors among them are what was skipped.

    The options are those of `build`.
    """
    tell = progress or (lambda stage, done, total: None)
    read = list(found)
    documents = sorted((item for item in read if isinstance(item, Document)), key=lambda document: document.id)
    skipped = [item for item in read if isinstance(item, InputError)]
    tell("read", len(read), len(read))
    condenser = Condenser()
    extractions: list[Extraction] = []
    for item in extract_each(documents, len(documents), model=model, workers=workers, engine=engine, tell=tell):
        if isinstance(item, InputError):
            skipped.append(item)
        else:
            extractions.append(condenser.condense(item))
    return finish_build(
        extractions,
        skipped,
        engine=engine,
        min_confidence=min_confidence,
        include_negated=include_negated,
        corrections=corrections,
        progress=progress,
    )


def extract_each(
    documents: Iterable[Document],
    count: int,
    *,
    model: str | None,
    workers: int,
    tell: Progress,
    engine: Engine | None = None,
) -> Generator[Extraction | InputError, None, None]:
    """Yield what each of `count` documents says, or why that cannot be found, and tell of the progress.

    The model is loaded only if there is a document.
    """
    if not count:
        return
    if engine is not None:
        yield from engine.extract(documents, model=model, tell=tell)
        return
    if workers == 1:
        tell("load the language model", 0, 1)
        load_pipeline(model)
        tell("load the language model", 1, 1)
    tell("extract", 0, count)
    with closing(extract_documents(documents, model=model, workers=min(workers, count))) as extractions:
        for number, extraction in enumerate(extractions, 1):
            yield extraction
            tell("extract", number, count)


def finish_build(
    extractions: Sequence[Extraction],
    skipped: Sequence[InputError],
    *,
    engine: Engine | None = None,
    min_confidence: float = 0.0,
    include_negated: bool = False,
    corrections: Corrections = NOTHING,
    progress: Progress | None = None,
) -> BuildResult:
    """Return the graph of what was extracted, with a place for each node; the options are those of `build`."""
    tell = progress or (lambda stage, done, total: None)
    with pause_collection():
        tell("resolve", 0, 1)
        assembly = assemble_corrected(
            extractions,
            corrections,
            min_confidence=min_confidence,
            include_negated=include_negated,
            join_people=engine.join_people if engine else join_full_names,
        )
        tell("resolve", 1, 1)
        tell("lay out", 0, 1)
        arranged = arrange(assembly.graph)
        tell("lay out", 1, 1)
    return BuildResult(arranged, tuple(skipped), assembly.unapplied)
