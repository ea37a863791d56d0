"""Whose a proceeding is that the text speaks of again: "Ada sued Bo. The suit says that he lied"."""

from __future__ import annotations

from dataclasses import replace

from graph.frames import Roles
from graph.model import EntityType, Mention, MentionKind
from graph.reading import Filler, Reading
from graph.spans import tokens_of
from graph.word_forms import base_form

FARTHEST = 6
"""A proceeding of which so many sentences do not speak is not meant by "the suit" any more."""

CIVIL = frozenset(
    {"action", "class-action", "complaint", "countersuit", "countersue", "lawsuit", "litigation", "sue", "suit"}
)
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
# "another suit", "an earlier complaint" is a proceeding of its own
OTHER = frozenset({"another", "earlier", "first", "other", "second", "separate", "similar", "previous", "third"})


def inherit_parties(roles: Roles, reading: Reading) -> Roles:
    """Return the parties of each proceeding, with those of the last one before for "the suit" that has none of its own.

    A party that another sentence names is mentioned by the words for the suit, which stand for it. "Two cooks sued Bo.
    The plaintiffs in the case, Ada and Cy, …" tells later who sued.
    """
    plaintiffs, defendants = dict(roles.plaintiffs), dict(roles.defendants)
    last: int | None = None
    last_sentence = 0
    unsigned: tuple[Mention, int] | None = None
    suits = [(chain.mentions[0], number) for number, chain in enumerate(reading.chains)
             if chain.type is EntityType.LAWSUIT]  # fmt: skip
    for mention, number in sorted(suits, key=lambda item: item[0].head.start):
        sentence = reading.number_sentence(mention.span)
        if plaintiffs.get(number):
            if unsigned is not None and not defendants.get(number) and is_anaphoric(mention, reading):
                earlier, other = unsigned
                if sentence - reading.number_sentence(earlier.span) <= FARTHEST:
                    plaintiffs[other] = [stand_in(party, earlier, reading) for party in plaintiffs[number]]
                    defendants[number] = [stand_in(party, mention, reading) for party in defendants[other]]
            last, last_sentence, unsigned = number, sentence, None
        elif last is not None and sentence - last_sentence <= FARTHEST and is_anaphoric(mention, reading):
            last_sentence = sentence
            plaintiffs[number] = [stand_in(party, mention, reading) for party in plaintiffs[last]]
            if not defendants.get(number):
                defendants[number] = [stand_in(party, mention, reading) for party in defendants.get(last, [])]
        elif defendants.get(number) and is_civil(mention, reading):
            unsigned = mention, number
    return Roles(plaintiffs, defendants)


def is_civil(mention: Mention, reading: Reading) -> bool:
    """Tell whether the words for a proceeding are those for one between parties, which has plaintiffs: "sued"."""
    return base_form(reading.doc[reading.token_at[mention.head.start]]) in CIVIL


def is_anaphoric(mention: Mention, reading: Reading) -> bool:
    """Tell whether words for a proceeding go back to one that was told of: "the suit", "her complaint"."""
    if mention.kind is not MentionKind.NOMINAL:
        return False
    inside = tokens_of(reading.doc, mention.span)
    words = [token.lower_ for token in reading.doc[max(0, inside.start - 1) : inside.end]]
    return not OTHER.intersection(words) and bool(DEFINITE.intersection(words))


def stand_in(party: Filler, suit: Mention, reading: Reading) -> Filler:
    """Return a party as the words for its suit mention it."""
    kind = reading.chains[party.chain].type
    return Filler(party.chain, replace(suit, type=kind, kind=MentionKind.NOMINAL))
