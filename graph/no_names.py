"""Knows the words that name nobody and no body, however they are written."""

from __future__ import annotations

from functools import cache

from graph.schema import FOLDER, read_toml

# what `graph.training.everyday` learnt
EVERYDAY_WORDS, EVERYDAY_PAIRS = FOLDER / "everyday_words.txt", FOLDER / "everyday_pairs.txt"


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


@cache
def load_everyday_words() -> frozenset[str]:
    """Return the words that articles hardly ever write with a capital inside a sentence."""
    return frozenset(EVERYDAY_WORDS.read_text(encoding="utf-8").split())


@cache
def load_everyday_pairs() -> frozenset[str]:
    """Return the pairs of words that are hardly ever written with capitals inside a sentence: "bad things"."""
    return frozenset(EVERYDAY_PAIRS.read_text(encoding="utf-8").splitlines())
