"""The spaCy component `litigraph_names`: names as the whole text tells them, in place of what an ner saw.

It writes to `doc.ents` the people, bodies, outlets, courts and works that litigraph reads: by its lists of outlets and
courts, the other mentions of a name, and the words around it. Places, laws, dates and sums stay as the ner found them.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from graph.annotations import require_annotations
from graph.model import EntityType, MentionKind
from graph.references import find_references
from graph.tokens import read_tokens

NAME = "litigraph_names"
LABELS = {
    EntityType.PERSON: "PERSON",
    EntityType.ORGANIZATION: "ORG",
    EntityType.MEDIA_OUTLET: "MEDIA",
    EntityType.COURT: "COURT",
    EntityType.WORK: "WORK",
}
# what litigraph makes no node of; the second line is of pipelines other than its own
KEPT = frozenset({"DATE", "LAW", "MONEY", "PLACE"}) | frozenset(
    {"CARDINAL", "EVENT", "FAC", "GPE", "LANGUAGE", "LOC", "NORP", "ORDINAL", "PERCENT", "PRODUCT", "QUANTITY", "TIME"}
)


def name_anew(doc: Doc) -> Doc:
    """Set the names of a Doc to those that litigraph reads in it; ModelError where it lacks what they are read by."""
    require_annotations(doc, NAME)
    tokens = read_tokens(doc)
    try:
        mentions, _ = find_references(tokens)
    finally:
        tokens.close()
    named = [mention for mention in mentions if mention.kind is MentionKind.NAMED and mention.type in LABELS]
    spans = [doc.char_span(item.span.start, item.span.end, label=LABELS[item.type]) for item in named]
    read = filter_spans(span for span in spans if span is not None)
    taken = {token.i for span in read for token in span}
    kept = [entity for entity in doc.ents if entity.label_ in KEPT and taken.isdisjoint(token.i for token in entity)]
    doc.set_ents([*read, *kept], default="outside")
    return doc


class NameComponent:
    """Names each Doc that passes anew."""

    def __call__(self, doc: Doc) -> Doc:
        """Name one Doc anew; see `name_anew`."""
        return name_anew(doc)


@Language.factory(NAME, assigns=["doc.ents"], requires=["token.dep", "token.pos", "token.lemma", "doc.ents"])
def create_component(nlp: Language, name: str) -> NameComponent:
    """Return the component."""
    return NameComponent()
