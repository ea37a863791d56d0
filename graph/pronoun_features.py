"""Describes how a pronoun and the people before it stand to each other, as numbers for the scorer of antecedents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from math import log
from typing import NamedTuple

from graph import syntax
from graph.antecedents import Ranking
from graph.clusters import Lately, is_subject
from graph.model import Gender, MentionKind
from graph.pronoun_clauses import NAMED_NEAR, ClauseFeatures
from graph.pronoun_places import ROLES, Place, role_of
from graph.quotations import SPEECH, Quotation
from graph.spans import find_breaks
from graph.tokens import Token

FAR = 4
GAPS, RANKS = tuple(range(FAR + 1)), tuple(range(4))
RECENT = 3
OFFICES = frozenset(
    "judge lawyer attorney justice spokesman spokeswoman spokesperson reporter prosecutor counsel witness".split()
)


class Voices(NamedTuple):
    """Who speaks the quotation around a pronoun, the one that it frames, if it frames any, and the last before it."""

    speakers: Sequence[int]
    frames: bool
    framed: Sequence[int]
    near: Sequence[int]


class PronounFeatures:
    """Gives the features of one document's pronouns and candidates."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self.work = ranking.work
        breaks = [token.i for token in find_breaks(self.work.doc) if token.is_space]
        self.places = [
            Place(
                head.i,
                self.work.sentences[index],
                bisect_left(breaks, head.i),
                role_of(head),
                ranking.clause_of(index),
                self.work.mentions[index].kind,
                ranking.quotation_at(head),
            )
            for index, head in enumerate(self.work.heads)
        ]
        self.quotations = sorted(set(ranking.around.values()), key=lambda quotation: quotation.start)
        self.clauses = ClauseFeatures(ranking, self.places, self.quotations)

    def describe(self, index: int, candidates: Sequence[int]) -> list[list[float]]:
        """Return a row of features for each candidate cluster of a pronoun."""
        here = self.places[index]
        before = {number: self.work.before(number, index) for number in candidates}
        recency = sorted(candidates, key=lambda number: -(before[number][-1] if before[number] else -1))
        rank = {number: place for place, number in enumerate(recency)}
        most = max((len(mentions) for mentions in before.values()), default=0)
        frame = self.frame_of(index)
        shared = self.of_pronoun(index, here, len(candidates))
        known = any(before[number] and not self.is_unsure(number) for number in candidates)
        governors = self.governors(index)
        clause = self.clauses.read_clause(index, governors)
        voices = self.list_voices(here, frame)
        lately = {number: self.work.lately(number, index, reach=NAMED_NEAR) for number in candidates}
        return [
            [
                *shared,
                *self.of_last(index, here, before[number]),
                *self.of_history(index, here, before[number], lately[number], most, rank[number]),
                *self.of_grammar(index, here, before[number], lately[number], number, governors),
                *self.of_speech(here, before[number], number, voices),
                *self.of_cluster(number),
                float(known and self.is_unsure(number)),
                *self.clauses.describe(index, number, before[number], lately[number], clause, frame),
            ]
            for number in candidates
        ]

    def of_pronoun(self, index: int, here: Place, count: int) -> list[float]:
        """Return what all candidates share: the pronoun's role and place, and how many they are."""
        head = self.work.heads[index]
        opens = index == 0 or self.places[index - 1].paragraph != here.paragraph
        return [
            *one_hot(here.role, ROLES[:5]),
            float(self.work.mentions[index].text.lower().endswith("self")),
            float(here.quotation is not None),
            float(opens),
            float(head.i - head.sent.start < 3),
            float(count == 1),
            min(count, 8) / 8,
        ]

    def of_last(self, index: int, here: Place, before: Sequence[int]) -> list[float]:
        """Return where and how a candidate was mentioned last."""
        if not before:
            return [0.0] * (FAR + 1) + [1.0] + [0.0] * (len(ROLES) + 9)
        last = self.places[before[-1]]
        gap = here.sentence - last.sentence
        head = self.work.heads[before[-1]]
        return [
            *one_hot(min(gap, FAR), GAPS),
            0.0,
            *one_hot(last.role, ROLES),
            float(last.kind is MentionKind.PRONOMINAL),
            float(last.kind is MentionKind.NOMINAL),
            log(1 + here.token - last.token) / 5,
            float(last.paragraph == here.paragraph),
            float(last.role == here.role),
            float(gap == 0 and last.role in {"subject", "passive"}),
            float(gap == 1 and last.role in {"subject", "passive"}),
            float(gap == 0 and last.clause == here.clause),
            float(len(self.work.of[before[-1]]) > 1 or head.dep_ == "conj"),
        ]

    def of_history(
        self, index: int, here: Place, before: Sequence[int], lately: Lately, most: int, rank: int
    ) -> list[float]:
        """Return how often, how lately and in what roles a candidate was mentioned."""
        recent = lately.within(RECENT)
        same = [m for m in recent if self.places[m].sentence == here.sentence]
        previous = [m for m in recent if self.places[m].sentence == here.sentence - 1]
        topic = [m for m in recent if self.places[m].role in {"subject", "passive"}]
        return [
            *one_hot(min(rank, 3), RANKS),
            log(1 + len(before)) / 3,
            len(before) / max(1, most),
            float(len(before) == most),
            min(len(recent), 6) / 6,
            min(len(topic), 4) / 4,
            float(any(self.places[m].role == "subject" for m in same)),
            float(any(self.places[m].role in {"subject", "passive"} for m in previous)),
            float(any(self.opens_sentence(m) for m in same)),
            float(any(self.opens_sentence(m) for m in previous)),
            float(any(self.places[m].kind is MentionKind.PRONOMINAL for m in recent)),
            float(any(self.is_same_word(index, m) for m in same)),
            float(bool(before) and self.places[before[0]].sentence <= 1),
        ]

    def of_grammar(
        self, index: int, here: Place, before: Sequence[int], lately: Lately, number: int, governors: dict[int, int]
    ) -> list[float]:
        """Return how a candidate stands to the pronoun in the sentence's tree."""
        same = lately.within(0)
        steps = [governors[self.work.heads[m].i] for m in same if self.work.heads[m].i in governors]
        clash = any(self.ranking.clash(index, m) for m in same)
        later = self.work.after(number, index)
        possessive = here.role == "possessor"
        own = [m for m in same if self.places[m].clause == here.clause or steps]
        return [
            float(bool(steps)),
            float(bool(steps) and min(steps) == 1),
            float(bool(steps) and min(steps) > 1),
            float(clash),
            float(possessive and bool(steps)),
            float(possessive and any(self.places[m].role == "object" for m in own)),
            float(any(self.places[m].clause == here.clause for m in later)),
            float(bool(later)),
            float(bool(later) and not before),
            float(any(self.work.heads[m].head in self.work.heads[index].ancestors for m in same)),
        ]

    def list_voices(self, here: Place, frame: Quotation | None) -> Voices:
        """Return who speaks around a pronoun, whichever candidate is looked at."""
        near = self.last_speakers(here) if here.quotation is None else []
        return Voices(self.speakers(here.quotation), frame is not None, self.speakers(frame), near)

    def of_speech(self, here: Place, before: Sequence[int], number: int, voices: Voices) -> list[float]:
        """Return whether a candidate speaks, in the pronoun's quotation or in the one that it frames."""
        last = self.places[before[-1]] if before else None
        spoken = last.quotation if last else None
        return [
            float(number in voices.speakers),
            float(bool(voices.speakers) and number not in voices.speakers),
            float(spoken is not None and here.quotation is None),
            float(spoken is not None and spoken == here.quotation),
            float(voices.frames and number in voices.framed),
            float(voices.frames and spoken is not None),
            float(number in voices.near),
            float(number in voices.near and voices.frames),
        ]

    def of_cluster(self, number: int) -> list[float]:
        """Return what is known of a candidate: its gender, names and office."""
        cluster = self.work.clusters[number]
        return [
            float(cluster.gender is not Gender.UNKNOWN),
            float(bool(cluster.names)),
            log(1 + cluster.named) / 3,
            float(any(len(name.split()) > 1 for name in cluster.names)),
            float(any(role.split()[-1] in OFFICES for role in cluster.roles)),
        ]

    def is_unsure(self, number: int) -> bool:
        """Tell whether nothing says the gender of a candidate."""
        return self.work.clusters[number].gender is Gender.UNKNOWN

    def speakers(self, quotation: Quotation | None) -> list[int]:
        """Return the clusters that speak a quotation."""
        return self.work.clusters_at(quotation.speaker) if quotation and quotation.speaker is not None else []

    def frame_of(self, index: int) -> Quotation | None:
        """Return the quotation before the one that "he said" with this pronoun frames, or else the last before it."""
        head = self.work.heads[index]
        if not is_subject(head) or head.head.lemma_.lower() not in SPEECH or self.places[index].quotation:
            return None
        fitting = (q for q in self.quotations_before(head.i) if q.speaker is None or q.speaker.i < head.i)
        last = next(fitting, None)
        return last if last is not None and head.i - last.end < 200 else None

    def last_speakers(self, here: Place) -> list[int]:
        """Return who spoke the last quotation before a place."""
        fitting = (q for q in self.quotations_before(here.token) if q.speaker is not None and q.speaker.i < here.token)
        return self.speakers(next(fitting, None))

    def quotations_before(self, token: int) -> Iterator[Quotation]:
        """Yield the quotations that end before a token, the last to begin first."""
        end = bisect_left(self.quotations, token, key=lambda quotation: quotation.start)
        return (self.quotations[at] for at in range(end - 1, -1, -1) if self.quotations[at].end <= token)

    def governors(self, index: int) -> dict[int, int]:
        """Return the subjects of the clauses around a pronoun, with how many clauses up they are."""
        found: dict[int, int] = {}
        node = self.work.heads[index]
        steps = 0
        while node.head != node:
            node = node.head
            subjects = [child for child in node.children if child.dep_ in syntax.ANY_SUBJECT]
            if not subjects:
                continue
            if any(s == self.work.heads[index] or s.is_ancestor(self.work.heads[index]) for s in subjects):
                continue
            steps += 1
            for subject in subjects:
                found.setdefault(self.find_meant(subject).i, steps)
        return found

    def find_meant(self, subject: Token) -> Token:
        """Return whom a subject means, of "Ada and Bo, who" the last one, though the tree hangs the clause on Ada."""
        name = subject.nbor(-1) if subject.lower_ == "who" and subject.i else subject
        if name.text == "," and name.i:
            name = name.nbor(-1)
        name = name.head if name.dep_ == "flat" else name
        mention = self.work.at.get(name.i)
        if subject.lower_ != "who" or mention is None or self.places[mention].kind is not MentionKind.NAMED:
            return syntax.antecedent(subject)
        return name

    def opens_sentence(self, mention: int) -> bool:
        """Tell whether a mention is the first one of its sentence."""
        return mention == 0 or self.places[mention - 1].sentence != self.places[mention].sentence

    def is_same_word(self, index: int, mention: int) -> bool:
        """Tell whether a mention is a pronoun too."""
        return mention != index and self.places[mention].kind is MentionKind.PRONOMINAL


@cache
def one_hot(value: int | str, values: tuple[int | str, ...]) -> tuple[float, ...]:
    """Return 1 at the place of a value and 0 elsewhere."""
    return tuple(float(value == other) for other in values)
