"""What one document says of its proceedings: worked out from its own chains alone, however many others there are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.resolve.entities import resolve_entities
from graph.resolve.filings import is_apart, read_filings
from tests.extractions import suit_article


class Nodes(dict[tuple[str, int], str]):
    """The nodes of an archive, which nobody may go through for each of its documents."""

    def __iter__(self) -> Iterator[tuple[str, int]]:
        raise AssertionError("went through all nodes")

    items = keys = values = __iter__  # type: ignore[assignment]


def test_the_nodes_of_other_documents_are_not_gone_through() -> None:
    article = suit_article("a", "Ada Quill", "Bo Dunn")
    entities, nodes = resolve_entities([article])
    (filing,) = read_filings(article, Nodes(nodes), {entity.id: entity.label for entity in entities})
    assert len(filing.plaintiffs) == len(filing.defendants) == 1


@pytest.mark.parametrize(
    ("text", "apart"),
    [("a third suit", True), ("another case", True), ("one count of rape in the third degree", False)],
)
def test_a_grade_of_a_crime_is_no_further_proceeding(text: str, apart: bool) -> None:
    assert is_apart(text) is apart
