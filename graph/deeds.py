"""Remembers what each cluster of a document did, what was done to it, and what it owns, by verb and noun."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from graph import syntax
from graph.clusters import Clustering
from graph.quotations import SPEECH
from graph.tokens import Token

SUFFERING = syntax.OBJECT | syntax.INDIRECT | syntax.PASSIVE_SUBJECT
DOES, UNDERGOES, OWNS = "does", "undergoes", "owns"
Deed = tuple[str, str]
"""A part in what a word tells, and the lemma of the word: who sues "does" what "sue" tells."""
# what anybody does says nothing of who it is
USUAL = SPEECH | frozenset(
    "be become begin call come do get give go have know make see take think try use want".split()
)


class Deeds:
    """The deeds of a document's clusters, kept up while mentions join them."""

    def __init__(self, work: Clustering) -> None:
        self.work = work
        self.of_mentions = [read_deed(head) for head in work.heads]
        self._told: dict[int, tuple[int, set[Deed]]] = {}

    def of_cluster(self, number: int) -> AbstractSet[Deed]:
        """Return what the text tells of the mentions of a cluster that are known so far, its later names included."""
        mentions = self.work.clusters[number].mentions
        seen, told = self._told.get(number, (0, set[Deed]()))
        if seen > len(mentions):
            seen, told = 0, set()
        told.update(deed for mention in mentions[seen:] if (deed := self.of_mentions[mention]) is not None)
        self._told[number] = len(mentions), told
        return told

    def compare(self, index: int, number: int) -> list[float]:
        """Return whether a cluster did or owned what a pronoun does, or whether that was done to it.

        "Quill sued … he sued": who sues once may sue again, and whoever was sued does not.
        """
        deed, told = self.of_mentions[index], self.of_cluster(number)
        part, word = deed or ("", "")
        verbal = part in {DOES, UNDERGOES} and word not in USUAL
        opposite = UNDERGOES if part == DOES else DOES
        return [
            float(verbal and (part, word) in told),
            float(verbal and (opposite, word) in told),
            float(part == OWNS and (part, word) in told),
        ]


def read_deed(head: Token) -> Deed | None:
    """Return what a mention's head takes part in: the verb whose subject or object it is, or the noun that it owns."""
    node = head
    while node.dep_ == "conj" and node.head != node:
        node = node.head
    word = node.head.lemma_.lower()
    if node.dep_ in syntax.SUBJECT:
        return DOES, word
    if node.dep_ in SUFFERING:
        return UNDERGOES, word
    return (OWNS, word) if node.dep_ in syntax.POSSESSOR else None
