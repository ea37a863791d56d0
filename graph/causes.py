"""The causes of action and criminal charges that litigraph knows, and where a text names them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from graph.errors import SchemaError
from graph.model import Span
from graph.phrases import GAP, PhraseIndex
from graph.schema import FOLDER, read_toml

FILE = FOLDER / "causes.toml"
CAUSE_KEYS = {"name", "wordings"}
WORDING = re.compile(r"[a-z0-9]+(?:[ -][a-z0-9]+)*")
HYPHEN = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]"

# What grades a wrong and belongs to its name: "aggravated indecent assault", "second-degree murder".
DEGREE = re.compile(
    r"\b(?:(?:(?:first|second|third)[- ]degree|aggravated|attempted|criminal|felony|gross|indecent|intentional"
    r"|malicious|misdemeanor|negligent|predatory|reckless)\s)++$",
    re.IGNORECASE,
)
LONGEST_DEGREE = 60


def find_faults(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield every fault of the file of causes, each with its cause and what is legal there."""
    for key in sorted(set(data) - {"cause"}):
        yield f"{FILE.name}: {key}: unknown key; legal is cause"
    tables = data.get("cause")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        yield f"{FILE.name}: cause: no tables; write at least one [[cause]]"
        return
    owners: dict[str, list[str]] = defaultdict(list)
    for number, table in enumerate(tables, start=1):
        yield from find_table_faults(table, f"{FILE.name}: cause {number} {table.get('name', '')!r}")
        wordings = table.get("wordings", [])
        for wording in wordings if isinstance(wordings, list) else []:
            owners[str(wording)].append(str(table.get("name", "")))
    for wording, names in owners.items():
        if len(names) > 1:
            yield f"{FILE.name}: cause {', '.join(names)}: wordings: {wording!r} stands twice; keep one of them"


def find_table_faults(table: Mapping[str, Any], where: str) -> Iterator[str]:
    """Yield the faults of one cause that show without looking at the others."""
    for key in sorted(set(table) - CAUSE_KEYS):
        yield f"{where}: {key}: unknown key; legal are {', '.join(sorted(CAUSE_KEYS))}"
    if not isinstance(table.get("name"), str) or not table["name"].strip():
        yield f"{where}: name: missing; give the cause's name"
    wordings = table.get("wordings")
    if not isinstance(wordings, list) or not wordings:
        yield f'{where}: wordings: no list of phrases; write it as ["breach of contract", …]'
        return
    for wording in wordings:
        if not isinstance(wording, str) or not WORDING.fullmatch(wording):
            yield f"{where}: wordings: {wording!r} is not lower-case words with one blank or hyphen between them"


@cache
def load_causes() -> dict[str, str]:
    """Return the cause's name for every wording, checked, in the file's order; SchemaError lists all faults."""
    data = read_toml(FILE)
    if faults := tuple(find_faults(data)):
        raise SchemaError(*faults)
    return {wording: table["name"] for table in data["cause"] for wording in table["wordings"]}


@cache
def load_index() -> PhraseIndex:
    """Build what `find_causes` looks wordings up in, once."""
    return PhraseIndex(load_causes(), pattern_of)


def pattern_of(wording: str) -> str:
    """Return the pattern of one wording: whole words, any blank for a blank, any hyphen for a hyphen."""
    # ASCII only: in Unicode "ı" and "ſ" are cases of "i" and "s", and stand in no wording
    words = (f"(?ai:{re.escape(word)})".replace(r"\-", HYPHEN) for word in wording.split())
    return GAP.join(words)


def find_causes(text: str) -> list[tuple[Span, str]]:
    """Return the causes named in the text with their places, in text order, the longest wording at each place.

    Whole words in any case; no two places overlap. Linear in the length of the text.
    """
    causes = load_causes()
    return [(Span(*match.span()), causes[normalize_wording(match.group())]) for match in load_index().find(text)]


def find_degree(text: str, start: int) -> int:
    """Return where the words begin that grade the wrong named at a place of a text; the place itself without such."""
    before = text[max(0, start - LONGEST_DEGREE) : start]
    graded = DEGREE.search(before)
    return start - len(before) + graded.start() if graded else start


def normalize_wording(matched: str) -> str:
    """Return the wording as it is declared: lower case, one blank between words, plain hyphens."""
    return re.sub(HYPHEN, "-", " ".join(matched.lower().split()))
