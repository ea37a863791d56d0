"""Tells people's names by the words and the grammar around them, and finds where such a name begins and ends."""

from __future__ import annotations

import re

from graph.body_kinds import load_bodies
from graph.descriptions import load_descriptions, load_given_names, load_titles
from graph.memory import once_per_document
from graph.model import EntityType, Gender
from graph.name_types import CAMPAIGN, LEGAL_FORM, is_acting
from graph.nlp import label_of
from graph.residue import load_no_names, title_end
from graph.spans import index_entities, index_last_words, index_words
from graph.syntax import APPOSITION, OBJECT, SUBJECT
from graph.things import load_things
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan
from graph.works import QUOTES

CALLINGS = frozenset(
    (
        "actor actress singer rapper comedian songwriter director lawyer attorney judge boxer footballer presenter "
        "journalist reporter rep sen plaintiff author novelist photographer musician model filmmaker"
    ).split()
)
SURNAMES = frozenset({"Law", "Bank", "Union", "College", "Capital", "Partners", "Company", "Brothers"})
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
# "Ex-Quill" is no double-barrelled name
PREFIXES = frozenset("all anti co ex mid non once post pre pro self then un".split())
HYPHENED = frozenset("appointed approved backed endorsed era free led like nominated picked related style".split())
# the office that somebody holds, in letters: "DA Quill"
OFFICE_LETTERS = frozenset("ADA AG APS Const Cst DA DCI DCS DNI DPP DSI MEP MP MSP QC SVP VP".split())
# a verb of letters: "Quill DMed the account"
LETTERED_VERB = re.compile(r"[A-Z]{2,}ed")
# what signs and headlines call for, and the endings of what headlines tell: "Impeach Quill", "Probing Quill"
SLOGANS = frozenset(
    "Ban Believe Boycott Cancel Confirm Defund Draft Dump Elect Fire Free Impeach Never Oust Recall Remove Save Stop "
    "Support Thank".split()
)
VERBAL = ("ed", "ing")
SHORTEST_VERBAL = 6
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
    placed = label == "PLACE" and entity.text in load_no_names()[1]
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


def after_calling(span: TokenSpan) -> TokenSpan:
    """Return a person's name without the office that the model read into it: "Policy Adviser Bo Dunn"."""
    for at in range(span.end - 3, span.start - 1, -1):
        described = load_descriptions().get(span.doc[at].lower_)
        if span.doc[at].text.replace(".", "") in OFFICE_LETTERS and span.doc[at + 1].text.istitle():
            return span.doc[at + 1 : span.end]
        if (
            described is not None
            and described.type is EntityType.PERSON
            and (span.doc[at + 1].lower_ in load_given_names() and span.doc[at].lower_ not in load_given_names())
        ):
            return span.doc[at + 1 : span.end]
    return span


def complete_name(span: TokenSpan) -> TokenSpan:
    """Add to a lone given name or surname the other half, which the model left off: "told Sela Orrin"."""
    doc, start, end = span.doc, span.start, span.end
    if bracketed := with_brackets(span):
        return bracketed
    if len(span) > 1:
        return span
    if start and doc[start - 1].text in {"Prince", "Princess"} and doc[start - 1].ent_type_ in {"", span.label_}:
        return doc[start - 1 : end]
    if start >= title_end(doc):
        # in a headline a verb looks like a name: "Quill Standoff Escalates"
        whole = start > 0 and is_second_half(span[0], doc[start - 1]) and is_other_half(doc[start - 1])
        if whole and not calls_for(doc[start - 1 : end]):
            return doc[start - 1 : end]
        # pages glue "President Quill" to a list that begins with "Ada Quill"
        anew = end < len(doc) and doc[end].lower_ in load_given_names() and span[0].lower_ not in load_given_names()
        if end < len(doc) and not anew and is_second_half(doc[end], span[0]):
            return doc[start : end + 1]
    if (
        span[0].lower_ in load_given_names()
        and end < len(doc)
        and is_name_part(doc[end])
        and not is_surname_of_others(span[0], doc[end])
    ):
        end += 1
    elif start > 0 and doc[start - 1].lower_ in load_given_names() and is_name_part(doc[start - 1]):
        start -= 1
    return doc[start:end]


def is_surname_of_others(token: Token, following: Token) -> bool:
    """Tell whether what may be a given name is a surname in the text, "Clay" of "Ada Clay", and no name with the next.

    So "Clay Aides Testify" names no Clay Aides.
    """
    names = [name for name in index_last_words(token.doc).get(token.text, ()) if label_of(name.label_) == "PERSON"]
    if not any(len(name) > 1 and name[0].lower_ in load_given_names() for name in names):
        return False
    return not any(
        name[0].text == token.text and len(name) > 1 for name in index_last_words(token.doc).get(following.text, ())
    )


