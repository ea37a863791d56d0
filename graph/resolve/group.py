"""Groups filings that are one proceeding within each document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from graph.resolve.filings import Filing, Place
from graph.resolve.fit import (
    are_charges,
    choose_by_facts,
    claims_differ,
    contradict,
    count_shared,
    disagree,
    has_facts,
    is_bankruptcy,
    is_dated,
    is_prosecution,
    share_both_sides,
    share_known_side,
)

HALVES = 2
# How many characters stand between what goes on with a proceeding and what began it: a paragraph or two.
NEAR = 800
# How many stand between words for a proceeding and its name.
BESIDE = 120
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
    _join_offices(groups)
    _join_charges(groups)
    _join_halves(groups)
    # "cases brought by Lee" are no one proceeding
    groups = [group for group in groups if not group.several or group.defendants or is_dated(group)]
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
    known = [group for group in groups if share_known_side(filing, group) and not _is_one_of(filing, group)]
    shared = [group for group in known if not contradict(filing, group, dates=True)]
    if filing.counterclaim:
        shared = [group for group in shared if group.counterclaim or _answered(group, groups)]
    shared = [group for group in shared if group.sides == 2 and (filing.definite or _is_told(filing, group))] or [
        group
        for group in shared
        if filing.definite
        or not claims_differ(filing, group)
        or filing.described & group.described
        or _are_told_together(filing, group)
    ]
    if shared:
        best = choose_by_facts(filing, shared) or _find_prosecution(filing, shared)
        if best is None and (filing.definite or all(filing.first < group.first for group in shared)):
            # a headline announces the first proceeding that the text tells of
            best = _nearest_before(filing, shared) if filing.definite else None
            # "Lee filed the suit" may stand before "Lee's suit against Kim", and never means "a similar suit"
            best = best or min(shared, key=lambda group: (group.apart, group.first))
        return best
    # "Lee filed a suit. The suit against Kim …"
    opposite = [
        group
        for group in groups
        if filing.definite
        and group.sides == 1
        and _complete(filing, group)
        and not contradict(filing, group, dates=True)
    ]
    return opposite[0] if len(opposite) == 1 else _find_widened(filing, groups)


def _is_one_of(filing: Filing, group: Filing) -> bool:
    """Tell whether a mention stands for one proceeding and another for several: "Kim faces suits by Lee and Roe"."""
    return group.several and not filing.several and group.sides > filing.sides


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


def _join_offices(groups: list[Filing]) -> None:
    """Join, in place, a suit against a leader to the one against his administration that is told of beside it.

    A headline says "Lee sues Kim" of "Lee's suit against the Kim administration"; of two such suits it says nothing.
    """
    for half in [group for group in groups if group.offices and not group.plaintiffs and not group.several]:
        fitting = [
            group
            for group in groups
            if half.offices & group.defendants
            and not (group.apart or group.several or contradict(half, group, dates=True))
        ]
        if half in groups and len(fitting) == 1 and _are_near(half, fitting[0]):
            groups.remove(half)
            groups[groups.index(fitting[0])] = fitting[0].join(half)


def _join_charges(groups: list[Filing]) -> None:
    """Join, in place, prosecutions of one document that a later mention shows to be one by a defendant of both.

    "Lee was charged with theft. Also charged were Kim and Roe. Lee, Kim and Roe deny it."
    """
    told = [group for group in groups if group.statuses and not group.plaintiffs and not group.apart]
    joined: set[int] = set()
    for (number, one), (later, other) in combinations(enumerate(told), 2):
        if one.defendants.isdisjoint(other.defendants) or not joined.isdisjoint((number, later)):
            continue
        if _are_told_together(one, other) and not contradict(one, other, dates=True):
            joined |= {number, later}
            groups.remove(other)
            groups[groups.index(one)] = one.join(other)


def _join_halves(groups: list[Filing]) -> None:
    """Join, in place, a proceeding with a plaintiff alone to one with a defendant alone, where no other of them fits.

    "Lee is suing the club." … "Kim faces a suit over the show." stay two where the text speaks of others between them.
    """
    halves = [group for group in groups if group.sides == 1 and not group.apart]
    alone = len(halves) == len(groups) == HALVES
    sued = [half for half in halves if half.defendants]
    fitting = [
        (suing, [number for number, other in enumerate(sued) if _are_halves(suing, other)])
        for suing in halves
        if suing.plaintiffs
    ]
    fits = Counter(number for _, numbers in fitting for number in numbers)
    for suing, numbers in fitting:
        if len(numbers) != 1 or fits[numbers[0]] != 1:
            continue
        other = sued[numbers[0]]
        if alone or _are_near(suing, other):
            groups.remove(other)
            groups[groups.index(suing)] = suing.join(other)


def _are_near(one: Filing, other: Filing, reach: int = NEAR) -> bool:
    """Tell whether two proceedings of one document are told of close together."""
    return min(abs(here[2] - there[2]) for here in one.places for there in other.places) <= reach


def _are_told_together(one: Filing, other: Filing) -> bool:
    """Tell whether two texts say of what somebody is charged or pleads guilty in one prosecution.

    "Charged with theft", he "pleaded guilty to fraud" in the end, wherever that stands; "charged with theft" and
    "charged with fraud" are one where they stand close together. "Convicted of theft in May, he was charged with fraud"
    tells of two.
    """
    if not one.statuses or not other.statuses or not are_charges(one, other):
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
    if filing.names or group.names:
        # "Roe v. Wade" has another side, though nobody in the text bears its name
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
    # what stands before "a similar suit" is the one that it is similar to
    told = [group for group in groups if not group.apart or group.first < filing.first]
    fitting = [group for group in told if not disagree(filing, group)]
    if filing.counterclaim:
        fitting = [group for group in fitting if group.counterclaim or _answered(group, groups)]
    if filing.apart:
        return None
    nearest = _nearest_before(filing, fitting)
    if filing.definite:
        first = min(fitting, key=lambda group: group.first, default=None)
        return nearest or choose_by_facts(filing, fitting) or (first if has_facts(filing) else None)
    # "A suit filed on Friday alleges …" goes on with the one before it, or announces the first one told of, and none
    # that the text only cites: "Roe v. Wade"
    fitting = [group for group in fitting if not claims_differ(filing, group) and not _is_cited(filing, group)]
    likely = _nearest_before(filing, fitting) or min(fitting, key=lambda group: group.first, default=None)
    return choose_by_facts(filing, fitting) or (likely if has_facts(filing) else None)


def _is_cited(filing: Filing, group: Filing) -> bool:
    """Tell whether a proceeding is known by its name alone, which stands apart: not "in a suit, Roe v. Wade"."""
    return bool(group.names) and len(group.members) == 1 and not _are_near(filing, group, BESIDE)


def _only_nameless(filings: Sequence[Filing], *, alone: bool) -> list[Filing]:
    """Return the one proceeding of a document that names no party at all, if anything is said of it.

    "The assault cases" tells of none, "a lawsuit for assault" and "the assault case before a court" or a judge do.
    """
    if not filings or not alone:
        return []
    whole = filings[0]
    for filing in filings[1:]:
        whole = whole.join(filing)
    told = bool(whole.amounts or whole.courts or whole.judges or (whole.claims and whole.anchored))
    return [whole] if told and not is_bankruptcy(whole) else []
