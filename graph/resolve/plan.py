"""Turns the user's corrections into ties between chains and words on nodes; what cannot be followed is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.corrections import APART, MERGED, SPLIT, Action, Correction, Corrections, Unapplied
from graph.resolve.block import ChainKey
from graph.resolve.select import Candidate, Finder, Found, Missed, explain_article
from graph.resolve.ties import Ties

_MERGES = (Action.MERGE, Action.NEVER_MERGE)


@dataclass(frozen=True)
class Remark:
    """A reason for the nodes that hold a chain of at least `least` of the groups."""

    reason: str
    groups: tuple[frozenset[ChainKey], ...]
    least: int = 1


@dataclass(frozen=True)
class Wish:
    """A correction of one node: what it is and the chains that tell which node is meant."""

    entry: Correction
    chains: frozenset[ChainKey]


@dataclass
class Plan:
    """What the entries come to: `left` are those that no node here answers to."""

    ties: Ties = field(default_factory=Ties)
    wishes: list[Wish] = field(default_factory=list)
    merges: list[tuple[Correction, tuple[Found, ...]]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    unapplied: list[Unapplied] = field(default_factory=list)
    left: list[Correction] = field(default_factory=list)


class Planner:
    """Reads the entries once; no step depends on the order of the entries in the file.

    With `lawsuits` the candidates are proceedings and every entry is answered; without, what only a proceeding or
    nothing answers to is left for them.
    """

    def __init__(self, corrections: Corrections, finder: Finder, *, lawsuits: bool) -> None:
        self.corrections, self.finder, self.lawsuits = corrections, finder, lawsuits
        self.plan = Plan()
        self.found: dict[Correction, list[Found]] = {}

    def make_plan(self, entries: Sequence[Correction]) -> Plan:
        """Return what the entries come to."""
        for entry in entries:
            if entry.action is Action.RENAME and isinstance(found := self.finder.find(entry.names[0]), Found):
                self.finder.add_name(found.candidate, entry.to)
        for entry in entries:
            if selected := self._select(entry):
                self.found[entry] = selected
        apart = [*self._keep_apart(), *self._split()]
        self._merge([sides for sides, _ in apart], dict(enumerate(entries for _, entries in apart)))
        for action in (Action.RENAME, Action.RETYPE, Action.DROP):
            for entry, (found_one,) in self._of(action):
                if action is Action.RETYPE and found_one.candidate.is_lawsuit:
                    self._tell(entry, "is a lawsuit, which can be nothing else; rename it or drop it")
                else:
                    self.plan.wishes.append(Wish(entry, found_one.chains))
        return self.plan

    def _of(self, action: Action) -> list[tuple[Correction, list[Found]]]:
        return [(entry, found) for entry, found in self.found.items() if entry.action is action]

    def _tell(self, entry: Correction, reason: str) -> None:
        self.plan.unapplied.append(Unapplied(self.corrections.file, entry, reason))

    def _select(self, entry: Correction) -> list[Found]:
        """Return the nodes of an entry's names if they are enough for it; what is missing is told."""
        # What a split takes apart may be one only since its parties were merged.
        split = entry.action is Action.SPLIT
        looked = [self.finder.find(selector, last_first=split) for selector in entry.names]
        found = [item for item in looked if isinstance(item, Found)]
        meant = [item.candidate for item in found]
        meant += [candidate for item in looked if isinstance(item, Missed) for candidate in item.candidates]
        kinds = {candidate.is_lawsuit for candidate in meant}
        if not self.lawsuits and kinds <= {True}:
            self.plan.left.append(entry)
            return []
        for item in looked:
            if isinstance(item, Missed):
                self._tell(entry, item.reason)
        if len({item.candidate.is_lawsuit for item in found}) > 1:
            self._tell(entry, f"{' and '.join(map(str, meant))}: only one of them is a lawsuit; name two of a kind")
            return []
        return found if len(found) >= (2 if entry.action in _MERGES else 1) else []

    def _keep_apart(self) -> Iterator[tuple[dict[ChainKey, int], list[Correction]]]:
        for entry, found in self._of(Action.NEVER_MERGE):
            shared = {chain for number, item in enumerate(found) for chain in item.chains
                      if any(chain in other.chains for other in found[number + 1 :])}  # fmt: skip
            sides = {chain: number for number, item in enumerate(found) for chain in sorted(item.chains - shared)}
            if len(set(sides.values())) < len(found):
                where = " and ".join(sorted(self._cite(document) for document, _ in shared))
                self._tell(entry, f"{where} takes the names for one thing; split the node by its articles")
            else:
                names = " ≠ ".join(selector.cite() for selector in entry.names)
                self._remark(entry, names, APART, (frozenset(sides),))
                yield sides, [entry]

    def _split(self) -> Iterator[tuple[dict[ChainKey, int], list[Correction]]]:
        """Yield for each node that is split its chains by the part that they belong to."""
        splits: dict[Candidate, list[tuple[Correction, frozenset[ChainKey]]]] = defaultdict(list)
        for entry, (found,) in self._of(Action.SPLIT):
            if chains := self._choose_mentions(entry, found.candidate):
                splits[found.candidate].append((entry, chains))
        for candidate, parts in splits.items():
            numbers: dict[tuple[bool, ...], int] = {}
            sides = {}
            for chain in sorted(candidate.chains):
                part = tuple(chain in chains for _, chains in parts)
                sides[chain] = numbers.setdefault(part, len(numbers))
            for entry, _ in parts:
                what = f"{candidate.node.label} in {', '.join(entry.documents)}"
                self._remark(entry, what, SPLIT, (candidate.chains,))
            yield sides, [entry for entry, _ in parts]

    def _choose_mentions(self, entry: Correction, candidate: Candidate) -> frozenset[ChainKey]:
        chosen: set[ChainKey] = set()
        for text in entry.documents:
            articles = self.finder.find_documents(text)
            here = {chain for chain in candidate.chains if len(articles) == 1 and chain[0] == articles[0].id}
            if len(articles) != 1:
                self._tell(entry, explain_article(text, articles))
            elif not here:
                self._tell(entry, f'"{text}" does not mention {candidate}; name articles that do, or delete the entry')
            chosen |= here
        if chosen == candidate.chains:
            self._tell(entry, f"all articles with {candidate} are named, so nothing is left; name fewer of them")
            return frozenset()
        return frozenset(chosen)

    def _merge(self, apart: Sequence[Mapping[ChainKey, int]], why: Mapping[int, Sequence[Correction]]) -> None:
        merges = [(entry, frozenset[ChainKey]().union(*(item.chains for item in found)))
                  for entry, found in self._of(Action.MERGE)]  # fmt: skip
        wanted: list[tuple[ChainKey, ...]] = []
        whole: list[tuple[ChainKey, ...]] = []
        for linked in group_linked(merges):
            chains = frozenset[ChainKey]().union(*(item for _, item in linked))
            broken = [number for number, sides in enumerate(apart) if len({sides[c] for c in chains if c in sides}) > 1]
            against = " and ".join(str(entry) for number in broken for entry in why[number])
            for entry, _ in linked:
                found = self.found[entry]
                if broken:
                    self._tell(entry, f"contradicts {against}; delete one of them, or name the article with document")
                    continue
                self.plan.merges.append((entry, tuple(found)))
                names = " = ".join(selector.cite() for selector in entry.names)
                self._remark(entry, names, MERGED, tuple(item.chains for item in found), least=2)
            if not broken:
                rest = frozenset(chain for entry, _ in linked for item in self.found[entry]
                                 for chain in item.candidate.chains) - chains  # fmt: skip
                wanted.append(tuple(sorted(chains)))
                whole.append((*sorted(chains), *sorted(rest)))
        self.plan.ties = Ties((*wanted, *_list_parts(apart), *whole), tuple(apart))

    def _remark(
        self, entry: Correction, what: str, done: str, groups: tuple[frozenset[ChainKey], ...], *, least: int = 1
    ) -> None:
        self.plan.remarks.append(Remark(self.corrections.give_reason(entry, what, done), groups, least))

    def _cite(self, document: str) -> str:
        return next((found.path for found in self.finder.find_documents(document)), document)


def group_linked(
    merges: Iterable[tuple[Correction, frozenset[ChainKey]]],
) -> list[list[tuple[Correction, frozenset[ChainKey]]]]:
    """Return the merges in groups that share a chain, directly or by others of the group."""
    groups: list[list[tuple[Correction, frozenset[ChainKey]]]] = []
    for merge in merges:
        near = [group for group in groups if any(merge[1] & chains for _, chains in group)]
        groups = [group for group in groups if group not in near]
        groups.append([merge, *(item for group in near for item in group)])
    return [sorted(group) for group in groups]


def _list_parts(apart: Sequence[Mapping[ChainKey, int]]) -> Iterator[tuple[ChainKey, ...]]:
    """Yield what stands on one side together: the part of a node that was split off stays one node."""
    for sides in apart:
        for side in sorted(set(sides.values())):
            yield tuple(sorted(chain for chain, own in sides.items() if own == side))
