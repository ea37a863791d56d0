"""What is new in a dispute: between two graphs as they are assembled, and by the command."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.assemble import assemble
from graph.cli import app
from graph.diff import compare_graphs
from graph.diff.answers import Change
from graph.diff.terminal import list_lines
from graph.export.json import write
from graph.model import Assertion, KnowledgeGraph, Position
from tests.extractions import Article, suit_article
from tests.graphs import build_crowd, build_harbor_graph, build_hostile_graph

WIDE = {"COLUMNS": "300", "NO_COLOR": "1", "TERM": "dumb"}


def drop_article(graph: KnowledgeGraph, document: str) -> KnowledgeGraph:
    """Return a graph without one article's evidence, and without the edges that have no other."""
    kept = [replace(relation, evidence=tuple(item for item in relation.evidence if item.document != document))
            for relation in graph.relations]  # fmt: skip
    documents = tuple(item for item in graph.documents if item.id != document)
    return replace(graph, documents=documents, relations=tuple(relation for relation in kept if relation.evidence))


def build_report(*, name: str, amounts: tuple[str, ...] = (), assertion: Assertion = Assertion.ASSERTED) -> Article:
    """Return an article that tells of the suit of `suit_article("a1", "Quill", "Bram Osei")` once more."""
    article = Article("a2", f"{name} sued Bram Osei. Ines Falk praised Quill.", published="2024-05-08")
    by, against, falk = article.add(name, "Quill"), article.add("Bram Osei"), article.add("Ines Falk")
    article.add_lawsuit("!sued", by=(by,), against=(against,), amounts=amounts)
    article.relate("praised", falk, by, assertion=assertion)
    return article


def test_the_same_graph_differs_in_nothing() -> None:
    for graph in (build_harbor_graph(), build_hostile_graph(), build_crowd(60)):
        shuffled = replace(graph, entities=graph.entities[::-1], relations=graph.relations[::-1], positions={})
        assert not compare_graphs(graph, shuffled).found
        assert list(list_lines(compare_graphs(graph, shuffled))) == ["Nothing differs."]


def test_a_new_article_brings_people_relations_and_values() -> None:
    first = suit_article("a1", "Ada Quill", "Bram Osei", amounts=("$1 million",))
    old = assemble([first])
    new = assemble([first, build_report(name="Ada Quill", amounts=("$2 million",)).extraction()])
    found = compare_graphs(old, new)
    assert [article.id for article in found.articles_new] == ["a2"]
    assert [(node.type, node.label) for node in found.nodes_new] == [("Person", "Ines Falk")]
    assert [statement.text for statement in found.relations_new] == ["Ines Falk praised Ada Quill"]
    (lawsuit,) = [change for change in found.nodes_changed if change.node.type == "Lawsuit"]
    assert Change("amounts", (), ("$2 million",)) in lawsuit.changes
    more = {change.statement.relation: change for change in found.relations_changed}
    assert more.keys() == {"plaintiff_in", "defendant_in", "sued"}
    assert [passage.article.id for passage in more["plaintiff_in"].statement.evidence] == ["a2"]
    assert (found.nodes_gone, found.relations_gone, found.articles_gone) == ((), (), ())


def test_what_is_new_one_way_is_gone_the_other() -> None:
    graph = build_harbor_graph()
    less = drop_article(graph, "d2")
    there, back = compare_graphs(less, graph), compare_graphs(graph, less)
    assert there.found
    assert there.articles_new == back.articles_gone != ()
    assert there.relations_new == back.relations_gone != ()
    assert there.nodes_new == back.nodes_gone
    assert [change.evidence_gone for change in back.relations_changed] == [
        len(change.statement.evidence) for change in there.relations_changed
    ]


def test_a_fuller_name_is_the_same_person_in_the_same_suit() -> None:
    first = suit_article("a1", "Quill", "Bram Osei")
    old, new = assemble([first]), assemble([first, build_report(name="Ada Quill").extraction()])
    assert {entity.label for entity in old.entities} == {"Quill", "Bram Osei"}
    assert {entity.label for entity in new.entities} == {"Ada Quill", "Bram Osei", "Ines Falk"}
    found = compare_graphs(old, new)
    assert [node.label for node in found.nodes_new] == ["Ines Falk"]
    assert found.nodes_gone == found.relations_gone == ()
    renamed = {change.node.label: change.changes[0] for change in found.nodes_changed}
    assert renamed["Ada Quill"] == Change("label", ("Quill",), ("Ada Quill",))


def test_unsure_means_not_the_same() -> None:
    person = build_crowd(12).entities[0]
    old = KnowledgeGraph((), (replace(person, id="old", aliases=("Quill",), documents=("d1",)),), (), ())
    twins = tuple(replace(person, id=f"new{i}", aliases=("Quill",), documents=("d1",), label=person.label)
                  for i in (1, 2))  # fmt: skip
    found = compare_graphs(old, KnowledgeGraph((), twins, (), ()))
    assert [node.id for node in found.nodes_gone] == ["old"]
    assert [node.id for node in found.nodes_new] == ["new1", "new2"]
    only = compare_graphs(old, KnowledgeGraph((), twins[:1], (), ()))
    assert not only.nodes_gone and not only.nodes_new


