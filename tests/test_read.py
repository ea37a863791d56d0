"""Reading: real files in real folders, one behaviour each."""

from __future__ import annotations

import os
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import Document
from graph.read import READERS, read_documents
from graph.read.language import find_foreign_language
from graph.read.limits import DEFAULTS
from graph.read.source import open_source, read_source
from graph.read.text import TITLE_LIMIT

BODY = "The actor sued the paper on Monday. “It is a lie,” she said."
FOREIGN = {
    "German": (
        "Der Schauspieler hat am Dienstag eine Klage gegen die Zeitung eingereicht, weil sie über ihn falsche "
        "Behauptungen verbreitet haben soll. Das Gericht muss nun entscheiden, ob die Klage zulässig ist und "
        "ob der Artikel gelöscht wird."
    ),
    "French": (
        "L'acteur a déposé mardi une plainte contre le journal, qu'il accuse d'avoir publié des propos "
        "mensongers sur sa vie privée. Le tribunal doit maintenant décider si la plainte est recevable et si "
        "l'article est retiré."
    ),
    "Spanish": (
        "El actor presentó el martes una demanda contra el periódico, al que acusa de haber publicado "
        "falsedades sobre su vida privada. El tribunal tiene que decidir ahora si la demanda es admisible y "
        "si se retira el texto."
    ),
    "Italian": (
        "L'attore ha presentato martedì una causa contro il giornale, che accusa di aver pubblicato falsità "
        "sulla sua vita privata. Il tribunale deve ora decidere se la causa è ammissibile e se l'articolo "
        "sarà ritirato."
    ),
    "Portuguese": (
        "O ator apresentou na terça-feira um processo contra o jornal, que acusa de ter publicado mentiras "
        "sobre a sua vida privada. O tribunal tem agora de decidir se o processo é admissível e se o artigo é "
        "retirado."
    ),
    "Dutch": (
        "De acteur heeft dinsdag een rechtszaak aangespannen tegen de krant, die hij ervan beschuldigt "
        "onwaarheden over zijn privéleven te hebben gepubliceerd. De rechtbank moet nu beslissen of de zaak "
        "ontvankelijk is."
    ),
}


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read_one(path: Path) -> Document:
    source = open_source(path.name, path.read_bytes(), shown=path.as_posix(), readers=READERS)
    (found,) = read_source(source)
    if isinstance(found, InputError):
        raise found
    return found


def read_all(*paths: Path) -> tuple[list[Document], list[InputError]]:
    found = list(read_documents(paths))
    documents = [item for item in found if isinstance(item, Document)]
    return documents, [item for item in found if isinstance(item, InputError)]


@pytest.mark.parametrize(
    ("text", "published", "rest"),
    [
        (f"date 2025-01-28\n{BODY}", "2025-01-28", BODY),
        (f"date 2025-01-28\n\n{BODY}\n", "2025-01-28", f"{BODY}\n"),
        (f" date 2025-01-28 {BODY}", "2025-01-28", BODY),
        (f"date 2025-13-45 {BODY}", None, f"date 2025-13-45 {BODY}"),
        (f"date 2025-01-28T10:00 {BODY}", None, f"date 2025-01-28T10:00 {BODY}"),
        (f"{BODY} date 2025-01-28", None, f"{BODY} date 2025-01-28"),
        (f"\n\n{BODY}", None, BODY),
        (f"date 2025-01-28\r\n{BODY}\r\nMore.\rEnd.", "2025-01-28", f"{BODY}\nMore.\nEnd."),
    ],
)
def test_the_date_is_taken_from_the_first_line(tmp_path: Path, text: str, published: str | None, rest: str) -> None:
    document = read_one(write(tmp_path / "a.txt", text))
    assert (document.published, document.text) == (published, rest)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Actor sues paper\n\n{BODY}", "Actor sues paper"),
        (f"date 2025-01-28 Actor sues paper\n \n{BODY}", "Actor sues paper"),
        (f"# Actor sues paper\n\n{BODY}", "Actor sues paper"),
        (f"Actor sues paper\n{BODY}", None),
        (f"Actor sues paper.\n\n{BODY}", None),
        (f"{'x' * (TITLE_LIMIT - 1)}\n\n{BODY}", "x" * (TITLE_LIMIT - 1)),
        (f"{'x' * TITLE_LIMIT}\n\n{BODY}", None),
        ("Actor sues paper\n\n", None),
    ],
)
def test_a_title_is_a_short_line_of_its_own(tmp_path: Path, text: str, title: str | None) -> None:
    document = read_one(write(tmp_path / "a.md", text))
    assert document.title == title
    assert title is None or title in document.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_other_encodings_give_the_same_article(tmp_path: Path, encoding: str) -> None:
    assert read_one(write(tmp_path / "a.txt", BODY.encode(encoding))).text == BODY


def test_one_spoilt_byte_does_not_spoil_the_others(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "a.txt", BODY.encode() + b" caf\xe9")).text == f"{BODY} caf\ufffd"


