"""Read who is meant where in the hand-annotated litigation news, and find the same in what the stages built."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.model import Chain, EntityType, Mention, MentionKind, Span
from graph.training.marks import list_articles, parse_marks

_KINDS = {None: MentionKind.NAMED, "n": MentionKind.NOMINAL, "p": MentionKind.PRONOMINAL}
_ARTICLE = re.compile(r"(?:the|an?|this|that)\s+", re.IGNORECASE)
# a description right before its name ("defence lawyer Bo Dunn") is marked at times only
_BETWEEN_TITLE_AND_NAME = re.compile(r"\s+(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s+)?")
_UNMARKED_LINKS = frozenset({"title", "copula"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A span of characters that refers to a person, and the person's id in its article."""

    span: Span
    kind: MentionKind
    person: str


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with all references to people in it, in text order."""

    name: str
    text: str
    references: tuple[Reference, ...]


def parse_references(marked: str, *, name: str = "<string>") -> MarkedArticle:
    """Turn a text with ``⟦span|LABEL|id⟧`` marks into an article; ValueError if a mark is not closed."""
    text, marks = parse_marks(marked, source=name)
    found = [
        Reference(Span(mark.start, mark.end), _KINDS[mark.layer], mark.id)
        for mark in marks
        if mark.label == "PERSON" and mark.id
    ]
    found.sort(key=lambda reference: (reference.span.start, -reference.span.end))
    return MarkedArticle(name, text, tuple(drop_titles(text, found)))


def drop_titles(text: str, references: Sequence[Reference]) -> Iterator[Reference]:
    """Yield the references but for a description that stands right before the name of the same person."""
    named = {(r.span.start, r.person) for r in references if r.kind is MentionKind.NAMED}
    for reference in references:
        gap = _BETWEEN_TITLE_AND_NAME.match(text, reference.span.end)
        if reference.kind is MentionKind.NOMINAL and gap and (gap.end(), reference.person) in named:
            continue
        yield reference


def read_marked_articles(folder: Path, part: str) -> list[MarkedArticle]:
    """Read the articles of one part (train, dev or test) of ``splits.json``, in its order."""
    return [parse_references(file.read_text(encoding="utf-8"), name=file.stem) for file in list_articles(folder, part)]


def find_named_references(chains: Sequence[Chain], *, bare: bool = True) -> list[Reference]:
    """Return the references to named people that chains hold, by the conventions of the marked articles.

    Articles before a description are outside; titles, predicates and words for several people are not marked. Without
    ``bare`` all descriptions are kept as they stand, also those of nobody who is named.
    """
    found: dict[Span, list[Reference]] = {}
    for number, chain in enumerate(chains):
        if chain.type is not EntityType.PERSON or (bare and not chain.names):
            continue
        rules = {link.mention: link.rule for link in chain.links}
        for mention in chain.mentions:
            if bare and mention.kind is MentionKind.NOMINAL and rules.get(mention.span) in _UNMARKED_LINKS:
                continue
            span = bare_span(mention) if bare else mention.span
            found.setdefault(span, []).append(Reference(span, mention.kind, str(number)))
    return [references[0] for references in found.values() if len({r.person for r in references}) == 1]


def bare_span(mention: Mention) -> Span:
    """Return the characters of a mention without its article."""
    article = _ARTICLE.match(mention.text) if mention.kind is MentionKind.NOMINAL else None
    return Span(mention.span.start + (article.end() if article else 0), mention.span.end)
