"""A title that holds an "of" hangs on the name that follows, on hand-built trees and with the real model."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc as ParsedDoc

from graph.extract import extract_document
from graph.model import Document, EntityType
from graph.titles import mend_titles
from graph.tokens import Doc, read_tokens


def build(rows: str) -> Doc:
    """Build a sentence of rows "word POS label head", names of people marked with a star."""
    words, pos, deps, heads = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    ents = ["B-PERSON" if word.startswith("*") else "O" for word in words]
    ents = ["I-PERSON" if tag != "O" and ents[at - 1] != "O" else tag for at, tag in enumerate(ents)]
    return read_tokens(ParsedDoc(spacy.blank("en").vocab, words=[word.lstrip("*") for word in words], pos=pos,
                                 deps=deps, heads=[int(head) for head in heads], ents=ents))  # fmt: skip


def describe(doc: Doc) -> list[str]:
    return [f"{token.text} {token.dep_} {token.head.text}" for token in doc]


def test_a_name_torn_from_its_verb_by_the_title_s_preposition_is_its_object() -> None:
    doc = build("""
        Dunn PROPN nsubj 1
        sued VERB ROOT 1
        Secretary NOUN nmod:desc 5
        of ADP case 5
        State PROPN nmod:desc 5
        *Ada PROPN obl 1
        *Quill PROPN flat 5
    """)
    mend_titles(doc)
    assert describe(doc)[2:] == [
        "Secretary nmod:desc Ada",
        "of case State",
        "State nmod Secretary",
        "Ada obj sued",
        "Quill flat Ada",
    ]


def test_a_name_inside_an_office_takes_the_place_of_its_title_with_what_follows() -> None:
    doc = build("""
        sued VERB ROOT 0
        by ADP case 2
        Director PROPN obl:agent 0
        of ADP case 5
        National ADJ amod 5
        Intelligence PROPN nmod 2
        *Ada PROPN flat 5
        *Quill PROPN flat 6
        and CCONJ cc 9
        Osei PROPN conj 2
    """)
    mend_titles(doc)
    assert describe(doc)[1:7] == [
        "by case Ada",
        "Director nmod:desc Ada",
        "of case Intelligence",
        "National amod Intelligence",
        "Intelligence nmod Director",
        "Ada obl:agent sued",
    ]
    assert describe(doc)[9] == "Osei conj Ada"


@pytest.mark.parametrize("rows", [
    "the DET det 1\nlawyer NOUN nsubj 5\nof ADP case 3\n*Ada PROPN nmod 1\n*Quill PROPN flat 3\nsued VERB ROOT 5",
    "the DET det 1\nhead NOUN nsubj 5\nof ADP case 3\nthe DET det 4\nhouse NOUN nmod 1\nsued VERB ROOT 5",
    "Bank PROPN obj 5\nof ADP case 2\nBoston PROPN nmod 0\n*Ada PROPN nsubj 5\n*Quill PROPN flat 3\nsued VERB ROOT 5",
])  # fmt: skip
def test_what_is_no_title_before_a_name_stays_as_it_is(rows: str) -> None:
    doc = build(rows)
    before = describe(doc)
    mend_titles(doc)
    assert describe(doc) == before


@pytest.mark.parametrize(("text", "defendants"), [
    ("The Harbor Fund sued Secretary of State Alex Dunn and Secretary of Defense Ann Falk.", ["Alex Dunn", "Ann Falk"]),
    ("The Harbor Fund sued Secretary of State Alex Dunn and Ann Falk.", ["Alex Dunn", "Ann Falk"]),
    ("On Monday, Bo Dunn sued Director of National Intelligence James Osei.", ["James Osei"]),
    ("Ada Quill sued former Chief of Staff Bram Osei for defamation.", ["Bram Osei"]),
])  # fmt: skip
def test_who_bears_the_title_is_sued_not_the_title(pipeline: Language, text: str, defendants: list[str]) -> None:
    extraction = extract_document(Document("d", "d.txt", text), pipeline(text))
    found = [item.subject for item in extraction.relations if item.relation == "defendant_in"]
    assert sorted({extraction.chains[chain].label for chain in found}) == defendants
    people = {chain.label for chain in extraction.chains if chain.type is EntityType.PERSON}
    assert "Secretary" not in people


def test_a_name_takes_over_what_hangs_on_the_degree_behind_it() -> None:
    doc = build("""
        *Ada PROPN nsubj 6
        *Quill PROPN flat 0
        QC PROPN list 0
        , PUNCT punct 4
        representing VERB acl 2
        Dunn PROPN obj 4
        spoke VERB ROOT 6
    """)
    mend_titles(doc)
    assert describe(doc)[2:5] == ["QC flat Ada", ", punct representing", "representing acl Ada"]


def test_a_name_that_hangs_on_its_degree_takes_its_place() -> None:
    doc = build("""
        *Ada PROPN compound 2
        *Quill PROPN flat 0
        KC PROPN nsubj 3
        spoke VERB ROOT 3
    """)
    mend_titles(doc)
    assert describe(doc)[0] == "Ada nsubj spoke"
    assert describe(doc)[2] == "KC flat Ada"
