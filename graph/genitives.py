"""Finds whose something is by the order of the words, for trees that hang the owner elsewhere."""

from __future__ import annotations

from graph.tokens import Token

MAX_MODIFIERS = 8
POSSESSIVE_PRONOUNS = frozenset({"his", "her", "their", "its", "my"})


def genitive_before(noun: Token) -> list[Token]:
    """Return the owner at the head of the noun's phrase, "Ada's" or "his", for trees that hang it elsewhere."""
    if noun.is_sent_start:
        return []
    index = noun.i - 1
    while (
        not noun.doc[index].is_sent_start
        and noun.i - index < MAX_MODIFIERS
        and (noun.doc[index].pos_ in {"ADJ", "NOUN", "NUM", "SYM", "PROPN"} or noun.doc[index].lower_ in {"and", "-"})
    ):
        index -= 1
    before = noun.doc[index]
    if before.lower_ in POSSESSIVE_PRONOUNS:
        return [before]
    return [noun.doc[index - 1]] if before.lower_ in {"'s", "’s"} and not before.is_sent_start else []
