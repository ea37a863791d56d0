"""Describes what the clauses around a pronoun say of it and of a candidate: who does what, who speaks for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph import syntax
from graph.antecedents import Ranking
from graph.clusters import Lately
from graph.deeds import OWNS, Deeds
from graph.model import MentionKind
from graph.pronoun_places import Place
from graph.quotations import Quotation
from graph.tokens import Token
from graph.voices import SPEAKERS_FOR

# "Quill looked behind him": only where nothing of a place is said a pronoun is not the subject
DIRECTED = frozenset({"against", "by", "for", "from", "of", "on", "to"})
CLIENT = "client"
AGENTS = SPEAKERS_FOR | {"agent", "manager", "publicist"}
FOR = frozenset({"for", "of", "to"})
CLIMB, BESIDE, SPOKEN, NAMED_NEAR = 4, 2, 3, 4
# how many tokens before a quotation lead up to it
LEADING_UP = 30
FAR = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """What a pronoun's clause says for all candidates alike, and the tokens that bear on single ones.

    `subjects` do what its verb says where the pronoun is no subject; `principals` are those for whom one of the
    governors speaks; `own` are the quotations that the pronoun itself speaks, "“…,” he said".
    """

    shared: list[float]
    subjects: frozenset[int]
    governors: Mapping[int, int]
    principals: frozenset[int]
    own: Sequence[Quotation]
    openings: int
    directed: bool
    reflexive: bool


class ClauseFeatures:
    """Gives the features that clauses tell of one document's pronouns and candidates."""

    def __init__(self, ranking: Ranking, places: Sequence[Place], quotations: Sequence[Quotation]) -> None:
        self.work = ranking.work
        self.places = places
        self.deeds = Deeds(self.work)
        self.spoken: dict[int, list[Quotation]] = {}
        for quotation in quotations:
            if quotation.speaker is not None:
                self.spoken.setdefault(quotation.speaker.i, []).append(quotation)

    def read_clause(self, index: int, governors: Mapping[int, int]) -> Clause:
        """Return what the clause of a pronoun says; `governors` are the subjects of the clauses around it."""
        head, deed = self.work.heads[index], self.deeds.of_mentions[index]
        verb = climb(head)
        part, word = deed or ("", "")
        is_subject = head.dep_ in syntax.ANY_SUBJECT
        subjects = [] if is_subject or not syntax.is_predicate(verb) else syntax.surface_subjects(verb)
        return Clause(
            [
                float(part == OWNS and word == CLIENT),
                float(part == OWNS and word in AGENTS),
            ],
            frozenset(subject.i for subject in subjects),
            governors,
            frozenset(token.i for i in governors for token in list_principals(self.work.doc[i])),
            self.spoken.get(head.i, ()),
            self.work.count_openings(head.i),
            syntax.case_of(head) in DIRECTED,
            self.work.mentions[index].text.lower().endswith("self"),
        )

    def describe(
        self,
        index: int,
        number: int,
        before: Sequence[int],
        lately: Lately,
        clause: Clause,
        frame: Quotation | None,
    ) -> list[float]:
        """Return what a pronoun's clause says of a candidate, with what it says for all; `before` as in `work`.

        `lately` are the candidate's mentions of the last NAMED_NEAR sentences.
        """
        work, here = self.work, self.places[index]
        same = [work.heads[m].i for m in lately.within(0)]
        later = [work.heads[m].i for m in work.after(number, index)]
        acts = not clause.subjects.isdisjoint(same)
        gap = clause.openings - work.count_openings(self.places[before[-1]].token) if before else FAR
        return [
            *self.deeds.compare(index, number),
            *clause.shared,
            float(acts and here.role == "object"),
            float(acts and here.role == "oblique" and clause.directed),
            float(acts and here.role == "possessor"),
            float(acts and here.role == "oblique"),
            float(acts and clause.reflexive),
            *self.of_quotations(index, lately, clause, frame),
            # the sentences of a quotation apart, however long one holds forth
            *(float(min(gap, FAR) == n) for n in range(FAR + 1)),
            float(not clause.principals.isdisjoint(same)),
            float(any(token in clause.governors for token in later)),
            *self.of_topics(index, lately),
        ]

    def of_topics(self, index: int, lately: Lately) -> list[float]:
        """Return whether the main verbs of a pronoun's sentence and of that before are a candidate's, or its own."""
        here = self.places[index].sentence
        near = [m for m in lately.within(1) if leads_sentence(self.work.heads[m])]
        return [
            float(any(self.places[m].sentence < here for m in near)),
            float(any(self.places[m].sentence == here for m in near)),
            float(leads_sentence(self.work.heads[index])),
        ]

    def of_quotations(self, index: int, lately: Lately, clause: Clause, frame: Quotation | None) -> list[float]:
        """Return where a candidate stands to the quotation around a pronoun and to those that it speaks."""
        here = self.places[index].quotation
        recent = [self.places[m] for m in lately.mentions]
        near = [self.places[m] for m in lately.within(BESIDE)]
        spoken = [self.places[m] for m in lately.within(SPOKEN)]
        same = self.places[index].sentence
        paragraph = self.places[index].paragraph
        return [
            float(frame is not None and any(frame.start <= place.token < frame.end for place in near)),
            float(here is not None and any(p.quotation == here and p.sentence == same for p in near)),
            float(here is not None and any(here.start - LEADING_UP < p.token < here.start for p in near)),
            float(any(p.paragraph == paragraph and p.kind is MentionKind.NAMED for p in recent)),
            float(any(q.start <= place.token < q.end for q in clause.own for place in spoken)),
        ]


def climb(token: Token) -> Token:
    """Return the verb above a token, or the last word a few steps up."""
    node = token.head
    for _ in range(CLIMB):
        if syntax.is_predicate(node) or node.head == node:
            return node
        node = node.head
    return node


def leads_sentence(head: Token) -> bool:
    """Tell whether a mention's head is the subject of its sentence's main verb, itself or as a conjunct."""
    while head.dep_ == "conj" and head.head != head:
        head = head.head
    return head.dep_ in syntax.ANY_SUBJECT and head.head.head == head.head


def list_principals(agent: Token) -> list[Token]:
    """Return for whom somebody speaks or acts: Quill of "a spokesman for Quill" and "Quill's lawyer"."""
    if agent.lemma_.lower() not in AGENTS:
        return []
    return [*syntax.possessors(agent), *(noun for case, noun in syntax.own_obliques(agent) if case in FOR)]
