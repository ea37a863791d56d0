"""Who does what a clause without a subject says: whoever governs it or whom that is done to, "asked Bo to leave"."""

from __future__ import annotations

from graph.tokens import Token

# "asked him to leave": the one asked leaves; with any other verb the subject does
OBJECT_CONTROL = frozenset(
    (
        "ask tell order force urge allow accuse persuade invite help let make want get require advise see hear catch "
        "charge convict acquit suspect blame sue prevent stop tap appoint name choose select pick nominate designate "
        "hire retain elect enlist direct instruct encourage pressure enable empower assign remind task find consider "
        "deem"
    ).split()
)
# "sued him after losing her job": what tells when or how somebody does a thing is done by the same one
MANNER = frozenset(
    "after although as because before by despite if once since though unless until upon when while without".split()
)
# with "to" alone: "led Bo to lie"
LEADING = frozenset(
    (
        "beg bribe cause coerce compel convince dare drive entice expect forbid goad implore inspire lead lure "
        "manipulate motivate oblige permit press prompt push recruit request spur teach tempt train trust warn"
    ).split()
)
OBJECTS = frozenset({"obj", "dobj", "nsubj:pass"})
HELPING = frozenset({"aux", "aux:pass", "mark"})


def is_done_by_teller(verb: Token) -> bool:
    """Tell whether a gerund is what somebody tells of himself: "admitted suing Bo"."""
    bare = verb.dep_ == "ccomp" and verb.tag_ == "VBG"
    return bare and all(child.dep_ not in HELPING for child in verb.children)


def is_done_by_object(verb: Token, governor: Token) -> bool:
    """Tell whether the object of a governor does what a clause under it says: "asked Bo to leave".

    "sued him, alleging fraud": a participle that nothing introduces goes with the subject. One with "for" tells what
    somebody is praised, blamed or paid for: "criticized Bo for lying".
    """
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "case"}}
    if verb.dep_ == "pcomp":
        marks.add(verb.head.lower_)
    if (verb.dep_ == "advcl" and not marks) or marks & MANNER:
        return False
    if governor.lemma_ in OBJECT_CONTROL:
        return True
    if verb.dep_ == "xcomp":
        return "to" in marks and governor.lemma_ in LEADING
    named = any(child.pos_ in {"PROPN", "PRON"} for child in governor.children if child.dep_ in OBJECTS)
    return named and "for" in marks and verb.tag_ == "VBG"
