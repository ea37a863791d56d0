"""Mentions of lawsuits become lawsuits by their parties, within a document and across documents."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.model import EntityType, Extraction, Lawsuit, Value
from graph.resolve import Resolution, resolve
from tests.extractions import Article, suit_article


def lawsuits(*extractions: Extraction) -> tuple[Lawsuit, ...]:
    return resolve(extractions).docket.lawsuits


def captions(*extractions: Extraction) -> list[str]:
    return sorted(lawsuit.label for lawsuit in lawsuits(*extractions))


def quill_v_osei(text: str, *, published: str | None = None) -> tuple[Article, int, int]:
    """Begin an article with "Ada Quill sued Bram Osei." and go on with the text."""
    article = Article("d1", f"Ada Quill sued Bram Osei. {text}", published=published)
    quill, osei = article.add("Ada Quill"), article.add("Bram Osei")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,))
    return article, quill, osei


def labels_of(resolution: Resolution, ids: tuple[str, ...]) -> list[str]:
    labels = {entity.id: entity.label for entity in resolution.entities}
    return [labels[id_] for id_ in ids]


def test_two_mentions_with_the_same_parties_are_one_lawsuit() -> None:
    article, quill, osei = quill_v_osei("Quill filed a paper.")
    article.add_lawsuit("~a paper", by=(quill,), against=(osei,))
    (lawsuit,) = lawsuits(article.extraction())
    assert (lawsuit.label, lawsuit.mentions, lawsuit.aliases) == ("Quill v. Osei", 2, ("a paper",))


def test_another_suit_between_the_same_parties_is_none_before_it() -> None:
    article, quill, osei = quill_v_osei("Quill filed another suit against Osei.")
    article.add_lawsuit("~another suit", by=(quill,), against=(osei,))
    assert captions(article.extraction()) == ["Quill v. Osei", "Quill v. Osei"]


def test_a_mention_with_more_defendants_widens_the_lawsuit() -> None:
    article, quill, osei = quill_v_osei("She then sued him and Teo Marsh.")
    article.add_lawsuit("~then sued", by=(quill,), against=(osei, article.add("Teo Marsh")))
    assert captions(article.extraction()) == ["Quill v. Osei and Marsh"]


def test_a_suit_against_somebody_else_is_another() -> None:
    article, quill, _ = quill_v_osei("She later sued Teo Marsh.")
    article.add_lawsuit("!later sued", by=(quill,), against=(article.add("Teo Marsh"),))
    assert captions(article.extraction()) == ["Quill v. Marsh", "Quill v. Osei"]


def test_a_mention_with_one_side_joins_the_only_suit_that_fits() -> None:
    article, _, osei = quill_v_osei("The suit against Osei was dismissed.")
    article.add_lawsuit("~The suit", against=(osei,), statuses=("dismissed",))
    (lawsuit,) = lawsuits(article.extraction())
    assert lawsuit.statuses == (Value("dismissed", ("d1",)),)


def test_a_mention_with_one_side_goes_by_what_it_shares() -> None:
    article = Article("d1", "Ada Quill sued Bram Osei for $5m and Teo Marsh for $2m. She won a $2 million suit.")
    quill, osei, marsh = article.add("Ada Quill"), article.add("Bram Osei"), article.add("Teo Marsh")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,), amounts=("$5m",))
    article.add_lawsuit("!Marsh for", by=(quill,), against=(marsh,), amounts=("$2m",))
    article.add_lawsuit("~a $2 million suit", by=(quill,), amounts=("$2 million",), statuses=("won",))
    assert {lawsuit.label: [v.text for v in lawsuit.statuses] for lawsuit in lawsuits(article.extraction())} == {
        "Quill v. Osei": [], "Quill v. Marsh": ["won"],
    }  # fmt: skip


def test_an_unsettled_mention_with_one_side_that_may_be_new_stays_apart() -> None:
    article, quill, _ = quill_v_osei("She sued Teo Marsh. She also sued a neighbour.")
    article.add_lawsuit("!sued Teo", by=(quill,), against=(article.add("Teo Marsh"),))
    article.add_lawsuit("!also sued", by=(quill,))
    assert captions(article.extraction()) == ["Quill v. Marsh", "Quill v. Osei", "Quill’s lawsuit"]


def test_a_mention_without_a_party_joins_the_nearest_suit_before_it() -> None:
    article, quill, _ = quill_v_osei("The suit was settled. She sued Teo Marsh. The case goes on.")
    article.add_lawsuit("~The suit", statuses=("settled",))
    article.add_lawsuit("!sued Teo", by=(quill,), against=(article.add("Teo Marsh"),))
    article.add_lawsuit("~The case", statuses=("ongoing",))
    assert {lawsuit.label: [v.text for v in lawsuit.statuses] for lawsuit in lawsuits(article.extraction())} == {
        "Quill v. Osei": ["settled"], "Quill v. Marsh": ["ongoing"],
    }  # fmt: skip


def test_a_new_mention_without_a_party_is_left_out_where_there_are_two_suits() -> None:
    article, quill, _ = quill_v_osei("She sued Teo Marsh. Somebody filed a suit.")
    article.add_lawsuit("!sued Teo", by=(quill,), against=(article.add("Teo Marsh"),))
    article.add_lawsuit("~a suit")
    assert [lawsuit.mentions for lawsuit in lawsuits(article.extraction())] == [1, 1]


def test_the_only_suit_of_a_document_needs_no_party_if_something_is_said_of_it() -> None:
    article = Article("d1", "A suit over libel was filed. The suit goes on.")
    article.add_lawsuit("~A suit", claims=("libel",))
    article.add_lawsuit("~The suit")
    (lawsuit,) = lawsuits(article.extraction())
    assert (lawsuit.label, lawsuit.mentions) == ("Lawsuit (libel)", 2)


def test_a_suit_of_which_nothing_is_said_is_left_out() -> None:
    article = Article("d1", "The suit goes on.")
    article.add_lawsuit("~The suit")
    assert lawsuits(article.extraction()) == ()


def test_a_suit_with_a_name_of_its_own_keeps_it() -> None:
    article = Article("d1", "The judge cited Harrow v. Pell.")
    article.add_lawsuit("Harrow v. Pell")
    other = suit_article("d2", "Ada Quill", "Bram Osei")
    assert captions(article.extraction(), other) == ["Harrow v. Pell", "Quill v. Osei"]


def test_a_suit_and_its_countersuit_are_two() -> None:
    article, quill, osei = quill_v_osei("Osei countersued Quill. The countersuit was filed in May.")
    article.add_lawsuit("!countersued", by=(osei,), against=(quill,), counterclaim=True)
    article.add_lawsuit("~The countersuit", counterclaim=True, filed=("2023-05",))
    docket = resolve([article.extraction()]).docket
    by_id = {lawsuit.id: lawsuit for lawsuit in docket.lawsuits}
    ((answer, answered),) = docket.counterclaims
    assert (by_id[answer].label, by_id[answered].label) == ("Osei v. Quill", "Quill v. Osei")
    assert [value.text for value in by_id[answer].filed] == ["2023-05"]


def test_a_countersuit_without_a_defendant_does_not_join_the_plaintiffs_other_suit() -> None:
    article, _, osei = quill_v_osei("Osei sued Teo Marsh, too. Osei countersued.")
    article.add_lawsuit("!sued Teo", by=(osei,), against=(article.add("Teo Marsh"),))
    article.add_lawsuit("!countersued", by=(osei,), counterclaim=True)
    docket = resolve([article.extraction()]).docket
    labels = {lawsuit.id: lawsuit.label for lawsuit in docket.lawsuits}
    assert sorted(labels.values()) == ["Osei v. Marsh", "Osei’s lawsuit", "Quill v. Osei"]
    ((answer, answered),) = docket.counterclaims
    assert (labels[answer], labels[answered]) == ("Osei’s lawsuit", "Quill v. Osei")


def test_of_two_that_are_called_countersuits_the_later_answers() -> None:
    docket = resolve([
        suit_article("d1", "Ada Quill", "Bram Osei", counterclaim=True, filed=("2023-01-02",)),
        suit_article("d2", "Bram Osei", "Ada Quill", counterclaim=True, filed=("2023-05",)),
    ]).docket  # fmt: skip
    labels = {lawsuit.id: lawsuit.label for lawsuit in docket.lawsuits}
    assert [(labels[one], labels[other]) for one, other in docket.counterclaims] == [("Osei v. Quill", "Quill v. Osei")]


@pytest.mark.parametrize(("filed", "count"), [(("2014", "2015-03"), 2), (("2015", "2015-03"), 1), ((), 1)])
def test_in_one_document_another_year_is_another_suit(filed: tuple[str, ...], count: int) -> None:
    article = Article("d1", "Ada Quill sued Bram Osei. Quill went to court against Osei.")
    quill, osei = article.add("Ada Quill", "Quill"), article.add("Bram Osei", "Osei")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,), filed=filed[:1])
    article.add_lawsuit("!went to court", by=(quill,), against=(osei,), filed=filed[1:])
    assert len(lawsuits(article.extraction())) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Calder County Superior Court", "Marsh County Superior Court", 2),
        ("Calder County Superior Court", "U.S. District Court in Marsh", 2),
        ("Calder federal court", "U.S. District Court for the District of Marsh", 1),
        ("Calder County Superior Court", "Marsh Court of Appeals", 1),
    ],
)
def test_in_one_document_another_trial_court_is_another_suit(first: str, second: str, count: int) -> None:
    article = Article("d1", f"Ada Quill sued Bram Osei in {first}. Quill then sued Osei in {second}.")
    quill, osei = article.add("Ada Quill", "Quill"), article.add("Bram Osei", "Osei")
    for verb, court in (("!sued", first), ("!then sued", second)):
        chain = article.add_lawsuit(verb, by=(quill,), against=(osei,))
        article.relate("heard_in", chain, article.add(court, type_=EntityType.COURT))
    assert len(lawsuits(article.extraction())) == count


def test_a_prosecution_is_not_a_suit_against_the_same_person() -> None:
    article, _, osei = quill_v_osei("Osei was charged with fraud.")
    article.add_lawsuit("!charged", against=(osei,), claims=("fraud",))
    assert captions(article.extraction()) == ["Case against Osei", "Quill v. Osei"]


def test_what_unnamed_people_brought_is_not_what_a_named_one_brought() -> None:
    article, _, osei = quill_v_osei("Three women sued Osei.")
    article.add_lawsuit("!sued Osei", by=(article.add("~Three women"),), against=(osei,))
    assert captions(article.extraction()) == ["Case against Osei", "Quill v. Osei"]


def test_who_stands_on_both_sides_is_left_where_more_evidence_has_it() -> None:
    article, quill, osei = quill_v_osei("Osei filed in error.")
    chain = next(relation.object for relation in article.relations)
    article.relate("plaintiff_in", osei, chain, quote=article.document.text[:25])
    article.relate("defendant_in", osei, chain, quote=article.document.text[:25])
    resolution = resolve([article.extraction()])
    ((id_, plaintiffs),) = resolution.docket.plaintiffs.items()
    assert labels_of(resolution, plaintiffs) == ["Ada Quill"]
    assert labels_of(resolution, resolution.docket.defendants[id_]) == ["Bram Osei"]
    assert quill != osei


def test_two_documents_that_disagree_on_day_and_sum_tell_of_one_suit() -> None:
    (lawsuit,) = lawsuits(
        suit_article("d1", "Ada Quill", "Bram Osei", filed=("2023-01-16",), amounts=("$5 million",), claims=("Libel",)),
        suit_article("d2", "Quill", "Osei", filed=("2023-01-17",), amounts=("$7m",), claims=("libel",)),
        suit_article("d3", "Quill", "Osei", filed=("2023-01",), amounts=("$5m",)),
    )
    assert lawsuit.filed == (Value("2023-01-16", ("d1",)), Value("2023-01-17", ("d2",)))
    assert lawsuit.amounts == (Value("$5m", ("d1", "d3")), Value("$7m", ("d2",)))
    assert lawsuit.claims == (Value("Libel", ("d1", "d2")),)
    assert lawsuit.documents == ("d1", "d2", "d3")


def test_suits_that_one_document_keeps_apart_are_kept_apart_for_the_others() -> None:
    article = Article("d1", "Ada Quill sued Bram Osei. Quill went to court against Osei.")
    quill, osei = article.add("Ada Quill", "Quill"), article.add("Bram Osei", "Osei")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,), filed=("2014",))
    article.add_lawsuit("!went to court", by=(quill,), against=(osei,), filed=("2015",))
    found = lawsuits(article.extraction(), suit_article("d2", "Ada Quill", "Bram Osei", filed=("2015-06",)))
    assert sorted([value.text for value in lawsuit.filed] for lawsuit in found) == [["2014"], ["2015-06"]]


def test_a_suit_told_with_one_side_joins_the_only_one_in_the_collection() -> None:
    article = Article("d2", "Ada Quill filed a suit.")
    article.add_lawsuit("~a suit", by=(article.add("Ada Quill"),))
    (lawsuit,) = lawsuits(suit_article("d1", "Ada Quill", "Bram Osei"), article.extraction())
    assert (lawsuit.label, lawsuit.documents) == ("Quill v. Osei", ("d1", "d2"))


def test_a_suit_told_with_one_side_that_fits_two_is_none_of_its_own() -> None:
    article = Article("d3", "Ada Quill spoke of her suit.")
    article.add_lawsuit("~her suit", by=(article.add("Ada Quill"),))
    others = suit_article("d1", "Ada Quill", "Bram Osei"), suit_article("d2", "Ada Quill", "Teo Marsh")
    assert captions(*others, article.extraction()) == ["Quill v. Marsh", "Quill v. Osei"]


@pytest.mark.parametrize(
    ("defendants", "label"),
    [
        (("Bram Osei",), "Quill v. Osei"),
        (("Bram Osei", "Teo Marsh"), "Quill v. Osei and Marsh"),
        (("Bram Osei", "Teo Marsh", "Lou Pell"), "Quill v. Osei, Marsh and Pell"),
        (("Bram Osei", "Teo Marsh", "Lou Pell", "Ines Falk"), "Quill v. Osei, Marsh, Pell and others"),
        (("Bram Osei", "Kofi Osei"), "Quill v. Bram Osei and Kofi Osei"),
        (("Teo van der Marsh Jr.",), "Quill v. van der Marsh"),
        ((), "Quill’s lawsuit"),
    ],
)
def test_the_label_is_made_of_the_parties(defendants: tuple[str, ...], label: str) -> None:
    article = Article("d1", f"Ada Quill sued {', '.join(defendants)}.")
    quill = article.add("Ada Quill")
    article.add_lawsuit("!sued", by=(quill,), against=tuple(article.add(name) for name in defendants))
    assert captions(article.extraction()) == [label]


def test_the_order_of_the_documents_changes_nothing() -> None:
    article, _, osei = quill_v_osei("The suit against Osei was settled. Osei countersued.")
    article.add_lawsuit("~The suit", against=(osei,), statuses=("settled",))
    article.add_lawsuit("!countersued", by=(osei,), counterclaim=True)
    documents = [
        article.extraction(),
        suit_article("d2", "Ada Quill", "Bram Osei", published="2023-01-02", filed=("2023-01",)),
        suit_article("d3", "Bram Osei", "Ada Quill", published="2023-02-02", counterclaim=True),
        suit_article("d4", "Quill", "Teo Marsh", amounts=("$1m",)),
        suit_article("d5", "Ada Quill", "Teo Marsh", published="2022-02-02", amounts=("$2m",)),
    ]
    outcomes = {repr((sorted(r.nodes.items()), r.docket.lawsuits, r.docket.counterclaims))
                for r in map(resolve, permutations(documents))}  # fmt: skip
    assert len(outcomes) == 1


def test_an_id_stays_when_an_article_adds_a_date() -> None:
    first = suit_article("d1", "Ada Quill", "Bram Osei")
    (alone,) = lawsuits(first)
    (joined,) = lawsuits(first, suit_article("d2", "Ada Quill", "Bram Osei", filed=("2023",)))
    assert alone.id == joined.id


def test_two_words_for_one_wrong_are_one_claim() -> None:
    article, *_ = quill_v_osei("The suit goes on. The case was heard.")
    article.add_lawsuit("~The suit", claims=("libel",))
    article.add_lawsuit("~The case", claims=("defamation",))
    (lawsuit,) = lawsuits(article.extraction())
    assert len(lawsuit.claims) == 1


def test_another_suit_is_none_of_those_before_it() -> None:
    article, _, osei = quill_v_osei("Osei faces a similar lawsuit. Another suit failed.")
    article.add_lawsuit("~a similar lawsuit", against=(osei,))
    article.add_lawsuit("~Another suit", statuses=("lost",))
    found = lawsuits(article.extraction())
    assert sorted(lawsuit.label for lawsuit in found) == ["Case against Osei", "Quill v. Osei"]
    assert all(lawsuit.statuses == () for lawsuit in found)


def test_a_first_mention_without_a_party_but_with_a_date_belongs_to_the_suit_told_of_next() -> None:
    article = Article("d1", "A suit was filed. Ada Quill sued Bram Osei. She sued Teo Marsh.")
    quill = article.add("Ada Quill")
    article.add_lawsuit("~A suit", filed=("2020-05-01",))
    article.add_lawsuit("!sued Bram", by=(quill,), against=(article.add("Bram Osei"),))
    article.add_lawsuit("!sued Teo", by=(quill,), against=(article.add("Teo Marsh"),))
    assert {lawsuit.label: [v.text for v in lawsuit.filed] for lawsuit in lawsuits(article.extraction())} == {
        "Quill v. Osei": ["2020-05-01"], "Quill v. Marsh": [],
    }  # fmt: skip


def test_what_a_court_rules_goes_back_to_the_nearest_suit() -> None:
    article, quill, _ = quill_v_osei("She sued Teo Marsh. A judge ruled.")
    article.add_lawsuit("!sued Teo", by=(quill,), against=(article.add("Teo Marsh"),))
    article.add_lawsuit("!ruled", statuses=("won",))
    assert {lawsuit.label: [v.text for v in lawsuit.statuses] for lawsuit in lawsuits(article.extraction())} == {
        "Quill v. Osei": [], "Quill v. Marsh": ["won"],
    }  # fmt: skip


def test_who_is_added_to_the_suit_joins_the_one_spoken_of() -> None:
    article = Article("a", "Ada Quill sued Bo Osei. Cy Roe joined the suit.")
    quill, osei, roe = article.add("Ada Quill"), article.add("Bo Osei"), article.add("Cy Roe")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,))
    article.add_lawsuit("~the suit", by=(roe,), rule="join-suit")
    assert captions(article.extraction()) == ["Quill and Roe v. Osei"]


def test_another_defendant_of_her_suit_is_no_second_suit() -> None:
    article = Article("a", "Ada Quill sued Bo Osei. Ada Quill's suit also names Cy Roe.")
    quill, osei, roe = article.add("Ada Quill", "Ada Quill"), article.add("Bo Osei"), article.add("Cy Roe")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,))
    article.add_lawsuit("~Ada Quill's suit", by=(quill,), against=(roe,), rule="name-in-suit")
    assert captions(article.extraction()) == ["Quill v. Osei and Roe"]


def test_a_suit_against_one_defendant_joins_the_suit_that_in_the_end_has_him() -> None:
    article = Article("a", "Ada Quill sued Bo Osei. A suit against Cy Roe. The case against Bo Osei and Cy Roe.")
    quill, osei, roe = article.add("Ada Quill"), article.add("Bo Osei", "Bo Osei"), article.add("Cy Roe", "Cy Roe")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,))
    article.add_lawsuit("~A suit", against=(roe,))
    article.add_lawsuit("~The case", against=(osei, roe))
    assert captions(article.extraction()) == ["Quill v. Osei and Roe"]


def test_a_charge_told_with_fewer_words_is_the_same_charge() -> None:
    found = []
    for id_, claim in (("a", "assault"), ("b", "sexual assault")):
        article = Article(id_, "Bo Osei was charged.")
        osei = article.add("Bo Osei")
        article.add_lawsuit("!charged", against=(osei,), claims=(claim,))
        found.append(article.extraction())
    assert len(lawsuits(*found)) == 1


def test_the_words_that_tell_most_of_a_claim_are_kept() -> None:
    one = suit_article("a", "Ada Quill", "Bo Osei", claims=("sexual assault",))
    other = suit_article("b", "Ada Quill", "Bo Osei", claims=("aggravated indecent assault",))
    third = suit_article("c", "Ada Quill", "Bo Osei", claims=("sexual assault",))
    (lawsuit,) = lawsuits(one, other, third)
    assert [value.text for value in lawsuit.claims] == ["aggravated indecent assault"]


def test_another_word_for_a_claim_does_not_replace_its_name() -> None:
    article = suit_article("a", "Ada Quill", "Bo Osei", claims=("sexual harassment", "unwelcome sexual advances"))
    (lawsuit,) = lawsuits(article)
    assert [value.text for value in lawsuit.claims] == ["sexual harassment"]


def test_the_definite_suit_before_the_first_one_told_of_is_that_one() -> None:
    article = Article("a", "The suit filed on Monday is long. Ada Quill sued Bo Osei. Bo Osei sued Ada Quill.")
    quill, osei = article.add("Ada Quill", "Ada Quill"), article.add("Bo Osei", "Bo Osei")
    article.add_lawsuit("~The suit", filed=("2021-03-08",))
    article.add_lawsuit("!sued", by=(quill,), against=(osei,))
    article.chains.append(article.chains[-1])
    article.relate("plaintiff_in", osei, len(article.chains) - 1)
    article.relate("defendant_in", quill, len(article.chains) - 1)
    found = {lawsuit.label: [value.text for value in lawsuit.filed] for lawsuit in lawsuits(article.extraction())}
    assert found["Quill v. Osei"] == ["2021-03-08"]


def test_two_halves_told_close_together_are_one_suit_beside_others() -> None:
    for words, count in (("", 2), ("It rained. " * 90, 3)):
        article, _, _ = quill_v_osei(f"Cy Young filed a suit. {words}A suit against Teo Marsh goes on.")
        article.add_lawsuit("~a suit", by=(article.add("Cy Young"),))
        article.add_lawsuit("~A suit", against=(article.add("Teo Marsh"),))
        assert len(lawsuits(article.extraction())) == count


@pytest.mark.parametrize(
    ("statuses", "near", "far"),
    [
        (("charged", "pleaded guilty"), 1, 1),
        (("charged", "charged"), 1, 2),
        (("charged",), 2, 2),
        (("convicted", "charged"), 2, 2),
        ((), 2, 2),
    ],
)
def test_charges_of_one_course_are_one_prosecution(statuses: tuple[str, ...], near: int, far: int) -> None:
    for between, number in (("", near), ("The hall was full. " * 50, far)):
        article = Article("d1", f"Teo Marsh was charged with theft. {between}He was indicted for fraud.")
        marsh = article.add("Teo Marsh")
        article.add_lawsuit("!charged", against=(marsh,), claims=("theft",), statuses=statuses[:1])
        article.add_lawsuit("!indicted", against=(marsh,), claims=("fraud",), statuses=statuses[1:])
        assert len(lawsuits(article.extraction())) == number


def accuse(id_: str, claim: str, *, verb: str = "charged", filed: tuple[str, ...] = ()) -> Extraction:
    """Return an article by which Teo Marsh is prosecuted, or sued, for one thing."""
    article = Article(id_, f"Teo Marsh was {verb} over {claim}.")
    article.add_lawsuit(f"!{verb}", against=(article.add("Teo Marsh"),), claims=(claim,), filed=filed)
    return article.extraction()


def test_articles_that_give_other_charges_tell_of_one_prosecution() -> None:
    articles = [accuse("d1", "theft"), accuse("d2", "fraud"), accuse("d3", "perjury")]
    (lawsuit,) = lawsuits(*articles)
    assert [value.text for value in lawsuit.claims] == ["fraud", "perjury", "theft"]
    assert len({resolve(order).docket.lawsuits for order in permutations(articles)}) == 1


def test_prosecutions_of_other_years_are_two() -> None:
    assert len(lawsuits(accuse("d1", "theft", filed=("2015-03",)), accuse("d2", "fraud", filed=("2019",)))) == 2


def test_suits_against_one_person_for_other_wrongs_are_two() -> None:
    assert len(lawsuits(accuse("d1", "libel", verb="sued"), accuse("d2", "assault", verb="sued"))) == 2


def test_a_bankruptcy_is_none_of_the_debtor_s_suits() -> None:
    article, quill, _ = quill_v_osei("Quill filed for bankruptcy in May, and her bankruptcy case goes on.")
    article.add_lawsuit("~bankruptcy in", by=(quill,), claims=("bankruptcy",))
    article.add_lawsuit("~her bankruptcy case", by=(quill,))
    assert captions(article.extraction()) == ["Quill v. Osei", "Quill’s bankruptcy"]


def test_a_bankruptcy_has_no_other_side() -> None:
    article = Article("d1", "Ada Quill filed for bankruptcy protection. The suit against Bram Osei was dismissed.")
    article.add_lawsuit("~bankruptcy protection", by=(article.add("Ada Quill"),))
    article.add_lawsuit("~The suit", against=(article.add("Bram Osei"),))
    assert captions(article.extraction()) == ["Case against Osei", "Quill’s bankruptcy"]


def test_bare_cases_with_no_party_are_no_lawsuit() -> None:
    article = Article("d1", "The assault case was discussed, and Quill trial made news.")
    article.add_lawsuit("~The assault case", claims=("assault",))
    article.add_lawsuit("~Quill trial")
    assert captions(article.extraction()) == []


@pytest.mark.parametrize("mention", ["~a lawsuit", "~the trial"])
def test_a_lawsuit_with_no_party_is_one_where_something_is_said_of_it(mention: str) -> None:
    article = Article("d1", "They spoke of a lawsuit for assault, and the trial for assault goes on.")
    article.add_lawsuit(mention, claims=("assault",))
    assert captions(article.extraction()) == ["Lawsuit (assault)"]


def test_a_lawsuit_with_no_party_is_one_where_a_judge_is_known() -> None:
    article = Article("d1", "Judge Ada Quill ruled on the lawsuit of three cooks.")
    judge, suit = article.add("Ada Quill"), article.add_lawsuit("~the lawsuit")
    article.relate("judge_in", judge, suit)
    assert captions(article.extraction()) == ["Lawsuit (Ada Quill)"]


def test_whoever_prosecutes_nobody_brings_a_civil_suit() -> None:
    article = Article("d1", "Ada Quill's case against Bram Osei goes on. Osei was charged with theft.")
    quill, osei = article.add("Ada Quill"), article.add("Bram Osei")
    article.add_lawsuit("~case", by=(quill,), against=(osei,))
    article.add_lawsuit("!charged", against=(osei,), claims=("theft",), statuses=("charged",))
    assert captions(article.extraction()) == ["Case against Osei", "Quill v. Osei"]


def test_a_ministry_s_case_goes_on_with_the_charge() -> None:
    article = Article("d1", "The Mill Ministry's case against Bram Osei goes on. Osei was charged with theft.")
    ministry, osei = article.add("Mill Ministry", type_=EntityType.ORGANIZATION), article.add("Bram Osei")
    article.add_lawsuit("~case", by=(ministry,), against=(osei,))
    article.add_lawsuit("!charged", against=(osei,), claims=("theft",), statuses=("charged",))
    assert captions(article.extraction()) == ["Mill Ministry v. Osei"]


def test_a_murder_that_a_family_sues_for_makes_no_prosecution_of_the_suit() -> None:
    article = Article("d1", "Ada Quill took legal action over the murder. Bram Osei was charged.")
    article.add_lawsuit("~legal action", by=(article.add("Ada Quill"),), claims=("murder",))
    article.add_lawsuit("!charged", against=(article.add("Bram Osei"),), claims=("murder",), statuses=("charged",))
    assert captions(article.extraction()) == ["Case against Osei", "Quill’s lawsuit"]


def test_more_cases_are_no_one_proceeding() -> None:
    article = Article("d1", "The Mill Ministry brought more cases than ever. Bram Osei went on trial.")
    article.add_lawsuit("~more cases", by=(article.add("Mill Ministry", type_=EntityType.ORGANIZATION),))
    article.add_lawsuit("~trial", against=(article.add("Bram Osei"),))
    assert captions(article.extraction()) == ["Case against Osei"]


def test_a_later_mention_shows_that_two_charges_are_one_prosecution() -> None:
    article = Article(
        "d1", "Bram Osei was charged with theft. Teo Marsh was also charged. Osei and Marsh were charged with fraud."
    )
    osei, marsh = article.add("Bram Osei"), article.add("Teo Marsh")
    article.add_lawsuit("!charged with theft", against=(osei,), claims=("theft",), statuses=("charged",))
    article.add_lawsuit("!charged.", against=(marsh,), claims=("fraud",), statuses=("charged",))
    article.add_lawsuit("!charged with fraud", against=(osei, marsh), claims=("fraud",), statuses=("charged",))
    assert captions(article.extraction()) == ["Case against Osei and Marsh"]


def test_a_stage_that_fits_two_prosecutions_of_a_defendant_makes_no_third() -> None:
    first = Article("d1", "Bram Osei was convicted of theft. He was charged with fraud.")
    osei = first.add("Bram Osei")
    first.add_lawsuit("!convicted", against=(osei,), claims=("theft",), statuses=("convicted",))
    first.add_lawsuit("!charged", against=(osei,), claims=("fraud",), statuses=("charged",))
    second = Article("d2", "Bram Osei pleaded guilty.")
    second.add_lawsuit("!pleaded", against=(second.add("Bram Osei"),), statuses=("pleaded guilty",))
    assert len(captions(first.extraction(), second.extraction())) == 2


def test_a_dispute_in_court_since_another_month_is_another_suit() -> None:
    article = Article(
        "d1", "Ada Quill countersued Bram Osei. They are in a battle since August. Bram Osei is suing her."
    )
    quill, osei = article.add("Ada Quill"), article.add("Bram Osei")
    article.add_lawsuit("!countersued", by=(quill,), against=(osei,), counterclaim=True, filed=("2020-09-08",))
    article.add_lawsuit("~a battle", filed=("2020-08",))
    article.add_lawsuit("!suing", by=(osei,), against=(quill,))
    filed = {lawsuit.label: {value.text for value in lawsuit.filed} for lawsuit in lawsuits(article.extraction())}
    assert filed == {"Quill v. Osei": {"2020-09-08"}, "Osei v. Quill": {"2020-08"}}


def sued_by_a_woman(*, amounts: tuple[str, ...]) -> Extraction:
    article = Article("d2", "A woman sued Bram Osei for $5 million.")
    woman, osei = article.add("~A woman"), article.add("Bram Osei")
    article.add_lawsuit("!sued", by=(woman,), against=(osei,), amounts=amounts)
    return article.extraction()


def test_whom_one_article_leaves_unnamed_is_not_the_plaintiff_of_another_unless_a_fact_is_shared() -> None:
    article = Article("d1", "Ada Quill sued Bram Osei for $5 million.")
    quill, osei = article.add("Ada Quill"), article.add("Bram Osei")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,), amounts=("$5 million",))
    told = article.extraction()
    assert captions(told, sued_by_a_woman(amounts=())) == ["Case against Osei", "Quill v. Osei"]
    assert captions(told, sued_by_a_woman(amounts=("$5m",))) == ["Quill v. Osei"]


def test_a_trial_that_somebody_awaits_is_no_suit_of_another_against_him() -> None:
    article, _, _ = quill_v_osei("He killed himself.")
    other = Article("d2", "Bram Osei died while awaiting trial.")
    other.add_lawsuit("~trial", against=(other.add("Bram Osei"),), rule="face-suit")
    assert captions(article.extraction(), other.extraction()) == ["Case against Osei", "Quill v. Osei"]


def test_one_suit_is_none_of_several_of_others() -> None:
    article = Article("d1", "A suit against Bram Osei may go on. Osei faces lawsuits from Ada Quill.")
    quill, osei = article.add("Ada Quill"), article.add("Bram Osei")
    article.add_lawsuit("~A suit", against=(osei,))
    article.add_lawsuit("~lawsuits", by=(quill,), against=(osei,))
    assert captions(article.extraction()) == ["Case against Osei", "Quill v. Osei"]


def test_the_suit_of_a_plaintiff_is_the_one_told_of_next_and_no_similar_one() -> None:
    text = "Ada Quill filed the lawsuit. Quill filed a similar lawsuit against Teo Marsh. Quill sued Bram Osei."
    article = Article("d1", text)
    quill, marsh, osei = article.add("Ada Quill"), article.add("Teo Marsh"), article.add("Bram Osei")
    article.add_lawsuit("~the lawsuit", by=(quill,))
    article.add_lawsuit("~a similar lawsuit", by=(quill,), against=(marsh,))
    article.add_lawsuit("!sued", by=(quill,), against=(osei,))
    found = {lawsuit.label: lawsuit.aliases for lawsuit in lawsuits(article.extraction())}
    assert found == {"Quill v. Marsh": ("a similar lawsuit",), "Quill v. Osei": ("the lawsuit",)}


def test_what_stands_before_a_similar_suit_is_another() -> None:
    article = Article("d1", "A lawsuit filed in May alleges fraud. A similar lawsuit against Bram Osei failed.")
    article.add_lawsuit("~A lawsuit", filed=("2020-05",))
    article.add_lawsuit("~A similar lawsuit", against=(article.add("Bram Osei"),))
    (lawsuit,) = lawsuits(article.extraction())
    assert lawsuit.filed == ()


@pytest.mark.parametrize("word", ["preceding", "earlier"])
def test_a_preceding_suit_is_another(word: str) -> None:
    article, quill, _ = quill_v_osei(f"Quill won the {word} suit.")
    article.add_lawsuit(f"~the {word} suit", by=(quill,), statuses=("won",))
    assert captions(article.extraction()) == ["Quill v. Osei", "Quill’s lawsuit"]


def test_a_suit_against_a_leader_is_the_one_against_his_administration_told_of_beside_it() -> None:
    text = "Women sue Bram Osei. Many filed a suit against the Osei administration. Ada Quill sued Teo Marsh."
    article = Article("d1", text)
    osei, quill, marsh = article.add("Bram Osei"), article.add("Ada Quill"), article.add("Teo Marsh")
    administration = article.add("Osei administration", type_=EntityType.ORGANIZATION)
    article.add_lawsuit("!sue", against=(osei,))
    article.add_lawsuit("~a suit", against=(administration,))
    article.add_lawsuit("!sued", by=(quill,), against=(marsh,))
    assert captions(article.extraction()) == ["Case against Osei and Osei administration", "Quill v. Marsh"]


def test_two_wrongs_of_which_one_unnamed_woman_complains_are_of_one_suit() -> None:
    text = "A woman filed a suit against Bram Osei for libel. She is suing him for distress."
    article = Article("d1", text)
    woman, osei = article.add("~A woman", "^She"), article.add("Bram Osei", "^him")
    article.add_lawsuit("~a suit", by=(woman,), against=(osei,), claims=("libel",))
    article.add_lawsuit("!suing", by=(woman,), against=(osei,), claims=("distress",))
    assert captions(article.extraction()) == ["Case against Osei"]


@pytest.mark.parametrize(("between", "joined"), [("", True), ("The court had much to do in May. " * 5, False)])
def test_a_case_that_is_only_cited_takes_no_suit_that_stands_apart(between: str, joined: bool) -> None:
    article = Article("d1", f"The judges cited Roe v. Marsh. {between}A suit filed in June is over tea.")
    article.add_lawsuit("Roe v. Marsh", against=(article.add("Marsh"),))
    article.add_lawsuit("~A suit", filed=("2020-06",))
    (lawsuit,) = lawsuits(article.extraction())
    assert bool(lawsuit.filed) is joined


def test_a_case_with_a_name_is_no_half_of_another() -> None:
    article = Article("d1", "Ada Quill filed a suit. The judges cited Roe v. Osei.")
    article.add_lawsuit("~a suit", by=(article.add("Ada Quill"),))
    article.add_lawsuit("Roe v. Osei", against=(article.add("Osei"),))
    assert captions(article.extraction()) == ["Quill’s lawsuit", "Roe v. Osei"]


@pytest.mark.parametrize(("month", "count"), [("05", 1), ("06", 1), ("09", 2)])
def test_suits_of_one_plaintiff_that_were_filed_months_apart_are_two(month: str, count: int) -> None:
    article = Article("d1", "Ada Quill sued Bram Osei.")
    quill, osei = article.add("Ada Quill"), article.add("Bram Osei")
    article.add_lawsuit("!sued", by=(quill,), against=(osei,), filed=("2020-05-03",))
    other = Article("d2", "Ada Quill filed a suit.")
    other.add_lawsuit("~a suit", by=(other.add("Ada Quill"),), filed=(f"2020-{month}-03",))
    assert len(lawsuits(article.extraction(), other.extraction())) == count
