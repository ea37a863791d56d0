"""Whom the pronouns of a lead mean before anybody is named."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.coreference import build_chains
from graph.references import find_references
from graph.tokens import read_tokens


@pytest.mark.parametrize(("text", "joined"), [
    ("A Mill native says he was fired by Harbor Gas.\n\nBo Quill sued the firm on Monday. Quill wants his job.", True),
    ("He Fought Harbor Gas And Won\n\nBo Quill sued the firm on Monday. Quill wants his job.", True),
    # of another gender
    ("A Mill native says he was fired by Harbor Gas.\n\nAda Quill sued the firm. Quill wants it back.", False),
    # who tells of what befell others
    ("A Mill native says he was robbed.\n\nSheriff Bo Quill spoke on Monday. Quill wants a trial.", False),
    # another one's relative is not the story's
    ("A Mill native says he was robbed.\n\nAda's son Bo Quill spoke on Monday. Quill wants a trial.", False),
])  # fmt: skip
def test_a_pronoun_before_all_names_means_the_storys_leading_person(
    pipeline: Language, text: str, joined: bool
) -> None:
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    first = next(token for token in doc if token.lower_ == "he")
    holding = [chain.names for chain in chains if any(m.span.start == first.idx for m in chain.mentions)]
    assert any("Bo Quill" in names for names in holding) is joined


def test_who_is_named_once_beside_a_leading_person_is_not_meant(pipeline: Language) -> None:
    text = "A Mill native says he was fired.\n\nBo Quill spoke. Cy Dunn sued. Dunn won. Dunn wants a job. Dunn left."
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    holding = [chain.label for chain in chains if "he" in [mention.text for mention in chain.mentions]]
    assert holding == ["Cy Dunn"]
