"""The spaCy factories, and the component that runs the encoder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from graph.encoder.component import READINGS, Component, Parts
from graph.encoder.decoders import Lemmatizer, NameRecognizer, Parser, Tagger
from graph.encoder.session import EncoderSession, Reading
from graph.encoder.windows import cut_windows
from graph.encoder.wordpiece import WordPieces

MOST_THREADS = 8
BEGUN = "litigraph_begun"


def count_cores() -> int:
    """Count the processor cores that this process may use, at most MOST_THREADS."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, MOST_THREADS)


class Encoder(Component):
    """Run the encoder over each text and leave what its heads say for the components that follow.

    ``doc.tensor`` (words, 384) holds the states of the words, for whoever trains heads of their own.

    Windows run one by one and unpadded, so that a text is read alike whatever texts are read beside it.
    """

    files = ("encoder.onnx", "vocab.txt")

    def set_parts(self, parts: Parts) -> None:
        """Take over the ONNX model and the vocabulary of word pieces."""
        super().set_parts(parts)
        pieces = WordPieces(parts["vocab.txt"].decode("utf-8").split("\n"))
        self.session = EncoderSession(parts["encoder.onnx"], pieces)
        self._pool: tuple[int, ThreadPoolExecutor] | None = None

    def _open_pool(self) -> ThreadPoolExecutor:
        """Return the threads of this process; those of the process that it was forked from are not there."""
        if self._pool is None or self._pool[0] != os.getpid():
            self._pool = (os.getpid(), ThreadPoolExecutor(count_cores()))
        return self._pool[1]

    def __call__(self, doc: Doc) -> Doc:
        """Read one text."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Read many texts, as many windows at a time as there are cores."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            for doc in batch:
                self.begin(doc)
            for doc in batch:
                mine = [reading.result() for reading in doc.user_data.pop(BEGUN)]
                doc.user_data[READINGS] = _join_readings(mine)
                doc.tensor = np.concatenate([reading.state for reading in mine]) if mine else doc.tensor
                yield doc

    def begin(self, doc: Doc) -> None:
        """Let threads of this process read a text whose turn in `pipe` comes later, if they have not begun."""
        if BEGUN not in doc.user_data:
            words = [token.text for token in doc]
            windows = cut_windows(words, self.session.pieces)
            pool = self._open_pool()
            doc.user_data[BEGUN] = [pool.submit(self.session.read_window, words, window) for window in windows]


def _join_readings(readings: list[Reading]) -> dict[str, Any]:
    """Join the windows of a text; plain arrays, so that a Doc stays serializable should no component take them."""
    heads = ("tag", "morph", "edit", "start", "name", "lawsuit", "dependent")
    joined: dict[str, Any] = {
        head: np.concatenate([getattr(reading, head) for reading in readings]) if readings else None for head in heads
    }
    joined["arc"] = [reading.arc for reading in readings]
    joined["governor"] = [reading.governor for reading in readings]
    return joined


@Language.factory("litigraph_encoder")
def make_encoder(nlp: Language, name: str) -> Encoder:
    """Make the component that runs the encoder."""
    return Encoder(nlp.vocab, name)


@Language.factory("litigraph_tagger", assigns=["token.tag", "token.pos", "token.morph"])
def make_tagger(nlp: Language, name: str) -> Tagger:
    """Make the component that writes parts of speech."""
    return Tagger(nlp.vocab, name)


@Language.factory("litigraph_lemmatizer", assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """Make the component that writes lemmas."""
    return Lemmatizer(nlp.vocab, name)


@Language.factory("litigraph_parser", assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"])
def make_parser(nlp: Language, name: str) -> Parser:
    """Make the component that writes trees and sentence bounds."""
    return Parser(nlp.vocab, name)


@Language.factory("litigraph_ner", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_name_recognizer(nlp: Language, name: str) -> NameRecognizer:
    """Make the component that writes names."""
    return NameRecognizer(nlp.vocab, name)
