"""One chain for one thing in one document, shown on hand-built trees."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.clusters import Cluster
from graph.coreference import build_chains
from graph.mentions import find_mentions
from graph.model import EntityType
from graph.same_names import same_body, same_person
from graph.tokens import read_tokens
from graph.word_forms import base_form
from tests.chains import chains_of
from tests.docs import parse

SUED_HIM = """
Ada PROPN compound 1 B-PERSON
Quill PROPN nsubj 2 I-PERSON
sued VERB ROOT 2
Bo PROPN compound 4 B-PERSON
Dunn PROPN obj 2 I-PERSON
. PUNCT punct 2
"""


def test_a_surname_joins_its_full_name() -> None:
    assert chains_of(SUED_HIM + """
        Quill PROPN nsubj 7 B-PERSON
        won VERB ROOT 7
        . PUNCT punct 7
        """)["Ada Quill"] == ["Ada Quill", "Quill"]  # fmt: skip


@pytest.mark.parametrize(("pronoun", "label"), [("she", "Ada Quill"), ("he", "Bo Dunn")])
def test_a_pronoun_goes_to_the_person_of_its_gender(pronoun: str, label: str) -> None:
    found = chains_of(SUED_HIM + f"""
        {pronoun} PRON nsubj 7
        won VERB ROOT 7
        . PUNCT punct 7
        """)  # fmt: skip
    assert pronoun in found[label]


def test_an_object_pronoun_is_not_the_subject_of_its_verb() -> None:
    found = chains_of("""
        Bo PROPN nsubj 1 B-PERSON
        met VERB ROOT 1
        Cy PROPN obj 1 B-PERSON
        . PUNCT punct 1
        Bo PROPN nsubj 5 B-PERSON
        sued VERB ROOT 5
        him PRON obj 5
        """)
    assert "him" in found["Cy"]


def test_a_title_and_its_possessor_are_read_before_a_name() -> None:
    found = chains_of("""
        Quill PROPN nmod:poss 4 B-PERSON
        's PART case 0
        lawyer NOUN compound 4
        Bo PROPN compound 4 B-PERSON
        Dunn PROPN nsubj 5 I-PERSON
        spoke VERB ROOT 5
        """)
    assert found["Bo Dunn"] == ["Quill's lawyer", "Bo Dunn"]


def test_an_apposition_names_the_husband_whom_a_later_phrase_repeats() -> None:
    found = chains_of("""
        Ada PROPN compound 1 B-PERSON
        Quill PROPN nsubj 2 I-PERSON
        left VERB ROOT 2
        with ADP case 5
        her PRON nmod:poss 5
        husband NOUN obl 2
        , PUNCT punct 5
        Bo PROPN compound 8 B-PERSON
        Dunn PROPN appos 5 I-PERSON
        . PUNCT punct 2
        Her PRON nmod:poss 11
        husband NOUN nsubj 12
        sang VERB ROOT 12
        """)
    assert found["Bo Dunn"] == ["her husband", "Bo Dunn", "Her husband"]


def test_they_are_the_people_named_side_by_side() -> None:
    found = chains_of("""
        Ada PROPN nsubj 3 B-PERSON
        and CCONJ cc 2
        Bo PROPN conj 0 B-PERSON
        left VERB ROOT 3
        . PUNCT punct 3
        They PRON nsubj 6
        sang VERB ROOT 6
        """)
    assert "They" in found["Ada"] and "They" in found["Bo"]


def test_two_full_names_with_one_surname_stay_two() -> None:
    found = chains_of("""
        Ada PROPN compound 1 B-PERSON
        Quill PROPN nsubj 2 I-PERSON
        met VERB ROOT 2
        Cy PROPN compound 4 B-PERSON
        Quill PROPN obj 2 I-PERSON
        """)
    assert set(found) == {"Ada Quill", "Cy Quill"}


@pytest.mark.parametrize(("first", "second", "count"), [
    (("Harbor", "Press"), ("Harbor",), 1),  # introduced in full, then cut short
    (("Harbor",), ("Harbor", "Press"), 2),  # a longer name after the short one is another body
])  # fmt: skip
def test_a_short_name_is_the_full_one_only_after_it(
    first: tuple[str, ...], second: tuple[str, ...], count: int
) -> None:
    def sentence(words: tuple[str, ...], start: int) -> str:
        verb = start + len(words)
        rows = [f"{word} PROPN {'nsubj' if i == len(words) - 1 else 'compound'} "
                f"{verb if i == len(words) - 1 else start + len(words) - 1} {'I' if i else 'B'}-ORG"
                for i, word in enumerate(words)]  # fmt: skip
        return "\n".join([*rows, f"grew VERB ROOT {verb}", f". PUNCT punct {verb}"])

    assert len(chains_of(sentence(first, 0) + "\n" + sentence(second, len(first) + 2))) == count


def test_the_words_between_two_names_can_equate_them() -> None:
    found = chains_of("""
        Ada PROPN compound 1 B-PERSON
        Quill PROPN nsubj 6 I-PERSON
        ( PUNCT punct 4
        a.k.a. ADP case 4
        Sela PROPN appos 1 B-PERSON
        ) PUNCT punct 4
        sang VERB ROOT 6
        """)
    assert found == {"Ada Quill": ["Ada Quill", "Sela"]}


@pytest.mark.parametrize(("full", "other", "same"), [
    ('Ada "Bo" Quill', "Bo", True),
    ("Ada Quills", "Ada Quill", True),
    ("Michael Quill", "Mike Quill", True),
    ("Ada Quill", "Cy Quill", False),
    ("Bo H. W. Quill", "Bo W. Quill", False),
    ("Bo H.W. Quill", "Bo H. Quill", True),
    ("Ada Quill", "Ada Quill Jr.", True),
    ("Ada Quill Jr.", "Ada Quill Sr.", False),
    ("Ada Quill", "Jr.", False),
])  # fmt: skip
def test_one_person_s_names_share_a_surname_or_a_nickname(full: str, other: str, same: bool) -> None:
    assert same_person(full, other) is same


@pytest.mark.parametrize(("full", "other", "same"), [
    ("Ada B. Quill Foundation", "Quill Foundation", True),
    ("the Quill Foundation", "the Ada Quill Foundation", True),
    ("Harbor Quill Foundation", "Quill Foundation", False),
    ("Ada Quill", "Quill", False),
])  # fmt: skip
def test_a_body_that_bears_a_person_s_name_may_leave_out_the_first(full: str, other: str, same: bool) -> None:
    assert same_body(full, other, shortened=False) is same


def test_a_court_is_named_in_short_after_its_full_name() -> None:
    found = chains_of("""
        Arden PROPN compound 2 B-COURT
        Supreme PROPN compound 2 I-COURT
        Court PROPN nsubj 3 I-COURT
        ruled VERB ROOT 3
        . PUNCT punct 3
        The DET det 7
        Supreme PROPN compound 7 B-COURT
        Court PROPN nsubj 8 I-COURT
        closed VERB ROOT 8
        """)
    assert found == {"Arden Supreme Court": ["Arden Supreme Court", "Supreme Court"]}


def test_the_speaker_may_be_a_pronoun_after_the_quotation() -> None:
    found = chains_of("""
        Ada PROPN nsubj 1 B-PERSON
        sang VERB ROOT 1
        . PUNCT punct 1
        “ PUNCT punct 5
        I PRON nsubj 5
        won VERB ccomp 12
        a DET det 8
        big ADJ amod 8
        prize NOUN obj 5
        , PUNCT punct 5
        ” PUNCT punct 5
        she PRON nsubj 12
        said VERB ROOT 12
        """)
    assert found["Ada"] == ["Ada", "I", "she"]


def test_a_role_is_remembered_through_the_document() -> None:
    filler = "\n".join(
        f"It PRON nsubj {i + 1}\nrained VERB ROOT {i + 1}\n. PUNCT punct {i + 1}" for i in range(4, 25, 3)
    )
    found = chains_of(f"""
        Judge NOUN compound 2
        Ada PROPN compound 2 B-PERSON
        Quill PROPN nsubj 3 I-PERSON
        ruled VERB ROOT 3
        {filler}
        the DET det 26
        judge NOUN nsubj 27
        left VERB ROOT 27
        """)
    assert found["Ada Quill"] == ["Judge", "Ada Quill", "the judge"]


def test_a_label_is_spelt_as_in_the_text_not_as_in_the_headline() -> None:
    cluster = Cluster(EntityType.PERSON, names=["ADA QUILL", "Ada Quills", "Ada Quill", "Quill"])
    assert cluster.label == "Ada Quill"


def test_the_couple_are_the_married_ones_whoever_was_named_together_since() -> None:
    found = chains_of("""
        Ada PROPN nmod:poss 2 B-PERSON
        's PART case 0
        husband NOUN nsubj 5
        , PUNCT punct 2
        Bo PROPN appos 2 B-PERSON
        sang VERB ROOT 5
        with ADP case 7
        Ada PROPN obl 5 B-PERSON
        and CCONJ cc 9
        Cy PROPN conj 7 B-PERSON
        . PUNCT punct 5
        The DET det 12
        couple NOUN nsubj 13
        left VERB ROOT 13
        """)
    assert "The couple" in found["Bo"] and "The couple" in found["Ada"]
    assert "The couple" not in found["Cy"]


def test_their_alone_brings_no_one_of_unknown_gender_to_mind_for_she() -> None:
    found = chains_of("""
        Orrin PROPN nsubj 3 B-PERSON
        and CCONJ cc 2
        Bo PROPN conj 0 B-PERSON
        won VERB ROOT 3
        . PUNCT punct 3
        It PRON nsubj 6
        rained VERB ROOT 6
        . PUNCT punct 6
        It PRON nsubj 9
        rained VERB ROOT 9
        . PUNCT punct 9
        Their PRON nmod:poss 12
        friends NOUN nsubj 13
        left VERB ROOT 13
        . PUNCT punct 13
        She PRON nsubj 16
        smiled VERB ROOT 16
        . PUNCT punct 16
    """)
    assert found == {"Orrin": ["Orrin", "Their"], "Bo": ["Bo", "Their"]}


NORWICH_POST = """
The DET det 2
Norwich PROPN compound 2 B-MEDIA
Post PROPN nsubj 3 I-MEDIA
agreed VERB ROOT 3
. PUNCT punct 3
"""
POST = """
The DET det 1
Post PROPN nsubj 2 B-MEDIA
left VERB ROOT 2
. PUNCT punct 2
"""


def move(lines: str, by: int) -> str:
    """Return a sentence's lines with heads that are right where it follows others."""
    rows = [line.split() for line in lines.strip().splitlines()]
    return "\n".join(" ".join([*row[:3], str(int(row[3]) + by), *row[4:]]) for row in rows)


