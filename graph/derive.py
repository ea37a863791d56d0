"""Derives edges that follow from others: who sued whom, and which lawsuit answers which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.model import Antecedent, Document, Evidence, Extraction, MentionKind
from graph.provenance import (
    ROLES,
    complete_evidence,
    join_antecedents,
    join_passages,
    merge_evidence,
    order_of,
    share_passage,
)
from graph.resolve import Resolution

RULE = "derived"
# Subject, relation and object of an edge.
EdgeKey = tuple[str, str, str]


def derive_sued(
    resolution: Resolution, edges: Mapping[EdgeKey, Sequence[Evidence]], documents: Mapping[str, Document]
) -> dict[EdgeKey, list[Evidence]]:
    """Return an edge from every plaintiff to every defendant of one lawsuit, with evidence taken from their roles."""
    docket = resolution.docket
    derived: dict[EdgeKey, list[Evidence]] = {}
    for lawsuit in docket.lawsuits:
        filed = min((value.text for value in lawsuit.filed), default="")
        for plaintiff in docket.plaintiffs[lawsuit.id]:
            suing = edges.get((plaintiff, "plaintiff_in", lawsuit.id), ())
            for defendant in docket.defendants[lawsuit.id]:
                sued = edges.get((defendant, "defendant_in", lawsuit.id), ())
                if suing and sued and plaintiff != defendant:
                    found = derived.setdefault((plaintiff, "sued", defendant), [])
                    found.extend(join_roles(suing, sued, filed=filed, documents=documents))
    return derived


def join_roles(
    suing: Sequence[Evidence], sued: Sequence[Evidence], *, filed: str, documents: Mapping[str, Document]
) -> list[Evidence]:
    """Return the passages that name plaintiff and defendant both; where there is none, the strongest for each.

    `filed` is the ISO date of the lawsuit, or empty.
    """
    pairs = [(one, other) for one in suing for other in sued]
    shared = [(one, other, span) for one, other in pairs if (span := share_passage(one, other))]
    if not shared:
        shared = [(one, other, span) for one, other in pairs if (span := join_passages(one, other, documents))]
    if not shared:
        strongest = [min(side, key=lambda item: (item.assertion.rank, order_of(item, documents)))
                     for side in (suing, sued)]  # fmt: skip
        return [replace(item, rule=RULE, date=filed) for item in strongest]
    return [
        replace(
            one, span=span, text=documents[one.document].text[span.start : span.end], object=other.subject,
            assertion=max(one.assertion, other.assertion, key=lambda assertion: assertion.rank),
            source=one.source or other.source, antecedents=join_antecedents((one, other)), rule=RULE,
            confidence=min(one.confidence, other.confidence), date=filed,
        )
        for one, other, span in shared
    ]  # fmt: skip


def derive_counterclaims(
    resolution: Resolution, extractions: Iterable[Extraction], labels: Mapping[str, str]
) -> dict[EdgeKey, list[Evidence]]:
    """Return an edge from each countersuit to the suit that it answers, with the passages that call it so."""
    answers = dict(resolution.docket.counterclaims)
    said: dict[str, list[Evidence]] = {}
    other: dict[str, list[Evidence]] = {}
    for extraction in extractions:
        called = {proceeding.chain for proceeding in extraction.proceedings if proceeding.counterclaim}
        for mention in extraction.relations:
            lawsuit = resolution.nodes.get((extraction.document.id, mention.object), "")
            if mention.relation in ROLES and lawsuit in answers:
                evidence = complete_evidence(mention, extraction, resolution.nodes, labels)
                followed = _follow_cue(extraction, mention.object, labels[answers[lawsuit]])
                kept = (said if mention.object in called else other).setdefault(lawsuit, [])
                kept.append(replace(evidence, subject=evidence.object, antecedents=followed, rule=RULE))
    found = {lawsuit: said.get(lawsuit) or other.get(lawsuit, []) for lawsuit in answers}
    return {(lawsuit, "counterclaim_to", answers[lawsuit]): items for lawsuit, items in found.items() if items}


def _follow_cue(extraction: Extraction, chain: int, answered: str) -> tuple[Antecedent, ...]:
    # "countersued" names its own suit and points to the one it answers
    cues = [mention.text for mention in extraction.chains[chain].mentions if mention.kind is not MentionKind.PRONOMINAL]
    return tuple(Antecedent(" ".join(text.split()), answered) for text in cues[:1])


def merge_derived(
    edges: Mapping[EdgeKey, Sequence[Evidence]], documents: Mapping[str, Document]
) -> dict[EdgeKey, tuple[Evidence, ...]]:
    """Return the derived edges with each passage once."""
    return {key: merge_evidence(items, documents) for key, items in edges.items()}
