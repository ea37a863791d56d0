"""What no grammar allows in a tree is mended, and a sound tree stays as it is."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc as ParsedDoc

from graph.tokens import Doc, read_tokens
from graph.trees import mend_trees
from tests.docs import parse


def build(rows: str) -> Doc:
    """Build a sentence of rows "word TAG POS label head", the head as the number of its row."""
    words, tags, pos, deps, heads = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    lemmas = [{"filed": "file", "charged": "charge", "had": "have", "named": "name"}.get(word, word) for word in words]
    return read_tokens(ParsedDoc(spacy.blank("en").vocab, words=words, tags=tags, pos=pos, deps=deps, lemmas=lemmas,
                                 heads=[int(head) for head in heads]))  # fmt: skip


def describe(doc: Doc) -> list[str]:
    return [f"{token.text} {token.dep_} {token.head.text}" for token in doc]


def test_a_stray_participle_modifies_the_noun_before_it() -> None:
    doc = mend_trees(build("""
        In IN ADP case 2
        its PRP$ PRON nmod:poss 2
        suit NN NOUN nsubj 6
        filed VBD VERB advcl 6
        Monday NNP PROPN obl 3
        Quill NNP PROPN nsubj 6
        said VBD VERB ROOT 6
    """))  # fmt: skip
    assert describe(doc)[2:4] == ["suit obl said", "filed acl suit"]
    assert doc[3].tag_ == "VBN"


def test_a_participle_that_took_its_noun_is_turned_round() -> None:
    doc = mend_trees(build("""
        In IN ADP case 2
        a DT DET det 2
        suit NN NOUN obl 3
        filed VBN VERB acl 5
        Monday NNP PROPN obl 3
        Quill NNP PROPN nsubj 6
        accused VBD VERB ROOT 6
        Dunn NNP PROPN obj 6
    """))  # fmt: skip
    assert describe(doc)[2:4] == ["suit obl accused", "filed acl suit"]


def test_a_participle_that_a_tree_takes_for_a_preposition_has_its_object() -> None:
    doc = mend_trees(build("""
        Dunn NNP PROPN nsubj 6
        a DT DET det 2
        lawyer NN NOUN appos 0
        representing VBG VERB case 2
        the DT DET det 5
        plaintiff NN NOUN nmod 2
        won VBD VERB ROOT 6
    """))  # fmt: skip
    assert describe(doc)[3:6] == ["representing acl lawyer", "the det plaintiff", "plaintiff obj representing"]


def test_a_clause_with_a_subject_of_its_own_stays() -> None:
    rows = """
        Quill NNP PROPN nsubj 1
        won VBD VERB ROOT 1
        the DT DET det 3
        suit NN NOUN obj 1
        filed VBN VERB advcl 1
        she PRP PRON nsubj 4
    """
    assert describe(mend_trees(build(rows))) == describe(build(rows))


def test_a_number_s_adverb_is_no_preposition() -> None:
    rows = """
        Around IN ADP case 2
        twenty CD NUM nummod 2
        people NNS NOUN nsubj 3
        sued VBD VERB ROOT 3
    """
    assert describe(mend_trees(build(rows))) == describe(build(rows))


def test_what_a_preposition_marks_is_an_oblique_and_the_other_one_the_object() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj 1
        accused VBD VERB ROOT 1
        Dunn NNP PROPN iobj 1
        of IN ADP case 4
        theft NN NOUN obj 1
    """))  # fmt: skip
    assert describe(doc)[2:5:2] == ["Dunn obj accused", "theft obl accused"]


def test_who_is_told_stays_an_indirect_object() -> None:
    doc = build("""
        Quill NNP PROPN nsubj 1
        told VBD VERB ROOT 1
        reporters NNS NOUN iobj 1
    """)
    doc[1].lemma_ = "tell"
    assert describe(mend_trees(doc))[2] == "reporters iobj told"


