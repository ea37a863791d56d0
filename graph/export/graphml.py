"""GraphML (http://graphml.graphdrawing.org/specification.html) as Gephi, networkx and igraph all read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from graph.characters import clean_text
from graph.model import KnowledgeGraph
from graph.network import Attributes, describe_edges, describe_nodes
from graph.notice import NOTICE

SUFFIX = ".graphml"

NODE_KEYS = {
    "label": "string", "type": "string", "aliases": "string", "documents": "string", "paths": "string",
    "mentions": "int", "filed": "string", "claims": "string", "amount": "string", "status": "string",
    "docket": "string", "x": "double", "y": "double", "size": "double", "r": "int", "g": "int", "b": "int",
}  # fmt: skip
EDGE_KEYS = {
    "relation": "string", "label": "string", "assertion": "string", "source": "string", "derived": "boolean",
    "weight": "int", "evidence": "string", "documents": "string", "paths": "string", "confidence": "double",
    "rule": "string", "start": "string", "end": "string", "r": "int", "g": "int", "b": "int",
}  # fmt: skip
# A key's id must be unique over the file. Gephi looks at the id before the name, and knows no property "edge_…".
EDGE_PREFIX = "edge_"


def quote_text(text: str) -> str:
    """Return text as the content of an element, which reads back as it was.

    A CDATA section is used where there is something to escape, since Gephi drops white space between two escapes.
    """
    text = clean_text(text)
    if "&" in text or "<" in text or ">" in text:
        text = "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>").replace("\r", "]]>&#13;<![CDATA[") + "]]>"
        return text
    return text.replace("\r", "&#13;")


def quote_attribute(text: str) -> str:
    """Return text as a quoted attribute value, which reads back as it was."""
    return quoteattr(clean_text(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def quote_value(value: str | int | float | bool) -> str:
    """Return a value as GraphML writes its type; booleans are lower case."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return quote_text(value) if isinstance(value, str) else repr(value)


def write_data(attributes: Attributes, prefix: str = "") -> Iterator[str]:
    """Yield the data elements of a node or an edge; an empty text is left out, which readers take for the same."""
    for name, value in attributes.items():
        if value != "":
            yield f'      <data key="{prefix}{name}">{quote_value(value)}</data>'


def write_lines(graph: KnowledgeGraph, *, strict: bool = False) -> Iterator[str]:
    """Yield the lines of the file; `strict` leaves out the one attribute that GraphML's schema does not know."""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    # Never for="all": Gephi and Gephi Lite would then take neither x nor label for what they are.
    for name, kind in NODE_KEYS.items():
        yield f'  <key id="{name}" for="node" attr.name="{name}" attr.type="{kind}"/>'
    for name, kind in EDGE_KEYS.items():
        yield f'  <key id="{EDGE_PREFIX}{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>'
    yield '  <graph id="litigraph" edgedefault="directed">'
    yield f"    <desc>{quote_text(NOTICE)}</desc>"
    for node, attributes in describe_nodes(graph):
        yield f"    <node id={quote_attribute(node.id)}>"
        yield from write_data(attributes)
        yield "    </node>"
    for relation, attributes in describe_edges(graph):
        # The attribute `label` is Gephi's edge type: without it, parallel edges would be merged into one.
        kind = "" if strict else f" label={quote_attribute(str(attributes['relation']))}"
        ends = f"source={quote_attribute(relation.subject)} target={quote_attribute(relation.object)}"
        yield f"    <edge id={quote_attribute(relation.id)} {ends}{kind}>"
        yield from write_data(attributes, EDGE_PREFIX)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the graph as GraphML in UTF-8, nodes and edges sorted by id."""
    write_file(write_lines(graph), path)


def write_file(lines: Iterator[str], path: Path) -> None:
    """Write lines as UTF-8, each ended by a line feed on every system."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
