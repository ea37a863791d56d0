"""Tells whether two filings can be one proceeding, and how much they share."""

from __future__ import annotations

from graph.resolve.filings import DEFENDANT, PLAINTIFF, Filing, drop_coarser, known_claims, lawsuit_words

YEAR = len("2021")


def contradict(left: Filing, right: Filing, *, dates: bool) -> bool:
    """Tell whether two filings cannot be one: other direction, other nature, other level of court, or other year.

    `dates` says whether a difference of the filing years counts: within one document it tells two suits apart, between
    documents it may be an error of one of them.
    """
    if left.plaintiffs & right.defendants or left.defendants & right.plaintiffs:
        return True
    if any(one.judges & (other.plaintiffs | other.defendants) for one, other in ((left, right), (right, left))):
        return True
    if _natures_differ(left, right):
        return True
    if _strangers_differ(left, right) or _strangers_differ(right, left):
        return True
    return dates and (years_differ(left, right) or courts_differ(left, right))


def disagree(left: Filing, right: Filing) -> bool:
    """Tell whether two filings of one document cannot be one, or give other months: "in court since May"."""
    months = [{date[:7] for date in filing.filed if len(date) > YEAR} for filing in (left, right)]
    apart = bool(months[0]) and bool(months[1]) and months[0].isdisjoint(months[1])
    return apart or contradict(left, right, dates=True)


def _natures_differ(left: Filing, right: Filing) -> bool:
    if is_bankruptcy(left) != is_bankruptcy(right) and (left.defendants or right.defendants):
        return True
    if not left.natures or not right.natures:
        return False
    plain = len(left.natures) == len(right.natures) == 1 and left.natures != right.natures
    return plain or is_bankruptcy(left) != is_bankruptcy(right)


def is_bankruptcy(filing: Filing) -> bool:
    """Tell whether a proceeding is its debtor's bankruptcy, which has no other side."""
    return "insolvent" in filing.natures


def _strangers_differ(left: Filing, right: Filing) -> bool:
    # "three women sued Lee" is not what Kim brought against Lee
    sides = {PLAINTIFF: (left.plaintiffs, right.plaintiffs), DEFENDANT: (left.defendants, right.defendants)}
    return any(bool(right_side) and not left_side for side, (left_side, right_side) in sides.items()
               if side in left.strangers and side not in right.strangers)  # fmt: skip


def is_of_another(filing: Filing, group: Filing) -> bool:
    """Tell whether somebody stands nameless where another document names a party, and no fact shows that it is one.

    "A woman sued Lee for $5 million" may be Kim's suit against Lee, or any other.
    """
    known = {side for side, parties in ((PLAINTIFF, group.plaintiffs), (DEFENDANT, group.defendants)) if parties}
    own = {side for side, parties in ((PLAINTIFF, filing.plaintiffs), (DEFENDANT, filing.defendants)) if parties}
    return bool((filing.faceless & known) - own) and count_shared(filing, group) == 0


def years_differ(left: Filing, right: Filing) -> bool:
    """Tell whether both give a filing year, and none in common."""
    years = [{date[:4] for date in filing.filed} for filing in (left, right)]
    return bool(years[0]) and bool(years[1]) and years[0].isdisjoint(years[1])


def months_differ(left: Filing, right: Filing) -> bool:
    """Tell whether two suits were filed months apart, where both give a month; a prosecution has many a date."""
    if is_prosecution(left) or is_prosecution(right):
        return False
    months = [
        [int(date[:4]) * 12 + int(date[5:7]) for date in filing.filed if len(date) > YEAR] for filing in (left, right)
    ]
    apart = [abs(one - other) for one in months[0] for other in months[1]]
    return bool(apart) and min(apart) > 1


def courts_differ(left: Filing, right: Filing) -> bool:
    """Tell whether both name trial courts that are of two levels, or of one level and in two places."""
    one, other = _trial_courts(left), _trial_courts(right)
    return bool(one) and bool(other) and all(_two_courts(a, b) for a in one for b in other)


