"""Finds works by their company: epithets ("the Night Train star"), their kind before them, quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from graph.name_types import LEGAL_FORM, OUTLET_FORM
from graph.nlp import label_of
from graph.spans import entities_of

QUOTES = frozenset("\"'“”‘’`")
WORK_NOUNS = frozenset(
    (
        "film movie series sitcom show book novel memoir album song single documentary drama comedy thriller musical "
        "play sequel game track hit biopic mixtape docuseries franchise video videogame essay miniseries soundtrack "
        "podcast"
    ).split()
)
WORK_ROLES = frozenset(
    (
        "star alum actor actress director producer creator showrunner author writer screenwriter singer rapper "
        "songwriter filmmaker alumna alumnus hitmaker stars writers"
    ).split()
)
SCREEN_ROLES = frozenset({"star", "alum", "alumna", "actor", "actress", "showrunner", "hitmaker", "screenwriter"})
TITLE_FUNCTION_WORDS = frozenset("the a an of with and in to for on at from or is by & vs my it".split())
WORK_PARTS = frozenset(
    (
        "scene premiere trailer cast episode finale soundtrack sequel script screenplay prequel reboot spinoff "
        "adaptation"
    ).split()
)
NAMING_WORDS = frozenset({"titled", "entitled", "called"})
PLAYING = frozenset({"star", "costar", "co-star", "act"})
MAX_TITLE = 9


def stars_somebody(span: TokenSpan) -> bool:
    """Tell whether a phrase names a performer, a maker or a part of a work by its title: "the Night Train star"."""
    doc = span.doc
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    first = span[0].lower_ == "the" or (span.start > 0 and doc[span.start - 1].lower_ == "the")
    if not first or len(span) < 2 or LEGAL_FORM.search(span.text) or OUTLET_FORM.search(span.text):
        return False
    if WORK_PARTS & {token.lower_ for token in doc[span.end : span.end + 2]}:
        return True
    # teams have stars too, in the plural; bodies have directors, but seldom names of three words
    return not span[-1].lower_.endswith("s") and (
        following in SCREEN_ROLES or (following in WORK_ROLES and len(span) > 2)
    )


def stars_alone(span: TokenSpan) -> bool:
    """Tell whether a lone word is the title of what an actor is known for: "the Nightfall star"."""
    doc = span.doc
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    return (
        following in {"star", "actor", "actress"}
        and span.start > 0
        and doc[span.start - 1].lower_ == "the"
        and not any(other.text.endswith(span.text) and len(other) > 1 for other in entities_of(doc))
    )


def lends_epithet(span: TokenSpan) -> bool:
    """Tell whether what looks like a person's name is the title of what an actor is known for: "the Ada Quill star"."""
    doc = span.doc
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    return len(span) > 1 and following in SCREEN_ROLES and span.start > 0 and doc[span.start - 1].lower_ == "the"


def is_played_in(span: TokenSpan) -> bool:
    """Tell whether somebody stars in what a span names, or a word for its kind stands beside it."""
    doc, root = span.doc, span.root
    before = doc[span.start - 1].lower_ if span.start else ""
    if before == "in" and root.head.lemma_.lower() in PLAYING:
        return True
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    if after in {"franchise", "sequel", "showrunner", "trilogy", "movie", "movies", "film", "films"} and len(span) > 1:
        return True
    return before in WORK_NOUNS and span.start > 1 and doc[span.start - 1].pos_ == "NOUN" and len(span) > 1


def is_title_word(token: Token) -> bool:
    """Tell whether a token can stand in a title in title case."""
    return token.text[:1].isupper() or token.lower_ in TITLE_FUNCTION_WORDS or token.text[:1].isdigit()


def find_epithets(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the tokens of works in epithets and after their kind: "the Night Train star", "the film Night Train"."""
    for token in doc:
        if token.lower_ in WORK_ROLES and token.i > 1:
            start = token.i
            while start > token.sent.start and is_title_word(doc[start - 1]):
                start -= 1
            # "the Night of the Train star": the first article opens the phrase, a later one belongs to the title
            articles = [index for index in range(start, token.i) if doc[index].lower_ == "the"]
            if articles:
                yield from to_title(doc, articles[0] + 1, token.i)
        elif token.lower_ in WORK_NOUNS and token.i + 2 < len(doc):
            end = token.i + 1
            while end < token.sent.end and is_title_word(doc[end]):
                end += 1
            yield from to_title(doc, token.i + 1, end)


def to_title(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the title between two tokens, unless the model read another name there or it has too few capitals."""
    while end > start and doc[end - 1].lower_ in TITLE_FUNCTION_WORDS:
        end -= 1
    words = [token for token in doc[start:end] if token.text[:1].isupper()]
    known = {label_of(token.ent_type_) for token in doc[start:end]} - {"", "WORK"}
    inner = {token.lower_ for token in doc[start + 1 : end]}
    # no person's name has an article inside
    if (known == {"ORG"} and inner & TITLE_FUNCTION_WORDS) or (known <= {"ORG", "PERSON"} and inner & {"the", "a"}):
        known = set()
    if len(words) > 1 and not known and doc[start].text[:1].isupper():
        yield start, end


def find_quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of titles in quotation marks after a word for a work: "the film “Night Train”"."""
    for opening in doc:
        if opening.text not in QUOTES or opening.i + 2 >= len(doc) or not doc[opening.i + 1].text[:1].isupper():
            continue
        end = opening.i + 1
        while end < min(len(doc), opening.i + MAX_TITLE) and is_title_word(doc[end]):
            end += 1
        # American style puts the comma inside the quotation marks
        closing = end + (end < len(doc) and doc[end].text in {",", "."})
        if end == opening.i + 1 or closing >= len(doc) or doc[closing].text not in QUOTES:
            continue
        before = {token.lower_ for token in doc[max(0, opening.i - 3) : opening.i]}
        if before & (WORK_NOUNS | NAMING_WORDS) or (
            doc[opening.i - 1].lower_ in {"in", "on"} and is_played_in(doc[opening.i : end])
        ):
            yield opening.i + 1, end
