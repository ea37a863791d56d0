"""Compares two graphs of one dispute: what is new, what is gone, and what is told otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.diff.answers import (
    Article,
    Change,
    Difference,
    NodeChange,
    NodeName,
    Passage,
    Statement,
    StatementChange,
)
from graph.diff.match import match_nodes
from graph.model import Document, EntityType, Evidence, KnowledgeGraph, Lawsuit, Node, Relation
from graph.schema import load_relations

VALUES = ("filed", "claims", "amounts", "statuses", "dockets")
Edge = tuple[str, str, str]
_TYPES = list(EntityType)


def compare_graphs(old: KnowledgeGraph, new: KnowledgeGraph) -> Difference:
    """Return how the second graph differs from the first; both may be in any order.

    A node is the same where its id is, or where it is the only one that shares names in the same articles: a fuller
    name changes the id. An edge is the same between the same nodes.
    """
    same = match_nodes(old, new)
    earlier, later = _Teller(old), _Teller(new)
    before = {_key_edge(relation, same): relation for relation in old.relations}
    after = {_key_edge(relation, {}): relation for relation in new.relations}
    nodes = [later.compare_nodes(earlier.nodes[one], later.nodes[other]) for one, other in same.items()]
    edges = [later.compare_edges(before[key], after[key]) for key in sorted(before.keys() & after.keys())]
    return Difference(
        articles_new=later.list_articles(but=old.documents),
        articles_gone=earlier.list_articles(but=new.documents),
        nodes_new=later.name_nodes(later.nodes.keys() - set(same.values())),
        nodes_gone=earlier.name_nodes(earlier.nodes.keys() - same.keys()),
        nodes_changed=tuple(sorted((node for node in nodes if node.changes), key=lambda change: change.node.id)),
        relations_new=tuple(later.state(after[key]) for key in sorted(after.keys() - before.keys())),
        relations_gone=tuple(earlier.state(before[key]) for key in sorted(before.keys() - after.keys())),
        relations_changed=tuple(
            edge for edge in edges if edge.changes or edge.statement.evidence or edge.evidence_gone
        ),
    )


def _key_edge(relation: Relation, same: Mapping[str, str]) -> Edge:
    subject, object_ = (same.get(end, end) for end in (relation.subject, relation.object))
    declared = load_relations().get(relation.relation)
    # Written from the smaller id, which may be another one now.
    if declared and declared.symmetric:
        subject, object_ = sorted((subject, object_))
    return subject, relation.relation, object_


class _Teller:
    """Tells what one graph holds."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.nodes = graph.index_nodes()
        self.documents = {document.id: document for document in graph.documents}

    def list_articles(self, *, but: Sequence[Document]) -> tuple[Article, ...]:
        """Return the documents that the other graph lacks, by day of publication."""
        found = map(self.cite, self.documents.keys() - {document.id for document in but})
        return tuple(sorted(found, key=lambda article: (article.published or "9999", article.path, article.id)))

    def cite(self, document: str) -> Article:
        """Return a document without its text."""
        found = self.documents.get(document)
        return Article(document, found.path if found else "", (found and found.title) or "",
                       (found and found.published) or "")  # fmt: skip

    def name_nodes(self, ids: Iterable[str]) -> tuple[NodeName, ...]:
        """Return nodes by type and label."""
        return tuple(sorted(map(self.name_node, ids), key=lambda node: (_TYPES.index(node.type), node.label, node.id)))

    def name_node(self, id_: str) -> NodeName:
        """Return one node's name."""
        node = self.nodes[id_]
        return NodeName(node.id, node.type, node.label)

    def compare_nodes(self, old: Node, new: Node) -> NodeChange:
        """Return what is told otherwise of a node of this graph."""
        changes = [_compare("label", [old.label], [new.label]), _compare("aliases", old.aliases, new.aliases)]
        if isinstance(old, Lawsuit) and isinstance(new, Lawsuit):
            for name in VALUES:
                before, after = ([value.text for value in getattr(node, name)] for node in (old, new))
                changes.append(_compare(name, before, after))
        return NodeChange(self.name_node(new.id), old.id, tuple(filter(None, changes)))

    def compare_edges(self, old: Relation, new: Relation) -> StatementChange:
        """Return what is told otherwise of an edge of this graph, its evidence that is new, and how much is gone."""
        had, has = ({_key_evidence(item): item for item in edge.evidence} for edge in (old, new))
        changes = [
            _compare("assertion", [old.assertion], [new.assertion]),
            _compare("start", [old.start], [new.start]),
            _compare("end", [old.end], [new.end]),
        ]
        statement = self.state(new, evidence=[item for key, item in has.items() if key not in had])
        return StatementChange(statement, tuple(filter(None, changes)), len(had.keys() - has.keys()))

    def state(self, relation: Relation, *, evidence: Sequence[Evidence] | None = None) -> Statement:
        """Return an edge in words, with the given items of its evidence, or all."""
        declared = load_relations().get(relation.relation)
        words = declared.words if declared else relation.relation
        subject, object_ = self.name_node(relation.subject), self.name_node(relation.object)
        return Statement(
            id=relation.id,
            relation=relation.relation,
            subject=subject,
            object=object_,
            text=f"{subject.label} {words} {object_.label}",
            assertion=relation.assertion,
            derived=relation.derived,
            evidence=tuple(self.quote(relation.evidence if evidence is None else evidence)),
        )

    def quote(self, evidence: Iterable[Evidence]) -> Iterator[Passage]:
        """Yield items of evidence with their articles."""
        for item in evidence:
            yield Passage(self.cite(item.document), item.text, item.assertion, item.source)


def _key_evidence(item: Evidence) -> tuple[str, int, int, str]:
    return item.document, item.span.start, item.span.end, item.assertion


def _compare(attribute: str, old: Iterable[str], new: Iterable[str]) -> Change | None:
    before, after = dict.fromkeys(filter(None, old)), dict.fromkeys(filter(None, new))
    gone, added = (tuple(str(text) for text in one if text not in other) for one, other in
                   ((before, after), (after, before)))  # fmt: skip
    return Change(attribute, gone, added) if gone or added else None
