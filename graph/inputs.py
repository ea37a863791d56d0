"""What Python callers give to `graph.build`: paths, addresses, texts and documents; a KnowledgeGraph comes out."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from graph.corrections import NOTHING
from graph.corrections.read import read_corrections
from graph.errors import InputError, UsageError
from graph.model import Document, KnowledgeGraph
from graph.pipeline import Progress, build_documents
from graph.read import find_root, read_documents, require_english
from graph.read.article import identify_text
from graph.read.days import is_day
from graph.read.text import build_document

Input = str | os.PathLike[str] | tuple[str | None, str] | Document
"""A path or a folder, a web address, a text, a pair of title and text, or a document."""

LEGAL = "a path, a web address, a text, a pair (title, text) or a graph.Document"
# "Ada Quill sued the Gazette." has a space and ends as a sentence does; "my articles/monday.txt" and ".." do not.
_SENTENCE = re.compile(r"\S\s+\S.*\w[\"'”’)\]]*[.!?…][\"'”’)\]]*\s*\Z", re.S)
_LINE_BREAK = re.compile(r"\S\s*[\r\n]\s*\S")


class SkippedInput(UserWarning):
    """An input was left out of a graph; the message names it and says why."""


class UnappliedCorrection(UserWarning):
    """An entry of a file of corrections was not followed, or not wholly; the message names it and says why."""


def build(
    inputs: str | os.PathLike[str] | Document | Iterable[Input],
    *,
    model: str | None = None,
    min_confidence: float = 0.0,
    include_negated: bool = False,
    fields: Mapping[str, str] | None = None,
    corrections: str | os.PathLike[str] | None = None,
    limits: Mapping[str, str | int] | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Build the graph of articles: of one path, folder, text or Document, or a list of them and of (title, text) pairs.

    A `Path` is always a path, and a pair always a text. A bare string is a text where it has a line break or ends as a
    sentence does, a web address where it begins like "https://", which is fetched, else a path. A text may begin with a
    line "date 2025-01-28", as a file may. `min_confidence` (0 to 1) leaves out less sure evidence, `include_negated`
    keeps what is only negated or supposed, `fields` tells what tables and records call an article's "text", "title",
    "published", "publisher" and "url", `corrections` is the path of a corrections.toml (without it there are none: a
    file that lies about is not looked for), `limits` how much may come out of one input, such as {"pdf-pages": 2000},
    `workers` how many processes extract (a script with more than one begins with `if __name__ == "__main__":`), and
    `progress` is called with a stage's name, how much of it is done and how much there is.

    An input that cannot be used gives a SkippedInput warning, a correction that does not apply an UnappliedCorrection.
    Raises UsageError where no input can be used, an argument is not legal or the corrections cannot be read, and
    ModelError where the language model cannot be used.
    """
    if not 0.0 <= min_confidence <= 1.0:
        raise UsageError(f"min_confidence is {min_confidence!r}; legal are numbers from 0 to 1")
    known = NOTHING if corrections is None else read_corrections(Path(corrections))
    if workers < 1:
        raise UsageError(f"workers is {workers!r}; legal are whole numbers from 1")
    result = build_documents(
        read_inputs(list_inputs(inputs), fields=fields, limits=limits),
        model=model,
        workers=workers,
        min_confidence=min_confidence,
        include_negated=include_negated,
        corrections=known,
        progress=progress,
    )
    if not result.graph.documents:
        raise UsageError(explain_nothing(result.skipped))
    for error in result.skipped:
        warnings.warn(f"left out: {error}", SkippedInput, stacklevel=2)
    for item in result.unapplied:
        warnings.warn(f"not followed: {item}", UnappliedCorrection, stacklevel=2)
    return result.graph


