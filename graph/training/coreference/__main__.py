"""Score the coreference of people: ``python -m graph.training.coreference CORPORA``."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from spacy.language import Language

from graph.coreference import build_chains
from graph.model import Chain, EntityType, Span
from graph.nlp import load_pipeline, parse_texts
from graph.references import find_references
from graph.tokens import read_tokens
from graph.training.coreference.examples import Ambiguity, read_gap
from graph.training.coreference.given import chain_marked
from graph.training.coreference.marked import find_named_references, read_marked_articles
from graph.training.coreference.measures import ChainScore, PronounScore, group, score_clusters, score_pronouns
from graph.training.coreference.ontogum import find_chained_heads, read_texts


def score_news(nlp: Language, folder: Path, part: str) -> tuple[dict[str, ChainScore], PronounScore]:
    """Score one part of the litigation news: with mentions that were found, with marked ones, and the pronouns."""
    articles = read_marked_articles(folder, part)
    gold = {article.name: article.references for article in articles}
    found, given, attached = {}, {}, {}
    for article, parsed in zip(articles, parse_texts(nlp, (article.text for article in articles)), strict=True):
        doc = read_tokens(parsed)
        found[article.name] = find_named_references(build_chains(doc, find_references(doc)[0]))
        given[article.name] = chain_marked(doc, article.references)
        attached[article.name] = chain_marked(doc, article.references, attach=True)
    ways = {"mentions found": found, "mentions given": given, "mentions given, none left alone": attached}
    return {way: score_clusters(group(gold), group(chains)) for way, chains in ways.items()}, score_pronouns(
        gold, found
    )


def score_gap(nlp: Language, path: Path) -> tuple[float, float]:
    """Return precision and recall over the pairs of pronoun and name of a GAP file."""
    rows = list(read_gap(path))
    right = said = meant = 0
    for row, parsed in zip(rows, parse_texts(nlp, (row.text for row in rows)), strict=True):
        doc = read_tokens(parsed)
        judged = judge_names(row, build_chains(doc, find_references(doc)[0]))
        right += sum(a and b for a, b in zip(judged, row.means, strict=True))
        said += sum(judged)
        meant += sum(row.means)
    return right / max(1, said), right / max(1, meant)


def judge_names(row: Ambiguity, chains: Sequence[Chain]) -> tuple[bool, bool]:
    """Tell of the two names of a row whether the pronoun stands in a chain with each."""
    own = [chain for chain in chains if chain.type is EntityType.PERSON and holds(chain, row.pronoun)]
    first, second = (any(holds(chain, name) for chain in own) for name in row.names)
    return first, second


def holds(chain: Chain, span: Span) -> bool:
    """Tell whether the head of one of a chain's mentions stands in a span."""
    return any(span.start <= mention.head.start < span.end for mention in chain.mentions)


def score_ontogum(nlp: Language, folder: Path) -> ChainScore:
    """Score the people of OntoGUM's news, mentions by their heads."""
    texts = list(read_texts(folder, "news"))
    key: list[set[Hashable]] = [{(text.name, head) for head in chain} for text in texts for chain in text.chains]
    response: list[set[Hashable]] = []
    for text, parsed in zip(texts, parse_texts(nlp, (text.text for text in texts)), strict=True):
        doc = read_tokens(parsed)
        response += find_chained_heads(text.name, build_chains(doc, find_references(doc)[0]))
    return score_clusters(key, response)


def format_chains(name: str, score: ChainScore) -> str:
    """Return a row of the table of chains."""
    figures = (score.conll, score.muc, score.b_cubed, score.ceaf_e, score.mentions)
    return f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |"


def score_coreference(
    corpora: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder that holds the corpora.")],
    part: Annotated[str, typer.Option("--part", help="train or dev, to choose by, or test, to report.")] = "test",
    others: Annotated[bool, typer.Option("--others/--news-only", help="GAP and OntoGUM's news as well.")] = True,
) -> None:
    """Print who is taken for whom: F1 of chains of people, and how many pronouns are right."""
    nlp = load_pipeline()
    scores, pronouns = score_news(nlp, corpora / "news" / "legal.annotated", part)
    for line in list_rows(part, scores, pronouns):
        typer.echo(line)
    if others:
        typer.echo(format_chains("OntoGUM news, people by head, no singletons", score_ontogum(nlp, corpora / "gum")))
        precision, recall = score_gap(nlp, corpora / "gap" / "gap-test.tsv")
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        typer.echo(f"\nGAP test: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def list_rows(part: str, scores: Mapping[str, ChainScore], pronouns: PronounScore) -> Iterator[str]:
    """Yield the lines for the litigation news."""
    share, sure = pronouns.right / max(1, pronouns.gold), pronouns.right / max(1, pronouns.attached)
    yield (f"pronouns of {part}: {pronouns.gold}, with the right person {pronouns.right} ({share:.3f}), "
           f"of {pronouns.attached} attached ({sure:.3f})\n")  # fmt: skip
    yield "| people | CoNLL | MUC | B³ | CEAF-e | mentions |"
    yield "|---|---|---|---|---|---|"
    for way, score in scores.items():
        yield format_chains(f"litigation news {part}, {way}", score)


if __name__ == "__main__":
    typer.run(score_coreference)
