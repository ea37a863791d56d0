"""Deep arguments come out the same from every construction, with UD and with ClearNLP labels."""

from __future__ import annotations

import pytest

from graph import syntax
from graph.contents import complements
from graph.tokens import Doc
from tests.docs import parse

ACTIVE = """
Ada PROPN nsubj 1
sued VERB ROOT 1
Bo PROPN obj 1
and CCONJ cc 4
Cy PROPN conj 2
"""
PASSIVE_UD = """
Bo PROPN nsubj:pass 2
was AUX aux:pass 2
sued VERB ROOT 2
by ADP case 4
Ada PROPN obl:agent 2
"""
PASSIVE_CLEARNLP = """
Bo PROPN nsubjpass 2
was AUX auxpass 2
sued VERB ROOT 2
by ADP agent 2
Ada PROPN pobj 3
"""
RELATIVE = """
Ada PROPN nsubj 6
, PUNCT punct 0
who PRON nsubj 3
sued VERB acl:relcl 0
Bo PROPN obj 3
, PUNCT punct 0
won VERB ROOT 6
"""
CONTROL = """
Ada PROPN nsubj 1
decided VERB ROOT 1
to PART mark 3
sue VERB xcomp 1
Bo PROPN obj 3
"""
COORDINATED = """
Ada PROPN nsubj 1
left VERB ROOT 1
and CCONJ cc 3
sued VERB conj 1
Bo PROPN obj 3
"""


def names(tokens: list) -> list[str]:
    return [token.text for token in tokens]


def verb_of(doc: Doc) -> syntax.Token:
    return next(token for token in doc if token.lemma_ == "sue")


@pytest.mark.parametrize("lines", [ACTIVE, PASSIVE_UD, PASSIVE_CLEARNLP, RELATIVE, CONTROL, COORDINATED])
def test_who_sued_whom_is_the_same_in_every_construction(lines: str) -> None:
    verb = verb_of(parse(lines))
    assert names(syntax.subjects(verb)) == ["Ada"]
    assert names(syntax.direct_objects(verb))[:1] == ["Bo"]


def test_every_conjunct_is_an_object() -> None:
    assert names(syntax.direct_objects(verb_of(parse(ACTIVE)))) == ["Bo", "Cy"]


def test_a_participle_takes_the_noun_that_it_modifies_as_its_object() -> None:
    doc = parse("""
        suit NOUN ROOT 0
        filed VERB acl 0
        by ADP case 3
        Ada PROPN obl 1
        """)
    assert names(syntax.direct_objects(doc[1])) == ["suit"]
    assert names(syntax.subjects(doc[1])) == ["Ada"]


def test_an_object_controls_the_clause_of_an_accusation() -> None:
    doc = parse("""
        Ada PROPN nsubj 1
        accused VERB ROOT 1
        Bo PROPN obj 1
        of ADP mark 4
        lying VERB advcl 1
        """)
    assert names(complements(doc[1])) == ["lying"]
    assert names(syntax.subjects(doc[4])) == ["Bo"]


@pytest.mark.parametrize(("verb", "mark", "doing", "doer"), [
    ("criticized", "for", "lying", "Bo"),
    ("sued", "after", "losing", "Ada"),
    ("sued", "for", "lying", "Bo"),
    ("met", "by", "calling", "Ada"),
])  # fmt: skip
def test_whom_a_clause_behind_a_name_is_about(verb: str, mark: str, doing: str, doer: str) -> None:
    doc = parse(f"""
        Ada PROPN nsubj 1
        {verb} VERB ROOT 1
        Bo PROPN obj 1
        {mark} ADP mark 4
        {doing} VERB advcl 1
        """, tags={doing: "VBG"})  # fmt: skip
    assert names(syntax.subjects(doc[4])) == [doer]


@pytest.mark.parametrize(("verb", "doer"), [("led", "Bo"), ("used", "Ada")])
def test_who_is_led_to_do_a_thing_does_it(verb: str, doer: str) -> None:
    doc = parse(f"""
        Ada PROPN nsubj 1
        {verb} VERB ROOT 1
        Bo PROPN obj 1
        to PART mark 4
        lie VERB xcomp 1
        """, lemmas={"led": "lead", "used": "use"})  # fmt: skip
    assert names(syntax.subjects(doc[4])) == [doer]


def test_a_second_subject_behind_a_verb_of_doing_is_none() -> None:
    doc = parse("""
        Mill PROPN nsubj 1
        meddled VERB ROOT 1
        to PART mark 3
        help VERB advcl 1
        Ada PROPN nsubj 1
        win VERB xcomp 3
        """)
    assert names(syntax.subjects(doc[1])) == ["Mill"]


@pytest.mark.parametrize("lines", [
    "suit NOUN ROOT 0\nagainst ADP case 2\nBo PROPN nmod 0",
    "suit NOUN ROOT 0\nagainst ADP prep 0\nBo PROPN pobj 1",
])  # fmt: skip
def test_prepositions_are_read_in_both_label_sets(lines: str) -> None:
    assert names(syntax.obliques(parse(lines)[0])["against"]) == ["Bo"]


def test_on_behalf_of_counts_as_one_preposition() -> None:
    doc = parse("""
        filed VERB ROOT 0
        on ADP case 2
        behalf NOUN obl 0
        of ADP case 4
        Ada PROPN nmod 2
        """, tags={"filed": "VBD"})  # fmt: skip
    assert names(syntax.obliques(doc[0])["on behalf of"]) == ["Ada"]


def test_a_noun_finds_the_verb_it_is_an_argument_of() -> None:
    doc = parse("""
        Ada PROPN nsubj 1
        gave VERB ROOT 1
        an DET det 3
        interview NOUN obj 1
        """)
    assert syntax.governing_verb(doc[3]) == doc[1]


