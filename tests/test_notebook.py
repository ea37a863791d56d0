"""What a notebook shows, run by a real kernel and opened in a real browser; no text of an article becomes markup."""

from __future__ import annotations

import re
import shutil
from base64 import b64decode
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from playwright.sync_api import Error, sync_playwright

from graph.export.html import render
from graph.layout import arrange
from graph.model import Entity, EntityType, KnowledgeGraph, Lawsuit
from tests.articles import write_articles
from tests.graphs import ATTACK, build_harbor_graph, build_hostile_graph

TAGS = {"div", "p", "strong", "small", "code", "table", "thead", "tbody", "tr", "th", "td", "iframe"}
CELLS = (
    'import graph\nbuilt = graph.build("articles")\nbuilt',
    "print(built)",
    "built.to_pandas().edges",
    'from pathlib import Path\nfrom graph.export.json import read\nhostile = read(Path("hostile.json"))\nhostile',
    "hostile.to_pandas().nodes",
    'graph.build("nothing here")',
)


class Cell(HTMLParser):
    """The elements of a cell with their attributes, and its text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def read_page(self) -> str:
        """Return the page in the one frame, whose attributes are all that they may be."""
        (frame,) = [attributes for tag, attributes in self.elements if tag == "iframe"]
        assert set(frame) == {"title", "sandbox", "referrerpolicy", "style", "src"}
        assert frame["sandbox"] == "allow-scripts"
        kind, _, content = (frame["src"] or "").partition(",")
        assert kind == "data:text/html;charset=utf-8;base64"
        return b64decode(content, validate=True).decode()


def check_cell(markup: str) -> Cell:
    """Return a cell's parts after looking that nothing in it runs, loads or leads away but the sandboxed frame."""
    cell = Cell(markup)
    assert {tag for tag, _ in cell.elements} <= TAGS
    assert all(not attributes for tag, attributes in cell.elements if tag not in {"iframe", "div"})
    assert [attributes for tag, attributes in cell.elements if tag == "div"] == [
        {"class": "litigraph tex2jax_ignore mathjax_ignore"}
    ]
    return cell


def test_a_cell_shows_the_lawsuits_and_the_page() -> None:
    harbor = arrange(build_harbor_graph())
    cell = check_cell(harbor._repr_html_())
    assert "3 articles · 7 people · 2 lawsuits · 2 outlets, from 4 March 2023 to 11 January 2024" in cell.text
    for text in (
        "Quill v. Osei and The Harbor Gazette",
        "2023-03-02 | 2023-03-03",
        "dismissed",
        "An allegation is not",
    ):
        assert text in cell.text
    assert cell.read_page() == render(harbor)
    assert "default-src 'none'" in cell.read_page()


def test_a_cell_is_the_same_each_time_and_lays_out_what_has_no_places() -> None:
    harbor = build_harbor_graph()
    assert harbor._repr_html_() == arrange(harbor)._repr_html_()


def test_hostile_text_stays_text() -> None:
    cell = check_cell(build_hostile_graph()._repr_html_())
    assert ATTACK in cell.text
    assert ATTACK not in cell.read_page()


def test_a_graph_without_lawsuits_says_so() -> None:
    assert "No lawsuit was found." in check_cell(KnowledgeGraph((), (), (), ())._repr_html_()).text


def test_a_page_that_is_too_large_is_not_shown() -> None:
    person = Entity("n1", EntityType.PERSON, "Ada Quill", ("Ada Quill",), ("d1",), 1, reasons=("x" * 1_500_000,))
    cell = check_cell(KnowledgeGraph((), (person,), (), ())._repr_html_())
    assert 'graph.save("graph.html")' in cell.text
    assert "iframe" not in {tag for tag, _ in cell.elements}


def test_a_long_table_is_cut() -> None:
    lawsuits = tuple(Lawsuit(f"l{number:03}", f"Quill v. Osei {number}", (), (), 1) for number in range(25))
    cell = check_cell(replace(build_harbor_graph(), lawsuits=lawsuits, relations=())._repr_html_())
    assert "Quill v. Osei 19" in cell.text and "Quill v. Osei 20" not in cell.text
    assert "and 5 more" in cell.text


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[list[Any]]:
    """Run the notebook with the kernel that is installed and return the outputs of each cell."""
    folder = tmp_path_factory.mktemp("notebook")
    write_articles(folder)
    build_hostile_graph().save(folder / "hostile.json")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in CELLS])
    client = NotebookClient(
        notebook, timeout=120, allow_errors=True, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    nbformat.write(notebook, folder / "run.ipynb")
    nbformat.validate(nbformat.read(folder / "run.ipynb", as_version=4))
    return [cell.outputs for cell in notebook.cells]


@pytest.mark.model
def test_a_notebook_shows_the_graph(outputs: list[list[Any]]) -> None:
    (shown,) = outputs[0]
    assert shown.output_type == "execute_result"
    assert re.fullmatch(r"KnowledgeGraph\(documents=2, entities=\d+, lawsuits=\d+, relations=\d+\)",
                        shown.data["text/plain"])  # fmt: skip
    cell = check_cell(shown.data["text/html"])
    assert "2 articles" in cell.text and "Ada Quill" in cell.text and "defamation" in cell.text
    assert "Ada Quill" in cell.read_page()
    (printed,) = outputs[1]
    assert printed.text.strip() == shown.data["text/plain"]


@pytest.mark.model
def test_a_notebook_shows_tables(outputs: list[list[Any]]) -> None:
    (shown,) = outputs[2]
    assert "plaintiff_in" in shown.data["text/html"] and "Ada Quill" in shown.data["text/html"]


@pytest.mark.model
def test_a_notebook_shows_hostile_text_as_text(outputs: list[list[Any]]) -> None:
    (page,), (table,) = outputs[3:5]
    assert ATTACK in check_cell(page.data["text/html"]).text
    tags = {tag for tag, _ in Cell(table.data["text/html"]).elements}
    assert "table" in tags and not tags & {"script", "img", "iframe", "a"}


@pytest.mark.model
def test_a_notebook_shows_an_error_with_its_remedy(outputs: list[list[Any]]) -> None:
    (error,) = outputs[5]
    assert error.ename == "UsageError"
    assert "nothing here: does not exist" in error.evalue


@pytest.mark.browser
@pytest.mark.parametrize("graph", [build_harbor_graph(), build_hostile_graph()], ids=["harbor", "hostile"])
def test_the_frame_works_in_a_browser_and_touches_nothing(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "this test needs Chromium; install it, for example with: apt-get install chromium"
    file = tmp_path / "notebook.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><title>notebook</title>{graph._repr_html_()}", "utf-8")
    faults: list[str] = []
    requests: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: requests.append(request.url.partition(":")[0]))
        page.goto(file.as_uri())
        (frame,) = page.main_frame.child_frames
        frame.locator("a.skip").press("Enter")
        frame.wait_for_url(re.compile("#lists$"))
        node = graph.nodes[0]
        frame.evaluate("id => globalThis.litigraph.select('node', id, true)", node.id)
        assert frame.locator("#panel h2").inner_text().split() == node.label.split()
        assert frame.evaluate("location.hash") == f"#node={node.id}"
        assert frame.evaluate("origin") == "null"
        with pytest.raises(Error, match=r"SecurityError|cross-origin"):
            frame.evaluate("parent.document.title")
        assert page.title() == "notebook"
        assert frame.title() != "broken"
        browser.close()
    assert faults == []
    assert set(requests) <= {"file", "data"}
