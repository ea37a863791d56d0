"""Tells what looks like a name and is none: common words, places, fragments, and what web pages leave in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.body_kinds import load_bodies
from graph.bracketed import ORGANS, find_laws, find_terms
from graph.crowds import is_advertised, is_no_name
from graph.descriptions import load_descriptions, load_given_names, load_titles
from graph.memory import once_per_document
from graph.model import EntityType
from graph.nlp import label_of
from graph.no_names import load_no_names
from graph.spans import entities_of, find_breaks, find_words, index_entities, index_last_words, index_words
from graph.syntax import GENITIVES, PASSIVE_SUBJECT, SUBJECT
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan

SEAT = re.compile(r",\s?[DRI]-[A-Z][\w.]*")
# "D-Conn.", "Sen.(R", "Quill'slawyers", "Clinton-", a lone letter
FRAGMENT = re.compile(r"[DRI]-[A-Z][\w.]*|[^\W_]+\.?\(.*|[^\W_]+['’]s[a-z]+|\W*\w\W*")
SITE = re.compile(r"[\w-]+\.(?:com|co|org|net|gov|edu|uk|tv|info)(?:\.\w+)?", re.IGNORECASE)
# what web pages glue together: the last word of a name and the first of a headline that a link shows
GLUED = re.compile(r"((?:Mc|Mac|O['’])?[A-Z][a-z]+)(?=[A-Z0-9])")
ECHO_REACH = 6
# what a body's name does not end in: "New York Rep."
OFFICES = frozenset(
    (
        "ambassador assemblyman assemblywoman chairman chairwoman chief commissioner congressman congresswoman "
        "correspondent councilman councilmember councilwoman director editor gov governor leader mayor minister "
        "president rep reporter secretary sen senator speaker spokesman spokesperson spokeswoman attorney "
        "anchor auditor candidate columnist comptroller controller coroner democrat judge marshal prosecutor "
        "sheriff treasurer"
    ).split()
)
JOINING = frozenset({"And", "Or", "Vs", "Of"})
# the kinds that bodies are called by for short: "the Bureau"
GENERIC_BODIES = frozenset(
    "administration agency association authority bank board bureau campaign center centre chamber church club college "
    "commission committee company corporation council department embassy federation foundation fund government group "
    "hospital institute institution league library ministry museum observatory office party police school service "
    "society trust union university".split()
)
STORMS = frozenset("cyclone hurricane hurricanes storm superstorm typhoon typhoons".split())
VERSUS = frozenset({"v", "v.", "vs", "vs."})
PLACED = frozenset("at from in near of outside".split())
# who holds an office in a town, and what stands there: "a Quill councilman"
HOMELY = frozenset({"airfield", "airport", "councillor", "councilman", "councilwoman", "resident", "residents"})
# what is called after people and is no body
NAMED_AFTER = frozenset("ferry ship yacht bridge tunnel trophy medal award prize expressway highway parkway".split())
# what is one's by name alone: "Quill's Theorem", "St. Quill's Day"
LEFT_TO_ALL = frozenset({"Day", "disease", "Eve", "Law", "Paradox", "Razor", "razor", "syndrome", "Theorem"})
QUOTATION = frozenset("\"'“”‘’`")
SHARE_OF_CAPITALS, LEAST_HEADLINE = 0.75, 5


@once_per_document
def find_echoes(doc: Doc) -> frozenset[int]:
    """Return the tokens between a surname and the next headline that begins with it: "Quill Ada Bea QuillJudge"."""
    found: set[int] = set()
    words = [word for word in index_words(doc) if not word.islower() and GLUED.match(word)]
    for token in (token for word in words for token in index_words(doc)[word]):
        glued = GLUED.match(token.text)
        if glued is None or token.text[: glued.end()] in {"Mc", "Mac"}:
            continue
        for at in range(token.i - 1, max(-1, token.i - 1 - ECHO_REACH), -1):
            if doc[at].text == glued[1]:
                found.update(range(at + 1, token.i + 1))
                break
    return frozenset(found)


def cut_residue(span: TokenSpan) -> TokenSpan | None:
    """Return a name without what a web page left in it: a site's address, a headline; None where nothing is left."""
    doc, echoes = span.doc, find_echoes(span.doc)
    start, end = span.start, span.end
    while start < end and start in echoes:
        start += 1
    at = start
    while (
        at < end
        and at not in echoes
        and not (at > start and (SITE.fullmatch(doc[at].text) or is_seat(doc, at, end) or is_repeated(doc, start, at)))
    ):
        at += 1
    return TokenSpan(doc, start, at, label=span.label_) if start < at else None


