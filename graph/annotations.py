"""What a Doc must have before litigraph's components can read it."""

from __future__ import annotations

from spacy.tokens import Doc

from graph.errors import ModelError

NEEDED = {
    "DEP": "a parser (who does what to whom)",
    "ENT_IOB": "an ner (names of people and organizations)",
    "POS": "a tagger with an attribute_ruler, or a morphologizer (parts of speech)",
    "LEMMA": "a lemmatizer (the base form of verbs and nouns)",
}


def require_annotations(doc: Doc, component: str) -> None:
    """Raise ModelError where a Doc with words in it lacks what the stages read, naming the components that give it."""
    if all(token.is_space for token in doc):
        return
    missing = [source for attribute, source in NEEDED.items() if not doc.has_annotation(attribute)]
    if missing:
        raise ModelError(
            f"{component}: the Doc lacks what comes from {'; '.join(missing)}. Use a full English pipeline such as "
            f"en_core_web_sm, and add {component} after those components"
        )
