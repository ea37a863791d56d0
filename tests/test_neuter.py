"""Which body "it" and "its" mean, in invented sentences that the real model reads."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.coreference import build_chains
from graph.references import find_references
from graph.tokens import read_tokens


def chain_of(pipeline: Language, text: str, pronoun: str) -> str | None:
    """Return the label of the chain that holds a pronoun."""
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    return next((chain.label for chain in chains if any(m.text == pronoun for m in chain.mentions)), None)


@pytest.mark.parametrize(("text", "pronoun", "label"), [
    ("The Daily Lantern and its editor, Larry Noll, were sued.", "its", "Daily Lantern"),
    ("Harmon Pharma declared victory on Monday. Its chief executive, Bo Fenn, was pleased.", "Its", "Harmon Pharma"),
    ("Harmon Pharma sued on behalf of the Church of Lena and its pastor, Bo Fenn.", "its", "Church of Lena"),
    ("The police met Harmon Pharma's founder Bo Fenn and its chairman Guy Whitlow.", "its", "Harmon Pharma"),
    ("Harmon Pharma said it would appeal the ruling.", "it", "Harmon Pharma"),
    ("Bo Dunn sued Harmon Pharma after it fired him.", "it", "Harmon Pharma"),
    ("Harmon Pharma published the report and its annex.", "its", None),
    ("Harmon Pharma fell. The report and its authors were praised.", "its", None),
    ("Harmon Pharma closed. Bo Dunn said that the ship lost its captain.", "its", None),
    ("Harmon Pharma fell on Monday. It is raining in Boston.", "It", None),
    ("Harmon Pharma has sold its ships, the Daily Lantern reported. It also closed a mill.", "It", "Harmon Pharma"),
])  # fmt: skip
def test_a_neuter_pronoun_means_the_nearest_body_unless_a_thing_is_nearer(
    pipeline: Language, text: str, pronoun: str, label: str | None
) -> None:
    assert chain_of(pipeline, text, pronoun) == label


@pytest.mark.parametrize(("text", "label"), [
    ("Harmon Pharma closed. Bo Dunn said his company would sue.", "his company"),
    ("Harmon Pharma closed. Company spokesman Guy Whitlow left.", "Harmon Pharma"),
])  # fmt: skip
def test_whose_company_is_named_is_that_ones_and_a_bare_one_is_the_one_in_focus(
    pipeline: Language, text: str, label: str
) -> None:
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    noun = text.lower().index("company")
    held = [c for c in chains if any(m.head.start == noun for m in c.mentions)]
    assert [chain.label for chain in held] == [label]


def test_who_printed_a_story_is_not_the_company_that_it_tells_of(pipeline: Language) -> None:
    text = "(Daily Lantern) Two workers at a drug maker said that the company had bribed doctors."
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    outlet = next(chain for chain in chains if chain.label == "Daily Lantern")
    assert [mention.text for mention in outlet.mentions] == ["Daily Lantern"]
