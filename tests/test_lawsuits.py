"""Which nouns and verbs are proceedings, and what their sentence says of them, shown on hand-built trees."""

from __future__ import annotations

import pytest

from graph.facts import read_facts
from graph.lawsuit_words import load_words
from graph.lawsuits import evokes_proceeding, is_counter, lawsuit_phrase
from graph.tokens import read_tokens
from graph.word_forms import base_form
from tests.docs import build_doc, parse

FORMS = {
    "charges": "charge",
    "filed": "file",
    "sought": "seek",
    "ruled": "rule",
    "charged": "charge",
    "alleges": "allege",
    "claims": "claim",
    "brought": "bring",
    "wore": "wear",
    "settled": "settle",
    "led": "lead",
    "complaints": "complaint",
}


@pytest.mark.parametrize(("lines", "word", "expected"), [
    ("Ada PROPN nsubj 1\nsued VERB ROOT 1\nBo PROPN obj 1", "sued", True),
    ("in ADP case 2\neach DET det 2\ncase NOUN obl 5\nagainst ADP case 4\nBo PROPN nmod 2\nwon VERB ROOT 5",
     "case", False),
    ("the DET det 1\ncase NOUN ROOT 1\nagainst ADP case 3\nBo PROPN nmod 1", "case", False),
    ("the DET det 1\ncase NOUN nsubj 4\nagainst ADP case 3\nBo PROPN nmod 1\nfailed VERB ROOT 4\nthe DET det 6\n"
     "court NOUN nsubj 7\nsat VERB conj 4", "case", True),
    ("in ADP case 2\nany DET det 2\ncase NOUN obl 3\nwent VERB ROOT 3", "case", False),
    ("a DET det 2\nlibel NOUN compound 2\ntrial NOUN ROOT 2", "trial", True),
    ("a DET det 2\nclinical ADJ amod 2\ntrial NOUN ROOT 2", "trial", False),
    ("Bo PROPN obj 1\ncharged VERB ROOT 1\ncash NOUN obj 1", "charged", False),
    ("the DET det 1\njudge NOUN nsubj 2\nruled VERB ROOT 2", "ruled", True),
    ("the DET det 1\nparty NOUN nsubj 2\nruled VERB ROOT 2", "ruled", False),
    ("a DET det 3\nclass NOUN compound 2\nlitigation NOUN compound 3\nlawsuit NOUN ROOT 3", "litigation", False),
    ("wild ADJ amod 1\ncharges NOUN ROOT 1\nagainst ADP case 4\nthe DET det 4\nbureau NOUN nmod 1", "charges", False),
    ("new ADJ amod 1\ncharges NOUN ROOT 1\nagainst ADP case 3\nBo PROPN nmod 1 B-PERSON", "charges", True),
    ("Ada PROPN nsubj 2\noften ADV advmod 2\nsued VERB ROOT 2\nrivals NOUN obj 2", "sued", False),
    ("a DET det 3\nPhase NOUN compound 3\nclinical ADJ amod 3\ntrial NOUN ROOT 3", "trial", False),
    ("her DET det 2\nimpeachment NOUN compound 2\ntrial NOUN nsubj 3\nbegan VERB ROOT 3", "trial", False),
    ("a DET det 2\nlikely ADJ amod 2\nlawsuit NOUN ROOT 2", "lawsuit", False),
    ("in ADP case 2\nthe DET det 2\ncase NOUN obl 5\nof ADP case 4\nBo PROPN nmod 2\nwon VERB ROOT 5", "case", False),
    ("malicious ADJ amod 1\nprosecution NOUN ROOT 1\nof ADP case 3\nBo PROPN nmod 1", "prosecution", False),
    ("the DET det 1\nprosecution NOUN ROOT 1\nof ADP case 3\nBo PROPN nmod 1", "prosecution", True),
    ("the DET det 1\ncomplaint NOUN nsubj 2\nalleges VERB ROOT 2\nlies NOUN obj 2", "complaint", True),
    ("the DET det 1\ncomplaint NOUN nsubj 2\nhurt VERB ROOT 2", "complaint", False),
    ("Bo PROPN nmod:poss 2 B-PERSON\n's PART case 0\ntrial NOUN nsubj 3\nbegan VERB ROOT 3", "trial", True),
    ("a DET det 1\ntrial NOUN nsubj 2\nbegan VERB ROOT 2", "trial", False),
    ("counter NOUN compound 1\nclaims NOUN ROOT 1", "claims", True),
    ("Ada PROPN nsubj 1\nfiled VERB ROOT 1\nfor ADP case 3\ndivorce NOUN obl 1", "divorce", True),
    ("Ada PROPN nsubj 1\nfiled VERB ROOT 1\nfor ADP case 3\nChapter NOUN obl 1\n11 NUM flat 3", "Chapter", True),
    ("Ada PROPN nsubj 1\nfeared VERB ROOT 1\na DET det 3\nbankruptcy NOUN obj 1", "bankruptcy", False),
    ("a DET det 2\nbankruptcy NOUN compound 2\ncourt NOUN ROOT 2", "bankruptcy", False),
    ("Ada PROPN nsubj 1\nsought VERB ROOT 1\nprotection NOUN obj 1\nfrom ADP case 4\ncreditors NOUN obl 1",
     "protection", True),
    ("Ada PROPN nsubj 1\nspoke VERB ROOT 1\nof ADP case 3\ndivorce NOUN obl 1", "divorce", False),
    ("case NOUN nsubj:pass 2\nwas AUX aux:pass 2\nbrought VERB ROOT 2\nby ADP case 4\nBo PROPN obl 2", "case", True),
    ("a DET det 2\ndesigner NOUN compound 2\nsuit NOUN ROOT 2", "suit", False),
    ("a DET det 2\nlibel NOUN compound 2\nsuit NOUN ROOT 2", "suit", True),
    ("Ada PROPN nsubj 1\nwore VERB ROOT 1\na DET det 3\nsuit NOUN obj 1", "suit", False),
    ("the DET det 1\nman NOUN ROOT 1\nin ADP case 4\nthe DET det 4\nsuit NOUN nmod 1", "suit", False),
    ("in ADP case 1\nsuit NOUN ROOT 1\nand CCONJ cc 3\ntie NOUN conj 1", "suit", False),
    ("Ada PROPN nsubj 1\nfiled VERB ROOT 1\nan DET det 4\nonline ADJ amod 4\npetition NOUN obj 1", "petition", False),
    ("Ada PROPN nsubj 1\nfiled VERB ROOT 1\na DET det 3\npetition NOUN obj 1\nin ADP case 5\ncourt NOUN obl 1",
     "petition", True),
    ("Ada PROPN nsubj 1\nfiled VERB ROOT 1\na DET det 3\npetition NOUN obj 1\nwith ADP case 5\n"
     "signatures NOUN nmod 3", "petition", False),
    ("a DET det 2\ndamning ADJ amod 2\nindictment NOUN ROOT 2\nof ADP case 4\nBo PROPN nmod 2", "indictment", False),
    ("memo NOUN nsubj 1\nserves VERB ROOT 1\nas ADP case 4\nan DET det 4\nindictment NOUN obl 1\nof ADP case 6\n"
     "Bo PROPN nmod 4", "indictment", False),
    ("an DET det 1\nindictment NOUN ROOT 1\nof ADP case 3\nBo PROPN nmod 1", "indictment", True),
    ("mills NOUN nsubj 1\nfollow VERB ROOT 1\nsuit NOUN obj 1", "suit", False),
    ("mills NOUN nsubj 1\nfollow VERB ROOT 1\nthe DET det 3\nsuit NOUN obj 1", "suit", True),
    ("They PRON nsubj 1\nbuild VERB ROOT 1\na DET det 3\ncase NOUN obj 1\nagainst ADP case 5\nBo PROPN nmod 3",
     "case", False),
    ("any DET det 1\ncase NOUN ROOT 1\nagainst ADP case 3\nBo PROPN nmod 1", "case", False),
    ("the DET det 1\ncomplaints NOUN ROOT 1\nagainst ADP case 3\nBo PROPN nmod 1", "complaints", False),
    ("civil ADJ amod 1\ncomplaints NOUN ROOT 1\nagainst ADP case 3\nBo PROPN nmod 1", "complaints", True),
    ("the DET det 2\nassault NOUN compound 2\nclaims NOUN ROOT 2\nagainst ADP case 4\nBo PROPN nmod 2",
     "claims", False),
    ("Ada PROPN nsubj 1\nfiled VERB ROOT 1\nassault NOUN compound 3\nclaims NOUN obj 1\nagainst ADP case 5\n"
     "Bo PROPN nmod 3", "claims", True),
    ("such ADJ amod 1\nclaims NOUN ROOT 1\nagainst ADP case 3\nBo PROPN nmod 1", "claims", False),
    ("the DET det 1\nclaims NOUN nsubj:pass 3\nwere AUX aux:pass 3\nsettled VERB ROOT 3", "claims", False),
    ("Ada PROPN nsubj 1\nsettled VERB ROOT 1\nclaims NOUN obj 1\nagainst ADP case 4\nBo PROPN nmod 2", "claims", True),
    ("a DET det 2\nlibel NOUN compound 2\nclaim NOUN ROOT 2\nagainst ADP case 4\nBo PROPN nmod 2", "claim", True),
    ("a DET det 1\nclaim NOUN ROOT 1\nagainst ADP case 3\nBo PROPN nmod 1\nfor ADP case 6\n5 NUM nummod 6 B-MONEY\n"
     "dollars NOUN nmod 1 I-MONEY", "claim", True),
    ("a DET det 1\nclaim NOUN nsubj 4\nagainst ADP case 3\nJustice PROPN nmod 1\nfailed VERB ROOT 4\nin ADP case 6\n"
     "court NOUN obl 4", "claim", True),
    ("stronger ADJ amod 1\naction NOUN ROOT 1\nagainst ADP case 3\nBo PROPN nmod 1", "action", False),
    ("Ada PROPN nmod:poss 2\n's PART case 0\naction NOUN nsubj 5\nagainst ADP case 4\nBo PROPN nmod 2\n"
     "failed VERB ROOT 5\nThe DET det 7\ncourt NOUN nsubj 8\nsat VERB ROOT 8", "action", True),
    ("Ada PROPN nmod:poss 2\n's PART case 0\naction NOUN nsubj 5\nagainst ADP case 4\nBo PROPN nmod 2\n"
     "failed VERB ROOT 5\nThe DET det 7\ncook NOUN nsubj 8\nsat VERB ROOT 8", "action", False),
    ("legal ADJ amod 1\naction NOUN ROOT 1\nagainst ADP case 3\nBo PROPN nmod 1", "action", True),
    ("Ada PROPN nsubj 1\nfiled VERB ROOT 1\na DET det 3\ncomplaint NOUN obj 1\nwith ADP case 6\nher PRON nmod:poss 6\n"
     "supervisor NOUN obl 1", "complaint", False),
    ("Ada PROPN nsubj 1\nfiled VERB ROOT 1\na DET det 3\ncomplaint NOUN obj 1\nwith ADP case 6\nthe DET det 6\n"
     "bureau NOUN obl 1", "complaint", True),
    ("Ada PROPN nsubj 1\nled VERB ROOT 1\nlegal ADJ amod 3\ncharge NOUN obj 1\nagainst ADP case 5\nBo PROPN nmod 3",
     "charge", False),
    ("military ADJ amod 1\naction NOUN ROOT 1\nagainst ADP case 3\nthem PRON nmod 1", "action", False),
    ("guilty ADJ ROOT 0\nas SCONJ mark 2\ncharged VERB advcl 0", "charged", False),
    ("a DET det 3\nfederal ADJ amod 3\njudge NOUN nsubj 3\ntook VERB ROOT 3\naction NOUN obj 3", "action", False),
])  # fmt: skip
def test_what_evokes_a_proceeding(lines: str, word: str, expected: bool) -> None:
    doc = parse(lines, lemmas=FORMS, tags={"complaints": "NNS"})
    token = next(token for token in doc if token.text == word)
    assert evokes_proceeding(token) is expected
    # what is looked at no further cannot be one
    looked_at = {base_form(token), token.lemma_.lower(), token.lower_} & load_words().telling
    assert looked_at or not expected


