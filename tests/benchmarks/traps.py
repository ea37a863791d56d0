"""Measure whether texts that are traps take time in proportion to their length, stage by stage.

    python -m tests.benchmarks.traps [--words 5000] [--times 4] [--only NAME ...] [--stages read parse ...]

Each trap is written with so many words and with so many times as many. Printed is, for each stage, the time of the
longer one divided by that of the shorter; what is above --flag (and takes longer than --least seconds) is marked with *
and makes the command fail.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from graph.errors import InputError
from graph.export import FORMATS
from graph.extract import extract_document
from graph.model import Document
from graph.nlp import load_pipeline, parse_texts
from graph.pipeline import finish_build
from graph.read import read_documents
from graph.read.text import build_document
from tests.traps import TRAPS

READ_AS = (".txt", ".md", ".html", ".json", ".csv", ".eml", ".xml")
STAGES = ("read", "parse", "extract", "resolve", "export")
T = TypeVar("T")
BEGINNING = "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on Monday.\n\n"


def main() -> None:
    """Print the ratios, a line a trap."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=5000)
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("--flag", type=float, default=1.5, help="what is flagged, as a part of --times")
    parser.add_argument("--least", type=float, default=0.3, help="seconds below which a ratio is noise")
    parser.add_argument("--only", nargs="+", choices=sorted(TRAPS), metavar="NAME")
    parser.add_argument("--stages", nargs="+", default=STAGES, choices=STAGES)
    args = parser.parse_args()
    nlp = load_pipeline()
    list(parse_texts(nlp, [BEGINNING]))
    flagged = 0
    print(f"{args.words:,} and {args.words * args.times:,} words; seconds of the longer text, and the ratio of both")
    print(" ".join((f"{'trap':32}", *(f"{stage:>16}" for stage in args.stages))))
    for name in args.only or TRAPS:
        short, long = (measure_trap(TRAPS[name](args.words * times), args.stages) for times in (1, args.times))
        cells = []
        for stage in args.stages:
            ratio = long[stage] / max(short[stage], 1e-4)
            slow = long[stage] > args.least and ratio > args.flag * args.times
            flagged += slow
            cells.append(f"{long[stage]:8.2f} {ratio:6.1f}{'*' if slow else ' '}")
        print(" ".join((f"{name:32}", *cells)), flush=True)
    print(f"{flagged} of {len(args.only or TRAPS) * len(args.stages)} grow faster than the text")
    sys.exit(bool(flagged))


def measure_trap(text: str, stages: Sequence[str]) -> dict[str, float]:
    """Return the seconds of each stage, up to the last that is wanted."""
    found: dict[str, float] = {}
    last = max(STAGES.index(stage) for stage in stages)

    def time_stage(stage: str, run: Callable[[], T]) -> T:
        before = process_time()
        result = run()
        found[stage] = process_time() - before
        return result

    with TemporaryDirectory() as name:
        folder = Path(name)
        if "read" in stages:
            time_stage("read", lambda: read_as_all(folder, BEGINNING + text))
        document = build_document(BEGINNING + text, path="trap.txt")
        if last < STAGES.index("parse"):
            return found
        doc = time_stage("parse", lambda: next(iter(parse_texts(load_pipeline(), [document.text]))))
        if last < STAGES.index("extract"):
            return found
        extraction = time_stage("extract", lambda: extract_document(document, doc))
        if last < STAGES.index("resolve"):
            return found
        graph = time_stage("resolve", lambda: finish_build([extraction], ())).graph
        if "export" in stages:
            formats = [FORMATS[suffix] for suffix in FORMATS]
            time_stage("export", lambda: [one.write(graph, folder / f"graph{one.SUFFIX}") for one in formats])
    return found


def read_as_all(folder: Path, text: str) -> list[Document | InputError]:
    """Write the text as each kind of file that holds text as it is, and read them."""
    for suffix in READ_AS:
        content = text
        if suffix == ".json":
            content = json.dumps({"text": text, "title": text, "published": text, "publisher": text, "url": text})
        elif suffix == ".csv":
            content = "text,title\n" + text
        elif suffix == ".eml":
            content = f"Subject: {' '.join(text.split())}\nFrom: {' '.join(text.split())}\n\n{text}"
        elif suffix == ".xml":
            content = f"<rss><channel><item><description><![CDATA[{text}]]></description></item></channel></rss>"
        (folder / f"a{suffix}").write_text(content, encoding="utf-8")
    return list(read_documents([folder]))


if __name__ == "__main__":
    main()
