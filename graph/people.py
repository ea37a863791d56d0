"""Tells people's names by the words and the grammar around them."""

from __future__ import annotations

import re

from graph.body_kinds import load_bodies
from graph.descriptions import load_descriptions, load_given_names, load_titles
from graph.memory import once_per_document
from graph.model import EntityType, Gender
from graph.name_types import CAMPAIGN, LEGAL_FORM, is_acting
from graph.nlp import label_of
from graph.no_names import load_no_names
from graph.spans import index_entities, index_words
from graph.syntax import APPOSITION, OBJECT, SUBJECT
from graph.tokens import Doc
from graph.tokens import Span as TokenSpan

CALLINGS = frozenset(
    (
        "actor actress singer rapper comedian songwriter director lawyer attorney judge boxer footballer presenter "
        "journalist reporter rep sen plaintiff author novelist photographer musician model filmmaker"
    ).split()
)
SURNAMES = frozenset({"Law", "Bank", "Union", "College", "Capital", "Partners", "Company", "Brothers"})
# countries and states that share their names with people: where the model read a place, it is one
NAMESAKES = frozenset({"Chad", "Dominica", "Georgia", "India", "Israel", "Jordan", "Paris", "Virginia"})
LOCATING = frozenset({"at", "from", "in", "near", "of", "to"})
RANKS = frozenset({"Prince", "Princess", "King", "Queen", "Lady", "Lord", "Pope", "Saint", "St."})


def is_human(entity: TokenSpan) -> bool:
    """Tell whether grammar makes a person of what the model took for a place or a body: "Sela, 28, …", "Sela, who …".

    A place that acts in law ("Sela sued …") and stands nowhere after "in" or "at" is a person as well.
    """
    doc, end, label = entity.doc, entity.end, label_of(entity.label_)
    if label not in {"PLACE", "ORG", "WORK"} or len(entity) > 3 or LEGAL_FORM.search(entity.text):
        return False
    after = [token.lower_ for token in doc[end : end + 3]]
    if len(after) == 3 and after[0] == "," and after[2] == "," and after[1].isdigit() and 10 <= int(after[1]) <= 105:
        return True
    placed = label == "PLACE" and (entity.text in load_no_names()[1] or entity.text in NAMESAKES)
    calling = label == "PLACE" and len(entity) == 2 and not placed and after[1:2] == ["a"] and is_described(entity)
    if (after[:2] == [",", "who"] and not placed) or follows_title(entity) or calling:
        return True
    return label == "PLACE" and len(entity) == 1 and not placed and entity.text in find_acting_names(doc)


@once_per_document
def find_acting_names(doc: Doc) -> frozenset[str]:
    """Return the names that act as only people and bodies do, and of which nothing is said to be in or at."""
    return frozenset(
        text
        for text, same in index_entities(doc).items()
        if not any(name.start > 0 and doc[name.start - 1].lower_ in LOCATING for name in same)
        and any(is_acting(name.root) for name in same)
    )


def follows_title(entity: TokenSpan) -> bool:
    """Tell whether a title or a word of kinship stands before a name: "Ms. Sela", "her husband Sela"."""
    doc, start = entity.doc, entity.start
    before = doc[start - 1] if start else None
    if before is not None and before.text == "." and start > 1:
        before = doc[start - 2]
    if before is None or label_of(entity.label_) == "WORK":
        return False
    described = load_descriptions().get(before.lower_)
    kin = described is not None and described.type is EntityType.PERSON and described.gender is not Gender.UNKNOWN
    related = before.pos_ == "NOUN" and kin and not before.text[:1].isupper() and entity[0].pos_ == "PROPN"
    titled = before.lower_.rstrip(".") in {"mr", "mrs", "ms", "miss", "mx"}
    return (titled or related) and before.sent == entity[0].sent


