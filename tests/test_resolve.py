"""Chains of several documents become entities: joined where sure, kept apart where not."""

from __future__ import annotations

import re
from itertools import permutations
from random import Random

import pytest

from graph.model import Extraction, Gender
from graph.resolve import resolve, resolve_entities
from graph.resolve.block import read_profiles
from graph.resolve.entities import choose_label
from tests.extractions import Article, chain_article, name_article
from tests.resolved import COURT, ORGANIZATION, OUTLET, WORK, crowd, labels, labels_in_crowd, only


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (("Ada Quill", "Ada Quill"), "Ada Quill"),
        (("Ada Quill", "Ada M. Quill"), "Ada M. Quill"),
        (("Bill Osei", "William Osei"), "William Osei"),
        (("A. Quill", "Ada Quill"), "Ada Quill"),
        (("Quill", "Ada Quill"), "Ada Quill"),
        (("Judge Ellery", "Noor Ellery"), "Noor Ellery"),
        (("Van Marsh", "Leda Van Marsh"), "Leda Van Marsh"),
        (("Quill", "Ms. Quill"), "Quill"),
        (("Mohammed Osei", "Mohamed Osei"), "Mohamed Osei"),
        (("[Ada] Quill", "Ada Quill"), "Ada Quill"),
        (("Ada) Quill", "Ada Quill"), "Ada Quill"),
        (("Ada) Quill", "Quill"), "Ada Quill"),
        (("Rear Adm. Bram Osei", "Bram Osei"), "Bram Osei"),
        (("A.B. Quill", "Ada Bea Quill"), "Ada Bea Quill"),
        (("Bo al-Quill", "Bo Al Quill", "Bo Quill"), "Bo Al Quill"),
        (("Bo al-Quill", "Al Quill"), "Bo al-Quill"),
    ],
)
def test_names_of_one_person_join(names: tuple[str, ...], label: str) -> None:
    assert labels(*(name_article(f"d{i}", name) for i, name in enumerate(names))) == [label]


@pytest.mark.parametrize(
    "names",
    [
        ("Ada Quill", "Mina Quill"),
        ("Bram Osei", "Bram Osei Jr."),
        ("Ada M. Quill", "Ada B. Quill"),
        ("Ada", "Ada Quill"),
        ("Ada Quill", "A. Quill", "Amos Quill"),
        ("Ada Quill", "Quill", "Mina Quill"),
        ("Alexander Osei", "Alexandra Osei", "Alex Osei"),
        ("Ada Quill", "Ada M. Quill", "Ada B. Quill"),
        ("MJ Osei", "Mike Osei"),
    ],
)
def test_unsure_means_apart(names: tuple[str, ...]) -> None:
    assert labels(*(name_article(f"d{i}", name) for i, name in enumerate(names))) == sorted(names)


def test_a_surname_goes_to_the_full_name_of_its_own_document() -> None:
    entities = resolve_entities([name_article("d1", "Ada Quill", "Quill"), name_article("d2", "Mina Quill")])[0]
    assert {entity.label: entity.mentions for entity in entities} == {"Ada Quill": 2, "Mina Quill": 1}


def test_a_surname_that_a_chain_has_joined_stays_with_it() -> None:
    entities = resolve_entities([chain_article("d1", "Ada Quill", "Quill"), chain_article("d2", "Mina Quill")])[0]
    assert {entity.label: entity.aliases for entity in entities} == {"Ada Quill": ("Quill",), "Mina Quill": ()}


def test_a_surname_of_the_other_gender_stays_alone() -> None:
    man = chain_article("d1", "Bram Quill", gender=Gender.MALE)
    assert labels(man, name_article("d2", "Ms. Quill")) == ["Bram Quill", "Quill"]


def test_a_stage_name_finds_the_only_one_who_is_called_so() -> None:
    assert labels(chain_article("d1", "Leda Marsh", "Dr. Tide"), name_article("d2", "Dr. Tide")) == ["Leda Marsh"]