def test_the_phrase_right_after_a_verb_with_a_subject_is_its_object() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj 1
        accused VBD VERB ROOT 1
        former JJ ADJ amod 3
        boss NN NOUN appos 0
        of IN ADP case 5
        theft NN NOUN obl 1
    """))  # fmt: skip
    assert describe(doc)[3] == "boss obj accused"


def test_a_phrase_that_a_verb_follows_becomes_its_subject_and_no_object() -> None:
    rows = """
        Quill NNP PROPN nsubj 1
        knows VBZ VERB ROOT 1
        Dunn NNP PROPN nsubj 1
        lied VBD VERB ccomp 1
    """
    assert describe(mend_trees(build(rows)))[2] == "Dunn nsubj lied"


def test_who_speaks_may_stand_behind_the_verb() -> None:
    rows = """
        It PRP PRON nsubj 1
        failed VBD VERB ccomp 2
        said VBD VERB ROOT 2
        Quill NNP PROPN nsubj 2
    """
    assert describe(mend_trees(build(rows))) == describe(build(rows))


def test_of_two_subjects_that_a_comma_parts_the_second_describes_the_first() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj 4
        , , PUNCT punct 0
        a DT DET det 3
        senator NN NOUN nsubj 4
        sued VBD VERB ROOT 4
        Dunn NNP PROPN obj 4
    """))  # fmt: skip
    assert describe(doc)[3] == "senator appos Quill"


def test_the_verb_after_a_bracketed_participle_is_the_main_one() -> None:
    doc = mend_trees(build("""
        The DT DET det 1
        suit NN NOUN nsubj 3
        , , PUNCT punct 3
        filed VBD VERB ROOT 3
        Monday NNP PROPN obl 3
        , , PUNCT punct 6
        names NNS NOUN parataxis 3
        Dunn NNP PROPN obj 6
    """))  # fmt: skip
    assert describe(doc)[1] == "suit nsubj names"
    assert describe(doc)[3] == "filed acl suit"
    assert (describe(doc)[6], doc[6].pos_) == ("names ROOT names", "VERB")


def test_the_verb_after_a_participle_without_an_object_is_the_main_one() -> None:
    doc = mend_trees(build("""
        A DT DET det 1
        suit NN NOUN nsubj 2
        filed VBD VERB ROOT 2
        Monday NNP PROPN obl 2
        claims VBZ VERB ccomp 2
        theft NN NOUN obj 4
    """))  # fmt: skip
    assert describe(doc)[1:3] == ["suit nsubj claims", "filed acl suit"]


def test_a_verb_that_needs_no_object_keeps_its_subject() -> None:
    rows = """
        The DT DET det 1
        jury NN NOUN nsubj 2
        met VBD VERB ROOT 2
        Monday NNP PROPN obl 2
        saw VBD VERB parataxis 2
        Dunn NNP PROPN obj 4
    """
    assert describe(mend_trees(build(rows))) == describe(build(rows))


def test_whom_prosecutors_charge_is_no_recipient() -> None:
    doc = mend_trees(build("""
        They PRP PRON nsubj 1
        charged VBD VERB ROOT 1
        Dunn NNP PROPN iobj 1
        with IN ADP case 4
        arson NN NOUN obl 1
    """))  # fmt: skip
    assert describe(doc)[2] == "Dunn obj charged"


def test_what_the_text_goes_by_is_no_subject() -> None:
    doc = mend_trees(build("""
        according VBG VERB mark 5
        to IN ADP fixed 0
        a DT DET det 3
        suit NN NOUN nsubj:pass 5
        he PRP PRON nsubj 5
        lied VBD VERB ROOT 5
    """))  # fmt: skip
    assert describe(doc)[3] == "suit obl lied"


def test_a_second_subject_behind_a_verb_is_its_object() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj 1
        sued VBD VERB ROOT 1
        former JJ ADJ amod 3
        chief NN NOUN nmod:desc 4
        Dunn NNP PROPN nsubj 1
    """))  # fmt: skip
    assert describe(doc)[4] == "Dunn obj sued"


def test_a_second_subject_behind_an_object_describes_it() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj 1
        sued VBD VERB ROOT 1
        the DT DET det 3
        head NN NOUN obj 1
        of IN ADP case 5
        News NNP PROPN nmod 3
        Dunn NNP PROPN nsubj 1
    """))  # fmt: skip
    assert describe(doc)[6] == "Dunn appos head"


def test_who_is_said_to_speak_may_stand_behind_the_verb() -> None:
    rows = """
        Suits NNS NOUN nsubj 1
        come VBP VERB ROOT 1
        and CC CCONJ cc 3
        go VBP VERB conj 1
        Quill NNP PROPN nsubj 1
    """
    assert describe(mend_trees(build(rows))) == describe(build(rows))


