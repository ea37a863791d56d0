"""Common words, places, laws and what web pages leave in a text are no people and no bodies."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc as ParsedDoc

from graph.names import find_names
from graph.no_names import load_no_names
from graph.tokens import Doc, read_tokens
from tests.docs import parse

PERSON, ORGANIZATION = "PERSON", "ORG"


def names_of(text: str, *tagged: str) -> dict[str, str]:
    """Return the type of each name by its text; `tagged` are the model's names, as "words/LABEL"."""
    words = text.split()
    labels: dict[int, str] = {}
    for entry in tagged:
        name, label = entry.rsplit("/", 1)
        parts = name.split()
        for start in range(len(words)):
            if words[start : start + len(parts)] == parts and start not in labels:
                labels.update({start + i: f"{'I' if i else 'B'}-{label}" for i in range(len(parts))})
    rows = []
    for index, word in enumerate(words):
        pos = "PROPN" if word[:1].isupper() else "NOUN" if word[:1].isalnum() else "PUNCT"
        rows.append(f"{word} {pos} dep {len(words) - 1} {labels.get(index, 'O')}")
    doc = parse("\n".join(rows))
    return {name.tokens(doc).text: name.type.value for name in find_names(doc)}


def read_doc(words: list[str], entities: list[str], *, flat: Collection[int] = ()) -> Doc:
    """Return the tokens of words that hang on the last but for those which the tree makes one name with the first."""
    pos = ["SPACE" if "\n" in word else "PROPN" for word in words]
    deps = ["flat" if index in flat else "dep" for index in range(len(words))]
    heads = [0 if index in flat else len(words) - 1 for index in range(len(words))]
    return read_tokens(ParsedDoc(English().vocab, words=words, pos=pos, deps=deps, heads=heads, lemmas=words,
                                 ents=entities))  # fmt: skip


@pytest.mark.parametrize(("name", "label"), [
    ("Lawmakers", ORGANIZATION), ("MORE", PERSON), ("One", ORGANIZATION), ("Backlash", PERSON),
    ("Coronavirus", ORGANIZATION), ("Belgium", PERSON), ("NAFTA", ORGANIZATION),
    ("Covid-19", ORGANIZATION), ("Nebraska Rep.", ORGANIZATION), ("Harbor Democrat", ORGANIZATION), ("D-Conn.", PERSON),
    ("Dunn'slawyers", PERSON), ("Q", PERSON), ("Ada And Bo", PERSON), ("Harbor Attorney General", ORGANIZATION),
    ("Belgian", PERSON), ("Fake News Media", "MEDIA"), ("Quill-Belgium", PERSON), ("Anti-Belgium", PERSON),
])  # fmt: skip
def test_a_common_word_a_place_a_law_and_a_fragment_name_nobody(name: str, label: str) -> None:
    assert names_of(f"yesterday {name} left it", f"{name}/{label}") == {}


def test_a_word_for_a_thing_is_somebody_s_name_where_the_text_gives_it_in_full() -> None:
    found = names_of("then Bo Snow met Ada London and Snow left London", "Bo Snow/PERSON", "Ada London/PERSON",
                     "Snow/PERSON", "London/PERSON")  # fmt: skip
    assert found == dict.fromkeys(("Bo Snow", "Ada London", "Snow", "London"), "Person")


def test_a_hyphen_couples_the_names_of_two_and_makes_one_of_a_double_name() -> None:
    two = ("Ada Quill/PERSON", "Bo Dunn/PERSON", "Quill-Dunn/PERSON")
    assert "Quill-Dunn" not in names_of("then Ada Quill met Bo Dunn at the Quill-Dunn trial", *two)
    assert "Quill-Dunn" in names_of("then Ada Quill left with Quill-Dunn", two[0], two[2])


@pytest.mark.parametrize(("text", "name", "kept"), [
    ("after the Quill-Dunn bill it ended", "Quill-Dunn/PERSON", False),
    ("after the Quill-Dunn lawyer left", "Quill-Dunn/PERSON", True),
    ("after the Quill-Dunn bill Quill-Dunn , left", "Quill-Dunn/PERSON", True),
    ("at the US-Belgium border it ended", "US-Belgium/ORG", False),
    ("at the Harbor-Belgium pier it ended", "Harbor-Belgium/ORG", True),
    ("asked Sen. Quill left", "Sen./PERSON", False),
    ("for Liberal Democrat it ended", "Liberal Democrat/ORG", True),
    ("on www.harbor.example/tide it said", "www.harbor.example/tide/ORG", False),
])  # fmt: skip
def test_two_names_before_a_thing_two_countries_a_title_and_an_address_name_nobody(
    text: str, name: str, kept: bool
) -> None:
    assert (name.rsplit("/", 1)[0] in names_of(text, name)) is kept


