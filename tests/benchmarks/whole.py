"""Measure the whole build with resolution and page beside the bare language model, and how its cost grows.

    python -m tests.benchmarks.whole ARTICLES [--articles 1000 5000] [--bare 1000] [--workers 1]

ARTICLES is a file of many articles (JSON Lines, CSV and the like, also packed) or a folder. Each build reads so many
files of one article, extracts, resolves, lays out and writes the page and the other formats that `litigraph build`
writes, in a process of its own; the bare model parses the same texts (at most --bare of them, since its speed does not
depend on their number) in another one right before. The time to load the model is in neither. Printed are words a
second of both and their ratio, seconds and peak memory of each build, and how both grow with the articles.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from graph.errors import InputError
from graph.model import Document
from graph.nlp import load_pipeline, parse_texts
from graph.pipeline import build
from graph.read import read_documents
from graph.save import save_graph
from tests.benchmarks.project import UNIT, environment, write_articles


@dataclass(frozen=True)
class Cost:
    """What a number of articles took: words, seconds, and the peak memory of the process in bytes."""

    articles: int
    words: int
    seconds: float
    peak: int

    @property
    def speed(self) -> float:
        """Return the words a second."""
        return self.words / self.seconds


def main() -> None:
    """Print a line for each number of articles, and how the cost grows from each to the next."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_path", metavar="ARTICLES", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 5000])
    parser.add_argument("--bare", type=int, default=1000, help="how many articles the bare model reads at most")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--run", choices=sorted(RUNS), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.run:
        run_here(args.articles_path, args.run, args.workers)
        return
    documents = [item for item in read_documents([args.articles_path]) if isinstance(item, Document)]
    if len(documents) < max(args.articles):
        parser.error(f"{args.articles_path}: holds {len(documents)} articles; give more, or a smaller --articles")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    costs = [measure(documents, count, min(count, args.bare), args.workers) for count in args.articles]
    for small, large in pairwise(costs):
        flat = large.seconds / large.articles / (small.seconds / small.articles) * (small.words / small.articles)
        flat /= large.words / large.articles
        growth = (large.peak - small.peak) / (large.articles - small.articles)
        print(
            f"from {small.articles:,} to {large.articles:,} articles: {flat:.2f} of the time a word, "
            f"{growth / 1e3:+.1f} kB of memory an article"
        )


def measure(documents: Sequence[Document], count: int, bare: int, workers: int) -> Cost:
    """Print what a build of so many articles costs, beside the bare model on the first of them."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder / "all", documents[:count])
        write_articles(folder / "bare", documents[:bare])
        model = run_apart(folder / "bare", "bare", 1)
        whole = run_apart(folder / "all", "build", workers)
    print(
        f"{count:,} articles, {whole.words:,} words: {whole.seconds:.1f} s, {whole.speed:,.0f} words/s, "
        f"bare model {model.speed:,.0f} words/s, ratio {whole.speed / model.speed:.2f}; "
        f"{1000 * whole.seconds / count:.1f} ms an article; peak memory {whole.peak / 1e6:,.0f} MB",
        flush=True,
    )
    return whole


def run_apart(folder: Path, kind: str, workers: int) -> Cost:
    """Run one measurement in a process of its own; its failure ends the benchmark."""
    command = [sys.executable, "-m", "tests.benchmarks.whole", str(folder), "--run", kind, "--workers", str(workers)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def run_here(folder: Path, kind: str, workers: int) -> None:
    """Run one measurement in this process and print it as JSON."""
    texts = [item.text for item in read_documents([folder / "articles"]) if not isinstance(item, InputError)]
    load_pipeline()("Ada Quill sued Bram Osei.")
    seconds = RUNS[kind](folder, texts, workers)
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = UNIT * max(resource.getrusage(one).ru_maxrss for one in who)
    words = sum(len(text.split()) for text in texts)
    print(json.dumps({"articles": len(texts), "words": words, "seconds": seconds, "peak": peak}))


def time_bare(folder: Path, texts: Sequence[str], workers: int) -> float:
    """Return how many seconds the bare model takes."""
    begin = perf_counter()
    for _ in parse_texts(load_pipeline(), texts):
        pass
    return perf_counter() - begin


def time_build(folder: Path, texts: Sequence[str], workers: int) -> float:
    """Return how many seconds the build and its files take."""
    begin = perf_counter()
    save_graph(build([folder / "articles"], workers=workers).graph, folder / "outputs")
    return perf_counter() - begin


RUNS: dict[str, Callable[[Path, Sequence[str], int], float]] = {"bare": time_bare, "build": time_build}


if __name__ == "__main__":
    main()
