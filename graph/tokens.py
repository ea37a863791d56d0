"""A parsed document as plain Python objects, each made once: spaCy makes a token anew whenever somebody looks at it.

All attributes are called as spaCy's and say the same (https://spacy.io/api/token, /api/span and /api/doc). A token that
gets another head moves what hangs on it, and where sentences start, as in spaCy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from spacy.errors import Errors
from spacy.tokens import Doc as ParsedDoc

from graph.arcs import Arcs
from graph.parsed import Edges, read_rows, read_tree

UNWORKED: tuple[str | None, str] = (None, "")


class Token:
    """One word or sign of a document; two are equal where they are one object."""

    __slots__ = (
        "_above", "base", "children", "dep_", "doc", "ent_iob_", "ent_type_", "i", "idx", "is_alpha", "is_currency",
        "is_punct", "is_quote", "is_sent_start", "is_space", "lemma_", "like_num", "lower_", "morph", "pos_", "sent",
        "tag_", "text", "whitespace_",
    )  # fmt: skip

    if TYPE_CHECKING:
        doc: Doc
        i: int
        idx: int
        text: str
        lower_: str
        lemma_: str
        pos_: str
        tag_: str
        dep_: str
        ent_type_: str
        ent_iob_: str
        morph: str
        whitespace_: str
        is_space: bool
        is_punct: bool
        is_quote: bool
        is_alpha: bool
        is_currency: bool
        like_num: bool
        # the form under which the word is looked up, with the lemma that it was worked out of
        base: tuple[str | None, str]
        children: Sequence[Token]
        sent: Span
        is_sent_start: bool | None
        _above: Token

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Span:
            # Nothing stands there where the document has no sentences.
            if name == "sent":
                raise ValueError(Errors.E030)
            raise AttributeError(name)

    @property
    def head(self) -> Token:
        """The word that this one hangs on; a root is its own."""
        return self._above if self.dep_ else self

    @head.setter
    def head(self, head: Token) -> None:
        self.doc.hang(self, head)

    @property
    def lefts(self) -> list[Token]:
        """What hangs on the word and stands before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """What hangs on the word and stands behind it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> list[Token]:
        """The word and all that hangs on it, directly or not, in text order where no arcs cross."""
        if not self.children:
            return [self]
        found: list[Token] = []
        pending: list[tuple[Token, bool]] = [(self, False)]
        most = len(self.doc)
        while pending:
            token, is_open = pending.pop()
            if is_open or not token.children:
                found.append(token)
                if len(found) > most:
                    raise RecursionError("what hangs on a word comes back to it")
                continue
            pending += [(child, False) for child in reversed(token.rights)]
            pending.append((token, True))
            pending += [(child, False) for child in reversed(token.lefts)]
        return found

    @property
    def ancestors(self) -> Iterator[Token]:
        """The word's head, that one's head, and so on."""
        token = self
        for _ in range(len(self.doc.tokens)):
            if token._above is token:
                break
            token = token._above
            yield token

    def is_ancestor(self, descendant: Token) -> bool:
        """Tell whether another word hangs on this one, directly or not."""
        return any(token is self for token in descendant.ancestors)

    @property
    def left_edge(self) -> Token:
        """The first word of the subtree."""
        return self.doc.tokens[self.doc.arcs.firsts[self.i]]

    @property
    def right_edge(self) -> Token:
        """The last word of the subtree."""
        return self.doc.tokens[self.doc.arcs.lasts[self.i]]

    def nbor(self, step: int = 1) -> Token:
        """Return the word so many places on; IndexError where the document has none."""
        at = self.i + step
        if at < 0:
            raise IndexError(at)
        return self.doc.tokens[at]

    @property
    def is_sent_end(self) -> bool | None:
        """Whether a sentence ends with the word; None where that is unknown."""
        return True if self.i + 1 == len(self.doc) else self.nbor().is_sent_start


class Span:
    """Some tokens in a row, with the label of a name where they are one."""

    __slots__ = ("_text", "doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        if not 0 <= start <= end <= len(doc.tokens):
            raise IndexError(Errors.E035.format(start=start, end=end, length=len(doc.tokens)))
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self._text: str | None = None

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Span) and self._key() == other._key())

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[int, int, int, str]:
        return id(self.doc), self.start, self.end, self.label_

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __contains__(self, token: Token) -> bool:
        return self.start <= token.i < self.end

    def __repr__(self) -> str:
        return self.text

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, stop, _ = place.indices(self.end - self.start)
            return Span(self.doc, self.start + start, self.start + max(start, stop))
        at = place + (self.end if place < 0 else self.start)
        if not self.start <= at < self.end:
            raise IndexError(place)
        return self.doc.tokens[at]

    @property
    def start_char(self) -> int:
        """Where the span's first character stands."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where the text goes on behind the span."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The span's text, without a blank behind it."""
        text = self._text
        if text is None:
            text = self._text = self.doc.text[self.start_char : self.end_char]
        return text

    @property
    def sent(self) -> Span:
        """The sentence that the span stands in, of several the first."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The word that stands highest in the tree, of several the first."""
        tokens = self.doc.tokens
        inside = tokens[self.start : self.end]
        highest, best = tokens[self.start], len(tokens)
        for token in inside:
            if token._above is token:
                return token
        if len(inside) == 1:
            return highest
        for token in inside:
            if not self.start <= token._above.i < self.end and (steps := _count_steps(token)) < best:
                highest, best = token, steps
        return highest


