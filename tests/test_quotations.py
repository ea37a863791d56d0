"""Quotations are found between their marks, with who speaks them."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.language import Language

from graph.quotations import Quotation, find_quotations
from graph.tokens import Doc, read_tokens
from tests.docs import parse

SAID_AFTER = """
“ PUNCT punct 5
I PRON nsubj 5
did AUX aux 5
not PART advmod 5
ever ADV advmod 5
lie VERB ccomp 8
” PUNCT punct 5
Ada PROPN nsubj 8 B-PERSON
said VERB ROOT 8
"""


def tokenize(text: str) -> Doc:
    """Return a text's tokens and sentences without a tree."""
    nlp = English()
    nlp.add_pipe("sentencizer")
    return read_tokens(nlp(text))


def doc_text(text: str, quotation: Quotation) -> str:
    """Return the tokens of a quotation, parted by blanks."""
    return " ".join(token.text for token in tokenize(text)[quotation.start : quotation.end] if not token.is_space)


def test_the_speaker_is_the_subject_of_the_verb_of_saying() -> None:
    (quotation,) = find_quotations(parse(SAID_AFTER))
    assert (quotation.start, quotation.end) == (1, 6)
    assert quotation.speaker is not None and quotation.speaker.text == "Ada"


def test_a_quoted_term_is_no_quotation() -> None:
    assert find_quotations(parse("a DET det 2\n“ PUNCT punct 2\nlie NOUN ROOT 2\n” PUNCT punct 2")) == []


def test_a_quotation_without_its_speaker_continues_the_one_before() -> None:
    found = find_quotations(
        parse(
            SAID_AFTER
            + """
        . PUNCT punct 8
        “ PUNCT punct 14
        Nor CCONJ cc 14
        will AUX aux 14
        I PRON nsubj 14
        lie VERB ROOT 14
        now ADV advmod 14
        ” PUNCT punct 14
        """
        )
    )
    assert [quotation.speaker.text for quotation in found if quotation.speaker] == ["Ada", "Ada"]


def test_a_straight_mark_after_a_blank_opens_a_quotation_anew() -> None:
    text = 'Bo said: "We have waited here for years. "And now I am sure of it." Ada left.'
    found = find_quotations(tokenize(text))
    assert [doc_text(text, quotation) for quotation in found] == [
        "We have waited here for years .",
        "And now I am sure of it .",
    ]


def test_single_marks_hold_paragraphs_that_open_anew() -> None:
    text = "Bo said: 'We drank gin by the sea.\n\n'We were shocked by what I saw.'"
    assert len(find_quotations(tokenize(text))) == 2


def test_an_apostrophe_opens_no_quotation() -> None:
    assert find_quotations(tokenize("The lawyers' fees and the judges' many long rulings were high.")) == []


def test_few_words_of_oneself_are_a_quotation() -> None:
    found = find_quotations(tokenize("He said she was 'not my type' there."))
    assert len(found) == 1


def test_what_a_full_stop_ends_has_its_frame_before_it() -> None:
    found = find_quotations(
        parse("""
        Ada PROPN nsubj 1 B-PERSON
        said VERB ROOT 1
        : PUNCT punct 1
        “ PUNCT punct 6
        I PRON nsubj 6
        never ADV advmod 6
        lied VERB ccomp 1
        here ADV advmod 6
        . PUNCT punct 6
        ” PUNCT punct 6
        Bo PROPN nsubj 11 B-PERSON
        said VERB ROOT 11
        so ADV advmod 11
        """)
    )
    assert [quotation.speaker.text for quotation in found if quotation.speaker] == ["Ada"]


def test_paragraphs_in_the_first_person_after_a_colon_are_a_statement() -> None:
    text = "She released a statement:\n\nI won, and my office is glad.\n\nI thank you all.\n\nThe city was calm."
    found = find_quotations(tokenize(text))
    assert [doc_text(text, quotation) for quotation in found] == [
        "I won , and my office is glad .",
        "I thank you all .",
    ]
    assert {quotation.speaker.text for quotation in found if quotation.speaker} == {"She"}


def name_speakers(pipeline: Language, text: str) -> list[str | None]:
    """Return who speaks each quotation of a text."""
    found = find_quotations(read_tokens(pipeline(text)))
    return [quotation.speaker.text if quotation.speaker else None for quotation in found]


def test_a_quotation_of_the_next_paragraph_is_the_same_speaker_s(pipeline: Language) -> None:
    text = "“We waited for years,” Ada Quill said on Monday.\n\n“The bank never paid us.”"
    assert name_speakers(pipeline, text) == ["Ada", "Ada"]


def test_a_paragraph_between_two_quotations_parts_them(pipeline: Language) -> None:
    text = "“We waited for years,” Ada Quill said on Monday.\n\n{}\n\n“The bank never paid us.”"
    assert name_speakers(pipeline, text.format("The case went to trial in Boston in May.")) == ["Ada", None]
    assert name_speakers(pipeline, text.format("Bo Dunn told the court so in May.")) == ["Ada", "Bo"]


def test_a_plain_verb_of_saying_frames_a_quotation_from_afar(pipeline: Language) -> None:
    far = "“We waited for years,” Ada Quill, a lawyer with the oldest firm in the town of Mill, said on Monday."
    assert name_speakers(pipeline, far) == ["Ada"]


def test_a_relative_clause_frames_no_quotation_from_afar(pipeline: Language) -> None:
    text = (
        "The bank took it “for once and for all,” only to be blindsided on the last day of May by Bo Dunn, who said no."
    )
    assert name_speakers(pipeline, text) == [None]


def test_what_a_colon_opens_and_nothing_closes_is_a_quotation_to_its_paragraphs_end() -> None:
    text = "He wrote: 'This is not what I wanted.\n\nAda left."
    (quotation,) = find_quotations(tokenize(text))
    assert doc_text(text, quotation) == "This is not what I wanted ."


def test_a_round_mark_closes_what_a_straight_one_opened() -> None:
    text = 'He left. "This is not what I wanted,” he said.'
    (quotation,) = find_quotations(tokenize(text))
    assert doc_text(text, quotation) == "This is not what I wanted ,"


def test_paragraphs_of_one_quotation_have_the_speaker_whom_the_last_names(pipeline: Language) -> None:
    doc = read_tokens(pipeline("The firm said no.\n\n'We waited for years.\n\n'And I am glad to leave,' Ada said."))
    assert [quotation.speaker and quotation.speaker.text for quotation in find_quotations(doc)] == ["Ada", "Ada"]


MISREAD = """
“ PUNCT punct 4
I PRON nsubj 3
never ADV advmod 3
lied VERB ccomp 8
to ADP case 5
him PRON obl 3
” PUNCT punct 3
{}
"""


def test_the_name_before_the_verb_is_the_speaker_where_the_tree_takes_a_quoted_word() -> None:
    lines = MISREAD.format("Ada PROPN flat 5 B-PERSON\nsaid VERB ROOT 8").replace("I PRON nsubj 3", "I PRON nsubj 8")
    (quotation,) = find_quotations(parse(lines))
    assert quotation.speaker is not None and quotation.speaker.text == "Ada"


def test_who_stands_behind_a_bare_verb_of_saying_is_the_speaker() -> None:
    lines = MISREAD.format(
        "said VERB ROOT 7\nBo PROPN nmod:poss 10 B-PERSON\n's PART case 8\nlawyer NOUN appos 5"
    ).replace("ccomp 8", "ccomp 7")
    (quotation,) = find_quotations(parse(lines, tags={"said": "VBD"}))
    assert quotation.speaker is not None and quotation.speaker.text == "lawyer"
