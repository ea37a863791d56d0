"""Compare a built graph with a gold case, measure by measure."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from graph.evaluate.agree import (
    SEPARATOR,
    claims_agree,
    count_agreeing,
    dates_agree,
    normalize_name,
    passages_meet,
    split_values,
    squeeze,
    to_number,
)
from graph.evaluate.gold import GoldCase, GoldRelation
from graph.evaluate.match import Built, Edge, Match, match_nodes, name_in
from graph.evaluate.tally import Marks, Tally

ENTITY_KINDS = ("Person", "MediaOutlet", "Organization", "Court", "Work")
RELATION_GROUPS: Mapping[str, frozenset[str]] = {
    "legal": frozenset(("accused", "counsel_for", "counsel_in", "witness_in")),
    "personal": frozenset(("friend_of", "parent_of", "partner_of", "sibling_of", "spouse_of")),
    "professional": frozenset(
        ("acted_in", "directed", "employed_by", "founder_of", "owner_of", "produced", "works_with", "wrote")
    ),
    "conduct": frozenset(("apologized_to", "contacted", "criticized", "praised")),
    "media": frozenset(("reported_on", "spoke_to")),
}
RELATIONS = frozenset().union(*RELATION_GROUPS.values())
SYMMETRIC = frozenset(("friend_of", "partner_of", "sibling_of", "spouse_of", "works_with"))
ASSERTIONS = ("asserted", "alleged", "denied")
PRONOUNS = frozenset("he she they i we you it who his her".split())

COUNTERCLAIM = "counterclaim_to"

Triple = tuple[str, str, str]
"""Subject, relation and object by their gold names; a node alone leaves the last two empty."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A gold case beside the graph that was built from its articles, with the nodes that were paired."""

    case: GoldCase
    built: Built
    match: Match

    def describe(self, name: str) -> str:
        """Return words for a gold id or for the mark of a node that has none."""
        if name.startswith("?"):
            return f"[{self.built.label(name[1:])}]"
        entity = self.case.entities.get(name)
        return entity.name if entity else name

    def list_mistakes(self, measure: str, gold: AbstractSet[Triple], said: AbstractSet[Triple]) -> list[str]:
        """Return a line for each miss and each false alarm, sorted; empty parts of a triple are left out."""
        lines = []
        for word, keys in (("missed", gold - said), ("false", said - gold)):
            for key in sorted(keys):
                subject, relation, object_ = key
                parts = (self.describe(subject), relation, self.describe(object_) if object_ else "")
                lines.append(f"{self.case.name}: {word} {measure}: {' '.join(filter(None, parts))}")
        return lines


def mark_case(case: GoldCase, built: Built) -> Marks:
    """Return the tallies, shares and mistakes of the graph that was built from a case's articles."""
    comparison = Comparison(case=case, built=built, match=match_nodes(case, built))
    marks = Marks()
    for mark in (_mark_entities, _mark_names, _mark_lawsuits, _mark_facts, _mark_relations, _mark_edges):
        mark(comparison, marks)
    return marks


def _count(comparison: Comparison, marks: Marks, measure: str, gold: set[Triple], said: set[Triple]) -> None:
    marks.tallies[measure].count(gold, said)
    marks.mistakes.extend(comparison.list_mistakes(measure, gold, said))


def _mark_entities(comparison: Comparison, marks: Marks) -> None:
    case, built, match = comparison.case, comparison.built, comparison.match
    for kind in ENTITY_KINDS:
        gold = {(entity.id, "", "") for entity in case.entities.values() if entity.type == kind}
        said = {(match.name(node), "", "") for node, data in built.entities.items() if data["type"] == kind}
        _count(comparison, marks, kind, gold, said)


def _mark_names(comparison: Comparison, marks: Marks) -> None:
    built = comparison.built
    for node, gold in comparison.match.entities.items():
        data, entity = built.entities[node], comparison.case.entities[gold]
        if data["type"] == entity.type:
            same = normalize_name(built.label(node)) == normalize_name(entity.name)
            marks.shares["label is the fullest name"].judge(same)
    for node, data in built.entities.items():
        if data["type"] == "Person":
            label = built.label(node)
            capital = any(word[0].isupper() for word in label.split())
            marks.shares["people with a name"].judge(capital and normalize_name(label) not in PRONOUNS)


