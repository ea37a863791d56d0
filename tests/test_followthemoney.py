"""FollowTheMoney entities, checked by FollowTheMoney's own library."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.export.ftm import LINKS, write
from graph.model import Assertion, EntityType, KnowledgeGraph, Relation
from graph.schema import load_relations
from tests.graphs import build_harbor_graph, join
from tests.large_graphs import SAMPLES
from tests.loading import load_entities


@pytest.fixture(params=SAMPLES)
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return SAMPLES[request.param]


@pytest.fixture(scope="module")
def model() -> Any:
    """Return FollowTheMoney's model; it needs the ICU library, which not every machine has."""
    return pytest.importorskip("followthemoney", reason="pip install -e '.[readers]'").model


def load(graph: KnowledgeGraph, path: Path) -> dict[str, dict[str, Any]]:
    write(graph, path)
    entities = load_entities(path)
    found = {entity["id"]: entity for entity in entities}
    assert len(found) == len(entities)
    return found


def drop_format_characters(values: list[str]) -> list[str]:
    """Return texts as FollowTheMoney cleans them: without characters that only steer how text is shown."""
    shown = ("".join(letter for letter in value if unicodedata.category(letter) != "Cf") for value in values)
    return sorted(unicodedata.normalize("NFC", " ".join(text.split())) for text in shown)


def test_every_entity_is_valid_and_loses_nothing(graph: KnowledgeGraph, model: Any, tmp_path: Path) -> None:
    for entity in load(graph, tmp_path / "graph.ftm.json").values():
        schema = model.get(entity["schema"])
        schema.validate(entity)
        cleaned = model.get_proxy(entity, cleaned=False)
        assert cleaned.id == entity["id"]
        for name, values in entity["properties"].items():
            assert drop_format_characters(cleaned.get(name)) == drop_format_characters(values)
        assert set(schema.required) <= set(entity["properties"])


def test_every_reference_leads_to_an_entity_of_its_range(graph: KnowledgeGraph, model: Any, tmp_path: Path) -> None:
    entities = load(graph, tmp_path / "graph.ftm.json")
    followed = 0
    for entity in entities.values():
        for name, values in entity["properties"].items():
            wanted = model.get(entity["schema"]).get(name)
            if wanted.range is not None:
                followed += len(values)
                assert all(model.get(entities[value]["schema"]).is_a(wanted.range) for value in values)
    assert followed > len(graph.relations)


def test_the_schemata_are_those_of_the_domain(tmp_path: Path) -> None:
    entities = load(build_harbor_graph(), tmp_path / "graph.ftm.json")
    schemata = {key: entity["schema"] for key, entity in entities.items()}
    assert [schemata[key] for key in ("n01", "n08", "n11", "n12", "n20", "article.d1", "n01.article.d1")] == [
        "Person", "Organization", "PublicBody", "Asset", "CourtCase", "Article", "Mention"
    ]  # fmt: skip
    assert [schemata[key] for key in ("e01", "e22", "e35", "e36", "e33")] == [
        "CourtCaseParty", "Family", "Employment", "Representation", "UnknownLink"
    ]  # fmt: skip
    suit = entities["n20"]["properties"]
    assert suit["fileDate"] == ["2023-03-02", "2023-03-03"]
    assert suit["court"] == ["Superior Court of Calder County"]
    assert suit["summary"] == ["amount: $12 million", "amount: $15 million"]
    accused = entities["e20"]["properties"]
    assert accused["summary"] == [
        "accused (alleged)", "assertion: alleged", "said by: the complaint", "said by: Bram Osei"
    ]  # fmt: skip
    assert accused["description"][0] == "According to the complaint, Osei harassed Quill for months."
    assert accused["proof"] == ["article.d1"]


def test_what_is_too_long_is_cut_and_what_is_empty_is_named_by_its_id(model: Any, tmp_path: Path) -> None:
    graph = build_harbor_graph()
    long, blank = replace(graph.entities[0], label="Ada " * 200), replace(graph.entities[1], label=" ")
    entities = load(replace(graph, entities=(long, blank, *graph.entities[2:])), tmp_path / "graph.ftm.json")
    (name,) = entities["n01"]["properties"]["name"]
    assert (len(name), name[-4:]) == (384, "Ada…")
    assert entities["n02"]["properties"]["name"] == ["n02"]
    assert all(model.get(entity["schema"]).validate(entity) is None for entity in entities.values())


def test_what_is_owned_is_a_company(model: Any, tmp_path: Path) -> None:
    graph = build_harbor_graph()
    edge = join("e90", "n10", "owner_of", "n08", graph.relations[0].evidence[0])
    entities = load(replace(graph, relations=(*graph.relations, edge)), tmp_path / "graph.ftm.json")
    assert (entities["e90"]["schema"], entities["n08"]["schema"]) == ("Ownership", "Company")
    assert model.get("Company").is_a("Organization")


def test_ends_that_followthemoney_does_not_allow_make_an_unknown_link(tmp_path: Path) -> None:
    graph = build_harbor_graph()
    odd = tuple(
        Relation(f"o{number}", "n12", name, "n11", Assertion.ASSERTED, ()) for number, name in enumerate(sorted(LINKS))
    )
    entities = load(replace(graph, relations=odd), tmp_path / "graph.ftm.json")
    assert {entities[edge.id]["schema"] for edge in odd} == {"UnknownLink"}
    assert entities["o0"]["properties"]["role"] == [load_relations()[odd[0].relation].words]


def test_declared_relations_fit_their_links() -> None:
    assert LINKS.keys() <= load_relations().keys()
    for name, link in LINKS.items():
        declared = load_relations()[name]
        assert declared.source & link[4] and declared.target & link[5]
        assert EntityType.WORK not in declared.source
