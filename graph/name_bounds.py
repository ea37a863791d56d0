"""Finds where a person's name begins and ends: without an office or a verb, with its other half and its nickname."""

from __future__ import annotations

import re

from graph.descriptions import load_descriptions, load_given_names, load_titles
from graph.model import EntityType
from graph.nlp import label_of
from graph.residue import title_end
from graph.spans import index_entities, index_last_words, index_words
from graph.things import load_things
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan
from graph.works import QUOTES

SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
# "Ex-Quill" is no double-barrelled name
PREFIXES = frozenset("all anti co ex mid non once post pre pro self then un".split())
HYPHENED = frozenset("appointed approved backed endorsed era free led like nominated picked related style".split())
# the office that somebody holds, in letters: "DA Quill"
OFFICE_LETTERS = frozenset("ADA AG APS Const Cst DA DCI DCS DNI DPP DSI LTC LTG MEP MP MSP QC SFC SSG SVP VP".split())
# "Quill", "McQuill", "O'Quill", "LaQuill"
CASED = re.compile(r"(?:Mc|Mac|Fitz|De|Di|La|Le|Van|O['’])?[^\W\d_a-z][^\W\d_A-Z]*(?:['’][^\W\d_A-Z]+)?")
# a verb of letters: "Quill DMed the account"
LETTERED_VERB = re.compile(r"[A-Z]{2,}ed")
# what signs and headlines call for, and the endings of what headlines tell: "Impeach Quill", "Probing Quill"
SLOGANS = frozenset(
    "Ban Believe Boycott Cancel Confirm Defund Draft Dump Elect Fire Free Impeach Never Oust Recall Remove Save Stop "
    "Support Thank".split()
)
VERBAL = ("ed", "ing")
SHORTEST_VERBAL = 6
# the surnames of Koreans, which come first
KOREAN = frozenset(
    "Ahn Bae Ban Cha Cho Choe Choi Chun Chung Han Hong Hwang Jang Jeong Jo Jung Kang Kim Kwon Lee Lim Moon Oh Paik Pak "
    "Park Ri Roh Seo Shin Sohn Son Song Yang Yoo Yoon Yu Yun".split()
)


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
    known = label_of(token.ent_type_) in {"", "PERSON"} and CASED.fullmatch(token.text) is not None
    if token.lower_ in load_given_names():
        return known
    # "Impeaching Quill" is a headline's
    verbal = token.text.endswith("ing") or token.text in SLOGANS
    return known and not verbal and token.lower_ not in load_titles() and token.lower_ not in load_descriptions()


def is_name_part(token: Token) -> bool:
    """Tell whether a capitalised word next to a name can belong to it: no word of another name, no title, no verb."""
    plain = token.ent_type_ == "" and CASED.fullmatch(token.text) is not None
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
    if end - start > 1 and is_office_word(doc, start):
        start += 1
    if end - start > 1 and doc[start].text == doc[start + 1].text and is_surname(doc[start]):
        start += 1
    if end - start > 1 and is_minute(doc, end - 1):
        end -= 1
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


def is_office_word(doc: Doc, start: int) -> bool:
    """Tell whether a name's first word ends the title before it: "Secretary of [State Quill]"."""
    if start < 2 or doc[start - 1].lower_ != "of" or doc[start].lower_ in load_given_names():
        return False
    described = load_descriptions().get(doc[start - 2].lower_)
    office = described is not None and described.type is EntityType.PERSON
    return office and doc[start - 2].text[:1].isupper() and doc[start].text in load_things("portfolios") | {"State"}


def is_surname(token: Token) -> bool:
    """Tell whether a word is the surname of somebody whose first name the document gives, and no such name itself."""
    names = index_last_words(token.doc).get(token.text, ())
    return any(len(name) > 1 and name[0].text != token.text for name in names if label_of(name.label_) == "PERSON")


def is_minute(doc: Doc, at: int) -> bool:
    """Tell whether a number in brackets behind a name is when a player came on: "Bo Dunn (Quill 61)"."""
    closed = at + 1 < len(doc) and doc[at + 1].text == ")"
    return closed and doc[at].text.isdigit() and len(doc[at]) < len("100")


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
    if end + 1 < len(doc) and doc[end].text == "-" and is_last_syllable(doc[start:end], doc[end + 1]):
        end += 2
    following = doc[end + 1] if end + 1 < len(doc) and doc[end].text == "," else doc[min(end, len(doc) - 1)]
    if following.text.rstrip(".") in SUFFIXES and following.i >= end:
        end = following.i + 1
    return doc[start:end]


def is_last_syllable(span: TokenSpan, token: Token) -> bool:
    """Tell whether what a hyphen ties to a Korean name is its last syllable: "Kim Yu-na"."""
    glued = not token.nbor(-1).whitespace_ and not span[-1].whitespace_
    return glued and len(span) == 2 and span[0].text in KOREAN and token.text.islower() and token.lower_ not in HYPHENED


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
