"""What is a name, where it ends, and of what type it is, shown on hand-built trees."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from graph.courts import find_courts
from graph.names import find_names
from graph.tokens import read_tokens
from tests.docs import parse


def names_of(lines: str) -> dict[str, str]:
    """Return the type of each name by its text."""
    doc = parse(lines, lemmas={"plays": "play"})
    return {name.tokens(doc).text: str(name.type) for name in find_names(doc)}


def phrase(words: str, label: str = "", *, pos: str = "PROPN") -> str:
    """Build a sentence of proper names that hang on the last word; `label` marks all of them as one entity."""
    parts = words.split()
    rows = []
    for index, word in enumerate(parts):
        kind = pos if word[0].isupper() else "ADP" if word in {"of", "for", "in"} else "NOUN"
        kind = "DET" if word in {"the", "a"} else kind
        entity = f" {'I' if index else 'B'}-{label}" if label else ""
        rows.append(f"{word} {kind} compound {len(parts) - 1}{entity}")
    return "\n".join(rows)


@pytest.mark.parametrize(("text", "court"), [
    ("Norwich federal court", "Norwich federal court"),
    ("Arden County Superior Court", "Arden County Superior Court"),
    ("Arden County , Virginia court", "Arden County, Virginia court"),
    ("District Court for the Northern District of Arden", "District Court for the Northern District of Arden"),
    ("the Supreme Court", "Supreme Court"),
    ("a Texas court", None),
    ("the court", None),
    ("Earl's Court", None),
])  # fmt: skip
def test_a_court_is_named_by_its_place_and_level(text: str, court: str | None) -> None:
    doc = parse(phrase(text))
    assert [doc[start:end].text for start, end in find_courts(doc)] == ([court] if court else [])


@pytest.mark.parametrize("text", ["GMT", "Twitter", "Fair Trade Act", "Norwich Memorial"])
def test_what_the_graph_does_not_hold_is_no_organization(text: str) -> None:
    assert names_of(phrase(text, "ORG")) == {}


def test_a_platform_that_is_sued_is_an_organization() -> None:
    assert names_of("""
        Ada PROPN nsubj 1 B-PERSON
        sued VERB ROOT 1
        Twitter PROPN obj 1 B-ORG
        """)["Twitter"] == "Organization"  # fmt: skip


def test_a_campaign_is_a_body_of_its_own() -> None:
    assert names_of("""
        the DET det 2
        Quill PROPN compound 2 B-PERSON
        campaign NOUN nsubj 3
        lost VERB ROOT 3
        """) == {"Quill campaign": "Organization"}  # fmt: skip


def test_a_calling_before_a_name_makes_it_a_person_s() -> None:
    assert names_of("""
        actress NOUN compound 2
        Grace PROPN compound 2 B-ORG
        Orrin PROPN nsubj 3 I-ORG
        sang VERB ROOT 3
        """) == {"Grace Orrin": "Person"}  # fmt: skip


def test_an_office_is_no_part_of_a_person_s_name() -> None:
    assert names_of(phrase("Policy Adviser Grace Orrin", "WORK")) == {"Grace Orrin": "Person"}


def test_who_is_listed_among_people_is_one() -> None:
    assert names_of("""
        Ada PROPN compound 1 B-PERSON
        Quill PROPN nsubj 5 I-PERSON
        and CCONJ cc 4
        Lady PROPN compound 4 B-WORK
        Orrin PROPN conj 1 I-WORK
        sang VERB ROOT 5
        """)["Lady Orrin"] == "Person"  # fmt: skip


def test_a_capitalised_verb_is_no_part_of_a_name() -> None:
    assert names_of("""
        Given VERB amod 1 B-PERSON
        Quill PROPN nsubj 2 I-PERSON
        left VERB ROOT 2
        """) == {"Quill": "Person"}  # fmt: skip


def test_a_nickname_in_quotation_marks_stays_inside_the_name() -> None:
    assert names_of("""
        Sela PROPN compound 4 B-PERSON
        " PUNCT punct 2
        Bo PROPN compound 4
        " PUNCT punct 2
        Orrin PROPN nsubj 5
        sang VERB ROOT 5
        """) == {'Sela " Bo " Orrin': "Person"}  # fmt: skip


def test_a_title_is_kept_where_it_is_part_of_the_only_name() -> None:
    assert names_of("""
        Dr. PROPN compound 1
        Sela PROPN nsubj 2 B-PERSON
        sang VERB ROOT 2
        """) == {"Dr. Sela": "Person"}  # fmt: skip


def test_a_title_before_a_surname_is_no_part_of_the_name() -> None:
    assert names_of("""
        Ada PROPN compound 1 B-PERSON
        Quill PROPN nsubj 2 I-PERSON
        met VERB ROOT 2
        Dr. PROPN compound 4
        Quill PROPN obj 2 B-PERSON
        """) == {"Ada Quill": "Person", "Quill": "Person"}  # fmt: skip


def test_a_website_before_a_name_makes_it_an_outlet() -> None:
    assert names_of("""
        the DET det 3
        website NOUN compound 3
        Nightly PROPN compound 3 B-WORK
        Quill PROPN nsubj 4 I-WORK
        closed VERB ROOT 4
        """) == {"Nightly Quill": "MediaOutlet"}  # fmt: skip


def test_a_title_in_quotation_marks_after_its_kind_is_a_work() -> None:
    assert names_of("""
        the DET det 1
        film NOUN nsubj 6
        “ PUNCT punct 4
        Night PROPN compound 4
        Train PROPN appos 1
        ” PUNCT punct 4
        won VERB ROOT 6
        """) == {"Night Train": "Work"}  # fmt: skip


def test_a_star_proves_a_title_throughout_the_document() -> None:
    assert names_of("""
        the DET det 3
        Night PROPN compound 3 B-ORG
        Train PROPN compound 3 I-ORG
        star NOUN nsubj 4
        left VERB ROOT 4
        Night PROPN compound 6 B-ORG
        Train PROPN obj 4 I-ORG
        . PUNCT punct 4
        Night PROPN compound 9 B-ORG
        Train PROPN nsubj 10 I-ORG
        won VERB ROOT 10
        """) == {"Night Train": "Work"}  # fmt: skip


def test_a_dateline_names_nobody() -> None:
    assert names_of("""
        NORWICH PROPN nsubj 5 B-PERSON
        ( PUNCT punct 2
        Wire PROPN appos 0
        ) PUNCT punct 2
        Ada PROPN nsubj 5 B-PERSON
        sang VERB ROOT 5
        """) == {"Ada": "Person"}  # fmt: skip


def test_a_part_in_a_film_is_no_person() -> None:
    assert names_of("""
        Ada PROPN nsubj 1 B-PERSON
        plays VERB ROOT 1
        Sela PROPN compound 3 B-PERSON
        Orrin PROPN obj 1 I-PERSON
        """) == {"Ada": "Person"}


def test_an_outlet_with_what_somebody_is_there_is_the_outlet() -> None:
    assert names_of(phrase("Sky News Political Editor", "ORG")) == {"Sky News": "MediaOutlet"}


def test_the_kind_of_a_periodical_is_no_part_of_its_name() -> None:
    assert names_of(phrase("Harbor magazine", "MEDIA")) == {"Harbor": "MediaOutlet"}


@pytest.mark.parametrize(("title", "tagged"), [("Ada Quill", "Ada Quill"), ("Ada the Quill", "Ada")])
def test_what_stands_between_the_and_star_is_a_title_and_no_person(title: str, tagged: str) -> None:
    words = ["The", *title.split(), "star", "left"]
    inside = tagged.split()
    rows = [
        f"{word} {'NOUN' if word == 'star' else 'VERB' if word == 'left' else 'PROPN'} dep {len(words) - 1}"
        + (f" {'B' if word == inside[0] else 'I'}-PERSON" if word in inside else "")
        for word in words
    ]
    assert names_of("\n".join(rows)) == {title: "Work"}


@pytest.mark.parametrize("text", ["Harbor Accord", "Convention on Tides", "Marlow Doctrine", "Arden World Cup"])
def test_a_treaty_a_doctrine_and_a_contest_are_no_bodies(text: str) -> None:
    assert names_of(phrase(text, "ORG")) == {}


def test_an_ampersand_makes_a_firm_of_two_people() -> None:
    assert names_of(phrase("Quill & Dunn", "PERSON")) == {"Quill & Dunn": "Organization"}


@pytest.mark.parametrize(("before", "wanted"), [("the", "MediaOutlet"), ("a", "Person")])
def test_the_last_word_of_an_outlet_behind_the_is_the_outlet(before: str, wanted: str) -> None:
    found = names_of(f"""
        Wall PROPN compound 2 B-MEDIA
        Street PROPN compound 2 I-MEDIA
        Journal PROPN nsubj 3 I-MEDIA
        sued VERB ROOT 3
        while SCONJ mark 7
        {before} DET det 6
        Journal PROPN nsubj 7 B-PERSON
        left VERB advcl 3
        """)
    assert found == {"Wall Street Journal": "MediaOutlet", "Journal": wanted}


@pytest.mark.parametrize(("left", "right", "wanted"), [
    ("Quill", "Dunn", "Ada Quill-Dunn"),
    ("Quill", "Backed", "Ada Quill"),
])  # fmt: skip
def test_a_hyphen_joins_surnames_and_no_other_word(left: str, right: str, wanted: str) -> None:
    parsed = Doc(English().vocab, words=["then", "Ada", left, "-", right, "left"],
                 spaces=[True, True, False, False, True, False],
                 pos=["ADV", "PROPN", "PROPN", "PUNCT", "PROPN", "VERB"],
                 deps=["dep"] * 6, heads=[5] * 6, lemmas=["", "", "", "", "", ""],
                 ents=["O", "B-PERSON", "I-PERSON", "O", "O", "O"])  # fmt: skip
    doc = read_tokens(parsed)
    assert [name.tokens(doc).text for name in find_names(doc)] == [wanted]


@pytest.mark.parametrize("text", [
    "the film stars Ada Quill , playing the boxer Sela Orrin",
    "it shows Sela Orrin , played by Ada Quill",
    "Ada Quill returns as Sela Orrin",
    "Ada Quill had a role as Sela Orrin",
])  # fmt: skip
def test_whom_an_actor_plays_is_no_person(text: str) -> None:
    names = {"Ada": "B", "Quill": "I", "Sela": "B", "Orrin": "I"}
    words = text.split()
    kinds = {"boxer": "NOUN", "the": "DET"} | dict.fromkeys(names, "PROPN")
    lines = [
        f"{word} {kinds.get(word, 'VERB')} dep {len(words) - 1} {names[word] + '-PERSON' if word in names else 'O'}"
        for word in words
    ]
    doc = parse("\n".join(lines), lemmas={"returns": "return"})
    assert [name.tokens(doc).text for name in find_names(doc)] == ["Ada Quill"]


@pytest.mark.parametrize(("lines", "wanted"), [
    ("Ant PROPN nsubj 2 B-PERSON\nOrrin PROPN flat 0 B-PERSON\nleft VERB ROOT 2", "Ant Orrin"),
    ("[ PUNCT punct 4\nSela PROPN nsubj 4 B-PERSON\n] PUNCT punct 1\nOrrin PROPN flat 1 B-PERSON\nleft VERB ROOT 4",
     "[ Sela ] Orrin"),
    ("Sela PROPN nsubj 4 B-PERSON\n[ PUNCT punct 2\nOrrin PROPN flat 0\n] PUNCT punct 2\nleft VERB ROOT 4",
     "Sela [ Orrin ]"),
    ("Sela PROPN nsubj 2 B-PERSON\n] PUNCT punct 0\nleft VERB ROOT 2", "Sela"),
    ("Then ADV advmod 4\n[ PUNCT punct 2\nOrrin PROPN nsubj 4 B-PERSON\n] PUNCT punct 2\nleft VERB ROOT 4", "Orrin"),
    ("met VERB ROOT 0\nPrince PROPN nmod:desc 2\nSela PROPN obj 0 B-PERSON", "Prince Sela"),
    ("President PROPN nmod:desc 1\nTarnwell PROPN nsubj 3 B-PERSON\nAda PROPN flat 1\nleft VERB ROOT 3", "Tarnwell"),
    ("then ADV advmod 3\nOrrin PROPN nsubj 3 B-PERSON\nMORE PROPN flat 1 B-PERSON\nleft VERB ROOT 3", "Orrin"),
    ("Impeaching PROPN nsubj 2\nOrrin PROPN flat 0 B-PERSON\nleft VERB ROOT 2", "Orrin"),
])  # fmt: skip
def test_the_tree_joins_the_halves_of_a_name(lines: str, wanted: str) -> None:
    assert list(names_of(lines)) == [wanted]


def test_a_surname_in_brackets_is_that_of_the_person_who_has_it_in_full() -> None:
    lines = """
        Sela PROPN nsubj 2 B-PERSON
        Orrin PROPN flat 0 I-PERSON
        left VERB ROOT 2
        unlike ADP case 4
        Ant PROPN obl 2 B-PERSON
        [ PUNCT punct 6
        Orrin PROPN nsubj 8 B-PERSON
        ] PUNCT punct 6
        paid VERB ROOT 8"""
    assert set(names_of(lines)) == {"Sela Orrin", "Ant", "Orrin"}


def test_an_apposition_makes_a_person_of_a_place_of_two_words() -> None:
    lines = """
        Yeon PROPN compound 1 B-PLACE
        Park PROPN nsubj 6 I-PLACE
        , PUNCT punct 1
        a DET det 4
        activist NOUN appos 1
        , PUNCT punct 1
        left VERB ROOT 6
        """
    assert names_of(lines) == {"Yeon Park": "Person"}
    assert names_of(lines.replace("activist", "harbor")) == {}


def test_a_network_that_does_something_is_an_actor_and_one_that_is_said_to_laugh_is_none() -> None:
    lines = """
        Twitter PROPN nsubj 1 B-ORG
        kept VERB ROOT 1
        records NOUN obj 1
        """
    assert names_of(lines) == {"Twitter": "Organization"}
    assert names_of(lines.replace("kept", "roast")) == {}


def test_an_outlet_s_word_before_a_hyphen_is_none() -> None:
    assert names_of("the DET det 1\nStar PROPN nsubj 3\n- PUNCT punct 1\nSpangled VERB ROOT 3") == {}


def test_a_body_called_after_somebody_is_no_full_name() -> None:
    lines = phrase("Ada Global Initiative", "ORG") + "\nand CCONJ cc 4\nAda PROPN conj 2 B-PERSON"
    assert names_of(lines)["Ada Global Initiative"] == "Organization"


def test_where_one_is_from_is_no_part_of_a_name() -> None:
    name = "Swede PROPN compound 3 B-PERSON\nSela PROPN compound 3 I-PERSON\nOrrin PROPN nsubj 4 I-PERSON"
    assert list(names_of(f"then ADV advmod 4\n{name}\nleft VERB ROOT 4")) == ["Sela Orrin"]


FULL_NAME = """
    Ada PROPN nsubj 2 B-PERSON
    Quill PROPN flat 0 I-PERSON
    left VERB ROOT 2
    . PUNCT punct 2
    Orrin PROPN nsubj 7 B-PERSON
    Clay PROPN flat 4 I-PERSON
    and CCONJ cc 7
    won VERB ROOT 7
    . PUNCT punct 7"""


@pytest.mark.parametrize(("lines", "wanted"), [
    # a verb of letters, and those that signs and headlines call out
    ("Quill PROPN nsubj 12 B-PERSON\nDMed PROPN flat 9 I-PERSON\nher PRON obj 12\nagain VERB ROOT 12", "Quill"),
    ("Impeach PROPN nsubj 11 B-PERSON\nQuill PROPN flat 9 I-PERSON\nagain VERB ROOT 11", "Quill"),
    ("Softened PROPN nsubj 11 B-PERSON\nClay PROPN flat 9 I-PERSON\nagain VERB ROOT 11", "Clay"),
    ("Impeach PROPN nsubj 11\nQuill PROPN flat 9 B-PERSON\nagain VERB ROOT 11", "Quill"),
    # not so where nobody else has the surname, or the word is a first name
    ("Softened PROPN nsubj 11 B-PERSON\nBeck PROPN flat 9 I-PERSON\nagain VERB ROOT 11", "Softened Beck"),
    ("Winifred PROPN nsubj 11 B-PERSON\nQuill PROPN flat 9 I-PERSON\nagain VERB ROOT 11", "Winifred Quill"),
    # Clay is a surname here
    ("Clay PROPN compound 10 B-PERSON\nAides PROPN nsubj 11\nagain VERB ROOT 11", "Clay"),
    ("Messrs. NOUN nsubj 11 B-PERSON\nQuill PROPN flat 9 I-PERSON\nagain VERB ROOT 11", "Quill"),
])  # fmt: skip
def test_what_headlines_and_signs_put_beside_a_surname_is_no_part_of_it(lines: str, wanted: str) -> None:
    assert set(names_of(f"{FULL_NAME}\n{lines}")) == {"Ada Quill", "Orrin Clay", wanted}


def test_a_campaign_that_is_called_by_a_first_name_is_a_body() -> None:
    found = names_of("""
        Clay PROPN nsubj 1 B-PERSON
        won VERB ROOT 1
        . PUNCT punct 1
        Clay PROPN compound 4 B-ORG
        Campaign PROPN nsubj 5 I-ORG
        paid VERB ROOT 5""")
    assert found["Clay Campaign"] == "Organization"


def test_a_headline_in_quotation_marks_is_no_nickname() -> None:
    found = names_of("""
        Sela PROPN nsubj 3 B-PERSON
        Quill PROPN flat 0 I-PERSON
        ‘ PUNCT punct 3
        Lied VERB ROOT 3
        To ADP case 5
        Everybody PRON obl 3
        ’ PUNCT punct 3
        About ADP case 8
        Money NOUN obl 3""")
    assert list(found) == ["Sela Quill"]


def test_a_hyphen_between_a_surname_and_another_full_name_joins_nobody() -> None:
    words = ["Bo", "Tarn", "left", "the", "Tarn", "-", "Ada", "Quill", "line"]
    parsed = Doc(English().vocab, words=words, spaces=[word not in {"-"} and at != 4 for at, word in enumerate(words)],
                 pos=["PROPN", "PROPN", "VERB", "DET", "PROPN", "PUNCT", "PROPN", "PROPN", "NOUN"],
                 deps=["dep"] * 9, heads=[2] * 9, lemmas=[""] * 9,
                 ents=["B-PERSON", "I-PERSON", "O", "O", "B-PERSON", "O", "B-PERSON", "I-PERSON", "O"])  # fmt: skip
    doc = read_tokens(parsed)
    assert [name.tokens(doc).text for name in find_names(doc)] == ["Bo Tarn", "Tarn", "Ada Quill"]


def test_a_broadcaster_can_be_somebody() -> None:
    found = names_of("""
        kissed VERB ROOT 0
        broadcaster NOUN compound 2
        Zelin PROPN obj 0 B-PERSON
        Quill PROPN flat 2 I-PERSON""")
    assert found == {"Zelin Quill": "Person"}


@pytest.mark.model
@pytest.mark.parametrize(("phrase", "name"), [
    ("the nonpartisan Mill Policy Center", "Mill Policy Center"),
    ("the conservative Harbor Foundation", "Harbor Foundation"),
    ("the state Department of Tides", "state Department of Tides"),
    ("al Harbor Times", "al Harbor Times"),
])  # fmt: skip
def test_what_somebody_says_of_a_body_is_no_part_of_its_name(pipeline: Language, phrase: str, name: str) -> None:
    doc = read_tokens(pipeline(f"Ada Quill works for {phrase}."))
    assert [doc[item.start : item.end].text for item in find_names(doc)][-1:] == [name]
