"""The tokens of a range of characters, and the names that a model found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from graph.memory import once_per_document, once_per_text
from graph.model import Span
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan


def tokens_of(doc: Doc, span: Span) -> TokenSpan:
    """Return the tokens that a range of characters touches; ValueError where it lies outside the text."""
    known, ends = _keep_ranges(doc), (span.start, span.end)
    found = known.get(ends)
    if found is None:
        found = doc.char_span(span.start, span.end, alignment_mode="expand")
        if found is None:
            raise ValueError(f"characters {span.start} to {span.end} lie outside a text of {len(doc.text)}")
        known[ends] = found
    return found


@once_per_text
def _keep_ranges(doc: Doc) -> dict[tuple[int, int], TokenSpan]:
    return {}


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


@once_per_text
def index_starts(doc: Doc) -> Mapping[int, Token]:
    """Return a document's tokens by their first character."""
    return {token.idx: token for token in doc.tokens}


@once_per_text
def index_words(doc: Doc) -> Mapping[str, list[Token]]:
    """Return a document's tokens by their text."""
    found: dict[str, list[Token]] = defaultdict(list)
    for token in doc.tokens:
        found[token.text].append(token)
    return dict(found)


@once_per_text
def index_lowered(doc: Doc) -> Mapping[str, list[Token]]:
    """Return a document's tokens by their text in lower case."""
    found: dict[str, list[Token]] = defaultdict(list)
    for token in doc.tokens:
        found[token.lower_].append(token)
    return dict(found)


def find_words(doc: Doc, wanted: AbstractSet[str]) -> list[Token]:
    """Return a document's tokens that are one of some words in lower case, in text order."""
    known = index_lowered(doc)
    found = [token for word in known.keys() & wanted for token in known[word]]
    return sorted(found, key=place_of) if len(found) > 1 else found


@once_per_text
def find_breaks(doc: Doc) -> Sequence[Token]:
    """Return a document's tokens that hold the end of a line, in text order."""
    found = [token for word, tokens in index_words(doc).items() if "\n" in word for token in tokens]
    return sorted(found, key=place_of)


def place_of(token: Token) -> int:
    """Return a token's place in its document."""
    return token.i


@once_per_document
def index_entities(doc: Doc) -> Mapping[str, list[TokenSpan]]:
    """Return the names that the model found, by their text."""
    found: dict[str, list[TokenSpan]] = {}
    for entity in entities_of(doc):
        found.setdefault(entity.text, []).append(entity)
    return found
