"""Settles what each name of a document is once all are found: the longest at each place, one type for one spelling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.model import EntityType
from graph.name_types import has_title, letters_of
from graph.tokens import Doc
from graph.tokens import Span as TokenSpan

PROOF = 100
FEWEST_LETTERS = 3
# what a company's name ends in, beside "&"
FIRM = re.compile(
    r"\b(?:AG|Co|Company|Corp|Corporation|Inc|Industries|Limited|LLC|LLP|Ltd|NV|PLC|Plc|plc|SA|Technologies)\b\.?$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the document: its tokens (end exclusive), its type, and whether the text around it proves that."""

    start: int
    end: int
    type: EntityType
    proven: bool = False

    def tokens(self, doc: Doc) -> TokenSpan:
        """Return the name as a spaCy span."""
        return doc[self.start : self.end]


def keep_longest(names: Iterable[Name]) -> list[Name]:
    """Drop every name that overlaps an earlier or longer one; the first given wins a tie."""
    taken: set[int] = set()
    kept = []
    for name in sorted(names, key=lambda n: n.start - n.end):
        span = range(name.start, name.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


def join_subtitles(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Make one title of two that a colon joins, "Night Train: The Return", or a comma behind "I": "I, Quill"."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else name
        mark = "," if last.tokens(doc).text == "I" else ":"
        apart = name.start != last.end + 1 or doc[last.end].text != mark or doc[last.end - 1].whitespace_
        if apart or {name.type, last.type} != {EntityType.WORK}:
            joined.append(name)
        else:
            joined[-1] = replace(last, end=name.end)
    return joined


def vote_types(doc: Doc, names: Iterable[Name]) -> list[Name]:
    """Give one spelling one type throughout the document: the proven one, else an outlet's, else the most frequent."""
    names = list(names)
    # headlines and careless hands change a name's capitals: "Painewells", "PAINEWELLS"
    texts = [name.tokens(doc).text.casefold() for name in names]
    votes: dict[str, Counter[EntityType]] = {}
    for name, text in zip(names, texts, strict=True):
        votes.setdefault(text, Counter())[name.type] += PROOF if name.proven else 1
    order = list(EntityType)
    best = {
        text: max(
            count,
            key=lambda kind: (count[kind] // PROOF, kind is EntityType.MEDIA_OUTLET, count[kind], -order.index(kind)),
        )
        for text, count in votes.items()
    }
    return [replace(name, type=best[text]) for name, text in zip(names, texts, strict=True)]


def type_short_titles(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Make works of the letters that are short for one: "DITN", where "Dancing In The Night" stands."""
    titles = {letters_of(name.tokens(doc).text) for name in names if name.type is EntityType.WORK}
    titles = {letters for letters in titles if len(letters) >= FEWEST_LETTERS}
    bodies = {EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET, EntityType.PERSON}
    return [
        replace(name, type=EntityType.WORK)
        if name.type in bodies and name.end - name.start == 1 and doc[name.start].text in titles
        else name
        for name in names
    ]


def shorten_outlets(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Make outlets of lone names that are an outlet's last word behind "the", or its first: "the Post", "Harbor"."""
    full = [name.tokens(doc) for name in names if name.type is EntityType.MEDIA_OUTLET and name.end - name.start > 1]
    last = {span[-1].text for span in full}
    first = {span[0].text for span in full if span[-1].text in {"Broadcasting", "Business", "Network", "News", "TV"}}
    people = [name for name in names if name.type is EntityType.PERSON and name.end - name.start > 1]
    first -= {doc[place].text for name in people for place in (name.start, name.end - 1)}
    return [
        replace(name, type=EntityType.MEDIA_OUTLET)
        if name.end - name.start == 1
        and name.type in {EntityType.PERSON, EntityType.ORGANIZATION}
        and (
            doc[name.start].text in first
            or (name.start > 0 and doc[name.start].text in last and doc[name.start - 1].lower_ == "the")
        )
        else name
        for name in names
    ]


def shorten_bodies(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Make bodies of lone names that a company's name begins with: "Quill", where "Quill & Co" stands and no Ada Quill.

    A title before one of them shows a person.
    """
    spans = [name.tokens(doc) for name in names]
    first = {
        span[0].text.casefold()
        for name, span in zip(names, spans, strict=True)
        if name.type is EntityType.ORGANIZATION and len(span) > 1 and (FIRM.search(span.text) or "&" in span.text)
    }
    people = [span for name, span in zip(names, spans, strict=True) if name.type is EntityType.PERSON]
    first -= {word.text.casefold() for span in people if len(span) > 1 for word in (span[0], span[-1])}
    first -= {span.text.casefold() for span in people if has_title(doc, span.start)}
    return [
        replace(name, type=EntityType.ORGANIZATION) if len(span) == 1 and span.text.casefold() in first else name
        for name, span in zip(names, spans, strict=True)
    ]