def test_an_outlet_is_cut_short_to_its_last_word_after_its_full_name() -> None:
    assert chains_of(NORWICH_POST + move(POST, 5)) == {"Norwich Post": ["Norwich Post", "The Post"]}
    assert set(chains_of(POST + move(NORWICH_POST, 4))) == {"The Post", "Norwich Post"}


def test_participles_and_what_follows_the_head_belong_to_a_description() -> None:
    doc = parse("""
        The DET det 2
        winning VERB amod 2
        actress NOUN nsubj 3
        thanked VERB ROOT 3
        the DET det 5
        attorney NOUN obj 3
        general ADJ amod 5
        """)
    assert [mention.text for mention in find_mentions(doc)] == ["The winning actress", "the attorney general"]


def test_a_place_before_an_office_and_the_rest_behind_it_belong_to_a_description() -> None:
    doc = parse("""
        New PROPN amod 1
        Arden PROPN compound 2
        prosecutor NOUN nsubj 3
        thanked VERB ROOT 3
        the DET det 5
        chief NOUN obj 3
        of ADP case 7
        staff NOUN nmod 5
        """)
    assert [mention.text for mention in find_mentions(doc)] == ["New Arden prosecutor", "the chief of staff"]


def test_a_mother_in_law_is_no_mother() -> None:
    doc = parse("""
        His PRON nmod:poss 1
        mother NOUN nsubj 6
        - PUNCT punct 5
        in ADP case 5
        - PUNCT punct 3
        law NOUN nmod 1
        left VERB ROOT 6
        """)
    assert [mention.text for mention in find_mentions(doc)] == ["His mother - in - law", "His"]
    assert base_form(doc[1]) == "mother-in-law"


