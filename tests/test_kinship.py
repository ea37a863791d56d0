"""What one article leaves open of a person, another may tell."""

from __future__ import annotations

from graph.assemble import assemble
from graph.model import EntityType, Extraction
from tests.extractions import Article, name_article


def married(id_: str, text: str, wife: str, husband: str) -> Extraction:
    """Return an article that names a wife and, by name or as "~her husband", a husband."""
    article = Article(id_, text)
    article.relate("spouse_of", article.add(husband), article.add(wife))
    return article.extraction()


def suit_against_couple(id_: str) -> Extraction:
    article = Article(id_, "Cy Young sued Ada Quill and her husband.")
    plaintiff, wife, husband = article.add("Cy Young"), article.add("Ada Quill"), article.add("~her husband")
    article.relate("spouse_of", husband, wife)
    article.add_lawsuit("!sued", by=(plaintiff,), against=(wife, husband))
    return article.extraction()


def defendants(*extractions: Extraction) -> set[str]:
    graph = assemble(extractions)
    labels = {entity.id: entity.label for entity in graph.entities}
    return {labels[relation.subject] for relation in graph.relations if relation.relation == "defendant_in"}


def test_an_unnamed_husband_is_the_one_whom_another_article_names() -> None:
    other = married("b", "Ada Quill and her husband Bo Dunn.", "Ada Quill", "Bo Dunn")
    assert defendants(suit_against_couple("a"), other) == {"Ada Quill", "Bo Dunn"}


def test_of_two_husbands_neither_is_taken() -> None:
    one = married("b", "Ada Quill and her husband Bo Dunn.", "Ada Quill", "Bo Dunn")
    two = married("c", "Ada Quill and her husband Al Finch.", "Ada Quill", "Al Finch")
    assert defendants(suit_against_couple("a"), one, two) == {"Ada Quill"}


def test_a_surname_taken_for_a_company_is_the_person_of_another_article() -> None:
    graph = assemble([name_article("a", "Dunn", type_=EntityType.ORGANIZATION), name_article("b", "Bo Dunn")])
    assert [(entity.label, entity.type) for entity in graph.entities] == [("Bo Dunn", EntityType.PERSON)]


def test_a_company_with_a_person_s_surname_in_a_longer_name_stays_one() -> None:
    graph = assemble([
        name_article("a", "Dunn", "Dunn Press", type_=EntityType.ORGANIZATION), name_article("b", "Bo Dunn"),
    ])  # fmt: skip
    assert EntityType.ORGANIZATION in {entity.type for entity in graph.entities}