def test_the_phrase_gives_amount_and_claims() -> None:
    doc = parse("""
        a DET det 6
        $ SYM nummod 6 B-MONEY
        3 NUM nummod 1 I-MONEY
        million NUM nummod 1 I-MONEY
        libel NOUN compound 6
        defamation NOUN compound 6
        suit NOUN ROOT 6
        """)
    facts = read_facts(doc[6], [doc[6]], None)
    assert facts.claims == ("libel", "defamation")
    assert [amount.replace(" ", "") for amount in facts.amounts] == ["$3million"]


def test_a_date_beside_a_verb_of_filing_is_the_filing_date() -> None:
    doc = parse("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        Bo PROPN obj 1 B-PERSON
        on ADP case 4
        Tuesday PROPN obl 1 B-DATE
        """)
    assert read_facts(doc[1], [doc[1]], "2021-03-10").filed == ("2021-03-09",)


def test_a_suit_of_one_s_own_answers_another() -> None:
    doc = parse("""
        a DET det 1
        suit NOUN ROOT 1
        of ADP case 4
        his PRON nmod:poss 4
        own ADJ nmod 1
        """)
    assert is_counter(doc[1])


def test_a_phrase_begins_at_its_own_article() -> None:
    doc = parse("""
        In ADP case 1
        March PROPN obl 5
        , PUNCT punct 1
        the DET det 4
        suit NOUN nsubj 5
        says VERB ROOT 5
        """)
    assert lawsuit_phrase(doc[4]).text == "the suit"


def test_a_charge_that_no_list_knows_is_given_in_its_own_words() -> None:
    doc = parse("""
        Bo PROPN nsubj:pass 2 B-PERSON
        was AUX aux:pass 2
        charged VERB ROOT 2
        with SCONJ mark 4
        hiding VERB advcl 2
        tame ADJ amod 6
        whales NOUN obj 4
        in ADP case 8
        Leeds PROPN obl 4 B-PLACE
        """, lemmas={"charged": "charge"})  # fmt: skip
    assert read_facts(doc[2], [doc[2]], None).claims == ("hiding tame whales",)


def test_damages_sought_in_the_next_sentence_belong_to_the_suit() -> None:
    doc = parse("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        Bo PROPN obj 1 B-PERSON
        . PUNCT punct 1
        She PRON nsubj 5
        seeks VERB ROOT 5
        $300,000 NUM obj 5
        in ADP case 8
        damages NOUN obl 5
        . PUNCT punct 5
        """)
    assert read_facts(doc[1], [doc[1]], None).amounts == ("$300,000",)
    assert read_facts(doc[1], [doc[1], doc[8]], None).amounts == ()


