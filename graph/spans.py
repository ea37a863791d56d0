"""The tokens of a range of characters, and the names that a model found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from graph.model import Span


def tokens_of(doc: Doc, span: Span) -> TokenSpan:
    """Return the tokens that a range of characters touches; ValueError where it lies outside the text."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        raise ValueError(f"characters {span.start} to {span.end} lie outside a text of {len(doc.text)}")
    return found


@lru_cache(maxsize=4)
def text_of(doc: Doc) -> str:
    """Return a document's text, joined once; spaCy joins its tokens anew at each call."""
    return str(doc.text)


@lru_cache(maxsize=4)
def sentence_bounds(doc: Doc) -> Sequence[tuple[int, int]]:
    """Return, by token, the first token of its sentence and the one after it, made once; spaCy seeks them at each call.

    Ask only when the trees are mended: what moves a root may move these bounds.
    """
    return [(span.start, span.end) for span in doc.sents for _ in range(span.start, span.end)]


@lru_cache(maxsize=4)
def entities_of(doc: Doc) -> tuple[TokenSpan, ...]:
    """Return the names that the model found, made once; spaCy makes them anew at each call."""
    return tuple(doc.ents)


@lru_cache(maxsize=4)
def entity_at(doc: Doc) -> Mapping[int, TokenSpan]:
    """Return, by token, the name that the model found there."""
    return {index: entity for entity in entities_of(doc) for index in range(entity.start, entity.end)}


def entities_within(span: TokenSpan) -> Iterator[TokenSpan]:
    """Yield the names that lie wholly in a span; spaCy looks through all of the document for them at each call."""
    found = entity_at(span.doc)
    for index in range(span.start, span.end):
        entity = found.get(index)
        if entity is not None and entity.start == index and entity.end <= span.end:
            yield entity


@lru_cache(maxsize=4)
def index_last_words(doc: Doc) -> Mapping[str, list[TokenSpan]]:
    """Return the names of several words that the model found, by the text of their last word."""
    found: dict[str, list[TokenSpan]] = {}
    for entity in entities_of(doc):
        if len(entity) > 1:
            found.setdefault(entity[-1].text, []).append(entity)
    return found


@lru_cache(maxsize=4)
def index_starts(doc: Doc) -> Mapping[int, Token]:
    """Return a document's tokens by their first character."""
    return {token.idx: token for token in doc}


@lru_cache(maxsize=4)
def index_words(doc: Doc) -> Mapping[str, list[Token]]:
    """Return a document's tokens by their text."""
    found: dict[str, list[Token]] = {}
    for token in doc:
        found.setdefault(token.text, []).append(token)
    return found


@lru_cache(maxsize=4)
def index_entities(doc: Doc) -> Mapping[str, list[TokenSpan]]:
    """Return the names that the model found, by their text."""
    found: dict[str, list[TokenSpan]] = {}
    for entity in entities_of(doc):
        found.setdefault(entity.text, []).append(entity)
    return found
