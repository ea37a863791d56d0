"""What `import graph` offers: building from any kind of input, looking at the result, tables and files."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import graph
from graph.export import FORMATS
from graph.export.json import read
from graph.inputs import is_text, list_inputs, read_inputs
from graph.layout import arrange
from graph.model import KnowledgeGraph
from tests.articles import DAY, OTHER_TEXT, TEXT, TITLE, write_articles
from tests.gold import ROOT
from tests.graphs import build_harbor_graph, build_hostile_graph

SUED = ("Ada Quill", "sued", "Bram Osei")
EMPTY = KnowledgeGraph((), (), (), ())


def run_python(*lines: str) -> str:
    """Run lines in a fresh Python and return what they print."""
    command = [sys.executable, "-c", "\n".join(lines)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def name_edges(built: KnowledgeGraph) -> set[tuple[str, str, str]]:
    nodes = built.index_nodes()
    return {(nodes[edge.subject].label, edge.relation, nodes[edge.object].label) for edge in built.relations}


def test_the_import_is_light_and_complete() -> None:
    heavy = "spacy", "pandas", "networkx", "pyvis"
    loaded = run_python("import graph, sys", f"print([name for name in {heavy} if name in sys.modules])")
    assert loaded.strip() == "[]"
    assert set(graph.__all__) <= set(dir(graph))
    assert all(getattr(graph, name) is not None for name in graph.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = graph.no_such_name


@pytest.mark.model
@pytest.mark.parametrize(
    "choose",
    [
        lambda folder: folder,
        lambda folder: str(folder),
        lambda folder: folder / "monday.txt",
        lambda folder: [folder / "monday.txt", str(folder / "tuesday.md")],
        lambda folder: TEXT,
        lambda folder: [(TITLE, TEXT)],
        lambda folder: ((title, TEXT) for title in (None, "")),
        lambda folder: graph.Document("d1", "blog", TEXT),
    ],
)
def test_every_kind_of_input_gives_a_graph(tmp_path: Path, choose: Callable[[Path], Any]) -> None:
    built = graph.build(choose(write_articles(tmp_path)))
    assert isinstance(built, KnowledgeGraph)
    assert SUED in name_edges(built)
    assert set(built.positions) == {node.id for node in built.nodes}


@pytest.mark.model
def test_a_text_is_the_same_article_as_a_file(tmp_path: Path) -> None:
    folder = write_articles(tmp_path)
    content = (folder / "monday.txt").read_text(encoding="utf-8")
    for text in (content, content.replace("\n", "\r\n")):
        (read_one,) = read_inputs([text])
        (file_one,) = read_inputs([folder / "monday.txt"])
        assert isinstance(read_one, graph.Document) and isinstance(file_one, graph.Document)
        assert (read_one.id, read_one.text, read_one.title) == (file_one.id, file_one.text, TITLE)
        assert read_one.published == DAY
    both = graph.build([content, folder])
    assert both == graph.build(folder)


@pytest.mark.model
def test_the_order_of_the_inputs_changes_nothing(tmp_path: Path) -> None:
    inputs = [(TITLE, TEXT), OTHER_TEXT, graph.Document("d1", "blog", TEXT), write_articles(tmp_path)]
    first, last = graph.build(inputs), graph.build(reversed(inputs))
    assert first == last
    assert len(first.documents) == 5
    paths = [graph.build(order).save(tmp_path / name) for order, name in ((inputs, "a.json"), (inputs[::-1], "b.json"))]
    assert paths[0].read_bytes() == paths[1].read_bytes()


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (TEXT, True),
        ("She sued.", True),
        ("“She sued him,” he said", False),
        ("She said: “I sued him.”", True),
        ("She said: “I sued him”.", True),
        ("Headline\n\nA text without an end", True),
        ("seeds", False),
        ("my articles/monday.txt", False),
        ("my articles/..", False),
        ("..", False),
        ("articles\n", False),
        ("C:\\my articles\\", False),
        ("", False),
        (Path("She sued. Him."), False),
    ],
)
def test_a_string_is_a_text_or_a_path_by_its_form(given: str | Path, text: bool) -> None:
    assert is_text(given) is text


def test_a_pair_never_opens_a_file(tmp_path: Path) -> None:
    path = str(write_articles(tmp_path) / "monday.txt")
    (document,) = read_inputs([(None, path)])
    assert isinstance(document, graph.Document)
    assert document.text == path


def test_a_pair_s_title_stands_in_the_text_and_its_date_does_not() -> None:
    (document,) = read_inputs([("  Novelist\nsues  again ", f"date {DAY}\n{TEXT}")])
    assert isinstance(document, graph.Document)
    assert (document.title, document.published) == ("Novelist sues again", DAY)
    assert document.text == f"Novelist sues again\n\n{TEXT}"


def test_half_a_character_is_replaced() -> None:
    (document,) = read_inputs([(None, f"\ud800 {TEXT}")])
    assert isinstance(document, graph.Document)
    assert document.text == f"? {TEXT}"


@pytest.mark.model
def test_what_is_left_out_is_told_in_a_warning(tmp_path: Path) -> None:
    with pytest.warns(graph.SkippedInput) as told:
        built = graph.build([TEXT, tmp_path / "none.txt", ("Empty", " "), graph.Document("d", "p", TEXT, "May 7")])
    assert len(built.documents) == 1
    messages = [str(warning.message) for warning in told]
    assert [message.partition("; ")[0] for message in messages] == [
        "left out: none.txt: does not exist",
        "left out: inputs[2]: is empty",
        "left out: inputs[3]: has the date 'May 7'",
    ]
    assert {warning.filename for warning in told} == {__file__}


def test_two_articles_with_one_id_are_not_mixed_up() -> None:
    first, second = graph.Document("d1", "a", TEXT), graph.Document("d1", "b", OTHER_TEXT)
    kept, refused = read_inputs([first, second])
    assert kept == first
    assert isinstance(refused, graph.InputError)
    assert "inputs[1]: has the id 'd1' of another article" in str(refused)
    assert read_inputs([first, first]) == [first]


@pytest.mark.parametrize(
    ("inputs", "reason"),
    [
        ([], "there are no inputs; legal are a path, a web address, a text"),
        ("no such file", r"no such file: does not exist.*\n.*ends as a sentence does"),
        ([("Leer", "")], r"inputs\[0\]: is empty"),
        (3, "inputs is of type int; legal are a path"),
        (b"text", "inputs is of type bytes"),
        ([TEXT, None], r"inputs\[1\] is of type NoneType"),
        ([(TITLE, TEXT, DAY)], r"inputs\[0\] is of type tuple"),
        ((TITLE, TEXT), r"tuple of two strings; legal are \[\(title, text\)\]"),
    ],
)
def test_nothing_to_build_says_why(inputs: Any, reason: str) -> None:
    with pytest.raises(graph.UsageError, match=f"(?s){reason}"):
        graph.build(inputs)


def test_a_confidence_that_is_none_is_refused() -> None:
    with pytest.raises(graph.UsageError, match="min_confidence is 7; legal are numbers from 0 to 1"):
        graph.build(TEXT, min_confidence=7)


def test_no_worker_is_refused() -> None:
    with pytest.raises(graph.UsageError, match="workers is 0; legal are whole numbers from 1"):
        graph.build(TEXT, workers=0)


def test_any_iterable_is_a_list_of_inputs() -> None:
    assert list_inputs(iter([TEXT])) == list_inputs(TEXT) == [TEXT]


@pytest.mark.model
def test_options_and_progress_reach_the_build() -> None:
    stages: list[str] = []
    text = "Ada Quill sued Bram Osei. Teo Marsh never married Ada Quill."
    plain = graph.build(text, progress=lambda stage, done, total: stages.append(stage))
    assert {"read", "extract", "resolve", "lay out"} <= set(stages)
    assert len(graph.build(text, include_negated=True).relations) > len(plain.relations)
    assert not graph.build(text, min_confidence=1.0).relations
    with pytest.raises(graph.ModelError):
        graph.build(text, model="no_such_model")


def test_a_graph_shows_its_counts_and_its_evidence() -> None:
    harbor = build_harbor_graph()
    assert repr(harbor) == "KnowledgeGraph(documents=3, entities=12, lawsuits=2, relations=30)"
    assert len(harbor.evidence) == sum(relation.weight for relation in harbor.relations)
    texts = {document.id: document.text for document in harbor.documents}
    for relation, item in harbor.evidence:
        assert item in relation.evidence
        assert texts[item.document][item.span.start : item.span.end] == item.text
    assert tuple(harbor.index_nodes().values()) == harbor.nodes


def test_networkx_gets_plain_values() -> None:
    network = build_harbor_graph().to_networkx()
    assert (len(network), network.number_of_edges()) == (14, 30)
    values = [value for _, data in network.nodes(data=True) for value in data.values()]
    values += [value for *_, data in network.edges(data=True) for value in data.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}


def test_tables_say_what_the_graph_says() -> None:
    harbor = build_harbor_graph()
    tables = harbor.to_pandas()
    assert list(tables.nodes.index) == [node.id for node in harbor.nodes]
    assert list(tables.lawsuits.loc["n20", ["plaintiffs", "filed", "amount"]]) == [
        "Ada Quill",
        "2023-03-02 | 2023-03-03",
        "$12 million | $15 million",
    ]
    accused = tables.edges.loc["e20"]
    assert (accused.subject_label, accused.relation, accused.object_label) == ("Ada Quill", "accused", "Bram Osei")
    assert list(tables.evidence.loc["e20", "assertion"]) == ["alleged", "denied"]
    assert len(tables.evidence) == len(harbor.evidence)
    assert list(tables.documents["published"]) == ["2023-03-04", "2023-06-18", "2024-01-11"]
    assert tables.edges["derived"].dtype == bool


def test_tables_of_nothing_have_their_columns_and_types() -> None:
    empty, full = EMPTY.to_pandas(), build_harbor_graph().to_pandas()
    for name in full._fields:
        assert len(getattr(empty, name)) == 0
        assert dict(getattr(empty, name).dtypes) == dict(getattr(full, name).dtypes)
        assert getattr(empty, name).index.names == getattr(full, name).index.names


def test_tables_show_text_and_never_markup() -> None:
    tables = build_hostile_graph().to_pandas()
    shown = "".join(getattr(tables, name)._repr_html_() for name in tables._fields)
    assert "<img" not in shown and "<script" not in shown and "&lt;script" in shown


def test_a_missing_pandas_is_told_with_the_extra() -> None:
    told = run_python(
        "import sys",
        "sys.modules['pandas'] = None",
        "import graph",
        "try:",
        "    graph.KnowledgeGraph((), (), (), ()).to_pandas()",
        "except graph.UsageError as error:",
        "    print(error)",
    )
    assert told.strip() == "to_pandas needs pandas; install it with: pip install 'litigraph[pandas]'"


def test_the_suffix_chooses_the_format(tmp_path: Path) -> None:
    harbor = arrange(build_harbor_graph())
    for name in ("graph.json", "graph.graphml", "GRAPH.HTML"):
        saved = harbor.save(str(tmp_path / "new" / "folder" / name))
        FORMATS[saved.suffix.lower()].write(harbor, tmp_path / "expected")
        assert saved.read_bytes() == (tmp_path / "expected").read_bytes()
    assert sorted(path.name for path in saved.parent.iterdir()) == ["GRAPH.HTML", "graph.graphml", "graph.json"]
    assert read(saved.parent / "graph.json") == harbor


def test_nodes_without_places_are_laid_out_when_saved(tmp_path: Path) -> None:
    harbor = build_harbor_graph()
    assert read(harbor.save(tmp_path / "graph.json")) == arrange(harbor)


@pytest.mark.parametrize("name", ["graph.docx", "graph", ".json.bak"])
def test_a_suffix_without_a_format_names_those_that_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(graph.UsageError, match=re.escape(f"{name}: ends in ")) as raised:
        build_harbor_graph().save(tmp_path / name)
    assert all(suffix in str(raised.value) for suffix in FORMATS)
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "graph.json").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "graph.json", tmp_path / "file" / "graph.json"):
        with pytest.raises(graph.UsageError, match=r"cannot be written .*give another path"):
            build_harbor_graph().save(path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "graph.json"]


@pytest.mark.model
def test_the_guide_s_snippets_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    snippets = re.findall(r"^```python\n(.*?)^```", guide, re.S | re.M)
    assert len(snippets) == guide.count("```python") >= 8
    write_articles(tmp_path)
    monkeypatch.chdir(tmp_path)
    space: dict[str, Any] = {}
    for snippet in snippets:
        exec(compile(snippet, "docs/python.md", "exec"), space)
    printed = capsys.readouterr().out
    assert "KnowledgeGraph(documents=2, " in printed
    assert "articels: does not exist" in printed
    assert len(space["built"].documents) == 4
    assert [lawsuit.label for lawsuit in space["doc"]._.lawsuits] == ["Quill v. Osei"]
    assert (tmp_path / "case" / "graph.html").is_file()
