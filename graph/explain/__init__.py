"""Explains why a node or an edge is in the graph, from what the graph itself keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import networkx as nx

from graph.corrections import is_correction
from graph.errors import UsageError
from graph.explain.answers import (
    Answer,
    Article,
    Edge,
    Fact,
    NodeAnswer,
    PairAnswer,
    Part,
    Passage,
    Reference,
    Statement,
    UnclearAnswer,
    UnclearName,
    Unsure,
)
from graph.explain.naming import count_spellings, find_nodes, name_node, suggest_nodes
from graph.model import EntityType, Evidence, KnowledgeGraph, Lawsuit, Node, Relation
from graph.page import split_evidence
from graph.schema import load_relations

__all__ = ["Answer", "NodeAnswer", "PairAnswer", "UnclearAnswer", "explain"]
# So little that no way grows longer by a step for the sake of better evidence.
_DOUBT = 1e-6


def explain(graph: KnowledgeGraph, subject: str, object_: str | None = None) -> Answer:
    """Return why the node that `subject` names is there or, with `object_`, what links the two nodes.

    A name is an id, a label or an alias. Raises UsageError where both names mean one node.
    """
    names = (subject,) if object_ is None else (subject, object_)
    found = [find_nodes(graph, name) for name in names]
    unclear = tuple(_ask(graph, name, nodes) for name, nodes in zip(names, found, strict=True) if len(nodes) != 1)
    if unclear:
        return UnclearAnswer(unclear)
    explainer = Explainer(graph)
    if object_ is None:
        return explainer.explain_node(found[0][0])
    if found[0] == found[1]:
        label = found[0][0].label
        raise UsageError(f"{subject!r} and {object_!r} are one node, {label!r}; name two nodes, or one to explain it")
    return explainer.explain_pair(found[0][0], found[1][0])


class Explainer:
    """The parts of a graph by their ids, and the explanations that are made of them."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.nodes = graph.index_nodes()
        self.documents = {document.id: document for document in graph.documents}
        self.relations = sorted(graph.relations, key=lambda relation: relation.id)
        self.proposals = graph.proposals

    def explain_node(self, node: Node) -> NodeAnswer:
        """Return all that the graph says of a node, its edges in short."""
        edges = [edge for edge in self.relations if node.id in (edge.subject, edge.object)]
        edges.sort(key=lambda edge: (edge.subject != node.id, edge.relation, self.state(edge), edge.id))
        others = {edge.id: self.find_other_end(edge, node).type for edge in edges}
        return NodeAnswer(
            node=name_node(node),
            mentions=node.mentions,
            names=count_spellings(node, self.documents),
            articles=tuple(self.cite(id_) for id_ in node.documents),
            facts=tuple(list_facts(node)) if isinstance(node, Lawsuit) else (),
            lawsuits=tuple(self.summarize(edge) for edge in edges if others[edge.id] is EntityType.LAWSUIT),
            relations=tuple(self.summarize(edge) for edge in edges if others[edge.id] is not EntityType.LAWSUIT),
            reasons=tuple(reason for reason in node.reasons if not is_correction(reason)),
            corrections=tuple(reason for reason in node.reasons if is_correction(reason)),
            unsure=tuple(self.list_unsure(node)),
            references=count_references(node, edges),
        )

    def list_unsure(self, node: Node) -> Iterator[Unsure]:
        """Yield the nodes that may be the same thing, the likeliest first."""
        for proposal in self.proposals:
            if node.id in (proposal.left, proposal.right):
                other = self.nodes[proposal.right if proposal.left == node.id else proposal.left]
                yield Unsure(name_node(other), proposal.score, proposal.reasons, proposal.doubts)

    def explain_pair(self, subject: Node, object_: Node) -> PairAnswer:
        """Return the edges between two nodes, those from the first to the second before the others."""
        both = {subject.id, object_.id}
        edges = [edge for edge in self.relations if {edge.subject, edge.object} == both]
        edges.sort(key=lambda edge: (edge.subject != subject.id, edge.assertion.rank, edge.relation, edge.id))
        path = () if edges else tuple(self.find_path(subject.id, object_.id))
        return PairAnswer(
            subject=name_node(subject),
            object=name_node(object_),
            edges=tuple(self.detail(edge, edge.evidence) for edge in edges),
            path=tuple(self.detail(edge, choose_best(edge.evidence)) for edge in path),
        )

    def find_path(self, start: str, end: str) -> Iterator[Relation]:
        """Yield the edges of a shortest way, of equally short ones the best attested; nothing where there is none."""
        network: nx.Graph[str] = nx.Graph()
        network.add_nodes_from(self.nodes)
        # What is only negated or supposed links nobody.
        for edge in sorted((edge for edge in self.relations if edge.assertion.shown), key=doubt, reverse=True):
            network.add_edge(edge.subject, edge.object, edge=edge, cost=1 + _DOUBT * doubt(edge)[0])
        if nx.has_path(network, start, end):
            for one, other in pairwise(nx.shortest_path(network, start, end, weight="cost")):
                yield network.edges[one, other]["edge"]

    def state(self, relation: Relation) -> str:
        """Return an edge in words: "Ada Quill sued Bram Osei"."""
        declared = load_relations().get(relation.relation)
        words = declared.words if declared else relation.relation
        return f"{self.nodes[relation.subject].label} {words} {self.nodes[relation.object].label}"

    def summarize(self, relation: Relation) -> Statement:
        """Return an edge in short."""
        text = self.state(relation)
        return Statement(relation.id, relation.relation, text, relation.assertion, len(relation.evidence))

    def detail(self, relation: Relation, items: Iterable[Evidence]) -> Edge:
        """Return an edge with the given items of its evidence."""
        declared = load_relations().get(relation.relation)
        return Edge(
            id=relation.id,
            relation=relation.relation,
            text=self.state(relation),
            subject=name_node(self.nodes[relation.subject]),
            object=name_node(self.nodes[relation.object]),
            symmetric=declared is not None and declared.symmetric,
            assertion=relation.assertion,
            confidence=relation.confidence,
            derived=relation.derived,
            start=relation.start,
            end=relation.end,
            passages=tuple(self.quote(item) for item in items),
            of=len(relation.evidence),
        )

    def quote(self, item: Evidence) -> Passage:
        """Return one passage of the evidence with its marks and its article."""
        parts = tuple(Part(text, tuple(roles)) for text, roles in split_evidence(item))
        return Passage(self.cite(item.document), parts, item.antecedents, item)

    def cite(self, document: str) -> Article:
        """Return a document without its text."""
        found = self.documents.get(document)
        return Article(document, found.path, found.title or "", found.published or "") if found else Article(document)

    def find_other_end(self, relation: Relation, node: Node) -> Node:
        """Return the node that an edge joins to the given one."""
        return self.nodes[relation.object if relation.subject == node.id else relation.subject]


