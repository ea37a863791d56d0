"""The gender of people whose names leave it open, by the pronouns that can mean nobody else, on hand-built trees."""

from __future__ import annotations

import pytest

from graph.coreference import Resolver, build_chains
from graph.genders import vote_genders
from graph.mentions import find_mentions
from graph.model import Gender
from graph.name_chains import join_names
from tests.docs import parse

TWO_PEOPLE = """
    Sorrelin PROPN compound 1 B-PERSON
    Quill PROPN nsubj 2 I-PERSON
    sued VERB ROOT 2
    Bob PROPN compound 4 B-PERSON
    Dunn PROPN obj 2 I-PERSON
    . PUNCT punct 2
    He PRON nsubj 7
    left VERB ROOT 7
    . PUNCT punct 7
"""
SHE_WON = """
    She PRON nsubj {verb}
    won VERB ROOT {verb}
    her PRON nmod:poss {prize}
    prize NOUN obj {verb}
    . PUNCT punct {verb}
"""


def test_pronouns_that_can_mean_nobody_else_tell_a_gender_before_the_first_of_them_is_read() -> None:
    doc = parse(TWO_PEOPLE + SHE_WON.format(verb=10, prize=12))
    found = {chain.label: [m.text for m in chain.mentions] for chain in build_chains(doc, find_mentions(doc))}
    assert found["Sorrelin Quill"] == ["Sorrelin Quill", "She", "her"]
    assert found["Bob Dunn"] == ["Bob Dunn", "He"]


@pytest.mark.parametrize(("nominal", "wanted"), [("clerk", Gender.FEMALE), ("actress", Gender.UNKNOWN)])
def test_a_description_of_its_own_gender_may_be_meant_by_a_pronoun(nominal: str, wanted: Gender) -> None:
    doc = parse(f"""
        Sorrelin PROPN compound 1 B-PERSON
        Quill PROPN nsubj 2 I-PERSON
        met VERB ROOT 2
        an DET det 4
        {nominal} NOUN obj 2
        . PUNCT punct 2
        {SHE_WON.format(verb=7, prize=9)}
        """)
    resolver = Resolver(doc, find_mentions(doc))
    join_names(resolver.work)
    vote_genders(resolver.ranking, resolver.gender_said)
    assert next(c.gender for c in resolver.work.clusters if c.names) is wanted


def test_who_has_most_pronouns_is_settled_first_and_leaves_none_to_whom_it_stands_beside() -> None:
    met = "Sorrelin PROPN compound {0} B-PERSON\nQuill PROPN nsubj {1} I-PERSON\nmet VERB ROOT {1}\n"
    alone = met.format(1, 2) + "Harbor PROPN obj 2 B-ORG\n. PUNCT punct 2\n" + SHE_WON.format(verb=6, prize=8)
    beside = met.format(11, 12) + "Orrinel PROPN compound 14 B-PERSON\nMill PROPN obj 12 I-PERSON\n. PUNCT punct 12\n"
    doc = parse(alone + beside + SHE_WON.format(verb=17, prize=19) + SHE_WON.format(verb=22, prize=24))
    resolver = Resolver(doc, find_mentions(doc))
    join_names(resolver.work)
    vote_genders(resolver.ranking, resolver.gender_said)
    found = {cluster.label: cluster.gender for cluster in resolver.work.clusters if cluster.names}
    assert found["Sorrelin Quill"] is Gender.FEMALE
    assert found["Orrinel Mill"] is Gender.UNKNOWN
