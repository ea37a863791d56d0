"""Keys of names: one for all spellings of a name, two for two names."""

from __future__ import annotations

import pytest

from graph.model import Gender
from graph.resolve.compare import (
    compare_full_names,
    same_body,
    same_by_acronym,
    same_outlet,
    same_words,
    surname_alone,
)
from graph.resolve.filings import amount_key, drop_coarser, is_definite, read_natures
from graph.resolve.normalize import body_key, clean_name, make_key, parse_person, strip_titles, work_key

EVERY_TIER = 3


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ada Quill", "ADA QUILL"),
        ("Ada Quill", "Ada Quill’s"),
        ("Ada Quill", "Ms. Ada Quill"),
        ("Noor Ellery", "Judge Noor Ellery"),
        ("Zoë Łukasik", "Zoe Lukasik"),
        ("Bram Osei Jr.", "Bram Osei, Jr"),
        ("Bram Osei, Jr.", "Bram Osei Junior"),
        ("BRAM OSEI JR", "Bram Osei Jr."),
        ("J.K. Marsh", "JK Marsh"),
        ("Ada Quill", "novelist Ada Quill"),
        ("Ines Falk", "Ines Falk, Esq."),
        ("Jess O'Dea", "Jess O’Dea"),
        ("Quill Ada-bo", "Quill Ada Bo"),
    ],
)
def test_spellings_of_a_person_have_one_key(left: str, right: str) -> None:
    assert parse_person(left).key == parse_person(right).key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Bram Osei", "Bram Osei Jr."),
        ("Bram Osei III", "Bram Osei Jr."),
        ("Bram Osei II", "Bram I. Osei"),
        ("Charles II", "Charles IV"),
        ("Ada Quill", "Ida Quill"),
        ("Quill", "Ada Quill"),
    ],
)
def test_two_names_have_two_keys(left: str, right: str) -> None:
    assert parse_person(left).key != parse_person(right).key


@pytest.mark.parametrize(
    ("name", "given", "surname", "suffix"),
    [
        ("Ada Quill", ("ada",), "quill", ""),
        ("Quill", (), "quill", ""),
        ("Ada M. Quill", ("ada", "m"), "quill", ""),
        ("Teo van der Marsh", ("teo",), "van der marsh", ""),
        ("Leda Van Marsh", ("leda",), "van marsh", ""),
        ("Van Marsh", ("van",), "marsh", ""),
        ("de la Marsh", (), "de la marsh", ""),
        ("Bram Osei Sr.", ("bram",), "osei", "sr"),
        ("BRAM OSEI II", ("bram",), "osei", "ii"),
        ("Bram II", ("bram",), "ii", ""),
        ("Ada Quill-Marsh", ("ada",), "quill-marsh", ""),
        ("Al Osei", ("al",), "osei", ""),
        ("D'Arby O'Dea", ("darby",), "odea", ""),
    ],
)
def test_a_name_is_taken_apart(name: str, given: tuple[str, ...], surname: str, suffix: str) -> None:
    parsed = parse_person(name)
    assert (parsed.given, parsed.surname, parsed.suffix) == (given, surname, suffix)


def test_a_quoted_nickname_is_no_given_name() -> None:
    parsed = parse_person("Theodore “Tiny” Marsh")
    assert (parsed.given, parsed.nickname) == (("theodore",), "tiny")


@pytest.mark.parametrize(
    ("name", "gender"), [("Mr. Osei", Gender.MALE), ("Ms Quill", Gender.FEMALE), ("Judge Ellery", Gender.UNKNOWN)]
)
def test_a_title_tells_the_gender(name: str, gender: Gender) -> None:
    assert parse_person(name).gender is gender


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Judge Noor Ellery", "Noor Ellery"),
        ("Mr. Osei", "Osei"),
        ("Dr. Tide", "Dr. Tide"),
        ("Dr. Leda Tide", "Leda Tide"),
        ("rapper Lo Tide", "Lo Tide"),
        ("Judge", "Judge"),
    ],
)
def test_titles_are_taken_off(name: str, bare: str) -> None:
    assert strip_titles(name) == bare


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Harbor Gazette", "Harbor Gazette"),
        ("Osei Pictures, Inc.", "Osei Pictures"),
        ("Osei Pictures LLC", "Osei Pictures Ltd."),
        ("Falk & Marsh LLP", "Falk and Marsh"),
        ("Tide Co.", "Tide Company"),
        ("U.S. District Court", "United States District Court"),
        ("Osei Pictures", "Osei Pictures’"),
    ],
)
def test_spellings_of_a_body_have_one_key(left: str, right: str) -> None:
    assert body_key(left) == body_key(right)


