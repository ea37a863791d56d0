"""What is unsure is never merged but proposed, with what speaks for it and against it."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.assemble import assemble
from graph.model import EntityType, Extraction, Gender, Proposal
from graph.proposals import KEPT
from graph.proposals.hints import LARGEST_BLOCK, is_near
from tests.extractions import Article, chain_article, name_article, suit_article

ORGANIZATION, PERSON = EntityType.ORGANIZATION, EntityType.PERSON


def propose(*extractions: Extraction) -> dict[tuple[str, str], Proposal]:
    """Return the proposals by the labels of both nodes, sorted."""
    graph = assemble(extractions)
    nodes = graph.index_nodes()
    found = {}
    for item in graph.proposals:
        one, other = sorted((nodes[item.left].label, nodes[item.right].label))
        found[one, other] = item
    assert len(found) == len(graph.proposals)
    return found


@pytest.mark.parametrize(
    ("names", "pair", "reason"),
    [
        (("Ada Quill", "Amos Quill", "A. Quill"), ("A. Quill", "Ada Quill"), "A. Quill, Ada Quill: initials"),
        (("Ada Quill", "Mina Quill", "Quill"), ("Mina Quill", "Quill"), "the surname alone, which 2 people bear"),
        (("Ada Quill", "Ada"), ("Ada", "Ada Quill"), "the given name alone"),
        (("Bram Osei", "Bram Osei Jr."), ("Bram Osei", "Bram Osei Jr."), "the same name but for “jr”"),
        (("Ada M. Quill", "Ada B. Quill"), ("Ada B. Quill", "Ada M. Quill"), "the same name but for the middle one"),
        (("Jon Dorsett", "John Dorsett"), ("John Dorsett", "Jon Dorsett"), "given names that differ by one letter"),
        (("Ada Quill", "Ada Qiull"), ("Ada Qiull", "Ada Quill"), "surnames that differ by one letter"),
    ],
)  # fmt: skip
def test_people_whose_names_fit_are_proposed(names: tuple[str, ...], pair: tuple[str, str], reason: str) -> None:
    found = propose(*(name_article(f"d{number}", name) for number, name in enumerate(names)))
    assert reason in found[pair].reasons[0]
    assert 0.2 <= found[pair].score <= 1


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (("Harbor Media", "Harbor Media Group"), "one name begins as the other"),
        (("Calder Pictures", "Calder Picture"), "names that differ by one letter"),
        (("BQL", "Bureau of Quill Law", "Board of Quay Lights"), "an acronym that fits 2 names"),
    ],
)
def test_bodies_whose_names_fit_are_proposed(names: tuple[str, ...], reason: str) -> None:
    found = propose(*(name_article(f"d{number}", name, type_=ORGANIZATION) for number, name in enumerate(names)))
    assert {item.reasons[0].split(": ")[1] for item in found.values()} == {reason}


def test_two_outlets_that_are_known_are_not_proposed_for_a_letter() -> None:
    names = enumerate(("ABC News", "NBC News"))
    assert not propose(*(name_article(f"d{number}", name, type_=EntityType.MEDIA_OUTLET) for number, name in names))


def test_one_name_of_two_kinds_is_proposed() -> None:
    found = propose(name_article("d1", "Ada Quill"), name_article("d2", "Ada Quill", type_=ORGANIZATION))
    told = found["Ada Quill", "Ada Quill"].reasons
    assert told in (
        ("Ada Quill: the same name, once as Organization and once as Person",),
        ("Ada Quill: the same name, once as Person and once as Organization",),
    )


@pytest.mark.parametrize(
    "names", [("Ada Quill", "Bo Dunn"), ("Ada Quill", "Mina Quill"), ("Ada Quill", "Ada Stone"), ("Tim Ode", "Tom Ade")]
)
def test_names_that_do_not_fit_are_not_proposed(names: tuple[str, ...]) -> None:
    assert propose(*(name_article(f"d{number}", name) for number, name in enumerate(names))) == {}


def test_what_both_have_to_do_with_speaks_for_one_thing() -> None:
    def meet(id_: str, name: str, other: str) -> Extraction:
        article = Article(id_, f"{name} praised {other}.")
        article.relate("praised", article.add(name), article.add(other))
        return article.extraction()

    apart = propose(meet("d1", "Jon Dorsett", "Bo Dunn"), meet("d2", "John Dorsett", "Al Sun"))
    shared = propose(meet("d1", "Jon Dorsett", "Bo Dunn"), meet("d2", "John Dorsett", "Bo Dunn"))
    pair = ("John Dorsett", "Jon Dorsett")
    assert shared[pair].score > apart[pair].score
    assert shared[pair].reasons[1:] == ("both have to do with Bo Dunn",)


def test_one_article_that_speaks_of_both_and_an_edge_between_them_speak_against_it() -> None:
    alone = propose(name_article("d1", "Jon Dorsett"), name_article("d2", "John Dorsett"))
    article = Article("d1", "Jon Dorsett praised John Dorsett.")
    one, other = article.add("Jon Dorsett"), article.add("John Dorsett")
    beside = propose(article.extraction())
    pair = ("John Dorsett", "Jon Dorsett")
    assert beside[pair].doubts == ("articles/d1.txt speaks of both and does not make them one",)
    assert beside[pair].score < alone[pair].score
    article.relate("praised", one, other)
    linked = propose(article.extraction(), name_article("d3", "Jon Dorsett"))
    assert pair not in linked


def test_a_man_and_a_woman_are_hardly_one() -> None:
    found = propose(chain_article("d1", "Jon Dorsett", gender=Gender.MALE),
                    chain_article("d2", "Joan Dorsett", gender=Gender.FEMALE))  # fmt: skip
    assert found["Joan Dorsett", "Jon Dorsett"].doubts == ("the articles speak of a man and of a woman",)


def test_lawsuits_that_share_their_parties_are_proposed_with_what_differs() -> None:
    article = Article("d1", "Ada Quill sued Bram Osei in 2019. Ada Quill filed a suit against Bram Osei in 2023.")
    quill, osei = article.add("Ada Quill", "Ada Quill"), article.add("Bram Osei", "Bram Osei")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,), filed=("2019",), amounts=("$5 million",))
    article.add_lawsuit("~a suit", by=(quill,), against=(osei,), filed=("2023",), amounts=("$5 million",))
    graph = assemble([article.extraction()])
    assert len(graph.lawsuits) == 2
    (found,) = graph.proposals
    assert found.reasons == (
        "the same plaintiff, Ada Quill",
        "the same defendant, Bram Osei",
        "the same amount, $5 million",
    )
    differs, beside = found.doubts
    assert differs in ("another filing date: 2019 and 2023", "another filing date: 2023 and 2019")
    assert beside == "articles/d1.txt speaks of both and does not make them one"


def test_a_suit_and_its_countersuit_are_no_question() -> None:
    found = propose(suit_article("d1", "Ada Quill", "Bram Osei"),
                    suit_article("d2", "Bram Osei", "Ada Quill", counterclaim=True))  # fmt: skip
    assert found == {}


def test_no_order_of_the_articles_changes_the_proposals() -> None:
    documents = [name_article(f"d{number}", *names) for number, names in enumerate(
        (("Ada Quill", "Quill"), ("Amos Quill",), ("A. Quill",), ("Jon Dorsett", "John Dorsett")))]  # fmt: skip
    assert len({assemble(order).proposals for order in permutations(documents)}) == 1


def test_a_name_that_very_many_bear_is_not_asked_about_and_there_is_an_end_of_questions() -> None:
    many = [name_article(f"d{number:03}", f"J{chr(97 + number % 26)}{chr(97 + number // 26)}an Smith")
            for number in range(LARGEST_BLOCK + 1)]  # fmt: skip
    assert propose(*many) == {}
    pairs = [name_article(f"d{number:03}", f"Jo{end} Sm{chr(97 + number % 26)}{chr(97 + number // 26)}th")
             for number in range(KEPT + 10) for end in ("n",)]  # fmt: skip
    twins = [name_article(f"e{number:03}", f"John Sm{chr(97 + number % 26)}{chr(97 + number // 26)}th")
             for number in range(KEPT + 10)]  # fmt: skip
    assert len(assemble([*pairs, *twins]).proposals) == KEPT


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("jon", "john", True), ("quill", "qiull", True), ("quill", "quilt", True), ("quill", "quill", False),
        ("ada", "adab", True), ("ada", "bada", True), ("abc", "acbd", False), ("abcd", "badc", False), ("a", "", True),
    ],
)  # fmt: skip
def test_one_letter(one: str, other: str, near: bool) -> None:
    assert is_near(one, other) is near
    assert is_near(other, one) is near
