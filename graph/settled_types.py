"""Settles what a name stands for: what its own words and its company show, against what the model read."""

from __future__ import annotations

import re

from graph.body_kinds import load_bodies
from graph.body_names import is_body, is_guild, is_person_s, is_press, is_unproven_outlet
from graph.descriptions import load_given_names
from graph.model import EntityType
from graph.name_bounds import after_calling
from graph.name_types import LEGAL_FORM, OUTLET_FORM, PLATFORMS, is_credited, is_party, is_published
from graph.nlp import label_of
from graph.outlets import outlet_named
from graph.people import SURNAMES, is_full_name
from graph.spans import entity_at
from graph.syntax import GENITIVES
from graph.tokens import Span as TokenSpan
from graph.works import (
    QUOTES,
    is_among_works,
    is_broadcast,
    is_newest,
    is_on_stage,
    is_played_in,
    is_quoted,
    lends_epithet,
    shows_star,
    stars_alone,
    stars_somebody,
)

COURT_WORDS = frozenset({"court", "courts", "tribunal", "courthouse"})
# what says something as bodies do that publish no news: "a Quill University poll said"
SEAT_OF_LEARNING = re.compile(r"\b(?:University|College|Department|Committee|Institute|Ministry)$")
BODY_OR_PERSON = frozenset({EntityType.ORGANIZATION, EntityType.PERSON})


def settle_type(span: TokenSpan, kind: EntityType) -> tuple[EntityType, bool]:
    """Return the type that a name's words and company show, and whether they prove it against the model."""
    if kind is EntityType.PERSON and span.text.lower() in PLATFORMS and not span.text.islower() and len(span.text) > 5:
        return EntityType.ORGANIZATION, True
    words = {token.lower_ for token in span}
    bodies = {EntityType.ORGANIZATION, EntityType.WORK}
    if kind in {EntityType.PERSON, EntityType.WORK} and is_body(span):
        return EntityType.ORGANIZATION, True
    taught = SEAT_OF_LEARNING.search(span.text) is not None or span.text in load_bodies()[0]
    taught = taught and outlet_named(span.text) is None
    if kind is EntityType.MEDIA_OUTLET and (is_unproven_outlet(span) or is_guild(span) or taught):
        kind = EntityType.ORGANIZATION
    formed = LEGAL_FORM.search(span.text) is not None or span[-1].text in load_bodies()[1]
    formed = formed and span[-1].text not in SURNAMES
    if kind in bodies and not formed and (len(after_calling(span)) < len(span) or is_full_name(span)):
        return EntityType.PERSON, True
    if is_published(span):
        return EntityType.MEDIA_OUTLET, True
    if kind is EntityType.ORGANIZATION and span.text in load_bodies()[0]:
        # "the UFC star"
        return kind, True
    if kind is EntityType.ORGANIZATION and (stars_somebody(span) or is_played_in(span)):
        return EntityType.WORK, True
    if kind in BODY_OR_PERSON and is_broadcast(span):
        return EntityType.WORK, True
    if kind is EntityType.PERSON and (is_programme_of_outlet(span) or is_byline(span)):
        return EntityType.MEDIA_OUTLET, True
    lone = (len(span) == 1 and stars_alone(span)) or (
        (len(span) == 1 or kind is EntityType.ORGANIZATION) and is_newest(span)
    )
    listed = kind is EntityType.PERSON and span[0].lower_ not in load_given_names() and is_among_works(span)
    shown = kind is EntityType.PERSON and not is_person_s(span) and shows_star(span)
    if kind is EntityType.PERSON and (lends_epithet(span) or lone or listed or shown):
        return EntityType.WORK, True
    if kind is EntityType.ORGANIZATION and (lone or shows_star(span) or is_work_of_its_company(span)):
        return EntityType.WORK, True
    if kind is EntityType.WORK and is_party(span):
        return EntityType.ORGANIZATION, True
    if kind in {EntityType.ORGANIZATION, EntityType.PERSON} and words & COURT_WORDS and len(words) > 1:
        return EntityType.COURT, False
    named = len(span) == 2 and span[0].lower_ in load_given_names() and span[1].text in SURNAMES
    if kind is EntityType.PERSON and ((LEGAL_FORM.search(span.text) and not named) or "&" in span.text):
        return EntityType.ORGANIZATION, False
    if kind is not EntityType.COURT and OUTLET_FORM.search(span.text):
        return EntityType.MEDIA_OUTLET, False
    return kind, kind is EntityType.ORGANIZATION and is_body(span)


def is_work_of_its_company(span: TokenSpan) -> bool:
    """Tell whether quotation marks or the works beside it make a work of what the model took for a body."""
    if LEGAL_FORM.search(span.text) or is_party(span):
        return False
    quoted = is_quoted(span) and "&" not in span.text and not span.text.isupper()
    return is_among_works(span) or (quoted and (len(span) > 1 or is_on_stage(span.doc)))


def is_byline(span: TokenSpan) -> bool:
    """Tell whether a listed outlet stands behind its writer's name, or is credited: "Ada Quill, Harbor “The …”".

    A word that is somebody's name in the document is none.
    """
    doc, start, end = span.doc, span.start, span.end
    if len(span) > 1 or outlet_named(span.text) is None or is_person_s(span):
        return False
    writer = entity_at(doc).get(start - 2) if start > 1 and doc[start - 1].text == "," else None
    ends = end >= len(doc) or doc[end].text in QUOTES or doc[end].is_space
    signed = writer is not None and label_of(writer.label_) == "PERSON" and ends
    return signed or (is_credited(span) and is_press(span)) or is_told(span)


def is_told(span: TokenSpan) -> bool:
    """Tell whether something is said to be according to a name, or told to it: "told Harbor", "according to Harbor"."""
    doc, start = span.doc, span.start
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    return before[-1:] == ["told"] or before == ["according", "to"] or before == ["seen", "by"]


def is_programme_of_outlet(span: TokenSpan) -> bool:
    """Tell whether an outlet's name owns what seems a person's, as that of a programme: "on Harbor News' “Quill”"."""
    doc, at = span.doc, span.start - 1
    quoted = at > 0 and doc[at].text in QUOTES
    if quoted:
        at -= 1
    if at < 1 or len(span) > 1 or doc[at].text not in {*GENITIVES, "'", "’"}:
        return False
    owner = entity_at(doc).get(at - 1)
    if owner is None or outlet_named(owner.text) is None:
        return False
    before = doc[owner.start - 1].lower_ if owner.start else ""
    # "Harbor News' Quill said" is one who works there
    return quoted or before in {"on", "to"}
