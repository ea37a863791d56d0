"""Ranks what a pronoun or description can refer back to: by type, gender, distance, grammatical role and topic."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice
from math import log2

from graph import syntax
from graph.clusters import ORGANIZATIONAL, Clustering, is_subject
from graph.descriptions import describes_person
from graph.model import EntityType, Gender, MentionKind, Span
from graph.quotations import Quotation
from graph.reading import DATELINE
from graph.tokens import Token

REACH = 3
DOMINANCE = 1.3
SUBJECT_WEIGHT, OTHER_WEIGHT, POSSESSOR_WEIGHT = 3.0, 1.5, 2.0
# "Ada told Bo that she …": the one who says so is the first choice inside what is said
FRAME_WEIGHT = 0.5
DECAY, KNOWN_GENDER, QUOTED = 0.5, 0.5, 0.3
FREQUENCY_WEIGHT, NOMINAL_FREQUENCY_WEIGHT = 0.2, 0.0
MOST_COUNTED = 10
TOLD = frozenset({"ccomp", "parataxis"})
MODIFYING = syntax.COMPOUND | {"nmod"}
LEADING_WEIGHT, JUST_MEANT = 1.0, 2.0


class Ranking:
    """Finds and orders the antecedents of one document's references."""

    def __init__(self, work: Clustering, quotations: Sequence[Quotation]) -> None:
        self.work = work
        self.around = {i: quotation for quotation in quotations for i in range(quotation.start, quotation.end)}
        self._clauses: dict[int, int] = {}
        datelines = [Span(*match.span()) for match in DATELINE.finditer(work.doc.text)]
        self.credited = {
            index
            for index, mention in enumerate(work.mentions)
            if any(mention.span.overlaps(dateline) for dateline in datelines)
        }

    def clause_of(self, mention: int) -> int:
        """Return the predicate whose argument a mention is, found once."""
        if mention not in self._clauses:
            self._clauses[mention] = clause_of(self.work.heads[mention])
        return self._clauses[mention]

    def quotation_at(self, token: Token) -> Quotation | None:
        """Return the quotation around a token."""
        return self.around.get(token.i)

    def candidates(
        self,
        index: int,
        kind: EntityType,
        gender: Gender,
        *,
        reach: int,
        wanted: Callable[[int], bool] = lambda number: True,
        loose: bool = False,
    ) -> list[int]:
        """Return the clusters of a type and gender mentioned before, within some sentences, that grammar admits.

        Looks only at the mentions of those sentences, so that a document takes linear time. "Their" alone does not
        bring one of unknown gender to mind for "she". `wanted` is what else a cluster must be, `loose` as in `clash`.
        """
        first = bisect_left(self.work.sentences, self.work.sentences[index] - reach)
        near = sorted({number for mention in range(first, index) for number in self.work.of.get(mention, ())})
        quotation = self.quotation_at(self.work.heads[index])
        speakers = self.work.clusters_at(quotation.speaker) if quotation and quotation.speaker is not None else []
        found = []
        for number in near:
            cluster = self.work.clusters[number]
            if cluster.type is not kind and not {cluster.type, kind} <= ORGANIZATIONAL:
                continue
            if Gender.UNKNOWN not in {gender, cluster.gender} and gender is not cluster.gender:
                continue
            if number in speakers or not cluster.names or not wanted(number):
                continue
            if kind is EntityType.WORK and all(self.is_inside_description(mention) for mention in cluster.mentions):
                continue
            before = self.work.before(number, index, reach=reach)
            if self.credited.issuperset(before):
                # "(CNN) …": a story is not about who printed it
                continue
            unproven = gender is not Gender.UNKNOWN and cluster.gender is Gender.UNKNOWN
            if unproven and all(self.work.mentions[m].kind is MentionKind.PRONOMINAL for m in before):
                continue
            if not any(self.clash(index, mention, loose=loose) for mention in before):
                found.append(number)
        return found

    def is_inside_description(self, index: int) -> bool:
        """Tell whether a name only serves to describe another thing: "Night Train" in "the Night Train star"."""
        mentions = self.work.mentions
        inner = mentions[index].span
        return any(
            m.kind is MentionKind.NOMINAL and m.type is EntityType.PERSON and m.span.covers(inner)
            for m in mentions[max(0, index - 4) : index + 4]
        )

    def clash(self, index: int, other: int, *, loose: bool = False) -> bool:
        """Tell whether two mentions are arguments of one verb, so that they cannot be one thing unless reflexive.

        "Bo sued him": him is not Bo. A possessive may: "Bo sued his agent". `loose` lets a description be whoever says
        what it stands in: "Ada claims that Bo defamed the Night Train star".
        """
        head, antecedent = self.work.heads[index], self.work.heads[other]
        mentions = self.work.mentions
        if mentions[index].text.lower().endswith(("self", "selves")):
            return False
        if mentions[other].span.covers(mentions[index].span):
            return True
        # "Harbor Gas said the company would appeal": of bodies principle C does not hold
        nominal = mentions[index].kind is MentionKind.NOMINAL and mentions[index].type is EntityType.PERSON
        owning = head.dep_ in syntax.POSSESSOR
        apart = self.work.count_openings(head.i) != self.work.count_openings(antecedent.i)
        if apart or (owning and not nominal):
            return False
        if not owning and self.clause_of(index) == self.clause_of(other):
            return True
        # "Bo said that the actor left": a description is not the subject of a clause around it (Chomsky's principle C)
        if not (nominal and is_subject(antecedent) and antecedent.head.is_ancestor(head)):
            return False
        clause = step_below(antecedent.head, head)
        # "Ada claims that Bo defamed the star", "Bo left, and the actor's agent stayed"
        return not (clause.dep_ in TOLD and loose) and clause.dep_ != "conj"

    def best(self, index: int, candidates: Sequence[int]) -> int | None:
        """Return the most salient candidate: near, subject, often mentioned, of known gender."""
        return max(candidates, key=lambda number: (self.salience(index, number), -number), default=None)

    def leading(self, index: int, candidates: Sequence[int]) -> int | None:
        """Return whom an epithet calls up: a story's leading person rather than whom the last sentence names."""

        def score(number: int) -> float:
            told = self.work.before(number, index)
            latest = told[-1] if told else index
            # "his daughters sued the Night Train star": whom a pronoun just meant needs no epithet
            meant = self.work.sentences[latest] == self.work.sentences[index] and (
                self.work.mentions[latest].kind is MentionKind.PRONOMINAL)  # fmt: skip
            return self.salience(index, number) + LEADING_WEIGHT * log2(1 + len(told)) - JUST_MEANT * meant

        return max(candidates, key=lambda number: (score(number), -number), default=None)

    def dominant(self, index: int, candidates: Sequence[int]) -> int | None:
        """Return the candidate that is alone or clearly more salient than the next one."""
        ranked = sorted(candidates, key=lambda number: (-self.salience(index, number), number))
        if len(ranked) > 1 and self.salience(index, ranked[0]) < DOMINANCE * self.salience(index, ranked[1]):
            return None
        return ranked[0] if ranked else None

    def salience(self, index: int, number: int) -> float:
        """Score a candidate antecedent; higher is likelier."""
        cluster = self.work.clusters[number]
        # "they" and "the couple" bring several people to mind, and none of them for "he"
        alone = (m for m in reversed(self.work.before(number, index)) if len(self.work.of[m]) == 1)
        latest = list(islice(alone, MOST_COUNTED))
        nominal = self.work.mentions[index].kind is MentionKind.NOMINAL
        score = 0.0
        for mention in self.work.before(number, index, reach=REACH):
            if len(self.work.of[mention]) == 1:
                score = max(score, self.weigh(index, mention))
        frequency = NOMINAL_FREQUENCY_WEIGHT if nominal else FREQUENCY_WEIGHT
        known = 0.0 if cluster.gender is Gender.UNKNOWN else KNOWN_GENDER
        last = self.work.heads[latest[0]].i if latest else 0
        return score + frequency * len(latest) + known + last / (1000 * len(self.work.doc))

    def weigh(self, index: int, mention: int) -> float:
        """Return what one earlier mention adds: by its grammatical role, halved with each sentence between."""
        head, other = self.work.heads[index], self.work.heads[mention]
        weight = SUBJECT_WEIGHT if is_subject(other) else OTHER_WEIGHT
        if other.dep_ in syntax.POSSESSOR:
            weight = POSSESSOR_WEIGHT
        if is_subject(other) and other.head.is_ancestor(head):
            weight += FRAME_WEIGHT
        weight *= DECAY ** (self.work.sentences[index] - self.work.sentences[mention])
        if self.quotation_at(other) and not self.quotation_at(head):
            weight *= QUOTED
        return weight


def step_below(verb: Token, noun: Token) -> Token:
    """Return the dependent of a verb under which a noun stands."""
    node = noun
    while node.head != verb:
        node = node.head
    return node


def clause_of(token: Token) -> int:
    """Return the predicate whose argument a token is, through coordination and prepositions."""
    node = token
    while node.head != node:
        parent = node.head
        if syntax.is_predicate(parent):
            return parent.i
        if node.dep_ in syntax.POSSESSOR:
            return -node.i - 1
        if parent.pos_ == "NOUN" and syntax.children(parent, syntax.POSSESSOR):
            # "Bo denied Ada's claims against him": an owned noun is a domain of its own (binding theory)
            return -parent.i - 1
        if (
            node.dep_ in MODIFYING
            and parent.pos_ == "NOUN"
            and node.pos_ == "PROPN"
            and describes_person(parent.lemma_.lower())
        ):
            # "A former Harbor Gas cook is suing the company": the name is no argument of the verb
            return -parent.i - 1
        node = parent
    return node.i
