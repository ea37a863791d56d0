"""Gives a word what belongs to it: of "his ex-wife" the wife is the head, of "co-founded" the founding."""

from __future__ import annotations

from graph.tokens import Doc, Token
from graph.word_forms import HYPHENS

PREFIXES = frozenset({"co", "ex", "half", "step", "vice"})
# "co-founded", "re-elected"
VERBAL = frozenset({"co", "counter", "cross", "pre", "re"})
OPENING = PREFIXES | VERBAL | {"general"}
# "attorney general", "secretary general": French put the adjective behind its noun
GENERALS = frozenset({"attorney", "auditor", "consul", "inspector", "postmaster", "secretary", "solicitor", "surgeon"})
TITLING = frozenset({"compound", "flat", "nmod:desc"})


def is_prefix(token: Token) -> bool:
    """Tell whether a token stands right before a hyphen and a noun or verb: "ex" in "ex-wife", "co" in "co-founded"."""
    if token.lower_ not in PREFIXES | VERBAL or token.whitespace_ or token.i + 2 >= token.sent.end:
        return False
    hyphen, word = token.nbor(), token.nbor(2)
    fits = token.lower_ in (VERBAL if word.pos_ == "VERB" else PREFIXES)
    return hyphen.text in HYPHENS and not hyphen.whitespace_ and fits and word.pos_ in {"NOUN", "PROPN", "VERB"}


def mend_prefixes(doc: Doc) -> None:
    """Hang a prefix and its hyphen on the noun or verb, which takes the place and the dependents that the prefix had.

    "The attorney general" is an attorney, not a general.
    """
    for token in [token for token in doc.tokens if token.lower_ in OPENING]:
        if is_prefix(token):
            _tie(token, token.nbor(2))
        elif token.lower_ == "general" and is_postposed(token):
            _hang_behind(token, token.nbor(-1))


def is_postposed(general: Token) -> bool:
    """Tell whether "general" hangs wrongly above the office before it, and no name follows: "the attorney general"."""
    if not general.i or general.dep_ in TITLING:
        return False
    office = general.nbor(-1)
    return office.lower_ in GENERALS and office.head == general


def _tie(prefix: Token, word: Token) -> None:
    if prefix.is_ancestor(word):
        governor = word if prefix.head == prefix else prefix.head
        word.head, word.dep_ = governor, prefix.dep_
    for child in list(prefix.children):
        if child != word:
            child.head = word
    prefix.head, prefix.dep_ = word, "compound"
    hyphen = prefix.nbor()
    hyphen.head, hyphen.dep_ = word, "punct"


def _hang_behind(general: Token, office: Token) -> None:
    office.head, office.dep_ = office if general.head == general else general.head, general.dep_
    for child in list(general.children):
        if child != office:
            child.head = office
    general.head, general.dep_ = office, "amod"
