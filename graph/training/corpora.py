"""Assemble the documents that one epoch of training sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc

from graph.training import name_corpora
from graph.training.legal_news import read_legal_news, split_paragraphs
from graph.training.passages import (
    Passage,
    build_name_doc,
    curl_quotes,
    join_passages,
    slice_passage,
    straighten_quotes,
)
from graph.training.treebanks import (
    Sentence,
    attach_names,
    build_tree_doc,
    group_sentences,
    read_conllu,
    read_gum_parts,
)

SEED = 20200


@dataclass(frozen=True)
class Share:
    """Say how a name corpus is drawn from.

    ``most`` sentences of it are used in all, each ``copies`` times over the whole training.
    """

    most: int
    copies: int = 1


SHARES = {
    "gmb": Share(18_000),
    "fewnerd": Share(18_000),
    "crossner": Share(20_000, 2),
    "wikigold": Share(20_000),
    "legal_ner_in": Share(20_000),
}
# What the names of a plan are weighed by: the trees have those of Universal NER, the news its own.
WEIGHED = ("trees", "news", *SHARES)


@dataclass(frozen=True)
class Drawn:
    """Hold one document of an epoch and the weight of its names in the loss."""

    doc: Doc
    weight: float


@dataclass(frozen=True)
class Sources:
    """Hold every training corpus as read from its files."""

    trees: tuple[Sentence, ...]
    articles: tuple[Passage, ...]
    names: dict[str, tuple[Passage, ...]]


def list_outlets(articles: Iterable[Passage]) -> frozenset[str]:
    """List the case-folded names of media outlets in annotated articles, without a leading article."""
    names = {a.text[s.start : s.end].casefold() for a in articles for s in a.names if s.label == "MEDIA"}
    return frozenset(name.removeprefix("the ") for name in names)


def cut_articles(articles: Iterable[Passage], *, rng: Random) -> list[Passage]:
    """Cut articles into passages of 1 to 6 paragraphs, with quotes in a style drawn for each."""
    passages: list[Passage] = []
    for article in articles:
        paragraphs = split_paragraphs(article)
        at = 0
        while at < len(paragraphs):
            last = min(at + rng.randint(1, 6), len(paragraphs))
            passages.append(slice_passage(article, paragraphs[at][0], paragraphs[last - 1][1]))
            at = last
    return [restyle_passage(passage, rng=rng, own=0.5) for passage in passages]


def restyle_passage(passage: Passage, *, rng: Random, own: float) -> Passage:
    """Give a passage curly or straight quotes by chance; with probability ``own`` it keeps its own."""
    if rng.random() < own:
        return passage
    restyle = rng.choice((curl_quotes, straighten_quotes))
    return replace(passage, text=restyle(passage.text))


def read_name_corpora(corpora: Path, outlets: frozenset[str]) -> dict[str, list[Passage]]:
    """Read every public name corpus, by its key in SHARES."""
    readers: dict[str, Callable[[], list[Passage]]] = {
        "gmb": lambda: name_corpora.read_gmb(corpora / "gmb" / "ner_dataset.csv", outlets),
        "fewnerd": lambda: name_corpora.read_fewnerd(
            [corpora / "fewnerd" / name for name in ("dev.txt", "test.txt", "big_test.txt")], outlets
        ),
        "crossner": lambda: name_corpora.read_crossner(corpora / "crossner", outlets),
        "wikigold": lambda: name_corpora.read_wikigold(corpora / "wikigold" / "wikigold.conll.txt", outlets),
        "legal_ner_in": lambda: name_corpora.read_judgments(corpora / "legal_ner_in" / "dev.spacy"),
    }
    return {name: read() for name, read in readers.items()}


def read_sources(corpora: Path) -> Sources:
    """Read the training part of every corpus; the names of Universal NER are laid over the trees of EWT."""
    articles = read_legal_news(corpora / "news" / "legal.annotated", "train")
    outlets = list_outlets(articles)
    tagged = name_corpora.read_uner_tags(corpora / "uner_ewt" / "train.iob2", outlets)
    trees = attach_names(read_tree_sentences(corpora, "train"), tagged)
    names = {name: tuple(passages) for name, passages in read_name_corpora(corpora, outlets).items()}
    return Sources(tuple(trees), tuple(articles), names)


def draw_passages(sentences: Sequence[Passage], share: Share, *, rng: Random) -> list[Passage]:
    """Draw a corpus's share for the whole training in random order, sentences with rare labels first."""
    rare = {"MEDIA", "COURT", "WORK", "LAW"}
    order = sorted(sentences, key=lambda p: (-any(s.label in rare for s in p.names), rng.random()))
    chosen = order[: share.most] * share.copies
    rng.shuffle(chosen)
    return chosen


def join_sentences(sentences: Sequence[Passage], *, rng: Random) -> list[Passage]:
    """Join 1 to 4 sentences at a time to a passage, with quotes in a style drawn for each."""
    passages: list[Passage] = []
    at = 0
    while at < len(sentences):
        size = rng.randint(1, 4)
        passages.append(restyle_passage(join_passages(sentences[at : at + size]), rng=rng, own=0.3))
        at += size
    return passages


def build_epoch(
    nlp: Language, sources: Sources, *, epoch: int, epochs: int, article_copies: int, weights: Mapping[str, float],
    seed: int = SEED,
) -> list[Drawn]:  # fmt: skip
    """Build the documents of one epoch, each with the weight of its corpus by the names in WEIGHED.

    It has all trees, in groups of their own, all articles, cut anew for each copy, and its part of each name corpus.
    """
    rng = Random(seed + epoch)
    drawn = [Drawn(doc, weights["trees"]) for doc in build_tree_docs(nlp, sources.trees, train=True, rng=rng)]
    for _ in range(article_copies):
        passages = cut_articles(sources.articles, rng=rng)
        drawn += [Drawn(build_name_doc(nlp, passage), weights["news"]) for passage in passages]
    for name, sentences in sources.names.items():
        mine = draw_passages(sentences, SHARES[name], rng=Random(seed))[epoch::epochs]
        drawn += [Drawn(build_name_doc(nlp, passage), weights[name]) for passage in join_sentences(mine, rng=rng)]
    return drawn


def read_tree_sentences(corpora: Path, part: str) -> list[Sentence]:
    """Read the sentences of EWT and GUM of one part (train, dev or test)."""
    paths = [corpora / "ud_ewt" / f"{part}.conllu", *read_gum_parts(corpora / "gum")[part]]
    return [sentence for path in paths for sentence in read_conllu(path)]


def build_tree_docs(
    nlp: Language, sentences: Sequence[Sentence], *, train: bool, rng: Random | None = None
) -> list[Doc]:
    """Build parsed documents; for training, half of them have typographic quotes and dashes."""
    rng = rng or Random(SEED)
    docs: list[Doc] = []
    for group in group_sentences(sentences, rng=rng):
        typographic = train and rng.random() < 0.5
        docs.append(build_tree_doc(nlp.vocab, group, rng=rng, typographic=typographic, breaks=train))
    return docs
