"""Extractions become a graph: one edge a pair and relation, with its evidence in order."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations

import pytest

from graph.assemble import assemble
from graph.model import Antecedent, Assertion, EntityType, Extraction, KnowledgeGraph, Relation
from tests.extractions import Article, suit_article

TEXT = "Ada Quill praised Bram Osei. Her husband, Teo Marsh, met him. Quill praised Osei again."


def people(id_: str = "d1", *, text: str = TEXT, published: str | None = None) -> tuple[Article, int, int, int]:
    article = Article(id_, text, published=published)
    quill, osei = article.add("Ada Quill", "^Her", "Quill"), article.add("Bram Osei", "^him", "Osei")
    return article, quill, osei, article.add("~Her husband", "Teo Marsh")


def edge(graph: KnowledgeGraph, relation: str) -> Relation:
    (found,) = (item for item in graph.relations if item.relation == relation)
    return found


def named(graph: KnowledgeGraph, item: Relation) -> tuple[str, str, str]:
    labels = {node.id: node.label for node in graph.nodes}
    return labels[item.subject], item.relation, labels[item.object]


def test_an_empty_collection_gives_an_empty_graph() -> None:
    assert assemble([]) == KnowledgeGraph((), (), (), ())


def test_one_pair_and_relation_is_one_edge_with_all_its_evidence() -> None:
    article, quill, osei, _ = people()
    article.relate("praised", quill, osei, quote="Quill praised Osei again.")
    article.relate("praised", quill, osei, quote="Ada Quill praised Bram Osei.")
    item = edge(assemble([article.extraction()]), "praised")
    texts = [evidence.text for evidence in item.evidence]
    assert texts == ["Ada Quill praised Bram Osei.", "Quill praised Osei again."]
    assert item.weight == 2


def test_a_passage_counts_once_for_an_assertion() -> None:
    article, quill, osei, _ = people()
    for assertion in (Assertion.ASSERTED, Assertion.ASSERTED, Assertion.ALLEGED):
        article.relate("praised", quill, osei, quote="Ada Quill praised Bram Osei.", assertion=assertion)
    item = edge(assemble([article.extraction()]), "praised")
    assert [evidence.assertion for evidence in item.evidence] == [Assertion.ASSERTED, Assertion.ALLEGED]


def test_evidence_is_sorted_by_the_day_of_publication() -> None:
    documents = []
    for id_, published in (("a", None), ("b", "2023-02-01"), ("c", "2023-01-01")):
        article, quill, osei, _ = people(id_, published=published)
        # The same text would be one story, which counts once.
        article.document = replace(article.document, text=f"{article.document.text} This is report {id_}.")
        article.relate("praised", quill, osei, quote="Ada Quill praised Bram Osei.")
        documents.append(article.extraction())
    assert [evidence.document for evidence in edge(assemble(documents), "praised").evidence] == ["c", "b", "a"]


def test_the_edge_has_the_strongest_assertion() -> None:
    article, quill, osei, _ = people()
    article.relate("praised", quill, osei, quote="Quill praised Osei again.", assertion=Assertion.DENIED)
    article.relate("praised", quill, osei, quote="Ada Quill praised Bram Osei.", assertion=Assertion.ALLEGED)
    assert edge(assemble([article.extraction()]), "praised").assertion is Assertion.ALLEGED


def test_a_symmetric_relation_is_written_once_from_the_smaller_id() -> None:
    article, quill, _, marsh = people()
    article.relate("spouse_of", marsh, quill, quote="Her husband, Teo Marsh, met him.")
    article.relate("spouse_of", quill, marsh, quote="Her husband, Teo Marsh, met him.")
    graph = assemble([article.extraction()])
    item = edge(graph, "spouse_of")
    assert named(graph, item) == ("Ada Quill", "spouse_of", "Teo Marsh")
    (evidence,) = item.evidence
    text = article.document.text
    assert text[evidence.subject.start : evidence.subject.end] == "Her"
    assert text[evidence.object.start : evidence.object.end] == "Her husband"


def test_an_edge_to_oneself_is_dropped() -> None:
    article = Article("d1", "Ada Quill praised Quill.")
    article.relate("praised", article.add("Ada Quill"), article.add("Quill."))
    assert assemble([article.extraction()]).relations == ()


def test_an_end_that_has_no_name_anywhere_gives_no_edge() -> None:
    article = Article("d1", "Ada Quill praised the mayor.")
    article.relate("praised", article.add("Ada Quill"), article.add("~the mayor"))
    assert assemble([article.extraction()]).relations == ()


@pytest.mark.parametrize("assertion", [Assertion.NEGATED, Assertion.HYPOTHETICAL])
def test_what_is_not_so_is_left_out_unless_asked_for(assertion: Assertion) -> None:
    article, quill, osei, _ = people()
    article.relate("praised", quill, osei, quote="Ada Quill praised Bram Osei.", assertion=assertion)
    assert assemble([article.extraction()]).relations == ()
    assert edge(assemble([article.extraction()], include_negated=True), "praised").assertion is assertion


def test_negated_items_are_left_out_of_an_edge_that_stays() -> None:
    article, quill, osei, _ = people()
    article.relate("praised", quill, osei, quote="Ada Quill praised Bram Osei.", assertion=Assertion.NEGATED)
    article.relate("praised", quill, osei, quote="Quill praised Osei again.")
    assert edge(assemble([article.extraction()]), "praised").weight == 1
    assert edge(assemble([article.extraction()], include_negated=True), "praised").weight == 2


def test_evidence_below_the_least_confidence_is_left_out() -> None:
    article, quill, osei, _ = people()
    article.relate("praised", quill, osei, quote="Ada Quill praised Bram Osei.", confidence=0.4)
    article.relate("praised", quill, osei, quote="Quill praised Osei again.", confidence=0.8)
    assert edge(assemble([article.extraction()], min_confidence=0.5), "praised").weight == 1
    assert assemble([article.extraction()], min_confidence=0.9).relations == ()


def test_a_threat_is_no_lawsuit() -> None:
    article = Article("d1", "Ada Quill threatened to sue Bram Osei.")
    quill, osei = article.add("Ada Quill"), article.add("Bram Osei")
    article.add_lawsuit("!sue", by=(quill,), against=(osei,), assertion=Assertion.HYPOTHETICAL, claims=("libel",))
    assert assemble([article.extraction()]).lawsuits == ()
    (threatened,) = assemble([article.extraction()], include_negated=True).lawsuits
    assert threatened.label == "Quill v. Osei"


def test_the_source_is_named_by_its_label() -> None:
    article, quill, osei, marsh = people()
    article.relate("praised", quill, osei, quote=TEXT, source=marsh)
    assert edge(assemble([article.extraction()]), "praised").sources == ("Teo Marsh",)


def test_references_are_followed_to_labels() -> None:
    article, _, osei, marsh = people()
    article.relate("contacted", marsh, osei, quote="Her husband, Teo Marsh, met him.")
    (evidence,) = edge(assemble([article.extraction()]), "contacted").evidence
    assert evidence.antecedents == (Antecedent("Her husband", "Teo Marsh"), Antecedent("him", "Bram Osei"))


def test_a_relation_between_wrong_types_is_dropped() -> None:
    article = Article("d1", "Ada Quill directed Low Tide.")
    article.relate("directed", article.add("Ada Quill"), article.add("Low Tide", type_=EntityType.ORGANIZATION))
    assert assemble([article.extraction()]).relations == ()


def test_everyone_who_sued_is_joined_to_everyone_sued() -> None:
    article = Article("d1", "Ada Quill and Teo Marsh sued Bram Osei.")
    quill, marsh, osei = (article.add(name) for name in ("Ada Quill", "Teo Marsh", "Bram Osei"))
    article.add_lawsuit("!sued", by=(quill, marsh), against=(osei,), filed=("2023-01-02",))
    graph = assemble([article.extraction()])
    derived = [item for item in graph.relations if item.relation == "sued"]
    assert sorted(named(graph, item) for item in derived) == [
        ("Ada Quill", "sued", "Bram Osei"), ("Teo Marsh", "sued", "Bram Osei"),
    ]  # fmt: skip
    for item in derived:
        rules = tuple(evidence.rule for evidence in item.evidence)
        assert (item.derived, rules, item.start, item.weight) == (True, ("derived",), "2023-01-02", 1)
        (evidence,) = item.evidence
        assert article.document.text[evidence.object.start : evidence.object.end] == "Bram Osei"
    assert {item.start for item in graph.relations} == {"2023-01-02"}


def test_who_sued_whom_is_shown_by_neighbouring_sentences_where_no_one_names_both() -> None:
    article = Article("d1", "Ada Quill filed a suit. The suit accuses Bram Osei. Nobody else was named.")
    quill, osei = article.add("Ada Quill"), article.add("Bram Osei")
    article.add_lawsuit("~a suit", by=(quill,))
    article.add_lawsuit("~The suit", against=(osei,))
    (evidence,) = edge(assemble([article.extraction()]), "sued").evidence
    assert evidence.text == "Ada Quill filed a suit. The suit accuses Bram Osei."


def test_who_sued_whom_is_shown_by_two_passages_where_they_stand_apart() -> None:
    article = Article("d1", "Ada Quill filed a suit. It rained for days. The suit accuses Bram Osei.")
    article.add_lawsuit("~a suit", by=(article.add("Ada Quill"),))
    article.add_lawsuit("~The suit", against=(article.add("Bram Osei"),))
    item = edge(assemble([article.extraction()]), "sued")
    assert [evidence.text for evidence in item.evidence] == ["Ada Quill filed a suit.", "The suit accuses Bram Osei."]


def test_a_countersuit_points_to_the_suit_it_answers() -> None:
    graph = assemble([
        suit_article("d1", "Ada Quill", "Bram Osei"),
        suit_article("d2", "Bram Osei", "Ada Quill", counterclaim=True, filed=("2023-05",)),
    ])  # fmt: skip
    item = edge(graph, "counterclaim_to")
    assert named(graph, item) == ("Osei v. Quill", "counterclaim_to", "Quill v. Osei")
    assert [evidence.text for evidence in item.evidence] == ["Bram Osei sued Ada Quill."]
    assert (item.derived, item.start) == (True, "2023-05")


def test_two_suits_in_both_directions_are_no_countersuit_unless_the_text_says_so() -> None:
    graph = assemble([suit_article("d1", "Ada Quill", "Bram Osei"), suit_article("d2", "Bram Osei", "Ada Quill")])
    assert len(graph.lawsuits) == 2
    assert "counterclaim_to" not in {item.relation for item in graph.relations}


def test_dates_of_an_event_are_its_first_and_last() -> None:
    article, quill, osei, marsh = people()
    article.relate("praised", quill, osei, quote="Ada Quill praised Bram Osei.", date="2023-02-01")
    article.relate("praised", quill, osei, quote="Quill praised Osei again.", date="2023-03-01")
    article.relate("spouse_of", quill, marsh, quote="Her husband, Teo Marsh, met him.", date="2012")
    graph = assemble([article.extraction()])
    assert (edge(graph, "praised").start, edge(graph, "praised").end) == ("2023-02-01", "2023-03-01")
    assert (edge(graph, "spouse_of").start, edge(graph, "spouse_of").end) == ("2012", "")


def test_one_document_given_twice_counts_once() -> None:
    once, twice = suit_article("d1", "Ada Quill", "Bram Osei"), suit_article("d1", "Ada Quill", "Bram Osei")
    assert assemble([once, twice]) == assemble([once])


def case() -> list[Extraction]:
    article, quill, osei, marsh = people(published="2023-01-05")
    article.relate("praised", quill, osei, quote="Quill praised Osei again.", source=marsh)
    article.relate("spouse_of", marsh, quill, quote="Her husband, Teo Marsh, met him.")
    return [
        article.extraction(),
        suit_article("d2", "Ada Quill", "Bram Osei", published="2023-01-02", amounts=("$5m",)),
        suit_article("d3", "Osei", "Quill", counterclaim=True),
        suit_article("d4", "Quill", "Osei", amounts=("$6m",)),
    ]


def test_the_order_of_the_extractions_changes_nothing() -> None:
    assert len({repr(assemble(order)) for order in permutations(case())}) == 1


def test_ids_are_unique_over_the_file_and_sorted() -> None:
    graph = assemble(case())
    ids = [node.id for node in graph.nodes] + [item.id for item in graph.relations]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"e-[0-9a-f]{12}", item.id) for item in graph.relations)
    for items in (graph.entities, graph.lawsuits, graph.relations, graph.documents):
        assert [item.id for item in items] == sorted(item.id for item in items)


def test_evidence_is_verbatim() -> None:
    graph = assemble(case())
    texts = {document.id: document.text for document in graph.documents}
    for item in graph.relations:
        assert item.evidence
        for evidence in item.evidence:
            assert texts[evidence.document][evidence.span.start : evidence.span.end] == evidence.text
