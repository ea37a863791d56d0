"""Train the two halves side by side and join them into one pipeline."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from importlib.resources import as_file, files
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run_training
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

from graph.errors import LitigraphError

HALVES = ("parser", "ner")
QUICK_STEPS = 500
SEED = 20200
VERSION = "0.1.0"
DESCRIPTION = "English pipeline for litigation news: tags, lemmas, Universal Dependencies and names."
LICENSE = "CC BY-SA 4.0"


@dataclass(frozen=True)
class Annealing:
    """Say how one half is annealed once: steps of 1,000 words, first learning rate, steps between scores."""

    steps: int
    initial_rate: float
    evaluate_every: int


# The parser gains from every cycle; names do not: on the dev part they get worse again.
ANNEALING = {
    "parser": (Annealing(1400, 0.0007, 700), Annealing(1200, 0.0006, 600), Annealing(6000, 0.0009, 1500)),
    "ner": (Annealing(2000, 0.0007, 500),),
}


class TrainingError(LitigraphError):
    """Report that one half of the pipeline could not be trained."""


def fit_half(half: str, work: Path, quick: bool) -> None:
    """Train one half (parser or ner) from its DocBins in the work folder, at a high learning rate, then anneal it."""
    # NumPy's matrix product is about twice as fast here as the BLIS that Thinc takes by default.
    set_current_ops(NumpyOps(use_blis=False))
    overrides: dict[str, Any] = {f"paths.{part}": str(work / f"{half}.{part}.spacy") for part in ("train", "dev")}
    if quick:
        overrides |= {"training.max_steps": QUICK_STEPS, "training.eval_frequency": QUICK_STEPS}
    with as_file(files(__package__) / f"{half}.cfg") as path:
        config = load_config(path, overrides=overrides)
    output = locate_stage(half, work, 0)
    output.mkdir(parents=True, exist_ok=True)
    run_training(init_nlp(config), output)
    for stage in range(1, len(ANNEALING[half]) + 1):
        anneal_half(half, work, stage, quick=quick)


def locate_stage(half: str, work: Path, stage: int) -> Path:
    """Give the folder of the checkpoints of one stage: 0 is the training at a high rate, the others anneal it."""
    return work / f"{half}.{stage}"


def anneal_half(half: str, work: Path, stage: int, *, quick: bool) -> None:
    """Train one half on from the last checkpoint of the stage before, while the learning rate falls to zero."""
    set_current_ops(NumpyOps(use_blis=False))
    plan = ANNEALING[half][stage - 1]
    steps = QUICK_STEPS if quick else plan.steps
    nlp = spacy.load(locate_stage(half, work, stage - 1) / "model-last")
    restore_lemma_labels(nlp)
    training = nlp.config["training"]
    # Another seed, for another order of the documents than the stages before had.
    training.update(seed=SEED + stage, max_steps=steps, eval_frequency=min(steps, plan.evaluate_every))
    training["optimizer"]["learn_rate"].update(warmup_steps=50, total_steps=steps, initial_rate=plan.initial_rate)
    output = locate_stage(half, work, stage)
    output.mkdir(parents=True, exist_ok=True)
    run_training(nlp, output)


def restore_lemma_labels(nlp: Language) -> None:
    """Rebuild the lemmatizer's table from edit tree to label, which spaCy 3.8 does not save.

    Without it further training would teach every word the first label, and the lemmatizer would unlearn the others.
    """
    if "trainable_lemmatizer" in nlp.pipe_names:
        lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
        lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}


def fit_halves(work: Path, *, quick: bool) -> None:
    """Train both halves, each in a process of its own on one core; TrainingError names a half that failed."""
    # More threads would change the order of summation, and with it the weights.
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
    context = get_context("spawn")
    running = {half: context.Process(target=fit_half, args=(half, work, quick)) for half in HALVES}
    for process in running.values():
        process.start()
    for process in running.values():
        process.join()
    failed = [half for half, process in running.items() if process.exitcode]
    if failed:
        halves = " and ".join(failed)
        raise TrainingError(f"the training of {halves} failed; its error stands above, its files in {work}")


def join_halves(work: Path) -> Language:
    """Load the best checkpoints of the last stage and join them into one pipeline: the syntactic half, then ner."""
    nlp, names = (spacy.load(locate_stage(half, work, len(ANNEALING[half])) / "model-best") for half in HALVES)
    nlp.add_pipe("ner", source=names)
    # The saved configuration must not name the folder of the training run.
    nlp.config["paths"] = {"train": None, "dev": None}
    nlp.meta.update(
        name="litigraph",
        version=VERSION,
        license=LICENSE,
        author="litigraph",
        description=DESCRIPTION,
        performance={},
        sources=["UD English-EWT", "GUM", "Universal NER EWT", "GMB", "Few-NERD", "CrossNER", "Wikigold", "InLegalNER"],
    )
    return nlp


def list_tree_strings(nlp: Language) -> set[str]:
    """List the strings that the lemmatizer's edit trees replace, by which the trees refer to them (as hashes)."""
    trees = srsly.msgpack_loads(nlp.get_pipe("trainable_lemmatizer").trees.to_bytes())["trees"]  # type: ignore[attr-defined]
    hashes = {tree[key] for tree in trees for key in ("orig", "subst") if key in tree}
    return {nlp.vocab.strings[number] for number in hashes}


def trim_strings(nlp: Language, folder: Path) -> None:
    """Rewrite the string table of a saved pipeline without the words of the corpora, which no component needs."""
    blank = spacy.blank("en")
    kept = set(blank.vocab.strings)
    if "trainable_lemmatizer" in nlp.pipe_names:
        kept |= list_tree_strings(nlp)
    for labels in nlp.pipe_labels.values():
        kept.update(str(label) for label in labels)
    for feature in (part for label in nlp.pipe_labels.get("morphologizer", ()) for part in str(label).split("|")):
        kept.update((feature, *feature.split("=")))
    (folder / "vocab" / "strings.json").write_text(json.dumps(sorted(kept), ensure_ascii=False), encoding="utf-8")


def save_pipeline(nlp: Language, output: Path, *, card: str | None = None) -> None:
    """Save the pipeline to a folder, which is replaced only when the new one is whole; its model card stays."""
    fresh = output.with_name(f"{output.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    trim_strings(nlp, fresh)
    old_card = output / "MODEL_CARD.md"
    if card is not None or old_card.exists():
        text = old_card.read_text(encoding="utf-8") if card is None else card
        (fresh / "MODEL_CARD.md").write_text(text, encoding="utf-8")
    if output.exists():
        old = output.with_name(f"{output.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        output.rename(old)
        fresh.rename(output)
        shutil.rmtree(old)
    else:
        fresh.rename(output)
