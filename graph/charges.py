"""Reads what somebody is charged with, item by item, also where no list of crimes knows it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from graph import syntax
from graph.causes import find_causes
from graph.descriptions import load_descriptions
from graph.lawsuit_words import load_words
from graph.lawsuits import MAX_PHRASE
from graph.modality import judge_clause
from graph.model import Assertion, EntityType
from graph.prosecutions import VERDICTS
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan
from graph.word_forms import base_form

MAX_CHARGE = 8
# "trying to close the firm's largest bakery in Denver"
MAX_DEED = 12
# what a court is asked for is no wrong: "sued for damages", "sued for access to the records"
REMEDIES = frozenset(
    "access answer apology communication compensation control copy custody damage document email footage information "
    "log money ownership payment payout permission power record recovery refund reimbursement relief repayment "
    "restitution return right transcript".split()
)
# what is no wrong in itself: "sued for statements in his book"
OBJECTIONABLE = frozenset(
    "ad advertisement article book comment decision law policy post remark report rule song statement story tweet "
    "video".split()
)
# "pleaded guilty to the lesser charge" names no wrong
CRIMES = frozenset({"case", "charge", "count", "court", "crime", "felony", "misdemeanor", "offence", "offense"})
# "charged in connection with the fire", "charged along with two others"
COMPANY = frozenset({"along", "alongside", "connection", "together"})
# "convicted for the first time", "charged with the help of police"
OCCASIONS = frozenset({"court", "family", "police", "sentence", "time"})
NAMED = frozenset({"PERSON", "ORG", "MEDIA", "WORK", "PER"})
CHARGE_PREPOSITIONS = {"accuse": "of", "acquit": "of", "charge": "with", "convict": "of", "indict": "on", "plead": "to",
                       "sue": "for", "try": "for"}  # fmt: skip
OPENERS = frozenset({"after", "although", "because", "before", "since", "though", "when", "while"})
# "sued for being rude": there is no object
AUXILIARIES = frozenset({"be", "have"})
ITEM_PARTS = frozenset({"NOUN", "ADJ", "PROPN", "DET", "NUM", "ADV", "VERB", "PART"})
PHRASE_PARTS = ITEM_PARTS | {"CCONJ"}
LINKS = frozenset({"of", "to"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
PENAL = frozenset({"acquit", "charge", "convict", "count", "find", "indict", "plead"})
SEPARATORS = frozenset({",", ";", "and", "or"})
LONGEST_BEHIND = 6
# what is no part of a charge's name: "four felony counts of theft"
COUNTS = frozenset({"charge", "charges", "count", "counts"})
IDLE = COUNTS | {"each", "exact", "federal", "felony", "including", "of", "same"}
MAX_LIST = 40
# what stands beside a charge and is none: "charged with theft and jailed for two years"
TERMS = frozenset({"bail", "bond", "day", "fine", "jail", "month", "prison", "year"})


def find_charges(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield the phrase after "charged with", "convicted of", "sued for": up to the next preposition or clause."""
    cue = find_cue(token, window)
    opener = find_opener(cue, window)
    if opener is None or judge_clause(cue).assertion is Assertion.NEGATED:
        # "although Ada is named in the suit, she is not accused of hiding tea"
        return
    if deeds := list(list_deeds(opener.i + 1, window)):
        yield from map(write, deeds)
        return
    phrase = read_item(token.doc[opener.i + 1 : min(window.end, opener.i + 1 + MAX_CHARGE)], PHRASE_PARTS)
    phrase = trim(drop_clause(phrase, window.end))
    if phrase and not is_no_wrong(phrase):
        yield write(phrase)


def list_deeds(start: int, window: TokenSpan) -> Iterator[list[Token]]:
    """Yield what somebody is said to have done, of several each: "accused of rigging bids and fixing prices"."""
    doc = window.doc
    while deed := read_deed(doc[start : min(window.end, start + MAX_DEED)]):
        yield deed
        start = deed[-1].i + 1
        if start >= window.end or doc[start].lower_ not in SEPARATORS:
            return
        start, _ = pass_marks(start, window.end, doc)


def read_deed(words: TokenSpan) -> list[Token]:
    """Return what somebody is said to have done, with whom it befell: "firing her", "dealing in stolen tea".

    Its first object ends it, of whatever that is: "hiding the dangers of the sport".
    """
    start = next((word.i for word in words if word.pos_ != "ADV"), words.end)
    verb = words.doc[start] if start < words.end else None
    if verb is None or verb.tag_ != "VBG" or verb.lemma_ in AUXILIARIES or verb.dep_ == "amod":
        return []
    last, parted, index = verb, False, start + 1
    while index < words.end:
        word = words.doc[index]
        if is_end(word) or (word.tag_ in {"VBG", "VBN"} and word.dep_ != "amod" and word.nbor(-1).text != "-"):
            break
        whom = word.tag_ == "PRP" and ((last == verb and not parted) or word.nbor(-1).tag_ == "VB")
        if word.pos_ in {"NOUN", "PROPN"} or whom:
            last = word
        if word.pos_ == "ADP" and word.lower_ not in LINKS:
            if parted or last != verb:
                break
            parted = True
        index += 1
    phrase = list(words.doc[start : last.i + 1])
    return phrase if last != verb and not any(word.ent_type_ in NAMED for word in phrase) else []


