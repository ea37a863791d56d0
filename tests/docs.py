"""Hand-built Docs: one line a token, "word POS dep head" and, in a name, "B-PERSON" or "I-PERSON"."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc as ParsedDoc

from graph.tokens import Doc, read_tokens

FORMS = (
    "sued:sue suing:sue accused:accuse lying:lie said:say told:tell filed:file decided:decide is:be was:be wrote:write "
    "harassing:harass asked:ask"
)
LEMMAS = dict(form.split(":") for form in FORMS.split())
TAGS = {"filed": "VBN", "sued": "VBD"}


def parse(lines: str, *, tags: dict[str, str] | None = None, lemmas: dict[str, str] | None = None) -> Doc:
    """Return the tokens of a Doc that is built from lines."""
    return read_tokens(build_doc(lines, tags=tags, lemmas=lemmas))


def build_doc(lines: str, *, tags: dict[str, str] | None = None, lemmas: dict[str, str] | None = None) -> ParsedDoc:
    """Build spaCy's Doc from "word POS dep head [entity]" lines; heads are 0-based, the root is its own head."""
    rows = [line.split() for line in lines.splitlines() if line.strip()]
    words = [row[0] for row in rows]
    known = TAGS | (tags or {})
    return ParsedDoc(
        English().vocab,
        words=words,
        spaces=[not (following in {",", "."} or following.startswith(("'", "’"))) for following in [*words[1:], "."]],
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        lemmas=[(LEMMAS | (lemmas or {})).get(word, word) for word in words],
        tags=[known.get(word, "") for word in words],
        ents=[row[4] if len(row) > 4 else "O" for row in rows],
    )
