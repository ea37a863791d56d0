"""Reading each kind of file: what is taken for the article, what is told about it, and what is left out."""

from __future__ import annotations

import importlib.util
import re
import shutil
from collections.abc import Iterator
from email.message import EmailMessage
from itertools import product
from pathlib import Path

import pytest
from ftfy import fix_encoding

from graph.errors import InputError
from graph.model import Document
from graph.read import READERS, read_documents
from graph.read.article import name_publisher
from graph.read.markdown import strip_marks
from graph.read.source import open_source, read_source
from tests import files
from tests.files import ADDRESS, ARTICLE, DAY, OUTLET, PARAGRAPHS, TEXT, TITLE

FOREIGN = " ".join(
    ["Die Klage der Autorin gegen die Zeitung wird von dem Gericht nicht vor dem Herbst entschieden."] * 3
)


def read(name: str, content: str | bytes) -> tuple[list[Document], list[InputError]]:
    """Return the articles and the errors of one file's content."""
    data = content.encode() if isinstance(content, str) else content
    found = list(read_source(open_source(name, data, shown=name, readers=READERS)))
    return (
        [item for item in found if isinstance(item, Document)],
        [item for item in found if isinstance(item, InputError)],
    )


def read_one(name: str, content: str | bytes) -> Document:
    (document,), errors = read(name, content)
    assert not errors
    return document


def read_fault(name: str, content: str | bytes) -> str:
    documents, (error,) = read(name, content)
    assert not documents
    assert error.path.startswith(name)
    return error.reason


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_kind_of_file_gives_the_same_article(suffix: str) -> None:
    document = read_one(files.name_file(suffix), files.build_examples()[suffix])
    assert document.path.startswith(files.name_file(suffix))
    assert " ".join(document.text.split()) == " ".join(ARTICLE.split())
    assert document.title == TITLE
    assert document.published == (None if suffix in (".docx", ".pdf") else DAY)


@pytest.mark.parametrize("suffix", [".html", ".mht", ".json", ".csv", ".tsv", ".rss", ".atom", ".parquet"])
def test_what_a_file_tells_of_its_article_is_kept(suffix: str) -> None:
    document = read_one(f"a{suffix}", files.build_examples()[suffix])
    assert (document.publisher, document.url) == (OUTLET, ADDRESS)


@pytest.mark.parametrize("suffix", [".html", ".docx", ".eml", ".rss"])
def test_paragraphs_stay_paragraphs(suffix: str) -> None:
    assert read_one(f"a{suffix}", files.build_examples()[suffix]).text.split("\n\n")[-3:] == list(PARAGRAPHS)


def test_one_folder_of_all_kinds_gives_one_article_of_each(tmp_path: Path) -> None:
    paths = [tmp_path / files.name_file(suffix) for suffix in files.build_examples()]
    for path, content in zip(paths, files.build_examples().values(), strict=True):
        path.write_bytes(content)
    found = list(read_documents([tmp_path]))
    assert all(isinstance(item, Document) for item in found)
    # The same text on the same day is one article; Word and PDF do not tell the day.
    assert {item.published for item in found if isinstance(item, Document)} == {DAY, None}
    assert list(read_documents(paths)) == list(read_documents(paths[::-1]))


