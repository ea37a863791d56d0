"""Fixtures and measures for the tests of the page in a real browser; conftest.py hands them to every test file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from math import hypot
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph.export.html import write
from graph.layout import arrange
from graph.model import KnowledgeGraph
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph

GRAPHS = {
    "harbor": build_harbor_graph(),
    "hostile": build_hostile_graph(),
    "crowd": build_crowd(400),
    "empty": KnowledgeGraph((), (), (), ()),
}
Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("These tests need Chromium; install it, for example with: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, graph in GRAPHS.items():
        write(arrange(graph), folder / f"{name}.html")
    return {name: folder / f"{name}.html" for name in GRAPHS}


@pytest.fixture
def open_page(browser: Browser, pages: dict[str, Path]) -> Iterator[Opener]:
    """Open a page; when the test ends, nothing may have gone wrong or been asked for."""
    faults: list[str] = []
    requests: list[str] = []
    contexts = []

    def start(name: str, *, width: int = 1280, height: int = 800, hash: str = "", scheme: Any = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url.partition("#")[0]))
        page.goto(pages[name].as_uri() + hash)
        page.wait_for_function("globalThis.litigraph")
        return page

    yield start
    for context in contexts:
        context.close()
    assert faults == []
    assert set(requests) <= {path.as_uri() for path in pages.values()}


def locate(page: Page, node: str) -> tuple[float, float]:
    """Return where a node is drawn in the window, in pixels."""
    spot = page.evaluate("id => litigraph.network.canvasToDOM(litigraph.network.getPosition(id))", node)
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return box["x"] + spot["x"], box["y"] + spot["y"]


def find_edge_spots(page: Page, one: str, other: str) -> dict[str, tuple[float, float]]:
    """Return for each edge found across the middle of two nodes a point where a click hits it."""
    (x1, y1), (x2, y2) = locate(page, one), locate(page, other)
    length = hypot(x2 - x1, y2 - y1)
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    found: dict[str, tuple[float, float]] = {}
    for step in range(-60, 61, 2):
        x = (x1 + x2) / 2 - (y2 - y1) / length * step
        y = (y1 + y2) / 2 + (x2 - x1) / length * step
        edge = page.evaluate("([x, y]) => litigraph.network.getEdgeAt({x, y}) ?? null", [x - box["x"], y - box["y"]])
        if edge is not None:
            found.setdefault(edge, (x, y))
    return found
