"""Groups filings that are one proceeding: first within each document, then across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from graph.resolve.block import ChainKey
from graph.resolve.filings import Filing, Place
from graph.resolve.fit import (
    choose_by_facts,
    claims_differ,
    contradict,
    count_shared,
    is_bankruptcy,
    is_prosecution,
    share_both_sides,
    share_known_side,
    years_differ,
)

HALVES = 2
# How many characters stand between what goes on with a proceeding and what began it: a paragraph or two.
NEAR = 800
# What ends with a plea began with a charge.
COURSE = {frozenset({"charged"}), frozenset({"pleaded guilty"})}


def group_in_document(filings: Sequence[Filing]) -> list[Filing]:
    """Return the proceedings of one document; mentions without a party join one spoken of before or are left out.

    `filings` are in text order. A mention of which both sides are known counts first, then one side, then none, since
    a headline may say less than what follows it.
    """
    groups: list[Filing] = []
    for filing in (filing for filing in filings if filing.sides == 2):
        known = [group for group in groups if not _are_told_apart(filing, group)]
        same = _nearest_of_best(filing, [group for group in known if _same_parties(filing, group)])
        _put(groups, filing, same or _find_widened(filing, groups))
    for filing in (filing for filing in filings if filing.sides == 1):
        _put(groups, filing, _find_other_side(filing, groups))
    _join_told(groups)
    _join_charges(groups)
    _join_halves(groups)
    # "cases brought by Lee" are no one proceeding
    groups = [group for group in groups if not group.several or group.defendants or _is_dated(group)]
    nameless = [filing for filing in filings if filing.sides == 0]
    known = list(groups)
    for filing in (filing for filing in nameless if filing.names):
        _put(groups, filing, next((group for group in groups if group.names & filing.names), None))
    rest = [filing for filing in nameless if not filing.names]
    if not known:
        return [*groups, *_only_nameless(rest, alone=not groups)]
    for filing in rest:
        group = _find_antecedent(filing, groups)
        if group is not None:
            _put(groups, filing, group)
    return groups


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
        elif not (fitting and filing.definite and not _has_facts(filing)):
            # a bare "his suit" that fits several is one of them, and no proceeding of its own
            open_ended.append(filing)
    pooled = [group for block in _blocks(open_ended, _side_keys) for group in _merge_half(block)]
    named = _merge_named([filing for filing in ordered if filing.sides == 0])
    return sorted((*joined, *pooled, *named), key=lambda group: (group.first, sorted(group.members)))


def _fits_across(filing: Filing, group: Filing) -> bool:
    apart = group.documents.isdisjoint(filing.documents)
    return apart and share_known_side(filing, group) and not contradict(filing, group, dates=True)


def _put(groups: list[Filing], filing: Filing, group: Filing | None) -> None:
    if group is None:
        groups.append(filing)
        return
    merged = group.join(filing)
    groups[groups.index(group)] = merged
    # a mention that names more parties can be what shows two groups to be one
    for other in [other for other in groups if other != merged and merged.sides == other.sides == 2]:
        if merged.apart != other.apart:
            continue
        if _same_parties(merged, other):
            groups.remove(other)
            groups[groups.index(merged)] = merged = merged.join(other)


def _same_parties(left: Filing, right: Filing) -> bool:
    return share_both_sides(left, right) and not contradict(left, right, dates=True)


def _are_told_apart(filing: Filing, group: Filing) -> bool:
    """Tell whether a text sets a mention apart from a proceeding before it: "Lee, who sued Kim, filed another suit"."""
    return filing.apart and not filing.definite and not group.apart


def _find_other_side(filing: Filing, groups: Sequence[Filing]) -> Filing | None:
    if filing.apart:
        return None
    fitting = [group for group in groups if not contradict(filing, group, dates=True)]
    shared = [group for group in fitting if share_known_side(filing, group)]
    if filing.counterclaim:
        shared = [group for group in shared if group.counterclaim or _answered(group, groups)]
    shared = [group for group in shared if group.sides == 2 and (filing.definite or _is_told(filing, group))] or [
        group
        for group in shared
        if filing.definite or not claims_differ(filing, group) or _are_told_together(filing, group)
    ]
    if shared:
        best = choose_by_facts(filing, shared) or _find_prosecution(filing, shared)
        if best is None and (filing.definite or all(filing.first < group.first for group in shared)):
            # a headline announces the first proceeding that the text tells of
            best = _nearest_before(filing, shared) if filing.definite else min(shared, key=lambda group: group.first)
        return best
    # "Lee filed a suit. The suit against Kim …"
    opposite = [group for group in fitting if group.sides == 1 and filing.definite and _complete(filing, group)]
    return opposite[0] if len(opposite) == 1 else _find_widened(filing, groups)


def _find_prosecution(filing: Filing, groups: Sequence[Filing]) -> Filing | None:
    """Return the prosecution that a stage of one goes on with: "he was arraigned" follows "he was charged"."""
    if not is_prosecution(filing):
        return None
    going_on = [group for group in groups if is_prosecution(group)]
    ordinary = [group for group in going_on if not group.apart] or going_on
    return _nearest_before(filing, ordinary) or min(ordinary, key=lambda group: group.first, default=None)


def _find_widened(filing: Filing, groups: Sequence[Filing]) -> Filing | None:
    """Return the proceeding to which a mention adds a party: "The suit also names Kim", "Roe joined the suit"."""
    if not (filing.added and filing.definite) or filing.apart:
        return None
    fitting = [group for group in groups if not contradict(filing, group, dates=True)]
    if filing.sides == 2:
        fitting = [group for group in fitting if filing.plaintiffs & group.plaintiffs]
        return fitting[0] if len(fitting) == 1 else None
    return _nearest_before(filing, fitting)


def _join_told(groups: list[Filing]) -> None:
    """Join, in place, each proceeding of one side to the one of both sides that, as it stands in the end, tells of it.

    "Lee sued Kim." … "the suit against Roe" … "Lee's suit against Kim and Roe" are one, seen when the last is read.
    """
    for half in [group for group in groups if group.sides == 1]:
        whole = _find_other_side(half, [group for group in groups if group.sides == 2])
        if whole is not None:
            groups.remove(half)
            _put(groups, half, whole)


def _join_charges(groups: list[Filing]) -> None:
    """Join, in place, prosecutions of one document that a later mention shows to be one by a defendant of both.

    "Lee was charged with theft. Also charged were Kim and Roe. Lee, Kim and Roe deny it."
    """
    for one, other in combinations([group for group in groups if not group.plaintiffs and not group.apart], 2):
        if one not in groups or other not in groups or not one.defendants & other.defendants:
            continue
        if _are_told_together(one, other) and not contradict(one, other, dates=True):
            groups.remove(other)
            groups[groups.index(one)] = one.join(other)


def _join_halves(groups: list[Filing]) -> None:
    """Join, in place, a proceeding with a plaintiff alone to one with a defendant alone, where no other of them fits.

    "Lee is suing the club." … "Kim faces a suit over the show." stay two where the text speaks of others between them.
    """
    halves = [group for group in groups if group.sides == 1 and not group.apart]
    alone = len(halves) == len(groups) == HALVES
    fitting = [[other for other in halves if _are_halves(half, other)] for half in halves]
    for suing, others in zip(halves, fitting, strict=True):
        if not suing.plaintiffs or len(others) != 1 or len(fitting[halves.index(others[0])]) != 1:
            continue
        if alone or _are_near(suing, others[0]):
            groups.remove(others[0])
            groups[groups.index(suing)] = suing.join(others[0])


def _are_near(one: Filing, other: Filing) -> bool:
    """Tell whether two proceedings of one document are told of close together."""
    return min(abs(here[2] - there[2]) for here in one.places for there in other.places) <= NEAR


def _are_told_together(one: Filing, other: Filing) -> bool:
    """Tell whether two texts say of what somebody is charged or pleads guilty in one prosecution.

    "Charged with theft", he "pleaded guilty to fraud" in the end, wherever that stands; "charged with theft" and
    "charged with fraud" are one where they stand close together. "Convicted of theft in May, he was charged with fraud"
    tells of two.
    """
    if not one.statuses or not other.statuses or not _are_charges(one, other):
        return False
    if {one.statuses, other.statuses} == COURSE:
        return True
    return ("convicted" in one.statuses) == ("convicted" in other.statuses) and _are_near(one, other)


def _are_halves(one: Filing, other: Filing) -> bool:
    """Tell whether one names the plaintiff and the other the defendant of what can be one proceeding."""
    if not _complete(one, other) or contradict(one, other, dates=True) or claims_differ(one, other):
        return False
    return not (one.plaintiffs & other.defendants or other.plaintiffs & one.defendants)


def _is_told(filing: Filing, group: Filing) -> bool:
    """Tell whether a proceeding's parties hold all those of a mention, or share a fact with it."""
    inside = filing.plaintiffs <= group.plaintiffs and filing.defendants <= group.defendants
    return inside or count_shared(filing, group) > 0


