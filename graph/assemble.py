"""Builds the knowledge graph from the extractions of all documents: nodes by resolution, edges with their evidence."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.copies import drop_repeated, group_copies
from graph.corrections import NOTHING, Correction, Corrections, Unapplied
from graph.derive import EdgeKey, derive_counterclaims, derive_sued, merge_derived
from graph.model import Entity, Evidence, Extraction, KnowledgeGraph, Lawsuit, Node, Relation
from graph.proposals import propose_pairs
from graph.provenance import admit_extractions, complete_evidence, keep_main_reports, merge_evidence
from graph.resolve import Resolution, resolve
from graph.resolve.cluster import JoinPeople, join_full_names
from graph.resolve.filings import drop_coarser
from graph.schema import is_event, is_symmetric, load_relations, relation_words

_ID_LENGTH = 12
# Edges of these groups are events, which have a last day as well as a first; a marriage's last date is not its end.
_DATED_BY_FILING = frozenset({"plaintiff_in", "defendant_in", "heard_in", "counterclaim_to"})


@dataclass(frozen=True, slots=True)
class Assembly:
    """A graph, and what could not be followed of the corrections that it was asked to follow."""

    graph: KnowledgeGraph
    unapplied: tuple[Unapplied, ...] = ()


def assemble(
    extractions: Sequence[Extraction], *, min_confidence: float = 0.0, include_negated: bool = False
) -> KnowledgeGraph:
    """Return the graph of everything that the documents say, the same in any order of the extractions.

    Evidence below `min_confidence` (0 to 1) is left out, and so is what is negated or hypothetical unless
    `include_negated`; an edge without evidence is no edge. What several papers print of one story counts once.
    """
    return assemble_corrected(
        extractions, NOTHING, min_confidence=min_confidence, include_negated=include_negated
    ).graph


def assemble_corrected(
    extractions: Sequence[Extraction],
    corrections: Corrections,
    *,
    min_confidence: float = 0.0,
    include_negated: bool = False,
    join_people: JoinPeople = join_full_names,
) -> Assembly:
    """Return the graph as `assemble` does, with the user's corrections in it, and which of them do not apply."""
    admitted = admit_extractions(extractions, min_confidence=min_confidence, include_negated=include_negated)
    documents = {extraction.document.id: extraction.document for extraction in admitted}
    resolution = resolve(admitted, corrections, join_people=join_people)
    by_id = {node.id: node for node in resolution.each_node()}
    labels = {id_: node.label for id_, node in by_id.items()}
    lawsuits = {lawsuit.id for lawsuit in resolution.docket.lawsuits}

    said: dict[EdgeKey, list[Evidence]] = defaultdict(list)
    for extraction in admitted:
        stated = read_edges(extraction, resolution, by_id, labels)
        for key, evidence in keep_main_reports(stated, lawsuits):
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
    relations.sort(key=lambda relation: relation.id)
    graph = KnowledgeGraph(
        documents=tuple(documents[id_] for id_ in sorted(documents)),
        entities=tuple(drop_silent(admitted, resolution, relations)),
        lawsuits=resolution.docket.lawsuits,
        relations=tuple(relations),
    )
    lost = [Unapplied(corrections.file, *found) for found in find_lost_edges(admitted, resolution, by_id)]
    unapplied = sorted((*resolution.unapplied, *lost), key=lambda item: (item.entry.line, item.entry, item.reason))
    return Assembly(replace(graph, proposals=propose_pairs(graph, resolution)), tuple(unapplied))


def drop_silent(
    extractions: Sequence[Extraction], resolution: Resolution, relations: Sequence[Relation]
) -> Iterator[Entity]:
    """Yield the entities without the publishers that no text names and that reported on nothing in the graph."""
    places = {True: set[str](), False: set[str]()}
    for extraction in extractions:
        for number, chain in enumerate(extraction.chains):
            if (node := resolution.nodes.get((extraction.document.id, number))) is not None:
                places[chain.mentions[0].printed].add(node)
    silent = places[False] - places[True]
    silent -= {end for relation in relations for end in (relation.subject, relation.object)} if silent else set()
    yield from (entity for entity in resolution.entities if entity.id not in silent)


def find_lost_edges(
    extractions: Sequence[Extraction], resolution: Resolution, by_id: Mapping[str, Node]
) -> Iterator[tuple[Correction, str]]:
    """Yield for each entity that the user gave another type which edges it cannot have with it."""
    lost: dict[str, dict[str, None]] = defaultdict(dict)
    for extraction in extractions if resolution.retyped else ():
        for mention in extraction.relations:
            ends = [
                resolution.nodes.get((extraction.document.id, chain)) for chain in (mention.subject, mention.object)
            ]
            subject, object_ = (by_id.get(id_ or "") for id_ in ends)
            if not subject or not object_ or subject == object_ or joins_types(mention.relation, subject, object_):
                continue
            if joins_types(mention.relation, *(_undo(node, resolution) for node in (subject, object_))):
                told = f"{subject.label} {relation_words(mention.relation)} {object_.label}"
                for id_ in dict.fromkeys(id_ for id_ in ends if id_ in resolution.retyped):
                    lost[id_ or ""][told] = None
    for id_, edges in sorted(lost.items()):
        told = "; ".join(f"“{edge}”" for edge in sorted(edges))
        count = "an edge is" if len(edges) == 1 else f"{len(edges)} edges are"
        entry, _ = resolution.retyped[id_]
        yield entry, f"{count} left out, since no {entry.to} can have them: {told}; delete the entry to have them back"


def _undo(node: Node, resolution: Resolution) -> Node:
    _, former = resolution.retyped.get(node.id, (None, node.type))
    return replace(node, type=former) if isinstance(node, Entity) else node


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
    if not joins_types(relation, subject, object_):
        return False
    if relation == "plaintiff_in":
        return subject.id in resolution.docket.plaintiffs[object_.id]
    return relation != "defendant_in" or subject.id in resolution.docket.defendants[object_.id]


def joins_types(relation: str, subject: Node, object_: Node) -> bool:
    """Tell whether the schema lets the relation lead from the one type to the other."""
    declared = load_relations()[relation]
    return subject.type in declared.source and object_.type in declared.target


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
