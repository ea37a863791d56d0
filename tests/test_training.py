"""The readers of the training corpora: what is a name, what is outside, and what stays missing."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from graph.training import corpora, name_corpora, score
from graph.training.legal_news import parse_marked_text, read_legal_news, split_paragraphs
from graph.training.passages import (
    NameSpan,
    Passage,
    build_name_doc,
    compose_passage,
    curl_quotes,
    join_passages,
    select_outermost,
    slice_passage,
    straighten_quotes,
)
from graph.training.treebanks import build_tree_doc, group_sentences, read_conllu, read_gum_parts

OUTLETS = frozenset({"harbour lantern"})
CONLLU = """\
# newdoc id = tiny
# sent_id = n1
# newpar id = p1
# text = They don't "sue".
1\tThey\tthey\tPRON\tPRP\tCase=Nom|Number=Plur\t5\tnsubj:pass\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\tMood=Ind\t5\taux\t_\t_
3\tn't\tnot\tPART\tRB\tPolarity=Neg\t5\tadvmod\t_\t_
3.1\tever\tever\tADV\tRB\t_\t_\t_\t4:advmod\t_
4\t"\t"\tPUNCT\t``\t_\t5\tpunct\t_\tSpaceAfter=No
5\tsue\tsue\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
6\t"\t"\tPUNCT\t''\t_\t5\tpunct\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# sent_id = n2
# newpar id = p2
# text = Settled
1\tSettled\tsettle\tVERB\tVBN\tVoice=Pass\t0\troot\t_\t_
"""


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def list_names(passage: Passage) -> list[tuple[str, str]]:
    return [(passage.text[s.start : s.end], s.label) for s in passage.names]


def list_missing(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.missing]


def write(path: Path, *rows: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_nested_names_leave_the_outermost() -> None:
    inner, outer, apart = NameSpan(4, 8, "PLACE"), NameSpan(0, 8, "COURT"), NameSpan(9, 12, "PERSON")
    assert select_outermost([inner, apart, outer]) == (outer, apart)


def test_marked_text_gives_the_plain_text_and_the_outer_of_two_names() -> None:
    passage = parse_marked_text("⟦⟦Oslo|PLACE|oslo⟧ District Court|COURT|c⟧ met ⟦Monday|DATE⟧.")
    assert passage.text == "Oslo District Court met Monday."
    assert list_names(passage) == [("Oslo District Court", "COURT"), ("Monday", "DATE")]


def test_names_inside_a_description_count_and_the_description_does_not() -> None:
    passage = parse_marked_text("⟦⟦Mia Falk|PERSON|mia⟧'s husband|PERSON.n|tom⟧ said ⟦he|PERSON.p|tom⟧ left.")
    assert list_names(passage) == [("Mia Falk", "PERSON")]
    assert passage.missing == ()


def test_the_rest_of_a_case_name_is_missing(blank: Language) -> None:
    passage = parse_marked_text("In ⟦⟦Falk|PERSON|mia⟧ v. Otero|LAWSUIT|s⟧ he won.")
    doc = build_name_doc(blank, passage)
    assert [(e.text, e.label_) for e in doc.ents] == [("Falk", "PERSON")]
    assert [token.text for token in doc if token.ent_iob == 0] == ["v.", "Otero"]


@pytest.mark.parametrize(("marked", "part"), [("⟦Mia", "not closed"), ("⟦Mia|HERO|m⟧", "'HERO'")])
def test_a_faulty_mark_is_an_error_that_names_the_file(marked: str, part: str) -> None:
    with pytest.raises(ValueError, match=rf"a\.tagged: .*{part}"):
        parse_marked_text(marked, source="a.tagged")


def test_articles_are_read_by_their_split(tmp_path: Path) -> None:
    write(tmp_path / "one.tagged", "Title", "", "⟦Mia|PERSON|m⟧ sued.")
    write(tmp_path / "two.tagged", "Other")
    write(tmp_path / "splits.json", json.dumps({"train": ["one"], "test": ["two"]}))
    (article,) = read_legal_news(tmp_path, "train")
    assert list_names(article) == [("Mia", "PERSON")]
    assert [article.text[a:b] for a, b in split_paragraphs(article)] == ["Title", "Mia sued."]
    with pytest.raises(ValueError, match="no part 'dev'; it has train, test"):
        read_legal_news(tmp_path, "dev")


def test_words_are_joined_as_in_running_text() -> None:
    words = ["``", "It", "'s", "true", ",", "''", "he", "said", "(", "twice", ")", "."]
    assert compose_passage(words, ["O"] * len(words)).text == '"It\'s true," he said (twice).'


def test_offsets_survive_joining_and_slicing() -> None:
    one = compose_passage(["Mia", "won"], ["B-PERSON", "O"])
    two = compose_passage(["Now", "Oslo", "pays"], ["-", "B-PLACE", "O"])
    joined = join_passages([one, two])
    assert list_names(joined) == [("Mia", "PERSON"), ("Oslo", "PLACE")]
    cut = slice_passage(joined, 8, len(joined.text))
    assert (list_names(cut), list_missing(cut)) == ([("Oslo", "PLACE")], ["Now"])


def test_quotes_change_style_but_not_length() -> None:
    text = "\"I didn't,\" she said. ('No') in '19"
    curled = curl_quotes(text)
    assert curled == "“I didn’t,” she said. (‘No’) in ’19"
    assert straighten_quotes(curled) == text


def test_missing_words_are_neither_names_nor_outside(blank: Language) -> None:
    doc = build_name_doc(blank, Passage("Mia paid $5 today", (NameSpan(0, 3, "PERSON"),), ((9, 11),)))
    assert [token.ent_iob_ for token in doc] == ["B", "O", "", "", "O"]


def test_gmb_strips_titles_drops_duplicates_and_hides_what_it_lacks(tmp_path: Path) -> None:
    rows = (
        "President NNP B-per;Nora NNP I-per;Quill NNP I-per;sued VBD O;Iraqi JJ B-gpe;Harbour NNP B-org;"
        "Lantern NNP I-org;on IN O;Monday NNP B-tim;for IN O;$ $ O;5 CD O;in IN O;Vane NNP B-nat"
    ).split(";")
    sentence = [f"{'Sentence: 1' if i == 0 else ''},{','.join(row.split())}" for i, row in enumerate(rows)]
    path = write(tmp_path / "ner.csv", "Sentence #,Word,POS,Tag", *sentence, *sentence)
    (passage,) = name_corpora.read_gmb(path, OUTLETS)
    names = [("Nora Quill", "PERSON"), ("Harbour Lantern", "MEDIA"), ("Monday", "DATE")]
    assert list_names(passage) == names
    assert list_missing(passage) == ["$", "5", "Vane"]


def test_gmb_hides_a_name_that_is_usually_another_type(tmp_path: Path) -> None:
    usual = ["Sentence: 1,Tarn,NNP,B-geo"] + [f"Sentence: {n},Tarn,NNP,B-geo\n,fell{n},VBD,O" for n in (2, 3)]
    path = write(tmp_path / "ner.csv", "Sentence #,Word,POS,Tag", *usual, "Sentence: 4,Tarn,NNP,B-org", ",won,VBD,O")
    odd = name_corpora.read_gmb(path, OUTLETS)[-1]
    assert (odd.text, odd.names, list_missing(odd)) == ("Tarn won", (), ["Tarn"])


def test_uner_reads_reviewed_words_as_outside_and_other_as_missing(tmp_path: Path) -> None:
    rows = ["1\tNora\tB-PER\t-\tx", "2\tsaw\tO\t-\tx", "3\tHall\tB-O\t-\tx", "4\t-\tO\t-\tx", "5\tDane\tB-OTH\t-\tx"]
    path = write(tmp_path / "a.iob2", "# text = Nora saw Hall-Dane", *rows)
    (passage,) = name_corpora.read_uner(path, OUTLETS)
    assert passage.text == "Nora saw Hall-Dane"
    assert (list_names(passage), list_missing(passage)) == ([("Nora", "PERSON")], ["Dane"])


def test_fewnerd_hides_capitalised_words_but_not_common_sentence_openers(tmp_path: Path) -> None:
    common = [row for _ in range(20) for row in ("the\tO", "end\tO")]
    sentence = ["The\tO", "Tarn\tO", "shows\tO", "Glass\tB-art_film", "Hill\tI-art_film", "by\tO", "oaks\tO"]
    path = write(tmp_path / "dev.txt", *common, "", *sentence, "", *sentence)
    passages = name_corpora.read_fewnerd([path], OUTLETS)
    assert len(passages) == 2
    assert (list_names(passages[1]), list_missing(passages[1])) == ([("Glass Hill", "WORK")], ["Tarn"])


def test_crossner_and_wikigold_map_their_types_and_hide_the_rest(tmp_path: Path) -> None:
    cross = write(tmp_path / "music" / "dev.txt", "Glass\tB-album", "won\tO", "Gilt\tB-award", "in\tO", "2001\tO")
    (passage,) = name_corpora.read_crossner(cross.parent.parent, OUTLETS)
    assert (list_names(passage), list_missing(passage)) == ([("Glass", "WORK")], ["Gilt", "2001"])
    wiki = write(tmp_path / "wiki.txt", "Tarn I-ORG", "v. O", "Vale I-MISC")
    (passage,) = name_corpora.read_wikigold(wiki, OUTLETS)
    assert (list_names(passage), list_missing(passage)) == ([("Tarn", "ORG")], ["Vale"])


@pytest.mark.parametrize(
    ("name", "tag"), [("Tarn Court", "B-COURT"), ("Tarn Times", "B-MEDIA"), ("Tarn Radio", "-"), ("Tarn Oil", "B-ORG")]
)
def test_organizations_are_told_apart_by_their_words(name: str, tag: str) -> None:
    words, tags = ["the", *name.split()], ["B-X", "I-X", "I-X"]
    assert name_corpora.convert_sentence(words, tags, mapping={"X": "ORG"}, outlets=OUTLETS)[:2] == ["O", tag]


def test_judgments_take_short_parties_as_people_only(tmp_path: Path, blank: Language) -> None:
    doc = Doc(blank.vocab, words="Judge Rao heard State of Tarn under the Fishery Act".split())
    doc.ents = [Span(doc, 1, 2, "JUDGE"), Span(doc, 3, 6, "PETITIONER"), Span(doc, 8, 10, "STATUTE")]
    DocBin(docs=[doc]).to_disk(tmp_path / "dev.spacy")
    (passage,) = name_corpora.read_judgments(tmp_path / "dev.spacy")
    assert list_names(passage) == [("Rao", "PERSON"), ("Fishery Act", "LAW")]
    assert list_missing(passage) == ["State", "of", "Tarn"]


def test_trees_keep_subtypes_blanks_and_surface_words(tmp_path: Path, blank: Language) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    sentences = list(read_conllu(path))
    doc = build_tree_doc(blank.vocab, sentences, rng=Random(1), typographic=False, breaks=False)
    assert doc.text == 'They don\'t "sue". Settled '
    assert [token.head.text for token in doc] == ["sue"] * 7 + ["Settled"]
    assert (doc[0].dep_, doc[4].dep_) == ("nsubj:pass", "ROOT")
    assert [sent.root.text for sent in doc.sents] == ["sue", "Settled"]
    curled = build_tree_doc(blank.vocab, sentences, rng=Random(1), typographic=True, breaks=False)
    assert curled.text == "They don’t “sue”. Settled "


def test_a_paragraph_break_belongs_to_the_sentence_before_it(tmp_path: Path, blank: Language) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    sentences = list(read_conllu(path))
    drawn = [build_tree_doc(blank.vocab, sentences, rng=Random(n), typographic=False, breaks=True) for n in range(9)]
    broken = [doc for doc in drawn if "\n" in doc.text]
    assert broken
    assert all(doc[8].is_sent_start and doc[7].is_space and doc[7].pos_ == "SPACE" for doc in broken)
    assert all(doc.text == "".join(t.text_with_ws for t in blank.make_doc(doc.text)) for doc in broken)


def test_a_short_conllu_row_is_an_error_that_names_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.conllu", "# text = x", "1\tx")
    with pytest.raises(ValueError, match=r"a\.conllu:2: 2 columns"):
        list(read_conllu(path))


def test_groups_do_not_cross_documents(tmp_path: Path) -> None:
    path = write(tmp_path / "a.conllu", CONLLU, CONLLU)
    groups = group_sentences(list(read_conllu(path)), rng=Random(3))
    assert [s.opens_document for group in groups for s in group[1:]].count(True) == 0
    assert [s.id for group in groups for s in group] == ["n1", "n2", "n1", "n2"]


def test_gum_documents_follow_their_split(tmp_path: Path) -> None:
    write(tmp_path / "splits.md", "# Splits", "## test", "  * GUM_b", "## test2", "  * GUM_c")
    for name in "abc":
        write(tmp_path / "dep" / f"GUM_{name}.conllu", CONLLU)
    parts = {part: [path.stem for path in paths] for part, paths in read_gum_parts(tmp_path).items()}
    assert parts == {"train": ["GUM_a"], "dev": [], "test": ["GUM_b"]}


def test_drawing_passages_is_deterministic_and_takes_rare_labels_first() -> None:
    plain = [compose_passage([f"w{n}", "x"], ["O", "O"]) for n in range(30)]
    rare = compose_passage(["Glass"], ["B-WORK"])
    drawn = [corpora.draw_passages([*plain, rare], corpora.Share(5), rng=Random(7)) for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert [s.label for p in drawn[0] for s in p.names] == ["WORK"]


def test_scores_count_exact_names_and_skip_missing_stretches(blank: Language) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [{"label": "PERSON", "pattern": name} for name in ("Mia", "Oslo", "Vale")]
    )
    gold = Passage("Mia Falk met Vale in Oslo", (NameSpan(0, 8, "PERSON"), NameSpan(21, 25, "PERSON")), ((13, 17),))
    scores = score.compute_name_scores(nlp, [gold])
    assert scores["PERSON"] == score.NameScore(50.0, 50.0, 50.0, 2)
    assert set(scores) == {"ALL", "PERSON"}
