"""Several processes extract what one does, in the same order, and their faults are told."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest

from graph import workers
from graph.errors import InputError, ModelError, WorkerError
from graph.model import Document, Extraction
from graph.nlp import MAX_CHARACTERS, load_pipeline
from graph.read import read_documents
from graph.workers import (
    AHEAD,
    GROUP,
    GROUP_CHARACTERS,
    SWITCH_SECONDS,
    extract_documents,
    extract_group,
    group_documents,
)
from tests.projects import write_case

pytestmark = pytest.mark.model


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    """Return a dozen articles."""
    found = list(read_documents([write_case(tmp_path, 12)]))
    return [item for item in found if isinstance(item, Document)]


def test_workers_find_the_same_in_the_same_order(documents: list[Document]) -> None:
    alone = list(extract_documents(documents))
    found = [extraction for extraction in alone if isinstance(extraction, Extraction)]
    assert [extraction.document.id for extraction in found] == [document.id for document in documents]
    assert list(extract_documents(documents, workers=2)) == alone
    assert list(extract_documents(reversed(documents))) == alone[::-1]
    assert active_children() == []


def test_the_collector_of_garbage_waits_for_each_document(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    states: list[bool] = []
    extract = workers.extract_document
    monkeypatch.setattr(workers, "extract_document", lambda *given: states.append(gc.isenabled()) or extract(*given))
    states += [gc.isenabled() for _ in extract_documents(documents[:2])]
    assert states == [False, False, True, True]


def test_other_threads_get_their_turn_sooner_while_documents_are_extracted_only(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sys.getswitchinterval()
    spans: list[float] = []
    extract = workers.extract_document
    monkeypatch.setattr(
        workers, "extract_document", lambda *given: spans.append(sys.getswitchinterval()) or extract(*given)
    )
    spans += [sys.getswitchinterval() for _ in extract_documents(documents[:1])]
    assert spans == pytest.approx([SWITCH_SECONDS, before])


def test_threads_that_extract_at_once_leave_the_interpreter_as_it_was(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    before, nlp, begin = sys.getswitchinterval(), load_pipeline(), workers.begin_text
    # the second thread comes while the first is inside
    monkeypatch.setattr(workers, "begin_text", lambda nlp, text: sleep(0.2) or begin(nlp, text))
    with ThreadPoolExecutor(2) as threads:
        found = list(threads.map(lambda document: extract_group(nlp, [document]), documents[:2]))
    assert [item.document.id for (item,) in found if isinstance(item, Extraction)] == [one.id for one in documents[:2]]
    assert sys.getswitchinterval() == before
    assert gc.isenabled()


def test_the_model_reads_the_next_documents_while_one_is_extracted(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[tuple[str, str]] = []
    begin, extract = workers.begin_text, workers.extract_document
    ids = {document.text: document.id for document in documents}
    monkeypatch.setattr(workers, "begin_text", lambda nlp, text: order.append(("begin", ids[text])) or begin(nlp, text))
    monkeypatch.setattr(
        workers, "extract_document", lambda item, doc: order.append(("extract", item.id)) or extract(item, doc)
    )
    list(extract_documents(documents[:4]))
    one, two, three, four = (document.id for document in documents[:4])
    assert order == [
        *(("begin", one), ("begin", two), ("begin", three), ("extract", one), ("begin", four)),
        *(("extract", two), ("extract", three), ("extract", four)),
    ]


def test_long_documents_are_not_grouped() -> None:
    long = "a" * (GROUP_CHARACTERS // 2)
    documents = [Document(str(number), "a.txt", text) for number, text in enumerate(["b", long, long, long, "b"])]
    assert [[item.id for item in group] for group in group_documents(documents)] == [["0", "1", "2"], ["3", "4"]]
    assert [len(group) for group in group_documents(documents[:1] * (GROUP + 1))] == [GROUP, 1]


@pytest.mark.parametrize(("workers", "most"), [(1, GROUP - 1), (2, 2 * AHEAD - 1)])
def test_few_documents_are_taken_ahead_of_what_is_done(documents: list[Document], workers: int, most: int) -> None:
    taken: list[str] = []

    def take() -> Iterator[Document]:
        for document in documents * 10:
            taken.append(document.id)
            yield document

    done: list[Extraction | InputError] = []
    with closing(extract_documents(take(), workers=workers)) as extractions:
        for extraction in extractions:
            done.append(extraction)
            assert len(taken) - len(done) <= most
            if len(done) == 20:
                break
    assert active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_cannot_be_extracted_is_named_and_costs_no_other(
    documents: list[Document], workers: int
) -> None:
    bad = Document("bad", "articles/endless.txt", "a " * (MAX_CHARACTERS // 2 + 1))
    found = list(extract_documents([*documents[:3], bad, *documents[3:]], workers=workers))
    fault = found.pop(3)
    assert isinstance(fault, InputError)
    assert fault.path == "articles/endless.txt"
    assert fault.reason.startswith("could not be extracted (ValueError: ")
    assert fault.reason.endswith("; a fault of litigraph itself: please report it")
    assert found == list(extract_documents(documents))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_model_that_is_none_is_told(documents: list[Document], workers: int) -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        list(extract_documents(documents, model="no_such_model", workers=workers))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that ends a process so")
def test_a_worker_that_is_killed_is_told(documents: list[Document]) -> None:
    with closing(extract_documents(documents * 20, workers=2)) as extractions:
        next(extractions)
        for child in active_children():
            os.kill(child.pid or 0, signal.SIGKILL)
        with pytest.raises(WorkerError, match=r"one of 2 worker processes ended early, .* give fewer with --workers"):
            list(extractions)
