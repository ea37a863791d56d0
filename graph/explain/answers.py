"""What an explanation holds; `--json` prints these types as they are."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Antecedent, Assertion, EntityType, Evidence


@dataclass(frozen=True, slots=True)
class NodeName:
    """A node as it is shown: its id, its type and its fullest name."""

    id: str
    type: EntityType
    label: str


@dataclass(frozen=True, slots=True)
class Article:
    """A document without its text; `path` is empty where the graph does not hold the document."""

    id: str
    path: str = ""
    title: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name of a node, how often it is printed in the node's articles, and in which of them (ids).

    A name that is printed inside a longer name of the same node is not counted there.
    """

    text: str
    count: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of a lawsuit with the documents (ids) that give it; values that contradict each other are two facts."""

    name: str
    text: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or a description in the evidence that was taken for a node, and in how many passages."""

    text: str
    passages: int


@dataclass(frozen=True, slots=True)
class Statement:
    """An edge in short: `text` is the edge in words, from its subject to its object."""

    edge: str
    relation: str
    text: str
    assertion: Assertion
    passages: int


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a passage; `roles` says which of subject, object and cue it belongs to."""

    text: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim passage, cut where a mark begins or ends, and where it comes from; `evidence` has the offsets."""

    article: Article
    parts: tuple[Part, ...]
    followed: tuple[Antecedent, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge with its passages, of which there may be fewer here than the edge has: `of` counts them all."""

    id: str
    relation: str
    text: str
    subject: NodeName
    object: NodeName
    symmetric: bool
    assertion: Assertion
    confidence: float
    derived: bool
    start: str
    end: str
    passages: tuple[Passage, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Unsure:
    """Another node that may be the same thing (`score` 0 to 1), with what speaks for it and against it."""

    node: NodeName
    score: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NodeAnswer:
    """Why a node is there: its names, its articles, its edges in short, and why its names were joined.

    `corrections` are the reasons that the user's file gave, `unsure` the nodes that were not joined with it.
    """

    node: NodeName
    mentions: int
    names: tuple[Spelling, ...]
    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]
    lawsuits: tuple[Statement, ...]
    relations: tuple[Statement, ...]
    reasons: tuple[str, ...]
    corrections: tuple[str, ...]
    unsure: tuple[Unsure, ...]
    references: tuple[Reference, ...]

    @property
    def found(self) -> bool:
        """Tell that the node is there."""
        return True


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """Why two nodes are linked: the edges between them or, where there is none, those of the shortest way."""

    subject: NodeName
    object: NodeName
    edges: tuple[Edge, ...]
    path: tuple[Edge, ...]

    @property
    def found(self) -> bool:
        """Tell whether anything links the two."""
        return bool(self.edges or self.path)


@dataclass(frozen=True, slots=True)
class UnclearName:
    """A name that several nodes bear (`matches`), or none, and then those whose names are nearest to it."""

    name: str
    matches: tuple[NodeName, ...]
    nearest: tuple[NodeName, ...]


@dataclass(frozen=True, slots=True)
class UnclearAnswer:
    """The names that do not tell which node is meant."""

    unclear: tuple[UnclearName, ...]

    @property
    def found(self) -> bool:
        """Tell that there is no answer."""
        return False


Answer = NodeAnswer | PairAnswer | UnclearAnswer
