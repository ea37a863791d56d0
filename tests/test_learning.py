"""Training on a few sentences: the real base encoder learns, goes on after a break, and becomes a spaCy pipeline."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy

from graph.encoder.wordpiece import WordPieces
from graph.training.corpora import WEIGHED, Sources, build_epoch, build_tree_docs
from graph.training.examples import IGNORED, ExampleBuilder, list_labels
from graph.training.legal_news import parse_marked_text
from graph.training.passages import build_name_doc, compose_passage
from graph.training.treebanks import attach_names, read_conllu

if TYPE_CHECKING:
    from graph.training.learning import Plan

needs_torch = pytest.mark.skipif(find_spec("torch") is None, reason="training needs pip install 'litigraph[train]'")
TREES = """\
# newdoc id = a
# sent_id = 1
1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_
2\tsued\tsue\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
3\tBo\tBo\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = 2
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\twon\twin\tVERB\tVBD\tTense=Past\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
MARKED = "Quill sues\n\n⟦Ada Quill|PERSON|ada⟧ filed ⟦a libel suit|LAWSUIT.n|s⟧ on ⟦Monday|DATE⟧."


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    path = tmp_path_factory.mktemp("trees") / "a.conllu"
    path.write_text(TREES * 3, encoding="utf-8")
    tagged = [(["Ada", "sued", "Bo", "."], ["B-PERSON", "O", "-", "O"])]
    trees = attach_names(read_conllu(path), tagged)
    names = compose_passage(["Tarn", "won"], ["B-ORG", "O"])
    return Sources(tuple(trees), (parse_marked_text(MARKED),), {"wikigold": (names,) * 9})


@pytest.fixture(scope="module")
def pieces() -> WordPieces:
    words = "ada sued bo she won quill sues filed a libel suit on monday tarn .".split()
    return WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused1]", *words])


def make_builder(sources: Sources, pieces: WordPieces) -> ExampleBuilder:
    return ExampleBuilder(pieces, list_labels(build_tree_docs(spacy.blank("en"), sources.trees, train=True)))


def test_trees_teach_syntax_and_the_names_that_are_known(sources: Sources, pieces: WordPieces) -> None:
    builder = make_builder(sources, pieces)
    (doc,) = build_tree_docs(spacy.blank("en"), sources.trees[:1], train=False)
    (example,) = builder.build(doc, 1.0)
    person = builder.index["name"]["U-PERSON"]
    assert example.gold["name"].tolist() == [person, 0, IGNORED, 0]
    assert example.gold["head"].tolist() == [2, 0, 2, 2]
    assert example.gold["start"].tolist() == [1, 0, 0, 0]
    assert (example.gold["lawsuit"] == IGNORED).all()


def test_articles_teach_names_and_lawsuits_and_no_syntax(sources: Sources, pieces: WordPieces) -> None:
    builder = make_builder(sources, pieces)
    doc = build_name_doc(spacy.blank("en"), sources.articles[0])
    (example,) = builder.build(doc, 1.0)
    spelled = {token.text: number for token, number in zip(doc, example.gold["lawsuit"].tolist(), strict=True)}
    index = builder.index["lawsuit"]
    assert (spelled["a"], spelled["libel"], spelled["suit"]) == tuple(index[f"{p}-LAWSUIT"] for p in "BIL")
    assert spelled["filed"] == 0
    assert all((example.gold[head] == IGNORED).all() for head in ("tag", "head", "dep", "start"))


def test_the_names_of_each_corpus_have_its_weight(sources: Sources) -> None:
    weights = {name: float(number) for number, name in enumerate(WEIGHED)}
    drawn = build_epoch(spacy.blank("en"), sources, epoch=0, epochs=1, article_copies=1, weights=weights)
    marked = {"She": "trees", "Quill": "news", "Tarn": "wikigold"}
    for spelled, corpus in marked.items():
        assert {one.weight for one in drawn if spelled in one.doc.text} == {weights[corpus]}


@needs_torch
def test_a_plan_weighs_every_corpus_and_no_other(tmp_path: Path) -> None:
    from graph.training import learning

    text = Path(learning.__file__).with_name("plan.toml").read_text(encoding="utf-8")
    path = tmp_path / "plan.toml"
    path.write_text(text.replace("wikigold =", "wikipedia ="), encoding="utf-8")
    with pytest.raises(TypeError, match=r"plan\.toml: name_weights: missing or unknown: wikigold, wikipedia; legal"):
        learning.read_plan(path)


