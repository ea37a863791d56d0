"""The components that write what the heads say into the Doc: tags, lemmas, trees and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import srsly  # type: ignore[import-untyped]
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IS_SPACE, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.pipeline.dep_parser import parser_score
from spacy.pipeline.lemmatizer import lemmatizer_score
from spacy.pipeline.morphologizer import morphologizer_score
from spacy.pipeline.tagger import tagger_score
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example

from graph.encoder.agreement import Chunk, agree_on_names
from graph.encoder.component import Component, Parts, take_readings
from graph.encoder.decode import ChunkDecoder, find_tree
from graph.encoder.lemmas import apply_edit, find_edits, write_edit
from graph.encoder.session import ArcLabeler
from graph.encoder.wordpiece import MOST_WORDS

LAWSUITS = "lawsuits"
SPACE_TAG, SPACE_DEP = "_SP", "dep"
Numbers = NDArray[np.uint64]


class Option(NamedTuple):
    """An edit that a word's ending allows: where its score stands, and how far the training data favour it."""

    edit: str
    number: int
    weight: float


AS_IT_STANDS = (Option(write_edit("", ""), 0, 0.0),)


class Decoder(Component):
    """A component that writes labels of its own into the Doc."""

    def set_parts(self, parts: Parts) -> None:
        """Take over the labels."""
        super().set_parts(parts)
        self.inventory: dict[str, list[str]] = srsly.json_loads(parts["labels.json"].decode("utf-8"))

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the labels that the component can give."""
        return tuple(next(iter(self.inventory.values()))) if self.parts else ()


class Tagger(Decoder):
    """Write fine and universal parts of speech and the morphological features."""

    def set_parts(self, parts: Parts) -> None:
        """Take over the labels and number them in the vocabulary."""
        super().set_parts(parts)
        morphs = [self._split_morph(morph) for morph in self.inventory["morphs"]]
        self._morphs = np.array(morphs, dtype=np.uint64)
        self._tags = np.array([self.vocab.strings.add(tag) for tag in self.inventory["tags"]], dtype=np.uint64)
        self._space = np.array([self.vocab.strings.add(SPACE_TAG), *self._split_morph("POS=SPACE")], dtype=np.uint64)

    def _split_morph(self, label: str) -> tuple[int, int]:
        pos, _, features = label.removeprefix("POS=").partition("|")
        return POS_IDS[pos], self.vocab.morphology.add(features)

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Return the accuracy of tags, parts of speech and features."""
        given = list(examples)
        return {**tagger_score(given, **settings), **morphologizer_score(given, **settings)}

    def __call__(self, doc: Doc) -> Doc:
        """Tag one text."""
        tags, morphs = take_readings(doc, "tag", "morph")
        if len(doc):
            values = np.column_stack([self._tags[tags], self._morphs[morphs]])
            values[_find_spaces(doc)] = self._space
            _write(doc, [TAG, POS, MORPH], values)
        return doc


