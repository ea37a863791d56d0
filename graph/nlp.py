"""The only place that loads spaCy: documents in, parsed Docs out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any

import numpy as np
import spacy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

# Importing the components registers their factories, which the bundled model's configuration names.
from graph.encoder import components as components
from graph.errors import ModelError
from graph.links import blank_links

BUNDLED = Path(__file__).parent / "models" / "en_litigraph"
BOUNDS = "litigraph_bounds"
RUN = re.compile(r"\S+")
ENDINGS = frozenset({":", ";", '"', "”", "“", "'", "’", "‘", ")", "]", "—", "–", "-", "•", "|", "*"})
STOPS = (".", "!", "?", "…")
CLOSING = frozenset({'"', "”", "'", "’"})
# titles before a name, of which the tokenizer parts the full stop: "Mill Police Sgt. Bo Dunn", "Sens. Ada Quill and …"
TITLES = frozenset("Adm Capt Cmdr Col Cpl Det Govs Insp Lt Maj Ofc Pvt Reps Sens Sgt Supt".split())
# spaCy's English takes these for "we'd", "I'd" and the like without their apostrophe
WORDS = frozenset({"Id", "Ima", "Wed", "id", "wed"})
MAX_CHARACTERS = 20_000_000
# No sentence of news is so long, but a table or a trap is; what looks at each word's sentence takes time that grows
# with the square of its length. It is cut at a comma, or at the latest some words on.
LONGEST_SENTENCE = 300
LONGEST_CLAUSE = 100
# spaCy's tokenizer looks at all of a run of signs again for each sign that it takes off: quadratic time
LONGEST_RUN = 1000
# A matrix of several texts may be multiplied in another order than one: what is read must not depend on its neighbours.
BATCH_SIZE = 1
# A model remembers each word that it ever read. So many (some 10 MB) are nearly all that articles have in common; the
# others go with the text that brought them.
MOST_WORDS = 30_000
# What a text brings along is the whole pipeline's until it goes: two threads would take each other's words away.
_READS = RLock()
# what our own model and the en_core_web_* family call the same thing
LABELS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "NORP": "", "MEDIA": "MEDIA", "COURT": "COURT", "WORK": "WORK",
    "WORK_OF_ART": "WORK", "PLACE": "PLACE", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE", "LAW": "LAW",
    "DATE": "DATE", "MONEY": "MONEY",
}  # fmt: skip
NEEDED = {
    "ner": "names of people and organizations",
    "parser": "who does what to whom",
}


class BoundedTokenizer:
    """A spaCy tokenizer that takes what has no blank for LONGEST_RUN characters in pieces, in linear time."""

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def __call__(self, text: str) -> Doc:
        """Return the words of a text."""
        if max(map(len, text.split()), default=0) <= LONGEST_RUN:
            doc: Doc = self.inner(text)
            return doc
        pieces = [self.inner(piece) for piece in cut_runs(text)]
        words = [token.text for piece in pieces for token in piece]
        return Doc(self.inner.vocab, words, [bool(token.whitespace_) for piece in pieces for token in piece])

    def __getattr__(self, name: str) -> Any:
        """Return all else that spaCy's tokenizers have."""
        if name == "inner":
            raise AttributeError(name)
        return getattr(self.inner, name)


def cut_runs(text: str) -> Iterator[str]:
    """Yield a text in pieces, cut nowhere but in its runs of more than LONGEST_RUN characters without a blank."""
    start = 0
    for run in RUN.finditer(text):
        for cut in range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN):
            yield text[start:cut]
            start = cut
    yield text[start:]


def ends_quotation(doc: Doc, index: int) -> bool:
    """Tell whether the two tokens before a place are a full stop and the mark that closes a quotation."""
    if index < 2 or not doc[index - 1].whitespace_:
        return False
    stop = doc[index - 2]
    return stop.text == "." and not stop.whitespace_


