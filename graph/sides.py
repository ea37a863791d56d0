"""On which side of a proceeding somebody stands whom the words for it only name beside it."""

from __future__ import annotations

from itertools import pairwise

from graph import syntax
from graph.assertion import assess
from graph.causes import find_causes
from graph.contents import complements
from graph.insolvency import find_debtors, is_named_so
from graph.listing import members_of
from graph.model import Assertion
from graph.reading import Filler, Reading
from graph.tokens import Token
from graph.word_forms import base_form

# The slots of who settles a proceeding that is not said to be his own, and of whose name stands before a wrong.
SETTLING = "subject.settling"
WRONGING = "modifier.wronging"
# A suit whose claims somebody denies, which he has not brought himself.
ANSWERED = "in.answered"
# Who has a suit against somebody: "the union has a pending lawsuit against the rule".
HAVING = "subject.having"
# Whose a bankruptcy is: "Quill Mills filed for bankruptcy".
DEBTOR = "debtor"
# The suit of which a clause behind its verb says what it claims: "sued, alleging that Bo lied".
PLEADED = "pleaded"
# The suit against another in which a lawyer represents somebody: "represented Ada in the suit against Bo".
LODGED = "in.lodged"
# The suit that somebody wants a court to throw out, which is not his own.
RESISTED = "resisted"
# The suit against which a party defends itself: "is defending itself against Ada's suit".
OPPOSED = "against.opposed"
SIDE_SLOTS = frozenset({SETTLING, WRONGING, ANSWERED, HAVING, DEBTOR, PLEADED, LODGED, RESISTED, OPPOSED})
ENDING = frozenset({"dismiss", "reject", "throw", "toss"})
TOLD = syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE
SUING = frozenset({"countersue", "counter-sue", "sue"})
SUITS = frozenset({"action", "case", "claim", "class-action", "countersuit", "lawsuit", "suit"})
FILING = frozenset({"bring", "file", "launch", "lodge", "submit"})
# Wrongs whose victim, or whose plaintiff, may be the one who is named: "the Quill murder trial", "the Quill libel case"
UNSURE = frozenset({"bankruptcy", "child custody", "defamation", "manslaughter", "murder", "wrongful death"})


def fill_side_slot(cue: Token, slot: str, reading: Reading) -> list[Filler]:
    """Return the mentions in one of the SIDE_SLOTS of a cue."""
    fill = {SETTLING: find_settling, WRONGING: find_wronging, ANSWERED: find_answered, HAVING: find_having,
            DEBTOR: find_bankrupt, PLEADED: find_pleaded, LODGED: find_lodged,
            RESISTED: find_resisted, OPPOSED: find_opposed}[slot]  # fmt: skip
    return fill(cue, reading)


def find_bankrupt(noun: Token, reading: Reading) -> list[Filler]:
    """Return whose a bankruptcy is, also by the name before it: "the Quill Mills bankruptcy"."""
    if not is_named_so(noun):
        return []
    return [filler for token in find_debtors(noun) for filler in members_of(reading, token)] or reading.name_before(
        noun
    )


def find_having(verb: Token, reading: Reading) -> list[Filler]:
    """Return who has a suit against something."""
    against = any("against" in syntax.obliques(noun) for noun in syntax.direct_objects(verb))
    return [filler for token in syntax.subjects(verb) for filler in members_of(reading, token)] if against else []


def find_pleaded(clause: Token, reading: Reading) -> list[Filler]:
    """Return the suit that says what a participle behind its verb introduces, where nobody is said to be sued.

    "Ada filed a lawsuit on Monday alleging that Bo stole her song"; not "sued the city, alleging that Bo beat her".
    """
    verb = clause.head
    if clause.tag_ != "VBG" or clause.dep_ not in {"advcl", "xcomp", "acl"} or clause.i < verb.i:
        return []
    form = base_form(verb)
    suits = [verb] if form in SUING else syntax.direct_objects(verb) if form in FILING else []
    opposed = any("against" in syntax.obliques(word) for word in (verb, *suits))
    if opposed or (suits == [verb] and syntax.direct_objects(verb)):
        return []
    if assess(verb, reading.doc).assertion not in {Assertion.ASSERTED, Assertion.ALLEGED}:
        # "they might sue, arguing that Bo lied"
        return []
    return [filler for suit in suits for filler in reading.mentions_at(suit)]


def find_answered(verb: Token, reading: Reading) -> list[Filler]:
    """Return the suit whose claims a verb denies: not "denied the claims in a suit of his own"."""
    inside = [suit for word in (verb, *syntax.direct_objects(verb)) for suit in syntax.obliques(word).get("in", [])]
    known = [suit for suit in inside if any(word.lower_ in {"the", "this"} for word in suit.children)
             or any(word.lower_ == "by" for word in suit.subtree) or is_of_another(suit, verb, reading)]  # fmt: skip
    return [filler for suit in known for filler in reading.fillers(suit)]


