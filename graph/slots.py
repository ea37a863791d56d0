"""What slots of the pattern language ask for: words of a tree or of its text, of a clause, or a rule of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from graph import accusers
from graph.airing import find_air
from graph.blame import WORD_SLOTS
from graph.company import find_company, find_mate
from graph.implied_blame import ASSAILANT, IMPLIED_SLOTS
from graph.membership import find_workplace
from graph.model import EntityType
from graph.pieces import find_printers
from graph.reading import Filler, Reading
from graph.sides import SIDE_SLOTS
from graph.spoken import find_battles
from graph.tokens import Token

# slots that the words around the cue fill
BESIDE: Mapping[str, Callable[[Token, Reading], list[Filler]]] = {
    "air": find_air,
    "battle": find_battles,
    "company": find_company,
    "mate": find_mate,
    "printer": find_printers,
    "where": find_workplace,
    accusers.SUER: accusers.find_suers,
}
# slots with a rule of their own, and the parts behind a dot that have one
RULED = frozenset({
    "content", "court", "cue", "holder", "included", "included.acting", "listed", "modifier", "modifier.suing",
    "object.defended", "of", "on.tried", "possessor", "possessor.suing", "possessor.tried", "several", "spoken", "suit",
    "that", "verb.subject", "with.suing", ASSAILANT, accusers.ACCUSER, accusers.FELLOW, accusers.RIVAL,
    *BESIDE, *IMPLIED_SLOTS, *SIDE_SLOTS, *WORD_SLOTS,
})  # fmt: skip
RULED_PARTS = frozenset("author client defendant judge outlet part plaintiff prosecutor told".split())
RULED_BEHIND = frozenset({"modifier", "owner"})
# slots that other clauses than the cue's own fill
CLAUSAL = frozenset({"content", ASSAILANT, accusers.ACCUSER, accusers.RIVAL, *IMPLIED_SLOTS})


@cache
def is_plain(slot: str) -> bool:
    """Tell whether a slot is filled by the words that the tree has in it, by no rule of its own: "subject", "at"."""
    base, _, last = slot.rpartition(".")
    return not (slot in RULED or last in RULED_PARTS or (base and last in RULED_BEHIND))


@cache
def is_clausal(slot: str) -> bool:
    """Tell whether what fills a slot depends on which of the clauses that the cue introduces is meant."""
    base, _, last = slot.rpartition(".")
    return slot.startswith("clause") or slot in CLAUSAL or (base != "" and last == "owner")


@cache
def read_slots(slots: tuple[str, ...], types: frozenset[EntityType]) -> tuple[tuple[str, frozenset[EntityType]], ...]:
    """Return a pattern's slots with the types that are legal in each; "modifier:Person" narrows a slot's types."""
    parts = [written.partition(":") for written in slots]
    return tuple((slot, types & {EntityType(wanted)} if wanted else types) for slot, _, wanted in parts)
