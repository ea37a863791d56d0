"""The engine fills the patterns' slots and gives each relation its passage, shown on hand-built trees."""

from __future__ import annotations

import pytest

from graph.blame import find_blamed
from graph.blameless import is_harmless
from graph.extract import extract_document
from graph.model import Assertion, Document, Extraction
from tests.docs import build_doc, parse

SUED = """
Ada PROPN compound 1 B-PERSON
Quill PROPN nsubj 2 I-PERSON
sued VERB ROOT 2
Bo PROPN compound 4 B-PERSON
Dunn PROPN obj 2 I-PERSON
. PUNCT punct 2
"""
QUILL_S_LAWYER = """
Quill PROPN nmod:poss 4 B-PERSON
's PART case 0
lawyer NOUN compound 4
Cy PROPN compound 4 B-PERSON
Young PROPN nsubj 5 I-PERSON
"""
PARTY_CLAIMS = """
Ada PROPN nsubj 1 B-PERSON
sued VERB ROOT 1
CNN PROPN obj 1 B-MEDIA
. PUNCT punct 1
CNN PROPN compound 5 B-MEDIA
claims NOUN ROOT 5
Ada PROPN nsubj 7 B-PERSON
lost VERB acl 5
"""


def extract(lines: str) -> Extraction:
    doc = build_doc(lines)
    return extract_document(Document("d", "d.txt", doc.text, "2021-03-10"), doc)


def edges(extraction: Extraction) -> set[tuple[str, str, str]]:
    label = [chain.label for chain in extraction.chains]
    return {(label[r.subject], r.relation, label[r.object]) for r in extraction.relations}


def test_a_verb_s_arguments_become_the_parties_of_the_proceeding_it_evokes() -> None:
    found = edges(extract(SUED))
    assert ("Ada Quill", "plaintiff_in", "sued") in found
    assert ("Bo Dunn", "defendant_in", "sued") in found


def test_the_passage_is_the_verbatim_sentence_with_both_ends_and_the_cue() -> None:
    extraction = extract(SUED)
    evidence = next(r.evidence for r in extraction.relations if r.relation == "defendant_in")
    text = extraction.document.text
    assert evidence.text == "Ada Quill sued Bo Dunn." == text[evidence.span.start : evidence.span.end]
    assert text[evidence.subject.start : evidence.subject.end] == "Bo Dunn"
    assert text[evidence.cue.start : evidence.cue.end] == "sued"


def test_a_pronoun_that_was_followed_is_named_with_its_antecedent() -> None:
    extraction = extract(SUED + """
        She PRON nsubj 7
        sued VERB ROOT 7
        Cy PROPN obj 7 B-PERSON
        . PUNCT punct 7
        """)  # fmt: skip
    evidence = next(r.evidence for r in extraction.relations if r.evidence.text.startswith("She sued")
                    and r.relation == "plaintiff_in")  # fmt: skip
    assert [(a.mention, a.entity) for a in evidence.antecedents] == [("She", "Ada Quill")]


