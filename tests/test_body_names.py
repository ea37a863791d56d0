"""What the model took for a person or an outlet is a body where words show it, on hand-built trees."""

from __future__ import annotations

import re

import pytest

from graph.names import find_names
from tests.docs import parse

SMALL = {"a": "DET", "an": "DET", "the": "DET", "of": "ADP", "at": "ADP", "in": "ADP", "as": "ADP", "and": "CCONJ"}
VERBS = frozenset({"founded", "grew", "left", "made", "said", "sold"})


def types_of(text: str, *tagged: str) -> dict[str, str]:
    """Return the type of each name by its text; `tagged` are the model's names, as "words/LABEL"."""
    words = text.split()
    labels: dict[int, str] = {}
    for name, label in (entry.rsplit("/", 1) for entry in tagged):
        parts = name.split()
        for start in range(len(words) - len(parts) + 1):
            if words[start : start + len(parts)] == parts and start not in labels:
                labels.update({start + i: f"{'I' if i else 'B'}-{label}" for i in range(len(parts))})
    rows = []
    for index, word in enumerate(words):
        pos = "PROPN" if word[:1].isupper() else "VERB" if word in VERBS else "NOUN" if word[:1].isalpha() else "PUNCT"
        rows.append(f"{word} {SMALL.get(word, pos)} dep {len(words) - 1} {labels.get(index, 'O')}")
    return {name.tokens(doc).text: name.type.value for doc in [parse("\n".join(rows))] for name in find_names(doc)}


@pytest.mark.parametrize(("text", "name"), [
    ("then the NYPD left", "NYPD"),
    ("then Arden Heath Police left", "Arden Heath Police"),
    ("then the law firm Tarnwell left", "Tarnwell"),
    ("then the manufacturer , Tarnwell , left", "Tarnwell"),
    ("then a Tarnwell spokeswoman left", "Tarnwell"),
    ("then Tarnwell shares left", "Tarnwell"),
    ("then Tarnwell 's customers left", "Tarnwell"),
    ("for brands such as Selkirk , Tarnwell and Tarn it left", "Tarnwell"),
    ("then a lawyer at Tarnwell left", "Tarnwell"),
    ("then lawyers from Tarnwell left", "Tarnwell"),
    ("then the Tarnwell left", "Tarnwell"),
    ("then drug maker Tarnwell left", "Tarnwell"),
    ("then Tarnwell striker left", "Tarnwell"),
    ("then the Tarnwell leader left", "Tarnwell"),
    ("then Oslo - based Tarnwell left", "Tarnwell"),
    ("then a Tarnwell poll left", "Tarnwell"),
    ("then Tarnwell KGaA left", "Tarnwell KGaA"),
    ("then Tarnwell Caucus left", "Tarnwell Caucus"),
])  # fmt: skip
def test_its_words_and_its_company_make_a_body_of_a_person(text: str, name: str) -> None:
    assert types_of(text, f"{name}/PERSON")[name] == "Organization"


@pytest.mark.parametrize("text", [
    "then Mr. Tarnwell spokeswoman left",
    "then a lawyer at Tarnwell 's house left",
    "then the media giant Tarnwell left",
    "for friends such as Selkirk , Tarnwell and Tarn it left",
    "then Tarnwell spokeswoman left",
    "then Tarnwell leader left",
    "then the drug maker Tarnwell 's wife left",
])  # fmt: skip
def test_a_person_stays_one_without_such_company(text: str) -> None:
    assert types_of(text, "Tarnwell/PERSON")["Tarnwell"] == "Person"


def test_a_full_name_shows_that_its_surname_is_no_body() -> None:
    found = types_of("then Sela Orrin left and a Orrin spokeswoman left", "Sela Orrin/PERSON", "Orrin/PERSON")
    assert found == {"Sela Orrin": "Person", "Orrin": "Person"}


def test_an_apposition_calls_a_name_a_body() -> None:
    doc = parse("""
        DisTarn PROPN nsubj 6 B-PERSON
        , PUNCT punct 3
        a DET det 4
        production NOUN compound 4
        company NOUN appos 0
        , PUNCT punct 6
        left VERB ROOT 6
        """)
    assert [name.type.value for name in find_names(doc)] == ["Organization"]


