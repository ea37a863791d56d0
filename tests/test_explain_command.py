"""`litigraph explain`: what it prints, its exit codes, and that no article can steer the terminal."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from graph.cli import app
from graph.explain import Answer, explain
from graph.explain.terminal import show_answer
from graph.export.json import read, write
from graph.model import Entity, EntityType, KnowledgeGraph
from tests.gold import ROOT
from tests.graphs import HOSTILE_LABELS, build_harbor_graph, build_hostile_graph, person

WIDE = {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb"}
HARBOR = build_harbor_graph()
README = (ROOT / "README.md").read_text(encoding="utf-8")
# What rich itself sends: colours, bold, underlined.
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["explain", *map(str, arguments)], env=WIDE, prog_name="litigraph")


def show(answer: Answer, *, terminal: bool = False) -> str:
    file = StringIO()
    colors = "truecolor" if terminal else None
    show_answer(Console(file=file, width=200, force_terminal=terminal, color_system=colors), answer)
    return file.getvalue()


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    write(HARBOR, tmp_path / "case.json")
    return tmp_path / "case.json"


def test_a_pair_is_printed_with_its_sentences_and_who_says_so() -> None:
    assert show(explain(HARBOR, "quill", "osei")).splitlines()[5:18] == [
        "Ada Quill accused Bram Osei",
        "  alleged (given as somebody's claim), confidence 0.90, edge e20",
        "  “According to the complaint, {{Osei}} <<harassed>> [[Quill]] for months.”",
        "    articles/quill-files-suit.txt, “Novelist sues The Harbor Gazette”, 4 March 2023",
        "    alleged (given as somebody's claim), said by the complaint, rule test/rule, confidence 0.74",
        "  “{{Osei}}, 44, <<denied>> that he ever harassed [[the novelist]].”",
        "    articles/quill-files-suit.txt, “Novelist sues The Harbor Gazette”, 4 March 2023",
        "    denied (reported as denied), said by Bram Osei, rule test/rule, confidence 0.90",
        "    “the novelist” is Ada Quill",
        "Ada Quill contacted Bram Osei",
        "  alleged (given as somebody's claim), confidence 0.90, edge e29",
        "  ““[[She]] <<wrote>> to {{him}} every day,” Falk told the Lantern Post.”",
        "    articles/osei-countersues.txt, “Osei strikes back”, 18 June 2023",
    ]


def test_edges_say_what_they_are_derived_from_and_when_they_hold() -> None:
    married = replace(HARBOR.relations[15], start="1999", end="2004-05-06")
    graph = replace(HARBOR, relations=(*HARBOR.relations[:15], married, *HARBOR.relations[16:]))
    assert married.relation == "spouse_of"
    assert "edge e22, holds both ways, of 1999 to 6 May 2004\n" in show(explain(graph, "quill", "marsh"))
    assert "edge e04, derived from other edges\n" in show(explain(HARBOR, "quill", "osei"))
    assert "confidence 0.90, of 2 March 2023\n" in show(explain(HARBOR, "quill", "n20"))


def test_a_node_is_printed_with_its_names_edges_and_articles() -> None:
    lines = show(explain(HARBOR, "the gazette")).splitlines()
    assert lines[:2] == ["The Harbor Gazette", "  outlet, id n08, 6 mentions in 2 articles"]
    for line in (
        "  The Harbor Gazette: 3 times in articles/quill-files-suit.txt, articles/judge-dismisses.txt",
        "  “Gazette” is the short form of “The Harbor Gazette”",
        "  The Harbor Gazette is a defendant in Quill v. Osei and The Harbor Gazette, 1 passage",
        "  Teo Marsh criticized The Harbor Gazette, 1 passage",
        "  articles/judge-dismisses.txt, “Judge dismisses counterclaim”, 11 January 2024",
    ):
        assert line in lines
    suit = show(explain(HARBOR, "n20")).splitlines()
    assert "  amount: $15 million (articles/osei-countersues.txt)" in suit
    assert "Ada Quill accused Bram Osei (alleged), 2 passages" in show(explain(HARBOR, "osei"))


def test_a_way_is_numbered_and_no_way_is_told() -> None:
    shown = show(explain(HARBOR, "Osei Pictures", "Superior Court"))
    assert "The shortest way has 3 steps:\n1. Bram Osei is a founder of Osei Pictures\n" in shown
    assert "\n3. Quill v. Osei and The Harbor Gazette is heard in Superior Court of Calder County\n" in shown
    alone = replace(HARBOR, entities=(*HARBOR.entities, person("n30", "Ivo Tern", 1)))
    assert show(explain(alone, "ivo tern", "quill")).startswith("Nothing links Ivo Tern and Ada Quill")


def test_on_a_terminal_marks_are_styles() -> None:
    shown = show(explain(HARBOR, "quill", "marsh"), terminal=True)
    assert "\x1b[1mQuill\x1b[0m and her \x1b[4mhusband\x1b[0m, \x1b[1mTeo Marsh\x1b[0m, wrote" in shown
    assert not {"[[", "{{", "<<"} & set(re.findall(r"\[\[|\{\{|<<", shown))


@pytest.mark.parametrize("terminal", [False, True])
def test_no_text_can_steer_the_terminal_or_become_markup(terminal: bool) -> None:
    labels = ("[red]Ann[/red]", "Bo\x1b]0;x\x07Joy\x1b[2J", "C1 \x9b2J", "{Cy}")
    more = tuple(Entity(f"m{n}", EntityType.WORK, label, (label,), ("d1",), 1) for n, label in enumerate(labels))
    graph = build_hostile_graph()
    graph = replace(graph, entities=(*graph.entities, *more))
    shown = [show(explain(graph, node.id), terminal=terminal) for node in graph.nodes]
    shown += [show(explain(graph, f"h{n:02}", "h99"), terminal=terminal) for n in range(len(HOSTILE_LABELS))]
    shown += [show(explain(graph, "h00", "h01"), terminal=terminal), show(explain(graph, labels[1]), terminal=terminal)]
    shown += [show(explain(graph, "\x1b[2J?", name), terminal=terminal) for name in ("h00", "\x9b", "\u202e")]
    shown.append(show(explain(graph, "[red]nobody[/red]"), terminal=terminal))
    printed = STYLE.sub("", "".join(shown)) if terminal else "".join(shown)
    assert {letter for letter in printed if not letter.isprintable()} == {"\n"}
    assert "[red]Ann[/red]" in printed
    assert "'[red]nobody[/red]' is no node's" in printed
    assert "<!-- <script> javascript:alert(1) href=" in printed


def test_json_holds_the_same_in_plain_ascii(tmp_path: Path) -> None:
    write(build_hostile_graph(), tmp_path / "hostile.json")
    done = run("h05", "h99", "--graph", tmp_path / "hostile.json", "--json")
    assert done.exit_code == 0
    assert all(letter == "\n" or " " <= letter <= "~" for letter in done.stdout)
    (edge,) = json.loads(done.stdout)["edges"]
    assert (
        edge["subject"] == {"id": "h05", "type": "Person", "label": HOSTILE_LABELS[5]} or edge["subject"]["id"] == "h05"
    )
    assert "".join(part["text"] for part in edge["passages"][0]["parts"]) == edge["passages"][0]["evidence"]["text"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("quill",), 0, "Ada Quill"),
        (("quill", "osei"), 0, "accused"),
        (("Osei Pictures", "n11"), 0, "shortest way"),
        (("Ada Quil",), 1, "n01  Ada Quill (person)"),
        (("quill", "nobody at all"), 1, "'nobody at all' is no node's id, label or alias"),
        (("quill", "ada quill"), 2, "are one node"),
        (("quill", "osei", "marsh"), 2, "Usage"),
        (("quill", "--graph", "none.json"), 2, "none.json: cannot be read"),
        (("quill", "--graph", __file__), 2, "is not JSON"),
    ],
)
def test_exit_codes(arguments: tuple[str, ...], code: int, words: str, graph_file: Path) -> None:
    options = () if "--graph" in arguments else ("--graph", graph_file)
    done = run(*arguments, *options)
    assert done.exit_code == code
    assert words in (done.stderr if code else done.stdout)
    assert (done.stdout == "") == bool(code)


def test_a_pair_without_any_link_ends_with_1(tmp_path: Path) -> None:
    write(KnowledgeGraph((), (person("a", "Ann Lee", 1), person("b", "Bo Joy", 1)), (), ()), tmp_path / "graph.json")
    done = run("a", "b", "--graph", tmp_path / "graph.json")
    assert (done.exit_code, done.stdout.startswith("Nothing links Ann Lee and Bo Joy")) == (1, True)


def test_json_tells_what_is_unclear(graph_file: Path) -> None:
    done = run("tide!", "Ada Quil", "--json", "--graph", graph_file)
    assert done.exit_code == 1
    (unclear,) = json.loads(done.stdout)["unclear"][-1:]
    assert (unclear["name"], unclear["matches"], unclear["nearest"][0]["id"]) == ("Ada Quil", [], "n01")


def test_the_graph_of_the_last_build_is_read_if_none_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("quill")
    assert (done.exit_code, "graph.json: cannot be read" in done.stderr) == (2, True)
    (tmp_path / "outputs").mkdir()
    write(HARBOR, tmp_path / "outputs" / "graph.json")
    assert run("quill").exit_code == 0


def test_the_readme_s_example_is_what_the_command_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```console\n\$ litigraph explain (.+)\n((?:.+\n)+)```", README)
    done = run(*shlex.split(example[0]))
    assert done.exit_code == 0
    assert example[1] == done.stdout, "paste what the command prints into the README, where outputs/ was built anew"


def test_the_shipped_graph_explains_itself_whole() -> None:
    graph = read(ROOT / "outputs" / "graph.json")
    for one in graph.nodes:
        assert one.label in show(explain(graph, one.id))
        for other in graph.nodes:
            if one != other:
                assert show(explain(graph, one.id, other.id))
