"""Finds which node of one graph is which of another, where another article has given it a fuller name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from graph.model import KnowledgeGraph, Node
from graph.resolve.normalize import fold

PARTIES = ("plaintiff_in", "defendant_in")
Score = Callable[[str, str], int]


def match_nodes(old: KnowledgeGraph, new: KnowledgeGraph) -> dict[str, str]:
    """Return the new id of each old node that is still there: the same id, else the only one that fits best.

    An entity fits that has the type and, in the same articles, a name of the other; a lawsuit that has a party on each
    side where both are known. Unsure means: not the same.
    """
    before, after = old.index_nodes(), new.index_nodes()
    same = {id_: id_ for id_ in before if id_ in after}
    entities = (_list_rest(old.entities, same), _list_rest(new.entities, set(same.values())))
    same |= _pair(*entities, keys=_list_names, score=_share_names(before, after))
    lawsuits = (_list_rest(old.lawsuits, same), _list_rest(new.lawsuits, set(same.values())))
    return same | _pair(*lawsuits, keys=lambda node: node.documents, score=_share_parties(old, new, same))


def _list_rest(nodes: Sequence[Node], known: Collection[str]) -> list[Node]:
    return [node for node in nodes if node.id not in known]


def _list_names(node: Node) -> Sequence[str]:
    return sorted({f"{node.type}:{fold(name)}" for name in (node.label, *node.aliases)})


def _share_names(before: Mapping[str, Node], after: Mapping[str, Node]) -> Score:
    def score(one: str, other: str) -> int:
        left, right = before[one], after[other]
        names = set(_list_names(left)) & set(_list_names(right))
        return len(names) * len(set(left.documents) & set(right.documents))

    return score


def _share_parties(old: KnowledgeGraph, new: KnowledgeGraph, same: Mapping[str, str]) -> Score:
    before, after = _find_sides(old, same), _find_sides(new, {})
    old_documents = {lawsuit.id: set(lawsuit.documents) for lawsuit in old.lawsuits}
    new_documents = {lawsuit.id: set(lawsuit.documents) for lawsuit in new.lawsuits}

    def score(one: str, other: str) -> int:
        shared = 0
        for role in PARTIES:
            left, right = before[one, role], after[other, role]
            if left and right and not left & right:
                return 0
            shared += len(left & right)
        return shared * len(old_documents[one] & new_documents[other])

    return score


def _find_sides(graph: KnowledgeGraph, same: Mapping[str, str]) -> defaultdict[tuple[str, str], set[str]]:
    sides: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for relation in graph.relations:
        if relation.relation in PARTIES:
            sides[relation.object, relation.relation].add(same.get(relation.subject, relation.subject))
    return sides


def _pair(
    old: Sequence[Node], new: Sequence[Node], *, keys: Callable[[Node], Sequence[str]], score: Score
) -> dict[str, str]:
    """Return the pairs of which each is the other's only best one, among the nodes that share a key."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for node in new:
        for key in keys(node):
            bearers[key].append(node.id)
    rows: defaultdict[str, dict[str, int]] = defaultdict(dict)
    columns: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for node in old:
        for other in {other for key in keys(node) for other in bearers[key]}:
            if found := score(node.id, other):
                rows[node.id][other] = columns[other][node.id] = found
    best = {id_: _choose(scores) for id_, scores in rows.items()}
    return {id_: other for id_, other in sorted(best.items()) if other and _choose(columns[other]) == id_}


def _choose(scores: Mapping[str, int]) -> str:
    most = max(scores.values())
    (first, *others) = [id_ for id_, score in scores.items() if score == most]
    return "" if others else first
