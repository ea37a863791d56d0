"""Tells whom "the plaintiff" and "the defendant" mean where a text has one person on that side."""

from __future__ import annotations

from graph import syntax
from graph.clusters import Clustering
from graph.model import EntityType
from graph.tokens import Token

PLAINTIFF, DEFENDANT = "plaintiff", "defendant"
SIDES = {"claimant": PLAINTIFF, "complainant": PLAINTIFF, "plaintiff": PLAINTIFF, "accused": DEFENDANT,
         "defendant": DEFENDANT}  # fmt: skip
SUITS = frozenset({"action", "case", "claim", "complaint", "countersuit", "lawsuit", "petition", "suit"})
FILING = frozenset({"bring", "file", "launch", "lodge"})
CHARGING = frozenset({"accuse", "acquit", "arraign", "charge", "convict", "indict", "sentence", "try"})
BODIES = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET})


def find_litigant(work: Clustering, index: int, side: str) -> int | None:
    """Return the only party on a side before a mention, if it is a person with a name; else None."""
    found = {
        number
        for other in range(index)
        if work.mentions[other].type in BODIES and read_side(work.heads[other]) == side
        for number in work.of.get(other, ())
    }
    if len(found) != 1:
        return None
    cluster = work.clusters[number := found.pop()]
    return number if cluster.names and cluster.type is EntityType.PERSON else None


def read_side(noun: Token) -> str:
    """Return on which side a clause puts what a noun names: "Ada sued", "Bo was charged", "her suit against Bo"."""
    first = noun
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    above, label = first.head, first.dep_
    verb = above.lemma_.lower()
    if label in syntax.SUBJECT:
        suits = (child.lemma_.lower() for child in syntax.children(above, syntax.OBJECT))
        return PLAINTIFF if verb == "sue" or (verb in FILING and not SUITS.isdisjoint(suits)) else ""
    if label in syntax.OBJECT:
        return DEFENDANT if verb == "sue" else ""
    if label in syntax.PASSIVE_SUBJECT:
        return DEFENDANT if verb == "sue" or verb in CHARGING else ""
    if label in syntax.POSSESSOR:
        return PLAINTIFF if verb in SUITS else DEFENDANT if verb == "trial" else ""
    return DEFENDANT if verb in SUITS | {"sue"} and syntax.case_of(first) == "against" else ""
