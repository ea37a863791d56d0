"""Score chains of references by the measures of the CoNLL-2012 shared task, with scorch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from scorch.scores import b_cubed, ceaf_e, muc

from graph.model import MentionKind
from graph.training.coreference.marked import Reference

Clusters = Sequence[set[Hashable]]


@dataclass(frozen=True, slots=True)
class ChainScore:
    """F1 of MUC, B³ and CEAF-e over all documents together (0 to 1), singletons kept, and of the mentions alone."""

    muc: float
    b_cubed: float
    ceaf_e: float
    mentions: float

    @property
    def conll(self) -> float:
        """Return the mean of the three (Pradhan et al. 2012)."""
        return fmean((self.muc, self.b_cubed, self.ceaf_e))


@dataclass(frozen=True, slots=True)
class PronounScore:
    """How many pronouns there are, how many were given to anybody, and how many to the right person."""

    gold: int
    attached: int
    right: int


def group(references: Mapping[str, Iterable[Reference]]) -> list[set[Hashable]]:
    """Return the clusters of all documents' references, each mention as its document and its span."""
    clusters: dict[tuple[str, str], set[Hashable]] = {}
    for document, found in references.items():
        for reference in found:
            clusters.setdefault((document, reference.person), set()).add((document, reference.span))
    return list(clusters.values())


def score_clusters(key: Clusters, response: Clusters) -> ChainScore:
    """Score clusters of mentions; a mention is right where its span is exactly that of the key."""
    wanted, given = (set().union(*clusters) for clusters in (key, response))
    mentions = 2 * len(wanted & given) / max(1, len(wanted) + len(given))
    if not key or not response:
        return ChainScore(0.0, 0.0, 0.0, mentions)
    return ChainScore(muc(key, response)[2], b_cubed(key, response)[2], ceaf_e(key, response)[2], mentions)


def score_pronouns(gold: Mapping[str, Sequence[Reference]], found: Mapping[str, Sequence[Reference]]) -> PronounScore:
    """Count the marked pronouns whose chain bears the names of the right person.

    A chain stands for the person whom most of its names mean; one whose names are nobody's is wrong.
    """
    total = attached = right = 0
    for document, references in gold.items():
        person_at = {r.span: r.person for r in references if r.kind is MentionKind.NAMED}
        names: dict[str, Counter[str]] = {}
        chain_at = {}
        for reference in found.get(document, ()):
            chain_at[reference.span] = reference.person
            if reference.kind is MentionKind.NAMED:
                names.setdefault(reference.person, Counter())[person_at.get(reference.span, "")] += 1
        for reference in references:
            if reference.kind is not MentionKind.PRONOMINAL:
                continue
            total += 1
            if (chain := chain_at.get(reference.span)) is not None:
                attached += 1
                right += chain in names and names[chain].most_common(1)[0][0] == reference.person
    return PronounScore(total, attached, right)
