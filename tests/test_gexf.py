"""GEXF as Gephi, Gephi Lite and networkx want it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from graph.characters import clean_text
from graph.export.gexf import DRAWN, write
from graph.layout import arrange
from graph.model import KnowledgeGraph
from graph.network import to_networkx
from tests.graphs import build_harbor_graph
from tests.large_graphs import SAMPLES

SPACE = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"


@pytest.fixture(params=SAMPLES)
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return arrange(SAMPLES[request.param])


@pytest.fixture
def root(graph: KnowledgeGraph, tmp_path: Path) -> ElementTree.Element:
    write(graph, tmp_path / "graph.gexf")
    return ElementTree.parse(tmp_path / "graph.gexf").getroot()


def read_values(item: ElementTree.Element) -> dict[str, str]:
    return {value.attrib["for"]: value.attrib["value"] for value in item.iter(f"{SPACE}attvalue")}


def write_value(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else clean_text(str(value))


def test_every_value_stands_in_the_file(graph: KnowledgeGraph, root: ElementTree.Element) -> None:
    wanted = to_networkx(graph)
    nodes = {item.attrib["id"]: item for item in root.iter(f"{SPACE}node")}
    assert set(nodes) == set(wanted)
    for name, data in wanted.nodes(data=True):
        assert nodes[name].attrib["label"] == clean_text(data["label"])
        assert read_values(nodes[name]) == {
            key: write_value(value) for key, value in data.items() if key not in DRAWN and value != ""
        }
    edges = {item.attrib["id"]: item for item in root.iter(f"{SPACE}edge")}
    assert len(edges) == wanted.number_of_edges()
    for subject, target, key, data in wanted.edges(keys=True, data=True):
        drawn = {"id": key, "source": subject, "target": target, "kind": data["relation"], "label": data["label"]}
        assert edges[key].attrib == {**drawn, "weight": str(data["weight"])}
        assert read_values(edges[key]) == {
            key: write_value(value) for key, value in data.items() if key not in DRAWN and value != ""
        }


def test_colours_sizes_and_places_are_gephi_s(graph: KnowledgeGraph, root: ElementTree.Element) -> None:
    wanted = to_networkx(graph)
    for item in root.iter(f"{SPACE}node"):
        data = wanted.nodes[item.attrib["id"]]
        color, size, place = (item.find(VIZ + name) for name in ("color", "size", "position"))
        assert color is not None and size is not None and place is not None
        # Alpha, hex and fractions end Gephi's import.
        assert color.attrib == {name: str(data[name]) for name in "rgb"}
        assert size.attrib == {"value": str(data["size"])}
        assert place.attrib == {"x": str(data["x"]), "y": str(data["y"]), "z": "0.0"}
    colors = [item.attrib for item in root.iter(f"{VIZ}color")]
    assert all(re.fullmatch(r"\d{1,3}", value) for color in colors for value in color.values())


def test_time_is_in_full_days(root: ElementTree.Element) -> None:
    (drawing,) = root.iter(f"{SPACE}graph")
    assert (drawing.attrib["mode"], drawing.attrib["timeformat"]) == ("dynamic", "date")
    for spell in root.iter(f"{SPACE}spell"):
        assert set(spell.attrib) <= {"start", "end"}
        days = [date.fromisoformat(day) for day in (spell.attrib["start"], spell.attrib.get("end", "9999-12-31"))]
        assert days == sorted(days)
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in spell.attrib.values())


def test_each_class_declares_its_attributes_once(root: ElementTree.Element) -> None:
    blocks = [block.attrib["class"] for block in root.iter(f"{SPACE}attributes")]
    assert blocks == ["node", "edge"]
    declared = [{item.attrib["id"] for item in block} for block in root.iter(f"{SPACE}attributes")]
    for names, kind in zip(declared, ("node", "edge"), strict=True):
        assert {name for item in root.iter(SPACE + kind) for name in read_values(item)} <= names


def test_the_dispute_has_a_beginning(tmp_path: Path) -> None:
    write(build_harbor_graph(), tmp_path / "graph.gexf")
    found = nx.read_gexf(tmp_path / "graph.gexf")
    assert found.nodes["n20"]["spells"] == [("2023-03-02", "None")]
    (praise,) = [data for *_, data in found.edges(data=True) if data["id"] == "e33"]
    assert praise["spells"] == [("2023-06-18", "2023-06-18")]
