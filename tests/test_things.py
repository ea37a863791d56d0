"""Contests, days, places, products, offices and animals are neither people nor bodies, on hand-built trees."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc as ParsedDoc

from graph.names import find_names
from graph.things import load_things
from graph.tokens import read_tokens
from tests.test_residue import names_of

PERSON, ORGANIZATION = "PERSON", "ORG"


@pytest.mark.parametrize("name", [
    "Arden Cup", "Norwich Open", "Shipping Week", "Quill Accord", "Arden Valley", "Quill Stadium", "Orrin state",
    "Google Maps", "Champions League", "Campaign 2016", "Group D", "MD-80", "Harbor Tide Index",
    "Quill Scholars Program", "Xanax", "Super Tuesday", "New Yorkers", "Norwich Field", "Senate Democrats",
    "Harbor Parade", "Quill War", "Norwich Derby", "Harbor Papers", "Orrin Paradox", "Sela Doctrine", "Texan",
    "Sensex", "SB12", "Athens Games", "Winter Games", "Games", "Harbor Assessment", "Tide Nationalism", "iOS 41",
    "Mac Quill", "Article 41", "Harbor Code of Conduct", "Electoral College", "Brent crude", "Arden Desert", "Tories",
    "Tinder", "Special Counsel", "super PAC", "Kuwaitis", "Fifth",
])  # fmt: skip
def test_its_own_words_show_a_thing(name: str) -> None:
    assert names_of(f"yesterday {name} left it", f"{name}/ORG") == {}


@pytest.mark.parametrize("name", [
    "Arden League", "Quill Games", "Committee on Harbor Reform", "Ultimate Fighting Championship", "Google Ventures",
    "Arden Track and Field", "World Food Programme", "MS-13", "Harbor Valley Bank",
])  # fmt: skip
def test_a_body_that_is_called_much_like_a_thing_stays_one(name: str) -> None:
    assert names_of(f"yesterday {name} left it", f"{name}/ORG") == {name: "Organization"}


def test_the_owner_of_a_store_has_no_field() -> None:
    assert names_of("at Norwich Field 's it rained", "Norwich Field/ORG") == {"Norwich Field": "Organization"}


@pytest.mark.parametrize(("text", "tagged"), [
    ("with the painkiller Solvex it ended", "Solvex/ORG"),
    ("for the Solvex virus spread", "Solvex/PERSON"),
    ("aboard the ferry Sela Orrin it rained", "Sela Orrin/PERSON"),
    ("from the town of Orrin it came", "Orrin/ORG"),
    ("for a Harbor Music Award it sang", "Harbor Music/ORG"),
    ("in the Quill - shortlisted novel it is told", "Quill/PERSON"),
    ("then her dog Quill , left", "Quill/PERSON"),
    ("then Quill the poodle , left", "Quill/PERSON"),
    ("then a tiger named Quill , left", "Quill/PERSON"),
    ("then the MP for Selkirk left", "Selkirk/PERSON"),
    ("then Lord Bram of Selkirk left", "Selkirk/PERSON"),
    ("then the Harbor share QLL , -4.49 % left", "QLL/ORG"),
    ("then Arden Co < QLL.N > left", "QLL.N/ORG"),
    ("in Mount Sela it snowed", "Mount Sela/PERSON"),
    ("then Batman left", "Batman/PERSON"),
    ("yesterday the Selkirk man left", "Selkirk/PERSON"),
    ("yesterday the Selkirk student left", "Selkirk/PERSON"),
    ("then a silver Tarnwell , left", "Tarnwell/ORG"),
    ("then Tarnwell sedan left", "Tarnwell/ORG"),
    ("on new products , including the Tarn Mini it works", "Tarn Mini/ORG"),
    ("then products such as Tarnwell left", "Tarnwell/ORG"),
    ("then the Safe Tides program left", "Safe Tides/ORG"),
    ("then a Super PAC left", "Super PAC/ORG"),
])  # fmt: skip
def test_the_words_around_it_show_a_thing(text: str, tagged: str) -> None:
    assert tagged.rsplit("/", 1)[0] not in names_of(text, tagged)


def test_letters_and_digits_that_differ_in_the_digits_alone_are_marks_of_a_scale() -> None:
    assert names_of("from QP-7 to QP-12 it fell", "QP-7/ORG", "QP-12/ORG") == {}
    assert names_of("from QP-7 to MS-12 it fell", "QP-7/ORG", "MS-12/ORG") == dict.fromkeys(
        ("QP-7", "MS-12"), "Organization")  # fmt: skip


@pytest.mark.parametrize(("text", "tagged"), [
    ("with the drug maker Solvex it ended", "Solvex/ORG"),
    ("then Quill , a dog walker , left", "Quill/PERSON"),
    ("then the friend of Orrin left", "Orrin/PERSON"),
    ("then Quill the plumber left", "Quill/PERSON"),
    ("yesterday the Selkirk lawyer left", "Selkirk/PERSON"),
    ("then a Tarnwell branch left", "Tarnwell/ORG"),
    ("then a divided Congress , left", "Congress/ORG"),
    ("then an FBI sedan left", "FBI/ORG"),
    ("then a Tarnwell ( AFI ) left", "Tarnwell/ORG"),
    ("then firms including Tarnwell left", "Tarnwell/ORG"),
    ("then the TWL program left", "TWL/ORG"),
])  # fmt: skip
def test_like_words_around_a_person_or_a_body_leave_it_so(text: str, tagged: str) -> None:
    assert tagged.rsplit("/", 1)[0] in names_of(text, tagged)


@pytest.mark.parametrize(("text", "name", "kept"), [
    ("then Trade Secretary Ada left", "Trade", False),
    ("then U.S. Defense Secretary Ada left", "U.S. Defense", False),
    ("then the Director of National Intelligence left", "National Intelligence", False),
    ("then Treasury Secretary Ada left", "Treasury", True),
    ("then Norwich Trade left", "Norwich Trade", True),
    ("then the President of Legal Affairs left", "Legal Affairs", False),
    ("then the Superintendent of Public Instruction left", "Public Instruction", False),
])  # fmt: skip
def test_what_an_office_is_about_is_no_body(text: str, name: str, kept: bool) -> None:
    assert (name in names_of(text, f"{name}/ORG")) is kept


def test_the_letters_of_a_share_are_cut_off_a_body() -> None:
    assert names_of("then Arden Tide ATD , +1.20 % rose", "Arden Tide ATD/ORG") == {"Arden Tide": "Organization"}
    assert names_of("then Arden Tide ATD rose", "Arden Tide ATD/ORG") == {"Arden Tide ATD": "Organization"}


def test_a_plural_that_opens_a_sentence_is_several_things() -> None:
    assert names_of("Pickets were left", "Pickets/PERSON") == {}
    assert names_of("Pickets said it", "Pickets/PERSON") == {"Pickets": "Person"}


def test_no_thing_is_in_two_lists_that_speak_of_whole_names() -> None:
    whole = ("known", "characters", "natives", "bodies")
    assert sum(len(load_things(array)) for array in whole) == len(frozenset().union(*map(load_things, whole)))


@pytest.mark.parametrize(("name", "label"), [
    ("Season 3", "WORK"), ("World War I", "WORK"), ("Secretary of Tides", "WORK"), ("Pearl Harbor", "WORK"),
    ("Apple TV", "MEDIA"),
])  # fmt: skip
def test_what_is_no_title_and_no_outlet_is_a_thing(name: str, label: str) -> None:
    assert names_of(f"yesterday {name} left it", f"{name}/{label}") == {}


def test_a_maker_of_whose_things_one_is_counted_names_nobody_but_where_it_speaks() -> None:
    counted = "then a silver Tarnwell , left and the Tarnwell left"
    assert names_of(counted, "Tarnwell/ORG", "Tarnwell/ORG") == {}
    assert names_of(f"{counted} Tarnwell 's lot", "Tarnwell/ORG", "Tarnwell/ORG", "Tarnwell/ORG") == {
        "Tarnwell": "Organization"
    }


@pytest.mark.parametrize("text", [
    "at the Quill Conference it rained", "after the Battle of Arden it rained", "to the Quill Prize it came",
    "with the FBI or Orrin it ended", "for the Gang of Nine it rained", "at Christmas Day it rained",
])  # fmt: skip
def test_no_title_ends_as_a_gathering_does(text: str) -> None:
    title = " ".join(word for word in text.split() if word[:1].isupper() or word in {"of", "or"})
    assert names_of(text, f"{title}/WORK") == {}


def test_a_quoted_title_may_end_as_a_gathering_does() -> None:
    assert names_of("then “ Quill Conference ” came", "Quill Conference/WORK") == {"Quill Conference": "Work"}


def test_a_newsletter_that_a_page_offers_is_no_outlet() -> None:
    assert names_of("Get the Orrin Tales delivered to your inbox", "Orrin Tales/MEDIA") == {}
    assert names_of("Get the Orrin Times delivered by hand", "Orrin Times/MEDIA") == {"Orrin Times": "MediaOutlet"}


def test_where_somebody_is_mayor_is_nobody() -> None:
    assert names_of("then Orrin Mayor Sela Dunn left", "Orrin/PERSON", "Sela Dunn/PERSON") == {"Sela Dunn": "Person"}


@pytest.mark.parametrize(("text", "left"), [
    ("for a Orrin councilman left and Orrin rained", False), ("for a Orrin aide left and Orrin rained", True),
    ("with Orrin 's Theorem it left", False), ("with Orrin 's theory it left", True),
])  # fmt: skip
def test_a_town_and_what_is_left_of_a_name_is_nobody(text: str, *, left: bool) -> None:
    assert ("Orrin" in names_of(text, "Orrin/PERSON")) is left


def test_a_well_known_body_begins_as_a_person() -> None:
    assert names_of("then Sam 's Club left", "Sam/PERSON") == {"Sam's Club": "Organization"}


@pytest.mark.parametrize(("born", "names"), [("born", []), ("led", ["Orrin"])])
def test_where_somebody_is_from_is_nobody(born: str, names: list[str]) -> None:
    words = ["the", "Orrin", "-", born, "poet", "left"]
    pos = ["DET", "PROPN", "PUNCT", "VERB", "NOUN", "VERB"]
    doc = ParsedDoc(English().vocab, words=words, spaces=[True, False, False, True, True, False], pos=pos, lemmas=words,
                    heads=[5] * 6, deps=["dep"] * 5 + ["ROOT"], ents=["O", "B-PERSON", "O", "O", "O", "O"])  # fmt: skip
    tokens = read_tokens(doc)
    assert [name.tokens(tokens).text for name in find_names(tokens)] == names


def test_an_honour_is_no_outlet() -> None:
    assert names_of("for the Nightly Emmy she left", "Nightly/MEDIA") == {}