def test_the_letters_of_a_law_are_no_body() -> None:
    text = "under the Fair Tide Act ( FTX ) he sued and FTX failed him"
    assert names_of(text, "FTX/ORG") == {}
    assert names_of(text.replace("Act", "Exchange"), "FTX/ORG") == {"FTX": "Organization"}


def test_a_family_is_no_body() -> None:
    text = "while Ada Quill left the Quills sold it"
    assert names_of(text, "Ada Quill/PERSON", "Quills/ORG") == {"Ada Quill": "Person"}
    assert names_of("while it rained the Quills sold it", "Quills/ORG") == {"Quills": "Organization"}


def test_the_party_of_a_case_that_is_only_cited_is_no_person() -> None:
    cited = "under Orrin v. Sela it failed"
    assert names_of(cited, "Orrin/PERSON", "Sela/PERSON") == {}
    assert names_of(f"{cited} and Mr. Orrin left", "Orrin/PERSON", "Sela/PERSON") == {"Orrin": "Person"}


@pytest.mark.parametrize(("ending", "wanted"), [("harbor", set()), ("Brimble", {"Brimble"})])
def test_a_word_with_a_capital_in_the_headline_alone_names_nobody(ending: str, wanted: set[str]) -> None:
    words = ["Furious", "Harbor", "Fishers", "Brimble", "Marlow", "Trawlers", "\n\n", "then", "Ada", "left", ending]
    entities = ["B-PERSON" if word in {"Brimble", "Ada"} else "O" for word in words]
    doc = read_doc(words, entities)
    assert {name.tokens(doc).text for name in find_names(doc)} == {"Ada", *wanted}


def test_what_a_page_repeats_behind_a_name_is_cut_off() -> None:
    assert names_of("yesterday Ada Quill harbor.com left it", "Ada Quill harbor.com/PERSON") == {"Ada Quill": "Person"}
    seat = "yesterday Ada Quill , D-Minn. left it"
    assert names_of(seat, "Ada Quill , D-Minn./PERSON") == {"Ada Quill": "Person"}
    echoed = "yesterday Ada Quill Sues Bea QuillJudge left it"
    assert names_of(echoed, "Ada Quill Sues Bea QuillJudge/PERSON") == {"Ada Quill": "Person"}


def test_the_lists_hold_nothing_twice_and_no_name() -> None:
    words, places, abbreviations = load_no_names()
    assert all(word == word.lower() for word in words)
    assert not {place.lower() for place in places} & words and not abbreviations & places


def test_the_letters_of_a_thing_are_no_body_and_those_of_a_body_in_small_letters_are() -> None:
    assert names_of("a grave adverse effect ( GAE ) hurt it and GAE hurt", "GAE/ORG") == {}
    assert names_of("the grave fraud office ( GFO ) left", "GFO/ORG") == {"GFO": "Organization"}


def test_a_storm_a_ferry_and_a_place_are_no_people() -> None:
    assert names_of("since Hurricane Sela hit it and Sela left", "Sela/PERSON") == {}
    assert names_of("aboard the Sela Orrin ferry it rained", "Sela Orrin/PERSON") == {}
    place = names_of("then Bo Dunn left from Orrin Heath , Norfolk now", "Bo Dunn/PERSON", "Orrin Heath/PERSON",
                     "Norfolk/PLACE")  # fmt: skip
    assert place == {"Bo Dunn": "Person"}


def test_the_kind_of_a_body_is_one_s_short_name_or_none() -> None:
    assert names_of("then the Bureau left", "Bureau/ORG") == {}
    assert "Bureau" in names_of("the Tide Bureau left and the Bureau left", "Tide Bureau/ORG", "Bureau/ORG")


def test_the_parties_of_a_case_that_is_cited_are_no_people_of_the_article() -> None:
    assert names_of("in Quill v. Dunn it ruled and under Quill it ruled", "Quill/PERSON", "Dunn/PERSON") == {}
    assert names_of("in Quill v. Dunn it ruled", "Quill v. Dunn/WORK") == {}
    told = names_of("in Quill v. Dunn it ruled and Mr. Quill left", "Quill/PERSON", "Quill/PERSON", "Dunn/PERSON")
    assert told == {"Quill": "Person"}


