"""Read PDF: the text of all pages, with lines joined to paragraphs and what repeats on each page left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from graph.errors import InputError
from graph.read.article import build_article
from graph.read.paragraphs import join_lines
from graph.read.source import Found, Source
from graph.read.text import find_title

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

SUFFIXES = (".pdf",)
SIZE_LIMIT = "file_size"
OCR = "run text recognition over it (for example ocrmypdf) and give the result"
# A browser prints the page's title: "Novelist sues paper | Lantern Post".
_OUTLET_AFTER = re.compile(r" [-|–—] ")
_NUMBER = re.compile(r"\d+")


def read(source: Source) -> Iterator[Found]:
    """Yield the one article of a PDF, and an error for the pages that are only pictures.

    Raises InputError where it is locked, has too many pages, or no text at all.
    """
    reader = _open(source)
    if len(reader.pages) > source.limits.pdf_pages:
        reason = source.limits.refuse("pdf_pages", len(reader.pages), "pages", remedy="split it into articles")
        raise InputError(source.shown, reason)
    _check_content(reader, source)
    pages = [page.extract_text() or "" for page in reader.pages]
    empty = [number for number, text in enumerate(pages, 1) if not text.strip()]
    if len(empty) == len(pages):
        raise InputError(source.shown, f"has no text, only pictures of it, on its {len(pages)} pages; {OCR}")
    text = join_pages(pages)
    yield build_article(text, path=source.shown, title=_choose_title(reader, text))
    scanned = [str(number) for number in empty if _has_picture(reader.pages[number - 1])]
    if scanned:
        yield InputError(source.shown, f"has only pictures on page {', '.join(scanned)}; {OCR}")


def _open(source: Source) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    # It tells of each small fault that it could mend.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    reader = PdfReader(io.BytesIO(source.data), strict=False)
    locked = "is locked by a password; save it without one"
    if reader.is_encrypted:
        try:
            if reader.decrypt("") is PasswordType.NOT_DECRYPTED:
                raise InputError(source.shown, locked)
        except DependencyError as problem:
            raise InputError(source.shown, locked) from problem
    return reader


def _check_content(reader: PdfReader, source: Source) -> None:
    """Raise InputError where the pages unpack to more than can be read in seconds, all together."""
    size = 0
    for page in reader.pages:
        content = page.get_contents()
        size += 0 if content is None else len(content.get_data())
        waiting, seen = [page], set[int]()
        while waiting and size <= source.limits.pdf_content:
            for form in _list_forms(waiting.pop()):
                if id(form) not in seen:
                    seen.add(id(form))
                    waiting.append(form)
                    size += len(form.get_data())
        if size > source.limits.pdf_content:
            raise InputError(
                source.shown, source.limits.refuse("pdf_content", size, "bytes on its pages", remedy="save its text")
            )


def _list_forms(holder: Any) -> list[Any]:
    """Return what a page, or a drawing on it, draws beside its own content (ISO 32000-1, 8.10)."""
    resources = holder.get("/Resources")
    drawn = resources.get_object().get("/XObject") if resources is not None else None
    found = (item.get_object() for item in drawn.get_object().values()) if drawn is not None else ()
    return [item for item in found if hasattr(item, "get_data") and item.get("/Subtype") == "/Form"]


def _choose_title(reader: PdfReader, text: str) -> str | None:
    # Many a file is called "Document1" or like its program, so that only a title that is in the text is one.
    told = " ".join(str(reader.metadata.title or "").split()) if reader.metadata else ""
    whole = " ".join(text.split()).casefold()
    parts = (told, _OUTLET_AFTER.split(told)[0])
    return next((part for part in parts if part and part.casefold() in whole), None) or find_title(text)


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    return resources is not None and "/XObject" in resources.get_object()


def join_pages(pages: Sequence[str]) -> str:
    """Return the text of pages as paragraphs, without headers, footers and hyphens at the ends of lines."""
    split = [[line.strip() for line in page.splitlines()] for page in pages]
    # A header has the page's number in it.
    places = Counter(shape for lines in split for shape in {_NUMBER.sub("#", line) for line in _list_edges(lines)})
    repeated = {shape for shape, count in places.items() if count > 2 and 2 * count > len(pages)}
    lines = [line for page in split for line in page if _NUMBER.sub("#", line) not in repeated or not line]
    return join_lines(lines)


def _list_edges(lines: Sequence[str]) -> list[str]:
    filled = [line for line in lines if line]
    return [*filled[:2], *filled[-2:]]
