"""RDF 1.1 Turtle (https://www.w3.org/TR/turtle/) in the words of schema.org and PROV-O."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.export.graphml import write_file
from graph.model import KnowledgeGraph
from graph.rdf import BASE, PREFIXES, Literal, Name, group_triples

SUFFIX = ".ttl"
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write_term(term: Name | Literal) -> str:
    """Return an object: a full IRI, a prefixed word, or a quoted literal."""
    if isinstance(term, Name):
        return f"<{term.text}>" if term.text.startswith(BASE) else term.text
    return f'"{term.text.translate(ESCAPES)}"' + (f"^^{term.kind}" if term.kind else "")


def write_lines(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the lines of the file, one subject after the other."""
    for prefix, space in PREFIXES.items():
        yield f"@prefix {prefix}: <{space}> ."
    for subject, said in group_triples(graph).items():
        yield ""
        yield f"<{subject}>"
        lines = [f"    {word} {', '.join(map(write_term, objects))}" for word, objects in said.items()]
        yield " ;\n".join(lines) + " ."


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the graph as Turtle in UTF-8, sorted."""
    write_file(write_lines(graph), path)