def test_a_headline_s_common_words_name_nobody_and_a_kind_of_body_does() -> None:
    words = "HARBOR LOAN UP AND NORWICH POLICE SUE \n\n then the harbor loan rose and police left".split(" ")
    entities = ["B-ORG", "I-ORG", "O", "O", "B-ORG", "I-ORG", *["O"] * (len(words) - 6)]
    doc = read_doc(words, entities)
    assert {name.tokens(doc).text for name in find_names(doc)} == {"NORWICH POLICE"}


def test_a_word_that_opens_a_sentence_and_is_written_small_elsewhere_names_nobody() -> None:
    assert names_of("Palisanders had been placed near a palisander", "Palisanders/PERSON") == {}
    assert names_of("Palisanders had been placed near a fence", "Palisanders/PERSON") == {"Palisanders": "Person"}


def test_the_first_letters_of_a_law_that_is_named_are_no_body() -> None:
    assert names_of("under the Fair Vessels Tide Act it ends and FVTA ended it", "FVTA/ORG") == {}
    assert names_of("under the Fair Vessels Tide Fund it ends and FVTA ended it", "FVTA/ORG") == {
        "FVTA": "Organization"
    }


def test_a_name_that_begins_anew_or_ends_in_a_link_is_cut_there() -> None:
    glued = "yesterday Ada Quill Ada QuillJudge left it"
    assert set(names_of(glued, "Ada Quill Ada QuillJudge/PERSON")) == {"Ada Quill", "Ada"}
    assert names_of("yesterday Sela Sela Dunn left it", "Sela Sela Dunn/PERSON") == {"Sela Sela Dunn": "Person"}
    link = names_of("yesterday Harbor Tide nowhttps://x left it", "Harbor Tide nowhttps://x/ORG")
    assert link == {"Harbor Tide": "Organization"}


def test_a_state_s_short_form_and_a_surname_that_is_only_cited_name_nobody() -> None:
    assert names_of("then Ada Quill , Ariz. , left", "Ada Quill/PERSON", "Ariz./PERSON") == {"Ada Quill": "Person"}
    assert names_of("since Tarnwell v. FEC it rained", "Tarnwell/ORG") == {}
    assert "Tarnwell" in names_of("since Tarnwell v. FEC the Tarnwell left", "Tarnwell/ORG")


@pytest.mark.parametrize(
    ("below", "wanted"), [("it rained", set()), ("Critical Harbors sold well", {"Critical Harbors"})]
)
def test_a_title_that_only_a_headline_has_is_none(below: str, wanted: set[str]) -> None:
    words = ["Trawlers", "Wrangle", "Over", "Critical", "Harbors", "Again", "\n\n", *below.split()]
    entities = ["B-WORK" if word == "Critical" else "I-WORK" if word == "Harbors" else "O" for word in words]
    doc = read_doc(words, entities)
    assert {name.tokens(doc).text for name in find_names(doc)} == wanted


@pytest.mark.parametrize(("line_end", "name"), [("\n\n", "Sela"), ("–", "Sela Wrangle")])
def test_a_headline_joins_no_verb_to_a_name(line_end: str, name: str) -> None:
    words = ["Sela", "Wrangle", "Splits", "Trawlers", line_end, "then", "Sela", "rained"]
    doc = read_doc(words, ["B-PERSON", *["O"] * 7], flat=[1])
    assert next(found.tokens(doc).text for found in find_names(doc) if found.start == 0) == name


@pytest.mark.parametrize(("text", "kept"), [
    ("in the Harbor Lending Program ( HLP ) the HLP grew", False),
    ("in the Harbor Lending Program the HLP grew", False),
    ("in the World Food Program ( WFP ) the WFP grew", True),
])  # fmt: skip
def test_the_letters_of_a_programme_are_no_body_but_those_of_one_that_is_run_as_one(text: str, kept: bool) -> None:
    letters = text.split()[-2]
    assert (letters in names_of(text, *[f"{letters}/ORG"] * text.split().count(letters))) is kept


def test_an_outlet_called_by_a_common_word_is_none_where_that_is_written_small_or_spells_a_thing() -> None:
    assert names_of("The State reported it") == {"The State": "MediaOutlet"}
    assert names_of("The State reported it to the state left") == {}
    assert names_of("under a deferred prosecution agreement ( DPA ) the DPA left", "DPA/MEDIA", "DPA/MEDIA") == {}
