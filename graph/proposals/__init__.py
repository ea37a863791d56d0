"""Proposes what to ask the user: pairs of nodes that may be one, with what speaks for it and against it.

Resolution never joins what is not sure; what it left apart although something fits is proposed here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.model import KnowledgeGraph, Lawsuit, Node, Proposal, Relation
from graph.proposals.hints import Hint
from graph.proposals.lawsuits import compare_lawsuits
from graph.proposals.names import compare_names
from graph.resolve import Resolution
from graph.schema import relation_words

KEPT = 200
"""How many proposals a graph keeps: more than anybody answers at one sitting."""

_LEAST_SCORE = 0.2
_SHARED_NODE, _MOST_SHARED = 0.08, 3
_ONE_ARTICLE, _LINKED = 0.15, 0.3


def propose_pairs(graph: KnowledgeGraph, resolution: Resolution) -> tuple[Proposal, ...]:
    """Return the pairs of nodes that may be one, at most KEPT, the likeliest first; what the user settled is none."""
    hints: dict[tuple[str, str], Hint] = {}
    for hint in (*compare_names(resolution), *compare_lawsuits(resolution)):
        known = hints.get(hint.pair)
        if known is None or (-hint.score, hint.reasons) < (-known.score, known.reasons):
            hints[hint.pair] = hint
    weigher = Weigher(graph)
    asked = {pair: hint for pair, hint in hints.items() if weigher.nodes.keys() >= set(pair)}
    found = (weigher.weigh(hint) for pair, hint in sorted(asked.items()) if pair not in resolution.settled)
    likely = [proposal for proposal in found if proposal.score >= _LEAST_SCORE]
    return tuple(sorted(likely, key=lambda item: (-item.score, item.left, item.right))[:KEPT])


class Weigher:
    """Adds to what names say what the graph says: who has to do with the two, and whether they stand side by side."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.nodes: Mapping[str, Node] = graph.index_nodes()
        self.paths = {document.id: document.path for document in graph.documents}
        self.links: dict[str, dict[str, list[Relation]]] = defaultdict(lambda: defaultdict(list))
        for relation in graph.relations:
            self.links[relation.subject][relation.object].append(relation)
            self.links[relation.object][relation.subject].append(relation)

    def weigh(self, hint: Hint) -> Proposal:
        """Return the proposal with all its reasons and a score, rounded to hundredths."""
        left, right = hint.pair
        both = self.links[left].keys() & self.links[right].keys()
        if isinstance(self.nodes[left], Lawsuit):
            # Whom two lawsuits share are their parties, which the hint counted.
            both = set()
        shared = sorted(both, key=lambda id_: (self.nodes[id_].label, id_))
        reasons = [*hint.reasons, *(f"both have to do with {self.nodes[id_].label}" for id_ in shared[:_MOST_SHARED])]
        doubts, score = list(hint.doubts), hint.score + _SHARED_NODE * min(len(shared), _MOST_SHARED)
        if self.links[left][right]:
            doubts += self.state(self.links[left][right])
            score -= _LINKED
        articles = sorted(self.paths[id_] for id_ in set(self.nodes[left].documents) & set(self.nodes[right].documents))
        if articles:
            more = f" and {len(articles) - 1} more" if len(articles) > 1 else ""
            doubts.append(f"{articles[0]}{more} speaks of both and does not make them one")
            score -= _ONE_ARTICLE
        return Proposal(left, right, round(max(0.0, min(score, 1.0)), 2), tuple(reasons), tuple(doubts))

    def state(self, relations: Iterable[Relation]) -> Iterator[str]:
        """Yield in words what links the two themselves, once for a lawsuit's derived edges and the like."""
        for relation in sorted(relations, key=lambda relation: relation.id)[:1]:
            ends = self.nodes[relation.subject], self.nodes[relation.object]
            yield f"{ends[0].label} {relation_words(relation.relation)} {ends[1].label}"
