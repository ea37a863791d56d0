"""Where nodes are put: the same place every time, apart from each other, lawsuits in the middle."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from math import hypot
from typing import Any

import numpy as np
import pytest

from graph.appearance import measure_nodes
from graph.layout import arrange, measure_boxes
from graph.model import Entity, EntityType, KnowledgeGraph, Lawsuit
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph

LONE = KnowledgeGraph(
    (), tuple(Entity(f"s{i:03}", EntityType.PERSON, f"Person {i}", (), (), 1) for i in range(70)), (), ()
)
GRAPHS = {
    "harbor": build_harbor_graph(),
    "hostile": build_hostile_graph(),
    "pair": build_crowd(2),
    "five": build_crowd(5),
    "sixty": build_crowd(60),
    "three hundred": build_crowd(300),
    "lone nodes": LONE,
}


@pytest.mark.parametrize("name", GRAPHS)
def test_neither_nodes_nor_labels_overlap(name: str) -> None:
    graph = arrange(GRAPHS[name])
    sizes = measure_nodes(graph)
    half, offset = measure_boxes(graph.nodes, sizes)
    middles = np.array([[graph.positions[node.id].x, graph.positions[node.id].y] for node in graph.nodes]) + offset
    for one, other in combinations(range(len(middles)), 2):
        assert (np.abs(middles[one] - middles[other]) >= half[one] + half[other]).any()
    for first, second in combinations(sizes, 2):
        here, there = graph.positions[first], graph.positions[second]
        assert hypot(here.x - there.x, here.y - there.y) > sizes[first] + sizes[second]


@pytest.mark.parametrize("name", ["harbor", "sixty", "lone nodes"])
def test_places_do_not_depend_on_the_order_of_the_input(name: str) -> None:
    graph = GRAPHS[name]
    chance = random.Random(3)

    def shuffle(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(items, len(items)))

    mixed = replace(
        graph,
        entities=shuffle(graph.entities),
        lawsuits=shuffle(graph.lawsuits),
        relations=shuffle(graph.relations),
    )
    assert arrange(mixed).positions == arrange(graph).positions


def test_a_graph_too_large_for_all_distances_is_placed() -> None:
    graph = arrange(build_crowd(700))
    assert len(graph.positions) == 700
    assert len({(place.x, place.y) for place in graph.positions.values()}) == 700


def test_coordinates_have_one_digit_and_lie_around_the_origin() -> None:
    places = arrange(build_crowd(60)).positions.values()
    for axis in ("x", "y"):
        values = [getattr(place, axis) for place in places]
        assert values == [round(value, 1) for value in values]
        assert abs(max(values) + min(values)) < 400


def test_lawsuits_and_their_parties_are_nearer_to_the_middle() -> None:
    graph = arrange(build_harbor_graph())
    suits = {lawsuit.id for lawsuit in graph.lawsuits}
    core = suits | {r.subject for r in graph.relations if r.object in suits}
    middle = np.mean([(place.x, place.y) for place in graph.positions.values()], axis=0)

    def measure(nodes: set[str]) -> float:
        return float(
            np.mean([hypot(*(np.array((p.x, p.y)) - middle)) for n, p in graph.positions.items() if n in nodes])
        )

    assert measure(suits) < measure(core - suits) * 1.5
    assert measure(core) < measure(set(graph.positions) - core)


def test_a_component_with_a_lawsuit_is_set_in_the_middle() -> None:
    suit = Lawsuit("z1", "Quill v. Osei", (), (), 1)
    graph = arrange(replace(LONE, lawsuits=(suit,)))
    assert graph.positions["z1"].y == max(place.y for place in graph.positions.values())
    crowd = build_crowd(60)
    apart = arrange(
        replace(LONE, entities=LONE.entities + crowd.entities, lawsuits=crowd.lawsuits, relations=crowd.relations)
    )
    lone = [apart.positions[node.id].y for node in LONE.entities]
    assert max(lone) < min(apart.positions[lawsuit.id].y for lawsuit in crowd.lawsuits if lawsuit.id == "c00000")


def test_neighbours_are_nearer_than_strangers() -> None:
    graph = arrange(build_crowd(60))
    joined = {(relation.subject, relation.object) for relation in graph.relations}

    def distance(one: str, other: str) -> float:
        first, second = graph.positions[one], graph.positions[other]
        return hypot(first.x - second.x, first.y - second.y)

    near = np.mean([distance(*pair) for pair in joined])
    far = np.mean([distance(*pair) for pair in combinations(graph.positions, 2) if pair not in joined])
    assert near < 0.75 * far


def test_an_empty_graph_has_no_places() -> None:
    assert arrange(KnowledgeGraph((), (), (), ())).positions == {}