def _mark_lawsuits(comparison: Comparison, marks: Marks) -> None:
    lawsuits, built, match = comparison.case.lawsuits.values(), comparison.built, comparison.match
    names = {node: name_in(match.lawsuits, node) for node in built.lawsuits}
    wanted = {(suit.id, "", "") for suit in lawsuits}
    _count(comparison, marks, "Lawsuit", wanted, {(name, "", "") for name in names.values()})
    gold = {(suit.id, *role) for suit in lawsuits for role in suit.roles}
    gold |= {(suit.id, COUNTERCLAIM, suit.counterclaim_to) for suit in lawsuits if suit.counterclaim_to}
    said = {(name, *role) for node, name in names.items() for role in match.roles[node]}
    said |= {
        (name_in(match.lawsuits, edge.subject), COUNTERCLAIM, name_in(match.lawsuits, edge.object))
        for edge in built.edges
        if edge.relation == COUNTERCLAIM
    }
    _count(comparison, marks, "lawsuit roles", gold, said)


def _mark_facts(comparison: Comparison, marks: Marks) -> None:
    nodes = {gold: node for node, gold in comparison.match.lawsuits.items()}
    for suit in comparison.case.lawsuits.values():
        data = comparison.built.lawsuits[nodes[suit.id]] if suit.id in nodes else {}
        claims = split_values(str(data.get("claims") or "").replace(";", SEPARATOR))
        amounts = {to_number(amount) for amount in split_values(data.get("amount"))} - {""}
        gold_amounts = {to_number(amount) for amount in suit.amounts} - {""}
        for measure, gold, said, agree in (
            ("filing dates", suit.filed, set(split_values(data.get("filed"))), dates_agree),
            ("amounts", gold_amounts, amounts, str.__eq__),
            ("claims", suit.claims, claims, claims_agree),
        ):
            hits = count_agreeing(gold, said, agree)
            marks.tallies[measure].add(Tally(hits=hits, said=len(set(said)), gold=len(set(gold))))


def _mark_relations(comparison: Comparison, marks: Marks) -> None:
    gold: dict[Triple, GoldRelation] = {}
    for item in comparison.case.relations:
        if item.relation in RELATIONS:
            gold[_order(item.subject, item.relation, item.object)] = item
    said: dict[Triple, Edge] = {}
    name = comparison.match.name
    for edge in comparison.built.edges:
        if edge.relation in RELATIONS:
            said.setdefault(_order(name(edge.subject), edge.relation, name(edge.object)), edge)
    for group, names in RELATION_GROUPS.items():
        wanted, given = ({key for key in keys if key[1] in names} for keys in (gold, said))
        marks.tallies[f"relations: {group}"].count(wanted, given)
    _count(comparison, marks, "relations", set(gold), set(said))
    marks.tallies["related pairs"].count(_pairs(gold), _pairs(said))
    text = squeeze(" ".join(comparison.case.texts)).casefold()
    for key in gold.keys() & said.keys():
        _mark_assertion(gold[key].assertion, str(said[key].attributes.get("assertion")), marks)
        quote = squeeze(gold[key].quote).casefold()
        sentences = split_values(said[key].attributes.get("evidence"))
        near = any(passages_meet(text, quote, squeeze(sentence).casefold()) for sentence in sentences)
        marks.shares["evidence where the gold has it"].judge(near)


def _mark_assertion(wanted: str, given: str, marks: Marks) -> None:
    marks.shares["assertion"].judge(wanted == given)
    for value in ASSERTIONS:
        tally = Tally(hits=int(wanted == given == value), said=int(given == value), gold=int(wanted == value))
        marks.tallies[f"assertion: {value}"].add(tally)


def _mark_edges(comparison: Comparison, marks: Marks) -> None:
    text = squeeze(" ".join(comparison.case.texts))
    for edge in comparison.built.edges:
        sentences = split_values(edge.attributes.get("evidence"))
        verbatim = all(len(sentence.split()) > 2 and squeeze(sentence) in text for sentence in sentences)
        marks.shares["edges with verbatim evidence"].judge(bool(sentences) and verbatim)


def _order(subject: str, relation: str, object_: str) -> Triple:
    if relation in SYMMETRIC:
        subject, object_ = sorted((subject, object_))
    return subject, relation, object_


def _pairs(triples: Mapping[Triple, object]) -> set[frozenset[str]]:
    return {frozenset((subject, object_)) for subject, _, object_ in triples}