def test_what_another_preposition_marks_is_no_agent() -> None:
    doc = parse("""
        suit NOUN nsubj:pass 2
        was AUX aux:pass 2
        filed VERB ROOT 2
        against ADP case 6
        the DET det 5
        Harbor PROPN obl:agent 2
        sites NOUN obl 2
        """)
    assert syntax.agents(doc[2]) == []


def test_of_two_prepositions_against_marks_the_party() -> None:
    doc = parse("""
        Ada PROPN nsubj 1
        sued VERB ROOT 1
        in ADP case 4
        against ADP case 4
        Bo PROPN obl 1
        """)
    assert syntax.case_of(doc[4]) == "against"


def test_who_behind_a_body_s_name_is_the_person_whom_the_body_s_name_describes() -> None:
    doc = parse("""
        Ada PROPN nsubj 7 B-PERSON
        , PUNCT punct 3
        at ADP case 3
        Dunn PROPN appos 0 B-ORG
        , PUNCT punct 3
        who PRON nsubj 6
        sued VERB acl:relcl 3
        won VERB ROOT 7
        """)
    assert names(syntax.subjects(doc[6])) == ["Ada"]


def test_a_second_subject_behind_the_object_is_none() -> None:
    doc = parse("""
        Ada PROPN nsubj 1
        accuses VERB ROOT 1
        directors NOUN obj 1
        – PUNCT punct 4
        Bo PROPN nsubj 1
        """)
    assert names(syntax.subjects(doc[1])) == ["Ada"]


def test_a_noun_before_the_verb_that_the_tree_makes_its_object_is_its_subject() -> None:
    doc = parse("""
        Ada PROPN nmod:poss 1
        suit NOUN obj 2
        alleges VERB ROOT 2
        Bo PROPN nsubj 4
        lied VERB ccomp 2
        """, tags={"alleges": "VBZ"})  # fmt: skip
    assert names(syntax.subjects(doc[2])) == ["suit"]


def test_what_one_is_described_as_is_a_complement_also_where_it_is_a_clause() -> None:
    doc = parse("""
        Ada PROPN nsubj 1
        described VERB ROOT 1
        Bo PROPN obj 1
        as ADP case 4
        repugnant ADJ advcl 1
        """, lemmas={"described": "describe"})  # fmt: skip
    assert names(complements(doc[1])) == ["repugnant"]


def test_whoever_is_tapped_to_do_it_does_it() -> None:
    doc = parse("""
        Ada PROPN nsubj 1
        tapped VERB ROOT 1
        Bo PROPN obj 1
        to PART mark 4
        sue VERB xcomp 1
        Cy PROPN obj 4
        """, lemmas={"tapped": "tap"})  # fmt: skip
    assert names(syntax.subjects(doc[4])) == ["Bo"]


def test_what_stands_behind_that_is_no_second_subject() -> None:
    doc = parse("""
        Ada PROPN nsubj 1
        claims VERB ROOT 1
        in ADP case 3
        court NOUN obl 1
        that SCONJ mark 6
        Bo PROPN nsubj 1
        lied VERB ccomp 1
        """)
    assert [token.text for token in syntax.subjects(doc[1])] == ["Ada"]


def test_a_participle_that_opens_a_text_has_the_noun_that_it_hangs_on() -> None:
    doc = parse("Suing VERB acl 1\nwomen NOUN nsubj 2\nwon VERB ROOT 2", tags={"Suing": "VBG", "women": "NNS"})
    assert syntax.subjects(doc[0]) == [doc[1]]


def test_who_speaks_of_nobody_behind_it() -> None:
    doc = parse("""
Ada PROPN nsubj 1
left VERB ROOT 1
with ADP case 3
Cy PROPN obl 1
who PRON nsubj 5
sued VERB acl:relcl 3
Dee PROPN obj 5
and CCONJ cc 8
Bo PROPN conj 3
""")
    assert names(syntax.subjects(verb_of(doc))) == ["Cy"]


def test_a_name_before_another_owner_owns_nothing() -> None:
    doc = parse("""
told VERB ROOT 0
Ada PROPN nmod:poss 6
its PRON nmod:poss 3
work NOUN obj 0
on ADP case 6
the DET det 6
suit NOUN nmod 3
""", tags={"its": "PRP$"})  # fmt: skip
    assert syntax.possessors(doc[6]) == []


def test_who_behind_a_thing_of_somebody_s_is_the_person_who_has_to_do_with_it() -> None:
    doc = parse("""
        a DET det 1
        guest NOUN ROOT 1
        of ADP case 4
        his PRON nmod:poss 4
        show NOUN nmod 1
        who PRON nsubj 6
        sued VERB acl:relcl 4
        """)
    assert syntax.antecedent(doc[5]).text == "guest"


def test_who_was_engaged_in_a_thing_did_it() -> None:
    doc = parse("""
        Bo PROPN nsubj:pass 2
        was AUX aux:pass 2
        engaged VERB ROOT 2
        in ADP case 4
        fraud NOUN obl 2
        """)
    assert [token.text for token in syntax.subjects(doc[2])] == ["Bo"]


@pytest.mark.parametrize(("joining", "sued"), [("and", ["Bo", "Cy"]), ("not", ["Bo"]), ("rather", ["Bo"])])
def test_who_is_named_to_be_left_out_is_none_of_them(joining: str, sued: list[str]) -> None:
    doc = parse(ACTIVE.replace("and CCONJ", f"{joining} CCONJ"))
    assert [token.text for token in syntax.direct_objects(doc[1])] == sued
