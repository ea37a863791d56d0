"""The name of a case gives its two parties, where both are told in full."""

from __future__ import annotations

import pytest

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


FULL = "Ada PROPN ROOT 1 B-PERSON\nQuill PROPN flat 1 I-PERSON"


@pytest.mark.parametrize("lines", [
    CAPTION.replace(FULL, "The DET det 2\nRoe PROPN ROOT 2 B-PERSON"),
    CAPTION.replace("In ADP case 1", "“ PUNCT punct 1").replace("nobody PRON nsubj 7", "” PUNCT punct 1"),
], ids=["a surname alone", "a title in quotation marks"])  # fmt: skip
def test_what_only_looks_like_a_case_name_gives_none(lines: str) -> None:
    assert not [edge for edge in edges(extract(lines)) if edge[1].endswith("_in")]
