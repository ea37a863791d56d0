"""Chains in the making: which mentions stand together so far, and what is known of the thing they mean."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph import syntax
from graph.descriptions import load_given_names, load_titles
from graph.model import EntityType, Gender, Link, Mention, MentionKind
from graph.spans import index_starts
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan

ORGANIZATIONAL = frozenset({EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET})
LONGEST_TURN = 50
"""How many sentences of a quotation count as one."""


@dataclass
class Cluster:
    """The mentions of one thing so far, with its names, roles ("actress") and gender.

    `mentions` are in the order in which they were found, `ordered` in that of the text; `named` counts the names, and
    `whole` is the full name that no text says in one: "Ada Quill" of "Ada and Bo Quill".
    """

    type: EntityType
    gender: Gender = Gender.UNKNOWN
    mentions: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    ordered: list[int] = field(default_factory=list)
    named: int = 0
    whole: str = ""

    @property
    def label(self) -> str:
        """Return the fullest name, the first of equals; headlines have "ADA QUILL" and "Ada Quills"."""
        whole = [name for name in self.names if not (name.endswith("s") and name[:-1] in self.names)]
        return max(whole, key=lambda name: (len(name.split()), not name.isupper(), len(name)), default="")


class Lately(NamedTuple):
    """Mentions of one thing before a place, in text order, each with how many sentences lie between."""

    mentions: list[int]
    gaps: list[int]

    def within(self, reach: int) -> list[int]:
        """Return the mentions of the last so many sentences, and of the place's own."""
        far = sum(gap > reach for gap in self.gaps) if self.gaps and self.gaps[0] > reach else 0
        return self.mentions[far:] if far else self.mentions


class Clustering:
    """The clusters of one document, with the links that made them."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], quoted: frozenset[int]) -> None:
        self.doc = doc
        self.mentions = mentions
        self.clusters: list[Cluster] = []
        self.links: list[dict[int, Link]] = []
        self.of: dict[int, list[int]] = {}
        self.offsets = doc.offsets
        self.heads: list[Token] = [index_starts(doc)[mention.head.start] for mention in mentions]
        self.at: dict[int, int] = {head.i: index for index, head in enumerate(self.heads)}
        numbers = number_sentences(doc, quoted)
        self.sentences = [numbers[head.i] for head in self.heads]
        self.starts = [mention.span.start for mention in mentions]
        self.openings = [sentence.start for sentence in doc.sents]
        # the clusters whose gender is but the usual one of a given name
        self.guessed: set[int] = set()

    def tokens(self, mention: int) -> TokenSpan:
        """Return the tokens that a mention covers."""
        span = self.mentions[mention].span
        return self.doc[bisect_right(self.offsets, span.start) - 1 : bisect_left(self.offsets, span.end)]

    def count_openings(self, token: int) -> int:
        """Return how many sentences have begun up to a token, those inside quotations included."""
        return bisect_right(self.openings, token)

    def start(self, mention: int, gender: Gender = Gender.UNKNOWN) -> int:
        """Open a cluster with one mention and return its number."""
        self.clusters.append(Cluster(self.mentions[mention].type, gender))
        self.links.append({})
        self._put(mention, len(self.clusters) - 1)
        return len(self.clusters) - 1

    def join(self, mention: int, cluster: int, rule: str) -> None:
        """Put a mention into a cluster and remember why."""
        antecedent = self.clusters[cluster].label or self.mentions[self.clusters[cluster].mentions[0]].text
        self._put(mention, cluster)
        self.links[cluster][mention] = Link(self.mentions[mention].span, antecedent, rule)

    def _put(self, mention: int, cluster: int) -> None:
        put = self.clusters[cluster]
        put.mentions.append(mention)
        insort(put.ordered, mention)
        put.named += self.mentions[mention].kind is MentionKind.NAMED
        self.of.setdefault(mention, []).append(cluster)

    def before(self, cluster: int, mention: int, *, reach: int | None = None) -> list[int]:
        """Return a cluster's mentions before a mention in text order, those of the last `reach` sentences and its own.

        Without `reach`, all of them.
        """
        ordered = self.clusters[cluster].ordered
        end = bisect_left(ordered, mention)
        if reach is None:
            return ordered[:end]
        first = self.sentences[mention] - reach
        return ordered[bisect_left(ordered, first, hi=end, key=self.sentences.__getitem__) : end]

    def lately(self, cluster: int, mention: int, *, reach: int) -> Lately:
        """Return a cluster's mentions before a mention, as `before` does, from which those nearer by can be told."""
        found, here = self.before(cluster, mention, reach=reach), self.sentences[mention]
        return Lately(found, [here - self.sentences[other] for other in found])

    def after(self, cluster: int, mention: int) -> list[int]:
        """Return a cluster's mentions after a mention in its sentence, in text order."""
        ordered, sentence = self.clusters[cluster].ordered, self.sentences[mention]
        start = bisect_right(ordered, mention)
        return ordered[start : bisect_right(ordered, sentence, lo=start, key=self.sentences.__getitem__)]

    def merge(self, cluster: int, mention: int, rule: str) -> None:
        """Move all mentions of a mention's cluster into another one and remember why; the old one stays empty."""
        old = self.of[mention][0]
        moved, self.clusters[old].mentions = self.clusters[old].mentions, []
        self.clusters[old].ordered, self.clusters[old].named = [], 0
        for index in moved:
            self.of[index].remove(old)
            self.join(index, cluster, rule)
        self.clusters[cluster].names.extend(self.clusters[old].names)
        self.clusters[old].names.clear()
        self.learn_gender(cluster, self.clusters[old].gender)

    def learn_gender(self, cluster: int, gender: Gender) -> None:
        """Take a gender that the text shows, unless one is known."""
        if self.clusters[cluster].gender is Gender.UNKNOWN:
            self.clusters[cluster].gender = gender

    def clusters_at(self, token: Token) -> list[int]:
        """Return the clusters of the mention that a token heads, relative pronouns followed."""
        mention = self.at.get(syntax.antecedent(token).i)
        return self.of.get(mention, []) if mention is not None else []


def number_sentences(doc: Doc, quoted: frozenset[int]) -> dict[int, int]:
    """Return the sentence number of each token; a quotation's inner sentences count as one, since it holds one turn."""
    numbers: dict[int, int] = {}
    number = inside = 0
    for sentence in doc.sents:
        inside = inside + 1 if sentence.start in quoted and sentence.start - 1 in quoted else 0
        if inside % LONGEST_TURN == 0:
            number += 1
        numbers.update(dict.fromkeys(range(sentence.start, sentence.end), number))
    return numbers


def title_gender(doc: Doc, start: int) -> Gender:
    """Return the gender that the title right before a token shows ("Ms. Quill")."""
    if start == 0:
        return Gender.UNKNOWN
    before = doc[start - 1]
    if before.text == "." and start > 1:
        before = doc[start - 2]
    return load_titles().get(before.lower_.rstrip("."), Gender.UNKNOWN)


def name_gender(name: str) -> Gender:
    """Return the usual gender of a full name's given name."""
    return load_given_names().get(name.split()[0].lower().strip(".'’"), Gender.UNKNOWN)


def is_subject(token: Token) -> bool:
    """Tell whether a token is a grammatical subject, itself or as a conjunct of one."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_ in syntax.ANY_SUBJECT
