"""Whose relative or colleague a bare noun before a name is: "Ada Quill and husband Bo Dunn", "split from wife Gale"."""

from __future__ import annotations

from graph import syntax
from graph.model import EntityType
from graph.reading import Filler, Reading
from graph.tokens import Token
from graph.word_forms import HYPHENS, PREFIXES, is_plural

LONGEST_PHRASE = 6
JOINING = frozenset({"and", "&"})
PREFIXED = PREFIXES | {"fellow", "now", "old", "then", "year"}
ACCOMPANYING = frozenset({"alongside", "with"})


def find_company(noun: Token, reading: Reading) -> list[Filler]:
    """Return the person beside whom a noun without an article names another: "posed with pal Bo Dunn".

    That is the one whom an "and" or a "with" joins to it, else the subject of its clause.
    """
    if not reading.name_after(noun) or is_plural(noun):
        return []
    index = _find_opener(noun)
    if index < noun.sent.start:
        return []
    before = noun.doc[index]
    if before.lower_ in JOINING and index > noun.sent.start:
        return _list_people(noun.doc[index - 1], reading)
    if before.pos_ in {"ADP", "VERB"} or before.lower_ in ACCOMPANYING:
        verb = before if before.pos_ == "VERB" else syntax.governing_verb(noun) or syntax.governing_verb(noun.nbor())
        subjects = syntax.surface_subjects(verb) if verb is not None else []
        people = [filler for token in subjects if token.i < noun.i for filler in _list_people(token, reading)]
        return people if len({filler.chain for filler in people}) == 1 else []
    return []


def _find_opener(noun: Token) -> int:
    """Return where the word stands before the noun's phrase, -1 where the phrase has an article or an owner."""
    for index in range(noun.i - 1, max(noun.sent.start - 1, noun.i - 1 - LONGEST_PHRASE), -1):
        word = noun.doc[index]
        if word.pos_ in {"ADJ", "NUM"} or word.text in HYPHENS or word.lower_ in PREFIXED:
            continue
        return -1 if word.pos_ in {"DET", "PRON", "PART", "PROPN", "NOUN"} or word.ent_type_ else index
    return -1


def _list_people(token: Token, reading: Reading) -> list[Filler]:
    return [filler for filler in reading.fillers(token) if reading.chains[filler.chain].type is EntityType.PERSON][:1]