def test_a_claim_that_became_a_fact_is_told() -> None:
    old, new = (assemble([build_report(name="Ada Quill", assertion=assertion).extraction()])
                for assertion in (Assertion.ALLEGED, Assertion.ASSERTED))  # fmt: skip
    (edge,) = compare_graphs(old, new).relations_changed
    assert edge.changes == (Change("assertion", ("alleged",), ("asserted",)),)
    assert (len(edge.statement.evidence), edge.evidence_gone) == (1, 1)


def test_the_lines_tell_each_part_under_its_head() -> None:
    first = suit_article("a1", "Quill", "Bram Osei", published="2024-05-07")
    old = assemble([first])
    new = assemble([first, build_report(name="Ada Quill", amounts=("$2 million",)).extraction()])
    assert list(list_lines(compare_graphs(old, new))) == [
        "New articles",
        "  articles/a2.txt, 8 May 2024",
        "",
        "New in the dispute",
        "  person: Ines Falk",
        "",
        "Told otherwise",
        "  person: Ada Quill",
        "    name: - Quill  + Ada Quill",
        "    other names: + Quill",
        "  lawsuit: Quill v. Osei",
        "    amount: + $2 million",
        "",
        "New relations",
        "  Ines Falk praised Ada Quill",
        "    “Ines Falk praised Quill.” (articles/a2.txt, 8 May 2024)",
        "",
        "Relations with other evidence",
        "  Ada Quill is a plaintiff in Quill v. Osei",
        "    “Ada Quill sued Bram Osei.” (articles/a2.txt, 8 May 2024)",
        "  Bram Osei is a defendant in Quill v. Osei",
        "    “Ada Quill sued Bram Osei.” (articles/a2.txt, 8 May 2024)",
    ]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env=WIDE, prog_name="litigraph")


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Path, Path]:
    """Return the output folders of an earlier and a later build."""
    for name, graph in (("old", drop_article(build_harbor_graph(), "d2")), ("new", build_harbor_graph())):
        (tmp_path / name).mkdir()
        write(graph, tmp_path / name / "graph.json")
    return tmp_path / "old", tmp_path / "new"


def test_the_command_takes_folders_and_files(builds: tuple[Path, Path]) -> None:
    old, new = builds
    done = run("diff", old, new / "graph.json")
    assert done.exit_code == 1
    assert done.stdout.startswith("New articles\n  articles/osei-countersues.txt, 18 June 2023\n")
    same = run("diff", old, old)
    assert (same.exit_code, same.stdout) == (0, "Nothing differs.\n")


def test_the_command_answers_programs_in_json(builds: tuple[Path, Path]) -> None:
    done = run("diff", *builds, "--format", "json")
    content = json.loads(done.stdout)
    assert done.exit_code == 1
    assert [article["id"] for article in content["articles_new"]] == ["d2"]
    assert {"text", "assertion", "evidence", "subject", "object"} < content["relations_new"][0].keys()
    assert run("diff", *builds, "--format", "json").stdout == done.stdout


def test_what_is_no_graph_is_told(builds: tuple[Path, Path], tmp_path: Path) -> None:
    done = run("diff", builds[0], tmp_path)
    assert done.exit_code == 2
    assert "graph.json: cannot be read" in done.stderr


def test_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    graph = build_harbor_graph()
    entities = tuple(replace(entity, label=f"{entity.label}\x1b[2J\n") for entity in graph.entities)
    for name, entities_ in (("old", ()), ("new", entities)):
        (tmp_path / name).mkdir()
        bare = KnowledgeGraph((), entities_, (), (), {entity.id: Position(0, 0) for entity in entities_})
        write(bare, tmp_path / name / "graph.json")
    for form in ("text", "json"):
        printed = run("diff", tmp_path / "old", tmp_path / "new", "-f", form).stdout
        assert "Ada Quill" in printed
        assert "\x1b" not in printed


def test_a_suit_with_another_party_is_the_same_suit() -> None:
    first = suit_article("a1", "Ada Quill", "Bram Osei")
    article = Article("a2", "Ada Quill sued Bram Osei and Cleo Marsh.")
    by, against, more = article.add("Ada Quill"), article.add("Bram Osei"), article.add("Cleo Marsh")
    article.add_lawsuit("!sued", by=(by,), against=(against, more))
    old, new = assemble([first]), assemble([first, article.extraction()])
    assert [suit.id for suit in old.lawsuits] != [suit.id for suit in new.lawsuits]
    found = compare_graphs(old, new)
    assert [node.label for node in found.nodes_new] == ["Cleo Marsh"]
    assert not found.nodes_gone and not found.relations_gone
    assert {statement.text for statement in found.relations_new if not statement.derived} == {
        f"Cleo Marsh is a defendant in {new.lawsuits[0].label}"
    }
