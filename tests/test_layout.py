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
from graph.layout import SMALL, arrange, choose_core, find_communities
from graph.layout.boxes import measure_boxes
from graph.layout.core import CORE, MOST_PARTIES
from graph.layout.overlap import find_overlaps, meets_any
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


@pytest.mark.parametrize("seed", range(20))
def test_a_few_boxes_overlap_where_a_grid_says_so(seed: int) -> None:
    draw = np.random.default_rng(seed)
    points, half = draw.uniform(-30, 30, size=(2 + seed, 2)), draw.uniform(0.5, 6, size=(2 + seed, 2))
    assert meets_any(points, half) == bool(len(find_overlaps(points, half)[0]))
    assert not meets_any(points * 100, half)


@pytest.mark.parametrize("name", GRAPHS)
def test_neither_nodes_nor_labels_overlap(name: str) -> None:
    graph = arrange(GRAPHS[name])
    sizes = measure_nodes(graph)
    labelled = choose_core(graph) if len(graph.nodes) > SMALL else None
    half, offset = measure_boxes(graph.nodes, sizes, labelled=labelled)
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


def test_the_core_of_a_large_graph_is_in_the_middle_and_the_rest_around() -> None:
    graph = arrange(build_crowd(400))
    core = choose_core(graph)
    assert len(core) == CORE
    places = {node: (place.x, place.y) for node, place in graph.positions.items()}
    joined = {node for relation in graph.relations for node in (relation.subject, relation.object)}
    inner = np.array([places[node] for node in core])
    low, high = inner.min(axis=0), inner.max(axis=0)
    outer = np.array([places[node] for node in places if node not in core and node in joined])
    assert not ((outer > low) & (outer < high)).all(axis=1).any()
    for axis in (0, 1):
        assert (outer[:, axis] < low[axis]).sum() > 20
        assert (outer[:, axis] > high[axis]).sum() > 20


def test_the_core_holds_lawsuits_with_their_parties_and_the_best_connected() -> None:
    graph = build_crowd(400)
    core = choose_core(graph)
    parties: dict[str, set[str]] = {}
    for relation in graph.relations:
        if relation.relation in ("plaintiff_in", "defendant_in"):
            parties.setdefault(relation.object, set()).add(relation.subject)
    largest = max(parties, key=lambda suit: len(parties[suit]))
    assert len(parties[largest]) > MOST_PARTIES
    assert largest in core
    assert len(parties[largest] & core) >= MOST_PARTIES
    degree = {node.id: sum(node.id in (r.subject, r.object) for r in graph.relations) for node in graph.nodes}
    assert set(sorted(degree, key=lambda node: -degree[node])[:8]) <= core


def test_the_core_of_a_small_graph_is_its_lawsuits_and_their_parties() -> None:
    assert choose_core(build_harbor_graph()) == {"n20", "n21", "n01", "n02", "n08"}


def test_communities_are_what_hangs_together() -> None:
    crowd = build_crowd(40)
    pairs = [(one, other) for group in (range(0, 5), range(5, 12)) for one, other in combinations(group, 2)] + [(4, 5)]
    ids = [node.id for node in crowd.entities]
    relations = tuple(
        replace(crowd.relations[0], id=f"r{index}", subject=ids[one], object=ids[other])
        for index, (one, other) in enumerate(pairs)
    )
    graph = replace(crowd, entities=crowd.entities[:13], lawsuits=(), relations=relations)
    assert find_communities(graph) == [1] * 5 + [0] * 7 + [2]
    assert find_communities(KnowledgeGraph((), (), (), ())) == []


def test_communities_do_not_depend_on_the_order_of_the_input() -> None:
    graph = build_crowd(300)
    turned = replace(graph, relations=graph.relations[::-1], entities=graph.entities[::-1])
    found = dict(zip((node.id for node in graph.nodes), find_communities(graph), strict=True))
    assert dict(zip((node.id for node in turned.nodes), find_communities(turned), strict=True)) == found
    assert 3 < max(found.values()) < 200


def test_an_empty_graph_has_no_places() -> None:
    assert arrange(KnowledgeGraph((), (), (), ())).positions == {}
