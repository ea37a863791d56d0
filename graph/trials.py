"""Tells of whom a trial or another stage of a prosecution is, where the tree puts them at a verb's two ends."""

from __future__ import annotations

from collections.abc import Sequence

from graph import syntax
from graph.tokens import Token
from graph.word_forms import base_form

TRIALS = frozenset({"retrial", "trial"})
CHARGES = frozenset({"charge", "count"})
# "will stand trial" says that somebody is tried, "may stand trial" does not
TRIED = frozenset({"await", "face", "stand"})
SEIZING = frozenset("apprehend arrest bring catch charge detain haul hold indict jail seize sentence try".split())
SCHEDULING = frozenset({"due", "schedule", "set", "slate"})
UNCERTAIN = frozenset({"can", "could", "may", "might", "never", "no", "not", "n't", "n’t", "should", "would"})


def stands_trial(verb: Token) -> bool:
    """Tell whether a verb can say of whom a trial is, and neither "not" nor "may" stands with it."""
    if verb.lemma_.lower() not in TRIED:
        return False
    return not any(child.lower_ in UNCERTAIN for child in verb.children)


def awaits(noun: Token) -> bool:
    """Tell whether a noun is what somebody is scheduled for: "is set for sentencing"."""
    return syntax.case_of(noun) == "for" and noun.head.lemma_.lower() in SCHEDULING


def is_standing(trial: Token) -> bool:
    """Tell whether the tree takes "standing" for an adjective: "Ada is standing trial"."""
    return trial.i > 0 and trial.nbor(-1).lower_ == "standing"


def is_on(noun: Token) -> bool:
    """Tell whether somebody is "on trial" or in court "on the charges"; what has an effect "on her trial" is not."""
    if syntax.case_of(noun) != "on":
        return False
    trial = noun.lemma_.lower() in TRIALS and not syntax.children(noun, {"det", *syntax.POSSESSOR})
    return trial or noun.lemma_.lower() in CHARGES


def find_tried(noun: Token, verb: Token | None) -> Sequence[Token]:
    """Return who is on trial: "Ada went on trial", "Ada is on trial", "Ada stands trial"; `verb` governs the noun."""
    # "Ada is in jail and on trial"
    place = noun.head if noun.dep_ in {"conj", "obl"} else noun
    copular = next((token for token in (noun, place) if syntax.children(token, {"cop"})), None)
    if not is_on(noun) and not awaits(noun):
        copular = noun if is_standing(noun) else None
        if copular is None and (verb is None or not stands_trial(verb)):
            return []
    if copular is not None:
        return syntax.surface_subjects(copular)
    if verb is None:
        return []
    # "They arrested Ada on a murder charge"
    taken = base_form(verb) == "put" or (noun.lemma_.lower() in CHARGES and base_form(verb) in SEIZING)
    return syntax.direct_objects(verb) if taken else syntax.subjects(verb)
