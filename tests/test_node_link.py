"""Node-link JSON loads in networkx as the graph that it came from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.export.node_link import write
from graph.layout import arrange
from graph.model import KnowledgeGraph
from graph.network import to_networkx
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph
from tests.loading import load_node_link


@pytest.mark.parametrize("graph", [build_harbor_graph(), build_hostile_graph(), build_crowd(120)])
def test_networkx_reads_every_node_edge_and_value(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph = arrange(graph)
    write(graph, tmp_path / "graph.node-link.json")
    found, wanted = load_node_link(tmp_path / "graph.node-link.json"), to_networkx(graph)
    assert dict(found.nodes(data=True)) == dict(wanted.nodes(data=True))
    assert set(found.edges(keys=True)) == set(wanted.edges(keys=True))
    for subject, target, key, data in found.edges(keys=True, data=True):
        assert {"source" if name == "said_by" else name: value for name, value in data.items()} == wanted.edges[
            subject, target, key
        ]


def test_the_file_says_what_it_repeats(tmp_path: Path) -> None:
    write(build_harbor_graph(), tmp_path / "graph.node-link.json")
    content = json.loads((tmp_path / "graph.node-link.json").read_bytes())
    assert "real people" in content["graph"]["notice"]
    assert list(content) == ["directed", "multigraph", "graph", "nodes", "edges"]
