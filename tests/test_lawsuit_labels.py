"""Lawsuits of one label say what only each of them has, and are found without it."""

from __future__ import annotations

from typing import Any

import pytest

from graph.assemble import assemble
from graph.explain.naming import find_nodes
from graph.model import EntityType, Extraction, Lawsuit, Value
from graph.resolve import resolve
from graph.resolve.caption import bare_label, tell_apart
from tests.extractions import Article
from tests.test_corrections import problems


def suit(id_: str, label: str = "Case against Dunn", **facts: str) -> Lawsuit:
    values: dict[str, Any] = {kind: (Value(text, ("d1",)),) for kind, text in facts.items()}
    return Lawsuit(id_, label, (), ("d1",), 1, **values)


def labels(*lawsuits: Lawsuit, courts: dict[str, list[str]] | None = None) -> list[str]:
    return [lawsuit.label for lawsuit in tell_apart(lawsuits, courts or {})]


@pytest.mark.parametrize(
    ("suits", "told"),
    [
        ((suit("a", claims="fraud"), suit("b", claims="libel")), ["fraud", "libel"]),
        ((suit("a", claims="fraud"), suit("b")), ["fraud", ""]),
        ((suit("a", claims="rape", filed="2019-03-02"), suit("b", claims="first-degree rape", filed="2021")),
         ["2019", "2021"]),
        ((suit("a", claims="fraud", amounts="$3 million"), suit("b", claims="fraud")), ["$3 million", ""]),
        ((suit("a", claims="fraud"), suit("b", claims="fraud")), ["", ""]),
        ((suit("a", claims="hiding what the mill had spilt"), suit("b", claims="fraud")), ["", "fraud"]),
        ((suit("a", claims="fraud"), suit("b", "Quill v. Dunn", claims="libel")), ["", ""]),
    ],
)  # fmt: skip
def test_suits_of_one_label_say_what_only_each_has(suits: tuple[Lawsuit, ...], told: list[str]) -> None:
    expected = [f"{one.label} ({mark})" if mark else one.label for one, mark in zip(suits, told, strict=True)]
    assert labels(*suits) == expected


def test_a_court_tells_apart_what_nothing_else_does() -> None:
    courts = {"a": ["Arden County Court"], "b": ["Tallow High Court"]}
    found = labels(suit("a", claims="fraud"), suit("b", claims="fraud"), courts=courts)
    assert found == ["Case against Dunn (Arden County Court)", "Case against Dunn (Tallow High Court)"]


def two_suits() -> Extraction:
    article = Article("d1", "Arden High Court heard that Ada Quill sued Bo Dunn. Quill brought another suit.")
    quill, dunn = article.add("Ada Quill"), article.add("Bo Dunn")
    article.add_lawsuit("!sued", by=(quill,), against=(dunn,), claims=("libel",))
    second = article.add_lawsuit("~another suit", by=(quill,), against=(dunn,))
    article.relate("heard_in", second, article.add("Arden High Court", type_=EntityType.COURT))
    return article.extraction()


def test_suits_of_an_archive_are_told_apart_and_keep_their_ids() -> None:
    found = resolve([two_suits()]).docket.lawsuits
    assert sorted(lawsuit.label for lawsuit in found) == ["Quill v. Dunn (Arden High Court)", "Quill v. Dunn (libel)"]
    assert all(lawsuit.id.startswith("quill-v-dunn-") for lawsuit in found)
    assert {bare_label(lawsuit.label) for lawsuit in found} == {"Quill v. Dunn"}


def test_suits_that_are_told_apart_are_found_with_and_without_what_tells() -> None:
    graph = assemble([two_suits()])
    assert len(find_nodes(graph, "Quill v. Dunn")) == 2
    (found,) = find_nodes(graph, "Quill v. Dunn (libel)")
    assert [value.text for value in found.claims] == ["libel"]  # type: ignore[union-attr]


def test_a_correction_may_name_a_suit_with_what_tells_it_apart() -> None:
    assert problems('[[drop]]\nname = "Quill v. Dunn (libel)"', two_suits()) == []
    (problem,) = problems('[[drop]]\nname = "Quill v. Dunn"', two_suits())
    assert "is the name of 2 nodes" in problem


def test_a_nameless_suit_has_its_court_as_the_text_prints_it() -> None:
    article = Article("d1", "Arden High Court heard a case.")
    suit_ = article.add_lawsuit("~a case")
    article.relate("heard_in", suit_, article.add("Arden High Court", type_=EntityType.COURT))
    (found,) = resolve([article.extraction()]).docket.lawsuits
    assert found.label == "Lawsuit (Arden High Court)"
