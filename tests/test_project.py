"""A project folder, used as its commands use it: only what changed is extracted again, and the graph is the same."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.cli import app
from graph.pipeline import build
from graph.project import Project, find_project, init_project
from graph.project.build import build_project
from tests.articles import OTHER_TEXT, write_articles
from tests.gold import ROOT
from tests.projects import differing, list_kept, read_files, write_case, write_project

WIDE = {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb"}


def run(*arguments: str | Path) -> Result:
    """Run the command in this process, where the model is loaded once."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env=WIDE, prog_name="litigraph")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which the commands are run."""
    folder = tmp_path / "case"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def count_extracted(project: Project) -> int:
    """Build a project and return how many articles that extracted."""
    told: dict[str, int] = {}
    build_project(project, progress=lambda stage, done, total: told.update({stage: total}))
    return told.get("extract", 0)


@pytest.mark.model
def test_a_project_gives_the_same_bytes_as_a_plain_build(case: Path) -> None:
    articles = write_articles(case)
    shutil.make_archive(str(articles / "more"), "zip", write_case(case / "elsewhere", 3))
    assert run("build", "articles", "-o", "plain").exit_code == 0
    assert run("init").exit_code == 0
    assert run("add", "articles").exit_code == 0
    for _ in range(2):
        done = run("build")
        assert (done.exit_code, done.exception) == (0, None)
        assert differing(read_files(case / "plain"), read_files(case / "outputs")) == []
    assert "4 lawsuits" not in done.stderr
    assert str(case / "outputs" / "graph.html") in done.stdout


@pytest.mark.model
def test_only_what_changed_is_extracted_again(tmp_path: Path) -> None:
    project = write_project(tmp_path, 4)
    articles = tmp_path / "articles"
    assert count_extracted(project) == 4
    assert count_extracted(project) == 0
    (articles / "new.md").write_text(OTHER_TEXT, encoding="utf-8")
    assert count_extracted(project) == 1
    os.utime(articles / "new.md", (0, 0))
    (articles / "000.txt").rename(articles / "first.txt")
    assert count_extracted(project) == 0
    (articles / "001.txt").write_text(f"{OTHER_TEXT} The judge is Hana Teague.", encoding="utf-8")
    assert count_extracted(project) == 1
    graph = build_project(project).graph
    assert {document.path for document in graph.documents} == {
        "articles/001.txt", "articles/002.txt", "articles/003.txt", "articles/first.txt", "articles/new.md"
    }  # fmt: skip
    # What a file held before is forgotten.
    assert len(list_kept(project)) == 5
    plain = build([articles]).graph
    assert [d.text for d in plain.documents] == [d.text for d in graph.documents]
    assert plain.relations == graph.relations


@pytest.mark.model
def test_another_version_of_the_extraction_reads_all_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = write_project(tmp_path, 2)
    assert count_extracted(project) == 2
    monkeypatch.setattr("graph.project.build.identify_extractor", lambda model=None: f"next version with {model}")
    assert count_extracted(project) == 2
    assert len(list_kept(project)) == 2


@pytest.mark.model
def test_what_is_missing_today_is_not_forgotten(tmp_path: Path) -> None:
    project = write_project(tmp_path, 2)
    assert count_extracted(project) == 2
    (tmp_path / "articles").rename(tmp_path / "unplugged")
    result = build_project(project)
    assert [(error.path, error.reason[:14]) for error in result.skipped] == [("articles", "does not exist")]
    assert not result.graph.documents
    (tmp_path / "unplugged").rename(tmp_path / "articles")
    assert count_extracted(project) == 0


