"""Makes a lawsuit of the mentions of one proceeding in all documents, told apart by parties, not by wording."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Entity, Extraction, Lawsuit, MentionKind
from graph.resolve.across import group_across
from graph.resolve.block import ChainKey
from graph.resolve.caption import collect_facts, collect_texts, make_label, tell_apart
from graph.resolve.entities import make_id
from graph.resolve.filings import DEFENDANT, PLAINTIFF, ROLES, Filing, Place, read_filings
from graph.resolve.fit import is_bankruptcy
from graph.resolve.group import group_in_document
from graph.resolve.normalize import fold
from graph.resolve.regroup import follow_ties, remove_parties
from graph.resolve.ties import UNTIED, Ties


@dataclass(frozen=True)
class Docket:
    """The lawsuits of all documents with what else is known of them.

    `nodes` gives the lawsuit's id for each chain that means one, `plaintiffs` and `defendants` the parties' ids by
    lawsuit in order of appearance, and `counterclaims` pairs of the answering lawsuit and the one it answers.
    """

    lawsuits: tuple[Lawsuit, ...]
    nodes: Mapping[ChainKey, str]
    plaintiffs: Mapping[str, tuple[str, ...]]
    defendants: Mapping[str, tuple[str, ...]]
    counterclaims: tuple[tuple[str, str], ...]


def resolve_lawsuits(
    extractions: Sequence[Extraction],
    entities: Iterable[Entity],
    nodes: Mapping[ChainKey, str],
    *,
    ties: Ties = UNTIED,
    without: Collection[str] = frozenset(),
) -> Docket:
    """Return the lawsuits of all documents; `nodes` gives the entity's id for each chain that has one.

    `without` are ids of entities that are parties of none: they count where lawsuits are told apart, and then no more.
    """
    by_id = {entity.id: entity for entity in entities}
    labels = {id_: entity.label for id_, entity in by_id.items()}
    documents = {extraction.document.id: extraction for extraction in extractions}
    mentions = {id_: read_filings(documents[id_], nodes, labels) for id_ in sorted(documents)}
    filings = group_across(filing for found in mentions.values() for filing in group_in_document(found))
    filings = follow_ties(filings, [filing for found in mentions.values() for filing in found], ties)
    filings = remove_parties(filings, without)
    seen = _first_places(documents, nodes)
    names = {fold(label): label for _, label in sorted(labels.items())}
    lawsuits: dict[str, Lawsuit] = {}
    groups: dict[str, Filing] = {}
    courts: dict[str, list[str]] = {}
    for filing in filings:
        sides = {
            role: sorted(parties, key=lambda party: (seen[party], party))
            for role, parties in ((PLAINTIFF, filing.plaintiffs), (DEFENDANT, filing.defendants))
        }
        heard_in = [names.get(court, court) for court in sorted(filing.courts)]
        judges = sorted(labels[judge] for judge in filing.judges if judge in labels)
        lawsuit = _build_lawsuit(filing, {role: [by_id[party] for party in sides[role]] for role in ROLES}, documents,
                                 bench=[*heard_in, *judges], taken=lawsuits.keys())  # fmt: skip
        lawsuits[lawsuit.id], groups[lawsuit.id], courts[lawsuit.id] = lawsuit, filing, heard_in
    return Docket(
        lawsuits=tuple(tell_apart((lawsuits[id_] for id_ in sorted(lawsuits)), courts)),
        nodes={member: id_ for id_, filing in groups.items() for member in sorted(filing.members)},
        plaintiffs={id_: _in_order(filing.plaintiffs, seen) for id_, filing in groups.items()},
        defendants={id_: _in_order(filing.defendants, seen) for id_, filing in groups.items()},
        counterclaims=tuple(find_counterclaims(groups)),
    )


def find_counterclaims(groups: Mapping[str, Filing]) -> list[tuple[str, str]]:
    """Return which lawsuit answers which: the one that is called a countersuit, of two such the one filed later."""
    by_defendant: dict[str, list[str]] = {}
    for id_ in sorted(groups):
        for party in sorted(groups[id_].defendants):
            by_defendant.setdefault(party, []).append(id_)
    found = []
    for id_ in sorted(groups):
        filing = groups[id_]
        if not filing.counterclaim:
            continue
        against = dict.fromkeys(other for party in sorted(filing.plaintiffs) for other in by_defendant.get(party, ()))
        opposed = [other for other in against if other != id_ and _answers(filing, groups[other])]
        if len(opposed) == 1:
            found.append((id_, opposed[0]))
    return found


def _answers(filing: Filing, earlier: Filing) -> bool:
    if filing.defendants and earlier.plaintiffs and not filing.defendants & earlier.plaintiffs:
        return False
    if not earlier.counterclaim:
        return True
    return bool(earlier.filed) and bool(filing.filed) and min(earlier.filed) < min(filing.filed)


def _build_lawsuit(
    filing: Filing,
    sides: Mapping[str, Sequence[Entity]],
    documents: Mapping[str, Extraction],
    *,
    bench: Sequence[str],
    taken: Collection[str],
) -> Lawsuit:
    members = sorted(filing.members)
    facts = collect_facts(members, documents)
    names = collect_texts(members, documents, MentionKind.NAMED)
    texts = collect_texts(members, documents, MentionKind.NOMINAL)
    gist = next(iter((*(value.text for key in ("claims", "amounts") for value in facts[key]), *bench)), "")
    label = make_label(sides[PLAINTIFF], sides[DEFENDANT], names=names, texts=texts, gist=gist,
                       bankrupt=is_bankruptcy(filing))  # fmt: skip
    # the parties make the id, so that it stays when another article adds a date or a claim
    parts = ("Lawsuit", *(party.id for party in sides[PLAINTIFF]), "v", *(party.id for party in sides[DEFENDANT]))
    id_ = make_id(label, *parts)
    if id_ in taken:
        id_ = make_id(label, *parts, *(str(part) for member in members for part in member))
    return Lawsuit(
        id=id_,
        label=label,
        aliases=tuple(text for text in (*names, *texts) if text != label),
        documents=tuple(sorted(filing.documents)),
        mentions=sum(len(documents[document].chains[index].mentions) for document, index in members),
        reasons=_give_reasons(filing),
        **facts,
    )


def _give_reasons(filing: Filing) -> tuple[str, ...]:
    if len(filing.members) == 1:
        return ()
    if filing.sides == 2:
        return ("mentions with the same plaintiff and defendant, or with a part of them that fits no other proceeding",)
    return ("mentions with the same party and no contradicting claim",) if filing.sides else ("the only one spoken of",)


def _first_places(documents: Mapping[str, Extraction], nodes: Mapping[ChainKey, str]) -> dict[str, Place]:
    seen: dict[str, Place] = {}
    for (document, index), id_ in nodes.items():
        extraction = documents[document]
        start = min(mention.span.start for mention in extraction.chains[index].mentions)
        place = (extraction.document.published or "9999", document, start)
        seen[id_] = min(place, seen.get(id_, place))
    return seen


def _in_order(parties: Iterable[str], seen: Mapping[str, Place]) -> tuple[str, ...]:
    return tuple(sorted(parties, key=lambda party: (seen[party], party)))
