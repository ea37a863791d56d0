"""Lists of links that a page glues into sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extract import extract_document
from graph.links import blank_links
from graph.nlp import parse_texts
from graph.read.text import build_document

GLUED = "President Quill{}Ada Bea Quill{}Osei asks Quill to step down Senate votes on Monday MORE sued Bram Osei."


@pytest.mark.parametrize(("before", "after"), [(" ", ""), ("", "")])
def test_a_list_of_links_inside_a_sentence_is_blank(before: str, after: str) -> None:
    text = GLUED.format(before, after)
    assert blank_links(text).split() == ["President", "Quill", "sued", "Bram", "Osei."]
    assert len(blank_links(text)) == len(text)


@pytest.mark.parametrize("text", [
    "President Quill said that she wants MORE of it.",
    "Ada Quill, of the McQuill family, asked MORE of Bram Osei.",
    GLUED.format(" ", " said that "),
    GLUED.format(" ", "").upper(),
    GLUED.format(" ", "").replace("Quill", f"Q{50 * 'u'}ill"),
])  # fmt: skip
def test_what_an_author_wrote_stays(text: str) -> None:
    assert blank_links(text) == text


@pytest.mark.model
def test_nobody_in_a_list_of_links_gets_into_the_graph(pipeline: Language) -> None:
    text = GLUED.format(" ", "").replace("Senate", "Teo Marsh")
    (doc,) = parse_texts(pipeline, [text])
    extraction = extract_document(build_document(text, path="a.txt"), doc)
    named = {name for chain in extraction.chains for name in chain.names}
    assert named == {"Quill", "Bram Osei"}
    assert all(text[m.span.start : m.span.end] == m.text for chain in extraction.chains for m in chain.mentions)
