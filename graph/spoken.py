"""Which proceeding a word goes back to that names none: "The plaintiffs include Ada Quill"."""

from __future__ import annotations

from graph.model import EntityType, MentionKind
from graph.reading import Filler, Reading
from graph.tokens import Token
from graph.word_forms import base_form

SENTENCES_BEFORE = 2
# "the legal battle between Ada and Bo": who accuses whom in the same sentence tells the sides
BATTLES = frozenset({"battle", "fight", "dispute", "feud"})


def find_spoken_of(word: Token, reading: Reading) -> list[Filler]:
    """Return the proceeding nearest to a word in its sentence, else the last one of the two sentences before it.

    One that is called by a noun counts first: "who have been indicted" only says something of a defendant.
    """
    start = word.sent.start
    for _ in range(SENTENCES_BEFORE):
        start = word.doc[start - 1].sent.start if start else start
    own = [filler for token in word.sent for filler in _proceedings_at(token, reading)]
    if own:
        return [min(own, key=lambda filler: (is_event(filler), abs(filler.mention.head.start - word.idx)))]
    before = [filler for token in word.doc[start : word.sent.start] for filler in _proceedings_at(token, reading)]
    return [filler for filler in before if not is_event(filler)][-1:] or before[-1:]


def find_spoken_before(word: Token, reading: Reading) -> list[Filler]:
    """Return the last proceeding that the sentences before a word's name by a noun: "Ada filed a suit. It says …"."""
    start = word.sent.start
    for _ in range(SENTENCES_BEFORE):
        start = word.doc[start - 1].sent.start if start else start
    found = [filler for token in word.doc[start : word.sent.start] for filler in _proceedings_at(token, reading)]
    return [filler for filler in found if not is_event(filler)][-1:]


def find_battles(word: Token, reading: Reading) -> list[Filler]:
    """Return the proceedings that a word's sentence calls a battle or the like."""
    fights = [token for token in word.sent if base_form(token) in BATTLES]
    return [filler for token in fights for filler in _proceedings_at(token, reading)]


def is_event(filler: Filler) -> bool:
    """Tell whether a proceeding is only evoked by a verb: "sued"."""
    return filler.mention.kind is MentionKind.EVENT


def _proceedings_at(token: Token, reading: Reading) -> list[Filler]:
    return [
        filler
        for filler in reading.mentions_at(token)
        if reading.chains[filler.chain].type is EntityType.LAWSUIT and filler.mention.head.start == token.idx
    ]
