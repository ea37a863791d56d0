"""The tokens of a range of characters, and the names that a model found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.memory import once_per_document
from graph.model import Span
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan


def tokens_of(doc: Doc, span: Span) -> TokenSpan:
    """Return the tokens that a range of characters touches; ValueError where it lies outside the text."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        raise ValueError(f"characters {span.start} to {span.end} lie outside a text of {len(doc.text)}")
    return found


def text_of(doc: Doc) -> str:
    """Return a document's text."""
    return doc.text


@once_per_document
def sentence_bounds(doc: Doc) -> Sequence[tuple[int, int]]:
    """Return, by token, the first token of its sentence and the one after it.

    Ask only when the trees are mended: what moves a root may move these bounds.
    """
    return [(span.start, span.end) for span in doc.sents for _ in range(span.start, span.end)]


def entities_of(doc: Doc) -> tuple[TokenSpan, ...]:
    """Return the names that the model found."""
    return doc.ents


@once_per_document
def entity_at(doc: Doc) -> Mapping[int, TokenSpan]:
    """Return, by token, the name that the model found there."""
    return {index: entity for entity in entities_of(doc) for index in range(entity.start, entity.end)}


def entities_within(span: TokenSpan) -> Iterator[TokenSpan]:
    """Yield the names that lie wholly in a span."""
    found = entity_at(span.doc)
    for index in range(span.start, span.end):
        entity = found.get(index)
        if entity is not None and entity.start == index and entity.end <= span.end:
            yield entity


@once_per_document
def index_last_words(doc: Doc) -> Mapping[str, list[TokenSpan]]:
    """Return the names of several words that the model found, by the text of their last word."""
    found: dict[str, list[TokenSpan]] = {}
    for entity in entities_of(doc):
        if len(entity) > 1:
            found.setdefault(entity[-1].text, []).append(entity)
    return found


@once_per_document
def index_starts(doc: Doc) -> Mapping[int, Token]:
    """Return a document's tokens by their first character."""
    return {token.idx: token for token in doc}


@once_per_document
def index_words(doc: Doc) -> Mapping[str, list[Token]]:
    """Return a document's tokens by their text."""
    found: dict[str, list[Token]] = {}
    for token in doc:
        found.setdefault(token.text, []).append(token)
    return found


@once_per_document
def index_entities(doc: Doc) -> Mapping[str, list[TokenSpan]]:
    """Return the names that the model found, by their text."""
    found: dict[str, list[TokenSpan]] = {}
    for entity in entities_of(doc):
        found.setdefault(entity.text, []).append(entity)
    return found
