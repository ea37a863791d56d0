"""The project's own figures are those of the gold set's scorer, to the last bit."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import UsageError
from graph.evaluate import HEADLINE, Scores, evaluate
from graph.evaluate.agree import claims_agree, dates_agree, normalize_name, passages_meet, to_number
from graph.evaluate.gold import GoldCase, read_cases
from graph.model import Assertion, Entity, EntityType, Evidence, KnowledgeGraph, Lawsuit, Relation, Span, Value
from tests.gold import run_scorer, write_graphs

NOISE = 0.3


@pytest.mark.model
def test_same_figures_as_the_scorer_on_real_builds(
    gold_folder: Path, gold_graphs: Mapping[str, KnowledgeGraph], tmp_path: Path
) -> None:
    write_graphs(gold_graphs, tmp_path)
    assert_same_figures(evaluate_graphs(gold_folder, gold_graphs), run_scorer(gold_folder, tmp_path))


@pytest.mark.parametrize("seed", range(6))
def test_same_figures_as_the_scorer_on_spoilt_gold(gold_folder: Path, seed: int, tmp_path: Path) -> None:
    # A build hits few of the rarer cases (suits of the same parties, wrong types); spoilt gold graphs hit them all.
    chance = random.Random(seed)
    graphs = {case.name: spoil(case, chance) for case in read_cases(gold_folder)}
    write_graphs(graphs, tmp_path)
    assert_same_figures(evaluate_graphs(gold_folder, graphs), run_scorer(gold_folder, tmp_path))


def test_an_unspoilt_gold_graph_is_all_right(gold_folder: Path) -> None:
    graphs = {case.name: spoil(case, None) for case in read_cases(gold_folder)}
    scores = evaluate_graphs(gold_folder, graphs)
    assert {name: scores.tallies[name].f1 for name in ("Person", "MediaOutlet", "Lawsuit")} == {
        "Person": 1.0,
        "MediaOutlet": 1.0,
        "Lawsuit": 1.0,
    }
    assert scores.tallies["relations"].recall == 1.0


def test_an_empty_graph_finds_nothing_and_says_what_it_missed(gold_folder: Path) -> None:
    empty = KnowledgeGraph(documents=(), entities=(), lawsuits=(), relations=())
    scores = evaluate(gold_folder, lambda _: empty)
    assert scores.tallies["Person"].recall == 0
    missed = sum(scores.tallies[name].gold for name in (*HEADLINE, "Organization", "Court", "Work"))
    assert len(scores.mistakes) == missed
    assert all(": missed " in line for line in scores.mistakes)


def test_the_table_has_a_line_for_each_figure(gold_folder: Path) -> None:
    graphs = {case.name: spoil(case, random.Random(1)) for case in read_cases(gold_folder)}
    scores = evaluate_graphs(gold_folder, graphs)
    lines = list(scores.list_figures())
    assert len(lines) == 2 + len(scores.tallies) + len(scores.shares)
    assert lines[0].split() == ["measure", "P", "R", "F1", "gold", "said"]
    assert lines[-1].startswith("HEADLINE")
    assert f"{scores.headline:6.3f}" in lines[-1]


@pytest.mark.parametrize("content", ["{", "[]", '{"entities": [{"id": "x"}]}'])
def test_a_broken_case_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "gold.json").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"gold\.json"):
        list(read_cases(tmp_path))


def test_a_folder_without_cases_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no case"):
        list(read_cases(tmp_path))


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("The New York Times", "new york times"),
        ("Dr. Élan O’Hara's", "elan ohara"),
        ("the Smiths'", "smiths"),
        ("Judge Ms. Ann-Marie Stone", "ann marie stone"),
        ("the", "the"),
        ("AT&T", "at t"),
    ],
)
def test_names_are_compared_without_their_dress(name: str, plain: str) -> None:
    assert normalize_name(name) == plain


@pytest.mark.parametrize(
    ("amount", "number"),
    [("$400 million", "400000000"), ("$1.5bn", "1500000000"), ("£2,500", "2500"), ("$30k", "30000"), ("much", "")],
)
def test_amounts_become_numbers(amount: str, number: str) -> None:
    assert to_number(amount) == number


@pytest.mark.parametrize(
    ("gold", "said", "agree"),
    [
        ("2025-01-16", "2025-01-16", True),
        ("2025-01-16", "2025-01", True),
        ("2025-01", "2025-01-16", True),
        ("2025-01-16", "2025", False),
        ("2025", "2025-01-16", True),
        ("2025-01-16", "2025-01-17", False),
        ("2025-01-16", "", False),
    ],
)
def test_a_day_fits_its_month(gold: str, said: str, agree: bool) -> None:
    assert dates_agree(gold, said) is agree


def test_claims_agree_by_half_of_their_words() -> None:
    assert claims_agree("breach of contract", "contractual breach")
    assert not claims_agree("sexual harassment", "sexual assault and battery")


def test_passages_meet_where_they_share_a_character() -> None:
    assert passages_meet("one two three", "one two", "two three")
    assert not passages_meet("one two three", "one", "three")
    assert not passages_meet("one two three", "", "three")


def evaluate_graphs(gold: Path, graphs: Mapping[str, KnowledgeGraph]) -> Scores:
    return evaluate(gold, lambda articles: graphs[articles[0].parent.name])


def assert_same_figures(scores: Scores, official: dict[str, Any]) -> None:
    own = json.loads(scores.to_json())
    assert own.keys() == official.keys()
    assert {name: mask_nan(own[name]) for name in own} == {name: mask_nan(official[name]) for name in official}


def mask_nan(figures: Any) -> Any:
    if isinstance(figures, dict):
        return {key: mask_nan(value) for key, value in figures.items()}
    return "not a number" if isinstance(figures, float) and math.isnan(figures) else figures


def spoil(case: GoldCase, chance: random.Random | None) -> KnowledgeGraph:
    """Return a case's graph as a build might have drawn it, with mistakes of every kind where chance is given."""
    entities = list(draw_entities(case, chance))
    lawsuits = [
        Lawsuit(
            id=f"suit-{suit.id}",
            label=(suit.names or ("suit",))[0],
            aliases=suit.names,
            documents=("d",),
            mentions=1,
            filed=to_values(suit.filed, chance),
            claims=to_values(suit.claims, chance),
            amounts=to_values(suit.amounts, chance),
        )
        for suit in case.lawsuits.values()
        if keep(chance)
    ]
    nodes = {entity.id for entity in entities} | {suit.id for suit in lawsuits}
    triples = list(draw_triples(case, chance))
    relations = [
        Relation(
            id=f"e{number:04}",
            subject=subject,
            relation=relation,
            object=object_,
            assertion=assertion if keep(chance) else Assertion.DENIED,
            evidence=(to_evidence(case, chance, quote),),
        )
        for number, (subject, relation, object_, assertion, quote) in enumerate(triples)
        if subject in nodes and object_ in nodes and keep(chance)
    ]
    return KnowledgeGraph(documents=(), entities=tuple(entities), lawsuits=tuple(lawsuits), relations=tuple(relations))


