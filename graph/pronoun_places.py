"""Says where a mention stands: in its text, in its sentence's tree and in a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from graph import syntax
from graph.model import MentionKind
from graph.quotations import Quotation
from graph.tokens import Token

OBJECTS = syntax.OBJECT | syntax.INDIRECT
ROLES = ("subject", "passive", "object", "possessor", "oblique", "conjunct", "other")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: its head's token, sentence and paragraph, its role, its clause and its quotation."""

    token: int
    sentence: int
    paragraph: int
    role: str
    clause: int
    kind: MentionKind
    quotation: Quotation | None


def role_of(token: Token) -> str:
    """Return the grammatical role of a mention's head."""
    if token.dep_ in syntax.SUBJECT:
        return "subject"
    if token.dep_ in syntax.PASSIVE_SUBJECT:
        return "passive"
    if token.dep_ in OBJECTS:
        return "object"
    if token.dep_ in syntax.POSSESSOR:
        return "possessor"
    if token.dep_.startswith(("obl", "nmod", "pobj")):
        return "oblique"
    if token.dep_ == "conj":
        return role_of(token.head) if token.head != token and token.head.dep_ != "conj" else "conjunct"
    return "other"
