"""Small articles for the tests of what Python, spaCy and notebooks are offered; every name is made up."""

from __future__ import annotations

from pathlib import Path

TITLE = "Novelist sues The Harbor Gazette"
TEXT = (
    "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on Monday, seeking $12 million in damages. "
    "According to the complaint, Osei harassed Quill for months. Osei denied the allegations."
)
DAY = "2024-05-07"
OTHER_TEXT = (
    "Bram Osei sued Ada Quill for extortion on Tuesday. Ines Falk, a lawyer for Osei, told the Lantern Post that "
    "the novelist had lied. Quill is married to Teo Marsh."
)


def write_articles(folder: Path) -> Path:
    """Write two articles below the folder and return theirs."""
    articles = folder / "articles"
    articles.mkdir()
    (articles / "monday.txt").write_text(f"date {DAY}\n{TITLE}\n\n{TEXT}\n", encoding="utf-8")
    (articles / "tuesday.md").write_text(f"{OTHER_TEXT}\n", encoding="utf-8")
    return articles