def test_word_order_finds_the_object_that_the_tree_hangs_elsewhere() -> None:
    found = edges(
        extract("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        Bo PROPN compound 4 B-PERSON
        over ADP case 4
        money NOUN obl 1
        """)
    )
    assert ("Bo", "defendant_in", "sued") in found


def test_a_headline_s_past_tense_before_a_cause_is_a_passive() -> None:
    headline = """
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        over ADP case 3
        money NOUN obl 1
        """
    assert ("Ada", "defendant_in", "sued") in edges(extract(headline))
    assert ("Ada", "plaintiff_in", "sued") in edges(extract(headline + ". PUNCT punct 1"))


def test_a_lawyer_of_a_party_acts_in_the_suit_that_the_same_sentence_tells_of() -> None:
    lawyer = """
        Quill PROPN nmod:poss 10 B-PERSON
        's PART case 6
        lawyer NOUN compound 10
        Cy PROPN compound 10 B-PERSON
        Young PROPN nsubj 11 I-PERSON
        spoke VERB {}
        . PUNCT punct 11
        """
    apart = edges(extract(SUED + lawyer.format("ROOT 11")))
    assert ("Cy Young", "counsel_for", "Ada Quill") in apart
    assert ("Cy Young", "counsel_in", "sued") not in apart
    together = edges(extract(SUED.replace(". PUNCT", ", PUNCT") + lawyer.format("conj 2")))
    assert ("Cy Young", "counsel_in", "sued") in together


def test_nobody_relates_to_those_who_merely_stand_in_one_sentence() -> None:
    assert (
        edges(
            extract("""
        Ada PROPN nsubj 3 B-PERSON
        and CCONJ cc 2
        Bo PROPN conj 0 B-PERSON
        slept VERB ROOT 3
        . PUNCT punct 3
        """)
        )
        == set()
    )


def test_suits_in_the_plural_are_one_for_each_defendant() -> None:
    extraction = extract("""
        Ada PROPN nsubj 1 B-PERSON
        filed VERB ROOT 1
        lawsuits NOUN obj 1
        against ADP case 4
        Bo PROPN nmod 2 B-PERSON
        and CCONJ cc 6
        Cy PROPN conj 4 B-PERSON
        . PUNCT punct 1
        """)
    suits = {r.object for r in extraction.relations if r.relation == "defendant_in"}
    assert len(suits) == 2
    assert {r.object for r in extraction.relations if r.relation == "plaintiff_in"} == suits


def test_suits_in_the_plural_that_nobody_is_said_to_bring_are_told_together() -> None:
    extraction = extract("""
        lawsuits NOUN nsubj 5
        against ADP case 2
        Bo PROPN nmod 0 B-PERSON
        and CCONJ cc 4
        Cy PROPN conj 2 B-PERSON
        failed VERB ROOT 5
        . PUNCT punct 5
        """)
    assert len({r.object for r in extraction.relations if r.relation == "defendant_in"}) == 1


def test_a_lawyer_accuses_no_client() -> None:
    found = edges(
        extract(
            QUILL_S_LAWYER
            + """
        accused VERB ROOT 5
        Quill PROPN obj 5 B-PERSON
        of ADP case 8
        fraud NOUN obl 5
        """
        )
    )
    assert ("Cy Young", "counsel_for", "Quill") in found
    assert ("Cy Young", "accused", "Quill") not in found


def test_who_accuses_whom_tells_the_sides_of_a_legal_battle() -> None:
    found = edges(
        extract("""
        the DET det 2
        legal ADJ amod 2
        battle NOUN ROOT 2
        began VERB acl 2
        after SCONJ mark 6
        Ada PROPN nsubj 6 B-PERSON
        accused VERB advcl 3
        Bo PROPN obj 6 B-PERSON
        of ADP case 9
        fraud NOUN obl 6
        """)
    )
    assert {("Ada", "plaintiff_in", "the legal battle"), ("Bo", "defendant_in", "the legal battle")} <= found


def test_a_lawyer_who_files_for_a_client_is_no_plaintiff() -> None:
    found = edges(
        extract(
            QUILL_S_LAWYER
            + """
        sued VERB ROOT 5
        Bo PROPN obj 5 B-PERSON
        """
        )
    )
    assert not any(relation == "plaintiff_in" and subject == "Cy Young" for subject, relation, _ in found)


def test_a_report_that_was_not_made_is_negated() -> None:
    extraction = extract("""
        CNN PROPN nsubj 3 B-MEDIA
        did AUX aux 3
        not PART advmod 3
        report VERB ROOT 3
        that SCONJ mark 6
        Ada PROPN nsubj 6 B-PERSON
        left VERB ccomp 3
        """)
    stated = {r.evidence.assertion for r in extraction.relations if r.relation == "reported_on"}
    assert stated == {Assertion.NEGATED}


def test_an_outlet_that_claims_something_as_a_party_reports_nothing() -> None:
    assert not any(relation == "reported_on" for _, relation, _ in edges(extract(PARTY_CLAIMS)))


def test_what_stands_beside_a_name_describes_it_though_the_tree_hangs_it_on_the_suit() -> None:
    lines = """
        Ada PROPN nsubj 1 B-PERSON
        won VERB ROOT 1
        her PRON nmod:poss 3
        lawsuit NOUN obj 1
        against ADP case 6
        Harbor PROPN compound 6 B-MEDIA
        News PROPN nmod 3 I-MEDIA
        , PUNCT punct 9
        the DET det 9
        publishers NOUN appos 3
        of ADP case 12
        Mill PROPN compound 12 B-MEDIA
        Post PROPN nmod 9 I-MEDIA
        . PUNCT punct 1
        """
    doc = build_doc(lines, tags={"publishers": "NNS"}, lemmas={"publishers": "publisher"})
    found = extract_document(Document("d", "d.txt", doc.text), doc)
    owned = [(found.chains[r.subject].label, found.chains[r.object].label)
             for r in found.relations if r.relation == "owner_of"]  # fmt: skip
    assert owned == [("Harbor News", "Mill Post")]


def test_who_pardons_the_convicted_is_not_convicted() -> None:
    lines = """
        Quill PROPN nsubj:pass 2 B-PERSON
        has AUX aux 2
        pardoned VERB ROOT 2
        Dunn PROPN obj 2 B-PERSON
        , PUNCT punct 5
        convicted VERB conj 2
        of ADP case 7
        fraud NOUN obl 5
        . PUNCT punct 2
    """
    doc = build_doc(lines, tags={"pardoned": "VBN", "convicted": "VBN"},
                    lemmas={"pardoned": "pardon", "convicted": "convict"})  # fmt: skip
    found = extract_document(Document("d", "d.txt", doc.text, "2021-03-10"), doc)
    assert not any(relation == "defendant_in" for _, relation, _ in edges(found))


def test_what_somebody_could_be_sued_for_is_no_claim_of_a_suit() -> None:
    rows = """
    Bo PROPN nsubj:pass 3 B-PERSON
    could AUX aux 3
    be AUX aux:pass 3
    sued VERB ROOT 3
    for ADP case 5
    fraud NOUN obl 3
    """
    told = rows.replace("could AUX aux 3", "may AUX aux 3"), rows.replace("could AUX aux 3", "then ADV advmod 3")
    claims = [[proceeding.facts.claims for proceeding in extract(lines).proceedings] for lines in (rows, *told)]
    assert claims == [[()], [()], [("fraud",)]]


def test_what_somebody_is_convicted_of_in_the_end_is_what_he_is_charged_with() -> None:
    rows = """
    Bo PROPN nsubj 1 B-PERSON
    waits VERB ROOT 1
    if SCONJ mark 3
    convicted VERB advcl 1
    of ADP case 5
    theft NOUN obl 3
    """
    (proceeding,) = extract(rows).proceedings
    assert proceeding.facts.claims == ("theft",)


def test_what_a_suit_is_over_that_may_be_won_or_heard_is_its_claim() -> None:
    rows = """
    Bo PROPN nsubj 2 B-PERSON
    may AUX aux 2
    win VERB ROOT 2
    in ADP case 5
    a DET det 5
    suit NOUN obl 2
    over ADP case 7
    fraud NOUN nmod 5
    """
    heard = rows.replace("in ADP case 5\n    a DET", "quietly ADV advmod 2\n    the DET").replace("obl 2", "obj 2")
    told = heard, rows, heard.replace("the DET", "a DET")
    claims = [[proceeding.facts.claims for proceeding in extract(lines).proceedings] for lines in told]
    assert claims == [[("fraud",)], [("fraud",)], [()]]


@pytest.mark.parametrize(("lines", "place"), [
    ("Bo PROPN nsubj 1\nlay VERB ROOT 1\ndown ADV advmod 1", 1),
    ("Bo PROPN nsubj 1\nfelt VERB ROOT 1\nthreatened VERB xcomp 1", 2),
    ("Bo PROPN nsubj 2\nis AUX aux 2\nowed VERB ROOT 2\napologies NOUN obj 2", 2),
    ("Bo PROPN nsubj 1\nexposed VERB ROOT 1\nfraud NOUN obj 1", 1),
])  # fmt: skip
def test_what_does_nobody_wrong_is_harmless(lines: str, place: int) -> None:
    lemmas = {"lay": "lie", "felt": "feel", "owed": "owe", "exposed": "expose", "apologies": "apology"}
    assert is_harmless(parse(lines, lemmas=lemmas)[place])


def test_an_adverb_before_what_is_said_is_about_who_says_it() -> None:
    said = "it PRON nsubj 1\nstates VERB ROOT 1\nfalsely ADV advmod 5\n"
    lines = said + "that SCONJ mark 5\nBo PROPN nsubj 5\nwon VERB ccomp 1"
    assert find_blamed(parse(lines)[2]) == []


@pytest.mark.parametrize(("mark", "blamed"), [("if", []), ("that", ["Bo"])])
def test_what_is_only_supposed_blames_nobody(mark: str, blamed: list[str]) -> None:
    doc = parse(f"{mark} SCONJ mark 3\nBo PROPN nsubj 3\nis AUX cop 3\nliar NOUN ROOT 3")
    assert [token.text for token in find_blamed(doc[3])] == blamed


def test_what_others_allege_blames_nobody_beside_it() -> None:
    lines = "violations NOUN ROOT 0\nalleged VERB acl 0\nby ADP case 3\nBo PROPN nmod 0"
    assert find_blamed(parse(lines, tags={"alleged": "VBN"}, lemmas={"alleged": "allege"})[0]) == []


@pytest.mark.parametrize(("particle", "label"), [("in", "compound:prt"), ("in", "case")])
def test_who_engages_in_a_wrong_is_blamed(particle: str, label: str) -> None:
    head = 1 if label == "compound:prt" else 4
    done = f"Bo PROPN nsubj 1\nengaging VERB ROOT 1\n{particle} ADP {label} {head}\n"
    lines = done + "deceptive ADJ amod 4\nconduct NOUN obl 1"
    assert [token.text for token in find_blamed(parse(lines, lemmas={"engaging": "engage"})[3])] == ["Bo"]