class TestText:
    def test_front_matter_tells_title_day_publisher_and_address(self) -> None:
        head = f'---\ntitle: "{TITLE}"\ndate: 2024-05-07 09:30\nsource: {OUTLET}\nlink: {ADDRESS}\ntags: [a, b]\n---\n'
        for name in ("a.md", "a.txt"):
            document = read_one(name, f"{head}\n{TEXT}")
            assert (document.title, document.published) == (TITLE, DAY)
            assert (document.publisher, document.url, document.text) == (OUTLET, ADDRESS, ARTICLE)

    @pytest.mark.parametrize(
        "text", [f"---\n{TEXT}\n---\n{TEXT}", f"---\nShe said: no.\n---\n\n{TEXT}", f"---\n{TEXT}"]
    )
    def test_two_rules_around_a_paragraph_are_no_front_matter(self, text: str) -> None:
        document = read_one("a.md", text)
        assert document.text == text
        assert document.publisher is None

    @pytest.mark.parametrize(
        ("marked", "plain"),
        [
            ("[Ada Quill](https://a.example/x_(y)) sued **Bram Osei**.", "Ada Quill) sued Bram Osei."),
            ("![photo of Osei](osei.png)Quill *never* wrote __them__.", "Quill never wrote them."),
            ("> “It is a lie.”\n\n## The case\n", "“It is a lie.”\n\nThe case\n"),
            (r"\$12 million \* 2 snake_case_name 2 * 3 * 4", r"$12 million * 2 snake_case_name 2 * 3 * 4"),
        ],
    )
    def test_marks_of_markdown_are_not_read_as_text(self, marked: str, plain: str) -> None:
        assert strip_marks(marked) == plain

    @pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
    def test_text_that_was_decoded_wrongly_is_mended(self, encoding: str) -> None:
        wrong = "“It’s a lie,” said Zoë.".encode().decode(encoding, errors="ignore")
        spoilt = "It’s a lie, said Zoë.".encode().decode(encoding)
        assert read_one("a.txt", spoilt).text == "It’s a lie, said Zoë."
        assert "Zoë" in read_one("a.txt", f"{wrong}\nMarsh’s café").text

    def test_right_letters_are_left_alone(self) -> None:
        text = "Zoë O’Neill’s café: “naïve” – 5 € … Þórður, Łukasz, Ångström, Ã la carte"
        assert read_one("a.txt", text).text == text

    def test_the_signs_of_good_print_are_no_mistakes(self) -> None:
        # a text that has no others is not looked at: nothing that ftfy mends is made of these alone
        signs = "aA1. ,“”‘’–—…"
        texts = ["".join(group) for size in (2, 3, 4) for group in product(signs, repeat=size)]
        assert all(fix_encoding(text) == text for text in texts)


class TestPages:
    def test_menus_scripts_and_comments_are_left_out(self) -> None:
        text = read_one("a.html", files.build_page()).text
        assert [
            word for word in ("Sport", "tracker", "Buy now", "recipes", "Copyright", "First!") if word in text
        ] == []

    def test_pictures_and_programs_in_the_page_do_not_make_it_too_long(self) -> None:
        picture = f'<img src="data:image/png;base64,{"iVBOR" * 1_300_000}">'
        program = f"<script>{'x = 1;' * 1_000_000}</script>"
        assert read_one("a.html", files.build_page(head=program, body=picture)).title == TITLE

    def test_a_page_of_an_old_encoding_is_read(self) -> None:
        page = files.build_page().replace("utf-8", "windows-1252").replace("She says", "“Zoë” says")
        assert "“Zoë” says" in read_one("a.html", page.encode("cp1252")).text

    def test_an_amp_page_is_read(self) -> None:
        page = files.build_page(head='<script async src="https://cdn.ampproject.org/v0.js"></script>')
        page = (
            page.replace('<html lang="en">', '<html amp lang="en">')
            .replace("<nav", "<amp-sidebar")
            .replace("</nav", "</amp-sidebar")
        )
        assert read_one("a.html", page).text == ARTICLE

    def test_the_address_that_a_browser_noted_is_kept(self) -> None:
        page = files.build_page().replace(f'<link rel="canonical" href="{ADDRESS}">', "")
        saved = page.replace("<html", f"<!-- saved from url=({len(ADDRESS):04}){ADDRESS} -->\n<html", 1)
        assert read_one("a.html", saved).url == ADDRESS

    @pytest.mark.parametrize("page", ["", "<html></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>"])
    def test_a_page_without_an_article_is_told(self, page: str) -> None:
        assert "article" in read_fault("a.html", page)

    def test_what_a_browser_saves_beside_a_page_is_not_read(self, tmp_path: Path) -> None:
        (tmp_path / "story.html").write_text(files.build_page(), encoding="utf-8")
        (tmp_path / "story_files").mkdir()
        (tmp_path / "story_files" / "frame.html").write_text("<html><p>Buy now</p></html>", encoding="utf-8")
        (tmp_path / "other_files").mkdir()
        (tmp_path / "other_files" / "a.txt").write_text("Bram Osei sued Ada Quill.", encoding="utf-8")
        found = list(read_documents([tmp_path]))
        assert [item.path.partition("/")[2] for item in found] == ["other_files/a.txt", "story.html"]


