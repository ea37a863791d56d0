"""`litigraph review`: the questions, what a terminal shows and takes, and that answers survive every build."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

import graph
from graph.cli import app
from graph.corrections import NOTHING, Action, Correction, Corrections, Selector
from graph.corrections.read import parse_corrections, read_corrections
from graph.corrections.write import append_correction
from graph.export.json import read, write
from graph.model import EntityType, KnowledgeGraph, Proposal
from graph.report import show_summary
from graph.review import cut_out, find_name, list_questions
from graph.review.terminal import show_questions
from tests.gold import ROOT
from tests.graphs import HOSTILE_LABELS, build_harbor_graph, build_hostile_graph

GUIDE = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
WIDE = {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb"}
ARTICLES = {
    "gazette": """date 2024-05-07
Novelist sues The Harbor Gazette

Ada Quill sued Bram Osei and The Harbor Gazette for defamation on Monday, seeking $12 million in damages. According to
the complaint, Osei harassed Quill for months. Osei denied the allegations.
""",
    "amos": """date 2024-06-01
A wedding in Calder

Amos Quill praised Bram Osei on Tuesday. Ines Falk, a lawyer for Osei, told the Lantern Post that the novelist had lied.
Quill is married to Lena Marsh.
""",
    "marsh": """date 2024-06-03
A director in court

A. Quill sued Teo Marsh for fraud in 2021. Jon Dorsett testified in the case.
""",
    "actor": """date 2024-06-05
More news

John Dorsett, an actor, starred in the film Low Tide. Teo Marsh directed Low Tide. Bob Castellan founded Harbor Media.
""",
    "lawyer": """date 2024-06-08
At court

John Dorsett, a lawyer, represents Bo Dunn. He criticized Teo Marsh.
""",
    "old-suit": """date 2024-06-09
An older suit

Ada Quill filed a lawsuit against Bram Osei in 2019 for extortion. Robert Castellan works for Harbor Media Group.
""",
    "tide": """date 2024-06-11
The company

