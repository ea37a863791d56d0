"""Finds the names of people, outlets, organizations, courts and works in a parsed document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from graph.body_kinds import load_bodies
from graph.body_names import (
    complete_body,
    find_governments,
    part_pair,
    without_remarks,
)
from graph.bracketed import find_terms
from graph.courts import find_courts, names_court
from graph.crowds import is_advertised
from graph.descriptions import load_descriptions, load_given_names, load_titles
from graph.everyday_words import drop_everyday
from graph.model import EntityType, Span
from graph.name_bounds import (
    SUFFIXES,
    after_calling,
    complete_name,
    extend_person,
    trim_person,
    with_stage_title,
)
from graph.name_types import (
    CREDIT_AFTER,
    NOT_BODIES,
    PERIODICALS,
    body_end,
    body_start,
    is_credited,
    is_nothing,
)
from graph.name_votes import (
    Name,
    join_subtitles,
    keep_longest,
    shorten_bodies,
    shorten_outlets,
    type_short_titles,
    vote_types,
)
from graph.nlp import label_of
from graph.outlets import Outlet, find_outlets
from graph.people import (
    RANKS,
    is_character,
    is_full_name,
    is_human,
)
from graph.residue import cut_residue, is_headline_title
from graph.settled_types import settle_type
from graph.spans import entities_of, entity_at, index_words, text_of
from graph.syntax import GENITIVES
from graph.things import cut_ticker, is_no_title
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan
from graph.works import (
    QUOTES,
    find_epithets,
    find_lone_titles,
    find_quoted,
    find_shown,
    stars_somebody,
)

TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "MEDIA": EntityType.MEDIA_OUTLET,
    "COURT": EntityType.COURT,
    "WORK": EntityType.WORK,
}
BODIES = frozenset({"ORG", "MEDIA", "COURT"})
SHORTEST_WORD = 3
MARKS = QUOTES | GENITIVES
# a name never ends in one of these, though a model may say so
TRAILING = frozenset("for in of at on by with to from and or the a that who".split())
FIRST, WORD_SIGN = re.compile(r"\w+|[^\w\s]"), re.compile(r"\w")


def trim(span: TokenSpan) -> TokenSpan | None:
    """Cut quotation marks, a leading article, titles and a possessive ending off a name; None if nothing is left."""
    doc, start, end = span.doc, span.start, span.end
    while start < end and (doc[start].text in QUOTES or doc[start].is_space or doc[start].is_punct):
        start += 1
    while (
        end > start
        and not is_own_possessive(doc[start:end])
        and (
            doc[end - 1].text in MARKS
            or doc[end - 1].is_space
            or doc[end - 1].text in {",", ";", ":", "-", "–", "—", "(", ")"}
            or (end - start > 1 and doc[end - 1].text in TRAILING)
            or (end - start > 1 and label_of(span.label_) == "MEDIA" and doc[end - 1].text in PERIODICALS)
        )
    ):
        end -= 1
    if label_of(span.label_) != "WORK" and end - start > 1 and doc[start].lower_ in {"the", "a", "an"}:
        start += 1
    if label_of(span.label_) in BODIES and end - start > 1 and describes_name(doc[start]):
        start += 1
    if label_of(span.label_) == "PERSON":
        while end - start > 1 and doc[start].lower_.rstrip(".") in load_titles():
            # "Prince Ada" has no other name, "Sir Ada Quill" has
            if end - start == 2 and doc[start].text in RANKS:
                break
            start += 1
    return TokenSpan(doc, start, end, label=span.label_) if start < end else None


def is_own_possessive(span: TokenSpan) -> bool:
    """Tell whether a possessive is part of a well-known body's name: "Macy's"."""
    return span[-1].text in GENITIVES and span.text.replace("’", "'") in load_bodies()[0]


