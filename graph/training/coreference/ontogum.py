"""Read OntoGUM's coreference of people (Zhu et al. 2021), each mention by its head word."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.model import Chain, EntityType
from graph.training.treebanks import Sentence, read_conllu

_BRACKET = re.compile(r"(\()?([^()|]+)(\))?")
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]+)")
Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChainedText:
    """A text of OntoGUM with its chains of people: for each mention the first character of its head word."""

    name: str
    text: str
    chains: tuple[frozenset[int], ...]


def read_spans(path: Path) -> dict[Words, tuple[str, str]]:
    """Return the entity marks of a CoNLL-U file: first and last word of the document, with id and type ("" if none)."""
    found: dict[Words, tuple[str, str]] = {}
    opened: list[tuple[int, str, str]] = []
    word = -1
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        word += 1
        marks = _ENTITY.search(columns[9])
        for opening, content, closing in _BRACKET.findall(marks[1] if marks else ""):
            number, *rest = content.split("-")
            if opening:
                opened.append((word, number, rest[0] if rest else ""))
            if closing:
                at = next(i for i in range(len(opened) - 1, -1, -1) if opened[i][1] == number)
                start, _, kind = opened.pop(at)
                found[start, word] = (number, kind)
    return found


def read_texts(folder: Path, genre: str) -> Iterator[ChainedText]:
    """Yield the texts of a genre of OntoGUM: the chains of its ``coref`` files that ``dep`` says to be of people."""
    for path in sorted((folder / "coref").glob(f"GUM_{genre}_*.conllu")):
        sentences = list(read_conllu(path))
        text, heads = join_words(sentences)
        kinds = read_spans(folder / "dep" / path.name)
        chains: dict[str, set[int]] = {}
        people = set()
        for (first, last), (number, _) in read_spans(path).items():
            chains.setdefault(number, set()).add(find_head(sentences, heads, first, last))
            if kinds.get((first, last), ("", ""))[1] == "person":
                people.add(number)
        yield ChainedText(path.stem, text, tuple(frozenset(chains[number]) for number in sorted(people)))


def join_words(sentences: list[Sentence]) -> tuple[str, list[int]]:
    """Return the text of sentences, a paragraph where the source has one, and the first character of each word."""
    text = ""
    starts: list[int] = []
    for sentence in sentences:
        text = text.rstrip() + ("\n\n" if sentence.opens_paragraph else " ") if text else text
        for word in sentence.words:
            starts.append(len(text))
            text += word.form + " " * word.space
    return text, starts


def find_head(sentences: list[Sentence], starts: list[int], first: int, last: int) -> int:
    """Return the first character of the word of a span whose governor stands outside of it."""
    base = 0
    for sentence in sentences:
        if first < base + len(sentence.words):
            for at in range(first, last + 1):
                governor = base + sentence.words[at - base].head
                if governor == at or not first <= governor <= last:
                    return starts[at]
        base += len(sentence.words)
    return starts[last]


def find_chained_heads(name: str, chains: list[Chain]) -> list[set[Hashable]]:
    """Return the chains of named people with more than one mention, as OntoGUM has no singletons."""
    found: list[set[Hashable]] = []
    for chain in chains:
        heads: set[Hashable] = {(name, mention.head.start) for mention in chain.mentions}
        if chain.type is EntityType.PERSON and chain.names and len(heads) > 1:
            found.append(heads)
    return found
