"""The list of stages: paths or documents in, knowledge graph out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.assemble import assemble_corrected
from graph.corrections import NOTHING, Corrections, Unapplied
from graph.errors import InputError
from graph.extract import extract_document
from graph.layout import arrange
from graph.model import Document, KnowledgeGraph
from graph.nlp import load_pipeline, parse_texts
from graph.read import read_documents

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The graph, the inputs that were left out of it, and the corrections that do not apply, each with the reason."""

    graph: KnowledgeGraph
    skipped: tuple[InputError, ...]
    unapplied: tuple[Unapplied, ...] = ()


def build(
    paths: Sequence[Path],
    *,
    model: str | None = None,
    min_confidence: float = 0.0,
    include_negated: bool = False,
    fields: Mapping[str, str] | None = None,
    corrections: Corrections = NOTHING,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of all articles under the paths; a broken one is skipped and named.

    `fields` tells what tables and records call an article's text and the like, as `graph.read.read_documents` says,
    and `corrections` what the user knows better, as `graph.corrections.read.read_corrections` returns it. `progress` is
    called with a stage's name, how much of it is done and how much there is. ModelError if the language model cannot be
    used.
    """
    return build_documents(
        read_documents(paths, fields=fields),
        model=model,
        min_confidence=min_confidence,
        include_negated=include_negated,
        corrections=corrections,
        progress=progress,
    )


def build_documents(
    found: Iterable[Document | InputError],
    *,
    model: str | None = None,
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
    skipped = tuple(item for item in read if isinstance(item, InputError))
    tell("read", len(read), len(read))
    extractions = []
    if documents:
        tell("load the language model", 0, 1)
        nlp = load_pipeline(model)
        tell("load the language model", 1, 1)
        texts = (document.text for document in documents)
        for document, doc in zip(documents, parse_texts(nlp, texts), strict=True):
            extractions.append(extract_document(document, doc))
            tell("extract", len(extractions), len(documents))
    tell("resolve", 0, 1)
    assembly = assemble_corrected(
        extractions, corrections, min_confidence=min_confidence, include_negated=include_negated
    )
    tell("resolve", 1, 1)
    tell("lay out", 0, 1)
    arranged = arrange(assembly.graph)
    tell("lay out", 1, 1)
    return BuildResult(arranged, skipped, assembly.unapplied)
