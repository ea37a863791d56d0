"""Tells which verbs and nouns stand for a criminal proceeding: a charge, a plea, a conviction, a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from graph import syntax
from graph.causes import find_causes
from graph.descriptions import load_descriptions
from graph.impeachments import tells_of_impeachment
from graph.model import EntityType
from graph.schema import FOLDER, read_toml
from graph.tokens import Token
from graph.trials import awaits, stands_trial
from graph.word_forms import base_form

PHRASE_REACH = 6
PHRASE_MARKS = frozenset({"-", "and", "or"})
CONTENT_REACH = 8
PRICE_REACH = 5
VERDICTS = frozenset({"guilty", "liable"})
# "was convicted in court on charges of theft" is told of by its verb
PROSECUTING = frozenset({"charge", "convict", "indict", "sentence", "try"})
PLEAS = frozenset({"guilty", "innocent", "contest", "contendere"})


@cache
def load_prosecutions() -> Mapping[str, frozenset[str]]:
    """Return the word lists of `schema/prosecutions.toml`."""
    return {key: frozenset(words) for key, words in read_toml(FOLDER / "prosecutions.toml").items()}


def gerunds(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the clauses in "-ing" of a verb with their prepositions: "with" and "selling" in "charged with selling"."""
    for clause in syntax.children(verb, {"advcl", "xcomp", "ccomp"}):
        if clause.tag_ == "VBG":
            for mark in syntax.children(clause, {"mark", "case"}):
                yield mark.lower_, clause


def is_somebody(noun: Token) -> bool:
    """Tell whether a noun or pronoun stands for people that a court can try."""
    if noun.pos_ == "PRON":
        return noun.lower_ in load_prosecutions()["charged_pronouns"]
    if noun.ent_type_ == "PERSON":
        return True
    described = load_descriptions().get(noun.lemma_.lower())
    return noun.pos_ == "NOUN" and described is not None and described.type is EntityType.PERSON


def is_charged(verb: Token) -> bool:
    """Tell whether "charge" accuses somebody before a court where no "with" says of what: "was charged on Monday"."""
    words = load_prosecutions()
    if syntax.is_passive(verb):
        # "was charged $40", "was charged a fee"
        if any(noun.i > verb.i and noun.ent_type_ != "DATE" for noun in syntax.children(verb, syntax.OBJECT)):
            return False
        if any(word.ent_type_ == "MONEY" or word.is_currency for word in verb.doc[verb.i + 1 : verb.i + PRICE_REACH]):
            # "was charged more than $40"
            return False
        marks = {prep for prep, _ in syntax.own_obliques(verb)}
        return marks <= words["charged_prepositions"] and any(map(is_somebody, syntax.surface_subjects(verb)))
    if any(clause.i > verb.i for clause in syntax.children(verb, {"ccomp", "xcomp"})):
        return False
    told = any(subject.lemma_.lower() in words["authorities"] for subject in syntax.surface_subjects(verb))
    return told and any(map(is_somebody, syntax.children(verb, syntax.OBJECT)))


def is_reproach(verb: Token) -> bool:
    """Tell whether "charge" only blames: "Ada charged Bo with bias", "guilty as charged".

    Who names a crime may be a prosecutor.
    """
    if verb.lemma_.lower() != "charge":
        return False
    if verb.i and verb.nbor(-1).lower_ == "as":
        return True
    subjects = syntax.surface_subjects(verb)
    if syntax.is_passive(verb) or not subjects:
        return False
    content = verb.doc[verb.i : verb.sent.end].text
    return all(noun.ent_type_ == "PERSON" for noun in subjects) and not names_crime(content)


def is_tasked(verb: Token) -> bool:
    """Tell whether somebody is charged with what is a duty and no wrong: "charged with overseeing the merger"."""
    tasks = load_prosecutions()["tasks"]
    if any(mark == "with" and base_form(clause) in tasks for mark, clause in gerunds(verb)):
        return True
    given = [noun for prep, noun in syntax.own_obliques(verb) if prep == "with"]
    return any(noun.lemma_.lower() in load_prosecutions()["offices"] for noun in given)


