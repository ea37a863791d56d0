"""A hand-built graph for the page's filters: articles of several outlets over three years, one of them undated."""

from __future__ import annotations

from graph.model import Document, Entity, EntityType, KnowledgeGraph, Relation
from tests.graphs import join, person, quote

SENTENCE = "One told of the other."
DATES = ("2021-01-05", "2021-06-20", "2022-02-10", "2022-08-01", "2023-03-03", None, "2023-11-30", "2023-12-01")
NUMBERS = ("Two", "Three", "Four", "Five", "Six", "Seven", "Eight")


def build_dated_graph() -> KnowledgeGraph:
    """Return people in a ring, a tail and apart, told of in eight articles of three outlets, one of them undated."""
    documents = tuple(
        Document(f"a{index}", f"news/{index}.txt", SENTENCE, published=day, title=f"Report number {index}",
                 publisher=f"Paper {'ABC'[index % 3]}")
        for index, day in enumerate(DATES)
    )  # fmt: skip
    people = (
        person("p1", "Søren Ászló", 9, "Søren Ászló", "the Great Dane", documents=("a0", "a2")),
        *(person(f"p{number}", f"Person {word}", 1, documents=("a0",)) for number, word in enumerate(NUMBERS, 2)),
    )  # fmt: skip
    outlet = Entity("p9", EntityType.MEDIA_OUTLET, "The Lone Paper", ("The Lone Paper",), ("a7",), 1)

    def link(key: str, one: str, relation: str, other: str, *articles: int) -> Relation:
        evidence = (quote(documents[n], SENTENCE, subject="One", cue="told", target="other") for n in articles)
        return join(key, one, relation, other, *evidence)

    relations = (
        link("s1", "p1", "criticized", "p2", 0),
        link("s2", "p2", "praised", "p3", 1),
        link("s3", "p1", "praised", "p4", 2),
        link("s4", "p4", "criticized", "p3", 3, 4),
        link("s5", "p3", "spoke_to", "p5", 5),
        link("s6", "p5", "spouse_of", "p6", 6),
        link("s7", "p7", "friend_of", "p8", 7),
    )
    return KnowledgeGraph(documents, (*people, outlet), (), relations)
