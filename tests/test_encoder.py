"""The run time of the language model: word pieces, windows, decoders, and the components on the bundled model."""

from __future__ import annotations

import pickle
from itertools import pairwise, product
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from spacy.language import Language
from spacy.tokens import Doc

from graph.encoder.component import READINGS
from graph.encoder.components import BEGUN
from graph.encoder.decode import ChunkDecoder, find_tree
from graph.encoder.labels import list_chunk_tags
from graph.encoder.lemmas import apply_edit, write_edit
from graph.encoder.windows import CONTEXT, CORE, cut_windows
from graph.encoder.wordpiece import CASES, WordPieces, classify_case
from graph.nlp import BUNDLED

ARTICLE = (
    "Mill owner sues the Harbour Lantern\n\nAda Quill, who owns a mill in Tarn, sued the Harbour Lantern for libel on "
    "Monday.\n\n“They made it up,” her lawyer Bram Osei said. The lawsuit asks for $2 million."
)
TAGS = list_chunk_tags(("PERSON", "ORG"))
WORDS = st.text(alphabet="abcdeXYÉ'-1", min_size=1, max_size=12)


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    return WordPieces.load(BUNDLED / "encoder" / "vocab.txt")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("sued", ["sued"]),
        ("Sued", ["sued"]),
        ("Osei", ["os", "##ei"]),
        ("café", ["cafe"]),
        ("plaintiff's", ["plaintiff", "'", "s"]),
        ("\n\n", ["[unused1]"]),
        ("\u200b", ["[UNK]"]),
        ("☃☃", ["[UNK]", "[UNK]"]),
    ],
)
def test_words_are_split_as_the_base_encoder_was_trained(pieces: WordPieces, word: str, expected: list[str]) -> None:
    names = {number: piece for piece, number in pieces.ids.items()}
    assert [names[number] for number in pieces.split(word).ids] == expected


def test_only_so_many_words_are_kept_with_their_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.encoder.wordpiece.MOST_WORDS", 50)
    few = WordPieces.load(BUNDLED / "encoder" / "vocab.txt")
    found = [few.split(f"quill{number}") for number in range(120)]
    assert len(few._known) <= 50
    assert [few.split(f"quill{number}") for number in range(120)] == found


@pytest.mark.parametrize(
    ("word", "case"),
    [("mill", "lower"), ("Mill", "title"), ("NBC", "upper"), ("McGill", "mixed"), ("J.", "initial"), ("1984", "digit"),
     ("—", "mark"), ("\n", "break")],
)  # fmt: skip
def test_letter_case_is_told_for_each_word(word: str, case: str) -> None:
    assert CASES[classify_case(word)] == case


@given(st.lists(st.one_of(WORDS, st.sampled_from([".", "\n\n", "”"])), max_size=600))
@settings(max_examples=40, deadline=None)
def test_windows_own_every_word_once_and_fit_the_encoder(words: list[str]) -> None:
    pieces = WordPieces.load(BUNDLED / "encoder" / "vocab.txt")
    windows = cut_windows(words, pieces)
    owned = [index for window in windows for index in range(window.first, window.last)]
    assert owned == list(range(len(words)))
    for window in windows:
        sizes = [len(pieces.split(word).ids) for word in words[window.start : window.end]]
        assert window.start <= window.first < window.last <= window.end
        assert sum(sizes) <= CORE + 2 * CONTEXT


def test_a_window_ends_at_a_full_stop_rather_than_inside_a_sentence(pieces: WordPieces) -> None:
    words = [word for _ in range(60) for word in "Ada sued Bo in Tarn .".split()]
    assert all(words[window.last - 1] == "." for window in cut_windows(words, pieces))


@given(WORDS, WORDS)
def test_a_lemma_comes_back_from_its_edit(word: str, lemma: str) -> None:
    assert apply_edit(word, write_edit(word, lemma)) == lemma


def test_an_edit_that_does_not_fit_leaves_the_word() -> None:
    assert write_edit("Parties", "party") == "~3|y"
    assert apply_edit("Go", "~3|y") == "Go"
    assert apply_edit("is", "=2|") == "is"


@given(arrays(np.float32, (4, len(TAGS)), elements=st.floats(-9, 0, width=16)))
@settings(max_examples=30, deadline=None)
def test_the_best_legal_path_is_found(scores: np.ndarray) -> None:
    decoder = ChunkDecoder(TAGS)

    def is_legal(path: tuple[int, ...]) -> bool:
        tags = ["O", *(TAGS[number] for number in path), "O"]
        return all(
            (before[0] in "BI") == (after[0] in "IL") and (after[0] not in "IL" or before[2:] == after[2:])
            for before, after in pairwise(tags)
        )

    legal = (path for path in product(range(len(TAGS)), repeat=4) if is_legal(path))
    best = max(float(sum(scores[at, tag] for at, tag in enumerate(path))) for path in legal)
    found = decoder.find_path(scores)
    assert is_legal(tuple(found))
    assert sum(scores[at, tag] for at, tag in enumerate(found)) == pytest.approx(best, abs=1e-3)


