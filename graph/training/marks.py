"""Read the ``⟦span|LABEL|id⟧`` marks of the hand-annotated litigation news, and their split by dispute."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

_CLOSE = re.compile(r"\|([A-Z]+)(?:\.([np]))?(?:\|([\w.\-]+))?⟧")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span of characters of the plain text; `close` is where its mark ends in the marked one.

    `layer` is "n" of a description and "p" of a pronoun, None of a name; `id` says which thing of its article is
    meant, where the mark does.
    """

    start: int
    end: int
    label: str
    layer: str | None
    id: str | None
    close: int


def parse_marks(marked: str, *, source: str) -> tuple[str, list[Mark]]:
    """Return the plain text and its marks in the order in which they close; ValueError if one is not closed."""
    plain: list[str] = []
    opened: list[int] = []
    marks: list[Mark] = []
    at = 0
    while at < len(marked):
        if marked[at] == "⟦":
            opened.append(len(plain))
        elif opened and (close := _CLOSE.match(marked, at)):
            marks.append(Mark(opened.pop(), len(plain), close[1], close[2], close[3], at))
            at = close.end()
            continue
        else:
            plain.append(marked[at])
        at += 1
    if opened:
        raise ValueError(f"{source}: the mark opened at character {opened[-1]} is not closed; add '|LABEL|id⟧'")
    return "".join(plain), marks


def list_articles(folder: Path, part: str) -> list[Path]:
    """Return the files of one part (train, dev or test) of ``splits.json``, in its order; ValueError if unknown."""
    splits = json.loads((folder / "splits.json").read_text(encoding="utf-8"))
    if part not in splits:
        raise ValueError(f"{folder / 'splits.json'}: no part {part!r}; it has {', '.join(splits)}")
    return [folder / f"{name}.tagged" for name in splits[part]]
