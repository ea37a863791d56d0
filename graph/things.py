"""Tells the names of things from those of people and bodies: contests, days, places, products, offices, animals."""

from __future__ import annotations

import re
from functools import cache

from graph.body_kinds import load_bodies, load_kinds
from graph.memory import once_per_document
from graph.model import EntityType
from graph.schema import FOLDER, read_toml
from graph.spans import index_entities, index_last_words, index_words
from graph.syntax import GENITIVES, SUBJECT
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan

# what an exchange calls a share: "Quill Inc. QLL, -4.49%", "Dunn <DNN.L>"
TICKER = re.compile(r"[A-Z]{1,5}(?:\.[A-Z]{1,2})?")
CHANGE = re.compile(r"[+\-−–]\d.*")
# a bill of an assembly, "SB12", an aircraft, a missile or a car, "the MD-80", but not a gang of two digits, "MS-13"
MODEL = re.compile(
    r"(?:AB|HB|HR|SB)-?\d{1,4}|(?:[A-Z][a-z]+ )?(?:[A-LN-Z]|DC|MD|SU|Su|MiG|AH|CH|UH|HH|KC)-?\d{2,3}[A-Z]?s?"
)
# one of a series: "QP-7", "QP-12"
STEM = re.compile(r"([A-Z]{1,4}-)\d{1,3}")
# "iOS 14", "the Mac Lite", "Article 32"
LINE = re.compile(r"(?:iOS|macOS|Mac|iPhone|iPad|Kindle|Xbox|PlayStation)(?: [\w.]+){1,2}|(?:Article|Section) [\dIVX]+")
YEAR = re.compile(r"(?:19|20)\d\d")
MUNICIPAL = frozenset("borough city commune hamlet island municipality port suburb town village".split())
GAMES = frozenset("Asian Commonwealth Invictus Olympic Olympics Paralympic Summer Winter".split())
# "a Quill", "her Quill" is what a maker's name stands for, and so is "a 2003 Quill sedan"
COUNTING = frozenset("a an his her my our their".split())
APART = frozenset({*GENITIVES, "(", "-", "/"})
VEHICLES = frozenset(
    "car coupe hatchback jeep limousine lorry motorbike motorcycle pickup saloon sedan sports suv".split()
)
LOOKS = frozenset(
    "beige black blue brown gold gray green grey luxury maroon navy orange pink purple red silver white".split()
)
# what a nation has one of, and people speak of as theirs: "a divided Congress"
STATELY = frozenset({"Assembly", "Cabinet", "Capitol", "Congress", "House", "Parliament", "Pentagon", "Senate"})
SPEAKING = frozenset("accuse add announce argue claim confirm decline deny hire insist own recall say sue tell".split())
GOODS = frozenset("cars devices drugs gadgets guns models phones products rifles vehicles".split())
HONOURS = frozenset("Award Awards Emmy Emmys Grammy Grammys Medal Oscar Oscars Prize Trophy".split())
# to which people come and which no title ends in
GATHERINGS = frozenset({"Ceremony", "Championship", "Championships", "Conference", "Dinner", "Gala", "Summit"})
QUOTATION = frozenset("\"'“”‘’`")
LAST_WORDS = ("contests", "days", "ideas", "papers", "places", "regions", "wars")
LINKING = frozenset({"and", "&", ",", "of", "the"})
BODILY = frozenset({EntityType.ORGANIZATION, EntityType.PERSON})
MEMBERSHIPS = frozenset({"MP", "MSP", "MEP", "member", "councillor", "candidate"})
INHABITANTS = frozenset("couple girl man mother native pensioner resident student teenager woman".split())
NAMED_SO = frozenset({"called", "named"})


@cache
def load_things(array: str) -> frozenset[str]:
    """Return one array of the words that things are named by."""
    return frozenset(read_toml(FOLDER / "things.toml")[array])


def is_thing(span: TokenSpan, kind: EntityType) -> bool:
    """Tell whether what was taken for a person or a body is a thing: an event, a place, a product, an office."""
    if kind is EntityType.MEDIA_OUTLET:
        return is_made(span) or is_honour(span)
    if kind is EntityType.WORK:
        return is_no_title(span)
    if kind not in BODILY:
        return False
    text = span.text
    if text in load_things("bodies"):
        return False
    if text in load_things("known") or text in load_things("natives") or is_share(span) or is_of_kind(span):
        return True
    if is_municipal(span) or is_honour(span):
        return True
    if kind is EntityType.PERSON:
        if len(span) > 1 and span[0].text in {"Fort", "Ft.", "Mount", "Mt."}:
            return True
        return text in load_things("characters") or is_animal(span) or is_seat_of(span) or is_counted_as_many(span)
    if is_counted(span) or is_listed_good(span) or is_programme(span) or span.text == "Games":
        return True
    return (len(span) > 1 and ends_as_thing(span)) or is_model(span) or is_portfolio(span)