def test_an_outlet_is_known_by_the_list() -> None:
    entity = only(
        name_article("d1", "WSJ", type_=OUTLET), name_article("d2", "The Wall Street Journal", type_=ORGANIZATION)
    )
    assert (entity.label, entity.type) == ("The Wall Street Journal", OUTLET)
    assert entity.aliases == ("WSJ",)


def test_an_organization_that_publishes_news_anywhere_is_an_outlet() -> None:
    documents = [name_article(f"d{i}", "Harbor Gazette", type_=ORGANIZATION) for i in range(3)]
    assert only(*documents, name_article("d9", "Harbor Gazette", type_=OUTLET)).type is OUTLET


def test_one_chain_of_many_that_is_misread_makes_no_outlet() -> None:
    documents = [name_article(f"d{i}", "Tide Department", type_=ORGANIZATION) for i in range(7)]
    assert only(*documents, chain_article("d9", "The Times", "Tide Department", type_=OUTLET)).type is ORGANIZATION


def test_the_type_is_that_of_most_chains() -> None:
    documents = [name_article(f"d{i}", "Low Tide", type_=WORK) for i in range(2)]
    assert only(*documents, name_article("d9", "Low Tide", type_=ORGANIZATION)).type is WORK


def test_a_person_and_a_company_of_one_name_are_two() -> None:
    company = name_article("d2", "Ada Quill", type_=ORGANIZATION)
    assert labels(name_article("d1", "Ada Quill"), company) == ["Ada Quill", "Ada Quill"]


def test_aliases_are_names_then_descriptions_without_pronouns() -> None:
    entity = only(chain_article("d1", "~the novelist", "Quill", "^she", "Ada Quill", "~her daughter", "Quill’s"))
    assert entity.aliases == ("Quill", "her daughter", "the novelist")
    assert entity.mentions == 6


def test_a_chain_without_a_name_is_no_node() -> None:
    assert resolve_entities([chain_article("d1", "~the novelist", "^she")]) == ((), {})


def test_the_label_is_the_usual_spelling_of_the_fullest_name() -> None:
    assert only(chain_article("d1", "ADA QUILL", "Ada Quill", "Judge Quill")).label == "Ada Quill"


@pytest.mark.parametrize(
    ("usual", "fuller", "label"),
    [
        ("Ada Quill", "Goofy Ada Quill", "Ada Quill"),
        ("Ada Quill", "Ada Quill Heckled", "Ada Quill"),
        ("Ada Quill", "Ada Quill Quill", "Ada Quill"),
        ("Ada Quill", "Ada M. Quill", "Ada M. Quill"),
        ("Ada Quill", "Ada Marsh Quill", "Ada Marsh Quill"),
        ("Ada Quill", "Ada Quill Jr.", "Ada Quill Jr."),
    ],
)
def test_what_one_text_of_many_adds_to_a_name_is_none_of_it(usual: str, fuller: str, label: str) -> None:
    odd = chain_article("d0", fuller, usual)
    assert only(odd, *(name_article(f"d{i}", usual) for i in range(1, 4))).label == label
    few = only(odd, *(name_article(f"d{i}", usual) for i in range(1, 3)))
    assert (few.label, fuller in (few.label, *few.aliases)) == (fuller, True)


@pytest.mark.parametrize("odd", ["ADA MAY QUILL", "Bo Lund-- Ada-May Quill"])
def test_a_headline_s_capitals_and_two_names_in_one_are_no_label(odd: str) -> None:
    assert only(chain_article("d1", odd, odd, "Ada-May Quill")).label == "Ada-May Quill"


def test_what_an_outlet_is_called_after_its_name_is_no_part_of_it() -> None:
    chain = chain_article("d1", "Calder newspaper", "Calder newspaper", "The Calder", type_=OUTLET)
    assert only(chain).label == "The Calder"
    assert only(chain_article("d1", "Calder newspaper", type_=OUTLET)).label == "Calder newspaper"


