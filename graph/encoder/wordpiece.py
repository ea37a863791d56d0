"""Split words into the encoder's word pieces, and describe their letter case, which an uncased encoder lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PAD, UNKNOWN, START, END, BREAK = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused1]"
LONGEST_WORD = 60
MOST_WORDS = 60_000
"""How many words are kept with their pieces; an archive has millions."""
CASES = ("special", "lower", "title", "upper", "mixed", "initial", "digit", "mark", "break")
_CASE = {name: number for number, name in enumerate(CASES)}


def classify_case(word: str) -> int:
    """Return the index in CASES that tells how a word is written."""
    if word.isspace():
        return _CASE["break"]
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return _CASE["digit" if any(char.isdigit() for char in word) else "mark"]
    upper = sum(char.isupper() for char in letters)
    if upper == 0:
        return _CASE["lower"]
    if len(letters) == 1:
        return _CASE["initial"]
    if upper == len(letters):
        return _CASE["upper"]
    return _CASE["title" if upper == 1 and letters[0].isupper() else "mixed"]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Hold the word pieces of one word and its letter case."""

    ids: tuple[int, ...]
    case: int


class WordPieces:
    """Split words as BERT's uncased models do (Devlin et al. 2019), a word that comes again only once."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._longest = max(map(len, vocabulary), default=0)
        self._known: dict[str, Pieces] = {}

    @classmethod
    def load(cls, path: Path) -> WordPieces:
        """Read a vocabulary file of one piece per line."""
        return cls(path.read_text(encoding="utf-8").split("\n"))

    def split(self, word: str) -> Pieces:
        """Return the pieces of a word; white space is one piece that stands for a break."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= MOST_WORDS:
                self._known.clear()
            found = self._known[word] = Pieces(self._find_pieces(word), classify_case(word))
        return found

    def _find_pieces(self, word: str) -> tuple[int, ...]:
        if word.isspace():
            return (self.ids[BREAK],)
        # Beyond what is kept, a word of a million letters is not even looked at.
        plain = word[: LONGEST_WORD * self._longest].lower()
        if not (plain.isascii() and plain.isprintable()):
            decomposed = unicodedata.normalize("NFD", plain)
            plain = "".join(char for char in decomposed if not unicodedata.category(char).startswith(("M", "C")))
        pieces = [piece for part in _split_marks(plain) for piece in self._match_longest(part)]
        return tuple(pieces[:LONGEST_WORD]) or (self.ids[UNKNOWN],)

    def _match_longest(self, part: str) -> list[int]:
        pieces: list[int] = []
        at = 0
        while at < len(part):
            end = min(len(part), at + self._longest)
            while end > at:
                number = self.ids.get(part[at:end] if at == 0 else "##" + part[at:end])
                if number is not None:
                    break
                end -= 1
            else:
                return [self.ids[UNKNOWN]]
            pieces.append(number)
            at = end
        return pieces


def _split_marks(word: str) -> list[str]:
    parts: list[str] = []
    joined = False
    for char in word:
        mark = not char.isalnum()
        if mark or not joined:
            parts.append(char)
        else:
            parts[-1] += char
        joined = not mark
    return parts