def _trial_courts(filing: Filing) -> list[frozenset[str]]:
    plain = (court.replace(".", "").replace("united states", "us") for court in sorted(filing.courts))
    courts = [frozenset(court.split()) for court in plain]
    return [words for words in courts if words.isdisjoint(lawsuit_words()["appellate"])]


def _two_courts(one: frozenset[str], other: frozenset[str]) -> bool:
    words = lawsuit_words()
    levels = [{level for level in ("federal", "state") if court & set(words[level])} for court in (one, other)]
    if levels[0] and levels[1] and levels[0].isdisjoint(levels[1]):
        return True
    places = [court - set(words["court_words"]) for court in (one, other)]
    # "Manhattan federal court" sits in the Southern District of New York: only like names tell by their places
    alike = ("district" in one) == ("district" in other)
    return alike and levels[0] == levels[1] != set() and all(places) and places[0].isdisjoint(places[1])


def share_both_sides(left: Filing, right: Filing) -> bool:
    """Tell whether a plaintiff and a defendant are the same."""
    return bool(left.plaintiffs & right.plaintiffs) and bool(left.defendants & right.defendants)


def share_known_side(part: Filing, whole: Filing) -> bool:
    """Tell whether every side that both know has a party in common, and there is such a side."""
    pairs = ((part.plaintiffs, whole.plaintiffs), (part.defendants, whole.defendants))
    known = [bool(mine & theirs) for mine, theirs in pairs if mine and theirs]
    return bool(known) and all(known)


def count_shared(left: Filing, right: Filing) -> int:
    """Return how many sums, claims, dates, dockets, courts and judges two filings share."""
    pairs = ((left.amounts, right.amounts), (left.claims, right.claims), (left.dockets, right.dockets),
             (left.courts, right.courts), (left.judges, right.judges))  # fmt: skip
    dates = len(drop_coarser(left.filed | right.filed)) < len(left.filed) + len(right.filed)
    return sum(len(mine & theirs) for mine, theirs in pairs) + dates + (left.counterclaim and right.counterclaim)


def is_prosecution(filing: Filing) -> bool:
    """Tell whether the words for a proceeding are a prosecution's alone."""
    return filing.natures == frozenset({"criminal"})


def claims_differ(left: Filing, right: Filing) -> bool:
    """Tell whether both give claims, and none in common; "assault" may be "sexual assault".

    Of two prosecutions only known crimes tell: "pleaded guilty to helping two men escape" is in the text's words.
    """
    claims = [filing.claims for filing in (left, right)]
    if is_prosecution(left) and is_prosecution(right):
        claims = [side & known_claims() for side in claims]
    pairs = [(set(one.split()), set(other.split())) for one in claims[0] for other in claims[1]]
    return bool(pairs) and not any(one <= other or other <= one for one, other in pairs)


def choose_by_facts(filing: Filing, candidates: list[Filing]) -> Filing | None:
    """Return the only candidate, or the one that shares most facts if it alone does; None where that tells nothing."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    ranked = sorted(candidates, key=lambda candidate: (-count_shared(filing, candidate), candidate.first))
    most, next_most = (count_shared(filing, candidate) for candidate in ranked[:2])
    return ranked[0] if most > next_most else None


def are_charges(one: Filing, other: Filing) -> bool:
    """Tell whether both are of a prosecution, which has many a charge."""
    return one.natures == other.natures == {"criminal"}


def has_facts(filing: Filing) -> bool:
    """Tell whether anything but its parties is known of a proceeding."""
    return bool(filing.claims) or is_dated(filing)


def is_dated(filing: Filing) -> bool:
    """Tell whether a sum, a day, a docket number or a court is known of a proceeding."""
    return bool(filing.amounts or filing.filed or filing.dockets or filing.courts)
