"""Measure what a project costs and whether it survives being killed.

    python -m tests.benchmarks.project ARTICLES [--articles 200] [--kills 100] [--killed-articles 200]
        [--killed-words 0] [--parts NAME …]

ARTICLES is a file of many articles (JSON Lines, CSV and the like, also packed) or a folder. Measured are, in processes
of their own: kills at random moments of a build, each followed by a rerun that must end with the bytes of an
undisturbed plain build (of the first articles as they are, or with --killed-words of the first that are no longer, so
that a hundred kills take an hour and not five; moments and states are the same, only each article is done sooner); the
time of a first build, of a rerun, and of a rerun after one more article; two workers beside one that has all cores and,
on Linux, one that is held to one core; the memory of one worker for half and for all of the articles.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from graph.model import Document
from graph.read import read_documents
from tests.projects import differing, read_files

MEASURE = """
import resource, sys
from graph.cli import app
code = 0
try:
    app(sys.argv[1:], prog_name="litigraph")
except SystemExit as end:
    code = end.code
who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
print("peak", *(resource.getrusage(one).ru_maxrss for one in who), file=sys.stderr)
sys.exit(code)
"""
TOLD = 10
"""After so many kills the count is told: it takes hours."""
PARTS = ("kills", "growth", "workers")
# Linux counts in KiB, macOS in bytes.
UNIT = 1 if sys.platform == "darwin" else 1024


def main() -> None:
    """Print the figures, a line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_path", metavar="ARTICLES", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--killed-articles", type=int, default=200)
    parser.add_argument("--killed-words", type=int, default=0, help="words of an article at most, 0 for any number")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="what is measured, all by default")
    args = parser.parse_args()
    documents = [item for item in read_documents([args.articles_path]) if isinstance(item, Document)]
    killed = [item for item in documents if not args.killed_words or len(item.text.split()) <= args.killed_words]
    if "kills" in args.parts and len(killed) < args.killed_articles:
        parser.error(
            f"{args.articles_path}: holds {len(killed)} articles of so few words; give a larger --killed-words"
        )
    needed = {"kills": args.killed_articles, "growth": args.articles + 1, "workers": args.articles}
    if len(documents) < max(needed[part] for part in args.parts):
        parser.error(f"{args.articles_path}: holds {len(documents)} articles; give more, or a smaller --articles")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    with TemporaryDirectory() as name:
        if "kills" in args.parts:
            measure_kills(Path(name) / "kills", killed[: args.killed_articles], args.kills, random.Random(args.seed))
        if "growth" in args.parts:
            measure_growth(Path(name) / "growth", documents[: args.articles + 1])
        if "workers" in args.parts:
            measure_workers(Path(name) / "workers", documents[: args.articles])


def measure_kills(folder: Path, documents: Sequence[Document], kills: int, chance: random.Random) -> None:
    """Kill builds at random moments and count those whose rerun ends with other bytes than an undisturbed build."""
    write_articles(folder, documents)
    seconds = run(folder, "build", "articles", "-q", "-o", "plain").seconds
    expected = read_files(folder / "plain")
    prepare(folder)
    (folder / ".litigraph").rename(folder / "prepared")
    words = sum(len(document.text.split()) for document in documents)
    print(f"builds of {len(documents)} articles, {words:,} words, {seconds:.0f} s undisturbed", flush=True)
    wrong = struck = 0
    for number in range(1, kills + 1):
        for left in (".litigraph", "outputs"):
            shutil.rmtree(folder / left, ignore_errors=True)
        shutil.copytree(folder / "prepared", folder / ".litigraph")
        process = subprocess.Popen(command("build", "-q"), cwd=folder, env=environment(), stderr=subprocess.DEVNULL,
                                   start_new_session=True)  # fmt: skip
        sleep(chance.uniform(0, 1.1 * seconds))
        struck += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        run(folder, "build", "-q")
        wrong += bool(differing(read_files(folder / "outputs"), expected))
        if number % TOLD == 0 or number == kills:
            print(f"kills: {number}, {struck} before the end; {wrong} ended otherwise", flush=True)


