"""How much may come out of one input: what is larger is named and left out, so that no file stops a build."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from graph.errors import UsageError

TEXT_LENGTH = 20_000_000
"""The longest text that the language model takes, in characters; the limit can be lowered, but not raised."""

_NUMBER = re.compile(r"(\d[\d_]*)\s*(|kB|MB|GB)", re.I)
_UNITS = {"": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits by name, in bytes, characters or numbers of things; users write "pdf-pages" for `pdf_pages`."""

    article_size: int = 20_000_000
    """A file that holds one article (text, web page, feed), in bytes; an article has a few thousand."""

    file_size: int = 200_000_000
    """Any other file, and each file in an archive, in bytes."""

    file_values: int = 10_000_000
    """The values in a JSON file or a table, by its commas, brackets and lines: each takes a hundred bytes of memory."""

    text_length: int = TEXT_LENGTH
    """The text of one article, in characters."""

    page_length: int = 3_000_000
    """A web page without its pictures, scripts and styles, in characters."""

    page_tags: int = 150_000
    """The tags of a web page, opening and closing ones: each takes as long as a hundred letters."""

    pdf_pages: int = 500
    """The pages of a PDF: one with more is a book."""

    pdf_content: int = 10_000_000
    """What the pages of a PDF unpack to, without its pictures and fonts, in bytes."""

    archive_files: int = 20_000
    """The files in an archive."""

    archive_depth: int = 3
    """How deep archives and attachments may lie in each other."""

    archive_ratio: int = 200
    """How many times its own size an archive may unpack to; a text packed tightly gives about ten times."""

    archive_floor: int = 50_000_000
    """What a small archive may unpack to in any case, in bytes."""

    fetch_seconds: int = 30
    """How long a server on the web may take to answer, in seconds, and then to send its answer."""

    def allow_unpacking(self, size: int) -> int:
        """Return how many bytes a file of a size in bytes may unpack to, with all in it."""
        return max(self.archive_floor, self.archive_ratio * size)

    def refuse(self, name: str, found: int, unit: str, *, remedy: str) -> str:
        """Say that an input has too many of something, how many are legal, and what to do."""
        legal: int = getattr(self, name)
        option = f", or raise the limit {write_name(name)}" if name != "text_length" else ""
        return f"has {found:,} {unit}; legal are at most {legal:,}: {remedy}{option}"


DEFAULTS = Limits()


def declare_limits(declared: Mapping[str, str | int]) -> Limits:
    """Return the limits with those that the user declares, as {"pdf-pages": 2000, "file-size": "1GB"}.

    Raises UsageError for an unknown name and for what is no whole number above 0.
    """
    known = {write_name(field.name): field.name for field in fields(Limits)}
    values = asdict(DEFAULTS)
    for name, text in declared.items():
        found = _NUMBER.fullmatch(str(text).strip())
        value = int(found[1].replace("_", "")) * _UNITS[found[2].lower()] if found else 0
        if name not in known or value < 1:
            legal = ", ".join(known)
            raise UsageError(
                f"limit {name}={text}: legal is NAME=N with one of {legal}, and a whole number above 0, "
                "which may end in kB, MB or GB"
            )
        if known[name] == "text_length" and value > TEXT_LENGTH:
            raise UsageError(f"limit {name}={text}: legal are at most {TEXT_LENGTH:,}, which the language model takes")
        values[known[name]] = value
    return Limits(**values)


def write_name(name: str) -> str:
    """Return a limit's name as users write it."""
    return name.replace("_", "-")
