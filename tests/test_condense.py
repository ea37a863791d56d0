"""What is kept of an extraction in memory makes the same graph as all of it, and repetition costs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graph.assemble import assemble, assemble_corrected
from graph.condense import Condenser
from graph.corrections.read import parse_corrections
from graph.model import EntityType, Extraction, Link
from graph.read import read_documents
from graph.workers import extract_documents
from tests.extractions import Article, suit_article
from tests.gold import ROOT
from tests.projects import write_case

WORDS = (
    "Ada Quill sued the novelist Bram Osei. Quill said that he lied. The novelist denied it. "
    "Quill and the Harbor Gazette praised her lawyer. The Gazette apologized."
)
CORRECTIONS = """
[[drop]]
name = "Harbor Gazette"
[[merge]]
names = ["novelist", "Ada Quill"]
[[never_merge]]
names = ["Ada Quill", "Quill"]
"""


def write_extraction(id_: str) -> Extraction:
    """Return an extraction with repeated names, descriptions, pronouns, links, a lawsuit and cited mentions of each."""
    article = Article(id_, WORDS, published="2024-05-07")
    ada = article.add("Ada Quill", "Quill", "Quill", "^her")
    bram = article.add("~novelist", "Bram Osei", "^he", "~novelist")
    paper = article.add("Harbor Gazette", "Gazette", type_=EntityType.ORGANIZATION)
    article.add_lawsuit("sued", by=(ada,), against=(bram,), claims=("libel",), filed=("2021",))
    article.relate("praised", paper, ada)
    extraction = article.extraction()
    chain = extraction.chains[bram]
    links = (Link(chain.mentions[0].span, "Bram Osei", "apposition"), Link(chain.mentions[2].span, "Bram Osei", "he"),
             Link(chain.mentions[3].span, "Bram Osei", "the same noun"))  # fmt: skip
    chains = (*extraction.chains[:bram], replace(chain, links=links), *extraction.chains[bram + 1 :])
    said = extraction.relations[-1]
    # "The Gazette … her": the ends are a later name and a pronoun.
    ends = extraction.chains[paper].mentions[1].span, extraction.chains[ada].mentions[3].span
    later = replace(said.evidence, subject=ends[0], object=ends[1])
    return replace(extraction, chains=chains, relations=(*extraction.relations, replace(said, evidence=later)))


def condense_all(extractions: Sequence[Extraction]) -> list[Extraction]:
    condenser = Condenser()
    return [condenser.condense(extraction) for extraction in extractions]


@pytest.mark.parametrize("corrections", ["", CORRECTIONS], ids=["none", "corrections"])
def test_the_graph_is_the_same(corrections: str) -> None:
    extractions = [*map(write_extraction, ("d1", "d2")), suit_article("d3", "Ada Quill", "Bram Osei", filed=("2021",))]
    wanted = parse_corrections(corrections, Path("corrections.toml"))
    expected = assemble_corrected(extractions, wanted)
    assert expected.graph.relations
    assert assemble_corrected(condense_all(extractions), wanted) == expected


@pytest.mark.model
def test_the_graph_of_what_the_model_finds_is_the_same(tmp_path: Path) -> None:
    found = read_documents([ROOT / "seeds", write_case(tmp_path, 3)])
    extractions = [item for item in extract_documents(item for item in found if not isinstance(item, Exception))
                   if isinstance(item, Extraction)]  # fmt: skip
    expected = assemble(extractions)
    assert len(expected.relations) > 5
    assert assemble(condense_all(extractions)) == expected


def test_what_is_said_again_is_one_object_in_all_articles() -> None:
    extractions = [write_extraction(f"d{number}") for number in range(20)]
    mentions = [mention for item in extractions for chain in item.chains for mention in chain.mentions]
    kept = {id(mention) for item in condense_all(extractions) for chain in item.chains for mention in chain.mentions
            if chain.type is not EntityType.LAWSUIT}  # fmt: skip
    # Its own in each article are the first mention of each chain and the pronoun that is the end of an edge.
    assert len(mentions) == 20 * 11
    assert len(kept) <= 20 * 4 + 6


def test_shared_mentions_are_at_no_place_of_any_text() -> None:
    (condensed,) = condense_all([write_extraction("d1")])
    for chain in condensed.chains:
        spans = [mention.span for mention in chain.mentions]
        placed = [span for span in spans if span.start < len(WORDS)]
        assert placed and placed[0] == min(spans)
