"""The words that evoke proceedings, as `schema/lawsuits.toml` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from graph.insolvency import bankruptcy_words
from graph.prosecutions import penal_words
from graph.schema import FOLDER, read_toml


@dataclass(frozen=True)
class Words:
    """The words of `schema/lawsuits.toml`."""

    nouns: frozenset[str]
    weak_nouns: frozenset[str]
    anaphoric: frozenset[str]
    grounds: frozenset[str]
    filed_for: frozenset[str]
    taking: frozenset[str]
    experiments: frozenset[str]
    bringing: frozenset[str]
    legal_modifiers: frozenset[str]
    extrajudicial: frozenset[str]
    prospective: frozenset[str]
    kinds: dict[str, str]
    verbs: frozenset[str]
    criminal: dict[str, frozenset[str]]
    court_verbs: frozenset[str]
    court_nouns: frozenset[str]
    witness_verbs: frozenset[str]
    counter: frozenset[str]
    filing: frozenset[str]
    facing: frozenset[str]
    statuses: dict[str, str]

    @cached_property
    def evoking(self) -> frozenset[str]:
        """Return the nouns that can stand for a proceeding."""
        return self.nouns | self.anaphoric | self.weak_nouns

    @cached_property
    def telling(self) -> frozenset[str]:
        """Return all words, nouns and verbs, by lemma or form, that can evoke a proceeding."""
        verbs = self.verbs | self.witness_verbs | self.court_verbs | self.taking | self.criminal.keys() | {"find"}
        return self.evoking | verbs | penal_words() | bankruptcy_words()


@cache
def load_words() -> Words:
    """Return the words that evoke proceedings."""
    data = read_toml(FOLDER / "lawsuits.toml")
    return Words(
        nouns=frozenset(data["nouns"]),
        weak_nouns=frozenset(data["weak_nouns"]),
        anaphoric=frozenset(data["anaphoric"]),
        grounds=frozenset(data["grounds"]),
        filed_for=frozenset(data["filed_for"]),
        taking=frozenset(data["taking_verbs"]),
        experiments=frozenset(data["experiments"]),
        bringing=frozenset(data["bringing_verbs"]),
        legal_modifiers=frozenset(data["legal_modifiers"]),
        extrajudicial=frozenset(data["extrajudicial"]),
        prospective=frozenset(data["prospective"]),
        kinds=dict(data["kinds"]),
        verbs=frozenset(data["verbs"]),
        criminal={verb: frozenset(data["criminal_prepositions"][verb]) for verb in data["criminal_verbs"]},
        court_verbs=frozenset(data["court_verbs"]),
        court_nouns=frozenset(data["court_nouns"]),
        witness_verbs=frozenset(data["witness_verbs"]),
        counter=frozenset(data["counter"]),
        filing=frozenset(data["filing_verbs"]),
        facing=frozenset(data["facing_verbs"]),
        statuses={verb: status for status, verbs in data["statuses"].items() for verb in verbs},
    )