def test_the_date_of_the_article_that_a_suit_is_about_is_no_filing_date() -> None:
    doc = parse("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        over ADP case 4
        2018 NUM nummod 4 B-DATE
        article NOUN obl 1
        """)
    assert read_facts(doc[1], [doc[1]], "2020-01-01").filed == ()


def test_a_new_suit_s_own_date_is_its_filing_date_without_a_verb_of_filing() -> None:
    doc = parse(
        """
        Bo PROPN nsubj 1 B-PERSON
        denied VERB ROOT 1
        it PRON obj 1
        in ADP case 5
        a DET det 5
        suit NOUN obl 1
        against ADP case 7
        Ada PROPN nmod 5 B-PERSON
        on ADP case 9
        Tuesday PROPN obl 1 B-DATE
        """,
        lemmas={"denied": "deny"},
    )
    assert read_facts(doc[5], [doc[5]], "2021-03-10").filed == ("2021-03-09",)


def test_a_phrase_that_the_model_marks_is_a_proceeding() -> None:
    doc = build_doc("the DET det 1\ncase NOUN nsubj 2\nbegan VERB ROOT 2")
    assert not evokes_proceeding(read_tokens(doc)[1])
    doc.spans["lawsuits"] = [doc[0:2]]
    assert evokes_proceeding(read_tokens(doc)[1])


def test_two_words_may_name_an_answer() -> None:
    doc = parse("counter NOUN compound 1\nclaims NOUN ROOT 1", lemmas=FORMS)
    assert is_counter(doc[1])


def test_the_date_of_an_article_is_no_filing_date() -> None:
    doc = parse("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        Bo PROPN obj 1 B-PERSON
        over ADP case 6
        a DET det 6
        2018 NUM obl 1 B-DATE
        article NOUN obl 1
        """)
    assert read_facts(doc[1], [doc[1]], "2021-03-10").filed == ()


