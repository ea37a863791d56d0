"""The form under which a word is looked up: its lemma with what hyphens and the tokenizer part from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graph.memory import once_per_document
from graph.schema import FOLDER, read_toml
from graph.tokens import Doc, Token

HYPHENS = frozenset({"-", "‐", "‑"})
BETROTHED = frozenset({"bride", "groom", "husband", "wife"})
# the first words of what has no hyphen and yet is one: "attorney general", "46-year-old"
PARTED = frozenset({"attorney", "old"})
PREFIXES = frozenset({"co", "ex", "half", "step", "vice", "counter", "cross", "non", "mother", "re"})


def base_form(token: Token) -> str:
    """Return a token's lemma in lower case, with what belongs to it: "co-star", "son-in-law", "attorney-general"."""
    lemma, form = token.base
    if lemma is not token.lemma_:
        form = _work_out_form(token)
        token.base = (token.lemma_, form)
    return form


@once_per_document
def list_forms(doc: Doc) -> Sequence[tuple[Token, str]]:
    """Return a document's tokens with their forms; ask it when no lemma will change any more."""
    found = []
    hyphened = {place for token in doc.tokens if token.text in HYPHENS for place in (token.i - 1, token.i + 1)}
    for token in doc.tokens:
        lemma, form = token.base
        if lemma is not token.lemma_:
            form = token.lemma_.lower()
            if token.i in hyphened or form in PARTED or form.startswith("-"):
                form = _work_out_form(token)
            token.base = (token.lemma_, form)
        found.append((token, form))
    return found


def _work_out_form(token: Token) -> str:
    lemma = token.lemma_.lower()
    index, tokens = token.i, token.doc.tokens
    if index + 1 < len(tokens) and tokens[index + 1].text in HYPHENS:
        if is_in_law(token):
            return f"{lemma}-in-law"
        if lemma in BETROTHED and [word.lower_ for word in tokens[index + 1 : index + 5]] == ["-", "to", "-", "be"]:
            return f"{lemma}-to-be"
    if index > 1 and tokens[index - 1].text in HYPHENS and tokens[index - 2].lower_ in PREFIXES:
        return f"{tokens[index - 2].lower_}-{lemma}"
    if lemma == "attorney" and index + 1 < len(tokens) and tokens[index + 1].lower_ == "general":
        return "attorney-general"
    if lemma == "old" and token.dep_ != "amod" and index > 2 and tokens[index - 2].lower_ == "year":
        # "the 46-year-old", who is nothing else
        return "year-old"
    if lemma.startswith("-") and index and tokens[index - 1].lower_ in PREFIXES:
        return tokens[index - 1].lower_ + lemma
    return lemma


def is_in_law(token: Token) -> bool:
    """Tell whether a word for kin goes on in "-in-law", which the tokenizer parts from it."""
    tokens, index = token.doc.tokens, token.i
    if index + 4 >= len(tokens) or tokens[index + 1].text not in HYPHENS:
        return False
    return (tokens[index + 2].lower_, tokens[index + 4].lower_) == ("in", "law")


def is_plural(noun: Token) -> bool:
    """Tell whether a noun stands for several things."""
    return "Number=Plur" in str(noun.morph) or noun.tag_ in {"NNS", "NNPS"}


def takes_that(noun: Token) -> bool:
    """Tell whether a "plural" between a name and "that" is a verb: "Ada claims that …"."""
    if noun.i == 0 or noun.i + 1 >= len(noun.doc) or noun.nbor().lower_ != "that":
        return False
    return noun.nbor(-1).pos_ == "PROPN" and noun.lower_.endswith("s")


@cache
def load_impersonal() -> frozenset[str]:
    """Return the nouns for what "who" does not go back to where it only belongs to somebody: "show", "company"."""
    data = read_toml(FOLDER / "descriptions.toml")
    return frozenset(word.lower() for kind in ("court", "media", "organization", "work") for word in data[kind])
