"""What the page is made of, as far as no browser is needed to tell."""

from __future__ import annotations

import re
import tomllib
from hashlib import sha256
from itertools import combinations
from pathlib import Path

import pytest

from graph.export.html import PAGE, SCRIPTS, bend_edges, render, write
from graph.layout import arrange
from graph.model import KnowledgeGraph
from graph.page import describe_period, split_evidence, write_date
from tests.graphs import HOSTILE_LABELS, build_crowd, build_harbor_graph, build_hostile_graph


def test_bends_of_parallel_edges_differ_on_both_sides() -> None:
    graph = build_harbor_graph()
    bends = bend_edges(graph)
    turned = {relation.id: relation.subject > relation.object for relation in graph.relations}

    def side(edge: str) -> float:
        bend = bends[edge]
        sign = 1 if bend["type"] == "curvedCW" else -1
        return sign * float(str(bend["roundness"])) * (-1 if turned[edge] else 1)

    sides = [side(edge) for edge in ("e04", "e08", "e20", "e21", "e29")]
    assert min(abs(one - other) for one, other in combinations(sides, 2)) > 0.1


def test_the_same_graph_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    graph = build_harbor_graph()
    turned = KnowledgeGraph(graph.documents, graph.entities[::-1], graph.lawsuits[::-1], graph.relations[::-1])
    write(arrange(graph), tmp_path / "one.html")
    write(arrange(turned), tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_a_graph_without_positions_is_written_too(tmp_path: Path) -> None:
    write(build_harbor_graph(), tmp_path / "graph.html")
    assert b"Quill v. Osei" in (tmp_path / "graph.html").read_bytes()


def test_the_policy_allows_nothing_but_what_is_in_the_page() -> None:
    text = render(build_harbor_graph())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy.group(1).startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy.group(1)
    assert "http" not in policy.group(1)


def test_the_vendored_script_is_what_its_facts_say() -> None:
    facts = tomllib.loads((PAGE / "vendor" / "vis-network.toml").read_text(encoding="utf-8"))
    assert sha256((PAGE / "vendor" / facts["file"]).read_bytes()).hexdigest() == facts["sha256"]
    assert all((PAGE / "vendor" / name).exists() for name in facts["licence_files"])


def test_every_script_of_the_page_is_used_and_makes_no_markup() -> None:
    assert {path.stem for path in (PAGE / "script").glob("*.js")} == set(SCRIPTS)
    for path in (PAGE / "script").glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", path.read_text(encoding="utf-8")
        )


def test_marks_count_characters_as_python_does() -> None:
    item = build_hostile_graph().relations[4].evidence[0]
    parts = split_evidence(item)
    assert "".join(text for text, _ in parts) == item.text
    assert [text for text, roles in parts if "subject" in roles] == [HOSTILE_LABELS[4]]
    assert parts[0] == ["😀", ["cue"]]


@pytest.mark.parametrize(
    ("day", "words"), [("2023-03-04", "4 March 2023"), ("2023", "2023"), ("2023-99-99", "2023-99-99"), ("soon", "soon")]
)
def test_dates_are_written_in_words(day: str, words: str) -> None:
    assert write_date(day) == words


def test_the_period_is_left_out_where_no_article_has_a_date() -> None:
    assert describe_period(KnowledgeGraph((), (), (), ())) == ""
    assert describe_period(build_crowd(3)) == "of 4 March 2023"
