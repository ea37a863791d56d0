"""Count hits, misses and shares, over one case or many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """How many of the gold items were found: `hits` of `gold`, with `said` items given in all."""

    hits: int = 0
    said: int = 0
    gold: int = 0

    def count(self, gold: AbstractSet[Hashable], said: AbstractSet[Hashable]) -> None:
        """Add the items of one case."""
        self.add(Tally(hits=len(gold & said), said=len(said), gold=len(gold)))

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        self.hits += other.hits
        self.said += other.said
        self.gold += other.gold

    @property
    def precision(self) -> float:
        """Return the part of what was said that is right; 1 where nothing was said and nothing was to be."""
        return self.hits / self.said if self.said else float(self.gold == 0)

    @property
    def recall(self) -> float:
        """Return the part of the gold items that was said; 1 where there was none and none was said."""
        return self.hits / self.gold if self.gold else float(self.said == 0)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall; 1 where there was nothing to say and nothing said."""
        both = self.said + self.gold
        return 2 * self.hits / both if both else 1.0


@dataclass(slots=True)
class Share:
    """How many of `total` items have a property."""

    count: int = 0
    total: int = 0

    def judge(self, right: bool) -> None:
        """Add one item."""
        self.add(Share(count=int(right), total=1))

    def add(self, other: Share) -> None:
        """Add another share to this one."""
        self.count += other.count
        self.total += other.total

    @property
    def value(self) -> float:
        """Return the share, not a number where there is no item."""
        return self.count / self.total if self.total else float("nan")


@dataclass(slots=True)
class Marks:
    """The tallies and shares of one case or of many, and a line for each miss and each false alarm."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    shares: defaultdict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    mistakes: list[str] = field(default_factory=list)

    def add(self, other: Marks) -> None:
        """Add the marks of another case."""
        for name, tally in other.tallies.items():
            self.tallies[name].add(tally)
        for name, share in other.shares.items():
            self.shares[name].add(share)
        self.mistakes.extend(other.mistakes)
