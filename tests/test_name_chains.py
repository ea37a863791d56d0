"""Which names of one article are one person's or one body's, in invented sentences that the real model reads."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.coreference import build_chains
from graph.model import MentionKind
from graph.name_chains import ALIAS, tells_alias
from graph.one_off import is_misspelling
from graph.references import find_references
from graph.same_names import name_parts, same_body, same_person
from graph.tokens import read_tokens


def names_of(pipeline: Language, text: str) -> dict[str, list[str]]:
    """Return the names of each chain by its label."""
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    return {
        chain.label: [m.text for m in chain.mentions if m.kind is MentionKind.NAMED] for chain in chains if chain.names
    }


@pytest.mark.parametrize(("text", "wanted"), [
    (
        "The suit names Bo Dunn and his son, Bo Dunn Jr. Reporters asked Bo Dunn on Monday.",
        {"Bo Dunn": ["Bo Dunn", "Bo Dunn"], "Bo Dunn Jr.": ["Bo Dunn Jr."]},
    ),
    ("Robert Dunn Jr. was sued. Robert Dunn lost.", {"Robert Dunn Jr.": ["Robert Dunn Jr.", "Robert Dunn"]}),
])  # fmt: skip
def test_a_son_is_named_after_his_father(pipeline: Language, text: str, wanted: dict[str, list[str]]) -> None:
    assert names_of(pipeline, text) == wanted


def test_nobody_owns_the_phrase_that_names_them(pipeline: Language) -> None:
    found = names_of(pipeline, "Dunn's fiancee, Nicole Paul Dunn, was pleased. Bo Dunn was not.")
    assert found == {"Bo Dunn": ["Dunn", "Bo Dunn"], "Nicole Paul Dunn": ["Nicole Paul Dunn"]}


def test_a_first_name_among_siblings_is_none_of_another_family(pipeline: Language) -> None:
    text = "Eric Schneider sued Bo Tram. Tram brought his children, Ivana, Eric and Cal. Eric Schneider was pleased."
    assert names_of(pipeline, text)["Eric Schneider"] == ["Eric Schneider", "Eric Schneider"]


def test_a_surname_that_is_one_letter_off_is_the_same(pipeline: Language) -> None:
    found = names_of(
        pipeline, "Cal Marquardt sued Bo Dunn on Monday. The judge asked Marquart why. The Marquardts left."
    )
    assert found["Cal Marquardt"] == ["Cal Marquardt", "Marquart"]


def test_the_kind_of_an_outlet_is_no_second_one(pipeline: Language) -> None:
    found = names_of(pipeline, "In a 2011 interview with Harborside magazine, Ada Quill said that Bo Dunn was kind.")
    assert "Harborside magazine" not in found and "Harborside" in found


def test_a_bare_name_is_not_that_of_a_branch(pipeline: Language) -> None:
    found = names_of(
        pipeline,
        "The oil company Harmon was sued in Texas. The lawyers of Harmon USA, its branch, left. Harmon chief executive "
        "Bo Dunn said that the company would appeal.",
    )
    assert found == {"Harmon": ["Harmon", "Harmon"], "Harmon USA": ["Harmon USA"], "Bo Dunn": ["Bo Dunn"]}


@pytest.mark.parametrize(("text", "label", "names"), [
    ("Ada Quill Dunn sued Bo Orrin on Monday. Ada Quill won the case.", "Ada Quill Dunn", ["Ada Quill"]),
    ("Ada Marlow-Dunn sued Bo Orrin on Monday. Mr. Orrin met Marlow later.", "Ada Marlow-Dunn", ["Marlow"]),
    ("Theodore Orrin sued Bo Dunn. Friends of Ted Orrin said that Teddy Orrin left.", "Theodore Orrin",
     ["Ted Orrin", "Teddy Orrin"]),
    ("Cal Marquardt sued Bo Dunn on Monday. Cal Marquart won the case.", "Cal Marquardt", ["Cal Marquart"]),
    ("Evelyn Marquardt sued Bo Dunn on Monday. Mr. Marquardt won the case.", "Evelyn Marquardt", ["Marquardt"]),
])  # fmt: skip
def test_a_person_s_name_varies(pipeline: Language, text: str, label: str, names: list[str]) -> None:
    assert names_of(pipeline, text)[label][1:] == names


@pytest.mark.parametrize("text", [
    "Marlow Orrin sued Bo Dunn on Monday. Marlow Quill won the case.",
    "Marian Dunn sued Bo Quill on Monday. Marion Dunn won the case.",
    "Cal Dunn Jr. sued Bo Quill on Monday. Cal Dunn Sr. won the case.",
])  # fmt: skip
def test_two_people_of_like_names_stay_two(pipeline: Language, text: str) -> None:
    assert len([names for names in names_of(pipeline, text).values() if len(names) == 1]) == 3


@pytest.mark.parametrize(("full", "other", "same"), [
    ("Arden Herons", "Herons", True),
    ("House Oversight Committee", "Oversight Committee", True),
    ("Harbor Steel", "Harbor", True),
    ("Harbor Papers", "Harbor", False),
    ("Harbor Security Council", "Harbor", False),
    ("Harbor Security Council", "Harbor Council", False),
    ("Harbor Eleven 11", "Harbor", False),
    ("Re-Bar", "ReBar", True),
    ("the Quills", "Quill's", True),
    ("Students for Fair Tides", "SFFT", True),
    ("Arden Heron", "Heron", False),
    ("Arden State Board of Ferries", "State Board of Ferries", True),
    ("Arden House of Ferries", "House of Ferries", False),
    ("House Tides Committee", "House", False),
    ("Senate Tides Committee", "the Senate", False),
    ("White House Staff", "White House", False),
    ("House of Representatives", "House", True),
    ("U.K. Tide Board", "U.S. Tide Board", False),
    ("U.S. Tide Board", "Tide Board", True),
    ("Federal Tide Office", "Tide Office", True),
    ("Norwegian Tide Guard", "Tide Guard", True),
    ("Arden Tide Office", "Tide Office", False),
    ("Quill Institute for the Study of Tides", "Quill Institute", True),
    ("Harbor HR", "Harbor", False),
    ("Arden Coroner's office", "Arden Coroner", True),
    ("Arden Observatory for Rights", "Observatory", True),
])  # fmt: skip
def test_a_body_s_name_is_cut_short_in_few_ways(full: str, other: str, *, same: bool) -> None:
    assert same_body(full, other, shortened=True) is same


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Ada Marquardt", "Ada Marquart", True),
    ("Ada Marquardt", "Ada Marquadrt", True),
    ("Bo Dunn", "Bo Dunne", False),
    ("Olethea Marsh", "Oletheia Marsh", True),
    ("Marian Marsh", "Marion Marsh", False),
    ("Ada Marquardt", "Bo Marquart", False),
])  # fmt: skip
def test_a_full_name_is_misspelt_in_one_half(one: str, other: str, *, same: bool) -> None:
    assert is_misspelling(name_parts(one), name_parts(other)) is same


def test_a_pseudonym_is_a_name_of_its_bearer(pipeline: Language) -> None:
    text = "Ada Quill Orrin, identified in the filing as “Leda Marsh”, sued Bo Dunn. Marsh lost."
    assert names_of(pipeline, text)["Ada Quill Orrin"][:2] == ["Ada Quill Orrin", "Leda Marsh"]


@pytest.mark.parametrize(("one", "other", "same"), [
    ("U.S. Tide Department", "Department of Tide", True),
    ("Tide Department", "DOT", True),
    ("Arden DA's office", "Arden District Attorney's Office", True),
    ("US Army", "Army", True),
    ("Federal Tide Bureau", "Bureau", True),
    ("Tide Department", "Harbor Department", False),
    ("Federal Tide Bureau", "Board", False),
])  # fmt: skip
def test_a_body_is_spelt_out_before_it_is_compared(one: str, other: str, same: bool) -> None:
    assert same_body(one, other, shortened=True) is same


def test_a_nickname_in_brackets_and_a_real_name_behind_a_dash_are_one_person_s() -> None:
    assert same_person("Adeline (Ada) Quill", "Ada Quill")
    assert not same_person("Adeline (Ada) Quill", "Bea Quill")
    assert ALIAS.fullmatch(" - real name ") and ALIAS.fullmatch(", known to friends as “")
    assert not ALIAS.fullmatch(" - who is ")


@pytest.mark.parametrize("opening", [" ", ", ", " (", " – (", "\n"])
@pytest.mark.parametrize(
    "words",
    (
        "a.k.a. |aka |A. K. A. |née |né |born |real name |alias |also known as |better known as |formerly known as |"
        "professionally known to friends as |otherwise referred to as |known widely as |whose real name is |"
        "her stage name was |his legal name is |then going by |now going by |going by |who performs as |who goes by “"
    ).split("|"),
)
def test_words_between_two_names_tell_that_both_are_one_s(opening: str, words: str) -> None:
    assert tells_alias(opening + words) and ALIAS.fullmatch(opening + words)
    assert not tells_alias(f"{opening}who met {words}")


def test_a_part_of_a_full_name_hides_no_other_part(pipeline: Language) -> None:
    text = "Ada Danbrook Marlow sued the bank. Danbrook Marlow was pleased. A judge saw Ada Marlow on Monday."
    assert names_of(pipeline, text) == {"Ada Danbrook Marlow": ["Ada Danbrook Marlow", "Danbrook Marlow", "Ada Marlow"]}


@pytest.mark.parametrize("text", [
    "Bo Dunn Jr. left on Monday. Dunn Jr. said so. Dunn lost the vote.",
    "President Dunn lost the vote. Bo Dunn Jr. left on Monday. Dunn was angry.",
    "Bo Dunn Jr. left on Monday. Dunn said so. President Bo Dunn lost the vote.",
])  # fmt: skip
def test_a_surname_is_the_father_s_where_the_son_is_called_otherwise(pipeline: Language, text: str) -> None:
    found = names_of(pipeline, text)
    assert not {"Dunn", "Bo Dunn"} & set(found["Bo Dunn Jr."]) and found.keys() & {"Dunn", "Bo Dunn"}


def test_a_surname_stays_the_father_s_when_the_son_is_named(pipeline: Language) -> None:
    text = "Bo Dunn left on Monday. Dunn lost the vote. A guest met Bo Dunn Jr. on Friday. On Monday Dunn won again."
    assert names_of(pipeline, text) == {"Bo Dunn": ["Bo Dunn", "Dunn", "Dunn"], "Bo Dunn Jr.": ["Bo Dunn Jr."]}


def test_a_surname_is_the_son_s_where_nothing_tells_of_a_father(pipeline: Language) -> None:
    assert "Dunn" in names_of(pipeline, "Bo Dunn Jr. left on Monday. Dunn lost the vote.")["Bo Dunn Jr."]


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Quill/Dunn campaign", "Quill campaign", True),
    ("Quill/Dunn campaign", "Orrin campaign", False),
    ("Norwich Tide Assembly", "Tide Assembly", True),
    ("Quill University", "Quill Foundation", False),
    ("Quill Global Initiative", "Quill Foundation", False),
    ("Quill", "Quill Foundation", True),
])  # fmt: skip
def test_tickets_and_panels_are_called_in_short_and_what_bodies_are_for_keeps_them_apart(
    one: str, other: str, same: bool
) -> None:
    assert same_body(one, other, shortened=True) is same


def test_a_description_with_the_name_of_one_body_is_of_no_other(pipeline: Language) -> None:
    text = "Harbor Foods Inc. sued on Monday. {} won the case."
    doc = [read_tokens(pipeline(text.format(words))) for words in ("The company", "The Norwell company")]
    chains = [build_chains(one, find_references(one)[0]) for one in doc]
    found = [{c.label: [m.text for m in c.mentions] for c in each if c.names} for each in chains]
    assert "The company" in found[0]["Harbor Foods Inc."]
    assert len(found[1]["Harbor Foods Inc."]) == 1


@pytest.mark.parametrize("text", [
    "The mail reached Bo Dunn Jr. on Monday. It went to Bo Dunn, his son Bo Dunn Jr. and others.",
    "The mail reached Bo Dunn Jr. on Monday. It went to Bo Dunn on Friday. Later Dunn Jr. left.",
])  # fmt: skip
def test_a_father_is_none_of_the_names_of_his_son(pipeline: Language, text: str) -> None:
    found = names_of(pipeline, text)
    assert found["Bo Dunn"] == ["Bo Dunn"] and set(found["Bo Dunn Jr."]) <= {"Bo Dunn Jr.", "Dunn Jr."}


def test_a_nickname_with_a_suffix_keeps_no_other_name_of_the_son_away(pipeline: Language) -> None:
    text = "Robert Dunn Jr. left on Monday. Bob Jr. said so. Later Dunn Jr. was sued."
    assert list(names_of(pipeline, text)) == ["Robert Dunn Jr."]


def test_a_judge_is_no_namesake_whom_she_tries(pipeline: Language) -> None:
    text = (
        "Bo Quill pleaded guilty before U.S. District Judge Ada Quill on Monday. His brother Cal Quill wept. "
        "Cal Quill asked for mercy. It was a sad case, Judge Quill said."
    )
    assert names_of(pipeline, text)["Ada Quill"] == ["Ada Quill", "Quill"]


def test_the_halves_of_a_korean_given_name_are_written_apart_or_with_a_hyphen() -> None:
    assert name_parts("Pak Ada-bo") == name_parts("Pak Ada Bo") != name_parts("Ada Pak-Bo")


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Bo H.W. Quill", "Bo W. Quill", False),
    ("Bo Henry Quill", "Bo H. Quill", True),
    ("Bea Diane Orr Quill", "Bea Orr Quill", True),
    ("Bo al-Quill", "Bo Al Quill", True),
    ("Bo Al-Quill", "Bo Quill", True),
])  # fmt: skip
def test_middle_names_tell_people_apart(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@pytest.mark.parametrize(("one", "other", "same"), [
    ("House Committee on Tides", "House Tides Committee", True),
    ("Senate Select Committee on the Tides", "Senate Tides Committee", True),
    ("House Committee on Tides", "Senate Tides Committee", False),
    ("Harbor News", "Harbor News Sunday", False),
])  # fmt: skip
def test_a_committee_has_two_ways_to_be_named(one: str, other: str, same: bool) -> None:
    assert same_body(other, one, shortened=True) is same


def test_the_letters_of_a_court_stand_for_its_words(pipeline: Language) -> None:
    found = names_of(pipeline, "SCOTUS ruled for Bo Dunn on Monday.\n\nThe Supreme Court rejected the appeal.")
    assert found["Supreme Court"] == ["SCOTUS", "Supreme Court"]


def test_a_circuit_has_one_number(pipeline: Language) -> None:
    text = "The 4th U.S. Circuit Court of Appeals ruled for Bo Dunn. The Fourth Circuit was right, Cy Fox said."
    assert names_of(pipeline, text)["4th U.S. Circuit Court of Appeals"][-1] == "Fourth Circuit"


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Quill Party", "Quill", True),
    ("Arden United", "Arden", True),
    ("Harbor Banking Corp", "HARBOR", True),
    ("Harbor Banking School", "Harbor", False),
    ("Bank Ltd", "Bank", False),
])  # fmt: skip
def test_a_body_may_be_named_without_its_form_from_the_first(one: str, other: str, *, same: bool) -> None:
    assert same_body(one, other, shortened=False, formless=True) is same


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Bo H. W. Quill", "Bo W. Quill", False),
    ("Bo H. W. Quill", "Bo H. Quill", True),
    ("Bo H.W. Quill", "Bo W. Quill", False),
    ("Max- Quill", "Max Quill", True),
])  # fmt: skip
def test_middle_letters_tell_a_son_from_his_father(one: str, other: str, *, same: bool) -> None:
    assert same_person(one, other) is same


def test_a_body_is_called_by_its_last_word_alone(pipeline: Language) -> None:
    text = "The Quill Brotherhood sued the city on Monday. The judge said that the Brotherhood had lost."
    assert names_of(pipeline, text) == {"Quill Brotherhood": ["Quill Brotherhood", "Brotherhood"]}
    two = text.replace("the city", "the Dunn Brotherhood")
    assert all("Brotherhood" not in names[1:] for names in names_of(pipeline, two).values())


def test_a_text_about_sports_leaves_out_the_article(pipeline: Language) -> None:
    text = "Aston Rovers won the match against the club on Monday. The coach said that Rovers scored two goals."
    assert names_of(pipeline, text)["Aston Rovers"] == ["Aston Rovers", "Rovers"]


def test_whoever_took_the_picture_is_not_called_by_a_surname(pipeline: Language) -> None:
    text = "William Quill left on Monday. Luke Quill/Reuters\n\nQuill said that he would sue."
    assert names_of(pipeline, text)["William Quill"] == ["William Quill", "Quill"]


def test_a_couple_has_one_surname(pipeline: Language) -> None:
    assert "Jack Dunn" in names_of(pipeline, "The house of Jack and Jill Dunn burnt down on Monday.")
    assert "Jack Dunn" in names_of(pipeline, "The house of Jack and Jill M. Dunn burnt down on Monday.")
    assert "Jack Dunn" not in names_of(pipeline, "The house of Bo, Jack and Jill Dunn burnt down on Monday.")


@pytest.mark.parametrize(("full", "other", "same"), [
    ("US Navy", "UN", False),
    ("US Tide Navy", "TN", True),
    ("Ohio Supreme Court", "Supreme Court", False),
    ("U.S. Supreme Court", "Supreme Court", True),
    ("Ohio Republican Party", "Republican Party", False),
    ("Ohio Tide Party", "Tide Party", True),
])  # fmt: skip
def test_neither_a_nation_s_letter_nor_a_state_s_body_makes_another_body(full: str, other: str, *, same: bool) -> None:
    assert same_body(full, other, shortened=True) is same
