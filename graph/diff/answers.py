"""What a comparison of two graphs tells, ready to be printed or written as JSON."""

from __future__ import annotations

from dataclasses import dataclass, fields

from graph.model import Assertion, EntityType


@dataclass(frozen=True, slots=True)
class Article:
    """A document without its text."""

    id: str
    path: str
    title: str
    published: str


@dataclass(frozen=True, slots=True)
class NodeName:
    """A node as the graph calls it that it is taken from."""

    id: str
    type: EntityType
    label: str


@dataclass(frozen=True, slots=True)
class Change:
    """The values of one attribute that only the old graph has, and those that only the new one has."""

    attribute: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A node that is in both graphs, with what is told otherwise of it; `was` is its id in the old one."""

    node: NodeName
    was: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One item of evidence with its article."""

    article: Article
    text: str
    assertion: Assertion
    source: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An edge in words, with its evidence."""

    id: str
    relation: str
    subject: NodeName
    object: NodeName
    text: str
    assertion: Assertion
    derived: bool
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class StatementChange:
    """An edge that is in both graphs: what changed, its evidence that is new, and how much is gone."""

    statement: Statement
    changes: tuple[Change, ...]
    evidence_gone: int


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two graphs, each part sorted."""

    articles_new: tuple[Article, ...]
    articles_gone: tuple[Article, ...]
    nodes_new: tuple[NodeName, ...]
    nodes_gone: tuple[NodeName, ...]
    nodes_changed: tuple[NodeChange, ...]
    relations_new: tuple[Statement, ...]
    relations_gone: tuple[Statement, ...]
    relations_changed: tuple[StatementChange, ...]

    @property
    def found(self) -> bool:
        """Tell whether anything differs."""
        return any(getattr(self, part.name) for part in fields(self))
