"""Who stands against a party that the text names alone: the one who is countersued, the one who is divorced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.lawsuits import is_counter
from graph.model import MentionKind, RelationMention
from graph.reading import Reading

COUNTERED_RULE = "defendant_in/countered"
DIVORCED_RULE = "defendant_in/divorced"
# What a suit says of somebody makes no defendant where the text names one.
SAID_RULE = "defendant_in/suit-says"
DIVORCE = "divorce"
CONFIDENCE = 0.75
MAX_SENTENCES = 3


def find_opponents(
    parties: Sequence[RelationMention], found: Iterable[RelationMention], reading: Reading
) -> Iterator[RelationMention]:
    """Yield the other side of a countersuit and of a divorce that has a plaintiff and no defendant of its own."""
    # "Ada countersued, claiming that she was hurt": what a suit says of somebody leaves open whom it is against
    sued = {
        mention.object
        for mention in parties
        if mention.relation == "defendant_in" and mention.evidence.rule != SAID_RULE
    }
    spouses: dict[int, list[int]] = {}
    for mention in found:
        if mention.relation == "spouse_of" and mention.evidence.assertion.shown:
            spouses.setdefault(mention.subject, []).append(mention.object)
            spouses.setdefault(mention.object, []).append(mention.subject)
    for mention in parties:
        if mention.relation != "plaintiff_in" or mention.object in sued or not mention.evidence.assertion.shown:
            continue
        suit = reading.chains[mention.object].mentions[0]
        cue = reading.doc[reading.token_at[suit.head.start]]
        if cue.lemma_.lower() == DIVORCE:
            others, rule = spouses.get(mention.subject, []), DIVORCED_RULE
        elif is_counter(cue):
            others, rule = find_countered(mention, parties), COUNTERED_RULE
        else:
            continue
        for other in dict.fromkeys(others):
            yield from oppose(mention, other, rule, reading)


def find_countered(answer: RelationMention, parties: Sequence[RelationMention]) -> list[int]:
    """Return the plaintiffs of the suits told of before in which the one who countersues is a defendant."""
    before = {
        mention.object
        for mention in parties
        if mention.relation == "defendant_in"
        and mention.subject == answer.subject
        and mention.evidence.cue.start < answer.evidence.cue.start
    }
    return [
        mention.subject
        for mention in parties
        if mention.relation == "plaintiff_in" and mention.object in before and mention.subject != answer.subject
    ]


def oppose(mention: RelationMention, other: int, rule: str, reading: Reading) -> Iterator[RelationMention]:
    """Yield a party's opponent as the defendant, where at most three sentences hold both and the name of the one."""
    cue = mention.evidence.cue
    named = [m.span for m in reading.chains[other].mentions if m.kind is MentionKind.NAMED]
    nearest = min(named, key=lambda span: abs(span.start - cue.start), default=None)
    if nearest is None:
        return
    span = reading.sentence_span([nearest, cue], limit=MAX_SENTENCES)
    if span.covers(nearest) and span.covers(cue):
        text = reading.document.text[span.start : span.end]
        evidence = replace(mention.evidence, span=span, text=text, subject=nearest, rule=rule, confidence=CONFIDENCE,
                           antecedents=())  # fmt: skip
        yield RelationMention("defendant_in", other, mention.object, evidence, mention.source)
