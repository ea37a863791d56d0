"""Extract documents, in this process or in several; what comes out is the same."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc as ParsedDoc

from graph.errors import InputError, LitigraphError, WorkerError
from graph.extract import extract_document
from graph.garbage import pause_collection
from graph.model import Document, Extraction
from graph.nlp import begin_text, load_pipeline, parse_begun, read_apart
from graph.serialize import decode_extraction, encode_extraction

Found = TypeVar("Found")

AHEAD = 4
"""How many documents wait for each worker: enough that none is idle, few enough to keep memory flat."""
READ_AHEAD = 2
"""How many documents the model reads while one is extracted."""
GROUP = 8
GROUP_CHARACTERS = 200_000
"""What is read apart at once, and given away together: so much that reading ahead seldom has to begin anew."""
SWITCH_SECONDS = 0.0005
"""After so long another thread gets its turn, in place of Python's 5 ms: a window is read in some 13."""


def extract_documents(
    documents: Iterable[Document], *, model: str | None = None, workers: int = 1
) -> Generator[Extraction | InputError, None, None]:
    """Yield what each document says, in the order given, or why that cannot be found.

    With more than one worker, so many processes load the model once each. Raises ModelError if the model cannot be
    used, and WorkerError where a process ends early.
    """
    if workers > 1:
        yield from _extract_in_processes(documents, model, workers)
        return
    nlp = load_pipeline(model)
    for group in group_documents(documents):
        yield from extract_group(nlp, group)


def group_documents(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield documents in groups of at most GROUP, fewer where they are long."""
    group: list[Document] = []
    for document in documents:
        group.append(document)
        if len(group) == GROUP or sum(len(item.text) for item in group) >= GROUP_CHARACTERS:
            yield group
            group = []
    if group:
        yield group


def extract_group(nlp: Language, documents: Sequence[Document]) -> list[Extraction | InputError]:
    """Return what each document says, or the fault of litigraph that kept it from being found: it costs no other.

    While one is extracted, other threads read the next ones. Raises ModelError and MemoryError.
    """
    found: list[Extraction | InputError] = []
    begun: deque[tuple[Document, ParsedDoc | InputError]] = deque()
    # one thread at a time comes in here, so that the last to leave finds what the first found
    with read_apart(nlp), pause_collection(), hand_over_soon():
        for document in documents:
            begun.append((document, _begin(nlp, document)))
            if len(begun) > READ_AHEAD:
                found.append(_finish(nlp, *begun.popleft()))
        found += [_finish(nlp, *item) for item in begun]
    return found


def _begin(nlp: Language, document: Document) -> ParsedDoc | InputError:
    return _name_fault(document, lambda: begin_text(nlp, document.text))


def _finish(nlp: Language, document: Document, begun: ParsedDoc | InputError) -> Extraction | InputError:
    if isinstance(begun, InputError):
        return begun
    return _name_fault(document, lambda: extract_document(document, parse_begun(nlp, begun)))


def _name_fault(document: Document, work: Callable[[], Found]) -> Found | InputError:
    """Return what is found in a document, or what kept it from being found."""
    try:
        return work()
    except (LitigraphError, MemoryError):
        raise
    except Exception as problem:
        told = f"{type(problem).__name__}: {problem}"
        return InputError(
            document.path, f"could not be extracted ({told}); a fault of litigraph itself: please report it"
        )


def try_extract(nlp: Language, document: Document) -> Extraction | InputError:
    """Return what one document says, or why that is not found, as `extract_group` does."""
    return extract_group(nlp, [document])[0]


@contextmanager
def hand_over_soon() -> Iterator[None]:
    """Let a thread that asks for Python's lock get it soon: those that run the model need it for a moment only."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _extract_in_processes(
    documents: Iterable[Document], model: str | None, workers: int
) -> Generator[Extraction | InputError, None, None]:
    # A process of its own kind: what a fork copies of a loaded model's threads is not safe to run.
    context = get_context("spawn")
    lifeline, end = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare, initargs=(lifeline,))
    waiting: deque[tuple[Document, Future[bytes | InputError]]] = deque()
    try:
        for document in documents:
            with _shield():
                waiting.append((document, pool.submit(_extract, document, model)))
            if len(waiting) >= AHEAD * workers:
                yield _take(*waiting.popleft())
        while waiting:
            yield _take(*waiting.popleft())
    except BrokenProcessPool as problem:
        reason = "ended early, perhaps for lack of memory; give fewer with --workers"
        raise WorkerError(f"one of {workers} worker processes {reason}") from problem
    finally:
        # Where this is no happy end, nobody waits for the documents that are still being read.
        if waiting:
            end.close()
        pool.shutdown(cancel_futures=True)
        end.close()
        lifeline.close()


@contextmanager
def _shield() -> Iterator[None]:
    """Let processes start that Ctrl-C does not reach, not even before they are set up; ours hears of it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _take(document: Document, future: Future[bytes | InputError]) -> Extraction | InputError:
    result = future.result()
    return result if isinstance(result, InputError) else decode_extraction(result, document)


def _prepare(lifeline: Connection) -> None:
    """Set a worker up: Ctrl-C is the parent's to handle, and a worker ends as soon as its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        # Nothing is ever sent: it becomes readable when the other end is closed, or its process killed.
        lifeline.poll(None)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _extract(document: Document, model: str | None) -> bytes | InputError:
    found = try_extract(load_pipeline(model), document)
    return found if isinstance(found, InputError) else encode_extraction(found)
