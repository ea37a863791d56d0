"""Chooses what a large drawing opens on: the lawsuits, their parties and the best connected."""

from __future__ import annotations

import networkx as nx

from graph.model import KnowledgeGraph, Node

# As many labels as can be read at once; graphs up to SMALL are shown whole at first.
CORE, SMALL = 60, 150
# Places that are kept for the best connected.
CONNECTED = 12
# A class action has more parties than a view has room for.
MOST_PARTIES = 11
PARTIES = frozenset({"plaintiff_in", "defendant_in"})


def link_nodes(graph: KnowledgeGraph, nodes: tuple[Node, ...]) -> nx.Graph[int]:
    """Return which nodes are joined, as a simple graph over their indexes."""
    index = {node.id: number for number, node in enumerate(nodes)}
    ends = {(index[relation.subject], index[relation.object]) for relation in graph.relations if not relation.derived}
    links: nx.Graph[int] = nx.Graph()
    links.add_nodes_from(range(len(nodes)))
    links.add_edges_from(sorted({(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]}))
    return links


def find_parties(graph: KnowledgeGraph, nodes: tuple[Node, ...]) -> dict[int, list[int]]:
    """Return the indexes of each lawsuit's parties, in order; the lawsuits with most parties and mentions first."""
    index = {node.id: number for number, node in enumerate(nodes)}
    parties: dict[int, set[int]] = {index[lawsuit.id]: set() for lawsuit in graph.lawsuits}
    for relation in graph.relations:
        if relation.relation in PARTIES and index[relation.object] in parties:
            parties[index[relation.object]].add(index[relation.subject])
    ranked = sorted(parties, key=lambda suit: (-len(parties[suit]), -nodes[suit].mentions, suit))
    return {suit: sorted(parties[suit]) for suit in ranked}


def choose_core(graph: KnowledgeGraph) -> frozenset[str]:
    """Return the ids of what belongs in the middle: at most CORE nodes of a graph with more than SMALL nodes."""
    nodes = graph.nodes
    parties = find_parties(graph, nodes)
    if len(nodes) <= SMALL:
        return frozenset(nodes[number].id for suit, found in parties.items() for number in (suit, *found))
    links = link_nodes(graph, nodes)
    chosen: dict[int, None] = {}
    for suit, found in parties.items():
        wanted = [suit, *sorted(found, key=lambda number: (-links.degree(number), number))[:MOST_PARTIES]]
        if len(chosen.keys() | set(wanted)) <= CORE - CONNECTED:
            chosen.update(dict.fromkeys(wanted))
    for number in sorted(links, key=lambda number: (-links.degree(number), -nodes[number].mentions, number)):
        if len(chosen) >= CORE:
            break
        chosen[number] = None
    return frozenset(nodes[number].id for number in chosen)