def list_facts(lawsuit: Lawsuit) -> Iterator[Fact]:
    """Yield each value of a lawsuit's attributes."""
    for name, values in (
        ("filed", lawsuit.filed),
        ("claims", lawsuit.claims),
        ("amount", lawsuit.amounts),
        ("status", lawsuit.statuses),
        ("docket", lawsuit.dockets),
    ):
        for value in values:
            yield Fact(name, value.text, value.documents)


def count_references(node: Node, edges: Sequence[Relation]) -> tuple[Reference, ...]:
    """Return the references that were followed to a node in the evidence of its edges, most frequent first."""
    # One passage often attests several edges.
    followed = {(item.document, item.span, step.mention)
                for edge in edges for item in edge.evidence for step in item.antecedents
                if step.entity == node.label}  # fmt: skip
    counts = Counter(mention for _, _, mention in followed)
    return tuple(Reference(text, count) for text, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def choose_best(items: Sequence[Evidence]) -> Sequence[Evidence]:
    """Return the item that is the easiest to check: the strongest assertion, then the fewest references to follow."""
    best = sorted(items, key=lambda item: (item.assertion.rank, len(item.antecedents), -item.confidence))
    return best[:1]


def doubt(relation: Relation) -> tuple[float, bool, str]:
    """Return a key that is smaller the better an edge is attested; its first part lies between 0 and 5."""
    return relation.assertion.rank + 1 - relation.confidence, relation.derived, relation.id


def _ask(graph: KnowledgeGraph, name: str, nodes: Sequence[Node]) -> UnclearName:
    matches = tuple(map(name_node, nodes))
    return UnclearName(name, matches, () if matches else suggest_nodes(graph, name))
