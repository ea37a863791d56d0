"""Measure how many words a second the language model reads, beside spaCy's plain CNN pipeline on the same text.

    taskset -c 0 python -m tests.benchmarks.model_speed FOLDER [--rounds 3] [--cnn PIPELINE]

Both are measured in turns in one process; the best round of each counts. Without --cnn the other pipeline is spaCy's
default (tok2vec, tagger, parser, ner) with the bundled model's labels and weights as they are before training.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from time import perf_counter, process_time

import spacy
from spacy.language import Language
from spacy.training import Example

from graph.errors import InputError
from graph.nlp import BATCH_SIZE, BUNDLED, load_pipeline
from graph.read import read_documents


def build_cnn(model: Language) -> Language:
    """Build spaCy's default pipeline with the labels of another one, untrained."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    transitions = {"@architectures": "spacy.TransitionBasedParser.v2", "extra_state_tokens": False, "use_upper": True}
    models: dict[str, dict[str, object]] = {
        "tagger": {"@architectures": "spacy.Tagger.v2", "nO": None},
        "parser": transitions | {"state_type": "parser", "hidden_width": 128, "maxout_pieces": 3, "nO": None},
        "ner": transitions | {"state_type": "ner", "hidden_width": 64, "maxout_pieces": 2, "nO": None},
    }
    for name, settings in models.items():
        component = nlp.add_pipe(name, config={"model": {**settings, "tok2vec": listener}})
        for label in model.get_pipe(name).labels:  # type: ignore[attr-defined]
            component.add_label(label)  # type: ignore[attr-defined]
    doc = model("Ada Quill sued Bo. He lost.")
    nlp.initialize(lambda: [Example(nlp.make_doc(doc.text), doc)])
    return nlp


def main() -> None:
    """Print how long the model takes to load, words per second of both, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cnn", type=Path, help="a trained pipeline to compare with")
    args = parser.parse_args()
    texts = [item.text for item in read_documents([args.folder]) if not isinstance(item, InputError)]
    words = sum(len(text.split()) for text in texts)
    if not words:
        parser.error(f"{args.folder}: holds no article")
    begin = perf_counter()
    spacy.load(BUNDLED)
    loading = perf_counter() - begin
    model = load_pipeline()
    pipelines = {"bundled model": model, "plain CNN": spacy.load(args.cnn) if args.cnn else build_cnn(model)}
    best = dict.fromkeys(pipelines, float("inf"))
    for number in range(args.rounds + 1):
        for name, nlp in pipelines.items():
            start = process_time()
            for _ in nlp.pipe(texts, batch_size=BATCH_SIZE):
                pass
            # The first round fills caches.
            if number:
                best[name] = min(best[name], process_time() - start)
    print(f"{len(texts)} articles, {words:,} words, {os.cpu_count()} cores; the bundled model loads in {loading:.2f} s")
    for name, seconds in best.items():
        print(f"{name:14} {words / seconds:10,.0f} words a CPU second")
    print(f"{'ratio':14} {best['plain CNN'] / best['bundled model']:10.2f}  (bundled model / plain CNN)")


if __name__ == "__main__":
    main()
