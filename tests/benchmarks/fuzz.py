"""Read thousands of spoiled files with good ones between them, and count crashes, hangs and good files lost.

    python -m tests.benchmarks.fuzz [--files 10000] [--seed 8] [--batch 500] [--limit 10]

The files are written in batches of which every tenth is good, and read in a process of its own; what it does not read
within the limit (seconds of processor time) hangs. Printed are also the slowest file of each kind, in seconds, and the
peak memory of the processes. The command fails where anything crashes, hangs, is lost or is written. With --keep, the
files that failed are left in that folder.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Timer
from time import perf_counter, process_time

from graph.errors import InputError
from graph.model import Document
from graph.read import Place, read_place
from graph.read.fields import KNOWN
from graph.read.limits import DEFAULTS
from graph.read.web import Visits
from tests.benchmarks.project import UNIT, environment
from tests.fuzzing import spoil_file, write_good

GOOD_EVERY = 10
# A machine that does other work, too, gives a process a part of its time only.
PATIENCE = 12


@dataclass
class Tally:
    """What was counted so far: names of files that crashed, hung or were lost, and the slowest time of each kind."""

    read: int = 0
    crashed: list[str] = field(default_factory=list)
    hung: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    documents: int = 0
    errors: int = 0
    slowest: dict[str, tuple[float, str]] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    peak: int = 0

    def list_failures(self) -> list[str]:
        """Return the names of all files that failed in any way."""
        return [*self.crashed, *self.hung, *self.lost, *self.silent, *self.written]


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--batch", type=int, default=500)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds that a file may take")
    parser.add_argument("--keep", type=Path, help="a folder for the files that fail")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.read:
        read_listed(args.read)
        return
    tally, chance = Tally(), Random(args.seed)
    for start in range(0, args.files, args.batch):
        with TemporaryDirectory() as name:
            folder = Path(name)
            names = write_batch(folder, range(start, min(start + args.batch, args.files)), chance)
            read_batch(folder, names, tally, args.limit)
            for failed in {*tally.list_failures()} & {*names} if args.keep else ():
                args.keep.mkdir(parents=True, exist_ok=True)
                shutil.copy(folder / "news" / failed, args.keep / failed)
        told = f"{tally.read:,} of {args.files:,} files, {len(tally.list_failures())} failures"
        print(told, end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)
    report(tally)
    sys.exit(bool(tally.list_failures()))


def write_batch(folder: Path, numbers: range, chance: Random) -> list[str]:
    """Write the files of one batch and return their names; those of good ones begin with "good"."""
    news = folder / "news"
    news.mkdir()
    names = []
    for number in numbers:
        good = number % GOOD_EVERY == 0
        name, content = ("a.txt", write_good(number)) if good else spoil_file(chance)
        names.append(f"{'good' if good else 'bad'}-{number:06}-{name}")
        (news / names[-1]).write_bytes(content)
    return names


def read_batch(folder: Path, names: list[str], tally: Tally, limit: float) -> None:
    """Read the files of a batch in processes of their own, a new one behind each that crashes or hangs."""
    (folder / "cwd").mkdir()
    before = list_all(folder)
    waiting = list(names)
    while waiting:
        (folder / "list.json").write_text(json.dumps(waiting))
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.fuzz", "--read", str(folder)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=folder / "cwd", env=environment(),
        )  # fmt: skip
        waiting = follow(process, waiting, tally, limit)
        process.wait()
    tally.written.extend(sorted(list_all(folder) - before - {"list.json"}))


def follow(process: subprocess.Popen[str], waiting: list[str], tally: Tally, limit: float) -> list[str]:
    """Count what a process tells of its files, and return those that are left when it ends."""
    assert process.stdout is not None
    for done in range(len(waiting) + 1):
        watch, begin = Timer(PATIENCE * limit, process.kill), perf_counter()
        watch.start()
        line = process.stdout.readline()
        watch.cancel()
        if not line:
            # Either it was killed for its time, or it ended by itself.
            hung = perf_counter() - begin >= PATIENCE * limit
            (tally.hung if hung else tally.crashed).append(waiting[done])
            return waiting[done + 1 :]
        told = json.loads(line)
        if "peak" in told:
            tally.peak = max(tally.peak, told["peak"])
            return []
        count(waiting[done], told, tally, limit)
    return []


def count(name: str, told: dict[str, float], tally: Tally, limit: float) -> None:
    """Add what one file gave."""
    kind = Path(name).suffix
    tally.read += 1
    tally.kinds[kind] += 1
    tally.documents += int(told["documents"])
    tally.errors += int(told["errors"])
    tally.slowest[kind] = max(tally.slowest.get(kind, (0.0, "")), (told["seconds"], name))
    if told["seconds"] > limit:
        tally.hung.append(name)
    if name.startswith("good") and (told["documents"], told["errors"]) != (1, 0):
        tally.lost.append(name)
    if not told["documents"] + told["errors"]:
        tally.silent.append(name)


def read_listed(folder: Path) -> None:
    """Read the listed files and tell of each, as the process of its own that this is."""
    for name in json.loads((folder / "list.json").read_text()):
        begin = process_time()
        found = list(read_place(Place(name, folder / "news" / name), names=KNOWN, limits=DEFAULTS, visits=Visits()))
        told = {
            "seconds": process_time() - begin,
            "documents": sum(isinstance(item, Document) for item in found),
            "errors": sum(isinstance(item, InputError) for item in found),
        }
        print(json.dumps(told), flush=True)
    print(json.dumps({"peak": UNIT * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}), flush=True)


def list_all(folder: Path) -> set[str]:
    """Return the paths of all files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def report(tally: Tally) -> None:
    """Print what was counted."""
    print(f"{tally.read:,} files of {len(tally.kinds)} kinds: {tally.documents:,} articles, {tally.errors:,} errors")
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}; peak memory {tally.peak / 1e6:,.0f} MB")
    failures = {
        "crashes": tally.crashed,
        "hangs": tally.hung,
        "good files lost": tally.lost,
        "files of which nothing was said": tally.silent,
        "files written": tally.written,
    }
    for title, names in failures.items():
        print(f"{title}: {len(names)} {' '.join(names[:5])}")
    print("slowest:", ", ".join(f"{kind} {seconds:.2f} s" for kind, (seconds, _) in sorted(tally.slowest.items())))


if __name__ == "__main__":
    main()
