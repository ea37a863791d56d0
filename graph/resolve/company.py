"""Weighs what two texts name in common: the fewer others name it, the likelier they speak of the same matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import log2

from graph.model import EntityType
from graph.resolve.block import Profile
from graph.resolve.normalize import name_words, well_known_bodies

# In texts about one matter whoever has a name has it in all of them. A collection is about one as far as its texts name
# one person or body: so few others leave no doubt, and so many leave nothing but doubt.
FEW_OTHERS, MANY_OTHERS = 30, 2000
BIT = 100
"""Weights are whole hundredths of a bit, so that every machine adds up the same."""
# What an eighth of all texts name says nothing of their matter; one thing that a fiftieth of them name is enough for a
# person, one that a hundred and twentieth name for a body: of councils and ministries there are more than of surnames.
COMMON, ENOUGH, ENOUGH_OF_BODIES = 3 * BIT, 264, 400
# What is an outlet's is named in many a text for being printed there.
_NO_MATTER = {EntityType.MEDIA_OUTLET, EntityType.COURT}


class Company:
    """What each text names that others name, too, with its weight in hundredths of a bit.

    `doubt` is 0 where all texts are about one matter, and 1 where what one of them calls somebody tells nothing of
    whom another means. All that is asked for grows with it.
    """

    def __init__(self, weights: Mapping[str, Mapping[str, int]], *, doubt: float) -> None:
        self.weights, self.doubt = weights, doubt

    def weigh(self, left: Iterable[Profile], right: Iterable[Profile], *, enough: int) -> int:
        """Return the weight of what a text of the one and a text of the other name besides these two.

        It is that of the two texts that share most, or of the first two that share enough.
        """
        left, right = tuple(left), tuple(right)
        own = _keys_of((*left, *right))
        here, there = (self._list_weights(side) for side in (left, right))
        most = 0
        for weights in here:
            for others in there:
                most = max(most, sum(weights[key] for key in weights.keys() & others.keys() if key not in own))
                if most >= enough:
                    return most
        return most

    def _list_weights(self, profiles: Iterable[Profile]) -> list[Mapping[str, int]]:
        found = (self.weights.get(text) for text in dict.fromkeys(profile.key[0] for profile in profiles))
        return [weights for weights in found if weights]

    def is_enough(self, left: Iterable[Profile], right: Iterable[Profile], needed: float) -> bool:
        """Tell whether what two share weighs as much as is needed among texts that have nothing to do with another."""
        least = round(self.doubt * needed)
        return least <= 0 or self.weigh(left, right, enough=least) >= least

    def is_shared(self, left: Iterable[Profile], right: Iterable[Profile]) -> bool:
        """Tell whether a text of the one and a text of the other seem to speak of the same matter."""
        left = tuple(left)
        return self.is_enough(left, right, ENOUGH if left[0].is_person else ENOUGH_OF_BODIES)

    def is_common(self, body: Profile) -> bool:
        """Tell whether a body is called as every country or town has one, among texts that are not of one matter."""
        key = body.body_keys[0]
        common = key not in well_known_bodies() and set(key.split()) <= set(name_words()["body"]["common"])
        return self.doubt > 0 and common

    def list_pairs(self, block: Sequence[Profile]) -> list[tuple[Profile, Profile]]:
        """Return the pairs of a block that may be one: all with the first, or of a common name those in company."""
        if not self.is_common(block[0]):
            return [(block[0], profile) for profile in block[1:]]
        # what each text names is looked up once: a hundred police departments make thousands of pairs
        least = round(self.doubt * (ENOUGH if block[0].is_person else ENOUGH_OF_BODIES))
        told = [(self.weights.get(profile.key[0], {}), _keys_of((profile,)), profile) for profile in block]
        return [
            (left, right)
            for (here, own, left), (there, others, right) in combinations(told, 2)
            if least <= 0
            or sum(here[key] for key in here.keys() & there.keys() if key not in own and key not in others) >= least
        ]


def keep_company(profiles: Sequence[Profile]) -> Company:
    """Return what the texts name in common, whatever their order."""
    named: dict[str, set[str]] = {}
    texts: dict[str, set[str]] = {}
    central: dict[str, set[str]] = {}
    for profile in profiles:
        keys = {name.key for name in profile.full_names} if profile.is_person else set(profile.body_keys[:1])
        named.setdefault(profile.key[0], set()).update(keys)
        for key in keys:
            texts.setdefault(key, set()).add(profile.key[0])
            if profile.chain.type not in _NO_MATTER:
                central.setdefault(key, set()).add(profile.key[0])
    others = len(named) - max(map(len, central.values()), default=0)
    doubt = min(1.0, max(0.0, log2(max(others, 1) / FEW_OTHERS) / log2(MANY_OTHERS / FEW_OTHERS)))
    weights = {key: round(BIT * log2(len(named) / len(found)) - doubt * COMMON)
               for key, found in texts.items() if len(found) > 1}  # fmt: skip
    return Company(
        {text: {key: weights[key] for key in sorted(keys) if weights.get(key, 0) > 0} for text, keys in named.items()},
        doubt=doubt,
    )


def _keys_of(profiles: Iterable[Profile]) -> set[str]:
    return {
        key
        for profile in profiles
        for key in ([name.key for name in profile.full_names] if profile.is_person else profile.body_keys)
    }
