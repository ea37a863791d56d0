"""Prints how two graphs differ, with a sentence for each edge that is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.appearance import NODE_STYLES
from graph.diff.answers import Article, Change, Difference, NodeName, Passage, Statement
from graph.model import Assertion
from graph.page import write_date

HEADS = {"amounts": "amount", "statuses": "status", "dockets": "docket", "label": "name", "aliases": "other names",
         "assertion": "now", "start": "date", "end": "last date"}  # fmt: skip


def list_lines(difference: Difference) -> Iterator[str]:
    """Yield the difference for people, a line each, parts with a head between empty lines.

    Edges that are derived from others are left out, since those tell the same.
    """
    parts = (
        ("New articles", map(_cite, difference.articles_new)),
        ("Articles that are gone", map(_cite, difference.articles_gone)),
        ("New in the dispute", _list_nodes(difference.nodes_new)),
        ("No longer in it", _list_nodes(difference.nodes_gone)),
        ("Told otherwise", _list_changes(difference)),
        ("New relations", _list_statements(difference.relations_new)),
        ("Relations that are gone", _list_statements(difference.relations_gone)),
        ("Relations with other evidence", _list_evidence(difference)),
    )
    empty = True
    for head, lines in parts:
        for number, line in enumerate(lines):
            if not number:
                yield from (() if empty else ("",))
                yield head
                empty = False
            yield f"  {line}"
    if empty:
        yield "Nothing differs." if not difference.found else "Only derived relations differ."


def _list_nodes(nodes: Iterable[NodeName]) -> Iterator[str]:
    for node in nodes:
        yield f"{NODE_STYLES[node.type].singular}: {node.label}"


def _list_changes(difference: Difference) -> Iterator[str]:
    for node in difference.nodes_changed:
        yield f"{NODE_STYLES[node.node.type].singular}: {node.node.label}"
        yield from (f"  {_describe(change)}" for change in node.changes)


def _describe(change: Change) -> str:
    signs = [*(f"- {text}" for text in change.gone), *(f"+ {text}" for text in change.new)]
    return f"{HEADS.get(change.attribute, change.attribute)}: {'  '.join(signs)}"


def _list_statements(statements: Iterable[Statement]) -> Iterator[str]:
    for statement in statements:
        if not statement.derived:
            yield _state(statement)
            yield from map(_quote, statement.evidence[:1])


def _list_evidence(difference: Difference) -> Iterator[str]:
    for edge in difference.relations_changed:
        if edge.statement.derived:
            continue
        yield _state(edge.statement)
        yield from (f"  {_describe(change)}" for change in edge.changes)
        yield from map(_quote, edge.statement.evidence)
        if edge.evidence_gone:
            yield f"  {edge.evidence_gone} {'passage is' if edge.evidence_gone == 1 else 'passages are'} gone"


def _state(statement: Statement) -> str:
    unsure = "" if statement.assertion is Assertion.ASSERTED else f" ({statement.assertion})"
    return f"{statement.text}{unsure}"


def _quote(passage: Passage) -> str:
    return f"  “{' '.join(passage.text.split())}” ({_cite(passage.article)})"


def _cite(article: Article) -> str:
    return ", ".join(filter(None, (article.path or article.id, write_date(article.published))))