@pytest.mark.model
def test_the_folder_can_be_moved_and_built_from_below(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(case / "one", 2)
    outside = write_articles(case)
    monkeypatch.chdir(case / "one" / "articles")
    assert run("add", outside / "monday.txt").exit_code == 0
    assert run("build").exit_code == 0
    before = read_files(case / "one" / "outputs")
    (case / "one").rename(case / "two")
    monkeypatch.chdir(case / "two")
    assert count_extracted(Project(case / "two")) == 0
    assert run("build").exit_code == 0
    assert differing(before, read_files(case / "two" / "outputs")) == []


@pytest.mark.model
def test_a_folder_that_is_its_own_source_does_not_read_what_it_writes(case: Path) -> None:
    (case / "a.txt").write_text(OTHER_TEXT, encoding="utf-8")
    for arguments in (("init",), ("add", "."), ("build",), ("build",)):
        done = run(*arguments)
        assert (done.exit_code, done.exception) == (0, None)
    assert "skipped" not in done.stderr


@pytest.mark.model
def test_status_tells_what_the_next_build_has_to_do(case: Path) -> None:
    write_project(case, 3)
    (case / "articles" / "german.md").write_text("Der Richter hat die Klage nicht zugelassen. " * 8, encoding="utf-8")
    assert "articles  4 files, 4 of them new or changed, 0 articles known" in run("status").stdout
    assert "next: `litigraph build`" in run("status").stdout
    assert run("build", "-q").exit_code == 1
    (case / "articles" / "000.txt").write_text(OTHER_TEXT, encoding="utf-8")
    done = run("status")
    assert done.exit_code == 1
    assert "articles  4 files, 1 of them new or changed, 2 articles known" in done.stdout
    assert "2 distinct articles: 2 extracted, 0 to extract" in done.stdout
    assert "articles/german.md  is not English (German)" in done.stderr
    content = json.loads(run("status", "--format", "json").stdout)
    assert content["sources"] == [{"path": "articles", "files": 4, "changed": 1, "articles": 2}]
    assert (content["articles"], content["extracted"], content["waiting"], content["changed"]) == (2, 2, 0, 1)
    assert [error["path"] for error in content["skipped"]] == ["articles/german.md"]
    before = read_files(case / ".litigraph")
    run("status")
    assert before["store.sqlite"] == read_files(case / ".litigraph")["store.sqlite"]


@pytest.mark.model
def test_declared_fields_stay_with_their_source(case: Path) -> None:
    (case / "posts.csv").write_text(f'Artikel\n"{OTHER_TEXT}"\n', encoding="utf-8")
    run("init")
    assert run("add", "posts.csv").exit_code == 0
    assert run("build").exit_code == 2
    assert run("add", "posts.csv", "--field", "text=Artikel").exit_code == 0
    assert run("build").exit_code == 0
    for option in (("--field", "text=Artikel"), ("--limit", "pdf-pages=9")):
        done = run("build", *option)
        assert done.exit_code == 2
        assert f"declare it with: litigraph add PATH {option[0]} ..." in done.stderr
    assert run("add", "posts.csv", "--field", "text=Artikel", "--limit", "file-size=10").exit_code == 0
    assert "legal are at most 10: split it into articles, or raise the limit file-size" in run("build").stderr


@pytest.mark.model
def test_what_is_removed_leaves_the_store_and_the_graph(case: Path) -> None:
    project = write_project(case, 2)
    (case / "other.txt").write_text(OTHER_TEXT, encoding="utf-8")
    assert run("add", "other.txt").exit_code == 0
    assert run("build", "-q").exit_code == 0
    assert b"extortion" in (case / "outputs" / "graph.json").read_bytes()
    done = run("remove", "other.txt")
    assert (done.exit_code, done.exception) == (0, None)
    assert len(list_kept(project)) == 2
    assert (case / "other.txt").is_file()
    assert run("build", "-q").exit_code == 0
    assert b"extortion" not in (case / "outputs" / "graph.json").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("build",), "no PATH is given, and .* is in no project; give articles"),
        (("add", "."), "is in no project; make one with `litigraph init`"),
        (("status",), "is in no project; make one with `litigraph init`"),
        (("remove", "a.txt"), "is in no project; make one with `litigraph init`"),
    ],
)
def test_no_project_is_told(case: Path, arguments: Sequence[str], message: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert re.search(message, done.stderr)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "missing.txt"), "missing.txt: does not exist; check the spelling"),
        (("add", "picture.png"), "picture.png: ends in '.png'; legal are .atom"),
        (("add", "a.txt", "missing.txt"), "missing.txt: does not exist"),
        (("add", "a.txt", "--field", "autor=Name"), "legal is FIELD=NAME with one of text"),
        (("remove", "b.txt"), "b.txt: was not added to"),
        (("build",), "has no articles yet; add some with `litigraph add PATH`"),
        (("build", "--workers", "0"), "workers"),
        (("status", "--format", "yaml"), "yaml"),
    ],
)
def test_a_mistake_is_told_and_changes_nothing(case: Path, arguments: Sequence[str], message: str) -> None:
    (case / "a.txt").write_text(OTHER_TEXT, encoding="utf-8")
    (case / "picture.png").write_bytes(b"")
    assert run("init").exit_code == 0
    done = run(*arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert json.loads(run("status", "--format", "json").stdout)["sources"] == []


@pytest.mark.model
def test_the_guide_s_commands_do_what_it_says(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = (ROOT / "docs" / "projects.md").read_text(encoding="utf-8")
    articles = write_articles(case)
    (articles / "tuesday.md").rename(case / "tuesday.md")
    printed = ""
    for line in "".join(re.findall(r"^```console\n(.*?)^```", guide, re.S | re.M)).splitlines():
        command, *arguments = line.removeprefix("$ ").split() or [""]
        if not line.startswith("$ "):
            assert line in (*printed.splitlines(), "…")
        elif command == "cd":
            monkeypatch.chdir(arguments[0])
        elif command == "cp":
            shutil.copy(*arguments)
        else:
            done = run(*arguments)
            printed = done.stdout
            assert done.exit_code == (1 if arguments[0] == "diff" else 0), done.output
    assert printed.startswith("New articles\n  articles/tuesday.md\n")


def test_init_makes_a_folder_and_keeps_a_project_that_is_there(case: Path) -> None:
    done = run("init", "quill")
    assert (done.exit_code, done.exception) == (0, None)
    assert "is a project now" in done.stdout
    assert find_project(case / "quill" / "below") == Project(case / "quill")
    assert find_project(case) is None
    before = read_files(case / "quill" / ".litigraph")
    assert "is a project already" in run("init", "quill").stdout
    assert before == read_files(case / "quill" / ".litigraph")


def test_init_where_nothing_can_be_written_is_told(case: Path) -> None:
    (case / "file").write_text("mine", encoding="utf-8")
    done = run("init", "file/project")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_a_project_is_made_anew_where_only_its_folder_is_left(case: Path) -> None:
    (case / ".litigraph").mkdir()
    project, new = init_project(case)
    assert new and project.store.is_file()
