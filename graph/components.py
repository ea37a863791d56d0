"""The spaCy component `litigraph_lawsuits`: what one Doc says of lawsuits, in anybody's English pipeline.

It is found by its entry point (https://spacy.io/usage/saving-loading#entry-points). What it finds is kept in
`Doc.user_data` as JSON, so that Docs can be pickled, stored and sent between processes.
"""

from __future__ import annotations

import json
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from graph.annotations import require_annotations
from graph.assemble import assemble
from graph.errors import UsageError
from graph.export.json import VERSION, decode_graph, encode
from graph.extract import extract_document
from graph.model import Document, KnowledgeGraph, Lawsuit, Relation
from graph.read.article import identify_text
from graph.read.days import is_day

NAME = "litigraph_lawsuits"
KEY = "litigraph"
EMPTY = KnowledgeGraph((), (), (), ())


class LawsuitComponent:
    """Reads lawsuits and relations from each Doc that passes; the Doc's own annotations stay as they are."""

    def __init__(self, *, min_confidence: float, include_negated: bool) -> None:
        self.min_confidence = min_confidence
        self.include_negated = include_negated

    def __call__(self, doc: Doc) -> Doc:
        """Add what one Doc says to it; ModelError where annotations are missing, UsageError for an illegal date."""
        require_annotations(doc, NAME)
        published = doc._.published
        if published is not None and not (isinstance(published, str) and is_day(published)):
            raise UsageError(f"{NAME}: doc._.published is {published!r}; legal are an ISO day (2025-01-28) and None")
        document = Document(identify_text(doc.text, published), "", doc.text, published)
        extraction = extract_document(document, doc)
        graph = assemble([extraction], min_confidence=self.min_confidence, include_negated=self.include_negated)
        doc.user_data[KEY] = json.dumps({"format": "litigraph", "version": VERSION, **encode(graph)})
        return doc


@Language.factory(
    NAME,
    default_config={"min_confidence": 0.0, "include_negated": False},
    assigns=["doc._.lawsuits", "doc._.relations", "doc._.litigraph"],
    requires=["token.dep", "token.pos", "token.lemma", "doc.ents", "doc.sents"],
)
def create_component(nlp: Language, name: str, min_confidence: float, include_negated: bool) -> LawsuitComponent:
    """Return the component; its options are those of `graph.build`. UsageError where one is not legal.

    The attributes of Docs are registered here, not at the import: spaCy imports what it finds, used or not.
    """
    if not 0.0 <= min_confidence <= 1.0:
        raise UsageError(f"{name}: min_confidence is {min_confidence!r}; legal are numbers from 0 to 1")
    register_extensions()
    return LawsuitComponent(min_confidence=min_confidence, include_negated=include_negated)


def register_extensions() -> None:
    """Give Docs the attributes `litigraph`, `lawsuits`, `relations` and `published`; again does no harm.

    Raises UsageError where a getter's name is taken by another package.
    """
    for name, getter in {KEY: read_graph, "lawsuits": read_lawsuits, "relations": read_relations}.items():
        if Doc.has_extension(name):
            taken = Doc.get_extension(name)[2]
            # A notebook that loads this module again has another function of the same name.
            if getattr(taken, "__module__", None) != __name__:
                raise UsageError(
                    f"{NAME}: doc._.{name} is already another package's; "
                    f"where you can do without that, call Doc.remove_extension({name!r}) before"
                )
        Doc.set_extension(name, getter=getter, force=True)
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)


def read_graph(doc: Doc) -> KnowledgeGraph:
    """Return the graph of one Doc, without evidence of other documents; it is empty where no component has read it."""
    content = doc.user_data.get(KEY)
    return EMPTY if content is None else _decode(content)


@lru_cache(maxsize=16)
def _decode(content: str) -> KnowledgeGraph:
    return decode_graph(json.loads(content))


def read_lawsuits(doc: Doc) -> tuple[Lawsuit, ...]:
    """Return the lawsuits that one Doc tells of."""
    return read_graph(doc).lawsuits


def read_relations(doc: Doc) -> tuple[Relation, ...]:
    """Return the relations that one Doc states; their evidence counts characters of its text."""
    return read_graph(doc).relations
