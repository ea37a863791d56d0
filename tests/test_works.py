"""Which names are titles, shown on hand-built trees: by quotation marks, by their kind, by the works beside them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.model import EntityType
from graph.name_votes import Name, join_subtitles
from graph.names import find_names
from graph.tokens import read_tokens
from tests.docs import parse


def types_of(text: str, *tagged: str) -> dict[str, str]:
    """Return the type of each name by its text; `tagged` are the model's names, as "words/LABEL"."""
    words = text.split()
    labels: dict[int, str] = {}
    for name, label in (entry.rsplit("/", 1) for entry in tagged):
        parts = name.split()
        start = next(at for at in range(len(words)) if words[at : at + len(parts)] == parts)
        labels.update({start + i: f"{'I' if i else 'B'}-{label}" for i in range(len(parts))})
    rows = []
    for index, word in enumerate(words):
        pos = "PROPN" if word[:1].isupper() else "NOUN" if word[:1].isalpha() else "PUNCT"
        pos = "ADP" if word in {"of", "for", "on", "from"} else pos
        rows.append(f"{word} {pos} dep {len(words) - 1} {labels.get(index, 'O')}")
    return {name.tokens(doc).text: name.type.value for doc in [parse("\n".join(rows))] for name in find_names(doc)}


@pytest.mark.parametrize(("text", "tagged", "wanted"), [
    ("games such as Nightfall , Harbor Run and Dark Tide sold well", "Dark Tide/ORG", "Work"),
    ("firms such as Nightfall , Harbor Run and Dark Tide sold well", "Dark Tide/ORG", "Organization"),
    ("then “ Dark Tide ” came out", "Dark Tide/ORG", "Work"),
    ("then the Dark Tides actress left", "Dark Tides/ORG", "Work"),
    ("then the 27 - year - old Nightfall actress left", "Nightfall/PERSON", "Work"),
    ("then The Sela Orrin Show left", "Sela Orrin Show/PERSON", "Work"),
    ("of film , the UFC star left", "UFC/ORG", "Organization"),
    ("then the Arden Boat Show left", "Arden Boat Show/ORG", "Organization"),
    ("then a Nightfall contestant left", "Nightfall/ORG", "Work"),
    ("then Orrin 's Nightfall album left", "Nightfall/ORG", "Work"),
    ("her latest album , Dark Tide Company , left", "Dark Tide Company/ORG", "Work"),
    ("of film , the Nightfall movies left", "Nightfall/PERSON", "Work"),
    ("of film , the Nightfall film series left", "Nightfall/PERSON", "Work"),
    ("of teams , the Nightfall franchise left", "Nightfall/ORG", "Organization"),
    ("then “ Dark Tide Inc. ” came out", "Dark Tide Inc./ORG", "Organization"),
])  # fmt: skip
def test_what_stands_around_a_name_shows_a_title(text: str, tagged: str, wanted: str) -> None:
    assert types_of(text, tagged)[tagged.split("/")[0]] == wanted


def test_what_somebody_is_a_judge_on_is_a_title_though_half_of_it_looks_like_a_body() -> None:
    assert types_of("a judge on Arden Got Rhythm left", "Got Rhythm/ORG") == {"Arden Got Rhythm": "Work"}
    assert types_of("a judge for Arden Got Rhythm left", "Got Rhythm/ORG") == {"Got Rhythm": "Organization"}


def test_a_lone_word_behind_its_kind_is_a_title() -> None:
    assert types_of("for the song Nightfall , it paid") == {"Nightfall": "Work"}
    assert types_of("for the comedy Nightfall , it paid") == {"Nightfall": "Work"}
    assert types_of("for the firm Nightfall , it paid") == {}


def test_a_star_shows_a_title_only_where_the_text_is_of_the_stage() -> None:
    played = "in the film and the film the Nightfall star left"
    assert types_of(played, "Nightfall/ORG") == {"Nightfall": "Work"}
    assert types_of(played.replace("film", "league"), "Nightfall/ORG") == {"Nightfall": "Organization"}


def test_who_shows_a_film_is_no_film() -> None:
    assert types_of("in the film and the film the Netflix star left", "Netflix/ORG") == {"Netflix": "Organization"}