def test_a_noun_that_a_tree_takes_for_one_more_object_is_the_subject() -> None:
    doc = mend_trees(build("""
        The DT DET det 1
        suit NN NOUN obj 2
        accuses VBZ VERB ROOT 2
        Dunn NNP PROPN obj 2
    """))  # fmt: skip
    assert describe(doc)[1::2] == ["suit nsubj accuses", "Dunn obj accuses"]


def test_a_noun_before_a_verb_in_the_present_is_its_subject() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nmod:poss 2
        's POS PART case 0
        suit NN NOUN compound 4
        claims VBZ VERB ROOT 3
        Dunn NNP PROPN nsubj 5
        lied VBD VERB ccomp 3
    """))  # fmt: skip
    assert describe(doc)[2] == "suit nsubj claims"


def test_the_name_that_opens_a_clause_is_its_subject_and_what_follows_describes_it() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN dep 6
        , , PUNCT punct 3
        a DT DET det 3
        cook NN NOUN nsubj 6
        is VBZ AUX cop 6
        a DT DET det 6
        plaintiff NN NOUN ROOT 6
    """))  # fmt: skip
    assert describe(doc)[0:4:3] == ["Quill nsubj plaintiff", "cook appos Quill"]


def test_a_participle_between_commas_hangs_on_the_subject_before_it() -> None:
    doc = mend_trees(build("""
        The DT DET det 1
        suit NN NOUN nsubj 8
        , , PUNCT punct 4
        also RB ADV advmod 4
        filed VBD VERB advcl 8
        in IN ADP case 6
        Mill NNP PROPN obl 4
        , , PUNCT punct 4
        says VBZ VERB ROOT 8
    """))  # fmt: skip
    assert describe(doc)[4] == "filed acl suit"
    assert doc[4].tag_ == "VBN"


def test_who_is_listed_after_a_colon_is_no_second_subject() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj:pass 2
        was VBD AUX aux:pass 2
        charged VBN VERB ROOT 2
        with IN ADP case 4
        murder NN NOUN obl 2
        of IN ADP case 6
        men NNS NOUN nmod 4
        : : PUNCT punct 8
        Dunn NNP PROPN nsubj:pass 2
    """))  # fmt: skip
    assert describe(doc)[8] == "Dunn appos men"


def test_who_stands_behind_a_verb_of_saying_did_not_do_what_the_clause_before_it_tells() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj:pass 2
        was VBD AUX aux:pass 2
        sued VBN VERB ROOT 2
        by IN ADP case 4
        Dunn NNP PROPN obl:agent 2
        , , PUNCT punct 6
        reports VBZ VERB parataxis 2
        Reuters NNP PROPN obl:agent 2
    """))  # fmt: skip
    assert describe(doc)[4:8:3] == ["Dunn obl:agent sued", "Reuters nsubj reports"]


def test_who_before_a_clause_with_a_subject_is_its_object_and_what_he_is_called_is_none() -> None:
    doc = build("""
        Dunn NNP PROPN ROOT 0
        , , PUNCT punct 3
        who WP PRON nsubj 4
        Quill NNP PROPN nsubj 4
        branded VBD VERB acl:relcl 0
        a DT DET det 6
        liar NN NOUN obj 4
    """)
    doc[4].lemma_ = "brand"
    assert describe(mend_trees(doc))[2:7:2] == ["who obj branded", "branded acl:relcl Dunn", "liar xcomp branded"]


def test_who_before_a_verb_alone_stays_its_subject() -> None:
    rows = """
        Dunn NNP PROPN ROOT 0
        who WP PRON nsubj 2
        lost VBD VERB acl:relcl 0
        the DT DET det 4
        suit NN NOUN obj 2
    """
    assert describe(mend_trees(build(rows))) == describe(build(rows))


def test_a_name_behind_and_joins_the_object_and_not_the_verb() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj 1
        sued VBD VERB ROOT 1
        Dunn NNP PROPN obj 1
        and CC CCONJ cc 4
        Fox NNP PROPN conj 1
    """))  # fmt: skip
    assert describe(doc)[4] == "Fox conj Dunn"


def test_the_subject_before_a_verb_of_saying_is_not_that_of_what_is_said() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj 3
        suggested VBD VERB ROOT 1
        Dunn NNP PROPN nsubj 3
        lied VBD VERB ccomp 1
    """))  # fmt: skip
    assert describe(doc)[:3:2] == ["Quill nsubj suggested", "Dunn nsubj lied"]


