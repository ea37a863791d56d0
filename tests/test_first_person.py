"""Who says "I" in what is quoted from a person, a writing or a suit."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.coreference import build_chains
from graph.references import find_references
from graph.tokens import read_tokens


@pytest.mark.parametrize(("text", "label"), [
    ("“I never lied to anybody,” Ada Quill said.", "Ada Quill"),
    ("Bo Dunn met Ada Quill. Quill sent him a message, which read: “I never lied to anybody.”", "Ada Quill"),
    ("Ada Quill sued Bo Dunn. Dunn left. The lawsuit said: “I never lied to anybody there.”", "Ada Quill"),
    ("Ada Quill met Bo Dunn. Dunn's letter said: “I never lied to anybody there.”", "Bo Dunn"),
    ("Ada Quill met Bo Dunn. The weather said: “I never lied to anybody there.”", None),
])  # fmt: skip
def test_i_is_the_speaker_or_whoever_wrote_what_is_quoted(pipeline: Language, text: str, label: str | None) -> None:
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    holding = [chain.label for chain in chains if "I" in [mention.text for mention in chain.mentions]]
    assert holding == ([label] if label else [])
