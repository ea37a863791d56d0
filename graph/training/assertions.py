"""Score the assertion of marked relation clauses: ``python -m graph.training.assertions CORPORA``."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from spacy.tokens import Doc as ParsedDoc

from graph.coreference import build_chains
from graph.model import Assertion, Chain, Document, EntityType, Evidence, RelationMention, Span
from graph.nlp import load_pipeline, parse_texts
from graph.reading import Reading
from graph.references import find_references
from graph.relations import find_relations
from graph.schema import load_relations
from graph.tokens import read_tokens
from graph.training.marks import list_articles, parse_marks


@dataclass(frozen=True, slots=True)
class Clause:
    """A passage of an article that states a relation, in characters, and where the relation's two ends stand in it."""

    start: int
    end: int
    relation: str
    assertion: Assertion
    ends: tuple[tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class ClausedArticle:
    """A text with the relation clauses that are marked in it; `lost` counts those whose passage is not in the text."""

    text: str
    clauses: tuple[Clause, ...]
    lost: int


def read_claused_articles(folder: Path, part: str) -> list[ClausedArticle]:
    """Read the relation clauses of one part (train, dev or test) of the litigation news."""
    return [read_clauses(path) for path in list_articles(folder, part)]


def read_clauses(path: Path) -> ClausedArticle:
    """Read a marked article and the relations beside it, in ``NAME.rels.json``."""
    text, marks = parse_marks(path.read_text(encoding="utf-8"), source=str(path))
    known = load_relations()
    listed = json.loads(path.with_suffix(".rels.json").read_text(encoding="utf-8"))["relations"]
    clauses = []
    for item in (item for item in listed if item["p"] in known):
        found = re.search(r"\s+".join(map(re.escape, item["quote"].split())), text)
        if found is None:
            continue
        within = [mark for mark in marks if found.start() <= mark.start and mark.end <= found.end()]
        subject, object_ = (
            tuple(Span(mark.start, mark.end) for mark in within if mark.id == item[end]) for end in "so"
        )
        clauses.append(Clause(*found.span(), item["p"], Assertion(item["assertion"]), (subject, object_)))
    return ClausedArticle(text, tuple(clauses), sum(item["p"] in known for item in listed) - len(clauses))


def find_mentions(text: str, parsed: ParsedDoc) -> list[RelationMention]:
    """Return the relations that litigraph finds in a text, also those that it only negates or supposes."""
    doc = read_tokens(parsed)
    mentions, lawsuits = find_references(doc)
    chains = build_chains(doc, mentions)
    chains.extend(Chain(EntityType.LAWSUIT, mention.text, (mention,)) for mention in lawsuits)
    return find_relations(Reading(Document("", "", text), doc, chains))


def judge(clause: Clause, found: Iterable[RelationMention]) -> Assertion | None:
    """Return what litigraph says of a clause, None where it does not find it; of several, the one between the ends."""
    cued = (mention for mention in found if mention.relation == clause.relation)
    inside = [mention.evidence for mention in cued if clause.start <= mention.evidence.cue.start < clause.end]

    def count_missed(evidence: Evidence) -> int:
        spans = (evidence.subject, evidence.object)
        return sum(all(not span.overlaps(end) for end in ends) for span, ends in zip(spans, clause.ends, strict=True))

    return min(inside, key=count_missed).assertion if inside else None


def suppose(relation: str) -> Assertion:
    """Return what a relation is taken for where nothing in the text says otherwise."""
    return Assertion.ALLEGED if load_relations()[relation].always_alleged else Assertion.ASSERTED


def list_rows(gold: Sequence[Assertion], ways: Iterable[tuple[str, Sequence[Assertion]]]) -> Iterator[str]:
    """Yield a table of each way's F1 by assertion, their mean over those that the gold holds, and the share right."""
    counts = Counter(gold)
    kinds = [kind for kind in Assertion if counts[kind]]
    yield f"| | macro-F1 | right | {' | '.join(f'{kind.value} ({counts[kind]})' for kind in kinds)} |"
    yield "|---" * (3 + len(kinds)) + "|"
    for name, said in ways:
        scores = [compute_f1(gold, said, kind) for kind in kinds]
        share = sum(a is b for a, b in zip(gold, said, strict=True)) / max(1, len(gold))
        figures = (sum(scores) / max(1, len(scores)), share, *scores)
        yield f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |"


def compute_f1(gold: Sequence[Assertion], said: Sequence[Assertion], kind: Assertion) -> float:
    """Return the F1 of one assertion."""
    right = sum(a is b is kind for a, b in zip(gold, said, strict=True))
    return 2 * right / max(1, gold.count(kind) + said.count(kind))


def score_assertions(
    corpora: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder that holds the corpora.")],
    part: Annotated[str, typer.Option("--part", help="train or dev, to choose by, or test, to report.")] = "test",
) -> None:
    """Print the F1 of each assertion over the marked relation clauses, beside a baseline."""
    articles = read_claused_articles(corpora / "news" / "legal.annotated", part)
    docs = parse_texts(load_pipeline(), (article.text for article in articles))
    judged: list[tuple[Clause, Assertion | None]] = []
    for article, doc in zip(articles, docs, strict=True):
        found = find_mentions(article.text, doc)
        judged += [(clause, judge(clause, found)) for clause in article.clauses]
    typer.echo(f"{len(judged)} clauses of {part}; {sum(article.lost for article in articles)} not found in their text")
    typer.echo("\nAll clauses, each as its relation is taken for where litigraph does not find it:\n")
    print_scores([(clause, said or suppose(clause.relation)) for clause, said in judged])
    typer.echo("\nThe clauses that litigraph finds:\n")
    print_scores([(clause, said) for clause, said in judged if said])


def print_scores(judged: Sequence[tuple[Clause, Assertion]]) -> None:
    """Print the table for clauses and what was made of them, beside the baseline that looks at no word of the text."""
    baseline = [Assertion.ALLEGED if clause.relation == "accused" else Assertion.ASSERTED for clause, _ in judged]
    ways = (("litigraph", [said for _, said in judged]), ("accused is alleged, all else asserted", baseline))
    for row in list_rows([clause.assertion for clause, _ in judged], ways):
        typer.echo(row)


if __name__ == "__main__":
    typer.run(score_assertions)
