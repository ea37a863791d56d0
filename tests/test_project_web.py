"""A project keeps what it fetched: builds need no network, and a page is fetched again only when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result
from warcio.archiveiterator import ArchiveIterator

from graph.cli import app
from tests.files import ADDRESS, ARTICLE, PARAGRAPHS, TITLE, build_feed, build_page, build_pdf, wrap
from tests.web import Site, serve

WIDE = {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb", "NO_PROXY": "127.0.0.1"}


def run(*arguments: str) -> Result:
    """Run the command in this process, where the model is loaded once."""
    return CliRunner().invoke(app, arguments, env=WIDE, prog_name="litigraph")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Run a server, and the commands in the folder of a new project."""
    monkeypatch.chdir(tmp_path)
    assert run("init").exit_code == 0
    with serve() as running:
        yield running


def list_kept(folder: Path) -> list[Path]:
    return sorted((folder / "fetched").iterdir()) if (folder / "fetched").exists() else []


@pytest.mark.model
def test_what_was_fetched_is_built_without_the_network(tmp_path: Path, site: Site) -> None:
    address = site.put("/courts/quill", build_page())
    added = run("add", address)
    assert added.exit_code == 0, added.output
    (kept,) = list_kept(tmp_path)
    assert kept.name.startswith("127-0-0-1-") and "courts-quill" in kept.name
    site.pages.clear()
    asked = len(site.requests)
    assert run("status").exit_code == 0
    assert run("build").exit_code == 0
    assert len(site.requests) == asked
    (document,) = json.loads((tmp_path / "outputs" / "graph.json").read_bytes())["documents"]
    assert (document["url"], document["text"]) == (address, ARTICLE)
    assert document["path"] == f"fetched/{kept.name}#1"


@pytest.mark.model
def test_a_page_is_fetched_anew_when_it_is_added_again(tmp_path: Path, site: Site) -> None:
    address = site.put("/a", build_page())
    run("add", address)
    site.put("/a", build_page().replace("Quill", "Marsh"))
    assert run("add", address).exit_code == 0
    assert run("build").exit_code == 0
    assert len(list_kept(tmp_path)) == 1
    assert b"Ada Marsh" in (tmp_path / "outputs" / "graph.json").read_bytes()


def test_a_page_that_is_taken_out_is_not_left_lying(tmp_path: Path, site: Site) -> None:
    first, second = (site.put(path, build_page()) for path in ("/a", "/b"))
    assert run("add", first, second).exit_code == 0
    assert run("remove", first).exit_code == 0
    assert len(list_kept(tmp_path)) == 1
    assert run("remove", first).exit_code == 2
    assert run("remove", second).exit_code == 0
    assert list_kept(tmp_path) == []


def test_where_one_cannot_be_fetched_none_is_added(tmp_path: Path, site: Site) -> None:
    failed = run("add", site.put("/a", build_page()), f"{site.address}/missing")
    assert failed.exit_code == 2
    assert "404 Not Found" in failed.output
    assert list_kept(tmp_path) == []
    assert json.loads(run("status", "--format", "json").stdout)["sources"] == []


def test_what_no_reader_knows_is_not_added(tmp_path: Path, site: Site) -> None:
    assert "'image/png'" in run("add", site.put("/a.png", b"\x89PNG", kind="image/png")).output
    assert list_kept(tmp_path) == []


@pytest.mark.model
def test_all_kinds_are_kept_as_they_are_read(tmp_path: Path, site: Site) -> None:
    story = build_pdf([TITLE, "", *(line for text in PARAGRAPHS for line in (*wrap(text), ""))])
    text = "Zoë Müller sued Bram Osei.".encode("cp1252")
    pages = [site.put("/story", story, kind="application/pdf"), site.put("/feed", build_feed(), kind="text/xml"),
             site.put("/text", text, kind="text/plain; charset=cp1252")]  # fmt: skip
    assert run("add", *pages).exit_code == 0
    # The second entry of the feed is a headline only.
    assert run("build").exit_code == 1
    documents = json.loads((tmp_path / "outputs" / "graph.json").read_bytes())["documents"]
    assert {document["url"] for document in documents} == {pages[0], ADDRESS, pages[2]}
    assert any("Zoë Müller" in document["text"] for document in documents)


def test_a_kept_page_is_a_web_archive_for_other_programs(tmp_path: Path, site: Site) -> None:
    address = site.put("/a", build_page())
    run("add", address)
    with list_kept(tmp_path)[0].open("rb") as file:
        (record,) = [(item.rec_type, item.rec_headers.get_header("WARC-Target-URI"), item.content_stream().read())
                     for item in ArchiveIterator(file, check_digests=True)]  # fmt: skip
    assert record == ("resource", address, build_page().encode())
