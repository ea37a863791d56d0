"""Words are looked up by the document's index, in text order and whatever becomes of its trees."""

from __future__ import annotations

from spacy.lang.en import English

from graph.memory import once_per_document, once_per_text
from graph.model import Span
from graph.spans import find_breaks, find_words, index_lowered, tokens_of
from graph.tokens import Doc, read_tokens
from tests.docs import parse

HUNG = """
Ada PROPN nsubj 1
sued VERB ROOT 1
Bo PROPN obj 1
"""


def test_words_are_found_in_any_case_and_in_text_order() -> None:
    doc = read_tokens(English()("The suit names Bo. A case is no SUIT, and the Suit is one."))
    assert [(token.text, token.i) for token in find_words(doc, {"suit", "case", "judge"})] == [
        ("suit", 1), ("case", 6), ("SUIT", 9), ("Suit", 13)]  # fmt: skip
    assert find_words(doc, {"judge"}) == []
    assert "judge" not in index_lowered(doc)


def test_ends_of_lines_are_found_in_text_order() -> None:
    doc = read_tokens(English()("Ada sued\n\nBo lied.\nCy left.\n\nNobody won."))
    assert [token.text for token in find_breaks(doc)] == ["\n\n", "\n", "\n\n"]
    assert [token.i for token in find_breaks(doc)] == sorted(token.i for token in find_breaks(doc))


def test_the_tokens_of_one_range_are_one_span() -> None:
    doc = read_tokens(English()("Ada Quill sued Bo"))
    assert tokens_of(doc, Span(0, 9)) is tokens_of(doc, Span(0, 9))
    assert (tokens_of(doc, Span(4, 9)).start, tokens_of(doc, Span(4, 9)).end) == (1, 2)


def test_what_words_alone_tell_stays_when_a_tree_changes() -> None:
    asked: list[str] = []

    @once_per_text
    def count_words(doc: Doc) -> int:
        asked.append("words")
        return len(doc)

    @once_per_document
    def find_root(doc: Doc) -> str:
        asked.append("tree")
        return next(token.text for token in doc if token.head is token)

    doc = parse(HUNG)
    for _ in range(2):
        assert (count_words(doc), find_root(doc)) == (3, "sued")
    doc[0].head = doc[2]
    assert (count_words(doc), find_root(doc)) == (3, "sued")
    assert asked == ["words", "tree", "tree"]
