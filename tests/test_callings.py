"""Whom a text means by an age, an office, a side in the suit or a word for a relative; the real model reads it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.coreference import build_chains
from graph.references import find_references
from graph.tokens import read_tokens


def called(pipeline: Language, text: str) -> dict[str, list[str]]:
    """Return the mentions of each chain that has a name, by its label."""
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    return {chain.label: [mention.text for mention in chain.mentions] for chain in chains if chain.names}


@pytest.mark.parametrize(("text", "label", "words"), [
    # an age
    ("Bo Dunn, 28, met Cy Fox, 40. Fox left. The 28-year-old wants money.", "Bo Dunn", "The 28-year-old"),
    ("Ada Quill, 46, met Bea Fox, 30. Fox left. The 46-year-old actress lost.", "Ada Quill",
     "The 46-year-old actress"),
    ("A 31-year-old man sued the town on Monday.\n\nThe town settled. Bo Dunn, 31, said he was glad.", "Bo Dunn",
     "A 31-year-old man"),
    # the same noun with the same name
    ("Harborside boss leaves after row\n\nBea Orr has won. Harborside boss Bo Dunn, who lost, left on Monday.",
     "Bo Dunn", "Harborside boss"),
    # an office under another name, and one that a shortened title gave
    ("Supreme Court Justice Ada Quill ruled for Bo Dunn on Monday. The judge said that the suit was late.",
     "Ada Quill", "The judge"),
    ("Sen. Ada Quill sued Bo Dunn. The senator said that Dunn lied.", "Ada Quill", "The senator"),
    ("Rep. Cy Fox sued Bo Dunn. The congressman said that Dunn lied.", "Cy Fox", "The congressman"),
    ("Attorney General Ada Quill met Bo Dunn. The attorney general said that Dunn lied.", "Ada Quill",
     "The attorney general"),
    ("Ada Quill, a Republican, sued Bo Dunn.", "Ada Quill", "a Republican"),
    # a side in the suit
    ("Ada Quill sued Bo Dunn. The plaintiff said she was hurt.", "Ada Quill", "The plaintiff"),
    ("Ada Quill sued Bo Dunn. The defendant denied it.", "Bo Dunn", "The defendant"),
    ("Bo Dunn was charged with theft. Cy Fox saw it. The accused left.", "Bo Dunn", "The accused"),
    # a relative, and whom lawyers act for
    ("Ada Quill's boyfriend, Bo Dunn, sued. Dunn said that his girlfriend was shot.", "Ada Quill", "his girlfriend"),
    ("Ada Quill's son, Cal Quill, sued. Cal said that his mother was hurt.", "Ada Quill", "his mother"),
    ("Bo Dunn's lawyers left. His lawyers said that their client was innocent.", "Bo Dunn", "their client"),
    ("Cy Fox, who represents Bo Dunn, met Al Orr. Fox said his client would appeal.", "Bo Dunn", "his client"),
    ("Cy Fox, a lawyer for Bo Dunn, met Al Orr. Fox said his client would appeal.", "Bo Dunn", "his client"),
])  # fmt: skip
def test_a_description_means_whom_the_text_called_so(pipeline: Language, text: str, label: str, words: str) -> None:
    assert words in called(pipeline, text)[label]


@pytest.mark.parametrize(("text", "words"), [
    # nobody has that age yet, or another one has
    ("Bo Dunn, 28, met Cy Fox. The 31-year-old wants money.", "The 31-year-old"),
    ("Bo Dunn met Cy Fox. The 25-year-old said that Bea Orr, 25, was kind.", "The 25-year-old"),
    ("Another 31-year-old clerk was shot on Monday.\n\nThe town mourned. They named Bo Dunn, 31, on Friday.",
     "Another 31-year-old clerk"),
    # "Sen." says of no state
    ("Sen. Ada Quill met Bo Dunn. The Ohio senator was absent.", "The Ohio senator"),
    ("Bo Dunn, a Republican, sued. Cy Fox fired the only Republican on his board.", "the only Republican"),
    # there are two on that side, or it is a body
    ("Ada Quill and Bea Orr sued Bo Dunn. The plaintiff said she was hurt.", "The plaintiff"),
    ("Ada Quill sued Bo Dunn. Bea Orr sued Cy Fox. The plaintiff said she was hurt.", "The plaintiff"),
    ("The Mill Foundation sued Bo Dunn. The plaintiff was hurt.", "The plaintiff"),
    # the father is no mother
    ("Bo Dunn's son, Cal Dunn, sued. Bo Dunn said he was sad. Cal said that his mother was hurt.", "his mother"),
    # "and" adds somebody
    ("The phone showed Bo Dunn and the 17-year-old with a gun.", "the 17-year-old"),
])  # fmt: skip
def test_a_description_of_somebody_else_stays_alone(pipeline: Language, text: str, words: str) -> None:
    assert all(words not in mentions for mentions in called(pipeline, text).values())


def test_the_star_is_not_who_works_for_her(pipeline: Language) -> None:
    text = "Ada Quill sued her ex-assistant Bea Orr. Orr filmed the star."
    assert "the star" in called(pipeline, text)["Ada Quill"]


def test_nobody_is_called_by_a_name_that_is_told_once(pipeline: Language) -> None:
    text = "Nicole Quill sued Dr. Kez. Quill wants Kez, real name Andre Romelle Quill, to pay. Quill claimed a house."
    found = called(pipeline, text)
    assert found["Nicole Quill"].count("Quill") == 2 and "Kez" in found["Andre Romelle Quill"]


def test_an_event_is_no_body(pipeline: Language) -> None:
    text = "The Mill Trust sent flowers to the memorial service. The service was short, Bo Dunn said."
    assert called(pipeline, text)["Mill Trust"] == ["Mill Trust"]


def test_a_word_that_modifies_a_noun_further_on_is_nobody(pipeline: Language) -> None:
    text = "Bo Dunn asked a Democrat political rival, Cy Fox, to go."
    assert called(pipeline, text)["Cy Fox"] == ["a Democrat political rival", "Cy Fox"]