Low Tide, a company in Calder, sued Teo Marsh for breach of contract. Marsh countersued Low Tide. Castellan was named
as a witness.
""",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)), env=WIDE, prog_name="litigraph")


def propose(*pairs: tuple[str, str]) -> KnowledgeGraph:
    """Return the Harbor Gazette's graph with some pairs of ids as proposals."""
    return replace(build_harbor_graph(), proposals=tuple(Proposal(*pair, 0.5, ("why",), ("but",)) for pair in pairs))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder of a test, with a folder of articles in it."""
    (tmp_path / "news").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "news" / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_question_is_answered_by_an_entry() -> None:
    (question,) = list_questions(propose(("n01", "n02")), NOTHING)
    names = (Selector("Ada Quill"), Selector("Bram Osei"))
    assert question.answer(same=True) == Correction(Action.MERGE, names)
    assert question.answer(same=False) == Correction(Action.NEVER_MERGE, names)


def test_what_the_file_answers_is_not_asked_again() -> None:
    built = propose(("n01", "n02"), ("n01", "n03"), ("n02", "n03"))
    entries = [question.answer(same=number == 0) for number, question in enumerate(list_questions(built, NOTHING))]
    assert len(list_questions(built, Corrections(entries=tuple(entries[:2])))) == 1
    assert list_questions(built, Corrections(entries=tuple(entries))) == []


def test_namesakes_are_told_apart_by_type_by_article_or_by_id() -> None:
    one, other, *rest = build_harbor_graph().entities
    assert (one.id, other.id) == ("n01", "n02")

    def point_to(**changes: object) -> list[Selector]:
        twin = replace(other, label=one.label, **changes)
        entities = (replace(one, documents=("d1",)), twin, *rest)
        built = replace(propose(("n01", "n02")), entities=entities)
        (question,) = list_questions(built, NOTHING)
        return [question.left.selector, question.right.selector]

    assert point_to(type=EntityType.WORK) == [Selector("Ada Quill", "Person"), Selector("Ada Quill", "Work")]
    assert point_to(documents=("d2",)) == [
        Selector("Ada Quill", "Person", "articles/quill-files-suit.txt"),
        Selector("Ada Quill", "Person", "articles/osei-countersues.txt"),
    ]
    assert point_to(documents=("d1",)) == [Selector("n01"), Selector("n02")]


def test_a_question_shows_both_nodes_with_what_the_articles_write() -> None:
    file = StringIO()
    show_questions(Console(file=file, width=60), list_questions(propose(("n01", "n02")), NOTHING))
    lines = file.getvalue().splitlines()
    assert lines[:4] == ["1 of 1, score 0.50", "Ada Quill = Bram Osei?", "  for: why", "  against: but"]
    assert lines[4] == "  Ada Quill: person, 14 mentions in 3 articles, also “Quill”, “the novelist”"
    assert lines[5].startswith("    articles/judge-dismisses.txt: “") or lines[5].startswith("    articles/osei-")
    assert len([line for line in lines if line.startswith("    articles/")]) == 4


def test_a_lawsuit_is_shown_with_the_passages_that_speak_of_it() -> None:
    (question,) = list_questions(propose(("n20", "n21")), NOTHING)
    assert "Ada Quill sued Bram Osei" in question.left.excerpts[0].text
    assert "counterclaim" in question.right.excerpts[0].text


@pytest.mark.parametrize("width", [40, 200])
def test_no_article_can_steer_the_terminal(width: int) -> None:
    built = build_hostile_graph()
    one, other = sorted(node.id for node in built.entities)[:2]
    built = replace(built, proposals=(Proposal(one, other, 0.5, (HOSTILE_LABELS[0],), ("\x1b[2Jgone",)),))
    file = StringIO()
    show_questions(Console(file=file, width=width, force_terminal=True), list_questions(built, NOTHING))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", file.getvalue())
    assert all(letter.isprintable() or letter == "\n" for letter in plain)


def test_an_excerpt_comes_from_a_sentence_rather_than_from_a_headline() -> None:
    text = f"Quill wins\n\nToday {'x' * 50} said\nAda  Quill that {'y' * 80} {'z' * 80} was over. {'w' * 40}"
    place = find_name(("Quill", "Ada Quill"), text)
    assert place is not None
    assert text[slice(*place)] == "Ada  Quill"
    assert cut_out(text, *place) == f"Today {'x' * 50} said Ada Quill that {'y' * 80} …"
    assert find_name(("Quill",), "Quill wins") == (0, 5)
    assert find_name(("Bo",), "Bobby and the robot") is None


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            (Path("outputs/graph.json"),),
            "1 unsure pair\n  Nodes that may be one thing; to say which are: litigraph review\n",
        ),
        ((Path("case/graph.html"), Path("case/graph.json")), "litigraph review --graph case/graph.json\n"),
        ((Path("case/graph.html"),), ""),
    ],
)
def test_a_summary_tells_how_to_answer_the_questions(files: tuple[Path, ...], told: str) -> None:
    file = StringIO()
    show_summary(Console(file=file, width=300), propose(("n01", "n02")), files)
    shown = "\n".join(line.rstrip() for line in file.getvalue().splitlines()).replace("\\", "/")
    assert told in f"{shown}\n"
    assert ("litigraph review" in shown) is bool(told)


@pytest.mark.model
def test_a_build_proposes_and_the_corrections_change_the_next_one(folder: Path) -> None:
    done = run("build", "news")
    assert done.exit_code == 0
    assert "unsure pairs" in done.stdout and "litigraph review" in done.stdout
    before = read(folder / "outputs" / "graph.json")
    done = run("review", "--list")
    assert done.exit_code == 0 and done.stderr == ""
    assert "A. Quill = Ada Quill?" in done.stdout and "A. Quill = Amos Quill?" in done.stdout
    assert not (folder / "corrections.toml").exists()

    append_correction(
        folder / "corrections.toml", Correction(Action.MERGE, (Selector("A. Quill"), Selector("Ada Quill")))
    )
    append_correction(folder / "corrections.toml", Correction(Action.DROP, (Selector("Lena Marche"),)))
    done = run("review", "--list")
    assert "A. Quill = Ada Quill?" not in done.stdout and "build it again: litigraph build PATH..." in done.stdout
    done = run("build", "news", "--quiet")
    assert (done.exit_code, done.stdout) == (0, "")
    (example,) = re.findall(r"\$ litigraph build news --quiet\n((?:.+\n)+)```", GUIDE)
    assert done.stderr.split("lay out\n")[-1].replace("line 6", "line 2") == example
    after = read(folder / "outputs" / "graph.json")
    assert len(after.entities) == len(before.entities) - 1
    explained = run("explain", "a. quill").stdout
    assert "What you corrected\n  A. Quill = Ada Quill: merged by corrections.toml\n" in explained
    assert "news/gazette.txt" in explained and "news/marsh.txt" in explained
    assert (
        "What may be the same, as litigraph review asks\n  Jon Dorsett (person, "
        in run("explain", "john dorsett").stdout
    )


@pytest.mark.model
def test_python_reads_a_file_only_when_it_is_given(folder: Path) -> None:
    append_correction(folder / "corrections.toml", Correction(Action.DROP, (Selector("Bram Osei"),)))
    append_correction(folder / "corrections.toml", Correction(Action.DROP, (Selector("Nobody"),)))
    assert "Bram Osei" in {entity.label for entity in graph.build("news").entities}
    with pytest.warns(graph.UnappliedCorrection, match=r'not followed: corrections.toml, line 6, drop "Nobody"'):
        built = graph.build("news", corrections="corrections.toml")
    assert "Bram Osei" not in {entity.label for entity in built.entities}
    with pytest.raises(graph.UsageError, match=r"other.toml: cannot be read"):
        graph.build("news", corrections="other.toml")


@pytest.mark.model
def test_every_entry_of_the_guide_applies_and_the_printed_question_is_true(folder: Path) -> None:
    blocks = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.S | re.M)
    assert len(blocks) == GUIDE.count("```toml") == 7
    assert {entry.action for block in blocks for entry in parse_corrections(block, Path("x")).entries} == set(Action)
    assert run("build", "news").exit_code == 0
    (example,) = re.findall(r"\$ litigraph review --list\n((?:.+\n)+)```", GUIDE)
    assert example in run("review", "--list").stdout
    (folder / "corrections.toml").write_text("\n".join(blocks), encoding="utf-8")
    done = run("build", "news")
    assert done.exit_code == 0
    assert "follow 10 corrections of corrections.toml\n" in done.stderr
    assert "not apply" not in done.stderr
    labels = {node.label for node in read(folder / "outputs" / "graph.json").nodes}
    assert {"Ada M. Quill", "John Dorsett (lawyer)", "Quill v. Osei", "Quill v. Harbor Gazette and Osei"} <= labels
    assert not {"Lena Marsh", "Marsh v. Low Tide", "A. Quill", "Harbor Media (outlet)"} & labels


def test_broken_files_end_with_2_before_anything_is_read(folder: Path) -> None:
    (folder / "corrections.toml").write_text("[[drop]]\nname =\n", encoding="utf-8")
    write(propose(("n01", "n02")), folder / "graph.json")
    for arguments in (("build", "news"), ("review", "--graph", "graph.json")):
        done = run(*arguments)
        assert done.exit_code == 2
        assert "corrections.toml: is not TOML: Invalid value (at line 2" in done.stderr
    assert not (folder / "outputs").exists()
    assert run("build", "news", "--corrections", "none.toml").exit_code == 2
    assert run("review", "--graph", "none.json", "--corrections", "none.toml").exit_code == 2


def test_without_a_terminal_the_pairs_are_printed_and_nothing_waits(folder: Path) -> None:
    write(propose(("n01", "n02")), folder / "graph.json")
    command = [sys.executable, "-m", "graph", "review", "--graph", "graph.json"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0
    assert "Ada Quill = Bram Osei?" in done.stdout
    assert "Answers are taken on a terminal only" in done.stderr
    assert not (folder / "corrections.toml").exists()
    write(propose(), folder / "graph.json")
    assert run("review", "--graph", "graph.json").stdout == "No pair of nodes is unsure: there is nothing to ask.\n"


def answer_on_a_terminal(answers: list[bytes], *, columns: int) -> Iterator[str]:
    """Yield what `litigraph review` prints on a real terminal on which the answers are typed, and its exit code."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        environment = os.environ | {"COLUMNS": str(columns), "TERM": "xterm"}
        os.execve(sys.executable, [sys.executable, "-m", "graph", "review", "--graph", "graph.json"], environment)
    printed = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        printed += piece
        if answers and re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", printed).endswith(b"(q): "):
            os.write(terminal, answers.pop(0))
    os.close(terminal)
    yield printed.decode().replace("\r\n", "\n")
    yield str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals in Python's library")
