"""The gold cases, their scorer, and the builds that are scored."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.evaluate.gold import read_cases
from graph.export import FORMATS
from graph.model import KnowledgeGraph

ROOT = Path(__file__).parent.parent
FLOOR = ROOT / "tests" / "gold_floor.json"
FLOOR_MEASURES = (
    *("Person", "MediaOutlet", "Lawsuit", "lawsuit roles", "relations", "Organization", "Court", "Work"),
    *("relations: legal", "relations: personal", "relations: professional", "relations: conduct", "relations: media"),
    *("related pairs", "filing dates", "amounts", "claims"),
)
FLOOR_SHARES = (
    "assertion",
    "edges with verbatim evidence",
    "evidence where the gold has it",
    "label is the fullest name",
    "people with a name",
)
ROUNDING = 1e-9


def find_gold_folder() -> Path | None:
    """Return the gold folder: the one that LITIGRAPH_GOLD names, else the one beside the checkout, if there is one."""
    folder = Path(os.environ.get("LITIGRAPH_GOLD") or ROOT.parent / "shared" / "gold")
    return folder if (folder / "score.py").is_file() else None


def build_cases(gold: Path) -> dict[str, KnowledgeGraph]:
    """Build the graph of each gold case from its articles."""
    from graph.pipeline import build

    graphs = {}
    for case in read_cases(gold):
        result = build(case.articles)
        assert not result.skipped, f"{case.name}: {result.skipped}"
        graphs[case.name] = result.graph
    return graphs


def write_graphs(graphs: Mapping[str, KnowledgeGraph], folder: Path) -> None:
    """Write each case's graph where the scorer looks for it."""
    for name, graph in graphs.items():
        (folder / name).mkdir()
        FORMATS[".graphml"].write(graph, folder / name / "graph.graphml")


def run_scorer(gold: Path, graphs: Path) -> dict[str, Any]:
    """Run the gold set's own scorer on a folder of graphs and return its figures."""
    figures = graphs / "figures.json"
    command = [sys.executable, str(gold / "score.py"), str(gold), str(graphs), "--json", str(figures)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert not done.stderr, f"the scorer complains: {done.stderr}"
    found: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    return found


def find_falls(floor: Mapping[str, Any], figures: Mapping[str, Any]) -> list[str]:
    """Return a line for each figure that is below its floor; one that is no number any more has fallen, too."""
    pairs = {"headline": (floor["headline"], figures["headline"])}
    pairs |= {name: (floor[name]["f1"], figures[name]["f1"]) for name in FLOOR_MEASURES}
    pairs |= {name: (floor[name]["share"], figures.get(name, {}).get("share", 0.0)) for name in FLOOR_SHARES}
    return [
        f"{name}: {now:.4f}, floor {least:.4f}" for name, (least, now) in pairs.items() if not now >= least - ROUNDING
    ]
