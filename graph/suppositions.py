"""Tells proceedings that have begun from those that a text only supposes: "a suit against Ada would fail"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from graph import syntax
from graph.modality import Stance
from graph.model import Assertion
from graph.schema.cues import load_cues

MAX_CLIMB = 5
INDEFINITE = frozenset({"a", "an", "any"})
SUPPOSING = frozenset({"can", "could", "may", "might", "should", "would"})
# across these a word's "would" does not reach down to what hangs on it
BARRIERS = frozenset({"ccomp", "advcl", "acl:relcl", "relcl", "parataxis", "conj", "appos"})


def settle_stance(cue: Token, stance: Stance) -> Stance:
    """Return what a text commits itself to for a proceeding: who says that he did not sue denies nothing, he tells it.

    `stance` is that of any other clause or noun with the cue.
    """
    if stance.assertion is Assertion.DENIED and not _has_denial(cue):
        return replace(stance, assertion=Assertion.NEGATED)
    # "Ada suing Bo would help nobody" does not say that she does
    gerund = cue.tag_ == "VBG" and cue.dep_ in {"csubj", "csubj:outer"}
    if stance.assertion in {Assertion.ASSERTED, Assertion.ALLEGED} and (gerund or is_planned(cue) or is_supposed(cue)):
        return replace(stance, assertion=Assertion.HYPOTHETICAL)
    return stance


def is_planned(verb: Token) -> bool:
    """Tell whether a verb only plans the proceeding that is its object: "is preparing a suit"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in load_cues().hypothetical.noun_verbs:
        return False
    return any(child.lower_ in INDEFINITE for noun in syntax.direct_objects(verb) for child in noun.children)


def is_supposed(noun: Token) -> bool:
    """Tell whether an indefinite proceeding stands under "would", "might" or "can": "has cause to bring a suit"."""
    if noun.pos_ != "NOUN" or not any(child.lower_ in INDEFINITE for child in noun.children):
        return False
    if syntax.children(noun, syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE):
        return False
    node = noun
    for _ in range(MAX_CLIMB):
        if node.head == node or node.dep_ in BARRIERS:
            return False
        node = node.head
        if any(child.lower_ in SUPPOSING for child in syntax.children(node, {"aux"})):
            return True
    return False


def _has_denial(cue: Token) -> bool:
    words = load_cues().denial.verbs | load_cues().denial.nouns
    return any(token.lemma_.lower() in words for token in cue.sent)
