"""The lists of names and words hold each entry once, in order, and do not contradict each other."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

import pytest

from graph.outlets import drop_article, find_outlets, load_outlets
from graph.schema import FOLDER, read_toml

NOUNS = ("female", "male", "any", "organization", "media", "court", "work", "couple")
TITLES = ("titles_female", "titles_male", "titles_any")


def order(text: str) -> tuple[str, str]:
    """Return the key by which lists are sorted: without regard to case and accents."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return plain.casefold(), text


def list_arrays(file: str) -> list[tuple[str, list[str]]]:
    """Return every array of a declaration file with its key."""
    data: dict[str, Any] = read_toml(FOLDER / file)
    tables = [data, *(value for value in data.values() if isinstance(value, dict))]
    return [(key, value) for table in tables for key, value in table.items()
            if isinstance(value, list) and all(isinstance(item, str) for item in value)]  # fmt: skip


@pytest.mark.parametrize(
    "file",
    ["bodies.toml", "first_names.toml", "nicknames.toml", "no_names.toml", "prosecutions.toml", "descriptions.toml",
         "things.toml",
     "courts.toml"],
)  # fmt: skip
def test_arrays_are_sorted_and_without_repetition(file: str) -> None:
    arrays = list_arrays(file)
    assert arrays
    for key, words in arrays:
        assert words, key
        assert words == sorted(set(words), key=order), key
        assert all(word == word.strip() == unicodedata.normalize("NFC", word) != "" for word in words), key


@pytest.mark.parametrize(("file", "keys"), [
    ("first_names.toml", ("female", "male", "either")),
    ("descriptions.toml", NOUNS),
    ("descriptions.toml", TITLES),
    ("courts.toml", ("kinds", "proper", "not_courts")),
])  # fmt: skip
def test_an_entry_stands_in_one_array(file: str, keys: tuple[str, ...]) -> None:
    data = read_toml(FOLDER / file)
    counts = Counter(word.lower() for key in keys for word in data[key])
    assert [word for word, count in counts.items() if count > 1] == []


def test_a_nickname_is_not_its_own_full_name() -> None:
    nicknames = read_toml(FOLDER / "nicknames.toml")["nicknames"]
    assert list(nicknames) == sorted(nicknames, key=order)
    assert [name for name, short in nicknames.items() if name in short] == []


def test_genders_of_nicknames_do_not_cross() -> None:
    """A woman's name has no short form that is a man's alone, nor the other way round."""
    data = read_toml(FOLDER / "first_names.toml")
    female, male = set(data["female"]), set(data["male"])
    for name, short in read_toml(FOLDER / "nicknames.toml")["nicknames"].items():
        crossing = set(short) & (male if name in female else female if name in male else set())
        assert not crossing, name


def test_outlets_are_sorted_and_named_once() -> None:
    names = [outlet.name for outlet in load_outlets()]
    assert names == sorted(set(names), key=lambda name: (order(drop_article(name)), name))
    for outlet in load_outlets():
        for names_of in (outlet.aliases, outlet.ambiguous, outlet.domains):
            assert list(names_of) == sorted(names_of), outlet.name


def test_domains_belong_to_one_outlet() -> None:
    counts = Counter(domain for outlet in load_outlets() for domain in outlet.domains)
    assert [domain for domain, count in counts.items() if count > 1] == []


def test_everyday_words_never_name_an_outlet_for_certain() -> None:
    words = """People Time Us Variety Fortune Star OK! Sun Mirror Times Post Globe Guardian Express Independent Insider
        Vice Wired Elle Forbes ABC CBS Fox Deadline Extra Today Closer Slate Salon Bloomberg""".split()
    words.append("Rolling Stone")
    for word in words:
        matches = find_outlets(f"said {word} then")
        assert [match.ambiguous for match in matches] == [True], word


def test_lookalikes_hold_an_outlet_name() -> None:
    """A lookalike that hides nothing has no business in the list."""
    names = {drop_article(form) for outlet in load_outlets() for form in outlet.forms}
    heads = {name.split()[0] for name in names} | {name.split()[-1] for name in names}
    lookalikes = read_toml(FOLDER / "outlets.toml")["lookalikes"]
    assert lookalikes == sorted(set(lookalikes), key=order)
    for phrase in lookalikes:
        words = phrase.replace("'", " ").replace("-", " ").split()
        assert heads & set(words), phrase


def test_causes_are_sorted_and_named_once() -> None:
    tables = read_toml(FOLDER / "causes.toml")["cause"]
    names = [table["name"] for table in tables]
    assert names == sorted(set(names))
    for table in tables:
        assert table["wordings"] == sorted(table["wordings"]), table["name"]
        assert table["name"] in table["wordings"], table["name"]


def test_court_parts_are_no_lookalikes() -> None:
    data = read_toml(FOLDER / "courts.toml")
    for part in (*data["kinds"], *data["proper"]):
        assert not part.endswith(tuple(data["not_courts"])), part
