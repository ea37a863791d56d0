"""Whose relative or colleague a bare noun before a name is: "Ada Quill and husband Bo Dunn", "split from wife Gale"."""

from __future__ import annotations

from graph import syntax
from graph.descriptions import load_descriptions
from graph.model import EntityType
from graph.reading import Filler, Reading
from graph.spans import index_words
from graph.tokens import Token
from graph.word_forms import HYPHENS, PREFIXES, base_form, is_plural

LONGEST_PHRASE = 6
JOINING = frozenset({"and", "&"})
PREFIXED = PREFIXES | {"baby", "fellow", "kid", "now", "old", "then", "twin", "year"}
BRINGING = frozenset({"by", "from"})
WORKING = frozenset(
    (
        "business client clients company cop cops detective detectives deputies deputy firm founded officer officers "
        "patrol practice sergeant sgt shot studio trooper"
    ).split()
)
DANCING = ("dance", "dancing", "Dancing", "ballroom")
ACCOMPANYING = frozenset({"alongside", "with"})
CHILDREN = frozenset({"baby", "child", "daughter", "son", "stepdaughter", "stepson", "toddler"})


def find_company(noun: Token, reading: Reading) -> list[Filler]:
    """Return the person beside whom a noun without an article names another: "posed with pal Bo Dunn".

    That is the one whom an "and" or a "with" joins to it, else the subject of its clause; of a plural behind several
    names, "Ada Quill and Bo Dunn, longtime friends", they are each other's.
    """
    if is_plural(noun):
        return [filler for token in _list_peers(noun) for filler in _list_people(token, reading)]
    if not reading.name_after(noun):
        return []
    index = _find_opener(noun)
    if index < noun.sent.start:
        return []
    before = noun.doc[index]
    if before.lower_ in JOINING and index > noun.sent.start:
        sibling = _find_child_before(noun.doc[index - 1], noun, reading)
        return find_company(sibling, reading) if sibling is not None else _list_people(noun.doc[index - 1], reading)
    if before.pos_ in {"ADP", "VERB"} or before.lower_ in ACCOMPANYING:
        verb = before if before.pos_ == "VERB" else syntax.governing_verb(noun) or syntax.governing_verb(noun.nbor())
        subjects = syntax.surface_subjects(verb) if verb is not None else []
        people = [filler for token in subjects if token.i < noun.i for filler in _list_people(token, reading)]
        if not people and verb is not None and before.lower_ in BRINGING:
            # "the suit brought against her by ex-husband Bo Dunn"
            beside = (token for tokens in syntax.obliques(verb).values() for token in tokens if token.i < before.i)
            people = [filler for token in beside for filler in _list_people(token, reading)]
        return people if len({filler.chain for filler in people}) == 1 else []
    return []


def _list_peers(noun: Token) -> list[Token]:
    """Return the two names that a plural right behind them describes: "Ada Quill and Bo Dunn, longtime friends"."""
    phrase = noun.left_edge.i + (noun.left_edge.text == ",")
    if noun.dep_ not in syntax.APPOSITION or noun.doc[phrase].pos_ not in {"ADJ", "NOUN"} or phrase - 1 <= noun.head.i:
        return []
    first = noun.head.head if noun.head.dep_ in {"conj", "flat"} else noun.head
    first = first.head if first.dep_ == "conj" else first
    names = [token for token in syntax.expand_conjuncts([first]) if token.i < noun.i]
    parted = noun.doc[phrase - 1].text == "," and noun.doc[phrase - 2].pos_ == "PROPN"
    return names if parted and len(names) == 2 and all(name.pos_ == "PROPN" for name in names) else []


def _find_child_before(name: Token, noun: Token, reading: Reading) -> Token | None:
    """Return the noun that calls the one before "and" a child where the next is one too: "son Cy and daughter Max"."""
    people = _list_people(name, reading) if base_form(noun) in CHILDREN else []
    title = reading.token_at.get(people[0].mention.span.start, 0) - 1 if people else -1
    return noun.doc[title] if title >= 0 and base_form(noun.doc[title]) in CHILDREN else None


def find_mate(noun: Token, reading: Reading) -> list[Filler]:
    """Return the "partner" that a noun names where nothing tells of work: not "the officer and his partner Bo Dunn"."""
    before = [word for word in syntax.children(noun, syntax.COMPOUND) if word.i < noun.i]
    # "her business partner", "her writing partner"
    shared = any(word.pos_ in {"NOUN", "PROPN"} or word.lower_.endswith("ing") for word in before)
    at_work = any(word.lower_ in WORKING for word in noun.sent) or any(
        word in index_words(noun.doc) for word in DANCING
    )
    return [] if shared or at_work or is_plural(noun) else reading.name_after(noun) or reading.name_parted(noun, step=1)


def _find_opener(noun: Token) -> int:
    """Return where the word stands before the noun's phrase, -1 where the phrase has an article or an owner."""
    for index in range(noun.i - 1, max(noun.sent.start - 1, noun.i - 1 - LONGEST_PHRASE), -1):
        word = noun.doc[index]
        if word.pos_ in {"ADJ", "NUM"} or word.text in HYPHENS or word.lower_ in PREFIXED or is_calling(word):
            continue
        return -1 if word.pos_ in {"DET", "PRON", "PART", "PROPN", "NOUN"} or word.ent_type_ else index
    return -1


def is_calling(word: Token) -> bool:
    """Tell whether a noun before another says what somebody is: "with actor husband Bo Dunn"."""
    known = load_descriptions().get(word.lower_) if word.pos_ == "NOUN" else None
    return known is not None and known.type is EntityType.PERSON and not is_plural(word)


def _list_people(token: Token, reading: Reading) -> list[Filler]:
    return [filler for filler in reading.fillers(token) if reading.chains[filler.chain].type is EntityType.PERSON][:1]