def describes_name(word: Token) -> bool:
    """Tell whether the first word of a body's name is but somebody's word for it: "the nonpartisan Mill Center"."""
    # "al", "el" and "la" belong to names; a federal office is not a state's
    plain = word.text.isalpha() and word.text.islower() and len(word) > SHORTEST_WORD and word.lower_ != "federal"
    return plain and word.tag_ == "JJ" and word.nbor().text[:1].isupper()


def is_namelike(span: TokenSpan) -> bool:
    """Tell whether a span can be a name at all: it has a capital or a digit and is no pronoun."""
    if all(token.pos_ == "PRON" for token in span):
        return False
    return any(token.text[:1].isupper() or token.text[:1].isdigit() or token.text[:1] == "@" for token in span)


def from_model(doc: Doc) -> Iterator[Name]:
    """Yield the names that the model found, with the types that their own words and their company prove."""
    whole = map(cut_ticker, filter(None, map(cut_residue, entities_of(doc))))
    for entity in chain.from_iterable(map(part_pair, whole)):
        if (end := body_end(entity)) is not None:
            yield Name(body_start(entity), end, EntityType.ORGANIZATION, proven=True)
            continue
        human = is_human(entity) or (label_of(entity.label_) == "PLACE" and is_full_name(entity))
        kind = EntityType.PERSON if human else TYPES.get(label_of(entity.label_))
        whole_name = {EntityType.ORGANIZATION: complete_body, EntityType.MEDIA_OUTLET: without_remarks}
        span = trim(whole_name[kind](entity) if kind in whole_name else entity) if kind else None
        if kind is None or span is None or not is_namelike(span):
            continue
        settled, proven = settle_type(span, kind)
        if settled is EntityType.PERSON:
            span = with_stage_title(extend_person(complete_name(trim_person(after_calling(span)))))
        if stars_somebody(span) and span[0].lower_ == "the" and len(span) > 1:
            span = doc[span.start + 1 : span.end]
        if not is_nothing(span, settled) and (settled is not EntityType.COURT or names_court(span)):
            yield Name(span.start, span.end, settled, proven=human or proven)


def from_outlets(doc: Doc) -> Iterator[Name]:
    """Yield the outlets of the list; one with an everyday name where that form is credited."""
    found = [
        (without_kind(span, match.outlet), match.ambiguous)
        for match in find_outlets(text_of(doc))
        if (span := doc.char_span(match.span.start, match.span.end, alignment_mode="contract")) is not None
    ]
    credited = {
        with_article(span)
        for span, _ in found
        if (is_free(span) and (is_credited(span) or (span[0].text == "The" and not span[0].is_sent_start)))
        or is_articled_person(span)
    }
    for span, ambiguous in found:
        # "a deferred sentence order (DSO)", "The State countered" where that is "the state" too
        if (
            is_advertised(span)
            or (len(span) == 1 and span.text in find_terms(doc))
            or (ambiguous and is_small_phrase(doc, with_article(span)))
        ):
            continue
        last = entity_at(doc).get(span.end - 1)
        if last is not None and last.end > span.end and last.start > span.start and label_of(last.label_) != "MEDIA":
            # "The State Department"
            continue
        covering = {label_of(token.ent_type_) for token in span}
        # "the Harbor-Dunn Report"
        if span.end + 1 < len(doc) and doc[span.end].text == "-" and not doc[span.end - 1].whitespace_:
            continue
        if (with_article(span) in credited and is_free(span)) or is_articled_person(span):
            yield Name(span.start, span.end, EntityType.MEDIA_OUTLET, proven=True)
            continue
        if ambiguous and "MEDIA" not in covering:
            continue
        around = entity_at(doc).get(span.start)
        inside = around is not None and around.end >= span.end and len(around) > len(span)
        if around is not None and inside and label_of(around.label_) in {"PERSON", "COURT", "LAW", "WORK"}:
            continue
        yield Name(span.start, span.end, EntityType.MEDIA_OUTLET)


def is_small_phrase(doc: Doc, text: str) -> bool:
    """Tell whether a document also writes an article and a word in small letters: "the state"."""
    first, _, word = text.partition(" ")
    small = word.lower() if first == "The" else ""
    return any(token.i and doc[token.i - 1].lower_ == "the" for token in index_words(doc).get(small, ()))


