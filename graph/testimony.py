"""In which proceeding somebody "testified" that the sentence does not name: the one against whom it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.frames import Roles
from graph.hearings import TESTIFYING
from graph.model import MentionKind, RelationMention
from graph.reading import Reading
from graph.spans import tokens_of
from graph.word_forms import base_form


def place_testimony(found: Iterable[RelationMention], reading: Reading, roles: Roles) -> Iterator[RelationMention]:
    """Yield the relations, those of a witness with the one proceeding whose defendant the same sentence speaks of.

    "Ada sued Harbor News. … Bo is on trial. … Cy testified that Bo hit him" is no testimony in Ada's suit.
    """
    for mention in found:
        bare = mention.relation == "witness_in" and _is_bare(mention, reading)
        suit = _find_suit(mention, reading, roles) if bare else None
        yield mention if suit is None else replace(mention, object=suit)


def _is_bare(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether nothing but the word for testifying stands for the proceeding."""
    suit = reading.chains[mention.object].mentions[0]
    head = reading.doc[reading.token_at[suit.head.start]]
    return suit.kind is MentionKind.EVENT and base_form(head) in TESTIFYING


def _find_suit(mention: RelationMention, reading: Reading, roles: Roles) -> int | None:
    """Return the last proceeding told of before that is against somebody spoken of; None where they are several."""
    said = tokens_of(reading.doc, mention.evidence.span)
    spoken = {filler.chain for at in range(said.start, said.end) for filler in reading.mentions_in(at)}
    sides = {suit: frozenset(party.chain for party in parties) for suit, parties in roles.defendants.items()}
    against = [suit for suit, side in sides.items() if suit != mention.object and side & spoken - {mention.subject}]
    if len({sides[suit] for suit in against}) != 1:
        return None
    place = mention.evidence.cue.start
    starts = {suit: reading.chains[suit].mentions[0].head.start for suit in against}
    before = [suit for suit in against if starts[suit] < place]
    return max(before, key=starts.__getitem__) if before else min(against, key=starts.__getitem__)
