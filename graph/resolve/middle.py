"""Joins a full name with the only one that has another given name before it: who goes by a middle name."""

from __future__ import annotations

from collections.abc import Sequence

from graph.descriptions import load_given_names
from graph.resolve.block import Profile
from graph.resolve.company import Company
from graph.resolve.compare import Match, genders_agree
from graph.resolve.partition import Partition, View, tell

_BY_MIDDLE = Match(0.8, "called by the middle name")
# so many texts keep what one adds out of the label: "Sleepy Ada Quill"
_AGREEING = 4
_FEWEST = 2


def join_by_middle_name(partition: Partition, people: Sequence[Profile], company: Company) -> None:
    """Join "Ada Quill" with the only "Leda Ada Quill" where their texts seem to speak of the same matter."""
    views = [View(cluster) for cluster in partition.clusters(profile for profile in people if profile.full_names)]
    known: dict[tuple[tuple[str, ...], str], dict[int, None]] = {}
    for number, view in enumerate(views):
        for profile in view.cluster:
            for name in profile.full_names:
                if len(name.given) > 1 and min(map(len, name.given)) > 1:
                    known.setdefault((name.given[1:], name.surname), {})[number] = None
    joins: list[tuple[View, View]] = []
    for number, view in enumerate(views):
        asked = {(name.given, name.surname) for profile in view.cluster for name in profile.full_names}
        longer = [views[other] for other in sorted({o for key in asked for o in known.get(key, ())} - {number})]
        if len(longer) == 1 and _are_one(view, longer[0], company):
            joins.append((longer[0], view))
    for whole, short in joins:
        if partition.may_join(whole.cluster[0], short.cluster[0]):
            partition.join(whole.cluster[0], short.cluster[0], tell(short.longest, whole.longest, _BY_MIDDLE))


def _are_one(short: View, whole: View, company: Company) -> bool:
    """Tell whether nothing speaks against two being one, and what the longer name adds is likely a name."""
    first = whole.longest.split()[0].lower()
    likely = first in load_given_names() or len(whole.documents) >= _FEWEST or len(short.documents) >= _AGREEING
    apart = short.documents.isdisjoint(whole.documents) and genders_agree(short.gender, whole.gender)
    return likely and apart and company.is_shared(short.cluster, whole.cluster)
