"""What resolution hands on: the nodes, which of them each chain means, and what the user's corrections did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.corrections import Correction, Unapplied
from graph.model import Entity, EntityType, Node
from graph.resolve.block import ChainKey, Profile
from graph.resolve.lawsuits import Docket


@dataclass(frozen=True)
class Resolution:
    """The nodes of all documents and which of them each chain means; a chain that means none is absent.

    `unapplied` says what could not be followed of the user's corrections, `retyped` which entry gave an entity its
    type and which type it had, `settled` which pairs of ids the user keeps apart, the smaller id first, and `profiles`
    are the chains that have a name.
    """

    entities: tuple[Entity, ...]
    docket: Docket
    nodes: Mapping[ChainKey, str]
    unapplied: tuple[Unapplied, ...] = ()
    retyped: Mapping[str, tuple[Correction, EntityType]] = field(default_factory=dict)
    settled: frozenset[tuple[str, str]] = frozenset()
    profiles: tuple[Profile, ...] = ()

    def each_node(self) -> Iterator[Node]:
        """Yield the entities, then the lawsuits."""
        yield from self.entities
        yield from self.docket.lawsuits
