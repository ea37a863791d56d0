"""The page in a real browser, opened from disk as its readers do."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from graph.layout import arrange
from graph.page import count_things
from tests.browser import GRAPHS, Opener, find_edge_spots, locate
from tests.graphs import ATTACK, FILING, HOSTILE_LABELS, build_harbor_graph, build_hostile_graph

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_opens_offline_without_a_fault(open_page: Opener, name: str, scheme: str) -> None:
    page = open_page(name, scheme=scheme)
    expect(page.locator("#canvas canvas")).to_be_visible()
    assert page.evaluate("document.compatMode") == "CSS1Compat"
    assert page.evaluate("document.documentElement.lang") == "en"


def test_the_header_says_what_the_page_holds(open_page: Opener) -> None:
    page = open_page("harbor")
    header = page.locator("header")
    expect(header).to_contain_text(
        "3 articles · 7 people · 2 lawsuits · 2 outlets, from 4 March 2023 to 11 January 2024"
    )
    expect(page.locator("footer")).to_contain_text("repeats what news articles report about real people")


def test_an_empty_graph_says_so(open_page: Opener) -> None:
    expect(open_page("empty").locator("#empty")).to_be_visible()
    assert open_page("harbor").locator("#empty").is_hidden()


def test_nodes_are_drawn_where_the_layout_put_them(open_page: Opener) -> None:
    page = open_page("harbor")
    graph = arrange(build_harbor_graph())
    drawn = page.evaluate("litigraph.network.getPositions()")
    assert set(drawn) == set(graph.positions)
    for node, place in graph.positions.items():
        assert abs(drawn[node]["x"] - place.x) <= 1
        assert abs(drawn[node]["y"] + place.y) <= 1


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_whole_graph_is_in_view_at_first(open_page: Opener, width: int, height: int) -> None:
    page = open_page("harbor", width=width, height=height)
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    spots = page.evaluate("Object.values(litigraph.network.getPositions()).map(p => litigraph.network.canvasToDOM(p))")
    assert len(spots) == len(GRAPHS["harbor"].nodes)
    for spot in spots:
        assert 0 < spot["x"] < box["width"]
        assert 0 < spot["y"] < box["height"]


def test_a_click_on_a_lawsuit_shows_its_card(open_page: Opener) -> None:
    page = open_page("harbor")
    page.mouse.click(*locate(page, "n20"))
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Quill v. Osei and The Harbor Gazette")
    card = panel.locator(".card")
    for words in ("Plaintiff", "Ada Quill", "Defendants", "The Harbor Gazette", "Judge", "Noor Ellery", "Court",
                  "Superior Court of Calder County", "defamation", "ongoing"):  # fmt: skip
        expect(card).to_contain_text(words)
    amount = card.locator("dd", has_text="$12 million")
    expect(amount).to_contain_text("The articles differ")
    expect(amount.locator("li", has_text="$12 million")).to_contain_text("Calder Courier, 4 March 2023")
    expect(amount.locator("li", has_text="$15 million")).to_contain_text("“Osei strikes back”, 18 June 2023")
    expect(card.locator("dd", has_text="2 March 2023")).to_contain_text("3 March 2023")


def test_a_click_on_a_person_shows_names_lawsuits_and_relations(open_page: Opener) -> None:
    page = open_page("harbor")
    page.mouse.click(*locate(page, "n01"))
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Ada Quill")
    expect(panel).to_contain_text("Also: Quill, the novelist")
    expect(panel).to_contain_text("14 mentions in 3 articles")
    expect(panel).to_contain_text("articles/quill-files-suit.txt · 4 March 2023")
    panel.get_by_role("button", name=re.compile("^Ada Quill accused Bram Osei")).click()
    expect(panel.locator("h2")).to_have_text("Ada Quill accused Bram Osei")
    panel.get_by_role("button", name="Bram Osei").click()
    expect(panel.locator("h2")).to_have_text("Bram Osei")
    expect(panel.locator("h2")).to_be_focused()
    page.go_back()
    expect(panel.locator("h2")).to_have_text("Ada Quill accused Bram Osei")
    panel.get_by_role("button", name="All lawsuits").click()
    expect(panel.locator("h2")).to_have_text("2 lawsuits")


def test_a_click_on_an_edge_shows_the_sentence_with_its_marks(open_page: Opener) -> None:
    page = open_page("harbor")
    page.mouse.click(*find_edge_spots(page, "n01", "n02")["e20"])
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Ada Quill accused Bram Osei")
    first, second = panel.locator(".evidence").all()
    expect(first.locator("blockquote")).to_have_text("According to the complaint, Osei harassed Quill for months.")
    expect(first.locator("mark.subject")).to_have_text("Quill")
    expect(first.locator("mark.cue")).to_have_text("harassed")
    expect(first.locator("mark.object")).to_have_text("Osei")
    expect(first).to_contain_text("alleged by the complaint")
    expect(first).to_contain_text("“Novelist sues The Harbor Gazette”, Calder Courier, 4 March 2023")
    expect(first).to_contain_text("test/rule, confidence 0.74")
    expect(second).to_contain_text("denied by Bram Osei")
    expect(second).to_contain_text("“the novelist” → Ada Quill")


def test_parallel_edges_can_each_be_hit(open_page: Opener) -> None:
    page = open_page("harbor")
    spots = find_edge_spots(page, "n01", "n02")
    assert {"e20", "e21", "e29"} <= set(spots)
    page.get_by_role("button", name="shortcuts").click()
    assert {"e04", "e08", "e20", "e21", "e29"} <= set(find_edge_spots(page, "n01", "n02"))


def test_arrows_and_dashes_say_what_colours_say(open_page: Opener) -> None:
    page = open_page("harbor")
    drawing = page.evaluate("JSON.parse(document.getElementById('drawing').textContent)")
    edges = {edge["id"]: edge for edge in drawing["edges"]}
    assert edges["e22"]["arrows"] == ""
    assert edges["e23"]["arrows"] == "to"
    assert edges["e23"]["dashes"] is False
    assert edges["e29"]["dashes"] != edges["e21"]["dashes"]
    assert all(edges[edge]["dashes"] for edge in ("e29", "e21"))


def test_search_finds_aliases_by_keyboard(open_page: Opener) -> None:
    page = open_page("harbor")
    page.keyboard.press("/")
    query = page.get_by_role("combobox", name="Find a name")
    expect(query).to_be_focused()
    page.keyboard.type("NOVEL")
    option = page.get_by_role("option")
    expect(option).to_have_count(1)
    expect(option).to_contain_text("Ada Quill — the novelist")
    expect(query).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(query).to_have_attribute("aria-activedescendant", "suggestion-0")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Ada Quill")
    assert page.evaluate("litigraph.network.getViewPosition()") == pytest.approx(
        page.evaluate("litigraph.network.getPosition('n01')"), abs=1
    )
    expect(query).to_have_attribute("aria-expanded", "false")


def test_search_can_be_clicked_and_tells_when_nothing_fits(open_page: Opener) -> None:
    page = open_page("harbor")
    page.get_by_role("combobox").fill("lantern")
    page.get_by_role("option").first.click()
    expect(page.locator("#panel h2")).to_have_text("Lantern Post")
    page.get_by_role("combobox").fill("zzz")
    expect(page.get_by_role("option")).to_have_text("No such name")


def test_the_legend_hides_and_shows_types_and_assertions(open_page: Opener) -> None:
    page = open_page("harbor")
    people = page.get_by_role("button", name="people")
    expect(people).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("litigraph.network.body.nodeIndices.length") == 14
    people.click()
    expect(people).to_have_attribute("aria-pressed", "false")
    expect(people).to_be_focused()
    assert page.evaluate("litigraph.network.body.nodeIndices.length") == 7
    people.click()
    assert page.evaluate("litigraph.network.body.nodeIndices.length") == 14
    shown = page.evaluate("litigraph.network.body.edgeIndices")
    assert "e29" in shown
    assert "e04" not in shown
    page.get_by_role("button", name="alleged").click()
    page.get_by_role("button", name="shortcuts").click()
    shown = page.evaluate("litigraph.network.body.edgeIndices")
    assert "e29" not in shown
    assert "e04" in shown


def test_a_link_leads_to_the_sentence(open_page: Opener) -> None:
    page = open_page("harbor", hash="#edge=e34")
    expect(page.locator("#panel .evidence")).to_contain_text("apologized to Quill")
    expect(open_page("harbor", hash="#node=gone").locator("#panel h2")).to_have_text("2 lawsuits")
    expect(open_page("harbor", hash="#edge=__proto__").locator("#panel h2")).to_have_text("2 lawsuits")


def test_the_canvas_obeys_the_keyboard(open_page: Opener) -> None:
    page = open_page("harbor")
    surface = page.get_by_role("application")
    surface.focus()
    scale = page.evaluate("litigraph.network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("litigraph.network.getScale()") == pytest.approx(scale * 1.4)
    left = page.evaluate("litigraph.network.getViewPosition().x")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("litigraph.network.getViewPosition().x") > left
    page.keyboard.press("0")
    assert page.evaluate("litigraph.network.getScale()") == pytest.approx(scale)


def test_hostile_text_stays_text(open_page: Opener) -> None:
    page = open_page("hostile")
    title = page.title()
    for node in page.evaluate("Object.keys(litigraph.network.getPositions())"):
        page.evaluate("id => litigraph.select('node', id, true)", node)
    for edge in page.evaluate("litigraph.network.body.edgeIndices"):
        page.evaluate("id => litigraph.select('edge', id, true)", edge)
        expect(page.locator("#panel .evidence")).to_contain_text("javascript:alert(1) href=")
    page.get_by_text("All lawsuits and relations as tables").click()
    page.get_by_role("tab", name="Relations").click()
    page.get_by_role("combobox").fill("script")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(page.locator("#panel h2")).to_contain_text(ATTACK)
    page.wait_for_timeout(100)
    assert page.title() == title == count_things(build_hostile_graph())
    assert page.locator("img, iframe, object, embed, a[href^=javascript]").count() == 0
    assert page.locator("script").count() == 5
    expect(page.get_by_role("cell", name="{{ 7 * 7 }} {% raw %} ${7*7} %s", exact=True)).to_be_visible()


def test_an_article_s_publisher_and_address_are_shown(open_page: Opener) -> None:
    page = open_page("harbor", hash="#node=n01")
    link = page.get_by_role("link", name="article on the web")
    assert link.get_attribute("href") == FILING.url
    assert link.get_attribute("rel") == "noopener noreferrer"
    expect(page.locator("#panel")).to_contain_text(f"{FILING.publisher} · {FILING.path}")


def test_characters_that_turn_the_writing_are_not_shown(open_page: Opener) -> None:
    page = open_page("hostile", hash="#node=h04")
    assert "\u202e" in HOSTILE_LABELS[4]
    expect(page.locator("#panel h2")).to_have_text(HOSTILE_LABELS[4].replace("\u202e", ""))


@pytest.mark.parametrize("hash", ["", "#node=n20", "#edge=e20"])
def test_a_phone_needs_no_sideways_scrolling(open_page: Opener, hash: str) -> None:
    page = open_page("harbor", width=390, height=844, hash=hash)
    page.get_by_text("All lawsuits and relations as tables").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    canvas, panel = page.locator("#canvas").bounding_box(), page.locator("#panel").bounding_box()
    assert canvas is not None
    assert panel is not None
    assert panel["y"] >= canvas["y"] + canvas["height"]
    assert canvas["width"] > 340


@pytest.mark.parametrize("name", ["hostile", "crowd"])
def test_long_words_do_not_widen_a_phone(open_page: Opener, name: str) -> None:
    page = open_page(name, width=390, height=844)
    page.evaluate("litigraph.select('node', Object.keys(litigraph.network.getPositions()).at(-1), true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    ("hash", "scheme"),
    [
        ("", "light"),
        ("", "dark"),
        ("#node=n20", "light"),
        ("#node=n01", "dark"),
        ("#edge=e20", "light"),
        ("#edge=e20", "dark"),
    ],
)
def test_axe_finds_no_fault(open_page: Opener, hash: str, scheme: str) -> None:
    page = open_page("harbor", hash=hash, scheme=scheme)
    page.get_by_text("All lawsuits and relations as tables").click()
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
