"""Whatever a folder holds, nothing breaks, nothing is written, each bad file is named, and the good ones are read."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Document
from graph.read import READERS, read_documents
from tests.files import name_file
from tests.fuzzing import EXAMPLES, spoil_file, write_good

# The same files at each run; `python -m tests.benchmarks.fuzz` reads thousands of others.
QUICK = settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


def read_beside_good(name: str, content: bytes) -> tuple[list[Document], list[InputError]]:
    """Read a file and two good ones; what the file gave, after all that must hold for any file was checked."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "news"
        folder.mkdir()
        for number, good in enumerate(("0.txt", "z.txt")):
            (folder / good).write_bytes(write_good(number))
        (folder / name).write_bytes(content)
        before = list_files(Path(place))
        found = list(read_documents([folder]))
        assert list_files(Path(place)) == before
    documents = [item for item in found if isinstance(item, Document)]
    errors = [item for item in found if isinstance(item, InputError)]
    assert documents[0].path == "news/0.txt"
    assert documents[-1].path == "news/z.txt"
    own = documents[1:-1]
    assert own or errors
    assert all(document.text.strip() and document.path.startswith(f"news/{name}") for document in own)
    assert all(";" in error.reason and error.path.startswith(f"news/{name}") for error in errors)
    assert all(str(item.path).isprintable() for item in (*own, *errors))
    return own, errors


def list_files(folder: Path) -> dict[str, int]:
    """Return the size of each file below a folder."""
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test run in an empty folder, so that a relative path would show."""
    monkeypatch.chdir(tmp_path)


@QUICK
@given(st.randoms(use_true_random=False))
def test_a_spoiled_file_is_read_or_named_and_takes_none_with_it(chance: Random) -> None:
    read_beside_good(*spoil_file(chance))
    assert not list(Path.cwd().iterdir())


@QUICK
@given(suffix=st.sampled_from(sorted(READERS)), content=st.binary(max_size=3000))
def test_any_bytes_are_read_or_named(suffix: str, content: bytes) -> None:
    read_beside_good(name_file(suffix), content)


@QUICK
@given(suffix=st.sampled_from(sorted(READERS)), content=st.text(max_size=2000))
def test_any_text_is_read_or_named(suffix: str, content: str) -> None:
    read_beside_good(name_file(suffix), content.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("suffix", sorted(READERS))
@pytest.mark.parametrize("other", sorted(EXAMPLES))
def test_a_file_with_another_kinds_name_is_read_or_named(suffix: str, other: str) -> None:
    read_beside_good(name_file(suffix), EXAMPLES[other])


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither pipes among its files nor links for everyone")
def test_what_is_no_file_is_named_and_takes_none_with_it(tmp_path: Path) -> None:
    news = tmp_path / "news"
    (news / "folder.txt").mkdir(parents=True)
    (news / "folder.txt" / "a.txt").write_bytes(write_good(0))
    (news / "z.txt").write_bytes(write_good(1))
    os.mkfifo(news / "pipe.txt")
    (news / "broken.pdf").symlink_to(news / "nowhere.pdf")
    (news / "circle.zip").symlink_to(news / "circle.zip")
    (news / "up").symlink_to(tmp_path, target_is_directory=True)
    (news / "down").symlink_to(news / "up", target_is_directory=True)
    named = {"broken.pdf", "circle.zip", "pipe.txt"}
    # A file that nobody may read as one, not even the administrator.
    if (memory := Path("/proc/self/mem")).exists():
        (news / "memory.txt").symlink_to(memory)
        named.add("memory.txt")
    found = list(read_documents([news]))
    assert {item.path for item in found if isinstance(item, Document)} == {"news/folder.txt/a.txt", "news/z.txt"}
    errors = [item for item in found if isinstance(item, InputError)]
    assert {error.path.rpartition("/")[2] for error in errors} >= named
    assert all(";" in error.reason for error in errors)
