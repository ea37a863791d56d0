"""Who is meant by what a text calls them: by their works, their age, what the story is about."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.coreference import build_chains
from graph.mentions import find_mentions
from graph.tokens import read_tokens
from tests.chains import chains_of, named


def test_a_star_is_the_subject_of_the_report_and_no_lawyer() -> None:
    found = chains_of("""
        Ada PROPN nsubj 1 B-PERSON
        met VERB ROOT 1
        lawyer NOUN compound 3
        Bo PROPN obj 1 B-PERSON
        . PUNCT punct 1
        The DET det 6
        singer NOUN nsubj 7
        left VERB ROOT 7
        """)
    assert found["Ada"] == ["Ada", "The singer"]


def test_a_lawyer_is_not_the_star_of_a_film(pipeline: Language) -> None:
    lawyer = "His lawyer Cy Fox wrote. Mr Fox said that he is fine."
    doc = read_tokens(pipeline(f"Bo Dunn acted in Night Train. {lawyer} The Night Train star is suing."))
    chains = build_chains(doc, find_mentions(doc))
    star = next(chain for chain in chains if chain.label == "Bo Dunn")
    assert "The Night Train star" in {mention.text for mention in star.mentions}


@pytest.mark.model
@pytest.mark.parametrize(("text", "epithet", "label"), [
    # the story's leading person rather than the last one named
    ("Bo Dunn is suing Harbor News. Dunn said that he was ill. He had met Cy Frost. The Night Train star lost.",
     "The Night Train star", "Bo Dunn"),
    # nobody is told of by another name inside what he says himself
    ("Cy Frost told Harbor News that the claims against Bo Dunn were not like the Sailors of the Mill star's work.",
     "the Sailors of the Mill star", "Bo Dunn"),
    # unless there is nobody else
    ("Ada Quill claims that Bo Dunn tried to harass the Night Train star.", "the Night Train star", "Ada Quill"),
    # a clause that "and" adds stands on its own
    ("Ada Quill left the film, and then the actress said sorry.", "the actress", "Ada Quill"),
    # whose director somebody is says no more than that
    ("Bo Dunn left on Monday. The Harbor Bank director said sorry.", "The Harbor Bank director", None),
    # a work of the same name is the one last spoken of
    ("Bo Dunn left the film “Night Train”. He plays a cook in the film of Ada Quill's novel of the same name.",
     "Ada Quill's novel", "Night Train"),
    # and a former one is not the one at hand
    ("Bo Dunn made the series “Night Train”. Cy Frost lost his former show.", "his former show", None),
    # nor is whoever leads a body that is named anybody near
    ("Bo Dunn left on Monday. The chairman of Harbor Bank said sorry.", "The chairman", None),
    # a paper is meant rather than the police that it wrote of
    ("The Harbor Times is suing the Mill Police Department. The newspaper's editor left.", "The newspaper",
     "Harbor Times"),
])  # fmt: skip
def test_an_epithet_calls_up_whom_the_story_is_about(
    pipeline: Language, text: str, epithet: str, label: str | None
) -> None:
    doc = read_tokens(pipeline(text))
    chains = named(build_chains(doc, find_mentions(doc)))
    found = [chain.label for chain in chains if any(m.text == epithet for m in chain.mentions)]
    assert found == ([label.removeprefix("The ")] if label else [])


def test_who_only_tells_whose_daughter_somebody_is_is_not_meant_by_their_surname(pipeline: Language) -> None:
    doc = read_tokens(
        pipeline("Ada Quill, the daughter of media mogul Bo Quill, met Cy Fox. Fox sued Quill for theft.")
    )
    chains = build_chains(doc, find_mentions(doc))
    assert next(chain.label for chain in chains if "Quill" in [m.text for m in chain.mentions]) == "Ada Quill"


@pytest.mark.parametrize(("age", "joined"), [(68, False), (46, True)])
def test_an_epithet_is_of_nobody_of_another_age(pipeline: Language, age: int, joined: bool) -> None:
    doc = read_tokens(pipeline(f"Ada Quill, 46, left for Mill. The disgraced mogul, {age}, was convicted in March."))
    chains = build_chains(doc, find_mentions(doc))
    holding = next(chain for chain in chains if "The disgraced mogul" in [m.text for m in chain.mentions])
    assert ("Ada Quill" in holding.names) is joined


def test_nobody_is_what_a_phrase_calls_another_by_their_name(pipeline: Language) -> None:
    text = "Bo Dunn spoke. Dunn was a lawyer once. Prosecutors began their own probe of the longtime Dunn lawyer."
    doc = read_tokens(pipeline(text))
    found = {chain.label: [m.text for m in chain.mentions] for chain in named(build_chains(doc, find_mentions(doc)))}
    assert found["Bo Dunn"] == ["Bo Dunn", "Dunn", "a lawyer", "Dunn"]
