"""JSON in a page comes in parts, is the same as in one, and never ends its script."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graph.embed import embed, embed_list, embed_object, embed_sections

ATTACK = "</script><!-- <script>alert('&') \u2028 \ud83d “"


@pytest.mark.parametrize("value", [None, 0.5, ATTACK, [ATTACK, 1], {ATTACK: [ATTACK], "b": {}, "a": []}])
def test_nothing_is_markup_and_all_reads_back(value: Any) -> None:
    text = embed(value)
    assert not set("<>&'") & set(text)
    assert json.loads(text) == value
    assert text.isascii()


@pytest.mark.parametrize("items", [[], [ATTACK], [1, {"z": 1, "a": 2}, None]])
def test_parts_make_up_the_whole(items: list[Any]) -> None:
    named = {str(number): item for number, item in enumerate(items)}
    assert "".join(embed_list(items)) == embed(items)
    assert "".join(embed_object(named.items())) == embed(named)
    sections = {"first": embed_list(items), ATTACK: embed_object(named.items())}
    assert "".join(embed_sections(sections)) == embed({"first": items, ATTACK: named})
