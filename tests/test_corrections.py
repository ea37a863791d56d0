"""Corrections become ties in resolution: relations, lawsuits and evidence follow, and what does not apply is told."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.assemble import Assembly, assemble, assemble_corrected
from graph.corrections import NOTHING, Corrections, is_correction
from graph.corrections.read import parse_corrections
from graph.export.json import encode
from graph.model import Entity, EntityType, Extraction, KnowledgeGraph, Lawsuit, Node
from tests.extractions import Article, chain_article, name_article, suit_article

ORGANIZATION, WORK = EntityType.ORGANIZATION, EntityType.WORK


def read(text: str) -> Corrections:
    return parse_corrections(text, Path("corrections.toml"))


def correct(text: str, *extractions: Extraction) -> Assembly:
    return assemble_corrected(extractions, read(text))


def graph_of(text: str, *extractions: Extraction) -> KnowledgeGraph:
    """Return the corrected graph of corrections that all apply."""
    assembly = correct(text, *extractions)
    assert assembly.unapplied == ()
    return assembly.graph


def problems(text: str, *extractions: Extraction) -> list[str]:
    return [str(item) for item in correct(text, *extractions).unapplied]


def labels(graph: KnowledgeGraph) -> list[str]:
    return sorted(node.label for node in graph.nodes)


def node(graph: KnowledgeGraph, label: str, document: str = "") -> Node:
    (found,) = [node for node in graph.nodes if node.label == label and (not document or document in node.documents)]
    return found


def edges(graph: KnowledgeGraph) -> set[tuple[str, str, str]]:
    nodes = graph.index_nodes()
    return {(nodes[r.subject].label, r.relation, nodes[r.object].label) for r in graph.relations}


def merge(*names: str) -> str:
    return f"[[merge]]\nnames = [{', '.join(names)}]\n"


def never(*names: str) -> str:
    return f"[[never_merge]]\nnames = [{', '.join(names)}]\n"


def praise(id_: str, subject: str, object_: str, *, type_: EntityType = EntityType.PERSON) -> Extraction:
    article = Article(id_, f"{subject} praised {object_}.")
    one, other = article.add(subject, type_=type_), article.add(object_)
    article.relate("praised", one, other)
    return article.extraction()


def test_merged_names_are_one_node_and_its_relations_lawsuits_and_evidence_follow() -> None:
    documents = (
        suit_article("d1", "Ada Quill", "Bram Osei", filed=("2021",)),
        suit_article("d2", "Ada Stone", "Bram Osei", claims=("libel",)),
        praise("d3", "Ada Stone", "Teo Marsh"),
    )
    assert len(assemble(documents).lawsuits) == 2
    graph = graph_of(merge('"Ada Stone"', '"Ada Quill"'), *documents)
    ada = node(graph, "Ada Stone")
    assert (ada.aliases, ada.documents, ada.mentions) == (("Ada Quill",), ("d1", "d2", "d3"), 3)
    assert ada.reasons == ("Ada Quill = Ada Stone: merged by corrections.toml",)
    (lawsuit,) = graph.lawsuits
    assert [value.text for value in (*lawsuit.filed, *lawsuit.claims)] == ["2021", "libel"]
    assert edges(graph) == {
        ("Ada Stone", "plaintiff_in", "Stone v. Osei"), ("Bram Osei", "defendant_in", "Stone v. Osei"),
        ("Ada Stone", "sued", "Bram Osei"), ("Ada Stone", "praised", "Teo Marsh"),
    }  # fmt: skip
    assert {item.document for relation, item in graph.evidence if relation.relation == "plaintiff_in"} == {"d1", "d2"}


def test_what_fits_both_of_a_merged_pair_is_no_longer_unsure() -> None:
    documents = [
        name_article(f"d{number}", name) for number, name in enumerate(("Ada Quill", "Amos Quill", "A. Quill"))
    ]
    assert labels(assemble(documents)) == ["A. Quill", "Ada Quill", "Amos Quill"]
    assert labels(graph_of(merge('"Ada Quill"', '"Amos Quill"'), *documents)) == ["Ada Quill"]


def test_a_person_and_a_body_of_one_name_can_be_merged() -> None:
    documents = (name_article("d1", "Ada Quill"), name_article("d2", "Ada Quill", type_=ORGANIZATION),
                 name_article("d3", "Ada Quill"))  # fmt: skip
    both = '{ name = "Ada Quill", type = "Person" }', '{ name = "Ada Quill", type = "Organization" }'
    ada = node(graph_of(merge(*both), *documents), "Ada Quill")
    assert (ada.type, ada.documents) == (EntityType.PERSON, ("d1", "d2", "d3"))


def test_three_names_are_merged_by_one_entry_and_by_two() -> None:
    documents = [name_article(f"d{number}", name) for number, name in enumerate(("Bo Ray", "Al Sun", "Cy Ode"))]
    by_one = graph_of(merge('"Bo Ray"', '"Al Sun"', '"Cy Ode"'), *documents)
    by_two = graph_of(merge('"Bo Ray"', '"Al Sun"') + merge('"Cy Ode"', '"Al Sun"'), *documents)
    assert len(by_one.nodes) == len(by_two.nodes) == 1


def test_what_is_never_merged_is_taken_apart_and_stays_apart() -> None:
    documents = (name_article("d1", "Ada Quill"), name_article("d2", "A. Quill"), praise("d3", "A. Quill", "Teo Marsh"))
    assert labels(assemble(documents)) == ["Ada Quill", "Teo Marsh"]
    graph = graph_of(never('"A. Quill"', '"Ada Quill"'), *documents)
    assert labels(graph) == ["A. Quill", "Ada Quill", "Teo Marsh"]
    assert ("A. Quill", "praised", "Teo Marsh") in edges(graph)
    assert node(graph, "Ada Quill").reasons == ("A. Quill ≠ Ada Quill: kept apart by corrections.toml",)


def test_what_is_never_merged_is_not_asked_again() -> None:
    documents = [name_article(f"d{number}", name) for number, name in enumerate(("Jon Marlow", "John Marlow"))]
    assert len(assemble(documents).proposals) == 1
    assert graph_of(never('"Jon Marlow"', '"John Marlow"'), *documents).proposals == ()


@pytest.mark.parametrize("short", ["A. Quill", "Quill"])
def test_of_two_that_fit_the_one_that_is_left_is_sure(short: str) -> None:
    documents = [name_article(f"d{number}", name) for number, name in enumerate(("Ada Quill", "Amos Quill", short))]
    assert labels(assemble(documents)) == sorted(["Ada Quill", "Amos Quill", short])
    assert labels(graph_of(never(f'"{short}"', '"Amos Quill"'), *documents)) == ["Ada Quill", "Amos Quill"]


def test_a_split_takes_the_mentions_of_the_named_articles_and_only_those() -> None:
    documents = (praise("d1", "John Marlow", "Ada Quill"), praise("d2", "John Marlow", "Bo Dunn"),
                 name_article("d3", "John Marlow"))  # fmt: skip
    graph = graph_of('[[split]]\nname = "john marlow"\ndocuments = ["d2.txt"]', *documents)
    assert node(graph, "John Marlow", "d2").documents == ("d2",)
    assert node(graph, "John Marlow", "d1").documents == ("d1", "d3")
    nodes = graph.index_nodes()
    praised = {relation.subject: nodes[relation.object].label for relation in graph.relations}
    assert praised == {node(graph, "John Marlow", "d2").id: "Bo Dunn", node(graph, "John Marlow", "d1").id: "Ada Quill"}
    assert "split off" in node(graph, "John Marlow", "d2").reasons[0]


def test_each_split_of_one_node_makes_a_node_of_its_own() -> None:
    documents = [name_article(f"d{number}", "John Marlow") for number in range(5)]
    text = "".join(
        f'[[split]]\nname = "John Marlow"\ndocuments = {ids}\n' for ids in (["d1.txt"], ["d2.txt", "d3.txt"])
    )
    graph = graph_of(text, *documents)
    assert {found.documents for found in graph.nodes} == {("d0", "d4"), ("d1",), ("d2", "d3")}


def test_the_halves_of_a_split_can_be_named_and_merged_by_article() -> None:
    documents = (name_article("d1", "John Marlow"), name_article("d2", "John Marlow"), name_article("d3", "Jay Marlow"))
    graph = graph_of(
        '[[split]]\nname = "John Marlow"\ndocuments = ["articles/d2.txt"]\n'
        '[[rename]]\nname = "John Marlow"\ndocument = "d1.txt"\nto = "John Marlow (actor)"\n'
        + merge('"Jay Marlow"', '{ name = "John Marlow", document = "d2.txt" }'),
        *documents,
    )
    assert node(graph, "John Marlow (actor)").documents == ("d1",)
    assert node(graph, "Jay Marlow").documents == ("d2", "d3")


def test_a_new_label_keeps_the_old_ones_as_aliases_and_the_id() -> None:
    documents = (suit_article("d1", "Ada Quill", "Bram Osei"),)
    graph = graph_of('[[rename]]\nname = "Ada Quill"\nto = "Ada Stone"\nnote = "her name now"', *documents)
    ada = node(graph, "Ada Stone")
    assert (ada.id, ada.aliases) == (node(assemble(documents), "Ada Quill").id, ("Ada Quill",))
    assert ada.reasons == ("Ada Quill → Ada Stone: renamed by corrections.toml (her name now)",)
    assert [lawsuit.label for lawsuit in graph.lawsuits] == ["Stone v. Osei"]


def test_other_entries_may_use_the_new_name_and_the_old_one() -> None:
    documents = (suit_article("d1", "Ada Quill", "Bram Osei"), name_article("d2", "Bo Dunn"))
    rename = '[[rename]]\nname = "Ada Quill"\nto = "Zoe Stone"\n'
    for name in ("Ada Quill", "Zoe Stone"):
        assert labels(graph_of(rename + merge(f'"{name}"', '"Bo Dunn"'), *documents))[0] == "Bram Osei"
    for name in ("Quill v. Osei", "Stone v. Osei", "Stone vs. Osei"):
        text = f'{rename}[[rename]]\nname = "{name}"\nto = "The libel case"\n'
        assert [lawsuit.label for lawsuit in graph_of(text, *documents).lawsuits] == ["The libel case"]


def test_another_type_leaves_out_the_edges_that_it_cannot_have_and_says_so() -> None:
    documents = (praise("d1", "Low Tide", "Ada Quill"), praise("d2", "Bo Dunn", "Ada Quill"))
    assembly = correct('[[retype]]\nname = "Low Tide"\nto = "Work"', *documents)
    assert node(assembly.graph, "Low Tide").type is WORK
    assert edges(assembly.graph) == {("Bo Dunn", "praised", "Ada Quill")}
    assert [str(item) for item in assembly.unapplied] == [
        'corrections.toml, line 1, retype "Low Tide": an edge is left out, since no Work can have them: '
        "“Low Tide praised Ada Quill”; delete the entry to have them back"
    ]


def test_another_type_keeps_the_edges_that_it_can_have() -> None:
    article = Article("d1", "Ada Quill works for Low Tide.")
    article.relate("employed_by", article.add("Ada Quill"), article.add("Low Tide", type_=WORK))
    assert edges(assemble([article.extraction()])) == set()
    graph = graph_of('[[retype]]\nname = "Low Tide"\nto = "Organization"', article.extraction())
    assert edges(graph) == {("Ada Quill", "employed_by", "Low Tide")}


def test_a_node_that_is_dropped_takes_its_edges_with_it_and_leaves_its_lawsuit() -> None:
    documents = (suit_article("d1", "Ada Quill", "Bram Osei"), praise("d2", "Teo Marsh", "Bram Osei"))
    graph = graph_of('[[drop]]\nname = "Osei"\n[[drop]]\nname = "Marsh"', *documents[:0], *[
        chain_article("d0", "Bram Osei", "Osei"), chain_article("d9", "Teo Marsh", "Marsh"), *documents])  # fmt: skip
    assert labels(graph) == ["Ada Quill", "Quill’s lawsuit"]
    assert edges(graph) == {("Ada Quill", "plaintiff_in", "Quill’s lawsuit")}


def test_a_dropped_party_does_not_join_its_lawsuits_to_others() -> None:
    documents = (suit_article("d1", "Ada Quill", "Bram Osei"), suit_article("d2", "Ada Quill", "Bo Dunn"))
    graph = graph_of('[[drop]]\nname = "Bram Osei"', *documents)
    assert sorted(lawsuit.label for lawsuit in graph.lawsuits) == ["Quill v. Dunn", "Quill’s lawsuit"]


@pytest.mark.parametrize("text", ['[[drop]]\nname = "Low Tide"', '[[retype]]\nname = "Low Tide"\nto = "Work"'])
def test_a_lawsuit_without_a_party_goes_and_that_is_told(text: str) -> None:
    article = Article("d1", "The suit of Low Tide was dismissed.")
    tide = article.add("Low Tide", type_=ORGANIZATION)
    article.add_lawsuit("~suit", by=(tide,))
    assembly = correct(text, article.extraction())
    assert assembly.graph.lawsuits == () and assembly.graph.relations == ()
    assert "the lawsuit “Low Tide’s lawsuit” went with it" in str(assembly.unapplied[0])


def test_lawsuits_are_merged_kept_apart_split_renamed_and_dropped() -> None:
    first = suit_article("d1", "Ada Quill", "Bram Osei", filed=("2019",), claims=("libel",))
    second = suit_article("d2", "Ada Quill", "Bram Osei", claims=("extortion",))
    other = suit_article("d3", "Ada Quill", "Bo Dunn")
    assert len(assemble([first, second, other]).lawsuits) == 2
    split = '[[split]]\nname = "Quill v. Osei"\ndocuments = ["d2.txt"]\n'
    graph = graph_of(split, first, second, other)
    assert {lawsuit.documents for lawsuit in graph.lawsuits} == {("d1",), ("d2",), ("d3",)}
    assert {("Quill v. Osei (libel)", ("d1",)), ("Quill v. Osei (extortion)", ("d2",))} < {
        (lawsuit.label, lawsuit.documents) for lawsuit in graph.lawsuits
    }

    merged = graph_of(merge('"Quill v. Osei"', '"Quill v. Dunn"'), first, second, other)
    (lawsuit,) = merged.lawsuits
    assert lawsuit.documents == ("d1", "d2", "d3")
    assert "Quill v. Dunn = Quill v. Osei: merged by corrections.toml" in lawsuit.reasons
    assert {("Ada Quill", "sued", "Bo Dunn"), ("Ada Quill", "sued", "Bram Osei")} < edges(merged)

    dropped = graph_of('[[drop]]\nname = "Quill v. Dunn"', first, second, other)
    assert [lawsuit.label for lawsuit in dropped.lawsuits] == ["Quill v. Osei"]
    assert ("Ada Quill", "sued", "Bo Dunn") not in edges(dropped)


def test_lawsuits_that_are_never_merged_stay_apart_when_their_parties_become_one() -> None:
    documents = (suit_article("d1", "Ada Quill", "Bram Osei"), suit_article("d2", "Ada Stone", "Bram Osei"))
    people = merge('"Ada Quill"', '"Ada Stone"')
    assert len(graph_of(people, *documents).lawsuits) == 1
    graph = graph_of(people + never('"Quill v. Osei"', '"Stone v. Osei"'), *documents)
    assert {lawsuit.documents for lawsuit in graph.lawsuits} == {("d1",), ("d2",)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[drop]]\nname = "Ada Quil"', 'line 1, drop "Ada Quil": "Ada Quil" is no node\'s label, alias or id '
         "(near are: Ada Quill); mend the name, or delete the entry"),
        ('\n[[drop]]\nname = "Zzz"', 'line 2, drop "Zzz": "Zzz" is no node\'s label, alias or id; mend the name'),
        ('[[drop]]\nname = "Osei Pictures"', "is the name of 2 nodes: Osei Pictures (Organization, osei-pictures-"),
        ('[[drop]]\nname = "Ada Quill"\ndocument = "d7.txt"', '"d7.txt" is no article of this build'),
        ('[[drop]]\nname = "Ada Quill"\ndocument = "same.txt"', 'end of 2 paths: x/same.txt, y/same.txt; give more'),
        ('[[drop]]\nname = "Ada Quill"\ntype = "Court"', '"Ada Quill" (Court) is no node\'s label'),
        ('[[retype]]\nname = "Quill v. Dunn"\nto = "Work"', "is a lawsuit, which can be nothing else"),
        (merge('"Ada Quill"', '"Quill v. Dunn"'), "only one of them is a lawsuit; name two of a kind"),
        ('[[split]]\nname = "Bo Dunn"\ndocuments = ["d1.txt"]', "all articles with Bo Dunn (Person, bo-dunn-"),
        ('[[split]]\nname = "Ada Quill"\ndocuments = ["d2.txt"]', '"d2.txt" does not mention Ada Quill (Person, '),
        (never('"Ada Quill"', '"Quill"'), "articles/d1.txt takes the names for one thing"),
    ],
)  # fmt: skip
def test_an_entry_that_does_not_apply_is_told_and_changes_nothing(text: str, told: str) -> None:
    suit = Article("d1", "Ada Quill sued Bo Dunn. Quill won.")
    quill, dunn = suit.add("Ada Quill", "Quill"), suit.add("Bo Dunn")
    suit.add_lawsuit("!sued", by=(quill,), against=(dunn,))
    same = [Article(id_, "Low Tide.") for id_ in ("d3", "d4")]
    documents = [suit.extraction(), name_article("d2", "Osei Pictures", type_=ORGANIZATION)]
    documents += [name_article("d5", "Osei Pictures")]
    for article, folder in zip(same, "xy", strict=True):
        object.__setattr__(article.document, "path", f"{folder}/same.txt")
        documents.append(article.extraction())
    assembly = correct(text, *documents)
    (problem,) = map(str, assembly.unapplied)
    assert problem.startswith("corrections.toml, line ")
    assert told in problem
    assert encode(assembly.graph) == encode(assemble(documents))


def test_entries_that_contradict_each_other_are_told_and_nothing_is_merged() -> None:
    documents = [name_article(f"d{number}", name) for number, name in enumerate(("Bo Ray", "Al Sun", "Cy Ode"))]
    chain = merge('"Bo Ray"', '"Al Sun"') + merge('"Al Sun"', '"Cy Ode"') + never('"Bo Ray"', '"Cy Ode"')
    assembly = correct(chain, *documents)
    assert labels(assembly.graph) == ["Al Sun", "Bo Ray", "Cy Ode"]
    assert [str(item) for item in assembly.unapplied] == [
        f'corrections.toml, line {line}, merge {names}: contradicts line 5, never_merge "Bo Ray", "Cy Ode"; delete one '
        "of them, or name the article with document"
        for line, names in ((1, '"Al Sun", "Bo Ray"'), (3, '"Al Sun", "Cy Ode"'))
    ]
    names = '[[rename]]\nname = "Bo Ray"\nto = "X"\n[[rename]]\nname = "Bo Ray"\nto = "Y"\n'
    assert [problem.split(": ", 1)[1] for problem in problems(names, *documents)] == [
        'asks for "X" where another entry asks for "Y"; delete one of them',
        'asks for "Y" where another entry asks for "X"; delete one of them',
    ]


def test_a_merge_goes_on_without_a_name_that_is_not_there() -> None:
    documents = (name_article("d1", "Bo Ray"), name_article("d2", "Al Sun"))
    assembly = correct(merge('"Bo Ray"', '"Al Sun"', '"Cy Ode"'), *documents)
    assert len(assembly.graph.nodes) == 1
    assert ['"Cy Ode" is no node' in str(item) for item in assembly.unapplied] == [True]


def test_a_name_of_two_halves_needs_the_article() -> None:
    documents = (name_article("d1", "John Marlow"), name_article("d2", "John Marlow"))
    split = '[[split]]\nname = "John Marlow"\ndocuments = ["d2.txt"]\n'
    (problem,) = problems(f'{split}[[drop]]\nname = "John Marlow"', *documents)
    assert "means 2 nodes once the other entries are followed; add document to tell which" in problem
    assert len(graph_of(f'{split}[[drop]]\nname = "John Marlow"\ndocument = "d1.txt"', *documents).nodes) == 1


def test_an_id_names_a_node_also_after_it_was_renamed() -> None:
    documents = (
        name_article("d1", "Osei Pictures", type_=ORGANIZATION),
        name_article("d2", "Osei Pictures"),
    )
    studio = next(found for found in assemble(documents).entities if found.type is ORGANIZATION)
    graph = graph_of(f'[[rename]]\nname = "{studio.id}"\nto = "Pictures"', *documents)
    assert node(graph, "Pictures").id == studio.id


def test_user_s_reasons_are_told_from_the_program_s() -> None:
    graph = graph_of(merge('"Bo Ray"', '"Al Sun"'), chain_article("d1", "Bo Ray", "Ray"), name_article("d2", "Al Sun"))
    assert [is_correction(reason) for reason in graph.nodes[0].reasons] == [True]


POOL = (
    merge('"A. Quill"', '"Ada Quill"'),
    merge('"Bo Dunn"', '"Robert Dunn"', '"Osei"'),
    merge('"Quill v. Osei"', '"Dunn v. Osei"'),
    never('"A. Quill"', '"Amos Quill"'),
    never('"A. Quill"', '"Ada Quill"'),
    never('"Bram Osei"', '"Osei"'),
    '[[split]]\nname = "Ada Quill"\ndocuments = ["d2.txt", "d6.txt"]\n',
    '[[split]]\nname = "Ada Quill"\ndocuments = ["d1.txt"]\n',
    '[[split]]\nname = "Quill v. Osei"\ndocuments = ["d2.txt"]\n',
    '[[rename]]\nname = "Ada Quill"\nto = "Ada Stone"\n',
    '[[rename]]\nname = "Osei"\nto = "Bram A. Osei"\n',
    '[[rename]]\nname = "Quill v. Osei"\nto = "The libel case"\n',
    '[[retype]]\nname = "Low Tide"\nto = "Organization"\n',
    '[[retype]]\nname = "Bo Dunn"\nto = "Work"\n',
    '[[drop]]\nname = "Teo Marsh"\n',
    '[[drop]]\nname = "Ada Stone"\n',
    '[[drop]]\nname = "Nobody"\n',
)
CASE = (
    suit_article("d1", "Ada Quill", "Bram Osei", filed=("2019",)),
    suit_article("d2", "Ada Quill", "Bram Osei", claims=("libel",)),
    suit_article("d3", "Robert Dunn", "Osei"),
    name_article("d4", "A. Quill", "Amos Quill", "Low Tide"),
    praise("d5", "Bo Dunn", "Teo Marsh"),
    praise("d6", "Ada Quill", "Teo Marsh"),
    name_article("d7", "Low Tide", type_=WORK),
    name_article("d8", "Osei", "Mina Osei"),
)


@settings(max_examples=150, deadline=None)
@given(st.sets(st.sampled_from(range(len(POOL))), max_size=9), st.randoms(use_true_random=False))
def test_no_order_of_entries_or_articles_changes_a_byte(chosen: set[int], chance: random.Random) -> None:
    numbers, documents = sorted(chosen), list(CASE)
    one = assemble_corrected(documents, read("".join(POOL[number] for number in numbers)))
    chance.shuffle(numbers)
    chance.shuffle(documents)
    other = assemble_corrected(documents, read("".join(POOL[number] for number in numbers)))
    assert encode(one.graph) == encode(other.graph)
    assert {(item.entry, item.reason) for item in one.unapplied if "line" not in item.reason} == {
        (item.entry, item.reason) for item in other.unapplied if "line" not in item.reason
    }
    check_integrity(one.graph)


def check_integrity(graph: KnowledgeGraph) -> None:
    """Assert that ids are unique, edges have ends, proposals are nodes and no mention is lost or counted twice."""
    ids = [found.id for found in graph.nodes]
    assert len(ids) == len(set(ids))
    assert all({relation.subject, relation.object} <= set(ids) for relation in graph.relations)
    assert all({proposal.left, proposal.right} <= set(ids) for proposal in graph.proposals)
    assert all(isinstance(found, Entity | Lawsuit) and found.mentions > 0 for found in graph.nodes)


def test_without_entries_nothing_changes() -> None:
    assert encode(assemble_corrected(CASE, NOTHING).graph) == encode(assemble(CASE))
