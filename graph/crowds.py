"""Tells what was taken for a name and is none by its shape: a people's, a rank, a verb, an event, a case's."""

from __future__ import annotations

from graph.descriptions import load_given_names, load_titles
from graph.no_names import load_peoples
from graph.spans import index_words, sentence_bounds
from graph.syntax import PASSIVE_MARK, PASSIVE_SUBJECT, SUBJECT
from graph.tokens import Span

# "Manhattanites", "Melburnians"
PEOPLES = ("ians", "ites")
# "Ada Bians" may be called so
LONGEST_SURNAME = 8
# "the Quill Memorial Service"
EVENTS = frozenset({("funeral", "service"), ("memorial", "service")})
# "9 p.m. ET"
ZONES = frozenset({"AKT", "CT", "ET", "HT", "MT", "PT"})
HALVES = frozenset({"a.m", "a.m.", "am", "midnight", "noon", "p.m", "p.m.", "pm"})
# what a page asks its readers to do
OFFERING = frozenset({"get", "receive", "subscribe"})
# what a ruling grants: "his Miranda rights"
GRANTED = frozenset({"rights", "warning", "warnings"})


def is_no_name(span: Span) -> bool:
    """Tell whether a name's shape or company shows that it is nobody's and no body's."""
    if tuple(token.lower_ for token in span[-2:]) in EVENTS or is_advertised(span):
        return True
    return len(span) == 1 and (is_zone(span) or is_people(span) or is_rank(span) or is_verb(span) or is_granted(span))


def is_advertised(span: Span) -> bool:
    """Tell whether a name is that of a newsletter that a page offers: "Get the Harbor Notes in your inbox"."""
    doc = span.doc
    if "inbox" not in index_words(doc):
        return False
    first, end = sentence_bounds(doc)[span.start]
    offered = any(doc[at].lower_ in OFFERING for at in range(first, span.start))
    return offered and any(first <= token.i < end for token in index_words(doc)["inbox"])


def is_zone(span: Span) -> bool:
    """Tell whether letters say by which clock an hour is meant: "at 9 p.m. ET"."""
    doc, at = span.doc, span.start - 1
    if at > 0 and doc[at].text == ".":
        at -= 1
    return span.text in ZONES and at >= 0 and (doc[at].lower_ in HALVES or doc[at].like_num)


def is_people(span: Span) -> bool:
    """Tell whether a word stands for those who live somewhere: "Manhattanites", "Kuwaitis"."""
    if span.text.endswith("s") and span.text[:-1] in load_peoples():
        return True
    return span.text.endswith(PEOPLES) and len(span.text) > LONGEST_SURNAME


def is_rank(span: Span) -> bool:
    """Tell whether a name was torn from its rank: "Adm." before Ada Quill."""
    return span.text.endswith(".") and span.text.lower().rstrip(".") in load_titles()


def is_verb(span: Span) -> bool:
    """Tell whether a word is a verb that somebody coined: "the arrest was Periscoped by Ada", "that he Goggled it"."""
    token = span[0]
    if not token.text.endswith("ed") or token.lower_ in load_given_names():
        return False
    arguments = {child.dep_ for child in token.children}
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    passive = "cop" in arguments or not arguments.isdisjoint(PASSIVE_MARK)
    return not arguments.isdisjoint(SUBJECT | PASSIVE_SUBJECT) and (following == "by" if passive else True)


def is_granted(span: Span) -> bool:
    """Tell whether a case lends its name to rights throughout a document: "his Miranda rights"."""
    doc = span.doc
    following = [doc[token.i + 1].lower_ for token in index_words(doc).get(span.text, ()) if token.i + 1 < len(doc)]
    return bool(following) and not GRANTED.isdisjoint(following)
