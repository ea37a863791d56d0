"""Finds the courts that a text names: "Manhattan federal court", "U.S. District Court for the District of Columbia"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.schema import FOLDER, read_toml
from graph.spans import text_of
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan

# kinds that name a court only with a place before them, as they stand in running text
COMMON_KINDS = (
    "federal appeals court",
    "federal district court",
    "federal court",
    "county court",
    "state court",
    "superior court",
    "district court",
    "circuit court",
    "crown court",
    "high court",
    "supreme court",
    "court of appeals",
    "court of appeal",
    "court",
    "courthouse",
    "Courthouse",
)
OPENING_WORDS = frozenset(
    "judge justice magistrate mr mr. monday tuesday wednesday thursday friday saturday sunday".split()
)
INNER = frozenset({"of", "and", "&"})
AREAS = frozenset({"District", "State", "City", "Commonwealth", "County", "Republic"})
LEVELS = frozenset({"federal", "state", "district", "county", "circuit", "superior"})
COURT_MARKS = frozenset(
    "court courts tribunal courthouse circuit bench appeals division scotus chancery bailey".split()
)
ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
MAX_WORDS = 9


@cache
def load_kinds() -> re.Pattern[str]:
    """Return a pattern of all words for courts, the longest first."""
    data = read_toml(FOLDER / "courts.toml")
    words = sorted({*data["kinds"], *data["proper"], *COMMON_KINDS}, key=lambda word: (-len(word), word))
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(re.escape(word).replace("'", "['’]") for word in words) + r")(?![\w-])"
    )


@cache
def load_names() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Return the capitalised kinds, the proper names of courts and the names that only look like a court's."""
    data = read_toml(FOLDER / "courts.toml")
    return frozenset(data["kinds"]), frozenset(data["proper"]), tuple(data["not_courts"])


def is_name_word(token: Token) -> bool:
    """Tell whether a token can stand in a court's name before its kind: a capitalised word that opens no sentence."""
    capital = token.text[:1].isupper() and token.pos_ not in {"VERB", "ADP", "SCONJ", "ADV", "DET", "PRON", "AUX"}
    return (capital or bool(ORDINAL.match(token.lower_))) and token.lower_ not in OPENING_WORDS


def find_start(doc: Doc, kind: int, floor: int) -> int:
    """Return where the court's name begins: at the first capitalised word of its place and level."""
    start = kind
    while start > floor and kind - start < MAX_WORDS:
        before = doc[start - 1]
        linked = start - 2 >= floor and is_name_word(doc[start - 2])
        if is_name_word(before) or (before.lower_ in {"federal", "state", "district", "county"} and linked):
            start -= 1
        elif (before.lower_ in INNER and linked and doc[start - 2].text in AREAS and start < kind) or (
            before.text == "," and linked and doc[start - 2].text in {"County", "Parish"} and start < kind
        ):
            start -= 2
        else:
            break
    return start


def find_end(doc: Doc, end: int, ceiling: int) -> int:
    """Return where the court's name ends, with the district or the state that it is for."""
    link = doc[end].lower_ if end < ceiling else ""
    if link not in {"for", "of", "in"}:
        return end
    at = end + 1 + (end + 1 < ceiling and doc[end + 1].lower_ == "the")
    last = at
    while last < ceiling and last - end < MAX_WORDS + 3:
        inner = doc[last].lower_ in {*INNER, "the"} and last > at and last + 1 < ceiling
        if not (doc[last].text[:1].isupper() and doc[last].pos_ != "VERB") and not inner:
            break
        last += 1
    while last > at and not doc[last - 1].text[:1].isupper():
        last -= 1
    # "in the Northern District of Georgia" is part of the name, "in Chicago" is not
    if link == "in" and not any(token.text in {"District", "Division"} for token in doc[at:last]):
        return end
    return last if last > at else end


def is_placed(doc: Doc, start: int, kind: int, extended: bool) -> bool:
    """Tell whether a common noun for a court is a name: its place and its level stand with it, not a place alone."""
    words = {token.lower_ for token in doc[start : kind + 2]}
    return (start < kind or extended) and bool(
        words & (LEVELS | {"courthouse", "appeals", "appeal", "high", "supreme"})
    )


def names_court(span: TokenSpan) -> bool:
    """Tell whether what the model took for a court is named as one: no place alone, and no "Texas court"."""
    words = {token.lower_ for token in span}
    levels = {*LEVELS, "high", "supreme"}
    plain = span[-1].text in {"court", "courts"} and (not words & levels or words <= {*levels, "court", "courts"})
    return not plain and bool(words & {*COURT_MARKS, *LEVELS}) and (len(span) > 1 or span[0].lower_ in {"scotus"})


@cache
def load_highest() -> frozenset[str]:
    """Return the names of the highest courts, folded."""
    return frozenset(name.lower().replace(".", "") for name in read_toml(FOLDER / "courts.toml")["highest"])


def is_highest(name: str) -> bool:
    """Tell whether a name is that of a country's or a union's highest court: "U.S. Supreme Court"."""
    return name.lower().replace(".", "").removeprefix("the ") in load_highest()


def find_courts(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of the named courts, none overlapping; "the court" and "a Texas court" name none."""
    kinds, proper, others = load_names()
    done = 0
    for match in load_kinds().finditer(text_of(doc)):
        found = doc.char_span(*match.span(), alignment_mode="expand")
        if found is None or found.start < done:
            continue
        start = find_start(doc, found.start, max(done, found.sent.start))
        end = find_end(doc, found.end, found.sent.end)
        alone = (start, end) == (found.start, found.end)
        before = doc[start - 1].lower_ if start else ""
        if any(name in doc[start : min(len(doc), end + 1)].text for name in others):
            continue
        if match.group() in COMMON_KINDS and not is_placed(doc, start, found.start, end > found.end):
            continue
        indefinite = before in {"a", "an", "another", "any", "every", "each"}
        named = match.group() in proper or (match.group() in kinds and not indefinite)
        if named if alone else not (indefinite and match.group() in COMMON_KINDS):
            done = end
            yield start, end
