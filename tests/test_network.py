"""The attributes of nodes and edges, which GraphML and the page share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.appearance import EDGE_STYLES, NODE_STYLES, size_nodes
from graph.model import Assertion, EntityType
from graph.network import count_evidence, join_values, to_networkx
from tests.graphs import build_harbor_graph, build_hostile_graph


def test_a_node_has_the_attributes_of_the_contract() -> None:
    node = to_networkx(build_harbor_graph()).nodes["n08"]
    assert node["label"] == "The Harbor Gazette"
    assert node["type"] == "MediaOutlet"
    assert node["aliases"] == "Gazette | The Harbor Gazette"
    assert node["documents"] == "d1 | d3"
    assert node["paths"] == "articles/quill-files-suit.txt | articles/judge-dismisses.txt"
    assert node["mentions"] == 6
    assert {"x", "y", "size", "r", "g", "b"} <= node.keys()
    assert "filed" not in node


def test_a_lawsuit_keeps_values_that_contradict_each_other() -> None:
    node = to_networkx(build_harbor_graph()).nodes["n20"]
    assert node["filed"] == "2023-03-02 | 2023-03-03"
    assert node["amount"] == "$12 million | $15 million"
    assert (node["claims"], node["status"], node["docket"]) == ("defamation", "ongoing", "")


def test_an_edge_has_the_attributes_of_the_contract() -> None:
    edge = to_networkx(build_harbor_graph()).edges["n01", "n02", "e29"]
    assert edge["relation"] == "contacted"
    assert edge["label"] == "contacted (alleged)"
    assert (edge["assertion"], edge["source"], edge["derived"]) == ("alleged", "Ines Falk", False)
    assert (edge["weight"], edge["confidence"], edge["rule"]) == (1, 0.9, "test/rule")
    assert edge["evidence"] == "“She wrote to him every day,” Falk told the Lantern Post."
    assert (edge["documents"], edge["paths"]) == ("d2", "articles/osei-countersues.txt")
    assert (edge["start"], edge["end"]) == ("", "")
    assert {"r", "g", "b"} <= edge.keys()


def test_parallel_edges_stay_apart() -> None:
    network = to_networkx(build_harbor_graph())
    assert network.number_of_edges("n01", "n02") == 3
    assert network.number_of_edges() == len(build_harbor_graph().relations)


@pytest.mark.parametrize(("assertion", "label"), [("asserted", "criticized"), ("denied", "criticized (denied)")])
def test_the_label_says_how_far_the_text_commits_itself(assertion: str, label: str) -> None:
    graph = build_harbor_graph()
    changed = tuple(
        replace(relation, assertion=Assertion(assertion)) if relation.id == "e26" else relation
        for relation in graph.relations
    )
    assert to_networkx(replace(graph, relations=changed)).edges["n03", "n08", "e26"]["label"] == label


def test_negated_evidence_counts_only_where_there_is_no_other() -> None:
    relation = next(relation for relation in build_harbor_graph().relations if relation.id == "e20")
    negated = tuple(replace(item, assertion=Assertion.NEGATED) for item in relation.evidence)
    assert count_evidence(replace(relation, evidence=(relation.evidence[0], negated[1]))) == relation.evidence[:1]
    assert count_evidence(replace(relation, evidence=negated)) == negated


def test_joined_values_can_be_split_again() -> None:
    values = ["a | b", "| c |", "d|e", "| |"]
    assert join_values(values).split(" | ") == ["a / b", "/ c /", "d|e", "/ /"]


def test_all_attributes_are_scalars_even_for_hostile_text() -> None:
    network = to_networkx(build_hostile_graph())
    items = [data for _, data in network.nodes(data=True)] + [data for *_, data in network.edges(data=True)]
    assert {type(value) for data in items for value in data.values()} == {str, int, float, bool}


def test_sizes_fill_the_range_that_gephi_leaves_as_it_is() -> None:
    sizes = size_nodes({"a": 1, "b": 4, "c": 9})
    assert sizes == {"a": 4.0, "b": 52.0, "c": 100.0}
    assert set(size_nodes({"a": 3, "b": 3}).values()) == {24.0}


def test_every_type_and_assertion_has_a_look_of_its_own() -> None:
    assert set(NODE_STYLES) == set(EntityType)
    assert set(EDGE_STYLES) == set(Assertion)
    assert len({style.shape for style in NODE_STYLES.values()}) == len(EntityType)
    assert len({style.dashes for style in EDGE_STYLES.values()}) == len(Assertion)
