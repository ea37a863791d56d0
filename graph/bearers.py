"""Tells whether the company of a word or two makes somebody or a body of what may be no name at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graph.descriptions import describes_person, load_descriptions, load_titles
from graph.model import EntityType, Gender
from graph.name_types import BODY_VERBS, HUMAN_VERBS, LEGAL_FORM
from graph.no_names import load_everyday_words
from graph.people import is_described
from graph.syntax import GENITIVES, OBJECT, PASSIVE_SUBJECT, SUBJECT
from graph.tokens import Span, Token

QUOTES = frozenset("\"'“”‘’`")
CALLING = frozenset({"called", "dubbed", "named", "nicknamed"})
ALIASES = frozenset({"aka", "alias", "nicknamed"})
# "unless you are Courage"
SPEAKERS = frozenset({"he", "i", "she", "who", "you"})
LINKING = frozenset({",", ";", "&", "and"})
# "Courage 76%" is what a poll found
SHARES = frozenset({"%", "per", "percent", "pct"})
AGES = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
AGE_STARTS, AGE_ENDS = frozenset({",", "("}), frozenset({",", ".", ")", ";", "and"})
ARGUMENTS = SUBJECT | PASSIVE_SUBJECT | OBJECT
# how far behind a name an apposition says what it is, how far a verb stands from it, and what is no age
REACH, NEAR, LONG_NUMBER = 6, 2, 3


def shows_person(span: Span) -> bool:
    """Tell whether a word's company makes somebody of it: "Mr. Courage", "Courage, 46, …", "Courage told her"."""
    doc, end = span.doc, span.end
    after = [word.lower_ for word in doc[end : end + 3]]
    # a player's minute, a user's name: "Quill (Courage 76)", "— Courage (@couragequill)"
    counted = after and after[0].isdecimal() and len(after[0]) < LONG_NUMBER and SHARES.isdisjoint(after[1:2])
    if counted or "@" in "".join(after[:2]):
        return True
    # "Banker, 46, sued", "Bakers said": so sentences call people who are not named so
    opens = bool(span[0].is_sent_start) or span.start == 0 or doc[span.start - 1].is_space
    called = (opens or len(span) > 1) and (describes_person(span[-1].lower_) or is_plural(span[-1]))
    if not called and (after[:2] == [",", "who"] or is_aged(after) or acts(span, HUMAN_VERBS)):
        return True
    if len(span) > 1 and describes_person(span[0].lower_) and span.root.dep_ in SUBJECT:
        # "Pollster Courage"
        return True
    if has_kin(span) or is_described(span) or any(child.lower_ in SPEAKERS for child in span.root.children):
        return True
    before = find_before(span)
    if before is not None and doc[span.start - 1].text in QUOTES:
        # "alias “Courage”", but not "the song “Courage”"
        return before.lower_ in ALIASES
    return before is not None and (
        before.lower_.rstrip(".") in load_titles() or before.text in CALLING or describes_person(before.lower_)
    )


def acts(span: Span, verbs: Collection[str]) -> bool:
    """Tell whether a word stands beside one of some verbs and is its subject or object."""
    root = span.root
    verb = root.head
    return abs(verb.i - root.i) <= NEAR and root.dep_ in ARGUMENTS and verb.lemma_.lower() in verbs


def is_plural(token: Token) -> bool:
    """Tell whether an everyday word looks like a plural."""
    return token.lower_.endswith("s") and not token.lower_.endswith(("is", "ss", "us"))


def has_kin(span: Span) -> bool:
    """Tell whether a genitive gives a word kin: "Courage's son", "Courage's late wife"."""
    doc, at = span.doc, span.end
    if at + 2 >= len(doc) or doc[at].text not in GENITIVES | {"'", "’"}:
        return False
    return is_kin(doc[at + 1]) or (doc[at + 1].pos_ == "ADJ" and is_kin(doc[at + 2]))


def is_kin(noun: Token) -> bool:
    """Tell whether a noun is one for a man or a woman, as those for kin are."""
    described = load_descriptions().get(noun.lower_)
    return described is not None and described.type is EntityType.PERSON and described.gender is not Gender.UNKNOWN


def is_aged(after: Sequence[str]) -> bool:
    """Tell whether an age stands behind a name: ", 46,", "(7)", ", four."."""
    if len(after) < 3 or after[0] not in AGE_STARTS or after[2] not in AGE_ENDS:
        return False
    return after[1] in AGES or (after[1].isdecimal() and len(after[1]) < LONG_NUMBER)


def find_before(span: Span) -> Token | None:
    """Return the word before a name in its sentence, that before the full stop of "Mr."; None where there is none.

    A quotation mark between them is left out: "the magazine “Courage”".
    """
    doc, at = span.doc, span.start - 1
    if at > 0 and doc[at].text in QUOTES and not doc[at].whitespace_:
        at -= 1
    if at < 0 or span[0].is_sent_start:
        return None
    if doc[at].text == "." and at:
        return doc[at - 1] if doc[at - 1].lower_ in load_titles() else None
    return doc[at]


def stands_beside(span: Span, people: Collection[int]) -> bool:
    """Tell whether a list has a word with people, whose tokens are given: "Ada Quill, Courage and Bo Dunn"."""
    doc, start, end = span.doc, span.start, span.end
    links = start > 1 and not span[0].is_sent_start and doc[start - 1].text in LINKING
    if links and is_somebody(doc[start - 2], people):
        return True
    return end + 1 < len(doc) and doc[end].text in LINKING and is_somebody(doc[end + 1], people)


def is_somebody(token: Token, people: Collection[int]) -> bool:
    """Tell whether a token is of a person's name and no everyday word."""
    return token.i in people and token.lower_ not in load_everyday_words()


def shows_body(span: Span) -> bool:
    """Tell whether a word's company makes a body of it: "the charity Courage", "Courage, a firm", "Courage said"."""
    doc, end = span.doc, span.end
    after = doc[end : end + 2]
    if len(after) == 2 and after[0].text in {"<", "("} and after[1].text.isupper():
        return True
    if span[-1].tag_ != "NNS" and acts(span, BODY_VERBS):
        return True
    if len(after) == 2 and after[0].text == "," and any(map(describes_body, doc[end + 1 : end + 1 + REACH])):
        return True
    if len(span) > 1 and end < len(doc) and describes_person(doc[end].lower_):
        # "the Better Days singer"
        return True
    before = find_before(span)
    if before is not None and before.lower_ in {"as", "like"}:
        # "bands such as Courage"
        nouns = doc[max(span[0].sent.start, before.i - 2) : before.i]
        return any(map(describes_body, nouns))
    return before is not None and (before.lower_ in CALLING or describes_body(before))


def describes_body(noun: Token) -> bool:
    """Tell whether a noun says what kind of body, or of programme, something is."""
    described = load_descriptions().get(noun.lemma_.lower())
    kinds = {EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET, EntityType.WORK}
    return (described is not None and described.type in kinds) or LEGAL_FORM.search(noun.text) is not None
