"""Decide whether two wordings mean the same name, date, amount or claim."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import filterfalse

SEPARATOR = " | "
"""What stands between several values of one attribute in the graph's files."""

_TITLES = (
    *("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "prof"),
    *("judge", "justice", "sen", "senator", "rep", "gov", "president", "attorney", "lawyer"),
    *("the", "a", "an"),
)
_LEADING_TITLES = re.compile(rf"\A(?:(?:{'|'.join(_TITLES)})\.?\s+)+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_AMOUNT = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>k|thousand|m|b)?")
_UNITS = {None: 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "b": 1e9}
_CLAIM_LINKS = frozenset("of and the for to in on by with a an".split())
_STEM = 6


def normalize_name(name: str) -> str:
    """Return a name without case, accents, leading titles, a possessive ending and punctuation."""
    decomposed = unicodedata.normalize("NFKD", name).replace("’", "'")
    plain = "".join(filterfalse(unicodedata.combining, decomposed)).casefold().strip()
    if plain.endswith("'s"):
        plain = plain[:-2]
    elif plain.endswith("s'"):
        plain = plain[:-1]
    return " ".join(_WORD.findall(_LEADING_TITLES.sub("", plain).replace("'", "")))


def split_values(joined: object) -> list[str]:
    """Return the values of an attribute that holds several."""
    return [value for part in str(joined or "").split(SEPARATOR) if (value := part.strip())]


def squeeze(text: str) -> str:
    """Return the text with each run of white space as one space, and none at its ends."""
    return re.sub(r"\s+", " ", text).strip()


def to_number(amount: str) -> str:
    """Return the first number of an amount in full ("$1.5 million" → "1500000"), or "" where there is none."""
    found = _AMOUNT.search(amount.lower().replace(",", ""))
    return str(int(float(found["number"]) * _UNITS[found["unit"]])) if found else ""


def dates_agree(gold: str, said: str) -> bool:
    """Tell whether two ISO dates fit: a day fits its month, but a bare year only a gold date that has no more."""
    if len(said) < 4 or not (gold.startswith(said) or said.startswith(gold)):
        return False
    return len(gold) == 4 or min(len(gold), len(said)) >= len("2025-01")


def claims_agree(gold: str, said: str) -> bool:
    """Tell whether two claims share half of the word stems of the longer one."""
    stems, others = _stem(gold), _stem(said)
    return 2 * len(stems & others) >= max(len(stems), len(others), 1)


def _stem(claim: str) -> set[str]:
    return {word[:_STEM] for word in normalize_name(claim).split()} - _CLAIM_LINKS


def count_agreeing(gold: Iterable[str], said: Iterable[str], agree: Callable[[str, str], bool]) -> int:
    """Count the gold values that find a partner among those said, each of which serves once."""
    free, count = sorted(said), 0
    for value in sorted(gold):
        partner = next((place for place, other in enumerate(free) if agree(value, other)), None)
        if partner is not None:
            del free[partner]
            count += 1
    return count


def passages_meet(text: str, one: str, other: str) -> bool:
    """Tell whether two passages of a text share a character, wherever in it they stand."""
    if not one or not other:
        return False
    places = [match.span() for match in re.finditer(re.escape(one), text)]
    return any(
        start < match.end() and match.start() < end
        for match in re.finditer(re.escape(other), text)
        for start, end in places
    )