def test_what_few_texts_of_many_add_to_a_name_is_a_part_of_it() -> None:
    odd = [chain_article(f"o{i}", "Harbor Press", "Harbor", type_=OUTLET) for i in range(2)]
    usual = [name_article(f"d{i}", "Harbor", type_=OUTLET) for i in range(50)]
    assert labels(*odd, *usual[:40]) == ["Harbor Press"]
    assert labels(*odd, *usual) == ["Harbor"]


def test_what_one_text_of_many_makes_of_letters_is_not_the_label() -> None:
    odd = chain_article("o", "Harbor Quill News", "HQN", type_=OUTLET)
    usual = [name_article(f"d{i}", "HQN", type_=OUTLET) for i in range(30)]
    assert choose_label(read_profiles([odd, *usual[:20]]), OUTLET) == "Harbor Quill News"
    assert choose_label(read_profiles([odd, *usual]), OUTLET) == "HQN"


def test_a_formal_given_name_that_hardly_a_text_has_is_not_the_label() -> None:
    usual = [name_article(f"d{i}", "Bill Osei") for i in range(30)]
    assert only(name_article("o", "William Osei"), *usual).label == "Bill Osei"
    assert only(name_article("o", "William Osei"), *usual[:20]).label == "William Osei"


def test_a_name_that_always_ends_like_a_possessive_keeps_its_ending() -> None:
    assert only(chain_article("d1", "Wenna's", "Wenna's", type_=ORGANIZATION)).label == "Wenna's"


def test_reasons_tell_which_names_were_joined_and_why() -> None:
    entity = only(name_article("d1", "Bill Osei"), name_article("d2", "William Osei"))
    assert entity.reasons == ("Bill Osei = William Osei: nickname",)


def test_namesakes_have_ids_of_their_own() -> None:
    documents = [name_article(f"d{i}", name) for i, name in enumerate(("Ada Quill", "Mina Quill", "Quill", "Quill"))]
    entities, nodes = resolve_entities(documents)
    assert [entity.label for entity in entities].count("Quill") == 2
    assert len({entity.id for entity in entities}) == len(entities) == len(set(nodes.values()))


@pytest.mark.parametrize("name", ["Ada Quill", "60 Tides", "Łódź Łąka", "東京タイムズ", "“Q”", "A" * 200])
def test_ids_are_safe_in_xml(name: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]*", only(name_article("d1", name, type_=ORGANIZATION)).id)


def test_an_id_stays_when_an_article_is_added() -> None:
    alone = only(name_article("d1", "Ada Quill")).id
    assert alone in {entity.id for entity in resolve_entities([
        name_article("d1", "Ada Quill"), name_article("d2", "Ada Quill", "Mina Quill", "Quill"),
    ])[0]}  # fmt: skip


def test_the_order_of_the_documents_changes_nothing() -> None:
    documents = [
        chain_article("d1", "Ada Quill", "Quill"), name_article("d2", "A. Quill", "Bill Osei"),
        name_article("d3", "William Osei", "Osei"), name_article("d4", "Ada M. Quill", "BQL"),
        name_article("d5", "Bureau of Quill Law", type_=ORGANIZATION),
    ]  # fmt: skip
    outcomes = {resolve(order).entities for order in permutations(documents)}
    assert len(outcomes) == 1


def test_a_court_keeps_the_type_of_its_chains() -> None:
    article = Article("d1", "The Superior Court of Calder County ruled.")
    article.add("Superior Court of Calder County", type_=COURT)
    assert only(article.extraction()).type is COURT


def test_a_given_name_in_two_ways_of_latin_letters_is_one() -> None:
    assert labels(name_article("d1", "Sergei Quill"), name_article("d2", "Sergey Quill")) == ["Sergei Quill"]
    assert len(labels(name_article("d1", "Marion Quill"), name_article("d2", "Marian Quill"))) == 2


def test_a_lone_surname_among_many_texts_is_his_only_if_they_speak_of_one_matter() -> None:
    full = name_article("d1", "Ada Quill", "Bram Osei")
    assert labels_in_crowd(full, name_article("d2", "Quill", "Bram Osei")) == ["Ada Quill", "Bram Osei"]
    assert labels_in_crowd(full, name_article("d2", "Quill", "Leda Marsh")) == [
        "Ada Quill", "Bram Osei", "Leda Marsh", "Quill"]  # fmt: skip