class TestWord:
    def test_deleted_text_and_the_second_copy_of_a_text_box_are_left_out(self) -> None:
        extra = (
            "<w:p><w:r><w:t>Quill</w:t><w:tab/><w:t>sued.</w:t></w:r><w:del><w:r><w:delText>lost</w:delText></w:r></w:del>"
            "<Choice><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></Choice><Fallback><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></Fallback>"
            "</w:p>"
        )
        text = read_one("a.docx", files.build_docx(TEXT, extra=extra)).text
        assert text.endswith("Quill\tsued.\n\nBoxed.")
        assert "lost" not in text

    @pytest.mark.parametrize("content", [b"", b"PK", files.build_zip({"a.txt": TEXT}), files.build_docx(TEXT)[:-60]])
    def test_what_is_none_is_told(self, content: bytes) -> None:
        assert "is no Word document" in read_fault("a.docx", content)

    def test_entities_are_refused(self) -> None:
        bomb = "<!DOCTYPE a [<!ENTITY b 'lie '><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"
        assert "declares entities" in read_fault("a.docx", files.build_zip({"word/document.xml": bomb}))


class TestPdf:
    def test_lines_become_paragraphs_and_headers_are_left_out(self) -> None:
        pages = [
            [f"{OUTLET} | page {number}", *files.wrap(text), "Printed for one reader only"]
            for number, text in enumerate((*PARAGRAPHS, PARAGRAPHS[0].replace("Ada", "Mina")), 1)
        ]
        text = read_one("a.pdf", files.build_pdf(*pages)).text
        assert " ".join(text.split()).startswith(" ".join(PARAGRAPHS))
        assert "page" not in text
        assert "Printed" not in text

    def test_a_short_line_ends_its_paragraph(self) -> None:
        lines = [TITLE, *files.wrap(PARAGRAPHS[0], 60), "It is a lie, she said.", *files.wrap(PARAGRAPHS[1], 60)]
        document = read_one("a.pdf", files.build_pdf(lines))
        assert document.title == TITLE
        assert document.text.split("\n\n") == [TITLE, PARAGRAPHS[0], "It is a lie, she said.", PARAGRAPHS[1]]

    def test_a_word_that_was_cut_at_the_end_of_a_line_is_joined(self) -> None:
        lines = [
            "Ada Quill sued the well-known Harbor Gazette for defa-",
            "mation on Monday, and asked for an apology.",
        ]
        assert "for defamation on Monday" in read_one("a.pdf", files.build_pdf(lines)).text

    def test_a_scanned_page_is_told_beside_the_others(self) -> None:
        (document,), (error,) = read("a.pdf", files.build_pdf(files.wrap(TEXT), []))
        assert document.text.startswith("Ada Quill sued")
        assert (
            error.reason
            == "has only pictures on page 2; run text recognition over it (for example ocrmypdf) and give the result"
        )

    def test_a_scanned_document_is_told(self) -> None:
        assert "has no text, only pictures of it, on its 2 pages; run text" in read_fault(
            "a.pdf", files.build_pdf([], [])
        )

    def test_a_locked_one_is_told(self) -> None:
        assert "is locked by a password" in read_fault("a.pdf", files.build_pdf([TEXT], password="secret"))

    @pytest.mark.browser
    def test_what_a_browser_prints_is_read(self) -> None:
        from playwright.sync_api import sync_playwright

        path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        assert path, "this test needs Chromium; install it, for example with: apt-get install chromium"
        with sync_playwright() as browsers:
            browser = browsers.chromium.launch(executable_path=path, args=["--no-sandbox"])
            page = browser.new_page()
            page.set_content(files.build_page())
            content = page.pdf()
            browser.close()
        document = read_one("a.pdf", content)
        assert document.title == TITLE
        assert all(paragraph in " ".join(document.text.split()) for paragraph in PARAGRAPHS)


