"""Makes the user's word good on lawsuits: groups of filings are joined and taken apart as the ties say."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from graph.resolve.filings import Filing
from graph.resolve.ties import Ties, may_meet


class Group:
    """Mentions of one proceeding and, by the number of a tie, on which side of it they stand."""

    def __init__(self, filings: Sequence[Filing], sides: Mapping[int, int]) -> None:
        self.filings, self.sides = list(filings), dict(sides)

    def take(self, other: Group) -> None:
        """Add the mentions of another group, which has none left."""
        self.filings += other.filings
        self.sides.update(other.sides)
        other.filings = []


def follow_ties(groups: Sequence[Filing], mentions: Sequence[Filing], ties: Ties) -> list[Filing]:
    """Return the proceedings with those apart that the ties keep apart and, after that, those one that they join.

    `mentions` are the filings of one mention each that the groups were made of.
    """
    if not ties.together and not ties.apart:
        return list(groups)
    by_member = {member: filing for filing in mentions for member in filing.members}
    parts = [part for group in groups for part in _take_apart([by_member[key] for key in sorted(group.members)], ties)]
    home = {member: part for part in parts for filing in part.filings for member in filing.members}
    for chains in ties.together:
        known = [chain for chain in chains if chain in home]
        for chain in known[1:]:
            one, other = home[known[0]], home[chain]
            if one is not other and may_meet(one.sides, other.sides):
                home.update((member, one) for filing in other.filings for member in filing.members)
                one.take(other)
    joined = [reduce(Filing.join, part.filings) for part in parts if part.filings]
    return sorted(joined, key=lambda group: (group.first, sorted(group.members)))


def _take_apart(filings: Sequence[Filing], ties: Ties) -> list[Group]:
    parts: list[Group] = []
    free = []
    for filing in filings:
        sides = {tie: side for member in filing.members for tie, side in ties.sides.get(member, {}).items()}
        if not sides:
            free.append(filing)
            continue
        part = next((part for part in parts if may_meet(part.sides, sides)), None)
        if part is None:
            parts.append(Group([filing], sides))
        else:
            part.take(Group([filing], sides))
    for filing in free:
        # What the user did not speak of stays with the mentions of its own article.
        near = [part for part in parts if any(other.documents & filing.documents for other in part.filings)]
        if parts:
            (near or parts)[0].filings.append(filing)
        else:
            parts.append(Group([filing], {}))
    return parts


def remove_parties(groups: Sequence[Filing], without: Collection[str]) -> list[Filing]:
    """Return the proceedings without some parties; one that had no other party goes, unless it has a name."""
    kept = []
    for group in groups:
        left = replace(group, plaintiffs=group.plaintiffs.difference(without),
                       defendants=group.defendants.difference(without))  # fmt: skip
        if left.sides or left.names or not group.sides:
            kept.append(left)
    return kept
