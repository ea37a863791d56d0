"""Read the hand-annotated litigation news: marked articles and their split by dispute."""

from __future__ import annotations

import re
from pathlib import Path

from graph.training.marks import list_articles, parse_marks
from graph.training.passages import LABELS, NameSpan, Passage, select_outermost

_CASE_NAME = "LAWSUIT"


def parse_marked_text(marked: str, *, source: str = "<string>") -> Passage:
    """Turn a text with ``⟦span|LABEL|id⟧`` marks into a passage with flat names.

    Descriptions (``.n``) and pronouns (``.p``) are layers of their own and are dropped, the names inside them count;
    those of lawsuits are kept, together with case names, as the passage's lawsuits. Of two nested names the outer one
    is kept. The rest of a case name is missing: its parties are marked only at times.
    Raises ValueError if a mark is not closed or a label is unknown.
    """
    text, marks = parse_marks(marked, source=source)
    names: list[NameSpan] = []
    cases: list[tuple[int, int]] = []
    lawsuits: list[NameSpan] = []
    for mark in marks:
        span = NameSpan(mark.start, mark.end, mark.label)
        if mark.label == _CASE_NAME:
            cases += [] if mark.layer else [(mark.start, mark.end)]
            lawsuits += [] if mark.layer == "p" else [span]
        elif mark.label not in LABELS:
            legal = ", ".join(LABELS)
            raise ValueError(f"{source}: character {mark.close}: unknown label {mark.label!r}; legal are {legal}")
        elif mark.layer is None:
            names.append(span)
    return Passage(text, select_outermost(names), tuple(cases), select_outermost(lawsuits))


def read_legal_news(folder: Path, part: str) -> list[Passage]:
    """Read the articles of one part (train, dev or test) of ``splits.json``, in its order."""
    return [
        parse_marked_text(file.read_text(encoding="utf-8"), source=str(file)) for file in list_articles(folder, part)
    ]


def split_paragraphs(article: Passage) -> list[tuple[int, int]]:
    """Give the character offsets of the paragraphs of an article."""
    bounds = [match.span() for match in re.finditer(r"\S[^\n]*", article.text)]
    return [(start, end) for start, end in bounds if end > start]
