"""What spaCy says of each word of a parsed document, read by columns: word by word takes four times as long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import NamedTuple

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.parts_of_speech import NAMES
from spacy.tokens import Doc as ParsedDoc
from spacy.vocab import Vocab

COLUMNS = [ORTH, LEMMA, POS, TAG, DEP, ENT_TYPE, ENT_IOB, MORPH, SPACY]
# what spaCy stores for a word without morphology
UNSHAPED = "_"
IOB, BLANKS = ("", "I", "O", "B"), ("", " ")
# articles have nearly all their words in common
MOST_WORDINGS = 30_000
SENTENCE_STARTS = {-1: False, 0: None, 1: True}
# text, lower, is_space, is_punct, is_quote, is_alpha, is_currency and like_num of all tokens of one wording
Wording = tuple[str, str, bool, bool, bool, bool, bool, bool]
# a token's wording, place among the characters, lemma, part of speech, tag, label, type of name with its place in the
# name, morphology, and the blank behind it
Row = tuple[Wording, int, str, str, str, str, str, str, str, str]


def read_rows(parsed: ParsedDoc) -> Iterator[Row]:
    """Return a row for each token."""
    strings = parsed.vocab.strings
    orths, lemmas, poses, tags, deps, types, iobs, morphs, spaces = parsed.to_array(COLUMNS).T.tolist()
    vocab = parsed.vocab
    wordings = {orth: _read_wording(vocab, orth) for orth in set(orths)}
    named = {key: strings[key] for key in {*lemmas, *tags, *deps, *types}}
    shapes = {key: "" if strings[key] == UNSHAPED else strings[key] for key in set(morphs)}
    lengths = {orth: len(wording[0]) for orth, wording in wordings.items()}
    ends = accumulate(map(add, [lengths[orth] for orth in orths], spaces), initial=0)
    return zip(
        [wordings[orth] for orth in orths],
        list(ends)[:-1],
        [named[key] for key in lemmas],
        [NAMES[key] for key in poses],
        [named[key] for key in tags],
        [named[key] for key in deps],
        [named[key] for key in types],
        [IOB[key] for key in iobs],
        [shapes[key] for key in morphs],
        [BLANKS[space] for space in spaces],
        strict=True,
    )


@lru_cache(MOST_WORDINGS)
def _read_wording(vocab: Vocab, orth: int) -> Wording:
    one = vocab[orth]
    return (one.orth_, one.lower_, one.is_space, one.is_punct, one.is_quote, one.is_alpha, one.is_currency,
            one.like_num)  # fmt: skip


class Tree(NamedTuple):
    """Which word each hangs on, a root on itself, and whether a sentence starts there."""

    heads: list[int]
    starts: list[bool | None]


def read_tree(parsed: ParsedDoc) -> Tree:
    """Return the trees of a document."""
    offsets, starts = parsed.to_array([HEAD, SENT_START]).astype(np.int64).T.tolist()
    return Tree([index + offset for index, offset in enumerate(offsets)], [SENTENCE_STARTS[start] for start in starts])


class Edges(dict[int, int]):
    """The first or the last word of the tree of each word: looked up where asked for, since few ever are."""

    def __init__(self, parsed: ParsedDoc, side: str) -> None:
        super().__init__()
        self.parsed = parsed
        self.side = side

    def __missing__(self, word: int) -> int:
        found: int = getattr(self.parsed[word], self.side).i
        self[word] = found
        return found
