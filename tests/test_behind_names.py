"""What stands behind a name tells of it, and a verb has the name before it for its subject."""

from __future__ import annotations

import pytest

from graph.tokens import Doc
from graph.trees import mend_trees
from tests.docs import parse

TOLD_OF = """
lawyers NOUN nsubj 1
met VERB ROOT 1
the DET det 3
{noun} NOUN obj 1
of ADP case 5
Quill PROPN nmod 3 B-PERSON
, PUNCT punct 8
who PRON nsubj 8
{verb} VERB {label} {head}
"""


def mend(rows: str, tags: dict[str, str] | None = None) -> Doc:
    return mend_trees(parse(rows, tags=tags or {}))


@pytest.mark.parametrize(
    ("noun", "label", "head"),
    [("estate", "acl:relcl", 3), ("heirs", "acl:relcl", 3), ("estate", "advcl", 1), ("wife", "acl:relcl", 0)],
)
def test_a_clause_tells_of_the_person_before_its_comma_where_no_other_can_be_meant(
    noun: str, label: str, head: int
) -> None:
    doc = mend(TOLD_OF.format(noun=noun, verb="died", label=label, head=head), {"died": "VBD"})
    assert (doc[8].dep_, doc[8].head.text) == ("acl:relcl", "Quill")


@pytest.mark.parametrize(("noun", "verb", "tag"), [("wife", "died", "VBD"), ("heirs", "sue", "VBP")])
def test_a_clause_that_may_tell_of_another_person_or_of_several_stays(noun: str, verb: str, tag: str) -> None:
    doc = mend(TOLD_OF.format(noun=noun, verb=verb, label="acl:relcl", head=3), {verb: tag})
    assert doc[8].head.text == noun


def test_what_somebody_owns_begins_a_clause_about_the_person_before_its_comma() -> None:
    doc = mend("""
        blow NOUN ROOT 0
        to ADP case 2
        Quill PROPN nmod 0 B-PERSON
        , PUNCT punct 6
        whose PRON nmod:poss 5
        paper NOUN nsubj 6
        closed VERB acl:relcl 0
    """, {"closed": "VBD"})  # fmt: skip
    assert doc[6].head.text == "Quill"


@pytest.mark.parametrize("label", ["nsubj:pass", "vocative"])
def test_a_description_is_no_second_argument(label: str) -> None:
    doc = mend(f"""
        shop NOUN nsubj:pass 2
        is AUX aux:pass 2
        led VERB ROOT 2
        by ADP case 4
        Quill PROPN obl:agent 2 B-PERSON
        , PUNCT punct 7
        a DET det 7
        lawyer NOUN {label} 2
    """, {"led": "VBN"})  # fmt: skip
    assert (doc[7].dep_, doc[7].head.text) == ("appos", "Quill")


def test_who_does_what_comes_behind_the_name_is_no_description() -> None:
    doc = mend("""
        after ADP case 1
        Quill PROPN obl 5 B-PERSON
        , PUNCT punct 5
        a DET det 4
        lawyer NOUN nsubj 5
        spoke VERB ROOT 5
    """, {"spoke": "VBD"})  # fmt: skip
    assert (doc[4].dep_, doc[4].head.text) == ("nsubj", "spoke")


def test_a_verb_takes_the_name_before_it_from_a_verb_with_two_subjects() -> None:
    doc = mend("""
        It PRON nsubj 1
        came VERB ROOT 1
        after SCONJ mark 5
        Harbor PROPN nsubj 1 B-MEDIA
        News PROPN flat 3 I-MEDIA
        reported VERB advcl 1
    """, {"came": "VBD", "reported": "VBD"})  # fmt: skip
    assert (doc[3].dep_, doc[3].head.text) == ("nsubj", "reported")


def test_a_name_stays_the_subject_of_its_verb_behind_a_clause_with_a_subject() -> None:
    doc = mend("""
        Quill PROPN nsubj 5 B-PERSON
        when ADV advmod 3
        he PRON nsubj 3
        left VERB advcl 5
        had AUX aux 5
        sung VERB ROOT 5
    """, {"left": "VBD", "sung": "VBN"})  # fmt: skip
    assert (doc[0].head.text, doc[2].head.text) == ("sung", "left")