def is_full_name(span: TokenSpan) -> bool:
    """Tell whether a given name and a surname make a person of what the model took for something else.

    The document must show it: one of them alone stands elsewhere as a person ("Blair Stone" where "Stone said" is), a
    calling stands before the name ("actress Blair Stone"), or the name says, sues or is arrested.
    """
    first = span[0].lower_.rstrip(".")
    initials = bool(re.fullmatch(r"(?:[A-Z]\.?){1,2}", span[0].text)) and len(span) == 2
    formal = LEGAL_FORM.search(span.text) is not None and not (len(span) == 2 and span[1].text in SURNAMES)
    formal = formal or (len(span) > 2 and span[-1].text in load_bodies()[1]) or span[-1].lower_ in CAMPAIGN
    if not 2 <= len(span) <= 3 or formal or not all(t.text[:1].isupper() for t in span):
        return False
    rank = span[0].text in RANKS
    if first not in load_given_names() and not initials and not rank:
        return False
    if (stands_among_people(span) or is_described(span)) and not initials:
        return True
    doc, last, parts = span.doc, span[-1].text, {span[0].text, span[-1].text}
    alone = [other for part in parts for other in index_entities(doc).get(part, ())]
    if any(label_of(other.label_) == "PERSON" for other in alone):
        return True
    if any(
        token.i != span[-1].i
        and token.dep_ in SUBJECT
        and is_acting(token)
        and not (token.i and doc[token.i - 1].lower_ == "the")
        for token in index_words(doc).get(last, ())
    ):
        return True
    before = doc[span.start - 1].lower_.rstrip(".") if span.start else ""
    acts = is_acting(span.root) and span.root.dep_ in SUBJECT
    calling = span.start > 0 and doc[span.start - 1].lemma_.lower() in CALLINGS
    return calling or before in CALLINGS or before in load_titles() or (acts and not initials)


def stands_among_people(span: TokenSpan) -> bool:
    """Tell whether a name is listed with people: "Ada Quill, Sela Orrin and Bo Dunn"."""
    root = span.root
    listed = [child for child in root.children if child.dep_ == "conj"]
    listed += [root.head, *(c for c in root.head.children if c.dep_ == "conj")] if root.dep_ == "conj" else []
    others = [token for token in listed if not span.start <= token.i < span.end]
    return bool(others) and all(label_of(token.ent_type_) == "PERSON" for token in others)


def is_described(span: TokenSpan) -> bool:
    """Tell whether an apposition calls a name's bearer a human being: "Sela Orrin, a contestant"."""
    doc = span.doc
    if span.end + 1 >= len(doc) or doc[span.end].text != ",":
        return False
    for noun in doc[span.end + 1 : span.end + 6]:
        described = load_descriptions().get(noun.lower_)
        if described is not None and described.type is EntityType.PERSON:
            return noun.dep_ in APPOSITION and span.start <= noun.head.i < span.end
    return False


def is_character(span: TokenSpan) -> bool:
    """Tell whether a name is of a part that somebody plays, and says and sues nothing itself: "plays Sela Orrin".

    Its kind may stand between ("playing young boxer Sela Orrin"), and the player after it ("Sela Orrin, played by").
    """
    doc, root, at = span.doc, span.root, span.start
    before = doc[max(0, at - 2) : at].text.lower()
    played = root.dep_ in OBJECT and root.head.lemma_.lower() in {"play", "portray"}
    while at > span.sent.start and doc[at - 1].pos_ in {"NOUN", "ADJ", "DET"} and not doc[at - 1].text[:1].isupper():
        at -= 1
    played = played or (at > 0 and doc[at - 1].lower_ in {"playing", "portraying"})
    after = [token.lower_ for token in doc[span.end : span.end + 5] if token.lower_ not in {",", "who", "is", "was"}]
    played = played or (after[1:2] == ["by"] and after[0] in {"played", "portrayed", "voiced"})
    cast = {token.lemma_.lower() for token in doc[max(0, span.start - 4) : span.start]} & {"return", "reprise", "cast"}
    played = played or (bool(cast) and before.endswith(" as"))
    # "her part as Sela", but "his role as Orrin attorney"
    described = span.end < len(doc) and doc[span.end].pos_ == "NOUN"
    played = played or (before in {"part as", "role as", "roles as"} and not described)
    if not (played or before == "role of" or before.endswith("character")):
        return False
    return not any(is_acting(token) for token in index_words(doc).get(span[-1].text, ()))
