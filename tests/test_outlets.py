"""Outlets are found by every name they go by, as long as the text has it, and the doubtful ones say that they are."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.outlets import FILE, OutletMatch, drop_article, find_faults, find_outlets, load_outlets, outlet_named
from graph.schema import read_toml


def show(text: str) -> list[tuple[str, str, bool]]:
    """Return what is found as (words of the text, outlet, ambiguous)."""
    return [(text[m.span.start : m.span.end], m.outlet.name, m.ambiguous) for m in find_outlets(text)]


def names_outlet(match: OutletMatch, name: str) -> bool:
    return name in {outlet.name for outlet in (match.outlet, *match.alternatives)}


def test_every_outlet_is_found_by_each_of_its_names() -> None:
    for outlet, form in ((known, form) for known in load_outlets() for form in known.forms):
        matches = find_outlets(f"Lee told {form} that it was over.")
        assert len(matches) == 1, form
        assert names_outlet(matches[0], outlet.name), form
        assert matches[0].ambiguous is (form in outlet.ambiguous), form
        assert drop_article(form) in f"Lee told {form} that"[matches[0].span.start : matches[0].span.end]


@pytest.mark.parametrize(("text", "found"), [
    ("Lee sued The New York Times.", [("The New York Times", "The New York Times", False)]),
    ("Lee sued the New York Times.", [("New York Times", "The New York Times", False)]),
    ("The Daily Mail's editor", [("Daily Mail", "Daily Mail", False)]),
    ("Fox News\N{RIGHT SINGLE QUOTATION MARK}s host", [("Fox News", "Fox News", False)]),
    ("Reuters' reporter", [("Reuters", "Reuters", False)]),
    ("in the New York\nTimes today", [("New York\nTimes", "The New York Times", False)]),
    ("in New York\n\nTimes were hard", [("Times", "The Times", True)]),
    ("L\N{RIGHT SINGLE QUOTATION MARK}Équipe wrote", [("L\N{RIGHT SINGLE QUOTATION MARK}Équipe", "L'Équipe", False)]),
    ("E! News, OK! magazine and 20/20", [("E! News", "E! News", False), ("OK! magazine", "OK!", False),
                                         ("20/20", "20/20", False)]),
    ("AFP/Reuters", [("AFP", "Agence France-Presse", False), ("Reuters", "Reuters", False)]),
])  # fmt: skip
def test_a_span_holds_the_name_and_no_more(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert show(text) == found


@pytest.mark.parametrize(("text", "found"), [
    ("the Guardian reported", [("Guardian", "The Guardian", False)]),
    ("a Guardian reporter", [("Guardian", "The Guardian", True)]),
    ("he told People", [("People", "People", True)]),
    ("he told People magazine", [("People magazine", "People", False)]),
    ("he told the Hill", [("Hill", "The Hill", True)]),
    ("Anita Hill and Deborah Root", []),
    ("he told people at the time", []),
])  # fmt: skip
def test_everyday_words_are_flagged_or_left_alone(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert show(text) == found


def test_a_shared_short_name_gives_every_outlet_that_has_it() -> None:
    match = find_outlets("as the Times reported")[0]
    assert match.ambiguous
    assert {outlet.name for outlet in match.alternatives} >= {"Los Angeles Times", "The New York Times"}


@pytest.mark.parametrize("text", ["crowds in Times Square", "20th Century Fox", "the Fortune 500", "Michael Bloomberg",
                                  "CNNs", "McTMZ", "@CNN", "https://nytimes.com", "www.tmz.com/2019/lee"])  # fmt: skip
def test_lookalikes_parts_of_words_and_links_are_no_outlets(text: str) -> None:
    assert show(text) == []


def test_a_domain_in_running_text_names_its_outlet() -> None:
    assert show("according to TMZ.com and nytimes.com.") == [
        ("TMZ.com", "TMZ", False), ("nytimes.com", "The New York Times", False),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "outlet"), [
    ("the new york times", "The New York Times"),
    ("NEW YORK TIMES", "The New York Times"),
    ("www.nytimes.com", "The New York Times"),
    ("nytimes.com", "The New York Times"),
    ("US News and World Report", "U.S. News & World Report"),
    ("Guardian", "The Guardian"),
    ("Smith & Sons", None),
    ("", None),
])  # fmt: skip
def test_outlet_named_looks_past_case_article_and_punctuation(name: str, outlet: str | None) -> None:
    found = outlet_named(name)
    assert (found.name if found else None) == outlet


def test_every_outlet_is_named_by_its_own_name_and_domains() -> None:
    for outlet in load_outlets():
        for name in (outlet.name, *outlet.domains):
            found = outlet_named(name)
            assert found is not None, name
            assert found == outlet or outlet.name in outlet.ambiguous, name


WORDS = st.sampled_from(
    [
        "\n",
        *"The the New York Times Square Fox News & Friends 's E! CNN Daily Mail on Sunday nytimes.com @ / ’ é".split(),
    ]
)


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_spans_are_in_order_apart_and_whole_words(text: str) -> None:
    last = 0
    for match in find_outlets(text):
        assert last <= match.span.start < match.span.end <= len(text)
        last = match.span.end
        assert not re.match(r"\w", text[match.span.end : match.span.end + 1])
        assert not re.match(r"\w", text[match.span.start - 1 : match.span.start]) or match.span.start == 0


def take_first_outlets() -> dict[str, Any]:
    """Return a small sound file's content to put faults into."""
    return {"outlet": copy.deepcopy(read_toml(FILE)["outlet"][:10])}


FAULTS = [
    ("name", 3, "name"),
    ("aliases", "TMZ", "aliases"),
    ("ambiguous", ["A", "A"], "ambiguous"),
    ("domains", ["http://x.com/"], "'http://x.com/'"),
    ("country", "usa", "'usa'"),
    ("kind", "paper", "'paper'"),
    ("aliasses", ["A"], "aliasses"),
]


@pytest.mark.parametrize(("key", "value", "named"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_told_with_its_outlet_and_key(key: str, value: object, named: str) -> None:
    data = take_first_outlets()
    data["outlet"][7][key] = value
    faults = list(find_faults(data))
    assert faults
    assert any("outlet 8" in fault and named in fault for fault in faults)


def test_all_faults_are_told_at_once() -> None:
    data = take_first_outlets()
    for number, (key, value, _) in enumerate(FAULTS):
        data["outlet"][number][key] = value
    assert len(list(find_faults(data))) >= len(FAULTS)


def test_a_certain_name_of_two_outlets_is_a_fault() -> None:
    data = {"outlet": [
        {"name": "The Examiner", "aliases": ["Morning Bugle"], "country": "US", "kind": "newspaper"},
        {"name": "The Morning Bugle", "country": "GB", "kind": "newspaper"},
    ]}  # fmt: skip
    assert [fault for fault in find_faults(data) if "'Morning Bugle'" in fault]
    data["outlet"][0].pop("aliases")
    assert list(find_faults(data)) == []