def test_a_clause_with_when_is_dated_by_the_day_before_it() -> None:
    doc = parse("""
        In ADP case 1
        May PROPN obl 6 B-DATE
        , PUNCT punct 1
        when SCONJ advmod 5
        Ada PROPN nsubj 5 B-PERSON
        sued VERB advcl 6
        slept VERB ROOT 6
        """)
    assert read_facts(doc[5], [doc[5]], "2021-03-10").filed == ("2020-05",)


def test_wrongs_that_share_a_noun_are_told_one_by_one() -> None:
    doc = parse("""
        a DET det 6
        racial ADJ amod 5
        and CCONJ cc 4
        age NOUN conj 1
        based VERB compound 3
        discrimination NOUN compound 6
        suit NOUN ROOT 6
        """)
    assert read_facts(doc[6], [doc[6]], None).claims == ("discrimination",)
    doc = parse("""
        a DET det 5
        racial ADJ amod 4
        and CCONJ cc 3
        sexual ADJ conj 1
        harassment NOUN compound 5
        suit NOUN ROOT 5
        """)
    assert read_facts(doc[5], [doc[5]], None).claims == ("racial harassment", "sexual harassment")


def test_a_verb_s_status_is_not_that_of_a_suit_it_only_goes_by() -> None:
    doc = parse("""
        Bo PROPN nsubj:pass 2 B-PERSON
        was AUX aux:pass 2
        acquitted VERB ROOT 2
        according VERB mark 2
        to ADP fixed 3
        a DET det 6
        suit NOUN obl 2
        """, lemmas={"acquitted": "acquit"})  # fmt: skip
    assert read_facts(doc[6], [doc[6]], None).statuses == ()


