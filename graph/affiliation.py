"""Who belongs to which body, where no word says how: "Harbor News' Ada Quill", "Bo Dunn, of Dunn & Partners".

And what body is whose: "Bo Dunn's Harbor Gas", "the firm and its Harbor Gas".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from graph.assertion import assess
from graph.descriptions import load_descriptions
from graph.evidence import join
from graph.genitives import POSSESSIVE_PRONOUNS
from graph.listing import describes_body, mentions_after
from graph.membership import PARTS as PARTS_OF_BODIES
from graph.model import EntityType, MentionKind, RelationMention
from graph.name_types import OUTLET_FORM
from graph.reading import Filler, Reading
from graph.schema import Pattern, RelationType
from graph.spans import sentence_bounds, tokens_of
from graph.syntax import COMPOUND, GENITIVES
from graph.tokens import Token
from graph.word_forms import HYPHENS, base_form

# How the word between two names ties them: the name before it, and the name after it.
BELONGING = frozenset({"of", "from", "at", "with"})
CREDITING = frozenset({"/"})
ASIDE = ","
DASHES = frozenset({"—", "–", "--"})
LONGEST_CREDIT = 15
ONCE = frozenset({"currently", "formerly", "late", "now", "originally", "previously"})
PLACING = frozenset({"at", "from", "with"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
# A body with such a word in its name is nobody's own: "Ada Quill's Justice Department"
PUBLIC = frozenset(
    (
        "administration agency army association authority board bureau cabinet campaign center centre church "
        "commission committee congress council department family government house index institute league ministry "
        "navy office parliament party police program programme project report secretariat senate service show survey "
        "task team university"
    ).split()
)
# "his Harbor Rovers team": one plays in it, or coaches it
SQUADS = frozenset({"band", "crew", "side", "squad", "staff", "team"})
# "the party-controlled Senate": a majority owns no chamber
CHAMBER = re.compile(r"(?:.*\b)?(?:Assembly|Congress|Legislature|Parliament|Senate)|House(?: of \w+)?")
PARTS = frozenset({"blog", "newsletter", "podcast", "program", "programme"})
WRITING = "wrote"
WRITINGS = frozenset("album autobiography ballad book memoir novel poem single song track tune".split())
# "of the firm Dunn & Partners", "of New York-based Dunn & Partners"
FARTHEST = 4
# The slots of a pattern: the name that stands first, and the other.
SLOTS = ("first", "second")


class Neighbours(NamedTuple):
    """Two names that one word parts, with that word's place and the name of the construction."""

    first: Filler
    second: Filler
    cue: int
    construction: str


def list_neighbours(reading: Reading) -> list[Neighbours]:
    """Return the names that stand side by side, for all relations."""
    named = [
        Filler(number, mention)
        for number, chain in enumerate(reading.chains)
        for mention in chain.mentions
        if mention.kind is MentionKind.NAMED
    ]
    starts: dict[int, list[Filler]] = {}
    for filler in named:
        starts.setdefault(tokens_of(reading.doc, filler.mention.span).start, []).append(filler)
    owners = [
        Filler(number, mention)
        for number, chain in enumerate(reading.chains)
        for mention in chain.mentions
        if mention.kind is MentionKind.PRONOMINAL and mention.text.lower() in POSSESSIVE_PRONOUNS and chain.names
    ]
    return [
        Neighbours(first, *found) for first in (*named, *owners) for found in find_neighbours(first, starts, reading)
    ]


def find_affiliations(
    relation: RelationType, neighbours: Sequence[Neighbours], reading: Reading
) -> Iterator[RelationMention]:
    """Yield who belongs to which body by the order of their names alone, for each pattern of kind "affiliation"."""
    own = [pattern for pattern in relation.patterns if pattern.kind == "affiliation"]
    patterns = {pattern.rule.partition("/")[2]: pattern for pattern in own}
    for first, second, cue, name in neighbours if patterns else ():
        pattern = patterns.get(name)
        if pattern and (ends := choose_ends(relation, pattern, (first, second), reading)):
            yield from affirm(relation, pattern, ends, cue, reading)


