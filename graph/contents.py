"""Finds the clauses that say what a verb or a noun tells: "said that Bo lied", "the claim that Bo lied"."""

from __future__ import annotations

from graph.syntax import ADNOMINAL, COMPLEMENT, case_of, children, is_predicate
from graph.tokens import Token

# "said in a letter to the court that …"
REPORT_PLACES = frozenset({"in", "on", "at", "during", "to", "with"})
# "described Bo as a bully"
DESCRIBING = frozenset(
    "brand cast characterise characterize denounce describe depict dismiss hail paint portray".split()
)


def complements(head: Token) -> list[Token]:
    """Return the predicates of the clauses that a verb or noun takes as its content."""
    # "the allegation is that Bo lied" says so of its subject
    found = [head.head] if head.dep_ == "nsubj:outer" else children(head, COMPLEMENT)
    for child in head.children:
        marks = {mark.lower_ for mark in child.children if mark.dep_ in {"mark", "case"}}
        if child.dep_ in {"advcl", "acl", "obl"} and is_predicate(child) and marks & {"of", "that", "for"}:
            found.append(child)
        elif child.dep_ in ADNOMINAL and is_predicate(head) and child.i > head.i:
            # a verb has no relative clause: what looks like one is its content
            found.append(child)
        elif child.dep_ == "obl" and child.i > head.i and case_of(child) in REPORT_PLACES:
            # "said in a statement that …", where the tree hangs what is said on the statement
            found.extend(
                said for said in children(child, ADNOMINAL) if any(m.lower_ == "that" for m in children(said, {"mark"}))
            )
        elif child.dep_ in {"obl", "advcl"} and head.lemma_ in DESCRIBING and "as" in marks:
            found.append(child)
        elif child.dep_ == "prep" and child.lower_ in {"of", "for", "with"}:
            found.extend(children(child, {"pcomp"}))
        elif child.dep_ == "parataxis" and head.pos_ == "VERB" and child.i < head.i and not children(head, COMPLEMENT):
            found.append(child)
    verbs = [*found]
    for verb in verbs:
        found.extend(child for child in verb.children if child.dep_ == "conj" and is_predicate(child))
    return list(dict.fromkeys(found))
