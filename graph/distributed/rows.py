"""The store's rows as Parquet: parts of articles go in, parts of what they say come out, in one folder.

A part's name is a digest of what is to be done, so that whoever does it once more writes the same file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from graph.errors import InputError, WorkerError
from graph.model import Document, Extraction
from graph.serialize import DamageError, decode_document, decode_extraction, encode_document, encode_extraction

ARTICLES, EXTRACTIONS = ".articles.parquet", ".extractions.parquet"
IN = pa.schema([("article", pa.string()), ("path", pa.string()), ("content", pa.binary())])
OUT = pa.schema(
    [
        ("article", pa.string()),
        ("path", pa.string()),
        ("model", pa.string()),
        ("version", pa.string()),
        ("content", pa.binary()),
        ("error", pa.string()),
    ]
)
OPEN = 8
"""How many parts are held in memory while what they say is read; neighbours stand in one part."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """Who extracts: the model as the user named it, and the version of all that decides what is found."""

    model: str | None
    version: str

    @property
    def name(self) -> str:
        """Return how rows call the model."""
        return self.model or "bundled"


def identify_document(document: Document) -> str:
    """Return the key of an article, which is that of its row in a project's store."""
    return sha256(encode_document(document)).hexdigest()[:32]


def write_articles(folder: Path, documents: Sequence[Document], extractor: Extractor) -> str:
    """Write a part for a worker to extract and return its name."""
    contents = [encode_document(document) for document in documents]
    keys = [sha256(content).hexdigest()[:32] for content in contents]
    told = "\n".join((extractor.name, extractor.version, *keys))
    part = sha256(told.encode()).hexdigest()[:32]
    table = pa.table([keys, [document.path for document in documents], contents], schema=IN)
    _write(table, folder / f"{part}{ARTICLES}")
    return part


def read_articles(folder: Path, part: str) -> Iterator[tuple[str, Document]]:
    """Yield key and article of each row of a part."""
    for row in parquet.read_table(folder / f"{part}{ARTICLES}").to_pylist():
        yield row["article"], decode_document(row["content"], path=row["path"])


def make_row(key: str, document: Document, extractor: Extractor, found: Extraction | InputError) -> dict[str, Any]:
    """Return the row of what an article says, or of why that could not be found."""
    return {
        "article": key,
        "path": document.path,
        "model": extractor.name,
        "version": extractor.version,
        "content": None if isinstance(found, InputError) else encode_extraction(found),
        "error": found.reason if isinstance(found, InputError) else None,
    }


def write_extractions(folder: Path, part: str, rows: Sequence[dict[str, Any]]) -> None:
    """Write what was extracted of a part: the whole file or none, also where two workers write it at once."""
    _write(pa.Table.from_pylist(list(rows), schema=OUT), folder / f"{part}{EXTRACTIONS}")


def _write(table: pa.Table, path: Path) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    # What is packed already is not packed again.
    parquet.write_table(table, draft, compression="none")
    draft.replace(path)


class Rows:
    """What one extractor has found so far: the rows of all parts of a folder, each read when it is wanted."""

    def __init__(self, folder: Path, extractor: Extractor) -> None:
        self.folder, self.extractor = folder, extractor
        self._places: dict[str, tuple[str, int]] = {}
        self._open = lru_cache(OPEN)(self._read_contents)

    def take_all(self) -> None:
        """Take the parts of earlier runs; what another version found is dropped, and so is what cannot be read."""
        for path in sorted(self.folder.glob(f"*{EXTRACTIONS}")):
            part = path.name.removesuffix(EXTRACTIONS)
            try:
                self.take(part)
            except (pa.ArrowException, OSError):
                path.unlink()

    def take(self, part: str) -> list[InputError]:
        """Take what was found in a part and return the articles that failed."""
        path = self.folder / f"{part}{EXTRACTIONS}"
        table = parquet.read_table(path, columns=["article", "path", "model", "version", "error"])
        failures = []
        for number, row in enumerate(table.to_pylist()):
            if row["model"] != self.extractor.name:
                continue
            if row["version"] != self.extractor.version:
                # A part is of one run: all its rows are as old.
                path.unlink()
                break
            if row["error"] is None:
                self._places[row["article"]] = part, number
            else:
                failures.append(InputError(row["path"], row["error"]))
        return failures

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def get(self, document: Document) -> Extraction:
        """Return what an article says that was taken; WorkerError where its row is damaged."""
        part, number = self._places[identify_document(document)]
        try:
            return decode_extraction(self._open(part)[number].as_py(), document)
        except (DamageError, pa.ArrowException, OSError) as problem:
            path = self.folder / f"{part}{EXTRACTIONS}"
            raise WorkerError(f"{path}: is damaged ({problem}); remove it and run the command again") from problem

    def _read_contents(self, part: str) -> Any:
        return parquet.read_table(self.folder / f"{part}{EXTRACTIONS}", columns=["content"])["content"]