def is_counted(span: TokenSpan) -> bool:
    """Tell whether a maker's name stands for one of the things it makes: "a silver Quill hit him", "a Quill sedan".

    So it does elsewhere in the document then, where nobody of that name says anything: "the Quill sped off".
    """
    if span.text in load_bodies()[0] or span[-1].text in STATELY:
        return False
    if counts_one(span):
        return True
    return len(span) < 3 and span.text in list_counted(span.doc)


@once_per_document
def list_counted(doc: Doc) -> frozenset[str]:
    """Return the names that a document counts as things are, and that nobody bears who speaks."""
    return frozenset(
        text
        for text, same in index_entities(doc).items()
        if any(counts_one(other) for other in same) and not any(speaks(other.root) for other in same)
    )


def speaks(root: Token) -> bool:
    """Tell whether a name says or is asked something, or owns it, as a company does."""
    following = root.doc[root.i + 1] if root.i + 1 < len(root.doc) else None
    owns = following is not None and following.text in GENITIVES
    return owns or (root.dep_ in SUBJECT and root.head.lemma_.lower() in SPEAKING)


def counts_one(span: TokenSpan) -> bool:
    """Tell whether a name is counted as things are: "a silver Quill", "his 2003 Quill", "a Quill sedan"."""
    doc, at, end = span.doc, span.start - 1, span.end
    following = doc[end] if end < len(doc) else None
    if following is not None and following.lower_ in VEHICLES and following.text.islower():
        return True
    while at >= 0 and span.start - at < 5 and doc[at].lower_ not in COUNTING and is_shown(doc[at]):
        at -= 1
    if at < 0 or len(span) > 3 or doc[at].lower_ not in COUNTING or span.root.pos_ not in {"PROPN", "NOUN"}:
        return False
    # "a retail giant Quill" is the giant
    plain = all(token.pos_ != "NOUN" or token.lower_ in LOOKS for token in doc[at + 1 : span.start])
    alone = following is None or (following.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} and following.text not in APART)
    return alone and plain and not any(token.lower_ in load_kinds("nouns") for token in span)


def is_shown(token: Token) -> bool:
    """Tell whether a word can say how a thing looks or of which year it is: "silver", "2003", "white-gold"."""
    return token.pos_ in {"ADJ", "NOUN", "NUM"} or token.text == "-"


def is_programme(span: TokenSpan) -> bool:
    """Tell whether a name is only that of a programme: "the Safe Harbors program", not "the QLP program"."""
    doc, start, end = span.doc, span.start, span.end
    if len(span) < 2 or span.text.isupper() or not start or doc[start - 1].lower_ != "the":
        return False
    after = doc[end].text if end < len(doc) else ""
    return after in {"initiative", "program", "programme", "scheme"} and not any(
        token.lower_ in load_kinds("nouns") for token in span)  # fmt: skip


def is_listed_good(span: TokenSpan) -> bool:
    """Tell whether a name is one of what is made or sold: "new products, including the Quill Mini"."""
    doc, at = span.doc, span.start - 1
    if at > 0 and doc[at].lower_ in {"a", "the"}:
        at -= 1
    if at > 1 and doc[at - 1 : at + 1].text.lower() == "such as":
        at -= 1
    elif at < 1 or doc[at].lower_ not in {"including", "like"}:
        return False
    before = at - 2 if doc[at - 1].text == "," else at - 1
    return before >= 0 and doc[before].lower_ in GOODS


def is_model(span: TokenSpan) -> bool:
    """Tell whether letters and digits are those of a machine, or differ from others of a document only in the digits.

    "the MD-80"; "from QP-7 to QP-8" are marks of a scale.
    """
    if MODEL.fullmatch(span.text) or LINE.fullmatch(span.text):
        return True
    stem = STEM.fullmatch(span.text)
    alike = (STEM.fullmatch(text) for text in index_entities(span.doc) if text != span.text) if stem else ()
    return any(other is not None and stem is not None and other[1] == stem[1] for other in alike)


