"""Asks the user which nodes are one: questions from a graph's proposals, answers as entries of corrections.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.corrections import Action, Correction, Corrections, Selector
from graph.model import Document, KnowledgeGraph, Lawsuit, Node, Proposal
from graph.resolve.normalize import make_key

EXCERPTS = 2
"""How many articles a question quotes for each node."""

_AROUND = 90


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of an article that mentions a node."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two nodes of a question: how an entry points to it, and what articles write of it."""

    node: Node
    selector: Selector
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two nodes are one."""

    left: Side
    right: Side
    proposal: Proposal

    def answer(self, *, same: bool) -> Correction:
        """Return the entry that keeps the answer."""
        names = tuple(sorted((self.left.selector, self.right.selector)))
        return Correction(Action.MERGE if same else Action.NEVER_MERGE, names)


def list_questions(graph: KnowledgeGraph, known: Corrections) -> list[Question]:
    """Return the graph's proposals as questions, without those that the entries answer that are there already."""
    answered = {frozenset(entry.names) for entry in known.select(Action.MERGE, Action.NEVER_MERGE)}
    asker = Asker(graph)
    questions = (asker.ask(proposal) for proposal in graph.proposals)
    return [question for question in questions if frozenset(question.answer(same=True).names) not in answered]


class Asker:
    """Makes questions of one graph's proposals."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.nodes = graph.index_nodes()
        self.documents = {document.id: document for document in graph.documents}
        self.bearers: dict[str, list[Node]] = {}
        for node in graph.nodes:
            self.bearers.setdefault(make_key(node.label), []).append(node)

    def ask(self, proposal: Proposal) -> Question:
        """Return the question of one proposal."""
        left, right = self.nodes[proposal.left], self.nodes[proposal.right]
        return Question(self.describe(left), self.describe(right), proposal)

    def describe(self, node: Node) -> Side:
        """Return a node as one side of a question."""
        found = self.quote_evidence(node) if isinstance(node, Lawsuit) else self.quote_names(node)
        return Side(node, self.point_to(node), tuple(found)[:EXCERPTS])

    def point_to(self, node: Node) -> Selector:
        """Return the shortest selector that means this node alone: the label; with a type; with an article; the id."""
        others = [other for other in self.bearers[make_key(node.label)] if other.id != node.id]
        if not others:
            return Selector(node.label)
        if all(other.type != node.type for other in others):
            return Selector(node.label, node.type.value)
        taken = {id_ for other in others for id_ in other.documents}
        own = sorted(self.documents[id_].path for id_ in node.documents if id_ not in taken)
        return Selector(node.label, node.type.value, own[0]) if own else Selector(node.id)

    def quote_names(self, node: Node) -> Iterator[Excerpt]:
        """Yield what stands around the first of a node's names in each of its articles."""
        for document in self.sort_documents(node.documents):
            if found := find_name((node.label, *node.aliases), document.text):
                yield Excerpt(document.path, cut_out(document.text, *found))

    def quote_evidence(self, node: Node) -> Iterator[Excerpt]:
        """Yield a passage that speaks of a lawsuit from each of its articles."""
        seen: set[str] = set()
        for relation, item in self.graph.evidence:
            if node.id in (relation.subject, relation.object) and item.document not in seen:
                seen.add(item.document)
                yield Excerpt(self.documents[item.document].path, " ".join(item.text.split()))

    def sort_documents(self, ids: Iterable[str]) -> list[Document]:
        """Return documents by their paths."""
        return sorted((self.documents[id_] for id_ in ids), key=lambda document: (document.path, document.id))


def find_name(names: Iterable[str], text: str) -> tuple[int, int] | None:
    """Return where one of the names stands first in a paragraph of some length, or else in a headline."""
    written = sorted((name.split() for name in names if name.split()), key=lambda words: (-len(" ".join(words)), words))
    # A name holds one blank where the text may hold a line's end.
    forms = "|".join(r"\s+".join(map(re.escape, words)) for words in written)
    places = [found.span() for found in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text)] if forms else []
    told = (place for place in places if len(" ".join(find_paragraph(text, *place))) > _AROUND)
    return next(told, places[0] if places else None)


def find_paragraph(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a place of a text in its paragraph, which an empty line ends."""
    before, after = re.split(r"\n\s*\n", text[:start])[-1], re.split(r"\n\s*\n", text[end:], maxsplit=1)[0]
    return before, after


def cut_out(text: str, start: int, end: int) -> str:
    """Return the words around a place of a text in one line, with … where its paragraph was cut."""
    before, after = find_paragraph(text, start, end)
    first, last = before[-_AROUND:], after[:_AROUND]
    if len(before) > _AROUND:
        first = f"… {first.partition(' ')[2]}"
    if len(after) > _AROUND:
        last = f"{last.rpartition(' ')[0]} …"
    return " ".join(f"{first}{text[start:end]}{last}".split())