def test_where_most_texts_name_somebody_they_speak_of_one_matter() -> None:
    matter = [name_article(f"k{i}", "Leda Marsh") for i in range(200)]
    alone = (name_article("d1", "Ada Quill"), name_article("d2", "Quill"))
    assert labels(*matter, *crowd(20), *alone) == sorted(["Ada Quill", "Leda Marsh", *labels(*crowd(20))])
    assert labels_in_crowd(*matter, *alone) == ["Ada Quill", "Leda Marsh", "Quill"]


def test_an_outlet_that_all_texts_name_makes_them_no_texts_of_one_matter() -> None:
    printed = [chain_article(f"k{i}", "Harbor News", type_=OUTLET) for i in range(200)]
    found = labels_in_crowd(*printed, name_article("d1", "Ada Quill"), name_article("d2", "Quill"))
    assert found == ["Ada Quill", "Harbor News", "Quill"]


def test_the_more_texts_of_other_matters_there_are_the_rarer_has_to_be_what_two_share() -> None:
    full = name_article("d1", "Ada Quill", "Bram Osei")
    lone = name_article("d2", "Quill", "Bram Osei")
    known = [name_article(f"k{i}", "Bram Osei") for i in range(20)]
    joined = [labels(*crowd(count), *known, full, lone).count("Quill") == 0 for count in (90, 1200)]
    assert joined == [True, True]
    often = [name_article(f"o{i}", "Bram Osei") for i in range(200)]
    joined = [labels(*crowd(count), *often, full, lone).count("Quill") == 0 for count in (20, 1200)]
    assert joined == [True, False]


@pytest.mark.parametrize("names", [("Bob Quill", "Robert Quill"), ("A. Quill", "Ada Quill"),
                                   ("Leda Quill", "Leda Mina Quill"), ("Leda Quill", "Leda M. Quill")])  # fmt: skip
def test_full_names_that_fit_need_company_where_many_bear_the_surname(names: tuple[str, str]) -> None:
    bearers = [name_article(f"q{i}", f"{given} Quill") for i, given in enumerate("Cleo Dora Evan Finn Gus Hal".split())]
    shared = [name_article(f"d{i}", name, "Teo Marsh") for i, name in enumerate(names)]
    apart = [name_article(f"d{i}", name) for i, name in enumerate(names)]
    assert set(names) <= set(labels_in_crowd(*bearers, *apart))
    assert len(set(names) & set(labels_in_crowd(*bearers, *shared))) == 1
    # a name that nobody else bears, and a collection about one matter, need none
    assert len(set(names) & set(labels_in_crowd(*apart))) == 1
    assert len(set(names) & set(labels(*bearers, *apart))) == 1


def test_of_two_whom_an_initial_fits_it_is_the_one_in_company() -> None:
    ada, amos = name_article("d1", "Ada Quill", "Teo Marsh", "Bo Dunn"), name_article("d2", "Amos Quill")
    short = name_article("d3", "A. Quill", "Teo Marsh", "Bo Dunn")
    assert labels_in_crowd(ada, amos, short) == ["Ada Quill", "Amos Quill", "Bo Dunn", "Teo Marsh"]
    assert "A. Quill" in labels_in_crowd(ada, amos, name_article("d3", "A. Quill"))
    assert "A. Quill" in labels(ada, amos, short)


def test_the_order_of_many_documents_changes_nothing() -> None:
    documents = [
        *crowd(), name_article("q1", "Bob Quill", "Teo Marsh"), name_article("q2", "Robert Quill", "Teo Marsh"),
        *(name_article(f"r{i}", f"{given} Quill") for i, given in enumerate("Cleo Dora Evan Rob".split())),
        name_article("d1", "Quill", "Teo Marsh"), name_article("d2", "R. Quill"),
    ]  # fmt: skip
    first = resolve(documents).entities
    for seed in range(5):
        mixed = list(documents)
        Random(seed).shuffle(mixed)
        assert resolve(mixed).entities == first


