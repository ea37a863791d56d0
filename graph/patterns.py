"""Which declared patterns fit a frame, and which of their slots are filled by legal things."""

from __future__ import annotations

from collections.abc import Sequence

from graph import syntax
from graph.frames import Frame
from graph.modality import judge_clause
from graph.model import Assertion, EntityType
from graph.reading import Filler
from graph.schema import Pattern


def matches(pattern: Pattern, frame: Frame) -> bool:
    """Tell whether a pattern's filters fit a frame whose cue is one of its lemmas."""
    if (pattern.kind == "verb") != frame.is_verb:
        return False
    if pattern.object_noun and not any(syntax.base_form(token) in pattern.object_noun for token in frame.objects):
        return False
    if pattern.particle:
        particles = {token.lower_ for token in syntax.children(frame.cue, syntax.PARTICLE)}
        if not particles & pattern.particle:
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
    if pattern.preposition and not any(
        mark.lower_ in pattern.preposition
        for child in frame.cue.children
        for mark in syntax.children(child, {"mark", "case"})
    ):
        return False
    if not pattern.clause_verb:
        return True
    content = [clause for clause in frame.clauses if clause.lemma_.lower() in pattern.clause_verb]
    return any(judge_clause(clause).assertion is not Assertion.NEGATED for clause in content)


def first_filled(frame: Frame, slots: Sequence[str], types: frozenset[EntityType]) -> tuple[str, list[Filler]]:
    """Return the first slot that has fillers of legal type, with them; "modifier:Person" narrows a slot's types."""
    for named in slots:
        slot, _, wanted = named.partition(":")
        legal = types & {EntityType(wanted)} if wanted else types
        found = [filler for filler in frame.fillers(slot) if frame.reading.chains[filler.chain].type in legal]
        if found:
            return slot, found
    return "", []
