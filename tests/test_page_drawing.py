"""What the page draws, in a real browser: what it opens on, large graphs, communities, pictures, print."""

from __future__ import annotations

import io
import re
import struct
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from graph.layout import choose_core
from tests.browser import GRAPHS, Opener, locate

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
SPOTS = """ids => ids.map(id => { const { x, y } = litigraph.network.canvasToDOM(litigraph.places.get(id));
    return [x, y]; })"""
COUNTS = "[litigraph.drawn().nodes.length, litigraph.drawn().edges.length]"


def find_lone_node(page: Page) -> str:
    """Return a node of the large graph that the page does not draw at first, with at least two relations."""
    drawn = set(page.evaluate("litigraph.drawn().nodes.map(({ id }) => id)"))
    relations = GRAPHS["large"].relations
    return next(r.subject for r in relations if r.subject not in drawn and r.object not in drawn)


def are_in_view(page: Page, ids: list[str]) -> bool:
    """Tell whether all these nodes lie inside the canvas."""
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return all(0 < x < box["width"] and 0 < y < box["height"] for x, y in page.evaluate(SPOTS, ids))


@pytest.mark.parametrize(
    ("name", "width", "height"), [("harbor", 1280, 800), ("harbor", 390, 844), ("crowd", 1280, 800)]
)
def test_no_node_overlaps_another_in_the_opening_view(open_page: Opener, name: str, width: int, height: int) -> None:
    page = open_page(name, width=width, height=height)
    # painted nodes have no options; all are enlarged alike
    nodes = page.evaluate("""() => { const { network, places, drawn } = litigraph;
        const [live] = network.body.nodeIndices, larger = network.body.nodes[live].options.size / places.get(live).size;
        return [...drawn().ids].map(id => places.get(id)).map(({ x, y, size }) => [x, y, size * larger]); }""")
    assert len(nodes) == len(GRAPHS[name].nodes)
    for (x, y, size), (left, top, other) in combinations(nodes, 2):
        assert hypot(x - left, y - top) > size + other


def test_lawsuits_and_parties_stand_out_and_the_rest_is_faded(open_page: Opener) -> None:
    page = open_page("harbor")
    colors = page.evaluate("id => litigraph.network.body.nodes[id].options.color.background", "n01")
    faded = page.evaluate("id => litigraph.network.body.nodes[id].options.color.background", "n06")
    assert colors == "#0072b2"
    assert faded != colors
    assert page.evaluate("litigraph.network.body.nodes.n20.options.size") > 25


def test_a_graph_of_hundreds_opens_on_its_core_and_shows_all_on_demand(open_page: Opener) -> None:
    page = open_page("crowd")
    core = sorted(choose_core(GRAPHS["crowd"]))
    everything = [node.id for node in GRAPHS["crowd"].nodes]
    assert are_in_view(page, core)
    assert not are_in_view(page, everything)
    assert page.evaluate(COUNTS) == [400, len(GRAPHS["crowd"].relations)]
    note = page.locator("#opening")
    expect(note).to_contain_text("The rest lies around them.")
    note.get_by_role("button", name="Show all 400 nodes").click()
    expect(note).to_be_hidden()
    assert are_in_view(page, everything)
    expect(open_page("harbor").locator("#opening")).to_be_hidden()


def test_a_graph_of_thousands_draws_its_core_and_says_so(open_page: Opener) -> None:
    page = open_page("large")
    core = choose_core(GRAPHS["large"])
    assert set(page.evaluate("litigraph.drawn().nodes.map(({ id }) => id)")) == core
    expect(page.locator("#opening")).to_contain_text(f"Drawn are {len(core)} of 3,200 nodes")
    page.get_by_role("button", name="Show all 3,200 nodes").click()
    assert page.evaluate(COUNTS) == [3_200, 6_400]
    assert are_in_view(page, [node.id for node in GRAPHS["large"].nodes])
    assert page.evaluate("litigraph.network.body.nodeIndices.length") <= 200


