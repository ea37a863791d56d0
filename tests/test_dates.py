"""News dates become ISO dates as precise as their words, and stay empty where the words leave them open."""

from __future__ import annotations

import pytest

from graph.dates import to_iso

PUBLISHED = "2021-03-10"  # a Wednesday


@pytest.mark.parametrize(("words", "iso"), [
    ("December 31, 2020", "2020-12-31"),
    ("31 December 2020", "2020-12-31"),
    ("January 16", "2021-01-16"),
    ("Nov. 4", "2020-11-04"),
    ("last month", "2021-02"),
    ("earlier this month", "2021-03"),
    ("last year", "2020"),
    ("August 2019", "2019-08"),
    ("2014", "2014"),
    ("in early 2014", "2014"),
    ("Tuesday", "2021-03-09"),
    ("on Wednesday", "2021-03-10"),
    ("Thursday morning", "2021-03-04"),
    ("yesterday", "2021-03-09"),
    ("last week", "2021-03"),
    ("earlier this week", "2021-03"),
    ("two weeks ago", "2021-02"),
    ("this morning", "2021-03-10"),
    ("later this afternoon", "2021-03-10"),
    ("last December", "2020-12"),
    ("last March", "2020-03"),
    ("this February", "2021-02"),
    ("March of last year", "2020-03"),
    ("late May last year", "2020-05"),
    ("the following summer", ""),
    ("years", ""),
])  # fmt: skip
def test_words_become_the_date_they_say(words: str, iso: str) -> None:
    assert to_iso(words, PUBLISHED) == iso


@pytest.mark.parametrize(("words", "iso"), [("last month", ""), ("January 16", ""), ("January 16, 2020", "2020-01-16")])
def test_without_a_publication_date_only_full_dates_count(words: str, iso: str) -> None:
    assert to_iso(words, None) == iso


def test_a_week_of_two_months_leaves_the_month_open() -> None:
    assert to_iso("last week", "2021-04-07") == ""


@pytest.mark.parametrize("words", ["this morning", "last week"])
def test_what_goes_by_the_publication_date_is_empty_without_one(words: str) -> None:
    assert to_iso(words, None) == ""


@pytest.mark.parametrize("words", ["Tuesday", "last week"])
def test_no_day_is_counted_back_from_the_first_year_of_the_calendar(words: str) -> None:
    assert to_iso(words, "0001-01-01") == to_iso(words, "") == ""
