"""Learn the words and pairs of words that news writes small: ``python -m graph.training.everyday NEWS``."""

from __future__ import annotations

import gzip
import json
import re
import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from graph.no_names import EVERYDAY_PAIRS, EVERYDAY_WORDS

# A word behind another shows its own case, since no sentence begins there; surnames count behind given names, and
# what headlines write with capitals speaks for a name. What "@" or "/" ends is part of an address.
INSIDE = re.compile(r"(?<=[a-z,;] )([A-Za-z]+)(?![\w'’@/.-]*[@/])")
PAIR = r"(?=((?:{0}[A-Za-z]{{2,}}) (?:{0}[A-Za-z]{{2,}}))(?![\w'’@/-]))"
SMALL_PAIR = re.compile(r"(?<=[a-z,;] )" + PAIR.format("[a-z]"))
LARGE_PAIR = re.compile(r"(?<=[a-z,;] )" + PAIR.format("[A-Z]"))
TITLED_PAIR = re.compile(r"(?<![\w@])" + PAIR.format("[A-Z]"))
LEAST_ARTICLES, SHORTEST = 3, 3
WORD_RATIO, PAIR_RATIO = 3, 4
WIDTH = 120


def read_texts(path: Path) -> Iterator[str]:
    """Yield the articles of a file of JSON lines that gzip may have packed; KeyError where one has no text."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def is_everyday(small: int, large: int, ratio: int) -> bool:
    """Tell whether several articles write something small, and `ratio` times as many as write it with a capital."""
    return small >= max(LEAST_ARTICLES, ratio * (large + 1))


def choose_words(texts: Iterable[str]) -> list[str]:
    """Return the everyday words of articles."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts:
        for word in set(INSIDE.findall(text)):
            (small if word.islower() else large)[word.lower()] += 1
    return sorted(word for word in small if len(word) >= SHORTEST and is_everyday(small[word], large[word], WORD_RATIO))


def choose_pairs(texts: Collection[str], words: Collection[str]) -> list[str]:
    """Return the pairs of everyday words that articles write small, and one somewhere with capitals: "bad things"."""
    titled = {pair.lower() for text in texts for pair in TITLED_PAIR.findall(text)}
    titled = {pair for pair in titled if all(word in words for word in pair.split()) and not pair.startswith("the ")}
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    for text in texts:
        small.update(titled.intersection(SMALL_PAIR.findall(text)))
        large.update(titled.intersection(pair.lower() for pair in LARGE_PAIR.findall(text)))
    return sorted(pair for pair in small if is_everyday(small[pair], large[pair], PAIR_RATIO))


def write_words(
    news: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="News articles, one JSON object a line.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder into which the lists are written.")] = Path(),
) -> None:
    """Write the everyday words and pairs of words of news articles to two files."""
    texts = list(read_texts(news))
    words = choose_words(texts)
    pairs = choose_pairs(texts, frozenset(words))
    (output / EVERYDAY_WORDS.name).write_text(textwrap.fill(" ".join(words), WIDTH) + "\n", encoding="utf-8")
    (output / EVERYDAY_PAIRS.name).write_text("".join(f"{pair}\n" for pair in pairs), encoding="utf-8")
    typer.echo(f"{len(words):,} words, {len(pairs):,} pairs of words")


if __name__ == "__main__":
    typer.run(write_words)
