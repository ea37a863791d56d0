"""In which proceeding somebody testified where the sentence names none."""

from __future__ import annotations

from spacy.language import Language

from graph.extract import extract_document
from graph.model import Document, MentionKind

TOLD = (
    "Peter Hallam is on trial for murder. He faces a libel suit from Susan Okafor, too. "
    "Sarah Lindner testified that she met {0} in Boston."
)


def suits_of_witness(text: str, pipeline: Language) -> list[MentionKind]:
    """Return of which kind the first mention of each proceeding is in which somebody is a witness."""
    found = extract_document(Document("one", "one.txt", text), pipeline(text))
    return [found.chains[mention.object].mentions[0].kind for mention in found.relations
            if mention.relation == "witness_in"]  # fmt: skip


def test_testimony_about_the_accused_is_given_at_the_trial(pipeline: Language) -> None:
    assert MentionKind.EVENT not in suits_of_witness(TOLD.format("Peter Hallam"), pipeline)


def test_testimony_about_nobody_who_is_sued_stays_where_it_stands(pipeline: Language) -> None:
    assert suits_of_witness(TOLD.format("a cook"), pipeline) == [MentionKind.EVENT]
