"""On whose air somebody says something, by the order of words: "said on CBS's “Harbor Today”"."""

from __future__ import annotations

from graph.model import EntityType, MentionKind
from graph.reading import Filler, Reading
from graph.spans import sentence_bounds, tokens_of
from graph.syntax import GENITIVES
from graph.tokens import Token
from graph.works import QUOTES

REACH = 8
BEFORE_NAME = frozenset({"the", *QUOTES, *GENITIVES})
OPENINGS = frozenset({"and", "but", "later", "also", "earlier", "then", "speaking", "appearing"})


def find_air(verb: Token, reading: Reading) -> list[Filler]:
    """Return the programme or channel that "on" names behind a verb, or where its sentence opens."""
    start, end = sentence_bounds(reading.doc)[verb.i]
    for at in range(verb.i + 1, min(end, verb.i + 1 + REACH)):
        word = reading.doc[at]
        if word.pos_ in {"VERB", "AUX"} or word.text in {",", ";"}:
            break
        if word.lower_ == "on" and (shown := find_programme(word, reading)):
            return shown
    first = start
    while first < verb.i and (reading.doc[first].lower_ in OPENINGS or reading.doc[first].is_space):
        first += 1
    return find_programme(reading.doc[first], reading) if reading.doc[first].lower_ == "on" else []


def find_programme(opener: Token, reading: Reading) -> list[Filler]:
    """Return the outlet right behind "on", of a channel and its programme the latter: "on CBS's “Harbor Today”"."""
    channel = find_outlet(opener.i + 1, reading)
    if not channel:
        return []
    after = tokens_of(reading.doc, channel[0].mention.span).end
    owned = after < len(reading.doc) and reading.doc[after].text in GENITIVES
    if not owned:
        return channel
    # "on CBS's coverage" is on no air
    return find_outlet(after, reading) or (channel if is_titled(after + 1, reading) else [])


def find_outlet(at: int, reading: Reading) -> list[Filler]:
    """Return the outlet whose name begins at a token or behind an article and quotation marks there."""
    first = reading.doc[at].idx if at < len(reading.doc) else 0
    while at < len(reading.doc) - 1 and reading.doc[at].lower_ in BEFORE_NAME:
        at += 1
    return [
        filler
        for filler in reading.mentions_in(min(at, len(reading.doc) - 1))
        if filler.mention.kind is MentionKind.NAMED
        and reading.chains[filler.chain].type is EntityType.MEDIA_OUTLET
        and filler.mention.span.start >= first
    ][:1]


def is_titled(at: int, reading: Reading) -> bool:
    """Tell whether a title begins at a token: it has a capital or quotation marks."""
    words = reading.doc[at : at + 2]
    return len(words) > 0 and (words[0].text[:1].isupper() or words[0].text in QUOTES)
