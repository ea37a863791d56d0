"""A story that several papers print is told once, whoever cut or touched it, and stories of their own are not."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from graph.assemble import assemble
from graph.copies import drop_repeated, group_copies, hash_shingles
from graph.model import Assertion, Document, Evidence, Span
from graph.pipeline import build
from tests.articles import OTHER_TEXT, TEXT
from tests.extractions import suit_article

LETTERS = random.Random(7)
WORDS = ["".join(LETTERS.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(600)]
STORY = " ".join(WORDS[:300])


def copy(id_: str, text: str, day: str | None = "2024-05-07") -> Document:
    return Document(id_, f"{id_}.txt", text, day)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"LANTERN POST -- {STORY.upper()}",
        " ".join(WORDS[:150]),
        f"{STORY} " + " ".join(WORDS[300:340]),
        " ".join("changed" if number % 90 == 50 else word for number, word in enumerate(WORDS[:300])),
    ],
    ids=["exact", "capitals", "cut", "longer", "edited"],
)
def test_a_copy_belongs_to_the_first_of_its_story(text: str) -> None:
    documents = [copy("b", STORY), copy("a", text, "2024-05-08"), copy("c", " ".join(WORDS[300:]))]
    assert group_copies(documents) == {"a": "b", "b": "b"}
    assert group_copies(documents[::-1]) == {"a": "b", "b": "b"}


def test_stories_that_share_a_quotation_are_no_copies() -> None:
    other = " ".join([*WORDS[300:400], *WORDS[:60], *WORDS[400:]])
    assert group_copies([copy("a", STORY), copy("b", other)]) == {}


def test_short_notices_are_copies_only_where_they_are_the_same() -> None:
    short = " ".join(WORDS[:30])
    assert group_copies([copy("a", short), copy("b", short)]) == {"a": "a", "b": "a"}
    assert group_copies([copy("a", short), copy("b", f"{short} and more")]) == {}
    assert group_copies([copy("a", "Ada Quill sued Bram Osei."), copy("b", "Ada Quill sued Bram Osei.")]) == {}
    assert group_copies([copy("a", ""), copy("b", "—"), copy("c", "Yes."), copy("d", "No.")]) == {}


def test_an_archive_of_more_words_than_are_kept_has_the_same_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [copy(f"{letter}{number}", " ".join(WORDS[40 * number : 40 * number + 200]))
                 for number in range(10) for letter in "ab"]  # fmt: skip
    expected = group_copies(documents)
    assert len(expected) == 20
    monkeypatch.setattr("graph.copies._MOST_WORDS", 20)
    monkeypatch.setattr("graph.copies._KEPT", 1)
    monkeypatch.setattr("graph.copies._CELLS", 300)
    assert group_copies(documents) == expected


def test_many_copies_of_many_stories_are_told_apart() -> None:
    chance = random.Random(3)
    stories = [[chance.choice(WORDS) for _ in range(200)] for _ in range(40)]
    documents = [copy(f"{number:02}-{paper}", " ".join(words[: 200 - 5 * paper]))
                 for number, words in enumerate(stories) for paper in range(5)]  # fmt: skip
    assert group_copies(documents) == {document.id: f"{document.id[:3]}0" for document in documents}


def test_a_long_text_takes_no_more_than_its_share() -> None:
    assert len(hash_shingles("word " * 1_000_000)) == 1


def quote(document: str, text: str, assertion: Assertion = Assertion.ASSERTED) -> Evidence:
    span = Span(0, len(text))
    return Evidence(document, span, text, span, span, span, assertion)


def test_what_a_copy_repeats_counts_once_and_what_it_adds_counts() -> None:
    items = [
        quote("a", "Ada Quill sued Bram Osei on Monday in Calder."),
        quote("b", "Ada Quill sued Bram Osei on Monday, in Calder"),
        quote("b", "Novelist Ada Quill sued Bram Osei Monday in Calder."),
        quote("b", "The suit of the novelist is her second against the actor."),
        quote("b", "Ada Quill sued Bram Osei on Monday in Calder.", Assertion.ALLEGED),
        quote("other", "Ada Quill sued Bram Osei on Monday in Calder."),
    ]
    kept = drop_repeated(items, {"a": "a", "b": "a"})
    assert kept == (items[0], items[3], items[4], items[5])
    assert drop_repeated(items, {}) == tuple(items)


def test_evidence_of_a_wire_story_counts_once_in_the_graph() -> None:
    papers = []
    for number in range(3):
        article = suit_article(f"a{number}", "Ada Quill", "Bram Osei", published=f"2024-05-0{9 - number}")
        text = f"{article.document.text} {STORY}"
        papers.append(replace(article, document=replace(article.document, text=text, publisher=f"Paper {number}")))
    graph = assemble(papers)
    assert {relation.relation: relation.documents for relation in graph.relations} == {
        "plaintiff_in": ("a2",), "defendant_in": ("a2",), "sued": ("a2",)
    }  # fmt: skip
    assert [document.publisher for document in graph.documents] == ["Paper 0", "Paper 1", "Paper 2"]


@pytest.mark.model
def test_the_same_story_of_two_papers_is_two_articles_and_one_piece_of_evidence(tmp_path: Path) -> None:
    head = "---\ntitle: Novelist sues\ndate: 2024-05-07\npublisher: {}\n---\n"
    for name in ("Lantern Post", "Calder Courier"):
        (tmp_path / f"{name}.txt").write_text(head.format(name) + f"{TEXT} {OTHER_TEXT}", encoding="utf-8")
    one = build([tmp_path / "Lantern Post.txt"]).graph
    both = build([tmp_path]).graph
    assert sorted(document.publisher or "" for document in both.documents) == ["Calder Courier", "Lantern Post"]
    # Each paper reported it, and what it reported counts once.
    second = {(r.id, r.weight) for r in both.relations} - {(r.id, r.weight) for r in one.relations}
    labels = {node.id: node.label for node in both.nodes}
    added = [r for r in both.relations if (r.id, r.weight) in second]
    assert {(labels[r.subject], r.relation) for r in added} == {("Calder Courier", "reported_on")}
    assert {(r.id, r.weight) for r in one.relations} <= {(r.id, r.weight) for r in both.relations}


def test_reports_of_their_own_keep_their_evidence() -> None:
    reports = [suit_article(id_, "Ada Quill", "Bram Osei") for id_ in ("a", "b")]
    texts = [f"{reports[0].document.text} {' '.join(words)}" for words in (WORDS[:200], WORDS[200:400])]
    papers = [replace(report, document=replace(report.document, text=text))
              for report, text in zip(reports, texts, strict=True)]  # fmt: skip
    assert {relation.weight for relation in assemble(papers).relations} == {2}