class TestMail:
    def test_html_is_read_where_there_is_no_plain_text(self) -> None:
        assert read_one("a.eml", files.build_message(html=True).as_bytes()).text == ARTICLE

    @pytest.mark.parametrize(
        ("sender", "publisher"),
        [
            ("TMZ <alerts@mail.example>", "TMZ"),
            ("News desk <alerts@tmz.com>", "TMZ"),
            ("Teo Marsh <teo@marsh.example>", None),
        ],
    )
    def test_only_an_outlet_that_is_known_is_taken_for_the_publisher(self, sender: str, publisher: str | None) -> None:
        assert read_one("a.eml", files.build_message(sender=sender).as_bytes()).publisher == publisher

    def test_attached_articles_are_read(self) -> None:
        message = files.build_message()
        message.add_attachment(
            files.build_docx(TEXT.replace("Quill", "Marsh")), "application", "zip", filename="../b.docx"
        )
        message.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
        documents, errors = read("a.eml", message.as_bytes())
        assert [document.path for document in documents] == ["a.eml", "a.eml/b.docx"]
        assert not errors

    def test_each_message_of_a_mailbox_is_one_article(self) -> None:
        other = files.build_message()
        other.set_content(f"From here on it is another story.\n\n{TEXT}")
        empty = EmailMessage()
        empty["Subject"] = "Nothing"
        documents, (error,) = read("a.mbox", files.build_mailbox(files.build_message(), empty, other))
        assert [document.path for document in documents] == ["a.mbox#1", "a.mbox#3"]
        assert "\n\nFrom here on it is another story." in documents[1].text
        assert (error.path, error.reason) == ("a.mbox#2", "is a message without text; save the article itself")

    def test_a_mailbox_without_messages_is_told(self) -> None:
        assert "is no mailbox" in read_fault("a.mbox", TEXT)

    @pytest.mark.parametrize(
        "header", ["Date: Tue, 07 May 99999999999999999999 23:30:00", "From: a:b@c;, <", "From: @"]
    )
    def test_a_damaged_header_does_not_spoil_the_text(self, header: str) -> None:
        message = files.build_message().as_bytes()
        name = header.partition(":")[0].encode()
        damaged = re.sub(rb"(?m)^" + name + rb":.*$", header.encode(), message)
        assert damaged != message
        assert read_one("a.eml", damaged).text == ARTICLE

    def test_a_strange_encoding_does_not_stop_it(self) -> None:
        message = files.build_message().as_bytes().replace(b'charset="utf-8"', b'charset="klingon"')
        assert read_one("a.eml", message).text == ARTICLE


class TestFeeds:
    def test_an_entry_without_text_is_told_beside_the_others(self) -> None:
        (document,), (error,) = read("a.rss", files.build_feed())
        assert document.path == "a.rss#1"
        assert (error.path, error.reason) == ("a.rss#2", "has no text but only a headline; save the article itself")

    def test_scripts_in_an_entry_are_no_text(self) -> None:
        content = f"<p>{TEXT}</p><script>alert(1)</script><style>p {{}}</style>"
        (document,), _ = read("a.rss", files.build_feed(content=content))
        assert "alert" not in document.text

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            ("<svg/>", "is XML but neither RSS nor Atom: <svg>"),
            ("<rss><channel/></rss>", "is a feed without entries"),
            ("<rss>", "is not well-formed XML"),
            ("<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss>&a;</rss>", "declares entities"),
            ("", "is not well-formed XML"),
        ],
    )
    def test_what_is_no_feed_is_told(self, content: str, reason: str) -> None:
        assert reason in read_fault("a.xml", content)


@pytest.mark.parametrize(
    ("name", "url", "publisher"),
    [
        (" Harbor\nGazette ", "https://www.tmz.com/x", "Harbor Gazette"),
        ("", "https://www.tmz.com/x", "TMZ"),
        (None, "https://amp.tmz.com/x", "TMZ"),
        ("tmz.com", None, "TMZ"),
        ("unknown.example", None, "unknown.example"),
        (None, "https://unknown.example/x", None),
        (None, None, None),
    ],
)
def test_a_publisher_is_told_or_known_by_its_address(name: str | None, url: str | None, publisher: str | None) -> None:
    assert name_publisher(name, url) == publisher


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://", "https://a b", "//a.example", 'https://a"b']
)
def test_an_address_that_is_none_of_the_web_is_dropped(url: str) -> None:
    assert read_one("a.md", f"---\ntitle: {TITLE}\nurl: {url}\n---\n{TEXT}").url is None


def test_a_foreign_part_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(files.build_zip({"a.txt": FOREIGN, "b.txt": TEXT}))
    found = list(read_documents([tmp_path / "a.zip"]))
    assert [item.path for item in found] == ["a.zip/a.txt", "a.zip/b.txt"]
    assert isinstance(found[0], InputError)
    assert "is not English (German)" in found[0].reason


def test_without_pyarrow_a_parquet_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "graph.extras.find_spec", lambda name: None if name == "pyarrow" else importlib.util.find_spec(name)
    )
    assert "pip install 'litigraph[parquet]'" in read_fault("a.parquet", files.build_parquet())


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail where a reader asks the network: a page's pictures and a feed's DTD are not fetched."""
    if "browser" not in request.keywords:

        def refuse(*_: object, **__: object) -> None:
            raise AssertionError("a reader asked the network")

        monkeypatch.setattr("socket.socket.connect", refuse)
        monkeypatch.setattr("socket.getaddrinfo", refuse)
    yield
