"""Articles at web addresses, fetched from a real server on this machine."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.inputs import read_inputs
from graph.model import Document
from graph.read import find_root, read_documents
from graph.read.source import Found
from graph.read.web import PAUSE, REDIRECTS, name_agent
from tests import files
from tests.files import ARTICLE, DAY, OUTLET, PARAGRAPHS, TITLE, build_feed, build_page, build_pdf, wrap
from tests.gold import ROOT
from tests.web import DRIPPING, SLOW, Site, serve

PAGE = build_page()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serve() as running:
        yield running


def fetch(*addresses: str, **limits: str | int) -> list[Found]:
    named = {name.replace("_", "-"): value for name, value in limits.items()}
    return list(read_documents(addresses, limits=named))


def fetch_one(address: str) -> Document:
    (found,) = fetch(address)
    assert isinstance(found, Document), found
    return found


def fetch_fault(address: str, **limits: str | int) -> str:
    (found,) = fetch(address, **limits)
    assert isinstance(found, InputError), found
    assert found.path == address.partition("#")[0]
    return found.reason


def test_a_page_is_the_article_that_its_file_is(site: Site) -> None:
    address = site.put("/courts/quill", PAGE)
    document = fetch_one(f"{address}#comments")
    assert (document.text, document.title, document.published) == (ARTICLE, TITLE, DAY)
    assert (document.path, document.url, document.publisher) == (address, address, OUTLET)
    assert site.list_paths() == ["/robots.txt", "/courts/quill"]


def test_the_program_says_what_it_is(site: Site) -> None:
    fetch_one(site.put("/a", PAGE))
    assert {request.agent for request in site.requests} == {name_agent()}
    assert re.match(r"litigraph/\d", name_agent())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(site: Site, status: int) -> None:
    last = site.put("/new", PAGE)
    first = site.put("/old", status=status, Location="/new")
    document = fetch_one(first)
    assert (document.path, document.url) == (first, last)


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "ftp://lantern.example/a", "javascript:alert(1)", "http://[a", "//[a"]
)
def test_a_redirect_that_leaves_the_web_is_refused(site: Site, target: str) -> None:
    reason = fetch_fault(site.put("/a", status=302, Location=target))
    assert "no address of the web; legal are http:// and https://" in reason


def test_redirects_come_to_an_end(site: Site) -> None:
    reason = fetch_fault(site.put("/a", status=302, Location="/a"))
    assert f"more than {REDIRECTS} times" in reason
    assert site.list_paths().count("/a") == REDIRECTS + 1


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("ftp://lantern.example/a", "is no address of the web; legal are http:// and https://"),
        ("file:///etc/hostname", "is no address of the web"),
        ("https://", "is no address of the web"),
        ("http://lantern.example:port/", "is no address of the web"),
        ("http://nowhere.invalid/a", "cannot be fetched"),
    ],
)
def test_an_address_of_no_server_is_named(address: str, message: str) -> None:
    assert message in fetch_fault(address)


def test_a_password_is_not_shown() -> None:
    (found,) = fetch("https://ada:secret@lantern.example/a")
    assert isinstance(found, InputError)
    assert "has a name or a password in it" in found.reason
    assert "secret" not in str(found)


def test_a_page_that_is_not_there_is_named(site: Site) -> None:
    assert "its server says 404 Not Found); check the address" in fetch_fault(f"{site.address}/missing")


def test_a_server_that_is_gone_is_named() -> None:
    with serve() as gone:
        address = gone.put("/a", PAGE)
    assert "cannot be fetched" in fetch_fault(address)


class TestRobots:
    def test_what_is_forbidden_is_not_asked_for(self, site: Site) -> None:
        site.put("/robots.txt", "User-agent: *\nDisallow: /courts\nAllow: /courts/free\n", kind="text/plain")
        assert "robots.txt" in fetch_fault(site.put("/courts/quill", PAGE))
        assert fetch_one(site.put("/courts/free", PAGE)).text == ARTICLE
        assert site.list_paths() == ["/robots.txt", "/robots.txt", "/courts/free"]

    def test_a_rule_for_this_program_comes_first(self, site: Site) -> None:
        site.put("/robots.txt", "User-agent: *\nDisallow:\n\nUser-agent: Litigraph\nDisallow: /*?print=\n")
        assert "robots.txt" in fetch_fault(site.put("/a?print=yes", PAGE))
        assert fetch_one(site.put("/a", PAGE)).text == ARTICLE

    def test_a_redirect_leads_to_no_forbidden_page(self, site: Site) -> None:
        site.put("/robots.txt", "User-agent: *\nDisallow: /paid\n")
        site.put("/paid", PAGE)
        assert "robots.txt" in fetch_fault(site.put("/a", status=302, Location="/paid"))
        assert "/paid" not in site.list_paths()

    def test_a_server_in_trouble_allows_nothing(self, site: Site) -> None:
        site.put("/robots.txt", status=503)
        assert "try later" in fetch_fault(site.put("/a", PAGE))
        assert site.list_paths() == ["/robots.txt"]

    def test_rules_are_asked_for_once_and_requests_wait_for_each_other(self, site: Site) -> None:
        addresses = [site.put(f"/{name}", PAGE.replace("Quill", name)) for name in ("Marsh", "Falk")]
        assert len(fetch(*addresses)) == 2
        assert site.list_paths() == ["/robots.txt", "/Falk", "/Marsh"]
        first, second = (request.time for request in site.requests[1:])
        assert second - first >= PAUSE

    @pytest.mark.parametrize("delay", ["nan", "-5", "many", ""])
    def test_a_delay_that_is_none_delays_nothing(self, site: Site, delay: str) -> None:
        site.put("/robots.txt", f"User-agent: *\nCrawl-delay: {delay}\n")
        assert fetch_one(site.put("/a", PAGE)).text == ARTICLE

    def test_a_delay_that_is_asked_for_is_kept(self, site: Site) -> None:
        site.put("/robots.txt", "User-agent: *\nCrawl-delay: 2\n")
        fetch(*(site.put(f"/{name}", PAGE.replace("Quill", name)) for name in ("Marsh", "Falk")))
        first, second = (request.time for request in site.requests[1:])
        assert second - first >= 2


class TestLimits:
    def test_what_is_too_large_is_not_read_on(self, site: Site) -> None:
        address = site.put("/a", PAGE)
        assert "raise the limit file-size" in fetch_fault(address, file_size=len(PAGE.encode()) - 1)
        assert isinstance(fetch(address, file_size=len(PAGE.encode()))[0], Document)

    def test_what_unpacks_to_too_much_is_not_unpacked(self, site: Site) -> None:
        bomb = gzip.compress(b"<p>" + b" " * 50_000_000)
        reason = fetch_fault(site.put("/a", bomb, Content_Encoding="gzip"), file_size="1MB")
        found = re.search(r"has ([\d,]+) bytes or more", reason)
        assert found and int(found[1].replace(",", "")) < 3_000_000

    @pytest.mark.parametrize("path", [SLOW, DRIPPING])
    def test_a_slow_server_is_not_waited_for(self, site: Site, path: str) -> None:
        reason = fetch_fault(f"{site.address}{path}", fetch_seconds=1)
        assert reason == "cannot be fetched within 1 second; try later, or raise the limit fetch-seconds"


class TestKinds:
    @pytest.mark.parametrize("packing", ["gzip", "deflate"])
    def test_a_packed_page_is_unpacked(self, site: Site, packing: str) -> None:
        body = gzip.compress(PAGE.encode()) if packing == "gzip" else zlib.compress(PAGE.encode())
        assert fetch_one(site.put("/a", body, Content_Encoding=packing)).text == ARTICLE

    @pytest.mark.parametrize(
        ("path", "kind"),
        [("/feed", "application/rss+xml"), ("/feed", "text/html; charset=utf-8"), ("/a.rss", "binary/octet-stream")],
    )
    def test_a_feed_gives_its_entries(self, site: Site, path: str, kind: str) -> None:
        address = site.put(path, build_feed(), kind=kind)
        document, error = fetch(address)
        assert isinstance(document, Document) and isinstance(error, InputError)
        assert (document.text, document.path, document.url) == (ARTICLE, f"{address}#1", files.ADDRESS)
        assert error.path == f"{address}#2"

    def test_a_pdf_is_read_and_its_address_kept(self, site: Site) -> None:
        lines = [TITLE, "", *(line for text in PARAGRAPHS for line in (*wrap(text), ""))]
        address = site.put("/a", build_pdf(lines), kind="application/pdf")
        document = fetch_one(address)
        assert (document.title, document.url) == (TITLE, address)

    def test_json_gives_its_records(self, site: Site) -> None:
        document = fetch_one(site.put("/api?q=quill", json.dumps([files.RECORD]), kind="application/json"))
        assert (document.text, document.url) == (ARTICLE, files.ADDRESS)

    def test_letters_are_as_the_server_says(self, site: Site) -> None:
        text = "Zoë Müller sued Bram Osei for defamation on Monday. “Enough,” she said.\n"
        document = fetch_one(site.put("/a", text.encode("cp1252"), kind="text/plain; charset=windows-1252"))
        assert document.text == text

    def test_what_no_reader_knows_is_named(self, site: Site) -> None:
        assert "is of the kind 'image/png'" in fetch_fault(site.put("/a.png", b"\x89PNG", kind="image/png"))

    def test_a_page_of_menus_is_named(self, site: Site) -> None:
        assert "holds no article" in fetch_fault(site.put("/", "<html><body><a href='/a'>Home</a></body></html>"))


def test_addresses_and_files_stand_side_by_side(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Later. {ARTICLE}", encoding="utf-8")
    found = read_inputs([str(tmp_path / "a.txt"), site.put("/a", PAGE), site.put("/b", status=410)])
    assert [type(item) for item in found] == [Document, Document, InputError]


@pytest.mark.parametrize(("text", "web"), [("https://lantern.example/a", True), ("HTTP://lantern.example", True),
                                           ("articles/monday.txt", False), ("C:\\articles", False)])  # fmt: skip
def test_what_is_an_address_is_told_by_its_form(text: str, web: bool) -> None:
    assert find_root(text) == (text if web else Path(text))


@pytest.mark.model
def test_the_command_builds_what_it_fetched_and_names_what_it_could_not(site: Site, tmp_path: Path) -> None:
    good, bad = site.put("/courts/quill", PAGE), f"{site.address}/missing"
    command = [sys.executable, "-m", "graph", "build", good, bad, "-o", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 1, done.stderr
    assert "404 Not Found" in " ".join(done.stderr.split())
    content = json.loads((tmp_path / "graph.json").read_bytes())
    assert [document["url"] for document in content["documents"]] == [good]


def test_without_an_address_no_network_is_touched(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    lines = (
        "import socket, sys",
        "asked = {'socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'socket.sendto'}",
        "sys.addaudithook(lambda name, _: name in asked and sys.exit(name))",
        "from pathlib import Path",
        "from graph.read import read_documents",
        f"print(len(list(read_documents([Path({str(tmp_path)!r})]))))",
    )
    command = [sys.executable, "-c", "\n".join(lines)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
