"""Measure how long each format takes to write, and GraphML beside networkx' own writer on the same graph.

    python -m tests.benchmarks.export [--edges 50000] [--rounds 3] [--all]

Our GraphML is timed from the knowledge graph, networkx' writer from a network that is built already. Both are measured
in turns in one process; the best round of each counts.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import networkx as nx

from graph.export import FORMATS, graphml
from graph.network import to_networkx
from tests.large_graphs import build_large_graph


def time_run(run: Callable[[], object]) -> float:
    """Return how many seconds a run takes."""
    begin = perf_counter()
    run()
    return perf_counter() - begin


def main() -> None:
    """Print seconds and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edges", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--all", action="store_true", help="time every other format, too")
    args = parser.parse_args()
    graph = build_large_graph(edges=args.edges)
    network = to_networkx(graph)
    print(f"{len(graph.nodes):,} nodes, {len(graph.relations):,} edges; {os.cpu_count()} cores, "
          f"Python {platform.python_version()}, networkx {nx.__version__}")  # fmt: skip
    with TemporaryDirectory() as name:
        folder = Path(name)
        runs: dict[str, Callable[[], object]] = {
            "networkx": lambda: nx.write_graphml(network, folder / "theirs.graphml", named_key_ids=True),
            "networkx, xml": lambda: nx.write_graphml_xml(network, folder / "xml.graphml"),
            "litigraph": lambda: graphml.write(graph, folder / "ours.graphml"),
        }
        best = dict.fromkeys(runs, float("inf"))
        for _ in range(args.rounds):
            for key, run in runs.items():
                best[key] = min(best[key], time_run(run))
        for key, seconds in best.items():
            print(f"{key:18} {seconds:8.2f} s")
        print(f"{'ratio':18} {best['litigraph'] / best['networkx']:8.2f}  (litigraph / networkx)")
        for suffix in sorted(FORMATS) if args.all else ():
            seconds = time_run(lambda suffix=suffix: FORMATS[suffix].write(graph, folder / f"graph{suffix}"))
            print(f"{suffix:18} {seconds:8.2f} s {(folder / f'graph{suffix}').stat().st_size / 1e6:8.1f} MB")


if __name__ == "__main__":
    main()
