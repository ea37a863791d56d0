"""What must and what must not be joined, whatever the names say: the user's merges and splits, as sets of chains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.resolve.block import ChainKey


@dataclass(frozen=True)
class Ties:
    """Chains to be joined, list by list, each chain with the first of its list, and chains that never are.

    A mapping keeps apart the chains that it puts on unlike sides, and it wins over what is to be joined.
    """

    together: tuple[tuple[ChainKey, ...], ...] = ()
    apart: tuple[Mapping[ChainKey, int], ...] = ()

    @cached_property
    def sides(self) -> dict[ChainKey, dict[int, int]]:
        """Return for each chain that is kept apart from others on which side of which mapping it stands."""
        found: dict[ChainKey, dict[int, int]] = {}
        for number, sides in enumerate(self.apart):
            for key, side in sides.items():
                found.setdefault(key, {})[number] = side
        return found


def may_meet(one: Mapping[int, int], other: Mapping[int, int]) -> bool:
    """Tell whether two sets stand on one side wherever both stand on any."""
    return all(other.get(tie, side) == side for tie, side in one.items())


UNTIED = Ties()
