"""Projects of made-up articles for the tests, and the command run in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.project import Project, init_project
from graph.project.sources import Settings, add_sources
from graph.store import open_store
from tests.gold import ROOT

FIRST = "Ada Bram Cleo Dora Emil Faye Gus Hana Ines Jon".split()
LAST = "Quill Osei Marsh Falk Teague".split()
PATIENCE = 600
"""How long a process may take, in seconds, before a test gives up on it."""


def write_case(folder: Path, count: int) -> Path:
    """Write so many articles about lawsuits below a folder and return theirs."""
    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        plaintiff = f"{FIRST[number % 10]} {LAST[number % 5]}"
        defendant = f"{FIRST[(number + 3) % 10]} {LAST[(number + 1) % 5]}"
        text = (
            f"{plaintiff} sued {defendant} and The Harbor Gazette for defamation on Monday, seeking ${number + 1} "
            f"million in damages. According to the complaint, {defendant} harassed {plaintiff} for months. "
            f"{defendant} denied the allegations and told the Lantern Post that the suit was baseless. "
        )
        (articles / f"{number:03}.txt").write_text(f"date 2024-05-{number % 28 + 1:02}\n{text * 6}\n", encoding="utf-8")
    return articles


def write_project(folder: Path, count: int) -> Project:
    """Write a project with so many articles as its one source."""
    write_case(folder, count)
    project, _ = init_project(folder)
    with open_store(project.store) as store:
        add_sources(project, store, [folder / "articles"], Settings())
    return project


def start(folder: Path, *arguments: str, **options: Any) -> subprocess.Popen[str]:
    """Start the command in a folder, as the leader of a group of processes as a shell would."""
    command = [sys.executable, "-m", "graph", *arguments]
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    environment = {**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        **options,
    )


def run(folder: Path, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder to its end."""
    process = start(folder, *arguments, **options)
    out, error = process.communicate(timeout=PATIENCE)
    return subprocess.CompletedProcess(arguments, process.returncode, out, error)


def wait_for_extractions(project: Project, count: int, process: subprocess.Popen[str]) -> None:
    """Wait until a build has kept so many articles."""
    end = time.monotonic() + PATIENCE
    while len(list_kept(project)) < count:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.05)


def wait_for_end(group: int) -> None:
    """Wait until no process of a group is left; its leader's number stays the group's when that has ended."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        assert time.monotonic() < end
        time.sleep(0.05)


def list_kept(project: Project) -> set[str]:
    """Return the keys of all articles whose extraction is kept."""
    with open_store(project.store) as store:
        return {key for (key,) in store._connection.execute("SELECT article FROM extraction")}


def stop(process: subprocess.Popen[str], *, by: int) -> tuple[int, str]:
    """Send a signal to a process and all that it started, as a terminal does; return its exit code and messages."""
    os.killpg(process.pid, by)
    _, error = process.communicate(timeout=PATIENCE)
    return process.returncode, error


def kill(process: subprocess.Popen[str]) -> None:
    """End one process as a power failure would, and nothing that it started."""
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=PATIENCE)


def read_files(folder: Path) -> Mapping[str, bytes]:
    """Return the content of each file of a folder by its name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def read_status(folder: Path) -> Mapping[str, Any]:
    """Return what `litigraph status` tells programs."""
    done = run(folder, "status", "--format", "json")
    content: Mapping[str, Any] = json.loads(done.stdout)
    return content


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> Sequence[str]:
    """Name the files that are not the same."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