@Language.component(BOUNDS)
def bound_sentences(doc: Doc) -> Doc:
    """Let a sentence start only after punctuation, a quotation mark or a line break, and always with a paragraph.

    It always starts behind a full stop that a quotation ends with, too: who says so stands behind a comma. The parser
    obeys. What goes on in lower case after a blank line is no paragraph: an advertisement tore it. Where no sentence
    may start for LONGEST_SENTENCE tokens, one starts behind the next comma.
    """
    # set at once: to set a token's own attribute, spaCy searches the whole text for a tree
    starts: Any = doc.to_array([SENT_START]).astype(np.int64)
    before = ""
    free = 0
    for token in doc:
        text = token.text
        entitled = before == "." and token.i > 1 and doc[token.i - 2].text in TITLES
        paragraph = before.count("\n") > 1 and not token.is_space and not text[0].islower()
        if paragraph or (before in CLOSING and text[0].isupper() and ends_quotation(doc, token.i)):
            starts[token.i] = 1
        elif before and (entitled or not (before in ENDINGS or before.endswith(STOPS) or before.isspace())):
            run = token.i - free
            cut = run >= LONGEST_SENTENCE and (before == "," or run >= LONGEST_SENTENCE + LONGEST_CLAUSE)
            starts[token.i] = 1 if cut else -1
        if starts[token.i] != -1:
            free = token.i
        before = text
    return doc.from_array([SENT_START], starts.view(np.uint64).reshape(-1, 1))


def find_missing(nlp: Language) -> list[str]:
    """Name what a pipeline lacks of that which the stages need, each with what it is for."""
    components = set(nlp.pipe_names)
    missing = [f"a {name} ({purpose})" for name, purpose in NEEDED.items() if name not in components]
    if not components & {"tagger", "morphologizer"}:
        missing.append("a tagger or morphologizer (parts of speech)")
    if not components & {"lemmatizer", "trainable_lemmatizer"}:
        missing.append("a lemmatizer (the base form of verbs and nouns)")
    if "ner" in components and "PERSON" not in {LABELS.get(label) for label in nlp.get_pipe("ner").labels}:  # type: ignore[attr-defined]
        missing.append("an entity label for people (PERSON or PER)")
    return missing


@cache
def load_pipeline(name: str | None = None) -> Language:
    """Load the bundled model or another installed spaCy pipeline; ModelError if it is absent or lacks a part."""
    try:
        nlp = spacy.load(BUNDLED if name is None else name)
    except (OSError, ValueError) as error:
        installed = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
        shown = "the bundled model" if name is None else f"model {name!r}"
        remedy = "Reinstall litigraph." if name is None else (
            f"Installed spaCy pipelines: {installed}. Install it (python -m spacy download {name}), give the path of a "
            "pipeline's folder, or leave --model out to use the bundled model.")  # fmt: skip
        raise ModelError(f"{shown} cannot be loaded: {str(error).splitlines()[0]} {remedy}") from error
    if missing := find_missing(nlp):
        raise ModelError(f"model {name or 'bundled'!r} lacks {'; '.join(missing)}. "
                         "Use a full English pipeline such as en_core_web_sm, or leave --model out.")  # fmt: skip
    nlp.max_length = MAX_CHARACTERS
    if isinstance(nlp.tokenizer, Tokenizer):
        nlp.tokenizer.rules = {text: rule for text, rule in nlp.tokenizer.rules.items() if text not in WORDS}
    nlp.tokenizer = BoundedTokenizer(nlp.tokenizer)
    nlp.add_pipe(BOUNDS, before="parser")
    return nlp


def label_of(name: str) -> str:
    """Return our own name for an entity label of any pipeline, or "" for one that the graph has no use for."""
    return LABELS.get(name, "")


def parse_texts(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Yield a parsed Doc for each text, in order, with blanks in place of lists of links."""
    return nlp.pipe(map(blank_links, texts), batch_size=BATCH_SIZE)


def begin_text(nlp: Language, text: str) -> Doc:
    """Return the words of a text for `parse_begun`; where there are cores for it, our model begins to read them."""
    doc = nlp.make_doc(blank_links(text))
    first = nlp.pipeline[0][1]
    if isinstance(first, components.Encoder) and components.count_cores() > 1:
        first.begin(doc)
    return doc


def parse_begun(nlp: Language, doc: Doc) -> Doc:
    """Return a parsed Doc for the words of a text."""
    (parsed,) = nlp.pipe([doc], batch_size=BATCH_SIZE)
    return parsed


@contextmanager
def read_apart(nlp: Language) -> Iterator[None]:
    """Let what is parsed here bring no more words than MOST_WORDS into the model: its Docs end with the block.

    After spaCy's memory zones (https://spacy.io/usage/memory-management). Only one thread at a time comes in.
    """
    with _READS:
        if len(nlp.vocab.strings) < MOST_WORDS:
            yield
            return
        with nlp.memory_zone():
            yield
