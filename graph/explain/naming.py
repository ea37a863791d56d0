"""Finds which nodes a name means, which are nearest to it, and where the articles print a node's names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from graph.explain.answers import NodeName, Spelling
from graph.model import Document, KnowledgeGraph, Lawsuit, Node
from graph.resolve.caption import bare_label
from graph.resolve.normalize import fold, make_key

_SUGGESTED = 5
# Lower, difflib takes any two names of one length for near.
_NEAR = 0.6


def name_node(node: Node) -> NodeName:
    """Return the node as it is shown."""
    return NodeName(node.id, node.type, node.label)


def find_nodes(graph: KnowledgeGraph, name: str) -> tuple[Node, ...]:
    """Return the nodes that a name means, sorted by id: those with that id, else that label, else that alias.

    A lawsuit may be called without what tells it apart: "Case against Dunn" for "Case against Dunn (fraud)".
    """
    given, key = fold(name), make_key(name)
    ways = (
        [node for node in graph.nodes if fold(node.id) == given],
        [node for node in graph.nodes if key in {make_key(node.label), make_key(_bare_label(node))}],
        [node for node in graph.nodes if any(make_key(alias) == key for alias in node.aliases)],
    )
    return tuple(next(filter(None, ways), ()))


def _bare_label(node: Node) -> str:
    return bare_label(node.label) if isinstance(node, Lawsuit) else node.label


def suggest_nodes(graph: KnowledgeGraph, name: str) -> tuple[NodeName, ...]:
    """Return at most five nodes with a name that holds all words of the given one or, without such, is like it."""
    bearers: dict[str, dict[str, Node]] = {}
    for node in sorted(graph.nodes, key=lambda node: (-node.mentions, node.id)):
        for text in (node.label, *node.aliases):
            bearers.setdefault(make_key(text), {})[node.id] = node
    key = make_key(name)
    words = set(key.split())
    holding = [other for other in bearers if words and words <= set(other.split())]
    near = holding or get_close_matches(key, list(bearers), n=_SUGGESTED, cutoff=_NEAR)
    found = {id_: node for other in near for id_, node in bearers[other].items()}
    return tuple(name_node(node) for node in list(found.values())[:_SUGGESTED])


def count_spellings(node: Node, documents: Mapping[str, Document]) -> tuple[Spelling, ...]:
    """Return the node's names with how often its articles print them, most frequent first.

    These are places in the text, not mentions: "the couple" counts for both whom it means.
    """
    names = {" ".join(name.split()): name for name in (node.label, *node.aliases) if name.split()}
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for id_ in node.documents:
        if id_ in documents:
            for name in _find_printed(names, documents[id_].text):
                counts[name][id_] += 1
    spellings = (Spelling(names[name], found.total(), tuple(sorted(found))) for name, found in counts.items())
    return tuple(sorted(spellings, key=lambda item: (-item.count, fold(item.text), item.text)))


def _find_printed(names: Iterable[str], text: str) -> Iterator[str]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    # Names hold one blank where the text may hold a line's end.
    forms = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
    for found in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text) if forms else ():
        yield " ".join(found[0].split())