def ends_as_thing(span: TokenSpan) -> bool:
    """Tell whether the last words of a name are those of a contest, a day, a plan or a place: "the Arden Cup"."""
    last, before = span[-1].text, span[-2].text
    # "the Office of Harbor Reform" is a body whatever its name ends in
    heads = (token for token in span[:-2] if token.text in load_things("heads"))
    if any(token.nbor().lower_ in {"for", "of", "on"} for token in heads):
        return False
    # "House Democrats" are many people
    if last in {"Democrats", "Dems", "Republicans"} and before in {"Congressional", "House", "Senate", "State"}:
        return True
    if any(last in load_things(array) for array in LAST_WORDS):
        return True
    # "Harbor Games" is a company
    if last == "Games" and (before in GAMES or before in load_things("hosts")):
        return True
    # "Coastal Nationalism"
    if last.endswith("ism") and len(last) > 5:
        return True
    # "Election 2016", "Group D"
    if YEAR.fullmatch(last) or (len(span) == 2 and before in {"Group", "Pool", "Season", "Stage"} and len(last) == 1):
        return True
    if last == "League" and before in load_things("leagues"):
        return True
    unit = last in {"Program", "Programme"} and before not in {"Food", "Environment", "Development"}
    owner = span.end < len(span.doc) and span.doc[span.end].text in GENITIVES
    return unit or (last == "Field" and before not in {"and", "&"} and not owner) or is_made(span)


def is_no_title(span: TokenSpan) -> bool:
    """Tell whether what was taken for a work is a part of one, a war or an office: "Season 3", "Secretary of Tides"."""
    parted = len(span) == 2 and span[0].text in {"Episode", "Season", "Series"} and span[1].text.isdigit()
    office = len(span) > 2 and span[0].text in {"Director", "Secretary", "Minister"} and span[1].lower_ == "of"
    # "No. 7 in the charts"
    placed = len(span) == 2 and span[0].text == "No." and span[1].text.isdigit()
    quoted = span.start > 0 and span.doc[span.start - 1].text in QUOTATION
    halves = [span[:at].text for at in range(1, len(span)) if span[at].lower_ in {"and", "or"}]
    if not load_bodies()[0].isdisjoint(halves):
        # "the CIA or the FBI"
        return True
    gathering = not quoted and len(span) > 1 and span[-1].text in HONOURS | GATHERINGS
    if gathering or span[:2].text in {"Battle of", "Gang of"}:
        return True
    return parted or office or placed or span[:2].text == "World War" or span.text in load_things("known")


def is_share(span: TokenSpan) -> bool:
    """Tell whether a lone name is what an exchange calls a share: "QLL, -4.49%", "<QLL.L>"."""
    doc, end = span.doc, span.end
    if len(span) > 2 or not TICKER.fullmatch(span.text.strip("<>")):
        return False
    return (span.start > 0 and doc[span.start - 1].text == "<") or span[0].text == "<" or quotes_change(doc, end)


def quotes_change(doc: Doc, at: int) -> bool:
    """Tell whether how far a share rose or fell stands at a token: ", -4.49%"."""
    return at + 1 < len(doc) and doc[at].text == "," and CHANGE.match(doc[at + 1 : at + 3].text) is not None


def cut_ticker(span: TokenSpan) -> TokenSpan:
    """Return a body's name without what an exchange calls its share: "Quill Inc. QLL" before ", -4.49%"."""
    if len(span) > 1 and TICKER.fullmatch(span[-1].text) and quotes_change(span.doc, span.end):
        return TokenSpan(span.doc, span.start, span.end - 1, label=span.label_)
    return span


def is_of_kind(span: TokenSpan) -> bool:
    """Tell whether the noun beside a name calls a thing so: "the painkiller Solvex", "the Solvex virus"."""
    doc, start, end = span.doc, span.start, span.end
    if end < len(doc) and doc[end].lower_ in load_things("ailments") and not span.text.isupper():
        return True
    before = doc[start - 1] if start else None
    return before is not None and before.lower_ in load_things("kinds") and before.text.islower() and (
        start > 1 and not is_owned(doc, start) and before.pos_ == "NOUN")  # fmt: skip


def is_owned(doc: Doc, start: int) -> bool:
    """Tell whether a name begins a clause on the noun before it: "the ship Quill bought"."""
    head = doc[start]
    while head.i < len(doc) - 1 and doc[head.i + 1].text[:1].isupper():
        head = doc[head.i + 1]
    return head.i + 1 < len(doc) and doc[head.i + 1].pos_ in {"VERB", "AUX"} and head.head.dep_ in {"relcl", "acl"}


