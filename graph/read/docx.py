"""Read Word documents (Office Open XML, ISO/IEC 29500): the paragraphs as they stand after all changes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.errors import InputError
from graph.model import Document
from graph.read.article import build_article
from graph.read.source import Source
from graph.read.xml import name_element, parse_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES = (".docx",)
SIZE_LIMIT = "file_size"

_MAIN = "word/document.xml"
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, OverflowError, RuntimeError,
           NotImplementedError, OSError)  # fmt: skip


def read(source: Source) -> Iterator[Document]:
    """Yield the one article of a document; InputError where it is broken, locked or empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive, archive.open(_MAIN) as stream:
            data = source.unpack(stream, shown=source.shown, limit=source.limits.article_size)
    except _FAULTS as problem:
        reason = "is no Word document that can be opened, or is locked; save it again as .docx without a password"
        raise InputError(source.shown, reason) from problem
    lines = list_paragraphs(parse_xml(data, shown=source.shown))
    title = next((text for style, text in lines if style == "Title" and text), None)
    text = "\n\n".join(text for _, text in lines if text)
    yield build_article(text, path=source.shown, title=title)


def list_paragraphs(root: Element) -> list[tuple[str, str]]:
    """Return style and text of each paragraph, in the order in which they begin, those in text boxes too."""
    found: list[tuple[list[str], list[str]]] = []
    waiting: list[tuple[Element, tuple[list[str], list[str]]]] = [(root, ([], []))]
    while waiting:
        element, paragraph = waiting.pop()
        name = name_element(element)
        if name == "p":
            paragraph = ([], [])
            found.append(paragraph)
        elif name == "pStyle":
            paragraph[0].extend(element.attrib.values())
        elif name == "t":
            paragraph[1].append(element.text or "")
        else:
            paragraph[1].append(_SPACES.get(name, ""))
        # A text box stands in the file twice, the second time for older programs; deleted text is in "delText".
        if name != "Fallback":
            waiting.extend((child, paragraph) for child in reversed(element))
    return [("".join(style), "".join(text).strip()) for style, text in found]