def choose_ends(
    relation: RelationType, pattern: Pattern, names: tuple[Filler, Filler], reading: Reading
) -> tuple[Filler, Filler] | None:
    """Return the two names as subject and object, by the first of the pattern's pairs of slots that the types fit."""
    slots = dict(zip(SLOTS, names, strict=True))
    for written, target in zip(pattern.source, pattern.target, strict=True):
        source, _, wanted = written.partition(":")
        ends = slots[source], slots[target]
        subject, object_ = (reading.chains[end.chain].type for end in ends)
        if relation.name == WRITING and not is_written(ends[1], reading):
            continue
        if subject in relation.source and object_ in relation.target and wanted in {"", subject}:
            return ends
    return None


def is_written(work: Filler, reading: Reading) -> bool:
    """Tell whether a text calls a work a book or a song: "the song", "the novel Silent River"."""
    for mention in reading.chains[work.chain].mentions:
        span = tokens_of(reading.doc, mention.span)
        if mention.kind is MentionKind.NAMED:
            # "the novel “Silent River”"
            before = reading.doc[max(0, span.start - 2) : span.start]
            words = [word for word in before if not word.is_quote][-1:]
        else:
            words = [reading.doc[reading.token_at[mention.head.start]]]
        if any(base_form(word) in WRITINGS for word in words):
            return True
    return False


def affirm(
    relation: RelationType, pattern: Pattern, ends: tuple[Filler, Filler], cue: int, reading: Reading
) -> Iterator[RelationMention]:
    """Yield the relation with its evidence."""
    token = reading.doc[cue]
    yield from join(relation, pattern, ends[:1], ends[1:], token, assess(token, reading.doc), reading)


def find_neighbours(
    first: Filler, starts: dict[int, list[Filler]], reading: Reading
) -> Iterator[tuple[Filler, int, str]]:
    """Yield the names that one word parts from a name, with that word's place and the name of the construction."""
    doc, end = reading.doc, tokens_of(reading.doc, first.mention.span).end
    if end + 1 >= len(doc) or sentence_bounds(doc)[end][1] <= end + 1:
        return
    word = doc[end]
    if first.mention.kind is not MentionKind.NAMED:
        yield from ((filler, end - 1, "its") for filler in starts.get(end, []) if is_own(filler, first, reading))
    elif word.lower_ in GENITIVES:
        # "CBS's “Silent River”"
        opened = end + 2 < len(doc) and doc[end + 1].is_quote
        named = starts.get(end + 1 + opened, [])
        works = [own for own in named if reading.chains[own.chain].type is EntityType.WORK]
        yield from ((filler, end, "own") for filler in (works if opened else named))
        yield from ((filler, end, "body") for filler in starts.get(end + 1, []) if is_own(filler, first, reading))
    elif word.text in CREDITING:
        # "the Quill/Dunn campaign" is no credit
        credited = starts.get(end + 1, [])
        yield from ((own, end, "credit") for own in credited if not own.mention.text.lower().endswith("campaign"))
    elif word.lower_ in PLACING:
        # "Ada Quill at Harbor News writes"
        behind = starts.get(end + 1) or (starts.get(end + 2, []) if doc[end + 1].lower_ == "the" else [])
        for filler in behind:
            after = find_word_behind(filler, reading)
            told = after is not None and after.pos_ == "VERB" and (word.lower_ == "at" or after.tag_ in FINITE)
            if after is not None and told and doc[end - 1].sent == after.sent:
                yield filler, end, "from"
    else:
        yield from ((outlet, end, "told") for outlet in find_credited(first, starts, reading))
        aside = word.text == ASIDE
        opener = end + 1 if aside else end
        if aside and doc[opener].lower_ in ONCE and opener + 1 < len(doc):
            opener += 1
        if doc[opener].lower_ == "of" or (aside and doc[opener].lower_ in BELONGING):
            wholes = list(find_whole_behind(doc[opener], starts, reading))
            near = doc[opener + 1 : min(opener + 2 + FARTHEST, doc[opener].sent.end)]
            based = next((token for token in near if token.lower_ == "based" and token.nbor(-1).text in HYPHENS), None)
            named = wholes or mentions_after(reading, based or doc[opener], gap=FARTHEST)
            yield from ((filler, opener, "from") for filler in named[:1])


