"""The chains of hand-built trees."""

from __future__ import annotations

from graph.coreference import build_chains
from graph.mentions import find_mentions
from graph.model import Chain
from tests.docs import parse


def chains_of(lines: str) -> dict[str, list[str]]:
    """Return the texts of each named chain's mentions, by its label."""
    doc = parse(lines)
    return {chain.label: [m.text for m in chain.mentions] for chain in named(build_chains(doc, find_mentions(doc)))}


def named(chains: list[Chain]) -> list[Chain]:
    """Return the chains that hold a name."""
    return [chain for chain in chains if chain.names]