@pytest.mark.parametrize(("text", "names"), [
    ("Sela Tarn, an actress whose real name is Ada Quill, sued Bo Dunn. Quill wept.",
     {"Sela Tarn", "Ada Quill", "Quill"}),
    ("Bo Dunn met a rapper whose real name is Ada Quill. Quill left.", {"Ada Quill", "Quill"}),
])  # fmt: skip
def test_whose_real_name_is_told_is_the_one_described(pipeline: Language, text: str, names: set[str]) -> None:
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_mentions(doc))
    found = next(chain for chain in chains if "Ada Quill" in chain.names)
    assert set(found.names) == names


def test_whom_and_adds_to_a_name_is_not_the_one_described() -> None:
    found = chains_of("""
        The DET det 1
        friend NOUN nsubj 6
        of ADP case 3
        Ada PROPN nmod 1 B-PERSON
        and CCONJ cc 5
        Bo PROPN appos 1 B-PERSON
        left VERB ROOT 6
        . PUNCT punct 6
        """)
    assert found["Bo"] == ["Bo"]


def test_a_number_and_a_hyphen_make_a_noun_no_mention() -> None:
    doc = parse("""
        a DET det 4
        seven NUM nummod 4
        - PUNCT punct 1
        man NOUN nsubj 5
        jury NOUN appos 3
        met VERB ROOT 5
        . PUNCT punct 5
        """)
    assert "man" not in {doc.text[m.head.start : m.head.end] for m in find_mentions(doc)}


def test_an_apposition_within_a_phrase_is_no_other_word_for_the_phrase() -> None:
    found = chains_of("""
        Bo PROPN compound 1 B-PERSON
        Dunn PROPN appos 4 I-PERSON
        's PART case 1
        former ADJ amod 4
        lawyer NOUN nsubj 5
        left VERB ROOT 5
        . PUNCT punct 5
        """)
    assert found == {"Bo Dunn": ["Bo Dunn"]}


def test_justice_alone_is_nobody(pipeline: Language) -> None:
    doc = read_tokens(pipeline("It is time for Bo Dunn to be brought to justice. He obstructed justice, Quill said."))
    assert "justice" not in {mention.text for mention in find_mentions(doc)}
    doc = read_tokens(pipeline("The new supreme court justice, Bo Dunn, was sworn in."))
    assert any(mention.text.endswith("justice") for mention in find_mentions(doc))
