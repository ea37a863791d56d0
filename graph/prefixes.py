"""Gives a noun what belongs to it: of "his ex-wife" the wife is the head, of "the attorney general" the attorney."""

from __future__ import annotations

from graph.tokens import Doc, Token
from graph.word_forms import HYPHENS

PREFIXES = frozenset({"co", "ex", "half", "step", "vice"})
OPENING = PREFIXES | {"general"}
# "attorney general", "secretary general": French put the adjective behind its noun
GENERALS = frozenset({"attorney", "auditor", "consul", "inspector", "postmaster", "secretary", "solicitor", "surgeon"})
TITLING = frozenset({"compound", "flat", "nmod:desc"})


def is_prefix(token: Token) -> bool:
    """Tell whether a token stands right before a hyphen and a noun: "ex" in "ex-wife"."""
    if token.lower_ not in PREFIXES or token.whitespace_ or token.i + 2 >= token.sent.end:
        return False
    hyphen, noun = token.nbor(), token.nbor(2)
    return hyphen.text in HYPHENS and not hyphen.whitespace_ and noun.pos_ in {"NOUN", "PROPN"}


def mend_prefixes(doc: Doc) -> None:
    """Hang a prefix and its hyphen on the noun, which takes the place and the dependents that the prefix had.

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


def _hang_behind(general: Token, office: Token) -> None:
    office.head, office.dep_ = office if general.head == general else general.head, general.dep_
    for child in list(general.children):
        if child != office:
            child.head = office
    general.head, general.dep_ = office, "amod"
