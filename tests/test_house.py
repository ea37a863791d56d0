"""The rules of the house that a machine can check; the README's one test command runs them all."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
import typer

import graph.export
import graph.read
from graph.cli import app
from graph.evaluate.gold import read_cases
from graph.export import DEFAULTS, FORMATS
from graph.read import READERS
from graph.read.fields import FIELDS
from tests.gold import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
INPUTS_PAGE = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")
PROJECTS_PAGE = (ROOT / "docs" / "projects.md").read_text(encoding="utf-8")
FORMATS_PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
TEXT_SUFFIXES = {".py", ".toml", ".md", ".txt", ".json", ".cfg", ".html", ".css", ".js", ".graphml", ".yml", ""}
FOREIGN_FOLDERS = {"vendor", "seeds", "models"}
# Written in two parts, so that this file does not break its own rule.
MACHINE_PATHS = re.compile("|".join(("/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/[a-z]", r"[A-Z]:\\Us" + "ers")))
SOURCE_LINES = 400


def run_tool(*command: str) -> None:
    """Run a checking tool on the project and fail with what it prints."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def find_tool(name: str) -> str:
    path = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    assert path, f"{name} is missing; install the test extra: pip install -e '.[test]'"
    return path


def list_files() -> list[Path]:
    """Return the files of the project: what git tracks or would track."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return [ROOT / name for name in sorted(filter(None, names)) if (ROOT / name).is_file()]


def test_style() -> None:
    run_tool(find_tool("ruff"), "check", "--no-cache", ".")


def test_format() -> None:
    run_tool(find_tool("ruff"), "format", "--no-cache", "--check", ".")


def test_types() -> None:
    run_tool(sys.executable, "-m", "mypy", "--no-error-summary")


def test_layers() -> None:
    run_tool(find_tool("lint-imports"), "--no-cache")


@pytest.mark.skipif(not (ROOT / ".git").exists() or not shutil.which("git"), reason="needs the git checkout")
def test_no_file_names_a_machine_s_paths() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in list_files()
        if path.suffix in TEXT_SUFFIXES and not FOREIGN_FOLDERS & set(path.relative_to(ROOT).parts)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MACHINE_PATHS.search(line)
    ]
    assert found == []


def test_no_person_of_a_gold_case_stands_in_the_code(gold_folder: Path) -> None:
    people = {
        (case.name, entity.name.casefold())
        for case in read_cases(gold_folder)
        for entity in case.entities.values()
        if entity.type == "Person" and " " in entity.name
    }
    # Programmes bear their presenters' names, and the list of outlets has them all.
    sources = [
        path
        for path in sorted((ROOT / "graph").rglob("*"))
        if path.suffix in {".py", ".toml", ".cfg"} and path.name != "outlets.toml"
    ]
    texts = {path: path.read_text(encoding="utf-8").casefold() for path in sources}
    assert people
    # The message tells the case, not the name: gold is not to be learnt from a failing test.
    assert {(path.name, case) for path, text in texts.items() for case, name in people if name in text} == set()


def list_imports(*, training: bool) -> set[str]:
    """Return the packages of others that the training, or all the rest, imports."""
    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "graph").rglob("*.py"))
        if ("training" in path.parts) is training
    ]
    names: set[str] = set()
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"graph"}


@pytest.mark.parametrize("training", [False, True])
def test_every_package_that_is_imported_is_declared(training: bool) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    # What an extra brings is imported when it is asked for.
    chosen = ["train"] if training else sorted(extras.keys() - {"test", "train", "readers"})
    wanted = [*project["dependencies"], *(line for extra in chosen for line in extras[extra])]
    declared = {re.split(r"[<>=~! \[]", line, maxsplit=1)[0].replace("-", "_").casefold() for line in wanted}
    assert list_imports(training=training) - declared == set()


def list_commands() -> list[tuple[str, list[str]]]:
    """Return each command with its long options."""
    group = typer.main.get_command(app)
    commands = group.commands.items()  # type: ignore[attr-defined]
    return [
        (name, [option for parameter in command.params for option in parameter.opts if option.startswith("--")])
        for name, command in commands
    ]


@pytest.mark.parametrize(("name", "options"), list_commands())
def test_every_command_and_option_is_documented(name: str, options: list[str]) -> None:
    pages = README + INPUTS_PAGE + PROJECTS_PAGE
    assert f"litigraph {name}" in pages
    assert [option for option in options if f"`{option}" not in pages] == []


def test_every_command_is_checked() -> None:
    assert {name for name, _ in list_commands()} == {
        "add", "build", "diff", "evaluate", "explain", "export", "init", "remove", "review", "status", "tour"
    }  # fmt: skip


@pytest.mark.parametrize("name", [found.name for found in iter_modules(graph.export.__path__)])
def test_every_format_is_registered_documented_and_kept_as_an_example(name: str) -> None:
    module = import_module(f"graph.export.{name}")
    assert FORMATS[module.SUFFIX] is module
    assert f"`{module.SUFFIX[1:]}`" in README
    assert f"`graph{module.SUFFIX}`" in (README if module.SUFFIX in DEFAULTS else FORMATS_PAGE)
    kept = "outputs" if module.SUFFIX in DEFAULTS else "tests/golden"
    assert (ROOT / kept / f"graph{module.SUFFIX}").is_file()


@pytest.mark.parametrize("suffix", sorted(READERS))
def test_every_suffix_that_is_read_is_documented(suffix: str) -> None:
    assert f"`{suffix}`" in README
    assert f"`{suffix}`" in INPUTS_PAGE


@pytest.mark.parametrize("name", [name for names in FIELDS.values() for name in names])
def test_every_name_of_a_field_is_documented(name: str) -> None:
    assert re.search(rf"[|,] {name}[ ,]", INPUTS_PAGE)


def test_the_readme_names_no_file_that_is_not_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_ci_runs_the_readme_s_test_command() -> None:
    (command,) = [line.strip() for line in README.splitlines() if line.rstrip().endswith("bin/pytest")]
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_source_files_stay_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sorted((ROOT / "graph").rglob("*.py"))
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > SOURCE_LINES
    }
    assert long == {}
