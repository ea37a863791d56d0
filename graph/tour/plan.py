"""Plans the tour from the graph alone: the same graph gives the same steps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Evidence, KnowledgeGraph, Lawsuit, Node, Relation, Span
from graph.page import describe_period
from graph.timeline import find_days
from graph.tour.words import count, join_words, say_when, summarize_lawsuit

TITLE = "Tell me this dispute"
ROLES = ("plaintiff_in", "defendant_in", "judge_in", "counsel_in", "witness_in", "heard_in", "counterclaim_to")
PARTIES = ("plaintiff_in", "defendant_in")
FIRST_STATUS = "filed"
# More than a reader goes through; the tables hold the rest.
MOST_LAWSUITS = 20
MOST_PEOPLE = 8
MOST_PASSAGES = 3
LATE = "9999-12-31"

Passage = tuple[str, int]
"""An edge's id, and the number of one of its evidence items, from 0."""


@dataclass(frozen=True, slots=True)
class Step:
    """One view: what is lit (all else fades), and what is told of it; `node` is empty in the first step alone."""

    node: str
    title: str
    summary: str
    nodes: tuple[str, ...]
    edges: tuple[str, ...]
    passages: tuple[Passage, ...] = ()
    people: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tour:
    """A title and at least the first step, which says what the whole is."""

    title: str
    steps: tuple[Step, ...]


def plan_tour(graph: KnowledgeGraph) -> Tour:
    """Return the tour through the lawsuits that are told of most, by their first filing or else first publication."""
    planner = Planner(graph)
    lawsuits = planner.choose_lawsuits()
    return Tour(TITLE, (planner.start(lawsuits), *(planner.tell_lawsuit(lawsuit) for lawsuit in lawsuits)))


