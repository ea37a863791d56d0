"""Graphs that are large: one sentence of a megabyte, and as many edges as are asked for."""

from __future__ import annotations

import random
from dataclasses import replace

from graph.model import Assertion, Document, Entity, EntityType, Evidence, KnowledgeGraph, Relation, Span
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph

LONG = "Ada Quill, who sued the Gazette, said: “=1+1 & <no>”. " * 20_000


def build_long_graph() -> KnowledgeGraph:
    """Return a graph with one sentence of a megabyte."""
    document = Document("d1", "long.txt", LONG)
    people = tuple(Entity(f"p{number}", EntityType.PERSON, f"P {number}", (), ("d1",), 1) for number in (1, 2))
    whole = Span(0, len(LONG))
    evidence = Evidence("d1", whole, LONG, Span(0, 9), Span(19, 30), Span(15, 19), Assertion.ASSERTED)
    return KnowledgeGraph(
        (document,), people, (), (Relation("e1", "p1", "criticized", "p2", Assertion.ASSERTED, (evidence,)),)
    )


def build_large_graph(*, edges: int) -> KnowledgeGraph:
    """Return a graph of many edges, without places."""
    graph = build_crowd(int(edges * 0.6))
    assert len(graph.relations) > edges
    relations = graph.relations[:edges]
    return replace(graph, relations=relations)


def build_even_graph(*, nodes: int, edges: int, seed: int = 11) -> KnowledgeGraph:
    """Return a crowd with exactly so many nodes and edges, without places; every tenth edge is alleged or denied."""
    graph = build_crowd(nodes)
    chance = random.Random(seed)
    relations = list(graph.relations[:edges])
    model = relations[0]
    ends = [entity.id for entity in graph.entities]
    while len(relations) < edges:
        subject, target = chance.sample(ends, 2)
        key = f"y{len(relations):05}"
        relations.append(replace(model, id=key, subject=subject, relation="criticized", object=target))
    doubted = (Assertion.ALLEGED, Assertion.DENIED)
    return replace(graph, relations=tuple(
        replace(relation, assertion=chance.choice(doubted)) if index % 10 == 0 else relation
        for index, relation in enumerate(relations)
    ))  # fmt: skip


# What every format is tested on, without places.
SAMPLES = {
    "harbor": build_harbor_graph(),
    "hostile": build_hostile_graph(),
    "crowd": build_crowd(120),
    "long": build_long_graph(),
}
