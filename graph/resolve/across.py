"""Groups the proceedings of many documents that are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from graph.resolve.block import ChainKey
from graph.resolve.filings import Filing, Place
from graph.resolve.fit import (
    are_charges,
    choose_by_facts,
    claims_differ,
    contradict,
    has_facts,
    is_of_another,
    months_differ,
    share_both_sides,
    share_known_side,
    years_differ,
)


def group_across(filings: Iterable[Filing]) -> list[Filing]:
    """Return the proceedings of all documents from those of each, independent of their order."""
    ordered = sorted(filings, key=_specific_first)
    blocks = _blocks([filing for filing in ordered if filing.sides == 2], _pair_keys)
    full = [group for block in blocks for group in _merge_full(block)]
    by_side: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, group in enumerate(full):
        for key in _side_keys(group):
            by_side[key].append(index)
    joined, open_ended = list(full), []
    for filing in (filing for filing in ordered if filing.sides == 1):
        near = dict.fromkeys(index for key in _side_keys(filing) for index in by_side[key])
        fitting = [full[index] for index in near if _fits_across(filing, full[index])]
        chosen = choose_by_facts(filing, fitting)
        if chosen is not None:
            index = next(index for index in near if full[index] is chosen)
            joined[index] = joined[index].join(filing)
        elif not (fitting and filing.definite and not has_facts(filing)):
            # a bare "his suit" that fits several is one of them, and no proceeding of its own
            open_ended.append(filing)
    pooled = [group for block in _blocks(open_ended, _side_keys) for group in _merge_half(block)]
    named = _merge_named([filing for filing in ordered if filing.sides == 0])
    return sorted((*joined, *pooled, *named), key=lambda group: (group.first, sorted(group.members)))


def _fits_across(filing: Filing, group: Filing) -> bool:
    apart = group.documents.isdisjoint(filing.documents)
    one = share_known_side(filing, group) and not contradict(filing, group, dates=True)
    return apart and one and not is_of_another(filing, group) and not months_differ(filing, group)


def _specific_first(filing: Filing) -> tuple[int, Place, list[ChainKey]]:
    return -len({date[:4] for date in filing.filed}), filing.first, sorted(filing.members)


def _pair_keys(filing: Filing) -> list[tuple[str, str]]:
    return [(one, other) for one in sorted(filing.plaintiffs) for other in sorted(filing.defendants)]


def _side_keys(filing: Filing) -> list[tuple[str, str]]:
    return [*(("plaintiff", party) for party in sorted(filing.plaintiffs)),
            *(("defendant", party) for party in sorted(filing.defendants))]  # fmt: skip


def _blocks(filings: Sequence[Filing], keys: Callable[[Filing], list[tuple[str, str]]]) -> list[list[Filing]]:
    """Return the filings in blocks that share no key, each in the order given."""
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, filing in enumerate(filings):
        for key in keys(filing):
            by_key[key].append(index)
    block_of = list(range(len(filings)))

    def root(index: int) -> int:
        while block_of[index] != index:
            block_of[index] = index = block_of[block_of[index]]
        return index

    for indexes in by_key.values():
        for index in indexes[1:]:
            one, other = sorted((root(indexes[0]), root(index)))
            block_of[other] = one
    blocks: dict[int, list[Filing]] = defaultdict(list)
    for index, filing in enumerate(filings):
        blocks[root(index)].append(filing)
    return list(blocks.values())


def _merge_full(block: Sequence[Filing]) -> list[Filing]:
    """Return the proceedings among filings of the same parties; what one document keeps apart stays apart."""
    documents = [document for filing in block for document in sorted(filing.documents)]
    apart = len(documents) > len(set(documents))
    groups: list[Filing] = []
    for filing in block:
        fitting = [group for group in groups if group.documents.isdisjoint(filing.documents)
                   and share_both_sides(filing, group) and not contradict(filing, group, dates=False)
                   and not (apart and years_differ(filing, group))]  # fmt: skip
        if not apart and not any(contradict(one, other, dates=False) for one, other in combinations(fitting, 2)):
            # "Lee v. Kim", "Lee v. Roe" and "Lee v. Kim and Roe" of three documents are one suit, seen in part
            for other in fitting[1:]:
                groups.remove(other)
                groups[groups.index(fitting[0])] = fitting[0] = fitting[0].join(other)
            fitting = fitting[:1]
        _add(groups, filing, choose_by_facts(filing, fitting))
    return groups


def _merge_half(block: Sequence[Filing]) -> list[Filing]:
    groups: list[Filing] = []
    for filing in block:
        fitting = [group for group in groups if _are_alike(filing, group)]
        _add(groups, filing, choose_by_facts(filing, fitting) or _choose_main(filing, fitting))
    return groups


def _choose_main(filing: Filing, fitting: Sequence[Filing]) -> Filing | None:
    """Return the prosecution that most documents tell of, where a stage of one fits several of one defendant.

    "Lee is on trial for fraud" makes no third one where one document tells of two.
    """
    if any(one.plaintiffs or not one.natures <= {"criminal"} for one in (filing, *fitting)):
        return None
    same = [group for group in fitting if group.defendants == filing.defendants]
    return min(same, key=lambda group: (-len(group.documents), group.first), default=None)


def _are_alike(filing: Filing, group: Filing) -> bool:
    if not group.documents.isdisjoint(filing.documents) or not share_known_side(filing, group):
        return False
    # two articles on one prosecution give other charges each
    charged = are_charges(filing, group) and bool(filing.defendants & group.defendants)
    differ = claims_differ(filing, group) and not charged
    return not contradict(filing, group, dates=True) and not differ and not months_differ(filing, group)


def _merge_named(filings: Sequence[Filing]) -> list[Filing]:
    groups: list[Filing] = []
    for filing in filings:
        _add(groups, filing, next((group for group in groups if group.names & filing.names), None))
    return groups


def _add(groups: list[Filing], filing: Filing, group: Filing | None) -> None:
    if group is None:
        groups.append(filing)
    else:
        groups[groups.index(group)] = group.join(filing)