def test_what_the_head_of_a_body_is_called_is_no_body() -> None:
    lines = """
        the DET det 1
        head NOUN nsubj 8
        of ADP case 4
        a DET det 4
        bank NOUN nmod 1
        , PUNCT punct 6
        Tarnwell PROPN appos {described} B-PERSON
        , PUNCT punct 6
        left VERB ROOT 8
        """
    assert [name.type.value for name in find_names(parse(lines.format(described=1)))] == ["Person"]
    assert [name.type.value for name in find_names(parse(lines.format(described=4)))] == ["Organization"]


def test_a_noun_with_a_clause_of_somebody_is_not_said_of_them() -> None:
    doc = parse("""
        the DET det 2
        law NOUN compound 2
        firm NOUN nsubj 5
        Tarnwell PROPN nsubj 4 B-PERSON
        founded VERB acl:relcl 2
        left VERB ROOT 5
        """)
    assert [name.type.value for name in find_names(doc)] == ["Person"]


def test_capitals_make_no_second_thing() -> None:
    found = types_of("then Orrinwells left and OrrinWells Inc and OrrinWells left",
                     "Orrinwells/PERSON", "OrrinWells Inc/ORG", "OrrinWells/ORG")  # fmt: skip
    assert set(found.values()) == {"Organization"}


@pytest.mark.parametrize(("text", "tagged", "wanted"), [
    ("then Orrin left Orrin & Co", ("Orrin & Co/ORG", "Orrin/PERSON"), "Organization"),
    ("then Orrin left Orrin Inc", ("Orrin Inc/ORG", "Orrin/PERSON"), "Organization"),
    ("then Orrin left Orrin Society", ("Orrin Society/ORG", "Orrin/PERSON"), "Person"),
    ("then Orrin left Orrin & Co and Mr. Orrin", ("Orrin & Co/ORG", "Orrin/PERSON"), "Person"),
])  # fmt: skip
def test_the_first_word_of_a_company_is_the_company(text: str, tagged: tuple[str, ...], wanted: str) -> None:
    assert types_of(text, *tagged)["Orrin"] == wanted


@pytest.mark.parametrize(("text", "name", "wanted"), [
    ("then Tarnfold left", "Tarnfold", "Organization"),
    ("then told Tarnfold it left", "Tarnfold", "MediaOutlet"),
    ("then local channel Tarnfold left", "Tarnfold", "MediaOutlet"),
    ("then the Tarnfold Echo left", "Tarnfold Echo", "MediaOutlet"),
    ("then Tarnfold.com left", "Tarnfold.com", "MediaOutlet"),
    ("then WXQZ left", "WXQZ", "MediaOutlet"),
    ("then her Tarnfold documentary left", "Tarnfold", "MediaOutlet"),
    ("then ESPN Tarnfold left", "ESPN Tarnfold", "MediaOutlet"),
])  # fmt: skip
def test_an_outlet_that_no_list_has_needs_a_sign_of_it(text: str, name: str, wanted: str) -> None:
    assert types_of(text, f"{name}/MEDIA")[name] == wanted


@pytest.mark.parametrize(("text", "tagged", "wanted"), [
    ("then the Office of Tides and Harbors left", "Office of Tides/ORG", "Office of Tides and Harbors"),
    ("then the Tides and Harbors Commission left", "Harbors Commission/ORG", "Tides and Harbors Commission"),
    ("then the Arden DA 's office left", "Arden DA/ORG", "Arden DA's office"),
    ("then the University of Arden , Norwich left", "University of Arden/ORG", "University of Arden"),
])  # fmt: skip
def test_the_model_leaves_off_a_part_of_a_body_s_name(text: str, tagged: str, wanted: str) -> None:
    assert wanted in types_of(text, tagged)


def test_the_place_of_a_university_belongs_to_its_name() -> None:
    found = types_of("then the University of Arden , Norwich left", "University of Arden/ORG", "Norwich/PLACE")
    assert found == {"University of Arden, Norwich": "Organization"}


@pytest.mark.parametrize(("text", "tagged", "wanted"), [
    ("then DA Sela Orrin left", "DA Sela Orrin/PERSON", "Sela Orrin"),
    ("then Adeline ( Ada ) Orrin left", "Adeline/PERSON", "Adeline ( Ada ) Orrin"),
])  # fmt: skip
def test_an_office_in_letters_is_cut_off_and_a_nickname_in_brackets_is_not(text: str, tagged: str, wanted: str) -> None:
    assert types_of(text, tagged) == {wanted: "Person"}


