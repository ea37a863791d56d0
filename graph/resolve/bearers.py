"""Chooses whom a lone surname means in a text that gives no full name: whomever other texts mostly call so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from graph.resolve.block import ChainKey
from graph.resolve.partition import Cluster, View

# So many texts, and so large a share of those that use the surname alone, make its bearer the usual one.
FEWEST_TEXTS, USUAL_SHARE = 4, 0.8
# Whom so many texts name in full, and so large a share of all, is known beyond one matter.
KNOWN_TEXTS, KNOWN_SHARE = 3, 0.001
# Whoever is the usual bearer in so many texts, and hardly another, is meant in a text on any matter: "the Quill years".
FAMOUS_TEXTS, FAMOUS_SHARE = 30, 0.9


def count_lone_uses(clusters: Iterable[Cluster]) -> dict[ChainKey, Counter[str]]:
    """Return for each cluster, by its first chain, how many texts introduce it in full and then call it by a word.

    A text that introduces only "Bo Quill Jr." may mean his father by "Quill".
    """
    return {
        cluster[0].key: Counter(
            word
            for profile in cluster
            if any(not name.suffix for name in profile.full_names)
            for word in {name.surname for name in profile.lone_names if not name.full}
        )
        for cluster in clusters
    }


def choose_usual(
    words: Sequence[str], fitting: Sequence[Cluster], uses: Mapping[ChainKey, Counter[str]]
) -> Cluster | None:
    """Return the one of several clusters that nearly all texts mean by a word, or None where no one stands out."""
    counts = [count_uses(words, cluster, uses) for cluster in fitting]
    most = max(counts, default=0)
    if most < FEWEST_TEXTS or most < USUAL_SHARE * sum(counts):
        return None
    return fitting[counts.index(most)]


def is_famous(
    words: Sequence[str], meant: Cluster, fitting: Sequence[Cluster], uses: Mapping[ChainKey, Counter[str]]
) -> bool:
    """Tell whether so many texts call somebody by a word, and so few another, that a text on any matter means them."""
    most = count_uses(words, meant, uses)
    return most >= FAMOUS_TEXTS and most >= FAMOUS_SHARE * sum(count_uses(words, other, uses) for other in fitting)


def count_uses(words: Sequence[str], cluster: Cluster, uses: Mapping[ChainKey, Counter[str]]) -> int:
    """Return how many texts call somebody by the most usual of the words."""
    return max((uses[cluster[0].key][word] for word in words), default=0)


def is_known(view: View, *, texts: int) -> bool:
    """Tell whether several of so many texts name somebody in full."""
    return view.introduced >= max(KNOWN_TEXTS, KNOWN_SHARE * texts)


def count_texts(cluster: Cluster) -> int:
    """Return how many texts name something."""
    return len({profile.key[0] for profile in cluster})
