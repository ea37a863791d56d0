"""The types that the stages hand to each other; nothing here imports spaCy or any stage before it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

    from graph.dataframes import DataFrames


class EntityType(StrEnum):
    """What a node of the graph can be."""

    PERSON = "Person"
    MEDIA_OUTLET = "MediaOutlet"
    LAWSUIT = "Lawsuit"
    ORGANIZATION = "Organization"
    COURT = "Court"
    WORK = "Work"


class MentionKind(StrEnum):
    """How a mention refers: by a name, a description, a pronoun, or (a proceeding) by a verb that evokes it."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOMINAL = "pronominal"
    EVENT = "event"


class Assertion(StrEnum):
    """What the text commits itself to, strongest first."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    DENIED = "denied"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"

    @property
    def rank(self) -> int:
        """Return 0 for the strongest value, 4 for the weakest."""
        return _RANKS[self]

    @property
    def shown(self) -> bool:
        """Tell whether evidence of this kind alone keeps an edge in the graph."""
        return self.rank <= Assertion.DENIED.rank


_RANKS = {assertion: rank for rank, assertion in enumerate(Assertion)}


class Gender(StrEnum):
    """The grammatical gender that the text shows for a person."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in a document's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether the range holds the other whole."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article; `id` comes from its content, `published` is an ISO date, `publisher` the outlet that printed it."""

    id: str
    path: str
    text: str
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference in one document to one thing; `head` is the range of its head word."""

    span: Span
    text: str
    type: EntityType
    kind: MentionKind
    head: Span

    @property
    def printed(self) -> bool:
        """Tell whether the reference stands in the text; who publishes an article may be told outside of it."""
        return self.span.start < self.span.end


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention belongs to its chain: the antecedent's text and the rule that found it."""

    mention: Span
    antecedent: str
    rule: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing in one document, in text order, with `label` its fullest name."""

    type: EntityType
    label: str
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...] = ()
    gender: Gender = Gender.UNKNOWN

    @property
    def names(self) -> tuple[str, ...]:
        """Return the distinct texts of the named mentions, in text order."""
        return tuple(dict.fromkeys([m.text for m in self.mentions if m.kind is MentionKind.NAMED]))

    @property
    def is_named(self) -> bool:
        """Tell whether the document gives it a name at all."""
        # a loop: it is asked thousands of times a document, and a generator takes twice as long
        for mention in self.mentions:  # noqa: SIM110
            if mention.kind is MentionKind.NAMED:
                return True
        return False


@dataclass(frozen=True, slots=True)
class LawsuitFacts:
    """What one sentence says of a proceeding; dates are ISO days, months or years."""

    claims: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    filed: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    dockets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proceeding:
    """A mention of a lawsuit in one document (`chain` is its index in the extraction) and what is said there of it."""

    chain: int
    facts: LawsuitFacts
    counterclaim: bool = False


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A reference that was followed to reach an end of an edge: "her husband" → "Bo Dunn"."""

    mention: str
    entity: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim passage that states a relation; all spans are characters of the document's text."""

    document: str
    span: Span
    text: str
    subject: Span
    object: Span
    cue: Span
    assertion: Assertion
    source: str = ""
    antecedents: tuple[Antecedent, ...] = ()
    rule: str = ""
    confidence: float = 1.0
    date: str = ""


@dataclass(frozen=True, slots=True)
class RelationMention:
    """One clause that states a relation; `subject`, `object` and `source` are indexes of chains in the extraction."""

    relation: str
    subject: int
    object: int
    evidence: Evidence
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document says, before anything is joined with other documents."""

    document: Document
    chains: tuple[Chain, ...]
    relations: tuple[RelationMention, ...]
    proceedings: tuple[Proceeding, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an attribute with the ids of the documents that give it."""

    text: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, outlet, organization, court or work over all documents; `reasons` say why its names were joined."""

    id: str
    type: EntityType
    label: str
    aliases: tuple[str, ...]
    documents: tuple[str, ...]
    mentions: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lawsuit:
    """One legal proceeding over all documents; conflicting values stand side by side, each with its documents."""

    id: str
    label: str
    aliases: tuple[str, ...]
    documents: tuple[str, ...]
    mentions: int
    filed: tuple[Value, ...] = ()
    claims: tuple[Value, ...] = ()
    amounts: tuple[Value, ...] = ()
    statuses: tuple[Value, ...] = ()
    dockets: tuple[Value, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def type(self) -> EntityType:
        """Return the node's type."""
        return EntityType.LAWSUIT


@dataclass(frozen=True, slots=True)
class Relation:
    """One edge with all its evidence; `start` and `end` are ISO dates of the event or empty."""

    id: str
    subject: str
    relation: str
    object: str
    assertion: Assertion
    evidence: tuple[Evidence, ...]
    derived: bool = False
    start: str = ""
    end: str = ""

    @property
    def weight(self) -> int:
        """Return the number of evidence items, at least 1."""
        return max(1, len(self.evidence))

    @property
    def confidence(self) -> float:
        """Return the highest confidence among the evidence items, 0 to 1."""
        return max((item.confidence for item in self.evidence), default=0.0)

    @property
    def sources(self) -> tuple[str, ...]:
        """Return who says so, distinct, in order of appearance."""
        return tuple(dict.fromkeys(item.source for item in self.evidence if item.source))

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents that state it, distinct and sorted."""
        return tuple(sorted({item.document for item in self.evidence}))


@dataclass(frozen=True, slots=True)
class Position:
    """A node's place in the drawing, in units where the smallest node has size 4; y points up."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two nodes (ids, the smaller first) that may be one thing but were not joined, since it is not sure.

    `reasons` speak for one thing, `doubts` for two; `score` is 0 to 1, the higher the likelier they are one.
    """

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...] = ()


Node = Entity | Lawsuit


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """The result: nodes and edges sorted by id, the documents they come from, and a place for each node.

    `proposals` are the pairs of nodes to be asked about, the likeliest first.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    lawsuits: tuple[Lawsuit, ...]
    relations: tuple[Relation, ...]
    positions: Mapping[str, Position] = field(default_factory=dict)
    proposals: tuple[Proposal, ...] = ()

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Return entities and lawsuits together, sorted by id."""
        return tuple(sorted((*self.entities, *self.lawsuits), key=lambda node: node.id))

    @property
    def evidence(self) -> tuple[tuple[Relation, Evidence], ...]:
        """Return each passage of each relation beside it, in the relations' order."""
        return tuple((relation, item) for relation in self.relations for item in relation.evidence)

    def index_nodes(self) -> dict[str, Node]:
        """Return the nodes by their ids, which a relation's `subject` and `object` are."""
        return {node.id: node for node in self.nodes}

    # The methods below offer later stages and import them at their first use: a graph knows what it can become.

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return the graph for networkx: one edge a relation, keyed by its id; every attribute is a plain value."""
        from graph.network import to_networkx

        return to_networkx(self)

    def to_pandas(self) -> DataFrames:
        """Return DataFrames of nodes, edges, evidence, lawsuits and documents; UsageError where pandas is missing."""
        from graph.dataframes import to_pandas

        return to_pandas(self)

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the graph to a file in the format of its suffix; UsageError where that is none or cannot be done."""
        from graph.file import write_file

        return write_file(self, path)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a table of the lawsuits, and the page in a sandbox."""
        from graph.notebook import render_cell

        return render_cell(self)

    def __repr__(self) -> str:
        """Count what the graph holds; the parts show themselves."""
        parts = ("documents", "entities", "lawsuits", "relations")
        return f"KnowledgeGraph({', '.join(f'{name}={len(getattr(self, name))}' for name in parts)})"
