"""Makes people of lone surnames that a document's model took for a body, where other documents give the full name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.model import Chain, EntityType, Extraction
from graph.outlets import outlet_named

BODIES = frozenset({EntityType.ORGANIZATION, EntityType.WORK})


def retype_surnames(extractions: Sequence[Extraction]) -> list[Extraction]:
    """Return the extractions with "Dunn" a person where one full name ends in it and no body's name holds it.

    A surname that two people share, and one that stands in the name of a body ("Dunn Press"), stay as they are.
    """
    people: dict[str, set[str]] = {}
    bodies: set[str] = set()
    for extraction in extractions:
        for chain in extraction.chains:
            for name in chain.names:
                words = name.split()
                if chain.type is EntityType.PERSON and len(words) > 1:
                    people.setdefault(words[-1], set()).add(name)
                elif chain.type is not EntityType.PERSON and len(words) > 1:
                    bodies.update(words)
    known = {surname for surname, names in people.items() if len({name.split()[0] for name in names}) == 1} - bodies
    return [replace(item, chains=tuple(retype(chain, known) for chain in item.chains)) for item in extractions]


def retype(chain: Chain, surnames: set[str]) -> Chain:
    """Return the chain as a person's if all its names are one of the surnames."""
    named = set(chain.names)
    if chain.type not in BODIES or not named or not named <= surnames or any(outlet_named(name) for name in named):
        return chain
    mentions = tuple(replace(mention, type=EntityType.PERSON) for mention in chain.mentions)
    return replace(chain, type=EntityType.PERSON, mentions=mentions)
