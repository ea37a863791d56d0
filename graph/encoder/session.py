"""Run the ONNX encoder over the windows of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from graph.encoder.windows import Window
from graph.encoder.wordpiece import END, START, WordPieces

OUTPUTS = ("tag", "morph", "edit", "start", "name", "lawsuit", "arc", "dependent", "governor", "state")
ARCS = ("dependents", "governors")
Floats = NDArray[np.float32]
Integers = NDArray[np.int32]


@dataclass(frozen=True)
class Reading:
    """Hold what the heads say of the own words of one window: W words.

    ``tag`` and ``morph`` (W,) are label numbers; ``start`` (W,) is the log-odds that a sentence begins; ``edit``,
    ``name`` and ``lawsuit`` (W, labels) are log-probabilities, ``arc`` (W, W + 1) those of heads, the root first;
    ``dependent`` (W, D) and ``governor`` (W + 1, D) are the views from which arcs get their labels; ``state`` (W, 384)
    is what the encoder says of each word in its context.
    """

    tag: Integers
    morph: Integers
    edit: Floats
    start: Floats
    name: Floats
    lawsuit: Floats
    arc: Floats
    dependent: Floats
    governor: Floats
    state: Floats


def open_model(model: bytes) -> onnxruntime.InferenceSession:
    """Load an ONNX model to run on one core, whatever threads call it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


class EncoderSession:
    """Hold the encoder in memory, with the word pieces that it reads."""

    def __init__(self, model: bytes, pieces: WordPieces) -> None:
        self.pieces = pieces
        self._model = open_model(model)

    def read_window(self, words: Sequence[str], window: Window) -> Reading:
        """Run the encoder over one window of the words of a text."""
        ids, cases, firsts = [self.pieces.ids[START]], [0], []
        for word in words[window.start : window.end]:
            split = self.pieces.split(word)
            firsts.append(len(ids))
            ids += split.ids
            cases += [split.case] * len(split.ids)
        feed = {"ids": [*ids, self.pieces.ids[END]], "cases": [*cases, 0], "firsts": firsts}
        arrays = {name: np.array(values, dtype=np.int64) for name, values in feed.items()}
        found = dict(zip(OUTPUTS, self._model.run(OUTPUTS, arrays), strict=True))
        own = slice(window.first - window.start, window.last - window.start)
        columns = np.r_[0, own.start + 1 : own.stop + 1]
        start = found["start"][own]
        return Reading(
            tag=found["tag"][own], morph=found["morph"][own], edit=found["edit"][own], start=start[:, 1] - start[:, 0],
            name=found["name"][own], lawsuit=found["lawsuit"][own], arc=found["arc"][own][:, columns],
            dependent=found["dependent"][own], governor=found["governor"][columns],
            state=found["state"][own],
        )  # fmt: skip


class ArcLabeler:
    """Hold the model that labels arcs."""

    def __init__(self, model: bytes) -> None:
        self._model = open_model(model)

    def label(self, dependents: Floats, governors: Floats) -> Integers:
        """Return the label numbers (N,) of arcs from the views (N, D) of their ends."""
        labels: Integers = self._model.run(None, dict(zip(ARCS, (dependents, governors), strict=True)))[0]
        return labels
