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
        elif token.tag_ in PAST and token.dep_ in ADVERBIAL and token.i and _follows_its_noun(token):
            token.head, token.dep_ = token.nbor(-1), "acl"
    return doc


def _has_preposition(noun: Token) -> bool:
    marks = (child for child in noun.children if child.dep_ == "case" and child.i < noun.i)
    return any(child.lower_ in LOCATING for child in marks)


def _follows_its_noun(participle: Token) -> bool:
    """Tell whether a participle without a clause of its own stands right after a common noun: "its lawsuit filed …"."""
    noun = participle.nbor(-1)
    if noun.pos_ != "NOUN" or noun.sent != participle.sent or noun in participle.subtree:
        return False
    return not any(child.dep_ in OWN_CLAUSE for child in participle.children)
