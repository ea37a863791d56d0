"""Who belongs to which body, where no word says how: "Harbor News' Ada Quill", "Bo Dunn, of Dunn & Partners"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.assertion import assess
from graph.evidence import join
from graph.model import Mention, MentionKind, RelationMention
from graph.reading import Filler, Reading
from graph.schema import Pattern, RelationType
from graph.spans import tokens_of
from graph.syntax import GENITIVES

# How the word between two names ties them: the name before it, and the name after it.
BELONGING = frozenset({"of", "from", "at", "with"})
CREDITING = frozenset({"/"})
ASIDE = ","
# "of the firm Dunn & Partners", "of Boston-based Dunn & Partners"
FARTHEST = 4
# The slots of a pattern: the name that stands first, and the other.
SLOTS = ("first", "second")


def find_affiliations(relation: RelationType, reading: Reading) -> Iterator[RelationMention]:
    """Yield who belongs to which body by the order of their names alone, for each pattern of kind "affiliation"."""
    own = [pattern for pattern in relation.patterns if pattern.kind == "affiliation"]
    patterns = {pattern.rule.partition("/")[2]: pattern for pattern in own}
    if not patterns:
        return
    named = [
        Filler(number, mention)
        for number, chain in enumerate(reading.chains)
        for mention in chain.mentions
        if mention.kind is MentionKind.NAMED
    ]
    starts: dict[int, list[Filler]] = {}
    for filler in named:
        starts.setdefault(tokens_of(reading.doc, filler.mention.span).start, []).append(filler)
    for first in named:
        for second, cue, name in find_neighbours(first.mention, starts, reading):
            pattern = patterns.get(name)
            if pattern and (ends := choose_ends(relation, pattern, (first, second), reading)):
                yield from affirm(relation, pattern, ends, cue, reading)


def choose_ends(
    relation: RelationType, pattern: Pattern, names: tuple[Filler, Filler], reading: Reading
) -> tuple[Filler, Filler] | None:
    """Return the two names as subject and object, by the first of the pattern's pairs of slots that the types fit."""
    slots = dict(zip(SLOTS, names, strict=True))
    for source, target in zip(pattern.source, pattern.target, strict=True):
        ends = slots[source], slots[target]
        subject, object_ = (reading.chains[end.chain].type for end in ends)
        if subject in relation.source and object_ in relation.target:
            return ends
    return None


def affirm(
    relation: RelationType, pattern: Pattern, ends: tuple[Filler, Filler], cue: int, reading: Reading
) -> Iterator[RelationMention]:
    """Yield the relation with its evidence."""
    token = reading.doc[cue]
    yield from join(relation, pattern, ends[:1], ends[1:], token, assess(token, reading.doc), reading)


def find_neighbours(
    mention: Mention, starts: dict[int, list[Filler]], reading: Reading
) -> Iterator[tuple[Filler, int, str]]:
    """Yield the names that one word parts from a name, with that word's place and the name of the construction."""
    doc, end = reading.doc, tokens_of(reading.doc, mention.span).end
    if end + 1 >= len(doc) or doc[end].sent.end <= end + 1:
        return
    word = doc[end]
    if word.lower_ in GENITIVES:
        yield from ((filler, end, "own") for filler in starts.get(end + 1, []))
    elif word.text in CREDITING:
        yield from ((filler, end, "credit") for filler in starts.get(end + 1, []))
    else:
        aside = word.text == ASIDE
        opener = end + 1 if aside else end
        if doc[opener].lower_ == "of" or (aside and doc[opener].lower_ in BELONGING):
            for filler in reading.mentions_after(doc[opener], gap=FARTHEST):
                yield filler, opener, "from"
                break