@pytest.mark.parametrize("columns", [50, 160])
def test_answers_on_a_terminal_are_kept_at_once(folder: Path, columns: int) -> None:
    write(propose(("n01", "n02"), ("n01", "n03"), ("n02", "n03"), ("n03", "n04")), folder / "graph.json")
    (folder / "corrections.toml").write_text("# mine\n", encoding="utf-8")
    printed, code = answer_on_a_terminal([b"maybe\r", b"s\r", b"\r", b"Different\r", b"\x03"], columns=columns)
    assert code == "0"
    assert "'maybe' is no answer; legal: s or same" in printed
    assert "2 answers kept in corrections.toml." in printed
    assert (folder / "corrections.toml").read_text(encoding="utf-8") == (
        '# mine\n\n[[merge]]\nnames = ["Ada Quill", "Bram Osei"]\n\n[[never_merge]]\nnames = ["Bram Osei", "Teo '
        'Marsh"]\n'
    )
    assert len(read_corrections(folder / "corrections.toml").entries) == 2
    printed, code = answer_on_a_terminal([b"q\r"], columns=columns)
    assert "1 of 2, " in printed and "answers kept" not in printed


def test_the_file_of_a_graph_keeps_its_proposals_and_older_ones_have_none(tmp_path: Path) -> None:
    built = propose(("n01", "n02"))
    write(built, tmp_path / "graph.json")
    assert read(tmp_path / "graph.json").proposals == built.proposals
    content = json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))
    del content["proposals"]
    (tmp_path / "old.json").write_text(json.dumps(content), encoding="utf-8")
    assert read(tmp_path / "old.json").proposals == ()
    content["proposals"] = [{"left": "n01", "right": "n99", "score": 0.5, "reasons": [], "doubts": []}]
    (tmp_path / "broken.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(graph.InputError, match=r"proposals\[0\].right: 'n99' is no node"):
        read(tmp_path / "broken.json")