def test_the_count_tells_what_is_drawn_and_a_link_can_draw_all(open_page: Opener) -> None:
    page = open_page("large")
    shown = page.locator(".stage .shown span")
    expect(shown).to_have_text(re.compile(rf"^{len(choose_core(GRAPHS['large']))} of 3,200 nodes"))
    page.get_by_role("button", name="Show all 3,200 nodes").click()
    expect(shown).to_have_text(re.compile(r"^All 3,200 nodes"))
    assert page.evaluate("location.hash") == "#draw=all"
    page.go_back()
    expect(page.locator("#opening")).to_be_visible()
    again = open_page("large", hash="#draw=all")
    expect(again.locator("#opening")).to_be_hidden()
    assert again.evaluate(COUNTS) == [3_200, 6_400]


def test_search_finds_what_is_not_drawn_and_draws_it(open_page: Opener) -> None:
    page = open_page("large")
    node = find_lone_node(page)
    label = next(item.label for item in GRAPHS["large"].nodes if item.id == node)
    page.get_by_role("combobox", name="Find a name").fill(label)
    page.get_by_role("option").first.click()
    expect(page.locator("#panel h2")).to_have_text(label)
    assert are_in_view(page, [node])
    assert page.evaluate("id => litigraph.drawn().ids.has(id)", node)


def click_middle(page: Page, place: str, id: str) -> None:
    """Bring a place of the drawing to the middle of the canvas and click there."""
    page.evaluate(f"id => litigraph.network.moveTo({{ position: {place}, scale: 1 }})", id)
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_painted_nodes_and_edges_answer_a_click_as_others_do(open_page: Opener) -> None:
    page = open_page("large")
    page.get_by_role("button", name="Show all 3,200 nodes").click()
    labels = {node.id: node.label for node in GRAPHS["large"].nodes}
    core = choose_core(GRAPHS["large"])
    painted = [r for r in GRAPHS["large"].relations if not {r.subject, r.object} & core]
    heading = page.locator("#panel h2")
    assert page.evaluate("id => litigraph.network.body.nodes[id] === undefined", painted[0].subject)
    click_middle(page, "litigraph.places.get(id)", painted[0].subject)
    expect(heading).to_have_text(labels[painted[0].subject])
    page.keyboard.press("Escape")
    found = []
    for relation in painted[:10]:
        click_middle(page, "litigraph.findMiddle(id)", relation.id)
        expect(heading).not_to_contain_text("lawsuits")
        found.append(heading.inner_text())
        page.keyboard.press("Escape")
        expect(heading).to_contain_text("lawsuits")
    # A click hits whatever lies on top: another edge, or a name.
    wanted = [re.compile(f"^{labels[r.subject]} .* {labels[r.object]}$") for r in painted[:10]]
    assert sum(bool(want.match(text)) for want, text in zip(wanted, found, strict=True)) >= 5


def test_a_filter_that_leaves_few_shows_them_all(open_page: Opener) -> None:
    page = open_page("large")
    for kind in ("people", "outlets", "organizations", "courts", "works"):
        page.locator("#legend").get_by_role("button", name=kind).click()
    suits = len(GRAPHS["large"].lawsuits)
    assert suits < 400
    assert page.evaluate(COUNTS)[0] == suits


def test_communities_are_coloured_on_demand(open_page: Opener) -> None:
    page = open_page("harbor")
    button = page.get_by_role("button", name="Communities")
    expect(button).to_have_attribute("aria-pressed", "false")
    color = "litigraph.network.body.nodes.n11.options.color.background"
    shapes = "Object.values(litigraph.network.body.nodes).map(node => node.options.shape)"
    before, forms = page.evaluate(color), page.evaluate(shapes)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    legend = page.get_by_role("region", name="Communities")
    expect(legend).to_contain_text(re.compile(r"around (Ada Quill|Bram Osei)"))
    counts = [int(text) for text in legend.locator("li span").all_inner_texts()]
    assert sum(counts) == len(GRAPHS["harbor"].nodes)
    assert page.evaluate(color) != before
    assert page.evaluate(shapes) == forms
    assert page.evaluate("location.hash") == "#colours=communities"
    expect(open_page("harbor", hash="#colours=communities").get_by_role("region", name="Communities")).to_be_visible()
    button.click()
    expect(legend).to_be_hidden()
    assert page.evaluate(color) == before


