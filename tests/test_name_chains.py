"""Which names of one article are one person's or one body's, in invented sentences that the real model reads."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.coreference import build_chains
from graph.model import MentionKind
from graph.references import find_references


def names_of(pipeline: Language, text: str) -> dict[str, list[str]]:
    """Return the names of each chain by its label."""
    doc = pipeline(text)
    chains = build_chains(doc, find_references(doc)[0])
    return {
        chain.label: [m.text for m in chain.mentions if m.kind is MentionKind.NAMED] for chain in chains if chain.names
    }


@pytest.mark.parametrize(("text", "wanted"), [
    (
        "The suit names Bo Dunn and his son, Bo Dunn Jr. Reporters asked Bo Dunn on Monday.",
        {"Bo Dunn": ["Bo Dunn", "Bo Dunn"], "Bo Dunn Jr.": ["Bo Dunn Jr."]},
    ),
    ("Robert Dunn Jr. was sued. Robert Dunn lost.", {"Robert Dunn Jr.": ["Robert Dunn Jr.", "Robert Dunn"]}),
])  # fmt: skip
def test_a_son_is_named_after_his_father(pipeline: Language, text: str, wanted: dict[str, list[str]]) -> None:
    assert names_of(pipeline, text) == wanted


def test_nobody_owns_the_phrase_that_names_them(pipeline: Language) -> None:
    found = names_of(pipeline, "Dunn's fiancee, Nicole Paul Dunn, was pleased. Bo Dunn was not.")
    assert found == {"Bo Dunn": ["Dunn", "Bo Dunn"], "Nicole Paul Dunn": ["Nicole Paul Dunn"]}


def test_a_first_name_among_siblings_is_none_of_another_family(pipeline: Language) -> None:
    text = "Eric Schneider sued Bo Tram. Tram brought his children, Ivana, Eric and Cal. Eric Schneider was pleased."
    assert names_of(pipeline, text)["Eric Schneider"] == ["Eric Schneider", "Eric Schneider"]


def test_a_surname_that_is_one_letter_off_is_the_same(pipeline: Language) -> None:
    found = names_of(
        pipeline, "Cal Marquardt sued Bo Dunn on Monday. The judge asked Marquart why. The Marquardts left."
    )
    assert found["Cal Marquardt"] == ["Cal Marquardt", "Marquart"]


def test_the_kind_of_an_outlet_is_no_second_one(pipeline: Language) -> None:
    found = names_of(pipeline, "In a 2011 interview with Harborside magazine, Ada Quill said that Bo Dunn was kind.")
    assert "Harborside magazine" not in found and "Harborside" in found


def test_a_bare_name_is_not_that_of_a_branch(pipeline: Language) -> None:
    found = names_of(
        pipeline,
        "The oil company Harmon was sued in Texas. The lawyers of Harmon USA, its branch, left. Harmon chief executive "
        "Bo Dunn said that the company would appeal.",
    )
    assert found == {"Harmon": ["Harmon", "Harmon"], "Harmon USA": ["Harmon USA"], "Bo Dunn": ["Bo Dunn"]}
