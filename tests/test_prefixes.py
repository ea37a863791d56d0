"""A prefix goes with its noun, in the tree and in a mention."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc as ParsedDoc

from graph.mentions import find_mentions
from graph.prefixes import mend_prefixes
from graph.tokens import read_tokens


@pytest.mark.parametrize(("deps", "heads"), [
    (["nsubj", "ROOT", "nmod:poss", "obj", "punct", "obj"], [1, 1, 3, 1, 3, 1]),
    (["nsubj", "ROOT", "nmod:poss", "obj", "punct", "flat"], [1, 1, 3, 1, 3, 3]),
    (["nsubj", "ROOT", "nmod:poss", "compound", "punct", "obj"], [1, 1, 5, 5, 5, 1]),
])  # fmt: skip
def test_a_prefix_hangs_on_its_noun(deps: list[str], heads: list[int]) -> None:
    words = ["Ada", "sued", "his", "ex", "-", "wife"]
    doc = read_tokens(ParsedDoc(spacy.blank("en").vocab, words=words, deps=deps, heads=heads,
                                spaces=[True, True, True, False, False, False],
                                pos=["PROPN", "VERB", "PRON", "NOUN", "PUNCT", "NOUN"]))  # fmt: skip
    mend_prefixes(doc)
    assert [f"{token.text} {token.dep_} {token.head.text}" for token in doc[2:]] == [
        "his nmod:poss wife", "ex compound wife", "- punct wife", "wife obj sued"]  # fmt: skip


def test_a_prefix_hangs_on_its_verb_which_takes_its_place() -> None:
    words = ["Ada", "co", "-", "founded", "Mill"]
    doc = read_tokens(ParsedDoc(spacy.blank("en").vocab, words=words, spaces=[True, False, False, True, False],
                                deps=["nsubj", "ROOT", "punct", "parataxis", "obj"], heads=[1, 1, 0, 0, 3],
                                pos=["PROPN", "VERB", "PUNCT", "VERB", "PROPN"]))  # fmt: skip
    mend_prefixes(doc)
    assert [f"{token.text} {token.dep_} {token.head.text}" for token in doc] == [
        "Ada nsubj founded", "co compound founded", "- punct founded", "founded ROOT founded",
        "Mill obj founded"]  # fmt: skip


def test_his_ex_wife_is_one_person(pipeline: Language) -> None:
    doc = read_tokens(pipeline("Bo Quill sued his ex-wife Ada Dunn."))
    assert [mention.text for mention in find_mentions(doc)] == ["Bo Quill", "his ex-wife", "his", "Ada Dunn"]


def test_the_attorney_general_is_an_attorney(pipeline: Language) -> None:
    doc = read_tokens(pipeline("The attorney general is also seeking to bar the president."))
    mend_prefixes(doc)
    assert [f"{token.text} {token.dep_} {token.head.text}" for token in doc[:3]] == [
        "The det attorney", "attorney nsubj seeking", "general amod attorney"]  # fmt: skip
