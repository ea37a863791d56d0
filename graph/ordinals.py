"""Knows the ordinal numbers in words and in figures."""

from __future__ import annotations

ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh".split(),
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th".split(),
        strict=True,
    )
)
"""The figures of each word: "1st" of "first"."""
