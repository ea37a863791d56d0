"""Every relation's file keeps its promise: its examples yield what they say, with the model that ships."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from graph.errors import SchemaError
from graph.extract import extract_document
from graph.model import Assertion, Chain, Document, EntityType
from graph.schema import Example, RelationType, load_relations, read_relations
from graph.schema.cues import load_cues, read_cues

RELATIONS = load_relations()
DECLARED = [relation for relation in RELATIONS.values() if not relation.derived]
ONTOLOGY = {
    "plaintiff_in", "defendant_in", "judge_in", "counsel_in", "witness_in", "heard_in", "counterclaim_to", "sued",
    "counsel_for", "accused", "spouse_of", "partner_of", "parent_of", "sibling_of", "friend_of", "works_with",
    "employed_by", "founder_of", "owner_of", "directed", "acted_in", "wrote", "produced", "contacted", "apologized_to",
    "criticized", "praised", "reported_on", "spoke_to",
}  # fmt: skip
WEAK = tuple(f"({assertion})" for assertion in (Assertion.NEGATED, Assertion.HYPOTHETICAL, Assertion.DENIED))


def name_end(chain: Chain) -> str:
    """Return an end as the examples write it: a proceeding has no name of its own yet."""
    return "lawsuit" if chain.type is EntityType.LAWSUIT else chain.label.removeprefix("The ")


def find_yields(text: str, relation: RelationType, pipeline: Language) -> set[str]:
    """Return what a text yields for one relation between named things, as the examples write it."""
    document = Document("example", "example.txt", text)
    extraction = extract_document(document, pipeline(text))
    found = set()
    for mention in extraction.relations:
        if mention.relation != relation.name:
            continue
        chains = [extraction.chains[index] for index in (mention.subject, mention.object)]
        if not all(chain.names or chain.type is EntityType.LAWSUIT for chain in chains):
            continue
        ends = [name_end(chain) for chain in chains]
        if relation.symmetric:
            ends.sort()
        assertion = mention.evidence.assertion
        shown = "" if assertion is relation.usual_assertion else f" ({assertion})"
        found.add(f"{ends[0]} -> {ends[1]}{shown}")
    return found


def expected_yields(example: Example, relation: RelationType) -> set[str]:
    """Return an example's yields, a symmetric relation's ends in alphabetic order."""
    if not relation.symmetric:
        return set(example.yields)
    found = set()
    for line in example.yields:
        pair, bracket, assertion = line.partition(" (")
        found.add(" -> ".join(sorted(pair.split(" -> "))) + bracket + assertion)
    return found


def test_the_ontology_s_relations_are_all_there() -> None:
    assert set(RELATIONS) == ONTOLOGY


def test_only_what_follows_from_other_edges_is_derived() -> None:
    assert {name for name, relation in RELATIONS.items() if relation.derived} == {"sued", "counterclaim_to"}


@pytest.mark.parametrize("relation", DECLARED, ids=lambda relation: relation.name)
def test_the_file_has_enough_examples(relation: RelationType) -> None:
    yields = [example.yields for example in relation.examples]
    positive = [lines for lines in yields if any(not line.endswith(WEAK) for line in lines)]
    weak = [lines for lines in yields if any(line.endswith(WEAK) for line in lines)]
    distractors = [lines for lines in yields if not lines]
    assert len(positive) >= 2 and weak and distractors


@pytest.mark.parametrize("relation", DECLARED, ids=lambda relation: relation.name)
def test_the_examples_yield_what_they_say(relation: RelationType, pipeline: Language) -> None:
    wrong = {}
    for example in relation.examples:
        expected, found = expected_yields(example, relation), find_yields(example.text, relation, pipeline)
        if expected != found:
            wrong[example.text] = f"expected {sorted(expected)}, found {sorted(found)}"
    assert wrong == {}


@pytest.mark.parametrize("relation", DECLARED, ids=lambda relation: relation.name)
def test_what_is_found_names_a_rule_of_its_own_relation(relation: RelationType, pipeline: Language) -> None:
    texts = [example.text for example in relation.examples]
    found = [extract_document(Document("d", "d.txt", text), pipeline(text)).relations for text in texts]
    rules = {mention.evidence.rule for mentions in found for mention in mentions if mention.relation == relation.name}
    assert {rule for rule in rules if not rule.startswith(f"{relation.name}/")} == set()


@pytest.mark.parametrize("relation", DECLARED, ids=lambda relation: relation.name)
def test_every_pattern_can_match(relation: RelationType) -> None:
    for pattern in relation.patterns:
        assert pattern.kind in {"attribution", "affiliation", "publisher"} or pattern.lemmas, pattern.rule
        assert all(lemma == lemma.lower() for lemma in pattern.lemmas), pattern.rule
        assert 0.0 < pattern.confidence <= 1.0, pattern.rule


def write(folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        "liked.toml",
        'name = "loved"\nwords = "liked"\ngroup = "warm"\nsource = ["Cat"]\ntarget = ["Person"]\n',
    )
    write(tmp_path, "saw.toml", """
        name = "saw"
        group = "media"
        source = ["Person"]
        target = ["Person"]
        colour = "red"
        [[pattern]]
        name = "see"
        verb = ["see"]
        noun = ["sight"]
        source = ["subject"]
        """)  # fmt: skip
    with pytest.raises(SchemaError) as raised:
        read_relations(tmp_path)
    told = "\n".join(raised.value.faults)
    expected = [
        "liked.toml: name is 'loved'",
        "group is 'warm'",
        "source is ['Cat']",
        "has no pattern",
        "saw.toml: unknown key 'colour'",
        "words is missing",
        "needs exactly one of",
        "target is missing",
    ]
    for part in expected:
        assert part in told


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "liked.toml", 'name = "liked"\nwords = liked\n')
    with pytest.raises(SchemaError, match=r"liked\.toml: .*line 2"):
        read_relations(tmp_path)


def test_the_shipped_cue_words_are_faultless() -> None:
    assert "deny" in load_cues().denial.verbs


def test_all_faults_of_the_cue_file_are_told_at_once(tmp_path: Path) -> None:
    write(
        tmp_path,
        "cues.toml",
        '[negation]\nadverbs = ["not", "not", "Never"]\ncolours = ["red"]\n[moods]\nverbs = ["wish"]\n',
    )
    with pytest.raises(SchemaError) as raised:
        read_cues(tmp_path / "cues.toml")
    told = "\n".join(raised.value.faults)
    for part in ("'not' stands twice", "'Never'; legal: lower case", "unknown key 'colours'", "unknown group 'moods'",
                 "group 'denial' is missing"):  # fmt: skip
        assert part in told


@pytest.mark.parametrize("text", ["Peter Hallam at Denver Gas", "Sarah Lindner, the chief of Denver Gas at Stanford"])
def test_a_text_may_end_with_a_name(text: str, pipeline: Language) -> None:
    extraction = extract_document(Document("example", "example.txt", text), pipeline(text))
    assert max(mention.span.end for chain in extraction.chains for mention in chain.mentions) == len(text)
