"""Finds what one document refers to: parsed Doc in, mentions of things and of proceedings out."""

from __future__ import annotations

from graph.captions import find_captions
from graph.inflection import mend_lemmas
from graph.lawsuits import find_lawsuits
from graph.mentions import find_mentions
from graph.model import Mention
from graph.titles import mend_titles
from graph.tokens import Doc
from graph.trees import mend_trees


def find_references(doc: Doc) -> tuple[list[Mention], list[Mention]]:
    """Mend a document's lemmas and trees, and return its mentions and those of proceedings, each in text order.

    A word that evokes a proceeding is no mention of anything else.
    """
    mend_lemmas(doc)
    mend_titles(doc)
    mend_trees(doc)
    mentions = find_mentions(doc)
    lawsuits = sorted([*find_lawsuits(doc, mentions), *find_captions(doc, mentions)], key=lambda item: item.span.start)
    evoked = {mention.head.start for mention in lawsuits}
    return [mention for mention in mentions if mention.head.start not in evoked], lawsuits
