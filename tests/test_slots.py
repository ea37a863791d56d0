"""What is said of a slot by its name agrees with how it is filled, for all slots that a relation names."""

from __future__ import annotations

import pytest

from graph.blame import BLAMED
from graph.coreference import build_chains
from graph.frames import Frame, Roles
from graph.model import Document, EntityType
from graph.nlp import load_pipeline
from graph.reading import Reading
from graph.references import find_references
from graph.schema import load_relations
from graph.slots import is_clausal, is_plain, read_slots
from graph.tokens import read_tokens

TEXT = (
    "Ada Quill sued the director of Harbor News, Bo Dunn, on Monday for calling her a liar. Quill's lawyer, Cy Fox, "
    "said that the suit accuses Dunn of fraud and that Harbor News broke the law. Gale Roe, a reporter at the Mill "
    "Gazette and the sister of Dunn, told the judge that Quill had stolen a car with Fox."
)
WRITTEN = {slot for relation in load_relations().values() for pattern in relation.patterns
           for slot in (*pattern.source, *pattern.target) if pattern.kind != "affiliation"}  # fmt: skip
SLOTS = sorted(slot.partition(":")[0] for slot in WRITTEN)


def test_a_slot_narrows_the_types_that_a_relation_allows() -> None:
    both = frozenset({EntityType.PERSON, EntityType.COURT})
    assert read_slots(("subject", "modifier:Person"), both) == (
        ("subject", both), ("modifier", frozenset({EntityType.PERSON})))  # fmt: skip


@pytest.mark.parametrize(
    ("slot", "plain", "clausal"),
    [
        ("subject", True, False),
        ("in.at", True, False),
        ("clause.object", True, True),
        ("holder", False, False),
        (BLAMED, False, False),
        ("subject.client", False, False),
        ("clause.owner", False, True),
        ("content", False, True),
    ],
)
def test_a_slot_tells_by_its_name_what_fills_it(slot: str, plain: bool, clausal: bool) -> None:
    assert (is_plain(slot), is_clausal(slot)) == (plain, clausal)


@pytest.mark.model
def test_what_fills_a_slot_is_what_its_name_tells() -> None:
    doc = read_tokens(load_pipeline()(TEXT))
    mentions, _ = find_references(doc)
    reading = Reading(Document("d", "d.txt", TEXT), doc, build_chains(doc, mentions))
    for token in doc:
        for slot in SLOTS:
            if is_plain(slot):
                frame = Frame(token, reading, Roles({}, {}))
                assert frame._find_fillers(slot) == frame._fill_plainly(slot), (token, slot)
            if not is_clausal(slot):
                frame = Frame(token, reading, Roles({}, {}))
                own = Frame(token, reading, Roles({}, {})).narrow([])
                assert own.fillers(slot) == frame.fillers(slot), (token, slot)
