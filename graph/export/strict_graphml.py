"""GraphML that its XML Schema accepts: as the other one, without the edge type that only Gephi reads."""

from __future__ import annotations

from pathlib import Path

from graph.export.graphml import write_file, write_lines
from graph.model import KnowledgeGraph

SUFFIX = ".strict.graphml"


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the graph as GraphML that validates against http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd."""
    write_file(write_lines(graph, strict=True), path)
