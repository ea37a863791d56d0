"""Which bodies a noun can describe, on the real pipeline."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.body_kinds import fits_body
from graph.coreference import build_chains
from graph.model import EntityType
from graph.references import find_references
from graph.tokens import read_tokens


@pytest.mark.parametrize(("noun", "name", "fits"), [
    ("party", "Harbor Tories", True),
    ("party", "Green Party", True),
    ("party", "Department of Trade", False),
    ("bank", "Quill Financial", True),
    ("bank", "Quill", True),
    ("bank", "Ministry of Trade", False),
    ("company", "Quill Financial", True),
    ("company", "House of Lords", False),
    ("newspaper", "Mill Police", False),
    ("newspaper", "Mill Online", True),
    ("museum", "Ministry of Trade", False),
    ("museum", "Quill Gallery", True),
    ("group", "House of Lords", False),
    ("agency", "Senate", False),
    ("hospital", "Mill Tides", False),
    ("hospital", "Mill Medical Center", True),
    ("school", "Mill State", True),
    ("university", "Harbor Gas", False),
    ("union", "Harbor Gas", False),
    ("union", "Mill Workers", True),
    ("police", "Harbor Gas", False),
    ("police", "Mill City Police", True),
    ("site", "Harbor Gas", False),
    ("site", "harbor.com", True),
    ("committee", "Harbor Gas", False),
    ("committee", "HNC", True),
    ("department", "Harbor Gas", False),
    ("school", "State Police", False),
    ("committee", "CIA", False),
    ("committee", "House Tides Committee", True),
    ("bureau", "FBI", True),
    ("group", "Quill Financial", True),
])  # fmt: skip
def test_what_the_words_of_a_name_show_decides(noun: str, name: str, fits: bool) -> None:
    assert fits_body(noun, [name], EntityType.ORGANIZATION) is fits


def test_an_outlet_is_a_company_and_no_party() -> None:
    assert fits_body("company", ["Harbor News"], EntityType.MEDIA_OUTLET)
    assert fits_body("site", ["Harbor News"], EntityType.MEDIA_OUTLET)
    assert not fits_body("party", ["Harbor News"], EntityType.MEDIA_OUTLET)
    assert not fits_body("museum", ["Harbor News"], EntityType.MEDIA_OUTLET)


@pytest.mark.parametrize("text", [
    "The Justice Department said that Bo Dunn hid money in foreign bank accounts. He faces bank fraud charges.",
    "The Justice Department said that Bo Dunn lied. The bank believed him.",
    "The Justice Department said that Bo Dunn lied. Ada Quill’s company believed him.",
])  # fmt: skip
def test_a_noun_that_cannot_mean_a_body_is_no_mention_of_it(pipeline: Language, text: str) -> None:
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    department = next(chain for chain in chains if chain.label.endswith("Justice Department"))
    assert [mention.text for mention in department.mentions] == ["Justice Department"]


@pytest.mark.parametrize(("noun", "name", "fits"), [
    ("agency", "Harbor News", False), ("agency", "Harbor Press", True), ("group", "Harbor News", False),
    ("network", "Harbor News", True),
])  # fmt: skip
def test_only_a_wire_service_is_an_agency(noun: str, name: str, fits: bool) -> None:
    assert fits_body(noun, [name], EntityType.MEDIA_OUTLET) is fits
