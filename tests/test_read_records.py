"""Reading tables and JSON: the shapes in which crawlers and news interfaces give articles, one behaviour each."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError, UsageError
from graph.model import Document
from graph.read import read_documents
from graph.read.days import read_day
from graph.read.encoding import decode_lines, decode_text
from tests.files import ADDRESS, ARTICLE, DAY, OUTLET, PARAGRAPHS, RECORD, TEXT, TITLE, build_table
from tests.test_read_formats import read, read_fault, read_one

SHAPES: dict[str, Any] = {
    "a bare record": RECORD,
    "NewsAPI": {"status": "ok", "totalResults": 1, "articles": [
        {"source": {"id": None, "name": OUTLET}, "author": "Ines Falk", "title": TITLE, "description": "A teaser.",
         "url": ADDRESS, "publishedAt": f"{DAY}T09:30:00Z", "content": f"{TEXT}… [+1234 chars]"}]},
    "Webhose": {"next": "/page2", "posts": [
        {"thread": {"site": "lantern.example", "site_full": OUTLET, "title": "Thread"}, "title": TITLE, "text": TEXT,
         "url": ADDRESS, "published": f"{DAY}T23:30:00.000-07:00"}]},
    "GDELT": {"articles": [
        {"url": ADDRESS, "title": TITLE, "seendate": "20240507T093000Z", "domain": OUTLET, "text": TEXT}]},
    "the Guardian": {"response": {"status": "ok", "results": [
        {"webTitle": TITLE, "webUrl": ADDRESS, "webPublicationDate": f"{DAY}T09:30:00Z",
         "fields": {"headline": "Other", "bodyText": TEXT, "publication": OUTLET}}]}},
    "a search engine": {"hits": {"total": 1, "hits": [{"_id": "7", "_source": {**RECORD}}]}},
    "schema.org": [{"@type": "NewsArticle", "headline": TITLE, "articleBody": TEXT, "datePublished": DAY,
                    "publisher": {"@type": "Organization", "name": OUTLET}, "url": ADDRESS}],
    "a list of paragraphs": {"headline": {"main": TITLE}, "body": TEXT.split("\n\n"), "pub_date": DAY, "source": OUTLET,
                             "web_url": ADDRESS},
    "HTML": {**RECORD, "text": "".join(f"<p>{part}</p>\n" for part in TEXT.split("\n\n")), "title": f"<b>{TITLE}</b>"},
    "references": {**RECORD, "title": TITLE.replace(" ", "&nbsp;")},
    "a column of a database": {"ID": 7, "Article Text": TEXT, "Headline": TITLE, "Publication Date": "May 7, 2024",
                               "Newspaper": OUTLET, "Web URL": ADDRESS},
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_gives_the_article(shape: str) -> None:
    document = read_one("a.json", json.dumps(SHAPES[shape]))
    assert " ".join(document.text.split()) == " ".join(ARTICLE.split())
    assert (document.title, document.published, document.publisher, document.url) == (TITLE, DAY, OUTLET, ADDRESS)


def test_the_place_of_each_article_is_told() -> None:
    articles = [RECORD, {"title": "Only a headline", "text": ""}, {**RECORD, "text": f"Later. {TEXT}"}]
    for name, content in (
        ("a.json", json.dumps({"articles": articles})),
        ("a.jsonl", "\n".join(map(json.dumps, articles))),
    ):
        documents, (error,) = read(name, content)
        places = {"a.json": "a.json#articles[{}]", "a.jsonl": "a.jsonl#{}"}[name]
        assert [document.path for document in documents] == [places.format(1), places.format(3)]
        assert error.path == places.format(2)
        assert "has no text" in error.reason


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"title": "Quill", "lead": "Ada"}', "(its fields: 'title', 'lead')"),
        ('[{"headline": "Quill"}]', "(its fields: 'headline')"),
        ("[]", "(its fields: none)"),
        ("7", "(its fields: none)"),
        ('"text"', "(its fields: none)"),
        ('{"text": 7}', "has no text; name the field with the article's text text, body, content"),
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("", "is not JSON"),
    ],
)
def test_json_without_articles_is_told(content: str, words: str) -> None:
    assert words in read_fault("a.json", content)


def test_lines_of_json_in_a_file_that_says_json_are_read() -> None:
    documents, (error,) = read("a.json", f"{json.dumps(RECORD)}\nno json\n\n{json.dumps({**RECORD, 'title': 'Other'})}")
    assert [document.title for document in documents] == [TITLE, "Other"]
    assert (error.path, error.reason.partition(" (")[0]) == ("a.json#2", "is not JSON")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lines_are_read_one_by_one_as_the_whole_would_be(encoding: str, ending: str) -> None:
    quoted = "She said: “It’s a lie”, in a café."
    wronged = quoted.encode().decode("cp1252", "replace")
    lines = [
        "",
        '{"text": "Ada Quill sued."}',
        quoted,
        wronged if encoding != "cp1252" else "plain",
        "\x0b\x0c \x85 end",
    ]
    data = ending.join(lines).encode(encoding, "replace")
    assert list(decode_lines(data, shown="a")) == decode_text(data, shown="a").split("\n")
    assert quoted in [line.rstrip("\r") for line in decode_lines(data, shown="a")]


@pytest.mark.parametrize("data", [b"\x89PNG\0\0\n{}", b'{"text": "' + b"\x01" * 50 + b'"}\n'])
def test_lines_of_what_is_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="is not text but binary"):
        list(decode_lines(data, shown="a"))


def test_our_own_graph_is_not_taken_for_articles() -> None:
    from graph.notice import NOTICE

    own = {"format": "litigraph", "notice": NOTICE, "documents": [{"id": "a", "path": "a.txt", "text": TEXT}]}
    assert read_fault("graph.json", json.dumps(own)).startswith("was written by litigraph")


def test_half_a_surrogate_pair_and_control_signs_do_not_pass() -> None:
    document = read_one("a.json", '{"text": "Ada \\ud800Quill\\u0000 sued\\u001b[31m.\\r\\nShe won."}')
    assert document.text == "Ada ?Quill sued[31m.\nShe won."


def test_control_signs_in_html_do_not_stop_the_other_rows() -> None:
    rows = [f'"<p>Ada Quill\x01 sued.&#1; &#xd800; {PARAGRAPHS[1]} &amp; won.</p>"', "<p>Osei lost.</p>"]
    documents, errors = read("a.csv", "text\n" + "\n".join(rows))
    assert not errors
    assert documents[0].text.startswith("Ada Quill sued.")
    assert documents[0].text.endswith("& won.")
    assert documents[1].text == "Osei lost."


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator_is_found(separator: str) -> None:
    document = read_one("a.csv", build_table(separator))
    assert (document.text, document.publisher, document.path) == (ARTICLE, OUTLET, "a.csv#2")


def test_rows_of_a_table_are_numbered_as_a_spreadsheet_does() -> None:
    documents, errors = read(
        "a.csv", f'title,text\nOne,"{TEXT}"\n,\n\nThree,\n"Five, at last",Ada sued.,too much\nSix\n'
    )
    assert [(document.path, document.title) for document in documents] == [
        ("a.csv#2", "One"),
        ("a.csv#6", "Five, at last"),
    ]
    assert [error.path for error in errors] == ["a.csv#5", "a.csv#7"]


@pytest.mark.parametrize(
    ("name", "content"), [("a.jsonl", "\n\n"), ("a.csv", "title,text\n"), ("a.csv", "text\n\n,\n")]
)
def test_a_file_without_any_record_is_told(name: str, content: str) -> None:
    assert read_fault(name, content).startswith("holds no article")


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", TEXT])
def test_a_table_without_a_text_is_told(content: str) -> None:
    assert "has no text; name the field with the article's text text, body" in read_fault("a.csv", content)


def test_a_cell_may_be_longer_than_the_csv_module_likes() -> None:
    usual = 131_072
    before = csv.field_size_limit(usual)
    try:
        document = read_one("a.csv", f'text\n"{TEXT * 400}"\n')
        assert csv.field_size_limit() == usual
    finally:
        csv.field_size_limit(before)
    assert len(document.text) > usual


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-05-07", DAY),
        ("2024-5-7", DAY),
        ("2024-05-07T23:30:00-07:00", DAY),
        ("2024-05-07 09:30", DAY),
        ("2024/05/07", DAY),
        ("20240507", DAY),
        ("20240507093000", DAY),
        ("20240507T093000Z", DAY),
        ("Tue, 07 May 2024 09:30:00 GMT", DAY),
        ("7 May 2024", DAY),
        ("May 7th, 2024", DAY),
        ("Published Sept. 7, 2024 at 9 a.m.", "2024-09-07"),
        ("13/05/2024", "2024-05-13"),
        ("05/13/2024", "2024-05-13"),
        ("05.05.2024", "2024-05-05"),
        ("05/07/2024", None),
        (1715074200, DAY),
        ("1715074200000", DAY),
        ("2024-02-30", None),
        ("yesterday", None),
        ("Mar 2024", None),
        ("Foo 7, 2024", None),
        ("9" * 50, None),
        (True, None),
        (None, None),
        ("", None),
    ],
)
def test_a_day_is_read_only_where_it_can_be_one_alone(value: object, day: str | None) -> None:
    assert read_day(value) == day


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps([{"Artikel": TEXT, "Kopf": TITLE, "text": "No."}])),
        ("a.csv", f'Kopf;Artikel;text\n"{TITLE}";"{TEXT}";No.\n'),
    ],
)
def test_fields_may_be_declared(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (document,) = read_documents([tmp_path / name], fields={"text": "artikel", "title": "Kopf"})
    assert isinstance(document, Document)
    assert (document.text, document.title) == (ARTICLE, TITLE)


@pytest.mark.parametrize("fields", [{"body": "Artikel"}, {"text": ""}, {"text": "?"}])
def test_a_field_that_is_none_is_told(fields: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="legal is FIELD=NAME with one of text, title, published, publisher, url"):
        list(read_documents([], fields=fields))