def test_shows_in_a_row_are_works() -> None:
    shows = ("Nightfall/ORG", "Harbor Lane/ORG", "Tarn/PERSON")
    found = types_of("in the shows Nightfall , Harbor Lane and Tarn , it left", *shows)
    assert found == {"Nightfall": "Work", "Harbor Lane": "Work", "Tarn": "Work"}
    assert types_of("then the shows Tarn made left", "Tarn/PERSON") == {"Tarn": "Person"}
    assert types_of("then four games for the Tarns left", "Tarns/ORG") == {"Tarns": "Organization"}


def test_the_kind_before_a_lone_word_knows_better_than_the_model() -> None:
    assert types_of("then his film Tarn , left and Tarn grew", "Tarn/PERSON") == {"Tarn": "Work"}


def test_one_proof_of_a_body_serves_all_of_its_mentions() -> None:
    found = types_of("then the gas company Tarnwell left and into Tarnwell it grew", "Tarnwell/ORG", "Tarnwell/PERSON")
    assert found == {"Tarnwell": "Organization"}


def test_a_place_and_a_plural_are_a_team_and_a_band_has_players() -> None:
    text = "in Sydney the Sydney Tarns left and the Tarns left"
    assert types_of(text, "Sydney Tarns/PERSON", "Sydney/PLACE")["Sydney Tarns"] == "Organization"
    assert types_of(text.replace("in Sydney", "then"), "Sydney Tarns/PERSON")["Sydney Tarns"] == "Person"
    band = types_of("then Tarnwell Crew guitarist Ada Quill left", "Tarnwell Crew/PERSON", "Ada Quill/PERSON")
    assert band == {"Tarnwell Crew": "Organization", "Ada Quill": "Person"}


def test_an_outlet_s_article_is_no_person_s() -> None:
    assert types_of("The Hill left", "Hill/PERSON") == {"The Hill": "MediaOutlet"}
    assert types_of("then Hill left", "Hill/PERSON") == {"Hill": "Person"}


def test_an_office_in_letters_behind_a_place_is_cut_off_with_it() -> None:
    assert types_of("then Arden D.A. Cy Quill left", "Arden D.A. Cy Quill/PERSON") == {"Cy Quill": "Person"}


@pytest.mark.parametrize(("text", "tagged", "wanted"), [
    ("at the Center for a Quieter Harbor it left", ("Center/ORG", "Quieter Harbor/ORG"), "Center for a Quieter Harbor"),
    ("then the Tide Subcommittee on Harbor Safety left", ("Tide Subcommittee/ORG", "Harbor Safety/ORG"),
     "Tide Subcommittee on Harbor Safety"),
    ("then the Senate Committee on Tides , Harbors , and Ferries left", ("Senate Committee on Tides , Harbors/ORG",),
     "Senate Committee on Tides, Harbors, and Ferries"),
    ("while Ada Quill left the Quill White House left", ("Ada Quill/PERSON", "Quill White House/ORG"), "White House"),
    ("then the Republican Senate left", ("Republican Senate/ORG",), "Senate"),
    ("then House Minority leader Ada left", ("House Minority/ORG",), "House"),
    ("then the Quill / Dunn campaign left", ("Quill/PERSON", "Dunn/PERSON"), "Quill / Dunn campaign"),
])  # fmt: skip
def test_a_body_is_named_whole_and_without_its_holder(text: str, tagged: tuple[str, ...], wanted: str) -> None:
    found = types_of(text, *tagged)
    assert [name for name, kind in found.items() if kind == "Organization"] == [wanted]


def test_a_government_that_acts_is_named_after_its_people() -> None:
    acting = """
        the DET det 3
        North PROPN compound 3
        Korean ADJ amod 3
        government NOUN nsubj 4
        sued VERB ROOT 4
        """
    assert [name.tokens(doc).text for doc in [parse(acting)] for name in find_names(doc)] == ["North Korean government"]
    allied = acting.replace("North PROPN", "- PUNCT")
    assert [name for doc in [parse(allied)] for name in find_names(doc)] == []


