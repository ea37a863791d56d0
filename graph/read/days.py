"""Days of publication as feeds, databases and e-mail write them, turned into ISO dates."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
# GDELT writes "20250128T101500Z", and "20250128101500".
_YEAR_FIRST = re.compile(r"(\d{4})([/.]?)(\d\d)\2(\d\d)(?:(?!\d)|(?=\d{6}(?!\d)))")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)", re.I)
_MONTH_DAY = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)", re.I)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MILLISECONDS = 1e11


def is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar in the form 2025-01-28."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def read_day(value: object) -> str | None:
    """Return the ISO day of a date in words or figures, or None where there is none or it may be either of two.

    The day is the one that stands there, whatever the time zone; seconds since 1970 give the day in UTC.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()[:100]
    if found := _ISO.match(text) or _YEAR_FIRST.match(text):
        year, month, day = (int(found[number]) for number in (1, *((2, 3) if found.re is _ISO else (3, 4))))
        return _build_day(year, month, day)
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if float(text) > _MILLISECONDS else 1)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    if found := _DAY_MONTH.search(text):
        return _build_day(int(found[3]), _read_month(found[2]), int(found[1]))
    if found := _MONTH_DAY.search(text):
        return _build_day(int(found[3]), _read_month(found[1]), int(found[2]))
    if found := _NUMBERS.search(text):
        return _order_numbers(int(found[1]), int(found[2]), int(found[3]))
    return None


def _read_month(word: str) -> int:
    short = word[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _order_numbers(first: int, second: int, year: int) -> str | None:
    # "28/01/2025" can be one day only, "03/04/2025" is March in New York and April in London.
    if first != second and max(first, second) <= len(_MONTHS):
        return None
    return _build_day(year, min(first, second), max(first, second))


def _build_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
