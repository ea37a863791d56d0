"""Compares lawsuits that resolution left apart although they have parties in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.model import Lawsuit, Value
from graph.proposals.hints import Hint, make_pair, pair_up
from graph.resolve import Docket, Resolution
from graph.resolve.filings import amount_key, claim_key
from graph.resolve.normalize import fold

_BOTH_SIDES, _ONE_SIDE, _SHARED, _DIFFERENT = 0.55, 0.4, 0.1, 0.12
_MOST_FITS = 4


def compare_lawsuits(resolution: Resolution) -> Iterator[Hint]:
    """Yield a hint for each two lawsuits that share plaintiff and defendant, or the only side that one of them has."""
    docket = resolution.docket
    labels = {entity.id: entity.label for entity in resolution.entities}
    answered = {make_pair(*pair) for pair in docket.counterclaims}
    by_sides: dict[str, dict[str, set[str]]] = {
        lawsuit.id: {"plaintiff": set(docket.plaintiffs[lawsuit.id]), "defendant": set(docket.defendants[lawsuit.id])}
        for lawsuit in docket.lawsuits
    }
    for one, other in find_pairs(docket):
        pair = make_pair(one.id, other.id)
        if pair in answered:
            continue
        shared = {
            side: sorted(by_sides[one.id][side] & by_sides[other.id][side]) for side in ("plaintiff", "defendant")
        }
        told = [f"the same {side}, {', '.join(labels[id_] for id_ in ids)}" for side, ids in shared.items() if ids]
        score = _BOTH_SIDES if all(shared.values()) else _ONE_SIDE
        agreed, differing = compare_facts(one, other)
        score += _SHARED * len(agreed) - _DIFFERENT * len(differing)
        yield Hint(pair, score, (*told, *agreed), tuple(differing))


def find_pairs(docket: Docket) -> Iterator[tuple[Lawsuit, Lawsuit]]:
    """Yield the pairs that share both sides, and those of which one knows a single side that the other shares."""
    seen: set[tuple[str, str]] = set()
    pairs = list(pair_up(docket.lawsuits, lambda lawsuit: [
        (one, other) for one in docket.plaintiffs[lawsuit.id] for other in docket.defendants[lawsuit.id]
    ]))  # fmt: skip
    by_party: dict[tuple[str, str], list[Lawsuit]] = defaultdict(list)
    for lawsuit in docket.lawsuits:
        for side, parties in list_sides(docket, lawsuit):
            for party in parties:
                by_party[side, party].append(lawsuit)
    for lawsuit in docket.lawsuits:
        sides = [(side, parties) for side, parties in list_sides(docket, lawsuit) if parties]
        if len(sides) == 1:
            fits = {other.id: other for party in sides[0][1] for other in by_party[sides[0][0], party]}
            others = [other for id_, other in sorted(fits.items()) if id_ != lawsuit.id]
            pairs += [(lawsuit, other) for other in others if len(others) <= _MOST_FITS]
    for one, other in pairs:
        pair = make_pair(one.id, other.id)
        if pair not in seen:
            seen.add(pair)
            yield (one, other) if one.id == pair[0] else (other, one)


def list_sides(docket: Docket, lawsuit: Lawsuit) -> Sequence[tuple[str, Sequence[str]]]:
    """Return both sides of a lawsuit with the ids of their parties."""
    return ("plaintiff", docket.plaintiffs[lawsuit.id]), ("defendant", docket.defendants[lawsuit.id])


def compare_facts(one: Lawsuit, other: Lawsuit) -> tuple[list[str], list[str]]:
    """Return in words which facts two lawsuits share, and in which both say something and nothing in common."""
    agreed, differing = [], []
    for what, left, right, key in (
        ("filing date", one.filed, other.filed, str),
        ("claim", one.claims, other.claims, claim_key),
        ("amount", one.amounts, other.amounts, amount_key),
        ("docket number", one.dockets, other.dockets, fold),
    ):
        shared = {key(value.text) for value in left} & {key(value.text) for value in right}
        if shared:
            agreed.append(f"the same {what}, {next(value.text for value in left if key(value.text) in shared)}")
        elif left and right:
            differing.append(f"another {what}: {_enumerate(left)} and {_enumerate(right)}")
    return agreed, differing


def _enumerate(values: Sequence[Value]) -> str:
    return ", ".join(value.text for value in values)
