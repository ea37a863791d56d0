"""Ties a prefix that the tokenizer parts from its noun back to it: of "his ex-wife", the wife is the head."""

from __future__ import annotations

from graph.tokens import Doc, Token
from graph.word_forms import HYPHENS

PREFIXES = frozenset({"co", "ex", "half", "step", "vice"})


def is_prefix(token: Token) -> bool:
    """Tell whether a token stands right before a hyphen and a noun: "ex" in "ex-wife"."""
    if token.lower_ not in PREFIXES or token.whitespace_ or token.i + 2 >= token.sent.end:
        return False
    hyphen, noun = token.nbor(), token.nbor(2)
    return hyphen.text in HYPHENS and not hyphen.whitespace_ and noun.pos_ in {"NOUN", "PROPN"}


def mend_prefixes(doc: Doc) -> None:
    """Hang a prefix and its hyphen on the noun, which takes the place and the dependents that the prefix had."""
    for token in doc:
        if is_prefix(token):
            _tie(token, token.nbor(2))


def _tie(prefix: Token, noun: Token) -> None:
    if prefix.is_ancestor(noun):
        governor = noun if prefix.head == prefix else prefix.head
        noun.head, noun.dep_ = governor, prefix.dep_
    for child in list(prefix.children):
        if child != noun:
            child.head = noun
    prefix.head, prefix.dep_ = noun, "compound"
    hyphen = prefix.nbor()
    hyphen.head, hyphen.dep_ = noun, "punct"