def measure_growth(folder: Path, documents: Sequence[Document]) -> None:
    """Print the time of a build, of a rerun, and of one after an article more, and what the articles take."""
    *most, last = documents
    write_articles(folder, most)
    prepare(folder)
    words = sum(len(document.text.split()) for document in most)
    first, again = run(folder, "build", "-q"), run(folder, "build", "-q")
    size = sum(path.stat().st_size for path in (folder / ".litigraph").iterdir())
    write_articles(folder, [last], start=len(most))
    grown = run(folder, "build", "-q")
    print(
        f"build of {len(most)} articles, {words:,} words: {first.seconds:.1f} s, {words / first.seconds:,.0f} words/s"
    )
    print(f"rerun: {again.seconds:.1f} s; after one article more: {grown.seconds:.1f} s")
    print(f"store: {size / len(most) / 1000:.1f} kB an article")


def measure_workers(folder: Path, documents: Sequence[Document]) -> None:
    """Print the memory of one worker, how much faster two build, and whether they write the same."""
    write_articles(folder, documents)
    runs = {workers: run(folder, "build", "articles", "-q", "--workers", workers, "-o", workers) for workers in "12"}
    same = not differing(read_files(folder / "1"), read_files(folder / "2"))
    ratio = runs["1"].seconds / runs["2"].seconds
    half = run(folder, "build", "-q", *list_first(folder, len(documents) // 2), "-o", "half")
    growth = (runs["1"].peak - half.peak) / (len(documents) - len(documents) // 2)
    print(f"memory of one worker: {runs['1'].peak / 1e6:,.0f} MB, growing by {growth / 1e3:.1f} kB an article")
    print(f"two workers: {ratio:.2f} times as fast as one, {'the same' if same else 'OTHER'} bytes")
    if hasattr(os, "sched_setaffinity"):
        cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(cores)})
        held = run(folder, "build", "articles", "-q", "--workers", "1", "-o", "held")
        os.sched_setaffinity(0, cores)
        ratio = held.seconds / runs["2"].seconds
        print(f"two workers on {len(cores)} cores: {ratio:.2f} times as fast as one on one core")


class Run:
    """A run that has ended: its time in seconds, and the peak memory of its largest process in bytes."""

    def __init__(self, seconds: float, peak: int) -> None:
        self.seconds, self.peak = seconds, peak


def run(folder: Path, *arguments: str) -> Run:
    """Run the command in a folder; its failure ends the benchmark."""
    begin = perf_counter()
    done = subprocess.run(
        command(*arguments), cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    seconds = perf_counter() - begin
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return Run(seconds, UNIT * max(map(int, done.stderr.split("peak ")[-1].split())))


def command(*arguments: str) -> list[str]:
    """Return the command line that also tells the peak memory."""
    return [sys.executable, "-c", MEASURE, *arguments]


def environment() -> Mapping[str, str]:
    """Return the environment of a run: this code, and one thread for each process."""
    paths = os.pathsep.join(filter(None, (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1"}


def prepare(folder: Path) -> None:
    """Make a folder with articles a project."""
    run(folder, "init")
    run(folder, "add", "articles")


def write_articles(folder: Path, documents: Sequence[Document], *, start: int = 0) -> None:
    """Write each article to a file of its own."""
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for number, document in enumerate(documents, start):
        content = json.dumps({**asdict(document), "path": None})
        (folder / "articles" / f"{number:06}.json").write_text(content, encoding="utf-8")


def list_first(folder: Path, count: int) -> list[str]:
    """Return the paths of the first articles."""
    return [f"articles/{path.name}" for path in sorted((folder / "articles").iterdir())[:count]]


if __name__ == "__main__":
    main()
