"""Who printed a piece of news, and whom it tells of: "an article that she wrote in Harbor News in which Bo Dunn …"."""

from __future__ import annotations

from collections.abc import Iterator

from graph import syntax
from graph.model import EntityType
from graph.reading import Filler, Reading
from graph.tokens import Token
from graph.word_forms import base_form

PRINTING = frozenset("air appear author broadcast carry pen post print publish run write".split())
TELLING = frozenset(
    (
        "accuse allege assert attack brand call characterize claim compare connect criticise criticize depict describe "
        "detail expose identify imply indicate insinuate label link name outline paint portray report reveal say state "
        "suggest"
    ).split()
)
# what a piece does that names whom it tells of: "an article in Harbor News accused Bo Dunn of theft"
PORTRAYING = frozenset(
    (
        "accuse attack brand call characterize criticise criticize depict describe detail expose identify label link "
        "name paint portray"
    ).split()
)
PLACES = ("in", "by", "for", "from", "on")
MOST = 3


def find_printers(piece: Token, reading: Reading) -> list[Filler]:
    """Return the outlet that a piece stands in: "Harbor News's story", "a story in Harbor News"."""
    owners = [*syntax.possessors(piece), *_list_placed(piece)]
    for clause in _list_clauses(piece):
        if base_form(clause) in PRINTING:
            owners += [*syntax.subjects(clause), *_list_placed(clause)]
    named = [filler for owner in owners for filler in reading.fillers(owner)] or reading.name_before(piece)
    return [filler for filler in named if reading.chains[filler.chain].type is EntityType.MEDIA_OUTLET][:1]


def find_told(piece: Token, reading: Reading) -> list[Filler]:
    """Return whom a piece is said to tell of, at most three: "a story that called her a liar"."""
    found: dict[int, Filler] = {}
    own = [piece.head] if piece.dep_ in syntax.SUBJECT and base_form(piece.head) in PORTRAYING else []
    for clause in [*own, *_list_clauses(piece)]:
        # "a story about how Bo Dunn lied"
        about = clause.dep_ in syntax.PARTICIPLE and any(mark.lower_ == "about" for mark in clause.children)
        if base_form(clause) not in TELLING and not about:
            continue
        for word in clause.subtree:
            if word.i <= piece.i:
                continue
            # "ties between Dunn adviser Ada Quill and …"
            passed = word.dep_ in syntax.COMPOUND and word.head.i > word.i
            if passed or (word.i <= clause.i and word.dep_ not in syntax.SUBJECT):
                continue
            for filler in reading.fillers(word):
                found.setdefault(filler.chain, filler)
    return [
        filler
        for filler in found.values()
        if reading.chains[filler.chain].is_named and reading.chains[filler.chain].type is not EntityType.MEDIA_OUTLET
    ][:MOST]


def _list_placed(word: Token) -> list[Token]:
    placed = syntax.obliques(word)
    return [token for preposition in PLACES for token in placed.get(preposition, [])]


def _list_clauses(piece: Token) -> Iterator[Token]:
    """Yield the verbs of the clauses on a piece, and of those that "and" or "in which" adds."""
    for clause in syntax.children(piece, syntax.RELATIVE_CLAUSE | syntax.PARTICIPLE):
        yield clause
        yield from syntax.children(clause, {"conj", *syntax.RELATIVE_CLAUSE})
        for _, noun in syntax.own_obliques(clause):
            # "an article in Harbor News in which …", where the tree hangs the clause on the outlet
            yield from syntax.children(noun, syntax.RELATIVE_CLAUSE)
    for _, noun in syntax.own_obliques(piece):
        yield from syntax.children(noun, syntax.RELATIVE_CLAUSE | syntax.PARTICIPLE)
