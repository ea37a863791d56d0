"""The slots of a relation's file say which of two neighbouring names is the subject."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.affiliation import find_affiliations, list_neighbours
from graph.coreference import build_chains
from graph.model import Document
from graph.reading import Reading
from graph.references import find_references
from graph.schema import load_relations
from tests.docs import parse

EMPLOYED = load_relations()["employed_by"]
OWN = """
CNN PROPN nmod:poss 3 B-MEDIA
's PART case 0
Ada PROPN compound 3 B-PERSON
Quill PROPN nsubj 4 I-PERSON
spoke VERB ROOT 4
"""
CREDIT = """
{0} PROPN ROOT 0 B-{1}
/ PUNCT punct 0
{2} PROPN conj 0 B-{3}
"""


def find_ends(lines: str, *, hires: bool = False) -> set[tuple[str, str]]:
    """Return who belongs to whom; of a relation that `hires`, all pairs of slots and both types are exchanged."""
    doc = parse(lines)
    chains = build_chains(doc, find_references(doc)[0])
    relation = EMPLOYED
    if hires:
        turned = tuple(replace(pattern, source=pattern.target, target=pattern.source) for pattern in relation.patterns)
        relation = replace(relation, source=relation.target, target=relation.source, patterns=turned)
    reading = Reading(Document("d", "d.txt", doc.text), doc, chains)
    found = find_affiliations(relation, list_neighbours(reading), reading)
    return {(chains[mention.subject].label, chains[mention.object].label) for mention in found}


def test_the_owner_of_a_name_is_the_body_where_the_file_says_so() -> None:
    assert find_ends(OWN) == {("Ada Quill", "CNN")}


def test_a_file_with_the_slots_exchanged_exchanges_the_ends() -> None:
    assert find_ends(OWN, hires=True) == {("CNN", "Ada Quill")}


@pytest.mark.parametrize("names", [("Reuters", "MEDIA", "Ada", "PERSON"), ("Ada", "PERSON", "Reuters", "MEDIA")])
def test_of_two_pairs_of_slots_the_one_counts_whose_types_fit(names: tuple[str, ...]) -> None:
    assert find_ends(CREDIT.format(*names)) == {("Ada", "Reuters")}
