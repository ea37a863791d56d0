"""Knows the letters by which a text calls a law, a programme or a thing, and no body: "the Fair Trade Act (FTA)"."""

from __future__ import annotations

from graph.body_kinds import load_kinds
from graph.memory import once_per_document
from graph.spans import index_words
from graph.tokens import Doc, Token

LAWS = frozenset({"Act", "Acts", "Amendment", "Treaty", "Regulation", "Regulations", "Convention", "Agreement"})
# what is known by its letters too, and no body: "the Quill Lending Program (QLP)"
PROGRAMMES = frozenset({"Code", "Pact", "Program", "Programme", "Scheme"})
UNITS = frozenset({"Development", "Environment", "Food"})
# the heads of what a newspaper may write in small letters and yet is a body
ORGANS = frozenset(
    "agency association authority bureau centre center club commission committee council court department directorate "
    "federation force forces front fund group institute institution league ministry movement office organisation "
    "organization party patrol police programme registry society team trust union unit".split()
)


@once_per_document
def find_laws(doc: Doc) -> frozenset[str]:
    """Return the abbreviations of the laws and programmes of a document: in brackets behind one, or its first letters.

    "the Fair Trade Act (FTA)", "the Fair Trade Act" and later "FTA".
    """
    bracketed = {
        doc[token.i + 1].text
        for token in index_words(doc).get("(", ())
        if 0 < token.i < len(doc) - 2 and names_law(doc[token.i - 1]) and doc[token.i + 2].text == ")"
    }
    spelt = (token for word in ("Act", "Program") for token in index_words(doc).get(word, ()) if names_law(token))
    return frozenset(bracketed | {spell_initials(token) for token in spelt})


def names_law(token: Token) -> bool:
    """Tell whether a law's or a programme's name ends in a word; "World Food Program" is a body."""
    body = token.i > 0 and token.nbor(-1).text in UNITS
    return token.text in LAWS or (token.text in PROGRAMMES and not body)


def spell_initials(law: Token) -> str:
    """Return the first letters of the capitalised words that end in one for a law, at least three, or nothing."""
    doc, at = law.doc, law.i
    while at > 0 and (doc[at - 1].text[:1].isupper() or doc[at - 1].lower_ in {"and", "of", "for", "the"}):
        at -= 1
    letters = "".join(token.text[0] for token in doc[at : law.i + 1] if token.text[:1].isupper())
    return letters if len(letters) > 2 else ""


@once_per_document
def find_terms(doc: Doc) -> frozenset[str]:
    """Return the letters in brackets of what is a thing and no body: "material adverse effect (MAE)"."""
    found: set[str] = set()
    for token in index_words(doc).get("(", ()):
        if not 0 < token.i < len(doc) - 2:
            continue
        letters = doc[token.i + 1].text
        words = doc[max(0, token.i - len(letters)) : token.i]
        if not letters.isupper() or len(letters) < 2 or doc[token.i + 2].text != ")":
            continue
        spelt = "".join(word.text[:1] for word in words) == letters.lower()
        if spelt and not any(word.lower_ in load_kinds("nouns") or word.lower_ in ORGANS for word in words):
            found.add(letters)
    return frozenset(found)
