"""The outlet that printed an article is a node, and reported on what the article tells of."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import graph
from graph.assemble import assemble
from graph.explain import PairAnswer, explain
from graph.export import FORMATS
from graph.file import write_file
from graph.model import (
    Assertion,
    Chain,
    Document,
    EntityType,
    Evidence,
    KnowledgeGraph,
    Mention,
    MentionKind,
    RelationMention,
    Span,
)
from graph.provenance import MAIN_REPORTS, keep_main_reports
from graph.publishers import name_outlet
from graph.resolve.normalize import join_letters, spell_site
from graph.tables import write_cue
from tests.articles import OTHER_TEXT, TEXT, TITLE
from tests.extractions import Article
from tests.files import build_page

SUIT = "Quill v. Harbor Gazette and Osei"
WHOLE = f"{TITLE}\n\n{TEXT}"
ABOUT = (
    "Ines Falk opened a bakery in Calder on Monday. Falk, a lawyer, said that she had always wanted to bake bread. She "
    "sells it to her neighbours. Bo Dunn bought some."
)


def print_by(publisher: str | None, text: str = WHOLE, *, id_: str = "d1", title: str | None = None) -> Document:
    return Document(id_, f"{id_}.txt", text, "2024-05-07", title, publisher)


def list_reports(built: KnowledgeGraph) -> list[tuple[str, str]]:
    labels = {node.id: node.label for node in built.nodes}
    return sorted((labels[edge.subject], labels[edge.object])
                  for edge in built.relations if edge.relation == "reported_on")  # fmt: skip


def find_report(built: KnowledgeGraph) -> Evidence:
    (edge,) = (edge for edge in built.relations if edge.relation == "reported_on")
    assert (edge.assertion, edge.derived, edge.weight) == (Assertion.ASSERTED, False, 1)
    return edge.evidence[0]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Lantern Post", "Lantern Post"),
        (" Lantern \n Post ", "Lantern Post"),
        ("BBC News - Home", "BBC News"),
        ("Courts | BBC News", "BBC News"),
        ("Lantern Post | Courts", "Lantern Post"),
        ("the Guardian", "the Guardian"),
        ("www.Lantern-Post.example", "lantern-post.example"),
        ("iTime", "iTime"),
        ("Le Monde (Paris)", "Le Monde"),
        ("Élan", "Élan"),
        (None, ""),
        ("", ""),
        ("Google News", ""),
        ("YouTube", ""),
        ("www.youtube.com", ""),
        ("X (formerly Twitter)", ""),
        ("feed_17", ""),
        ("all the news that is fit", ""),
        ("Ada Quill <ada@quill.example>", ""),
        ("News for you. Every day", ""),
        ("The Very Latest News And Videos From All Over The World", ""),
    ],
)
def test_what_is_plainly_an_outlet_is_taken_for_one(told: str | None, name: str) -> None:
    assert name_outlet(told) == name


@pytest.mark.model
class TestReports:
    def test_the_outlet_reported_on_the_lawsuit(self) -> None:
        built = graph.build(print_by("Lantern Post"))
        assert list_reports(built) == [("Lantern Post", SUIT)]
        (outlet,) = (node for node in built.entities if node.label == "Lantern Post")
        assert (outlet.type, outlet.documents, outlet.mentions) == (EntityType.MEDIA_OUTLET, ("d1",), 1)

    def test_the_evidence_is_the_first_sentence_that_names_it_word_for_word(self) -> None:
        item = find_report(graph.build(print_by("Lantern Post")))
        assert item.text == TITLE
        assert WHOLE[item.span.start : item.span.end] == item.text
        assert WHOLE[item.object.start : item.object.end] == "sues"
        assert write_cue(item, "subject") == write_cue(item, "cue") == ""

    def test_an_outlet_that_the_sentence_names_is_marked_in_it(self) -> None:
        built = graph.build(print_by("The Harbor Gazette"))
        item = find_report(built)
        assert write_cue(item, "subject") == "Harbor Gazette"
        assert [node.label for node in built.entities if node.type is EntityType.MEDIA_OUTLET] == ["Harbor Gazette"]

    def test_without_a_publisher_nothing_changes(self) -> None:
        plain = graph.build(print_by(None))
        assert list_reports(plain) == []
        for publisher in ("Google News", "Ada Quill"):
            built = graph.build(print_by(publisher))
            assert (built.entities, built.relations) == (plain.entities, plain.relations)

    def test_an_article_without_a_lawsuit_is_about_a_person(self) -> None:
        built = graph.build(print_by("Lantern Post", ABOUT))
        assert list_reports(built) == [("Lantern Post", "Ines Falk")]
        assert find_report(built).text == "Ines Falk opened a bakery in Calder on Monday."

    def test_an_article_about_nobody_leaves_no_outlet(self) -> None:
        built = graph.build(print_by("Lantern Post", "The weather in the county will be fine until the weekend."))
        assert (built.entities, built.relations) == ((), ())

    def test_what_is_less_sure_than_wanted_is_left_out_with_the_outlet(self) -> None:
        assert graph.build(print_by("Lantern Post"), min_confidence=0.9).relations != ()
        built = graph.build(print_by("Lantern Post"), min_confidence=0.91)
        assert "Lantern Post" not in {node.label for node in built.entities}

    def test_a_suit_that_is_only_threatened_is_not_reported_on(self) -> None:
        text = "Ada Quill threatened to sue Bram Osei for defamation on Monday."
        assert list_reports(graph.build(print_by("Lantern Post", text))) == []


@pytest.mark.model
class TestResolution:
    def test_all_names_and_the_domain_of_an_outlet_are_one(self) -> None:
        names = ("The New York Times", "NYT", "nytimes.com", "New York Times")
        documents = [print_by(name, f"{WHOLE} Again {'and again ' * number}.", id_=f"d{number}")
                     for number, name in enumerate(names)]  # fmt: skip
        built = graph.build([*documents, print_by(None, f"{TEXT} The New York Times reported that.", id_="x")])
        assert {subject for subject, _ in list_reports(built)} == {"The New York Times"}

    def test_a_domain_is_the_outlet_whose_name_it_spells(self) -> None:
        built = graph.build(print_by("www.harbor-gazette.example"))
        (outlet,) = (node for node in built.entities if node.type is EntityType.MEDIA_OUTLET)
        assert (outlet.label, outlet.aliases) == ("Harbor Gazette", ("harbor-gazette.example",))
        assert any("the domain spells the name" in reason for reason in outlet.reasons)

    def test_the_publisher_of_one_article_is_the_outlet_that_another_names(self) -> None:
        built = graph.build([print_by("Lantern Post"), print_by(None, OTHER_TEXT, id_="d2")])
        (outlet,) = (node for node in built.entities if node.label == "Lantern Post")
        assert (outlet.documents, outlet.mentions) == (("d1", "d2"), 2)

    def test_a_wire_story_is_reported_by_all_its_papers(self) -> None:
        text = f"{TEXT} {OTHER_TEXT} {ABOUT}"
        papers = ("Lantern Post", "Calder Courier", "Tide Weekly")
        built = graph.build([print_by(name, text, id_=name[0]) for name in papers])
        assert {subject for subject, _ in list_reports(built)} == set(papers)
        assert {edge.weight for edge in built.relations} == {1}


@pytest.mark.parametrize(
    ("name", "letters"),
    [("harborgazette.example", "harborgazette"), ("www.harbor-gazette.co.uk", "harborgazette"), ("ap.org", ""),
     ("news.harborgazette.com", "harborgazette"), ("Harbor Gazette", ""), ("St. Clair", "")],
)  # fmt: skip
def test_a_domain_is_spelled_without_its_end(name: str, letters: str) -> None:
    assert spell_site(name) == letters
    assert join_letters("The Harbor Gazette") == {"harborgazette", "theharborgazette"}


def test_a_domain_that_spells_two_outlets_is_neither() -> None:
    articles = []
    for number, names in enumerate((("calderpost.example",), ("Calder Post",), ("CalderPost",))):
        article = Article(f"d{number}", f"{names[0]} wrote about Ada Quill.")
        outlet = article.add(*names, type_=EntityType.MEDIA_OUTLET)
        article.relate("reported_on", outlet, article.add("Ada Quill"))
        articles.append(article.extraction())
    assert len([node for node in assemble(articles[:2]).entities if node.type is EntityType.MEDIA_OUTLET]) == 1
    assert len([node for node in assemble(articles).entities if node.type is EntityType.MEDIA_OUTLET]) == 3


class TestMainReports:
    RULE = "reported_on/publisher"

    def quote(self, start: int, rule: str = RULE) -> Evidence:
        span = Span(start, start + 5)
        return Evidence("d1", span, "a b c", Span(start, start), span, span, Assertion.ASSERTED, rule=rule)

    def keep(self, **mentions: int) -> list[tuple[str, int]]:
        """Return what is kept of so many mentions of each node, those called "l…" being lawsuits."""
        found = [(("o", "reported_on", node), self.quote(100 * place + 10 * number))
                 for place, (node, count) in enumerate(mentions.items()) for number in range(count)]  # fmt: skip
        lawsuits = {node for node in mentions if node.startswith("l")}
        return [(key[2], item.span.start) for key, item in keep_main_reports(found, lawsuits)]

    def test_each_lawsuit_is_told_once_and_those_told_of_in_passing_are_not(self) -> None:
        assert self.keep(l1=2, l2=8, l3=3) == [("l2", 100), ("l3", 200)]

    def test_of_many_lawsuits_those_most_told_of_are_kept(self) -> None:
        assert [node for node, _ in self.keep(l1=1, l2=2, l3=1, l4=1)] == ["l2", "l1", "l3"]
        assert MAIN_REPORTS == 3

    def test_a_person_counts_only_where_there_is_no_lawsuit(self) -> None:
        assert self.keep(p1=1, l1=1) == [("l1", 100)]
        assert self.keep(p1=1) == [("p1", 0)]

    def test_what_the_text_says_of_reports_is_left_alone(self) -> None:
        said = [(("o", "reported_on", "p1"), self.quote(number, "reported_on/credited")) for number in (0, 5)]
        assert list(keep_main_reports(said, set())) == said


def test_a_publisher_whose_report_is_of_nothing_in_the_graph_is_no_node() -> None:
    start = Span(0, 0)
    outlet = Chain(EntityType.MEDIA_OUTLET, "Lantern Post",
                   (Mention(start, "Lantern Post", EntityType.MEDIA_OUTLET, MentionKind.NAMED, start),))  # fmt: skip
    article = Article("d1", "The lawsuit goes on.")
    chain = article.add("lawsuit", type_=EntityType.LAWSUIT)
    told = article.extraction()
    item = Evidence("d1", Span(0, 20), "The lawsuit goes on.", start, Span(4, 11), start, Assertion.ASSERTED,
                    rule="reported_on/publisher")  # fmt: skip
    told = replace(told, chains=(*told.chains, outlet), relations=(RelationMention("reported_on", 1, chain, item),))
    assert assemble([told]).entities == ()


@pytest.mark.model
def test_every_format_holds_the_report(tmp_path: Path) -> None:
    built = graph.build(print_by("Lantern Post"))
    for name, module in FORMATS.items():
        path = write_file(built, tmp_path / f"graph{module.SUFFIX}")
        assert path.stat().st_size, name
    answer = explain(built, "Lantern Post", SUIT)
    assert isinstance(answer, PairAnswer)


@pytest.mark.model
def test_front_matter_pages_and_records_tell_the_outlet(tmp_path: Path) -> None:
    head = "---\npublisher: Calder Courier\n---\n"
    (tmp_path / "a.txt").write_text(head + WHOLE, encoding="utf-8")
    (tmp_path / "b.html").write_text(build_page(), encoding="utf-8")
    (tmp_path / "c.json").write_text(json.dumps({"text": WHOLE, "source": "Tide Weekly"}), encoding="utf-8")
    built = graph.build(tmp_path)
    assert {subject for subject, _ in list_reports(built)} >= {"Calder Courier", "Lantern Post", "Tide Weekly"}
