"""Finds who is credited with what a text says: "per X", "according to X", "X reported that …", "told X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph import syntax
from graph.schema.cues import load_cues
from graph.spans import index_lowered
from graph.tokens import Doc, Token

AUTHOR_PREPOSITIONS = ("by", "in", "from", "of", "at")
ACCORDING = "according"
REPORTABLE = syntax.COMPLEMENT | {"parataxis"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """A clause, by its head, with the head of the phrase that names who says so, and the word that shows it."""

    speaker: Token
    clause: Token
    cue: Token
    kind: Literal["report", "according", "told"]


def nearest_predicate(token: Token) -> Token:
    """Return the nearest clause head at or above a token."""
    node = token
    while node.head != node and not syntax.is_predicate(node) and not syntax.children(node, {"cop"}):
        node = node.head
    return node


def find_author(token: Token) -> Token:
    """Return who is behind a text, "the Times" in "a report by the Times"; any other token stands for itself."""
    if token.lemma_.lower() not in load_cues().report.texts:
        return token
    obliques = syntax.obliques(token)
    for prep in AUTHOR_PREPOSITIONS:
        named = [filler for filler in obliques.get(prep, []) if filler.pos_ == "PROPN"]
        if named:
            return named[0]
    owners = syntax.possessors(token)
    names = [child for child in syntax.children(token, syntax.COMPOUND) if child.pos_ == "PROPN"]
    return next(iter([*owners, *names]), token)


def find_speaker(verb: Token) -> Token | None:
    """Return the head of the phrase that names who says what a verb or noun of saying introduces."""
    if verb.pos_ in {"NOUN", "PROPN"}:
        obliques = syntax.obliques(verb)
        authors = [token for prep in ("by", "from", "of") for token in obliques.get(prep, [])]
        return next(iter([*syntax.possessors(verb), *authors]), None)
    subjects = syntax.subjects(verb)
    return find_author(subjects[0]) if subjects else None


def credited(head: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the preposition and the noun of every "according to X" or "per X" on a clause's head."""
    legal = load_cues().report.prepositions
    for child in head.children:
        case = next((mark for mark in child.children if mark.dep_ == "case"), None)
        prep = "" if case is None else syntax.case_of(child)
        if case is not None and (prep in legal or prep.startswith(ACCORDING)):
            yield case, child
        elif child.lower_ == ACCORDING:
            for token in child.subtree:
                if token.dep_ in {"pobj", "obl", "nmod", "obj"} and token.head in {child, *child.children}:
                    yield child, token
        elif child.lower_ in legal:
            yield from ((child, token) for token in syntax.children(child, {"pobj"}))


def credited_behind(according: Token) -> Token | None:
    """Return the noun that "according to" credits: "the suit" in "according to the suit, Bo lied"."""
    if according.lower_ != ACCORDING or according.i + 2 >= according.sent.end or according.nbor().lower_ != "to":
        return None
    noun = according.nbor(2)
    while noun.head.i > noun.i and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def find_credited_heads(doc: Doc) -> set[int]:
    """Return the tokens on which a phrase with a crediting preposition can hang, so that only these are looked at."""
    words = {preposition.split()[0] for preposition in load_cues().report.prepositions}
    known = index_lowered(doc)
    opening = [word for word in known if word in words or word.startswith(ACCORDING)]
    marks = [token.head for word in opening for token in known[word]]
    return {head.i for mark in marks for head in (mark, mark.head)}


@cache
def saying_verbs() -> frozenset[str]:
    """Return the verbs that can stand beside what they report."""
    cues = load_cues()
    return cues.report.verbs | cues.alleged.verbs | cues.denial.verbs


@cache
def crediting_verbs() -> frozenset[str]:
    """Return the verbs whose subject or object is credited with what they report."""
    cues = load_cues()
    return cues.report.verbs | cues.report.publishing | cues.alleged.verbs


def is_aside(verb: Token) -> bool:
    """Tell whether a verb of saying is set beside what it reports: "Bo lied, Ada said", "as Ada said"."""
    if verb.lemma_.lower() not in saying_verbs() or syntax.children(verb, syntax.COMPLEMENT | syntax.OBJECT):
        return False
    if verb.dep_ == "parataxis":
        return True
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    return verb.dep_ in {"advcl", "acl", "dep"} and (
        "as" in marks or marks == {"first"} or (verb.i > 0 and verb.nbor(-1).lower_ == "as")
    )


def find_reported(verb: Token) -> Token | None:
    """Return the head of the clause that a verb of saying reports, None if there is none."""
    complements = [
        child for child in syntax.children(verb, REPORTABLE) if child.dep_ != "parataxis" or child.i != verb.i
    ]
    content = [child for child in complements if not is_aside(child)]
    if content:
        return content[0]
    if is_aside(verb):
        return nearest_predicate(verb.head)
    following = verb.sent.end
    if following < len(verb.doc) and any(token.text == ":" for token in verb.doc[verb.i : following]):
        return verb.doc[following].sent.root
    return None


def find_published(verb: Token) -> Token | None:
    """Return the clause around something that an outlet obtained or published: "documents obtained by TMZ"."""
    if verb.lemma_.lower() not in load_cues().report.publishing or not syntax.direct_objects(verb):
        return None
    return nearest_predicate(verb.head) if verb.dep_ in syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE else verb


def find_outlets(speaker: Token) -> list[Token]:
    """Return the speaker, and the outlet that owns a reporter: "NPR" in "NPR's Ada Quill reports"."""
    owners = [token for token in syntax.possessors(speaker) if token.pos_ == "PROPN"]
    return [speaker, *owners]


def find_reports(verb: Token) -> Iterator[Attribution]:
    """Yield the attributions that a verb of saying or publishing makes."""
    lemma = verb.lemma_.lower()
    if lemma not in crediting_verbs() or not syntax.is_predicate(verb):
        return
    clause = find_reported(verb) or find_published(verb)
    speaker = find_speaker(verb) if clause is not None else None
    if clause is None:
        return
    if lemma == "cite":
        yield from (Attribution(cited, clause, verb, "according") for cited in syntax.direct_objects(verb))
    if speaker is not None:
        told = lemma in {"tell", "inform", "notify"}
        yield from (Attribution(token, clause, verb, "told" if told else "report") for token in find_outlets(speaker))


def find_attribution(doc: Doc) -> list[Attribution]:
    """Return every attribution of a document in text order, each speaker, clause and cue once."""
    found: dict[tuple[int, int, int], Attribution] = {}
    heads, verbs = find_credited_heads(doc), crediting_verbs()
    for token in doc:
        if token.i not in heads and token.lemma_.lower() not in verbs:
            continue
        for cue, named in credited(token) if token.i in heads else ():
            for speaker in syntax.follow([find_author(named)]):
                found.setdefault(
                    (speaker.i, token.i, cue.i), Attribution(speaker, nearest_predicate(token), cue, "according")
                )
        for attribution in find_reports(token):
            found.setdefault((attribution.speaker.i, attribution.clause.i, attribution.cue.i), attribution)
    return sorted(found.values(), key=lambda item: (item.cue.i, item.speaker.i))
