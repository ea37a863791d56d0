"""Quality never falls unnoticed: the gold set's own scorer must give at least the figures of the floor file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.model import KnowledgeGraph
from tests.gold import FLOOR, FLOOR_MEASURES, FLOOR_SHARES, find_falls, run_scorer, write_graphs


@pytest.fixture(scope="module")
def floor() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FLOOR.read_text(encoding="utf-8"))
    return found


def test_no_figure_is_below_its_floor(
    gold_folder: Path, gold_graphs: Mapping[str, KnowledgeGraph], floor: dict[str, Any], tmp_path: Path
) -> None:
    write_graphs(gold_graphs, tmp_path)
    figures = run_scorer(gold_folder, tmp_path)
    assert figures["cases"].keys() >= floor["cases"].keys(), "the floor was set on cases that are gone"
    falls = find_falls(floor, figures)
    assert not falls, "\n".join(
        [
            f"{len(falls)} figures fell below tests/gold_floor.json:",
            *falls,
            "Find the cause with `litigraph evaluate GOLD --cases --errors`. Where a fall is the price of a greater",
            "gain, accept it with `python -m tests.raise_floor --accept-falls` and say why in the commit.",
        ]
    )


def test_each_fall_is_found(floor: dict[str, Any]) -> None:
    assert find_falls(floor, floor) == []
    for name in ("headline", *FLOOR_MEASURES, *FLOOR_SHARES):
        assert [line.rsplit(": ", 1)[0] for line in find_falls(floor, lower(floor, name))] == [name]


def lower(figures: dict[str, Any], name: str) -> dict[str, Any]:
    if name == "headline":
        return {**figures, name: figures[name] - 1e-6}
    key = "f1" if name in FLOOR_MEASURES else "share"
    return {**figures, name: {**figures[name], key: figures[name][key] - 1e-6}}
