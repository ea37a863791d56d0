"""Compares words and names that differ by one letter."""

from __future__ import annotations

from graph.descriptions import load_given_names

# A full name is likelier the same where the other half agrees, so that fewer letters of this one will do.
LEAST_GIVEN, LEAST_SURNAME = 4, 5


def is_misspelling(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names have one half in common and the other but for one letter."""
    if one[0] == other[0]:
        return min(len(one[-1]), len(other[-1])) >= LEAST_SURNAME and is_one_off(one[-1], other[-1])
    known = {one[0], other[0]} <= load_given_names().keys()
    return one[-1] == other[-1] and not known and min(len(one[0]), len(other[0])) >= LEAST_GIVEN and (
        is_one_off(one[0], other[0]))  # fmt: skip


def drop_letters(word: str) -> set[str]:
    """Return a word with and without each of its letters: words one letter apart share one of these (SymSpell)."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_one_off(one: str, other: str) -> bool:
    """Tell whether one letter but the first is added, left out, another or swapped; "Dunns" are several Dunns."""
    short, long = sorted((one, other), key=len)
    if short[0] != long[0] or long == short + "s":
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
        return short != long and (short[start + 1 :] == long[start + 1 :] or swapped)
    return len(long) == len(short) + 1 and short[start:] == long[start + 1 :]
