"""Read RSS and Atom feeds that were saved as files: one article an entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.errors import InputError
from graph.read.article import build_article
from graph.read.fragment import read_fragment
from graph.read.records import strip_markup
from graph.read.source import Found, Source
from graph.read.xml import name_element, parse_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES = (".rss", ".atom", ".xml")

ROOTS = frozenset({"rss", "feed", "RDF"})
# The fullest first: an RSS description is often a teaser of "content:encoded".
_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "updated", "issued")


def read(source: Source) -> Iterator[Found]:
    """Yield the article of each entry (RSS 0.9 to 2.0, Atom), and an error for each that has no text.

    Raises InputError where the file is no feed.
    """
    root = parse_xml(source.data, shown=source.shown)
    if name_element(root) not in ROOTS:
        reason = f"is XML but neither RSS nor Atom: <{name_element(root)[:40]}>; give the article's text"
        raise InputError(source.shown, reason)
    entries = [element for element in root.iter() if name_element(element) in ("item", "entry")]
    if not entries:
        raise InputError(source.shown, "is a feed without entries; give one with articles in it")
    channel = next((element for element in root if name_element(element) == "channel"), root)
    outlet = _find_text(channel, ("title",))
    for number, entry in enumerate(entries, 1):
        try:
            text = strip_markup(_find_text(entry, _TEXTS))
            if not text.strip():
                raise InputError("", "has no text but only a headline; save the article itself")
            yield build_article(
                text,
                path=f"{source.shown}#{number}",
                title=strip_markup(_find_text(entry, ("title",))),
                published=_find_text(entry, _DAYS),
                publisher=_find_text(entry, ("source",)) or outlet,
                url=_find_link(entry),
            )
        except InputError as problem:
            yield InputError(f"{source.shown}#{number}", problem.reason)


def _find_text(element: Element, names: tuple[str, ...]) -> str:
    """Return the text of the first of the names that has one; an Atom text may be XHTML below the element."""
    for name in names:
        for child in element:
            if name_element(child) == name and (text := _join_text(child)):
                return text
    return ""


def _join_text(element: Element) -> str:
    # An Atom source is a feed of its own, with its title in it.
    own = next((child for child in element if name_element(child) == "title"), element)
    if not len(own):
        return (own.text or "").strip()
    from xml.etree.ElementTree import tostring

    for part in own.iter():
        part.tag = name_element(part)
    return read_fragment(tostring(own, encoding="unicode", method="html"))


def _find_link(entry: Element) -> str:
    links = [child for child in entry if name_element(child) == "link"]
    chosen = next((link for link in links if link.get("rel", "alternate") == "alternate"), None)
    return "" if chosen is None else chosen.get("href") or (chosen.text or "").strip()
