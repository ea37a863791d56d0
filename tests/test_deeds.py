"""What clusters did, underwent and own, beside what a pronoun does."""

from __future__ import annotations

import pytest

from graph.clusters import Clustering
from graph.deeds import Deeds
from graph.mentions import find_mentions
from graph.name_chains import join_names
from tests.docs import parse

SUED = """
Ada PROPN nsubj 1 B-PERSON
sued VERB ROOT 1
Bea PROPN obj 1 B-PERSON
. PUNCT punct 1
"""


@pytest.mark.parametrize(("lines", "ada", "bea"), [
    ("She PRON nsubj 5\nsued VERB ROOT 5\nHarbor PROPN obj 5 B-ORG", [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]),
    ("Harbor PROPN nsubj 5 B-ORG\nsued VERB ROOT 5\nher PRON obj 5", [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]),
    # what anybody does tells nothing
    ("She PRON nsubj 5\nsaid VERB ROOT 5\nso ADV advmod 5", [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]),
])  # fmt: skip
def test_a_pronouns_deed_is_beside_those_of_the_names(lines: str, ada: list[float], bea: list[float]) -> None:
    doc = parse(SUED + lines)
    work = Clustering(doc, find_mentions(doc), frozenset())
    join_names(work)
    pronoun = next(i for i, mention in enumerate(work.mentions) if mention.text in {"She", "her"})
    numbers = {cluster.label: number for number, cluster in enumerate(work.clusters)}
    deeds = Deeds(work)
    assert [deeds.compare(pronoun, numbers[label]) for label in ("Ada", "Bea")] == [ada, bea]


def test_who_joins_a_cluster_brings_its_deeds_along() -> None:
    doc = parse(SUED)
    work = Clustering(doc, find_mentions(doc), frozenset())
    join_names(work)
    deeds = Deeds(work)
    assert deeds.of_cluster(0) == {("does", "sue")}
    work.merge(0, 1, "same")
    assert deeds.of_cluster(0) == {("does", "sue"), ("undergoes", "sue")}
    assert deeds.of_cluster(1) == set()
