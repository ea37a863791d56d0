"""Pair the nodes of a built graph with the entities and lawsuits of a gold case, one to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.evaluate.agree import normalize_name, split_values
from graph.evaluate.gold import GoldCase, GoldEntity, GoldLawsuit, Role
from graph.model import EntityType, KnowledgeGraph
from graph.network import to_networkx

Attributes = Mapping[str, Any]
Candidate = tuple[float, str, str]

PARTY_ROLES = ("plaintiff_in", "defendant_in", "judge_in")
NAME_OVERLAP = 0.3
"""A suit without known parties is matched where it shares this part of the gold suit's words."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the built graph as its files hold it."""

    subject: str
    relation: str
    object: str
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Built:
    """The built graph as its files hold it: nodes by id, lawsuits apart, edges."""

    entities: Mapping[str, Attributes]
    lawsuits: Mapping[str, Attributes]
    edges: tuple[Edge, ...]

    def label(self, node: str) -> str:
        """Return a node's label."""
        return str((self.entities.get(node) or self.lawsuits[node])["label"])


@dataclass(frozen=True, slots=True)
class Match:
    """The gold id of each built node that has one; `roles` are those of the built lawsuits."""

    entities: Mapping[str, str]
    lawsuits: Mapping[str, str]
    roles: Mapping[str, frozenset[Role]]

    def name(self, node: str) -> str:
        """Return a node's gold id, or a mark that is no gold id."""
        return self.lawsuits.get(node) or name_in(self.entities, node)


def name_in(mapping: Mapping[str, str], node: str) -> str:
    """Return the gold id of a node by one mapping, or a mark that is no gold id."""
    return mapping.get(node, f"?{node}")


def read_built(graph: KnowledgeGraph) -> Built:
    """Return the graph with the attributes that its GraphML file has."""
    network = to_networkx(graph)
    nodes = {str(node): data for node, data in network.nodes(data=True)}
    kinds = {str(kind) for kind in EntityType} - {str(EntityType.LAWSUIT)}
    return Built(
        entities={node: data for node, data in nodes.items() if data.get("type") in kinds},
        lawsuits={node: data for node, data in nodes.items() if data.get("type") == EntityType.LAWSUIT},
        edges=tuple(
            Edge(str(subject), str(data.get("relation", "")), str(object_), data)
            for subject, object_, data in network.edges(data=True)
        ),
    )


def match_nodes(case: GoldCase, built: Built) -> Match:
    """Pair nodes by name and type, then lawsuits by their roles, best pair first."""
    entities = _pair_off(
        (score, node, entity.id)
        for node, data in built.entities.items()
        for entity in case.entities.values()
        if (score := _compare_names(entity, data))
    )
    roles = _find_roles(built, entities)
    lawsuits = _pair_off(
        (score, node, lawsuit.id)
        for node, data in built.lawsuits.items()
        for lawsuit in case.lawsuits.values()
        if (score := _compare_lawsuits(lawsuit, data, roles[node]))
    )
    return Match(entities=entities, lawsuits=lawsuits, roles=roles)


def _pair_off(candidates: Iterable[Candidate]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for _, node, gold in sorted(candidates, key=lambda found: (-found[0], *found[1:])):
        if node not in pairs and gold not in pairs.values():
            pairs[node] = gold
    return pairs


def _compare_names(entity: GoldEntity, data: Attributes) -> float:
    label, full = normalize_name(str(data.get("label", ""))), normalize_name(entity.name)
    names = {label, *map(normalize_name, split_values(data.get("aliases")))} - {""}
    known = {full, *map(normalize_name, entity.aliases)}
    weight = 4 * (label == full) + 3 * (label in known) + (full in names)
    shared, same_type = len(names & known), data.get("type") == entity.type
    if not weight and not (same_type and shared):
        return 0.0
    return weight + 2 * same_type + shared / 100


def _find_roles(built: Built, entities: Mapping[str, str]) -> dict[str, frozenset[Role]]:
    roles: dict[str, set[Role]] = defaultdict(set)
    for edge in built.edges:
        if edge.relation in PARTY_ROLES and edge.object in built.lawsuits:
            roles[edge.object].add((edge.relation, name_in(entities, edge.subject)))
        elif edge.relation == "heard_in" and edge.subject in built.lawsuits:
            roles[edge.subject].add((edge.relation, name_in(entities, edge.object)))
    return {node: frozenset(roles[node]) for node in built.lawsuits}


def _compare_lawsuits(lawsuit: GoldLawsuit, data: Attributes, roles: frozenset[Role]) -> float:
    said = " ".join([str(data.get("label", "")), str(data.get("claims", "")), *split_values(data.get("aliases"))])
    known = set(normalize_name(" ".join([*lawsuit.names, *lawsuit.claims])).split())
    common = len(known & set(normalize_name(said).split())) / max(1, len(known))
    overlap = 2 * len(roles & lawsuit.roles) / max(1, len(roles) + len(lawsuit.roles))
    if overlap or (not lawsuit.roles and common >= NAME_OVERLAP):
        return overlap + common / 10
    return 0.0