def test_those_who_work_for_outlets_are_a_body() -> None:
    assert types_of("then the Harbor Press Club left", "Harbor Press Club/MEDIA") == {
        "Harbor Press Club": "Organization"
    }
    assert types_of("then the Harbor Press left", "Harbor Press/MEDIA") == {"Harbor Press": "MediaOutlet"}


@pytest.mark.parametrize(("text", "name", "body"), [
    ("then Norham 0 - 2 Arden ended", "Norham", True),
    ("then Arden 0 - 2 Norham ended", "Norham", True),
    ("then Norham 6 - 4 , it ended", "Norham", False),
    ("in Ada Quill 0 - 2 Arden ended", "Ada Quill", False),
    ("at a company called Norham it ended", "Norham", True),
    ("at a company named Ada Quill it ended", "Ada Quill", False),
    ("at a school friend called Norham it ended", "Norham", False),
    ("then Labour left", "Labour", True),
    ("then Q&D left", "Q&D", True),
    ("then Norham Administration left", "Norham Administration", True),
])  # fmt: skip
def test_a_score_what_it_is_called_and_its_own_words_show_a_body(text: str, name: str, body: bool) -> None:
    assert types_of(text, f"{name}/PERSON") == {name: "Organization" if body else "Person"}


def test_a_known_body_is_none_of_the_places_that_are_called_alike() -> None:
    assert types_of("then Downing Street left", "Downing Street/ORG") == {"Downing Street": "Organization"}
    assert types_of("then Norham Street left", "Norham Street/ORG") == {}


def test_a_station_s_call_sign_may_end_in_its_channel() -> None:
    assert types_of("then KQRV-2 left", "KQRV-2/PERSON") == {"KQRV-2": "MediaOutlet"}


@pytest.mark.parametrize(("text", "tagged", "wanted"), [
    ("for Quill and Harbor it left Quill and Harbor", ("Quill and Harbor/ORG", "Quill/PERSON", "Harbor/ORG"),
     {"Quill", "Harbor"}),
    ("for Quill and Harbor it left", ("Quill and Harbor/ORG",), {"Quill and Harbor"}),
    ("for the Department of Tides and Department of Ferries it left",
     ("Department of Tides and Department of Ferries/ORG",),
     {"Department of Tides", "Department of Ferries"}),
    ("for Quill & Quill it left Quill", ("Quill & Quill/ORG", "Quill/PERSON"), {"Quill & Quill", "Quill"}),
])  # fmt: skip
def test_two_that_the_model_took_for_one_are_two_where_each_is_named(
    text: str, tagged: tuple[str, ...], wanted: set[str]
) -> None:
    words = text.split()
    labels = ["O"] * len(words)
    for name, label in (entry.rsplit("/", 1) for entry in tagged):
        parts = name.split()
        free = [i for i in range(len(words)) if words[i : i + len(parts)] == parts and labels[i] == "O"]
        if free:
            labels[free[0] : free[0] + len(parts)] = [f"B-{label}", *[f"I-{label}"] * (len(parts) - 1)]
    rows = [
        f"{word} {'PROPN' if word[:1].isupper() else SMALL.get(word, 'NOUN')} dep {len(words) - 1} {label}"
        for word, label in zip(words, labels, strict=True)
    ]
    assert {name.tokens(doc).text for doc in [parse("\n".join(rows))] for name in find_names(doc)} == wanted


@pytest.mark.parametrize(("text", "tagged", "wanted"), [
    ("then the Arden State Board of Ferries left", ("Arden State Board/ORG",), "Arden State Board of Ferries"),
    ("then the Arden State Board of Norwich left", ("Arden State Board/ORG", "Norwich/PLACE"), "Arden State Board"),
    ("then the Harbor Panel of Tide Change left", ("Harbor Panel/ORG", "Tide Change/ORG"),
     "Harbor Panel of Tide Change"),
])  # fmt: skip
def test_what_a_board_or_a_panel_is_for_belongs_to_its_name(text: str, tagged: tuple[str, ...], wanted: str) -> None:
    assert list(types_of(text, *tagged)) == [wanted]


