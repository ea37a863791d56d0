"""Finds who an unnamed husband or wife is, from what any document says of the marriage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.model import Extraction, RelationMention
from graph.resolve.block import ChainKey

SPOUSE = "spouse_of"


def marriages(extractions: Sequence[Extraction]) -> Iterator[tuple[str, RelationMention]]:
    """Yield every statement of a marriage that holds, with its document's id."""
    for extraction in extractions:
        for mention in extraction.relations:
            if mention.relation == SPOUSE and mention.evidence.assertion.shown:
                yield extraction.document.id, mention


def resolve_kin(extractions: Sequence[Extraction], nodes: Mapping[ChainKey, str]) -> dict[ChainKey, str]:
    """Return the node of each unnamed spouse whose other half has exactly one named spouse in all documents.

    "Quill and her husband" in one article is Bo Dunn where another says "Quill's husband, Bo Dunn"; of two husbands
    neither is taken.
    """
    spouses: dict[str, set[str]] = {}
    open_ends: list[tuple[ChainKey, str]] = []
    for document, mention in marriages(extractions):
        keys = ((document, mention.subject), (document, mention.object))
        ends = [nodes.get(key) for key in keys]
        match ends:
            case [str(one), str(other)]:
                spouses.setdefault(one, set()).add(other)
                spouses.setdefault(other, set()).add(one)
            case [None, str(known)]:
                open_ends.append((keys[0], known))
            case [str(known), None]:
                open_ends.append((keys[1], known))
    return {key: next(iter(spouses[known])) for key, known in open_ends if len(spouses.get(known, ())) == 1}
