"""Views of the page: focus, paths, spotlights, the address that holds them, keys, and the phone's sheet."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.browser import Opener, list_bright, list_edges, list_nodes, open_filters, read_hash
from tests.dated_graph import SENTENCE
from tests.graphs import ATTACK

pytestmark = pytest.mark.browser


def find_faults(page: Page) -> list[tuple[str, list[str]]]:
    """Return what axe-core holds against the page as it is now."""
    found = Axe().run(page).response["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]


def test_keys_widen_the_focus(open_page: Opener) -> None:
    page = open_page("dated", hash="#node=p6")
    assert list_bright(page) == {"p5", "p6"}
    page.keyboard.press("2")
    assert list_bright(page) == {"p3", "p5", "p6"}
    page.keyboard.press("3")
    assert list_bright(page) == {"p2", "p3", "p4", "p5", "p6"}
    expect(page.get_by_role("button", name="3 steps")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#status")).to_have_text("3 steps around Person Six: 5 nodes")
    assert read_hash(page) == "#node=p6&steps=3"
    page.get_by_role("button", name="1 step", exact=True).click()
    assert list_bright(page) == {"p5", "p6"}
    assert len(list_nodes(page)) == 9


def test_the_rest_can_be_hidden(open_page: Opener) -> None:
    page = open_page("dated", hash="#node=p6&steps=2")
    page.get_by_role("button", name="Hide rest").click()
    assert list_nodes(page) == {"p3", "p5", "p6"}
    assert list_edges(page) == {"s5", "s6"}
    page.keyboard.press("h")
    assert len(list_nodes(page)) == 9


def test_a_path_is_shown_with_the_passages_of_its_edges(open_page: Opener) -> None:
    page = open_page("dated", hash="#node=p1")
    page.keyboard.press("p")
    target = page.get_by_role("combobox", name="Path to which name")
    expect(target).to_be_focused()
    page.keyboard.type("five")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("From Søren Ászló to Person Five")
    expect(panel.locator("h2")).to_be_focused()
    expect(panel.locator(".lead")).to_have_text("Søren Ászló → Person Four → Person Three → Person Five")
    hops = panel.locator(".hops > li")
    expect(hops).to_have_count(3)
    for hop, words in zip(hops.all(), ("praised", "criticized", "spoke to"), strict=True):
        expect(hop).to_contain_text(words)
        expect(hop.locator("blockquote").first).to_have_text(SENTENCE)
    expect(hops.nth(1)).to_contain_text("1 more passage")
    assert list_bright(page) == {"p1", "p3", "p4", "p5"}
    assert read_hash(page) == "#path=p1,p5"
    page.get_by_role("button", name="Leave the path").click()
    expect(panel.locator("h2")).to_have_text("Søren Ászló")


def test_a_path_goes_over_what_is_shown(open_page: Opener) -> None:
    page = open_page("dated", hash="#path=p1,p3&dates=2021-01-01..2021-12-31")
    expect(page.locator("#panel .lead")).to_have_text("Søren Ászló → Person Two → Person Three")
    page = open_page("dated", hash="#path=p1,p3&dates=2023-11-01..")
    expect(page.locator("#panel")).to_contain_text("Without filters there is one of 2 steps")
    page.locator("#panel").get_by_role("button", name="Clear filters").click()
    expect(page.locator("#panel .lead")).to_have_text("Søren Ászló → Person Four → Person Three")
    page = open_page("dated", hash="#path=p1,p8")
    expect(page.locator("#panel")).to_contain_text("Nothing in these articles joins the two")


def test_a_tour_can_spotlight_nodes_and_edges(open_page: Opener) -> None:
    page = open_page("dated")
    page.evaluate("litigraph.applyView({ nodes: ['p7', 'gone'], edges: ['s6', '__proto__'], title: 'Step 1' })")
    assert list_bright(page) == {"p5", "p6", "p7"}
    expect(page.get_by_role("group", name="Focus")).to_contain_text("Step 1")
    assert read_hash(page) == "#nodes=p7,p5,p6&edges=s6"
    page.get_by_role("button", name="Show everything").click()
    assert len(list_bright(page)) == 9


def test_back_and_forward_go_through_the_views(open_page: Opener) -> None:
    page = open_page("harbor")
    page.get_by_role("button", name="people").click()
    page.get_by_role("button", name="denied").click()
    page.evaluate("litigraph.select('node', 'n20', true)")
    assert read_hash(page) == "#node=n20&hidetypes=Person&hideassertions=denied"
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("2 lawsuits")
    page.go_back()
    expect(page.get_by_role("button", name="denied")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="people")).to_have_attribute("aria-pressed", "false")
    page.go_back()
    assert len(list_nodes(page)) == 14
    page.go_forward()
    assert len(list_nodes(page)) == 7


VIEW = (
    "#node=p1&steps=2&rest=hidden&hidetypes=MediaOutlet&hidegroups=personal&articles=a0,a1,a2,a5"
    "&outlets=Paper%20A&dates=2021-01-01..2022-12-31&undated=hidden&degree=1"
)


def test_a_link_holds_the_whole_view(open_page: Opener) -> None:
    page = open_page("dated", hash=VIEW)
    assert list_nodes(page) == {"p1", "p2", "p3", "p4"}
    assert list_edges(page) == {"s1", "s2", "s3", "s4"}
    sheet = open_filters(page)
    expect(sheet.get_by_role("button", name="Personal life")).to_have_attribute("aria-pressed", "false")
    expect(sheet.get_by_role("checkbox", name=re.compile("Report number 5"))).to_be_checked()
    expect(sheet.get_by_role("slider", name="Until")).to_have_attribute("aria-valuetext", "31 December 2022")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    page.get_by_role("button", name="outlets").click()
    assert read_hash(page) == VIEW.replace("hidetypes=MediaOutlet&", "")
    assert read_hash(open_page("harbor", hash="#derived=shown&edge=e04")) == "#derived=shown&edge=e04"


@pytest.mark.parametrize(
    "hash",
    [
        "#node=gone",
        "#edge=__proto__",
        "#path=p1",
        "#path=p1,gone",
        "#path=p1,p1",
        "#hidetypes=constructor,Nothing&hidegroups=&articles=gone&outlets=toString",
        "#dates=2023-02-30..&degree=-1&steps=9&rest=x&undated=",
        "#dates=2023-01-01..2021-01-01",
        "#node=%E0%A4%A&=&&dates",
        "#nothing=of&the=kind",
        "#lists",
        "#<img src=x onerror=alert(1)>",
    ],
)
def test_what_is_unknown_in_a_link_is_passed_over(open_page: Opener, hash: str) -> None:
    page = open_page("dated", hash=hash)
    assert len(list_bright(page)) == 9
    assert len(list_edges(page)) == 7
    expect(page.locator("#panel h2")).to_have_text("No lawsuit was found")


def test_a_link_within_the_page_leaves_the_view_alone(open_page: Opener) -> None:
    page = open_page("harbor", hash="#node=n01&hidetypes=Court")
    page.get_by_role("link", name="Skip to the tables").focus()
    page.keyboard.press("Enter")
    assert read_hash(page) == "#lists"
    expect(page.locator("#panel h2")).to_have_text("Ada Quill")
    assert "n11" not in list_nodes(page)


def test_the_keys_are_listed_and_can_be_turned_off(open_page: Opener) -> None:
    page = open_page("harbor")
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keys")
    expect(help_).to_contain_text("Path from the selected node to another")
    help_.get_by_role("checkbox", name="Use the single keys").uncheck()
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    page.keyboard.press("f")
    expect(page.get_by_role("dialog", name="Filters")).to_be_hidden()
    page.get_by_role("button", name="Keys").click()
    help_.get_by_role("checkbox", name="Use the single keys").check()
    help_.get_by_role("button", name="Close the help").click()
    page.keyboard.press("f")
    expect(page.get_by_role("dialog", name="Filters")).to_be_visible()
    page.keyboard.press("f")
    expect(page.get_by_role("dialog", name="Filters")).to_be_hidden()


def test_typing_is_no_shortcut(open_page: Opener) -> None:
    page = open_page("harbor", hash="#node=n01")
    page.get_by_role("combobox", name="Find a name").press_sequentially("f3cph?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.evaluate("litigraph.state.steps") == 1


def test_on_a_phone_the_filters_are_a_sheet(open_page: Opener) -> None:
    page = open_page("dated", width=390, height=844)
    expect(page.locator(".stage .shown")).to_be_hidden()
    sheet = open_filters(page)
    box = sheet.bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    sheet.get_by_role("button", name="Personal life").click()
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(page.get_by_role("button", name="Filters, 1 in use")).to_be_focused()
    expect(page.locator(".stage .shown")).to_contain_text("6 of 9 nodes, 5 of 7 relations")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_names_in_the_filters_stay_text(open_page: Opener) -> None:
    page = open_page("hostile", hash="#path=h00,h02&outlets=" + "%3Cscript%3E")
    title = page.title()
    open_filters(page)
    page.keyboard.press("Escape")
    page.evaluate("litigraph.applyView({ nodes: ['h00'], title: '<img src=x onerror=alert(1)>' })")
    page.get_by_role("button", name="Show everything").click()
    page.evaluate("litigraph.select('node', 'h00', true)")
    page.keyboard.press("p")
    page.get_by_role("combobox", name="Path to which name").fill("script")
    page.get_by_role("option").nth(1).click()
    expect(page.locator("#panel h2")).to_contain_text(ATTACK)
    assert page.title() == title
    assert page.locator("img, iframe").count() == 0
    assert page.locator("script").count() == 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_fault_in_the_filters(open_page: Opener, scheme: str, width: int) -> None:
    page = open_page("dated", hash="#node=p1&steps=2&hidegroups=personal&degree=1", width=width, scheme=scheme)
    page.keyboard.press("p")
    page.get_by_role("combobox", name="Path to which name").fill("person")
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    open_filters(page)
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Keys").click()
    assert find_faults(page) == []


@pytest.mark.parametrize("hash", ["#path=p1,p5", "#nodes=p1&edges=s6", "#path=p1,p3&dates=2023-11-01.."])
def test_axe_finds_no_fault_in_paths_and_spotlights(open_page: Opener, hash: str) -> None:
    assert find_faults(open_page("dated", hash=hash)) == []
    assert find_faults(open_page("dated", hash=hash, width=390, scheme="dark")) == []
