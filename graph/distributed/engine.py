"""The engine of `litigraph build --engine ray`: a Ray Data job over the rows of a folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from filelock import FileLock, Timeout

from graph.distributed.cluster import open_ray
from graph.distributed.people import apply_joins, count_pairs, find_joins, group_people, tabulate_names
from graph.distributed.rows import ARTICLES, Extractor, Rows, identify_document, write_articles
from graph.distributed.worker import ATTEMPTS, PartExtractor, identify_here, revive
from graph.errors import InputError, UsageError, WorkerError
from graph.model import Document, Extraction
from graph.resolve.block import Profile
from graph.resolve.cluster import join_full_names
from graph.resolve.company import Company
from graph.resolve.partition import Partition

Tell = Callable[[str, int, int], None]

LARGEST_PART = 256
PARTS_A_WORKER = 16
"""Parts are small enough that no worker is idle at the end, and few enough that a hundred million articles fit."""

LEAST_PAIRS = 1_000_000
"""Fewer pairs of names are compared on the spot before a job has begun."""

LOG, LOCK = "ray.log", "lock"


class RayEngine:
    """Extracts and compares on Ray, which is started when there is something to do and ends with the `with` block.

    `folder` keeps the rows and has to be one that all machines see; with `keep` off it is removed at a good end.
    """

    def __init__(self, folder: Path, *, workers: int, keep: bool = True, least_pairs: int = LEAST_PAIRS) -> None:
        self.folder, self.workers, self.keep, self.least_pairs = folder.absolute(), workers, keep, least_pairs
        self._open = ExitStack()
        self._runs = False

    def __enter__(self) -> Self:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / LOCK)
            lock.acquire(timeout=0)
        except Timeout as problem:
            raise UsageError(f"{self.folder}: another run writes its rows there; wait until it has ended") from problem
        except OSError as problem:
            raise UsageError(f"{self.folder}: cannot be written ({problem.strerror}); check its rights") from problem
        self._open.callback(lock.release)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()
        if kind is None:
            (self.folder / LOG).unlink(missing_ok=True)
            if not self.keep:
                shutil.rmtree(self.folder)

    def extract(
        self, documents: Iterable[Document], *, model: str | None, tell: Tell
    ) -> Generator[Extraction | InputError, None, None]:
        """Yield what each document says, or why that cannot be found; what the folder has rows of is not read again.

        Raises ModelError if the model cannot be used, and WorkerError where workers cannot do their work; what was
        extracted is kept.
        """
        wanted = list(documents)
        extractor = Extractor(model, identify_here(model))
        rows = Rows(self.folder, extractor)
        rows.take_all()
        missing = [document for document in wanted if identify_document(document) not in rows]
        done = len(wanted) - len(missing)
        if missing:
            self._start(tell)
        tell("extract", done, len(wanted))
        failed: dict[str, InputError] = {}
        if missing:
            for failure in self._run(missing, rows, tell=lambda more: tell("extract", done + more, len(wanted))):
                failed[failure.path] = failure
        for document in wanted:
            yield failed.get(document.path) or rows.get(document)

    def _run(self, missing: Sequence[Document], rows: Rows, *, tell: Callable[[int], None]) -> Iterator[InputError]:
        """Extract what is missing, take its rows, and yield what failed; the number of those done is told."""
        self._clear()
        size = min(LARGEST_PART, -(-len(missing) // (PARTS_A_WORKER * self.workers)))
        starts = range(0, len(missing), size)
        sizes = {write_articles(self.folder, missing[at : at + size], rows.extractor): len(missing[at : at + size])
                 for at in starts}  # fmt: skip
        done = 0
        for part, kind, fault in self._map_parts(list(sizes), rows.extractor):
            if fault:
                raise revive(kind, fault)
            yield from rows.take(part)
            done += sizes[part]
            tell(done)
        self._clear()

    def _map_parts(self, parts: Sequence[str], extractor: Extractor) -> Iterator[tuple[str, str, str]]:
        """Yield name, kind of fault and fault of each part as soon as it is done, whatever worker dies meanwhile."""
        import ray.data

        done = (
            ray.data.from_items([{"part": part} for part in parts], override_num_blocks=len(parts))
            .map_batches(
                PartExtractor,
                fn_constructor_args=(str(self.folder), extractor.model, extractor.version),
                batch_size=None,
                compute=ray.data.ActorPoolStrategy(size=min(self.workers, len(parts))),
                num_cpus=1,
            )
            .iter_batches(batch_size=None, prefetch_batches=0)
        )
        try:
            for batch in done:
                yield from zip(*(map(str, batch[name]) for name in ("part", "kind", "fault")), strict=True)
        except ray.exceptions.RayError as problem:
            raise self._explain(problem) from problem

    def join_people(self, partition: Partition, people: Sequence[Profile], company: Company) -> None:
        """Join the people whose full names fit, as `join_full_names` does in a partition without ties."""
        groups = group_people(partition, people)
        if count_pairs(groups) < self.least_pairs:
            join_full_names(partition, people, company)
            return
        self._start(lambda stage, done, total: None)
        import ray.data

        names = ray.data.from_arrow(tabulate_names(groups, people, company))
        found = names.groupby("group").map_groups(
            find_joins, fn_kwargs={"doubt": company.doubt}, batch_format="pyarrow"
        )
        try:
            apply_joins(partition, people, found.iter_batches(batch_size=None, batch_format="pyarrow"))
        except ray.exceptions.RayError as problem:
            raise self._explain(problem) from problem

    def _start(self, tell: Tell) -> None:
        if self._runs:
            return
        tell("start Ray", 0, 1)
        self._open.enter_context(open_ray(self.workers, log=self.folder / LOG))
        self._runs = True
        tell("start Ray", 1, 1)

    def _clear(self) -> None:
        """Remove what a run leaves that is of no use to another."""
        for pattern in (f"*{ARTICLES}", f"*{ATTEMPTS}", ".*.parquet.*"):
            for path in self.folder.glob(pattern):
                path.unlink(missing_ok=True)

    def _explain(self, problem: Any) -> WorkerError:
        first = (str(problem).strip().splitlines() or [""])[0]
        return WorkerError(
            f"Ray could not go on ({type(problem).__name__}: {first}); its words are in {self.folder / LOG}; "
            "what was extracted is kept: run the command again, with fewer --workers if memory is short"
        )