def without_kind(span: TokenSpan, outlet: Outlet) -> TokenSpan:
    """Cut off what says only what kind of outlet it is: "Harbor magazine", but "York Magazine" is called so."""
    bare = outlet.name.removeprefix("The ")
    return span[:-1] if span[-1].text in PERIODICALS and span[:-1].text in {outlet.name, bare} else span


def is_free(span: TokenSpan) -> bool:
    """Tell whether the model read nothing in a span that an outlet's name cannot be taken for.

    Nobody is called "The Quill" inside a sentence.
    """
    if span[0].text == "The" and len(span) > 1 and not span[0].is_sent_start:
        return all(label_of(token.ent_type_) in {"", "WORK", "MEDIA", "ORG", "PERSON"} for token in span)
    return all(token.ent_type_ in {"", "WORK", "MEDIA", "ORG"} for token in span)


def is_articled_person(span: TokenSpan) -> bool:
    """Tell whether an outlet's name is "The" and what the model took for a person: nobody is called "The Quill"."""
    return span[0].text == "The" and len(span) == 2 and label_of(span[1].ent_type_) == "PERSON" and (
        span.end < len(span.doc) and span.doc[span.end].pos_ in {"VERB", "AUX"})  # fmt: skip


def with_article(span: TokenSpan) -> str:
    """Return a span's text with "the" where that stands before it: "the Sun" is an outlet where "Sun" may be none."""
    before = span.doc[span.start - 1] if span.start else None
    return "The " + span.text if before is not None and before.lower_ == "the" else span.text


