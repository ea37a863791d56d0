"""The command, run as users run it: real files, the real model, the promised exit codes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from time import sleep

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from graph import __version__
from graph.cli import app
from graph.errors import InputError, UsageError
from graph.export import DEFAULTS, FORMATS
from graph.model import Entity, EntityType, KnowledgeGraph
from graph.report import StageProgress, show_error, show_skipped, show_summary
from graph.save import save_graph
from tests.files import build_page, build_pdf
from tests.gold import ROOT

SEEDS = ROOT / "seeds"
FILES = sorted(f"graph{suffix}" for suffix in DEFAULTS)
NAMES = [suffix[1:] for suffix in FORMATS]
EMPTY = KnowledgeGraph(documents=(), entities=(), lawsuits=(), relations=())
WIDE = {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb"}


def run(*arguments: str | Path) -> Result:
    """Run the command in this process, where the model is loaded once."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env=WIDE, prog_name="litigraph")


def name_people(*labels: str) -> KnowledgeGraph:
    people = [Entity(f"p{number}", EntityType.PERSON, label, (label,), (), 1) for number, label in enumerate(labels)]
    return KnowledgeGraph(documents=(), entities=tuple(people), lawsuits=(), relations=())


def print_wide() -> Console:
    return Console(file=StringIO(), width=300, force_terminal=False)


def read_back(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder of one good article and four inputs that cannot be used."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_bytes(sorted(SEEDS.iterdir())[0].read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02\x03")
    (folder / "german.md").write_text("Der Richter hat die Klage gegen die Zeitung nicht zugelassen. " * 8)
    return folder


@pytest.mark.model
def test_seeds_become_a_graph_and_a_summary(tmp_path: Path) -> None:
    done = run("build", SEEDS, "-o", tmp_path / "out")
    assert (done.exit_code, done.exception) == (0, None)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FILES
    graph = json.loads((tmp_path / "out" / "graph.json").read_text(encoding="utf-8"))
    assert graph
    for word in ("people", "lawsuits", "outlets", "brought by", "against", "filed", "claims", "browser", "Gephi"):
        assert word in done.stdout
    assert all(str(tmp_path / "out" / name) in done.stdout for name in FILES)


