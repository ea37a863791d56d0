"""Lines that were broken to fit a page or a screen, joined to the paragraphs that they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

WIDTH_LIMIT = 100
"""Text whose longest line has more characters than this was not broken to fit anything."""

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")
_END = re.compile(r"[.!?:][\"'”’)\]]*\Z")
_SHORT, _SHORTER = 0.85, 0.6
"""A line that is shorter than the first part of a full one ends its paragraph with its sentence; the second, always."""


def join_lines(lines: Sequence[str]) -> str:
    """Return paragraphs with an empty line between them; a word that was cut at the end of a line is one again."""
    lengths = sorted(len(line) for line in lines if line)
    full = lengths[len(lengths) * 9 // 10] if lengths else 0
    paragraphs: list[list[str]] = [[]]
    for line, after in zip(lines, (*lines[1:], ""), strict=False):
        if line:
            paragraphs[-1].append(line)
        ends = len(line) < (_SHORT if _END.search(line) else _SHORTER) * full
        if not line or (ends and not after[:1].islower()):
            paragraphs.append([])
    joined = (_HYPHEN.sub("", "\n".join(part)).replace("\n", " ") for part in paragraphs if part)
    return "\n\n".join(joined)


def unwrap_text(text: str) -> str:
    """Return text as paragraphs where all of its lines are short; other text as it is."""
    lines = [line.rstrip() for line in text.splitlines()]
    return join_lines(lines) if max(map(len, lines), default=0) <= WIDTH_LIMIT else text
