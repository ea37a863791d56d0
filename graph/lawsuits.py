"""Finds the proceedings that a document speaks of, by noun and by verb, and what it says of each."""

from __future__ import annotations

from collections.abc import Sequence

from graph import syntax
from graph.causes import find_causes
from graph.contents import complements
from graph.impeachments import is_before_senate, is_done_by_senate, tells_of_impeachment
from graph.insolvency import is_chapter, is_insolvency
from graph.lawsuit_words import load_words
from graph.lookalikes import is_lookalike
from graph.membership import PLEADINGS
from graph.memory import once_per_document, once_per_token
from graph.mentions import phrase_start, token_span
from graph.model import EntityType, Mention, MentionKind, Span
from graph.prosecutions import (
    VERDICTS,
    gerunds,
    is_penal_noun,
    is_penal_verb,
    is_reproach,
    is_somebody,
    is_tasked,
    names_crime,
)
from graph.spans import find_words
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan
from graph.trials import is_on, is_standing, stands_trial
from graph.word_forms import base_form, list_forms

MAX_PHRASE = 12
# Where the language model leaves the mentions of lawsuits that it reads.
MARKED = "lawsuits"
# what is a proceeding where its words are told of
PLEADED = frozenset({"complaint", "petition"})
TITLE_REACH = 4
MODIFIER_REACH = 5
MODIFIER_MARKS = frozenset({"-", ",", "'s", "’s", "‘", "’", "'", '"', "“", "”", "$", "£"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "its", "my", "our"})
CASE_VERBS = frozenset({"assign", "dismiss", "hear", "litigate", "oversee", "preside", "refile", "settle", "toss",
                        "try"})  # fmt: skip
# "counter claims" in two words
COUNTERED = frozenset({"action", "claim", "complaint", "lawsuit", "petition", "suit"})
# "took the matter to court"
DISPUTED = frozenset({"decision", "issue", "it", "law", "matter", "question", "this", "rule", "ruling"})
# "the jury's verdict against Bo"
DECISIONS = frozenset({"judgement", "judgment", "verdict"})
COURTROOMS = frozenset({"court", "tribunal"})
COURT_REACH = 8
HABITUAL = frozenset("frequently habitually occasionally often rarely regularly repeatedly routinely sometimes".split())
# "in each case", "in such a case"
INSTANCES = frozenset("all any both certain each either every extreme many most no other rare some".split())
CONTENT_VERBS = frozenset({"allege", "claim", "accuse", "say", "seek", "charge", "cite", "argue", "contend", "demand"})


def evokes_proceeding(token: Token) -> bool:
    """Tell whether a noun or verb stands for a legal proceeding that has begun."""
    words = load_words()
    if token.pos_ in {"NOUN", "PROPN"}:
        lemma = base_form(token)
        if is_lookalike(token):
            return False
        if is_insolvency(token) or (is_penal_noun(token) and not modifies_proceeding(token)):
            return True
        if lemma not in words.evoking or modifies_proceeding(token) or is_cause(token):
            return False
        if lemma not in words.nouns and is_before_senate(token):
            return False
        if is_instance(token) or is_out_of_court(token):
            return False
        if lemma in words.nouns or (lemma in words.anaphoric and is_read_as_lawsuit(token) and not is_test(token)):
            return True
        return lemma in words.weak_nouns and is_legal(token)
    if not syntax.is_predicate(token):
        return False
    lemma = base_form(token)
    if is_done_by_senate(token):
        return False
    if (lemma == "acquit" or (lemma == "convict" and is_voted(token))) and tells_of_impeachment(token.doc):
        return False
    if lemma in words.verbs or lemma in words.witness_verbs:
        return not is_habit(token)
    if (lemma in words.court_verbs and is_ruling(token)) or (lemma in words.taking and is_to_court(token)):
        return True
    if lemma == "find" and any(clause.lower_ in VERDICTS for clause in complements(token)):
        return True
    if is_penal_verb(token):
        return True
    wanted = words.criminal.get(lemma)
    if wanted is None:
        return False
    marks = {*syntax.obliques(token), *(mark for mark, _ in gerunds(token))}
    # "the suit charges Bo with lying" speaks of the suit
    pleaded = any(base_form(subject) in PLEADINGS for subject in syntax.subjects(token))
    if pleaded or is_tasked(token) or is_reproach(token):
        return False
    return bool(wanted & marks) and (syntax.is_passive(token) or bool(syntax.direct_objects(token)))


