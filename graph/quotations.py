"""Finds quotations and who speaks them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from graph.memory import once_per_document
from graph.nlp import label_of
from graph.spans import find_breaks, index_words, place_of
from graph.syntax import PASSIVE_SUBJECT, RELATIVE_CLAUSE, SUBJECT, is_predicate, subjects
from graph.tokens import Doc, Token

OPENING = {"“": "”", '"': '"', "‘": "’", "'": "'", "''": "''", "``": "''"}
SINGLE = frozenset({"'", "’", "‘"})
STRAIGHT = frozenset({"'", '"'})
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
THIRD_PERSON = frozenset({"he", "she", "his", "her"})
# what opens a quotation or closes it
MARKS = frozenset({*OPENING, *OPENING.values()})
REACH = 30
MIN_TOKENS = 4
# what tells of words only beside them: "the case went to trial", "the trial began"
INEXACT = frozenset({"begin", "continue", "go", "read"})
# so far from a quotation only the plainest verbs frame it: "“I won,” Ada Quill, head of the firm's board, said"
NEAR = 12
PLAIN = frozenset({"add", "argue", "say", "tell", "tweet", "write"})
# how many words the phrase of a speaker behind the verb may have: "said Harbor Gas spokesman Bo Dunn"
NAME_WITHIN = 8
# so few words between two paragraphs are a heading
CAPTION = 4
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
    """Yield the token ranges between quotation marks of one paragraph that hold a clause rather than a term.

    What nothing closes is a quotation with double marks, or where it goes on in the next paragraph or a colon opens it.
    """
    opened: int | None = None
    marks = [token for word, tokens in index_words(doc).items() if word in MARKS for token in tokens]
    for token in sorted([*marks, *find_breaks(doc)], key=place_of):
        if opened is not None and token.is_space and "\n" in token.text:
            # a quotation of several paragraphs opens again in each and closes in the last
            if doc[opened].text not in SINGLE or reopens(doc, token.i + 1) or follows_colon(doc, opened):
                yield from range_of(doc, opened, token.i)
            opened = None
        elif opened is not None and closes(token, doc[opened]):
            yield from range_of(doc, opened, token.i)
            opened = None
        elif opens(token) and (opened is None or is_forgotten(token, doc[opened])):
            if opened is not None:
                yield from range_of(doc, opened, token.i)
            opened = token.i
    if opened is not None and doc[opened].text not in SINGLE:
        yield from range_of(doc, opened, len(doc))


def range_of(doc: Doc, opened: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what lies between two marks, where that is a clause or somebody's words of oneself: "not my type"."""
    if end - opened > MIN_TOKENS or any(token.lower_ in FIRST_PERSON for token in doc[opened + 1 : end]):
        yield opened + 1, end


def opens(token: Token) -> bool:
    """Tell whether a mark opens a quotation: straight ones do so after a blank and before a word."""
    if token.text not in OPENING or (token.text in SINGLE and token.dep_ == "case"):
        return False
    return token.text not in STRAIGHT or follows_blank(token) or token.nbor(-1).text in {*OPENING, "(", "[", "—"}


def closes(token: Token, opening: Token) -> bool:
    """Tell whether a mark closes the quotation that another opened: its counterpart, or a straight one after a word."""
    if token.text in SINGLE and token.dep_ == "case":
        return False
    if token.text not in STRAIGHT:
        # some articles open with a straight mark what a round one closes
        return token.text == OPENING[opening.text] or (opening.text, token.text) == ('"', "”")
    same_size = (token.text in SINGLE) == (opening.text in SINGLE)
    return same_size and not (follows_blank(token) and precedes_word(token))


def precedes_word(token: Token) -> bool:
    """Tell whether a word follows a token without a blank between."""
    return token.i + 1 < len(token.doc) and not token.whitespace_ and token.nbor(1).text[:1].isalpha()


def follows_blank(token: Token) -> bool:
    """Tell whether a token stands at the beginning of the text or after white space."""
    return token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).is_space


def is_forgotten(token: Token, opening: Token) -> bool:
    """Tell whether a mark opens a quotation anew, as in print: “We waited for years. “And I am …”."""
    before = token.nbor(-1) if token.i else token
    return token.text == opening.text and before.text in {".", "!", "?", "..."} and not token.whitespace_


def reopens(doc: Doc, start: int) -> bool:
    """Tell whether the paragraph at a token begins with a quotation mark."""
    while start < len(doc) and doc[start].is_space:
        start += 1
    return start < len(doc) and opens(doc[start])


def follows_colon(doc: Doc, opened: int) -> bool:
    """Tell whether a colon stands right before the mark at a token."""
    return opened > 0 and doc[opened - 1].text == ":"


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
    # "he said: “I won.” Ada told …": what a full stop ends within the marks has its frame before it
    finished = doc[end - 1].text == "."
    after = [] if finished else list(doc[end : min(last, end + 20)])
    before = list(reversed(list(doc[max(first, start - 14) : start])))
    introduced = start - 2 >= first and doc[start - 2].text in {":", ","}
    for window in (before, after) if introduced else (after, before):
        for token in window:
            far = window is after and token.i - end >= NEAR
            frames = frames_from_afar(token) if far else token.lemma_.lower() in SPEECH
            if frames and is_predicate(token) and subjects(token):
                return token
            if token.is_sent_start and token.i > end + 1 and window is after and token.i - end > 2:
                break
    return None


