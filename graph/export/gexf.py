"""GEXF 1.3 (https://gexf.net) with time, so that Gephi's timeline plays the dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import networkx as nx

from graph.export.graphml import EDGE_KEYS, NODE_KEYS, quote_attribute, quote_text, write_file
from graph.model import KnowledgeGraph
from graph.network import Attributes, to_networkx
from graph.notice import NOTICE
from graph.timeline import Spell, place_in_time

SUFFIX = ".gexf"

TYPES = {"string": "string", "int": "integer", "double": "double", "boolean": "boolean"}
# What GEXF has a place of its own for.
DRAWN = frozenset({"label", "weight", "x", "y", "size", "r", "g", "b"})


def write_attributes(kind: str, keys: Mapping[str, str]) -> Iterator[str]:
    """Yield the one block that declares the attributes of all nodes or all edges; Gephi Lite keeps only the last."""
    yield f'    <attributes class="{kind}" mode="static">'
    for name, type_ in keys.items():
        if name not in DRAWN:
            yield f'      <attribute id="{name}" title="{name}" type="{TYPES[type_]}"/>'
    yield "    </attributes>"


def write_values(attributes: Attributes) -> Iterator[str]:
    """Yield the values of a node or an edge; an empty text is left out."""
    yield "        <attvalues>"
    for name, value in attributes.items():
        if name not in DRAWN and value != "":
            text = str(value).lower() if isinstance(value, bool) else str(value)
            yield f'          <attvalue for="{name}" value={quote_attribute(text)}/>'
    yield "        </attvalues>"


def write_spells(spells: Iterable[Spell]) -> Iterator[str]:
    """Yield when a node or an edge is there, in full days: a bare year is fatal to Gephi."""
    lines = [
        f'          <spell start="{spell.start}"' + (f' end="{spell.end}"' if spell.end else "") + "/>"
        for spell in spells
    ]
    if lines:
        yield from ("        <spells>", *lines, "        </spells>")


def write_color(attributes: Attributes) -> str:
    """Return the colour with whole channels; hex, alpha and fractions are fatal to Gephi."""
    return f'        <viz:color r="{attributes["r"]}" g="{attributes["g"]}" b="{attributes["b"]}"/>'


def write_nodes(network: nx.MultiDiGraph[str], spells: Mapping[str, tuple[Spell, ...]]) -> Iterator[str]:
    """Yield the elements of all nodes, with size, place and colour."""
    for node, data in network.nodes(data=True):
        yield f"      <node id={quote_attribute(node)} label={quote_attribute(data['label'])}>"
        yield from write_values(data)
        yield from write_spells(spells[node])
        yield write_color(data)
        yield f'        <viz:size value="{data["size"]}"/>'
        yield f'        <viz:position x="{data["x"]}" y="{data["y"]}" z="0.0"/>'
        yield "      </node>"


def write_edges(network: nx.MultiDiGraph[str], spells: Mapping[str, tuple[Spell, ...]]) -> Iterator[str]:
    """Yield the elements of all edges; `kind` is Gephi's edge type and keeps parallel edges apart."""
    for subject, target, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2]):
        yield (
            f"      <edge id={quote_attribute(key)} source={quote_attribute(subject)} target={quote_attribute(target)}"
            f" kind={quote_attribute(data['relation'])} label={quote_attribute(data['label'])}"
            f' weight="{data["weight"]}">'
        )
        yield from write_values(data)
        yield from write_spells(spells[key])
        yield write_color(data)
        yield "      </edge>"


def write_lines(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the lines of the file."""
    network, spells = to_networkx(graph), place_in_time(graph)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'
    yield "  <meta>"
    yield "    <creator>litigraph</creator>"
    yield f"    <description>{quote_text(NOTICE)}</description>"
    yield "  </meta>"
    yield '  <graph mode="dynamic" defaultedgetype="directed" idtype="string" timeformat="date">'
    yield from write_attributes("node", NODE_KEYS)
    yield from write_attributes("edge", EDGE_KEYS)
    yield "    <nodes>"
    yield from write_nodes(network, spells)
    yield "    </nodes>"
    yield "    <edges>"
    yield from write_edges(network, spells)
    yield "    </edges>"
    yield "  </graph>"
    yield "</gexf>"


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the graph as dynamic GEXF 1.3 in UTF-8, nodes and edges sorted by id."""
    write_file(write_lines(graph), path)
