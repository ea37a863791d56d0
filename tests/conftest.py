"""Shared fixtures: the model and the gold builds are made once a session; in CI a skipped test has failed."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TypeVar

import pytest
from spacy.language import Language

from graph.model import KnowledgeGraph
from tests.browser import add_page, browser, open_page, pages
from tests.gold import find_gold_folder

__all__ = ["add_page", "browser", "open_page", "pages"]

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
MARKED_BY_FIXTURE = {"pipeline": "model", "gold_graphs": "model"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what its fixtures need, so that `-m "not model"` is never incomplete."""
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if fixture in MARKED_BY_FIXTURE:
                item.add_marker(MARKED_BY_FIXTURE[fixture])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one where CI is set."""
    return _forbid_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a skipped test file into a failed one where CI is set."""
    return _forbid_skip((yield))


def _forbid_skip(report: Report) -> Report:
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"skipped, which CI does not allow: {reason}"
    return report


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """Return the language model that comes with the package."""
    from graph.nlp import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def gold_folder() -> Path:
    """Return the folder of the gold cases."""
    folder = find_gold_folder()
    if folder is None:
        pytest.skip("no gold cases beside the checkout; name their folder in LITIGRAPH_GOLD")
    return folder


@pytest.fixture(scope="session")
def gold_graphs(gold_folder: Path, pipeline: Language) -> Mapping[str, KnowledgeGraph]:
    """Return the graph of each gold case as the code builds it today."""
    from tests.gold import build_cases

    return build_cases(gold_folder)