def test_a_publisher_is_not_its_newspaper() -> None:
    assert body_key("Harbor Gazette Company") != body_key("Harbor Gazette")


def test_a_body_that_is_only_a_legal_form_keeps_it() -> None:
    assert body_key("Inc.") == "inc"


def test_a_work_loses_its_article() -> None:
    assert work_key("The Low Tide") == work_key("“Low Tide”")


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Ada Quill", "Ada M. Quill", "same first and last name"),
        ("Ada Mae Quill", "Ada M. Quill", "same first and last name"),
        ("William Osei", "Bill Osei", "nickname"),
        ("A. Quill", "Ada Quill", "initials"),
        ("A.M. Quill", "Ada Mae Quill", "initials"),
    ],
)
def test_full_names_match_with_a_reason(left: str, right: str, reason: str) -> None:
    match = compare_full_names(parse_person(left), parse_person(right), tier=EVERY_TIER)
    assert match is not None
    assert match.reason == reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ada Quill", "Mina Quill"),
        ("Ada M. Quill", "Ada B. Quill"),
        ("Bram Osei", "Bram Osei Jr."),
        ("B. Quill", "Ada Quill"),
        ("Alan Osei", "Albert Osei"),
    ],
)
def test_full_names_that_disagree_do_not_match(left: str, right: str) -> None:
    assert compare_full_names(parse_person(left), parse_person(right), tier=EVERY_TIER) is None


@pytest.mark.parametrize(
    ("lone", "full", "fits"),
    [
        ("Quill", "Ada Quill", True),
        ("Ada", "Ada Quill", False),
        ("Osei", "Bram Osei Jr.", True),
        ("Osei Sr.", "Bram Osei Jr.", False),
    ],
)
def test_a_surname_fits_a_full_name(lone: str, full: str, fits: bool) -> None:
    assert (surname_alone(parse_person(lone), parse_person(full)) is not None) is fits


def test_bodies_match_by_name_words_acronym_and_list() -> None:
    assert same_body("Osei Pictures Inc.", "Osei Pictures")
    assert same_words("Department of Tides", "Tides Department")
    assert same_words("U.S. Department of Tides", "Tides Department")
    assert same_words("Calder Department of Tides", "Tides Department") is None
    assert same_words("University of Calder", "Calder University") is None
    assert same_by_acronym("B.Q.L.", "Bureau of Quill and Law")
    assert same_by_acronym("BL", "Bureau of Law") is None
    assert same_outlet("The Wall Street Journal", "WSJ")
    assert same_outlet("The Wall Street Journal", "Reuters") is None


@pytest.mark.parametrize(
    ("left", "right"),
    [("$5m", "$5 million"), ("$5,000,000", "US$5 million"), ("more than $1.5 billion", "$1,500 million")],
)
def test_sums_are_compared_by_value(left: str, right: str) -> None:
    assert amount_key(left) == amount_key(right)


def test_sums_of_two_currencies_differ() -> None:
    assert amount_key("$5 million") != amount_key("£5 million")


def test_a_month_gives_way_to_its_day_and_not_to_another_month() -> None:
    assert drop_coarser(["2023", "2023-01", "2023-01-16", "2022-12"]) == ["2022-12", "2023-01-16"]


@pytest.mark.parametrize(
    ("text", "definite"),
    [("the suit", True), ("Her suit", True), ("Quill’s lawsuit", True), ("a suit", False), ("defamation suit", False)],
)
def test_a_phrase_goes_back_to_a_known_suit_or_not(text: str, definite: bool) -> None:
    assert is_definite(text) is definite


@pytest.mark.parametrize(
    ("text", "natures"), [("sued", {"civil"}), ("charged", {"criminal"}), ("the case", set()), ("issue", set())]
)
def test_words_tell_civil_from_criminal(text: str, natures: set[str]) -> None:
    assert read_natures([text]) == natures


def test_a_name_is_cleaned_of_marks_and_blanks() -> None:
    assert clean_name("“Ada\n Quill,”") == "Ada Quill"


def test_an_initial_is_no_article() -> None:
    assert make_key("A. Quill") == "a quill" != make_key("Quill")
    assert make_key("A Quill Mystery") == make_key("quill mystery")
    assert make_key("Quill vs. Osei") == make_key("Quill v. Osei")


def test_an_initial_is_no_last_name_that_two_people_share() -> None:
    assert compare_full_names(parse_person("Ada W."), parse_person("Ada B.W."), tier=EVERY_TIER) is None