def frames_from_afar(verb: Token) -> bool:
    """Tell whether a verb is the plain one of a main clause: not "to be told by Bo Dunn, who said", nor "arguing"."""
    finite = verb.tag_ in {"VBD", "VBP", "VBZ"} and verb.dep_ not in RELATIVE_CLAUSE
    return finite and verb.lemma_.lower() in PLAIN


def find_quotations(doc: Doc) -> list[Quotation]:
    """Return the document's quotations in text order; one without a speaker of its own continues the one before."""
    found: list[Quotation] = []
    own: list[bool] = []
    for start, end in find_ranges(doc):
        verb = find_speech_verb(doc, start, end)
        speaker = find_inverted(doc, end) or (find_speaker(verb, start, end) if verb else None)
        own.append(speaker is not None)
        if speaker is None and found and shares_paragraph(doc, found[-1].end, start):
            speaker = found[-1].speaker
        elif speaker is None and found and opens_paragraph(doc, start):
            told = find_telling_between(doc, found[-1].end, start)
            speaker = find_teller(told) if told else found[-1].speaker
        found.append(Quotation(start, end, speaker))
    share_speakers(doc, found, own)
    quoted = frozenset(i for quotation in found for i in range(quotation.start, quotation.end))
    found.extend(find_statements(doc, quoted))
    return sorted(found, key=lambda quotation: quotation.start)


def find_speaker(verb: Token, start: int, end: int) -> Token | None:
    """Return who says a quotation by its verb: a subject outside, or the name that a tree ties to a word inside."""
    outside = (token for token in subjects(verb) if not start <= token.i < end)
    between = verb.doc[end + 1 : verb.i]
    # "‘… with him,’ Quill said"
    named = between and all(token.pos_ == "PROPN" for token in between)
    return next(outside, between[-1] if named else None)


def find_inverted(doc: Doc, end: int) -> Token | None:
    """Return who stands behind the verb right after a quotation where the tree sees no subject: "“…,” said Quill"."""
    if end + 2 >= len(doc) or not says_bare(doc[end + 1]):
        return None
    for token in doc[end + 2 : end + 2 + NAME_WITHIN]:
        goes_on = token.i + 1 < len(doc) and token.nbor().pos_ in {"NOUN", "PROPN", "PART"}
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and not goes_on:
            return token
        if token.pos_ not in {"ADJ", "DET", "NOUN", "PART", "PRON", "PROPN"}:
            return None
    return None


def says_bare(verb: Token) -> bool:
    """Tell whether a token is a finite verb of saying for which the tree has no subject."""
    return verb.tag_ in {"VBD", "VBZ"} and verb.lemma_.lower() in PLAIN and not subjects(verb)


def share_speakers(doc: Doc, found: list[Quotation], own: list[bool]) -> None:
    """Give paragraphs of one quotation, which only the last closes, the speaker whom a verb behind them names."""
    for at in range(len(found) - 2, -1, -1):
        here, following = found[at], found[at + 1]
        unclosed = doc[here.end].is_space and reopens(doc, here.end) and following.start <= here.end + 3
        if unclosed and own[at + 1] and not own[at]:
            found[at], own[at] = Quotation(here.start, here.end, following.speaker), True


@once_per_document
def quotations_of(doc: Doc) -> tuple[Quotation, ...]:
    """Return a document's quotations, worked out once for all stages; its tree is mended by then."""
    return tuple(find_quotations(doc))


@once_per_document
def spoken_quotations(doc: Doc) -> Mapping[int, Quotation]:
    """Return, by token, the first quotation around it whose speaker is known."""
    spoken: dict[int, Quotation] = {}
    for quotation in quotations_of(doc):
        if quotation.speaker:
            for index in range(quotation.start, quotation.end):
                spoken.setdefault(index, quotation)
    return spoken


def find_statements(doc: Doc, quoted: frozenset[int]) -> Iterator[Quotation]:
    """Yield the paragraphs in the first person after one that ends in a colon: "She wrote on Monday:"."""
    speaker: Token | None = None
    for start, end in split_paragraphs(doc):
        if speaker is not None and any(doc[i].lower_ in FIRST_PERSON and i not in quoted for i in range(start, end)):
            yield Quotation(start, end, speaker)
        elif doc[end - 1].text == ":":
            sentence = doc[end - 1].sent
            people = [t for t in sentence if t.lower_ in THIRD_PERSON or label_of(t.ent_type_) == "PERSON"]
            speaker = next((t for t in people if t.dep_ in SUBJECT), people[0] if people else None)
        else:
            speaker = None


def split_paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the tokens of each paragraph (end exclusive)."""
    start = 0
    for token in find_breaks(doc):
        if token.is_space:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def shares_paragraph(doc: Doc, end: int, start: int) -> bool:
    """Tell whether a quotation follows another one in the same paragraph with no new sentence of the report between."""
    between = doc[end:start]
    opened = sum(1 for token in between if token.is_sent_start and token.is_alpha and not token.is_space)
    return not opened and not any("\n" in token.text for token in between)


def find_telling_between(doc: Doc, end: int, start: int) -> Token | None:
    """Return the last word of the paragraph that stands between a quotation and one of a later paragraph, if any."""
    breaks = [i for i in range(end, start) if doc[i].is_space and "\n" in doc[i].text]
    for first, last in reversed(list(pairwise(breaks))):
        if last - first > CAPTION:
            return doc[last - 1]
    return None


def find_teller(last: Token) -> Token | None:
    """Return who is said to say something by the sentence before a quotation: "Ada spoke of it on Monday."."""
    verb = last.sent.root
    tells = verb.lemma_.lower() in SPEECH - INEXACT and is_predicate(verb)
    return next(iter(subjects(verb)), None) if tells else None


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
