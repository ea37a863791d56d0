"""Finds which node a correction points to, among the nodes as they are without corrections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from graph.corrections import Selector
from graph.model import Document, EntityType, Extraction, MentionKind, Node
from graph.resolve.block import ChainKey
from graph.resolve.caption import bare_label
from graph.resolve.normalize import clean_name, fold, make_key, strip_titles

# A selector's ways to a node, from the surest: what a user calls a node anew stands before the names of its mentions.
_WAYS = ("id", "label", "renamed", "alias")
_SUGGESTED = 3
_NEAR = 0.7


@dataclass(frozen=True)
class Candidate:
    """A node that a correction can mean, and its chains."""

    node: Node
    chains: frozenset[ChainKey]

    @property
    def is_lawsuit(self) -> bool:
        """Tell whether it is a proceeding."""
        return self.node.type is EntityType.LAWSUIT

    def __str__(self) -> str:
        """Name the node for a message."""
        return f"{self.node.label} ({self.node.type}, {self.node.id})"


@dataclass(frozen=True)
class Found:
    """The node that a selector means, and those of its chains that bear the name or stand in the article."""

    candidate: Candidate
    chains: frozenset[ChainKey]


@dataclass(frozen=True)
class Missed:
    """Why a selector means no node; `candidates` are those between which it does not tell."""

    reason: str
    candidates: tuple[Candidate, ...] = ()


def list_candidates(nodes: Iterable[Node], chains: Mapping[ChainKey, str]) -> list[Candidate]:
    """Return the nodes with the chains that mean them, sorted by id."""
    members: dict[str, set[ChainKey]] = defaultdict(set)
    for key, id_ in chains.items():
        members[id_].add(key)
    return [Candidate(node, frozenset(members[node.id])) for node in sorted(nodes, key=lambda node: node.id)]


class Finder:
    """Looks selectors up in layers of candidates: only where one layer holds none, the next one is asked.

    `others` are nodes that are not looked for here, but whose names may be what a wrong one was meant to be.
    """

    def __init__(
        self,
        extractions: Sequence[Extraction],
        layers: Sequence[Sequence[Candidate]],
        *,
        others: Sequence[Candidate] = (),
    ) -> None:
        self._documents = [extraction.document for extraction in extractions]
        self._chains = {extraction.document.id: extraction.chains for extraction in extractions}
        self._layers = [_index(candidates) for candidates in layers]
        self._names = [*self._layers, _index(others)]

    def add_name(self, candidate: Candidate, name: str) -> None:
        """Let a node be found by the label that a correction gives it, too."""
        for layer in self._layers:
            bearers = layer["renamed"].setdefault(make_key(name), [])
            if candidate in layer["id"].get(fold(candidate.node.id), ()) and candidate not in bearers:
                bearers.append(candidate)

    def find(self, selector: Selector, *, last_first: bool = False) -> Found | Missed:
        """Return the one node that a selector means, or why there is not one; `last_first` turns the layers round."""
        articles = self.find_documents(selector.document) if selector.document else None
        if articles is not None and len(articles) != 1:
            return Missed(explain_article(selector.document, articles))
        document = articles[0].id if articles else ""
        for layer in reversed(self._layers) if last_first else self._layers:
            for way in _WAYS:
                key = fold(selector.name) if way == "id" else make_key(selector.name)
                fitting = [candidate for candidate in layer[way].get(key, ()) if _fits(candidate, selector, document)]
                if len(fitting) == 1:
                    return Found(fitting[0], self._narrow(fitting[0], selector.name, document))
                if fitting:
                    named = ", ".join(map(str, fitting[:_SUGGESTED])) + (", …" if len(fitting) > _SUGGESTED else "")
                    remedy = "add type or document, or give one's id in place of the name"
                    return Missed(f"{selector} is the name of {len(fitting)} nodes: {named}; {remedy}", tuple(fitting))
        return Missed(self._explain_absence(selector))

    def find_documents(self, text: str) -> list[Document]:
        """Return the articles with this id or path or, where there are none, those whose path ends so."""
        wanted = text.replace("\\", "/")
        exact = [document for document in self._documents if wanted in (document.id, document.path)]
        return exact or [document for document in self._documents if document.path.endswith(f"/{wanted}")]

    def _narrow(self, candidate: Candidate, name: str, document: str) -> frozenset[ChainKey]:
        if document:
            return frozenset(key for key in candidate.chains if key[0] == document)
        key = make_key(name)
        return frozenset(chain for chain in candidate.chains if key in self._keys_of(chain)) or candidate.chains

    def _keys_of(self, chain: ChainKey) -> Iterator[str]:
        for mention in self._chains[chain[0]][chain[1]].mentions:
            if mention.kind is MentionKind.NAMED:
                yield from (make_key(clean_name(mention.text)), make_key(strip_titles(mention.text)))
            elif mention.kind is MentionKind.NOMINAL:
                yield make_key(mention.text)

    def _explain_absence(self, selector: Selector) -> str:
        key = make_key(selector.name)
        words = set(key.split())
        labels = {name: found[0].node.label for layer in self._names for way in ("alias", "label")
                  for name, found in layer[way].items()}  # fmt: skip
        # Of a hundred thousand names only those with a word in common are worth a comparison.
        close = [name for name in labels if words & set(name.split())] or [
            name for name in labels if name[:1] == key[:1]
        ]
        near = get_close_matches(key, sorted(close), n=_SUGGESTED, cutoff=_NEAR)
        if not near:
            return f"{selector} is no node's label, alias or id; mend the name, or delete the entry"
        hint = ", ".join(dict.fromkeys(labels[name] for name in near))
        return f"{selector} is no node's label, alias or id (near are: {hint}); mend the name, or delete the entry"


def explain_article(text: str, found: Sequence[Document]) -> str:
    """Return why a text does not tell which article is meant."""
    if not found:
        return f'"{text}" is no article of this build; give a path that `litigraph explain` prints'
    paths = ", ".join(document.path for document in found[:_SUGGESTED])
    return f'"{text}" is the end of {len(found)} paths: {paths}; give more of the path'


def _fits(candidate: Candidate, selector: Selector, document: str) -> bool:
    if selector.type and candidate.node.type != selector.type:
        return False
    return not document or any(key[0] == document for key in candidate.chains)


def _index(candidates: Sequence[Candidate]) -> dict[str, dict[str, list[Candidate]]]:
    index: dict[str, dict[str, list[Candidate]]] = {way: {} for way in _WAYS}
    for candidate in candidates:
        node = candidate.node
        index["id"].setdefault(fold(node.id), []).append(candidate)
        names = (node.label, bare_label(node.label)) if candidate.is_lawsuit else (node.label,)
        for key in dict.fromkeys(map(make_key, names)):
            index["label"].setdefault(key, []).append(candidate)
        for key in dict.fromkeys(map(make_key, node.aliases)):
            index["alias"].setdefault(key, []).append(candidate)
    return index
