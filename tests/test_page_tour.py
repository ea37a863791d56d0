"""The tour of the page: what a reader is told step by step."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from graph.model import EntityType, KnowledgeGraph
from graph.tour.edits import edit_tour, parse_edits
from tests.browser import Adder, Opener, check_access
from tests.graphs import ATTACK, build_harbor_graph

pytestmark = pytest.mark.browser


def find_lit(page: Page) -> set[str]:
    """Return the ids of the nodes that are not faded."""
    return set(page.evaluate("[...(litigraph.focus()?.nodes ?? litigraph.drawn().nodes.map(({ id }) => id))]"))


def test_the_tour_is_told_step_by_step(open_page: Opener) -> None:
    page = open_page("harbor")
    panel = page.locator("#panel")
    begin = panel.get_by_role("button", name="Tell me this dispute")
    expect(begin).to_contain_text("3 steps, in the order of time")
    begin.click()
    expect(panel.locator("h2")).to_have_text("What this is")
    expect(panel.locator("h2")).to_be_focused()
    expect(panel).to_contain_text("3 articles from 1 outlet, from 4 March 2023 to 11 January 2024, tell of 2 lawsuits.")
    expect(panel.get_by_role("navigation", name="Tour")).to_contain_text("1 of 3")
    expect(panel.locator(".who li").first).to_contain_text("Bram Osei plaintiff in 1, defendant in 1")
    panel.get_by_role("button", name="Next").click()
    expect(panel.locator("h2")).to_have_text("Quill v. Osei and The Harbor Gazette")
    expect(panel.get_by_role("button", name="Next")).to_be_focused()
    expect(panel.locator(".lead")).to_contain_text("Filed on 2 March 2023 or on 3 March 2023 (the articles differ)")
    expect(panel.locator(".card")).to_contain_text("Noor Ellery")
    expect(panel.locator(".evidence blockquote").first).to_contain_text(
        "Ada Quill sued Bram Osei and The Harbor Gazette"
    )
    expect(page.locator("#status")).to_contain_text("Step 2 of 3: Quill v. Osei and The Harbor Gazette. Filed on")
    assert find_lit(page) == {"n20", "n01", "n02", "n08", "n05", "n03", "n11", "n21"}
    panel.get_by_role("button", name="Next").click()
    expect(panel.locator("h2")).to_have_text("Osei v. Quill")
    expect(panel.get_by_role("navigation", name="Tour")).to_contain_text("3 of 3")
    panel.get_by_role("button", name="Finish").click()
    expect(panel.locator("h2")).to_have_text("2 lawsuits")
    expect(begin).to_be_focused()


def test_the_tour_obeys_the_keys(open_page: Opener) -> None:
    page = open_page("harbor")
    panel = page.locator("#panel")
    panel.get_by_role("button", name="Tell me this dispute").press("Enter")
    for key, head in (("ArrowLeft", "What this is"), ("ArrowRight", "Quill v. Osei and The Harbor Gazette"),
                      ("ArrowRight", "Osei v. Quill"), ("ArrowRight", "Osei v. Quill"),
                      ("ArrowLeft", "Quill v. Osei and The Harbor Gazette")):  # fmt: skip
        page.keyboard.press(key)
        expect(panel.locator("h2")).to_have_text(head)
    page.get_by_role("combobox").fill("Quill")
    page.get_by_role("combobox").press("ArrowLeft")
    expect(panel.locator("h2")).to_have_text("Quill v. Osei and The Harbor Gazette")
    panel.get_by_role("button", name="Previous").focus()
    page.keyboard.press("Escape")
    expect(panel.locator("h2")).to_have_text("2 lawsuits")
    assert find_lit(page) == {node.id for node in build_harbor_graph().nodes}


def test_a_step_has_a_link_and_a_place_in_the_history(open_page: Opener) -> None:
    page = open_page("harbor", hash="#tour=2")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Quill v. Osei and The Harbor Gazette")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("location.hash") == "#tour=3"
    page.go_back()
    expect(panel.locator("h2")).to_have_text("Quill v. Osei and The Harbor Gazette")
    expect(open_page("harbor", hash="#tour=99").locator("#panel h2")).to_have_text("2 lawsuits")
    expect(open_page("harbor", hash="#tour=constructor").locator("#panel h2")).to_have_text("2 lawsuits")


def test_the_tour_can_be_left_for_a_name_and_gone_on_with(open_page: Opener) -> None:
    page = open_page("harbor", hash="#tour=2")
    panel = page.locator("#panel")
    panel.locator(".card").get_by_role("button", name="Noor Ellery", exact=True).click()
    expect(panel.locator("h2")).to_have_text("Noor Ellery")
    panel.get_by_role("button", name="Back to the tour (2 of 3)").click()
    expect(panel.locator("h2")).to_have_text("Quill v. Osei and The Harbor Gazette")


def test_the_tour_shows_its_nodes_even_where_the_legend_hides_them(open_page: Opener) -> None:
    page = open_page("harbor")
    page.locator("#legend").get_by_role("button", name="courts").click()
    assert "n11" not in page.evaluate("litigraph.network.body.nodeIndices")
    page.get_by_role("button", name="Tell me this dispute").click()
    page.keyboard.press("ArrowRight")
    assert "n11" in page.evaluate("litigraph.network.body.nodeIndices")
    page.keyboard.press("Escape")
    assert "n11" not in page.evaluate("litigraph.network.body.nodeIndices")


def test_a_file_s_tour_is_told_as_text(open_page: Opener, add_page: Adder) -> None:
    graph = build_harbor_graph()
    step = "- about: Lou Castellan\n  title: The editor\n  note: |\n    One <b>.\n\n    Two.\n"
    text = f"title: '{ATTACK.replace(chr(39), chr(34))}'\nsteps:\n{step}"
    tour, faults = edit_tour(graph, parse_edits(text, path="tour.yaml"))
    assert faults == ()
    page = open_page(add_page("edited", graph, tour=tour))
    expect(page.locator("#panel .begin")).to_contain_text("</script><img src=x")
    page.locator("#panel .begin").click()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#panel h2")).to_have_text("The editor")
    assert page.locator("#panel .note").all_inner_texts() == ["One <b>.", "Two."]
    assert find_lit(page) == {"n01", "n07", "n08"}
    assert page.locator("img, b").count() == 0


def test_a_graph_without_lawsuits_offers_no_tour(open_page: Opener, add_page: Adder) -> None:
    graph = build_harbor_graph()
    people = tuple(entity for entity in graph.entities if entity.type is EntityType.PERSON)
    page = open_page(add_page("calm", KnowledgeGraph(graph.documents, people, (), ())))
    assert page.locator(".begin").count() == 0
    assert open_page("empty").locator(".begin").count() == 0


def test_on_a_phone_the_drawing_stays_in_sight_during_the_tour(open_page: Opener) -> None:
    page = open_page("harbor", width=390, height=844)
    page.locator(".begin").click()
    page.keyboard.press("ArrowRight")
    page.mouse.move(200, 600)
    page.mouse.wheel(0, 250)
    page.wait_for_timeout(200)
    canvas = page.locator("#canvas").bounding_box()
    bar = page.locator(".bar").bounding_box()
    assert canvas is not None
    assert bar is not None
    assert -1 <= canvas["y"] <= 2
    assert bar["y"] >= canvas["y"] + canvas["height"] - 1
    assert bar["y"] + bar["height"] < 844
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("hash", ["#tour=1", "#tour=2"])
def test_axe_finds_no_fault_in_the_tour(open_page: Opener, hash: str, scheme: str) -> None:
    page = open_page("harbor", hash=hash, scheme=scheme)
    for details in page.locator("#panel summary").all():
        details.click()
    check_access(page)


def test_axe_finds_no_fault_in_the_tour_on_a_phone(open_page: Opener) -> None:
    check_access(open_page("harbor", width=390, height=844, hash="#tour=2"))