@given(st.integers(1, 6).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-20, 0, width=16))))
@settings(max_examples=60, deadline=None)
def test_the_tree_is_the_best_with_one_root(scores: np.ndarray) -> None:
    count = len(scores)
    heads = find_tree(scores)
    assert sum(heads == np.arange(count)) == 1
    best = -np.inf
    for root in range(count):
        arcs = nx.DiGraph()
        arcs.add_edge(0, root + 1, weight=float(scores[root, 0]))
        arcs.add_weighted_edges_from(
            (head + 1, word + 1, float(scores[word, head + 1]))
            for word in range(count) for head in range(count) if word not in (root, head)
        )  # fmt: skip
        tree = nx.maximum_spanning_arborescence(arcs)
        best = max(best, tree.size(weight="weight"))
    total = sum(scores[word, 0 if head == word else head + 1] for word, head in enumerate(heads))
    assert total == pytest.approx(best, abs=1e-2)


def describe(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start, t.ent_type_) for t in doc
    ]


@pytest.mark.model
def test_the_components_fill_the_doc(pipeline: Language) -> None:
    doc = pipeline(ARTICLE)
    assert [(ent.text, ent.label_) for ent in doc.ents if ent.label_ in ("PERSON", "MONEY")] == [
        ("Ada Quill", "PERSON"), ("Bram Osei", "PERSON"), ("$2 million", "MONEY"),
    ]  # fmt: skip
    assert "lawsuit" in [span.root.text for span in doc.spans["lawsuits"]]
    sued = next(token for token in doc if token.text == "sued")
    assert (sued.lemma_, sued.tag_, sued.pos_, sued.dep_) == ("sue", "VBD", "VERB", "ROOT")
    assert {child.dep_ for child in sued.children} >= {"nsubj", "obj"}
    assert doc.has_annotation("SENT_START")
    assert [sent.text.split()[0] for sent in doc.sents] == ["Mill", "Ada", "“They", "The"]
    assert READINGS not in doc.user_data


@pytest.mark.model
def test_a_text_is_read_alike_alone_and_among_others(pipeline: Language) -> None:
    texts = [ARTICLE, "Short.", ARTICLE * 6, "", " \n "]
    alone = [describe(pipeline(text)) for text in texts]
    together = [describe(doc) for doc in pipeline.pipe(texts, batch_size=3)]
    assert alone == together


@pytest.mark.model
def test_a_text_that_was_begun_is_read_once_and_alike(pipeline: Language) -> None:
    doc = pipeline.make_doc(ARTICLE)
    encoder = pipeline.get_pipe("encoder")
    encoder.begin(doc)
    begun = doc.user_data[BEGUN]
    encoder.begin(doc)
    assert doc.user_data[BEGUN] is begun
    (parsed,) = pipeline.pipe([doc])
    assert BEGUN not in parsed.user_data
    assert parsed.to_bytes() == pipeline(ARTICLE).to_bytes()


@pytest.mark.model
@pytest.mark.parametrize("text", ["", "\n", "x" * 5000, "word " * 3000, "A. " * 900, "\u202eevil\u0000 \ud83d\ude00"])
def test_odd_texts_are_read_to_the_end(pipeline: Language, text: str) -> None:
    doc = pipeline(text.encode("utf-16", "surrogatepass").decode("utf-16"))
    assert all(token.dep_ and token.lemma_ and token.pos_ for token in doc)
    assert all(sum(token.head == token for token in sent) == 1 for sent in doc.sents)


@pytest.mark.model
def test_the_pipeline_survives_bytes_pickle_and_disk(pipeline: Language, tmp_path: Path) -> None:
    expected = describe(pipeline(ARTICLE))
    pipeline.to_disk(tmp_path / "copy")
    copies = [spacy.load(tmp_path / "copy"), pickle.loads(pickle.dumps(pipeline))]
    copies.append(spacy.blank("en").from_config(pipeline.config).from_bytes(pipeline.to_bytes()))
    for copy in copies:
        assert describe(copy(ARTICLE)) == expected


@pytest.mark.model
def test_components_run_in_processes_of_their_own(pipeline: Language) -> None:
    docs = list(pipeline.pipe([ARTICLE, "Ada won."], n_process=2))
    assert describe(docs[0]) == describe(pipeline(ARTICLE))


@pytest.mark.model
def test_a_decoder_without_the_encoder_says_what_to_add(pipeline: Language) -> None:
    tagger = pipeline.get_pipe("tagger")
    with pytest.raises(ValueError, match="add the component 'litigraph_encoder' before"):
        tagger(spacy.blank("en")("Ada won."))


@pytest.mark.model
def test_a_doc_that_no_decoder_finished_can_still_be_saved(pipeline: Language) -> None:
    doc = pipeline.get_pipe("encoder")(pipeline.make_doc(ARTICLE))
    assert Doc(pipeline.vocab).from_bytes(doc.to_bytes()).text == ARTICLE
