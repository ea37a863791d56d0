"""JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/): the triples of the Turtle file, for programs that read JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from graph.model import KnowledgeGraph
from graph.rdf import PREFIXES, Literal, Name, group_triples

SUFFIX = ".jsonld"


def write_term(term: Name | Literal) -> Any:
    """Return an object: a reference, a text, or a typed value."""
    if isinstance(term, Name):
        return {"@id": term.text}
    return {"@value": term.text, "@type": term.kind} if term.kind else term.text


def write_subject(subject: str, said: dict[str, list[Name | Literal]]) -> dict[str, Any]:
    """Return all that is said of one subject."""
    types = [term.text for term in said["rdf:type"]]
    others = {word: [write_term(term) for term in terms] for word, terms in said.items() if word != "rdf:type"}
    return {"@id": subject, "@type": types, **others}


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the graph as compacted JSON-LD in UTF-8, sorted."""
    subjects = [write_subject(subject, said) for subject, said in group_triples(graph).items()]
    text = json.dumps({"@context": PREFIXES, "@graph": subjects}, ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
