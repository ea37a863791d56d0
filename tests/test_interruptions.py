"""A build that is killed, interrupted, crowded out or out of space loses nothing, and the next one ends the same."""

from __future__ import annotations

import signal
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.project.lock import lock_project
from graph.store import open_store
from tests.projects import (
    PATIENCE,
    differing,
    kill,
    list_kept,
    read_files,
    read_status,
    run,
    start,
    stop,
    wait_for_end,
    wait_for_extractions,
    write_project,
)

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that end a process so"),
]
COUNT = 30


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return the files of a plain build of the same articles that nothing disturbs."""
    folder = tmp_path_factory.mktemp("undisturbed")
    write_project(folder, COUNT)
    assert run(folder, "build", "articles", "-q", "-o", "plain").returncode == 0
    return read_files(folder / "plain")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_build_that_is_killed_goes_on_where_it_was(
    tmp_path: Path, expected: Mapping[str, bytes], workers: str
) -> None:
    project = write_project(tmp_path, COUNT)
    process = start(tmp_path, "build", "--workers", workers)
    wait_for_extractions(project, 3, process)
    kill(process)
    kept = list_kept(project)
    assert 3 <= len(kept) < COUNT
    assert not project.output.exists()
    with open_store(project.store) as store:
        rows = dict(store._connection.execute("SELECT article, rowid FROM extraction"))
    done = run(tmp_path, "build", "--workers", workers)
    assert (done.returncode, done.stdout != "") == (0, True), done.stderr
    with open_store(project.store) as store:
        # A row that was written again would have another number.
        assert rows.items() <= dict(store._connection.execute("SELECT article, rowid FROM extraction")).items()
    assert differing(read_files(project.output), expected) == []


def test_the_workers_of_a_killed_build_end_with_it(tmp_path: Path) -> None:
    project = write_project(tmp_path, COUNT)
    process = start(tmp_path, "build", "--workers", "2")
    wait_for_extractions(project, 1, process)
    kill(process)
    wait_for_end(process.pid)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_cleanly_and_keeps_what_is_done(tmp_path: Path, workers: str) -> None:
    project = write_project(tmp_path, COUNT)
    process = start(tmp_path, "build", "--workers", workers)
    wait_for_extractions(project, 2, process)
    code, error = stop(process, by=signal.SIGINT)
    assert code == 130
    assert "error: interrupted; what was extracted is kept, and the next `litigraph build` goes on" in error
    assert "Traceback" not in error
    wait_for_end(process.pid)
    status = read_status(tmp_path)
    assert 2 <= status["extracted"] < status["articles"] == COUNT


def test_ctrl_c_of_a_plain_build_changes_no_file(tmp_path: Path) -> None:
    write_project(tmp_path, COUNT)
    process = start(tmp_path, "build", "articles", "--workers", "2")
    assert process.stderr is not None
    while process.stderr.readline() != "extract\n":
        assert process.poll() is None
    code, error = stop(process, by=signal.SIGINT)
    # where it takes long, the stage is told again
    assert (code, error.replace("extract\n", "")) == (130, "error: interrupted; no file was changed\n")
    assert not (tmp_path / "outputs").exists()


def test_of_two_builds_at_once_the_second_says_so_and_waits(tmp_path: Path, expected: Mapping[str, bytes]) -> None:
    project = write_project(tmp_path, COUNT)
    first = start(tmp_path, "build")
    wait_for_extractions(project, 1, first)
    second = run(tmp_path, "build", "-q")
    assert first.wait(PATIENCE) == 0
    assert second.returncode == 0
    assert second.stderr == f"another run works on {tmp_path}; waiting until it has ended (Ctrl-C gives up)\n"
    assert differing(read_files(project.output), expected) == []
    first.communicate()


def test_a_run_that_waits_can_be_given_up(tmp_path: Path) -> None:
    project = write_project(tmp_path, 1)
    with lock_project(project, announce=lambda text: None):
        process = start(tmp_path, "add", "articles/000.txt")
        assert process.stderr is not None
        assert "another run works on" in process.stderr.readline()
        code, _ = stop(process, by=signal.SIGINT)
    assert code == 130
    assert [source["path"] for source in read_status(tmp_path)["sources"]] == ["articles"]


def test_a_disk_that_takes_no_more_is_told_and_the_build_goes_on_later(
    tmp_path: Path, expected: Mapping[str, bytes]
) -> None:
    import resource

    project = write_project(tmp_path, COUNT)
    limit = project.store.stat().st_size + 100_000

    def limit_files() -> None:
        # The system refuses to write more into any one file, as it does where a disk is full.
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    failed = run(tmp_path, "build", preexec_fn=limit_files)
    assert failed.returncode == 2
    assert "store.sqlite: cannot be used (" in failed.stderr
    assert "free some space and run the command again: nothing that was done is lost" in failed.stderr
    assert "Traceback" not in failed.stderr
    done = run(tmp_path, "build", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert differing(read_files(project.output), expected) == []
