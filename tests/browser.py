"""Fixtures and measures for the tests of the page in a real browser; conftest.py hands them to every test file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from math import hypot
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from graph.export.html import write
from graph.layout import arrange
from graph.model import KnowledgeGraph
from tests.dated_graph import build_dated_graph
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph
from tests.large_graphs import build_even_graph

GRAPHS = {
    "harbor": build_harbor_graph(),
    "hostile": build_hostile_graph(),
    "crowd": build_crowd(400),
    "large": build_even_graph(nodes=3_200, edges=6_400),
    "dated": build_dated_graph(),
    "empty": KnowledgeGraph((), (), (), ()),
}
Opener = Callable[..., Page]
Adder = Callable[..., str]
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("These tests need Chromium; install it, for example with: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


class Pages(dict[str, Path]):
    """The files of the pages by the names of their graphs; a page is written when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __missing__(self, name: str) -> Path:
        self[name] = self.folder / f"{name}.html"
        write(arrange(GRAPHS[name]), self[name])
        return self[name]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Return the pages of this module's graphs."""
    return Pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture
def open_page(browser: Browser, pages: Pages) -> Iterator[Opener]:
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


@pytest.fixture
def add_page(pages: Pages, tmp_path: Path) -> Adder:
    """Return a function that writes the page of a graph, so that it can be opened by name."""

    def add(name: str, graph: KnowledgeGraph, **options: Any) -> str:
        pages[name] = tmp_path / f"{name}.html"
        write(arrange(graph), pages[name], **options)
        return name

    return add


def check_access(page: Page) -> None:
    """Run axe with the rules of WCAG 2.2 AA, the size of targets among them, and those of best practice."""
    response = Axe().run(page, options=RULES).response
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in response["violations"]] == []
    assert "target-size" in {rule["id"] for rule in response["passes"]}


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


def list_nodes(page: Page) -> set[str]:
    """Return the nodes that are drawn."""
    return set(page.evaluate("litigraph.network.body.nodeIndices"))


def list_edges(page: Page) -> set[str]:
    """Return the edges that are drawn."""
    return set(page.evaluate("litigraph.network.body.edgeIndices"))


def list_bright(page: Page) -> set[str]:
    """Return the nodes that are drawn and not faded."""
    focus = page.evaluate("litigraph.focus() && [...litigraph.focus().nodes]")
    return list_nodes(page) if focus is None else list_nodes(page) & set(focus)


def read_hash(page: Page) -> str:
    """Return the part of the address that holds the view."""
    return str(page.evaluate("location.hash"))


def open_filters(page: Page) -> Locator:
    """Open the filters and return them."""
    page.get_by_role("button", name=re.compile("^Filters")).click()
    sheet = page.get_by_role("dialog", name="Filters")
    expect(sheet).to_be_visible()
    return sheet
