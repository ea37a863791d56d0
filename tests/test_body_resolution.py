"""Bodies and courts of several documents become one where their names are one's, and stay apart where unsure."""

from __future__ import annotations

import pytest

from graph.model import Extraction
from tests.extractions import Article, chain_article, name_article
from tests.resolved import COURT, ORGANIZATION, OUTLET, labels, labels_in_crowd, only


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (("Harbor Gazette", "The Harbor Gazette"), "Harbor Gazette"),
        (("Osei Pictures, Inc.", "Osei Pictures"), "Osei Pictures"),
        (("BQL", "Bureau of Quill Law"), "Bureau of Quill Law"),
        (("Tides Department", "Department of Tides"), "Department of Tides"),
        (("Inland Tides", "Department of Inland Tides"), "Department of Inland Tides"),
        (("Senate Tides Committee", "Senate Select Committee on Tides"), "Senate Select Committee on Tides"),
        (("U.S. Senate Tides Committee", "Senate Tides Committee", "Senate Tides"), "Senate Tides Committee"),
        (("Quill administration", "Ada Quill administration"), "Ada Quill administration"),
        (("Supreme Court", "SCOTUS"), "Supreme Court"),
    ],
)
def test_names_of_one_body_join(names: tuple[str, ...], label: str) -> None:
    found = labels(*(name_article(f"d{i}", name, type_=ORGANIZATION) for i, name in enumerate(names)))
    assert found == [label]


@pytest.mark.parametrize(
    "names",
    [
        ("Osei Music", "Osei Pictures"),
        ("BQL", "Bureau of Quill Law", "Board of Quay Lights"),
        ("Calder University", "University of Calder"),
        ("House Tides Committee", "Senate Tides Committee"),
        ("Ada Quill administration", "Bo Quill administration", "Quill administration"),
    ],
)
def test_bodies_of_unlike_names_stay_apart(names: tuple[str, ...]) -> None:
    found = labels(*(name_article(f"d{i}", name, type_=ORGANIZATION) for i, name in enumerate(names)))
    assert found == sorted(names)


def test_a_word_is_no_acronym_of_the_same_letters() -> None:
    body = chain_article("d1", "Free Inlet Rights Endowment", "FIRE", type_=ORGANIZATION)
    assert len(labels(body, name_article("d2", "Fire", type_=ORGANIZATION))) == 2
    assert len(labels(body, name_article("d2", "FIRE", type_=ORGANIZATION))) == 1


def test_a_court_without_a_place_is_the_one_of_its_own_matter() -> None:
    full = chain_article("d1", "Court of Appeals for the Arden Circuit", "Court of Appeals", type_=COURT)
    short = name_article("d2", "Court of Appeals", type_=COURT)
    assert len(labels(full, short)) == 1
    assert len(labels_in_crowd(full, short)) == 2


def test_a_body_that_every_town_has_is_one_only_where_the_texts_speak_of_one_matter() -> None:
    def council(id_: str, *people: str) -> Extraction:
        article = Article(id_, f"City Council. {'. '.join(people)}.")
        article.add("City Council", type_=ORGANIZATION)
        for name in people:
            article.add(name)
        return article.extraction()

    assert labels_in_crowd(council("d1", "Ada Quill"), council("d2", "Bram Osei")).count("City Council") == 2
    assert labels_in_crowd(council("d1", "Ada Quill"), council("d2", "Ada Quill")).count("City Council") == 1


def test_letters_that_are_a_listed_outlet_s_spell_no_other_body() -> None:
    bodies = (name_article("d1", "CBS", type_=ORGANIZATION), name_article("d2", "Calder Brick Society",
                                                                         type_=ORGANIZATION))  # fmt: skip
    assert labels(*bodies) == ["CBS", "Calder Brick Society"]


def test_letters_that_many_texts_use_are_no_body_s_that_one_names() -> None:
    letters = [name_article(f"d{i}", "QBT", type_=ORGANIZATION) for i in range(12)]
    one = name_article("e", "Quay Board of Trade", type_=ORGANIZATION)
    assert labels(*letters, one) == ["QBT", "Quay Board of Trade"]
    assert labels(*letters[:3], one) == ["Quay Board of Trade"]


def test_what_a_body_makes_is_not_called_as_it_is() -> None:
    papers = chain_article("d1", "Harbor Papers", "Harbor", type_=ORGANIZATION)
    steel = chain_article("d1", "Harbor Steel", "Harbor", type_=ORGANIZATION)
    harbor = name_article("d2", "Harbor", type_=ORGANIZATION)
    assert labels(papers, harbor) == ["Harbor", "Harbor Papers"]
    assert labels(steel, harbor) == ["Harbor Steel"]


def test_a_chamber_of_parliament_is_one_however_it_is_called() -> None:
    names = ("the House", "House of Representatives", "U.S. House of Representatives")
    assert len(labels(*(name_article(f"d{i}", name, type_=ORGANIZATION) for i, name in enumerate(names)))) == 1


def test_one_chain_of_many_makes_no_outlet_of_a_body() -> None:
    documents = [name_article(f"d{i}", "Harbor Steel", type_=ORGANIZATION) for i in range(9)]
    assert only(*documents, name_article("x", "Harbor Steel", type_=OUTLET)).type is ORGANIZATION