def is_voted(verb: Token) -> bool:
    """Tell whether senators may convict somebody: "it takes two thirds to convict"; not "convicted of theft"."""
    return not names_crime(verb.doc[verb.i : verb.sent.end].text) and "of" not in syntax.obliques(verb)


def is_read_as_lawsuit(noun: Token) -> bool:
    """Tell whether the language model marks a phrase that ends in the noun as a lawsuit's: "the case", "that trial"."""
    return noun.i in _list_last_words(noun.doc)


@once_per_document
def _list_last_words(doc: Doc) -> frozenset[int]:
    """Return the last token of each phrase that the language model marks as a lawsuit's."""
    return frozenset(span.end - 1 for span in doc.spans.get(MARKED, ()))


def modifies_proceeding(noun: Token) -> bool:
    """Tell whether a noun only stands before another: "class action lawsuit", "prosecution witness"."""
    if noun.dep_ not in syntax.COMPOUND or noun.head.i <= noun.i:
        return False
    following = noun.nbor(1) if noun.i + 1 < noun.sent.end else noun
    return following.pos_ == "NOUN"


def is_cause(noun: Token) -> bool:
    """Tell whether a noun ends the name of a wrong: "malicious prosecution"."""
    start = max(noun.sent.start, noun.i - 2)
    text = noun.doc[start : noun.i + 1].text
    return any(span.end == len(text) and " " in text[span.start : span.end] for span, _ in find_causes(text))


def is_ruling(verb: Token) -> bool:
    """Tell whether a judge or court does what the verb says, and to nothing that is itself named as a proceeding."""
    nouns = load_words().court_nouns
    if any(noun.pos_ == "NOUN" and evokes_proceeding(noun) for noun in syntax.direct_objects(verb)):
        return False
    for subject in syntax.subjects(verb):
        title = {token.lower_ for token in verb.doc[max(subject.sent.start, subject.i - TITLE_REACH) : subject.i + 1]}
        if title & nouns and not any(noun.pos_ == "PRON" for noun in syntax.children(verb, syntax.OBJECT)):
            return True
    return False


def is_legal(noun: Token) -> bool:
    """Tell whether a weak noun's phrase makes it a proceeding: "case against Lee", "libel trial", "complaint filed"."""
    words = load_words()
    lemma = noun.lemma_.lower()
    if is_counter(noun):
        return True
    before = {token.lower_ for token in noun.doc[modifiers_start(noun) : noun.i]}
    preps = syntax.obliques(noun).keys()
    if lemma in DECISIONS:
        won = syntax.governing_verb(noun)
        opposed = won is not None and base_form(won) == "win" and "against" in syntax.obliques(won)
        return opposed or "against" in preps
    if lemma == "prosecution":
        return bool({"of", "against"} & preps)
    if "against" in preps and lemma not in {"appeal", "battle", "charge", "fight", "filing"}:
        return True
    if lemma == "charge" and is_charge_against(noun):
        return True
    if not tells_of_impeachment(noun.doc) and any(is_wrong(child, noun) for child in noun.children):
        return True
    if before & words.legal_modifiers and lemma not in {"filing"}:
        return True
    if lemma == "trial" and is_stood(noun):
        return True
    if lemma in {"trial", "retrial"} and is_ones_own(noun) and not is_test(noun):
        return True
    if lemma in PLEADED and syntax.case_of(noun).startswith("according"):
        return True
    verb = syntax.governing_verb(noun)
    if verb is not None and (is_pleaded(noun, verb) or is_filed_for(noun, verb)):
        return True
    brought = verb is not None and verb.lemma_.lower() in words.bringing and noun in syntax.direct_objects(verb)
    clauses = syntax.children(noun, syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE)
    participle = any(clause.lemma_.lower() in words.bringing for clause in clauses)
    against = lemma == "charge" and verb is not None and "against" in syntax.obliques(verb)
    filed = against and verb is not None and verb.lemma_.lower() in words.bringing
    return filed or (lemma in {"complaint", "claim", "action", "petition", "case"} and (brought or participle))