def is_jailed(verb: Token) -> bool:
    """Tell whether a court's sentence put somebody in prison: "jailed for ten years", "imprisoned for fraud"."""
    reasons = [noun for prep, noun in syntax.own_obliques(verb) if prep == "for"]
    reasons += [clause for mark, clause in gerunds(verb) if mark == "for"]
    terms = load_prosecutions()["durations"]
    return syntax.is_passive(verb) and any(
        reason.lemma_.lower() in terms or names_crime(reason.doc[reason.left_edge.i : reason.i + CONTENT_REACH].text)
        for reason in reasons
    )


def names_crime(text: str) -> bool:
    """Tell whether a text names a wrong that is a crime."""
    crimes = load_prosecutions()["crimes"]
    return any(name in crimes for _, name in find_causes(text))


def is_served(verb: Token) -> bool:
    """Tell whether somebody served a term: "served 33 days in prison", "spent two years in jail for fraud"."""
    words = load_prosecutions()
    terms = syntax.children(verb, syntax.OBJECT | syntax.TIME)
    inside = [noun for holder in (verb, *terms) for _, noun in syntax.own_obliques(holder)]
    if not any(noun.lemma_.lower() in {"bar", "jail", "penitentiary", "prison"} for noun in inside):
        return False
    # who spends time in jail may be held for trial
    told = base_form(verb) == "serve" or names_crime(verb.doc[verb.i : verb.sent.end].text)
    return told and any(term.lemma_.lower() in words["durations"] | {"time"} for term in terms)


def penal_words() -> frozenset[str]:
    """Return all lemmas of verbs and nouns that can be a criminal proceeding."""
    words = load_prosecutions()
    return words["jailing"] | words["stages"] | {"charge", "count", "plea", "plead", "sentence", "serve", "spend"}


def is_penal_verb(verb: Token) -> bool:
    """Tell whether a verb is a criminal proceeding that other verbs than those of `lawsuits.toml` evoke."""
    lemma = base_form(verb)
    if lemma == "charge":
        return is_charged(verb) and not is_tasked(verb) and not is_reproach(verb)
    if lemma == "sentence":
        return syntax.is_passive(verb) and any(map(is_somebody, syntax.surface_subjects(verb)))
    if lemma in load_prosecutions()["jailing"]:
        return is_jailed(verb)
    if lemma in {"serve", "spend"}:
        return is_served(verb)
    return lemma == "plead" and any(child.lower_ in PLEAS for child in verb.subtree if child.i > verb.i)


def is_penal_noun(noun: Token) -> bool:
    """Tell whether a noun is a stage of a criminal proceeding: "five counts of theft", "her conviction", "his plea"."""
    words, lemma = load_prosecutions(), noun.lemma_.lower()
    if lemma in {"charge", "count"}:
        return is_count(noun)
    if lemma in words["stages"]:
        return is_stage(noun)
    if lemma == "sentence":
        return is_sentence(noun)
    return lemma == "plea" and is_plea(noun)


def is_count(noun: Token) -> bool:
    """Tell whether somebody stands accused of what the noun counts: "faces charges of rape", "denies three counts"."""
    if not is_faced(noun) and not is_answered(noun):
        return False
    counted = any(child.pos_ == "NUM" for child in noun.children) and noun.lemma_.lower() == "count"
    content = noun.doc[phrase_opening(noun) : min(noun.sent.end, noun.i + CONTENT_REACH)]
    return counted or names_crime(content.text)


def is_faced(noun: Token) -> bool:
    """Tell whether a noun is what somebody has to answer: "faces charges", "denies two counts"."""
    verb = syntax.governing_verb(noun)
    facing = load_prosecutions()["facing"]
    return verb is not None and base_form(verb) in facing and noun in syntax.direct_objects(verb)


