"""Measure how many words a second a build takes in, beside the bare language model on the same text.

    python -m tests.benchmarks.speed FOLDER [--rounds 3]

Both are measured in turns in one process, after one warming round; the best round of each counts.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from graph.errors import InputError
from graph.nlp import load_pipeline
from graph.pipeline import build
from graph.read import read_documents


def main() -> None:
    """Print words per second of the build and of the bare model, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    texts = [item.text for item in read_documents([args.folder]) if not isinstance(item, InputError)]
    words = sum(len(text.split()) for text in texts)
    if not words:
        parser.error(f"{args.folder}: holds no article")
    nlp = load_pipeline()
    runs: dict[str, Callable[[], object]] = {
        "bare model": lambda: list(nlp.pipe(texts)),
        "build": lambda: build([args.folder]),
    }
    best = dict.fromkeys(runs, float("inf"))
    for number in range(args.rounds + 1):
        for name, run in runs.items():
            begin = perf_counter()
            run()
            # The first round loads code and fills caches.
            if number:
                best[name] = min(best[name], perf_counter() - begin)
    print(f"{len(texts)} articles, {words:,} words; {os.cpu_count()} cores, Python {platform.python_version()}")
    for name, seconds in best.items():
        print(f"{name:12} {words / seconds:10,.0f} words/s  {seconds:8.2f} s")
    print(f"{'ratio':12} {best['bare model'] / best['build']:10.2f}  (build / bare model)")


if __name__ == "__main__":
    main()
