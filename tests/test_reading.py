"""Which mentions word order gives where a tree often fails: names in a list, the name before a verb."""

from __future__ import annotations

import pytest

from graph.listing import mentions_after
from graph.model import Chain, Document, EntityType, Mention, MentionKind, Span
from graph.nlp import load_pipeline
from graph.reading import Reading
from graph.tokens import read_tokens
from graph.voices import is_misheard
from tests.docs import parse


def read(lines: str, *names: str) -> Reading:
    """Return a reading of hand-built tokens in which each of the names is a person's chain."""
    doc = parse(lines)
    chains = []
    for name in names:
        start = doc.text.index(name)
        span = Span(start, start + len(name))
        mention = Mention(span, name, EntityType.PERSON, MentionKind.NAMED, span)
        chains.append(Chain(EntityType.PERSON, name, (mention,)))
    return Reading(Document("d1", "d1.txt", doc.text), doc, chains)


def test_a_list_gives_each_item_s_last_name_and_no_owner() -> None:
    reading = read("""
        against ADP case 2
        the DET det 2
        paper NOUN nmod 8
        's PART case 2
        boss NOUN compound 5
        Dunn PROPN ROOT 5
        , PUNCT punct 7
        Roe PROPN conj 5
        and CCONJ cc 10
        Cole PROPN nmod:poss 11
        's PART case 9
        aide NOUN conj 5
        """, "Dunn", "Roe", "Cole")  # fmt: skip
    found = mentions_after(reading, reading.doc[0], gap=8)
    assert [filler.mention.text for filler in found] == ["Dunn", "Roe"]


@pytest.mark.parametrize(("tag", "found"), [("NN", ["Ada Quill"]), ("NNS", [])])
def test_a_noun_stands_for_the_person_who_is_set_beside_it(tag: str, found: list[str]) -> None:
    reading = read("""
        the DET det 1
        voice NOUN nsubj 8
        of ADP case 3
        Harbor PROPN nmod 1
        , PUNCT punct 5
        Ada PROPN appos 1
        Quill PROPN flat 5
        , PUNCT punct 5
        sued VERB ROOT 8
        """, "Ada Quill")  # fmt: skip
    reading.doc[1].tag_ = tag
    assert [filler.mention.text for filler in reading.fillers(reading.doc[1])] == found


def test_the_name_before_a_verb_is_found_across_a_date_only() -> None:
    lines = """
        Ada PROPN nsubj 3
        on ADP case 2
        Monday PROPN obl 3 B-DATE
        filed VERB ROOT 3
        """
    reading = read(lines, "Ada")
    assert [filler.mention.text for filler in reading.mention_before(reading.doc[3])] == ["Ada"]
    apart = read(lines.replace("on ADP case 2", "and CCONJ cc 2"), "Ada")
    assert apart.mention_before(apart.doc[3]) == []


@pytest.mark.parametrize(("speaker", "misheard"), [("he", True), ("Bo", False)])
def test_who_is_named_in_a_quotation_is_not_he_who_speaks_it(speaker: str, misheard: bool) -> None:
    doc = parse(f"""
        “ PUNCT punct 2
        Bo PROPN nsubj 2
        hit VERB ccomp 7
        Ada PROPN obj 2
        again ADV advmod 2
        ” PUNCT punct 2
        {speaker} {"PRON" if speaker == "he" else "PROPN"} nsubj 7
        said VERB ROOT 7
        """)
    told = [
        Mention(Span(doc[at].idx, doc[at].idx + len(doc[at])), doc[at].text, EntityType.PERSON, kind,
                Span(doc[at].idx, doc[at].idx + len(doc[at])))
        for at, kind in ((1, MentionKind.NAMED), (6, MentionKind.PRONOMINAL if speaker == "he" else MentionKind.NAMED))
    ]  # fmt: skip
    reading = Reading(Document("d1", "d1.txt", doc.text), doc, [Chain(EntityType.PERSON, "Bo", tuple(told))])
    assert is_misheard(doc[6], doc[2], reading) is misheard


def test_an_object_before_a_verb_is_no_subject_of_it() -> None:
    lines = """
        supporting VERB advcl 2
        her PRON obj 0
        hurts VERB ROOT 2
        """
    reading = read(lines, "her")
    assert reading.mention_before(reading.doc[2]) == []
    friends = read("friends NOUN nsubj 3\nof ADP case 2\nAda PROPN nmod 0\nhit VERB ROOT 3", "Ada")
    assert friends.mention_before(friends.doc[3]) == []


def test_whoever_a_dateline_names_does_nothing() -> None:
    reading = read("""
        LEEDS PROPN dep 5
        ( PUNCT punct 2
        Reuters PROPN dep 5
        ) PUNCT punct 2
        - PUNCT punct 5
        Ada PROPN nsubj 6
        won VERB ROOT 6
        """, "LEEDS", "Reuters", "Ada")  # fmt: skip
    assert [bool(reading.fillers(token)) for token in reading.doc] == [False] * 5 + [True, False]


def test_a_preposition_that_begins_the_text_has_no_hyphen_before_it() -> None:
    reading = read("""
        For ADP case 1
        lawyers NOUN ROOT 1
        - PUNCT punct 1
        """)  # fmt: skip
    assert reading.name_before(reading.doc[1]) == []


def test_whom_a_report_is_credited_to_is_no_item_of_the_list_before_it() -> None:
    reading = read("""
        by ADP case 1
        Ada PROPN obl 3
        , PUNCT punct 3
        reports NOUN ROOT 3
        Reuters PROPN obj 3
        """, "Ada", "Reuters")  # fmt: skip
    assert [filler.mention.text for filler in mentions_after(reading, reading.doc[0], gap=8)] == ["Ada"]


def test_a_list_goes_on_behind_dashes_and_items_that_name_nobody() -> None:
    reading = read("""
        names VERB ROOT 0
        Ada PROPN obj 0
        - PUNCT punct 4
        born VERB acl 1
        Roe PROPN xcomp 3
        - PUNCT punct 3
        plus CCONJ cc 8
        three NUM nummod 8
        firms NOUN conj 1
        , PUNCT punct 10
        Bo PROPN appos 8
        and CCONJ cc 12
        Cy PROPN conj 10
        """, "Ada", "Bo", "Cy")  # fmt: skip
    assert [filler.mention.text for filler in mentions_after(reading, reading.doc[0], gap=8)] == ["Ada", "Bo", "Cy"]


@pytest.mark.model
def test_evidence_of_a_word_or_two_takes_the_sentence_before_along() -> None:
    nlp = load_pipeline()
    text = "Ada Quill left court on Friday.\n\nREUTERS/Bo Dunn\n\nShe said nothing to reporters."
    reading = Reading(Document("d1", "d1.txt", text), read_tokens(nlp(text)), [])
    start = text.index("Bo Dunn")
    span = reading.sentence_span([Span(start, start + len("Bo Dunn"))])
    assert text[span.start : span.end] == "Ada Quill left court on Friday.\n\nREUTERS/Bo Dunn"
    span = reading.sentence_span([Span(0, len("Ada Quill"))])
    assert text[span.start : span.end] == "Ada Quill left court on Friday."