def test_a_name_behind_an_object_and_and_is_no_second_subject() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj 1
        sued VBD VERB ROOT 1
        Bo NNP PROPN obj 1
        Dunn NNP PROPN flat 2
        and CC CCONJ cc 5
        Fox NNP PROPN conj 0
    """))  # fmt: skip
    assert describe(doc)[5] == "Fox conj Bo"


def test_what_something_is_called_is_no_second_object() -> None:
    doc = build("""
        Quill NNP PROPN nsubj 1
        called VBD VERB ROOT 1
        it PRP PRON obj 1
        a DT DET det 4
        stunt NN NOUN obj 1
    """)
    doc[1].lemma_ = "call"
    assert describe(mend_trees(doc))[4] == "stunt xcomp called"


def test_a_quoted_word_behind_what_is_called_so_does_not_describe_it() -> None:
    doc = build("""
        Quill NNP PROPN nsubj 1
        called VBD VERB ROOT 1
        it PRP PRON obj 1
        " `` PUNCT punct 4
        misleading JJ ADJ amod 2
        " '' PUNCT punct 4
    """)
    doc[1].lemma_ = "call"
    assert describe(mend_trees(doc))[4] == "misleading xcomp called"


def test_a_name_that_opens_a_sentence_without_a_preposition_is_the_subject() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN obl 1
        spoke VBD VERB ROOT 1
        with IN ADP case 3
        Dunn NNP PROPN obl 1
    """))  # fmt: skip
    assert describe(doc)[::3] == ["Quill nsubj spoke", "Dunn obl spoke"]


def test_a_sentence_joins_the_plea_before_it_and_not_the_verb_that_names_the_accused() -> None:
    doc = mend_trees(parse("""
        Quill PROPN nsubj 1 B-PERSON
        named VERB ROOT 1
        Dunn PROPN obj 1 B-PERSON
        who PRON nsubj 4
        plead VERB acl:relcl 2
        and CCONJ cc 7
        was AUX aux:pass 7
        sentence VERB conj 1
    """, tags={"sentence": "VBN"}))  # fmt: skip
    assert describe(doc)[7] == "sentence conj plead"


LISTED = """
Ada PROPN obj 2 B-PERSON
, PUNCT punct 4
included VERB ROOT 2
who PRON nsubj 4
left VERB acl:relcl 0
, PUNCT punct 6
Bo PROPN obj 2 B-PERSON
, PUNCT punct 9
who PRON nsubj 9
{verb} VERB acl:relcl 0
"""


def test_a_clause_in_a_list_of_people_is_the_last_one_s() -> None:
    doc = mend_trees(parse(LISTED.format(verb="stayed")))
    assert describe(doc)[9] == "stayed acl:relcl Bo"


def test_a_clause_that_speaks_of_several_stays() -> None:
    doc = mend_trees(parse(LISTED.format(verb="stay"), tags={"stay": "VBP"}))
    assert describe(doc)[9] == "stay acl:relcl Ada"


def test_the_subject_behind_a_participle_is_that_of_the_clause_it_introduces() -> None:
    doc = mend_trees(build("""
        a DT DET det 1
        suit NN NOUN ROOT 1
        alleging VBG VERB acl 1
        Bo NNP PROPN nsubj 2
        was VBD AUX aux:pass 5
        paid VBN VERB ccomp 2
    """))  # fmt: skip
    assert describe(doc)[3] == "Bo nsubj:pass paid"


def test_a_complaint_that_named_somebody_is_not_called_so() -> None:
    rows = """
        The DT DET det 1
        complaint NN NOUN nsubj:pass 2
        named VBN VERB ROOT 2
        Bo NNP PROPN xcomp 2
        Dunn NNP PROPN flat 3
    """
    assert describe(mend_trees(build(rows)))[1:4] == ["complaint nsubj named", "named ROOT named", "Bo obj named"]
    boy = rows.replace("complaint", "boy")
    assert describe(mend_trees(build(boy)))[1:4] == ["boy nsubj:pass named", "named ROOT named", "Bo xcomp named"]


