"""Drops what was taken for a name and is an everyday word: its place alone gives it a capital, and nothing a bearer."""

from __future__ import annotations

from collections.abc import Sequence

from graph.bearers import QUOTES, shows_body, shows_person, stands_beside
from graph.body_kinds import load_bodies
from graph.bracketed import ORGANS
from graph.descriptions import load_given_names
from graph.memory import once_per_document
from graph.model import EntityType
from graph.name_votes import Name
from graph.no_names import load_everyday_pairs, load_everyday_words
from graph.outlets import outlet_named
from graph.residue import GENERIC_BODIES, OFFICES
from graph.spans import find_breaks, index_words
from graph.syntax import PASSIVE_SUBJECT, SUBJECT
from graph.tokens import Doc, Span, Token

BODIES = frozenset({EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET})
NAMED = BODIES | {EntityType.PERSON}
# what a sentence, a title or an entry of a list begins behind
OPENING = frozenset({".", "!", "?", ":", "—", "–", "-", "--", "•", "·", "*", "(", "[", "|", ">", "…", "..."})
JOINING = frozenset({",", "&", "against", "and", "for", "in", "of", "on", "the"})
BELONGING = frozenset({"against", "for", "of", "on"})
TYING = frozenset({"-", "‑", "/", "&"})
DOING = SUBJECT | PASSIVE_SUBJECT
SHARE_OF_CAPITALS, LEAST_WORDS, SHORT_WORD = 0.75, 3, 3
# A word that stands more often inside sentences, or anywhere, is somebody's, or something's, name.
MOST_UNSHOWN, MOST_FOUND = 2, 4
REACH, LONGEST_TITLE = 6, 12


