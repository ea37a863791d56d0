"""Turtle and JSON-LD, read back by rdflib."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.namespace import PROV, RDF

from graph.characters import clean_text
from graph.export import jsonld, turtle
from graph.export.turtle import write_term
from graph.model import Assertion, Entity, EntityType, KnowledgeGraph
from graph.rdf import CLASSES, PROPERTIES, write_text
from graph.schema import load_relations
from tests.graphs import build_harbor_graph
from tests.large_graphs import SAMPLES

SCHEMA = rdflib.Namespace("https://schema.org/")
LG = rdflib.Namespace("urn:litigraph:vocabulary:")


@pytest.fixture(params=SAMPLES)
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return SAMPLES[request.param]


def load(graph: KnowledgeGraph, folder: Path) -> rdflib.Graph:
    """Return the triples of the Turtle file, after a look that JSON-LD says the same."""
    turtle.write(graph, folder / "graph.ttl")
    jsonld.write(graph, folder / "graph.jsonld")
    found = rdflib.Graph().parse(folder / "graph.ttl", format="turtle")
    assert set(found) == set(rdflib.Graph().parse(folder / "graph.jsonld", format="json-ld"))
    return found


def name(kind: str, key: str) -> URIRef:
    return URIRef(f"urn:litigraph:{kind}:{key}")


def test_all_nodes_and_their_names_are_there(graph: KnowledgeGraph, tmp_path: Path) -> None:
    found = load(graph, tmp_path)
    for node in graph.nodes:
        subject = name("node", node.id)
        assert (subject, RDF.type, SCHEMA[CLASSES[node.type]]) in found
        assert set(found.objects(subject, SCHEMA.name)) == {Literal(clean_text(node.label))}
        aliases = {Literal(clean_text(alias)) for alias in node.aliases}
        assert set(found.objects(subject, SCHEMA.alternateName)) == aliases


def test_every_edge_is_a_statement_with_its_passages(graph: KnowledgeGraph, tmp_path: Path) -> None:
    found = load(graph, tmp_path)
    assert len(set(found.subjects(RDF.type, RDF.Statement))) == len(graph.relations)
    for relation in graph.relations:
        statement = name("statement", relation.id)
        assert found.value(statement, RDF.subject) == name("node", relation.subject)
        assert found.value(statement, RDF.predicate) == LG[relation.relation]
        assert found.value(statement, RDF.object) == name("node", relation.object)
        assert found.value(statement, LG.assertion) == Literal(str(relation.assertion))
        passages = list(found.objects(statement, PROV.wasDerivedFrom))
        assert len(passages) == len(relation.evidence)
        texts = {str(found.value(passage, SCHEMA.text)) for passage in passages}
        assert texts == {clean_text(item.text) for item in relation.evidence}
        documents = {found.value(passage, PROV.wasQuotedFrom) for passage in passages}
        assert documents == {name("document", item.document) for item in relation.evidence}


def test_only_what_is_asserted_is_stated_as_a_fact(tmp_path: Path) -> None:
    graph = build_harbor_graph()
    found = load(graph, tmp_path)
    for relation in graph.relations:
        word, turned = PROPERTIES.get(relation.relation, (None, False))
        ends = name("node", relation.subject), name("node", relation.object)
        fact = (ends[turned], SCHEMA[word] if word else LG[relation.relation], ends[not turned])
        assert (fact in found) is (relation.assertion is Assertion.ASSERTED)
    assert (name("node", "n10"), SCHEMA.founder, name("node", "n02")) in found


def test_every_relation_of_the_words_is_declared() -> None:
    assert PROPERTIES.keys() <= load_relations().keys()
    assert CLASSES.keys() == set(EntityType)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_any_text_is_one_literal(text: str) -> None:
    line = f"<urn:s> <urn:p> {write_term(write_text(text))} ."
    ((_, _, found),) = rdflib.Graph().parse(data=line, format="turtle")
    assert str(found) == clean_text(text)


@given(key=st.text(min_size=1, max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_id_is_an_iri(key: str, tmp_path: Path) -> None:
    person = Entity(key, EntityType.PERSON, "Ann", (), (), 1)
    found = load(replace(KnowledgeGraph((), (), (), ()), entities=(person,)), tmp_path)
    (subject,) = found.subjects(SCHEMA.name, Literal("Ann"))
    assert str(subject).startswith("urn:litigraph:node:")
    assert not set(str(subject)) & set(' <>"{}|\\^`')
