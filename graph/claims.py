"""What a sentence says a proceeding is about: its causes of action and charges, as the text words them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from graph import syntax
from graph.causes import find_causes, find_degree
from graph.descriptions import load_descriptions
from graph.lawsuits import CONTENT_VERBS, MAX_PHRASE, lawsuit_phrase, load_words
from graph.model import EntityType, Span
from graph.tokens import Span as TokenSpan
from graph.tokens import Token
from graph.word_forms import base_form

MAX_CHARGE = 8
# wrongs that stand for many rights
RIGHTS = frozenset({"civil rights violations", "constitutional rights violations", "due process violations"})
# what a court is asked for is no wrong: "sued for damages"
REMEDIES = frozenset({"compensation", "damage", "money", "relief", "restitution"})
# "pleaded guilty to the lesser charge" names no wrong
CRIMES = frozenset({"case", "charge", "count", "court", "crime", "felony", "misdemeanor", "offence", "offense"})
# "charged in connection with the fire", "charged along with two others"
COMPANY = frozenset({"along", "alongside", "connection", "together"})
NAMED = frozenset({"PERSON", "ORG", "MEDIA", "WORK", "PER"})
CLAIM_PREPOSITIONS = frozenset({"for", "over", "of", "with", "on"})
CHARGE_PREPOSITIONS = {"accuse": "of", "acquit": "of", "charge": "with", "convict": "of", "indict": "on", "plead": "to",
                       "sue": "for", "try": "for"}  # fmt: skip
# "violated the Fair Play Act": a breach of what is named as a law, in the text's words
BREACH = re.compile(
    r"\b(?:violat|breach|infring)\w*+\s(?:of\s)?(?:(?:the|his|her|their|its|a|an|several|various)\s)?+"
    r"(?:[\w.’'-]++\s){0,6}?(?:Acts?|Amendments?|Clauses?|Code|Constitution|Title [IVX]++|laws?|rights|statutes?)\b"
)
SOUGHT_FOR = re.compile(r"\b(?:damages|compensation|restitution)\b[^.;]{0,60}?\s(?:for|over)\s")
PHRASE_PARTS = frozenset({"NOUN", "ADJ", "PROPN", "DET", "CCONJ", "NUM", "ADV", "VERB", "PART"})


def find_claims(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield the wrongs that a proceeding is about, as the text words them, else a charge that no list knows."""
    found = False
    for passage in claim_passages(token, window):
        breaches = [Span(*match.span()) for match in BREACH.finditer(passage.text)]
        for span, name in find_causes(passage.text):
            found = True
            # the text's own words tell which right: "violating the Fair Play Clause"
            if name in RIGHTS and any(span.overlaps(breach) for breach in breaches):
                continue
            breaches = [breach for breach in breaches if not span.overlaps(breach)]
            yield from list_coordinated(passage, span) or [word_claim(passage, span, name)]
        for breach in breaches:
            found = True
            yield " ".join(passage.text[breach.start : breach.end].lower().split())
    if not found and (kind := find_kind(token)):
        yield kind
    elif not found:
        yield from find_charges(token, window)


def find_sought(sentence: TokenSpan) -> Iterator[str]:
    """Yield the wrongs for which a sentence says that damages are sought: "damages for libel and slander"."""
    text = sentence.text
    opened = SOUGHT_FOR.search(text)
    if opened is not None:
        yield from (word_claim(sentence, span, name) for span, name in find_causes(text) if span.start >= opened.end())


def find_kind(noun: Token) -> str:
    """Return the wrong that a word right before a proceeding's noun stands for: "a copyright suit"; empty without."""
    if syntax.is_predicate(noun):
        return ""
    words = [token.lower_ for token in lawsuit_phrase(noun)]
    return next((name for word, name in load_words().kinds.items() if word in words), "")


def word_claim(passage: TokenSpan, span: Span, name: str) -> str:
    """Return the text's own words for a wrong where they are a noun phrase ("libel"), else the wrong's usual name."""
    start = passage.start_char + span.start
    words = [token for token in passage if start < token.idx + len(token) and token.idx < passage.start_char + span.end]
    root = passage.doc[words[0].i : words[-1].i + 1].root
    nominal = root.pos_ in {"NOUN", "PROPN"} or (root.pos_ == "VERB" and root.lower_.endswith("ing"))
    if not nominal:
        return name
    return " ".join(passage.text[find_degree(passage.text, span.start) : span.end].lower().split())


