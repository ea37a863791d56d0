"""Reads ages, and whom one calls up: "Ada Quill, 46, sued … The 46-year-old said"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.clusters import Clustering
from graph.model import EntityType, MentionKind

YEARS_OLD = re.compile(r"\d{1,3}[-‐‑]year[-‐‑]old\b")
AGE_ENDS, AGE_DIGITS = frozenset({",", ".", ")", ";"}), 2


def read_age(work: Clustering, index: int) -> int | None:
    """Return the age that a mention says, or that commas set behind it: "the 46-year-old mogul", "Quill, 46, …"."""
    phrase, doc = work.tokens(index), work.doc
    if work.mentions[index].kind is not MentionKind.NAMED:
        for token in phrase:
            if token.text.isdecimal() and YEARS_OLD.match(doc.text, token.idx):
                return int(token.text)
    end = phrase.end
    if end + 2 >= len(doc) or doc[end].text not in {",", "("} or doc[end + 2].text not in AGE_ENDS:
        return None
    number = doc[end + 1].text
    return int(number) if number.isdecimal() and len(number) == AGE_DIGITS else None


def is_of_other_age(work: Clustering, number: int, age: int) -> bool:
    """Tell whether a text gives somebody an age, and never one within a year of this."""
    told = list_ages(work, number)
    return bool(told) and all(abs(other - age) > 1 for other in told)


def list_ages(work: Clustering, number: int) -> set[int]:
    """Return the ages that a text gives somebody."""
    return {age for mention in work.clusters[number].mentions if (age := read_age(work, mention)) is not None}


def find_aged(work: Clustering, places: Iterable[int], age: int) -> int | None:
    """Return the only person among some mentions whose name has an age behind it; None where there are more, or none.

    "Ada Quill, 46".
    """
    mentions = ((index, work.mentions[index]) for index in places)
    found = {
        work.of[index][0]
        for index, mention in mentions
        if mention.kind is MentionKind.NAMED and mention.type is EntityType.PERSON and read_age(work, index) == age
    }
    return found.pop() if len(found) == 1 else None