@pytest.mark.parametrize(("text", "name", "wanted"), [
    ("then the editor of Tarnwell left", "Tarnwell", "MediaOutlet"),
    ("then a columnist for Tarnwell left", "Tarnwell", "MediaOutlet"),
    ("then the owner of Tarnwell left", "Tarnwell", "Person"),
    ("then the editor of Ada left", "Ada", "Person"),
])  # fmt: skip
def test_what_somebody_edits_or_writes_for_is_an_outlet(text: str, name: str, wanted: str) -> None:
    assert types_of(text, f"{name}/PERSON").get(name) == wanted


def test_pro_tem_is_no_part_of_a_name_and_a_platform_no_person() -> None:
    assert types_of("then Pro Tem Ada Quill left", "Tem Ada Quill/PERSON") == {"Ada Quill": "Person"}
    assert types_of("then Pinterest left", "Pinterest/PERSON") == {}


@pytest.mark.parametrize(("text", "name", "wanted"), [
    ("then Arden police officers left", "Arden", "Arden"),
    ("then it told Arden police", "Arden", "Arden police"),
    ("then it told FBI police", "FBI", "FBI"),
])  # fmt: skip
def test_a_town_that_stands_before_its_police_is_theirs(text: str, name: str, wanted: str) -> None:
    assert list(types_of(text, f"{name}/ORG")) == [wanted]


@pytest.mark.parametrize(("rows", "wanted"), [
    ("Arden PROPN nsubj 2 B-PERSON\nhave AUX aux 2\nsigned VERB ROOT 2", "Organization"),
    ("Arden PROPN nsubj 2 B-PERSON\nhas AUX aux 2\nsigned VERB ROOT 2", "Person"),
    ("if SCONJ mark 2\nArden PROPN nsubj 2 B-PERSON\nwere VERB ROOT 2", "Person"),
    ("Arden PROPN nsubj 4 B-PERSON\nand CCONJ cc 2\nBo PROPN conj 0\nhave AUX aux 4\nsigned VERB ROOT 4", "Person"),
])  # fmt: skip
def test_what_takes_a_plural_is_a_team(rows: str, wanted: str) -> None:
    doc = parse(rows, tags={"have": "VBP", "has": "VBZ", "were": "VBD"})
    assert next(name.type.value for name in find_names(doc)) == wanted


@pytest.mark.parametrize(("text", "tagged", "wanted"), [
    ("then Senate Sgt . left", "Senate Sgt/ORG", {"Senate": "Organization"}),
    ("then Sotheby 's left", "Sotheby/ORG", {"Sotheby's": "Organization"}),
    ("then Tarnwell 's left", "Tarnwell/ORG", {"Tarnwell": "Organization"}),
    ("then Greenpeace Secretary left", "Greenpeace Secretary/ORG", {"Greenpeace": "Organization"}),
    ("then White House Press Secretary left", "White House Press/MEDIA", {"White House": "Organization"}),
    ("then the No. 1 Washington Post left", "No. 1 Washington Post/MEDIA", {"Washington Post": "MediaOutlet"}),
    ("then the Failing Washington Post left", "Failing Washington Post/MEDIA", {"Washington Post": "MediaOutlet"}),
    ("then Tarnwell University left", "Tarnwell University/MEDIA", {"Tarnwell University": "Organization"}),
    ("for University of Norwell , Arden Tech left", "University of Norwell/ORG Arden Tech/ORG",
     {"University of Norwell": "Organization", "Arden Tech": "Organization"}),
    ("then the State Department left", "State Department/ORG", {"State Department": "Organization"}),
])  # fmt: skip
def test_a_body_has_no_rank_and_no_remark_in_its_name(text: str, tagged: str, wanted: dict[str, str]) -> None:
    names = [f"{name.strip()}/{label}" for name, label in re.findall(r"([^/]+)/([A-Z]+)", tagged)]
    assert types_of(text, *names) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("on Reuters 's “ Tarnwell ” it rained", "MediaOutlet"),
    ("Reuters 's Tarnwell left", "Person"),
    ("Sela Orrin , Slate “ The tide left ”", "MediaOutlet"),
    ("then Slate left", "Person"),
    ("according to Slate it left", "MediaOutlet"),
])  # fmt: skip
def test_an_outlet_s_programme_and_a_byline_show_an_outlet(text: str, wanted: str) -> None:
    name = "Slate" if "Slate" in text else "Tarnwell"
    assert types_of(text, f"{name}/PERSON", "Reuters/MEDIA", "Sela Orrin/PERSON")[name] == wanted
