"""The score of assertions over marked relation clauses: read from files, judged by the real model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.model import Assertion
from graph.nlp import load_pipeline
from graph.training.assertions import find_mentions, judge, list_rows, read_claused_articles, suppose

ASSERTED, ALLEGED, DENIED = Assertion.ASSERTED, Assertion.ALLEGED, Assertion.DENIED
MARKED = """\
⟦Ada Quill|PERSON|ada⟧ sued ⟦Bram Osei|PERSON|bram⟧ in March, accusing ⟦him|PERSON.p|bram⟧ of fraud.

⟦Osei|PERSON|bram⟧ denied that ⟦he|PERSON.p|bram⟧ is married to ⟦Quill|PERSON|ada⟧.
"""
CLAUSES = [
    {"s": "ada", "p": "accused", "o": "bram", "assertion": "alleged",
     "quote": "Ada Quill sued Bram Osei in March, accusing him of fraud"},
    {"s": "bram", "p": "spouse_of", "o": "ada", "assertion": "denied", "quote": "denied that he is\nmarried to Quill"},
    {"s": "bram", "p": "friend_of", "o": "ada", "assertion": "asserted", "quote": "Osei denied that he"},
    {"s": "ada", "p": "accused", "o": "bram", "assertion": "alleged", "quote": "not in the article"},
    {"s": "ada", "p": "outlived", "o": "bram", "assertion": "asserted", "quote": "Ada Quill sued"},
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "splits.json").write_text(json.dumps({"dev": ["one"]}), encoding="utf-8")
    (tmp_path / "one.tagged").write_text(MARKED, encoding="utf-8")
    (tmp_path / "one.rels.json").write_text(json.dumps({"lawsuits": [], "relations": CLAUSES}), encoding="utf-8")
    return tmp_path


def test_clauses_are_found_in_their_text_with_the_ends_that_they_hold(folder: Path) -> None:
    (article,) = read_claused_articles(folder, "dev")
    accused, married, friends = article.clauses
    assert article.lost == 1, "a passage that is not in the text; an unknown relation is no clause"
    assert [article.text[span.start : span.end] for ends in accused.ends for span in ends] == [
        "Ada Quill",
        "Bram Osei",
        "him",
    ]
    assert article.text[married.start : married.end] == "denied that he is married to Quill"
    assert friends.relation == "friend_of"


@pytest.mark.model
def test_a_clause_that_is_found_is_judged_and_any_other_supposed(folder: Path) -> None:
    (article,) = read_claused_articles(folder, "dev")
    found = find_mentions(article.text, load_pipeline()(article.text))
    assert [judge(clause, found) for clause in article.clauses] == [ALLEGED, DENIED, None]
    assert [suppose(clause.relation) for clause in article.clauses] == [ALLEGED, ASSERTED, ASSERTED]


def test_the_mean_is_over_the_assertions_that_the_gold_holds() -> None:
    gold = [ASSERTED, ASSERTED, ALLEGED, DENIED]
    table = list_rows(gold, [("way", [ASSERTED, ALLEGED, ALLEGED, Assertion.NEGATED])])
    assert [*table] == [
        "| | macro-F1 | right | asserted (2) | alleged (1) | denied (1) |",
        "|---|---|---|---|---|---|",
        "| way | 0.444 | 0.500 | 0.667 | 0.667 | 0.000 |",
    ]