def list_inputs(inputs: str | os.PathLike[str] | Document | Iterable[Input]) -> list[Input]:
    """Return one input or many as a list of legal ones; UsageError names the first that is not."""
    if isinstance(inputs, str | os.PathLike | Document):
        return [inputs]
    if not isinstance(inputs, Iterable) or isinstance(inputs, bytes):
        raise UsageError(f"inputs is of type {type(inputs).__name__}; legal are {LEGAL}, or a list of them")
    if _is_pair(inputs):
        raise UsageError("inputs is a tuple of two strings; legal are [(title, text)], one article, and [a, b], two")
    given = cast(list[Input], list(inputs))
    for number, item in enumerate(given):
        if not isinstance(item, str | os.PathLike | Document) and not _is_pair(item):
            raise UsageError(f"inputs[{number}] is of type {type(item).__name__}; legal are {LEGAL}")
    return given


def read_inputs(
    inputs: Sequence[Input],
    *,
    fields: Mapping[str, str] | None = None,
    limits: Mapping[str, str | int] | None = None,
) -> list[Document | InputError]:
    """Return each distinct article once, files first, and an error in place of each input that cannot be used."""
    paths = [find_root(item) if isinstance(item, str) else Path(item)
             for item in inputs if isinstance(item, str | os.PathLike) and not is_text(item)]  # fmt: skip
    found = list(read_documents(paths, fields=fields, limits=limits))
    known = {item.id: item for item in found if isinstance(item, Document)}
    for number, item in enumerate(inputs):
        if isinstance(item, os.PathLike) or (isinstance(item, str) and not is_text(item)):
            continue
        try:
            document = read_input(item, place=f"inputs[{number}]")
            other = known.setdefault(document.id, document)
            if other.text != document.text:
                reason = f"has the id {document.id!r} of another article; give each Document an id of its own"
                raise InputError(f"inputs[{number}]", reason)
        except InputError as problem:
            found.append(problem)
        else:
            if other is document:
                found.append(document)
    return found


def is_text(item: str | os.PathLike[str]) -> bool:
    """Tell whether an input is an article's text rather than a path: by its form alone, never by what files exist."""
    return isinstance(item, str) and bool(_LINE_BREAK.search(item) or _SENTENCE.search(item))


def read_input(item: str | tuple[str | None, str] | Document, *, place: str) -> Document:
    """Return the article of a text, a pair or a document; InputError names `place` where it cannot be used."""
    if isinstance(item, Document):
        document = replace(item, text=_mend(item.text))
        if not document.text.strip():
            raise InputError(place, "is empty; an article needs text")
        if document.published is not None and not is_day(document.published):
            raise InputError(place, f"has the date {document.published!r}; legal are an ISO day (2025-01-28) and None")
        require_english(replace(document, path=place))
        return document
    title, text = item if isinstance(item, tuple) else (None, item)
    document = require_english(build_document(_mend(text), path=place))
    title = " ".join(_mend(title or "").split())
    if title:
        whole = f"{title}\n\n{document.text}"
        document = replace(document, id=identify_text(whole, document.published), text=whole, title=title)
    # A place in the caller's list would make the graph depend on its order.
    return replace(document, path=f"text-{document.id}")


def explain_nothing(skipped: Sequence[InputError]) -> str:
    """Say why there is nothing to build: each input with its reason, and what is legal."""
    if not skipped:
        return f"nothing could be built, since there are no inputs; legal are {LEGAL}, or a list of them"
    reasons = "\n".join(f"  {error}" for error in skipped)
    return (
        f"nothing could be built, since no input is an article that can be read:\n{reasons}\n"
        "A string is taken for a text where it has a line break or ends as a sentence does, for a web address where it "
        "begins like https://, else for a path; "
        "a pair (title, text) is always a text"
    )


def _is_pair(item: object) -> bool:
    if not isinstance(item, tuple) or len(item) != 2:
        return False
    return isinstance(item[1], str) and (item[0] is None or isinstance(item[0], str))


def _mend(text: str) -> str:
    # UTF-8 cannot hold half of a surrogate pair, and spaCy's words are UTF-8.
    return text.encode("utf-8", "replace").decode()
