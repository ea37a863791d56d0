"""The plain tokens of a document say what spaCy's say, also where words are hung elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any
from weakref import ref

import pytest
import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc as ParsedDoc

from graph.extract import extract_document
from graph.garbage import pause_collection
from graph.memory import once_per_document
from graph.model import Document
from graph.tokens import Doc, Span, Token, read_tokens
from graph.workers import try_extract

PLAIN = (
    "i idx text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ is_sent_start is_sent_end is_alpha "
    "is_currency is_punct is_quote is_space like_num"
).split()
VOCAB = English().vocab
TEXT = (
    "Ada Quill, 39, sued the novelist Bram Osei for $2 million on Monday.\n\n“He lied,” said Quill's lawyer, who filed "
    "the suit in Mill.  The suit, filed Monday, names Harbor News Corp. and two others. Bram can't sue."
)


def describe(doc: Any) -> list[dict[str, object]]:
    """Return all that the stages ask of a document's tokens, of spaCy's or of ours."""
    return [
        {name: getattr(token, name) for name in PLAIN}
        | {name: [other.i for other in getattr(token, name)] for name in ("children", "subtree", "ancestors")}
        | {name: [other.i for other in getattr(token, name)] for name in ("lefts", "rights")}
        | {name: getattr(token, name).i for name in ("head", "left_edge", "right_edge")}
        | {"morph": str(token.morph), "length": len(token), "sent": (token.sent.start, token.sent.end)}
        for token in doc
    ]


def describe_span(span: Any) -> tuple[object, ...]:
    return (
        span.start, span.end, span.start_char, span.end_char, span.text, span.label_, len(span),
        span.root.i if len(span) else None, [token.i for token in span],
    )  # fmt: skip


def outcome(ask: Callable[[], Any]) -> object:
    """Return a span's description, a token's place, or the kind of error that asking gives."""
    try:
        found = ask()
    except (IndexError, ValueError) as problem:
        return type(problem)
    return describe_span(found) if hasattr(found, "start") else getattr(found, "i", found)


def draw_doc(seed: int) -> ParsedDoc:
    """Return a Doc with a random tree, at times with crossing arcs, and random ends of sentences."""
    random = Random(seed)
    size = random.randint(1, 14)
    heads = [random.randrange(size) if random.random() < 0.2 else max(0, at - 1) for at in range(size)]
    for at in range(size):
        walked, above = {at}, heads[at]
        while above not in walked:
            walked.add(above)
            above = heads[above]
        if above != heads[above]:
            # no circles
            heads[at] = at
    words = [random.choice(["Ada", "sued", ",", " ", "“", "$", "two"]) for _ in range(size)]
    return ParsedDoc(VOCAB, words=words, spaces=[random.random() < 0.7 for _ in words], heads=heads,
                     deps=[random.choice(["nsubj", "obj"]) for _ in words])  # fmt: skip


@pytest.mark.model
def test_every_token_says_what_spacys_says(pipeline: Language) -> None:
    parsed = pipeline(TEXT)
    doc = read_tokens(parsed)
    assert describe(doc) == describe(parsed)
    assert (doc.text, len(doc)) == (parsed.text, len(parsed))
    assert list(map(describe_span, doc.ents)) == list(map(describe_span, parsed.ents))
    assert list(map(describe_span, doc.sents)) == list(map(describe_span, parsed.sents))
    assert doc.spans.keys() == parsed.spans.keys()


@pytest.mark.model
def test_every_range_gives_the_span_that_spacy_gives(pipeline: Language) -> None:
    parsed = pipeline(TEXT)
    doc = read_tokens(parsed)
    places = [-60, -3, -1, 0, 1, 2, 7, 20, len(doc) - 1, len(doc), 99]
    for start in places:
        assert outcome(lambda start=start: doc[start]) == outcome(lambda start=start: parsed[start])
        assert outcome(lambda start=start: doc[7].nbor(start)) == outcome(lambda start=start: parsed[7].nbor(start))
        for end in places:
            ours, theirs = doc[start:end], parsed[start:end]
            assert describe_span(ours) == describe_span(theirs)
            assert describe_span(ours[1:-1]) == describe_span(theirs[1:-1])
            for at in (-2, 0, 1):
                assert outcome(lambda ours=ours, at=at: ours[at]) == outcome(lambda theirs=theirs, at=at: theirs[at])
    for mode in ("strict", "contract", "expand"):
        for start in range(-1, len(TEXT) + 1):
            for end in (start + 1, start + 2, start + 9):
                ours, theirs = (tokens.char_span(start, end, alignment_mode=mode) for tokens in (doc, parsed))
                assert (describe_span(ours) if ours is not None else None) == (
                    describe_span(theirs) if theirs is not None else None
                ), (mode, start, end)


@pytest.mark.parametrize("seed", range(60))
def test_a_word_that_is_hung_elsewhere_moves_trees_and_sentences_as_in_spacy(seed: int) -> None:
    parsed = draw_doc(seed)
    doc = read_tokens(parsed)
    assert describe(doc) == describe(parsed)
    random = Random(seed)
    for _ in range(4):
        word, head = random.randrange(len(doc)), random.randrange(len(doc))
        if doc[word].is_ancestor(doc[head]):
            continue
        doc[word].head, doc[word].dep_ = doc[head], "obl"
        parsed[word].head, parsed[word].dep_ = parsed[head], "obl"
        assert describe(doc) == describe(parsed)
        for start in range(len(doc)):
            assert doc[start : start + 3].root.i == parsed[start : start + 3].root.i


def test_a_document_without_a_tree_has_roots_alone_and_no_sentences() -> None:
    parsed = English()("Ada sued Bo.")
    doc = read_tokens(parsed)
    assert [token.head for token in doc] == list(doc)
    assert [list(token.children) for token in doc] == [[]] * 4
    assert [token.is_sent_start for token in doc] == [token.is_sent_start for token in parsed]
    for tokens in (doc, parsed):
        with pytest.raises(ValueError, match="Sentence boundaries unset"):
            print(tokens[1].sent)
        with pytest.raises(ValueError, match="Sentence boundaries unset"):
            list(tokens.sents)
    with pytest.raises(AttributeError, match="lemmas"):
        print(doc[0].lemmas)  # type: ignore[attr-defined]
    doc[0].head, doc[0].dep_ = doc[1], "nsubj"
    parsed[0].head, parsed[0].dep_ = parsed[1], "nsubj"
    assert [outcome(lambda token=token: token.sent) for token in doc] == [
        outcome(lambda token=token: token.sent) for token in parsed
    ]


@pytest.mark.parametrize("text", ["", "Ada", "\n\n"])
def test_what_has_no_two_words_is_read(text: str) -> None:
    doc, parsed = read_tokens(English()(text)), English()(text)
    assert describe(doc) == describe(parsed)
    assert list(map(describe_span, doc.sents)) == list(map(describe_span, parsed.sents))


def test_tokens_and_spans_are_told_apart_as_spacys_are() -> None:
    doc, other = (read_tokens(English()("Ada sued Bo. Bo lied.")) for _ in range(2))
    assert doc[0] == doc[-7] and doc[0] is next(iter(doc)) and doc[0] != other[0]
    assert doc[:2] == doc[0:2] and len({doc[:2], doc[0:2], other[:2], Span(doc, 0, 2, label="PERSON")}) == 3
    assert doc[1] in doc[:2] and doc[2] not in doc[:2]
    assert (repr(doc[0]), repr(doc[:2])) == ("Ada", "Ada sued")
    with pytest.raises(IndexError, match="start 2 and end 9"):
        Span(doc, 2, 9)


def test_what_hangs_on_itself_through_others_is_told_and_not_walked_forever() -> None:
    doc = read_tokens(English()("Ada sued Bo"))
    for token, head in zip(doc, (1, 2, 0), strict=True):
        token.dep_ = "dep"
        token._above = doc[head]
    doc.arcs.heads[:] = [1, 2, 0]
    doc._list_children(0, 3)
    with pytest.raises(RecursionError, match="comes back"):
        print(doc[0].subtree)


@pytest.mark.model
def test_the_extraction_changes_nothing_in_spacys_doc(pipeline: Language) -> None:
    parsed = pipeline(TEXT)
    before = parsed.to_bytes()
    extraction = extract_document(Document("d", "d.txt", TEXT), parsed)
    assert extraction.relations and parsed.to_bytes() == before


@pytest.mark.model
@pytest.mark.parametrize("text", ["", "\n\n", "Ada"])
def test_an_article_of_hardly_a_word_is_extracted(pipeline: Language, text: str) -> None:
    assert try_extract(pipeline, Document("d", "d.txt", text)) == extract_document(
        Document("d", "d.txt", text), pipeline(text)
    )


def test_a_pipeline_without_sentences_is_refused_as_before() -> None:
    text = "Ada sued Bo. Bo lied."
    with pytest.raises(ValueError, match="Sentence boundaries unset"):
        extract_document(Document("d", "d.txt", text), spacy.blank("en")(text))


def test_the_flags_are_those_of_the_docs_own_vocabulary() -> None:
    nlp = English()
    nlp.vocab["Quill"].is_punct = True
    first: Doc = read_tokens(nlp("Quill"))
    second: Token = read_tokens(English()("Quill"))[0]
    assert first[0].is_punct and not second.is_punct


def test_what_is_found_in_a_document_goes_with_it() -> None:
    asked: list[str] = []

    @once_per_document
    def find_first(doc: Doc) -> Token:
        asked.append(doc.text)
        return doc[0]

    docs = [read_tokens(English()(text)) for text in ("Ada sued", "Bo")]
    assert [find_first(doc).text for doc in docs * 2] == ["Ada", "Bo"] * 2
    assert asked == ["Ada sued", "Bo"]
    # without cycles, nothing waits for the collector of garbage
    with pause_collection():
        held = [doc.text for doc in docs], [ref(doc) for doc in docs]
        for doc in docs:
            doc.close()
        docs.clear()
        del doc
        assert held[0] == ["Ada sued", "Bo"] and [found() for found in held[1]] == [None, None]
