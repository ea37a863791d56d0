"""Resolves once more as the user's corrections say: relations, lawsuits and evidence follow, since they come after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from graph.corrections import RENAMED, RETYPED, Action, Correction, Corrections, Unapplied
from graph.model import Entity, EntityType, Extraction, Lawsuit
from graph.resolve.block import ChainKey
from graph.resolve.entities import resolve_profiles
from graph.resolve.kinship import resolve_kin
from graph.resolve.lawsuits import Docket, resolve_lawsuits
from graph.resolve.plan import Plan, Planner
from graph.resolve.resolution import Resolution
from graph.resolve.select import Finder, list_candidates
from graph.schema import load_relations

AnyNode = TypeVar("AnyNode", Entity, Lawsuit)


def correct(extractions: Sequence[Extraction], plain: Resolution, corrections: Corrections) -> Resolution:
    """Return the resolution that the corrections ask for; `plain` is the one without them."""
    return Corrector(extractions, plain, corrections).run()


class Corrector:
    """Follows the corrections of one build: first those of entities, then those of the lawsuits between them."""

    def __init__(self, extractions: Sequence[Extraction], plain: Resolution, corrections: Corrections) -> None:
        self.extractions, self.plain, self.corrections = extractions, plain, corrections
        self.unapplied: list[Unapplied] = []

    def run(self) -> Resolution:
        """Return the corrected resolution."""
        plain = list_candidates(self.plain.each_node(), self.plain.nodes)
        finder = Finder(self.extractions, [plain])
        plan = Planner(self.corrections, finder, lawsuits=False).make_plan(self.corrections.entries)
        entities, nodes = resolve_profiles(self.plain.profiles, plan.ties)
        nodes = {**nodes, **resolve_kin(self.extractions, nodes)}
        granted = self.grant(plan, nodes)
        former = {entity.id: entity.type for entity in entities}
        entities = self.apply(entities, granted, plan, nodes)
        dropped = granted[Action.DROP]
        barred = {*dropped, *_list_barred(entities, granted[Action.RETYPE])}

        docket = resolve_lawsuits(self.extractions, entities, nodes)
        # A label holds the parties' names, so that a lawsuit may be called as it is once they are corrected.
        layers = [[found for found in plain if found.is_lawsuit], list_candidates(docket.lawsuits, docket.nodes)]
        suits = Planner(self.corrections, Finder(self.extractions, layers, others=plain), lawsuits=True).make_plan(
            plan.left
        )
        final = resolve_lawsuits(self.extractions, entities, nodes, ties=suits.ties, without=barred)
        self.tell_lost(docket, final, granted)
        wanted = self.grant(suits, final.nodes)
        final = remove_lawsuits(final, wanted[Action.DROP])
        final = replace(final, lawsuits=self.apply(final.lawsuits, wanted, suits, final.nodes))
        self.unapplied += [*plan.unapplied, *suits.unapplied]
        every = {**nodes, **final.nodes}
        return Resolution(
            entities=tuple(entity for entity in entities if entity.id not in dropped),
            docket=final,
            nodes={key: id_ for key, id_ in every.items() if id_ not in dropped},
            unapplied=tuple(self.unapplied),
            retyped={id_: (entry, former[id_]) for id_, entry in granted[Action.RETYPE].items()},
            profiles=self.plain.profiles,
            settled=frozenset(pair for one in (plan, suits) for pair in list_settled(one, every)),
        )

    def tell(self, entry: Correction, reason: str) -> None:
        """Remember what could not be followed."""
        self.unapplied.append(Unapplied(self.corrections.file, entry, reason))

    def grant(self, plan: Plan, nodes: Mapping[ChainKey, str]) -> dict[Action, dict[str, Correction]]:
        """Return by kind which node each wish is for; one that asks for what another does not is not granted."""
        for entry, found in plan.merges:
            ids = {nodes[chain] for item in found for chain in item.chains if chain in nodes}
            if len(ids) > 1:
                self.tell(entry, "its names stay apart, since other entries keep their mentions apart; mend those")
        asked: dict[tuple[Action, str], list[Correction]] = defaultdict(list)
        for wish in plan.wishes:
            ids = {nodes[chain] for chain in wish.chains if chain in nodes}
            if len(ids) == 1:
                asked[wish.entry.action, ids.pop()].append(wish.entry)
            else:
                remedy = "add document to tell which" if ids else "delete the entry"
                self.tell(wish.entry, f"means {len(ids) or 'no'} nodes once the other entries are followed; {remedy}")
        granted: dict[Action, dict[str, Correction]] = {action: {} for action in Action}
        for (action, id_), entries in asked.items():
            if len({entry.to for entry in entries}) == 1:
                granted[action][id_] = entries[0]
                continue
            for entry in entries:
                others = ", ".join(f'"{other.to}"' for other in entries if other.to != entry.to)
                self.tell(entry, f'asks for "{entry.to}" where another entry asks for {others}; delete one of them')
        return granted

    def apply(
        self,
        found: Iterable[AnyNode],
        granted: Mapping[Action, Mapping[str, Correction]],
        plan: Plan,
        nodes: Mapping[ChainKey, str],
    ) -> tuple[AnyNode, ...]:
        """Return the nodes with their new labels and types and the reasons for all that was corrected."""
        reasons = collect_remarks(plan, nodes)
        return tuple(self.alter(node, granted, reasons.get(node.id, ())) for node in found)

    def alter(
        self, node: AnyNode, granted: Mapping[Action, Mapping[str, Correction]], reasons: Iterable[str]
    ) -> AnyNode:
        """Return a node as the user wants it; its id stays, so that links to it do."""
        told = [*node.reasons, *reasons]
        entry = granted[Action.RENAME].get(node.id)
        if entry and entry.to != node.label:
            told.append(self.corrections.give_reason(entry, f"{node.label} → {entry.to}", RENAMED))
            aliases = [alias for alias in (node.label, *node.aliases) if alias != entry.to]
            node = replace(node, label=entry.to, aliases=tuple(dict.fromkeys(aliases)))
        entry = granted[Action.RETYPE].get(node.id)
        if entry and isinstance(node, Entity) and entry.to != node.type:
            told.append(self.corrections.give_reason(entry, f"{node.type} → {entry.to}", RETYPED))
            node = replace(node, type=EntityType(entry.to))
        return replace(node, reasons=tuple(sorted(set(told))))

    def tell_lost(self, before: Docket, after: Docket, granted: Mapping[Action, Mapping[str, Correction]]) -> None:
        """Tell which lawsuits went with the only parties that they had."""
        left = set(after.nodes.values())
        chains = {id_: key for key, id_ in before.nodes.items()}
        for lawsuit in before.lawsuits:
            if after.nodes.get(chains[lawsuit.id]) in left:
                continue
            parties = (*before.plaintiffs[lawsuit.id], *before.defendants[lawsuit.id])
            for action in (Action.DROP, Action.RETYPE):
                for entry in dict.fromkeys(granted[action][id_] for id_ in parties if id_ in granted[action]):
                    gone = f"the lawsuit “{lawsuit.label}” went with it, since no other party of it is known"
                    self.tell(entry, f"{gone}; delete the entry to have it back")


def collect_remarks(plan: Plan, nodes: Mapping[ChainKey, str]) -> dict[str, list[str]]:
    """Return the reasons that the entries give each node, by its id."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for remark in plan.remarks:
        held: dict[str, int] = defaultdict(int)
        for group in remark.groups:
            for id_ in {nodes[chain] for chain in group if chain in nodes}:
                held[id_] += 1
        for id_, count in held.items():
            if count >= remark.least:
                reasons[id_].append(remark.reason)
    return reasons


