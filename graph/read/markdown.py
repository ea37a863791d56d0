"""Read Markdown: front matter if there is any, then the article without the marks of its links and emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Document
from graph.read.encoding import decode_text
from graph.read.front_matter import describe_article, split_front_matter
from graph.read.source import Source
from graph.read.text import build_document

SUFFIXES = (".md", ".markdown")

_LINE_BREAK = re.compile(r"\r\n?")
# None goes past the sign that may begin another one, so that a long line of them takes no longer than any other.
_IMAGE = re.compile(r"!\[[^\]\[\n]{0,300}\]\([^)\[\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\[\n]{1,300})\]\([^)\[\n]{0,1000}\)")
_AUTOLINK = re.compile(r"<(https?://[^<>\s]{1,1000})>")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?=\S)", re.M)
_QUOTE = re.compile(r"^ {0,3}>[ \t]?", re.M)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(source: Source) -> Iterator[Document]:
    """Yield the one article of a Markdown file; InputError where it is empty or not text."""
    text = _LINE_BREAK.sub("\n", decode_text(source.data, shown=source.shown))
    told, text = split_front_matter(text)
    yield describe_article(build_document(strip_marks(text), path=source.shown), told)


def strip_marks(text: str) -> str:
    """Return Markdown as plain text: names in links and in bold are read as names (https://spec.commonmark.org)."""
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _AUTOLINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", _QUOTE.sub("", _HEADING.sub("", text)))
