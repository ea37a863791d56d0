"""Finds articles that are one story in several papers, so that what it says counts once.

An article is compared by its shingles, runs of five words: it is a copy where it shares most of them with a longer or
equal one. Pairs that may be copies are found by MinHash and bands (Broder 1997, "On the resemblance and containment of
documents"), with fixed numbers instead of random ones, so that the same articles give the same copies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from graph.model import Document, Evidence

Hashes = NDArray[np.uint64]

WORDS = 5
"""The length of a shingle; a quotation shares some, a story of its own hardly any."""

SHARED = 0.8
"""The part of the shorter article's shingles that a copy shares with the longer one."""

SHORTEST = 40
"""An article of fewer shingles is no copy of another unless the two are the same."""

LEAST = 10
"""A text of fewer shingles is a headline, which two papers may well word alike."""

SIMILAR = 0.75
"""The part of the words that two passages share which editors have made of one."""

# Two hashes a band find nearly all pairs that share half of all their shingles, and few that share a twentieth.
_BANDS, _ROWS = 32, 2
_DIGESTS = [blake2b(bytes([number]), digest_size=16).digest() for number in range(_BANDS * _ROWS)]
_FACTORS: Hashes = np.array([int.from_bytes(digest[:8], "big") | 1 for digest in _DIGESTS], dtype=np.uint64)
_OFFSETS: Hashes = np.array([int.from_bytes(digest[8:], "big") for digest in _DIGESTS], dtype=np.uint64)
# So many values at a time stay in the processor's cache.
_CELLS = 16_384
_MOST_WORDS, _KEPT = 100_000, 2000
_WORD = re.compile(r"\w+")


def group_copies(documents: Sequence[Document]) -> dict[str, str]:
    """Return, by its id, the first article of the story that each copy prints; articles without a copy are absent.

    The first is the one published first, then that with the smallest id; the order of the documents does not matter.
    """
    ordered = sorted(documents, key=lambda document: (document.published or "9999", document.id))
    codes = _WordCodes()

    def shingles_of(number: int) -> Hashes:
        return hash_shingles(ordered[number].text, codes)

    signatures = np.zeros((len(ordered), len(_FACTORS)), dtype=np.uint64)
    found = [number for number in range(len(ordered)) if _sign(shingles_of(number), signatures[number])]
    first = list(range(len(ordered)))
    # Most articles are in no bucket: their shingles are not kept, but made again for the few.
    shingles = lru_cache(maxsize=_KEPT)(shingles_of)
    for numbers in _list_buckets(signatures, np.array(found, dtype=np.int64)):
        _join_bucket(numbers, shingles, first)
    stories: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(ordered)):
        stories[_find_root(first, number)].append(number)
    return {ordered[number].id: ordered[root].id
            for root, numbers in stories.items() if len(numbers) > 1 for number in numbers}  # fmt: skip


class _WordCodes(dict[str, int]):
    """The check sums of words, which come again and again."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        code = self[word] = crc32(word.encode())
        return code


def hash_shingles(text: str, codes: Mapping[str, int] | None = None) -> Hashes:
    """Return the distinct hashes of a text's runs of five words, sorted; signs and capitals do not count."""
    known = _WordCodes() if codes is None else codes
    words = list(map(known.__getitem__, _WORD.findall(text.casefold())))
    hashes = np.array(words, dtype=np.uint64)
    total = np.zeros(max(len(words) - WORDS + 1, 1 if words else 0), dtype=np.uint64)
    for offset in range(WORDS):
        part = hashes[offset : offset + len(total)]
        # A polynomial modulo 2**64: the overflow is meant.
        total *= np.uint64(0x9E3779B97F4A7C15)
        total[: len(part)] += part
        total += np.uint64(1)
    total.sort()
    return total[np.concatenate(([True], total[1:] != total[:-1]))] if len(total) else total


def _sign(hashes: Hashes, signature: Hashes) -> bool:
    """Write the least value of each function into the signature; tell whether there is one."""
    if not len(hashes):
        return False
    # A few functions at a time: all at once, a long text would fill the memory.
    step = max(1, _CELLS // len(hashes))
    for start in range(0, len(_FACTORS), step):
        values = np.multiply.outer(_FACTORS[start : start + step], hashes)
        values += _OFFSETS[start : start + step, None]
        signature[start : start + step] = values.min(axis=1)
    return True


def _list_buckets(signatures: Hashes, found: NDArray[np.int64]) -> list[list[int]]:
    """Return the numbers of the articles that share a band of their signatures, each list in order, those with the
    first articles first."""
    buckets: list[tuple[int, int, list[int]]] = []
    for band in range(_BANDS):
        rows = signatures[found, band * _ROWS : (band + 1) * _ROWS]
        order = np.lexsort(rows.T)
        same = (rows[order[1:]] == rows[order[:-1]]).all(axis=1)
        starts = np.flatnonzero(np.diff(same.astype(np.int8), prepend=0) == 1)
        ends = np.flatnonzero(np.diff(same.astype(np.int8), append=0) == -1)
        for start, end in zip(starts, ends, strict=True):
            numbers = sorted(found[order[start : end + 2]].tolist())
            buckets.append((numbers[0], band, numbers))
    return [numbers for _, _, numbers in sorted(buckets)]


def _join_bucket(numbers: Sequence[int], shingles: Callable[[int], Hashes], first: list[int]) -> None:
    """Join each article to the first in its bucket that it is a copy of; thousands of copies are not all compared."""
    leaders: list[int] = []
    for number in numbers:
        for leader in leaders:
            roots = sorted((_find_root(first, leader), _find_root(first, number)))
            if roots[0] == roots[1] or _share_most(shingles(leader), shingles(number)):
                first[roots[1]] = roots[0]
                break
        else:
            leaders.append(number)


def _share_most(one: Hashes, other: Hashes) -> bool:
    least = min(len(one), len(other))
    if least < LEAST:
        return False
    if least < SHORTEST:
        return np.array_equal(one, other)
    return len(np.intersect1d(one, other, assume_unique=True)) >= SHARED * least


def _find_root(first: list[int], number: int) -> int:
    while first[number] != number:
        first[number] = number = first[first[number]]
    return number


def drop_repeated(items: Sequence[Evidence], stories: Mapping[str, str]) -> tuple[Evidence, ...]:
    """Return the evidence without what a copy of an article says once more, in the order given.

    Two passages of one story are one where they assert the same and share most of their words: an editor may have
    changed some.
    """
    kept: list[Evidence] = []
    told: defaultdict[tuple[str, str], list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for item in items:
        story = stories.get(item.document)
        if story is None:
            kept.append(item)
            continue
        words = frozenset(_WORD.findall(item.text.casefold()))
        known = told[story, item.assertion]
        if not any(document != item.document and _are_similar(words, other) for document, other in known):
            kept.append(item)
            known.append((item.document, words))
    return tuple(kept)


def _are_similar(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SIMILAR * len(one | other)
