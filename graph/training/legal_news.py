"""Read the hand-annotated litigation news: marked articles and their split by dispute."""

from __future__ import annotations

import json
import re
from pathlib import Path

from graph.training.passages import LABELS, NameSpan, Passage, select_outermost

_CLOSE = re.compile(r"\|([A-Z]+)(?:\.([np]))?(?:\|([\w.\-]+))?⟧")
_CASE_NAME = "LAWSUIT"


def parse_marked_text(marked: str, *, source: str = "<string>") -> Passage:
    """Turn a text with ``⟦span|LABEL|id⟧`` marks into a passage with flat names.

    Descriptions (``.n``) and pronouns (``.p``) are layers of their own and are dropped, the names inside them count;
    those of lawsuits are kept, together with case names, as the passage's lawsuits. Of two nested names the outer one
    is kept. The rest of a case name is missing: its parties are marked only at times.
    Raises ValueError if a mark is not closed or a label is unknown.
    """
    plain: list[str] = []
    opened: list[int] = []
    names: list[NameSpan] = []
    cases: list[tuple[int, int]] = []
    lawsuits: list[NameSpan] = []
    at = 0
    while at < len(marked):
        if marked[at] == "⟦":
            opened.append(len(plain))
        elif opened and (close := _CLOSE.match(marked, at)):
            start, label, layer = opened.pop(), close[1], close[2]
            if label == _CASE_NAME:
                cases += [] if layer else [(start, len(plain))]
                lawsuits += [] if layer == "p" else [NameSpan(start, len(plain), label)]
            elif label not in LABELS:
                raise ValueError(f"{source}: character {at}: unknown label {label!r}; legal are {', '.join(LABELS)}")
            elif layer is None:
                names.append(NameSpan(start, len(plain), label))
            at = close.end()
            continue
        else:
            plain.append(marked[at])
        at += 1
    if opened:
        raise ValueError(f"{source}: the mark opened at character {opened[-1]} is not closed; add '|LABEL⟧'")
    return Passage("".join(plain), select_outermost(names), tuple(cases), select_outermost(lawsuits))


def read_legal_news(folder: Path, part: str) -> list[Passage]:
    """Read the articles of one part (train, dev or test) of ``splits.json``, in its order."""
    splits = json.loads((folder / "splits.json").read_text(encoding="utf-8"))
    if part not in splits:
        raise ValueError(f"{folder / 'splits.json'}: no part {part!r}; it has {', '.join(splits)}")
    files = [folder / f"{name}.tagged" for name in splits[part]]
    return [parse_marked_text(file.read_text(encoding="utf-8"), source=str(file)) for file in files]


def split_paragraphs(article: Passage) -> list[tuple[int, int]]:
    """Give the character offsets of the paragraphs of an article."""
    bounds = [match.span() for match in re.finditer(r"\S[^\n]*", article.text)]
    return [(start, end) for start, end in bounds if end > start]
