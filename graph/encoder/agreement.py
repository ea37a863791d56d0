"""Let the mentions of a name in one text agree: the same string has one type, and a surname is its person's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from graph.encoder.decode import Floats

# Chosen on the dev part of the litigation news: how sure a mention is on which the others lean, the share of the votes
# that settles a type, and the chance of being a name at which a word that was passed over is one after all.
SURE, AGREED, POSSIBLE = 0.8, 0.7, 0.05
# Keeps suffixes ("Jr.", "III") from being taken for surnames.
SHORTEST_SURNAME = 4
Chunk = tuple[int, int, str]
Words = tuple[str, ...]


def agree_on_names(words: Sequence[str], chunks: Sequence[Chunk], scores: Floats, certainty: Floats) -> list[Chunk]:
    """Give the names of one text the types that their mentions agree on, and add mentions that were passed over.

    ``scores`` (W, T) are log-probabilities of tags, outside first; ``certainty`` (W,) is the chance of each word's tag.
    A string whose mentions do not agree keeps the types that were found.
    """
    settled = settle_types(words, chunks, certainty)
    taken = np.zeros(len(words), dtype=bool)
    names: list[Chunk] = []
    for start, end, label in chunks:
        taken[start:end] = True
        names.append((start, end, settled.get(tuple(words[start:end]), label)))
    outside = np.exp(scores[:, 0])
    repeats = find_repeats(words, settled, taken)
    return sorted(names + [(a, b, label) for a, b, label in repeats if 1 - outside[a:b].max() > POSSIBLE])


def settle_types(words: Sequence[str], chunks: Iterable[Chunk], certainty: Floats) -> dict[Words, str]:
    """Choose one type for every string that is surely a name somewhere in a text and whose mentions mostly agree.

    The last word of a person's full name is that person, unless it settled on a place.
    """
    votes: dict[Words, dict[str, float]] = {}
    sure: set[Words] = set()
    surnames: set[Words] = set()
    for start, end, label in chunks:
        name, weight = tuple(words[start:end]), float(certainty[start:end].min())
        counts = votes.setdefault(name, {})
        counts[label] = counts.get(label, 0.0) + weight
        if weight >= SURE:
            sure.add(name)
            if label == "PERSON" and len(name) > 1 and len(name[-1]) >= SHORTEST_SURNAME:
                surnames.add(name[-1:])
    settled: dict[Words, str] = {}
    for name, counts in votes.items():
        label = max(counts, key=lambda one: counts[one])
        if name in sure and counts[label] >= AGREED * sum(counts.values()):
            settled[name] = label
    return settled | {name: "PERSON" for name in sorted(surnames) if settled.get(name) != "PLACE"}


def find_repeats(words: Sequence[str], settled: dict[Words, str], taken: NDArray[np.bool_]) -> list[Chunk]:
    """Find where a settled name that begins with a capital letter stands again, among words that no name has."""
    longest: dict[str, list[Words]] = {}
    for name, label in sorted(settled.items(), key=lambda item: -len(item[0])):
        if label not in ("DATE", "MONEY") and name[0][:1].isupper():
            longest.setdefault(name[0], []).append(name)
    found: list[Chunk] = []
    at = 0
    while at < len(words):
        fits = (name for name in longest.get(words[at], ()) if tuple(words[at : at + len(name)]) == name)
        name = next((name for name in fits if not taken[at : at + len(name)].any()), ())
        if name:
            found.append((at, at + len(name), settled[name]))
        at += max(1, len(name))
    return found