def test_a_surname_alone_means_whom_nearly_all_texts_call_so() -> None:
    known = [chain_article(f"k{i}", "Ada Quill", "Quill") for i in range(8)]
    matter = (name_article("a", "Ada Quill", "Bram Osei"), name_article("x", "Quill", "Bram Osei"))
    mina = name_article("m", "Mina Quill")
    assert labels_in_crowd(*known, *matter, mina) == ["Ada Quill", "Bram Osei", "Mina Quill"]
    others = [chain_article(f"m{i}", "Mina Quill", "Quill") for i in range(3)]
    assert labels_in_crowd(*known, *matter, *others) == ["Ada Quill", "Bram Osei", "Mina Quill", "Quill"]


def test_a_surname_alone_is_the_father_s_where_texts_name_the_son_in_full() -> None:
    father = [chain_article(f"k{i}", "Bo Quill", "Quill") for i in range(4)]
    son = [chain_article(f"m{i}", "Bo Quill Jr.", "Quill") for i in range(4)]
    assert labels(*father, *son, name_article("x", "Quill")) == ["Bo Quill", "Bo Quill Jr."]


def test_a_famous_surname_alone_means_its_bearer_in_a_text_on_any_matter() -> None:
    known = [chain_article(f"k{i}", "Ada Quill", "Quill") for i in range(30)]
    others = [chain_article(f"m{i}", "Mina Quill", "Quill") for i in range(4)]
    lone = name_article("x", "Quill")
    assert labels_in_crowd(*known, *others[:3], lone) == ["Ada Quill", "Mina Quill"]
    assert labels_in_crowd(*known, *others, lone) == ["Ada Quill", "Mina Quill", "Quill"]
    assert labels_in_crowd(*known[1:], *others[:1], lone) == ["Ada Quill", "Mina Quill", "Quill"]


def test_a_surname_that_is_a_usual_given_name_is_not_the_known_bearer_s_alone() -> None:
    for surname, count in (("Quill", 1), ("Noah", 2)):
        known = [name_article(f"k{i}", f"Leda {surname}") for i in range(3)]
        assert len(labels_in_crowd(*known, name_article("x", surname))) == count


def test_a_given_name_alone_is_somebody_else_s_in_every_text() -> None:
    assert labels_in_crowd(name_article("d1", "Ada"), name_article("d2", "Ada")) == ["Ada", "Ada"]
    together = (name_article("d1", "Ada", "Bram Osei"), name_article("d2", "Ada", "Bram Osei"))
    assert labels_in_crowd(*together) == ["Ada", "Bram Osei"]


def test_a_surname_that_its_text_kept_apart_from_the_son_is_not_his() -> None:
    assert labels(name_article("d1", "Bram Osei Jr.", "Osei")) == ["Bram Osei Jr.", "Osei"]
    assert labels(name_article("d1", "Bram Osei", "Osei")) == ["Bram Osei"]


def describe(id_: str, name: str, office: str) -> Extraction:
    """Return an article that names somebody with an office before the name."""
    article = Article(id_, f"{office} {name} left.")
    article.add(f"~{office}", name)
    return article.extraction()


def test_a_suffix_that_others_leave_out_tells_no_son() -> None:
    found = describe("d1", "Bo B. Quill Jr.", "Attorney General"), describe("d2", "Bo Quill", "attorney general")
    assert labels(*found) == ["Bo B. Quill Jr."]


@pytest.mark.parametrize("others", [
    # another office
    [("d2", "Bo Quill", "President")],
    # a text that names both
    [("d2", "Bo Quill", "Attorney General"), ("d3", "Bo Quill Sr.", "Attorney General")],
])  # fmt: skip
def test_a_suffix_tells_a_son_where_anything_speaks_for_two(others: list[tuple[str, str, str]]) -> None:
    found = [describe("d1", "Bo Quill Jr.", "Attorney General"), *(describe(*other) for other in others)]
    assert len(labels(*found)) == len(found)
