"""Quotations are found between their marks, with who speaks them."""

from __future__ import annotations

from graph.quotations import find_quotations
from tests.docs import parse

SAID_AFTER = """
“ PUNCT punct 5
I PRON nsubj 5
did AUX aux 5
not PART advmod 5
ever ADV advmod 5
lie VERB ccomp 8
” PUNCT punct 5
Ada PROPN nsubj 8 B-PERSON
said VERB ROOT 8
"""


def test_the_speaker_is_the_subject_of_the_verb_of_saying() -> None:
    (quotation,) = find_quotations(parse(SAID_AFTER))
    assert (quotation.start, quotation.end) == (1, 6)
    assert quotation.speaker is not None and quotation.speaker.text == "Ada"


def test_a_quoted_term_is_no_quotation() -> None:
    assert find_quotations(parse("a DET det 2\n“ PUNCT punct 2\nlie NOUN ROOT 2\n” PUNCT punct 2")) == []


def test_a_quotation_without_its_speaker_continues_the_one_before() -> None:
    found = find_quotations(
        parse(
            SAID_AFTER
            + """
        . PUNCT punct 8
        “ PUNCT punct 14
        Nor CCONJ cc 14
        will AUX aux 14
        I PRON nsubj 14
        lie VERB ROOT 14
        now ADV advmod 14
        ” PUNCT punct 14
        """
        )
    )
    assert [quotation.speaker.text for quotation in found if quotation.speaker] == ["Ada", "Ada"]
