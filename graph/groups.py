"""Finds whom "they", "their" and "the couple" mean: people named side by side, or whom a verb ties to each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from graph import syntax
from graph.clusters import ORGANIZATIONAL, Clustering
from graph.model import EntityType
from graph.relatives import Relatives
from graph.tokens import Token
from graph.word_forms import base_form

REACH = 3
MODIFYING = frozenset({"compound", "nmod:poss", "nmod:desc"})
# "Ada married Bo", "Ada split from Bo"
UNITING = frozenset({"date", "divorce", "marry", "remarry", "separate", "split", "wed"})
TIES = frozenset({"from", "to", "with"})


@dataclass(frozen=True)
class Group:
    """People named together, so that "they" and "the couple" can mean them."""

    token: int
    members: tuple[int, ...]


class Groups:
    """The groups of the people of one document, in the order in which they are named."""

    def __init__(self, work: Clustering, relatives: Relatives) -> None:
        self.work = work
        self.relatives = relatives
        self.named: list[Group] = []

    def note(self, index: int) -> None:
        """Remember people who are named together, once the last of them is known."""
        first = head = self.work.heads[index]
        while first.dep_ == "conj" and first.head != first:
            first = first.head
        tokens = syntax.expand_conjuncts([first])
        if tokens[-1] != head:
            return
        if len(tokens) == 1:
            tokens = [*find_other(head), head]
        members = tuple(dict.fromkeys(c for token in tokens for c in self.work.clusters_at(token)[:1]))
        people = all(self.work.clusters[c].type is EntityType.PERSON for c in members)
        if len(tokens) > 1 and len(members) == len(tokens) and people:
            self.named.append(Group(head.i, members))

    def join(self, index: int, rule: str) -> None:
        """Join "they" or "the couple" to each of the people whom it means, or "they" to one organization."""
        here = self.work.heads[index].i
        near = [group for group in self.list_near(index) if group.token < here]
        if rule == "couple":
            near = [group for group in near if len(group.members) == 2]
            # a couple is married where the text knows of a marriage, whoever was named side by side since
            wed = [group for group in near if frozenset(group.members) in self.relatives.married]
            couple = self.relatives.couples[-1] if self.relatives.couples else near[-1].members if near else ()
            members = wed[-1].members if wed else couple
        else:
            first = bisect_left(self.work.sentences, self.work.sentences[index])
            bodies = [
                (self.work.heads[m].i, number)
                for m in range(first, index)
                for number in self.work.of.get(m, ())
                if self.work.clusters[number].type in ORGANIZATIONAL
                and self.work.clusters[number].names
                # "the Gazette columnist" brings the columnist to mind
                and self.work.heads[m].dep_ not in MODIFYING
            ]
            body = max(bodies, default=None)
            group = near[-1] if near else None
            if body and (group is None or body[0] > group.token):
                members = (body[1],)
            else:
                members = group.members if group else ()
        for cluster in members:
            self.work.join(index, cluster, rule)

    def list_near(self, index: int) -> list[Group]:
        """Return the groups that were named not too many sentences before a mention, in order."""
        near = takewhile(lambda group: self.sentence_gap(group.token, index) <= REACH, reversed(self.named))
        return [*near][::-1]

    def sentence_gap(self, token: int, index: int) -> int:
        """Return how many sentences lie between a token and a mention."""
        return max(0, self.work.count_openings(self.work.heads[index].i) - self.work.count_openings(token))


def find_other(person: Token) -> Sequence[Token]:
    """Return who is tied to somebody by the verb between them: "Ada married Bo", "Ada split from Bo"."""
    verb = person.head
    if base_form(verb) not in UNITING or person.i < verb.i:
        return []
    tied = person.dep_ in syntax.OBJECT or (person.dep_.startswith("obl") and syntax.case_of(person) in TIES)
    subjects = syntax.subjects(verb) if tied else []
    return subjects if len(subjects) == 1 else []
