"""Whom a lead leaves unnamed, and who is named later."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.coreference import build_chains
from graph.mentions import find_mentions
from graph.tokens import read_tokens
from tests.chains import chains_of


@pytest.mark.parametrize(("role", "joined"), [("judge", True), ("lawyer", False)])
def test_the_judge_of_the_lead_is_the_one_whom_the_text_then_names(role: str, joined: bool) -> None:
    found = chains_of(f"""
        A DET det 1
        {role} NOUN nsubj 2
        ruled VERB ROOT 2
        . PUNCT punct 2
        {role} NOUN compound 5
        Quill PROPN nsubj 6 B-PERSON
        left VERB ROOT 6
        . PUNCT punct 6
        """)
    assert (f"A {role}" in found["Quill"]) is joined


@pytest.mark.parametrize(("lead", "following", "joined"), [
    ("A Mill woman sued Harbor Motors.", "Ada Quill, 39, says that a van hit her.", True),
    ("A Mill woman sued Harbor Motors.", "Bob Quill, 39, says that a van hit her.", False),
    ("A Mill woman sued Harbor Motors.", "The Gazette's Ada Quill reports that a van hit her.", False),
    ("A Mill woman sued Harbor Motors.", "Lawyer Ada Quill says that a van hit her.", False),
    ("The Mill woman sued Harbor Motors.", "Ada Quill, 39, says that a van hit her.", False),
    ("A clerk cried when a woman sued Harbor Motors.", "Ada Quill, 39, says that a van hit her.", False),
])  # fmt: skip
def test_whom_the_lead_leaves_unnamed_the_next_sentence_names(
    pipeline: Language, lead: str, following: str, joined: bool
) -> None:
    doc = read_tokens(pipeline(f"{lead} {following}"))
    chains = build_chains(doc, find_mentions(doc))
    found = {chain.label: [mention.text for mention in chain.mentions] for chain in chains}
    named = next(texts for label, texts in found.items() if label.endswith("Quill"))
    assert any(text.endswith("woman") for text in named) is joined


@pytest.mark.parametrize(("lead", "texts"), [
    ("A Mill woman sued Harbor Motors after she fell.", ["A Mill woman", "she", "Ada Quill", "her"]),
    ("The clerk sued Harbor Motors after she fell.", ["she", "Ada Quill", "her"]),
])  # fmt: skip
def test_a_pronoun_of_the_lead_is_who_is_then_named_though_a_definite_description_is_somebody_known(
    pipeline: Language, lead: str, texts: list[str]
) -> None:
    doc = read_tokens(pipeline(f"{lead} Ada Quill, 39, says that a van hit her."))
    chains = build_chains(doc, find_mentions(doc))
    named = next(chain for chain in chains if chain.label == "Ada Quill")
    assert [mention.text for mention in named.mentions] == texts


def test_headline_and_lead_leave_the_same_one_unnamed(pipeline: Language) -> None:
    headline, lead = "Mill Woman Sues Harbor Motors", "A Mill woman sued Harbor Motors."
    doc = read_tokens(pipeline(f"{headline}\n\n{lead}\n\nAda Quill, 39, was hit by a van."))
    chains = build_chains(doc, find_mentions(doc))
    named = next(chain for chain in chains if chain.label == "Ada Quill")
    assert [mention.text for mention in named.mentions] == ["Mill Woman", "A Mill woman", "Ada Quill"]