def list_settled(plan: Plan, nodes: Mapping[ChainKey, str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of nodes that the user keeps apart, the smaller id first."""
    for sides in plan.ties.apart:
        found = {(nodes[chain], side) for chain, side in sides.items() if chain in nodes}
        for (one, side), (other, another) in combinations(sorted(found), 2):
            if one != other and side != another:
                yield one, other


def remove_lawsuits(docket: Docket, ids: Collection[str]) -> Docket:
    """Return the docket without some lawsuits."""
    return Docket(
        lawsuits=tuple(lawsuit for lawsuit in docket.lawsuits if lawsuit.id not in ids),
        nodes={key: id_ for key, id_ in docket.nodes.items() if id_ not in ids},
        plaintiffs={id_: parties for id_, parties in docket.plaintiffs.items() if id_ not in ids},
        defendants={id_: parties for id_, parties in docket.defendants.items() if id_ not in ids},
        counterclaims=tuple(pair for pair in docket.counterclaims if not set(pair) & set(ids)),
    )


def _list_barred(entities: Iterable[Entity], retyped: Mapping[str, Correction]) -> Iterator[str]:
    # What was taken for a party and is a film is no party.
    legal = {role: load_relations()[role].source for role in ("plaintiff_in", "defendant_in")}
    for entity in entities:
        if entity.id in retyped and not any(entity.type in types for types in legal.values()):
            yield entity.id
