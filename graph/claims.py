"""What a sentence says a proceeding is about: its causes of action and charges, as the text words them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph import syntax
from graph.causes import find_causes, find_degree
from graph.charges import CHARGE_PREPOSITIONS, find_charges, list_other_charges
from graph.lawsuits import CONTENT_VERBS, lawsuit_phrase, load_words
from graph.model import Span
from graph.tokens import Span as TokenSpan
from graph.tokens import Token
from graph.word_forms import base_form

# wrongs that stand for many rights
RIGHTS = frozenset({"civil rights violations", "constitutional rights violations", "due process violations"})
# "is seeking $5 million in damages for libel"
SOUGHT_FOR = re.compile(
    r"\b(?:damages|compensation|restitution)\b[^.;]{0,60}?\s(?:alleging|for|on\sallegations|over)\s"
)
CLAIM_PREPOSITIONS = frozenset({"for", "over", "of", "with", "on"})
# "violated the Fair Play Act": a breach of what is named as a law, in the text's words
BREACH = re.compile(
    r"\b(?:violat|breach|infring)\w*+\s(?:of\s)?(?:(?:the|his|her|their|its|a|an|several|various)\s)?+"
    r"(?:[\w.’'-]++\s){0,6}?(?:Acts?|Amendments?|Clauses?|Code|Constitution|Title [IVX]++|laws?|rights|statutes?)\b"
)


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
    if found:
        yield from list_other_charges(token, window)
    elif kind := find_kind(token):
        yield kind
    else:
        yield from find_charges(token, window)


def find_later_claims(sentences: Iterable[TokenSpan]) -> Iterator[str]:
    """Yield the wrongs for which sentences behind a proceeding's seek damages: "She wants $5 million for libel"."""
    for sentence in sentences:
        sought = SOUGHT_FOR.search(sentence.text)
        for span, name in find_causes(sentence.text) if sought else ():
            if sought is not None and span.start >= sought.end():
                yield word_claim(sentence, span, name)


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
