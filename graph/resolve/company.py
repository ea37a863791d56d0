"""Tells whether two texts speak of the same matter: they name somebody or something in common that few others name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from graph.resolve.block import Profile
from graph.resolve.normalize import name_words

# In texts about one matter whoever has a name has it in all of them: they are few, or somebody is in so many of them.
GATHERED, CENTRAL_SHARE = 60, 0.4
# What more texts than these name, or a larger share of all, says nothing of the matter.
WELL_KNOWN, KNOWN_SHARE = 3, 0.02


class Company:
    """What each text names, without what many texts name."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        named: dict[str, set[str]] = {}
        texts: dict[str, set[str]] = {}
        for profile in profiles:
            keys = {name.key for name in profile.full_names} if profile.is_person else set(profile.body_keys[:1])
            named.setdefault(profile.key[0], set()).update(keys)
            for key in keys:
                texts.setdefault(key, set()).add(profile.key[0])
        most_named = max(map(len, texts.values()), default=0)
        self._gathered = len(named) <= GATHERED or most_named >= CENTRAL_SHARE * len(named)
        most = max(WELL_KNOWN, KNOWN_SHARE * len(named))
        self._named = {text: {key for key in keys if len(texts[key]) <= most} for text, keys in named.items()}

    def is_shared(self, left: Iterable[Profile], right: Iterable[Profile]) -> bool:
        """Tell whether a text of the one and a text of the other name something in common besides these two."""
        if self._gathered:
            return True
        left, right = tuple(left), tuple(right)
        here = set().union(*(self._named[text] for text in {profile.key[0] for profile in left}))
        there = {profile.key[0] for profile in right}
        found = set().union(*(here & self._named[text] for text in there))
        return bool(found and found - _keys_of((*left, *right)))

    def is_common(self, body: Profile) -> bool:
        """Tell whether a body is called as every country or town has one, among texts that are not of one matter."""
        return not self._gathered and set(body.body_keys[0].split()) <= set(name_words()["body"]["common"])

    def list_pairs(self, block: Sequence[Profile]) -> list[tuple[Profile, Profile]]:
        """Return the pairs of a block that may be one: all with the first, or of a common name those in company."""
        if not self.is_common(block[0]):
            return [(block[0], profile) for profile in block[1:]]
        return [pair for pair in combinations(block, 2) if self.is_shared(pair[:1], pair[1:])]


def _keys_of(profiles: Iterable[Profile]) -> set[str]:
    return {
        key
        for profile in profiles
        for key in ([name.key for name in profile.full_names] if profile.is_person else profile.body_keys)
    }