def test_a_suit_that_says_something_is_its_subject_across_a_clause_in_commas() -> None:
    doc = mend_trees(build("""
        The DT DET det 1
        suit NN NOUN nsubj 9
        , , PUNCT punct 4
        which WDT PRON nsubj:pass 4
        rests VBZ VERB acl:relcl 1
        , , PUNCT punct 1
        says VBZ VERB ROOT 6
        Bo NNP PROPN nsubj 9
        never RB ADV advmod 9
        paid VBD VERB ccomp 6
    """))  # fmt: skip
    assert describe(doc)[1] == "suit nsubj says"


WHICH = [
    *("Bo PROPN nsubj 12 B-PERSON", ", PUNCT punct 2", "counsel NOUN appos 0", "at ADP case 5", "the DET det 5"),
    *("Fund PROPN nmod 2 B-ORG", ", PUNCT punct 8", "which PRON nsubj 8", "sued VERB acl:relcl {head}"),
    *("Ada PROPN obj 8 B-PERSON", ", PUNCT punct 0", "then ADV advmod 12", "left VERB ROOT 12"),
]


@pytest.mark.parametrize("head", ["0", "2"])
def test_a_clause_with_which_is_the_body_s_before_it_and_no_person_s(head: str) -> None:
    doc = mend_trees(parse("\n".join(WHICH).format(head=head)))
    assert describe(doc)[8] == "sued acl:relcl Fund"


def test_a_clause_with_which_of_a_thing_stays() -> None:
    rows = (
        "\n".join(WHICH)
        .format(head=2)
        .replace("counsel", "suit")
        .replace("Bo PROPN nsubj 12 B-PERSON", "It PRON nsubj 12")
    )
    assert describe(mend_trees(parse(rows)))[8] == "sued acl:relcl suit"


def test_what_follows_a_name_joins_its_first_word() -> None:
    doc = build("""
        Ada NNP PROPN nsubj 5
        Quill NNP PROPN flat 0
        and CC CCONJ cc 3
        Bo NNP PROPN conj 1
        Dunn NNP PROPN flat 3
        left VBD VERB ROOT 5
        . . PUNCT punct 5
        """)
    assert describe(mend_trees(doc))[3] == "Bo conj Ada"


def test_according_to_heads_no_clause() -> None:
    doc = build("""
        According VBG VERB advcl 6
        to IN ADP fixed 0
        the DT DET det 3
        suit NN NOUN nsubj 6
        , , PUNCT punct 0
        Bo NNP PROPN nsubj 6
        lied VBD VERB ROOT 6
        . . PUNCT punct 6
        """)
    assert describe(mend_trees(doc))[:4] == [
        "According case suit",
        "to fixed According",
        "the det suit",
        "suit obl lied",
    ]


def test_whom_of_follows_is_the_object_of_the_verb_before() -> None:
    doc = mend_trees(build("""
        Ada NNP PROPN nsubj 1
        spoke VBD VERB ROOT 1
        accusing VBG VERB advcl 1
        Bo NNP PROPN nsubj 5
        of IN ADP mark 5
        robbing VBG VERB ccomp 2
        her PRP PRON obj 5
    """))  # fmt: skip
    assert describe(doc)[3] == "Bo obj accusing"


def test_a_name_behind_a_verb_of_claiming_is_no_part_of_the_one_before() -> None:
    doc = build("""
        Ada NNP PROPN nsubj 2
        Quill NNP PROPN flat 0
        alleges VBZ VERB ROOT 2
        Dunn NNP PROPN flat 0
        knew VBD VERB ccomp 2
        it PRP PRON obj 4
    """)  # fmt: skip
    doc[2].lemma_ = "allege"
    assert describe(mend_trees(doc))[3] == "Dunn nsubj knew"


@pytest.mark.parametrize(("verb", "head"), [("filed", "filed"), ("saw", "comes")])
def test_what_is_pleaded_hangs_on_the_filing_before_it(verb: str, head: str) -> None:
    doc = build(f"""
        It PRP PRON nsubj 1
        comes VBZ VERB ROOT 1
        after IN SCONJ mark 4
        Ada NNP PROPN nsubj 4
        {verb} VBD VERB advcl 1
        a DT DET det 6
        suit NN NOUN obj 4
        , , PUNCT punct 8
        accusing VBG VERB advcl 1
        Bo NNP PROPN obj 8
    """)  # fmt: skip
    doc[8].lemma_ = "accuse"
    assert mend_trees(doc)[8].head.text == head


