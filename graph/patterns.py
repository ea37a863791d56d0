"""Which declared patterns fit a frame, and which of their slots are filled by legal things."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from graph import syntax
from graph.blame import BLAMED, UNDONE
from graph.blameless import is_harmless
from graph.frames import Frame
from graph.memory import once_per_token
from graph.modality import judge_clause
from graph.model import Assertion, EntityType
from graph.reading import Filler
from graph.schema import Pattern
from graph.slots import read_slots
from graph.tokens import Token
from graph.word_forms import base_form

# rules for what the plaintiff's side says that the defendant's did, and anybody of anybody
STRICT = frozenset({"any", "back", "bringing"})
# "has a history of lying"
HABITS = frozenset({"habit", "history", "pattern", "practice", "record"})


def matches(pattern: Pattern, frame: Frame) -> bool:
    """Tell whether a pattern's filters fit a frame whose cue is one of its lemmas."""
    verbal = frame.is_verb
    if verbal and frame.cue.dep_ in syntax.COMPOUND and BLAMED in pattern.target:
        # "a misleading claim": what stands as an adjective blames as one
        verbal = False
    if (pattern.kind == "verb") != verbal:
        return False
    if pattern.object_noun and not any(base_form(token) in pattern.object_noun for token in frame.objects):
        return False
    if pattern.particle or pattern.no_particle:
        particles = {token.lower_ for token in syntax.children(frame.cue, syntax.PARTICLE)}
        if particles & pattern.no_particle or (pattern.particle and not particles & pattern.particle):
            return False
    if pattern.clause_mark and not any(
        mark.lower_ in pattern.clause_mark
        for clause in frame.clauses
        for mark in syntax.children(clause, {"mark", "case"})
    ):
        return False
    if pattern.adjunct_verb and not any(
        child.lemma_.lower() in pattern.adjunct_verb
        for child in syntax.children(frame.cue, {"advcl"})
        if child.i > frame.cue.i
    ):
        return False
    if pattern.adjective and not any(
        child.lemma_.lower() in pattern.adjective for child in syntax.children(frame.cue, {"amod", "compound"})
    ):
        return False
    if pattern.governor:
        # "sued over its handling": of a noun, its own preposition and the verb that it hangs on count
        fits = frame.governor is not None and base_form(frame.governor) in pattern.governor
        return fits and (not pattern.preposition or syntax.case_of(frame.cue) in pattern.preposition)
    if pattern.preposition and not any(
        mark.lower_ in pattern.preposition
        for child in frame.cue.children
        for mark in syntax.children(child, {"mark", "case"})
    ):
        return False
    if not pattern.clause_verb and (not pattern.opponents or not frame.clauses):
        return True
    return bool(list_content(pattern, frame))


def list_content(pattern: Pattern, frame: Frame) -> list[Token]:
    """Return what `find_content` finds, found once for each pattern and frame."""
    found = frame.contents.get(id(pattern))
    if found is None:
        found = frame.contents[id(pattern)] = find_content(pattern, frame)
    return found


def find_content(pattern: Pattern, frame: Frame) -> list[Token]:
    """Return the content clauses of a frame that say what a pattern asks for."""
    if pattern.opponents and not pattern.clause_verb:
        return [clause for clause in frame.clauses if is_grievance(clause, strict=pattern.opponents in STRICT)]
    content = [clause for clause in frame.clauses if not pattern.clause_verb.isdisjoint(list_words(clause))]
    return [clause for clause in content if is_held_done(clause) and not is_harmless(clause)]


def is_grievance(clause: Token, *, strict: bool) -> bool:
    """Tell whether what one side says of the other can be a complaint: not "suggested that she rest".

    A plain "says" complains only of what was done: not of what "is good", "must obey" or "bars nobody".
    """
    helped = {helper.lower_ for helper in syntax.children(clause, {"aux", "aux:pass", "mark"})}
    wished = clause.tag_ == "VB" and not helped - {"that"}
    if not strict or wished:
        return not wished
    done = clause.tag_ in {"VBD", "VBN", "VBG"} or bool(helped & {"did", "had"})
    return done and judge_clause(clause).assertion is not Assertion.HYPOTHETICAL


def is_held_done(clause: Token) -> bool:
    """Tell whether a clause says that something took place: not "did not lie", "could lie", "whether he lied"."""
    stance = judge_clause(clause)
    # "had tried to steal it": what somebody set about counts
    heads = [clause, clause.head] if clause.dep_ == "conj" else [clause]
    tried = any(child.lower_ == "to" for head in heads for child in syntax.children(head, {"mark"}))
    return stance.assertion not in UNDONE or (tried and stance.assertion is Assertion.HYPOTHETICAL)


@once_per_token
def list_words(clause: Token) -> AbstractSet[str]:
    """Return the words that say what a content clause states: its head, of a noun also what describes it.

    Of "has a history of abusing women" it is what is done time and again.
    """
    described = [clause, *syntax.children(clause, {"amod"})] if clause.pos_ == "NOUN" else [clause]
    habits = [noun for noun in syntax.children(clause, syntax.OBJECT) if base_form(noun) in HABITS]
    described += [deed for noun in habits for deed in syntax.children(noun, syntax.PARTICIPLE)]
    # "within striking distance" strikes nobody
    bare = [word for word in described if word.dep_ != "amod" or word.tag_ != "VBG"]
    return {word.lower_ for word in described} | {word.lemma_.lower() for word in bare}


def first_filled(
    frame: Frame, slots: tuple[str, ...], types: frozenset[EntityType], *, named: bool = False
) -> tuple[str, list[Filler]]:
    """Return the first slot that has fillers of legal type, with them; "modifier:Person" narrows a slot's types.

    `named` says that a slot with a name goes before one without: "an attorney for Ada".
    """
    nameless: tuple[str, list[Filler]] = ("", [])
    chains = frame.reading.chains
    for slot, legal in read_slots(slots, types):
        found = frame.fillers(slot)
        if found:
            found = [filler for filler in found if chains[filler.chain].type in legal]
        if found and (not named or any(chains[filler.chain].is_named for filler in found)):
            return slot, found
        nameless = nameless if nameless[1] else (slot, found)
    return nameless
