"""Tells proceedings that have begun from those that a text only supposes: "a suit against Ada would fail"."""

from __future__ import annotations

from dataclasses import replace

from graph import syntax
from graph.modality import Stance, judge_noun
from graph.model import Assertion
from graph.schema.cues import load_cues
from graph.tokens import Token
from graph.word_forms import base_form

MAX_CLIMB = 5
TAKING_TIME = frozenset({"long", "take", "time", "year"})
ADVOCATING = frozenset(
    (
        "advocate argue argument case chance favor favour hope idea intention interest opponent possibility proponent "
        "prospect supporter talk thought threat vote"
    ).split()
)
INDEFINITE = frozenset({"a", "an", "any"})
SUPPOSING = frozenset({"can", "could", "may", "might", "should", "would"})
# what one does only with a proceeding that has begun
CONTINUING = frozenset(
    "abandon amend continue defend dismiss drop end halt hear pursue reject resume settle stop toss withdraw".split()
)
# across these a word's "would" does not reach down to what hangs on it
BARRIERS = frozenset({"ccomp", "advcl", "acl:relcl", "relcl", "parataxis", "conj", "appos"})


def settle_stance(cue: Token, stance: Stance) -> Stance:
    """Return what a text commits itself to for a proceeding: who says that he did not sue denies nothing, he tells it.

    `stance` is that of any other clause or noun with the cue.
    """
    if stance.assertion is Assertion.DENIED and not _has_denial(cue):
        return replace(stance, assertion=Assertion.NEGATED)
    if stance.assertion is Assertion.HYPOTHETICAL and is_pending(cue):
        return replace(stance, assertion=Assertion.ASSERTED)
    # "Ada suing Bo would help nobody" does not say that she does
    gerund = cue.tag_ == "VBG" and cue.dep_ in {"csubj", "csubj:outer"}
    wished = is_wished(cue) or is_awaited(cue) or is_advocated(cue)
    brought = syntax.is_passive(cue) and cue.dep_ in syntax.PARTICIPLE and may_be_some(cue.head)
    open_yet = gerund or wished or brought or is_planned(cue) or is_supposed(cue) or may_be_brought(cue)
    open_yet = open_yet or is_ordered(cue) or is_of_possible(cue)
    if stance.assertion in {Assertion.ASSERTED, Assertion.ALLEGED} and open_yet:
        return replace(stance, assertion=Assertion.HYPOTHETICAL)
    return stance


def is_pending(cue: Token) -> bool:
    """Tell whether what is only supposed is how a proceeding goes on that has begun: "may drop her suit"."""
    verb = cue if syntax.is_predicate(cue) else syntax.governing_verb(cue)
    if verb is None or base_form(verb) not in CONTINUING:
        return False
    nouns = [cue] if cue != verb else syntax.direct_objects(verb)
    if any(noun.lower_ in {"itself", "themselves"} for noun in nouns):
        # "will defend itself against her suit"
        nouns = syntax.obliques(verb).get("against", [])
    return any(syntax.possessors(noun) and judge_noun(noun).assertion is Assertion.ASSERTED for noun in nouns)


def is_ordered(verb: Token) -> bool:
    """Tell whether a verb is an imperative: "“Sue them,” he said"."""
    if verb.tag_ != "VB" or verb.dep_ in {"xcomp", "acl", "advcl", "csubj"}:
        return False
    helped = syntax.children(verb, {"aux", "aux:pass", "mark"})
    return not helped and not syntax.surface_subjects(verb)


def is_of_possible(verb: Token) -> bool:
    """Tell whether a verb's object is a proceeding that is only possible: "faces potential charges"."""
    objects = syntax.direct_objects(verb) if verb.pos_ == "VERB" else []
    return bool(objects) and judge_noun(objects[0]).assertion is Assertion.HYPOTHETICAL


def is_wished(verb: Token) -> bool:
    """Tell whether a verb is a subjunctive: "the recommendation that the department prosecute Bo"."""
    that = any(mark.lower_ == "that" for mark in syntax.children(verb, {"mark"}))
    if verb.tag_ not in {"VB", "VBP"} or not that or syntax.children(verb, {"aux"}):
        return False
    subjects = syntax.surface_subjects(verb)
    single = len(subjects) == 1 and subjects[0].tag_ in {"NN", "NNP"}
    return single and not syntax.children(subjects[0], {"conj"})


def is_awaited(verb: Token) -> bool:
    """Tell whether a verb stands behind "for" and who shall do it: "they wait for the state to charge Bo".

    "It took a year for the state to charge Bo" says that it did.
    """
    marks = {mark.lower_ for mark in syntax.children(verb, {"aux", "case", "mark"})}
    return verb.tag_ == "VB" and {"for", "to"} <= marks and verb.head.lemma_.lower() not in TAKING_TIME


def is_advocated(verb: Token) -> bool:
    """Tell whether a verb is what somebody is for, against or after: "a proponent of charging Bo"."""
    marks = syntax.children(verb, {"case", "mark"})
    wanted = {"of", "for", "against", "in"} & {mark.lower_ for mark in marks}
    return verb.tag_ == "VBG" and bool(wanted) and verb.head.lemma_.lower() in ADVOCATING


def is_planned(verb: Token) -> bool:
    """Tell whether a verb only plans the proceeding that is its object: "is preparing a suit"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in load_cues().hypothetical.noun_verbs:
        return False
    return any(child.lower_ in INDEFINITE for noun in syntax.direct_objects(verb) for child in noun.children)


def is_supposed(noun: Token) -> bool:
    """Tell whether an indefinite proceeding stands under "would", "might" or "can": "has cause to bring a suit"."""
    if noun.pos_ == "NOUN" and may_be_some(noun):
        return True
    if noun.pos_ != "NOUN" or not any(child.lower_ in INDEFINITE for child in noun.children):
        return False
    return not syntax.children(noun, syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE) and _hangs_on_supposed(noun)


def may_be_some(noun: Token) -> bool:
    """Tell whether a bare plural is what may come of something: "could face charges brought by the state"."""
    verb = syntax.governing_verb(noun)
    if noun.tag_ != "NNS" or verb is None or noun not in syntax.direct_objects(verb):
        return False
    bare = not syntax.children(noun, {"det", "nummod", *syntax.POSSESSOR})
    open_yet = any(child.lower_ in SUPPOSING for child in syntax.children(verb, {"aux"}))
    return bare and open_yet and base_form(verb) not in CONTINUING


def may_be_brought(verb: Token) -> bool:
    """Tell whether a verb brings a new proceeding only if what it hangs on does: "may have cause to bring a suit"."""
    brought = syntax.direct_objects(verb) if verb.tag_ == "VB" else []
    new = any(child.lower_ in INDEFINITE for noun in brought for child in noun.children)
    return new and _hangs_on_supposed(verb)


def _hangs_on_supposed(node: Token) -> bool:
    """Tell whether what a word hangs on, within its clause, stands under "would", "might" or "can"."""
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