def test_letters_of_another_script_are_told_by_their_bytes(tmp_path: Path) -> None:
    text = "Она подала в суд на газету, потому что статья была ложью от начала до конца."
    assert read_one(write(tmp_path / "a.txt", text.encode("cp1251"))).text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"date 2025-01-28\n\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\xff\xfe\x00", "is marked as utf-16"),
        (b"x" * (DEFAULTS.article_size + 1), "legal are at most 20,000,000"),
    ],
)
def test_what_is_no_text_is_told(tmp_path: Path, content: bytes, reason: str) -> None:
    path = write(tmp_path / "a.txt", content)
    with pytest.raises(InputError, match=reason) as error:
        read_one(path)
    assert error.value.path == path.as_posix()


@pytest.mark.parametrize("language", FOREIGN)
def test_articles_in_other_languages_are_named(tmp_path: Path, language: str) -> None:
    assert find_foreign_language(FOREIGN[language]) == language
    (error,) = read_all(write(tmp_path / "a.txt", FOREIGN[language]))[1]
    assert error.reason.startswith(f"is not English ({language})")


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        (BODY, False),
        (BODY * 50, False),
        (f"{BODY * 8} {FOREIGN['Spanish']}", False),
        ("Sued.", False),
        ("Актриса подала в суд.", True),
        ("女优起诉报社", True),
        ("Aktor złożył pozew przeciwko gazecie, którą oskarża o kłamstwo. Sąd wyda wyrok w piątek. " * 4, True),
    ],
)
def test_only_what_is_surely_not_english_is_refused(text: str, foreign: bool) -> None:
    assert bool(find_foreign_language(text)) is foreign


def test_every_gold_article_is_english(gold_folder: Path) -> None:
    articles = sorted(gold_folder.glob("*/*.txt"))
    assert articles
    assert read_all(*articles)[1] == []


def test_folders_are_read_sorted_with_all_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/er/c.txt", ".hidden.txt", ".git/d.txt", "e.png", "f.TXT"):
        write(tmp_path / "news" / name, f"{BODY} {name}")
    documents, errors = read_all(tmp_path / "news")
    assert [document.path for document in documents] == ["news/a.md", "news/b.txt", "news/deep/er/c.txt", "news/f.TXT"]
    assert not errors


def test_paths_do_not_tell_where_the_folder_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "news" / "a.txt", BODY)
    monkeypatch.chdir(tmp_path)
    ways = {
        tmp_path / "news": "news/a.txt",
        Path("news"): "news/a.txt",
        Path("./news/"): "news/a.txt",
        Path("news/a.txt"): "news/a.txt",
        Path("../") / tmp_path.name / "news": "news/a.txt",
        tmp_path / "news" / "a.txt": "a.txt",
        Path(): "news/a.txt",
    }
    assert {way: read_all(way)[0][0].path for way in ways} == ways


def test_the_order_of_the_inputs_does_not_matter(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.txt", f"{BODY} {name}") for name in "cab"]
    assert list(read_documents(paths)) == list(read_documents(reversed(paths)))


def test_the_same_content_is_one_article(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, BODY) for name in ("b.txt", "a.txt")]
    documents, errors = read_all(*paths, tmp_path)
    assert [document.path for document in documents] == ["a.txt"]
    assert not errors


def test_another_date_is_another_article(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", f"date 2025-01-28 {BODY}")
    write(tmp_path / "b.txt", f"date 2025-01-29 {BODY}")
    documents, _ = read_all(tmp_path)
    assert len({document.id for document in documents}) == 2
    assert all(len(document.id) == 12 and set(document.id) <= set(string.hexdigits) for document in documents)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "does not exist"),
        ("a.png", "ends in '.png'; legal are .atom, .csv"),
        ("noend", "ends in 'no suffix'"),
        ("empty", "holds no article"),
    ],
)
def test_a_named_input_that_is_none_is_told(tmp_path: Path, name: str, reason: str) -> None:
    for other in ("a.png", "noend"):
        write(tmp_path / other, BODY)
    (tmp_path / "empty").mkdir()
    documents, (error,) = read_all(tmp_path / name)
    assert not documents
    assert reason in error.reason


def test_a_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    for name, content in (("a.txt", BODY), ("b.txt", ""), ("c.txt", f"{BODY} c")):
        write(tmp_path / "news" / name, content)
    documents, errors = read_all(tmp_path / "news")
    assert [document.path for document in documents] == ["news/a.txt", "news/c.txt"]
    assert [error.path for error in errors] == ["news/b.txt"]


needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@needs_links
def test_links_that_lead_back_end(tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.txt", BODY)
    (tmp_path / "news" / "loop").symlink_to(tmp_path / "news", target_is_directory=True)
    (tmp_path / "news" / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    documents, errors = read_all(tmp_path / "news")
    assert [document.path for document in documents] == ["news/a.txt"]
    assert [error.path for error in errors] == ["news/nowhere.txt"]


@needs_links
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    _, (error,) = read_all(tmp_path)
    assert "not a regular file" in error.reason


@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_a_reason(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = write(tmp_path_factory.mktemp("any") / "a.txt", content)
    documents, errors = read_all(path)
    assert len(documents) + len(errors) == 1
    assert all(document.text.strip() for document in documents)
