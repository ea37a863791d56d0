"""Drops what was taken for a name and is an everyday word: its place alone gives it a capital, and nothing a bearer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.bearers import QUOTES, shows_body, shows_person, stands_beside
from graph.body_kinds import load_bodies
from graph.bracketed import ORGANS
from graph.descriptions import describes_person, load_given_names, load_titles
from graph.memory import once_per_document
from graph.model import EntityType
from graph.name_types import LEGAL_FORM
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
ENDING = frozenset({".", "!", "?"})
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
    if is_known(span.text) and (len(span) > 1 or name.type is EntityType.MEDIA_OUTLET or span.text in load_bodies()[0]):
        return False
    return is_no_body(span, names)


def is_nobody(span: Span, names: Sequence[Name]) -> bool:
    """Tell whether nothing shows a person in everyday words.

    One word may stand inside a sentence once or twice, "a fight against Courage", if it does nothing there.
    """
    people = [other for other in names if other.type is EntityType.PERSON]
    if is_part(span, people):
        return False
    found = find_same(span, names)
    if is_half(found):
        return True
    if len(found) > MOST_FOUND:
        return False
    inside = [same for same in found if not stands_for_capital(same[0], person=True)]
    paired = len(span) == 1 or is_pair(span)
    if len(inside) > (MOST_UNSHOWN if paired else 0) or any(same.root.dep_ in DOING for same in inside):
        return False
    of_people = {at for other in people for at in range(other.start, other.end)}
    return not any(shows_person(same) or stands_beside(same, of_people) for same in found)


def is_no_body(span: Span, names: Sequence[Name]) -> bool:
    """Tell whether nothing shows a body in an everyday word, or in a pair of them: "Bad Things"."""
    found = find_same(span, names)
    if span[-1].lower_ not in GENERIC_BODIES | ORGANS and all(ends_body(same[0]) for same in found):
        return True
    pair = is_pair(span) or (len(span) > 1 and not LEGAL_FORM.search(span.text) and all(map(is_headline_phrase, found)))
    if len(span) > 1 and (not pair or span[-1].lower_ in GENERIC_BODIES | ORGANS):
        return False
    if is_part(span, [other for other in names if other.type in NAMED]):
        return False
    if len(found) > MOST_FOUND or (len(span) > 1 and any(map(is_quoted, found))):
        return False
    inside = [same for same in found if not stands_for_capital(same[0], person=False)]
    return len(inside) <= (MOST_UNSHOWN if pair else 0) and not any(map(shows_body, found))


def is_pair(span: Span) -> bool:
    """Tell whether words go together in small letters: each with the next in the news, or all of them in the document.

    "Bad Things", "Gross Domestic Product"; "Open Markets" where the article writes "open markets" as well.
    """
    words = [token.lower_ for token in span]
    if len(words) < 2:
        return False
    return all(" ".join(pair) in load_everyday_pairs() for pair in pairwise(words)) or any(
        [token.text for token in span.doc[small.i : small.i + len(words)]] == words
        for small in index_words(span.doc).get(words[0], ())
    )


def is_half(found: Sequence[Span]) -> bool:
    """Tell whether a word stands only as half of a couple of everyday words: "the party Grief and Anger"."""
    couples = {text for same in found for text in (couple_with(same, 1), couple_with(same, -1)) if text}
    return len(couples) == 1 and all(couple_with(same, 1) or couple_with(same, -1) for same in found)


def couple_with(span: Span, step: int) -> str:
    """Return the everyday word in capitals that "and" ties to a word on one side; an empty text where none does."""
    doc, linking = span.doc, span.end if step > 0 else span.start - 1
    if not 0 < linking < len(doc) - 1 or doc[linking].lower_ not in {"and", "&"}:
        return ""
    other = doc[linking + step]
    return other.text if other.text[:1].isupper() and other.lower_ in load_everyday_words() else ""


def is_headline_phrase(span: Span) -> bool:
    """Tell whether words stand where all have capitals: in a headline, or among what is shouted."""
    if span.text.isupper():
        return any(word.isupper() and len(word) > 1 and word.isalpha() for word in neighbours_of(span))
    return span.start in find_headlines(span.doc)


def neighbours_of(span: Span) -> list[str]:
    """Return the words right before and behind some words."""
    doc = span.doc
    return [doc[at].text for at in (span.start - 1, span.end) if 0 <= at < len(doc)]


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
        return stands_among_capitals(token) or stands_alone(token)
    if before is None or token.is_sent_start or before.is_space:
        return True
    if before.text in QUOTES and not ends_quotation(before):
        # what a quotation mark closes is no beginning: "“Never,” Courage said"; a programme stands alone in them
        return not before.whitespace_ and (person or not is_closed(token))
    if before.text in OPENING or before.text.count(".") > 1 or ends_quotation(before):
        # "He left the U.S. Courage is rare"
        return True
    if person and ends_phrase(before):
        return True
    return token.i in find_headlines(token.doc) or ends_title(token, person=person)


def ends_phrase(word: Token) -> bool:
    """Tell whether an everyday word in capitals stands inside a sentence: "the Last Harvest", "a Mill Hunt".

    A title or a word for people may stand before somebody's name.
    """
    opens = word.is_sent_start or word.i == 0 or word.doc[word.i - 1].is_punct or word.doc[word.i - 1].is_space
    plain = word.text.istitle() and word.lower_ in load_everyday_words() and word.lower_ not in load_given_names()
    return plain and not opens and not describes_person(word.lower_) and word.lower_ not in load_titles()


def ends_quotation(mark: Token) -> bool:
    """Tell whether a quotation mark closes a sentence: "“It is rare.” Courage grew"."""
    return mark.text in QUOTES and bool(mark.whitespace_) and mark.i > 0 and mark.doc[mark.i - 1].text in ENDING


def is_quoted(span: Span) -> bool:
    """Tell whether quotation marks hold nothing but a name, as that of a programme."""
    return span.start > 0 and span.doc[span.start - 1].text in QUOTES and is_closed(span[-1])


def is_closed(token: Token) -> bool:
    """Tell whether a quotation ends behind a word: "Courage," and "Courage"."""
    return any(after.text in QUOTES for after in token.doc[token.i + 1 : token.i + 3])


def stands_alone(token: Token) -> bool:
    """Tell whether a word is all that a line has: "HARVEST" between two paragraphs."""
    doc, at = token.doc, token.i
    return (at == 0 or "\n" in doc[at - 1].text) and (at + 1 == len(doc) or "\n" in doc[at + 1].text)


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


def ends_body(token: Token) -> bool:
    """Tell whether words end the name of a body, from which a model tore them: "the School of Law and Harvest"."""
    doc, at = token.doc, token.i - 1
    if {doc[max(0, at)].lower_, doc[max(0, at - 1)].lower_}.isdisjoint({"&", "and"}):
        # "the Board of the Harvest"
        return False
    linked = False
    while at >= token.sent.start and token.i - at < LONGEST_TITLE:
        word = doc[at]
        if word.lower_ in JOINING:
            linked = linked or word.lower_ in BELONGING
        elif not word.text[:1].isupper():
            return False
        elif linked and word.lower_ in GENERIC_BODIES | ORGANS:
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
