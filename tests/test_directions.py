"""What English never has before its head is hung on the word before it."""

from __future__ import annotations

import pytest

from graph.directions import turn_arcs
from tests.docs import parse


def test_a_participle_hangs_on_the_noun_before_it() -> None:
    doc = parse("""
        the DET det 1
        suit NOUN nsubj 6
        , PUNCT punct 3
        filed VERB acl 7
        by ADP case 5
        Quill PROPN obl:agent 3
        asks VERB ROOT 6
        courts NOUN obj 6
        """)
    doc[3].tag_ = "VBN"
    turn_arcs(doc)
    assert doc[3].head.text == "suit"


def test_a_relative_clause_hangs_on_the_noun_before_its_pronoun() -> None:
    doc = parse("""
        the DET det 1
        suit NOUN nsubj 4
        which PRON nsubj 3
        names VERB acl:relcl 5
        shows VERB ROOT 4
        anger NOUN obj 4
        """)
    turn_arcs(doc)
    assert doc[3].head.text == "suit"


def test_a_name_s_second_part_hangs_on_the_first() -> None:
    doc = parse("""
        Sheldon PROPN nsubj 4
        Quill PROPN flat 3
        and CCONJ cc 3
        Mazie PROPN conj 0
        sued VERB ROOT 4
        """)
    turn_arcs(doc)
    assert doc[1].head.text == "Sheldon"


def test_a_name_before_a_passive_without_a_subject_is_its_subject() -> None:
    doc = parse("""
        Quill PROPN appos 7
        has AUX aux 3
        been AUX aux:pass 3
        sued VERB ROOT 3
        by ADP case 7
        a DET det 7
        make NOUN compound 7
        artist NOUN obl:agent 3
        """)
    turn_arcs(doc)
    assert (doc[0].dep_, doc[0].head.text) == ("nsubj:pass", "sued")


def test_a_sound_tree_stays_as_it_is() -> None:
    doc = parse("""
        Quill PROPN nsubj 1
        read VERB ROOT 1
        a DET det 3
        suit NOUN obj 1
        filed VERB acl 3
        by ADP case 6
        Dunn PROPN obl:agent 4
        """)
    before = [(token.dep_, token.head.i) for token in doc]
    turn_arcs(doc)
    assert [(token.dep_, token.head.i) for token in doc] == before


def test_a_subject_goes_back_to_the_verb_before_what_is_said() -> None:
    rows = """
        Quill PROPN nsubj 7
        is AUX aux 2
        suing VERB ccomp 7
        Dunn PROPN obj 2
        : PUNCT punct 5
        joke NOUN ccomp 7
        Ada PROPN appos 0
        told VERB ROOT 7
        News PROPN iobj 7
        """
    doc = parse(rows)
    turn_arcs(doc)
    assert (doc[0].head.text, doc[6].head.text, doc[6].dep_) == ("suing", "told", "nsubj")


def test_a_subject_stays_where_the_verb_between_has_one_of_its_own() -> None:
    rows = """
        Quill PROPN nsubj 5
        Dunn PROPN nsubj 2
        sued VERB ccomp 5
        Osei PROPN obj 2
        she PRON appos 0
        said VERB ROOT 5
        """
    doc = parse(rows)
    turn_arcs(doc)
    assert doc[0].head.text == "said"


def test_what_describes_a_speaker_hangs_on_no_name_in_the_quotation() -> None:
    doc = parse("""
        “ PUNCT punct 2
        meet VERB ccomp 10
        Bo PROPN obj 1
        , PUNCT punct 2
        ” PUNCT punct 1
        Ada PROPN nsubj 10
        , PUNCT punct 8
        the DET det 8
        cook NOUN appos 2
        , PUNCT punct 8
        said VERB ROOT 10
        """)
    turn_arcs(doc)
    assert doc[8].head.text == "Ada"


def test_a_subject_goes_back_to_its_verb_before_whoever_says_so() -> None:
    doc = parse("""
        Ada PROPN nsubj 6
        never ADV advmod 2
        lied VERB ccomp 6
        , PUNCT punct 2
        a DET det 5
        witness NOUN nsubj 6
        told VERB ROOT 6
        jurors NOUN iobj 6
        """)
    turn_arcs(doc)
    assert [doc[0].head.text, doc[5].head.text] == ["lied", "told"]


def test_what_the_name_of_somebody_is_describes_the_noun_before_whose() -> None:
    doc = parse("""
        the DET det 1
        lawyer NOUN nsubj 9
        for ADP case 3
        Ada PROPN nmod 1
        , PUNCT punct 8
        whose PRON nmod:poss 6
        name NOUN nsubj 8
        is AUX cop 8
        Amy PROPN appos 1
        left VERB ROOT 9
        """)
    turn_arcs(doc)
    assert [doc[8].head.text, doc[8].dep_] == ["Ada", "acl:relcl"]


@pytest.mark.parametrize(("mark", "head"), [("after", "quit"), ("with", "testified")])
def test_who_testified_after_something_is_no_time(mark: str, head: str) -> None:
    doc = parse(f"""
        Ada PROPN nsubj 7
        quit VERB ccomp 7
        {mark} ADP case 3
        Bo PROPN obl 7
        , PUNCT punct 6
        cook NOUN appos 3
        , PUNCT punct 3
        testified VERB ROOT 7
        """)
    turn_arcs(doc)
    assert doc[0].head.text == head
    assert (doc[3].dep_ == "nsubj") == (mark == "after")


def test_an_owner_hangs_on_what_follows_it() -> None:
    doc = parse("""
        a DET det 1
        suit NOUN ROOT 1
        against ADP case 6
        Quill PROPN nmod:poss 1
        's PART case 3
        big ADJ amod 6
        mill NOUN nmod 1
        """)
    doc[4].tag_ = "POS"
    turn_arcs(doc)
    assert doc[3].head.text == "mill"


def test_an_owner_that_nothing_follows_stays() -> None:
    doc = parse("""
        a DET det 1
        suit NOUN ROOT 1
        of ADP case 3
        Quill PROPN nmod:poss 1
        's PART case 3
        failed VERB acl 1
        """)
    doc[4].tag_ = "POS"
    turn_arcs(doc)
    assert doc[3].head.text == "suit"


def test_a_possessive_hangs_on_the_owner_behind_it() -> None:
    doc = parse("""
        of ADP case 6
        his PRON nmod:poss 6
        ex NOUN nmod:poss 6
        - PUNCT punct 4
        wife NOUN nmod:poss 6
        's PART case 4
        suit NOUN ROOT 6
        """)
    doc[1].tag_, doc[5].tag_ = "PRP$", "POS"
    turn_arcs(doc)
    assert [doc[place].head.text for place in (1, 2, 4)] == ["wife", "wife", "suit"]
