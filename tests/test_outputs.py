"""The folder outputs/ holds what the code builds today from seeds/."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.export import DEFAULTS
from graph.pipeline import build
from graph.save import save_graph
from tests.gold import ROOT
from tests.take_screenshot import PICTURES

pytestmark = pytest.mark.model
OUTPUTS = ROOT / "outputs"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return build_files([ROOT / "seeds"], tmp_path_factory.mktemp("built"))


@pytest.mark.parametrize("suffix", DEFAULTS)
def test_outputs_are_what_the_code_builds(built: Mapping[str, bytes], suffix: str) -> None:
    name = f"graph{suffix}"
    kept = (OUTPUTS / name).read_bytes()
    # A plain boolean: pytest would spend minutes on showing how two pages differ.
    same = kept == built[name]
    assert same, f"outputs/{name} is not what the code builds; run `litigraph build seeds` and look at what changed"


def test_outputs_hold_nothing_else() -> None:
    assert {path.name for path in OUTPUTS.iterdir()} == {
        *PICTURES,
        *(f"graph{suffix}" for suffix in DEFAULTS),
    }


def test_the_order_of_the_inputs_changes_no_byte(
    built: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    files = sorted(Path("seeds").iterdir(), reverse=True)
    assert len(files) > 1
    again = build_files(files, tmp_path)
    assert [name for name in built if built[name] != again[name]] == []


def test_the_screenshots_are_pictures() -> None:
    for name in PICTURES:
        assert (OUTPUTS / name).read_bytes().startswith(b"\x89PNG\r\n")


def build_files(paths: list[Path], folder: Path) -> dict[str, bytes]:
    """Build a graph and return the content of each of its files by name."""
    result = build(paths)
    assert not result.skipped
    return {path.name: path.read_bytes() for path in save_graph(result.graph, folder)}