class Doc:
    """A parsed document: its tokens, and the names that the model found in it."""

    __slots__ = (
        "__weakref__", "_is_bounded", "arcs", "ents", "lasting", "memory", "offsets", "spans", "text", "tokens",
    )  # fmt: skip

    def __init__(self, parsed: ParsedDoc) -> None:
        self.tokens = _make_tokens(self, parsed)
        self.text = "".join([token.text + token.whitespace_ for token in self.tokens])
        self.offsets = [token.idx for token in self.tokens]
        self.ents: tuple[Span, ...] = tuple(Span(self, name.start, name.end, name.label_) for name in parsed.ents)
        self.spans = {
            key: tuple(Span(self, part.start, part.end, part.label_) for part in group)
            for key, group in parsed.spans.items()
        }
        tree = read_tree(parsed)
        self.arcs = Arcs(tree.heads, Edges(parsed, "left_edge"), Edges(parsed, "right_edge"))
        below: dict[Token, list[Token]] = {}
        for token, head, start in zip(self.tokens, tree.heads, tree.starts, strict=True):
            token._above = above = self.tokens[head]
            token.is_sent_start = start
            if above is not token:
                below.setdefault(above, []).append(token)
        for above, hung in below.items():
            above.children = hung
        self._is_bounded = False
        # what was found in the trees, and what in the words alone
        self.memory: dict[object, Any] = {}
        self.lasting: dict[object, Any] = {}
        self._bound_sentences(0, len(self.tokens))

    def close(self) -> None:
        """Part tokens and document, which hold one another: none is of use afterwards, and none waits to be found."""
        for token in self.tokens:
            del token._above
        self.tokens.clear()
        self.memory.clear()
        self.lasting.clear()
        self.ents = ()
        self.spans.clear()

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, stop, _ = place.indices(len(self.tokens))
            return Span(self, start, stop if stop > start else start)
        return self.tokens[place]

    @property
    def sents(self) -> Iterator[Span]:
        """The document's sentences; ValueError where nobody has told them apart."""
        at = 0
        while at < len(self.tokens):
            yield self.tokens[at].sent
            at = self.tokens[at].sent.end

    def char_span(self, start: int, end: int, alignment_mode: str = "strict") -> Span | None:
        """Return the tokens of a range of characters, None where it lies outside the text or in the midst of a token.

        `alignment_mode` may say to "contract" such a range to whole tokens, or to "expand" it.
        """
        first, last = self._find_token(start), self._find_token(end - 1)
        if first is None or last is None:
            return None
        early, late = first.idx < start, end < last.idx + len(last.text)
        if alignment_mode == "contract":
            opening, closing = first.i + early, last.i - late
            return Span(self, opening, closing + 1) if opening <= closing else None
        if alignment_mode == "expand":
            # the blank behind a token is no part of it
            return Span(self, first.i + (start == first.idx + len(first.text)), last.i + 1)
        fits = first.idx == start and end == last.idx + len(last.text)
        return Span(self, first.i, last.i + 1) if fits else None

    def _find_token(self, character: int) -> Token | None:
        """Return the token that a character belongs to, or that it follows as a blank."""
        if not 0 <= character < len(self.text):
            return None
        return self.tokens[bisect_right(self.offsets, character) - 1]

    def hang(self, token: Token, head: Token) -> None:
        """Hang a word on another head; sentences start where the roots that are moved have their first word."""
        if token._above is head:
            return
        former, token._above = token._above, head
        self.memory.clear()
        start, end = self.arcs.move(token.i, head.i)
        moved = self.tokens[start:end]
        for word in moved:
            word.is_sent_start = False
        for word in moved:
            if word._above is word and word.dep_:
                word.left_edge.is_sent_start = True
        self._list_children(start, end)
        for word in (former, head):
            word.children = [self.tokens[child] for child in self.arcs.list_children_of(word.i)]
        self._bound_sentences(start, end)

    def _list_children(self, start: int, end: int) -> None:
        tokens = self.tokens
        for word, found in self.arcs.list_children(start, end).items():
            tokens[word].children = [tokens[child] for child in found] if found else ()

    def _bound_sentences(self, start: int, end: int) -> None:
        """Tell the words from one place to another, and their neighbours, which sentence they belong to."""
        tokens = self.tokens
        if not self._is_bounded:
            start, end = 0, len(tokens)
            self._is_bounded = end < 2 or any(token.is_sent_start is not None for token in tokens[1:])
            if not self._is_bounded:
                return
        first = max(0, start - 1)
        while first and not tokens[first].is_sent_start:
            first -= 1
        while first < end:
            last = first + 1
            while last < len(tokens) and not tokens[last].is_sent_start:
                last += 1
            sentence = Span(self, first, last)
            for token in tokens[first:last]:
                token.sent = sentence
            first = last


