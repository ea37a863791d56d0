"""Makes relation mentions with the passage that states them, what it commits itself to, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.assertion import Stance
from graph.blame import VOICE
from graph.model import Antecedent, Assertion, EntityType, Evidence, MentionKind, RelationMention, Span
from graph.reading import Filler, Reading
from graph.schema import Pattern, RelationType
from graph.tokens import Token

# Slots of who says what no verb ties to them.
UNSAID = frozenset({"speaker", "accuser"})
CONDUCT = "conduct"


def join(
    relation: RelationType,
    pattern: Pattern,
    sources: Sequence[Filler],
    targets: Sequence[Filler],
    cue: Token,
    stance: Stance,
    reading: Reading,
) -> Iterator[RelationMention]:
    """Yield the relation for every pair of a source and a target that are two things."""
    speakers = reading.fillers(stance.speaker) if stance.speaker is not None else []
    speaker = next(
        (filler.chain for filler in speakers if reading.chains[filler.chain].type is not EntityType.LAWSUIT), None
    )
    assertion = stance.assertion
    # "“He is no hero,” said Ada" praises nobody
    opined = relation.always_alleged or relation.group == CONDUCT
    blaming = any(slot.startswith(VOICE) for slot in pattern.source) or (
        opined and not UNSAID.isdisjoint(pattern.source)
    )
    if blaming and assertion.rank > Assertion.ALLEGED.rank:
        # who denies that a wrong was done accuses nobody of it
        return
    if relation.always_alleged and assertion is Assertion.ASSERTED:
        assertion = Assertion.ALLEGED
    for source in sources:
        for target in targets:
            if source.chain != target.chain:
                evidence = make_evidence(source, target, cue, assertion, pattern, reading)
                yield RelationMention(relation.name, source.chain, target.chain, evidence, speaker)


def make_evidence(
    source: Filler, target: Filler, cue: Token, assertion: Assertion, pattern: Pattern, reading: Reading
) -> Evidence:
    """Return the passage that states the relation, with where its ends and its cue stand."""
    cue_span = Span(cue.idx, cue.idx + len(cue))
    span = reading.sentence_span([source.mention.span, target.mention.span, cue_span])
    followed = tuple(
        Antecedent(end.mention.text, reading.chains[end.chain].label)
        for end in (source, target)
        if end.mention.kind in {MentionKind.NOMINAL, MentionKind.PRONOMINAL}
        and reading.chains[end.chain].type is not EntityType.LAWSUIT
    )
    return Evidence(
        document=reading.document.id,
        span=span,
        text=reading.document.text[span.start : span.end],
        subject=source.mention.span,
        object=target.mention.span,
        cue=cue_span,
        assertion=assertion,
        antecedents=followed,
        rule=pattern.rule,
        confidence=pattern.confidence,
    )
