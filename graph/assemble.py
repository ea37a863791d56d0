"""Builds the knowledge graph from the extractions of all documents: nodes by resolution, edges with their evidence."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.copies import drop_repeated, group_copies
from graph.derive import EdgeKey, derive_counterclaims, derive_sued, merge_derived
from graph.model import Evidence, Extraction, KnowledgeGraph, Lawsuit, Node, Relation
from graph.provenance import admit_extractions, complete_evidence, merge_evidence
from graph.resolve import Resolution, resolve
from graph.resolve.filings import drop_coarser
from graph.schema import is_event, is_symmetric, load_relations

_ID_LENGTH = 12
# Edges of these groups are events, which have a last day as well as a first; a marriage's last date is not its end.
_DATED_BY_FILING = frozenset({"plaintiff_in", "defendant_in", "heard_in", "counterclaim_to"})


def assemble(
    extractions: Sequence[Extraction], *, min_confidence: float = 0.0, include_negated: bool = False
) -> KnowledgeGraph:
    """Return the graph of everything that the documents say, the same in any order of the extractions.

    Evidence below `min_confidence` (0 to 1) is left out, and so is what is negated or hypothetical unless
    `include_negated`; an edge without evidence is no edge. What several papers print of one story counts once.
    """
    admitted = admit_extractions(extractions, min_confidence=min_confidence, include_negated=include_negated)
    documents = {extraction.document.id: extraction.document for extraction in admitted}
    resolution = resolve(admitted)
    by_id = {node.id: node for node in resolution.each_node()}
    labels = {id_: node.label for id_, node in by_id.items()}

    said: dict[EdgeKey, list[Evidence]] = defaultdict(list)
    for extraction in admitted:
        for key, evidence in read_edges(extraction, resolution, by_id, labels):
            said[key].append(evidence)
    edges = {key: merge_evidence(items, documents) for key, items in said.items()}
    derived = derive_sued(resolution, edges, documents)
    for key, items in derive_counterclaims(resolution, admitted, labels).items():
        if key not in edges and (key[2], key[1], key[0]) not in edges:
            derived[key] = items
    stories = group_copies(list(documents.values()))
    relations = [build_relation(key, drop_repeated(items, stories), by_id, derived=False)
                 for key, items in edges.items()]  # fmt: skip
    relations += [build_relation(key, drop_repeated(items, stories), by_id, derived=True)
                  for key, items in merge_derived(derived, documents).items() if key not in edges]  # fmt: skip
    return KnowledgeGraph(
        documents=tuple(documents[id_] for id_ in sorted(documents)),
        entities=resolution.entities,
        lawsuits=resolution.docket.lawsuits,
        relations=tuple(sorted(relations, key=lambda relation: relation.id)),
    )


def read_edges(
    extraction: Extraction, resolution: Resolution, by_id: Mapping[str, Node], labels: Mapping[str, str]
) -> Iterator[tuple[EdgeKey, Evidence]]:
    """Yield the edge that each relation mention of one document states between two nodes, with its evidence."""
    for mention in extraction.relations:
        ends = [resolution.nodes.get((extraction.document.id, chain)) for chain in (mention.subject, mention.object)]
        subject, object_ = ends
        if subject is None or object_ is None or subject == object_:
            continue
        if not is_legal(mention.relation, by_id[subject], by_id[object_], resolution):
            continue
        evidence = complete_evidence(mention, extraction, resolution.nodes, labels)
        if is_symmetric(mention.relation) and object_ < subject:
            subject, object_ = object_, subject
            evidence = swap_ends(evidence)
        yield (subject, mention.relation, object_), evidence


def is_legal(relation: str, subject: Node, object_: Node, resolution: Resolution) -> bool:
    """Tell whether the relation may join the two, as types and as the side on which a party was left."""
    declared = load_relations()[relation]
    if subject.type not in declared.source or object_.type not in declared.target:
        return False
    if relation == "plaintiff_in":
        return subject.id in resolution.docket.plaintiffs[object_.id]
    return relation != "defendant_in" or subject.id in resolution.docket.defendants[object_.id]


def swap_ends(evidence: Evidence) -> Evidence:
    """Return the evidence of a symmetric relation read from the other end."""
    return replace(evidence, subject=evidence.object, object=evidence.subject)


def build_relation(key: EdgeKey, evidence: Sequence[Evidence], by_id: Mapping[str, Node], *, derived: bool) -> Relation:
    """Return the edge with its strongest assertion and its dates."""
    subject, relation, object_ = key
    start, end = date_edge(relation, by_id[subject], by_id[object_], evidence)
    return Relation(
        id=f"e-{hashlib.sha256('|'.join(key).encode()).hexdigest()[:_ID_LENGTH]}",
        subject=subject,
        relation=relation,
        object=object_,
        assertion=min((item.assertion for item in evidence), key=lambda assertion: assertion.rank),
        evidence=tuple(evidence),
        derived=derived,
        start=start,
        end=end,
    )


def date_edge(relation: str, subject: Node, object_: Node, evidence: Sequence[Evidence]) -> tuple[str, str]:
    """Return the first and, of an event told of on several days, the last ISO date; empty where none is known."""
    lawsuit = next((node for node in (subject, object_) if isinstance(node, Lawsuit)), None)
    if lawsuit is not None and relation in _DATED_BY_FILING and lawsuit.filed:
        return min(value.text for value in lawsuit.filed), ""
    dates = drop_coarser(item.date for item in evidence)
    if not dates:
        return "", ""
    last = dates[-1] if len(dates) > 1 and is_event(relation) else ""
    return dates[0], last
