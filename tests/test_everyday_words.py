"""Everyday words whose place alone gives them a capital are nobody, unless their company shows a bearer."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc as ParsedDoc

from graph.descriptions import load_given_names
from graph.names import find_names
from graph.no_names import EVERYDAY_PAIRS, EVERYDAY_WORDS, load_everyday_pairs, load_everyday_words
from graph.tokens import read_tokens
from graph.training.everyday import choose_pairs, choose_words, write_words
from tests.docs import LEMMAS

ROOTS = frozenset({"said", "told", "is", "fell", "grew", "left", "met", "read", "sued"})


def names_of(text: str, *tagged: str) -> dict[str, str]:
    """Return the type of each name by its text; `tagged` are the model's names, as "words/LABEL".

    A full stop or "//" ends a sentence, and "//" stands for a new line; what stands before a verb is its subject.
    """
    words = ["\n\n" if word == "//" else word for word in text.split()]
    labels = ["O"] * len(words)
    for name, label in (entry.rsplit("/", 1) for entry in tagged):
        parts = name.split()
        for start in range(len(words)):
            if words[start : start + len(parts)] == parts and labels[start] == "O":
                labels[start : start + len(parts)] = [f"B-{label}", *(f"I-{label}" for _ in parts[1:])]
    ends = [at + 1 for at, word in enumerate(words) if word in {".", "\n\n"}]
    heads = list(range(len(words)))
    for first, end in zip([0, *ends], [*ends, len(words)], strict=True):
        heads[first:end] = [next((at for at in range(first, end) if words[at] in ROOTS), end - 1)] * (end - first)
    nexts = [*words[1:], ""]
    doc = read_tokens(ParsedDoc(
        English().vocab, words=words, heads=heads, lemmas=[LEMMAS.get(word, word) for word in words], ents=labels,
        spaces=[word not in {"“", "("} and after not in {"”", ")"} for word, after in zip(words, nexts, strict=True)],
        pos=["VERB" if word in ROOTS else "PROPN" if word[:1].isupper() else "NOUN" if word.isalnum() else "PUNCT"
             for word in words],
        deps=["root" if at == head else {head - 1: "nsubj", head + 1: "obj"}.get(at, "dep")
              for at, head in enumerate(heads)],
    ))  # fmt: skip
    return {name.tokens(doc).text: name.type.value for name in find_names(doc)}


@pytest.mark.parametrize("text", [
    "they left . Courage grew in them",
    "then “ Courage ” fell",
    "Report : Courage is rare",
    "he left the U.S. Courage is rare",
    "A Night Of Harbour Courage // they left",
    "she met the Lord of Courage",
    "they read of a fight against Courage",
    "then Courage 46 % fell",
    "they met Courage and Harvest , they read Courage and Harvest , they left Courage and Harvest",
    "they read of the Last Courage , the Last Courage and the Last Courage",
])  # fmt: skip
def test_an_everyday_word_that_nothing_makes_a_person_is_nobody(text: str) -> None:
    assert names_of(text, "Courage/PERSON") == {}


@pytest.mark.parametrize("text", [
    "they left . Courage said so",
    "they left . Courage , 46 , fell",
    "they left . Courage , who fell",
    "they left . Courage ( @courage )",
    "they left . Courage 's wife fell",
    "they met Mr. Courage",
    "they met actor Courage",
    "they met a man named Courage",
    "“ never , ” Courage left",
    "then Courage left them",
    "she sued Courage",
    "Orrin alias “ Courage ” fell",
    "then Courage fell and Courage left and a friend of Courage met Courage",
])  # fmt: skip
def test_an_everyday_word_whose_company_shows_a_bearer_is_somebody(text: str) -> None:
    assert names_of(text, "Courage/PERSON") == {"Courage": "Person"}


def test_a_full_name_and_a_list_of_people_show_a_bearer() -> None:
    found = names_of("they met Ada Courage . Courage fell", "Ada Courage/PERSON", "Courage/PERSON")
    assert found == {"Ada Courage": "Person", "Courage": "Person"}
    assert "Courage" in names_of("they met Orrin , Courage and Sela", "Orrin/PERSON", "Courage/PERSON", "Sela/PERSON")


def test_a_plural_and_a_word_for_people_that_open_a_sentence_are_nobody_whatever_they_say() -> None:
    assert names_of("they left . Bakers said so", "Bakers/PERSON") == {}
    assert names_of("they left . Banker , 46 , fell", "Banker/PERSON") == {}
    assert names_of("they met Dancer , nine , there", "Dancer/PERSON") == {"Dancer": "Person"}


@pytest.mark.parametrize("label", ["PERSON", "ORG"])
def test_a_word_that_opens_many_sentences_is_a_name(label: str) -> None:
    assert names_of("Courage fell . " * 4, f"Courage/{label}") == {}
    assert names_of("Courage fell . " * 5, f"Courage/{label}").keys() == {"Courage"}


def test_a_given_name_stays_a_name_though_it_is_an_everyday_word() -> None:
    assert "hope" in load_everyday_words() and "hope" in load_given_names()
    assert names_of("they left . Hope fell", "Hope/PERSON") == {"Hope": "Person"}


@pytest.mark.parametrize("text", [
    "they left . Courage grew in them",
    "“ Courage grew in them ”",
    "A LONG NIGHT OF COURAGE // they left",
    "they met the Comptroller of the Courage",
    "they read the Study of Grief , Anger , and Courage",
    "they left // COURAGE // they fell",
    "“ they left . ” Courage grew in them",
])  # fmt: skip
def test_an_everyday_word_that_nothing_makes_a_body_is_none(text: str) -> None:
    assert names_of(text, "Courage/ORG", "COURAGE/ORG") == {}


@pytest.mark.parametrize("text", [
    "they left . Courage said so",
    "they left . Courage , a charity , fell",
    "they left . The charity Courage fell",
    "they left . The magazine “ Courage ” fell",
    "they left . Firms such as Courage fell",
    "they met Courage",
    "they met the founder of The Courage",
    "they left Harbor , Anger and Courage",
    "then “ Courage ” fell",
])  # fmt: skip
def test_an_everyday_word_that_its_place_or_company_makes_a_body_stays_one(text: str) -> None:
    assert names_of(text, "Courage/ORG").keys() == {"Courage"}


def test_letters_that_stand_for_a_body_are_no_everyday_word() -> None:
    assert names_of("they left . COPE grew in them", "COPE/ORG") == {"COPE": "Organization"}
    assert names_of("they read the COPE / MRA notes", "COPE/ORG") == {"COPE": "Organization"}


def test_a_longer_name_shows_the_body_that_a_word_is_short_for() -> None:
    found = names_of("they met Courage Holdings . Courage fell", "Courage Holdings/ORG", "Courage/ORG")
    assert found.keys() == {"Courage Holdings", "Courage"}


def test_a_pair_of_everyday_words_is_nobody_and_no_body() -> None:
    assert "bad things" in load_everyday_pairs()
    assert names_of("they met the Bad Things of it", "Bad Things/ORG") == {}
    assert names_of("they met the Bad Things of it", "Bad Things/PERSON") == {}
    assert names_of("then Harvest Rumour left", "Harvest Rumour/PERSON") == {"Harvest Rumour": "Person"}


@pytest.mark.parametrize("text", [
    "they met the charity Bad Things",
    "they met the Bad Things singer",
    "they read “ Bad Things ”",
])  # fmt: skip
def test_a_pair_of_everyday_words_may_be_a_body_s_name(text: str) -> None:
    assert names_of(text, "Bad Things/ORG").keys() == {"Bad Things"}


def test_a_pair_that_ends_as_bodies_do_stays_one() -> None:
    assert "review group" in load_everyday_pairs()
    assert names_of("they met the Review Group of it", "Review Group/ORG") == {"Review Group": "Organization"}


def test_the_lists_are_sorted_and_without_repetition() -> None:
    words = EVERYDAY_WORDS.read_text(encoding="utf-8").split()
    pairs = EVERYDAY_PAIRS.read_text(encoding="utf-8").splitlines()
    for entries in (words, pairs):
        assert entries == sorted(set(entries))
        assert all(entry.islower() and entry.isascii() for entry in entries)
    assert all(set(pair.split()) <= set(words) for pair in pairs)


def test_the_words_that_articles_write_small_are_learnt() -> None:
    texts = ["we saw harbour life there, and Quill too"] * 4
    assert {"harbour", "life"} <= set(choose_words(texts))
    assert not {"quill", "we"} & set(choose_words(texts)), "what opens a sentence shows nothing"
    assert "life" not in choose_words([*texts, "of Life"]), "a fifth of the articles write it with a capital"
    assert choose_words(texts[:2]) == []
    assert "courage" not in choose_words(["they met courage@quill.com"] * 4), "an address is no word"


def test_the_pairs_that_articles_write_small_and_some_headline_with_capitals_are_learnt() -> None:
    texts = ["we saw harbour life there"] * 4
    words = frozenset(choose_words(texts))
    assert choose_pairs(texts, words) == []
    assert choose_pairs([*texts, "Harbour Life Ends"], words) == ["harbour life"]
    assert choose_pairs([*texts, "Harbour Life Ends"], words - {"life"}) == []
    assert choose_pairs([*texts, "we met Harbour Life"], words) == []
    assert choose_pairs(["we saw the harbour life there", "The Harbour"] * 4, words | {"the"}) == []


@pytest.mark.parametrize("packed", [False, True])
def test_the_lists_are_written_from_a_file_of_articles(tmp_path: Path, packed: bool) -> None:
    news = tmp_path / ("news.jsonl.gz" if packed else "news.jsonl")
    rows = [{"text": "we saw harbour life there"}] * 8 + [{"text": "Harbour Life Ends"}]
    lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
    news.write_bytes(gzip.compress(lines) if packed else lines)
    write_words(news, tmp_path)
    assert (tmp_path / EVERYDAY_PAIRS.name).read_text(encoding="utf-8") == "harbour life\n"
    assert "harbour" in (tmp_path / EVERYDAY_WORDS.name).read_text(encoding="utf-8").split()


@pytest.mark.parametrize("text", [
    "they met harvest rumour . they met the Harvest Rumour of it",
    "A Long Night Of Harvest Rumour // they left",
    "A LONG NIGHT OF HARVEST RUMOUR // they left",
    "they met the School of Law and Harvest Rumour",
])  # fmt: skip
def test_everyday_words_that_the_text_writes_small_or_in_a_headline_or_as_an_end_are_no_body(text: str) -> None:
    assert names_of(text, "Harvest Rumour/ORG", "HARVEST RUMOUR/ORG") == {}


@pytest.mark.parametrize("text", [
    "they met the Harvest Rumour of it",
    "they met “ Harvest Rumour ”",
])  # fmt: skip
def test_everyday_words_may_be_a_body_s_name_inside_a_sentence(text: str) -> None:
    assert names_of(text, "Harvest Rumour/ORG").keys() == {"Harvest Rumour"}


def test_an_outlet_s_everyday_name_that_opens_a_sentence_and_does_nothing_is_no_body() -> None:
    assert names_of("they left . Fortune grew in them", "Fortune/ORG") == {}
    assert names_of("they left . Fortune said so", "Fortune/ORG").keys() == {"Fortune"}
