"""What a text costs grows with its length, also where it is a trap: counted in calls, so that no machine is too slow.

`python -m tests.benchmarks.traps` measures the time of all traps, which these are some of.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from cProfile import Profile
from functools import partial
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from graph.encoder.wordpiece import LONGEST_WORD, WordPieces
from graph.extract import extract_document
from graph.names import find_texts
from graph.nlp import BUNDLED, LONGEST_RUN, BoundedTokenizer, cut_runs
from graph.read.markdown import strip_marks
from graph.read.text import build_document
from graph.residue import is_cited
from graph.tokens import read_tokens
from tests.test_read_archives import read
from tests.traps import TRAPS

BEGINNING = "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on Monday.\n\n"
TOLERANCE = 1.7
"""How much more a word may cost in a text of four times as many: sentences are cut into windows of 200 words only."""

FEW, MANY = 500, 2000


def count_calls(run: Callable[[], object]) -> int:
    """Return how many functions are called."""
    profile = Profile()
    profile.runcall(run)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.model
@pytest.mark.parametrize(
    "trap",
    ["case names", "list of bodies", "one dispute", "people", "quotations", "suits against suits"],
)
def test_extraction_costs_as_much_a_word_in_long_texts(pipeline: Language, trap: str) -> None:
    costs = []
    for words in (FEW, MANY):
        document = build_document(BEGINNING + TRAPS[trap](words), path="a.txt")
        doc = pipeline(document.text)
        costs.append(count_calls(partial(extract_document, document, doc)) / len(doc))
    assert costs[1] < TOLERANCE * costs[0]


def test_names_of_cases_cost_as_much_each_however_many_there_are() -> None:
    def count(cases: int) -> int:
        doc = read_tokens(spacy.blank("en")("Quill v. Dunn. " * cases))
        spans = [doc[token.i : token.i + 1] for token in doc if token.text == "Quill"]
        return count_calls(lambda: [is_cited(span) for span in spans])

    assert count(400) < 5 * count(100)


@pytest.mark.parametrize("letter", ["a", "訴", "_", "\u0301"])
def test_a_word_of_many_letters_costs_as_much_a_letter(letter: str) -> None:
    pieces = WordPieces.load(BUNDLED / "encoder" / "vocab.txt")
    short, long = (count_calls(partial(pieces.split, letter * size)) for size in (2_000, 8_000))
    assert long < 5 * short
    assert len(pieces.split(letter * 8_000).ids) <= LONGEST_WORD


@pytest.mark.parametrize("field", ["From", "Subject", "Date", "Content-Type", "Content-Disposition"])
def test_a_header_of_an_email_is_read_to_a_length(field: str) -> None:
    mails = [f"{field}: {'Ada Quill and ' * words}\n\n{BEGINNING}".encode() for words in (1_000, 4_000)]
    read("a.eml", mails[0])
    short, long = (count_calls(partial(read, "a.eml", mail)) for mail in mails)
    assert long < 1.5 * short


@given(st.text("ab \n.é—", max_size=60).map(lambda text: text.replace("a", "a" * (LONGEST_RUN // 3))))
def test_long_runs_are_cut_and_nothing_is_lost(text: str) -> None:
    pieces = list(cut_runs(text))
    assert "".join(pieces) == text
    assert max((len(run) for piece in pieces for run in piece.split()), default=0) <= LONGEST_RUN


@pytest.mark.parametrize(
    "text", ["_" * 3456, "a" * 3456, "Ada sued. " + ")" * 2000 + " Bo\n\nwon. ", "a.b" * 999 + " "]
)
def test_the_words_of_long_runs_make_up_the_text(text: str) -> None:
    doc = BoundedTokenizer(spacy.blank("en").tokenizer)(text)
    assert doc.text == text


def test_texts_without_long_runs_have_spacys_words() -> None:
    inner = spacy.blank("en").tokenizer
    text = f"{BEGINNING}It's at https://lantern.example/{'a' * 900} (e.g. “there”), U.S. law says…  "
    assert [(token.text, token.idx) for token in BoundedTokenizer(inner)(text)] == [
        (token.text, token.idx) for token in inner(text)
    ]


NAMES = st.lists(
    st.sampled_from(["Ada Quill", "Ada Quill Press", "Quill", "U.S. v. Quill", "“Night", "A_b c"]), unique=True
)
PROSE = st.lists(st.sampled_from(["Ada", "Quill", "Press", "U.S.", "v.", "“Night", "A_b", "c", "’s", ",", "s"]))


@given(NAMES, PROSE, st.sampled_from([" ", "", "\n"]))
@settings(max_examples=300)
def test_names_are_found_again_as_one_expression_of_all_would(names: list[str], prose: list[str], blank: str) -> None:
    text = f"Ada{blank}".join([" ".join(prose), blank.join(prose), " ".join(names)])
    longest_first = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    expected = [found.span() for found in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", text)] if names else []
    assert [(span.start, span.end) for span in find_texts(text, names)] == expected


def test_the_traps_are_as_long_as_they_say(tmp_path: Path) -> None:
    for name, write in TRAPS.items():
        short, long = len(write(400)), len(write(1600))
        assert 3 < long / short < 5, name


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("[Ada](https://a.example) and ![her](b.png)<https://c.example>", "Ada and https://c.example"),
        ("[a](b[c](d)", "[a](bc"),
        ("![a![b](c)", "![a"),
        ("<http://a<http://b>", "<http://ahttp://b"),
    ],
)
def test_no_mark_of_markdown_reaches_past_the_next_one(marked: str, plain: str) -> None:
    assert strip_marks(marked) == plain
