"""`graph.explain`: which node a name means, and why nodes and edges are there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import UsageError
from graph.explain import NodeAnswer, PairAnswer, UnclearAnswer, explain
from graph.explain.naming import find_nodes
from graph.explain.terminal import mark_passage
from graph.export.json import read
from graph.model import Assertion, Document, Entity, EntityType, KnowledgeGraph, Relation
from tests.gold import ROOT
from tests.graphs import FILING, build_crowd, build_harbor_graph, join, person, quote

HARBOR = build_harbor_graph()
SHIPPED = read(ROOT / "outputs" / "graph.json")


def explain_node(graph: KnowledgeGraph, name: str) -> NodeAnswer:
    answer = explain(graph, name)
    assert isinstance(answer, NodeAnswer)
    return answer


def explain_pair(graph: KnowledgeGraph, subject: str, object_: str) -> PairAnswer:
    answer = explain(graph, subject, object_)
    assert isinstance(answer, PairAnswer)
    return answer


def ask(graph: KnowledgeGraph, *names: str) -> UnclearAnswer:
    answer = explain(graph, *names)
    assert isinstance(answer, UnclearAnswer)
    return answer


def link(*ends: tuple[str, str, Assertion]) -> KnowledgeGraph:
    """Return a graph of five people, of whom the given pairs are linked."""
    edges = []
    for number, (one, other, assertion) in enumerate(ends):
        sentence = "According to the complaint, Osei harassed Quill for months."
        item = quote(FILING, sentence, subject="Osei", cue="harassed", target="Quill", assertion=assertion)
        edges.append(join(f"e{number}", one, "criticized", other, item))
    return KnowledgeGraph((FILING,), tuple(person(key, f"Person {key}", 1) for key in "abcde"), (), tuple(edges))


@pytest.mark.parametrize("graph", [HARBOR, SHIPPED, build_crowd(60)], ids=["harbor", "shipped", "crowd"])
def test_every_node_is_found_by_each_of_its_names(graph: KnowledgeGraph) -> None:
    for node in graph.nodes:
        assert find_nodes(graph, node.id) == (node,)
        assert node in find_nodes(graph, node.label)
        assert all(find_nodes(graph, alias) for alias in node.aliases)


@pytest.mark.parametrize("graph", [HARBOR, SHIPPED], ids=["harbor", "shipped"])
def test_every_edge_is_explained_with_all_its_passages_word_for_word(graph: KnowledgeGraph) -> None:
    texts = {document.id: document.text for document in graph.documents}
    for relation in graph.relations:
        answer = explain_pair(graph, relation.object, relation.subject)
        (edge,) = [edge for edge in answer.edges if edge.id == relation.id]
        assert (edge.subject.id, edge.object.id, edge.of) == (relation.subject, relation.object, len(relation.evidence))
        assert answer.path == ()
        for passage, item in zip(edge.passages, relation.evidence, strict=True):
            assert passage.evidence == item
            assert "".join(part.text for part in passage.parts) == item.text
            for role, span in (("subject", item.subject), ("object", item.object), ("cue", item.cue)):
                marked = "".join(part.text for part in passage.parts if role in part.roles)
                assert marked == texts[item.document][span.start : span.end]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("N01", "n01"),
        ("ADA  QUILL", "n01"),
        ("the novelist", "n01"),
        ("“Quill”", "n01"),
        ("harbor gazette", "n08"),
        ("the gazette", "n08"),
        ("Quill vs. Osei & the Harbor Gazette", "n20"),
        ("osei v quill", "n21"),
        ("jose muller", "n30"),
        ("JOSÉ MÜLLER", "n30"),
        ("!!!", "n31"),
    ],
)
def test_names_are_found_in_any_spelling(name: str, found: str) -> None:
    signs = (Entity(key, EntityType.WORK, label, (), (), 1) for key, label in (("n31", "!!!"), ("n32", "???")))
    more = (person("n30", "José Müller", 1), *signs)
    graph = replace(HARBOR, entities=(*HARBOR.entities, *more))
    assert [node.id for node in find_nodes(graph, name)] == [found]


def test_an_id_goes_before_a_label_and_a_label_before_an_alias() -> None:
    more = (person("n30", "Quill", 1), person("n31", "n01", 1))
    graph = replace(HARBOR, entities=(*HARBOR.entities, *more))
    assert explain_node(graph, "quill").node.id == "n30"
    assert explain_node(graph, "n01").node.label == "Ada Quill"


def test_a_name_of_several_nodes_lists_them() -> None:
    graph = replace(HARBOR, entities=(*HARBOR.entities, person("n00", "Ivo Quill", 1, "Quill")))
    (unclear,) = ask(graph, "quill").unclear
    assert [node.id for node in unclear.matches] == ["n00", "n01"]
    assert unclear.nearest == ()


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("Ada Quil", ["n01"]),
        ("tide", ["n12"]),
        ("gazette osei", ["n20"]),
        ("Nor Elery", ["n05"]),
        ("zzzzzz", []),
        ("", []),
    ],
)
def test_an_unknown_name_suggests_the_nearest(name: str, nearest: list[str]) -> None:
    (unclear,) = ask(HARBOR, name).unclear
    assert unclear.matches == ()
    assert [node.id for node in unclear.nearest][: max(1, len(nearest))] == nearest


def test_all_unclear_names_are_told_at_once() -> None:
    assert [unclear.name for unclear in ask(HARBOR, "nobody", "none").unclear] == ["nobody", "none"]
    assert [unclear.name for unclear in ask(HARBOR, "quill", "none").unclear] == ["none"]


def test_two_names_of_one_node_are_bad_usage() -> None:
    with pytest.raises(UsageError, match="'quill' and 'n01' are one node, 'Ada Quill'; name two"):
        explain(HARBOR, "quill", "n01")


def test_a_name_is_counted_where_it_stands_as_whole_words_and_in_no_longer_name() -> None:
    counts = {name.text: (name.count, name.documents) for name in explain_node(HARBOR, "n01").names}
    assert counts == {
        "Quill": (4, ("d1", "d2", "d3")),
        "Ada Quill": (2, ("d1", "d2")),
        "the novelist": (1, ("d1",)),
    }
    document = Document("d9", "a.txt", "Ann\nLee met Lee. Leeds is no (Lee), nor McLee.")
    entity = Entity("p", EntityType.PERSON, "Ann Lee", ("Ann", "Lee"), ("d9", "gone"), 3)
    answer = explain_node(KnowledgeGraph((document,), (entity,), (), ()), "p")
    assert [(name.text, name.count) for name in answer.names] == [("Lee", 2), ("Ann Lee", 1), ("Ann", 0)]
    assert [(article.id, article.path) for article in answer.articles] == [("d9", "a.txt"), ("gone", "")]


def test_a_node_has_its_facts_reasons_and_edges_in_short() -> None:
    answer = explain_node(HARBOR, "n20")
    assert [(fact.name, fact.text, fact.documents) for fact in answer.facts][:2] == [
        ("filed", "2023-03-02", ("d1",)),
        ("filed", "2023-03-03", ("d2",)),
    ]
    assert [statement.text for statement in answer.lawsuits] == [
        "Osei v. Quill is a counterclaim to Quill v. Osei and The Harbor Gazette"
    ]
    assert [statement.edge for statement in answer.relations] == ["e13", "e02", "e03", "e10", "e01", "e12"]
    assert explain_node(HARBOR, "gazette").reasons == ("“Gazette” is the short form of “The Harbor Gazette”",)


def test_references_are_counted_once_a_passage() -> None:
    # "the novelist" stands in one passage that attests two edges.
    answer = explain_node(HARBOR, "n01")
    assert {item.text: item.passages for item in answer.references} == {"She": 1, "his wife": 1, "the novelist": 1}


def test_a_pair_has_its_edges_in_both_directions() -> None:
    forth, back = explain_pair(HARBOR, "quill", "osei"), explain_pair(HARBOR, "osei", "quill")
    assert [edge.id for edge in forth.edges] == ["e04", "e20", "e29", "e08", "e21"]
    assert [edge.id for edge in back.edges] == ["e08", "e21", "e04", "e20", "e29"]
    assert forth.edges[1].text == "Ada Quill accused Bram Osei"
    assert forth.found


def test_the_shortest_way_shows_the_best_passage_of_each_step() -> None:
    answer = explain_pair(HARBOR, "Osei Pictures", "Superior Court")
    assert [edge.id for edge in answer.path] == ["e30", "e02", "e13"]
    assert answer.edges == ()
    (step,) = explain_pair(HARBOR, "n06", "n03").path[1:]
    assert (step.id, step.of, len(step.passages)) == ("e22", 2, 1)
    assert step.passages[0].evidence.antecedents == ()


def test_of_equally_short_ways_the_best_attested_is_shown() -> None:
    sure, alleged = Assertion.ASSERTED, Assertion.ALLEGED
    one = link(("a", "b", alleged), ("b", "e", sure), ("a", "c", sure), ("c", "e", sure))
    other = link(("a", "b", sure), ("b", "e", sure), ("a", "c", sure), ("c", "e", alleged))
    long = link(("a", "b", alleged), ("b", "e", alleged), ("a", "c", sure), ("c", "d", sure), ("d", "e", sure))
    assert [edge.id for edge in explain_pair(one, "a", "e").path] == ["e2", "e3"]
    assert [edge.id for edge in explain_pair(other, "e", "a").path] == ["e1", "e0"]
    assert [edge.id for edge in explain_pair(long, "a", "e").path] == ["e0", "e1"]
    # Five edges join Quill and Osei, some of them only alleged or denied.
    assert [edge.id for edge in explain_pair(HARBOR, "n06", "n02").path] == ["e32", "e04"]


def test_what_is_only_negated_is_shown_for_its_pair_and_links_nobody_else() -> None:
    graph = link(("a", "b", Assertion.NEGATED), ("b", "c", Assertion.ASSERTED), ("a", "d", Assertion.HYPOTHETICAL))
    assert [edge.assertion for edge in explain_pair(graph, "a", "b").edges] == [Assertion.NEGATED]
    for end in "ce":
        answer = explain_pair(graph, "a", end)
        assert (answer.edges, answer.path, answer.found) == ((), (), False)


@pytest.mark.parametrize(
    ("subject", "object_", "edge", "marked"),
    [
        ("n01", "n02", "e29", "“[[She]] <<wrote>> to {{him}} every day,” Falk told the Lantern Post."),
        ("n03", "n20", "e12", "[[Teo Marsh]] {{<<testified>>}} for his wife."),
        ("n01", "n02", "e21", "[[Osei]], 44, <<denied>> that he ever harassed {{the novelist}}."),
    ],
)
def test_marks_tell_both_ends_and_the_cue(subject: str, object_: str, edge: str, marked: str) -> None:
    (found,) = [item for item in explain_pair(HARBOR, subject, object_).edges if item.id == edge]
    assert mark_passage(found.passages[-1].parts, styled=False).plain == marked


def test_marks_enclose_each_other() -> None:
    document = Document("d1", "a.txt", "The Low Tide\ndirector agreed.")
    item = quote(document, document.text, subject="The Low Tide\ndirector", cue="director", target="Low Tide")
    edge = join("e1", "n01", "directed", "n12", item)
    graph = replace(HARBOR, documents=(document,), relations=(edge,))
    (passage,) = explain_pair(graph, "n01", "n12").edges[0].passages
    assert mark_passage(passage.parts, styled=False).plain == "[[The {{Low Tide}} <<director>>]] agreed."
    styled = mark_passage(passage.parts, styled=True)
    assert styled.plain == "The Low Tide director agreed."
    assert [str(span.style) for span in styled.spans] == ["bold", "bold", "bold", "bold underline"]


def test_an_edge_of_an_unknown_relation_or_without_evidence_is_told_all_the_same() -> None:
    edges = (
        Relation("e98", "n06", "haunts", "n07", Assertion.ASSERTED, ()),
        Relation("e99", "n07", "criticized", "n09", Assertion.ASSERTED, ()),
    )
    path = explain_pair(replace(HARBOR, relations=edges), "mina", "lantern post").path
    assert [(edge.text, edge.passages) for edge in path] == [
        ("Mina Quill haunts Lou Castellan", ()),
        ("Lou Castellan criticized Lantern Post", ()),
    ]
