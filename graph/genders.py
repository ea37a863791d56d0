"""Tells the gender of people whose names leave it open by the pronouns of their article that can mean nobody else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from graph.antecedents import Ranking
from graph.model import EntityType, Gender, MentionKind

PRONOUN_GENDER = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
REACH = 2
LEAST, MARGIN = 1.5, 3.0


@dataclass
class Ballot:
    """The gender of a pronoun, and the people of unknown gender whom it can mean."""

    gender: Gender
    open_to: list[int]


GenderOf = Callable[[int], Gender]
"""Returns the gender of what a description calls somebody, by its mention."""


def vote_genders(ranking: Ranking, described: GenderOf) -> None:
    """Give people the gender of the pronouns near them that no one of known gender can be meant by.

    Where "Sorrel Quill" stands beside "Ada Dunn", each "he" is Sorrel's, whatever comes first in the text. Who gets
    most votes is settled first: each "she" near Sorrel is hers then, and says nothing of "Oriel Mill" beside her.
    """
    work = ranking.work
    ballots: dict[int, list[Ballot]] = {}
    for index, mention in enumerate(work.mentions):
        gender = PRONOUN_GENDER.get(mention.text.lower())
        if gender is None or mention.kind is not MentionKind.PRONOMINAL:
            continue
        ballot = Ballot(gender, list_open(ranking, index, gender, described))
        for number in ballot.open_to:
            ballots.setdefault(number, []).append(ballot)
    most = {number: max(count_votes(cast).values()) for number, cast in ballots.items()}
    for number in sorted(ballots, key=lambda number: (-most[number], number)):
        counts = count_votes(ballots[number])
        best, other = sorted(counts, key=counts.__getitem__, reverse=True)
        if counts[best] < LEAST or counts[best] < MARGIN * counts[other]:
            continue
        work.learn_gender(number, best)
        work.guessed.add(number)
        for ballot in ballots[number]:
            ballot.open_to = [] if ballot.gender is best else [n for n in ballot.open_to if n != number]


def count_votes(ballots: Sequence[Ballot]) -> dict[Gender, float]:
    """Return how many votes each gender has, a pronoun's one vote divided among those whom it can mean."""
    counts = {Gender.MALE: 0.0, Gender.FEMALE: 0.0}
    for ballot in ballots:
        if ballot.open_to:
            counts[ballot.gender] += 1 / len(ballot.open_to)
    return counts


def list_open(ranking: Ranking, index: int, gender: Gender, described: GenderOf) -> list[int]:
    """Return the named people of unknown gender whom a pronoun can mean, none where it can mean one of its own."""
    work, found = ranking.work, dict[int, None]()
    here = work.sentences[index]
    later = takewhile(lambda other: work.sentences[other] == here, range(index + 1, len(work.mentions)))
    for other in [*range(bisect_left(work.sentences, here - REACH), index), *later]:
        mention = work.mentions[other]
        if mention.type is not EntityType.PERSON or mention.kind is MentionKind.PRONOMINAL:
            continue
        if mention.kind is MentionKind.NOMINAL:
            if described(other) is gender:
                return []
            continue
        for number in work.of.get(other, ()):
            known = work.clusters[number].gender
            if known is gender:
                return []
            if known is Gender.UNKNOWN and not ranking.clash(index, other):
                found[number] = None
    return [*found]
