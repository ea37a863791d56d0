"""What a project keeps: without loss, all or nothing, and with a clear message where it cannot."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import InputError, ProjectError
from graph.model import (
    Antecedent,
    Assertion,
    Chain,
    Document,
    EntityType,
    Evidence,
    Extraction,
    Gender,
    LawsuitFacts,
    Link,
    Mention,
    MentionKind,
    Proceeding,
    RelationMention,
    Span,
)
from graph.serialize import DamageError, decode_document, decode_extraction, encode_document, encode_extraction
from graph.store import Article, Store, create_store, open_store

TEXT = "Zoë Quill “sued” Bram Osei\u2028for $1 \U0001f9d1\u200d\u2696\ufe0f.\x1b"


def build_extraction(id_: str = "a1", text: str = TEXT) -> Extraction:
    """Return an extraction in which no field has its default."""
    document = Document(
        id_, f"news/{id_}.txt", text, "2024-05-07", "Title", "Lantern Post", "https://lantern.example/a"
    )
    name = Mention(Span(0, 9), "Zoë Quill", EntityType.PERSON, MentionKind.NAMED, Span(4, 9))
    verb = Mention(Span(11, 15), "sued", EntityType.LAWSUIT, MentionKind.EVENT, Span(11, 15))
    chains = (
        Chain(EntityType.PERSON, "Zoë Quill", (name,), (Link(Span(0, 9), "Quill", "surname"),), Gender.FEMALE),
        Chain(EntityType.LAWSUIT, "sued", (verb,)),
    )
    evidence = Evidence(
        document=id_, span=Span(0, 20), text=text[:20], subject=Span(0, 9), object=Span(11, 15), cue=Span(11, 15),
        assertion=Assertion.ALLEGED, source="Ines Falk", antecedents=(Antecedent("she", "Zoë Quill"),),
        rule="plaintiff_in/sue", confidence=0.1 + 0.2, date="2024-05",
    )  # fmt: skip
    facts = LawsuitFacts(("fraud",), ("$1",), ("2024",), ("filed",), ("24-cv-1",))
    relations = (RelationMention("plaintiff_in", 0, 1, evidence, source=0),)
    return Extraction(document, chains, relations, (Proceeding(1, facts, counterclaim=True),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create_store(tmp_path / "store.sqlite")
    return tmp_path / "store.sqlite"


def keep(store: Store, extraction: Extraction, *, source: str = "news") -> Article:
    """Keep an extraction with its document, as if it stood alone in a file, and return its article."""
    key = f"reading of {extraction.document.id}"
    with store.write():
        store.put_source(source, "{}")
        store.put_reading(key, source, [extraction.document])
        (article,) = store.list_items(key)
        assert isinstance(article, Article)
        store.put_extraction(article, "bundled", "v1", extraction)
    return article


def test_documents_and_extractions_come_back_as_they_were(path: Path) -> None:
    extraction = build_extraction()
    with open_store(path) as store:
        article = keep(store, extraction)
    with open_store(path) as store:
        assert store.get_extraction(article, "bundled") == extraction
        assert store.get_document(article) == extraction.document
        assert store.list_extracted("bundled", "v1") == {article.key}
        assert store.list_extracted("bundled", "v2") == store.list_extracted("other", "v1") == set()


def test_the_same_article_in_two_places_is_kept_once() -> None:
    one, other = (Document("a1", path, TEXT) for path in ("monday.txt", "news.zip/monday.txt"))
    assert encode_document(one) == encode_document(other)
    assert decode_document(encode_document(one), path=other.path) == other


@pytest.mark.parametrize("data", [b"", b"no zlib", zlib.compress(b"[[],[]]"), zlib.compress(b'{"id": 1}')])
def test_bytes_of_something_else_are_told(data: bytes) -> None:
    with pytest.raises(DamageError):
        decode_extraction(data, build_extraction().document)
    with pytest.raises(DamageError):
        decode_document(data, path="")


def test_a_changed_byte_is_told_with_the_article_and_the_remedy(path: Path) -> None:
    with open_store(path) as store:
        article = keep(store, build_extraction())
    content = bytearray(encode_extraction(build_extraction()))
    content[10] ^= 0xFF
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE extraction SET content = ?", (bytes(content),))
    with open_store(path) as store, pytest.raises(ProjectError, match=r"news/a1.txt: .*damaged; take its source out"):
        store.get_extraction(article, "bundled")


def test_what_is_not_finished_is_not_kept(path: Path) -> None:
    def break_off() -> list[Document]:
        raise KeyboardInterrupt

    with open_store(path) as store:
        keep(store, build_extraction())
        with pytest.raises(KeyboardInterrupt), store.write():
            store.put_source("more", "{}")
            break_off()
        assert store.list_sources() == {"news": "{}"}


def test_a_removed_source_takes_its_articles_along_but_no_other_s(path: Path) -> None:
    with open_store(path) as store:
        shared = build_extraction("shared")
        keep(store, build_extraction("gone", "Ada Quill sued a SECRETWORD."), source="old")
        keep(store, shared, source="old")
        with store.write():
            store.put_source("new", "{}")
            store.put_reading("elsewhere", "new", [shared.document, InputError("new/b.txt", "is empty")])
        with store.write():
            store.drop_source("old")
        (article, error) = store.list_items("elsewhere")
        assert isinstance(article, Article)
        assert store.get_extraction(article, "bundled").relations == shared.relations
        assert str(error) == "new/b.txt: is empty"
        assert store.list_extracted("bundled", "v1") == {article.key}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (1,)


def test_an_earlier_state_of_a_file_is_forgotten(path: Path) -> None:
    with open_store(path) as store:
        keep(store, build_extraction("old"))
        keep(store, build_extraction("new"))
        with store.write():
            store.drop_readings("news", but=["reading of new"])
        assert not store.has_reading("reading of old")
        assert len(store.list_extracted("bundled", "v1")) == 1


def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    with open_store(path) as store:
        article = keep(store, build_extraction())
    with (
        pytest.raises(ProjectError, match=r"full\); free some space .* nothing that was done is lost"),
        open_store(path) as store,
    ):
        # SQLite answers with the error of a full disk where it must not take another page.
        ((pages,),) = store._connection.execute("PRAGMA page_count")
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        for number in range(1000):
            keep(store, build_extraction(f"n{number}"))
    with open_store(path) as store:
        assert store.get_extraction(article, "bundled") == build_extraction()


@pytest.mark.parametrize(
    "content", [b"", b"date 2024-05-07\nno database at all, but long enough to look like one " * 9]
)
def test_a_file_that_is_no_store_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "store.sqlite").write_bytes(content)
    with pytest.raises(ProjectError, match=r"store.sqlite: .*litigraph init"), open_store(tmp_path / "store.sqlite"):
        pass


def test_a_store_of_a_newer_version_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    told = "is of format 99, and this version of litigraph knows 1; use that version"
    with pytest.raises(ProjectError, match=told), open_store(path):
        pass


def test_making_it_twice_keeps_what_is_there(path: Path) -> None:
    with open_store(path) as store:
        article = keep(store, build_extraction())
    create_store(path)
    with open_store(path) as store:
        assert store.list_extracted("bundled", "v1") == {article.key}
