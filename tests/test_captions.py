"""The name of a case gives its two parties, where both are told in full."""

from __future__ import annotations

import pytest

from graph.model import EntityType
from tests.test_relations import edges, extract

CAPTION = """
In ADP case 1
Ada PROPN ROOT 1 B-PERSON
Quill PROPN flat 1 I-PERSON
v. ADP case 4
Harbor PROPN compound 5 B-ORG
Freight PROPN nmod 1 I-ORG
nobody PRON nsubj 7
spoke VERB conj 1
"""


def test_a_case_name_gives_plaintiff_and_defendant() -> None:
    found = edges(extract(CAPTION))
    assert ("Ada Quill", "plaintiff_in", "Ada Quill v. Harbor Freight") in found
    assert ("Harbor Freight", "defendant_in", "Ada Quill v. Harbor Freight") in found


@pytest.mark.parametrize("lines", [
    "The DET det 1\nRoe PROPN ROOT 1 B-PERSON\nv. ADP case 3\nWade PROPN nmod 1 B-PERSON\nruled VERB conj 1",
    CAPTION.replace("In ADP case 1", "“ PUNCT punct 1").replace("nobody PRON nsubj 7", "” PUNCT punct 1"),
], ids=["a surname alone", "a title in quotation marks"])  # fmt: skip
def test_what_only_looks_like_a_case_name_gives_none(lines: str) -> None:
    assert not [edge for edge in edges(extract(lines)) if edge[1].endswith("_in")]


def named_cases(lines: str) -> list[str]:
    """Return the names of cases among the mentions of an extraction."""
    chains = extract(lines).chains
    return [chain.mentions[0].text for chain in chains if chain.type is EntityType.LAWSUIT and chain.names]


PRECEDENT = """
the DET det 2
Supreme PROPN compound 2 B-COURT
Court PROPN nsubj 3 I-COURT
decided VERB ROOT 3
Roe PROPN obj 3 B-PERSON
v. ADP case 6
Wade PROPN nmod 4
"""


def test_a_precedent_is_a_case_without_parties_that_the_supreme_court_heard() -> None:
    found = edges(extract(PRECEDENT))
    assert named_cases(PRECEDENT) == ["Roe v. Wade"]
    assert ("Roe v. Wade", "heard_in", "Supreme Court") in found
    assert not [edge for edge in found if edge[1] in {"plaintiff_in", "defendant_in"}]


def test_a_country_keeps_its_first_word_in_a_case_s_name() -> None:
    lines = """
        In ADP case 1
        United VERB amod 2 B-PLACE
        States PROPN ROOT 2 I-PLACE
        v. ADP case 4
        Wade PROPN nmod 2
        nobody PRON nsubj 6
        spoke VERB conj 2
    """
    assert named_cases(lines) == ["United States v. Wade"]


def test_a_match_and_a_middle_initial_name_no_case() -> None:
    assert named_cases(PRECEDENT.replace("v.", "vs.")) == []
    assert named_cases(PRECEDENT.replace("v.", "V.")) == []


def test_a_surname_is_a_party_where_the_text_tells_both_in_full() -> None:
    lines = "\nQuill PROPN ROOT 8 B-PERSON\nv. ADP case 10\nHarbor PROPN compound 11 B-ORG\nFreight PROPN nmod 8 I-ORG"
    found = edges(extract(CAPTION.rstrip() + lines))
    assert ("Ada Quill", "plaintiff_in", "Quill v. Harbor Freight") in found
    assert ("Harbor Freight", "defendant_in", "Quill v. Harbor Freight") in found


EXPLAINED = """
the DET det 1
lawsuit NOUN nsubj 8
, PUNCT punct 4
Ada PROPN appos 1 B-PERSON
Quill PROPN flat 3 I-PERSON
v. ADP case 6
Harbor PROPN compound 7 B-ORG
Freight PROPN nmod 3 I-ORG
failed VERB ROOT 8
"""


def test_the_noun_that_a_case_s_name_explains_is_the_same_proceeding() -> None:
    (case,) = (chain for chain in extract(EXPLAINED).chains if chain.type is EntityType.LAWSUIT)
    assert [mention.text for mention in case.mentions] == ["Ada Quill v. Harbor Freight", "the lawsuit"]


def test_a_precedent_behind_in_this_case_is_another_proceeding() -> None:
    lines = EXPLAINED.replace("the DET det 1\nlawsuit NOUN nsubj 8", "in ADP case 1\nlawsuit NOUN obl 8")
    cases = [chain for chain in extract(lines).chains if chain.type is EntityType.LAWSUIT]
    assert [len(chain.mentions) for chain in cases] == [1, 1]