def _answered(group: Filing, groups: Sequence[Filing]) -> bool:
    """Tell whether another proceeding runs between the same parties in the other direction."""
    return any(group.plaintiffs & other.defendants and group.defendants & other.plaintiffs for other in groups)


def _complete(filing: Filing, group: Filing) -> bool:
    if is_bankruptcy(filing) or is_bankruptcy(group) or filing.several or group.several:
        return False
    return bool(filing.plaintiffs) != bool(group.plaintiffs) and bool(filing.defendants) != bool(group.defendants)


def _nearest_of_best(filing: Filing, fitting: list[Filing]) -> Filing | None:
    return choose_by_facts(filing, fitting) or _nearest_before(filing, fitting)


def _nearest_before(filing: Filing, groups: Sequence[Filing]) -> Filing | None:
    first = filing.first
    before = [group for group in groups if group.first < first]
    if len(before) < 2:
        return before[0] if before else None

    def last_place(group: Filing) -> Place:
        return max((place for place in group.places if place < first), default=("", "", -1))

    return max(before, key=last_place)


def _find_antecedent(filing: Filing, groups: Sequence[Filing]) -> Filing | None:
    fitting = [group for group in groups if not contradict(filing, group, dates=True)]
    if filing.counterclaim:
        fitting = [group for group in fitting if group.counterclaim or _answered(group, groups)]
    if filing.apart:
        return None
    nearest = _nearest_before(filing, fitting)
    if filing.definite:
        first = min(fitting, key=lambda group: group.first, default=None)
        return nearest or choose_by_facts(filing, fitting) or (first if _has_facts(filing) else None)
    # "A suit filed on Friday alleges …" goes on with the one before it, or announces the first one told of
    fitting = [group for group in fitting if not claims_differ(filing, group)]
    likely = _nearest_before(filing, fitting) or min(fitting, key=lambda group: group.first, default=None)
    return choose_by_facts(filing, fitting) or (likely if _has_facts(filing) else None)


def _only_nameless(filings: Sequence[Filing], *, alone: bool) -> list[Filing]:
    """Return the one proceeding of a document that names no party at all, if anything is said of it.

    "The assault cases" tells of none, "a lawsuit for assault" and "the assault case before a court" do.
    """
    if not filings or not alone:
        return []
    whole = filings[0]
    for filing in filings[1:]:
        whole = whole.join(filing)
    told = bool(whole.amounts or whole.courts or (whole.claims and whole.anchored))
    return [whole] if told and not is_bankruptcy(whole) else []


def _has_facts(filing: Filing) -> bool:
    return bool(filing.claims) or _is_dated(filing)


def _is_dated(filing: Filing) -> bool:
    return bool(filing.amounts or filing.filed or filing.dockets or filing.courts)


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
    charged = _are_charges(filing, group) and bool(filing.defendants & group.defendants)
    differ = claims_differ(filing, group) and not charged
    return not contradict(filing, group, dates=True) and not differ


def _are_charges(one: Filing, other: Filing) -> bool:
    """Tell whether both are of a prosecution, which has many a charge."""
    return one.natures == other.natures == {"criminal"}


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
