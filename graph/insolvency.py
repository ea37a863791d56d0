"""Tells which words stand for a bankruptcy and whose it is: "Dunn Mills filed for protection under Chapter 11"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graph import syntax
from graph.schema import FOLDER, read_toml
from graph.tokens import Token
from graph.word_forms import base_form, is_plural

CHAPTER = "chapter"
REACH = 4
PHRASE = frozenset({"ADJ", "NOUN", "NUM", "PROPN"})
# "protection from its creditors"
CREDITORS = frozenset({"creditor", "creditors"})


@dataclass(frozen=True)
class Words:
    """The words of `schema/insolvency.toml`."""

    nouns: frozenset[str]
    chapters: frozenset[str]
    stages: frozenset[str]
    taking: frozenset[str]
    going: dict[str, frozenset[str]]
    sending: dict[str, frozenset[str]]


@cache
def load_words() -> Words:
    """Return the words of bankruptcies."""
    data = read_toml(FOLDER / "insolvency.toml")
    going, sending = ({verb: frozenset(preps) for verb, preps in data[key].items()} for key in ("going", "sending"))
    lists = {key: frozenset(data[key]) for key in ("nouns", "chapters", "stages", "taking")}
    return Words(**lists, going=going, sending=sending)


def bankruptcy_words() -> frozenset[str]:
    """Return all words that can stand for a bankruptcy, by lemma or, of a chapter of the law, as it is written."""
    return load_words().nouns | load_words().stages | {CHAPTER}


def is_insolvency(token: Token) -> bool:
    """Tell whether a word stands for a bankruptcy of somebody: "their bankruptcy", "filed for Chapter 11"."""
    return is_named_so(token) and bool(find_debtors(token))


def is_named_so(token: Token) -> bool:
    """Tell whether a word ends the name of a bankruptcy: "filing" in "bankruptcy filing", "Chapter" in "Chapter 11"."""
    words, lemma = load_words(), token.lemma_.lower()
    if lemma in words.stages:
        return is_marked(token, words) and not modifies(token)
    if lemma not in words.nouns and not is_chapter(token):
        return False
    if is_plural(token):
        # "his corporate bankruptcies" are no one proceeding
        return False
    # "protection under Chapter 11" is told once, by its first word
    before = {word.lemma_.lower() for word in token.doc[max(token.sent.start, token.i - REACH) : token.i]}
    last = token.nbor() if is_chapter(token) else token
    return before.isdisjoint(words.nouns | words.stages) and not modifies(last)


def is_chapter(token: Token) -> bool:
    """Tell whether a word opens the name of a chapter of the law of bankruptcies: "Chapter" in "Chapter 11"."""
    if token.lower_ != CHAPTER or token.i + 1 >= len(token.doc):
        return False
    return token.nbor().lower_ in load_words().chapters


def is_marked(stage: Token, words: Words) -> bool:
    """Tell whether a stage is one of a bankruptcy: "a Chapter 11 petition", "protection from its creditors"."""
    for place in range(stage.i - 1, max(stage.sent.start, stage.i - REACH) - 1, -1):
        word = stage.doc[place]
        if word.lemma_.lower() in words.nouns or is_chapter(word):
            return True
        # "a bankruptcy judge heard the case"
        if word.pos_ not in PHRASE and word.text != "-":
            break
    after = stage.doc[stage.i + 1 : min(stage.sent.end, stage.i + 1 + REACH)]
    if any(map(is_chapter, after)):
        return True
    return stage.lower_ == "protection" and not CREDITORS.isdisjoint(word.lower_ for word in after)


def modifies(noun: Token) -> bool:
    """Tell whether a word only stands before another noun: "bankruptcy court", "Chapter 11 plan"."""
    if noun.i + 1 >= noun.sent.end:
        return False
    after = noun.nbor()
    return after.ent_type_ not in {"DATE", "TIME"} and (
        after.pos_ == "NOUN" or (after.pos_ == "PROPN" and after == noun.head)
    )


def find_debtors(noun: Token) -> list[Token]:
    """Return whose a bankruptcy is: its owner, or who does something to it, is sent into it or filed its petition."""
    if owners := [*syntax.possessors(noun), *syntax.obliques(noun).get("of", [])]:
        return owners
    if (verb := find_verb(noun)) is not None:
        return find_acting(verb, noun)
    return [agent for clause in syntax.children(noun, syntax.PARTICIPLE) for agent in syntax.agents(clause)]


def find_verb(noun: Token) -> Token | None:
    """Return the verb that says whose a bankruptcy is; None where the noun's phrase does so."""
    owned = syntax.possessors(noun) or syntax.obliques(noun).get("of")
    verb = None if owned else syntax.governing_verb(noun)
    return verb if verb is not None and find_acting(verb, noun) else None


def find_acting(verb: Token, noun: Token) -> list[Token]:
    """Return the debtor that a verb and its preposition tell: "filed for bankruptcy", "was forced into bankruptcy"."""
    words, form = load_words(), base_form(verb)
    preps = {prep for prep, inside in syntax.obliques(verb).items() if noun in inside} | {syntax.case_of(noun)}
    if not preps.isdisjoint(words.sending.get(form, ())) and (sent := syntax.direct_objects(verb)):
        return [debtor for debtor in sent if debtor != noun]
    taken = form in words.taking and noun in syntax.direct_objects(verb)
    if taken or not preps.isdisjoint(words.going.get(form, ())):
        return [debtor for debtor in syntax.subjects(verb) if debtor != noun]
    return []
