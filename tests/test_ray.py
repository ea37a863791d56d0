"""A build on Ray writes what a plain build writes, whatever happens to its workers, and extracts nothing twice."""

from __future__ import annotations

import importlib.util
import os
import random
import signal
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pyarrow import compute, parquet
from typer.testing import CliRunner

from graph.cli import app
from graph.distributed.engine import RayEngine
from graph.distributed.people import apply_joins, find_joins, group_people, tabulate_names
from graph.distributed.rows import (
    ARTICLES,
    EXTRACTIONS,
    Extractor,
    Rows,
    identify_document,
    make_row,
    write_articles,
    write_extractions,
)
from graph.distributed.worker import MOST_ATTEMPTS, PartExtractor, identify_here
from graph.errors import InputError, ModelError, UsageError, WorkerError
from graph.model import Document, Extraction
from graph.nlp import MAX_CHARACTERS
from graph.read import read_documents
from graph.resolve.block import Profile, full_name_keys, read_profiles
from graph.resolve.cluster import join_full_names
from graph.resolve.company import Company, keep_company
from graph.resolve.partition import Partition
from graph.workers import extract_documents
from tests.extractions import Article, chain_article
from tests.projects import (
    PATIENCE,
    differing,
    list_kept,
    read_files,
    run,
    start,
    stop,
    wait_for_end,
    write_case,
    write_project,
)

COUNT = 30
RAY = ("--engine", "ray", "--workers", "2")
GIVEN = "Ada A. Bill William Will Bram B. Cleo Dora".split()
SURNAMES = "Quill Osei Marsh Falk Teague".split()

on_linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")


def list_parts(rows: Path, suffix: str = EXTRACTIONS) -> list[Path]:
    return sorted(rows.glob(f"*{suffix}"))


def list_articles(rows: Path) -> list[str]:
    """Return the keys of all articles whose extraction is kept, each as often as it is."""
    return [key for path in list_parts(rows) for key in parquet.read_table(path)["article"].to_pylist()]


