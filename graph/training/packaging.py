"""Export the trained network to int8 ONNX files and wrap them as a spaCy pipeline."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from warnings import catch_warnings, simplefilter

import spacy
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from spacy.language import Language
from torch import Tensor, nn

# Importing the components registers their factories.
from graph.encoder import components as components
from graph.encoder.component import Component
from graph.encoder.labels import Labels
from graph.encoder.lemmas import count_endings, write_edit
from graph.encoder.session import ARCS, OUTPUTS
from graph.training.encoder import DEP_WIDTH, Network
from graph.training.treebanks import Sentence

OPSET = 17
VERSION = "0.2.0"
DESCRIPTION = (
    "English pipeline for litigation news: tags, lemmas, Universal Dependencies, names and mentions of lawsuits."
)
LICENSE = "CC BY-SA 4.0"
SOURCES = (
    "all-MiniLM-L6-v2", "UD English-EWT", "GUM", "Universal NER EWT", "GMB", "Few-NERD", "CrossNER", "Wikigold",
    "InLegalNER",
)  # fmt: skip


class SingleWindow(nn.Module):
    """The network for one window without padding; labels are chosen inside, so that little comes out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, cases: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """Return what OUTPUTS names, for ids and cases (P,) and first pieces (W,)."""
        states = self.network.encoder(ids[None], cases[None])[0]
        words = states[firsts]
        scores = self.network.tasks(words[None])
        chosen = [scores[task][0].argmax(-1).to(torch.int32) for task in ("tag", "morph")]
        logs = [scores[task][0].log_softmax(-1) for task in ("edit", "start", "name", "lawsuit")]
        arcs = (scores["arc"][0].log_softmax(-1), scores["dependent"][0], scores["governor"][0])
        return (*chosen, *logs, *arcs, words)


class ArcLabels(nn.Module):
    """The label of each of N arcs, from the views of its two ends."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.tasks = network.tasks

    def forward(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Return label numbers (N,) of views (N, DEP_WIDTH)."""
        return self.tasks.score_deps(dependents, governors).argmax(-1).to(torch.int32)


def export_encoder(network: Network) -> bytes:
    """Return the encoder with its heads as an ONNX model."""
    ids, firsts = torch.randint(1, 9, (12,)), torch.arange(1, 9)
    axes = {"ids": {0: "pieces"}, "cases": {0: "pieces"}, **{name: {0: "words"} for name in ("firsts", *OUTPUTS)}}
    axes["arc"] = {0: "words", 1: "heads"}
    axes["governor"] = {0: "heads"}
    return _export(
        SingleWindow(network), (ids, torch.ones_like(ids), firsts), ("ids", "cases", "firsts"), OUTPUTS, axes
    )


def export_arc_labels(network: Network) -> bytes:
    """Return the labelling of arcs as an ONNX model."""
    views = (torch.randn(3, DEP_WIDTH), torch.randn(3, DEP_WIDTH))
    return _export(ArcLabels(network), views, ARCS, ("dep",), {name: {0: "arcs"} for name in (*ARCS, "dep")})


def _export(
    module: nn.Module, inputs: tuple[Tensor, ...], names: tuple[str, ...], outputs: tuple[str, ...],
    axes: dict[str, dict[int, str]],
) -> bytes:  # fmt: skip
    module.eval()
    with TemporaryDirectory() as temporary:
        plain, small = Path(temporary) / "plain.onnx", Path(temporary) / "small.onnx"
        with catch_warnings():
            # The exporter that replaces this one makes graphs that the quantization does not know.
            simplefilter("ignore", DeprecationWarning)
            torch.onnx.export(
                module, inputs, plain, dynamo=False, opset_version=OPSET, input_names=list(names),
                output_names=list(outputs), dynamic_axes=axes,
            )  # fmt: skip
        # Seven bits for a weight: eight can overflow on processors without VNNI and would give other labels there.
        quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        return small.read_bytes()


def build_pipeline(network: Network, labels: Labels, trees: Iterable[Sentence], vocabulary: Path) -> Language:
    """Wrap the network as a spaCy pipeline; the endings of words and their lemmas are counted in the trees."""
    words = ((word.form, word.tag, write_edit(word.form, word.lemma)) for tree in trees for word in tree.words)
    endings = json.dumps(count_endings(words), ensure_ascii=False, sort_keys=True, indent=0)
    nlp = spacy.blank("en")
    files = {
        "encoder": {"encoder.onnx": export_encoder(network), "vocab.txt": vocabulary.read_bytes()},
        "tagger": {"labels.json": _write_labels(tags=labels.tags, morphs=labels.morphs)},
        "lemmatizer": {"labels.json": _write_labels(edits=labels.edits), "endings.json": endings.encode("utf-8")},
        "parser": {"labels.json": _write_labels(deps=labels.deps), "deps.onnx": export_arc_labels(network)},
        "ner": {"labels.json": _write_labels(names=labels.names, lawsuits=labels.lawsuits)},
    }
    for name, parts in files.items():
        component = nlp.add_pipe(f"litigraph_{name}", name=name)
        if not isinstance(component, Component):
            raise TypeError(f"litigraph_{name} is not a component of the encoder")
        component.set_parts(parts)
    nlp.meta.update(
        name="litigraph", version=VERSION, license=LICENSE, author="litigraph", description=DESCRIPTION,
        performance={}, sources=list(SOURCES),
    )  # fmt: skip
    return nlp


def _write_labels(**inventory: tuple[str, ...]) -> bytes:
    return (json.dumps(inventory, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def save_pipeline(nlp: Language, output: Path) -> None:
    """Save the pipeline to a folder, which is replaced only when the new one is whole; its model card stays."""
    fresh = output.with_name(f"{output.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    card = output / "MODEL_CARD.md"
    if card.exists():
        shutil.copyfile(card, fresh / card.name)
    if output.exists():
        old = output.with_name(f"{output.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        output.rename(old)
        fresh.rename(output)
        shutil.rmtree(old)
    else:
        fresh.rename(output)
