"""Work out what a hundred million articles cost, from what a thousand take here.

    python -m tests.benchmarks.scale ARTICLES [--articles 1000] [--target 100000000] [--price 0.04]

ARTICLES is a file of many articles (JSON Lines, CSV and the like, also packed) or a folder; the price is that of an
hour of one core, an assumption. Measured in one process, in seconds of its processor: extraction, resolution and
assembly, a place for each node, the bytes of an article's rows, the memory of what a build holds of each article, and
how fast pairs of names are compared.
"""

from __future__ import annotations

import argparse
import os
import platform
import tracemalloc
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from graph.assemble import assemble
from graph.condense import Condenser
from graph.distributed.people import count_pairs, group_people
from graph.distributed.rows import ARTICLES, EXTRACTIONS, Extractor, make_row, write_articles, write_extractions
from graph.layout import arrange
from graph.model import Document, Extraction
from graph.nlp import load_pipeline
from graph.read import read_documents
from graph.resolve.block import read_profiles
from graph.resolve.cluster import find_clusters, join_full_names
from graph.resolve.company import keep_company
from graph.serialize import decode_document, decode_extraction, encode_document, encode_extraction
from graph.workers import extract_documents

HOUR = 3600


def main() -> None:
    """Print the figures and what follows from them, a line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_path", metavar="ARTICLES", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--target", type=int, default=100_000_000)
    parser.add_argument("--price", type=float, default=0.04, help="of an hour of one core")
    args = parser.parse_args()
    found = (item for item in read_documents([args.articles_path]) if isinstance(item, Document))
    documents = list(islice(found, args.articles))
    if len(documents) < 2:
        parser.error(f"{args.articles_path}: holds {len(documents)} articles; give at least 2")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    load_pipeline()
    found_in, seconds = time_run(lambda: list(extract_documents(documents)))
    extractions = [item for item in found_in if isinstance(item, Extraction)]
    words = sum(len(document.text.split()) for document in documents) / len(documents)
    print(f"{len(documents)} articles of {words:.0f} words on average")
    print(f"extraction: {seconds:.0f} s, {len(documents) * words / seconds:,.0f} words/s on one core")
    size = measure_rows(documents, extractions)
    print(f"rows: {size / 1000:.1f} kB an article, its text included")
    measure_rest(extractions[: len(documents) // 2])
    rest = measure_rest(extractions)
    measure_pairs(extractions)
    memory = measure_memory(extractions)
    hours = args.target * seconds / len(documents) / HOUR
    print(f"{args.target:,} articles:")
    print(f"  extraction: {hours:,.0f} core hours, at {args.price} each {hours * args.price:,.0f}")
    print(f"  rows: {args.target * size / 1e12:.2f} TB")
    print(f"  resolution and assembly on the driver, were they linear: {args.target * rest / HOUR:,.0f} hours")
    print(f"  memory of the driver: {args.target * memory / 1e12:.2f} TB")


Result = TypeVar("Result")


def time_run(run: Callable[[], Result]) -> tuple[Result, float]:
    """Return what a run returns, and how many seconds of the processor it took."""
    begin = process_time()
    result = run()
    return result, process_time() - begin


def measure_rows(documents: Sequence[Document], extractions: Sequence[Extraction]) -> float:
    """Return how many bytes the rows of an article take."""
    extractor = Extractor(None, "0" * 32)
    with TemporaryDirectory() as name:
        folder = Path(name)
        part = write_articles(folder, documents, extractor)
        rows = [make_row(item.document.id, item.document, extractor, item) for item in extractions]
        write_extractions(folder, part, rows)
        sizes = [(folder / f"{part}{suffix}").stat().st_size for suffix in (ARTICLES, EXTRACTIONS)]
    return sum(sizes) / len(documents)


def measure_rest(extractions: Sequence[Extraction]) -> float:
    """Print how long all stages after the extraction take; return the seconds an article before the drawing."""
    graph, seconds = time_run(lambda: assemble(extractions))
    _, drawing = time_run(lambda: arrange(graph))
    print(
        f"{len(extractions)} articles: resolution and assembly {seconds:.1f} s, "
        f"a place for each of {len(graph.nodes):,} nodes {drawing:.1f} s"
    )
    return seconds / len(extractions)


def measure_pairs(extractions: Sequence[Extraction]) -> None:
    """Print how many pairs of names are compared in a second, which is what Ray can do elsewhere."""
    profiles = read_profiles(extractions)
    people = [profile for profile in profiles if profile.is_person]
    partition = find_clusters(profiles, join_people=lambda partition, people, company: None)
    pairs = count_pairs(group_people(partition, people))
    company = keep_company(profiles)
    _, seconds = time_run(lambda: join_full_names(partition, people, company))
    print(f"names: {pairs:,} pairs compared in {seconds:.2f} s")


def measure_memory(extractions: Sequence[Extraction]) -> float:
    """Print and return how many bytes of memory a build holds of each article at most while it resolves."""
    packed = [(encode_document(item.document), encode_extraction(item)) for item in extractions]
    tracemalloc.start()
    condenser = Condenser()
    held = [condenser.condense(decode_extraction(said, decode_document(text, path=""))) for text, said in packed]
    before = tracemalloc.get_traced_memory()[0] / len(held)
    assemble(held)
    memory = tracemalloc.get_traced_memory()[1] / len(held)
    tracemalloc.stop()
    print(f"memory: {before / 1000:.1f} kB an article extracted, at most {memory / 1000:.1f} kB while it is resolved")
    return memory


if __name__ == "__main__":
    main()
