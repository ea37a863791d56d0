"""The spaCy component: found by its name in a fresh Python, and no burden on the Doc that it reads."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import graph
from graph.components import KEY, NAME, create_component, register_extensions
from graph.nlp import BUNDLED
from tests.articles import DAY, OTHER_TEXT, TEXT
from tests.docs import build_doc

EXTENSIONS = ("litigraph", "lawsuits", "relations", "published")
HAND_BUILT = """
Bo PROPN nsubjpass 2 B-PERSON
was AUX auxpass 2
sued VERB ROOT 2
by ADP agent 2
Ada PROPN pobj 3 B-PERSON
for ADP prep 2
libel NOUN pobj 5
"""
USER_OF_SPACY = """
import json, sys, spacy
nlp = spacy.load(sys.argv[1])
nlp.add_pipe("litigraph_lawsuits")
doc = nlp(sys.argv[2])
names = doc._.litigraph.index_nodes()
print(json.dumps({
    "lawsuits": [lawsuit.label for lawsuit in doc._.lawsuits],
    "relations": [[names[r.subject].label, r.relation, names[r.object].label] for r in doc._.relations],
    "passages": [doc.char_span(e.span.start, e.span.end).text == e.text for r in doc._.relations for e in r.evidence],
}))
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Return a pipeline of its own with the component: the session's must stay as it is."""
    loaded = spacy.load(BUNDLED)
    loaded.add_pipe(NAME)
    return loaded


@pytest.mark.model
def test_spacy_finds_the_component_by_its_name_alone() -> None:
    (found,) = [point for point in entry_points(group="spacy_factories") if point.name == NAME]
    assert found.load() is create_component
    command = [sys.executable, "-c", USER_OF_SPACY, str(BUNDLED), TEXT]
    told = json.loads(subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout)
    assert len(told["lawsuits"]) == 1
    assert ["Ada Quill", "sued", "Bram Osei"] in told["relations"]
    assert told["passages"] and all(told["passages"])


@pytest.mark.model
def test_a_doc_says_what_a_build_of_its_text_says(nlp: Language) -> None:
    doc, built = nlp(TEXT), graph.build((TEXT,))
    assert doc._.lawsuits == built.lawsuits
    assert doc._.relations == built.relations
    assert doc._.litigraph.entities == built.entities


@pytest.mark.model
def test_the_doc_s_own_annotations_stay(nlp: Language) -> None:
    with nlp.select_pipes(disable=NAME):
        plain = nlp(TEXT)
    read = nlp(TEXT)
    exclude = ["user_data"]
    assert read.to_bytes(exclude=exclude) == plain.to_bytes(exclude=exclude)
    assert plain._.lawsuits == plain._.relations == plain._.litigraph.nodes == ()
    assert nlp.analyze_pipes()["problems"][NAME] == []


@pytest.mark.model
def test_the_finds_travel_with_the_doc(nlp: Language) -> None:
    doc = nlp(TEXT)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (unpacked,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert unpacked._.litigraph == again._.litigraph == doc._.litigraph
    assert doc._.relations


@pytest.mark.model
def test_several_processes_find_the_same(nlp: Language) -> None:
    texts = [TEXT, OTHER_TEXT, ""]
    alone = [doc._.litigraph for doc in nlp.pipe(texts)]
    assert [doc._.litigraph for doc in nlp.pipe(texts, n_process=2)] == alone
    assert [len(found.lawsuits) for found in alone] == [1, 1, 0]


@pytest.mark.model
def test_a_pipeline_with_the_component_is_saved_and_loaded(nlp: Language, tmp_path: Path) -> None:
    other = spacy.load(BUNDLED)
    other.add_pipe(NAME, config={"min_confidence": 1.0})
    other.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded.get_pipe_config(NAME)["min_confidence"] == 1.0
    assert loaded(TEXT)._.relations == ()
    assert nlp(TEXT)._.relations


@pytest.mark.model
def test_what_is_negated_is_kept_when_asked_for(nlp: Language) -> None:
    text = "Ada Quill never married Bram Osei."
    asked = spacy.load(BUNDLED)
    asked.add_pipe(NAME, config={"include_negated": True})
    assert [relation.assertion for relation in asked(text)._.relations] == ["negated"]
    assert nlp(text)._.relations == ()


@pytest.mark.model
def test_the_day_of_publication_dates_the_filing(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.published = DAY
    (lawsuit,) = nlp(doc)._.lawsuits
    assert [value.text for value in lawsuit.filed] == ["2024-05-06"]
    (undated,) = nlp(TEXT)._.lawsuits
    assert undated.filed == ()


@pytest.mark.parametrize("day", ["May 7", "2024-13-01", 20240507])
def test_a_day_that_is_none_is_refused(day: object) -> None:
    component = create_component(spacy.blank("en"), NAME, 0.0, False)
    doc = build_doc(HAND_BUILT)
    doc._.published = day
    with pytest.raises(graph.UsageError, match=r"doc\._\.published is .*legal are an ISO day"):
        component(doc)


def test_an_attribute_of_another_package_is_not_taken_away() -> None:
    register_extensions()
    Doc.set_extension("relations", default=(), force=True)
    try:
        with pytest.raises(
            graph.UsageError, match=r"doc\._\.relations is already .*Doc\.remove_extension\('relations'\)"
        ):
            spacy.blank("en").add_pipe(NAME)
    finally:
        Doc.remove_extension("relations")
        register_extensions()


def test_finding_the_component_gives_docs_no_attributes() -> None:
    lines = (
        "from importlib.metadata import entry_points",
        "from spacy.tokens import Doc",
        f"(point,) = [found for found in entry_points(group='spacy_factories') if found.name == {NAME!r}]",
        "point.load()",
        f"print([name for name in {EXTENSIONS} if Doc.has_extension(name)])",
    )
    told = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, check=True, text=True)
    assert told.stdout.strip() == "[]"


def test_a_doc_of_any_parser_will_do() -> None:
    doc = create_component(spacy.blank("en"), NAME, 0.0, False)(build_doc(HAND_BUILT))
    names = doc._.litigraph.index_nodes()
    found = {(names[item.subject].label, item.relation, names[item.object].label) for item in doc._.relations}
    assert ("Ada", "sued", "Bo") in found
    assert isinstance(doc.user_data[KEY], str)


def test_a_pipeline_that_lacks_parts_is_told_which() -> None:
    blank = spacy.blank("en")
    blank.add_pipe(NAME)
    with pytest.raises(graph.ModelError) as raised:
        blank("Ada Quill sued Bram Osei.")
    for part in ("a parser", "an ner", "a tagger", "a lemmatizer", f"add {NAME} after those components"):
        assert part in str(raised.value)
    assert blank("")._.lawsuits == blank(" \n")._.lawsuits == ()


def test_a_confidence_that_is_none_is_refused() -> None:
    with pytest.raises(graph.UsageError, match=r"min_confidence is 2.*legal are numbers from 0 to 1"):
        spacy.blank("en").add_pipe(NAME, config={"min_confidence": 2})