def is_repeated(doc: Doc, start: int, at: int) -> bool:
    """Tell whether a link follows or a name begins anew: "Ada Quill Ada QuillJudge", "Harbor News nowhttps://x"."""
    text = doc[at].text
    anew = at - start > 1 and len(text) > 2 and text == doc[start].text != doc[start + 1].text
    return "http" in text or (anew and label_of(doc[start].ent_type_) == "PERSON")


def is_seat(doc: Doc, start: int, end: int) -> bool:
    """Tell whether what stands between two tokens is a party and a state: ", D-Minn." behind a name."""
    return doc[start].text == "," and SEAT.fullmatch(doc[start:end].text) is not None


def is_residue(span: TokenSpan, kind: EntityType) -> bool:
    """Tell whether what was taken for a person's or a body's name is a common word, a place, a law or a fragment."""
    words, places, abbreviations = load_no_names()
    text, single = span.text, len(span) == 1
    if kind is EntityType.WORK:
        return is_headline_title(span) or is_advertised(span)
    if kind not in {EntityType.PERSON, EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET}:
        return False
    if text in abbreviations or text in find_laws(span.doc) or FRAGMENT.fullmatch(text):
        return True
    if (single and text in find_terms(span.doc)) or is_storm(span) or is_no_name(span):
        return True
    if single and text.lower().rstrip(".") in words and not is_bearer(span.doc, text):
        return True
    if is_headline_phrase(span) and (kind is not EntityType.MEDIA_OUTLET or not single):
        return True
    if kind is EntityType.MEDIA_OUTLET:
        return False
    if text.lower().startswith("www."):
        return True
    if kind is EntityType.ORGANIZATION:
        office = span[-1].lower_.rstrip(".") in OFFICES or span[-2:].text == "Attorney General"
        # "the Liberal Democrat" stands for a party
        office = office and text not in load_bodies()[0]
        # "the Norway-Belgium border"
        abroad = len(parts := text.split("-")) == 2 and all(part in places or part in {"US", "UK"} for part in parts)
        return abroad or ((is_family(span) or is_kind(span) or is_only_cited(span)) if single else office)
    if (text in places or text.title() in places) and not is_bearer(span.doc, text):
        return True
    if is_coupled(span) or is_placed(span) or lends_name(span) or (single and is_home(span)):
        return True
    if single and text.endswith(".") and text.lower().rstrip(".") in load_titles():
        # "Sen." where a name is torn from it
        return True
    # "Bo And Cal" is a show
    joined = not JOINING.isdisjoint(token.text for token in span[1:])
    return joined or (single and (is_family(span) or is_cited(span) or is_headline_word(span) or is_opener(span)))


@once_per_document
def find_storms(doc: Doc) -> frozenset[str]:
    """Return the words that stand behind one for a storm: "Hurricane Ada"."""
    return frozenset(doc[token.i + 1].text for token in find_words(doc, STORMS) if token.i + 1 < len(doc))


def is_storm(span: TokenSpan) -> bool:
    """Tell whether a name is a storm's: "Hurricane Ada"."""
    return (len(span) == 1 and span.text in find_storms(span.doc)) or span[0].lower_ in STORMS


def is_placed(span: TokenSpan) -> bool:
    """Tell whether what was taken for a person is a place: "in Ada Heath, Norfolk", where that is a place."""
    doc, start, end = span.doc, span.start, span.end
    if not start or end + 1 >= len(doc) or doc[start - 1].lower_ not in PLACED or doc[end].text != ",":
        return False
    region = doc[end + 1]
    return label_of(region.ent_type_) == "PLACE" and region.ent_iob_ == "B" and not is_bearer(doc, span.text)


def is_home(span: TokenSpan) -> bool:
    """Tell whether a lone name is where somebody is from or in office: "Quill-born Ada Dunn", "Quill Mayor Bo Dunn"."""
    same = (span, *index_entities(span.doc).get(span.text, ()))
    return any(map(says_home, same)) and not is_bearer(span.doc, span.text)


