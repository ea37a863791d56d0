"""Tells what was taken for a name and is none by its shape: a people's, a rank, a verb, an event, a case's."""

from __future__ import annotations

from graph.descriptions import load_given_names, load_titles
from graph.spans import index_words
from graph.syntax import PASSIVE_MARK, PASSIVE_SUBJECT, SUBJECT
from graph.tokens import Span

# "Manhattanites", "Melburnians"
PEOPLES = ("ians", "ites")
# "Ada Bians" may be called so
LONGEST_SURNAME = 8
# "the Quill Memorial Service"
EVENTS = frozenset({("funeral", "service"), ("memorial", "service")})
# what a ruling grants: "his Miranda rights"
GRANTED = frozenset({"rights", "warning", "warnings"})


def is_no_name(span: Span) -> bool:
    """Tell whether a name's shape or company shows that it is nobody's and no body's."""
    if tuple(token.lower_ for token in span[-2:]) in EVENTS:
        return True
    return len(span) == 1 and (is_people(span) or is_rank(span) or is_verb(span) or is_granted(span))


def is_people(span: Span) -> bool:
    """Tell whether a word stands for those who live somewhere: "Manhattanites"."""
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
