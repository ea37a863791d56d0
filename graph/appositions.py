"""Finds the names that grammar equates with a description: titles, appositions and copulas."""

from __future__ import annotations

from collections.abc import Iterator

from graph import syntax
from graph.descriptions import load_descriptions
from graph.model import EntityType
from graph.tokens import Span, Token
from graph.word_forms import is_plural

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
AFTER_APPOSITION = frozenset({"of", "for", "at", "in", "who", "to"})
OWNING = frozenset({"of", "for", "at"})
CALLED = frozenset({"called", "dubbed", "named"})
CARRIED = frozenset({"by", "with"})
LONGEST_PHRASE = 8


def describes_outlet(noun: Token) -> bool:
    """Tell whether a noun says what kind of outlet the name before it is: "Harbor magazine"."""
    known = load_descriptions().get(noun.lower_)
    return known is not None and known.type is EntityType.MEDIA_OUTLET


def list_tied(head: Token) -> Iterator[tuple[Token, str]]:
    """Yield the tokens that a description's head is equated with by grammar, surest first, with the construction."""
    doc = head.doc
    following = head.i + 1
    while following < len(doc) and doc[following].lower_.rstrip(".") in {"mr", "ms", "mrs", "dr", "."}:
        following += 1
    if following < len(doc):
        yield doc[following], "title"
    if head.dep_ == "nmod:desc":
        # "Chief of Staff Bo Dunn"
        yield head.head, "title"
    if head.i and head.nbor(-1).head == head and head.nbor(-1).dep_ in syntax.COMPOUND and describes_outlet(head):
        yield head.nbor(-1), "kind"
    for child in head.children:
        # "a friend of Ada Quill and Bo Dunn": what "and" adds is no other word for the friend
        if child.dep_ in syntax.APPOSITION and not follows_other_name(child):
            yield child, "apposition"
            # "her husband, a senator named Bo Dunn"
            yield from ((name, "apposition") for name in list_called(child))
    yield from ((name, "apposition") for name in list_called(head))
    if head.dep_ in syntax.APPOSITION and not is_added(head):
        yield set_beside(head), "apposition"
    copulas = syntax.children(head, {"cop"})
    denied = copulas and any(token.lower_ in NEGATIONS for token in head.doc[copulas[0].i : head.i])
    copula = bool(copulas) and not denied
    subjects = syntax.children(head, syntax.SUBJECT)
    if copula and subjects:
        yield from ((syntax.antecedent(subject), "copula") for subject in subjects)
    if copula and head.dep_ in syntax.RELATIVE_CLAUSE:
        yield head.head, "copula"
    if head.dep_ == "attr":
        yield from ((syntax.antecedent(s), "copula") for s in syntax.children(head.head, syntax.SUBJECT))


def list_called(noun: Token) -> list[Token]:
    """Return where the name begins by which a noun is called: "a twin sister named Ada Quill"."""
    calling = (child for child in noun.children if child.lower_ in CALLED and noun.i < child.i < noun.sent.end - 1)
    names = (child.nbor() for child in calling)
    # "a group called the Tea League"
    return [name.nbor() if name.pos_ == "DET" and name.i + 1 < noun.sent.end else name for name in names]


def list_set_off(phrase: Span, head: Token) -> Iterator[tuple[Token, str]]:
    """Yield the name that commas set beside a description, whatever the tree says: "his agent, Bo Dunn, …"."""
    doc = head.doc
    following = doc[head.i + 1] if head.i + 1 < len(doc) else head
    comma = find_comma(following) if following.lower_ in OWNING else following
    if comma.text == "," and comma.i + 2 < head.sent.end:
        yield doc[comma.i + 1], "apposition"
    start = phrase.start
    if start > 1 and doc[start - 1].text == "," and (following.is_punct or following.lower_ in AFTER_APPOSITION):
        yield doc[start - 2], "apposition"


def follows_other_name(name: Token) -> bool:
    """Tell whether "and" ties a name to another right before it."""
    return any(tie.dep_ == "cc" and tie.i < name.i and tie.nbor(-1).pos_ == "PROPN" for tie in name.children)


def is_added(noun: Token) -> bool:
    """Tell whether "and" stands right before a noun's phrase, and no comma before that: "Ada and the 46-year-old"."""
    start = noun.left_edge.i
    return start > 1 and noun.doc[start - 1].lower_ == "and" and noun.doc[start - 2].text != ","


def set_beside(noun: Token) -> Token:
    """Return what an apposition describes, of a list the last: "Ada Quill, Bo Dunn and Cy Fox, the cook"."""
    if is_plural(noun) or noun.head.pos_ != "PROPN" or noun.head.i > noun.i:
        return noun.head
    first = noun.head
    while first.dep_ == "flat" and first.head.i < first.i:
        first = first.head
    last = max((name for name in syntax.expand_conjuncts([first]) if name.i < noun.i), key=lambda name: name.i)
    opened = noun.doc[last.i : noun.left_edge.i]
    bare = all(word.pos_ in {"PROPN", "PUNCT"} for word in opened)
    return last if bare and last.pos_ == "PROPN" and any(tie.dep_ == "cc" for tie in last.children) else noun.head


def find_behind_name(noun: Token, preposition: str) -> list[Token]:
    """Return what goes with a noun though it hangs on the name behind it: "a son, Cy, with Bo", "the book X by Bo"."""
    if preposition not in CARRIED:
        return []
    named = [child for child in syntax.children(noun, syntax.APPOSITION) if child.i > noun.i and child.pos_ == "PROPN"]
    return [
        token
        for name in named
        for token in syntax.obliques(name).get(preposition, [])
        if not any(word.pos_ in {"AUX", "VERB"} for word in noun.doc[noun.i : token.i])
    ]


def find_comma(preposition: Token) -> Token:
    """Return the comma that closes a prepositional phrase, or the preposition where the phrase has none."""
    for token in preposition.doc[preposition.i + 1 : min(preposition.i + 1 + LONGEST_PHRASE, preposition.sent.end)]:
        if token.text == ",":
            return token
        if token.pos_ in {"VERB", "AUX", "SCONJ", "PRON"} or token.lower_ == "and":
            break
    return preposition
