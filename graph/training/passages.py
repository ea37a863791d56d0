"""Passages of text with flat names, the form that every name corpus is read into."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span

LABELS = ("PERSON", "ORG", "MEDIA", "COURT", "WORK", "PLACE", "LAW", "DATE", "MONEY")
LAWSUITS = "lawsuits"
OUTSIDE = "O"
MISSING = "-"

_NO_SPACE_BEFORE = frozenset(
    {",", ".", ";", ":", "?", "!", "%", ")", "]", "}", "''", "’", "”", "n't", "n’t", "..."}
    | {mark + ending for mark in "'’" for ending in ("s", "m", "re", "ve", "ll", "d", "S")}
)
_NO_SPACE_AFTER = frozenset({"(", "[", "{", "$", "£", "€", "``", "“", "‘", "#"})
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_OPENS_AFTER = frozenset(" \t\n([{—–-“‘\"'")
_ELISION = re.compile(r"'(?:\d|em\b|til\b|cause\b|n\b|s\b|t\b|d\b|m\b|re\b|ve\b|ll\b)", re.I)


@dataclass(frozen=True)
class NameSpan:
    """Hold one name: character offsets into its passage, and the label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Passage:
    """Hold a text, its flat names, and the stretches whose annotation is unknown, as character offsets.

    ``lawsuits`` are the mentions of proceedings, a layer of their own: None where the corpus does not mark them.
    """

    text: str
    names: tuple[NameSpan, ...] = ()
    missing: tuple[tuple[int, int], ...] = ()
    lawsuits: tuple[NameSpan, ...] | None = None


def select_outermost(spans: Iterable[NameSpan]) -> tuple[NameSpan, ...]:
    """Keep of nested or overlapping names the outer, longer one, in order of the text."""
    kept: list[NameSpan] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return tuple(sorted(kept, key=lambda s: s.start))


def space_words(words: Sequence[str]) -> list[bool]:
    """Guess for each word of a tokenized sentence whether a blank follows it in running text."""
    spaces = [True] * len(words)
    quote_open = False
    for index, word in enumerate(words):
        opens = word in _NO_SPACE_AFTER
        closes = word in _NO_SPACE_BEFORE
        if word == '"':
            quote_open = not quote_open
            opens, closes = quote_open, not quote_open
        if opens:
            spaces[index] = False
        if closes and index:
            spaces[index - 1] = False
    if spaces:
        spaces[-1] = False
    return spaces


def compose_passage(words: Sequence[str], tags: Sequence[str], *, spaces: Sequence[bool] | None = None) -> Passage:
    """Join words with BIO tags into a passage; the tag ``-`` makes a word missing.

    ``spaces`` says which words a blank follows; without it the blanks are guessed.
    """
    follows = space_words(words) if spaces is None else spaces
    text = ""
    names: list[NameSpan] = []
    missing: list[tuple[int, int]] = []
    previous = OUTSIDE
    for word, tag, space in zip(words, tags, follows, strict=True):
        start, surface = len(text), '"' if word in ("``", "''") else word
        end = start + len(surface)
        if tag.startswith("I-") and previous[1:] == tag[1:] and names:
            names[-1] = replace(names[-1], end=end)
        elif tag[:2] in ("B-", "I-"):
            names.append(NameSpan(start, end, tag[2:]))
        elif tag == MISSING:
            missing.append((start, end))
        text += surface + (" " if space else "")
        previous = tag
    return Passage(text.rstrip(), tuple(names), tuple(missing))


def join_passages(passages: Sequence[Passage], *, separator: str = " ") -> Passage:
    """Concatenate passages into one, with their offsets moved."""
    text = ""
    names: list[NameSpan] = []
    missing: list[tuple[int, int]] = []
    for passage in passages:
        if text:
            text += separator
        base = len(text)
        names += [NameSpan(s.start + base, s.end + base, s.label) for s in passage.names]
        missing += [(start + base, end + base) for start, end in passage.missing]
        text += passage.text
    return Passage(text, tuple(names), tuple(missing))


def slice_passage(passage: Passage, start: int, end: int) -> Passage:
    """Cut the characters from start to end out of a passage; names that cross an edge are left out."""
    missing = [(max(a, start), min(b, end)) for a, b in passage.missing if a < end and b > start]
    return Passage(
        passage.text[start:end],
        _slice_spans(passage.names, start, end),
        tuple((a - start, b - start) for a, b in missing),
        None if passage.lawsuits is None else _slice_spans(passage.lawsuits, start, end),
    )


def _slice_spans(spans: Iterable[NameSpan], start: int, end: int) -> tuple[NameSpan, ...]:
    inside = [s for s in spans if start <= s.start and s.end <= end]
    return tuple(NameSpan(s.start - start, s.end - start, s.label) for s in inside)


def curl_quotes(text: str) -> str:
    """Replace straight quotes and apostrophes by typographic ones; the length stays the same."""
    curled = list(text)
    for index, char in enumerate(text):
        opens = index == 0 or text[index - 1] in _OPENS_AFTER
        if char == '"':
            curled[index] = "“" if opens else "”"
        elif char == "'":
            curled[index] = "‘" if opens and not _ELISION.match(text, index) else "’"
    return "".join(curled)


def straighten_quotes(text: str) -> str:
    """Replace typographic quotes and apostrophes by straight ones; the length stays the same."""
    return text.translate(_STRAIGHT)


def build_name_doc(nlp: Language, passage: Passage) -> Doc:
    """Tokenize a passage and set its names; words of unknown annotation become missing, never outside."""
    doc = nlp.make_doc(passage.text)
    ents = _align_spans(doc, passage.names)
    taken = {index for span in ents for index in range(span.start, span.end)}
    unknown: set[int] = set()
    for start, end in passage.missing:
        stretch = doc.char_span(start, end, alignment_mode="expand")
        if stretch is not None:
            unknown.update(range(stretch.start, stretch.end))
    missing = [doc[index : index + 1] for index in sorted(unknown - taken)]
    doc.set_ents(ents, missing=missing, default="outside")
    if passage.lawsuits is not None:
        doc.spans[LAWSUITS] = _align_spans(doc, passage.lawsuits)
    return doc


def _align_spans(doc: Doc, names: Iterable[NameSpan]) -> list[Span]:
    spans: list[Span] = []
    taken: set[int] = set()
    for name in names:
        span = doc.char_span(name.start, name.end, label=name.label, alignment_mode="expand")
        if span is not None and len(span) and not taken.intersection(range(span.start, span.end)):
            spans.append(span)
            taken.update(range(span.start, span.end))
    return spans
