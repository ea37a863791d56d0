"""Whose campaign or administration a text means, shown on hand-built trees."""

from __future__ import annotations

import pytest

from graph.campaigns import join_campaigns
from graph.coreference import build_chains
from graph.mentions import find_mentions
from graph.model import EntityType
from tests.docs import parse


def test_whose_campaign_it_is_tells_which_body_is_meant() -> None:
    doc = parse("""
        The DET det 2
        Dunn PROPN compound 2 B-ORG
        campaign NOUN ROOT 2 I-ORG
        won VERB acl 2
        . PUNCT punct 2
        Bo PROPN nmod:poss 8 B-PERSON
        Dunn PROPN flat 5 I-PERSON
        's PART case 5
        campaign NOUN nsubj 9
        sued VERB ROOT 9
        his PRON nmod:poss 12
        campaign NOUN compound 12
        manager NOUN obj 9
        """)
    chains = join_campaigns(build_chains(doc, find_mentions(doc)), doc)
    [body] = [chain for chain in chains if chain.type is EntityType.ORGANIZATION]
    assert [mention.text for mention in body.mentions] == ["Dunn campaign", "Bo Dunn's campaign"]


@pytest.mark.parametrize(("words", "joined"), [
    ("administration NOUN obj 7", True),
    ("campaign NOUN obj 7", False),
    ("government NOUN obj 7", False),
])  # fmt: skip
def test_the_only_administration_needs_no_name(words: str, joined: bool) -> None:
    noun = words.split()[0]
    doc = parse(f"""
        the DET det 2
        Dunn PROPN compound 2 B-ORG
        {noun} NOUN nsubj 3 I-ORG
        lost VERB ROOT 3
        . PUNCT punct 3
        Ada PROPN nsubj 7 B-PERSON
        Quill PROPN flat 5 I-PERSON
        sued VERB ROOT 7
        the DET det 9
        {words}
        """)
    chains = join_campaigns(build_chains(doc, find_mentions(doc)), doc)
    body = next(chain for chain in chains if chain.type is EntityType.ORGANIZATION)
    assert (f"the {noun}" in [mention.text for mention in body.mentions]) is joined


def test_the_one_before_the_campaign_s_manager_is_meant_and_of_two_none() -> None:
    rows = """
        the DET det 2
        Dunn PROPN compound 2 B-ORG
        campaign NOUN nsubj 3 I-ORG
        sued VERB ROOT 3
        the DET det 5
        campaign NOUN nmod:poss 7
        's PART case 5
        manager NOUN obj 3
        """
    other = """
        and CCONJ cc 10
        Fox PROPN compound 10 B-ORG
        campaign NOUN conj 7 I-ORG
        """
    chains = join_campaigns(build_chains(doc := parse(rows), find_mentions(doc)), doc)
    assert [mention.text for mention in chains[0].mentions] == ["Dunn campaign", "the campaign"]
    chains = join_campaigns(build_chains(doc := parse(rows + other), find_mentions(doc)), doc)
    assert [mention.text for mention in chains[0].mentions] == ["Dunn campaign"]