def modifiers_start(noun: Token) -> int:
    """Return where the words right before a noun begin that can modify it: "civil" in "the civil and criminal case"."""
    start = noun.i
    while start > max(noun.sent.start, noun.i - MODIFIER_REACH):
        before = noun.doc[start - 1]
        if before.pos_ not in {"ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "SYM"} and before.lower_ not in MODIFIER_MARKS:
            break
        start -= 1
    return start


def is_filed_for(noun: Token, verb: Token) -> bool:
    """Tell whether a noun is what a party asks a court for: "filed for divorce", "petitioned for bankruptcy"."""
    asked = base_form(verb) in {"apply", "file", "petition"} and noun in syntax.obliques(verb).get("for", [])
    return asked and noun.lemma_.lower() in load_words().filed_for


def is_to_court(verb: Token) -> bool:
    """Tell whether somebody is taken to court, not a dispute: "took him to court", "hauled into court"."""
    near = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + COURT_REACH)]
    if not any(word.lower_ in COURTROOMS and word.nbor(-1).lower_ in {"to", "into"} for word in near):
        return False
    nouns = load_words().evoking | DISPUTED
    return bool(objects := syntax.direct_objects(verb)) and all(base_form(noun) not in nouns for noun in objects)


def is_habit(verb: Token) -> bool:
    """Tell whether a verb says what somebody does now and then, which is no one proceeding: "often sued his rivals"."""
    return any(word.lower_ in HABITUAL for word in syntax.children(verb, {"advmod"}))


def is_test(trial: Token) -> bool:
    """Tell whether a trial tests a drug or the like: "its Phase 1 clinical trial"."""
    before = {token.lower_ for token in trial.doc[modifiers_start(trial) : trial.i]}
    return not before.isdisjoint(load_words().experiments)


def is_charge_against(charge: Token) -> bool:
    """Tell whether somebody is charged before a court: "charges against Lee"; not "wild charges against the agency"."""
    accused = syntax.obliques(charge).get("against", [])
    return any(noun.ent_type_ == "PERSON" or noun.pos_ == "PRON" or is_somebody(noun) for noun in accused)


def is_instance(case: Token) -> bool:
    """Tell whether "case" is an example of something and no proceeding: "in each case", "in the case of Ada Lee"."""
    if case.lemma_.lower() != "case" or syntax.case_of(case) != "in":
        return False
    before = case.nbor(-1)
    named = before.lower_ == "the" and case.i + 1 < case.sent.end and case.nbor().lower_ == "of"
    return named or before.lower_ in INSTANCES or (before.tag_ == "JJS" and before.lower_ != "latest")


def is_out_of_court(noun: Token) -> bool:
    """Tell whether a noun is of what no court hears, or of what has not begun: "impeachment trial", "a likely suit".

    "The complaint" goes back to "a whistleblower complaint" before it.
    """
    before = {token.lower_ for token in noun.doc[modifiers_start(noun) : noun.i]}
    words = load_words()
    if not before.isdisjoint(words.prospective | words.extrajudicial):
        return True
    plain = before <= ARTICLES and noun.lemma_.lower() in {"complaint", "proceeding", "trial"}
    return plain and (noun.lemma_.lower() in _list_extrajudicial(noun.doc))


@once_per_document
def _list_extrajudicial(doc: Doc) -> frozenset[str]:
    """Return the nouns that a document says of what no court hears, and never of what one does."""
    extrajudicial, legal = load_words().extrajudicial, load_words().legal_modifiers
    found: dict[str, set[bool]] = {}
    for word in find_words(doc, extrajudicial | legal):
        following = word.nbor() if word.i + 1 < len(doc) else word
        found.setdefault(following.lemma_.lower(), set()).add(word.lower_ in extrajudicial)
    return frozenset(noun for noun, kinds in found.items() if kinds == {True})