@pytest.mark.model
def test_the_module_runs_as_the_command_does(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "graph", "build", str(SEEDS), "-o", "out", "-q"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FILES


@pytest.mark.model
def test_files_of_many_kinds_become_one_graph(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "page.html").write_text(build_page(), encoding="utf-8")
    (folder / "table.csv").write_text(
        'Artikel\n"Bram Osei sued Ada Quill for extortion on Tuesday."\n', encoding="utf-8"
    )
    (folder / "paper.pdf").write_bytes(build_pdf(["Teo Marsh testified in the lawsuit that Ada Quill had filed."]))
    done = run("build", folder, "--field", "text=artikel", "-o", tmp_path / "out")
    assert (done.exit_code, done.exception) == (0, None)
    content = json.loads((tmp_path / "out" / "graph.json").read_text(encoding="utf-8"))
    assert sorted(document["path"] for document in content["documents"]) == [
        "news/page.html",
        "news/paper.pdf",
        "news/table.csv#2",
    ]
    assert {document["publisher"] for document in content["documents"]} == {"Lantern Post", None}
    assert {"Ada Quill", "Bram Osei"} <= {entity["label"] for entity in content["entities"]}


def test_a_field_that_is_none_is_a_mistake_of_usage(tmp_path: Path) -> None:
    done = run("build", SEEDS, "--field", "autor=Name", "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "legal is FIELD=NAME with one of text, title, published, publisher, url" in done.stderr


@pytest.mark.model
def test_broken_inputs_are_skipped_with_their_reasons(articles: Path, tmp_path: Path) -> None:
    done = run("build", articles, articles / "missing.txt", articles / "good.txt", "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert "4 inputs were skipped" in done.stderr
    for name, reason in (
        ("news/empty.txt", "is empty"),
        ("news/binary.txt", "binary"),
        ("news/german.md", "is not English (German)"),
        ("missing.txt", "does not exist"),
    ):
        assert re.search(rf"{re.escape(name)} +.*{re.escape(reason)}", done.stderr), name
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FILES


@pytest.mark.model
def test_nothing_to_build_is_an_error(articles: Path, tmp_path: Path) -> None:
    done = run("build", articles / "empty.txt", "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "is empty" in done.stderr
    assert "nothing could be built" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("build",),
        ("build", "seeds", "--unknown"),
        ("build", "seeds", "--min-confidence", "2"),
        ("build", "seeds", "--format", "pdf"),
        ("unknown",),
        ("build", "seeds", "--limit", "pages=5"),
        ("export",),
        ("explain",),
        ("diff", "seeds"),
        ("add",),
        ("remove",),
        ("evaluate",),
    ],
)
def test_bad_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.model
def test_a_missing_model_is_told_in_one_message(tmp_path: Path) -> None:
    done = run("build", SEEDS, "-o", tmp_path / "out", "--model", "no_such_model")
    assert done.exit_code == 2
    assert "no_such_model" in done.stderr
    assert "Traceback" not in done.output


def test_an_output_that_cannot_be_written_is_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    done = run("build", SEEDS, "-o", tmp_path / "file" / "out")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.output
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.model
def test_an_article_about_nobody_gives_an_empty_graph_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained for most of the day, and then the sun came out again for an hour.")
    done = run("build", tmp_path / "a.txt", "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert "The graph is empty" in done.stdout
    assert "1 article with 17 words" in done.stdout
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FILES


@pytest.mark.model
def test_options_reach_the_build(tmp_path: Path) -> None:
    edges = {}
    for name, options in {"all": (), "sure": ("--min-confidence", "1"), "negated": ("--include-negated",)}.items():
        assert run("build", SEEDS, "-o", tmp_path / name, "-q", *options).exit_code == 0
        edges[name] = (tmp_path / name / "graph.graphml").read_text(encoding="utf-8").count("<edge ")
    assert edges["sure"] < edges["all"] <= edges["negated"]


@pytest.mark.model
def test_only_the_wanted_formats_are_written(tmp_path: Path) -> None:
    done = run("build", SEEDS, "-o", tmp_path, "--format", "brief.md,gexf", "-f", "cypher")
    assert (done.exit_code, done.exception) == (0, None)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.brief.md", "graph.cypher", "graph.gexf"]
    assert "the timeline's button" in done.stdout


@pytest.mark.model
def test_evaluate_prints_the_figures(tmp_path: Path) -> None:
    write_gold(tmp_path / "gold" / "seeds")
    figures = tmp_path / "figures.json"
    done = run("evaluate", tmp_path / "gold", "--cases", "--errors", "--json", figures)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert any(line.startswith("seeds: missed Person: Nobody Known") for line in lines)
    assert any(line.endswith("  seeds") for line in lines)
    assert lines[-1].startswith("HEADLINE")
    assert json.loads(figures.read_text(encoding="utf-8"))["Person"]["gold"] == 1


def test_evaluate_tells_what_is_no_gold_folder(tmp_path: Path) -> None:
    done = run("evaluate", tmp_path)
    assert done.exit_code == 2
    assert "holds no case" in done.stderr


@pytest.mark.parametrize("way", [[sys.executable, "-m", "graph"], [str(Path(sys.executable).parent / "litigraph")]])
def test_the_installed_command_tells_its_version(way: list[str]) -> None:
    done = subprocess.run([*way, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"litigraph {__version__}\n"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ((), ("build", "export", "evaluate", "--version", "Example")),
        (
            ("build",),
            (
                "PATH...",
                "--output",
                "--format",
                "--model",
                "--min-confidence",
                "--include-negated",
                "--field",
                "--limit",
                "--workers",
                "--quiet",
                "Exit codes",
            ),
        ),
        (("export",), ("GRAPH.json", "--format", "--output", "--quiet", "Example", "Exit codes", *NAMES)),
        (("explain",), ("SUBJECT", "[OBJECT]", "--graph", "--json", "Example", "Exit codes")),
        (("init",), ("[DIR]", "Example")),
        (("add",), ("PATH...", "--field", "--limit", "Example")),
        (("status",), ("--model", "--format", "Exit codes")),
        (("remove",), ("PATH...", "Example")),
        (("diff",), ("OLD", "NEW", "--format", "Exit codes")),
        (("evaluate",), ("GOLD", "--json", "--cases", "--errors", "--model", "Example")),
    ],
)
def test_help_tells_each_option(command: tuple[str, ...], words: tuple[str, ...]) -> None:
    done = run(*command, "--help")
    assert done.exit_code == 0
    assert [word for word in words if word not in done.stdout] == []


def test_names_are_printed_as_they_are_and_cannot_steer_the_terminal() -> None:
    console = print_wide()
    show_summary(console, name_people("[red]Ann[/red] Lee", "Bo\x1b[2JOy"), [])
    show_skipped(console, [InputError("[b]a.txt", "is \x07bad")])
    show_error(console, "[i]no[/i]\x1b[0m")
    printed = read_back(console)
    assert "[red]Ann[/red] Lee" in printed
    assert "[b]a.txt" in printed
    assert "[i]no[/i]" in printed
    assert not {"\x1b", "\x07"} & set(printed)


def test_a_terminal_shows_the_rate_and_the_time_left() -> None:
    console = Console(file=StringIO(), width=200, force_terminal=True, no_color=True)
    with StageProgress(console) as progress:
        for done in range(0, 101, 10):
            progress("extract", done, 100)
            sleep(0.01)
    assert re.search(r"100/100 .*[\d,.]+/s.*left", read_back(console))


def test_long_lists_of_names_are_cut() -> None:
    console = print_wide()
    show_summary(console, name_people(*(f"Ann {number:03}" for number in range(100))), [])
    assert "100 people" in read_back(console)
    assert "and 80 more" in read_back(console)


def test_files_are_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    save_graph(name_people("Ann Lee"), tmp_path)
    before = read_files(tmp_path)
    assert sorted(before) == FILES
    save_graph(EMPTY, tmp_path)
    assert all(before[name] != content for name, content in read_files(tmp_path).items())


def test_a_file_that_cannot_be_replaced_is_told(tmp_path: Path) -> None:
    (tmp_path / FILES[0]).mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        save_graph(EMPTY, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [FILES[0]]


def read_files(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def write_gold(case: Path) -> None:
    case.mkdir(parents=True)
    article = sorted(SEEDS.iterdir())[0]
    (case / article.name).write_bytes(article.read_bytes())
    nobody = {"id": "nobody", "type": "Person", "name": "Nobody Known", "aliases": []}
    content = {"case": case.name, "entities": [nobody], "lawsuits": [], "relations": []}
    (case / "gold.json").write_text(json.dumps(content), encoding="utf-8")
