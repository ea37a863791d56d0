"""Run the benchmarks one after another and print them all, each under what it is held to.

    python -m tests.benchmarks ARTICLES [--only whole workers ...] [--quick]

ARTICLES is a file of many articles (JSON Lines, CSV and the like, also packed) or a folder. The sizes are options; with
the defaults it takes most of a day, with --quick a quarter of an hour. It fails where a benchmark fails.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from tests.benchmarks.project import environment


def main() -> None:
    """Run what is wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", metavar="ARTICLES", type=Path)
    parser.add_argument("--only", nargs="+", metavar="NAME", help="whole, workers, growth, kills, fuzz, traps, export")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000], help="articles of a whole build")
    parser.add_argument("--worker-articles", type=int, default=1000, help="articles for one worker beside two")
    parser.add_argument("--growth-articles", type=int, default=18_299, help="articles before one is added")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--killed-articles", type=int, default=200)
    parser.add_argument("--killed-words", type=int, default=0, help="words of a killed build's articles, 0 for any")
    parser.add_argument("--files", type=int, default=10_000, help="spoiled files")
    parser.add_argument("--trap-words", type=int, default=5000)
    parser.add_argument("--edges", type=int, default=50_000, help="edges of the graph to export")
    parser.add_argument("--quick", action="store_true", help="small sizes: does everything run?")
    args = parser.parse_args()
    if args.quick:
        small = {"sizes": [10, 20], "worker_articles": 10, "growth_articles": 10, "kills": 2, "killed_articles": 5,
                 "files": 200, "trap_words": 20, "edges": 1000}  # fmt: skip
        vars(args).update(small)
    commands = list_commands(args)
    if unknown := set(args.only or ()) - commands.keys():
        parser.error(f"--only: {', '.join(sorted(unknown))} is not known; legal: {', '.join(commands)}")
    failed = [name for name in args.only or commands if not run(name, *commands[name])]
    print(f"\n{len(failed)} failed{': ' if failed else ''}{', '.join(failed)}")
    sys.exit(bool(failed))


def list_commands(args: argparse.Namespace) -> dict[str, tuple[str, list[str]]]:
    """Return, by name, what each benchmark is held to and its command."""
    articles = str(args.articles.absolute())
    sizes = list(map(str, args.sizes))
    project = ["tests.benchmarks.project", articles, "--parts"]
    return {
        "whole": ("ratio at least 0.80; 0.85 to 1.15 of the time a word; peak at most 2,000 MB, +20 kB an article",
                  ["tests.benchmarks.whole", articles, "--articles", *sizes]),
        "workers": ("two workers at least 1.80 times as fast, the same bytes",
                    [*project, "workers", "--articles", str(args.worker_articles)]),
        "growth": ("resumable; after one article more at most 10 s",
                   [*project, "growth", "--articles", str(args.growth_articles)]),
        "kills": ("0 ended otherwise",
                  [*project, "kills", "--kills", str(args.kills), "--killed-articles", str(args.killed_articles),
                   "--killed-words", str(args.killed_words), "--articles", "1"]),
        "fuzz": ("0 crashes, 0 hangs, 0 good files lost", ["tests.benchmarks.fuzz", "--files", str(args.files)]),
        "traps": ("0 grow faster than the text", ["tests.benchmarks.traps", "--words", str(args.trap_words)]),
        "export": ("GraphML no slower than networkx", ["tests.benchmarks.export", "--edges", str(args.edges)]),
    }  # fmt: skip


def run(name: str, bar: str, command: list[str]) -> bool:
    """Print the benchmark's name, its bar, its command and what it prints; tell whether it succeeded."""
    print(f"\n== {name} (bar: {bar})\n$ python -m {shlex.join(command)}", flush=True)
    begin = perf_counter()
    done = subprocess.run([sys.executable, "-m", *command], env=environment(), check=False)
    print(f"-- {name}: {perf_counter() - begin:,.0f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    main()