def is_ones_own(noun: Token) -> bool:
    """Tell whether a trial is said to be a person's: "Lee's trial", "the trial of Ada Lee"."""
    owners = [*syntax.possessors(noun), *syntax.obliques(noun).get("of", [])]
    return any(owner.ent_type_ == "PERSON" for owner in owners)


def is_stood(trial: Token) -> bool:
    """Tell whether somebody stands trial: "went on trial", "is on trial", "will stand trial"; not "may stand trial"."""
    verb = syntax.governing_verb(trial)
    action = base_form(verb) if verb is not None else ""
    if is_on(trial):
        return bool(syntax.children(trial, {"cop"})) or action in {"go", "put", "stand"}
    if is_standing(trial):
        return True
    return verb is not None and stands_trial(verb) and trial in syntax.direct_objects(verb)


def is_pleaded(noun: Token, verb: Token) -> bool:
    """Tell whether what is done with a complaint or a case shows it to be one in court: "the complaint alleges"."""
    lemma, action = noun.lemma_.lower(), base_form(verb)
    if lemma in PLEADED:
        speaks = noun in syntax.subjects(verb) and action in CONTENT_VERBS | {"state", "name", "read"}
        told = action in CONTENT_VERBS and noun in syntax.obliques(verb).get("in", [])
        return speaks or told
    handled = noun in syntax.direct_objects(verb) and action in CASE_VERBS
    return lemma == "case" and (handled or noun in syntax.obliques(verb).get("over", []))


def find_lawsuits(doc: Doc, named: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of proceedings outside names: nouns as nominal, verbs as event mentions."""
    covered = {index for mention in named if mention.kind is MentionKind.NAMED
               for index in range(mention.span.start, mention.span.end)}  # fmt: skip
    found = []
    telling = load_words().telling
    for token, form in list_forms(doc):
        if form not in telling and token.lemma_.lower() not in telling and token.lower_ not in telling:
            continue
        if token.idx in covered or not evokes_proceeding(token):
            continue
        head = token_span(token)
        if syntax.is_predicate(token):
            found.append(Mention(head, token.text, EntityType.LAWSUIT, MentionKind.EVENT, head))
        else:
            span = lawsuit_phrase(token)
            found.append(Mention(Span(span.start_char, span.end_char), span.text, EntityType.LAWSUIT,
                                 MentionKind.NOMINAL, head))  # fmt: skip
    return found


@once_per_token
def lawsuit_phrase(noun: Token) -> TokenSpan:
    """Return the noun with its modifiers: "the $400 million defamation suit"."""
    doc, start = noun.doc, phrase_start(noun, set())
    while start > noun.sent.start and noun.i - start < MAX_PHRASE:
        before = doc[start - 1]
        if before.lower_ == "of" and start > 1 and is_wrong(doc[start - 2], noun):
            start -= 2
            continue
        joined = before.lower_ in {"and", "-", ","} and doc[start - 2].pos_ in {"NOUN", "ADJ", "NUM"} and start > 1
        if not (joined or before.pos_ in {"NUM", "SYM", "NOUN", "ADJ"} or before.is_currency or before.like_num):
            break
        start -= 1
    start = phrase_start(doc[start], set()) if start < noun.i else start
    # "on March 3, the suit says": the phrase begins at its own determiner
    opener = max((i for i in range(start, noun.i) if doc[i].lower_ in ARTICLES), default=start)
    return doc[opener : noun.i + 1 + is_chapter(noun)]


def is_wrong(word: Token, noun: Token) -> bool:
    """Tell whether a word opens what a proceeding is about right before it: "breach" in "a breach of contract suit"."""
    return word.head == noun and word.dep_ == "compound" and word.i + 1 < noun.i and word.nbor().lower_ == "of"


def is_counter(token: Token) -> bool:
    """Tell whether a proceeding's noun or verb says that it answers another: "countersued", "a suit of his own"."""
    if base_form(token) in load_words().counter:
        return True
    if token.i and token.nbor(-1).lower_ == "counter" and token.lemma_.lower() in COUNTERED:
        return True
    own = any(grandchild.lower_ == "own" for child in token.children for grandchild in child.subtree) and any(
        child.dep_.startswith(("nmod", "prep")) for child in token.children)  # fmt: skip
    return own and token.lemma_.lower() in load_words().nouns
