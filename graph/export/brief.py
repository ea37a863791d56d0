"""A brief of the dispute in Markdown: each lawsuit, the timeline, and the sources with their sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.characters import clean_text
from graph.model import Document, Evidence, KnowledgeGraph, Lawsuit, Relation, Span, Value
from graph.network import describe_relation
from graph.notice import NOTICE
from graph.page import count_things, describe_period, write_date
from graph.tables import ROLES, find_parties
from graph.timeline import find_days

SUFFIX = ".brief.md"

# What CommonMark (https://spec.commonmark.org) or GitHub's links, mentions and formulas give a meaning to inside a
# line; no text of an article begins one.
MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$@]|(?<=[a-z]):(?=//)|(?<=www)\.", re.I)
# With these, a name could turn the rest of its line around.
INVISIBLE = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HEADS = {"plaintiffs": "Brought by", "defendants": "Against", "judges": "Judge", "counsel": "Counsel",
         "witnesses": "Witnesses", "courts": "Court", "answers": "Answered by"}  # fmt: skip
PARTIES = {**ROLES, "courts": "heard_in", "answers": "counterclaim_to"}
Passage = tuple[Span, str]


def escape_text(text: str) -> str:
    """Return text on one line that Markdown shows as it is: no markup, no link, no HTML."""
    line = " ".join(INVISIBLE.sub("", clean_text(text)).split())
    return MARKUP.sub(lambda found: f"\\{found[0]}", line)


def join_texts(texts: Iterable[str]) -> str:
    """Return escaped texts, separated by semicolons."""
    return "; ".join(escape_text(text) for text in texts)


class Brief:
    """The parts of one brief, as lines."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.labels = {node.id: node.label for node in graph.nodes}
        self.numbers = {document.id: number for number, document in enumerate(self.sort_documents(), 1)}
        self.relations = sorted(graph.relations, key=lambda relation: relation.id)
        self.parties = {role: find_parties(graph, relation) for role, relation in PARTIES.items()}
        self.passages: defaultdict[str, defaultdict[Passage, list[tuple[Relation, Evidence]]]]
        self.passages = defaultdict(lambda: defaultdict(list))
        for relation in self.relations:
            for item in relation.evidence:
                self.passages[item.document][item.span, item.text].append((relation, item))

    def sort_documents(self) -> list[Document]:
        """Return the articles by day of publication."""
        return sorted(self.graph.documents, key=lambda document: (document.published or "9999", document.id))

    def cite(self, documents: Iterable[str]) -> str:
        """Return the numbers of articles: " [1, 3]"."""
        numbers = sorted({self.numbers[id_] for id_ in documents if id_ in self.numbers})
        return f" \\[{', '.join(map(str, numbers))}\\]" if numbers else ""

    def list_values(self, head: str, values: Iterable[Value]) -> Iterator[str]:
        """Yield a line of values that may contradict each other, each with its articles."""
        parts = [f"{escape_text(value.text)}{self.cite(value.documents)}" for value in values]
        if parts:
            yield f"- {head}: {'; '.join(parts)}"

    def describe_lawsuit(self, lawsuit: Lawsuit) -> Iterator[str]:
        """Yield a lawsuit with its parties and all that is known of it."""
        yield f"### {escape_text(lawsuit.label)}"
        yield ""
        for role, head in HEADS.items():
            if names := self.parties[role].get(lawsuit.id):
                yield f"- {head}: {join_texts(sorted({self.labels[id_] for id_ in names}))}"
        yield from self.list_values("Filed", lawsuit.filed)
        yield from self.list_values("Claims", lawsuit.claims)
        yield from self.list_values("Amount", lawsuit.amounts)
        yield from self.list_values("Status", lawsuit.statuses)
        yield from self.list_values("Docket", lawsuit.dockets)
        yield f"- Articles:{self.cite(lawsuit.documents)}"
        yield ""

    def state(self, relation: Relation) -> str:
        """Return an edge as a sentence without its full stop."""
        return f"{self.name(relation.subject)} {describe_relation(relation)} {self.name(relation.object)}"

    def name(self, node: str) -> str:
        """Return a node's name in bold."""
        return f"**{escape_text(self.labels[node])}**"

    def list_events(self) -> Iterator[tuple[str, str]]:
        """Yield what has a date, as the date and a line."""
        for lawsuit in self.graph.lawsuits:
            for value in lawsuit.filed:
                if find_days(value.text):
                    yield value.text, f"{self.name(lawsuit.id)} filed{self.cite(value.documents)}"
        for relation in self.relations:
            # The parties' edges are dated by the filing, which stands here already.
            if find_days(relation.start) and not relation.derived and relation.relation not in ROLES.values():
                until = f" (until {escape_text(write_date(relation.end))})" if relation.end else ""
                yield relation.start, f"{self.state(relation)}{until}{self.cite(relation.documents)}"
        for document in self.graph.documents:
            if find_days(document.published):
                title = escape_text(document.title or document.path)
                yield document.published or "", f"published: “{title}”{self.cite([document.id])}"

    def list_sentences(self, document: Document) -> Iterator[str]:
        """Yield each passage of an article once, in text order, with what it was taken for."""
        for (_, text), uses in sorted(self.passages[document.id].items()):
            yield f"- “{escape_text(text)}”"
            for relation, item in uses:
                by = f", said by {escape_text(item.source)}" if item.source else ""
                yield f"  - {self.state(relation)}: {item.assertion}{by}"

    def list_sources(self) -> Iterator[str]:
        """Yield each article with its sentences."""
        for document in self.sort_documents():
            title = escape_text(document.title or document.path)
            yield f"### \\[{self.numbers[document.id]}\\] {title}"
            yield ""
            day = f"{escape_text(write_date(document.published))}, " if document.published else ""
            outlet = f"{escape_text(document.publisher)}, " if document.publisher else ""
            yield f"From {outlet}{day}{escape_text(document.path)}"
            yield ""
            yield from self.list_sentences(document)
            yield ""

    def list_lines(self) -> Iterator[str]:
        """Yield all lines of the brief."""
        graph = self.graph
        yield "# The dispute in brief"
        yield ""
        yield f"{count_things(graph)} {escape_text(describe_period(graph))}".rstrip()
        yield ""
        yield f"> {NOTICE}"
        yield ""
        yield "## Lawsuits"
        yield ""
        for lawsuit in sorted(graph.lawsuits, key=lambda lawsuit: (-lawsuit.mentions, lawsuit.id)):
            yield from self.describe_lawsuit(lawsuit)
        yield "## Timeline"
        yield ""
        for day, line in sorted(set(self.list_events())):
            yield f"- {write_date(day)}: {line}"
        yield ""
        yield "## Sources"
        yield ""
        yield from self.list_sources()


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the brief as CommonMark in UTF-8."""
    text = "\n".join(Brief(graph).list_lines()).rstrip("\n")
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
