"""Where a person's name begins and ends, on hand-built trees."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc as ParsedDoc

from graph.names import find_names
from graph.tokens import read_tokens
from tests.docs import parse
from tests.test_residue import names_of


@pytest.mark.parametrize(("text", "tagged", "name"), [
    ("Bo Dunn ( Orrin 61 ) left", "Orrin 61", "Orrin"),
    ("with Orrin 3000 ) it left", "Orrin 3000", "Orrin 3000"),
    ("a hero like LTC Orrin left", "LTC Orrin", "Orrin"),
    ("the Secretary of State Orrin left", "State Orrin", "Orrin"),
    ("the Minister of Culture Sela Orrin left", "Culture Sela Orrin", "Sela Orrin"),
    ("the streets of State Orrin left", "State Orrin", "State Orrin"),
])  # fmt: skip
def test_what_stands_around_a_name_is_no_part_of_it(text: str, tagged: str, name: str) -> None:
    assert name in names_of(text, f"{tagged}/PERSON", "Bo Dunn/PERSON")


def test_a_surname_that_is_printed_twice_is_printed_once() -> None:
    found = names_of("then Sela Orrin left and Orrin Orrin stayed", "Sela Orrin/PERSON", "Orrin Orrin/PERSON")
    assert found == {"Sela Orrin": "Person", "Orrin": "Person"}
    assert names_of("then Orrin Orrin stayed", "Orrin Orrin/PERSON") == {"Orrin Orrin": "Person"}


def test_a_bracketed_surname_may_have_a_capital_inside() -> None:
    assert list(names_of("then Wayne [ LaOrrin ] left", "Wayne/PERSON", "LaOrrin/PERSON")) == ["Wayne [ LaOrrin ]"]


@pytest.mark.parametrize(("surname", "syllable", "name"), [
    ("Kim", "na", "Kim Yu-na"), ("Orrin", "na", "Orrin Yu"), ("Kim", "led", "Kim Yu"),
])  # fmt: skip
def test_a_korean_name_ends_in_a_syllable_behind_a_hyphen(surname: str, syllable: str, name: str) -> None:
    words = [surname, "Yu", "-", syllable, "left"]
    parsed = ParsedDoc(English().vocab, words=words, spaces=[True, False, False, True, False], lemmas=words,
                       pos=["PROPN", "PROPN", "PUNCT", "PROPN", "VERB"], heads=[4] * 5, deps=["dep"] * 4 + ["ROOT"],
                       ents=["B-PERSON", "I-PERSON", "O", "O", "O"])  # fmt: skip
    doc = read_tokens(parsed)
    assert [found.tokens(doc).text for found in find_names(doc)] == [name]


@pytest.mark.parametrize(("place", "people"), [("Israel", []), ("Orrin", ["Orrin"])])
def test_a_country_that_acts_is_nobody(place: str, people: list[str]) -> None:
    doc = parse(f"{place} PROPN nsubj 1 B-PLACE\nsued VERB ROOT 1\nit PRON obj 1")
    assert [name.tokens(doc).text for name in find_names(doc)] == people


def test_a_body_is_no_full_name_though_it_begins_as_one() -> None:
    assert names_of("then Ada Caucus left", "Ada Caucus/ORG") == {"Ada Caucus": "Organization"}
    text = "then Princess Ada Foundation left"
    assert names_of(text, "Princess Ada Foundation/ORG") == {"Princess Ada Foundation": "Organization"}


def test_the_word_for_its_kind_is_no_part_of_an_outlet_s_name() -> None:
    assert names_of("in the Guardian newspaper it stood", "Guardian newspaper/MEDIA") == {"Guardian": "MediaOutlet"}


def test_an_outlet_does_not_end_inside_another_name() -> None:
    assert "The State" not in names_of("then The State Bureau left", "State Bureau/ORG")
