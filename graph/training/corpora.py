"""Assemble the training documents of both halves of the pipeline and write them as DocBins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

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
from graph.training.treebanks import Sentence, build_tree_doc, group_sentences, read_conllu, read_gum_parts

SEED = 20200
LEGAL_COPIES = 8
TREE_COPIES = 2


@dataclass(frozen=True)
class Share:
    """Say how many sentences of a name corpus one pass holds: at most ``most``, written ``copies`` times."""

    most: int
    copies: int = 1


SHARES = {
    "gmb": Share(18_000),
    "fewnerd": Share(18_000),
    "uner_ewt": Share(20_000),
    "crossner": Share(20_000, 2),
    "wikigold": Share(20_000),
    "legal_ner_in": Share(20_000),
}


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
    return Passage(restyle(passage.text), passage.names, passage.missing)


def read_name_corpora(corpora: Path, outlets: frozenset[str]) -> dict[str, list[Passage]]:
    """Read every public name corpus, by its key in SHARES."""
    readers: dict[str, Callable[[], list[Passage]]] = {
        "gmb": lambda: name_corpora.read_gmb(corpora / "gmb" / "ner_dataset.csv", outlets),
        "fewnerd": lambda: name_corpora.read_fewnerd(
            [corpora / "fewnerd" / name for name in ("dev.txt", "test.txt", "big_test.txt")], outlets
        ),
        "uner_ewt": lambda: name_corpora.read_uner(corpora / "uner_ewt" / "train.iob2", outlets),
        "crossner": lambda: name_corpora.read_crossner(corpora / "crossner", outlets),
        "wikigold": lambda: name_corpora.read_wikigold(corpora / "wikigold" / "wikigold.conll.txt", outlets),
        "legal_ner_in": lambda: name_corpora.read_judgments(corpora / "legal_ner_in" / "dev.spacy"),
    }
    return {name: read() for name, read in readers.items()}


def draw_passages(sentences: Sequence[Passage], share: Share, *, rng: Random) -> list[Passage]:
    """Draw a corpus's share, those with rare labels first, and join 1 to 4 sentences to a passage."""
    rare = {"MEDIA", "COURT", "WORK", "LAW"}
    order = sorted(sentences, key=lambda p: (-any(s.label in rare for s in p.names), rng.random()))
    chosen = order[: share.most] * share.copies
    rng.shuffle(chosen)
    passages: list[Passage] = []
    at = 0
    while at < len(chosen):
        size = rng.randint(1, 4)
        passages.append(restyle_passage(join_passages(chosen[at : at + size]), rng=rng, own=0.3))
        at += size
    return passages


def build_name_docs(nlp: Language, corpora: Path, part: str) -> list[Doc]:
    """Build the NER documents of one part: litigation news, and for train the public corpora too."""
    articles = read_legal_news(corpora / "news" / "legal.annotated", part)
    if part != "train":
        return [build_name_doc(nlp, article) for article in articles]
    rng = Random(SEED)
    passages = [passage for _ in range(LEGAL_COPIES) for passage in cut_articles(articles, rng=rng)]
    for name, sentences in read_name_corpora(corpora, list_outlets(articles)).items():
        passages += draw_passages(sentences, SHARES[name], rng=rng)
    rng.shuffle(passages)
    return [build_name_doc(nlp, passage) for passage in passages]


def read_tree_sentences(corpora: Path, part: str) -> list[Sentence]:
    """Read the sentences of EWT and GUM of one part (train, dev or test)."""
    paths = [corpora / "ud_ewt" / f"{part}.conllu", *read_gum_parts(corpora / "gum")[part]]
    return [sentence for path in paths for sentence in read_conllu(path)]


def build_tree_docs(nlp: Language, sentences: Sequence[Sentence], *, train: bool) -> list[Doc]:
    """Build parsed documents; for training in two groupings, half of them with typographic quotes and dashes."""
    rng = Random(SEED)
    docs: list[Doc] = []
    for _ in range(TREE_COPIES if train else 1):
        for group in group_sentences(sentences, rng=rng):
            typographic = train and rng.random() < 0.5
            docs.append(build_tree_doc(nlp.vocab, group, rng=rng, typographic=typographic, breaks=train))
    return docs


def write_docs(docs: Iterable[Doc], path: Path) -> None:
    """Write documents to a DocBin file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def write_corpora(corpora: Path, work: Path) -> dict[str, int]:
    """Write the four DocBins (parser and ner, train and dev) to the work folder; give their sizes in tokens."""
    sizes: dict[str, int] = {}
    for part in ("train", "dev"):
        nlp = spacy.blank("en")
        made = {
            f"parser.{part}": build_tree_docs(nlp, read_tree_sentences(corpora, part), train=part == "train"),
            f"ner.{part}": build_name_docs(nlp, corpora, part),
        }
        for name, docs in made.items():
            write_docs(docs, work / f"{name}.spacy")
            sizes[name] = sum(len(doc) for doc in docs)
    return sizes
