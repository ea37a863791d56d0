"""Write a lemma as an edit of its word, and know which edits the endings of words allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from graph.encoder.wordpiece import MOST_WORDS

LOWERED = "~"
KEPT = "="
WHOLE = "^"
LONGEST_ENDING = 6
# An ending whose commonest edit has this share needs no longer one beside it.
SURE = 0.95
Edits = TypeVar("Edits")


def write_edit(word: str, lemma: str) -> str:
    """Return the edit that turns a word into its lemma, such as ``~3|y`` for "Parties" and "party".

    The first character says whether the word is lower-cased first, the number how many characters are cut off its end
    (Straka 2018, "UDPipe 2.0 prototype").
    """
    lowered = word.lower()
    style, base = (KEPT, word) if _shared(word, lemma) >= _shared(lowered, lemma) else (LOWERED, lowered)
    shared = _shared(base, lemma)
    return f"{style}{len(base) - shared}|{lemma[shared:]}"


@lru_cache(maxsize=MOST_WORDS)
def apply_edit(word: str, edit: str) -> str:
    """Return the lemma that an edit makes of a word; an edit that cuts more than there is gives the word itself."""
    cut, _, ending = edit[1:].partition("|")
    base = word.lower() if edit[0] == LOWERED else word
    if int(cut) > len(base) or not (lemma := base[: len(base) - int(cut)] + ending):
        return word
    return lemma


def list_endings(word: str, tag: str) -> list[str]:
    """Return the keys of a word's edits: its tag and case with the whole word, then with ever shorter endings."""
    lowered = word.lower()
    case = "A" if word[:1].isupper() else "a"
    endings = [lowered[-size:] for size in range(min(LONGEST_ENDING, len(lowered)), 0, -1)]
    return [f"{tag} {case} {ending}" for ending in (WHOLE + lowered, *endings, "")]


def count_endings(words: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, int]]:
    """Count the edits of (word, tag, edit) by ending; a longer ending stays where it knows better than a shorter one.

    An ending of one word alone is no evidence and left out, a whole word is not.
    """
    counts: dict[str, Counter[str]] = {}
    for word, tag, edit in words:
        for key in list_endings(word, tag):
            counts.setdefault(key, Counter())[edit] += 1
    kept: dict[str, dict[str, int]] = {}
    for key in sorted(counts, key=lambda key: (len(key), key)):
        found = counts[key]
        if found.total() == 1 and WHOLE not in key:
            continue
        tag, case, ending = key.split(" ", 2)
        shorter = next((kept[other] for other in _shorten(tag, case, ending) if other in kept), {})
        if _best(found) != _best(shorter) or _doubt(found) != _doubt(shorter):
            kept[key] = dict(sorted(found.items()))
    return kept


def find_edits(word: str, tag: str, endings: Mapping[str, Edits]) -> Edits | None:
    """Return what is known of the edits of the longest known ending of a word; None if no ending is known."""
    return next((endings[key] for key in list_endings(word, tag) if key in endings), None)


def _shorten(tag: str, case: str, ending: str) -> Iterable[str]:
    bare = ending.removeprefix(WHOLE)
    sizes = range(min(LONGEST_ENDING, len(bare) if ending != bare else len(bare) - 1), -1, -1)
    return (f"{tag} {case} {bare[len(bare) - size :]}" for size in sizes)


def _best(counts: Mapping[str, int]) -> str:
    return min(counts, key=lambda edit: (-counts[edit], edit), default="")


def _doubt(counts: Mapping[str, int]) -> bool:
    return max(counts.values(), default=0) < SURE * sum(counts.values())


def _shared(word: str, lemma: str) -> int:
    count = 0
    for one, other in zip(word, lemma, strict=False):
        if one != other:
            break
        count += 1
    return count
