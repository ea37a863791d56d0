"""Finds who is closely linked with whom."""

from __future__ import annotations

from collections import deque

from graph.layout.core import link_nodes
from graph.model import KnowledgeGraph

Weights = list[dict[int, float]]

# Less than rounding could make of nothing.
LEAST_GAIN = 1e-9


def choose_community(links: dict[int, float], own: int, share: float, sums: list[float]) -> int:
    """Return the community that gains most modularity, the node's own if none gains more."""
    best, gain = own, links.get(own, 0.0) - sums[own] * share
    for community, weight in links.items():
        if weight - sums[community] * share > gain + LEAST_GAIN:
            best, gain = community, weight - sums[community] * share
    return best


def move_nodes(neighbours: Weights, degrees: list[float]) -> list[int]:
    """Return each node's community after moving nodes, one by one, as long as modularity grows.

    Only nodes whose surroundings have changed are looked at again (Traag, Waltman and van Eck 2019).
    """
    total = max(sum(degrees), 1.0)
    communities, sums = list(range(len(neighbours))), list(degrees)
    queue, queued = deque(range(len(neighbours))), bytearray(b"\1" * len(neighbours))
    while queue:
        node = queue.popleft()
        queued[node] = 0
        own = communities[node]
        links: dict[int, float] = {}
        for other, weight in neighbours[node].items():
            if other != node:
                links[communities[other]] = links.get(communities[other], 0.0) + weight
        sums[own] -= degrees[node]
        best = choose_community(links, own, degrees[node] / total, sums)
        sums[best] += degrees[node]
        if best == own:
            continue
        communities[node] = best
        for other in neighbours[node]:
            if communities[other] != best and not queued[other]:
                queued[other] = 1
                queue.append(other)
    return communities


def merge_communities(neighbours: Weights, degrees: list[float], of: list[int]) -> tuple[Weights, list[float]]:
    """Return the graph whose nodes are the communities, numbered from 0, and their degrees."""
    merged: Weights = [{} for _ in range(max(of) + 1)]
    sums = [0.0] * len(merged)
    for node, links in enumerate(neighbours):
        sums[of[node]] += degrees[node]
        row = merged[of[node]]
        for other, weight in links.items():
            row[of[other]] = row.get(of[other], 0.0) + weight
    return merged, sums


def number_by_size(communities: list[int]) -> list[int]:
    """Return the communities renumbered: 0 is the largest, of equal ones that of the first node."""
    sizes: dict[int, int] = {}
    for community in communities:
        sizes[community] = sizes.get(community, 0) + 1
    ranked = sorted(sizes, key=lambda community: -sizes[community])
    numbers = {community: number for number, community in enumerate(ranked)}
    return [numbers[community] for community in communities]


def find_communities(graph: KnowledgeGraph) -> list[int]:
    """Return the number of each node's community, in the order of the graph's nodes; 0 is the largest.

    The Louvain method (Blondel and others 2008), nodes in the graph's order; one without an edge is alone.
    """
    links = link_nodes(graph, graph.nodes)
    neighbours: Weights = [dict.fromkeys(sorted(links[node]), 1.0) for node in links]
    degrees = [float(len(row)) for row in neighbours]
    found = list(range(len(neighbours)))
    while neighbours:
        moved = number_by_size(move_nodes(neighbours, degrees))
        if max(moved) + 1 == len(neighbours):
            break
        found = [moved[community] for community in found]
        neighbours, degrees = merge_communities(neighbours, degrees, moved)
    return number_by_size(found)
