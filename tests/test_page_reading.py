"""What a reader does on the page: reads cards and sentences, and uses the tables."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from graph.model import KnowledgeGraph, Lawsuit, Span, Value
from tests.browser import Adder, Opener, check_access
from tests.graphs import FILING, build_crowd, build_harbor_graph, join, person, quote

pytestmark = pytest.mark.browser

TABLES = "All lawsuits and relations as tables"


def open_table(page: Page, name: str) -> Locator:
    """Open the tables, choose one, and return it."""
    if not page.locator("#sheet").is_visible():
        page.get_by_text(TABLES).click()
    page.get_by_role("tab", name=name).click()
    return page.get_by_role("region", name=name)


def read_column(table: Locator, place: int) -> list[str]:
    """Return the cells of a column, from 1, as they are shown."""
    return table.locator(f"tbody tr > :nth-child({place})").all_inner_texts()


def test_the_overview_begins_with_the_lawsuit_that_most_articles_tell_of(open_page: Opener, add_page: Adder) -> None:
    harbor = build_harbor_graph()
    # an old case that one article names in passing would be the first by its day
    passing = Lawsuit("n22", "Marsh v. Cole", ("Marsh v. Cole",), ("d1",), 1, filed=(Value("1998", ("d1",)),))
    page = open_page(add_page("passing", replace(harbor, lawsuits=(*harbor.lawsuits, passing))))
    rows = page.locator("#panel .rows strong")
    expect(rows).to_have_text(["Quill v. Osei and The Harbor Gazette", "Osei v. Quill", "Marsh v. Cole"])


def test_a_person_s_lawsuits_are_cards(open_page: Opener) -> None:
    panel = open_page("harbor", hash="#node=n02").locator("#panel")
    cards = panel.locator(".suit")
    expect(cards).to_have_count(2)
    expect(cards.nth(0).locator("h4")).to_have_text("Quill v. Osei and The Harbor Gazette")
    expect(cards.nth(0).locator(".here")).to_have_text("defendant")
    expect(cards.nth(1).locator("h4")).to_have_text("Osei v. Quill")
    expect(cards.nth(1).locator(".here")).to_have_text("plaintiff")
    expect(cards.nth(1).locator(".card div", has_text="Status")).to_contain_text(
        "dismissed — reported in “Judge dismisses counterclaim”, 11 January 2024"
    )
    expect(cards.nth(1).locator(".card div", has_text="Answers")).to_contain_text(
        "Quill v. Osei and The Harbor Gazette"
    )
    # What the cards tell is not told again among the relations.
    rows = panel.locator(".rows").get_by_role("button")
    expect(rows.filter(has_text=re.compile("is a (plaintiff|defendant) in"))).to_have_count(0)
    expect(rows.first).to_be_visible()


def test_a_fact_of_a_card_leads_to_its_sentences(open_page: Opener) -> None:
    page = open_page("harbor", hash="#node=n20")
    page.get_by_role("button", name="1 passage: Noor Ellery is the judge in").click()
    expect(page.locator("#panel .evidence blockquote")).to_have_text("Judge Noor Ellery presides over her case.")


def test_a_lawyer_stands_with_the_client(open_page: Opener, add_page: Adder) -> None:
    graph = build_harbor_graph()
    sentence = "“He never married anyone in secret,” said lawyer Ines Falk, who represents Osei."
    counsel = join("e90", "n04", "counsel_in", "n20",
                   quote(FILING, sentence, subject="Ines Falk", cue="lawyer", target="represents"))  # fmt: skip
    name = add_page("counsel", replace(graph, relations=(*graph.relations, counsel)))
    card = open_page(name, hash="#node=n20").locator(".card div", has_text="Counsel").first
    expect(card).to_contain_text("Ines Falk for Bram Osei")


def test_a_less_exact_day_contradicts_nothing(open_page: Opener, add_page: Adder) -> None:
    def filed(*days: str) -> str:
        lawsuit = Lawsuit("l1", "A v. B", (), ("d1",), 1, filed=tuple(Value(day, ("d1",)) for day in days))
        return add_page("-".join(days), KnowledgeGraph((FILING,), (), (lawsuit,), ()))

    def look(name: str) -> Locator:
        return open_page(name, hash="#node=l1").locator(".card div", has_text="Filed")

    expect(look(filed("2023", "2023-03-02"))).to_contain_text("2 March 2023")
    expect(look(filed("2023", "2023-03-02"))).not_to_contain_text("differ")
    expect(look(filed("2023-03-02"))).not_to_contain_text("differ")
    expect(look(filed("2023-03-02", "2023-03-03"))).to_contain_text("The articles differ")


def test_names_are_told_with_why_they_are_one(open_page: Opener) -> None:
    panel = open_page("harbor", hash="#node=n08").locator("#panel")
    expect(panel).to_contain_text("Also: Gazette")
    panel.get_by_text("Why these names are one The Harbor Gazette").click()
    expect(panel.get_by_text("“Gazette” is the short form of “The Harbor Gazette”")).to_be_visible()


def test_what_an_article_s_own_outlet_reported_is_told_without_a_mark_for_it(
    open_page: Opener, add_page: Adder
) -> None:
    graph = build_harbor_graph()
    sentence = "Osei, 44, denied that he ever harassed the novelist."
    item = quote(FILING, sentence, subject="Osei", cue="denied", target="Osei")
    nowhere = Span(item.span.start, item.span.start)
    printed = join("e90", "n08", "reported_on", "n02", replace(item, subject=nowhere, cue=nowhere))
    name = add_page("printed", replace(graph, relations=(*graph.relations, printed)))
    evidence = open_page(name, hash="#edge=e90").locator("#panel .evidence")
    expect(evidence).to_contain_text("Marked: “Osei” is Bram Osei. The Harbor Gazette printed it.")
    expect(evidence.locator("mark")).to_have_text(["Osei"])
    expect(evidence).to_contain_text(f"“{FILING.title}”, {FILING.publisher}")


def test_an_edge_tells_who_claims_and_who_denies(open_page: Opener) -> None:
    panel = open_page("harbor", hash="#edge=e20").locator("#panel")
    expect(panel).to_contain_text("2 passages: 1 alleged by the complaint; 1 denied by Bram Osei")
    alleged, denied = panel.locator(".evidence").all()
    expect(denied).to_contain_text(
        "Marked: “the novelist” is Ada Quill, “Osei” is Bram Osei, “denied” is what says so."
    )
    colors = [item.evaluate("item => getComputedStyle(item).borderLeftColor") for item in (alleged, denied)]
    assert colors[0] != colors[1]
    expect(denied.get_by_text("confidence")).to_be_hidden()
    denied.get_by_text("How it was read").click()
    expect(denied.get_by_text("confidence")).to_be_visible()


def test_an_asserted_passage_with_a_source_says_who_says_so(open_page: Opener, add_page: Adder) -> None:
    evidence = quote(FILING, "Quill and her husband, Teo Marsh, wrote the film Low Tide together.",
                     subject="Quill", cue="husband", target="Teo Marsh", source="her agent")  # fmt: skip
    graph = KnowledgeGraph((FILING,), (person("p1", "Ada Quill", 1), person("p2", "Teo Marsh", 1)), (),
                           (join("r1", "p1", "spouse_of", "p2", evidence),))  # fmt: skip
    panel = open_page(add_page("source", graph), hash="#edge=r1").locator("#panel")
    expect(panel.locator(".evidence .tag")).to_have_text("asserted, says her agent")


def test_a_derived_edge_says_from_what_it_is_derived(open_page: Opener) -> None:
    page = open_page("harbor", hash="#edge=e04")
    notice = page.locator("#panel .notice")
    expect(notice).to_contain_text("Derived: Ada Quill is a plaintiff and Bram Osei a defendant in")
    notice.get_by_role("button", name="Quill v. Osei and The Harbor Gazette").click()
    expect(page.locator("#panel h2")).to_have_text("Quill v. Osei and The Harbor Gazette")
    assert open_page("harbor", hash="#edge=e20").locator("#panel .notice").count() == 0


def build_long_names() -> KnowledgeGraph:
    """Return two people whose names and whose sentence have more than 10,000 characters each."""
    name = "Ab" * 5_000
    text = f"Quill, {'of long descent, ' * 700}sued Osei."
    document = replace(FILING, text=text, url="javascript:alert(1)", title=name, publisher=name)
    evidence = quote(document, text, subject="Quill", cue="sued", target="Osei", source=name)
    people = (person("p1", name, 1, documents=("d1",)), person("p2", f"{name} b", 1, name[:9_000], documents=("d1",)))
    suit = Lawsuit("p3", name, (), ("d1",), 1, claims=(Value(name, ("d1",)),), amounts=(Value(name, ("d1",)),))
    edges = (join("r1", "p1", "criticized", "p2", evidence), join("r2", "p1", "plaintiff_in", "p3", evidence))
    return KnowledgeGraph((document,), people, (suit,), edges)


@pytest.mark.parametrize("hash", ["", "#node=p1", "#node=p3", "#edge=r1", "#tour=1", "#tour=2"])
def test_names_of_10_000_letters_leave_room_for_the_rest(open_page: Opener, add_page: Adder, hash: str) -> None:
    page = open_page(add_page("long", build_long_names()), width=390, height=844, hash=hash)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#panel h2").evaluate("head => head.offsetHeight") < 500
    for name in ("Lawsuits", "Names", "Relations"):
        open_table(page, name)
        assert page.locator("#sheet tbody tr").first.evaluate("row => row.offsetHeight") < 700
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("a[href^=javascript]").count() == 0


def test_the_middle_of_a_long_passage_is_shown_when_asked_for(open_page: Opener, add_page: Adder) -> None:
    page = open_page(add_page("long", build_long_names()), hash="#edge=r1")
    passage = page.locator("#panel blockquote")
    assert len(passage.inner_text()) < 1_500
    expect(passage.locator("mark.cue")).to_have_text("sued")
    page.get_by_role("button", name="more characters").click()
    assert len(passage.inner_text()) > 10_000
    expect(page.locator("#panel h2")).to_be_focused()


def test_long_lists_of_a_card_grow_on_demand(open_page: Opener) -> None:
    page = open_page("crowd", hash="#node=c00000")
    plaintiffs = page.locator(".card > div", has_text="Plaintiffs").locator("li")
    expect(plaintiffs).to_have_count(8)
    edges = build_crowd(400).relations
    suing = {edge.subject for edge in edges if (edge.relation, edge.object) == ("plaintiff_in", "c00000")}
    page.get_by_role("button", name=f"Show {len(suing) - 8} more").click()
    expect(plaintiffs).to_have_count(len(suing))
    expect(plaintiffs.nth(8).locator("button").first).to_be_focused()


def test_the_tables_hold_every_lawsuit_name_and_relation(open_page: Opener) -> None:
    page = open_page("harbor")
    graph = build_harbor_graph()
    assert page.locator("table").count() == 0
    suits = open_table(page, "Lawsuits")
    expect(suits.locator("tbody tr")).to_have_count(2)
    expect(suits.locator("tbody tr").first).to_contain_text("2 March 2023; 3 March 2023")
    expect(suits.locator("tbody tr").first).to_contain_text("Bram Osei; The Harbor Gazette")
    assert sorted(read_column(open_table(page, "Names"), 1)) == sorted(node.label for node in graph.nodes)
    relations = open_table(page, "Relations")
    expect(relations.locator("tbody tr")).to_have_count(len(graph.relations))
    expect(relations.locator("caption")).to_have_text("Relations")
    row = relations.locator("tbody tr").filter(has_text="the complaint")
    for words in ("Ada Quill", "accused", "Bram Osei", "alleged", "According to the complaint", "Osei strikes back"):
        expect(row.first if words != "Osei strikes back" else relations).to_contain_text(words)


def test_a_column_in_which_nothing_stands_is_left_out(open_page: Opener) -> None:
    harbor, hostile = open_page("harbor"), open_page("hostile")
    for page, count in ((harbor, 0), (hostile, 1)):
        heads = open_table(page, "Relations").get_by_role("columnheader")
        expect(heads.filter(has_text="Start")).to_have_count(count)
        expect(heads.filter(has_text="Assertion")).to_have_count(1)


def test_a_head_sorts_its_column_both_ways(open_page: Opener) -> None:
    page = open_page("harbor")
    names = open_table(page, "Names")
    head = names.get_by_role("columnheader", name="Mentions")
    head.get_by_role("button").click()
    counts = [int(text) for text in read_column(names, 6)]
    assert counts == sorted(counts, reverse=True)
    assert head.get_attribute("aria-sort") == "descending"
    expect(page.locator("#status")).to_have_text("Sorted by Mentions, descending")
    head.get_by_role("button").press("Enter")
    assert [int(text) for text in read_column(names, 6)] == sorted(counts)
    assert head.get_attribute("aria-sort") == "ascending"
    expect(head.get_by_role("button")).to_be_focused()
    names.get_by_role("button", name="Also").click()
    assert names.locator("[aria-sort]").count() == 1
    also = read_column(names, 3)
    known = [text for text in also if text]
    assert 0 < len(known) < len(also)
    assert known == sorted(known, key=str.casefold)
    assert also == known + [""] * (len(also) - len(known))


def test_the_filter_keeps_rows_with_all_words(open_page: Opener) -> None:
    page = open_page("harbor")
    relations = open_table(page, "Relations")
    page.get_by_label("Only rows with").fill("OSEI denied")
    expect(relations.locator("tbody tr")).to_have_count(1)
    expect(page.locator("#status")).to_have_text("1 row")
    page.get_by_label("Only rows with").fill("zzz")
    expect(relations.locator("tbody")).to_have_text("No row has these words.")
    page.get_by_label("Only rows with").fill("")
    expect(relations.locator("tbody tr")).to_have_count(30)


def test_long_tables_show_a_page_of_rows(open_page: Opener) -> None:
    page = open_page("crowd")
    count = len(build_crowd(400).relations)
    relations = open_table(page, "Relations")
    expect(relations.locator("tbody tr")).to_have_count(50)
    expect(page.locator(".range")).to_have_text(f"Rows 1–50 of {count}")
    page.get_by_role("button", name="Previous rows").click(force=True)
    expect(page.locator(".range")).to_have_text(f"Rows 1–50 of {count}")
    for _ in range(count // 50 + 1):
        page.get_by_role("button", name="Next rows").click(force=True)
    expect(page.locator(".range")).to_have_text(f"Rows {count // 50 * 50 + 1}–{count} of {count}")
    expect(page.get_by_role("button", name="Next rows")).to_have_attribute("aria-disabled", "true")
    expect(relations.locator("tbody tr")).to_have_count(count % 50)


def test_a_row_opens_and_leads_back(open_page: Opener) -> None:
    page = open_page("harbor")
    relations = open_table(page, "Relations")
    relations.locator("tr[data-id=e34] td").last.click()
    expect(page.locator("#panel .evidence")).to_contain_text("apologized to Quill")
    expect(page.locator("#panel h2")).to_be_focused()
    page.get_by_role("button", name="Back to the table").press("Enter")
    button = relations.get_by_role("button", name="Lou Castellan apologized to Ada Quill")
    expect(button).to_be_focused()
    expect(relations.locator("tr[aria-current=true]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_focused()


def test_text_of_a_row_can_be_marked_without_opening_it(open_page: Opener) -> None:
    page = open_page("harbor")
    cell = open_table(page, "Lawsuits").locator("tbody td", has_text="defamation")
    box = cell.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 2, box["y"] + 16)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 16, steps=4)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()") != ""
    expect(page.locator("#panel h2")).to_have_text("2 lawsuits")


def test_the_tabs_obey_the_arrows(open_page: Opener) -> None:
    page = open_page("harbor")
    open_table(page, "Lawsuits")
    page.get_by_role("tab", name="Lawsuits").press("ArrowLeft")
    expect(page.get_by_role("tab", name="Relations")).to_be_focused()
    expect(page.get_by_role("tabpanel", name="Relations")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Lawsuits")).to_have_attribute("aria-selected", "true")
    assert page.locator("[role=tab][tabindex='0']").count() == 1


def save_table(page: Page, name: str) -> list[list[str]]:
    """Download a table and return its rows, with the line of heads."""
    open_table(page, name)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download CSV").click()
    assert caught.value.suggested_filename == f"{name.lower()}.csv"
    text = Path(caught.value.path()).read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", ["Lawsuits", "Names", "Relations"])
def test_a_table_is_saved_as_csv(open_page: Opener, name: str) -> None:
    page = open_page("harbor")
    rows = save_table(page, name)
    assert rows[0] == [
        head.removesuffix(" ") for head in open_table(page, name).locator("thead button").all_inner_texts()
    ]
    assert len(rows) - 1 == open_table(page, name).locator("tbody tr").count()
    assert all(len(row) == len(rows[0]) for row in rows)


def test_saved_cells_are_no_formulas_and_all_rows_are_saved(open_page: Opener, add_page: Adder) -> None:
    names = ("=1+1", "'=x", "+49 30", '@SUM("a","b")', "plain, “name”", "-", "＝cmd")
    people = tuple(person(f"p{number:02}", name, 1) for number, name in enumerate(names))
    many = tuple(person(f"q{number:03}", f"Person {number}", 1) for number in range(80))
    page = open_page(add_page("formulas", KnowledgeGraph((FILING,), (*people, *many), (), ())))
    saved = {row[0] for row in save_table(page, "Names")}
    assert saved >= {"'=1+1", "''=x", "'+49 30", '\'@SUM("a","b")', "plain, “name”", "'-", "'＝cmd"}
    assert len(saved) == 1 + len(people) + len(many)
    page.get_by_label("Only rows with").fill("person 79")
    assert [row[0] for row in save_table(page, "Names")] == ["Name", "Person 79"]


def test_a_table_is_copied_for_a_spreadsheet(open_page: Opener) -> None:
    page = open_page("harbor")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_table(page, "Lawsuits")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#status")).to_have_text("Copied 2 rows")
    rows = list(csv.reader(io.StringIO(page.evaluate("navigator.clipboard.readText()"), newline=""), delimiter="\t"))
    assert [row[0] for row in rows] == ["Lawsuit", "Quill v. Osei and The Harbor Gazette", "Osei v. Quill"]
    assert rows[1][3] == "2023-03-02; 2023-03-03"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("hash", ["", "#node=n02", "#node=n20", "#edge=e20", "#edge=e04", "#edge=e09"])
def test_axe_finds_no_fault_in_the_panel(open_page: Opener, hash: str, scheme: str) -> None:
    page = open_page("harbor", hash=hash, scheme=scheme)
    for details in page.locator("#panel summary").all():
        details.click()
    check_access(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["Lawsuits", "Names", "Relations"])
def test_axe_finds_no_fault_in_a_table(open_page: Opener, name: str, scheme: str) -> None:
    page = open_page("crowd", scheme=scheme)
    table = open_table(page, name)
    table.locator("thead button").nth(1).click()
    table.locator("tbody button").first.click()
    check_access(page)
