"""Any English spaCy pipeline can stand in for the bundled one, and one that cannot is refused in words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graph.errors import ModelError
from graph.extract import extract_document
from graph.model import Document
from graph.nlp import bound_sentences, label_of, load_pipeline, read_apart
from graph.workers import extract_group, try_extract
from tests.articles import OTHER_TEXT, TEXT
from tests.docs import build_doc

CLEARNLP = """
Bo PROPN nsubjpass 2 B-PERSON
was AUX auxpass 2
sued VERB ROOT 2
by ADP agent 2
Ada PROPN pobj 3 B-PERSON
for ADP prep 2
libel NOUN pobj 5
"""


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("PERSON", "PERSON"), ("PER", "PERSON"), ("GPE", "PLACE"), ("WORK_OF_ART", "WORK"), ("LAW", "LAW"), ("NORP", "")],
)
def test_labels_of_other_pipelines_are_read_as_ours(theirs: str, ours: str) -> None:
    assert label_of(theirs) == ours


def test_a_document_with_clearnlp_labels_yields_the_same_parties() -> None:
    doc = build_doc(CLEARNLP)
    extraction = extract_document(Document("d", "d.txt", doc.text), doc)
    label = [chain.label for chain in extraction.chains]
    found = {(label[item.subject], item.relation) for item in extraction.relations}
    assert {("Ada", "plaintiff_in"), ("Bo", "defendant_in")} <= found


def test_a_model_that_is_not_there_is_named_with_the_remedy() -> None:
    with pytest.raises(ModelError, match=r"'no_such_model' cannot be loaded.*leave --model out"):
        load_pipeline("no_such_model")


def test_a_model_that_lacks_parts_is_told_which(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("ner").add_label("PERSON")  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path / "small")
    with pytest.raises(ModelError) as raised:
        load_pipeline(str(tmp_path / "small"))
    for part in ("a parser", "a tagger or morphologizer", "a lemmatizer"):
        assert part in str(raised.value)
    assert "a ner" not in str(raised.value)


def test_the_bundled_model_has_all_that_is_needed(pipeline: Language) -> None:
    assert {"encoder", "ner", "parser", "tagger", "lemmatizer"} <= set(pipeline.pipe_names)


def test_a_sentence_starts_only_after_punctuation_or_a_break() -> None:
    doc = spacy.blank("en")("Ada accused Bo of fraud. He “won” it\n\nCy left")
    bound_sentences(doc)
    free = [token.text for token in doc[1:] if token.is_sent_start is not False]
    assert free == ["He", "won", "it", "Cy"]


def test_no_sentence_starts_behind_the_full_stop_of_a_title() -> None:
    words = ["Police", "Sgt", ".", "Ada", "left", ".", "He", "met", "Sgt", "Bo"]
    doc = bound_sentences(Doc(spacy.blank("en").vocab, words=words, spaces=[True, False, *[True] * 8]))
    assert [token.text for token in doc[1:] if token.is_sent_start is not False] == ["He"]


@pytest.mark.parametrize(("word", "starts"), [("Ada", [400, 800]), ("Ada,", [300, 600, 900])])
def test_what_nobody_ends_is_cut_into_sentences(word: str, starts: list[int]) -> None:
    doc = spacy.blank("en")(" ".join([word] * (1000 // (1 + word.count(",")))))
    bound_sentences(doc)
    assert [token.i for token in doc[1:] if token.is_sent_start] == starts


def test_a_paragraph_always_starts_a_sentence_unless_it_goes_on_in_lower_case() -> None:
    doc = spacy.blank("en")("Ada accused Bo\n\nCy left the\n\ncompany on Monday\nEve won")
    bound_sentences(doc)
    assert [token.text for token in doc[1:] if token.is_sent_start] == ["Cy"]


def test_words_are_not_taken_for_contractions_without_an_apostrophe(pipeline: Language) -> None:
    assert [token.text for token in pipeline("Ima wed Bo on Wed, dont you?")][:5] == ["Ima", "wed", "Bo", "on", "Wed"]


@pytest.mark.parametrize("marks", ['""', "“”", "''", "‘’"])
def test_a_sentence_starts_behind_a_quotation_that_ends_with_a_full_stop(marks: str) -> None:
    opened, closed = marks
    said = f"{opened}It will pass.{closed} Ada won. {opened}Will it?{closed} Bo asked. He left. {opened}Never{closed}"
    doc = spacy.blank("en")(said)
    bound_sentences(doc)
    assert [token.text for token in doc[1:] if token.is_sent_start] == ["Ada"]


def test_the_bundled_parser_obeys_the_paragraphs(pipeline: Language) -> None:
    doc = pipeline("Ada Quill runs the bank\n\nBo Dunn owns the paper\n\nCy Young left")
    assert [sentence[0].text for sentence in doc.sents] == ["Ada", "Bo", "Cy"]


def test_what_is_read_apart_leaves_no_words_and_is_the_same(
    pipeline: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [TEXT, f"Zorblatt {OTHER_TEXT} The zorblatting quillwort was vexillated.", TEXT * 2]
    documents = [Document(str(number), "a.txt", text) for number, text in enumerate(texts)]
    monkeypatch.setattr("graph.nlp.MOST_WORDS", 0)
    size = len(pipeline.vocab.strings)
    apart = [*extract_group(pipeline, documents), *extract_group(pipeline, documents)]
    assert len(pipeline.vocab.strings) == size
    assert "quillwort" not in pipeline.vocab.strings
    monkeypatch.setattr("graph.nlp.MOST_WORDS", 1_000_000)
    together = [try_extract(pipeline, document) for document in documents]
    assert "quillwort" in pipeline.vocab.strings
    assert apart == [*together, *together]


def test_two_threads_read_apart_one_after_the_other(pipeline: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.nlp.MOST_WORDS", 0)
    inside: list[int] = []

    def read(number: int) -> int:
        with read_apart(pipeline):
            inside.append(number)
            pipeline(f"Thread {number} reads what no other takes away.")
            inside.append(number)
        return number

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(read, range(8)))
    assert inside[::2] == inside[1::2]
