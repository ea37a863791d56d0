"""GraphML as other programs read it back."""

from __future__ import annotations

import warnings
from pathlib import Path
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest

from graph.characters import clean_text
from graph.export.graphml import EDGE_KEYS, NODE_KEYS, write
from graph.layout import arrange
from graph.model import KnowledgeGraph
from graph.network import to_networkx
from tests.graphs import build_harbor_graph, build_hostile_graph
from tests.large_graphs import SAMPLES

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture(params=SAMPLES)
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return arrange(SAMPLES[request.param])


def expect(value: object) -> object:
    return clean_text(value) if isinstance(value, str) else value


def test_networkx_reads_every_node_edge_and_value(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "graph.graphml")
    found = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    wanted = to_networkx(graph)
    assert isinstance(found, nx.MultiDiGraph)
    assert set(found) == set(wanted)
    assert set(found.edges(keys=True)) == set(wanted.edges(keys=True))
    for node, data in wanted.nodes(data=True):
        assert found.nodes[node] == {key: expect(value) for key, value in data.items() if value != ""}
    for subject, target, edge, data in wanted.edges(keys=True, data=True):
        assert found.edges[subject, target, edge] == {key: expect(value) for key, value in data.items() if value != ""}


def test_igraph_reads_every_node_edge_and_value(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "graph.graphml")
    with warnings.catch_warnings():
        # igraph warns that it puts ids into an attribute of its own.
        warnings.simplefilter("ignore")
        found = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    wanted = to_networkx(graph)
    assert found.is_directed()
    nodes = {vertex["id"]: vertex.attributes() for vertex in found.vs}
    assert set(nodes) == set(wanted)
    for node, data in wanted.nodes(data=True):
        assert {key: nodes[node][key] for key in data} == {key: expect(value) for key, value in data.items()}
    # igraph 1.0 gives an edge the id of its subject, so edges are told apart by their order in the file.
    assert found.ecount() == wanted.number_of_edges()
    edges = sorted(wanted.edges(keys=True, data=True), key=lambda item: item[2])
    for edge, (subject, target, _, data) in zip(found.es, edges, strict=True):
        assert (found.vs[edge.source]["id"], found.vs[edge.target]["id"]) == (subject, target)
        assert {name: edge[name] for name in data} == {name: expect(value) for name, value in data.items()}


def test_keys_are_declared_once_and_for_nodes_or_edges_alone(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "graph.graphml")
    root = ElementTree.parse(tmp_path / "graph.graphml").getroot()
    keys = root.findall(f"{SPACE}key")
    assert len({key.get("id") for key in keys}) == len(keys) == len(NODE_KEYS) + len(EDGE_KEYS)
    assert {key.get("for") for key in keys} == {"node", "edge"}
    # A node property is found by its key's id before its name.
    assert all(key.get("id") == key.get("attr.name") for key in keys if key.get("for") == "node")
    assert not {key.get("id") for key in keys if key.get("for") == "edge"} & {"x", "y", "size", "id", "label", "r"}


def test_ids_are_unique_over_the_file_and_edges_carry_their_type(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write(graph, tmp_path / "graph.graphml")
    root = ElementTree.parse(tmp_path / "graph.graphml").getroot()
    ids = [item.get("id") for kind in ("node", "edge") for item in root.iter(SPACE + kind)]
    assert len(set(ids)) == len(ids) == len(graph.nodes) + len(graph.relations)
    types = {item.get("id"): item.get("label") for item in root.iter(f"{SPACE}edge")}
    for relation in graph.relations:
        assert types[relation.id] == relation.relation


def test_no_white_space_stands_between_two_escapes(tmp_path: Path) -> None:
    write(build_hostile_graph(), tmp_path / "graph.graphml")
    text = (tmp_path / "graph.graphml").read_text(encoding="utf-8")
    assert '<![CDATA["no" & "yes" <b>&amp;</b> ]]]]><![CDATA[> \' end]]>' in text
    assert "&amp;" not in text.replace("<b>&amp;</b>", "")


def test_the_same_graph_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    graph = build_harbor_graph()
    turned = KnowledgeGraph(graph.documents[::-1], graph.entities[::-1], graph.lawsuits[::-1], graph.relations[::-1])
    write(arrange(graph), tmp_path / "one.graphml")
    write(arrange(turned), tmp_path / "two.graphml")
    assert (tmp_path / "one.graphml").read_bytes() == (tmp_path / "two.graphml").read_bytes()


def test_an_empty_graph_is_a_legal_file(tmp_path: Path) -> None:
    write(KnowledgeGraph((), (), (), ()), tmp_path / "graph.graphml")
    assert len(nx.read_graphml(tmp_path / "graph.graphml")) == 0
