"""Knows the words that name nobody and no body, however they are written."""

from __future__ import annotations

from functools import cache

from graph.schema import FOLDER, read_toml


@cache
def load_no_names() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return what names nobody: common words in lower case, places and peoples, and abbreviations and phrases."""
    data = read_toml(FOLDER / "no_names.toml")
    return (
        frozenset(data["words"]),
        frozenset(data["places"] + data["peoples"]),
        frozenset(data["abbreviations"] + data["phrases"]),
    )


@cache
def load_peoples() -> frozenset[str]:
    """Return the words for those of a country or a faith: "Kuwaiti"."""
    return frozenset(read_toml(FOLDER / "no_names.toml")["peoples"])
