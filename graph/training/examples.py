"""Turn annotated documents into the arrays that the encoder learns from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from graph.encoder.labels import Labels, list_chunk_tags
from graph.encoder.lemmas import write_edit
from graph.encoder.windows import Window, cut_windows
from graph.encoder.wordpiece import END, START, WordPieces
from graph.training.passages import LABELS, LAWSUITS

IGNORED = -100
# Shorter windows than at run time, with more context: a text of one epoch is cut elsewhere in the next.
CORE, CONTEXT = 176, 32
HEADS = ("tag", "morph", "edit", "start", "head", "dep", "name", "lawsuit")
_RARE_EDIT = 3
Array = NDArray[np.int64]


@dataclass(frozen=True)
class Example:
    """Hold one window: ids and cases of P pieces, the first piece of each of W words, and W labels a head.

    A label is IGNORED where the corpus does not say or the word is context only. ``sentence`` numbers the sentences,
    -1 outside any tree; ``head`` is the index of the governing word plus 1, 0 for a root.
    """

    ids: Array
    cases: Array
    firsts: Array
    sentence: Array
    gold: dict[str, Array]
    weight: float


def list_labels(docs: Iterable[Doc]) -> Labels:
    """Collect the labels of parsed documents; rare lemma edits are left out."""
    tags: set[str] = set()
    morphs: set[str] = set()
    deps: set[str] = set()
    edits: Counter[str] = Counter()
    for doc in docs:
        for token in doc:
            tags.add(token.tag_)
            morphs.add(write_morph(token.pos_, str(token.morph)))
            deps.add(token.dep_)
            edits[write_edit(token.text, token.lemma_)] += 1
    common = sorted(edit for edit, count in edits.items() if count >= _RARE_EDIT)
    return Labels(
        tuple(sorted(tags)), tuple(sorted(morphs)), tuple(common), tuple(sorted(deps)),
        list_chunk_tags(LABELS), list_chunk_tags(("LAWSUIT",)),
    )  # fmt: skip


def write_morph(pos: str, features: str) -> str:
    """Join part of speech and features into one label, as spaCy's morphologizer does."""
    return f"POS={pos}" + (f"|{features}" if features else "")


class ExampleBuilder:
    """Cut documents into windows and number their labels."""

    def __init__(self, pieces: WordPieces, labels: Labels) -> None:
        self.pieces = pieces
        self.index = {
            "tag": {label: number for number, label in enumerate(labels.tags)},
            "morph": {label: number for number, label in enumerate(labels.morphs)},
            "edit": {label: number for number, label in enumerate(labels.edits)},
            "dep": {label: number for number, label in enumerate(labels.deps)},
            "name": {label: number for number, label in enumerate(labels.names)},
            "lawsuit": {label: number for number, label in enumerate(labels.lawsuits)},
        }

    def build(self, doc: Doc, weight: float) -> Iterator[Example]:
        """Yield the examples of one document."""
        words = [token.text for token in doc]
        gold = self._number_labels(doc)
        sentence = self._number_sentences(doc)
        for window in cut_windows(words, self.pieces, core=CORE, context=CONTEXT):
            yield self._build_window(words, window, gold, sentence, weight)

    def _build_window(
        self, words: Sequence[str], window: Window, gold: dict[str, Array], sentence: Array, weight: float
    ) -> Example:
        ids, cases, firsts = [self.pieces.ids[START]], [0], []
        for word in words[window.start : window.end]:
            split = self.pieces.split(word)
            firsts.append(len(ids))
            ids += split.ids
            cases += [split.case] * len(split.ids)
        inside = slice(window.start, window.end)
        chosen = {head: values[inside].copy() for head, values in gold.items()}
        own = np.zeros(window.end - window.start, dtype=bool)
        own[window.first - window.start : window.last - window.start] = True
        for values in chosen.values():
            values[~own] = IGNORED
        heads = chosen["head"]
        heads[heads > 0] -= window.start
        outside = (heads != IGNORED) & ((heads < 0) | (heads > len(own)))
        heads[outside] = IGNORED
        chosen["dep"][heads == IGNORED] = IGNORED
        return Example(
            np.array([*ids, self.pieces.ids[END]]), np.array([*cases, 0]), np.array(firsts),
            sentence[inside], chosen, weight,
        )  # fmt: skip

    def _number_sentences(self, doc: Doc) -> Array:
        numbers = np.full(len(doc), -1)
        if doc.has_annotation("DEP"):
            for number, sent in enumerate(doc.sents):
                numbers[sent.start : sent.end] = number
        return numbers

    def _number_labels(self, doc: Doc) -> dict[str, Array]:
        gold = {head: np.full(len(doc), IGNORED) for head in HEADS}
        if doc.has_annotation("DEP"):
            for token in doc:
                if token.is_space:
                    continue
                at = token.i
                gold["tag"][at] = self.index["tag"].get(token.tag_, IGNORED)
                gold["morph"][at] = self.index["morph"].get(write_morph(token.pos_, str(token.morph)), IGNORED)
                gold["edit"][at] = self.index["edit"].get(write_edit(token.text, token.lemma_), IGNORED)
                gold["dep"][at] = self.index["dep"].get(token.dep_, IGNORED)
                gold["head"][at] = 0 if token.head.i == at else token.head.i + 1
                gold["start"][at] = 0
            for sent in doc.sents:
                opening = next((token.i for token in sent if not token.is_space), None)
                if opening is not None:
                    gold["start"][opening] = 1
        if doc.has_annotation("ENT_IOB"):
            self._number_chunks(doc, gold)
        return gold

    def _number_chunks(self, doc: Doc, gold: dict[str, Array]) -> None:
        for token in doc:
            if token.ent_iob_ == "O" and not token.is_space:
                gold["name"][token.i] = 0
        _fill_chunks(gold["name"], self.index["name"], [(e.start, e.end, e.label_) for e in doc.ents])
        if LAWSUITS in doc.spans:
            gold["lawsuit"][:] = 0
            spans = [(span.start, span.end, span.label_) for span in doc.spans[LAWSUITS]]
            _fill_chunks(gold["lawsuit"], self.index["lawsuit"], spans)


def _fill_chunks(values: Array, index: dict[str, int], spans: Iterable[tuple[int, int, str]]) -> None:
    for start, end, label in spans:
        if end - start == 1:
            values[start] = index[f"U-{label}"]
        else:
            values[start + 1 : end - 1] = index[f"I-{label}"]
            values[start], values[end - 1] = index[f"B-{label}"], index[f"L-{label}"]
