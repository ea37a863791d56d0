"""The graph as RDF: schema.org for things, PROV-O for where each statement comes from.

An edge is always a statement with its evidence. A plain triple beside it says the thing itself, so only what the
articles state as a fact has one: what is merely alleged is not made true by a conversion.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from graph.characters import clean_text
from graph.model import Assertion, Document, EntityType, Evidence, KnowledgeGraph, Lawsuit, Node, Relation
from graph.network import describe_relation
from graph.notice import NOTICE

BASE = "urn:litigraph:"
PREFIXES = {
    "lg": f"{BASE}vocabulary:",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Name(NamedTuple):
    """A thing's IRI, or a word of a vocabulary with its prefix ("schema:Person")."""

    text: str


class Literal(NamedTuple):
    """A text, or a value of an XML Schema type ("xsd:integer") as it is written."""

    text: str
    kind: str = ""


# Subject (an IRI), predicate (a prefixed word), object.
Triple = tuple[str, str, Name | Literal]

CLASSES = {
    EntityType.PERSON: "Person",
    EntityType.MEDIA_OUTLET: "NewsMediaOrganization",
    EntityType.LAWSUIT: "Event",
    EntityType.ORGANIZATION: "Organization",
    EntityType.COURT: "GovernmentOrganization",
    EntityType.WORK: "CreativeWork",
}
# schema.org's property, and whether it points from our object to our subject.
PROPERTIES = {
    "spouse_of": ("spouse", False), "sibling_of": ("sibling", False), "parent_of": ("children", False),
    "friend_of": ("knows", False), "works_with": ("colleague", False), "employed_by": ("worksFor", False),
    "founder_of": ("founder", True), "owner_of": ("owns", False), "directed": ("director", True),
    "acted_in": ("actor", True), "wrote": ("author", True), "produced": ("producer", True),
}  # fmt: skip


def name_thing(kind: str, id_: str) -> str:
    """Return the IRI of a node, a document, a statement or a passage."""
    return f"{BASE}{kind}:{quote(id_, safe='', errors='replace')}"


def write_text(text: str) -> Literal:
    """Return a plain text."""
    return Literal(clean_text(text))


def group_triples(graph: KnowledgeGraph) -> dict[str, dict[str, list[Name | Literal]]]:
    """Return the objects of each subject's predicates, everything sorted and each triple once."""
    found: dict[str, dict[str, set[Name | Literal]]] = {}
    for subject, predicate, object_ in list_triples(graph):
        found.setdefault(subject, {}).setdefault(predicate, set()).add(object_)
    return {
        subject: {word: sorted(objects) for word, objects in sorted(said.items())}
        for subject, said in sorted(found.items())
    }


def list_triples(graph: KnowledgeGraph) -> Iterator[Triple]:
    """Yield all triples of the graph."""
    about = f"{BASE}graph"
    yield about, "rdf:type", Name("prov:Collection")
    yield about, "schema:description", write_text(NOTICE)
    for document in graph.documents:
        yield from describe_document(document)
    for node in graph.nodes:
        yield from describe_node(node)
    for relation in graph.relations:
        yield from describe_statement(relation)
        if relation.assertion is Assertion.ASSERTED:
            yield state_fact(relation)


def describe_document(document: Document) -> Iterator[Triple]:
    """Yield the triples of an article."""
    name = name_thing("document", document.id)
    yield name, "rdf:type", Name("schema:NewsArticle")
    yield name, "rdf:type", Name("prov:Entity")
    yield name, "schema:identifier", write_text(document.id)
    yield name, "lg:path", write_text(document.path)
    if document.title:
        yield name, "schema:headline", write_text(document.title)
    if document.published:
        yield name, "schema:datePublished", write_text(document.published)
    if document.publisher:
        yield name, "schema:publisher", write_text(document.publisher)
    if document.url:
        yield name, "schema:url", write_text(document.url)


def describe_node(node: Node) -> Iterator[Triple]:
    """Yield the triples of a person, outlet, body, court, work or lawsuit."""
    name = name_thing("node", node.id)
    yield name, "rdf:type", Name(f"schema:{CLASSES[node.type]}")
    yield name, "rdf:type", Name(f"lg:{node.type}")
    yield name, "schema:identifier", write_text(node.id)
    yield name, "schema:name", write_text(node.label)
    yield name, "lg:mentions", Literal(str(node.mentions), "xsd:integer")
    for alias in node.aliases:
        yield name, "schema:alternateName", write_text(alias)
    for document in node.documents:
        yield name, "schema:subjectOf", Name(name_thing("document", document))
    if isinstance(node, Lawsuit):
        facts = {"filed": node.filed, "claim": node.claims, "amount": node.amounts, "status": node.statuses,
                 "docket": node.dockets}  # fmt: skip
        for word, values in facts.items():
            for value in values:
                yield name, f"lg:{word}", write_text(value.text)


def describe_statement(relation: Relation) -> Iterator[Triple]:
    """Yield the triples of an edge as a statement, and those of each passage that it was derived from."""
    name = name_thing("statement", relation.id)
    yield name, "rdf:type", Name("rdf:Statement")
    yield name, "rdf:type", Name("prov:Entity")
    yield name, "schema:identifier", write_text(relation.id)
    yield name, "schema:name", write_text(describe_relation(relation))
    yield name, "rdf:subject", Name(name_thing("node", relation.subject))
    yield name, "rdf:predicate", Name(f"lg:{relation.relation}")
    yield name, "rdf:object", Name(name_thing("node", relation.object))
    yield name, "lg:assertion", write_text(str(relation.assertion))
    yield name, "lg:derived", Literal(str(relation.derived).lower(), "xsd:boolean")
    for word, day in (("start", relation.start), ("end", relation.end)):
        if day:
            yield name, f"lg:{word}", write_text(day)
    for number, item in enumerate(relation.evidence, 1):
        passage = name_thing("passage", f"{relation.id}.{number}")
        yield name, "prov:wasDerivedFrom", Name(passage)
        yield from describe_passage(passage, item)


def describe_passage(name: str, item: Evidence) -> Iterator[Triple]:
    """Yield the triples of one passage: its words, where they stand, and who says so."""
    yield name, "rdf:type", Name("schema:Quotation")
    yield name, "rdf:type", Name("prov:Entity")
    yield name, "schema:text", write_text(item.text)
    yield name, "prov:wasQuotedFrom", Name(name_thing("document", item.document))
    yield name, "lg:startOffset", Literal(str(item.span.start), "xsd:integer")
    yield name, "lg:endOffset", Literal(str(item.span.end), "xsd:integer")
    yield name, "lg:assertion", write_text(str(item.assertion))
    yield name, "lg:confidence", Literal(f"{item.confidence:.2f}", "xsd:decimal")
    for word, text in (("saidBy", item.source), ("rule", item.rule), ("date", item.date)):
        if text:
            yield name, f"lg:{word}", write_text(text)
    for step in item.antecedents:
        yield name, "lg:antecedent", write_text(f"{step.mention} → {step.entity}")


def state_fact(relation: Relation) -> Triple:
    """Return the plain triple of an edge, in schema.org's words where it has some."""
    subject, object_ = name_thing("node", relation.subject), name_thing("node", relation.object)
    if relation.relation not in PROPERTIES:
        return subject, f"lg:{relation.relation}", Name(object_)
    word, turned = PROPERTIES[relation.relation]
    return (object_, f"schema:{word}", Name(subject)) if turned else (subject, f"schema:{word}", Name(object_))