def is_of_another(suit: Token, verb: Token, reading: Reading) -> bool:
    """Tell whether a suit belongs to somebody who is not a verb's subject: "denied the claims in Ada's suit"."""
    owners = {filler.chain for owner in syntax.possessors(suit) for filler in members_of(reading, owner)}
    doers = {filler.chain for doer in syntax.subjects(verb) for filler in members_of(reading, doer)}
    return bool(owners) and not owners & doers


def find_lodged(verb: Token, reading: Reading) -> list[Filler]:
    """Return the suit against another in which somebody is represented; "in her trial" is none."""
    holders = [verb, *syntax.direct_objects(verb)]
    inside = [suit for holder in holders for suit in syntax.obliques(holder).get("in", [])]
    suits = [suit for suit in inside if base_form(suit) in SUITS and suit.i + 1 < suit.sent.end]
    lodged = [suit for suit in suits if suit.nbor().lower_ == "against" or "against" in syntax.obliques(suit)]
    return [filler for suit in lodged for filler in reading.fillers(suit)]


def find_settling(verb: Token, reading: Reading) -> list[Filler]:
    """Return who settles a suit that is neither his own nor against another: "agreed to pay $3 to settle a suit".

    Of "Bo settled Ada's suit" that is Bo.
    """
    suits = syntax.direct_objects(verb)
    if any("against" in syntax.obliques(noun) for noun in suits):
        return []
    sides = syntax.subjects(verb)
    if owners := [owner for noun in suits for owner in syntax.possessors(noun)]:
        suing = {filler.chain for owner in owners for filler in members_of(reading, owner)}
        settling = [filler for token in sides for filler in members_of(reading, token)]
        return [] if not suing or any(filler.chain in suing for filler in settling) else settling
    # "settled 22 lawsuits over the spill", of others
    brought = any(
        {"by", "from"} & syntax.obliques(noun).keys() or syntax.children(noun, TOLD | {"nummod"}) for noun in suits
    )
    if len(sides) > 1 and not brought and not syntax.children(verb, {"mark"}):
        # "Quill Oil and the mill settled a lawsuit" with one another; they may pay to settle one of somebody else
        return []
    return [filler for token in sides for filler in members_of(reading, token)]


def find_resisted(cue: Token, reading: Reading) -> list[Filler]:
    """Return the suit that somebody wants a court to throw out: "asked a judge to dismiss the suit", not "her suit".

    The cue is the verb, or the noun of "a motion to dismiss the suit".
    """
    ending = [*complements(cue), *syntax.children(cue, {"acl", "advcl"})]
    asked = [clause for clause in ending if clause.tag_ == "VB" and base_form(clause) in ENDING]
    suits = [noun for clause in asked for noun in syntax.direct_objects(clause) if base_form(noun) in SUITS]
    if not suits:
        return []
    verb = cue if syntax.is_predicate(cue) else syntax.governing_verb(cue)
    subjects = [*(syntax.subjects(verb) if verb is not None else []), *syntax.possessors(cue)]
    askers = [asker for subject in subjects for asker in (subject, *find_represented(subject))]
    asking = {filler.chain for asker in askers for filler in members_of(reading, asker)}
    owners = {filler.chain for noun in suits for owner in syntax.possessors(noun) for filler in reading.fillers(owner)}
    return [] if owners & asking else [filler for noun in suits for filler in reading.fillers(noun)]


def find_opposed(verb: Token, reading: Reading) -> list[Filler]:
    """Return the suit against which a party defends itself: not "defended Bo against the suit"."""
    if not any(noun.lower_.endswith(("self", "selves")) for noun in syntax.children(verb, syntax.OBJECT)):
        return []
    return [filler for suit in syntax.obliques(verb).get("against", []) for filler in reading.fillers(suit)]


def find_represented(lawyers: Token) -> list[Token]:
    """Return whose lawyers somebody is: "Ada's lawyers", "lawyers for Ada"."""
    return [*syntax.possessors(lawyers), *syntax.obliques(lawyers).get("for", [])]


def find_wronging(noun: Token, reading: Reading) -> list[Filler]:
    """Return whose name stands before a wrong and the noun for its proceeding: "the Quill Group fraud lawsuit"."""
    named = reading.name_before(noun)
    end = max((filler.mention.span.end for filler in named), default=noun.idx)
    between = reading.document.text[end : noun.idx]
    if any(mark in between for mark in "'’(,") or "against" in syntax.obliques(noun):
        return []
    causes = find_causes(between)
    # nothing but the wrong stands between: "Quill's second fraud case" and "the Quill family's" are others
    whole = "".join(between[span.start : span.end] for span, _ in causes).split()
    apart = any(between[a.end : b.start].strip() not in {"", "and", "-"} for (a, _), (b, _) in pairwise(causes))
    if not causes or apart or {name for _, name in causes} & UNSURE or len(whole) < len(between.split()) - 1:
        return []
    return named
