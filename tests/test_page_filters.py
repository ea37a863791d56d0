"""Finding and filtering on the page: search, kinds, articles, dates and degrees."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import Opener, list_edges, list_nodes, open_filters, read_hash

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gazette quill osei", ["Quill v. Osei and The Harbor Gazette"]),
        ("QUILL, v osei", ["Quill v. Osei and The Harbor Gazette", "Osei v. Quill"]),
        ("calder", ["Superior Court of Calder County"]),
        ("novelist the", ["Ada Quill — the novelist"]),
        ("ill ada", ["Ada Quill"]),
    ],
)
def test_search_finds_words_in_any_order(open_page: Opener, text: str, found: list[str]) -> None:
    page = open_page("harbor")
    page.get_by_role("combobox", name="Find a name").fill(text)
    assert [option.locator("span").inner_text() for option in page.get_by_role("option").all()] == found


@pytest.mark.parametrize("text", ["soren aszlo", "SØREN", "ászló"])
def test_search_takes_letters_with_and_without_their_marks(open_page: Opener, text: str) -> None:
    page = open_page("dated")
    page.get_by_role("combobox", name="Find a name").fill(text)
    expect(page.get_by_role("option")).to_have_text(["Søren Ászlóperson"])


def test_search_says_which_alias_fits_and_how_many_names(open_page: Opener) -> None:
    page = open_page("dated")
    query = page.get_by_role("combobox", name="Find a name")
    query.fill("great dane")
    expect(page.get_by_role("option")).to_contain_text("Søren Ászló — the Great Dane")
    query.fill("person")
    expect(page.get_by_role("option")).to_have_count(7)
    expect(page.locator("#status")).to_have_text("7 names")
    page.keyboard.press("ArrowUp")
    last = page.get_by_role("option").last
    expect(last).to_have_attribute("aria-selected", "true")
    assert query.get_attribute("aria-activedescendant") == last.get_attribute("id")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(query).to_have_value("")


def test_a_name_that_is_filtered_out_can_still_be_found(open_page: Opener) -> None:
    page = open_page("harbor", hash="#hidetypes=Person")
    assert "n01" not in list_nodes(page)
    page.get_by_role("combobox", name="Find a name").fill("ada quill")
    page.keyboard.press("Enter")
    assert "n01" in list_nodes(page)
    assert "n02" not in list_nodes(page)


def test_groups_of_relations_can_be_hidden_with_the_nodes_that_only_they_join(open_page: Opener) -> None:
    page = open_page("dated")
    sheet = open_filters(page)
    before = list_nodes(page)
    personal = sheet.get_by_role("button", name="Personal life")
    personal.click()
    expect(personal).to_have_attribute("aria-pressed", "false")
    expect(personal).to_be_focused()
    assert before - list_nodes(page) == {"p6", "p7", "p8"}
    assert list_edges(page) == {"s1", "s2", "s3", "s4", "s5"}
    expect(sheet.locator(".shown")).to_contain_text("6 of 9 nodes, 5 of 7 relations")
    expect(page.get_by_role("button", name="Filters, 1 in use")).to_be_visible()
    sheet.get_by_role("button", name="Clear filters").click()
    assert list_nodes(page) == before
    expect(sheet.locator(".shown span")).to_have_text("All 9 nodes and 7 relations")
    expect(sheet.get_by_role("button", name="Clear filters")).to_be_hidden()
    expect(sheet.get_by_role("heading", name="Filters")).to_be_focused()


def test_a_line_over_the_drawing_says_how_much_is_shown(open_page: Opener) -> None:
    page = open_page("harbor")
    line = page.locator(".stage .shown")
    expect(line.locator("span")).to_have_text("All 14 nodes and 27 relations")
    page.get_by_role("button", name="people").click()
    expect(line).to_contain_text("7 of 14 nodes, 5 of 27 relations")
    expect(page.locator("#status")).to_have_text("Showing: 7 of 14 nodes, 5 of 27 relations")
    line.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_role("button", name="people")).to_have_attribute("aria-pressed", "true")
    expect(line.locator("span")).to_have_text("All 14 nodes and 27 relations")


def test_articles_and_outlets_filter_by_their_passages(open_page: Opener) -> None:
    page = open_page("dated")
    sheet = open_filters(page)
    sheet.get_by_role("checkbox", name=re.compile("Report number 0")).check()
    assert list_edges(page) == {"s1"}
    assert list_nodes(page) == {"p1", "p2"}
    sheet.get_by_role("checkbox", name=re.compile("^Paper B all its articles")).check()
    assert list_edges(page) == {"s1", "s2", "s4", "s7"}
    assert "p9" in list_nodes(page), "a lone node stays with its article"
    assert read_hash(page) == "#articles=a0&outlets=Paper%20B"


def test_a_long_list_of_articles_can_be_searched(open_page: Opener) -> None:
    page = open_page("dated")
    sheet = open_filters(page)
    expect(sheet.get_by_role("checkbox", name=re.compile("Report number"))).to_have_count(8)
    sheet.get_by_role("checkbox", name=re.compile("Report number 7")).check()
    field = sheet.get_by_role("searchbox", name="Search the articles")
    field.fill("june 2021")
    boxes = sheet.locator(".boxes").get_by_role("checkbox")
    expect(boxes).to_have_count(2)
    expect(boxes.first).to_be_checked()
    field.fill("zzz")
    expect(boxes).to_have_count(1)


def test_the_dates_obey_the_keyboard(open_page: Opener) -> None:
    page = open_page("dated")
    sheet = open_filters(page)
    first, last = sheet.get_by_role("slider", name="From"), sheet.get_by_role("slider", name="Until")
    expect(first).to_have_attribute("aria-valuetext", "5 January 2021")
    expect(last).to_have_attribute("aria-valuetext", "1 December 2023")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(first).to_have_attribute("aria-valuetext", "1 February 2021")
    assert list_edges(page) == {"s2", "s3", "s4", "s5", "s6", "s7"}
    last.focus()
    page.keyboard.press("Home")
    assert last.input_value() == first.input_value(), "the last day cannot pass the first one"
    assert list_edges(page) == {"s5"}
    for _ in range(19):
        page.keyboard.press("ArrowRight")
    expect(last).to_have_attribute("aria-valuetext", "30 September 2022")
    assert list_edges(page) == {"s2", "s3", "s4", "s5"}
    assert read_hash(page) == "#dates=2021-02-01..2022-09-30"
    page.keyboard.press("End")
    first.focus()
    page.keyboard.press("Home")
    assert read_hash(page) == ""


def test_passages_without_a_date_have_a_box_of_their_own(open_page: Opener) -> None:
    page = open_page("dated")
    box = open_filters(page).get_by_role("checkbox", name="Show 1 passage without a date")
    expect(box).to_be_checked()
    box.uncheck()
    assert list_edges(page) == {"s1", "s2", "s3", "s4", "s6", "s7"}
    assert read_hash(page) == "#undated=hidden"


def drag_over_bars(page: Page, start: float, stop: float) -> None:
    """Draw with the mouse from one share of the bars' width to another."""
    box = page.locator(".bars").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], middle)
    page.mouse.down()
    page.mouse.move(box["x"] + (start + stop) / 2 * box["width"], middle)
    page.mouse.move(box["x"] + stop * box["width"], middle)
    page.mouse.up()