def says_home(span: TokenSpan) -> bool:
    """Tell whether the words behind a name show a place."""
    doc, end = span.doc, span.end
    if end + 1 >= len(doc):
        return False
    if doc[end].text in {"-", "‑"} and not doc[end - 1].whitespace_:
        return doc[end + 1].lower_ in {"area", "based", "born"}
    return doc[end].lower_ in HOMELY or (doc[end].text == "Mayor" and label_of(doc[end + 1].ent_type_) == "PERSON")


def lends_name(span: TokenSpan) -> bool:
    """Tell whether a thing is called after somebody: "the Ada Quill ferry", "the Quill Award", "Quill's Theorem"."""
    doc, start, end = span.doc, span.start, span.end
    following = doc[end].lower_ if end < len(doc) else ""
    if following in GENITIVES and end + 1 < len(doc) and doc[end + 1].text in LEFT_TO_ALL:
        return True
    return start > 0 and doc[start - 1].lower_ == "the" and following in NAMED_AFTER and len(span) > 1


def is_kind(span: TokenSpan) -> bool:
    """Tell whether a lone word is a kind of body, and the document names none that is called so: "the Bureau"."""
    word = span.text
    if word.lower() not in GENERIC_BODIES or word.isupper():
        return False
    return not any(
        label_of(entity.label_) == "ORG" and len(entity) > 1 and any(token.text == word for token in entity)
        for entity in entities_of(span.doc)
    )


@once_per_document
def find_bearers(doc: Doc) -> frozenset[str]:
    """Return the first and last words of the full names that the model found."""
    people = (name for last in index_last_words(doc).values() for name in last if label_of(name.label_) == "PERSON")
    return frozenset(word.text for name in people for word in (name[0], name[-1]))


def is_bearer(doc: Doc, word: str) -> bool:
    """Tell whether somebody in the document has a word for a given name or surname: "Ada London"."""
    return word in find_bearers(doc)


def is_coupled(span: TokenSpan) -> bool:
    """Tell whether a hyphen couples a name with another or a place: "the Quill-Russia report", not "Ada Osei-Quill"."""
    halves = span.text.split("-")
    if len(halves) != 2 or " " in span.text or not all(half[:1].isupper() for half in halves):
        return False
    places, last_words = load_no_names()[1], index_last_words(span.doc)
    if any(half in places for half in halves) or all(half in last_words for half in halves):
        return True
    if any(name.text.endswith(f" {span.text}") for name in last_words.get(span[-1].text, ())):
        return False
    return all(map(is_before_thing, index_entities(span.doc).get(span.text, [span])))


def is_before_thing(span: TokenSpan) -> bool:
    """Tell whether a name only says which thing is meant: "the Quill-Dunn bill", not "the Quill-Dunn aide"."""
    noun = span.doc[min(span.end, len(span.doc) - 1)]
    described = load_descriptions().get(noun.lemma_.lower())
    return noun.pos_ == "NOUN" and noun.text.islower() and (
        described is None or described.type is not EntityType.PERSON)  # fmt: skip


@once_per_document
def find_sides(doc: Doc) -> frozenset[str]:
    """Return the words beside a "v."."""
    places = (token.i for token in find_words(doc, VERSUS))
    return frozenset(doc[at].text for place in places for at in (place - 1, place + 1) if 0 <= at < len(doc))


def is_cited(span: TokenSpan) -> bool:
    """Tell whether a lone name is a party's in the name of a case, "Quill v. Dunn", and nobody's beside that.

    Where a title, a full name or what somebody says shows a person, the article tells of the case's parties.
    """
    return span.text in find_cited(span.doc)


@once_per_document
def find_cited(doc: Doc) -> frozenset[str]:
    """Return the names that are only parties of cited cases, and nobody's in the text itself."""
    return frozenset(name for name in sorted(find_sides(doc)) if is_only_party(doc, name))


def is_only_party(doc: Doc, text: str) -> bool:
    """Tell whether nothing but the name of a case shows somebody in a word."""
    found = index_words(doc).get(text, ())
    if stands_in_cases(found):
        return bool(found)
    acts = any(token.dep_ in SUBJECT | PASSIVE_SUBJECT and token.head.pos_ == "VERB" for token in found)
    titled = any(token.i and doc[token.i - 1].lower_.rstrip(".") in load_titles() for token in found)
    return not acts and not titled and not is_bearer(doc, text)


def is_only_cited(span: TokenSpan) -> bool:
    """Tell whether a lone name stands nowhere but in the name of a case: "since Quill v. Dunn"."""
    doc, text = span.doc, span.text
    return not text.isupper() and text in find_only_cited(doc)