def with_brackets(span: TokenSpan) -> TokenSpan | None:
    """Return a name of which a quotation gives one half in brackets: "[Ada] Quill", "Ada [Quill]"; None for others."""
    doc, start, end = span.doc, span.start, span.end
    if len(span) > 1:
        signs = [token.text for token in span]
        before = start > 0 and doc[start - 1].text == "[" and "]" in signs
        behind = end < len(doc) and doc[end].text == "]" and "[" in signs
        return doc[start - before : end + behind] if before or behind else None
    for first in range(max(0, start - 3), start + 1):
        window = doc[first : first + 4]
        halves = [token for token in window if token.text not in {"[", "]"}]
        order = "".join("." if token in halves else token.text for token in window)
        if order in {"[.].", ".[.]"} and span[0] in halves and all(map(is_other_half, halves)):
            given = halves[0].lower_ in load_given_names() or label_of(halves[0].ent_type_) == "PERSON"
            # "unlike Cy [Quill] has paid" stands for "he has" in an article on Ada Quill
            full = index_last_words(doc).get(halves[1].text, ())
            another = bool(full) and all(name[0].text != halves[0].text for name in full)
            return window if given and not another and halves[1].pos_ == "PROPN" else None
    return None


def is_second_half(token: Token, first: Token) -> bool:
    """Tell whether the tree makes a word the second half of a name that its neighbour begins."""
    return token.dep_ == "flat" and token.head == first and len(token) > 1 and is_other_half(token)


def is_other_half(token: Token) -> bool:
    """Tell whether a word that the tree makes one name with its neighbour is a person's too: "Ada" in "Ada Quill"."""
    known = label_of(token.ent_type_) in {"", "PERSON"} and token.text.isalpha() and token.text.istitle()
    if token.lower_ in load_given_names():
        return known
    # "Impeaching Quill" is a headline's
    verbal = token.text.endswith("ing") or token.text in SLOGANS
    return known and not verbal and token.lower_ not in load_titles() and token.lower_ not in load_descriptions()


def is_name_part(token: Token) -> bool:
    """Tell whether a capitalised word next to a name can belong to it: no word of another name, no title, no verb."""
    plain = token.text.isalpha() and token.text.istitle() and token.ent_type_ == ""
    return plain and token.lower_ not in load_titles() and token.pos_ in {"PROPN", "NOUN", "ADJ", "ADV"}


def trim_person(span: TokenSpan) -> TokenSpan:
    """Cut off a person's name what is no part of it: a verb or calling before ("Musician"), a lower-case word after."""
    doc, start, end = span.doc, span.start, span.end
    while (
        end - start > 1
        and doc[start].lower_ not in load_given_names()
        and (
            doc[start].text.replace(".", "") in OFFICE_LETTERS
            or (start > 0 and doc[start - 1 : start + 1].text.lower() == "pro tem")
            or doc[start].pos_ in {"VERB", "ADP", "SCONJ", "ADV", "PRON", "AUX"}
            or doc[start].text in load_things("natives")
            or (end - start > 2 and doc[start].lower_ in load_descriptions())
        )
    ):
        start += 1
    if end - start == 2 and calls_for(doc[start:end]):
        start += 1
    inner = start + 1
    while (
        inner < end
        and not LETTERED_VERB.fullmatch(doc[inner].text)
        and doc[inner].text not in {"[", "(", "—"}
        and not (doc[inner].text[:1].islower() and doc[inner].pos_ in {"VERB", "NOUN", "ADP", "ADV", "AUX"})
    ):
        inner += 1
    return doc[start:inner]


def calls_for(span: TokenSpan) -> bool:
    """Tell whether a slogan's or a headline's verb stands before a surname that others have: "Impeach Quill".

    So it is where the text gives the surname alone, or another first name to it.
    """
    first, surname = span[0].text, span[1].text
    verbal = first.istitle() and first.endswith(VERBAL) and len(first) >= SHORTEST_VERBAL
    if not (verbal or first in SLOGANS) or first.lower() in load_given_names():
        return False
    others = (*index_last_words(span.doc).get(surname, ()), *index_entities(span.doc).get(surname, ()))
    bearers = [other for other in others if label_of(other.label_) == "PERSON"]
    return any(other[0].lower_ in load_given_names() for other in bearers if len(other) > 1) or (
        first in SLOGANS and any(len(other) == 1 for other in bearers))  # fmt: skip


