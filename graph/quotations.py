"""Finds quotations and who speaks them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graph.syntax import PASSIVE_SUBJECT, SUBJECT, is_predicate, subjects

OPENING = {"“": "”", '"': '"', "‘": "’", "'": "'", "''": "''", "``": "''"}
REACH = 30
MIN_TOKENS = 4
SPEECH = frozenset(
    (
        "say tell add explain write claim argue state note recall continue insist admit reply respond ask share "
        "declare announce allege tweet post warn joke testify reveal confess conclude assert complain read begin "
        "demand shout exclaim counter remark comment express describe agree maintain vow observe quip stress "
        "emphasize deny go"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage, as tokens (end exclusive), with the token that heads its speaker's phrase, if known."""

    start: int
    end: int
    speaker: Token | None


def find_ranges(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the token ranges between quotation marks of one paragraph that hold a clause rather than a term."""
    opened: tuple[int, str] | None = None
    for token in doc:
        if token.is_space and "\n" in token.text and opened:
            # a quotation of several paragraphs opens again in each and closes in the last
            if token.i - opened[0] > MIN_TOKENS and opened[1] != "'":
                yield opened[0] + 1, token.i
            opened = None
        elif opened and token.text == opened[1] and not (token.text in {"’", "'"} and token.dep_ == "case"):
            if token.i - opened[0] > MIN_TOKENS:
                yield opened[0] + 1, token.i
            opened = None
        elif opened is None and token.text in OPENING and not (token.text in {"'", "’"} and token.dep_ == "case"):
            opened = (token.i, OPENING[token.text])
    if opened and len(doc) - opened[0] > MIN_TOKENS and opened[1] != "'":
        yield opened[0] + 1, len(doc)


def paragraph_bounds(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the tokens of the paragraph around a range, no more than a sentence's length of them on either side."""
    first, last = start, end
    while first > 0 and start - first < REACH and "\n" not in doc[first - 1].text:
        first -= 1
    while last < len(doc) and last - end < REACH and "\n" not in doc[last].text:
        last += 1
    return first, last


def find_speech_verb(doc: Doc, start: int, end: int) -> Token | None:
    """Return the verb of saying that frames a quotation: the nearest after it in the sentence, else before it."""
    first, last = paragraph_bounds(doc, start, end)
    after = list(doc[end : min(last, end + 12)])
    before = list(reversed(list(doc[max(first, start - 14) : start])))
    for window in (after, before):
        for token in window:
            if token.lemma_.lower() in SPEECH and is_predicate(token) and subjects(token):
                return token
            if token.is_sent_start and token.i > end + 1 and window is after and token.i - end > 2:
                break
    return None


def find_quotations(doc: Doc) -> list[Quotation]:
    """Return the document's quotations in text order; one without a speaker of its own continues the one before."""
    found: list[Quotation] = []
    for start, end in find_ranges(doc):
        verb = find_speech_verb(doc, start, end)
        speaker = next((token for token in subjects(verb) if not start <= token.i < end), None) if verb else None
        if speaker is None and found and (opens_paragraph(doc, start) or shares_paragraph(doc, found[-1].end, start)):
            speaker = found[-1].speaker
        found.append(Quotation(start, end, speaker))
    return found


def shares_paragraph(doc: Doc, end: int, start: int) -> bool:
    """Tell whether a quotation follows another one in the same paragraph with no new sentence of the report between."""
    between = doc[end:start]
    opened = sum(1 for token in between if token.is_sent_start and token.is_alpha and not token.is_space)
    return not opened and not any("\n" in token.text for token in between)


def presume_speakers(doc: Doc, quotation: Quotation) -> Iterator[Token]:
    """Yield who may speak a quotation that no verb frames: the subjects of its sentence and of that before."""
    first, _ = paragraph_bounds(doc, quotation.start, quotation.end)
    at = max(0, quotation.start - 2)
    for _ in range(2):
        sentence = doc[at].sent
        for token in sentence:
            if token.dep_ in SUBJECT | PASSIVE_SUBJECT and not quotation.start <= token.i < quotation.end:
                yield token
        at = sentence.start - 1
        if at < first or at < 0:
            return


def opens_paragraph(doc: Doc, start: int) -> bool:
    """Tell whether nothing but the quotation mark stands before a quotation in its paragraph."""
    return paragraph_bounds(doc, start, start)[0] >= start - 1
