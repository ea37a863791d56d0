"""Tells who says "I" in a quotation: its speaker, or whoever wrote the letter or filed the suit that it is from."""

from __future__ import annotations

from collections.abc import Iterator

from graph import syntax
from graph.antecedents import Ranking
from graph.clusters import Clustering
from graph.litigants import PLAINTIFF, SUITS, find_litigant
from graph.model import EntityType
from graph.quotations import Quotation, presume_speakers
from graph.tokens import Token

WRITINGS = frozenset(
    (
        "affidavit caption comment diary email e-mail essay filing letter mail memo memoir message note post posting "
        "reply response review speech statement story text tweet video"
    ).split()
)
SENDING = frozenset("issue leave mail make post publish release send share sign submit text tweet write".split())


def find_first_person(ranking: Ranking, index: int) -> int | None:
    """Return who says a mention "I" or "my" in a quotation, by its speaker; None where nobody is known to."""
    work = ranking.work
    quotation = ranking.quotation_at(work.heads[index])
    if quotation is None:
        return None
    speaker = quotation.speaker
    if speaker is not None:
        if people := list_people(work, speaker):
            return people[0]
        noun = syntax.antecedent(speaker)
        if noun.lemma_.lower() in SUITS:
            return find_litigant(work, index, PLAINTIFF)
        if noun.lemma_.lower() not in WRITINGS:
            return None
    for token in list_authors(work, quotation):
        if people := list_people(work, token):
            return people[0]
    return None


def list_authors(work: Clustering, quotation: Quotation) -> Iterator[Token]:
    """Yield who may have written what a quotation is from, the likeliest first."""
    if quotation.speaker is not None:
        noun = syntax.antecedent(quotation.speaker)
        yield from syntax.possessors(noun)
        if noun.dep_ in syntax.OBJECT and noun.head.lemma_.lower() in SENDING:
            yield from syntax.subjects(noun.head)
    yield from presume_speakers(work.doc, quotation)


def list_people(work: Clustering, token: Token) -> list[int]:
    """Return the clusters of people at a token."""
    return [number for number in work.clusters_at(token) if work.clusters[number].type is EntityType.PERSON]
