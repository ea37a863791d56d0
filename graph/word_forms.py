"""The form under which a word is looked up: its lemma with what hyphens and the tokenizer part from it."""

from __future__ import annotations

from spacy.tokens import Token

HYPHENS = frozenset({"-", "‐", "‑"})
PREFIXES = frozenset({"co", "ex", "half", "step", "vice", "counter", "cross", "non", "mother", "re"})


def base_form(token: Token) -> str:
    """Return a token's lemma in lower case, with what belongs to it: "co-star", "son-in-law", "attorney-general"."""
    lemma = token.lemma_.lower()
    if is_in_law(token):
        return f"{lemma}-in-law"
    index, doc = token.i, token.doc
    if index > 1 and doc[index - 1].text in HYPHENS and doc[index - 2].lower_ in PREFIXES:
        return f"{doc[index - 2].lower_}-{lemma}"
    if lemma == "attorney" and index + 1 < len(doc) and doc[index + 1].lower_ == "general":
        return "attorney-general"
    if lemma.startswith("-") and index and doc[index - 1].lower_ in PREFIXES:
        return doc[index - 1].lower_ + lemma
    return lemma


def is_in_law(token: Token) -> bool:
    """Tell whether a word for kin goes on in "-in-law", which the tokenizer parts from it."""
    doc, index = token.doc, token.i
    if index + 4 >= len(doc) or doc[index + 1].text not in HYPHENS:
        return False
    return (doc[index + 2].lower_, doc[index + 4].lower_) == ("in", "law")


def is_plural(noun: Token) -> bool:
    """Tell whether a noun stands for several things."""
    return "Number=Plur" in str(noun.morph) or noun.tag_ in {"NNS", "NNPS"}
