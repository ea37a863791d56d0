"""The limits of what is read can be declared; what is larger is named and left out, with the limit's name."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pyarrow
import pytest
from pyarrow.parquet import write_table

from graph.commands.options import LimitOption
from graph.errors import InputError, UsageError
from graph.model import Document
from graph.read import read_documents
from graph.read.limits import DEFAULTS, Limits, declare_limits, write_name
from tests.articles import OTHER_TEXT
from tests.files import build_page, build_pdf, build_zip
from tests.gold import ROOT

TEXT = OTHER_TEXT.encode()
DEEP = build_zip({"c.zip": build_zip({"a.txt": TEXT})})
NAMES = [write_name(field.name) for field in fields(Limits)]


@pytest.mark.parametrize(
    ("name", "content", "limit", "enough", "less", "message"),
    [
        ("a.txt", TEXT, "article-size", len(TEXT), len(TEXT) - 1, "bytes; .*, or raise the limit article-size"),
        ("a.csv", f'text\n"{OTHER_TEXT}"'.encode(), "file-values", 20, 2, "values; .*, or raise the limit file-values"),
        ("a.json", f'[[["{OTHER_TEXT}"]], {{"text": "{OTHER_TEXT}"}}]'.encode(), "file-values", 20, 3, "values; "),
        (
            "a.eml",
            b"Subject: a\n\n" + TEXT,
            "article-size",
            len(TEXT),
            len(TEXT) - 1,
            "or raise the limit article-size",
        ),
        ("a.zip", build_zip({"a.txt": TEXT}), "file-size", 10_000, 50, "bytes; .*, or raise the limit file-size"),
        (
            "a.txt",
            TEXT,
            "text-length",
            len(OTHER_TEXT),
            50,
            "characters; legal are at most .*: split it into articles$",
        ),
        (
            "a.html",
            build_page().encode(),
            "page-length",
            100_000,
            100,
            "characters; .*, or raise the limit page-length",
        ),
        ("a.html", build_page().encode(), "page-tags", 1000, 10, "has [0-9]+ tags; .*, or raise the limit page-tags"),
        ("a.pdf", build_pdf([OTHER_TEXT], [OTHER_TEXT]), "pdf-pages", 2, 1, "has 2 pages; legal are at most 1: split"),
        (
            "a.pdf",
            build_pdf([OTHER_TEXT], [OTHER_TEXT]),
            "pdf-content",
            1000,
            len(OTHER_TEXT),
            "has [0-9]+ bytes on its pages; .*, or raise the limit pdf-content",
        ),
        ("a.zip", build_zip({"a.txt": TEXT, "b.txt": TEXT}), "archive-files", 2, 1, "has 2 files; legal are at most 1"),
        ("a.zip", DEEP, "archive-depth", 2, 1, "lies more than 1 archives deep"),
    ],
)
def test_a_declared_limit_counts(
    tmp_path: Path, name: str, content: bytes, limit: str, enough: int, less: int, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = read_documents([tmp_path], limits={limit: enough})
    assert isinstance(found, Document)
    (error,) = read_documents([tmp_path], limits={limit: less})
    assert isinstance(error, InputError)
    assert re.search(message, error.reason), error.reason


def test_what_an_archive_may_unpack_to_is_declared(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(build_zip({"a.txt": OTHER_TEXT + " " * 100_000}))
    (found,) = read_documents([tmp_path], limits={"archive-ratio": 1})
    assert isinstance(found, Document)
    (error,) = read_documents([tmp_path], limits={"archive-ratio": 10, "archive-floor": "1kB"})
    assert isinstance(error, InputError)
    assert "and 10 times the size of a whole archive" in error.reason
    (found,) = read_documents([tmp_path], limits={"archive-floor": "1kB", "archive-ratio": 2000})
    assert isinstance(found, Document)


@pytest.mark.parametrize(("text", "value"), [(5, 5), ("5", 5), ("2kB", 2000), ("1_000 MB", 10**9), ("3gb", 3 * 10**9)])
def test_sizes_are_written_in_many_ways(text: str | int, value: int) -> None:
    assert declare_limits({"file-size": text}) == Limits(file_size=value)


@pytest.mark.parametrize("text", ["", "0", "-1", "1.5", "many", "5 pages", "1TB"])
def test_what_is_no_size_is_told(text: str) -> None:
    with pytest.raises(UsageError, match=r"limit pdf-pages=.*: legal is NAME=N .* a whole number above 0"):
        declare_limits({"pdf-pages": text})


@pytest.mark.parametrize("name", ["pages", "pdf_pages", ""])
def test_an_unknown_limit_is_told(name: str) -> None:
    with pytest.raises(UsageError, match=f"with one of {', '.join(NAMES)}"):
        declare_limits({name: 5})


def test_no_text_is_longer_than_the_model_takes() -> None:
    with pytest.raises(UsageError, match="legal are at most 20,000,000, which the language model takes"):
        declare_limits({"text-length": "1GB"})


@pytest.mark.parametrize("name", NAMES)
def test_each_limit_and_its_default_is_documented(name: str) -> None:
    page = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.endswith(f"| `{name}` |")]
    value: int = getattr(DEFAULTS, name.replace("-", "_"))
    written: tuple[Callable[[int], str], ...] = (lambda n: f"{n:,}", lambda n: f"{n // 1_000_000} MB")
    assert any(re.search(rf"\b{write(value)}\b", row) for write in written)


def test_a_text_that_a_parquet_file_stores_once_for_many_rows_is_not_unpacked_without_end(tmp_path: Path) -> None:
    table = pyarrow.table({"text": [f"{OTHER_TEXT} " * 600] * 1000})
    file = io.BytesIO()
    write_table(table, file)
    assert len(file.getvalue()) < DEFAULTS.archive_floor // 100 < table.nbytes
    (tmp_path / "a.parquet").write_bytes(file.getvalue())
    found = list(read_documents([tmp_path / "a.parquet"]))
    assert isinstance(found[-1], InputError)
    assert "unpacks to too much" in found[-1].reason


def test_of_thousands_of_faults_the_first_are_named_and_the_others_counted(tmp_path: Path) -> None:
    good = json.dumps({"text": OTHER_TEXT})
    (tmp_path / "a.jsonl").write_text("{}\n" * 3000 + good, encoding="utf-8")
    found = list(read_documents([tmp_path / "a.jsonl"]))
    documents, errors = ([item for item in found if isinstance(item, kind)] for kind in (Document, InputError))
    assert [item.path for item in documents] == ["a.jsonl#3001"]
    assert [item.path for item in errors] == [*(f"a.jsonl#{number}" for number in range(1, 1001)), "a.jsonl"]
    assert isinstance(errors[-1], InputError)
    assert errors[-1].reason.startswith("has 2,000 more parts that cannot be used")


def test_the_help_names_every_limit() -> None:
    told = LimitOption.__metadata__[0].help
    assert re.findall(r"[a-z]+-[a-z]+(?=[,.])", told) == NAMES