def test_what_a_court_is_asked_for_is_no_claim() -> None:
    doc = parse("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        Bo PROPN obj 1 B-PERSON
        for ADP case 4
        damages NOUN obl 1
        """, lemmas={"sued": "sue", "damages": "damage"})  # fmt: skip
    assert read_facts(doc[1], [doc[1]], None).claims == ()


def test_a_claim_is_what_one_sues_for_and_not_what_another_noun_is_for() -> None:
    doc = parse("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        over ADP case 4
        a DET det 4
        request NOUN obl 1
        for ADP case 7
        tame ADJ amod 7
        whales NOUN nmod 4
        """, lemmas={"sued": "sue"})  # fmt: skip
    assert read_facts(doc[1], [doc[1]], None).claims == ()
    doc[7].head = doc[1]
    assert read_facts(doc[1], [doc[1]], None).claims == ("tame whales",)


def test_damages_sought_three_sentences_on_belong_to_the_suit() -> None:
    doc = parse("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        Bo PROPN obj 1 B-PERSON
        . PUNCT punct 1
        Bo PROPN nsubj 5
        sang VERB ROOT 5
        . PUNCT punct 5
        She PRON nsubj 8
        wants VERB ROOT 8
        $300,000 NUM obj 8
        in ADP case 11
        damages NOUN obl 8
        . PUNCT punct 8
        """)
    assert read_facts(doc[1], [doc[1]], None).amounts == ("$300,000",)


def test_a_plea_of_not_guilty_is_none_of_guilt() -> None:
    doc = parse("""
        Bo PROPN nsubj 1
        pleaded VERB ROOT 1
        not PART advmod 3
        guilty ADJ xcomp 1
        """, lemmas={"pleaded": "plead"})  # fmt: skip
    assert read_facts(doc[1], [doc[1]], None).statuses == ()
    plain = parse("Bo PROPN nsubj 1\npleaded VERB ROOT 1\nguilty ADJ xcomp 1", lemmas={"pleaded": "plead"})
    assert read_facts(plain[1], [plain[1]], None).statuses == ("pleaded guilty",)


def test_a_suit_that_is_called_by_the_right_at_stake_is_over_its_breach() -> None:
    doc = parse("""
        Ada PROPN nsubj 1
        won VERB ROOT 1
        a DET det 4
        copyright NOUN compound 4
        suit NOUN obj 1
        """)
    assert read_facts(doc[4], [doc[4]], None).claims == ("copyright infringement",)


def test_the_law_that_was_broken_is_a_claim_in_the_text_s_words() -> None:
    doc = parse("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        Bo PROPN obj 1 B-PERSON
        alleging VERB advcl 1
        he PRON nsubj 5
        violated VERB ccomp 3
        the DET det 9
        Fair PROPN compound 9
        Play PROPN compound 9
        Act PROPN obj 5
        """, lemmas={"alleging": "allege"})  # fmt: skip
    assert read_facts(doc[1], [doc[1]], None).claims == ("violated the fair play act",)


def test_a_suit_that_charges_somebody_is_one_proceeding() -> None:
    rows = "The DET det 1\n{noun} NOUN nsubj 2\ncharged VERB ROOT 2\nBo PROPN obj 2\nwith ADP case 5\nfraud NOUN obl 2"
    for noun, expected in (("office", True), ("suit", False)):
        assert evokes_proceeding(parse(rows.format(noun=noun), lemmas=FORMS)[2]) is expected


def test_a_charge_may_be_told_by_what_was_done() -> None:
    doc = parse("""
        Bo PROPN nsubj:pass 2 B-PERSON
        was AUX aux:pass 2
        charged VERB ROOT 2
        with SCONJ mark 4
        selling VERB advcl 2
        drugs NOUN obj 4
        """, tags={"selling": "VBG", "charged": "VBN"}, lemmas=FORMS)  # fmt: skip
    assert evokes_proceeding(doc[2])
    assert read_facts(doc[2], [doc[2]], None).claims == ("selling drugs",)
