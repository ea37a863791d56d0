"""Causes of action and charges are found in the words that the news has for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.causes import find_causes, find_degree, find_faults, load_causes


def show(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], cause) for span, cause in find_causes(text)]


def test_every_wording_names_its_cause() -> None:
    for wording, cause in load_causes().items():
        text = f"She sued him for {wording}, he said."
        assert show(text) == [(wording, cause)]


@pytest.mark.parametrize(("text", "found"), [
    ("a suit for Sexual Harassment", [("Sexual Harassment", "sexual harassment")]),
    ("a $10 million libel suit", [("libel", "defamation")]),
    ("breach of\ncontract and fraud", [("breach of\ncontract", "breach of contract"), ("fraud", "fraud")]),
    ("sex\N{NON-BREAKING HYPHEN}trafficking", [("sex\N{NON-BREAKING HYPHEN}trafficking", "sex trafficking")]),
    ("attempted murder", [("attempted murder", "attempted murder")]),
    ("for fraud, then for bank fraud", [("fraud", "fraud"), ("bank fraud", "bank fraud")]),
    ("INTENTIONAL INFLICTION OF EMOTIONAL DISTRESS",
     [("INTENTIONAL INFLICTION OF EMOTIONAL DISTRESS", "intentional infliction of emotional distress")]),
    ("fraudulence, grapes and a harassments", []),
    ("breach of\n\ncontract", []),
    ("", []),
])  # fmt: skip
def test_the_longest_wording_of_whole_words_counts(text: str, found: list[tuple[str, str]]) -> None:
    assert show(text) == found


@pytest.mark.parametrize(("text", "graded"), [
    ("three counts of aggravated indecent assault", "aggravated indecent assault"),
    ("charged with second-degree murder", "second-degree murder"),
    ("the first assault", "assault"),
    ("alleged assault", "assault"),
])  # fmt: skip
def test_what_grades_a_wrong_belongs_to_its_name(text: str, graded: str) -> None:
    start = text.rindex(graded.split()[-1])
    assert text[find_degree(text, start) :] == graded


WORDS = st.sampled_from(
    [
        "\n",
        *"breach of contract sexual assault Battery - harassment wrongful death bank fraud , sex-trafficking".split(),
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80))
def test_places_are_in_order_and_apart(text: str) -> None:
    last = 0
    for span, cause in find_causes(text):
        assert last <= span.start < span.end <= len(text)
        last = span.end
        assert cause in load_causes().values()
        assert not re.match(r"\w", text[span.end : span.end + 1])


@pytest.mark.parametrize("text", ["a breach of contracts", "breach of fıduciary duty", "sexual haraſſment"])
def test_a_likeness_of_a_wording_is_none(text: str) -> None:
    assert not find_causes(text)


@pytest.mark.parametrize(("data", "named"), [
    ({}, "cause: no tables"),
    ({"cause": [{"name": "libel", "wordings": ["libel"]}], "causes": 1}, "causes: unknown key"),
    ({"cause": [{"name": "", "wordings": ["libel"]}]}, "name: missing"),
    ({"cause": [{"name": "libel", "wordings": []}]}, "wordings: no list"),
    ({"cause": [{"name": "libel", "wordings": ["Libel"]}]}, "'Libel'"),
    ({"cause": [{"name": "libel", "wordings": ["a  libel"]}]}, "'a  libel'"),
    ({"cause": [{"name": "libel", "wordings": ["libel"], "words": []}]}, "words: unknown key"),
    ({"cause": [{"name": "libel", "wordings": ["libel"]}, {"name": "lies", "wordings": ["libel"]}]}, "libel, lies"),
])  # fmt: skip
def test_a_fault_is_told_with_its_key(data: dict[str, object], named: str) -> None:
    faults = list(find_faults(data))
    assert len(faults) == 1
    assert named in faults[0]
