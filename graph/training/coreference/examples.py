"""Collect from marked texts what the scorer of pronouns learns from: candidates, and which of them are right."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language

from graph.coreference import Resolver
from graph.genders import PRONOUN_GENDER
from graph.model import Mention, MentionKind, Span
from graph.nlp import parse_texts
from graph.pronouns import Floats, Network
from graph.references import find_references
from graph.tokens import Doc, read_tokens
from graph.training.coreference.marked import read_marked_articles
from graph.training.coreference.ontogum import read_texts


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a pronoun's candidates (candidates by features), and which of them it means."""

    features: Floats
    right: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class MarkedDoc:
    """A parsed text with its mentions, and the person whom a name or a pronoun means, by its span.

    ``complete`` says that all references to people are marked, so that an unmarked pronoun means nobody with a name.
    """

    doc: Doc
    mentions: tuple[Mention, ...]
    persons: Mapping[Span, str]
    complete: bool


class Collector(Resolver):
    """Resolves a marked text and writes down each choice of a pronoun's antecedent.

    Without a network each pronoun is given to the right person; with one the network's own choices stand, so that it
    learns to go on from its mistakes (Ross et al. 2011).
    """

    def __init__(self, marked: MarkedDoc, network: Network | None) -> None:
        super().__init__(marked.doc, marked.mentions)
        self.marked = marked
        self.network = network
        self.examples: list[Example] = []

    def resolve_pronoun(self, index: int) -> None:
        """Write down the candidates of a third-person pronoun and join it to the right or the chosen one."""
        gender = PRONOUN_GENDER.get(self.mentions[index].text.lower())
        if gender is None:
            super().resolve_pronoun(index)
            return
        candidates = self.pronouns.list_candidates(index, gender)
        person = self.marked.persons.get(self.mentions[index].span)
        right = [number for number in candidates if self.is_right(number, person)]
        if right:
            marks = np.array([number in right for number in candidates])
            self.examples.append(Example(self.pronouns.describe(index, candidates), marks))
        if self.network is None:
            chosen = right[0] if right else None
        else:
            chosen = self.pronouns.choose(index, gender, network=self.network)
        if chosen is not None:
            self.work.join(index, chosen, "pronoun")
            self.work.learn_gender(chosen, gender)

    def is_right(self, number: int, person: str | None) -> bool:
        """Tell whether a cluster is the person; of an unmarked pronoun whether it is somebody without a name."""
        named = [m for m in self.work.clusters[number].mentions if self.mentions[m].kind is MentionKind.NAMED]
        if person is None:
            return self.marked.complete and not named
        meant = Counter(self.marked.persons.get(self.mentions[m].span) for m in named)
        if not self.marked.complete:
            return person in meant
        return bool(meant) and meant.most_common(1)[0][0] == person


def collect_examples(marked: Sequence[MarkedDoc], network: Network | None) -> list[Example]:
    """Return the examples of all texts, by the right choices or by a network's own."""
    found: list[Example] = []
    for text in marked:
        collector = Collector(text, network)
        collector.run()
        found += collector.examples
    return found


def read_marked_docs(nlp: Language, folder: Path, part: str) -> list[MarkedDoc]:
    """Parse the annotated litigation news of one part."""
    articles = read_marked_articles(folder, part)
    docs = map(read_tokens, parse_texts(nlp, (article.text for article in articles)))
    return [
        MarkedDoc(
            doc,
            tuple(find_references(doc)[0]),
            {r.span: r.person for r in article.references if r.kind is not MentionKind.NOMINAL},
            True,
        )
        for article, doc in zip(articles, docs, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A row of GAP: a text, a pronoun in it, and two names of which it means one, the other or neither."""

    text: str
    pronoun: Span
    names: tuple[Span, Span]
    means: tuple[bool, bool]


def read_gap(path: Path) -> Iterator[Ambiguity]:
    """Yield the rows of a file of the GAP corpus (Webster et al. 2018)."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            spans = [(int(row[f"{column}-offset"]), len(row[column])) for column in ("Pronoun", "A", "B")]
            pronoun, first, second = (Span(start, start + length) for start, length in spans)
            means = (row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE")
            yield Ambiguity(row["Text"], pronoun, (first, second), means)


def read_ambiguous_docs(nlp: Language, paths: Sequence[Path]) -> list[MarkedDoc]:
    """Parse the texts of GAP in which the pronoun means one of the two names."""
    rows = [row for path in paths for row in read_gap(path) if any(row.means)]
    found: list[MarkedDoc] = []
    for row, parsed in zip(rows, parse_texts(nlp, (row.text for row in rows)), strict=True):
        doc = read_tokens(parsed)
        mentions = tuple(find_references(doc)[0])
        meant = row.names[0] if row.means[0] else row.names[1]
        persons = {m.span: "meant" for m in mentions if m.kind is MentionKind.NAMED and m.span.overlaps(meant)}
        found.append(MarkedDoc(doc, mentions, {**persons, row.pronoun: "meant"}, False))
    return found


def read_chained_docs(nlp: Language, folder: Path, genres: Sequence[str]) -> list[MarkedDoc]:
    """Parse the texts of some genres of OntoGUM, with whom the names and pronouns mean that head its mentions."""
    texts = [text for genre in genres for text in read_texts(folder, genre)]
    found: list[MarkedDoc] = []
    for text, parsed in zip(texts, parse_texts(nlp, (text.text for text in texts)), strict=True):
        doc = read_tokens(parsed)
        mentions = tuple(find_references(doc)[0])
        meant = {head: str(number) for number, chain in enumerate(text.chains) for head in chain}
        marked = (m for m in mentions if m.kind is not MentionKind.NOMINAL and m.head.start in meant)
        found.append(MarkedDoc(doc, mentions, {m.span: meant[m.head.start] for m in marked}, False))
    return found
