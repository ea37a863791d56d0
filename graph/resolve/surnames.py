"""Makes people of lone surnames that a document's model took for a body, where other documents give the full name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Chain, EntityType, Extraction, MentionKind
from graph.outlets import outlet_named


def retype_surnames(extractions: Sequence[Extraction]) -> list[Extraction]:
    """Return the extractions with "Dunn" a person where one full name ends in it and no body's name holds it.

    A surname that two people share, and one that stands in the name of a body ("Dunn Press"), stay as they are.
    """
    people: dict[str, set[str]] = {}
    bodies: set[str] = set()
    for words in _split_names(extractions, people=True):
        people.setdefault(words[-1], set()).add(words[0])
    for words in _split_names(extractions, people=False):
        bodies.update(words)
    known = {surname for surname, given in people.items() if len(given) == 1} - bodies
    return [_retype_all(item, known) for item in extractions]


def _split_names(extractions: Sequence[Extraction], *, people: bool) -> Iterator[list[str]]:
    texts = {
        mention.text
        for extraction in extractions
        for chain in extraction.chains
        if (chain.type is EntityType.PERSON) is people
        for mention in chain.mentions
        if mention.kind is MentionKind.NAMED
    }
    yield from (words for words in map(str.split, texts) if len(words) > 1)


def _retype_all(extraction: Extraction, surnames: set[str]) -> Extraction:
    chains = tuple(retype(chain, surnames) for chain in extraction.chains)
    same = all(one is other for one, other in zip(chains, extraction.chains, strict=True))
    return extraction if same else replace(extraction, chains=chains)


def retype(chain: Chain, surnames: set[str]) -> Chain:
    """Return the chain as a person's if all its names are one of the surnames."""
    if chain.type is not EntityType.ORGANIZATION and chain.type is not EntityType.WORK:
        return chain
    named = set(chain.names)
    if not named or not named <= surnames or any(outlet_named(name) for name in named):
        return chain
    mentions = tuple(replace(mention, type=EntityType.PERSON) for mention in chain.mentions)
    return replace(chain, type=EntityType.PERSON, mentions=mentions)
