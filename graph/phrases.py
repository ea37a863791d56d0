"""Finds the longest of many phrases at each place of a text, in time linear in its length."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache

WORD = re.compile(r"\w+")
# Possessive quantifiers keep a long run of blanks linear; one line break may stand inside a phrase, an empty line not.
GAP = r"(?=\s)[^\S\n]*+\n?+[^\S\n]*+"


class PhraseIndex:
    """Hold phrases by their first word, whatever its case; each word's expression tries its longest phrase first.

    ``write_pattern`` gives a phrase's pattern; phrases that do not begin with a letter or digit are left out.
    """

    def __init__(self, phrases: Iterable[str], write_pattern: Callable[[str], str]) -> None:
        by_word: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            first = WORD.match(phrase)
            if first is not None:
                by_word[first.group().casefold()].append(phrase)
        self._expressions = {
            word: f"(?:{'|'.join(map(write_pattern, sorted(group, key=lambda text: (-len(text), text))))})(?!\\w)"
            for word, group in by_word.items()
        }

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the longest phrase at each place of a text, in its order, whole words and without overlap."""
        done = 0
        for word in WORD.finditer(text):
            expression = self._expressions.get(word.group().casefold())
            if expression is None or word.start() < done:
                continue
            if found := compile_expression(expression).match(text, word.start()):
                done = found.end()
                yield found


@cache
def compile_expression(expression: str) -> re.Pattern[str]:
    """Compile an expression when a text first has its word: most texts have few of the thousands."""
    return re.compile(expression)
