"""The node-link JSON of networkx and D3, which `networkx.node_link_graph` loads without an option."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from graph.characters import escape_surrogates
from graph.model import KnowledgeGraph
from graph.network import to_networkx
from graph.notice import NOTICE

SUFFIX = ".node-link.json"


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the graph as UTF-8 JSON of the form that networkx documents, nodes and edges sorted by id.

    Who says so is `said_by` here, since `source` is the node at which an edge begins.
    """
    network = to_networkx(graph)
    edges: list[dict[str, Any]] = []
    for subject, target, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2]):
        attributes = {"said_by" if name == "source" else name: value for name, value in data.items()}
        edges.append({"source": subject, "target": target, "key": key, **attributes})
    content = {
        "directed": True,
        "multigraph": True,
        "graph": {"notice": NOTICE},
        "nodes": [{"id": node, **data} for node, data in network.nodes(data=True)],
        "edges": edges,
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(escape_surrogates(text) + "\n", encoding="utf-8", newline="\n")