def test_what_a_performer_is_known_for_needs_no_article() -> None:
    played = "in the film and the film Nightmere star Ada Quill left"
    assert types_of(played, "Nightmere/ORG", "Ada Quill/PERSON")["Nightmere"] == "Work"
    club = types_of(played.replace("film", "league"), "Nightmere/ORG", "Ada Quill/PERSON")
    assert club["Nightmere"] == "Organization"
    person = types_of(played.replace("star", "director"), "Nightmere/PERSON", "Ada Quill/PERSON")
    assert person["Nightmere"] == "Work"
    body = types_of(played.replace("star", "director"), "Nightmere/ORG", "Ada Quill/PERSON")
    assert body["Nightmere"] == "Organization"
    lawyer = types_of(played.replace("star", "lawyer"), "Nightmere/PERSON", "Ada Quill/PERSON")
    assert lawyer["Nightmere"] == "Person"
    former = "in the film and the film the former Dark Tide star left"
    assert types_of(former, "Dark Tide/ORG")["Dark Tide"] == "Work"
    assert types_of(former.replace("film", "league"), "Dark Tide/ORG")["Dark Tide"] == "Organization"


def test_such_stands_before_the_kind_as_well() -> None:
    assert types_of("for such films as Dark Tide and Nightmere it won", "Nightmere/ORG") == {"Nightmere": "Work"}
    assert types_of("for such firms as Dark Tide and Nightmere it won", "Nightmere/ORG") == {
        "Nightmere": "Organization"
    }


@pytest.mark.parametrize(("text", "type_"), [
    ("in her latest album , Nightmere , it ends", "Work"),
    ("in her latest interview , Nightmere , it ends", "Person"),
    ("in her late album , Nightmere , it ends", "Person"),
])  # fmt: skip
def test_a_name_between_commas_tells_which_of_somebody_s_works_it_is(text: str, type_: str) -> None:
    assert types_of(text, "Nightmere/PERSON") == {"Nightmere": type_}


def test_what_somebody_is_star_of_is_a_title_however_many() -> None:
    played = "in the film and the film the star of Nightfall , Dark Tide and Harbor left"
    assert set(types_of(played, "Nightfall/ORG", "Dark Tide/ORG", "Harbor/ORG").values()) == {"Work"}
    club = types_of(played.replace("film", "league"), "Nightfall/ORG", "Dark Tide/ORG", "Harbor/ORG")
    assert set(club.values()) == {"Organization"}


def test_a_scene_shows_the_title_before_it() -> None:
    assert types_of("over the It Begins With Them rooftop scene") == {"It Begins With Them": "Work"}
    assert types_of("over the It Begins With Them rooftop party") == {}


@pytest.mark.model
@pytest.mark.parametrize(("text", "titles"), [
    ("Bo Dunn hurt his arm while making Sounds of the Tide. In Sounds of the Tide Dunn plays a cook.",
     ["Sounds of the Tide", "Sounds of the Tide"]),
    ("Bo Dunn hurt his arm while making Harbor Gas a firm.", []),
    ("Bo Dunn won for his role in Night Train: The Crimes of Arden.", ["Night Train: The Crimes of Arden"]),
])  # fmt: skip
def test_the_words_around_a_title_show_where_it_ends(pipeline: Language, text: str, titles: list[str]) -> None:
    doc = read_tokens(pipeline(text))
    assert [name.tokens(doc).text for name in find_names(doc) if name.type is EntityType.WORK] == titles


def test_the_first_letters_of_a_title_are_short_for_it() -> None:
    shown = "the film Dancing In The Night ended and the DITN judge left"
    assert types_of(shown, "DITN/ORG") == {"Dancing In The Night": "Work", "DITN": "Work"}
    assert types_of(shown.replace("DITN", "DITM"), "DITM/ORG")["DITM"] == "Organization"


@pytest.mark.parametrize(("words", "joined"), [
    ("in I , Quill ends", [(1, 4)]),
    ("in Dunn , Quill ends", [(1, 2), (3, 4)]),
])  # fmt: skip
def test_a_title_of_one_letter_goes_on_behind_a_comma(words: str, joined: list[tuple[int, int]]) -> None:
    doc = parse("\n".join(f"{word} PROPN dep 4 O" for word in words.split()))
    names = [Name(1, 2, EntityType.WORK), Name(3, 4, EntityType.WORK)]
    assert [(name.start, name.end) for name in join_subtitles(doc, names)] == joined


def test_a_place_in_the_charts_is_no_title() -> None:
    assert types_of("at No. 7 it ends", "No. 7/WORK") == {}


def test_what_somebody_directs_is_no_title_where_it_is_a_body_or_a_gathering() -> None:
    assert "Quill Harbor Prize" not in types_of("the cast of Quill Harbor Prize left")
    assert types_of("the cast of Quill Harbor Nights left") == {"Quill Harbor Nights": "Work"}
