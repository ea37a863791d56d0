"""HTML inside other formats, such as a feed's entry or an e-mail's body, as plain paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

# A sign of the private use area: it stands for the end of a block until all other blanks are told to be blanks.
_BREAK = "\ue000"
_BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SILENT = ("script", "style", "head", "template", "noscript", "iframe", "object", "svg", "select", "button")


def read_fragment(markup: str) -> str:
    """Return what a reader sees of HTML, one paragraph a block, with empty lines between them."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    content = f"<div>{markup.replace(_BREAK, ' ')}</div>".encode("utf-8", "replace")
    root = html.document_fromstring(content, parser=parser)
    etree.strip_elements(root, *_SILENT, with_tail=False)
    # Nothing is written into the tree: it holds what "&#1;" stands for, and lxml takes no such text back.
    parts = "".join(_list_texts(etree.iterwalk(root, events=("start", "end")))).split(_BREAK)
    return "\n\n".join(line for part in parts if (line := " ".join(part.split())))


def _list_texts(events: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for event, element in events:
        around = _BREAK if element.tag in _BLOCKS else ""
        yield f"{around}{element.text or ''}" if event == "start" else f"{around}{element.tail or ''}"