def find_extractors(above: int) -> set[int]:
    """Return the processes below another one in which Ray extracts."""
    parents, names = {}, {}
    for folder in Path("/proc").iterdir():
        try:
            words = (folder / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
            parents[int(folder.name)], names[int(folder.name)] = int(words[1]), (folder / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue
    found = set()
    for process, name in names.items():
        place = process
        while place in parents and place != above:
            place = parents[place]
        if place == above and b"PartExtractor" in name:
            found.add(process)
    return found


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_for_parts(rows: Path, count: int) -> None:
    end = time.monotonic() + PATIENCE
    while len(list_parts(rows)) < count:
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with articles and, in `plain`, what a plain build of them writes."""
    folder = tmp_path_factory.mktemp("case")
    write_case(folder, COUNT)
    assert run(folder, "build", "articles", "-q", "-o", "plain").returncode == 0
    return folder


def read_graph(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.ray
@pytest.mark.model
@on_linux
def test_a_worker_that_is_killed_costs_nothing_and_what_is_kept_is_not_extracted_again(case: Path) -> None:
    rows = case / "ray" / "rows"
    process = start(case, "build", "articles", "-o", "ray", *RAY)
    wait_for_parts(rows, 2)
    workers = find_extractors(process.pid)
    assert len(workers) == 2
    victim = min(workers)
    os.kill(victim, signal.SIGKILL)
    done = len(list_parts(rows))
    assert done < COUNT
    while is_alive(victim):
        time.sleep(0.01)
    replaced: set[int] = set()
    while process.poll() is None:
        replaced |= find_extractors(process.pid) - workers
        time.sleep(0.1)
    out, error = process.communicate()
    assert process.returncode == 0, error
    assert error == "read\nstart Ray\nextract\nresolve\nlay out\n"
    assert "Files" in out
    assert replaced, "nobody took the place of the worker that was killed"
    assert differing(read_graph(case / "ray"), read_graph(case / "plain")) == []
    assert len(list_articles(rows)) == len(set(list_articles(rows))) == COUNT
    assert not list_parts(rows, ARTICLES)
    before = {path: path.stat().st_mtime_ns for path in list_parts(rows)}
    again = run(case, "build", "articles", "-o", "ray", *RAY)
    assert (again.returncode, again.stderr) == (0, "read\nextract\nresolve\nlay out\n")
    assert {path: path.stat().st_mtime_ns for path in list_parts(rows)} == before


@pytest.mark.ray
@pytest.mark.model
@on_linux
def test_a_build_of_a_project_that_is_interrupted_goes_on_and_leaves_all_in_the_store(
    tmp_path: Path, case: Path
) -> None:
    project = write_project(tmp_path, COUNT)
    rows = project.store.parent / "rows"
    process = start(tmp_path, "build", *RAY)
    wait_for_parts(rows, 3)
    code, error = stop(process, by=signal.SIGINT)
    assert code == 130
    assert "error: interrupted; what was extracted is kept, and the next `litigraph build` goes on from there" in error
    assert "Traceback" not in error
    wait_for_end(process.pid)
    before = {path: path.stat().st_mtime_ns for path in list_parts(rows)}
    assert 3 <= len(before) < COUNT
    process = start(tmp_path, "build", "-q", *RAY)
    wait_for_parts(rows, len(before) + 1)
    assert before.items() <= {path: path.stat().st_mtime_ns for path in list_parts(rows)}.items()
    assert process.communicate(timeout=PATIENCE) == ("", "")
    assert process.returncode == 0
    assert len(list_kept(project)) == COUNT
    assert not rows.exists()
    assert differing(read_files(project.output), read_graph(case / "plain")) == []


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RayEngine]:
    """Return an engine that asks Ray for every comparison."""
    with RayEngine(tmp_path_factory.mktemp("engine") / "rows", workers=2, least_pairs=0) as engine:
        yield engine


def extract(engine: RayEngine, documents: list[Document], *, model: str | None = None) -> list[Extraction | InputError]:
    return list(engine.extract(documents, model=model, tell=lambda stage, done, total: None))


@pytest.mark.ray
@pytest.mark.model
def test_an_article_that_cannot_be_extracted_is_named_and_costs_no_other(engine: RayEngine, tmp_path: Path) -> None:
    good = [item for item in read_documents([write_case(tmp_path, 3)]) if isinstance(item, Document)]
    bad = Document("bad", "articles/endless.txt", "a " * (MAX_CHARACTERS // 2 + 1))
    *others, fault = extract(engine, [*good, bad])
    assert isinstance(fault, InputError) and fault.path == "articles/endless.txt"
    assert others[::-1] == extract(engine, good[::-1]) == list(extract_documents(good[::-1]))


@pytest.mark.ray
@pytest.mark.model
def test_a_model_that_is_none_is_told(engine: RayEngine, tmp_path: Path) -> None:
    documents = [item for item in read_documents([write_case(tmp_path, 1)]) if isinstance(item, Document)]
    with pytest.raises(ModelError, match="no_such_model"):
        extract(engine, documents, model="no_such_model")


@pytest.mark.model
def test_an_article_that_ends_every_worker_is_given_up(tmp_path: Path) -> None:
    version = identify_here(None)
    document = Document("fatal", "articles/fatal.txt", "Ada Quill sued Bram Osei for libel on Monday.")
    part = write_articles(tmp_path, [document], Extractor(None, version))
    extractor = PartExtractor(str(tmp_path), None, version)
    assert [extractor.extract(part) for _ in range(MOST_ATTEMPTS)] == [None] * MOST_ATTEMPTS
    fault = extractor.extract(part)
    assert isinstance(fault, WorkerError)
    assert "ended 4 workers" in str(fault) and str(fault).endswith("take its articles out: articles/fatal.txt")


def test_a_worker_of_another_version_or_without_the_folder_is_told(tmp_path: Path) -> None:
    document = Document("d", "articles/d.txt", "Ada Quill sued Bram Osei for libel on Monday.")
    part = write_articles(tmp_path, [document], Extractor(None, "another"))
    (fault,) = PartExtractor(str(tmp_path), None, "another")({"part": [part]})["fault"]
    assert fault.endswith("has another version of litigraph, its model, Python or a package that reads; install the "
                          "same on all machines")  # fmt: skip
    (fault,) = PartExtractor(str(tmp_path / "away"), None, identify_here(None))({"part": [part]})["fault"]
    assert "away" in fault and "the folder of the rows has to be one that all machines see" in fault


def write_rows(folder: Path, extraction: Extraction, extractor: Extractor, *, content: bytes | None = None) -> str:
    """Write a part with what one article says and return its name."""
    part = write_articles(folder, [extraction.document], extractor)
    row = make_row(identify_document(extraction.document), extraction.document, extractor, extraction)
    write_extractions(folder, part, [row if content is None else {**row, "content": content}])
    return part


def test_rows_that_are_old_or_cannot_be_read_are_dropped_and_those_of_another_model_stay(tmp_path: Path) -> None:
    old, new, other = Extractor(None, "1"), Extractor(None, "2"), Extractor("en_other", "1")
    quill, osei, falk = (chain_article(name, name) for name in ("Ada Quill", "Bram Osei", "Cleo Falk"))
    write_rows(tmp_path, osei, old)
    kept = {write_rows(tmp_path, quill, new), write_rows(tmp_path, falk, other)}
    (tmp_path / f"torn{EXTRACTIONS}").write_bytes(b"PAR1 and no more")
    rows = Rows(tmp_path, new)
    rows.take_all()
    assert {path.name.removesuffix(EXTRACTIONS) for path in list_parts(tmp_path)} == kept
    assert [identify_document(item.document) in rows for item in (quill, osei, falk)] == [True, False, False]
    assert rows.get(quill.document) == quill


def test_a_damaged_row_is_told_with_its_file(tmp_path: Path) -> None:
    extractor, quill = Extractor(None, "1"), chain_article("d1", "Ada Quill")
    part = write_rows(tmp_path, quill, extractor, content=b"no row")
    rows = Rows(tmp_path, extractor)
    rows.take_all()
    with pytest.raises(WorkerError, match=rf"{part}\{EXTRACTIONS}: is damaged .* remove it and run the command again"):
        rows.get(quill.document)


def build_people(seed: int, count: int) -> list[Profile]:
    """Return people with one or two names of few words, so that many fit and some fit two, two to an article."""
    chance = random.Random(seed)

    def name() -> str:
        middle = chance.choice(["", "", " M.", " Mina", " B."])
        return f"{chance.choice(GIVEN)}{middle} {chance.choice(SURNAMES)}{chance.choice(['', '', '', ' Jr.'])}"

    chains = [list(dict.fromkeys(name() for _ in range(chance.choice([1, 1, 2])))) for _ in range(count)]
    articles = [
        Article(f"d{number:03}", " ".join(f"{one}." for one in chains[number] + chains[number - 1]))
        for number in range(1, count)
    ]
    for number, article in enumerate(articles, 1):
        for names in (chains[number], chains[number - 1]):
            article.add(*names)
    return list(read_profiles(article.extraction() for article in articles))


def start_partition(people: list[Profile]) -> Partition:
    """Return the people in clusters of those who share a full name, as they are when others are compared."""
    partition = Partition(people)
    first: dict[object, Profile] = {}
    for profile in people:
        for key in full_name_keys(profile):
            partition.join(first.setdefault(key, profile), profile)
    return partition


def describe(partition: Partition) -> list[object]:
    clusters = partition.clusters(partition.profiles)
    return [([profile.key for profile in cluster], partition.reasons(cluster)) for cluster in clusters]


@pytest.mark.parametrize("seed", range(40))
def test_groups_join_the_same_people_for_the_same_reasons_as_all_at_once(seed: int) -> None:
    people = build_people(seed, 6 + 3 * seed)
    whole, parted = start_partition(people), start_partition(people)
    company = keep_company(people)
    if seed % 2:
        company = Company(company.weights, doubt=0.5)
    join_full_names(whole, people, company)
    groups = group_people(parted, people)
    if groups:
        table = tabulate_names(groups, people, company)
        numbers = sorted(set(table["group"].to_pylist()), reverse=True)
        tables = (table.filter(compute.equal(table["group"], number)) for number in numbers)
        apply_joins(parted, people, (find_joins(one, doubt=company.doubt) for one in tables))
    assert describe(parted) == describe(whole)


@pytest.mark.ray
def test_people_are_joined_on_ray_as_they_are_here(engine: RayEngine) -> None:
    people = build_people(7, 120)
    here, there = start_partition(people), start_partition(people)
    before = describe(here)
    company = Company(keep_company(people).weights, doubt=0.5)
    join_full_names(here, people, company)
    engine.join_people(there, people, company)
    assert describe(there) == describe(here) != before


def test_two_runs_do_not_write_the_same_rows(tmp_path: Path) -> None:
    with RayEngine(tmp_path, workers=1), pytest.raises(UsageError, match="another run"), RayEngine(tmp_path, workers=1):
        pass


def test_a_ray_client_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAY_ADDRESS", "ray://localhost:10001")
    documents = [Document("d", "d.txt", "Ada Quill sued Bram Osei.")]
    with RayEngine(tmp_path, workers=1) as engine, pytest.raises(UsageError, match="on one of its machines"):
        extract(engine, documents)


def test_without_ray_the_command_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "graph.extras.find_spec", lambda name: None if name == "ray" else importlib.util.find_spec(name)
    )
    done = CliRunner().invoke(app, ["build", str(write_case(tmp_path, 1)), "-o", str(tmp_path / "out"), *RAY])
    assert done.exit_code == 2
    assert "--engine ray needs ray; install it with: pip install 'litigraph[ray]'" in done.stderr
    assert not (tmp_path / "out").exists()


def test_one_machine_is_not_asked_for_a_cluster_s_processes(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["build", str(write_case(tmp_path, 1)), "--workers", "1000"])
    assert done.exit_code == 2
    assert "give fewer, or build on a cluster with --engine ray" in done.stderr
