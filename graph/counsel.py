"""Which proceeding a lawyer acts in: that of the client, where the text speaks of both close together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.frames import Roles
from graph.model import EntityType, MentionKind, RelationMention, Span
from graph.reading import Filler, Reading

RELATION = "counsel_in"
RULE = "counsel_in/client-is-party"
CONFIDENCE = 0.7
MAX_SENTENCES = 3


def find_counsel(found: Iterable[RelationMention], reading: Reading, roles: Roles) -> Iterator[RelationMention]:
    """Yield for each lawyer of a party a proceeding that stands in a sentence with the lawyer, or the party's nearest.

    The passage is at most three sentences long and holds both.
    """
    suits = [
        Filler(number, chain.mentions[0])
        for number, chain in enumerate(reading.chains)
        if chain.type is EntityType.LAWSUIT
    ]
    where = [reading.number_sentence(suit.mention.span) for suit in suits]
    by_party: defaultdict[int, set[int]] = defaultdict(set)
    for side in (roles.plaintiffs, roles.defendants):
        for number, parties in side.items():
            for party in parties:
                by_party[party.chain].add(number)
    for mention in found:
        if mention.relation != "counsel_for" or not mention.evidence.assertion.shown:
            continue
        own = by_party.get(mention.object)
        passage = find_passage(mention, own, suits, where, reading) if own else None
        if passage is not None:
            lawyer, suit, span = passage
            evidence = replace(
                mention.evidence,
                span=span,
                text=reading.document.text[span.start : span.end],
                subject=lawyer,
                object=suit.mention.span,
                cue=suit.mention.head,
                rule=RULE,
                confidence=CONFIDENCE,
                antecedents=(),
            )
            yield RelationMention(RELATION, mention.subject, suit.chain, evidence, mention.source)


def find_passage(
    mention: RelationMention, own: set[int], suits: Sequence[Filler], where: Sequence[int], reading: Reading
) -> tuple[Span, Filler, Span] | None:
    """Return where the lawyer and a proceeding stand together, and the passage that holds both; None if nowhere.

    `own` are the chains of the client's proceedings, `where` the sentences of all, in text order.
    """

    def list_near(span: Span) -> Sequence[Filler]:
        here = reading.number_sentence(span)
        return suits[bisect_left(where, here - MAX_SENTENCES) : bisect_right(where, here + MAX_SENTENCES)]

    lawyers = [item.span for item in reading.chains[mention.subject].mentions if item.kind is MentionKind.NAMED]
    said = mention.evidence.subject
    pairs = [(lawyer, suit, 1) for lawyer in lawyers for suit in list_near(lawyer)]
    pairs += [(said, suit, MAX_SENTENCES) for suit in list_near(said) if suit.chain in own]
    for lawyer, suit, limit in sorted(
        pairs, key=lambda pair: (pair[2], abs(pair[0].start - pair[1].mention.span.start))
    ):
        span = reading.sentence_span([lawyer, suit.mention.span], limit=limit)
        if covers(span, lawyer) and covers(span, suit.mention.span):
            return lawyer, suit, span
    return None


def covers(outer: Span, inner: Span) -> bool:
    """Tell whether a span holds another whole."""
    return outer.start <= inner.start and inner.end <= outer.end
