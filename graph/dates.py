"""Turns the dates of news ("last month", "on Tuesday", "January 16") into ISO dates, as precise as the words are."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from dateparser.date import DateDataParser

VAGUE = re.compile(r"\b(?:early|earlier|late|later|in|on|since|by|of|the|mid|about|around|morning|afternoon|evening|"
                   r"night)\b-?|,?\s*\d{1,2}(?::\d\d)?\s*(?:a\.?m\.?|p\.?m\.?)", re.I)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "in the 1980s" and "in his 30s" leave the year open
DECADE = re.compile(r"\d0['’]?s\b")
ANCHOR = re.compile(r"\d|\b(?:today|yesterday|last|ago)\b|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
PART_OF_DAY = re.compile(r"(?:earlier |later )?(?:today|tonight|this (?:morning|afternoon|evening))", re.I)
WEEK = re.compile(
    r"(?:early |earlier |later )?(?:(?P<named>this|last) week|(?P<ago>a|one|two|three|four) weeks? ago)", re.I
)
WEEKS_BACK = {"this": 0, "last": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
NAMED_MONTH = re.compile(
    r"(?:early |late |mid-)?(?:(?P<which>last|this) (?P<month>[A-Za-z]{3,9})"
    r"|(?P<named>[A-Za-z]{3,9})(?:,? of)?,? (?P<whose>last|this) year)", re.I
)  # fmt: skip
# the calendar has no day before the year 1, which "last week" may ask for
FIRST_BASE = "0002"
RELATIVE = re.compile(r"\b(?:today|yesterday|ago|last|this|month|week|year)\b", re.I)


def to_iso(text: str, published: str | None) -> str:
    """Return an ISO day, month or year for a date's words, or "" where they, or no publication date, leave it open.

    A weekday and a day without its year are the last such day up to the publication date.
    """
    if DECADE.search(text):
        return ""
    year = YEAR.search(text)
    if year and not MONTH.search(text) and not RELATIVE.search(text) and not re.search(r"\d[/-]\d", text):
        return year[0]
    if not published or published < FIRST_BASE:
        published = None
    if year is None and published is None:
        return ""
    base = date.fromisoformat(published) if published else date(int(year[0]), 12, 31) if year else date.min
    if PART_OF_DAY.fullmatch(text.strip()):
        return base.isoformat() if published else ""
    if published and (week := WEEK.fullmatch(text.strip())):
        return find_month(base, weeks=WEEKS_BACK[(week["named"] or week["ago"]).lower()])
    if published and (named := NAMED_MONTH.fullmatch(text.strip())) and (found := find_named_month(base, named)):
        return found
    cleaned = re.sub(r"\s+", " ", VAGUE.sub(" ", text)).strip(" ,.").removesuffix("'s").removesuffix("’s")
    lowered = cleaned.lower()
    if lowered in WEEKDAYS:
        back = (base.weekday() - WEEKDAYS.index(lowered)) % 7
        return (base - timedelta(days=back)).isoformat()
    if lowered in {"this month"}:
        return base.isoformat()[:7]
    if lowered in {"this year"}:
        return base.isoformat()[:4]
    return parse_words(cleaned, base) if ANCHOR.search(cleaned) else ""


def find_named_month(base: date, named: re.Match[str]) -> str:
    """Return the ISO month of "last December", "this April" or "March of last year", seen from a day."""
    word = (named["month"] or named["named"]).lower()
    month = next((number for number, name in enumerate(MONTHS, start=1) if word in {name, name[:3], name[:4]}), 0)
    if month == 0:
        return ""
    if named["whose"]:
        year = base.year - (named["whose"].lower() == "last")
    else:
        earlier = named["which"].lower() == "last"
        year = base.year - (month > base.month or (earlier and month == base.month))
    return f"{year}-{month:02}"


def find_month(base: date, *, weeks: int) -> str:
    """Return the ISO month of a week some weeks before a day, or "" where that week is of two months."""
    monday = base - timedelta(days=base.weekday() + 7 * weeks)
    sunday = min(base, monday + timedelta(days=6))
    return monday.isoformat()[:7] if monday.month == sunday.month else ""


@lru_cache(maxsize=4096)
def parse_words(text: str, base: date) -> str:
    """Parse a date's words with dateparser against a base day; weeks and anything it cannot read give ""."""
    data = parser_for(base).get_date_data(text)
    if data.date_obj is None or data.period not in {"day", "month", "year"}:
        return ""
    length = {"day": 10, "month": 7, "year": 4}[data.period]
    found: str = data.date_obj.date().isoformat()[:length]
    return found if found[:4] <= str(base.year + 1) else ""


@lru_cache(maxsize=256)
def parser_for(base: date) -> DateDataParser:
    """Return an English parser whose dates lie before a base day where the words leave a choice."""
    return DateDataParser(languages=["en"], settings={
        "PREFER_DATES_FROM": "past", "RELATIVE_BASE": datetime(base.year, base.month, base.day),
        "PREFER_DAY_OF_MONTH": "first",
    })  # fmt: skip
