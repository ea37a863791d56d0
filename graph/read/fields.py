"""How the fields of records and tables are named that hold an article's text, title, day, publisher and address."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import UsageError

Names = Mapping[str, tuple[str, ...]]
"""The folded names of each field, the surest first."""

FIELDS: Names = {
    "text": ("text", "body", "content", "article body", "article text", "body text", "full text", "main text",
             "plain text", "cleaned text", "contents", "article", "story", "transcript"),
    "title": ("title", "headline", "web title", "article title", "subject"),
    "published": ("published", "date", "published at", "date published", "pub date", "publish date",
                  "publication date", "published date", "date publish", "web publication date", "seen date",
                  "datetime", "created at", "timestamp"),
    "publisher": ("publisher", "outlet", "source", "source name", "publication", "site name", "site full", "site",
                  "newspaper", "news outlet", "domain", "source domain", "hostname"),
    "url": ("url", "link", "web url", "article url", "canonical url", "source url", "permalink", "uri"),
}  # fmt: skip
"""The names that are known; capitals, blanks and signs do not matter ("publishedAt", "pub_date")."""


def fold_name(name: str) -> str:
    """Return a field's name in small letters without blanks and signs."""
    return "".join(filter(str.isalnum, name.casefold()))


def declare_fields(declared: Mapping[str, str]) -> Names:
    """Return the names of each field with those that the user declares in front; UsageError for an unknown field.

    `declared` maps a field ("text", "title", "published", "publisher", "url") to what it is called in the files.
    """
    for field, name in declared.items():
        if field not in FIELDS or not fold_name(name):
            raise UsageError(f"field {field}={name}: legal is FIELD=NAME with one of {', '.join(FIELDS)}")
    return {
        field: tuple(dict.fromkeys(map(fold_name, (declared.get(field, names[0]), *names))))
        for field, names in FIELDS.items()
    }


KNOWN = declare_fields({})
"""What is guessed where nothing is declared."""
