"""Reading archives and hostile files: bombs, loops, paths that lead out, and damaged bytes of every kind."""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.export.csv import write as write_tables
from graph.model import Document
from graph.read import READERS, read_documents
from graph.read.limits import DEFAULTS
from tests.files import ARTICLE, TEXT, build_docx, build_examples, build_tar, build_zip, name_file
from tests.graphs import build_harbor_graph
from tests.test_read_formats import read, read_fault

EXAMPLES = build_examples()
OTHER = TEXT.replace("Quill", "Marsh")


@pytest.mark.parametrize("build", [build_zip, build_tar])
def test_members_are_read_by_their_names(build: type) -> None:
    members = {
        "news/b.txt": OTHER, "a.docx": build_docx(TEXT), "picture.png": b"\x89PNG", ".DS_Store": "x",
        "__MACOSX/a.txt": "x", "c.json": json.dumps({"text": f"Later. {TEXT}"}), "bad.pdf": b"no pdf",
    }  # fmt: skip
    documents, (error,) = read("a.zip" if build is build_zip else "a.tar", build(members))
    root = "a.zip" if build is build_zip else "a.tar"
    assert [document.path for document in documents] == [f"{root}/a.docx", f"{root}/c.json", f"{root}/news/b.txt"]
    assert error.path == f"{root}/bad.pdf"


def test_the_order_of_the_members_does_not_matter() -> None:
    names = ("a.txt", "b.txt", "c.txt")
    archives = [build_zip({name: f"{name} {TEXT}" for name in order}) for order in (names, names[::-1])]
    assert read("a.zip", archives[0]) == read("a.zip", archives[1])


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/tmp/evil.txt", "C:\\evil.txt", "a/../../evil.txt", "evil\x1b[31m.txt"]
)
def test_a_member_whose_path_leads_out_writes_nothing(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "folder"
    folder.mkdir(parents=True)
    (folder / "a.zip").write_bytes(build_zip({name: TEXT}))
    (folder / "a.tar").write_bytes(build_tar({name: OTHER}))
    before = sorted(tmp_path.rglob("*"))
    found = list(read_documents([folder]))
    assert sorted(tmp_path.rglob("*")) == before
    assert all(isinstance(item, Document) for item in found)
    assert [
        part for item in found for part in item.path.split("/") if part in ("..", "") or not part.isprintable()
    ] == []


def test_links_in_an_archive_are_not_followed() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE)):
            entry = tarfile.TarInfo(f"{number}.txt")
            entry.type, entry.linkname = kind, "/etc/passwd"
            archive.addfile(entry)
    assert "holds no article" in read_fault("a.tar", file.getvalue())
    link = zipfile.ZipInfo("a.txt")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "holds no article" in read_fault("a.zip", packed.getvalue())


@pytest.mark.parametrize("suffix", [".zip", ".gz", ".tgz"])
def test_a_bomb_is_told_and_not_unpacked(suffix: str) -> None:
    zeros = bytes(DEFAULTS.file_size + 1)
    bomb = {".zip": lambda: build_zip({"a.csv": zeros}), ".gz": lambda: gzip.compress(zeros, 1),
            ".tgz": lambda: gzip.compress(zeros, 1)}[suffix]()  # fmt: skip
    assert "unpacks to too much" in read_fault(f"a.csv{suffix}", bomb)


def test_many_members_share_one_allowance() -> None:
    members = {f"{number}.csv": bytes(20_000_000) for number in range(4)}
    _, errors = read("a.zip", build_zip({**members, "0.txt": TEXT}))
    assert "unpacks to too much" in errors[-1].reason
    assert errors[-1].path == "a.zip/2.csv"


def test_archives_in_archives_are_read_to_a_depth() -> None:
    data, name = TEXT.encode(), "a.txt"
    for _ in range(DEFAULTS.archive_depth):
        data, name = build_zip({name: data}), "a.zip"
    documents, errors = read("a.zip", data)
    assert (len(documents), errors) == (1, [])
    assert f"lies more than {DEFAULTS.archive_depth} archives deep" in read_fault("a.zip", build_zip({"a.zip": data}))