def read_small_plan() -> Plan:
    from graph.training import learning

    plan = learning.read_plan(Path(learning.__file__).with_name("plan.toml"), most_steps=4)
    return replace(plan, epochs=4, pieces=64, save_every=1, shape=replace(plan.shape, layers=1))


@needs_torch
def test_a_run_that_breaks_off_goes_on_to_the_same_weights(sources: Sources, tmp_path: Path) -> None:
    import torch

    from graph.training.__main__ import locate_base
    from graph.training.learning import TrainingError, fit

    base = locate_base()
    labels = list_labels(build_tree_docs(spacy.blank("en"), sources.trees, train=True))

    def run(work: Path, say: Any, **changes: Any) -> dict[str, torch.Tensor]:
        work.mkdir(exist_ok=True)
        parts = (sources, labels, WordPieces.load(base / "vocab.txt"), base / "model.safetensors", work)
        plan = replace(read_small_plan(), **changes)
        return dict(fit(*parts, plan, device=torch.device("cpu"), say=say).state_dict())

    def break_off(line: str) -> None:
        if "step 2/" in line:
            raise KeyboardInterrupt

    whole = run(tmp_path / "whole", lambda line: None)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "broken", break_off)
    with pytest.raises(TrainingError, match=r"checkpoint\.pt is of a run with another plan; remove it"):
        run(tmp_path / "broken", lambda line: None, decay=0.5)
    lines: list[str] = []
    resumed = run(tmp_path / "broken", lines.append)
    assert lines[0] == "going on after step 1"
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)
    assert not torch.equal(whole["tasks.root"], run(tmp_path / "other", lambda line: None, seed=7)["tasks.root"])
    assert not torch.equal(whole["encoder.cases.weight"], torch.zeros_like(whole["encoder.cases.weight"]))


@needs_torch
@pytest.mark.parametrize("cased", [True, False])
def test_a_trained_network_becomes_a_pipeline_that_loads(sources: Sources, tmp_path: Path, cased: bool) -> None:
    import torch

    from graph.training.__main__ import locate_base
    from graph.training.learning import fit
    from graph.training.packaging import build_pipeline, save_pipeline

    base = locate_base()
    labels = list_labels(build_tree_docs(spacy.blank("en"), sources.trees, train=True))
    parts = (sources, labels, WordPieces.load(base / "vocab.txt"), base / "model.safetensors", tmp_path)
    plan = read_small_plan()
    plan = replace(plan, shape=replace(plan.shape, cased=cased))
    network = fit(*parts, plan, device=torch.device("cpu"), say=lambda line: None)
    output = tmp_path / "model"
    output.mkdir()
    (output / "MODEL_CARD.md").write_text("kept", encoding="utf-8")
    save_pipeline(build_pipeline(network, labels, sources.trees, base / "vocab.txt"), output)
    nlp = spacy.load(output)
    doc = nlp("Ada sued Bo. She won.")
    assert all(token.dep_ in (*labels.deps, "ROOT") and token.tag_ in labels.tags for token in doc)
    assert nlp.get_pipe("ner").labels[0] == "PERSON"  # type: ignore[attr-defined]
    assert (output / "MODEL_CARD.md").read_text(encoding="utf-8") == "kept"
    assert len(list(nlp.pipe(["Ada won.", "Bo lost."]))) == 2


@needs_torch
def test_a_run_writes_into_the_current_folder_not_over_the_bundled_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.training.__main__ import train_pipeline
    from graph.training.coreference.learn import learn

    monkeypatch.chdir(tmp_path)
    for command in (train_pipeline, learn):
        assert signature(command).parameters["output"].default.resolve().parent == tmp_path.resolve()


@needs_torch
def test_weights_that_are_not_the_base_encoders_are_refused(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import save_file

    from graph.training.encoder import Encoder, Shape

    save_file({"embeddings.word_embeddings.weight": torch.zeros(3, 2)}, tmp_path / "other.safetensors")
    with pytest.raises((KeyError, ValueError, RuntimeError), match=r"embeddings|other\.safetensors"):
        Encoder(Shape(layers=1)).load_base(tmp_path / "other.safetensors")
