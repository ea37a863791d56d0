"""Whom a pronoun means: the candidates, the weights, and what the choice leaves alone."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language

from graph.coreference import Resolver, build_chains
from graph.mentions import find_mentions
from graph.model import Gender
from graph.name_chains import join_names
from graph.pronouns import (
    Network,
    Pronouns,
    bears,
    find_asked,
    find_later_owner,
    find_partner,
    load_network,
    read_network,
)
from graph.references import find_references
from graph.tokens import read_tokens
from tests.docs import parse

BEFORE_ITS_NAME = """
In ADP case 2
his PRON nmod:poss 2
report NOUN obl 5
, PUNCT punct 2
Bo PROPN nsubj 5 B-PERSON
sued VERB ROOT 5
Harbor PROPN obj 5 B-ORG
. PUNCT punct 5
"""


def resolver_of(lines: str) -> Resolver:
    """Return a resolver of a document whose names are joined."""
    doc = parse(lines)
    resolver = Resolver(doc, find_mentions(doc))
    join_names(resolver.work)
    return resolver


def label_of_pronoun(lines: str, word: str) -> list[str]:
    resolver = resolver_of(lines)
    for index in range(len(resolver.mentions)):
        if resolver.mentions[index].text == word:
            resolver.resolve_pronoun(index)
    index = next(i for i, mention in enumerate(resolver.mentions) if mention.text == word)
    return [resolver.work.clusters[number].label for number in resolver.work.of.get(index, [])]


def test_a_pronoun_can_stand_before_its_name() -> None:
    assert label_of_pronoun(BEFORE_ITS_NAME, "his") == ["Bo"]


def test_a_subject_is_what_the_pronoun_in_its_own_clause_means() -> None:
    assert label_of_pronoun("""
        Bo PROPN nsubj 1 B-PERSON
        met VERB ROOT 1
        Cy PROPN obj 1 B-PERSON
        . PUNCT punct 1
        Bo PROPN nsubj 5 B-PERSON
        said VERB ROOT 5
        he PRON nsubj 7
        won VERB ccomp 5
        . PUNCT punct 5
        """, "he") == ["Bo"]  # fmt: skip


def test_candidates_are_people_of_the_gender_outside_of_whom_the_pronoun_stands() -> None:
    resolver = resolver_of("""
        Ada PROPN compound 1 B-PERSON
        Quill PROPN nsubj 2 I-PERSON
        sued VERB ROOT 2
        her PRON nmod:poss 4
        husband NOUN obj 2
        . PUNCT punct 2
        """)
    pronoun = next(i for i, mention in enumerate(resolver.mentions) if mention.text == "her")
    pronouns = Pronouns(resolver.ranking)
    found = [resolver.work.clusters[n].names for n in pronouns.list_candidates(pronoun, Gender.FEMALE)]
    assert found == [["Ada Quill"]]
    assert pronouns.list_candidates(pronoun, Gender.MALE) == []


def test_a_network_is_read_as_it_was_written() -> None:
    network = Network(
        np.array([[1.0, -1.0], [0.5, 2.0]], dtype=np.float32),
        np.array([0.0, 0.25], dtype=np.float32),
        np.array([1.0, 3.0], dtype=np.float32),
    )
    read = read_network(network.to_json())
    # by hand: max(0, 1 + 1) + 3 · max(0, -1 + 4 + 0.25)
    assert read.score(np.array([[1.0, 2.0]], dtype=np.float32)).tolist() == [11.75]


def test_the_weights_that_ship_fit_the_features() -> None:
    resolver = resolver_of(BEFORE_ITS_NAME)
    pronouns = Pronouns(resolver.ranking)
    pronoun = next(i for i, mention in enumerate(resolver.mentions) if mention.text == "his")
    candidates = pronouns.list_candidates(pronoun, Gender.MALE)
    rows = pronouns.describe(pronoun, candidates)
    assert rows.shape == (1, load_network().hidden.shape[0])


def test_a_quotation_said_of_somebody_speaks_of_that_person() -> None:
    assert label_of_pronoun("""
        Cy PROPN nsubj 1 B-PERSON
        left VERB ROOT 1
        . PUNCT punct 1
        “ PUNCT punct 7
        He PRON nsubj 7
        is AUX cop 7
        very ADV advmod 7
        brave ADJ ccomp 10
        ” PUNCT punct 7
        Ada PROPN nsubj 10 B-PERSON
        said VERB ROOT 10
        of ADP case 12
        Bo PROPN obl 10 B-PERSON
        . PUNCT punct 10
        """, "He") == ["Bo"]  # fmt: skip


def test_nobody_is_one_of_his_own() -> None:
    assert label_of_pronoun("""
        Bo PROPN nsubj 1 B-PERSON
        left VERB ROOT 1
        . PUNCT punct 1
        Cy PROPN nsubj 10 B-PERSON
        , PUNCT punct 5
        one NUM appos 3
        of ADP case 8
        his PRON nmod:poss 8
        accusers NOUN nmod 5
        , PUNCT punct 5
        wept VERB ROOT 10
        . PUNCT punct 10
        """, "his") == ["Bo"]  # fmt: skip


@pytest.mark.parametrize(("rows", "owner"), [("Bo PROPN obj 1 B-PERSON", "Bo"), ("him PRON obj 1", None)])
def test_what_and_joins_to_a_name_with_a_possessive_is_that_one_s(rows: str, owner: str | None) -> None:
    doc = parse(f"""
        Cy PROPN nsubj 1 B-PERSON
        met VERB ROOT 1
        {rows}
        and CCONJ cc 5
        his PRON nmod:poss 5
        wife NOUN conj 2
        """)
    found = find_partner(doc[4])
    assert (found.text if found is not None else None) == owner


def test_what_and_joins_to_a_list_of_names_may_be_anybody_s() -> None:
    doc = parse("""
        Ada PROPN ROOT 0 B-PERSON
        and CCONJ cc 2
        Bo PROPN conj 0 B-PERSON
        and CCONJ cc 5
        his PRON nmod:poss 5
        wife NOUN conj 0
        """)
    assert find_partner(doc[4]) is None


@pytest.mark.parametrize("text", [
    "Peter Quill is accused of asking Norway for dirt on former Vice President Joe Marsh; his son Ed Marsh; and more.",
    "President Peter Quill met Joe Marsh on Monday. As the end neared, his son Ed Marsh wept.",
])  # fmt: skip
def test_a_son_is_his_whose_surname_he_bears(pipeline: Language, text: str) -> None:
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    assert [chain.label for chain in chains if "his" in [mention.text for mention in chain.mentions]] == ["Joe Marsh"]


@pytest.mark.parametrize(("name", "borne"), [("Cy Marsh Jr.", True), ("Marsh", True), ("Marsh Holt", False)])
def test_a_surname_stands_last_but_for_a_suffix(name: str, borne: bool) -> None:
    assert bears(name, "marsh") is borne


@pytest.mark.parametrize(("modal", "asked"), [("will", "Bo"), ("could", None)])
def test_somebody_is_asked_about_himself_but_for_what_may_be_done(modal: str, asked: str | None) -> None:
    doc = parse(f"""
        Cy PROPN nsubj 1 B-PERSON
        asked VERB ROOT 1
        Bo PROPN obj 1 B-PERSON
        if SCONJ mark 6
        he PRON nsubj 6
        {modal} AUX aux 6
        leave VERB ccomp 1
        """)
    found = find_asked(doc[4])
    assert (found.text if found is not None else None) == asked


@pytest.mark.parametrize(("opening", "owner"), [("In", "Bo"), ("Despite", None)])
def test_what_opens_a_sentence_is_its_subject_s(opening: str, owner: str | None) -> None:
    found = find_later_owner(parse(BEFORE_ITS_NAME.replace("In", opening))[1])
    assert (found.text if found is not None else None) == owner


def test_the_one_asked_and_the_subject_behind_are_preferred_to_whoever_else_is_near() -> None:
    assert label_of_pronoun("""
        Cy PROPN nsubj 1 B-PERSON
        asked VERB ROOT 1
        Bo PROPN obj 1 B-PERSON
        if SCONJ mark 5
        he PRON nsubj 5
        left VERB ccomp 1
        """, "he") == ["Bo"]  # fmt: skip


def test_nobody_commutes_a_sentence_of_his_own(pipeline: Language) -> None:
    doc = read_tokens(pipeline("Bo Quill met Cy Dunn. Quill commuted his sentence."))
    chains = build_chains(doc, find_references(doc)[0])
    assert [c.label for c in chains if "his" in [m.text for m in c.mentions]] == ["Cy Dunn"]


def test_who_pleaded_guilty_by_name_is_the_one_who_did_so_as_he() -> None:
    lines = """
        Dunn PROPN nsubj 1 B-PERSON
        plead VERB ROOT 1
        guilty ADJ xcomp 1
        . PUNCT punct 1
        Fox PROPN nsubj 5 B-PERSON
        praised VERB ROOT 5
        Dunn PROPN obj 5 B-PERSON
        . PUNCT punct 5
        He PRON nsubj 9
        plead VERB ROOT 9
        guilty ADJ xcomp 9
    """
    assert label_of_pronoun(lines, "He") == ["Dunn"]


@pytest.mark.parametrize(("text", "pronoun", "label"), [
    ("Bo Quill praised Cy Dunn. The story is about Dunn himself.", "himself", "Cy Dunn"),
    ("Cy Dunn won. Lawyer Bo Quill told Dunn that his client would appeal.", "his", "Bo Quill"),
    ("Cy Dunn spoke of lawyer Bo Quill. “Nobody asked my client at all,” he said.", "he", "Bo Quill"),
    # nobody speaks of oneself by name
    ("Bo Quill spoke. Cy Dunn left. “I never lied to Cy Dunn in court,” he said.", "he", "Bo Quill"),
])  # fmt: skip
def test_what_a_text_makes_plain_needs_no_weights(pipeline: Language, text: str, pronoun: str, label: str) -> None:
    doc = read_tokens(pipeline(text))
    chains = build_chains(doc, find_references(doc)[0])
    holding = [chain.label for chain in chains if pronoun in [mention.text for mention in chain.mentions]]
    assert holding == [label]


def test_who_is_the_last_of_those_named_side_by_side(pipeline: Language) -> None:
    doc = read_tokens(pipeline("The list has Ada Dunn for Monster and Bea Quill, who has two prizes for her roles."))
    resolver = Resolver(doc, find_references(doc)[0])
    features = Pronouns(resolver.ranking).features
    who = next(token for token in doc if token.text == "who")
    assert features.find_meant(who).text in {"Bea", "Quill"}


@pytest.mark.parametrize(("opening", "owner"), [
    ("Announcing VERB advcl 4", "Quill"),
    # "with Dunn announcing his plan": a clause that has a subject is that one's
    ("Dunn PROPN nsubj 0", None),
])  # fmt: skip
def test_what_a_clause_without_a_subject_opens_with_is_the_main_subjects(opening: str, owner: str | None) -> None:
    lines = f"""
        {opening}
        his PRON nmod:poss 2
        plan NOUN obj 0
        Quill PROPN nsubj 4 B-PERSON
        left VERB ROOT 4
        """
    doc = parse(lines, tags={"Announcing": "VBG"})
    found = find_later_owner(doc[1])
    assert (found and found.text) == owner