def drop_everyday(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Return the names but for the everyday words that bear a capital by their place: "Courage is rare" is nobody."""
    known: dict[tuple[str, EntityType], bool] = {}
    kept = []
    for name in names:
        key = (name.tokens(doc).text, name.type)
        if key not in known:
            known[key] = is_everyday(doc, name, names)
        if not known[key]:
            kept.append(name)
    return kept


def is_everyday(doc: Doc, name: Name, names: Sequence[Name]) -> bool:
    """Tell whether a name is everyday words for which nothing in the document shows a bearer."""
    span, words = name.tokens(doc), load_everyday_words()
    if name.type not in NAMED or any(token.lower_ not in words for token in span):
        return False
    if name.type is EntityType.PERSON:
        return span[0].lower_ not in load_given_names() and is_nobody(span, names)
    return not is_known(span.text) and is_no_body(span, names)


def is_nobody(span: Span, names: Sequence[Name]) -> bool:
    """Tell whether nothing shows a person in everyday words.

    One word may stand inside a sentence once or twice, "a fight against Courage", if it does nothing there.
    """
    people = [other for other in names if other.type is EntityType.PERSON]
    if is_part(span, people):
        return False
    found = find_same(span, names)
    if len(found) > MOST_FOUND:
        return False
    inside = [same for same in found if not stands_for_capital(same[0], person=True)]
    paired = len(span) == 1 or span.text.lower() in load_everyday_pairs()
    if len(inside) > (MOST_UNSHOWN if paired else 0) or any(same.root.dep_ in DOING for same in inside):
        return False
    of_people = {at for other in people for at in range(other.start, other.end)}
    return not any(shows_person(same) or stands_beside(same, of_people) for same in found)


def is_no_body(span: Span, names: Sequence[Name]) -> bool:
    """Tell whether nothing shows a body in an everyday word, or in a pair of them: "Bad Things"."""
    pair = span.text.lower() in load_everyday_pairs()
    if len(span) > 1 and (not pair or span[-1].lower_ in GENERIC_BODIES | ORGANS):
        return False
    if is_part(span, [other for other in names if other.type in NAMED]):
        return False
    found = find_same(span, names)
    if len(found) > MOST_FOUND or (len(span) > 1 and any(map(is_quoted, found))):
        return False
    inside = [same for same in found if not stands_for_capital(same[0], person=False)]
    return len(inside) <= (MOST_UNSHOWN if pair else 0) and not any(map(shows_body, found))


def is_part(span: Span, names: Sequence[Name]) -> bool:
    """Tell whether a longer name among some begins or ends with a word: "Ada Courage", "Courage & Co"."""
    doc, text = span.doc, span.text
    return len(span) == 1 and any(
        text in (doc[other.start].text, doc[other.end - 1].text) for other in names if other.end - other.start > 1
    )


def find_same(span: Span, names: Sequence[Name]) -> list[Span]:
    """Return where a document has a word, or a name of several words."""
    doc, text = span.doc, span.text
    if len(span) == 1:
        return [doc[token.i : token.i + 1] for token in index_words(doc)[text]]
    return [same for other in names if (same := other.tokens(doc)).text == text]


def is_known(text: str) -> bool:
    """Tell whether a word is a well-known body's name or an outlet's."""
    return text in load_bodies()[0] or outlet_named(text) is not None


def stands_for_capital(token: Token, *, person: bool) -> bool:
    """Tell whether any word would have a capital where one stands: at the head of a sentence or in a headline."""
    before = token.doc[token.i - 1] if token.i else None
    if token.text.isupper():
        return stands_among_capitals(token)
    if before is None or token.is_sent_start or before.is_space:
        return True
    if before.text in QUOTES:
        # what a quotation mark closes is no beginning: "“Never,” Courage said"; a programme stands alone in them
        return not before.whitespace_ and (person or not is_closed(token))
    if before.text in OPENING or before.text.count(".") > 1:
        # "He left the U.S. Courage is rare"
        return True
    return token.i in find_headlines(token.doc) or ends_title(token, person=person)


def is_quoted(span: Span) -> bool:
    """Tell whether quotation marks hold nothing but a name, as that of a programme."""
    return span.start > 0 and span.doc[span.start - 1].text in QUOTES and is_closed(span[-1])


def is_closed(token: Token) -> bool:
    """Tell whether a quotation ends behind a word: "Courage," and "Courage"."""
    return any(after.text in QUOTES for after in token.doc[token.i + 1 : token.i + 3])


def stands_among_capitals(token: Token) -> bool:
    """Tell whether the next word on either side is written in capitals as well: "A NIGHT OF COURAGE"."""
    doc, at = token.doc, token.i
    if not TYING.isdisjoint(word.text for word in doc[max(0, at - 1) : at + 2]):
        # "a COPE/MRA survey"
        return False
    for side in (range(at - 1, max(-1, at - REACH), -1), range(at + 1, min(len(doc), at + REACH))):
        word = next((doc[place] for place in side if doc[place].text.isalpha()), None)
        if word is not None and len(word) > 1 and word.text.isupper():
            return True
    return False


def ends_title(token: Token, *, person: bool) -> bool:
    """Tell whether a word goes with everyday words in capitals before it: "Lord of Harvest", "Office of the Harvest".

    "meet The Gardener" and "Grief and Anger" do so, too, but bands are "The Gardeners", and firms "Grief and Anger".
    """
    doc, at = token.doc, token.i - 1
    if person and doc[at].text in {"The", "A", "My"}:
        return True
    if doc[at].lower_ not in JOINING:
        return False
    linked = False
    while at > 0 and token.i - at < LONGEST_TITLE:
        word = doc[at]
        if word.lower_ in JOINING:
            linked = linked or person or word.lower_ in BELONGING
        elif not word.text[:1].isupper() or word.is_sent_start:
            return False
        elif word.lower_ not in load_everyday_words():
            return linked and not person and word.lower_ in GENERIC_BODIES | ORGANS | OFFICES
        elif linked:
            return True
        at -= 1
    return False


@once_per_document
def find_headlines(doc: Doc) -> frozenset[int]:
    """Return the tokens of the lines in which nearly each word has a capital and no full stop ends a sentence."""
    found: set[int] = set()
    start = 0
    for end in [*(token.i for token in find_breaks(doc)), len(doc)]:
        words = [token for token in doc[start:end] if token.text.isalpha() and len(token) > SHORT_WORD]
        capitals = sum(token.text[:1].isupper() for token in words)
        stopped = end > start and doc[end - 1].text == "."
        if len(words) >= LEAST_WORDS and capitals >= SHARE_OF_CAPITALS * len(words) and not stopped:
            found.update(range(start, end))
        start = end + 1
    return frozenset(found)