@pytest.mark.parametrize(("noun", "head"), [("suit", "suit"), ("talk", "told")])
def test_what_somebody_is_sued_for_hangs_on_the_suit(noun: str, head: str) -> None:
    doc = build(f"""
        Ada NNP PROPN nsubj 1
        told VBD VERB ROOT 1
        of IN ADP case 4
        her PRP$ PRON nmod:poss 4
        {noun} NN NOUN obl 1
        against IN ADP case 6
        Bo NNP PROPN nmod 4
        for IN SCONJ mark 8
        lying VBG VERB advcl 1
    """)  # fmt: skip
    assert mend_trees(doc)[8].head.text == head


def test_a_wrong_only_describes_the_proceeding_behind_it() -> None:
    doc = mend_trees(build("""
        Ada NNP PROPN nsubj 1
        filed VBD VERB ROOT 1
        a DT DET det 3
        breach NN NOUN obj 1
        of IN ADP case 6
        contract NN NOUN compound 6
        lawsuit NN NOUN nmod 3
        against IN ADP case 8
        Bo NNP PROPN nmod 6
    """))  # fmt: skip
    assert describe(doc)[2:7] == [
        "a det lawsuit", "breach compound lawsuit", "of case contract", "contract nmod breach", "lawsuit obj filed",
    ]  # fmt: skip


def test_a_wrong_of_a_certain_proceeding_stays() -> None:
    doc = mend_trees(build("""
        Ada NNP PROPN nsubj 1
        saw VBD VERB ROOT 1
        abuse NN NOUN obj 1
        of IN ADP case 6
        the DT DET det 6
        libel NN NOUN compound 6
        suit NN NOUN nmod 2
    """))  # fmt: skip
    assert describe(doc)[6] == "suit nmod abuse"


@pytest.mark.parametrize(("auxiliary", "label"), [("had", "nsubj"), ("was", "nsubj:pass")])
def test_a_perfect_without_been_has_a_subject(auxiliary: str, label: str) -> None:
    doc = mend_trees(
        build(f"""
        Reporters NNS NOUN nsubj 1
        said VBD VERB ROOT 1
        Quill NNP PROPN nsubj:pass 4
        {auxiliary} VBD AUX aux 4
        sued VBN VERB ccomp 1
        Dunn NNP PROPN obj 4
    """)
    )
    assert describe(doc)[2] == f"Quill {label} sued"


def test_the_suit_in_which_somebody_seeks_something_hangs_on_the_verb() -> None:
    doc = mend_trees(build("""
        Quill NNP PROPN nsubj 1
        seeks VBZ VERB ROOT 1
        damages NNS NOUN obj 1
        from IN ADP case 4
        Dunn NNP PROPN nmod 2
        in IN ADP case 7
        a DT DET det 7
        suit NN NOUN nmod 4
    """))  # fmt: skip
    assert describe(doc)[7] == "suit obl seeks"


def test_a_clause_with_which_is_the_suit_s_before_it() -> None:
    doc = mend_trees(build("""
        Dunn NNP PROPN nsubj:pass 1
        named VBN VERB ROOT 1
        defendant NN NOUN obl 1
        in IN ADP case 5
        the DT DET det 5
        suit NN NOUN nmod 2
        , , PUNCT punct 9
        which WDT PRON obj 9
        Quill NNP PROPN nsubj 9
        filed VBD VERB acl:relcl 2
    """))  # fmt: skip
    assert describe(doc)[9] == "filed acl:relcl suit"


def test_what_is_claimed_hangs_on_the_claim_that_somebody_denies() -> None:
    doc = mend_trees(build("""
        Dunn NNP PROPN nsubj 1
        deny VBP VERB ROOT 1
        the DT DET det 3
        claim NN NOUN obj 1
        that IN SCONJ mark 6
        he PRP PRON nsubj 6
        lied VBD VERB ccomp 1
    """))  # fmt: skip
    assert describe(doc)[6] == "lied acl claim"
