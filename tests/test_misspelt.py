"""A name of one text that is one letter off that of several others is theirs."""

from __future__ import annotations

import pytest

from tests.extractions import Article, name_article
from tests.resolved import labels, labels_in_crowd


@pytest.mark.parametrize(("slip", "name"), [
    ("Ada Marquart", "Ada Marquardt"), ("Ada Marquadrt", "Ada Marquardt"), ("Ada Marquerdt", "Ada Marquardt"),
    ("Olethea Marsh", "Oletheia Marsh"), ("Ada Marcuardt", "Ada Markuardt"),
])  # fmt: skip
def test_a_slip_of_the_pen_is_no_other_name(slip: str, name: str) -> None:
    assert len(labels(*(name_article(f"d{i}", name) for i in range(3)), name_article("x", slip))) == 1


@pytest.mark.parametrize(("slip", "name"), [
    ("Ada Marguardt", "Ada Marquardt"), ("Ada Marshe", "Ada Marsh"), ("Marion Marsh", "Marian Marsh"),
    ("Bo Marquart", "Ada Marquardt"),
])  # fmt: skip
def test_another_letter_may_make_another_name(slip: str, name: str) -> None:
    assert len(labels(*(name_article(f"d{i}", name) for i in range(3)), name_article("x", slip))) == 2


def test_among_many_texts_a_slip_needs_company_and_a_name_that_others_know() -> None:
    known = [name_article(f"d{i}", "Ada Marquardt", "Bram Osei") for i in range(2)]
    assert "Ada Marquart" not in labels_in_crowd(*known, name_article("x", "Ada Marquart", "Bram Osei"))
    assert "Ada Marquart" in labels_in_crowd(*known, name_article("x", "Ada Marquart", "Leda Dunn"))
    assert "Ada Marquart" in labels_in_crowd(known[0], name_article("x", "Ada Marquart", "Bram Osei"))


def test_a_text_that_names_both_tells_them_apart() -> None:
    assert len(labels(name_article("d", "Ada Marquart", "Ada Marquardt"), name_article("e", "Ada Marquardt"))) == 2


def test_a_given_name_beside_a_couple_s_surname_is_a_full_name() -> None:
    article = Article("d", "Bo and Ada Quill left.")
    article.add("Bo", label="Bo Quill")
    article.add("Ada Quill")
    assert labels(article.extraction(), name_article("e", "Bo Quill")) == ["Ada Quill", "Bo Quill"]
    plain = Article("d", "Bo and Ada Quill left.")
    plain.add("Bo")
    plain.add("Ada Quill")
    assert labels(plain.extraction(), name_article("e", "Bo Quill")) == ["Ada Quill", "Bo", "Bo Quill"]


@pytest.mark.parametrize(("whole", "short", "one"), [
    ("Maria Ada Quill", "Ada Quill", True), ("M. Ada Quill", "Ada Quill", False),
    ("Sleepy Ada Quill", "Ada Quill", False),
    ("Maria Ada Quill", "Mina Quill", False),
])  # fmt: skip
def test_whoever_goes_by_a_middle_name_is_known_by_the_whole_one(whole: str, short: str, *, one: bool) -> None:
    found = labels(name_article("d", whole, "Bram Osei"), name_article("e", short, "Bram Osei"))
    assert found == (["Bram Osei", whole] if one else sorted(["Bram Osei", whole, short]))


def test_a_middle_name_needs_company_among_many_texts() -> None:
    whole = name_article("d", "Maria Ada Quill", "Bram Osei")
    assert "Ada Quill" not in labels_in_crowd(whole, name_article("e", "Ada Quill", "Bram Osei"))
    assert "Ada Quill" in labels_in_crowd(whole, name_article("e", "Ada Quill", "Teo Marsh"))
    assert "Ada Quill" in labels(whole, name_article("e", "Ada Quill"), name_article("f", "Sarah Ada Quill"))