def find_credited(first: Filler, starts: dict[int, list[Filler]], reading: Reading) -> Iterator[Filler]:
    """Yield the outlet that ends the line under a quotation: "— Ada Quill, a cook, to Harbor News"."""
    doc, name = reading.doc, tokens_of(reading.doc, first.mention.span)
    if not name.start or doc[name.start - 1].text not in DASHES:
        return
    for at in range(name.end, min(name.end + LONGEST_CREDIT, len(doc))):
        for outlet in starts.get(at, []) if doc[at - 1].lower_ == "to" else ():
            behind = find_word_behind(outlet, reading)
            if behind is None or behind.is_space:
                yield outlet
        if doc[at].is_space or doc[at].pos_ in {"VERB", "AUX"}:
            return


def find_whole_behind(opener: Token, starts: dict[int, list[Filler]], reading: Reading) -> Iterator[Filler]:
    """Yield the body whose part is named behind "of" or "with": "Bo Dunn of the Mill Agency's regional office"."""
    article = opener.i + 1 < opener.sent.end and opener.nbor().lower_ == "the"
    for filler in starts.get(opener.i + 1) or (starts.get(opener.i + 2, []) if article else []):
        end = tokens_of(reading.doc, filler.mention.span).end
        if end >= opener.sent.end or reading.doc[end].lower_ not in GENITIVES:
            continue
        phrase = takewhile(lambda word: word.pos_ in {"ADJ", "NOUN", "PROPN"}, reading.doc[end + 1 : opener.sent.end])
        if base_form((list(phrase) or [opener])[-1]) in PARTS_OF_BODIES:
            yield filler


def is_own(body: Filler, owner: Filler, reading: Reading) -> bool:
    """Tell whether what a genitive stands before is a body that belongs to it.

    Whatever bears its owner's name does, "his Dunn University"; so does an outlet's programme. Of other people it takes
    a pronoun, for "Ada Quill's Rovers" is a team that she plays for; and no public body has an owner, or is one.
    """
    if not is_whole(body, reading):
        return False
    words = set(body.mention.text.lower().split())
    chain = reading.chains[owner.chain]
    if chain.type is EntityType.PERSON:
        outlet = reading.chains[body.chain].type is EntityType.MEDIA_OUTLET
        following = find_word_behind(body, reading)
        if following is not None and (
            following.lower_ in SQUADS or (outlet and names_part(following, body.mention.text))
        ):
            return False
        bears = any(name.lower().split()[-1] in words for name in chain.names)
        return bears or (owner.mention.kind is not MentionKind.NAMED and is_private(body.mention.text))
    # an acronym is a public body more often than a company: "the FBI's Crime Desk"
    return chain.type is EntityType.MEDIA_OUTLET or (is_private(chain.label) and is_private(body.mention.text))


def find_word_behind(name: Filler, reading: Reading) -> Token | None:
    """Return the word behind a name; None where the text ends with the name."""
    end = tokens_of(reading.doc, name.mention.span).end
    return reading.doc[end] if end < len(reading.doc) else None


def names_part(following: Token, body: str) -> bool:
    """Tell whether the word behind a body's name is for something in it: "her Harbor News programme", "… column"."""
    known = load_descriptions().get(following.lower_)
    printed = known is not None and known.type is EntityType.WORK
    return printed or (following.lower_ in PARTS and bool(OUTLET_FORM.search(body)))


def is_chamber(name: str) -> bool:
    """Tell whether a name is that of a house of a parliament."""
    return CHAMBER.fullmatch(name) is not None


def is_private(name: str) -> bool:
    """Tell whether a name is not that of a public body, by its words or as an acronym."""
    return PUBLIC.isdisjoint(name.lower().split()) and not name.isupper()


def is_whole(body: Filler, reading: Reading) -> bool:
    """Tell whether a name is its whole phrase: "his Harbor Gas", not "his Harbor Gas shares"."""
    doc, end = reading.doc, tokens_of(reading.doc, body.mention.span).end
    after = doc[end] if end < len(doc) else None
    return (
        after is not None
        and after.lower_ not in {*GENITIVES, "-"}
        and (not modifies_on(after) or (after.pos_ != "VERB" and describes_body(after)))
    )


def modifies_on(word: Token) -> bool:
    """Tell whether a word goes on with the phrase of the name before it: "his Harbor Gas shares", "… trading desk"."""
    return word.pos_ in {"NOUN", "PROPN", "ADJ"} or word.dep_ in COMPOUND
