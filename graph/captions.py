"""Finds the names of cases, "Ada Quill v. Harbor News", and takes their parties from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.mentions import token_span
from graph.model import Assertion, EntityType, Evidence, Mention, MentionKind, RelationMention, Span
from graph.reading import Filler, Reading
from graph.residue import VERSUS
from graph.spans import find_words, index_starts, tokens_of
from graph.syntax import case_of
from graph.tokens import Doc, Token

# how lawyers write it; a match is one of "vs." or "v"
LEGAL = frozenset({"v."})
QUOTES = frozenset("\"“”‘’'")
PARTIES = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET})
CONFIDENCE = 0.85
HIGHEST = "Supreme Court"
# what the name of a case explains
SUITS = frozenset({"case", "lawsuit", "suit"})
# between the capitalized words of one side: "University of Salem v. Quill"
INSIDE = frozenset({"of", "the", "for", "&"})
LONGEST_SIDE = 8


def find_captions(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the names of cases, the two sides with the "v." between them, which is the mention's head.

    "vs." names a case only where both sides are named parties, each told in full: "Quill vs. Dunn" may be a match.
    """
    named = [m for m in mentions if m.kind is MentionKind.NAMED and m.type in PARTIES]
    by_start, by_end = {m.span.start: m for m in named}, {m.span.end: m for m in named}
    found = []
    for token in find_words(doc, VERSUS):
        if not 0 < token.i < len(doc) - 1:
            continue
        after = _find_after(token)
        before = token.nbor(-1)
        left, right = by_end.get(before.idx + len(before)), by_start.get(after.idx)
        if left and right and _is_full(left) and _is_full(right):
            span = Span(left.span.start, right.span.end)
        elif token.text in LEGAL and is_capitalized(before) and is_capitalized(after):
            span = Span(left.span.start if left else doc[_find_edge(before, -1)].idx,
                        right.span.end if right else _end_of(doc[_find_edge(after, 1)]))  # fmt: skip
        else:
            continue
        # in quotation marks it is the title of a film or an article
        if not _is_quoted(doc, span):
            found.append(
                Mention(span, tokens_of(doc, span).text, EntityType.LAWSUIT, MentionKind.NAMED, token_span(token))
            )
    return found


def join_captions(doc: Doc, lawsuits: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """Return each mention of a proceeding alone, but behind the name of a case the noun that it explains.

    "The lawsuit, Quill v. Dunn, was brought by …", "the 1996 case of Quill v. Dunn"; not "In this case, Quill v. Dunn
    is no help".
    """
    starts = index_starts(doc)
    nouns = {starts[mention.head.start].i: mention for mention in lawsuits if mention.kind is MentionKind.NOMINAL}
    explained: dict[Mention, Mention] = {}
    for mention in lawsuits:
        if mention.kind is MentionKind.NAMED:
            at = starts[mention.span.start].i - 1
            while at > 0 and doc[at].text in QUOTES | {",", "—", "–", "-", ":"}:
                at -= 1
            apart = doc[at + 1].text == "," if at >= 0 else False
            at -= at > 0 and doc[at].lower_ == "of"
            noun = nouns.get(at)
            if noun is not None and doc[at].lower_ in SUITS and not (apart and case_of(doc[at]) == "in"):
                explained[noun] = mention
    named = {caption: noun for noun, caption in explained.items()}
    return [
        (mention, named[mention]) if mention in named else (mention,)
        for mention in lawsuits
        if mention not in explained
    ]


def _find_after(versus: Token) -> Token:
    split = versus.nbor().text == "." and versus.i + 2 < len(versus.doc)
    return versus.nbor(2) if split else versus.nbor()


def is_capitalized(token: Token) -> bool:
    """Tell whether a word is written as a name is."""
    return token.text[:1].isupper() and token.pos_ not in {"ADP", "DET", "PRON", "SCONJ", "CCONJ"}


def _find_edge(token: Token, step: int) -> int:
    """Return the last token, walking one way, of the capitalized words that a side of a case's name consists of."""
    edge = token.i
    for index in range(token.i + step, token.i + step * LONGEST_SIDE, step):
        if not token.sent.start <= index < token.sent.end:
            break
        word = token.doc[index]
        # a tagger takes the first word of "United States v. Dunn" for a verb
        named = word.ent_type_ != "" and word.ent_type_ == token.ent_type_
        if is_capitalized(word) and (named or word.pos_ not in {"VERB", "AUX"}):
            edge = index
        elif word.lower_ not in INSIDE:
            break
    return edge


def _end_of(token: Token) -> int:
    return token.idx + len(token)


def _is_full(mention: Mention) -> bool:
    # "Roe v. Wade" is a precedent far more often than a suit that an article tells of
    return mention.type is not EntityType.PERSON or len(mention.text.split()) > 1


def _is_quoted(doc: Doc, span: Span) -> bool:
    words = tokens_of(doc, span)
    after = doc[words.end : words.end + 2].text.lstrip(".,")
    return words.start > 0 and doc[words.start - 1].text in QUOTES and after[:1] in QUOTES


def find_captioned_parties(reading: Reading) -> Iterator[RelationMention]:
    """Yield plaintiff and defendant of each case that is named by them.

    A surname alone is a party only where both sides are known: "Clinton v. Jones" may be another Clinton's. The
    highest court heard a case without known parties that is told of beside it.
    """
    starts = index_starts(reading.doc)
    for number, chain in enumerate(reading.chains):
        mention = chain.mentions[0]
        if chain.type is EntityType.LAWSUIT and mention.kind is MentionKind.NAMED:
            versus = starts[mention.head.start]
            sides = (("plaintiff_in", versus.nbor(-1)), ("defendant_in", _find_after(versus)))
            parties = [(relation, _find_party(token, reading)) for relation, token in sides]
            both = all(party for _, party in parties)
            for relation, party in parties:
                if party is not None and (both or _is_full(party.mention)):
                    yield _make_role(relation, party, Filler(number, mention), reading)
            if not any(party for _, party in parties) and (court := _find_highest(versus, reading)) is not None:
                heard = _make_role("heard_in", court, Filler(number, mention), reading)
                ends = replace(heard.evidence, subject=mention.span, object=court.mention.span)
                yield replace(heard, subject=number, object=court.chain, evidence=ends)


def _find_highest(versus: Token, reading: Reading) -> Filler | None:
    """Return the supreme court that the sentence of a case's name speaks of."""
    fillers = (filler for token in versus.sent for filler in reading.mentions_at(token))
    return next((filler for filler in fillers if reading.chains[filler.chain].type is EntityType.COURT
                 and HIGHEST in reading.chains[filler.chain].label), None)  # fmt: skip


def _find_party(token: Token, reading: Reading) -> Filler | None:
    fillers = (filler for filler in reading.mentions_at(token) if reading.chains[filler.chain].type in PARTIES)
    return next((filler for filler in fillers if _is_known(filler, reading)), None)


def _is_known(filler: Filler, reading: Reading) -> bool:
    """Tell whether the text says more of a side than one word of the case's name: "Roe" may be anybody."""
    chain = reading.chains[filler.chain]
    several = any(len(name.split()) > 1 for name in chain.names)
    return several or (chain.type is not EntityType.PERSON and len(chain.mentions) > 1)


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
