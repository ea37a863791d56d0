"""The tour as it is planned from a graph, and as a file changes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.cli import app
from graph.errors import UsageError
from graph.export.html import render
from graph.export.json import write
from graph.layout import arrange
from graph.model import KnowledgeGraph, Lawsuit, Value
from graph.tour.edits import edit_tour, parse_edits, read_edits
from graph.tour.plan import MOST_LAWSUITS, MOST_PASSAGES, plan_tour
from graph.tour.starter import write_starter
from graph.tour.words import join_words, say_when, summarize_lawsuit
from tests.graphs import FILING, build_crowd, build_harbor_graph, build_hostile_graph, join, quote

EMPTY = KnowledgeGraph((), (), (), ())
SUIT, COUNTER = "Quill v. Osei and The Harbor Gazette", "Osei v. Quill"


def list_titles(graph: KnowledgeGraph, text: str) -> list[str]:
    """Return the titles of the steps that a tour file leads to."""
    tour, faults = edit_tour(graph, parse_edits(text, path="tour.yaml"))
    assert faults == ()
    return [step.title for step in tour.steps]


def test_the_first_step_says_what_this_is() -> None:
    first = plan_tour(build_harbor_graph()).steps[0]
    assert first.summary == "3 articles from 1 outlet, from 4 March 2023 to 11 January 2024, tell of 2 lawsuits."
    assert first.people == ("n02", "n01", "n08")
    assert first.nodes == ("n01", "n02", "n08", "n20", "n21")
    assert set(first.edges) == {"e01", "e02", "e03", "e06", "e07"}


def test_lawsuits_are_told_by_their_first_filing_or_else_the_first_article() -> None:
    graph = build_harbor_graph()
    assert [step.node for step in plan_tour(graph).steps] == ["", "n20", "n21"]
    later = tuple(
        replace(lawsuit, filed=(Value("2023-07", ("d1",)),)) if lawsuit.id == "n20" else lawsuit
        for lawsuit in graph.lawsuits
    )
    assert [step.node for step in plan_tour(replace(graph, lawsuits=later)).steps] == ["", "n21", "n20"]


def test_a_step_lights_all_who_are_in_the_lawsuit_and_nobody_else() -> None:
    step = plan_tour(build_harbor_graph()).steps[1]
    assert set(step.nodes) == {"n20", "n01", "n02", "n08", "n05", "n03", "n11", "n21"}
    assert set(step.edges) == {"e01", "e02", "e03", "e10", "e12", "e13", "e09"}


def test_the_sentences_of_a_step_bear_out_different_facts() -> None:
    graph = build_harbor_graph()
    edges = {relation.id: relation for relation in graph.relations}
    passages = plan_tour(graph).steps[1].passages
    assert len(passages) == MOST_PASSAGES
    texts = [edges[edge].evidence[number].text for edge, number in passages]
    assert texts[0].startswith("Ada Quill sued Bram Osei and The Harbor Gazette for defamation")
    assert len(set(texts)) == MOST_PASSAGES


def test_no_sentence_is_shown_twice_in_a_step() -> None:
    graph = build_harbor_graph()
    first = "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on March 2, seeking $12 million."
    around = f"{first} According to the complaint, Osei harassed Quill for months."
    wider = join("e99", "n04", "witness_in", "n20",
                 quote(FILING, around, subject="Quill", cue="complaint", target="sued"))  # fmt: skip
    step = plan_tour(replace(graph, relations=(*graph.relations, wider))).steps[1]
    assert "e99" in step.edges
    assert "e99" not in {edge for edge, _ in step.passages}
    assert len(step.passages) == MOST_PASSAGES


def test_the_facts_are_told_with_their_contradictions() -> None:
    first, second = plan_tour(build_harbor_graph()).steps[1:]
    assert first.summary == (
        "Filed on 2 March 2023 or on 3 March 2023 (the articles differ) by Ada Quill against Bram Osei and "
        "The Harbor Gazette, over defamation, for $12 million or $15 million (the articles differ). "
        "It was answered by Osei v. Quill. Last reported as ongoing, on 4 March 2023."
    )
    assert second.summary.startswith("Brought by Bram Osei against Ada Quill, over extortion. ")
    assert "It answers Quill v. Osei and The Harbor Gazette." in second.summary
    assert second.summary.endswith("Last reported as dismissed, on 11 January 2024.")


def test_nothing_is_told_of_a_lawsuit_of_which_nothing_is_known() -> None:
    bare = Lawsuit("l1", "A v. B", (), (), 1)
    assert summarize_lawsuit(bare, plaintiffs=(), defendants=(), answers=(), answered_by=()) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [("2023-03-04", "on 4 March 2023"), ("2023-03", "in March 2023"), ("2023", "in 2023"), ("spring", "spring")],
)
def test_days_months_and_years_are_told_in_words(text: str, words: str) -> None:
    assert say_when(text) == words


def test_long_lists_are_cut() -> None:
    assert join_words(["A"]) == "A"
    assert join_words(["A", "B"], last="or") == "A or B"
    assert join_words(list("ABCDEF")) == "A, B, C and 3 more"


def test_a_graph_of_many_lawsuits_has_a_tour_of_the_most_told() -> None:
    graph = build_crowd(400)
    tour = plan_tour(graph)
    assert len(graph.lawsuits) > MOST_LAWSUITS
    assert len(tour.steps) == MOST_LAWSUITS + 1
    assert f"the {MOST_LAWSUITS} that most is told of" in tour.steps[0].summary
    least = min(len([r for r in graph.relations if step.node in (r.subject, r.object)]) for step in tour.steps[1:])
    told = {step.node for step in tour.steps}
    for lawsuit in graph.lawsuits:
        if lawsuit.id not in told:
            assert len([r for r in graph.relations if lawsuit.id in (r.subject, r.object)]) <= least


def test_a_graph_without_lawsuits_has_one_step() -> None:
    assert [step.summary for step in plan_tour(EMPTY).steps] == ["0 articles tell of 0 lawsuits."]


def test_the_tour_is_the_same_in_any_order_of_the_graph() -> None:
    graph = build_harbor_graph()
    turned = KnowledgeGraph(graph.documents, graph.entities[::-1], graph.lawsuits[::-1], graph.relations[::-1])
    assert plan_tour(turned) == plan_tour(graph)


@pytest.mark.parametrize("graph", [build_harbor_graph(), build_hostile_graph(), build_crowd(400), EMPTY])
def test_the_file_to_begin_with_changes_nothing(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "tour.yaml"
    path.write_text(write_starter(graph), encoding="utf-8")
    assert edit_tour(graph, read_edits(path)) == (plan_tour(graph), ())


def test_a_file_orders_names_and_hides_steps() -> None:
    graph = build_harbor_graph()
    titles = list_titles(
        graph,
        f"steps:\n- about: the novelist\n  title: Who began\n- lawsuit: {COUNTER}\n- lawsuit: n20\n  hide: true\n",
    )
    assert titles == ["What this is", "Who began", COUNTER]
    assert list_titles(graph, f"steps:\n- lawsuit: {COUNTER}") == ["What this is", COUNTER, SUIT]
    assert list_titles(graph, "") == ["What this is", SUIT, COUNTER]


def test_titles_and_notes_of_a_file_are_told() -> None:
    text = f"title: The affair\nnote: Mine.\nsteps:\n- lawsuit: '{COUNTER.upper()}'\n  note: |\n    One.\n\n    Two.\n"
    tour, _ = edit_tour(build_harbor_graph(), parse_edits(text, path="tour.yaml"))
    assert (tour.title, tour.steps[0].note, tour.steps[1].note) == ("The affair", "Mine.", "One.\n\nTwo.")


def test_a_step_about_a_person_lights_the_person_s_relations() -> None:
    tour, _ = edit_tour(build_harbor_graph(), parse_edits("steps:\n- about: Lou Castellan", path="tour.yaml"))
    step = tour.steps[1]
    assert step.nodes == ("n01", "n07", "n08")
    assert step.edges == ("e34", "e35")
    assert step.summary == "Linked to 2 other names in 1 article."
    assert step.passages


def test_a_name_that_fits_nothing_is_told_with_those_that_do() -> None:
    tour, faults = edit_tour(build_harbor_graph(), parse_edits("steps:\n- lawsuit: Ada Quill\n", path="tour.yaml"))
    assert tour == plan_tour(build_harbor_graph())
    assert [str(fault) for fault in faults] == [
        f"tour.yaml: steps, 1: lawsuit: 'Ada Quill' is no lawsuit of this graph; legal are {SUIT}, {COUNTER}"
    ]


def test_a_name_of_several_lawsuits_asks_for_the_id() -> None:
    graph = build_crowd(400)
    label = next(
        lawsuit.label for lawsuit in graph.lawsuits if [x.label for x in graph.lawsuits].count(lawsuit.label) > 1
    )
    _, faults = edit_tour(graph, parse_edits(f"steps:\n- lawsuit: {label}", path="tour.yaml"))
    assert "legal here are their ids: c" in str(faults[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: [", "tour.yaml: line 1: is no YAML"),
        ("title: a\ntitle: b", "tour.yaml: line 2: is no YAML"),
        ("!!python/object/apply:os.system ['exit 1']", "could not determine a constructor"),
        ("words", "legal are the keys title, note, steps"),
        ("titel: x", "'titel' is no key; legal: title, note, steps"),
        ("title: 2023", "title: is 2023; legal is a text: put it in quotes"),
        ("title: &a [*a]", "title: is [[["),
        ("steps: none", "steps: is 'none'; legal is a list"),
        ("steps: [4]", "steps, 1: is 4; legal are the keys lawsuit, about, title, note, hide"),
        ("steps: [{title: x}]", "steps, 1: needs either lawsuit or about"),
        ("steps: [{lawsuit: x, about: y}]", "steps, 1: needs either lawsuit or about"),
        ("steps: [{lawsuit: x, hide: maybe}]", "steps, 1: hide: is 'maybe'; legal: true or false"),
        ("steps: [{lawsuit: x, 1: y}]", "steps, 1: 1 is no key"),
    ],
)
def test_a_broken_file_says_what_is_legal(text: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_edits(text, path="tour.yaml")
    assert str(caught.value).startswith("tour.yaml: ")
    assert words in str(caught.value)
    assert len(str(caught.value)) < 400


def test_all_faults_of_a_file_are_told_at_once() -> None:
    with pytest.raises(UsageError, match=r"3 faults(.|\n)*'a'(.|\n)*'b'(.|\n)*steps, 1: needs"):
        parse_edits("a: 1\nb: 2\nsteps: [{note: x}]", path="tour.yaml")


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "cannot be read"), (b"\xff\xfa\x00", "is not UTF-8 text"), (b" " * 1_000_001, "larger than a tour can be")],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "tour.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=words):
        read_edits(path)


def test_a_file_as_windows_own_shell_writes_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "tour.yaml"
    path.write_bytes("\ufefftitle: Die Klage\r\n".encode("utf-16-le"))
    assert read_edits(path).title == "Die Klage"


def test_what_a_file_says_stays_text_in_the_page() -> None:
    graph = arrange(build_harbor_graph())
    text = "title: </script><script>alert(1)</script>\nnote: '<img src=x onerror=alert(1)>'"
    tour, _ = edit_tour(graph, parse_edits(text, path="tour.yaml"))
    page = render(graph, tour=tour)
    assert "</script><script>alert" not in page
    assert "<img" not in page


def test_the_command_prints_a_file_that_export_takes(tmp_path: Path) -> None:
    write(arrange(build_harbor_graph()), tmp_path / "graph.json")
    done = CliRunner().invoke(app, ["tour", str(tmp_path / "graph.json")])
    assert done.exit_code == 0
    text = done.stdout.replace("title: Tell me this dispute", "title: The book affair")
    (tmp_path / "tour.yaml").write_text(text, encoding="utf-8")
    export = ["export", str(tmp_path / "graph.json"), "--format", "html", "--tour"]
    done = CliRunner().invoke(app, [*export, str(tmp_path / "tour.yaml")])
    assert done.exit_code == 0
    assert '"title":"The book affair"' in (tmp_path / "graph.html").read_text(encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("steps: [{about: Nobody}]", encoding="utf-8")
    done = CliRunner().invoke(app, [*export, str(tmp_path / "bad.yaml")])
    assert done.exit_code == 2
    assert "'Nobody' is no node of this graph" in " ".join(done.stderr.split())


@pytest.mark.model
def test_a_build_skips_and_tells_steps_that_name_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Quill sued Bram Osei for defamation in May 2023.\n", encoding="utf-8")
    (tmp_path / "tour.yaml").write_text("steps:\n- about: Nobody\n- about: Ada Quill\n", encoding="utf-8")
    command = [
        "build",
        str(tmp_path / "a.txt"),
        "-o",
        str(tmp_path),
        "-f",
        "html",
        "--tour",
        str(tmp_path / "tour.yaml"),
    ]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 1
    assert "Nobody" in done.stderr
    assert '"node":"ada-quill-' in (tmp_path / "graph.html").read_text(encoding="utf-8")