def extend_person(span: TokenSpan) -> TokenSpan:
    """Return a person's name with what the model left off: 'Ada "Bo" Quill', "Quill-Dunn"."""
    doc, start, end = span.doc, span.start, span.end
    if is_nickname_between(doc, start, end):
        return doc[start : end + 4]
    opened = any(token.text in QUOTES for token in span)
    closing = end if opened or end >= len(doc) or doc[end].text not in QUOTES else end + 1
    if opened or closing > end:
        while closing < min(len(doc), end + 4) and doc[closing].text not in QUOTES:
            closing += 1
        quoted = doc[end : closing + 2]
        capitals = [token.text[:1].isupper() for token in quoted if token.text not in QUOTES]
        if (
            closing + 1 < len(doc)
            and doc[closing].text in QUOTES
            and capitals
            and all(capitals)
            and not quoted[0].is_space
            # "Ada Quill ‘Lied To Her Aides’ About …" is a headline
            and quoted[-1].pos_ not in {"ADP", "AUX", "CCONJ", "PRON", "SCONJ", "VERB"}
        ):
            return doc[start : closing + 2]
    if start > 1 and doc[start - 1].text == "-" and doc[start - 2].text.istitle() and not doc[start - 2].whitespace_:
        start -= 0 if is_apart(doc[start - 2], doc[start]) or joins_another(doc[start - 2], doc[start]) else 2
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].text.istitle() and not doc[end].whitespace_:
        end += 0 if is_apart(doc[end - 1], doc[end + 1]) or joins_another(doc[end - 1], doc[end + 1]) else 2
    following = doc[end + 1] if end + 1 < len(doc) and doc[end].text == "," else doc[min(end, len(doc) - 1)]
    if following.text.rstrip(".") in SUFFIXES and following.i >= end:
        end = following.i + 1
    return doc[start:end]


def is_nickname_between(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a nickname in brackets parts a given name from its surname: "Adeline (Ada) Quill"."""
    if end - start != 1 or end + 3 >= len(doc) or (doc[end].text, doc[end + 2].text) != ("(", ")"):
        return False
    nickname, surname = doc[end + 1], doc[end + 3]
    given = doc[start].lower_ in load_given_names()
    return given and nickname.text.istitle() and surname.text.istitle() and surname.pos_ == "PROPN"


def is_apart(left: Token, right: Token) -> bool:
    """Tell whether a hyphen joins no surname: "Ex-Quill", or "Quill-Dunn" where the text names both alone."""
    if left.lower_ in PREFIXES or right.lower_ in HYPHENED:
        return True
    doc, parts = left.doc, {left.text, right.text}
    bearers = {part for part in parts if len(index_words(doc)[part]) > 1 and any(
        label_of(other.label_) == "PERSON" and not touches_hyphen(other)
        for other in (*index_entities(doc).get(part, ()), *index_last_words(doc).get(part, ())))}  # fmt: skip
    return bearers == parts


def joins_another(left: Token, right: Token) -> bool:
    """Tell whether a hyphen stands between somebody's surname and another's full name: "the Dunn-Ada Quill line"."""
    doc, given = left.doc, load_given_names()
    following = doc[right.i + 1] if right.i + 1 < len(doc) else right
    whole = right.lower_ in given and left.lower_ not in given and following.ent_iob_ == "I"
    return whole and any(
        label_of(other.label_) == "PERSON" and not touches_hyphen(other)
        for other in index_last_words(doc).get(left.text, ()))  # fmt: skip


def touches_hyphen(span: TokenSpan) -> bool:
    """Tell whether a hyphen stands right before or after a name."""
    doc = span.doc
    return (span.start > 0 and doc[span.start - 1].text == "-") or (span.end < len(doc) and doc[span.end].text == "-")


def with_stage_title(span: TokenSpan) -> TokenSpan:
    """Return a lone name with the title that is part of it: "Dr. Sela" of a singer, where no "Ada Sela" stands."""
    doc, start = span.doc, span.start
    before = start - 2 if start > 1 and doc[start - 1].text == "." else start - 1
    if len(span) > 1 or before < 0 or doc[before].text not in {"Dr", "Dr."}:
        return span
    surname = any(
        other[-2].text not in {"Dr", "Dr.", "."}
        for other in index_last_words(doc).get(span.text, ())
        if label_of(other.label_) == "PERSON"
    )
    return span if surname else doc[before : span.end]


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
