"""The scorer of coreference: marked articles, measures and what counts as right."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path

import pytest
from spacy.language import Language

from graph.coreference import build_chains
from graph.mentions import find_mentions
from graph.model import MentionKind, Span
from graph.tokens import read_tokens
from graph.training.coreference.examples import MarkedDoc, collect_examples, read_gap
from graph.training.coreference.given import chain_marked
from graph.training.coreference.learn import fit_network
from graph.training.coreference.marked import Reference, find_named_references, parse_references
from graph.training.coreference.measures import PronounScore, group, score_clusters, score_pronouns
from graph.training.coreference.ontogum import read_texts
from tests.docs import parse

MARKED = (
    "Judge ⟦Ada Quill|PERSON|quill⟧ met defence ⟦lawyer|PERSON.n|dunn⟧ ⟦Bo Dunn|PERSON|dunn⟧ of ⟦Harbor|ORG|harbor⟧. "
    "The ⟦lawyer|PERSON.n|dunn⟧ thanked ⟦her|PERSON.p|quill⟧."
)
TEXT = """
Ada PROPN nsubj 1 B-PERSON
sued VERB ROOT 1
the DET det 3
actor NOUN obj 1
Bo PROPN appos 3 B-PERSON
. PUNCT punct 1
She PRON nsubj 7
won VERB ROOT 7
. PUNCT punct 7
"""


def clusters(*texts: str) -> list[set[Hashable]]:
    return [set(text) for text in texts]


def test_marks_are_read_and_titles_left_out() -> None:
    article = parse_references(MARKED)
    found = [(article.text[r.span.start : r.span.end], r.kind, r.person) for r in article.references]
    assert found == [
        ("Ada Quill", MentionKind.NAMED, "quill"),
        ("Bo Dunn", MentionKind.NAMED, "dunn"),
        ("lawyer", MentionKind.NOMINAL, "dunn"),
        ("her", MentionKind.PRONOMINAL, "quill"),
    ]


def test_a_mark_that_is_not_closed_is_told_with_its_place() -> None:
    with pytest.raises(ValueError, match=r"story: the mark opened at character 4"):
        parse_references("The ⟦actor", name="story")


def test_the_measures_give_the_figures_of_the_published_example() -> None:
    # Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions", section 4: key {a,b,c} {d,e,f,g},
    # response {a,b} {c,d} {f,g,h,i}
    score = score_clusters(clusters("abc", "defg"), clusters("ab", "cd", "fghi"))
    assert score.muc == pytest.approx(0.4)
    recall, precision = (5 / 3 + 5 / 4) / 7, 4 / 8
    assert score.b_cubed == pytest.approx(2 * recall * precision / (recall + precision))
    assert score.ceaf_e == pytest.approx(2 * 1.3 / (2 + 3))
    assert score.conll == pytest.approx((score.muc + score.b_cubed + score.ceaf_e) / 3)


def test_a_pronoun_is_right_where_most_names_of_its_chain_are_the_persons() -> None:
    gold = [
        Reference(Span(0, 3), MentionKind.NAMED, "ada"),
        Reference(Span(5, 7), MentionKind.NAMED, "bo"),
        Reference(Span(8, 11), MentionKind.PRONOMINAL, "ada"),
        Reference(Span(12, 15), MentionKind.PRONOMINAL, "ada"),
        Reference(Span(16, 19), MentionKind.PRONOMINAL, "ada"),
    ]
    found = [
        Reference(Span(0, 3), MentionKind.NAMED, "0"),
        Reference(Span(8, 11), MentionKind.PRONOMINAL, "0"),
        Reference(Span(5, 7), MentionKind.NAMED, "1"),
        Reference(Span(12, 15), MentionKind.PRONOMINAL, "1"),
    ]
    assert score_pronouns({"x": gold}, {"x": found}) == PronounScore(gold=3, attached=2, right=1)


def test_one_person_in_two_articles_is_two_clusters() -> None:
    reference = Reference(Span(0, 3), MentionKind.NAMED, "ada")
    assert len(group({"first": [reference], "second": [reference]})) == 2


def test_found_references_stand_without_their_article() -> None:
    doc = parse(TEXT)
    found = find_named_references(build_chains(doc, find_mentions(doc)))
    assert [(doc.text[r.span.start : r.span.end], r.kind) for r in sorted(found, key=lambda r: r.span)] == [
        ("Ada", MentionKind.NAMED),
        ("Bo", MentionKind.NAMED),
        ("She", MentionKind.PRONOMINAL),
    ]


def test_given_mentions_are_chained_and_one_left_alone_is_attached_on_request() -> None:
    gold = [
        Reference(Span(0, 3), MentionKind.NAMED, "ada"),
        Reference(Span(13, 18), MentionKind.NOMINAL, "bo"),
        Reference(Span(19, 21), MentionKind.NAMED, "bo"),
        Reference(Span(23, 26), MentionKind.PRONOMINAL, "ada"),
    ]
    chained = chain_marked(parse(TEXT), gold)
    assert [r.span for r in chained] == [r.span for r in gold]
    assert chained[0].person == chained[3].person != chained[2].person


def test_a_marked_description_has_its_article_by_which_it_is_known(pipeline: Language) -> None:
    text = "Judge Ada Quill ruled. The judge left."
    gold = [
        Reference(Span(6, 15), MentionKind.NAMED, "ada"),
        Reference(Span(27, 32), MentionKind.NOMINAL, "ada"),
    ]
    chained = chain_marked(read_tokens(pipeline(text)), gold)
    assert [r.span for r in chained] == [r.span for r in gold]
    assert chained[0].person == chained[1].person


def test_examples_tell_who_is_right_and_a_network_learns_them() -> None:
    doc = parse(TEXT)
    persons = {Span(0, 3): "ada", Span(19, 21): "bo", Span(23, 26): "bo"}
    examples = collect_examples([MarkedDoc(doc, tuple(find_mentions(doc)), persons, True)], None)
    assert [int(example.right.sum()) for example in examples] == [1]
    network = fit_network([(examples, 1.0)], epochs=40)
    assert examples[0].right[int(network.score(examples[0].features).argmax())]


def test_a_row_of_gap_is_read_with_its_spans(tmp_path: Path) -> None:
    file = tmp_path / "gap.tsv"
    file.write_text(
        "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
        "x-1\tAda met Bea. She won.\tShe\t13\tAda\t0\tTRUE\tBea\t8\tFALSE\thttp://example.org\n",
        encoding="utf-8",
    )
    (row,) = read_gap(file)
    assert (row.pronoun, row.names, row.means) == (Span(13, 16), (Span(0, 3), Span(8, 11)), (True, False))


def test_ontogum_gives_chains_of_people_by_their_heads(tmp_path: Path) -> None:
    rows = [
        ("1", "Mayor", "NOUN", "2", "compound", "(1", "(1-person-new-cf1-1-coref"),
        ("2", "Quill", "PROPN", "3", "nsubj", "1)", "1)"),
        ("3", "saw", "VERB", "0", "root", "", ""),
        ("4", "Rome", "PROPN", "3", "obj", "(2)", "(2-place-new-cf2-1-coref)"),
        ("5", "herself", "PRON", "3", "obl", "(1)", "(1-person-giv-cf1-1-ana)"),
    ]
    for folder, column in (("coref", 5), ("dep", 6)):
        (tmp_path / folder).mkdir()
        lines = [
            "\t".join([row[0], row[1], "_", row[2], "_", "_", row[3], row[4], "_", f"Entity={row[column]}"])
            for row in rows
        ]
        (tmp_path / folder / "GUM_news_x.conllu").write_text(
            "# newdoc id = x\n# newpar\n# sent_id = x-1\n" + "\n".join(lines) + "\n\n", encoding="utf-8"
        )
    (news,) = read_texts(tmp_path, "news")
    assert news.text.split() == ["Mayor", "Quill", "saw", "Rome", "herself"]
    assert news.chains == (frozenset({news.text.index("Quill"), news.text.index("herself")}),)