@pytest.mark.parametrize(("short", "full"), [
    ("Tarn Tides", "Tarn Tides Co."), ("Bureau of Tides", "Federal Bureau of Tides"), ("Tarn", "Tarn University"),
])  # fmt: skip
def test_a_body_without_its_form_or_nation_is_the_only_one_so_called(short: str, full: str) -> None:
    one, other = (chain_article(f"d{i}", name, type_=ORGANIZATION) for i, name in enumerate((short, full)))
    assert labels(one, other) == [full.rstrip(".")] or labels(one, other) == [full]
    # where two could be meant, none is
    rival = full.replace("Federal", "UK").replace("Co.", "Group")
    if rival != full:
        assert len(labels(one, other, chain_article("d3", rival, type_=ORGANIZATION))) == 3


@pytest.mark.parametrize("names", [
    ("9th Circuit", "Ninth Circuit Court of Appeals"),
    ("9th U.S. Circuit Court of Appeals", "U.S. Court of Appeals for the Ninth Circuit"),
    ("D.C. Circuit", "U.S. Court of Appeals for the District of Columbia Circuit"),
])  # fmt: skip
def test_a_federal_court_of_appeals_has_many_wordings(names: tuple[str, str]) -> None:
    assert labels(*(name_article(f"d{i}", name, type_=COURT) for i, name in enumerate(names))) == [names[1]]


@pytest.mark.parametrize("names", [
    ("9th Circuit", "10th Circuit Court of Appeals"),
    ("First Circuit", "First Circuit Court"),
    ("Calder Circuit", "Arden Circuit"),
])  # fmt: skip
def test_other_circuits_are_other_courts(names: tuple[str, str]) -> None:
    assert len(labels(*(name_article(f"d{i}", name, type_=COURT) for i, name in enumerate(names)))) == len(names)


@pytest.mark.parametrize("names", [
    ("GOP", "Republican Party"), ("ISIL", "Islamic State"), ("FBI", "Federal Bureau of Investigation"),
    ("Lib Dems", "Liberal Democrats"), ("Fed", "Federal Reserve"), ("al-Qaida", "Al Qaeda"),
    ("NHS", "National Health Service"), ("NFL", "National Football League"),
])  # fmt: skip
def test_a_body_that_is_known_by_two_names_has_the_fuller_one(names: tuple[str, str]) -> None:
    assert labels(*(name_article(f"d{i}", name, type_=ORGANIZATION) for i, name in enumerate(names))) == [names[1]]
    many = [name_article(f"e{i}", names[0], type_=ORGANIZATION) for i in range(200)]
    assert labels(*many, name_article("d", names[1], type_=ORGANIZATION)) == [names[1]]


@pytest.mark.parametrize("names", [
    ("UN Tides Council", "United Nations Tides Council"), ("World Trade Organisation", "WTO"),
    ("Tides Defence Centre", "Tides Defense Center"),
])  # fmt: skip
def test_a_body_is_one_in_each_of_its_spellings(names: tuple[str, str]) -> None:
    assert len(labels(*(name_article(f"d{i}", name, type_=ORGANIZATION) for i, name in enumerate(names)))) == 1


def test_well_known_letters_mean_no_other_body_that_they_spell() -> None:
    institute = chain_article("d1", "Culinary Inn of Arden", "CIA", type_=ORGANIZATION)
    agency = [name_article(f"e{i}", "CIA", type_=ORGANIZATION) for i in range(3)]
    found = labels(institute, *agency, name_article("d2", "US Central Intelligence Agency", type_=ORGANIZATION))
    assert found == ["Culinary Inn of Arden", "US Central Intelligence Agency"]
    misspelt = chain_article("d3", "Central Inteligence Agency", "CIA", type_=ORGANIZATION)
    assert len(labels(misspelt, *agency)) == 1


@pytest.mark.parametrize("names", [
    ("NFL", "NFL Players Association"), ("NFL", "ICE and National Football League"),
])  # fmt: skip
def test_a_well_known_body_is_not_what_is_called_after_it(names: tuple[str, str]) -> None:
    known = chain_article("d1", names[1], names[0], type_=ORGANIZATION)
    assert len(labels(name_article("d2", names[0], type_=ORGANIZATION), known)) == 2


def test_a_well_known_name_of_common_words_is_one_bodys() -> None:
    service = "National Health Service"
    assert labels_in_crowd(*(name_article(f"d{i}", service, type_=ORGANIZATION) for i in range(2))) == [service]


@pytest.mark.parametrize(("short", "full"), [
    ("House Tides Committee", "House Tides and Ferries Committee"), ("Arden police", "Arden Police Department"),
])  # fmt: skip
def test_a_committee_and_a_police_are_called_in_short(short: str, full: str) -> None:
    assert labels(*(name_article(f"d{i}", name, type_=ORGANIZATION) for i, name in enumerate((short, full)))) == [full]


def test_a_chamber_is_called_in_full() -> None:
    names = ("House", "House", "House of Representatives")
    assert labels(*(name_article(f"d{i}", name, type_=ORGANIZATION) for i, name in enumerate(names))) == [names[2]]


def test_a_well_known_name_keeps_its_possessive() -> None:
    assert labels(name_article("d", "Sotheby's", type_=ORGANIZATION)) == ["Sotheby's"]
    assert labels(name_article("d", "Tarnwell's", type_=ORGANIZATION)) == ["Tarnwell"]


def test_a_firm_is_not_called_as_a_university_is() -> None:
    full = name_article("d1", "Marlow University", type_=ORGANIZATION)
    assert len(labels(full, name_article("d2", "Marlow Corp", type_=ORGANIZATION))) == 2
    assert len(labels(full, name_article("d2", "Marlow", type_=ORGANIZATION))) == 1


def test_parties_of_one_creed_are_as_many_as_there_are_countries() -> None:
    party = [name_article(f"d{i}", "Liberal Party", type_=ORGANIZATION) for i in range(2)]
    assert labels_in_crowd(*party).count("Liberal Party") == 2
