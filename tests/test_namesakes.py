"""Two people of one name: whether a text that takes both for one makes one of all who are called so."""

from __future__ import annotations

import pytest

from graph.resolve import resolve_entities
from tests.extractions import Article, chain_article, name_article
from tests.resolved import labels as resolved_labels


@pytest.mark.parametrize(("told", "labels"), [
    (3, ["Bo Quill", "Bo Quill Jr."]),
    # so few are no more than the one
    (2, ["Bo Quill Jr."]),
])  # fmt: skip
def test_one_text_makes_no_one_of_whom_most_tell_apart(told: int, labels: list[str]) -> None:
    texts = [name_article(f"t{i}", "Bo Quill", "Bo Quill Jr.") for i in range(told)]
    article = Article("m", "Bo Quill. Bo Quill. Bo Quill Jr.")
    # a chain is labelled by its fullest name
    article.add("Bo Quill", "Bo Quill", "Bo Quill Jr.", label="Bo Quill Jr.")
    mixed = article.extraction()
    assert resolved_labels(*texts, mixed) == labels


def test_of_two_names_in_one_chain_the_more_frequent_stays() -> None:
    texts = [name_article(f"t{i}", "Bo Quill", "Bo Quill Jr.") for i in range(3)]
    mixed = chain_article("m", "Bo Quill", "Bo Quill Jr.", "Bo Quill Jr.")
    sons = next(entity for entity in resolve_entities([*texts, mixed])[0] if entity.label == "Bo Quill Jr.")
    assert "m" in sons.documents


def test_a_bare_name_is_no_bridge_between_two_whom_texts_tell_apart() -> None:
    texts = [name_article(f"t{i}", "Bo R. Quill", "Bo T. Quill") for i in range(3)]
    bridges = [chain_article("r", "Bo Quill", "Bo R. Quill"), chain_article("t", "Bo T. Quill", "Bo Quill")]
    assert resolved_labels(*texts, *bridges) == ["Bo R. Quill", "Bo T. Quill"]


def test_middle_names_spelt_further_are_one_s_own() -> None:
    texts = [name_article(f"t{i}", "Bo R. Quill", "Bo T. Quill") for i in range(3)]
    longer = chain_article("r", "Bo R. Quill", "Bo R. Lund Quill")
    found = {entity.label: entity for entity in resolve_entities([*texts, longer])[0]}
    assert "Bo R. Quill" in found["Bo R. Lund Quill"].aliases