def is_end(word: Token) -> bool:
    """Tell whether a word stands behind all that belongs to a deed: a mark, a clause of its own, a day."""
    if word.tag_ in FINITE or word.tag_.startswith("W") or word.pos_ in {"CCONJ", "SCONJ"} or word.ent_type_ == "DATE":
        return True
    return word.is_punct and (word.text != "-" or bool(word.whitespace_))


def list_other_charges(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield what no list knows among several charges: "evading a toll" in "charged with theft and evading a toll"."""
    cue = find_cue(token, window)
    opener = find_opener(cue, window) if base_form(cue) in PENAL else None
    if opener is None:
        return
    items = list(split_items(token.doc[opener.i + 1 : window.end]))
    others = [trim(item) for item in items if not find_causes(write(item))]
    if len(others) < len(items):
        yield from (write(item) for item in others if item and is_charge(item))


def find_cue(token: Token, window: TokenSpan) -> Token:
    """Return the verb that says that somebody is charged or sued, at a proceeding's word or behind it."""
    words = token.doc[token.i : window.end]
    return next(
        (
            word
            for word in words
            if base_form(word) in CHARGE_PREPOSITIONS and word.pos_ != "NOUN" and (word == token or not is_aside(word))
        ),
        token,
    )


def is_aside(verb: Token) -> bool:
    """Tell whether a clause only tells of somebody else: "a suit by Ada, who left after she was accused of theft"."""
    marks = {word.lower_ for word in syntax.children(verb, {"advmod", "mark"})}
    return verb.dep_ == "advcl" and not marks.isdisjoint(OPENERS)


def find_opener(cue: Token, window: TokenSpan) -> Token | None:
    """Return the preposition that opens what somebody is charged with."""
    counted = cue.pos_ == "NOUN" and cue.lower_ in COUNTS
    found = "of" if base_form(cue) == "find" else None
    wanted = "of" if counted else CHARGE_PREPOSITIONS.get(base_form(cue), found)
    opener = next((child for child in cue.doc[cue.i + 1 : window.end]
                   if child.lower_ == wanted and child.nbor(-1).lower_ not in COMPANY), None)  # fmt: skip
    near = opener is not None and opener.i <= cue.i + MAX_PHRASE and hangs_on(opener, cue)
    # "found guilty of lying", not "found proof of lies"
    judged = found is None or (opener is not None and opener.nbor(-1).lower_ in VERDICTS)
    return opener if near and judged else None


def read_item(words: TokenSpan, parts: frozenset[str]) -> list[Token]:
    """Return the words that one charge can be made of at the start of others, up to a finite verb or a dash."""
    return list(
        itertools.takewhile(
            lambda word: (
                (word.pos_ in parts and word.tag_ not in FINITE and not word.tag_.startswith("W") and not dates(word))
                or word.lower_ in LINKS
                or (word.text == "-" and not word.whitespace_)
            ),
            words,
        )
    )


def dates(word: Token) -> bool:
    """Tell whether a word begins a day or a year behind what it dates: "convicted of a crime last year"."""
    return (
        word.ent_type_ == "DATE" and (word.i == 0 or word.nbor(-1).ent_type_ != "DATE") and word.nbor(-1).pos_ == "NOUN"
    )


def drop_clause(phrase: list[Token], end: int) -> list[Token]:
    """Return a charge without the subject of a clause behind it: "convicted of a crime, and police said …"."""
    if not phrase or phrase[-1].i + 1 >= end:
        return phrase
    after = phrase[-1].nbor()
    marks = [place for place, word in enumerate(phrase) if word.pos_ == "CCONJ"]
    finite = after.tag_ in FINITE or after.pos_ == "AUX"
    return phrase[: marks[-1]] if marks and finite else phrase


def split_items(words: TokenSpan) -> Iterator[list[Token]]:
    """Yield the items of a list at the start of words, each up to its first preposition, without what counts them.

    What a finite verb follows opens a clause of its own: "charged with theft, and the owner says …".
    """
    index, end, doc = words.start, words.end, words.doc
    parted = False
    while index < end:
        while index < end and (doc[index].pos_ in {"DET", "NUM"} or doc[index].lower_ in IDLE):
            index += 1
        item = read_item(doc[index : min(end, index + MAX_CHARGE)], ITEM_PARTS)
        index += len(item)
        if not item or (index < end and (doc[index].tag_ in FINITE or doc[index].pos_ == "AUX")):
            return
        # "lying in a letter, stealing and …": behind a phrase of place or time only what is done goes on with the list
        if not parted or item[0].tag_ == "VBG":
            yield item
        behind = list(itertools.takewhile(is_idle, doc[index : min(end, index + LONGEST_BEHIND)]))
        index += len(behind)
        parted = bool(behind)
        if index >= end or doc[index].lower_ not in SEPARATORS:
            return
        index, last = pass_marks(index, end, doc)
        # "convicted of theft, carrying a fine": a list ends with "and"
        if not last and not any(word.lower_ in {"and", "or"} for word in doc[index : min(end, index + MAX_LIST)]):
            return


def is_idle(word: Token) -> bool:
    """Tell whether a word can stand between a charge and the mark behind it: "in May 2013"."""
    return word.tag_ not in FINITE and word.pos_ != "AUX" and word.lower_ not in SEPARATORS


def pass_marks(index: int, end: int, doc: Doc) -> tuple[int, bool]:
    """Return the word behind the marks that part two items, and whether "and" or "or" is among them."""
    last = False
    while index < end and doc[index].lower_ in SEPARATORS:
        last = last or doc[index].lower_ in {"and", "or"}
        index += 1
    return index, last


def trim(phrase: list[Token]) -> list[Token]:
    """Return a charge without what counts it and what does not end it: "two counts of theft"."""
    counted = max((place for place, word in enumerate(phrase) if word.lower_ in COUNTS), default=-1)
    if counted + 1 < len(phrase) and phrase[counted + 1].lower_ == "of":
        phrase = phrase[counted + 1 :]
    while phrase and (phrase[0].pos_ in {"DET", "NUM", "ADV"} or phrase[0].lower_ in IDLE):
        phrase = phrase[1:]
    while phrase and (phrase[-1].pos_ not in {"NOUN", "PROPN"} or phrase[-1].lower_ == "criminal"):
        phrase = phrase[:-1]
    if phrase and phrase[-1].lower_ in COUNTS:
        # "pleaded guilty to a conspiracy charge", and to "state charges" that nothing tells of
        phrase = phrase[:-1] if find_causes(write(phrase[:-1])) else []
    named = bool(phrase) and phrase[0].ent_type_ == ""
    return phrase if named and (phrase[0].pos_ in {"NOUN", "ADJ"} or phrase[0].lower_.endswith("ing")) else []


def write(phrase: Sequence[Token]) -> str:
    """Return the text of a charge in lower case."""
    return phrase[0].doc[phrase[0].i : phrase[-1].i + 1].text.lower() if phrase else ""


def is_charge(phrase: Sequence[Token]) -> bool:
    """Tell whether an item that no list knows is a charge as the others: no sum, no term and no bare "other crimes"."""
    last = phrase[-1]
    if is_no_wrong(phrase) or last.lemma_.lower() in CRIMES | TERMS or last.ent_type_:
        return False
    # of "bank and tax fraud" the first word alone is no charge
    shared = len(phrase) == 1 and last.lower_ in load_words().grounds
    return phrase[0].lower_ not in {"following", "other", "related", "several"} and not shared


def is_no_wrong(phrase: Sequence[Token]) -> bool:
    """Tell whether a phrase is a remedy, somebody, or a bare "lesser charge"."""
    last = phrase[-1]
    # "sued for repayment of the loan" asks for no loan
    asked = next((word.nbor(-1) for word in phrase[1:] if word.lower_ in LINKS), last)
    # "falsifying records" is done to what another may be sued for
    done = phrase[0].tag_ == "VBG" and len(phrase) > 1
    if (
        (not done and asked.lemma_.lower() in REMEDIES | OBJECTIONABLE)
        or is_person(last)
        or any(word.ent_type_ in NAMED for word in phrase)
    ):
        return True
    if last.lemma_.lower() in OCCASIONS:
        return True
    return last.lemma_.lower() in CRIMES and not any(word.pos_ in {"NOUN", "VERB"} for word in phrase[:-1])


def is_person(noun: Token) -> bool:
    """Tell whether a noun stands for people, who are no wrong: "charged with three others"."""
    described = load_descriptions().get(noun.lemma_.lower())
    return noun.lemma_.lower() == "other" or (described is not None and described.type is EntityType.PERSON)


def hangs_on(preposition: Token, cue: Token) -> bool:
    """Tell whether a preposition's phrase is the cue's: not "sued to block a request for records"."""
    node = preposition
    while node.head != node and node != cue:
        node = node.head
        if node != cue and node.i < preposition.i and (node.pos_ in {"NOUN", "PROPN"} or syntax.is_predicate(node)):
            return base_form(cue) != "sue"
    return True
