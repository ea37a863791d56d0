"""Blanks out what web pages glue into the text of an article: lists of links to other articles."""

from __future__ import annotations

import re

# "said President Quill Ada Bea QuillOther headline Yet another one MORE on Monday": behind a surname stands the full
# name of whom the links are about, without a blank the headlines, and at last the link to more of them
LINKS = re.compile(
    # no word is so long that looking for its repetition takes more than a moment
    r"\b(?P<surname>[A-Z][\w’'-]{0,40}[a-z]) ?"
    r"(?P<links>[A-Z(][\w.()’'\"“”-]{0,40} (?:[\w.()’'\"“”-]{1,40} ){0,5}?(?P=surname)(?=[A-Z0-9‘“\"'(])"
    r"[^\n]{5,800}?\bMORE\b)"
)


def blank_links(text: str) -> str:
    """Return a text of the same length in which blanks stand for lists of links inside its sentences."""
    return LINKS.sub(lambda found: found[0].removesuffix(found["links"]) + " " * len(found["links"]), text)
