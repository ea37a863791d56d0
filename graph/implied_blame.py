"""Whom a complaint is about where it blames nobody by name: "The suit says that she was fired for her age"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from graph import syntax
from graph.accusers import stand_for
from graph.blame import describes_people
from graph.listing import describes_body, members_of
from graph.model import EntityType
from graph.reading import Filler, Reading
from graph.tokens import Token
from graph.word_forms import base_form, is_plural

# The slot of whoever answers the complaint that somebody makes.
RESPONDENT = "respondent"
# That of the body whose people do what a clause says: "managers at Harbor Gas lied".
STAFF = "clause.staff"
# That of whom somebody wrongs by what a pleading says that names no plaintiff: "A suit alleges that Bo groped Ada".
VICTIM = "victim"
# That of whoever does to the one who speaks what a verb says.
ASSAILANT = "assailant"
IMPLIED_SLOTS = frozenset({RESPONDENT, STAFF, VICTIM})
BODIES = frozenset({EntityType.MEDIA_OUTLET, EntityType.ORGANIZATION})
SERVING = ("at", "of", "in", "for", "from")
PERSONAL = frozenset(
    (
        "abuse assault attack batter beat choke defame drug exploit fondle grope harass kidnap molest rape stalk "
        "strangle"
    ).split()
)
POINTING = frozenset({"both", "latter", "former", "pair", "these", "those", "two"})
# what one does oneself when one is wronged: "she lost her home"
ENDURING = frozenset({"endure", "incur", "lose", "suffer"})


def fill_implied_slot(
    slot: str,
    cue: Token,
    clauses: Sequence[Token],
    said_by: Sequence[Filler],
    sides: tuple[Mapping[int, Sequence[Filler]], Mapping[int, Sequence[Filler]]],
    reading: Reading,
) -> list[Filler]:
    """Return the mentions in a slot of which the clauses that a cue introduces tell, and who says them."""
    if slot == STAFF:
        return find_staffed(clauses, reading)
    if slot == RESPONDENT:
        return find_respondents(cue, clauses, said_by, sides, reading)
    pleading = all(reading.chains[filler.chain].type is EntityType.LAWSUIT for filler in said_by)
    unsigned = said_by and pleading and not any(sides[0].get(filler.chain) for filler in said_by)
    return find_victims(clauses, reading) if unsigned else []


def find_respondents(
    cue: Token,
    clauses: Sequence[Token],
    said_by: Sequence[Filler],
    sides: tuple[Mapping[int, Sequence[Filler]], Mapping[int, Sequence[Filler]]],
    reading: Reading,
) -> list[Filler]:
    """Return the defendants of the proceeding in which a plaintiff complains of what nobody named has done.

    `said_by` is the pleading that says so, or its plaintiffs; `sides` are all plaintiffs and defendants by proceeding.
    """
    plaintiffs, defendants = sides
    said = {filler.chain for filler in said_by}
    complaining = {party.chain for suit in said & plaintiffs.keys() for party in plaintiffs[suit]} or said
    own = [suit for suit, parties in plaintiffs.items() if complaining & {party.chain for party in parties}]
    complaining = {party.chain for suit in own for party in plaintiffs[suit]}
    answering = {suit: [party for party in defendants.get(suit, []) if party.chain not in complaining] for suit in own}
    # what is pleaded is pleaded against those whom that suit names, if any
    answering = {suit: answering[suit] for suit in own if suit in said and answering[suit]} or answering
    suits = [suit for suit, parties in answering.items() if parties]
    pleaded = any(chain in plaintiffs for chain in said)
    if not suits or not any(is_suffered(clause, complaining, reading, pleaded=pleaded) for clause in clauses):
        return []
    # of several suits of one plaintiff it is the last that the text has begun to speak of
    suit = max(suits, key=lambda suit: _start_of(suit, cue, reading))
    return [stand_for(party, cue) for party in {party.chain: party for party in answering[suit]}.values()]


def _start_of(suit: int, cue: Token, reading: Reading) -> tuple[bool, int]:
    start = reading.chains[suit].mentions[0].head.start
    return start < cue.idx, start


def is_suffered(clause: Token, complaining: Collection[int], reading: Reading, *, pleaded: bool) -> bool:
    """Tell whether a clause says what befell those who complain, or what somebody without a name did.

    Outside a pleading it must speak of them: "Ada says that a worker was fired" is no complaint of hers.
    """
    if any(_names_other(token, complaining, reading) for token in syntax.subjects(clause)):
        return False
    told = syntax.surface_subjects(clause)
    own = any(filler.chain in complaining for token in told for filler in reading.fillers(token))
    if syntax.is_passive(clause):
        # "the rights of its members were ignored"
        owned = any(filler.chain in complaining for token in told for part in token.subtree
                    for filler in reading.fillers(part))  # fmt: skip
        return owned or (pleaded and not any(_names_other(token, complaining, reading) for token in told))
    if own:
        return base_form(clause) in ENDURING
    # "both men lied" speaks of people named before
    known = any(child.lower_ in POINTING for token in told for child in token.children)
    if not told or known or not all(describes_people(token) or describes_body(token) for token in told):
        # "the rules violate the law" blames no respondent
        return False
    inside = (filler.chain for token in clause.subtree for filler in reading.fillers(token))
    return pleaded or any(chain in complaining for chain in inside)


def _names_other(token: Token, complaining: Collection[int], reading: Reading) -> bool:
    """Tell whether a token stands for a party that the text names, and for none of those who complain."""
    own = [filler.chain for filler in reading.fillers(token) if reading.chains[filler.chain].is_named]
    parties = [chain for chain in own if reading.chains[chain].type is not EntityType.LAWSUIT]
    return any(chain not in complaining for chain in parties)


def find_staffed(clauses: Sequence[Token], reading: Reading) -> list[Filler]:
    """Return the body whose people do what a clause says: "managers at Harbor Gas lied", "Harbor Gas executives"."""
    found = []
    for noun in (token for clause in clauses for token in syntax.subjects(clause)):
        if noun.pos_ != "NOUN" or not is_plural(noun) or not describes_people(noun) or members_of(reading, noun):
            continue
        obliques = syntax.obliques(noun)
        above = [body for prep in SERVING for body in obliques.get(prep, [])] or syntax.possessors(noun)
        serving = [filler for token in above for filler in reading.fillers(token)] or reading.name_before(noun)
        found += [filler for filler in serving if reading.chains[filler.chain].type in BODIES]
    return found


def find_victims(clauses: Sequence[Token], reading: Reading) -> list[Filler]:
    """Return the people whom somebody wrongs in person by what a clause says: "that Bo groped Ada"."""
    told = (token for clause in clauses if base_form(clause) in PERSONAL for token in syntax.direct_objects(clause))
    return [filler for token in told for filler in reading.fillers(token) if reading.chains[filler.chain].is_named]


def find_assailants(clauses: Sequence[Token], said_by: Sequence[Filler], reading: Reading) -> list[Filler]:
    """Return who does what a clause says to the one who says it: "Ada said that Bo pinned her down"."""
    said = {filler.chain for filler in said_by}
    return [
        filler
        for clause in clauses
        if any(item.chain in said for token in syntax.direct_objects(clause) for item in reading.fillers(token))
        for token in syntax.subjects(clause)
        for filler in members_of(reading, token)
        if filler.chain not in said
    ]