def draw_entities(case: GoldCase, chance: random.Random | None) -> Iterator[Entity]:
    kinds = [kind for kind in EntityType if kind is not EntityType.LAWSUIT]
    for gold in case.entities.values():
        entity = Entity(
            id=f"node-{gold.id}",
            type=EntityType(gold.type),
            label=gold.name,
            aliases=(gold.name, *gold.aliases),
            documents=("d",),
            mentions=1,
        )
        if keep(chance):
            yield entity
        if chance and not keep(chance):
            label = chance.choice([*gold.aliases, gold.name.upper(), "she"])
            aliases = tuple(alias for alias in entity.aliases if keep(chance))
            kind = entity.type if keep(chance) else chance.choice(kinds)
            yield replace(entity, id=f"twin-{gold.id}", label=label, aliases=aliases, type=kind)


def draw_triples(case: GoldCase, chance: random.Random | None) -> Iterator[tuple[str, str, str, Assertion, str]]:
    for item in case.relations:
        ends = [f"{'suit' if end in case.lawsuits else 'node'}-{end}" for end in (item.subject, item.object)]
        if not keep(chance):
            ends[0] = ends[0].replace("node-", "twin-")
        if not keep(chance):
            ends.reverse()
        yield ends[0], item.relation, ends[1], Assertion(item.assertion), item.quote
    for suit in case.lawsuits.values():
        node = f"suit-{suit.id}"
        for role, filler in sorted(suit.roles):
            wrong = chance is not None and role.endswith("_in") and role != "heard_in" and not keep(chance)
            said = chance.choice(["plaintiff_in", "defendant_in"]) if chance and wrong else role
            ends = [node, f"node-{filler}"] if role == "heard_in" else [f"node-{filler}", node]
            yield ends[0], said, ends[1], Assertion.ASSERTED, ""
        if suit.counterclaim_to:
            yield node, "counterclaim_to", f"suit-{suit.counterclaim_to}", Assertion.ASSERTED, ""


def to_evidence(case: GoldCase, chance: random.Random | None, quote: str) -> Evidence:
    text = quote if keep(chance) else case.texts[0][30:90].strip()
    if chance and not keep(chance):
        text += " invented"
    none = Span(0, 0)
    return Evidence(
        document="d", span=none, text=text, subject=none, object=none, cue=none, assertion=Assertion.ASSERTED
    )


def to_values(texts: Sequence[str], chance: random.Random | None) -> tuple[Value, ...]:
    kept = [text if keep(chance) else text[:7] for text in texts if keep(chance)]
    if chance and not keep(chance):
        kept.append("$5 million defamation; breach of contract")
    return tuple(Value(text, ("d",)) for text in kept)


def keep(chance: random.Random | None) -> bool:
    return chance is None or chance.random() > NOISE