def claim_passages(token: Token, window: TokenSpan) -> Iterator[TokenSpan]:
    """Yield the words that can hold a proceeding's claims: its phrase, and what follows "for" or "alleging"."""
    doc = token.doc
    if not syntax.is_predicate(token):
        yield lawsuit_phrase(token)
    inside = {child.i for child in token.subtree}
    verb = syntax.governing_verb(token)
    if verb is not None and base_form(verb) in load_words().filing | load_words().facing:
        inside |= {child.i for child in verb.subtree}
    for index in range(token.i + 1, window.end):
        child = doc[index]
        wanted = CLAIM_PREPOSITIONS | {CHARGE_PREPOSITIONS.get(base_form(token), "for")}
        opens = child.i in inside and child.lower_ in wanted and child.pos_ in {"ADP", "SCONJ"}
        if opens or base_form(child) in CONTENT_VERBS:
            yield doc[index : window.end]
            return


def find_charges(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield the phrase after "charged with", "convicted of", "sued for": up to the next preposition or clause."""
    words = token.doc[token.i : window.end]
    cue = next((word for word in words if base_form(word) in CHARGE_PREPOSITIONS and word.pos_ != "NOUN"), token)
    wanted = CHARGE_PREPOSITIONS.get(base_form(cue))
    opener = next((child for child in token.doc[cue.i + 1 : window.end]
                   if child.lower_ == wanted and child.nbor(-1).lower_ not in COMPANY), None)  # fmt: skip
    if opener is None or opener.i > cue.i + MAX_PHRASE or not hangs_on(opener, cue):
        return
    phrase = list(itertools.takewhile(
        lambda word: word.pos_ in PHRASE_PARTS or word.lower_ in {"of", "to", "-"},
        token.doc[opener.i + 1 : min(window.end, opener.i + 1 + MAX_CHARGE)],
    ))  # fmt: skip
    idle = {"counts", "count", "of", "charges"}
    while phrase and (phrase[0].pos_ in {"DET", "NUM", "ADV"} or phrase[0].lower_ in idle):
        phrase = phrase[1:]
    while phrase and phrase[-1].pos_ not in {"NOUN", "PROPN"}:
        phrase.pop()
    if not phrase or is_no_wrong(phrase):
        return
    if phrase[0].ent_type_ == "" and (phrase[0].pos_ in {"NOUN", "ADJ"} or phrase[0].lower_.endswith("ing")):
        yield token.doc[phrase[0].i : phrase[-1].i + 1].text.lower()


def is_no_wrong(phrase: Sequence[Token]) -> bool:
    """Tell whether a phrase is a remedy, somebody, or a bare "lesser charge"."""
    last = phrase[-1]
    if last.lemma_.lower() in REMEDIES or is_person(last) or any(word.ent_type_ in NAMED for word in phrase):
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


def list_coordinated(passage: TokenSpan, span: Span) -> list[str]:
    """Return each wrong of several that share a noun: "racial and gender-based discrimination"; of one, none."""
    end = passage.start_char + span.end
    noun = next(token for token in passage if token.idx + len(token) >= end)
    found, joined, index = list[str](), False, noun.i - 1
    while index > noun.sent.start:
        start = index
        while start - 2 > noun.sent.start and noun.doc[start - 1].text == "-":
            start -= 2
        kind = noun.doc[start : index + 1]
        if not (kind.root.pos_ == "ADJ" or len(kind) > 1 or kind.text.lower() in load_words().grounds):
            break
        found.append(f"{kind.text.lower()} {noun.lower_}")
        link = noun.doc[start - 1]
        joined = joined or link.lower_ in {"and", "or"}
        if not joined or link.lower_ not in {"and", "or", ","}:
            break
        index = start - 2 - (link.text != "," and noun.doc[start - 2].text == ",")
    return found[::-1] if joined and len(found) > 1 else []