def is_answered(noun: Token) -> bool:
    """Tell whether somebody is before a court on charges: "appeared in court on charges of theft"."""
    if syntax.case_of(noun) != "on" or base_form(noun.head) in PROSECUTING:
        return False
    opening = noun.doc[max(noun.sent.start, noun.i - CONTENT_REACH) : noun.i]
    return "court" in {token.lower_ for token in opening}


def is_stage(noun: Token) -> bool:
    """Tell whether a stage is somebody's or a crime's: "Lee's conviction", "convictions for fraud"; no firm belief."""
    if noun.i + 1 < len(noun.doc) and noun.nbor().lower_ == "that":
        return False
    if noun.lemma_.lower() == "acquittal" and tells_of_impeachment(noun.doc):
        return False
    if noun.lemma_.lower() in {"arraignment", "sentencing"} and is_set_for(noun):
        return True
    obliques = syntax.obliques(noun)
    owners = [*syntax.possessors(noun), *obliques.get("of", [])]
    if noun.lemma_.lower() == "conviction":
        content = noun.doc[phrase_opening(noun) : min(noun.sent.end, noun.i + CONTENT_REACH)]
        owned = any(owner.ent_type_ == "PERSON" for owner in owners)
        return owned or names_crime(content.text) or "criminal" in before(noun)
    return any(map(is_somebody, owners)) or any(owner.lower_ in {"his", "her", "their"} for owner in owners)


def is_set_for(noun: Token) -> bool:
    """Tell whether somebody awaits a stage: "is scheduled for sentencing", "awaits sentencing"."""
    if awaits(noun):
        return True
    verb = syntax.governing_verb(noun)
    return verb is not None and stands_trial(verb) and noun in syntax.direct_objects(verb)


def is_sentence(noun: Token) -> bool:
    """Tell whether a sentence is one of a court that somebody serves or was given: "received a suspended sentence"."""
    words = load_prosecutions()
    penal = not words["penalties"].isdisjoint({part for word in before(noun) for part in word.split("-")})
    terms = {term.lemma_.lower() for term in syntax.obliques(noun).get("of", [])}
    verb = syntax.governing_verb(noun)
    served = verb is not None and base_form(verb) in words["serving"]
    if served and (penal or not terms.isdisjoint(words["durations"])):
        return True
    return any(owner.ent_type_ == "PERSON" for owner in syntax.possessors(noun))


def is_plea(noun: Token) -> bool:
    """Tell whether a plea is one before a court: "a guilty plea", "entered a plea of not guilty"."""
    # in "In his guilty plea, Lee said" the pronoun stands before its name
    if any(owner.pos_ == "PRON" for owner in syntax.possessors(noun)):
        return False
    answers = {"guilty", "no-contest", "contest"}
    if not answers.isdisjoint(before(noun)):
        return True
    verb = syntax.governing_verb(noun)
    if verb is not None and noun in syntax.direct_objects(verb) and base_form(verb) in {"change", "enter"}:
        return True
    return {"of", "guilty"} <= {token.lower_ for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 4)]}


def before(noun: Token) -> list[str]:
    """Return the words right before a noun that can modify it, in lower case."""
    return [token.lower_ for token in noun.doc[phrase_opening(noun) : noun.i]]


def phrase_opening(noun: Token) -> int:
    """Return where the words begin that modify a noun: "second-degree murder" in "second-degree murder charges"."""
    start = noun.i
    while start > max(noun.sent.start, noun.i - PHRASE_REACH):
        word = noun.doc[start - 1]
        # "suspended" is a verb's participle
        modifies = word.pos_ in {"ADJ", "NOUN", "PROPN", "NUM"} or word.dep_ == "amod"
        if not modifies and word.lower_ not in PHRASE_MARKS:
            break
        start -= 1
    return start