def test_too_many_members_are_told() -> None:
    members = {f"{number}.txt": "" for number in range(DEFAULTS.archive_files + 1)}
    assert f"has {DEFAULTS.archive_files + 1:,} files" in read_fault("a.zip", build_zip(members))


def test_a_locked_archive_is_told() -> None:
    data = bytearray(build_zip({"a.txt": TEXT}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert "is locked by a password" in read_fault("a.zip", bytes(data))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x1f\x8b", b"x" * 1000])
@pytest.mark.parametrize("suffix", [".zip", ".tgz", ".gz"])
def test_what_is_no_archive_is_told(suffix: str, content: bytes) -> None:
    assert read_fault(f"a{suffix}", content)


def test_tables_that_litigraph_wrote_are_not_taken_for_articles(tmp_path: Path) -> None:
    write_tables(build_harbor_graph(), tmp_path / "graph.csv.zip")
    (error,) = read_documents([tmp_path / "graph.csv.zip"])
    assert isinstance(error, InputError)
    assert "was written by litigraph" in error.reason


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.xml"])
def test_a_file_that_is_too_large_for_an_article_is_told(name: str) -> None:
    assert f"legal are at most {DEFAULTS.article_size:,}" in read_fault(name, b"x" * (DEFAULTS.article_size + 1))


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "a.zip").open("wb") as file:
        file.truncate(DEFAULTS.file_size + 1)
    (error,) = read_documents([tmp_path])
    assert isinstance(error, InputError)
    assert f"legal are at most {DEFAULTS.file_size:,}" in error.reason


DEEP = {
    ".html": b"<div>" * 50_000 + TEXT.encode(), ".json": b'{"a":' * 50_000, ".jsonl": b"[" * 50_000,
    ".xml": b"<rss>" + b"<item>" * 50_000 + b"</item>" * 50_000 + b"</rss>", ".md": b"[" * 100_000 + b"](" * 100_000,
    ".csv": b'text\n"' + b'""' * 100_000, ".eml": b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 50_000,
    ".docx": build_zip({"word/document.xml": "<p>" * 50_000 + "</p>" * 50_000}),
    ".pdf": b"%PDF-1.4\n" + b"[" * 50_000, ".mbox": b"From a 2024\n\n" * 20_000,
    ".txt": b"---\n" + b"a " * 100_000 + b"\n---\n", ".html/a": b"<script>" * 100_000, ".html/b": b"<!--" * 100_000,
    ".html/c": b"<a href='data:a/a;" * 20_000, ".json/a": b'{"text": "' + b"<a " * 100_000 + b'"}',
}  # fmt: skip


@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_or_repeated_without_end_ends(kind: str) -> None:
    documents, errors = read(f"a{kind.partition('/')[0]}", DEEP[kind])
    assert documents or errors


@given(data=st.data(), suffix=st.sampled_from(sorted(EXAMPLES)))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_file_gives_an_article_or_a_reason(data: st.DataObject, suffix: str) -> None:
    content = bytearray(EXAMPLES[suffix])
    for _ in range(data.draw(st.integers(0, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    cut = data.draw(st.one_of(st.none(), st.integers(0, len(content))))
    check_any(name_file(suffix), bytes(content[:cut]))


@given(suffix=st.sampled_from(sorted(READERS)), content=st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_under_any_name_give_an_article_or_a_reason(suffix: str, content: bytes) -> None:
    check_any(name_file(suffix), content)


def check_any(name: str, content: bytes) -> None:
    documents, errors = read(name, content)
    assert documents or errors
    assert all(document.text.strip() and document.path.startswith(name) for document in documents)
    assert all(";" in error.reason and error.path.startswith(name) for error in errors)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_one_bad_file_of_each_kind_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    for suffix, content in EXAMPLES.items():
        (tmp_path / f"bad{suffix}").write_bytes(content[: len(content) // 3] if suffix not in (".txt", ".md") else b"")
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "circle.pdf").symlink_to(tmp_path / "circle.pdf")
    found = list(read_documents([tmp_path]))
    paths = {item.path.rpartition("/")[2] for item in found if isinstance(item, Document)}
    assert "good.txt" in paths
    assert any(item.path.endswith("circle.pdf") for item in found if isinstance(item, InputError))
