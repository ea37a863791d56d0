"""Finds the names of cases, "Ada Quill v. Harbor News", and takes their parties from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from graph.mentions import token_span
from graph.model import Assertion, EntityType, Evidence, Mention, MentionKind, RelationMention, Span
from graph.reading import Filler, Reading
from graph.spans import index_starts, tokens_of

VERSUS = frozenset({"v", "v.", "vs", "vs."})
QUOTES = frozenset("\"“”‘’'")
PARTIES = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET})
CONFIDENCE = 0.85


def find_captions(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the names of cases whose two sides are named parties, each told in full; its head is the "v."."""
    named = [m for m in mentions if m.kind is MentionKind.NAMED and m.type in PARTIES]
    by_start, by_end = {m.span.start: m for m in named}, {m.span.end: m for m in named}
    found = []
    for token in doc[1:-1]:
        if token.lower_ not in VERSUS:
            continue
        after = token.nbor(2) if token.nbor().text == "." and token.i + 2 < len(doc) else token.nbor()
        before = token.nbor(-1)
        left, right = by_end.get(before.idx + len(before)), by_start.get(after.idx)
        if left and right and _is_full(left) and _is_full(right):
            span = Span(left.span.start, right.span.end)
            # in quotation marks it is the title of a film or an article
            if not _is_quoted(doc, span):
                found.append(
                    Mention(span, tokens_of(doc, span).text, EntityType.LAWSUIT, MentionKind.NAMED, token_span(token))
                )
    return found


def _is_full(mention: Mention) -> bool:
    # "Roe v. Wade" is a precedent far more often than a suit that an article tells of
    return mention.type is not EntityType.PERSON or len(mention.text.split()) > 1


def _is_quoted(doc: Doc, span: Span) -> bool:
    words = tokens_of(doc, span)
    after = doc[words.end : words.end + 2].text.lstrip(".,")
    return words.start > 0 and doc[words.start - 1].text in QUOTES and after[:1] in QUOTES


def find_captioned_parties(reading: Reading) -> Iterator[RelationMention]:
    """Yield plaintiff and defendant of each case that is named by them."""
    starts = index_starts(reading.doc)
    for number, chain in enumerate(reading.chains):
        mention = chain.mentions[0]
        if chain.type is EntityType.LAWSUIT and mention.kind is MentionKind.NAMED:
            versus = starts[mention.head.start]
            after = versus.nbor(2) if versus.nbor().text == "." else versus.nbor()
            sides = (("plaintiff_in", versus.nbor(-1)), ("defendant_in", after))
            for relation, token in sides:
                party = _find_party(token, reading)
                if party is not None:
                    yield _make_role(relation, party, Filler(number, mention), reading)


def _find_party(token: Token, reading: Reading) -> Filler | None:
    parties = (filler for filler in reading.mentions_at(token) if reading.chains[filler.chain].type in PARTIES)
    return next(parties, None)


def _make_role(relation: str, party: Filler, case: Filler, reading: Reading) -> RelationMention:
    span = reading.sentence_span([case.mention.span])
    evidence = Evidence(
        document=reading.document.id,
        span=span,
        text=reading.document.text[span.start : span.end],
        subject=party.mention.span,
        object=case.mention.span,
        cue=case.mention.head,
        assertion=Assertion.ASSERTED,
        rule=f"{relation}/case-name",
        confidence=CONFIDENCE,
    )
    return RelationMention(relation, party.chain, case.chain, evidence)
