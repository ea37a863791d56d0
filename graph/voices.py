"""Who stands behind words: the client of a spokesman without a name, the writer of a letter."""

from __future__ import annotations

from collections.abc import Sequence

from graph import syntax
from graph.model import EntityType, MentionKind
from graph.quotations import spoken_quotations
from graph.reading import Filler, Reading
from graph.tokens import Token
from graph.word_forms import base_form, is_plural

WRITINGS = frozenset(
    (
        "ad advert appeal article blog brief book column document dossier editorial email essay filing interview "
        "letter memo message motion note post release report review speech statement story submission text tweet video"
    ).split()
)
# "a Mill Agency report" is the agency's, "a Bo Dunn book" is not Bo's
SIGNED = frozenset({"ad", "advert", "brief", "filing", "letter", "memo", "motion", "report", "statement", "tweet"})
# how many sentences back "they" can go, as long as those before have the same subject
FOLLOWED = 3
WRITING = frozenset(
    "air author compile deliver draft file issue pen post publish release run send sign submit write give".split()
)
TELLING = frozenset(
    (
        "add admit announce argue claim confirm explain insist mention note reply respond reveal say state tell write"
    ).split()
)
WITHIN = frozenset({"during", "in"})
NEAR = 6
# so near to a quotation whoever speaks it is named in its frame
FRAMING = 12
SPEAKERS_FOR = frozenset(
    (
        "attorney barrister counsel firm lawyer rep representative solicitor spokesman spokesperson spokeswoman team"
    ).split()
)


def find_voices(speaker: Token, reading: Reading) -> list[Filler]:
    """Return who speaks, or for whom somebody without a name does: "a spokesman for Ada said"."""
    own = reading.fillers(speaker)
    if any(reading.chains[filler.chain].names for filler in own):
        return own
    return find_clients(speaker, reading, SPEAKERS_FOR) or own


def is_misheard(speaker: Token, word: Token, reading: Reading) -> bool:
    """Tell whether a quotation around a word names the person who is taken for its speaker: that one would say "I".

    Only what a pronoun or the sentences before tell of the speaker can be wrong so: "“Bo Dunn lies,” he said".
    """
    quotation = spoken_quotations(word.doc).get(word.i)
    if quotation is None or quotation.speaker != speaker:
        return False
    beside = quotation.end <= speaker.i < quotation.end + FRAMING or 0 < quotation.start - speaker.i < FRAMING
    if beside and speaker.pos_ == "PROPN":
        return False
    people = {filler.chain for filler in reading.fillers(speaker)
              if reading.chains[filler.chain].type is EntityType.PERSON}  # fmt: skip
    named = (filler for place in range(quotation.start, quotation.end) for filler in reading.mentions_in(place))
    return any(filler.chain in people and filler.mention.kind is MentionKind.NAMED for filler in named)


def find_writers(text: Token, reading: Reading) -> list[Filler]:
    """Return whose a piece of writing is: "his review", "a dossier written by Ada Quill", "Ada issued a statement"."""
    if text.lower_ == "one":
        # "one of her reviews"
        text = next(iter(syntax.obliques(text).get("of", [])), text)
    if base_form(text) not in WRITINGS:
        return []
    parts = syntax.children(text, syntax.PARTICIPLE)
    parts += [more for part in parts for more in syntax.children(part, {"conj"})]
    written = [part for part in parts if base_form(part) in WRITING]
    obliques = syntax.obliques(text)
    owners = syntax.possessors(text) or obliques.get("from", []) or obliques.get("by", [])
    owners = owners or [author for part in written for author in syntax.agents(part)]
    # "a letter that Ada wrote said …"
    told = [part for part in syntax.children(text, syntax.RELATIVE_CLAUSE) if base_form(part) in WRITING]
    owners = owners or [
        author for part in told if text in syntax.direct_objects(part) for author in syntax.subjects(part)
    ]
    verb = text.head
    if not owners and base_form(verb) in WRITING and text in syntax.direct_objects(verb):
        owners = syntax.subjects(verb)
    # "said in a statement that praised Bo"
    owners = owners or find_tellers(text)
    named = reading.name_before(text) if not owners and base_form(text) in SIGNED else []
    return [filler for owner in owners for filler in find_voices(owner, reading)] or named


def find_tellers(text: Token) -> Sequence[Token]:
    """Return who says what he says "in a statement", whatever the tree hangs that on: "said Ada, a cook, in a …"."""
    first, sentence = text.left_edge.i, text.sent
    opener = next(
        (word for word in text.doc[max(sentence.start, text.i - NEAR) : text.i] if word.lower_ in WITHIN), None
    )
    if opener is None or not first <= opener.i + 1:
        return []
    for word in reversed(text.doc[sentence.start : opener.i]):
        if word.pos_ in {"VERB", "AUX"}:
            return syntax.subjects(word) if base_form(word) in TELLING else []
    return []


def find_outlets_of(name: Token, reading: Reading) -> list[Filler]:
    """Return the outlet that stands before a person's name: "Harbor News host Ada Quill", "CBS's Ada Quill"."""
    if name.pos_ != "PROPN" and not reading.name_after(name):
        return []
    owners = [token for token in syntax.children(name, syntax.POSSESSOR) if token.i < name.i]
    before = [filler for owner in owners for filler in reading.fillers(owner)] or reading.name_before(name)
    return [filler for filler in before if reading.chains[filler.chain].type is EntityType.MEDIA_OUTLET]


def find_clients(agent: Token, reading: Reading, roles: frozenset[str]) -> list[Filler]:
    """Return for whom a lawyer or a spokesman acts, by the noun or its apposition: "Quill's attorneys"."""
    found = []
    if agent.lower_ == "they":
        agent = find_lawyers_before(agent, roles)
    for noun in [agent, *syntax.children(agent, syntax.APPOSITION | syntax.COMPOUND)]:
        if base_form(noun) in roles:
            acting = [noun, *syntax.children(noun, syntax.PARTICIPLE)]
            clients = syntax.possessors(noun)
            clients += [client for token in acting for client in syntax.obliques(token).get("for", [])]
            clients += [client for token in acting[1:] if base_form(token) == "represent"
                        for client in syntax.direct_objects(token)]  # fmt: skip
            found += [filler for token in clients for filler in reading.fillers(token)]
    return found


def find_lawyers_before(they: Token, roles: frozenset[str]) -> Token:
    """Return the lawyers whom "they" goes on with: "Lawyers for Ada sued Bo. They argue that he lied"; else "they"."""
    start = they.sent.start
    for _ in range(FOLLOWED):
        if start == 0:
            break
        before = they.doc[start - 1].sent
        spoke = syntax.surface_subjects(before.root)
        if not any(noun.lower_ == "they" for noun in spoke):
            return next((noun for noun in spoke if is_plural(noun) and base_form(noun) in roles), they)
        start = before.start
    return they
