"""A suit that is only thought of is no suit, in invented sentences that the real model reads."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extract import extract_document
from graph.model import Assertion, Document


@pytest.mark.parametrize("text", [
    "Ada Quill is moving toward suing Bo Dunn.",
    "Ada Quill floated suing Bo Dunn.",
    "Ada Quill talked about suing Bo Dunn.",
    "Lawyers for Ada Quill discussed a lawsuit against Bo Dunn.",
    "House Republicans voted to authorize a lawsuit against Bo Dunn.",
    "Bo Dunn was threatened with a lawsuit by Ada Quill.",
    "Bo Dunn is afraid of being sued by Ada Quill.",
    "Ada Quill is preparing a lawsuit against Bo Dunn.",
])  # fmt: skip
def test_what_is_planned_or_talked_about_has_not_happened(pipeline: Language, text: str) -> None:
    assert find_sides(pipeline, text) == {Assertion.HYPOTHETICAL}


@pytest.mark.parametrize("text", [
    "Ada Quill talked about her lawsuit against Bo Dunn.",
    "Ada Quill moved to New York and sued Bo Dunn.",
])  # fmt: skip
def test_what_is_talked_about_as_known_has(pipeline: Language, text: str) -> None:
    assert find_sides(pipeline, text) == {Assertion.ASSERTED}


def test_what_one_has_yet_to_do_has_not_happened(pipeline: Language) -> None:
    assert find_sides(pipeline, "Ada Quill has yet to sue Bo Dunn.") == {Assertion.NEGATED}


def find_sides(pipeline: Language, text: str) -> set[Assertion]:
    """Return what is said of who sues whom."""
    extraction = extract_document(Document("d", "d.txt", text), pipeline(text))
    return {
        relation.evidence.assertion
        for relation in extraction.relations
        if relation.relation in {"plaintiff_in", "defendant_in"}
    }
