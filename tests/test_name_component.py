"""The component `litigraph_names` writes to `doc.ents` what litigraph takes for names."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graph.errors import ModelError
from graph.name_component import NAME, create_component
from graph.nlp import BUNDLED

TEXT = (
    "The Quill campaign sued Harbor News in Boston on Monday for $2 million, "
    "two years after Ada Quill ran for the Senate."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Return a pipeline of its own with the component: the session's must stay as it is."""
    loaded = spacy.load(BUNDLED)
    loaded.add_pipe(NAME)
    return loaded


@pytest.mark.model
def test_spacy_finds_the_component_by_its_name() -> None:
    (found,) = [point for point in entry_points(group="spacy_factories") if point.name == NAME]
    assert found.load() is create_component


@pytest.mark.model
def test_names_are_read_by_the_whole_text_and_the_rest_stays(nlp: Language) -> None:
    with nlp.select_pipes(disable=[NAME]):
        before = {(entity.text, entity.label_) for entity in nlp(TEXT).ents}
    after = {(entity.text, entity.label_) for entity in nlp(TEXT).ents}
    assert before - after == {("Quill", "PERSON")}
    assert after - before == {("Quill campaign", "ORG")}
    assert {label for _, label in after} == {"DATE", "MEDIA", "MONEY", "ORG", "PERSON", "PLACE"}


@pytest.mark.model
def test_a_document_named_anew_is_named_alike_again(nlp: Language) -> None:
    doc = nlp(TEXT)
    names = [(entity.text, entity.label_) for entity in doc.ents]
    assert [(entity.text, entity.label_) for entity in nlp.get_pipe(NAME)(doc).ents] == names


@pytest.mark.parametrize("text", ["", " \n "])
@pytest.mark.model
def test_a_text_without_words_has_no_names(nlp: Language, text: str) -> None:
    assert nlp(text).ents == ()


def test_a_document_without_a_tree_is_refused_with_the_remedy() -> None:
    vocab = spacy.blank("en").vocab
    with pytest.raises(ModelError, match=r"litigraph_names: the Doc lacks what comes from a parser .*en_core_web_sm"):
        create_component(spacy.blank("en"), NAME)(Doc(vocab, ["Ada"]))