class Planner:
    """Finds the steps of one graph."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.documents = {document.id: document for document in graph.documents}
        self.labels = {node.id: node.label for node in graph.nodes}
        self.relations = sorted(graph.relations, key=lambda relation: relation.id)
        self.edges: defaultdict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            for end in dict.fromkeys((relation.subject, relation.object)):
                self.edges[end].append(relation)

    def choose_lawsuits(self) -> list[Lawsuit]:
        """Return the lawsuits of most articles, mentions and edges, in time order."""

        def weigh(lawsuit: Lawsuit) -> tuple[int, int, int, str]:
            return -len(lawsuit.documents), -lawsuit.mentions, -len(self.edges[lawsuit.id]), lawsuit.id

        chosen = sorted(self.graph.lawsuits, key=weigh)[:MOST_LAWSUITS]
        return sorted(chosen, key=lambda lawsuit: (self.find_day(lawsuit), weigh(lawsuit)))

    def find_day(self, lawsuit: Lawsuit) -> str:
        """Return the ISO day of the first filing, or else of the first article."""
        filed = [days.start for value in lawsuit.filed if (days := find_days(value.text))]
        return min(filed, default=self.find_published(lawsuit.documents))

    def find_published(self, documents: Iterable[str]) -> str:
        """Return the ISO day of the first of the articles; a late one where none has a day."""
        known = (self.documents[id_].published for id_ in documents if id_ in self.documents)
        return min((days.start for day in known if (days := find_days(day))), default=LATE)

    def start(self, lawsuits: Sequence[Lawsuit]) -> Step:
        """Return the first step: the articles, the period, the lawsuits with their parties."""
        told = {lawsuit.id for lawsuit in lawsuits}
        edges = [edge for edge in self.relations if edge.relation in PARTIES and edge.object in told]
        suits: Counter[str] = Counter(edge.subject for edge in edges)
        mentions = {node.id: node.mentions for node in self.graph.nodes}
        people = sorted(suits, key=lambda id_: (-suits[id_], -mentions[id_], id_))
        return Step(
            node="",
            title="What this is",
            summary=self.introduce(len(lawsuits)),
            nodes=tuple(sorted(told | suits.keys())),
            edges=tuple(edge.id for edge in edges),
            people=tuple(people[:MOST_PEOPLE]),
        )

    def introduce(self, told: int) -> str:
        """Say how many articles of whom tell of how many lawsuits, and when: one or two sentences."""
        graph = self.graph
        outlets = {document.publisher for document in graph.documents if document.publisher}
        articles = count(len(graph.documents), "article")
        origin = f" from {count(len(outlets), 'outlet')}" if outlets else ""
        period = f", {describe_period(graph)}," if describe_period(graph) else ""
        verb = "tells" if len(graph.documents) == 1 else "tell"
        text = f"{articles}{origin}{period} {verb} of {count(len(graph.lawsuits), 'lawsuit')}."
        if told < len(graph.lawsuits):
            text += f" The tour goes through the {told} that most is told of."
        return text

    def tell_lawsuit(self, lawsuit: Lawsuit) -> Step:
        """Return the step of a lawsuit: its parties, court, judge and lawyers lit, with its best sentences."""
        edges = [edge for edge in self.edges[lawsuit.id] if edge.relation in ROLES]
        nodes = {lawsuit.id, *(end for edge in edges for end in (edge.subject, edge.object))}
        lawyers = {edge.subject for edge in edges if edge.relation == "counsel_in"}
        clients = [
            edge
            for lawyer in sorted(lawyers)
            for edge in self.edges[lawyer]
            if edge.relation == "counsel_for" and edge.subject == lawyer and edge.object in nodes
        ]
        answers = [edge for edge in edges if edge.relation == "counterclaim_to"]
        return Step(
            node=lawsuit.id,
            title=lawsuit.label,
            summary=summarize_lawsuit(
                lawsuit,
                plaintiffs=self.name_ends(edges, "plaintiff_in"),
                defendants=self.name_ends(edges, "defendant_in"),
                answers=[self.labels[edge.object] for edge in answers if edge.subject == lawsuit.id],
                answered_by=[self.labels[edge.subject] for edge in answers if edge.object == lawsuit.id],
            )
            + self.tell_status(lawsuit),
            nodes=tuple(sorted(nodes)),
            edges=tuple(sorted(edge.id for edge in (*edges, *clients))),
            passages=self.choose_passages([*edges, *clients]),
        )

    def tell_status(self, lawsuit: Lawsuit) -> str:
        """Say how the lawsuit stands in the last article that tells it; nothing where it was but filed."""
        known = [
            (day, value.text) for value in lawsuit.statuses if (day := self.find_published(value.documents)) != LATE
        ]
        last = max((day for day, _ in known), default=LATE)
        texts = sorted({text for day, text in known if day == last} - {FIRST_STATUS})
        return f" Last reported as {join_words(texts, last='or')}, {say_when(last)}." if texts else ""

    def tell_node(self, node: Node) -> Step:
        """Return a step about any node: a lawsuit as above, another one with all its edges."""
        if isinstance(node, Lawsuit):
            return self.tell_lawsuit(node)
        edges = [edge for edge in self.edges[node.id] if not edge.derived]
        others = {end for edge in edges for end in (edge.subject, edge.object)} - {node.id}
        suits = [self.labels[edge.object] for edge in edges if edge.relation in PARTIES]
        party = f"Party to {join_words(dict.fromkeys(suits))}. " if suits else ""
        return Step(
            node=node.id,
            title=node.label,
            summary=f"{party}Linked to {count(len(others), 'other name')} in {count(len(node.documents), 'article')}.",
            nodes=tuple(sorted({node.id, *others})),
            edges=tuple(edge.id for edge in edges),
            passages=self.choose_passages(edges),
        )

    def name_ends(self, edges: Iterable[Relation], relation: str) -> list[str]:
        """Return the labels of those who have a role, sorted."""
        return sorted({self.labels[edge.subject] for edge in edges if edge.relation == relation})

    def choose_passages(self, edges: Sequence[Relation]) -> tuple[Passage, ...]:
        """Return the few passages that together bear out the most edges; among equals the surest and earliest."""
        uses = group_uses(edges)
        chosen: list[Passage] = []
        told: set[str] = set()
        while uses and len(chosen) < MOST_PASSAGES:
            best = min(uses, key=lambda passage: self.rank(passage, uses[passage], told))
            fresh = [use for use in uses[best] if use[0].id not in told]
            if not fresh:
                break
            told.update(edge.id for edge, _ in fresh)
            edge, number = min(fresh, key=order_of_use)
            chosen.append((edge.id, number))
            # A longer passage around one that is shown would tell the same twice.
            uses = {place: use for place, use in uses.items() if place[0] != best[0] or not place[1].overlaps(best[1])}
        return tuple(chosen)

    def rank(
        self, passage: tuple[str, Span], uses: Sequence[tuple[Relation, int]], told: set[str]
    ) -> tuple[int, tuple[int, float], str, tuple[str, Span]]:
        """Return a key that is smallest for the passage to show next."""
        fresh = sum(edge.id not in told for edge, _ in uses)
        surest = min(order_of(edge.evidence[number]) for edge, number in uses)
        return -fresh, surest, self.find_published([passage[0]]), passage


def group_uses(edges: Iterable[Relation]) -> dict[tuple[str, Span], list[tuple[Relation, int]]]:
    """Return by document and place of a passage the edges that it bears out, each with the number of its evidence."""
    uses: dict[tuple[str, Span], list[tuple[Relation, int]]] = {}
    for edge in edges:
        for number, item in enumerate(edge.evidence):
            if item.assertion.shown:
                uses.setdefault((item.document, item.span), []).append((edge, number))
    return uses


def order_of_use(use: tuple[Relation, int]) -> tuple[int, int, float, str]:
    """Return a key that is smallest for the edge by which a passage that bears out several is best shown."""
    edge, number = use
    rank, doubt = order_of(edge.evidence[number])
    return rank, ROLES.index(edge.relation) if edge.relation in ROLES else len(ROLES), doubt, edge.id


def order_of(item: Evidence) -> tuple[int, float]:
    """Return a key that is smallest for what the text states most plainly and the program is surest of."""
    return item.assertion.rank, -item.confidence