@once_per_document
def find_only_cited(doc: Doc) -> frozenset[str]:
    """Return the words that stand nowhere but beside a "v."."""
    return frozenset(word for word in sorted(find_sides(doc)) if stands_in_cases(index_words(doc).get(word, ())))


def stands_in_cases(found: Sequence[Token]) -> bool:
    """Tell whether each of some words stands beside a "v."."""
    return all(
        any(token.doc[at].lower_ in VERSUS for at in (token.i - 1, token.i + 1) if 0 <= at < len(token.doc))
        for token in found
    )


def is_family(span: TokenSpan) -> bool:
    """Tell whether a lone name is several people's of one surname: "the Quills", where an Ada Quill is named."""
    text, doc = span.text, span.doc
    if not text.endswith("s") or len(text) < 4 or text in index_last_words(doc):
        return False
    bearers = (*index_last_words(doc).get(text[:-1], ()), *index_entities(doc).get(text[:-1], ()))
    return any(label_of(entity.label_) == "PERSON" for entity in bearers)


@once_per_document
def headline_end(doc: Doc) -> int:
    """Return where a headline in capitals ends that opens a document, 0 where none does."""
    end = next((token.i for token in find_breaks(doc)), 0)
    words = [token for token in doc[:end] if token.text.isalpha() and len(token) > 3]
    capitals = sum(token.text[:1].isupper() for token in words)
    return end if len(words) >= LEAST_HEADLINE and capitals >= SHARE_OF_CAPITALS * len(words) else 0


def is_headline_word(span: TokenSpan) -> bool:
    """Tell whether a lone word has its capital from the headline alone, where every word has one."""
    doc, text = span.doc, span.text
    if span.start >= headline_end(doc) or text.isupper() or text.lower() in load_given_names():
        return False
    return len(index_words(doc)[text]) == 1


def is_opener(span: TokenSpan) -> bool:
    """Tell whether a lone word opens a sentence and the text writes it small elsewhere: "Pickets were set up"."""
    token, doc = span[0], span.doc
    if not token.is_sent_start or token.lower_ in load_given_names() or len(index_words(doc)[token.text]) > 1:
        return False
    forms = {token.lower_, token.lower_.removesuffix("s")}
    return not forms.isdisjoint(find_small_words(doc))


def is_headline_title(span: TokenSpan) -> bool:
    """Tell whether what was taken for a title is words of a headline in capitals that no one quotes or writes again."""
    doc, end = span.doc, headline_end(span.doc)
    if span.end > end or not span.start:
        return False
    quoted = not set(span.text).isdisjoint(QUOTATION) or doc[span.start - 1].text in QUOTATION
    again = doc[end:].text.casefold()
    return not quoted and span.text.casefold() not in again


@once_per_document
def title_end(doc: Doc) -> int:
    """Return where a first line ends that is written in capitals as headlines are, however short; 0 where none is."""
    end = next((token.i for token in find_breaks(doc)), 0)
    words = [token for token in doc[:end] if token.text.isalpha() and len(token) > 3]
    capitals = sum(token.text[:1].isupper() for token in words)
    return end if end and doc[end - 1].text != "." and words and capitals >= SHARE_OF_CAPITALS * len(words) else 0


@once_per_document
def find_small_words(doc: Doc) -> frozenset[str]:
    """Return the words that a document writes in small letters below its headline."""
    first = title_end(doc)
    return frozenset(text for text, tokens in index_words(doc).items() if text.islower() and tokens[-1].i >= first)


def is_headline_phrase(span: TokenSpan) -> bool:
    """Tell whether a name is common words with the capitals of the headline: "HARBOR LOAN UP", and "the harbor loan".

    "Harbor Police" stays a body's, whatever the text writes small.
    """
    doc, end = span.doc, title_end(span.doc)
    if span.end > end or span[-1].lower_ in GENERIC_BODIES | ORGANS:
        return False
    words = [token for token in span if token.text.isalpha() and len(token) > 1]
    small, places = find_small_words(doc), load_no_names()[1]
    if not words or words[-1].lower_ not in small:
        return False
    if not all(token.lower_ in small or token.text.title() in places for token in words):
        return False
    below = (other for form in {words[-1].text, words[-1].text.title()} for other in index_words(doc).get(form, ()))
    return not any(other.i >= end and not other.is_sent_start for other in below)
