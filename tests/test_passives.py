"""Who does something and who suffers it is told by the verb's auxiliaries, whatever the tree says."""

from __future__ import annotations

import pytest

from graph.arguments import mend_arguments
from tests.docs import parse

LEMMAS = {"has": "have", "had": "have", "was": "be", "been": "be", "awarded": "award"}


def subject_of(verb: str, subject: str, auxiliaries: str = "", *, object_: str = "") -> str:
    """Return what "Quill …" is to the verb after the trees were mended."""
    words = [word.split("/") for word in auxiliaries.split()]
    at = len(words) + 1
    lines = [f"Quill PROPN {subject} {at}", *(f"{word} AUX {role} {at}" for word, role in words)]
    lines += [f"{verb} VERB ROOT {at}", *([f"{object_} NOUN obj {at}"] if object_ else [])]
    doc = parse("\n".join(lines), tags={verb: "VBN"}, lemmas=LEMMAS)
    mend_arguments(doc)
    return doc[0].dep_


@pytest.mark.parametrize(
    ("auxiliaries", "object_", "told"),
    [
        ("has/aux", "Dunn", "nsubj"),
        ("had/aux", "", "nsubj"),
        ("", "Dunn", "nsubj"),
        ("", "", "nsubj:pass"),
        ("was/aux:pass", "", "nsubj:pass"),
        ("has/aux been/aux:pass", "", "nsubj:pass"),
        ("has/aux been/aux", "", "nsubj:pass"),
    ],
)
def test_who_sued_is_not_who_was_sued(auxiliaries: str, object_: str, told: str) -> None:
    assert subject_of("sued", "nsubj:pass", auxiliaries, object_=object_) == told


def test_who_was_sued_is_not_who_sued() -> None:
    assert subject_of("sued", "nsubj", "was/aux:pass") == "nsubj:pass"
    assert subject_of("sued", "nsubj", "has/aux", object_="Dunn") == "nsubj"


def test_who_is_given_something_gives_nothing() -> None:
    assert subject_of("awarded", "nsubj:pass", object_="damages") == "nsubj:pass"
