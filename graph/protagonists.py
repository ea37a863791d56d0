"""Finds whom the pronouns of a lead mean where nobody is named before them: "A baker says he was fired. Bo Quill …"."""

from __future__ import annotations

from collections.abc import Callable

from graph import syntax
from graph.clusters import Clustering
from graph.genders import PRONOUN_GENDER
from graph.leads import LEAD_SENTENCES, OFFICERS
from graph.model import EntityType, Gender, MentionKind

NAMED_WITHIN = 5
# who tells of what befell others
OFFICIALS = OFFICERS | frozenset(
    (
        "captain chief commander commissioner coroner deputy detective inspector lieutenant marshal officer "
        "professor psychologist superintendent sergeant sheriff"
    ).split()
)

Agrees = Callable[[int, int], bool]
"""Tells whether a description can be of what a name names, both given by their mentions."""


def join_protagonist(work: Clustering, agrees: Agrees) -> None:
    """Join the pronouns of the first sentences that mean nobody named yet to the story's leading person."""
    for index, mention in enumerate(work.mentions):
        if work.sentences[index] > LEAD_SENTENCES:
            return
        gender = PRONOUN_GENDER.get(mention.text.lower())
        if gender is None or mention.kind is not MentionKind.PRONOMINAL:
            continue
        numbers = work.of.get(index, [])
        if len(numbers) > 1 or any(work.clusters[number].names for number in numbers):
            continue
        number = find_protagonist(work, index, gender)
        if number is None:
            continue
        if not numbers:
            work.join(index, number, "pronoun")
        elif is_anonymous(work, numbers[0]) and all(
            agrees(other, work.clusters[number].mentions[0])
            for other in work.clusters[numbers[0]].mentions
            if work.mentions[other].kind is MentionKind.NOMINAL
        ):
            work.merge(number, index, "named after the lead")
        work.learn_gender(number, gender)


def is_anonymous(work: Clustering, number: int) -> bool:
    """Tell whether a cluster without a name stands in the lead alone, and for nobody who only does an office there."""
    cluster = work.clusters[number]
    acts = any(role.split()[-1] in OFFICIALS for role in cluster.roles)
    described = (work.heads[m].lemma_.lower() for m in cluster.mentions if work.mentions[m].kind is MentionKind.NOMINAL)
    return not acts and OFFICIALS.isdisjoint(described) and work.sentences[cluster.ordered[-1]] <= LEAD_SENTENCES


def find_protagonist(work: Clustering, index: int, gender: Gender) -> int | None:
    """Return the person of a gender whom the text names most, if first soon after a mention and not by an office."""
    people = [
        (cluster.named, -number)
        for number, cluster in enumerate(work.clusters)
        if cluster.type is EntityType.PERSON and cluster.names and cluster.gender in {gender, Gender.UNKNOWN}
    ]
    if not people:
        return None
    number = -max(people)[1]
    first = next(m for m in work.clusters[number].ordered if work.mentions[m].kind is MentionKind.NAMED)
    soon = first > index and work.sentences[first] - work.sentences[index] <= NAMED_WITHIN
    acts = any(role.split()[-1] in OFFICIALS for role in work.clusters[number].roles)
    owned = bool(syntax.possessors(work.heads[first]))
    return number if soon and not acts and not owned and len(work.mentions[first].text.split()) > 1 else None