def test_a_brush_chooses_and_moves_the_dates(open_page: Opener) -> None:
    page = open_page("dated")
    open_filters(page)
    drag_over_bars(page, 0.02, 0.2)
    assert list_edges(page) == {"s1", "s2", "s5"}
    drag_over_bars(page, 0.1, 0.99)
    assert list_edges(page) == {"s5", "s6", "s7"}
    page.go_back()
    assert list_edges(page) == {"s1", "s2", "s5"}
    page.go_back()
    assert len(list_edges(page)) == 7


def test_a_finger_can_draw_the_brush(open_page: Opener) -> None:
    page = open_page("dated", width=390, height=844)
    open_filters(page)
    box = page.locator(".bars").bounding_box()
    assert box is not None
    touch = page.context.new_cdp_session(page)
    touch.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    for kind, share in (("touchStart", 0.02), ("touchMove", 0.1), ("touchMove", 0.2), ("touchEnd", None)):
        spot = {"x": box["x"] + (share or 0) * box["width"], "y": box["y"] + 20}
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if share is None else [spot]})
    page.wait_for_function("litigraph.network.body.edgeIndices.length === 3")
    assert list_edges(page) == {"s1", "s2", "s5"}


def test_events_count_by_their_own_day(open_page: Opener) -> None:
    """The complaint's article is of 4 March, and it speaks of 2 March."""
    sheet = open_filters(open_page("harbor"))
    expect(sheet.get_by_role("slider", name="From")).to_have_attribute("aria-valuetext", "2 March 2023")


def test_the_degree_slider_stops_where_there_are_nodes(open_page: Opener) -> None:
    page = open_page("dated")
    slider = open_filters(page).get_by_role("slider", name="Relations of a node")
    slider.focus()
    for words, nodes in (
        ("1 or more", {"p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"}),
        ("2 or more", {"p1", "p2", "p3", "p4", "p5"}),
        ("3 or more", {"p3"}),
    ):
        page.keyboard.press("ArrowRight")
        expect(slider).to_have_attribute("aria-valuetext", words)
        assert list_nodes(page) == nodes
    assert read_hash(page) == "#degree=3"
    page.go_back()
    assert len(list_nodes(page)) == 9, "a slider's moves are one step back"
    page.go_forward()
    expect(page.locator("#nothing")).to_be_hidden()
    page.get_by_role("button", name="people").click()
    expect(page.locator("#nothing")).to_have_text("The filters let nothing through.")