class Lemmatizer(Decoder):
    """Write the lemmas: of the edits that a word's ending and tag allow, the one that the encoder finds likeliest."""

    files = ("labels.json", "endings.json")

    def set_parts(self, parts: Parts) -> None:
        """Take over the edits, and how often each was seen for an ending."""
        super().set_parts(parts)
        numbers = {edit: number for number, edit in enumerate(self.inventory["edits"])}
        endings: dict[str, dict[str, int]] = srsly.json_loads(parts["endings.json"].decode("utf-8"))
        self._endings = {ending: _list_options(edits, numbers) for ending, edits in endings.items()}
        self._known: dict[tuple[str, str], tuple[Option, ...]] = {}

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Return the accuracy of lemmas."""
        return dict(lemmatizer_score(examples, **settings))

    def __call__(self, doc: Doc) -> Doc:
        """Lemmatize one text, whose tags are set."""
        (edits,) = take_readings(doc, "edit")
        if len(doc):
            found = [
                self._choose(token.text, token.tag_, edits, row)
                for row, token in zip(range(len(edits)), doc, strict=True)
            ]
            _write(doc, [LEMMA], np.array(found, dtype=np.uint64).reshape(-1, 1))
        return doc

    def _choose(self, word: str, tag: str, scores: NDArray[np.float32], row: int) -> int:
        options = self._known.get((word, tag))
        if options is None:
            if len(self._known) >= MOST_WORDS:
                self._known.clear()
            found = None if word.isspace() else find_edits(word, tag, self._endings)
            options = self._known[(word, tag)] = found or AS_IT_STANDS
        edit = options[0].edit if len(options) == 1 else _choose_edit(options, scores, row)
        # Each time anew: the vocabulary may have forgotten it with the text before.
        return self.vocab.strings.add(apply_edit(word, edit))


def _choose_edit(options: Sequence[Option], scores: NDArray[np.float32], row: int) -> str:
    """Return the edit with the greatest sum of score and weight, the first in the alphabet of equals."""
    best, likeliest = "", -np.inf
    for option in options:
        # scores are log-probabilities: those that follow weigh less, and no score can make up for it
        if option.weight < likeliest:
            break
        total = scores.item(row, option.number) + option.weight
        if total > likeliest or (total == likeliest and option.edit < best):
            best, likeliest = option.edit, total
    return best


def _list_options(edits: Mapping[str, int], numbers: Mapping[str, int]) -> tuple[Option, ...]:
    """Return an ending's edits with their scores' column and the logarithm of their count; at least the commonest."""
    order = sorted(edits, key=lambda edit: (-edits[edit], edit))
    known = [Option(edit, numbers[edit], _weigh(edits[edit])) for edit in order if edit in numbers]
    return tuple(known) or (Option(order[0], 0, 0.0),)


@cache
def _weigh(count: int) -> float:
    return float(np.log(count))


class Parser(Decoder):
    """Write the sentence bounds and the dependency trees; a bound that is set or ruled out already stays so."""

    files = ("labels.json", "deps.onnx")

    def set_parts(self, parts: Parts) -> None:
        """Take over the labels and the model that labels arcs."""
        super().set_parts(parts)
        self._labeler = ArcLabeler(parts["deps.onnx"])
        self._deps = np.array([self.vocab.strings.add(dep) for dep in self.inventory["deps"]], dtype=np.uint64)
        self._root = self.vocab.strings.add("ROOT")
        self._space = self.vocab.strings.add(SPACE_DEP)

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Return attachment scores and those of sentence bounds."""
        return dict(parser_score(examples, **settings))

    def __call__(self, doc: Doc) -> Doc:
        """Parse one text."""
        starts, arcs, dependents, governors = take_readings(doc, "start", "arc", "dependent", "governor")
        if not len(doc):
            return doc
        spaces = _find_spaces(doc)
        # 0: nothing is said; 1: a sentence starts; -1 in 64 bits without a sign: none does
        bounds = doc.to_array([SENT_START]).ravel()
        heads = np.arange(len(doc))
        views = np.zeros_like(dependents)
        base = 0
        for arc, governor in zip(arcs, governors, strict=True):
            own = slice(base, base + len(arc))
            opens = ((starts[own] > 0) & (bounds[own] == 0)) | (bounds[own] == 1)
            for words in _cut_sentences(opens, spaces[own]):
                tree = find_tree(arc[np.ix_(words, np.r_[0, words + 1])])
                roots = tree == np.arange(len(words))
                heads[base + words] = base + words[tree]
                views[base + words] = governor[np.where(roots, 0, words[tree] + 1)]
            base += len(arc)
        deps = self._deps[self._labeler.label(dependents, views)]
        deps[heads == np.arange(len(doc))] = self._root
        self._attach_spaces(heads, deps, spaces)
        offsets = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
        _write(doc, [HEAD, DEP], np.column_stack([offsets, deps]))
        return doc

    def _attach_spaces(self, heads: NDArray[np.int64], deps: Numbers, spaces: NDArray[np.bool_]) -> None:
        words, places = np.flatnonzero(~spaces), np.flatnonzero(spaces)
        # each to the word before it, at the beginning to the first
        heads[places] = words[np.maximum(np.searchsorted(words, places) - 1, 0)] if len(words) else places
        deps[places] = np.where(heads[places] != places, np.uint64(self._space), np.uint64(self._root))


def _cut_sentences(opens: NDArray[np.bool_], spaces: NDArray[np.bool_]) -> list[NDArray[np.int64]]:
    words = np.flatnonzero(~spaces)
    bounds = np.flatnonzero(opens[words][1:]) + 1
    return [part for part in np.split(words, bounds) if len(part)]


class NameRecognizer(Decoder):
    """Write the names to ``doc.ents`` and the mentions of lawsuits to ``doc.spans["lawsuits"]``."""

    def set_parts(self, parts: Parts) -> None:
        """Take over the tags of both layers."""
        super().set_parts(parts)
        self._names, self._lawsuits = (ChunkDecoder(self.inventory[layer]) for layer in ("names", "lawsuits"))

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the labels of names."""
        return tuple(dict.fromkeys(tag[2:] for tag in self.inventory["names"] if "-" in tag)) if self.parts else ()

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Return precision, recall and F1 of names."""
        return dict(get_ner_prf(examples, **settings))

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one text."""
        names, lawsuits = take_readings(doc, "name", "lawsuit")
        if len(doc):
            spaces = _find_spaces(doc)
            for scores in (names, lawsuits):
                scores[spaces, 1:] -= 100.0
            doc.set_ents([Span(doc, *chunk) for chunk in self._find_names([token.text for token in doc], names)])
            doc.spans[LAWSUITS] = [Span(doc, *chunk) for chunk in self._lawsuits.decode(lawsuits)]
        return doc

    def _find_names(self, words: list[str], scores: NDArray[np.float32]) -> list[Chunk]:
        path = self._names.find_path(scores)
        certainty = np.exp(scores[np.arange(len(path)), path])
        return agree_on_names(words, self._names.read_chunks(path), scores, certainty)


def _write(doc: Doc, attributes: list[Any], values: Any) -> None:
    doc.from_array(attributes, values)


def _find_spaces(doc: Doc) -> NDArray[np.bool_]:
    return np.asarray(doc.to_array([IS_SPACE]).ravel(), dtype=bool)
