"""The mentions of a name in one text agree on its type, and a mention that was passed over is found."""

from __future__ import annotations

import numpy as np
import pytest
import spacy

from graph.encoder.agreement import Chunk, agree_on_names
from graph.encoder.component import READINGS
from graph.encoder.decoders import NameRecognizer
from graph.nlp import BUNDLED


def agree(text: str, chunks: dict[Chunk, float], doubts: dict[int, float] | None = None) -> list[Chunk]:
    """Settle names of given certainty; ``doubts`` are the chances that a word outside them is in a name."""
    words = text.split()
    certainty = np.ones(len(words), dtype=np.float32)
    outside = np.full(len(words), 0.999, dtype=np.float32)
    for at, chance in (doubts or {}).items():
        outside[at] = 1 - chance
    for (start, end, _), chance in chunks.items():
        certainty[start:end] = chance
        outside[start:end] = 1e-3
    return agree_on_names(words, sorted(chunks), np.log(outside)[:, None], certainty)


def test_a_mention_takes_the_type_that_the_others_agree_on() -> None:
    chunks = {(0, 1, "ORG"): 0.99, (3, 4, "PERSON"): 0.6, (6, 7, "ORG"): 0.9}
    assert agree("Tarn won and Tarn lost and Tarn paid", chunks) == [(0, 1, "ORG"), (3, 4, "ORG"), (6, 7, "ORG")]


def test_mentions_that_do_not_agree_keep_their_types() -> None:
    chunks = {(0, 1, "ORG"): 0.99, (3, 4, "PLACE"): 0.98}
    assert agree("Tarn won and Tarn lost", chunks) == sorted(chunks)


def test_a_name_that_is_never_sure_changes_nothing() -> None:
    chunks = {(0, 1, "ORG"): 0.75, (3, 4, "ORG"): 0.7}
    assert agree("Tarn won and Tarn lost and Tarn paid", chunks, {6: 0.4}) == sorted(chunks)


@pytest.mark.parametrize(("label", "settled"), [("ORG", "PERSON"), ("MEDIA", "PERSON"), ("PLACE", "PLACE")])
def test_a_surname_is_its_persons_unless_it_is_a_place(label: str, settled: str) -> None:
    chunks = {(0, 2, "PERSON"): 0.95, (3, 4, label): 0.95}
    assert agree("Ada Quill sued Quill", chunks) == [(0, 2, "PERSON"), (3, 4, settled)]


def test_a_suffix_is_no_surname() -> None:
    assert agree("Bram Osei Jr. sued Jr. Foods", {(0, 3, "PERSON"): 0.99}, {4: 0.5}) == [(0, 3, "PERSON")]


@pytest.mark.parametrize(("doubt", "found"), [(0.3, [(3, 5, "ORG")]), (0.03, [])])
def test_a_mention_that_may_be_a_name_is_found(doubt: float, found: list[Chunk]) -> None:
    chunks = {(0, 2, "ORG"): 0.95}
    assert agree("Tarn Oil and Tarn Oil", chunks, {3: doubt, 4: doubt}) == [*chunks, *found]


def test_dates_amounts_and_lower_case_are_not_looked_for() -> None:
    chunks = {(0, 1, "DATE"): 0.99, (2, 3, "ORG"): 0.99}
    assert agree("May and tarn . May or tarn", chunks, {4: 0.5, 6: 0.5}) == sorted(chunks)


@pytest.mark.model
def test_the_component_lets_the_mentions_of_a_text_agree() -> None:
    nlp = spacy.load(BUNDLED)
    recognizer = nlp.get_pipe("ner")
    assert isinstance(recognizer, NameRecognizer)
    tags = recognizer.inventory["names"]
    doc = nlp.make_doc("Tarn won and Tarn lost and Tarn paid but Tarn left")
    chances = np.full((len(doc), len(tags)), 1e-6)
    chances[:, 0] = 1.0
    for at, tag, chance in ((0, "U-ORG", 0.99), (3, "U-PLACE", 0.6), (6, "U-ORG", 0.3), (9, "U-ORG", 0.9)):
        chances[at, [0, tags.index(tag)]] = 1 - chance, chance
    lawsuits = np.zeros((len(doc), len(recognizer.inventory["lawsuits"])))
    doc.user_data[READINGS] = {"name": np.log(chances), "lawsuit": lawsuits}
    assert [(ent.start, ent.label_) for ent in recognizer(doc).ents] == [(at, "ORG") for at in (0, 3, 6, 9)]
