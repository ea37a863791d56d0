"""Joins people by their full names in groups that have no surname in common, each on whatever machine is free."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

import pyarrow as pa

from graph.model import Chain, EntityType, Mention, MentionKind, Span
from graph.resolve.block import Profile, surname_keys
from graph.resolve.cluster import join_full_names
from graph.resolve.company import Company
from graph.resolve.partition import Cluster, Partition

NAMES = pa.schema(
    [
        ("group", pa.int64()),
        ("position", pa.int64()),
        ("cluster", pa.int64()),
        ("names", pa.string()),
        ("text", pa.string()),
        ("company", pa.string()),
    ]
)
JOINS = pa.schema(
    [
        ("group", pa.int64()),
        ("number", pa.int64()),
        ("left", pa.int64()),
        ("right", pa.int64()),
        ("reason", pa.string()),
    ]
)


def count_pairs(groups: Sequence[Sequence[Cluster]]) -> int:
    """Return how many pairs of clusters share a surname, which is how many have to be compared."""
    sizes: dict[Hashable, int] = {}
    for cluster in (cluster for group in groups for cluster in group):
        for key in _list_surnames(cluster):
            sizes[key] = sizes.get(key, 0) + 1
    return sum(size * (size - 1) // 2 for size in sizes.values())


def group_people(partition: Partition, people: Sequence[Profile]) -> list[list[Cluster]]:
    """Return the clusters of people in groups of which no two share a surname, without those that stand alone."""
    clusters = [(cluster, keys) for cluster in partition.clusters(people) if (keys := _list_surnames(cluster))]
    parent = {key: key for _, keys in clusters for key in keys}

    def root(key: Hashable) -> Hashable:
        while parent[key] != key:
            parent[key] = key = parent[parent[key]]
        return key

    for _, keys in clusters:
        for key in keys[1:]:
            parent[root(key)] = root(keys[0])
    groups: dict[Hashable, list[Cluster]] = {}
    for cluster, keys in clusters:
        groups.setdefault(root(keys[0]), []).append(cluster)
    return [group for group in groups.values() if len(group) > 1]


def _list_surnames(cluster: Cluster) -> list[Hashable]:
    return list(dict.fromkeys(key for profile in cluster for key in surname_keys(profile)))


def tabulate_names(groups: Sequence[Sequence[Cluster]], people: Sequence[Profile], company: Company) -> pa.Table:
    """Return a row for each chain of a person: its names, its place and its cluster's among all people, its company."""
    positions = {profile.key: position for position, profile in enumerate(people)}
    rows = [
        (number, positions[profile.key], positions[cluster[0].key], json.dumps(profile.names.printed), profile.key[0],
         json.dumps(company.weights.get(profile.key[0], {})))
        for number, group in enumerate(groups) for cluster in group for profile in cluster
    ]  # fmt: skip
    return pa.table([list(column) for column in zip(*rows, strict=True)], schema=NAMES)


class _Recorder(Partition):
    """A partition that remembers for which reason it joined whom."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        super().__init__(profiles)
        self.joins: list[tuple[int, int, str]] = []

    def join(self, left: Profile, right: Profile, reason: str = "") -> None:
        super().join(left, right, reason)
        if reason:
            self.joins.append((left.key[1], right.key[1], reason))


def find_joins(table: pa.Table, *, doubt: float) -> pa.Table:
    """Return who of one group is to be joined with whom, in order: the group-by's function."""
    rows: list[dict[str, Any]] = sorted(table.to_pylist(), key=lambda row: row["position"])
    people = {row["position"]: _build_profile(row) for row in rows}
    recorder = _Recorder(list(people.values()))
    for row in rows:
        recorder.join(people[row["cluster"]], people[row["position"]])
    company = Company({row["text"]: json.loads(row["company"]) for row in rows}, doubt=doubt)
    join_full_names(recorder, recorder.profiles, company)
    numbers = count()
    found = [(rows[0]["group"], next(numbers), *join) for join in recorder.joins]
    return pa.Table.from_pylist([dict(zip(JOINS.names, values, strict=True)) for values in found], schema=JOINS)


def _build_profile(row: Mapping[str, Any]) -> Profile:
    # A comparer looks at nothing but the names and the text.
    nowhere, names = Span(0, 0), json.loads(row["names"])
    mentions = (Mention(nowhere, name, EntityType.PERSON, MentionKind.NAMED, nowhere) for name in names)
    return Profile((row["text"], row["position"]), Chain(EntityType.PERSON, names[0], tuple(mentions)))


def apply_joins(partition: Partition, people: Sequence[Profile], tables: Iterator[pa.Table]) -> None:
    """Join in the partition who is to be joined, group by group in the order found."""
    joins = [tuple(row.values()) for table in tables for row in table.select(JOINS.names).to_pylist()]
    for _, _, left, right, reason in sorted(joins):
        partition.join(people[left], people[right], reason)
