"""Score a pipeline on the test parts: ``python -m graph.training.score CORPORA``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer
from spacy.language import Language
from spacy.training import Example

from graph.name_component import name_anew
from graph.nlp import BUNDLED, load_pipeline
from graph.training.corpora import build_tree_docs
from graph.training.legal_news import read_legal_news
from graph.training.name_corpora import read_uner
from graph.training.passages import LABELS, Passage
from graph.training.treebanks import Sentence, read_conllu, read_gum_parts

_COARSE = {"PERSON": "PERSON", "ORG": "ORG", "MEDIA": "ORG", "COURT": "ORG", "PLACE": "PLACE"}
_SYNTAX_KEYS = ("dep_uas", "dep_las", "sents_f", "pos_acc", "tag_acc", "lemma_acc")


@dataclass(frozen=True)
class NameScore:
    """Hold precision, recall and F1 of one label (percent), with the number of gold names."""

    precision: float
    recall: float
    f1: float
    gold: int


def compute_name_scores(
    nlp: Language, passages: Sequence[Passage], *, coarse: bool = False, anew: bool = False
) -> dict[str, NameScore]:
    """Compare predicted names with gold ones, exact in offsets and label; ``ALL`` is the micro average.

    ``coarse`` counts MEDIA and COURT as ORG and leaves out the labels that Universal NER lacks; ``anew`` has the
    component `litigraph_names` correct the pipeline's names. Predictions that touch a missing stretch are not counted.
    """
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    mapping = _COARSE if coarse else {label: label for label in LABELS}
    for passage, doc in zip(passages, nlp.pipe(p.text for p in passages), strict=True):
        doc = name_anew(doc) if anew else doc
        wanted = {(s.start, s.end, mapping[s.label]) for s in passage.names if s.label in mapping}
        given = {(e.start_char, e.end_char, mapping[e.label_]) for e in doc.ents if e.label_ in mapping}
        given = {g for g in given if not any(g[0] < end and start < g[1] for start, end in passage.missing)}
        for label, names in (("right", wanted & given), ("found", given), ("gold", wanted)):
            counter = {"right": right, "found": found, "gold": gold}[label]
            counter.update(name[2] for name in names)
            counter["ALL"] += len(names)
    return {label: _rate(right[label], found[label], gold[label]) for label in ("ALL", *LABELS) if gold[label]}


def _rate(right: int, found: int, gold: int) -> NameScore:
    precision, recall = 100 * right / max(found, 1), 100 * right / max(gold, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return NameScore(round(precision, 1), round(recall, 1), round(f1, 1), gold)


def compute_tree_scores(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Score tags, lemmas, trees and sentence bounds from raw text (spaCy's scorer: percent, without punctuation)."""
    docs = build_tree_docs(nlp, sentences, train=False)
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
    return {key: round(100 * scores[key], 1) for key in _SYNTAX_KEYS}


def list_tree_sets(corpora: Path, part: str) -> dict[str, list[Sentence]]:
    """Read the treebanks of one part (dev or test) by name; the news half of PUD has ids that begin with ``n``."""
    gum = [sentence for path in read_gum_parts(corpora / "gum")[part] for sentence in read_conllu(path)]
    sets = {f"UD EWT {part}": list(read_conllu(corpora / "ud_ewt" / f"{part}.conllu")), f"GUM {part}": gum}
    if part == "test":
        pud = list(read_conllu(corpora / "ud_pud" / "test.conllu"))
        sets |= {"UD PUD": pud, "UD PUD news": [sentence for sentence in pud if sentence.id.startswith("n")]}
    return sets


def list_name_sets(corpora: Path, part: str) -> dict[str, tuple[list[Passage], bool]]:
    """Read the name corpora of one part (dev or test) by name, each with whether it has coarse labels only."""
    sets = {f"litigation news {part}": (read_legal_news(corpora / "news" / "legal.annotated", part), False)}
    if part == "test":
        for name, folder in (("UNER EWT test", "uner_ewt"), ("UNER PUD", "uner_pud")):
            sets[name] = (read_uner(corpora / folder / "test.iob2", frozenset(), keep_all=True), True)
    return sets


def format_tables(trees: dict[str, dict[str, float]], names: dict[str, dict[str, NameScore]]) -> Iterable[str]:
    """Give the lines of the two score tables as Markdown."""
    yield "| syntax | UAS | LAS | sentences F | UPOS | XPOS | lemma |"
    yield "|---|---|---|---|---|---|---|"
    for name, scores in trees.items():
        yield f"| {name} | {' | '.join(f'{scores[key]:.1f}' for key in _SYNTAX_KEYS)} |"
    yield ""
    yield "| names | label | P | R | F1 | gold |"
    yield "|---|---|---|---|---|---|"
    for name, by_label in names.items():
        for label, score in by_label.items():
            yield f"| {name} | {label} | {score.precision:.1f} | {score.recall:.1f} | {score.f1:.1f} | {score.gold} |"


def score_pipeline(
    corpora: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder that holds the corpora.")],
    model: Annotated[Path, typer.Option("--model", help="Folder of the pipeline.")] = BUNDLED,
    part: Annotated[
        str, typer.Option("--part", help="dev, to choose between models, or test, to report one.")
    ] = "test",
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the scores to this file too.")] = None,
) -> None:
    """Print the scores of a pipeline on one part of the corpora."""
    nlp = load_pipeline(str(model))
    trees = {name: compute_tree_scores(nlp, sentences) for name, sentences in list_tree_sets(corpora, part).items()}
    sets = list_name_sets(corpora, part)
    names = {
        f"{name}{', read anew' * anew}": compute_name_scores(nlp, passages, coarse=coarse, anew=anew)
        for anew in (False, True)
        for name, (passages, coarse) in sets.items()
    }
    for line in format_tables(trees, names):
        typer.echo(line)
    if json_file is not None:
        plain = {name: {label: asdict(score) for label, score in scores.items()} for name, scores in names.items()}
        json_file.write_text(json.dumps({"syntax": trees, "names": plain}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(score_pipeline)