def part_names(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the lone surnames and given names of people whose full names stand in the document.

    What the model took for something else ("Sterling" as a place) or overlooked becomes a person's name where it is the
    last or first word of a full name.
    """
    full = [name for name in names if name.type is EntityType.PERSON and name.end - name.start > 1]
    parts = {doc[name.end - 1].text for name in full} | {doc[name.start].text for name in full}
    parts = {part for part in parts if len(part) > 2 and part[0].isupper() and part not in NOT_BODIES}
    covered = {index for name in names if name.end - name.start > 1 for index in range(name.start, name.end)}
    found = [name for name in names if name.end - name.start > 1 or doc[name.start].text not in parts]
    words = index_words(doc)
    for token in (token for part in parts for token in words.get(part, ())):
        if token.i not in covered and not is_common_word(token):
            found.append(Name(token.i, token.i + 1, EntityType.PERSON))
    return sorted(found, key=lambda n: n.start)


def is_common_word(token: Token) -> bool:
    """Tell whether a capitalised word is an ordinary one at the start of a sentence ("Will", "Grant")."""
    return token.pos_ not in {"PROPN", "NOUN", "X", "ADJ"} and token.ent_type_ == ""


def spread_titles(doc: Doc, names: list[Name]) -> list[Name]:
    """Add the further occurrences of multi-word works, organizations and people that the model saw once."""
    known = {name.tokens(doc).text: name.type for name in names if name.end - name.start > 1}
    if not known:
        return names
    found = list(names)
    text = text_of(doc)
    for place in find_texts(text, known):
        span = doc.char_span(place.start, place.end)
        if span is not None:
            found.append(Name(span.start, span.end, known[text[place.start : place.end]]))
    return keep_longest(found)


def find_texts(text: str, wanted: Iterable[str]) -> Iterator[Span]:
    """Yield where one of the wanted texts stands as whole words, the longest at each place, none overlapping.

    They are looked up by their first word and their lengths, so that many take no longer than few.
    """
    lengths: dict[str, set[int]] = {}
    whole = frozenset(wanted)
    for item in whole:
        if first := FIRST.match(item):
            lengths.setdefault(first[0], set()).add(len(item))
    longest_first = {word: sorted(sizes, reverse=True) for word, sizes in lengths.items()}
    done = 0
    for word in FIRST.finditer(text):
        sizes = longest_first.get(word[0])
        if sizes is None:
            continue
        start = word.start()
        if start < done or (start and WORD_SIGN.match(text[start - 1])):
            continue
        for size in sizes:
            end = start + size
            if end <= len(text) and text[start:end] in whole and not WORD_SIGN.match(text[end : end + 1]):
                yield Span(start, end)
                done = end
                break


def is_person_plausible(doc: Doc, name: Name) -> bool:
    """Tell whether a lone lower-case or common word was wrongly taken for a person."""
    span = name.tokens(doc)
    if name.type is not EntityType.PERSON:
        return True
    if not span[0].text[:1].isupper() and not any(token.text[:1].isupper() for token in span):
        return False
    single = len(span) == 1
    if (single and span.text.rstrip(".") in SUFFIXES) or (span.start and doc[span.start - 1].text == "Operation"):
        return False
    return not (single and span[0].lower_ in load_titles()) and not (
        single and span[0].pos_ in {"VERB", "ADV", "ADP"} and span[0].lower_ not in load_given_names()
    )


def is_outlet_alone(doc: Doc, name: Name, outlet: Name) -> bool:
    """Tell whether a name is an outlet's, but for an article and its kind: "The Harbor newspaper"."""
    rest = [token.lower_ for token in name.tokens(doc) if not outlet.start <= token.i < outlet.end]
    touching = name.start < outlet.end and outlet.start < name.end
    return touching and set(rest) <= CREDIT_AFTER | {"the", "website", "paper", "tabloid"}


def is_staff(doc: Doc, name: Name, outlet: Name) -> bool:
    """Tell whether a name is an outlet's with what somebody is there, in capitals: "Harbor News Legal Analyst"."""
    calling = load_descriptions().get(doc[name.end - 1].lower_)
    return name.start == outlet.start and name.end > outlet.end and calling is not None and (
        calling.type is EntityType.PERSON)  # fmt: skip


def from_company(doc: Doc) -> Iterator[Name]:
    """Yield the works that epithets, their kind or quotation marks show."""
    for start, end in [*find_epithets(doc), *find_quoted(doc), *find_shown(doc)]:
        if not is_headline_title(doc[start:end]) and not is_no_title(doc[start:end]):
            yield Name(start, end, EntityType.WORK)


def find_names(doc: Doc) -> list[Name]:
    """Return the document's names, none overlapping, in text order."""
    courts = [Name(start, end, EntityType.COURT, proven=True) for start, end in find_courts(doc)]
    seated = {index for court in courts for index in range(court.start, court.end)}
    outlets = [name for name in from_outlets(doc) if seated.isdisjoint(range(name.start, name.end))]
    listed = {index: name for name in outlets for index in range(name.start, name.end)}
    model = [
        name
        for name in from_model(doc)
        if not any(
            is_outlet_alone(doc, name, outlet) or is_staff(doc, name, outlet)
            for outlet in {listed[index] for index in range(name.start, name.end) if index in listed}
        )
    ]
    # "his film Nightfall": the word before it knows better than the model
    lone = [Name(start, end, EntityType.WORK, proven=True) for start, end in find_lone_titles(doc)]
    governments = [Name(start, end, EntityType.ORGANIZATION, proven=True) for start, end in find_governments(doc)]
    names = keep_longest([*courts, *lone, *outlets, *model, *governments])
    names = join_subtitles(doc, keep_longest([*names, *from_company(doc)]))
    names = shorten_bodies(
        doc, shorten_outlets(doc, type_short_titles(doc, vote_types(doc, spread_titles(doc, names))))
    )
    people = [name for name in names if name.type is EntityType.PERSON]
    played = {name.tokens(doc).text for name in people if is_character(name.tokens(doc))}
    names = [name for name in names if name.tokens(doc).text not in played] if played else names
    return drop_everyday(doc, [name for name in part_names(doc, names) if is_person_plausible(doc, name)])