def read_tokens(parsed: ParsedDoc) -> Doc:
    """Return what spaCy read as a document of plain objects; spaCy's stays as it is."""
    return Doc(parsed)


def _make_tokens(doc: Doc, parsed: ParsedDoc) -> list[Token]:
    """Return a document's tokens, as yet without a tree."""
    tokens = [Token() for _ in range(len(parsed))]
    # filled from outside: a call that hands over all of it takes twice as long, and a document has thousands
    for i, (token, row) in enumerate(zip(tokens, read_rows(parsed), strict=True)):
        (word, token.idx, token.lemma_, token.pos_, token.tag_, token.dep_, token.ent_type_, token.ent_iob_,
         token.morph, token.whitespace_) = row  # fmt: skip
        (token.text, token.lower_, token.is_space, token.is_punct, token.is_quote, token.is_alpha, token.is_currency,
         token.like_num) = word  # fmt: skip
        token.doc, token.i, token.base, token.children = doc, i, UNWORKED, ()
    return tokens


def _count_steps(token: Token) -> int:
    """Return how many arcs lie between a word and the root above it; signs and blanks stand lowest."""
    if not token.children and (token.is_space or token.is_punct):
        return len(token.doc) - 1
    steps, most = 0, len(token.doc.tokens)
    while token._above is not token and steps < most:
        token = token._above
        steps += 1
    return steps
