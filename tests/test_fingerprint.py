"""The version of the extraction changes with all that can change what is extracted, and with nothing else."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import grimp
import pytest

from graph.fingerprint import LATER, PACKAGE, identify_extractor, list_code
from graph.nlp import BUNDLED
from tests.gold import ROOT


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a copy of our own code and data, without the model."""
    ignored = shutil.ignore_patterns("models", "__pycache__")
    return Path(shutil.copytree(PACKAGE, tmp_path / "graph", ignore=ignored))


def test_no_module_that_extracts_is_left_out() -> None:
    modules = grimp.build_graph("graph")
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    for line in contract[0]["ignore_imports"]:
        # What a finished graph offers: no stage asks for it.
        importer, imported = line.split(" -> ")
        modules.remove_import(importer=importer, imported=imported)
    ends = {"graph.extract", "graph.nlp", "graph.serialize", "graph.workers"}
    ends |= {name for name in modules.modules if name.split(".")[:2] in (["graph", "read"], ["graph", "encoder"])}
    needed = ends.union(*(modules.find_upstream_modules(end) for end in ends))
    assert {name.split(".")[1] for name in needed if "." in name} & LATER == set()


def test_what_is_left_out_exists() -> None:
    # `copies` of a module that was renamed would hide nothing, but tell a reader so.
    assert {name for name in LATER if not any(PACKAGE.glob(f"{name}*"))} == set()


@pytest.mark.parametrize(
    "name",
    [
        "relations.py",
        "schema/relations/sued.toml",
        "schema/outlets.toml",
        "read/pdf.py",
        "encoder/decode.py",
        "model.py",
    ],
)
def test_a_change_of_what_extracts_is_a_new_version(package: Path, name: str) -> None:
    before = list(list_code(package))
    with (package / name).open("a", encoding="utf-8") as file:
        file.write("\n# A comment may be a rule tomorrow.\n")
    assert list(list_code(package)) != before


def test_a_new_module_is_a_new_version(package: Path) -> None:
    before = list(list_code(package))
    (package / "irony.py").write_text('"""Find irony."""\n', encoding="utf-8")
    assert list(list_code(package)) != before


@pytest.mark.parametrize("name", ["export/page/graph.css", "resolve/names.toml", "layout/stress.py", "cli.py"])
def test_a_change_of_what_comes_later_is_none(package: Path, name: str) -> None:
    before = list(list_code(package))
    with (package / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert list(list_code(package)) == before


def test_the_model_counts_with_each_of_its_files(tmp_path: Path) -> None:
    model = Path(shutil.copytree(BUNDLED, tmp_path / "model"))
    before = identify_extractor(str(model))
    identify_extractor.cache_clear()
    assert identify_extractor(str(model)) == before == identify_extractor()
    labels = model / "ner" / "labels.json"
    labels.write_text(labels.read_text(encoding="utf-8") + " ", encoding="utf-8")
    identify_extractor.cache_clear()
    assert identify_extractor(str(model)) != before
