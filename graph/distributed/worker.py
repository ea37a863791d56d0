"""What runs on a worker: one model, which reads part after part."""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from spacy.language import Language

from graph import errors
from graph.distributed.rows import (
    ARTICLES,
    Extractor,
    make_row,
    read_articles,
    write_extractions,
)
from graph.errors import LitigraphError, WorkerError
from graph.fingerprint import identify_extractor
from graph.model import Document
from graph.nlp import load_pipeline
from graph.workers import try_extract

ATTEMPTS = ".attempts"
MOST_ATTEMPTS = 4
"""How many workers may die over one part: an article that ends each of them would else be tried for ever."""

_BROUGHT = "thirdparty_files"


class PartExtractor:
    """Extracts the parts that it is called with; made once in a worker, where it loads the model."""

    def __init__(self, folder: str, model: str | None, version: str) -> None:
        self.folder, self.extractor = Path(folder), Extractor(model, version)
        self.fault: LitigraphError | None = None
        try:
            self.nlp = prepare(self.extractor)
        except LitigraphError as problem:
            # What a worker raises before its work is wrapped in pages of Ray's own words.
            self.fault = problem

    def __call__(self, batch: Mapping[str, Sequence[Any]]) -> dict[str, list[str]]:
        """Extract each part of a batch and return, beside its name, the kind and the text of what went wrong."""
        parts = [str(part) for part in batch["part"]]
        faults = [self.fault or self.extract(part) for part in parts]
        return {
            "part": parts,
            "kind": [type(fault).__name__ if fault else "" for fault in faults],
            "fault": [str(fault) if fault else "" for fault in faults],
        }

    def extract(self, part: str) -> LitigraphError | None:
        """Write what the articles of a part say, and return why that cannot be done."""
        place = f"{self.folder / part}{ARTICLES} on {platform.node()}"
        try:
            articles = list(read_articles(self.folder, part))
            attempts = count_attempt(self.folder / f"{part}{ATTEMPTS}")
            if attempts > MOST_ATTEMPTS:
                reason = f"ended {MOST_ATTEMPTS} workers, perhaps for lack of memory; give fewer with --workers"
                return WorkerError(f"{place}: {reason}, or take its articles out: {_list_paths(articles)}")
            rows = [make_row(key, document, self.extractor, try_extract(self.nlp, document))
                    for key, document in articles]  # fmt: skip
            write_extractions(self.folder, part, rows)
        except (OSError, pa.ArrowException) as problem:
            remedy = "the folder of the rows has to be one that all machines see and may write"
            return WorkerError(f"{place}: cannot be read or its rows not be written ({problem}); {remedy}")
        return None


def prepare(extractor: Extractor) -> Language:
    """Load the model; WorkerError where this machine would find something else than the one that asks."""
    if identify_here(extractor.model) != extractor.version:
        raise WorkerError(
            f"{platform.node()}: has another version of litigraph, its model, Python or a package that reads; "
            "install the same on all machines"
        )
    return load_pipeline(extractor.model)


def identify_here(model: str | None) -> str:
    """Return the version of the extraction without the packages that Ray brings along, which read nothing."""
    path = list(sys.path)
    sys.path[:] = [place for place in path if Path(place).name != _BROUGHT]
    try:
        return identify_extractor(model)
    finally:
        sys.path[:] = path


def count_attempt(path: Path) -> int:
    """Note that a part is begun and return how often it was; the note outlives a worker that is killed."""
    with path.open("ab") as file:
        file.write(b".")
    return path.stat().st_size


def revive(kind: str, fault: str) -> LitigraphError:
    """Return the error that a worker told of."""
    known = {"ModelError": errors.ModelError}
    return known.get(kind, WorkerError)(fault)


def _list_paths(articles: Sequence[tuple[str, Document]]) -> str:
    return ", ".join(document.path for _, document in articles)
