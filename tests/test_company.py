"""A bare noun before a name names a relative or colleague of the one joined to it, or of its clause's subject."""

from __future__ import annotations

from tests.test_relations import edges, extract

JOINED = """
Ada PROPN nsubj 6 B-PERSON
Quill PROPN flat 0 I-PERSON
and CCONJ cc 4
{article}husband NOUN nmod:desc {name}
Bo PROPN conj 0 B-PERSON
Dunn PROPN flat {name} I-PERSON
slept VERB ROOT {verb}
. PUNCT punct {verb}
"""


def test_and_joins_a_husband_to_his_wife() -> None:
    assert ("Bo Dunn", "spouse_of", "Ada Quill") in edges(extract(JOINED.format(article="", name=4, verb=6)))


def test_a_husband_with_an_article_is_somebody_else_s() -> None:
    rows = JOINED.format(article="the DET det 4\n", name=5, verb=7).replace("nsubj 6", "nsubj 7")
    assert not [edge for edge in edges(extract(rows)) if edge[1] == "spouse_of"]


def test_behind_a_preposition_he_is_the_subject_s() -> None:
    rows = """
        Ada PROPN nsubj 2 B-PERSON
        Quill PROPN flat 0 I-PERSON
        posed VERB ROOT 2
        with ADP case 5
        pal NOUN nmod:desc 5
        Bo PROPN obl 2 B-PERSON
        Dunn PROPN flat 5 I-PERSON
        . PUNCT punct 2
        """
    assert ("Bo Dunn", "friend_of", "Ada Quill") in edges(extract(rows))
