"""The characters that files and terminals may be given: what XML 1.0 forbids, and what steers a screen, is replaced."""

from __future__ import annotations

import re

# XML 1.0, section 2.2: all that is no Char. Halves of surrogate pairs are among them.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SURROGATE = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Replace each character that XML 1.0 forbids by U+FFFD."""
    return FORBIDDEN.sub("\ufffd", text)


def escape_surrogates(text: str) -> str:
    """Write halves of surrogate pairs as JSON's escapes: JSON can hold them so, and UTF-8 cannot."""
    return SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def blank_controls(text: str, *, keep: str = "") -> str:
    """Replace control characters but those in `keep` by blanks: an article's could rewrite the screen of a terminal."""
    return "".join(letter if letter.isprintable() or letter in keep else " " for letter in text)