def is_animal(span: TokenSpan) -> bool:
    """Tell whether a name is an animal's: "her dog Quill", "Quill the poodle", "a cat named Quill"."""
    known, name = answer_animals(span.doc), (span[0].text, len(span))
    if name not in known:
        known[name] = any(names_animal(token, len(span)) for token in index_words(span.doc).get(span[0].text, ()))
    return known[name]


@once_per_document
def answer_animals(doc: Doc) -> dict[tuple[str, int], bool]:
    """Return where it is kept which names of a document, by first word and length, are an animal's."""
    return {}


def names_animal(token: Token, length: int) -> bool:
    """Tell whether a word for an animal stands beside a name of some words that begins at a token."""
    doc, end, animals = token.doc, token.i + length, load_things("animals")
    before = [other.lower_ for other in doc[max(0, token.i - 2) : token.i]]
    if before and (before[-1] in animals or (len(before) > 1 and before[-1] in NAMED_SO and before[0] in animals)):
        return end >= len(doc) or doc[end].pos_ not in {"NOUN"}
    following = doc[end : end + 5]
    if len(following) < 2 or following[0].lower_ not in {"the", ","}:
        return False
    if following[0].text == "," and following[1].lower_ not in {"a", "an", "the", "her", "his", "their"}:
        return False
    for other in following[1:]:
        if other.lower_ in animals:
            # "Quill, a dog walker"
            return other.i + 1 >= len(doc) or doc[other.i + 1].pos_ not in {"NOUN", "PROPN"}
        if other.pos_ not in {"ADJ", "NOUN", "PROPN", "DET", "PRON"}:
            return False
    return False


def is_seat_of(span: TokenSpan) -> bool:
    """Tell whether a name is the place that somebody sits for or is from: "the MP for Quill", "Lord Dunn of Quill"."""
    doc, start = span.doc, span.start
    if start < 1:
        return False
    before = doc[start - 1].lower_
    # "the Ardenham man denied it"
    if before == "the" and len(span) == 1 and span.end < len(doc) and doc[span.end].lower_ in INHABITANTS:
        return span.text not in index_last_words(doc)
    if start > 1 and before in {"for", "in"} and doc[start - 2].text in MEMBERSHIPS:
        return True
    return before == "of" and start > 2 and doc[start - 3].text in {"Baroness", "Lady", "Lord"}


def is_municipal(span: TokenSpan) -> bool:
    """Tell whether the words before a name call it a place: "the town of Quill"."""
    doc, start = span.doc, span.start
    return start > 2 and doc[start - 1].lower_ == "of" and doc[start - 2].text in MUNICIPAL and len(span) < 3 and (
        doc[start - 3].pos_ in {"DET", "ADJ", "NOUN", "PROPN"})  # fmt: skip


def is_honour(span: TokenSpan) -> bool:
    """Tell whether a name is a prize's, with the word for it behind: "a Quill Award", "the Quill-shortlisted novel"."""
    doc, end = span.doc, span.end
    if end < len(doc) and doc[end].text in HONOURS:
        return True
    return end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in {"shortlisted", "longlisted"}


def is_counted_as_many(span: TokenSpan) -> bool:
    """Tell whether a lone word that opens a sentence takes a plural verb: "Pickets were set up"."""
    doc, end = span.doc, span.end
    if len(span) > 1 or not span[0].is_sent_start or not span.text.endswith("s") or end >= len(doc):
        return False
    return doc[end].lower_ in {"are", "were", "have"} and len(index_words(doc)[span.text]) == 1


def is_made(span: TokenSpan) -> bool:
    """Tell whether a name is a well-known maker's and a thing's: "Apple Watch"."""
    return span[0].text in load_things("makers") and span[-1].text in load_things("made")


def is_portfolio(span: TokenSpan) -> bool:
    """Tell whether a name is but what somebody's office is about: "the Trade Secretary", "Director of Trade"."""
    doc, start, end = span.doc, span.start, span.end
    if not all(token.text in load_things("portfolios") or token.lower_ in LINKING for token in span):
        return False
    if end < len(doc) and doc[end].text in load_things("holders"):
        return True
    at = start - 2 if start > 1 and doc[start - 1].lower_ == "the" else start - 1
    return at > 0 and doc[at].lower_ in {"of", "on", "for"} and doc[at - 1].text in load_things("abouts")
