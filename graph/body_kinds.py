"""Tells which bodies a noun can describe: "the party" is no newspaper, "the bank" no ministry."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from graph.model import EntityType
from graph.schema import FOLDER, read_toml

WORD = re.compile(r"[\w-]+")


@cache
def load_kinds(table: str) -> dict[str, frozenset[str]]:
    """Return the kinds of body that each word stands for, of a table of body_kinds.toml."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, words in read_toml(FOLDER / "body_kinds.toml")[table].items():
        for word in words:
            found[word].add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def load_telling() -> dict[str, frozenset[str]]:
    """Return the words by which a name tells that it is of a kind, for each noun that needs them."""
    table = read_toml(FOLDER / "body_kinds.toml")["told"]
    return {noun: frozenset(words) for nouns, words in table.items() for noun in nouns.split()}


@cache
def load_bodies() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of well-known bodies, and the words that only a body's name ends in."""
    data = read_toml(FOLDER / "bodies.toml")
    return frozenset(data["names"]), frozenset(data["endings"])


def fits_body(noun: str, names: Iterable[str], type_: EntityType) -> bool:
    """Tell whether a noun can describe a body of these names; what neither shows its kind by may be any."""
    nouns, words, telling = load_kinds("nouns"), load_kinds("names"), load_telling().get(noun)
    if noun not in nouns and telling is None:
        return True
    printed = tuple(names)
    own = [word for name in printed for word in WORD.findall(name.casefold())]
    held = {kind for word in own for kind in words.get(word, ())}
    if type_ is EntityType.MEDIA_OUTLET:
        held = {"media"} | ({"wire"} & held)
    if telling is not None:
        # whatever publishes has a site
        if noun == "site" and "media" in held:
            return True
        return any(word in telling for word in own) and not (noun == "school" and "government" in held)
    if noun in load_kinds("panels") and held <= {"government"}:
        letters = [name.casefold().replace(".", "") for name in printed if name.isupper()]
        return noun in own or any(noun[0] in (word if noun == "bureau" else word[-1:]) for word in letters)
    if "any" in nouns[noun]:
        return "chamber" not in held and not (noun == "group" and "media" in held)
    return not held or bool(held & nouns[noun])
