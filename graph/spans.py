"""The tokens of a range of characters, and the names that a model found."""

from __future__ import annotations

from collections.abc import Mapping
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
def entities_of(doc: Doc) -> tuple[TokenSpan, ...]:
    """Return the names that the model found, made once; spaCy makes them anew at each call."""
    return tuple(doc.ents)


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


def covers(outer: Span, inner: Span) -> bool:
    """Tell whether a span holds another whole."""
    return outer.start <= inner.start and inner.end <= outer.end