def test_the_view_is_saved_as_png_at_twice_its_size(open_page: Opener, tmp_path: Path) -> None:
    page = open_page("harbor")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the picture as PNG").click()
    assert download.value.suggested_filename == "harbor.png"
    download.value.save_as(tmp_path / "view.png")
    data = (tmp_path / "view.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n")
    width, height = page.evaluate("[canvas.clientWidth, canvas.clientHeight]")
    assert struct.unpack(">II", data[16:24]) == (2 * width, 2 * height)
    assert len(data) > 20_000


@pytest.mark.parametrize("name", ["harbor", "hostile", "crowd"])
def test_the_view_is_saved_as_svg_with_its_text_as_text(open_page: Opener, name: str, tmp_path: Path) -> None:
    page = open_page(name)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the picture as SVG").click()
    assert download.value.suggested_filename == f"{name}.svg"
    download.value.save_as(tmp_path / "view.svg")
    root = fromstring((tmp_path / "view.svg").read_bytes())
    assert {element.tag for element in root.iter()} <= {
        SVG + tag for tag in ("svg", "g", "path", "rect", "circle", "polygon", "text", "tspan", "title")
    }
    assert not any(key.startswith("on") or "href" in key for element in root.iter() for key in element.attrib)
    titles = [element.text for element in root.iter(SVG + "title")]
    texts = ["".join(element.itertext()) for element in root.iter(SVG + "text")]
    if name == "harbor":
        assert {node.label for node in GRAPHS[name].nodes} <= set(titles)
        assert "Ada Quill accused Bram Osei" in titles
        assert {"Ada Quill", "Osei v. Quill"} <= set(texts)
        assert len([path for path in root.iter(SVG + "path") if path.get("stroke-dasharray")]) == 3
    elif name == "hostile":
        assert any("</script><img" in (title or "") for title in titles)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_gets_the_picture_the_evidence_and_the_tables(open_page: Opener, scheme: str) -> None:
    page = open_page("harbor", hash="#edge=e20", scheme=scheme)
    file = page.pdf(format="A4")
    text = " ".join("".join(part.extract_text() for part in PdfReader(io.BytesIO(file)).pages).split())
    for words in ("3 articles · 7 people", "According to the complaint, Osei harassed Quill for months.",
                  "Superior Court of Calder County", "apologized to", "repeats what news articles report"):  # fmt: skip
        assert words in text
    assert "Find a name" not in text
    assert "Save the picture" not in text
    view = page.evaluate("[litigraph.network.getScale(), litigraph.network.getViewPosition()]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('#panel h2')).color") == "rgb(0, 0, 0)"
    assert page.locator("#print svg text", has_text="Ada Quill").first.is_visible()
    assert page.locator("#print svg > rect").get_attribute("fill") == "#ffffff"
    assert page.locator("#print svg > g > circle").count() == 7
    page.emulate_media(media="screen", color_scheme=scheme)  # type: ignore[arg-type]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#print svg").count() == 0
    assert page.evaluate("[litigraph.network.getScale(), litigraph.network.getViewPosition()]") == view


def test_a_node_that_is_dragged_stays_there_in_the_picture(open_page: Opener) -> None:
    page = open_page("harbor")
    x, y = locate(page, "n12")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y - 20, steps=4)
    page.mouse.up()
    moved = page.evaluate("[litigraph.places.get('n12'), litigraph.network.getPosition('n12')]")
    assert moved[0]["x"] == pytest.approx(moved[1]["x"], abs=1)
    assert locate(page, "n12") == pytest.approx((x + 30, y - 20), abs=3)
