"""A cue with the words that the tree, or their order, has in the slots of the pattern language."""

from __future__ import annotations

from collections.abc import Sequence

from graph import accusers, syntax
from graph.appositions import find_behind_name
from graph.assertion import assess
from graph.cue import Cue
from graph.membership import find_joined_title, find_opening, find_source
from graph.reading import Reading
from graph.sides import FILING
from graph.slots import is_clausal
from graph.tokens import Token
from graph.voices import find_tellers, is_misheard
from graph.word_forms import base_form

SUING = frozenset({"countersue", "sue"})
BRINGING = SUING | FILING
SHOWING = frozenset({"in", "on"})


class Holder(Cue):
    """A cue verb or noun with the words in its slots, those of each worked out once."""

    def __init__(self, cue: Token, reading: Reading) -> None:
        super().__init__(cue, reading)
        self._held: dict[str, Sequence[Token]] = {}

    def tokens(self, slot: str) -> Sequence[Token]:
        """Return the tokens in a slot of the pattern language; an unknown word is a preposition."""
        if is_clausal(slot):
            return self._find_tokens(slot)
        found = self._held.get(slot)
        if found is None:
            found = self._held[slot] = self._find_tokens(slot)
        return found

    def _find_tokens(self, slot: str) -> Sequence[Token]:
        base, _, rest = slot.partition(".")
        if base == "verb":
            verb = self.governor
            return Holder(verb, self.reading).tokens(rest) if verb is not None else []
        if base == "clause":
            return [token for clause in self.clauses for token in Holder(clause, self.reading).tokens(rest)]
        if rest:
            return [token for head in self.tokens(base) for token in Holder(head, self.reading).tokens(rest)]
        if base == "subject":
            return [self.credited] if self.credited else [*syntax.subjects(self.cue), *self._joined()]
        if base == accusers.REASON:
            return accusers.find_reasons(self.cue)
        if base == "object":
            return self.objects
        if base == "indirect":
            return syntax.follow(syntax.children(self.cue, syntax.INDIRECT))
        if base == "possessor":
            return syntax.possessors(self.cue)
        if base == "teller":
            return find_tellers(self.cue)
        if base == "guest":
            # "Bo Dunn was on the show"
            shown = syntax.children(self.cue, {"cop"}) and syntax.case_of(self.cue) in SHOWING
            return syntax.surface_subjects(self.cue) if shown else []
        if base == "speaker":
            speaker = assess(self.cue, self.reading.doc).speaker
            return [speaker] if speaker is not None and not is_misheard(speaker, self.cue, self.reading) else []
        return self.oblique(base)

    def _joined(self) -> Sequence[Token]:
        """Return with whom somebody does it: "Ada joined Bo in suing the city"."""
        head = self.cue.head
        if base_form(self.cue) not in BRINGING:
            return []
        beside = self.cue.tag_ == "VBG" and self.cue.dep_ in syntax.CONTROLLED and head.lemma_ == "join"
        marked = any(mark.lower_ == "in" for mark in syntax.children(self.cue, {"mark", "case"}))
        return syntax.direct_objects(head) if beside and marked else []

    def oblique(self, prep: str) -> Sequence[Token]:
        """Return the fillers of a preposition on the cue, on its light object, or on the noun's governing verb."""
        found = list(self.obliques.get(prep, [])) or (find_behind_name(self.cue, prep) if prep == "by" else [])
        if not found and self.is_verb:
            for noun in self.objects:
                found.extend(syntax.obliques(noun).get(prep, []) or find_behind_name(noun, prep))
        if not found and not self.is_verb and (verb := self.governor) is not None:
            agents = syntax.agents(verb)
            # "to do with President Dunn or the Mill campaign": what stands beside the noun in one phrase is not its own
            beside = any(self.cue in noun.subtree for by, noun in syntax.own_obliques(verb) if by == prep)
            fillers = [] if beside else syntax.obliques(verb).get(prep, [])
            found = [token for token in fillers if token.i > self.cue.i > verb.i and token not in agents]
        if not found and self.cue.dep_ in syntax.COMPOUND and self.cue.head.i == self.cue.i + 1:
            # "the parent company of Harbor Gas"
            found = list(syntax.obliques(self.cue.head).get(prep, []))
        if not found and not self.is_verb and (title := find_joined_title(self.cue)) is not None:
            # "an editor and safety expert at Harbor News"
            found = list(syntax.obliques(title).get(prep, []))
        if not found and prep == "in" and self.is_verb:
            found = find_opening(self.cue)
        return found or (find_source(self.cue) if prep == "according to" else [])
