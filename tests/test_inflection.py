"""Declared words are known by their forms, whatever lemma a model guesses."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc as ParsedDoc

from graph.inflection import declared_forms, declared_words, find_base, inflect_noun, inflect_verb, mend_lemmas
from graph.tokens import read_tokens

VOCAB = English().vocab


@pytest.mark.parametrize(("verb", "forms"), [
    ("sue", ["sues", "sued", "suing"]),
    ("slam", ["slams", "slammed", "slamming"]),
    ("deny", ["denies", "denied", "denying"]),
    ("agree", ["agrees", "agreed", "agreeing"]),
    ("submit", ["submits", "submitted", "submitting"]),
    ("visit", ["visits", "visited", "visiting"]),
    ("publish", ["publishes", "published", "publishing"]),
    ("show", ["shows", "showed", "showing"]),
])  # fmt: skip
def test_regular_verbs_follow_the_spelling_rules(verb: str, forms: list[str]) -> None:
    assert list(inflect_verb(verb)) == forms


@pytest.mark.parametrize(
    ("noun", "plural"), [("suit", "suits"), ("attorney", "attorneys"), ("party", "parties"), ("boss", "bosses")]
)
def test_regular_nouns_follow_the_spelling_rules(noun: str, plural: str) -> None:
    assert inflect_noun(noun) == plural


def test_irregular_forms_are_declared() -> None:
    verbs, nouns = declared_forms()
    assert (verbs["told"], verbs["brought"], nouns["wives"]) == ("tell", "bring", "wife")


def test_every_irregular_verb_is_one_that_the_schema_uses() -> None:
    verbs, nouns = declared_words()
    forms, plurals = declared_forms()
    assert set(forms.values()) <= verbs
    assert set(plurals.values()) <= nouns


@pytest.mark.parametrize(("word", "pos", "guessed", "lemma"), [
    ("slammed", "VERB", "slamm", "slam"),
    ("sued", "VERB", "su", "sue"),
    ("suing", "VERB", "suing", "sue"),
    ("attorneys", "NOUN", "attorneys", "attorney"),
    ("found", "VERB", "find", "find"),
    ("table", "NOUN", "table", "table"),
])  # fmt: skip
def test_a_declared_word_gets_its_own_lemma(word: str, pos: str, guessed: str, lemma: str) -> None:
    doc = read_tokens(ParsedDoc(VOCAB, words=[word], pos=[pos], lemmas=[guessed]))
    assert mend_lemmas(doc)[0].lemma_ == lemma


def test_a_name_keeps_the_model_s_lemma() -> None:
    doc = read_tokens(ParsedDoc(VOCAB, words=["Suits"], pos=["PROPN"], lemmas=["Suits"], ents=["B-WORK"]))
    assert mend_lemmas(doc)[0].lemma_ == "Suits"


@pytest.mark.parametrize(("form", "base"), [
    ("ruled", "rule"), ("voting", "vote"), ("denies", "deny"), ("looted", "loot"), ("stirred", "stir"),
    ("vying", "vie"), ("ran", ""), ("zorbled", ""),
])  # fmt: skip
def test_the_base_of_a_form_is_an_everyday_word(form: str, base: str) -> None:
    assert find_base(form) == base


def test_a_lemma_that_is_no_word_gives_way_to_one_and_any_other_stays() -> None:
    words, lemmas = ["Quill", "toppled", "and", "posted", "it"], ["Quill", "toppl", "and", "post", "it"]
    pos = ["PROPN", "VERB", "CCONJ", "VERB", "PRON"]
    doc = read_tokens(ParsedDoc(VOCAB, words=words, lemmas=lemmas, pos=pos))
    assert [token.lemma_ for token in mend_lemmas(doc)] == ["Quill", "topple", "and", "post", "it"]
