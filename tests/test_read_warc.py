"""Reading web archives: what was fetched becomes articles, and a broken record spoils no other."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import Document
from graph.read import read_documents
from graph.read.source import Found
from graph.read.warc import BROKEN_LIMIT
from tests.files import (
    ADDRESS,
    ARTICLE,
    DAY,
    OUTLET,
    TITLE,
    build_feed,
    build_page,
    build_pdf,
    build_record,
    build_warc,
    build_zip,
)
from tests.test_read_formats import read, read_fault, read_one

PAGE = build_page().encode()
NAMES = ("Marsh", "Falk", "Vale")
OTHERS = [(f"https://lantern.example/{name}", PAGE.replace(b"Quill", name.encode())) for name in NAMES]
STORY = b"Ada Quill sued Bram Osei for defamation on Monday, and the case will be heard in the court of Calder County."


def name_file(packed: bool) -> str:
    return "crawl.warc.gz" if packed else "crawl.warc"


def read_limited(folder: Path, data: bytes, *, packed: bool = False, **limits: str | int) -> list[Found]:
    (folder / name_file(packed)).write_bytes(data)
    named = {name.replace("_", "-"): value for name, value in limits.items()}
    return list(read_documents([folder / name_file(packed)], limits=named))


def list_places(found: Sequence[Found]) -> list[tuple[str, str]]:
    return [(item.path.rpartition("#")[2], type(item).__name__) for item in found]


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_is_an_article_with_its_address(packed: bool) -> None:
    documents, errors = read(name_file(packed), build_warc((ADDRESS, PAGE), *OTHERS, packed=packed))
    assert errors == []
    # Each answer is followed by what was asked; the first record tells of the crawler.
    assert [document.path for document in documents] == [f"{name_file(packed)}#{number}" for number in (2, 4, 6, 8)]
    assert [document.url for document in documents] == [ADDRESS, *(address for address, _ in OTHERS)]
    first = documents[0]
    assert (first.text, first.title, first.published, first.publisher) == (ARTICLE, TITLE, DAY, OUTLET)


def test_a_page_without_a_name_has_that_of_its_server() -> None:
    page = b"<html><body><article><p>%s</p></article></body></html>" % (STORY * 3)
    for host, publisher in (("www.bbc.co.uk", "BBC"), ("calder-courier.example", "calder-courier.example")):
        assert read_one("a.warc", build_warc((f"https://{host}/1", page))).publisher == publisher


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (b"400\r\n" + PAGE[:1024] + b"\r\n%x;a=b\r\n" % len(PAGE[1024:]) + PAGE[1024:] + b"\r\n0\r\n\r\n",
         {"Transfer_Encoding": "chunked"}),
        (b"%x\r\n" % len(gzip.compress(PAGE, mtime=0)) + gzip.compress(PAGE, mtime=0) + b"\r\n0\r\n\r\n",
         {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        # Some crawlers unpack and join what they record, and leave the header as it was.
        (PAGE, {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
    ],
)  # fmt: skip
def test_bodies_are_joined_and_unpacked(body: bytes, header: dict[str, str]) -> None:
    assert read_one("a.warc", build_warc((ADDRESS, body), **header)).text == ARTICLE


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (b"400\r\n" + PAGE[:1024] + b"\r\n400\r\nshort", {"Transfer_Encoding": "chunked"}),
        (gzip.compress(PAGE)[:200] + b"x" * 50, {"Content_Encoding": "gzip"}),
        (b"\x1b\x00\x00", {"Content_Encoding": "br, zstd, rot13"}),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_named(body: bytes, header: dict[str, str]) -> None:
    documents, (error,) = read("a.warc", build_warc((ADDRESS, body), **header) + build_warc(*OTHERS))
    assert error.path == "a.warc#2"
    assert len(documents) == len(OTHERS)


@pytest.mark.parametrize(
    "data",
    [
        build_warc((ADDRESS, PAGE), status="404 Not Found"),
        build_warc((ADDRESS, PAGE), status="301 Moved"),
        build_warc((ADDRESS, b"\x89PNG"), kind="image/png"),
        build_warc((ADDRESS, build_feed().encode()), kind="application/rss+xml"),
        build_warc(("https://lantern.example/robots.txt", b"User-agent: *\nDisallow: /"), kind="text/plain"),
        build_record("revisit", ADDRESS, "application/http; msgtype=response", b"HTTP/1.1 200 OK\r\n\r\n"),
        build_record("metadata", ADDRESS, "text/plain", STORY),
        build_record("response", "dns:lantern.example", "text/dns", b"20240507\nlantern.example. 60 IN A 127.0.0.1"),
    ],
)
def test_what_is_no_article_of_a_crawl_is_left_out(data: bytes) -> None:
    documents, errors = read("a.warc", data + build_warc(*OTHERS))
    assert (len(documents), errors) == (len(OTHERS), [])
    assert read_fault("a.warc", data) == "holds no page that was fetched; give one with responses in it"


def test_texts_and_files_that_were_put_there_are_articles() -> None:
    text = read_one("a.warc", build_record("conversion", ADDRESS, "text/plain", STORY))
    assert (text.text, text.url) == (STORY.decode(), ADDRESS)
    story = build_pdf([TITLE, "", STORY.decode()])
    assert read_one("a.warc", build_record("resource", ADDRESS, "application/pdf", story)).url == ADDRESS
    documents, errors = read("a.warc", build_record("resource", ADDRESS, "application/rss+xml", build_feed().encode()))
    assert [item.path for item in (*documents, *errors)] == ["a.warc#1#1", "a.warc#1#2"]
    assert documents[0].url == ADDRESS


def test_letters_are_as_the_server_said() -> None:
    words = "Zoë Müller sued Bram Osei. “Enough,” she said of what he had done to her and to the others."
    data = build_warc((ADDRESS, words.encode("cp1252")), kind="text/plain; charset=windows-1252")
    assert read_one("a.warc", data).text == words


def test_a_web_archive_in_an_archive_is_read() -> None:
    packed = build_zip({"crawl.warc.gz": build_warc((ADDRESS, PAGE), packed=True)})
    assert read_one("a.zip", packed).path == "a.zip/crawl.warc.gz#2"


def test_a_file_that_was_packed_as_one_is_read() -> None:
    documents, errors = read("a.warc.gz", gzip.compress(build_warc(*OTHERS)))
    assert (len(documents), errors) == (len(OTHERS), [])


class TestBroken:
    def test_an_address_that_is_none_spoils_no_record(self) -> None:
        documents, errors = read("a.warc", build_warc(("http://[a", PAGE), *OTHERS))
        assert (len(documents), errors) == (len(OTHERS) + 1, [])
        assert documents[0].url is None or documents[0].url.startswith("http")

    @pytest.mark.parametrize("packed", [False, True])
    def test_a_file_that_ends_early_gives_what_is_whole(self, packed: bool) -> None:
        whole = build_warc(*OTHERS, packed=packed)
        last = build_warc((ADDRESS, PAGE), packed=packed)
        documents, (error,) = read(name_file(packed), whole + last[: len(last) // 2])
        assert len(documents) == len(OTHERS)
        assert "is damaged" in error.reason

    def test_one_packed_file_that_ends_early_gives_what_is_whole(self) -> None:
        documents, (error,) = read("a.warc.gz", gzip.compress(build_warc(*OTHERS, (ADDRESS, PAGE)), 0)[:-2000])
        assert len(documents) == len(OTHERS)
        assert "is damaged" in error.reason

    @pytest.mark.parametrize("place", [0, 2, 30, -3])
    @pytest.mark.parametrize("broken", [0, 1, 2])
    def test_a_damaged_member_spoils_no_other(self, place: int, broken: int) -> None:
        # The answers are the members 1 and 3; 0 tells of the crawler, and 2 is what was asked for.
        data = build_warc(*OTHERS[:2], packed=True)
        starts = [found.start() for found in re.finditer(rb"\x1f\x8b\x08", data)]
        damaged = bytearray(data)
        start = starts[broken] + place if place >= 0 else starts[broken + 1] + place
        damaged[start : start + 3] = b"\x07\x07\x07"
        documents, errors = read("a.warc.gz", bytes(damaged))
        kept = OTHERS[:2] if broken != 1 else OTHERS[1:2]
        assert [document.url for document in documents] == [address for address, _ in kept]
        assert [error.path for error in errors] == [f"a.warc.gz#{broken + 1}"]

    @pytest.mark.parametrize("change", [-40, 40, 10**9])
    def test_a_wrong_length_spoils_no_other_record(self, change: int) -> None:
        data = build_warc((ADDRESS, PAGE))
        length = max(int(found) for found in re.findall(rb"Content-Length: (\d+)", data))
        wrong = data.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + change))
        documents, errors = read("a.warc", wrong + build_warc(*OTHERS))
        assert [document.url for document in documents] == [address for address, _ in OTHERS]
        assert [error.path for error in errors] == ["a.warc#2"]

    @pytest.mark.parametrize("value", [b"-1", b"many", b"", b"9" * 40])
    def test_a_length_that_is_none_spoils_no_other_record(self, value: bytes) -> None:
        record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: " + value + b"\r\n\r\n"
        documents, errors = read("a.warc", record + build_warc(*OTHERS))
        assert len(documents) == len(OTHERS)
        assert [error.path for error in errors] == ["a.warc#1"]

    def test_what_is_no_web_archive_is_told(self) -> None:
        assert "is no WARC file" in read_fault("a.warc", STORY)

    def test_a_file_of_nothing_but_records_is_given_up(self) -> None:
        _, errors = read("a.warc", b"WARC/1.0\r\nContent-Length: 0\r\n\r\n" * 300_000)
        assert [error.reason[:28] for error in errors] == ["has 200,001 records; legal a"]

    @pytest.mark.parametrize("unit", [b"WARC/1.0\r\n", b"\x1f\x8b\x08"])
    def test_a_file_of_nothing_but_broken_records_is_given_up(self, unit: bytes) -> None:
        _, errors = read("a.warc", unit * 200_000)
        assert len(errors) <= BROKEN_LIMIT + 1
        assert errors[-1].reason.startswith(f"has more than {BROKEN_LIMIT:,} broken records")


class TestLimits:
    @pytest.mark.parametrize("packed", [False, True])
    def test_so_many_pages_are_read_and_no_more(self, tmp_path: Path, packed: bool) -> None:
        data = build_warc(*OTHERS, packed=packed)
        assert len(read_limited(tmp_path, data, packed=packed, archive_files=3)) == 3
        *documents, error = read_limited(tmp_path, data, packed=packed, archive_files=2)
        assert len(documents) == 2
        assert isinstance(error, InputError) and "raise the limit archive-files" in error.reason

    def test_a_page_that_is_too_large_spoils_no_other(self, tmp_path: Path) -> None:
        large = build_warc((ADDRESS, b"x" * 300_000), packed=True)
        found = read_limited(tmp_path, large + build_warc(*OTHERS, packed=True), packed=True, file_size=200_000)
        assert [kind for _, kind in list_places(found)] == ["InputError", "Document", "Document", "Document"]

    def test_what_unpacks_to_too_much_is_not_unpacked(self, tmp_path: Path) -> None:
        bomb = build_warc((ADDRESS, gzip.compress(b" " * 30_000_000)), Content_Encoding="gzip")
        (error,) = read_limited(tmp_path, bomb, archive_ratio=10, archive_floor="1MB")
        assert isinstance(error, InputError) and "unpacks to too much" in error.reason

    def test_a_page_has_the_limit_of_a_page(self, tmp_path: Path) -> None:
        (error,) = read_limited(tmp_path, build_warc((ADDRESS, PAGE)), article_size=100)
        assert isinstance(error, InputError) and error.path == "crawl.warc#2"
        (found,) = read_limited(tmp_path, build_warc((ADDRESS, PAGE)))
        assert isinstance(found, Document)
