"""Tells the gender of people whose names leave it open by the pronouns of their article that can mean nobody else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
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

GenderOf = Callable[[int], Gender]
"""Returns the gender of what a description calls somebody, by its mention."""


def vote_genders(ranking: Ranking, described: GenderOf) -> None:
    """Give people the gender of the pronouns near them that no one of known gender can be meant by.

    Where "Sorrel Quill" stands beside "Ada Dunn", each "he" is Sorrel's, whatever comes first in the text.
    """
    work = ranking.work
    votes: dict[int, dict[Gender, float]] = {}
    for index, mention in enumerate(work.mentions):
        gender = PRONOUN_GENDER.get(mention.text.lower())
        if gender is None or mention.kind is not MentionKind.PRONOMINAL:
            continue
        open_to = list_open(ranking, index, gender, described)
        for number in open_to:
            counts = votes.setdefault(number, {Gender.MALE: 0.0, Gender.FEMALE: 0.0})
            counts[gender] += 1 / len(open_to)
    for number, counts in votes.items():
        best, other = sorted(counts, key=counts.__getitem__, reverse=True)
        if counts[best] >= LEAST and counts[best] >= MARGIN * counts[other]:
            work.learn_gender(number, best)
            work.guessed.add(number)


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
