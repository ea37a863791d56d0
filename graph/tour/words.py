"""The sentences of the tour that the program itself writes; they say no more than the graph holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.model import Lawsuit
from graph.page import MONTHS
from graph.timeline import find_days

MOST_WORDS = 4
DIFFER = " (the articles differ)"


def count(number: int, noun: str) -> str:
    """Return a number with its noun: "1 article", "1,200 articles"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def join_words(words: Iterable[str], *, last: str = "and") -> str:
    """Return a list in words, a long one cut: "A", "A and B", "A, B, C and 5 more"."""
    shown = list(words)
    if len(shown) > MOST_WORDS:
        shown = [*shown[: MOST_WORDS - 1], f"{len(shown) - MOST_WORDS + 1} more"]
        last = "and"
    head, tail = shown[:-1], shown[-1:]
    return f" {last} ".join([", ".join(head), *tail] if head else tail)


def say_when(text: str) -> str:
    """Return an ISO day, month or year as part of a sentence: "on 4 March 2023", "in March 2023", "in 2023"."""
    if find_days(text) is None:
        return text
    year, *rest = text.split("-")
    if not rest:
        return f"in {year}"
    month = MONTHS[int(rest[0]) - 1]
    return f"in {month} {year}" if len(rest) == 1 else f"on {int(rest[1])} {month} {year}"


def say_either(values: Sequence[str]) -> str:
    """Return one value, or several that contradict each other."""
    return join_words(values, last="or") + (DIFFER if len(values) > 1 else "")


def summarize_lawsuit(
    lawsuit: Lawsuit,
    *,
    plaintiffs: Sequence[str],
    defendants: Sequence[str],
    answers: Sequence[str],
    answered_by: Sequence[str],
) -> str:
    """Say who brought it against whom, when, over what and for how much; empty where nothing of it is known."""
    filed = [say_when(value.text) for value in lawsuit.filed]
    parts = [
        say_either(filed),
        f"by {join_words(plaintiffs)}" if plaintiffs else "",
        f"against {join_words(defendants)}" if defendants else "",
    ]
    main = " ".join(part for part in parts if part)
    claims = [value.text for value in lawsuit.claims]
    extra = [f"over {join_words(claims)}"] if claims else []
    extra += [f"for {say_either([value.text for value in lawsuit.amounts])}"] if lawsuit.amounts else []
    sentences = [", ".join(["Filed " + main if filed else "Brought " + main if main else "A lawsuit", *extra]) + "."]
    if not main and not extra:
        sentences = []
    sentences += [f"It answers {join_words(answers)}."] if answers else []
    sentences += [f"It was answered by {join_words(answered_by)}."] if answered_by else []
    return " ".join(sentences)
