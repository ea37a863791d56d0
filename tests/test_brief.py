"""The brief, rendered as Markdown: every text shows as it is, and none becomes markup."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from graph.characters import clean_text
from graph.export.brief import INVISIBLE, escape_text, write
from graph.model import KnowledgeGraph
from graph.notice import NOTICE
from tests.graphs import ATTACK, build_harbor_graph, build_hostile_graph

LEGAL_TAGS = {"h1", "h2", "h3", "p", "ul", "li", "strong", "blockquote"}


class Reader(HTMLParser):
    """Collect the tags and the text of a rendered page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert attrs == []

    def handle_data(self, data: str) -> None:
        self.text += data


def render(markdown: str) -> Reader:
    """Render as GitHub does, with raw HTML, tables and links that are only addresses."""
    reader = Reader()
    reader.feed(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(markdown))
    reader.close()
    return reader


def write_brief(graph: KnowledgeGraph, folder: Path) -> str:
    write(graph, folder / "graph.brief.md")
    return (folder / "graph.brief.md").read_text(encoding="utf-8")


def test_the_brief_tells_the_dispute(tmp_path: Path) -> None:
    page = render(write_brief(build_harbor_graph(), tmp_path)).text
    for line in (
        "3 articles · 7 people · 2 lawsuits · 2 outlets from 4 March 2023 to 11 January 2024",
        NOTICE,
        "Brought by: Ada Quill",
        "Against: Bram Osei; The Harbor Gazette",
        "Court: Superior Court of Calder County",
        "Filed: 2023-03-02 [1]; 2023-03-03 [2]",
        "Amount: $12 million [1]; $15 million [2]",
        "Status: dismissed [3]; filed [2]",
        "2 March 2023: Quill v. Osei and The Harbor Gazette filed [1]",
        "[2] Osei strikes back",
        "“Osei, 44, denied that he ever harassed the novelist.”",
        "Bram Osei contacted (denied) Ada Quill: denied, said by Bram Osei",
    ):
        assert line in page


def test_every_passage_stands_in_the_brief(tmp_path: Path) -> None:
    page = render(write_brief(build_harbor_graph(), tmp_path)).text
    texts = {item.text for relation in build_harbor_graph().relations for item in relation.evidence}
    assert [text for text in texts if page.count(f"“{text}”") != 1] == []


def test_dated_edges_stand_in_the_timeline(tmp_path: Path) -> None:
    graph = build_harbor_graph()
    dated = tuple(replace(edge, start="2023-05", end="2024") if edge.id == "e33" else edge for edge in graph.relations)
    page = render(write_brief(replace(graph, relations=dated), tmp_path)).text
    assert "2023-05: Mina Quill praised Lantern Post (until 2024) [2]" in page


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    page = render(write_brief(build_hostile_graph(), tmp_path))
    assert page.tags <= LEGAL_TAGS
    assert ATTACK in page.text
    assert "\u202e" not in page.text


@pytest.mark.parametrize("text", ["https://a.example/x", "www.a.example", "@somebody", "a@b.example", "`x`", "[a](b)"])
def test_no_text_becomes_a_link(text: str) -> None:
    reader = Reader()
    reader.feed(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(f"- x {escape_text(text)}"))
    assert reader.tags <= LEGAL_TAGS
    assert f"x {text}" in reader.text
    # GitHub makes a link of a bare address, and of none that an escape interrupts.
    assert escape_text(text) != text


@given(st.text(alphabet=st.sampled_from(list("*_`[]()<>#+-.!|~&;=\\ 1ax:/@$^{}\n'\""))) | st.text())
def test_any_name_shows_as_it_is(text: str) -> None:
    escaped = escape_text(text)
    page = render(f"- Filed: {escaped}; end\n\n### {escaped} end")
    shown = " ".join(INVISIBLE.sub("", clean_text(text)).split())
    assert page.tags <= LEGAL_TAGS
    assert f"Filed: {shown}; end" in page.text
    assert f"{shown} end" in page.text
