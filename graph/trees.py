"""Mends what no grammar allows in a tree: a subject that a preposition marks, a participle torn from its noun."""

from __future__ import annotations

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass"})
ADVERBIAL = frozenset({"advcl", "ccomp", "parataxis", "conj", "dep"})
# A participle is at times tagged as the past tense.
PAST = frozenset({"VBN", "VBD"})
# "around twenty people left": before a number these are no prepositions
LOCATING = frozenset({"in", "at", "on", "by", "from", "with", "under", "against"})
OWN_CLAUSE = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj", "aux", "aux:pass", "auxpass", "mark", "cc", "cop"})


def mend_trees(doc: Doc) -> Doc:
    """Make obliques of subjects that a preposition marks, and modifiers of participles right after their noun."""
    for token in doc:
        if token.dep_ in SUBJECTS and _has_preposition(token):
            token.dep_ = "obl"
        elif token.tag_ in PAST and token.i and _stands_alone(token):
            noun = token.nbor(-1)
            if token.dep_ in ADVERBIAL and noun not in token.subtree:
                token.head, token.dep_ = noun, "acl"
            elif token.dep_ in ADVERBIAL | {"acl"} and noun.head == token and _has_preposition(noun):
                _turn_round(noun, token)
            if token.dep_ == "acl" and token.head == noun:
                token.tag_ = "VBN"
    return doc


def _has_preposition(noun: Token) -> bool:
    marks = (child for child in noun.children if child.dep_ == "case" and child.i < noun.i)
    return any(child.lower_ in LOCATING for child in marks)


def _stands_alone(participle: Token) -> bool:
    """Tell whether a participle without a clause of its own stands right after a common noun: "its lawsuit filed …"."""
    noun = participle.nbor(-1)
    if noun.pos_ != "NOUN" or noun.sent != participle.sent:
        return False
    return not any(child.dep_ in OWN_CLAUSE for child in participle.children)


def _turn_round(noun: Token, participle: Token) -> None:
    """Hang the noun of "in a suit filed Monday, Ada said …" on the clause that it opens, and its participle on it."""
    governor = participle.head
    if governor.i > participle.i and governor.pos_ in {"NOUN", "PROPN", "PRON"} and governor.head != governor:
        governor = governor.head
    if governor != participle:
        noun.head, noun.dep_ = governor, "obl"
        participle.head, participle.dep_ = noun, "acl"
