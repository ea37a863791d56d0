"""Print an explanation: in bold and underlined on a terminal, with marks that stay in a file elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from graph.appearance import EDGE_STYLES, NODE_STYLES
from graph.characters import blank_controls
from graph.explain.answers import (
    Answer,
    Article,
    Edge,
    NodeAnswer,
    NodeName,
    PairAnswer,
    Part,
    Passage,
    Statement,
    UnclearAnswer,
    UnclearName,
)
from graph.model import Assertion
from graph.page import write_date

MARKS = {"subject": ("[[", "]]"), "object": ("{{", "}}"), "cue": ("<<", ">>")}
STYLES = {"subject": "bold", "object": "bold", "cue": "underline"}
REFERENCES_SHOWN = 12


def show_answer(console: Console, answer: Answer) -> None:
    """Print an explanation, or why there is none."""
    if isinstance(answer, NodeAnswer):
        _show_node(console, answer)
    elif isinstance(answer, PairAnswer):
        _show_pair(console, answer)
    else:
        _show_unclear(console, answer)


def mark_passage(parts: Sequence[Part], *, styled: bool) -> Text:
    """Return a passage with both ends and the cue in bold and underlined, or unstyled in [[ ]], {{ }} and << >>."""
    if styled:
        styles = [" ".join(dict.fromkeys(STYLES[role] for role in part.roles)) for part in parts]
        return Text.assemble(*((blank_controls(part.text), style) for part, style in zip(parts, styles, strict=True)))
    return Text("".join(_bracket(parts)))


def _bracket(parts: Sequence[Part]) -> Iterator[str]:
    lasts = {role: number for number, part in enumerate(parts) for role in part.roles}
    opened: list[str] = []
    for number, part in enumerate(parts):
        # What ends last is opened first, so that marks enclose each other: [[{{Low Tide}}'s <<director>>]].
        for role in sorted((role for role in part.roles if role not in opened), key=lambda role: -lasts[role]):
            yield MARKS[role][0]
            opened.append(role)
        yield blank_controls(part.text)
        for role in [role for role in reversed(opened) if lasts[role] == number]:
            yield MARKS[role][1]


def _show_node(console: Console, answer: NodeAnswer) -> None:
    kind = NODE_STYLES[answer.node.type].singular
    articles = _count(len(answer.articles), "article")
    _say(console, Text(blank_controls(answer.node.label), style="bold"))
    _say(console, f"{kind}, id {answer.node.id}, {_count(answer.mentions, 'mention')} in {articles}", indent=2)
    _list(console, "Its names, as the articles print them", _list_spellings(answer))
    _list(console, "Why they are one node", answer.reasons)
    _list(console, "What you corrected", answer.corrections)
    _list(console, "What may be the same, as litigraph review asks", _list_unsure(answer))
    _list(console, "References in the evidence that were followed to it", _list_references(answer))
    _list(console, "What is said of it", _list_facts(answer))
    _list(console, "Lawsuits", map(_state, answer.lawsuits))
    _list(console, "Relations", map(_state, answer.relations))
    _list(console, "Articles", map(_cite, answer.articles))


def _list_spellings(answer: NodeAnswer) -> Iterator[str]:
    for name in answer.names:
        # A lawsuit's label is made of its parties, and seldom printed.
        if name.count:
            yield f"{name.text}: {_count(name.count, 'time')} in {_place(answer, name.documents)}"


def _list_references(answer: NodeAnswer) -> Iterator[str]:
    for item in answer.references[:REFERENCES_SHOWN]:
        yield f"“{item.text}” in {_count(item.passages, 'passage')}"
    if len(answer.references) > REFERENCES_SHOWN:
        yield f"and {len(answer.references) - REFERENCES_SHOWN} more"


def _list_unsure(answer: NodeAnswer) -> Iterator[str]:
    for item in answer.unsure:
        against = f"; against: {'; '.join(item.doubts)}" if item.doubts else ""
        kind = NODE_STYLES[item.node.type].singular
        yield f"{item.node.label} ({kind}, {item.node.id}), score {item.score:.2f}: {'; '.join(item.reasons)}{against}"


def _list_facts(answer: NodeAnswer) -> Iterator[str]:
    for fact in answer.facts:
        yield f"{fact.name}: {fact.text} ({_place(answer, fact.documents)})"


def _place(answer: NodeAnswer, documents: Iterable[str]) -> str:
    paths = {article.id: article.path or article.id for article in answer.articles}
    return ", ".join(paths.get(id_, id_) for id_ in documents)


def _show_pair(console: Console, answer: PairAnswer) -> None:
    subject, object_ = answer.subject.label, answer.object.label
    if answer.edges:
        for edge in answer.edges:
            _show_edge(console, edge)
    elif answer.path:
        steps = _count(len(answer.path), "step")
        _say(console, f"No edge links {subject} and {object_}. The shortest way has {steps}:")
        for number, edge in enumerate(answer.path, 1):
            _show_edge(console, edge, number=f"{number}. ")
    else:
        _say(console, f"Nothing links {subject} and {object_}, neither an edge nor a way over other nodes.")


def _show_edge(console: Console, edge: Edge, *, number: str = "") -> None:
    _say(console, Text(blank_controls(f"{number}{edge.text}"), style="bold"))
    _say(console, ", ".join(_describe_edge(edge)), indent=2)
    for passage in edge.passages:
        quoted = mark_passage(passage.parts, styled=console.color_system is not None)
        _say(console, Text.assemble("“", quoted, "”"), indent=2)
        for line in _describe_passage(passage):
            _say(console, line, indent=4)


def _describe_edge(edge: Edge) -> Iterator[str]:
    yield _mean(edge.assertion)
    yield f"confidence {edge.confidence:.2f}"
    yield f"edge {edge.id}"
    if edge.symmetric:
        yield "holds both ways"
    if edge.derived:
        yield "derived from other edges"
    if edge.start:
        yield f"of {write_date(edge.start)}" + (f" to {write_date(edge.end)}" if edge.end else "")
    if len(edge.passages) < edge.of:
        yield f"the best of {edge.of} passages"


def _describe_passage(passage: Passage) -> Iterator[str]:
    item = passage.evidence
    yield _cite(passage.article)
    found = [_mean(item.assertion), *([f"said by {item.source}"] if item.source else ())]
    found += [f"rule {item.rule}"] if item.rule else []
    found += [f"confidence {item.confidence:.2f}", *([f"of {write_date(item.date)}"] if item.date else ())]
    yield ", ".join(found)
    if passage.followed:
        yield "; ".join(f"“{step.mention}” is {step.entity}" for step in passage.followed)


def _show_unclear(console: Console, answer: UnclearAnswer) -> None:
    for unclear in answer.unclear:
        _say(console, _ask(unclear))
        for node in unclear.matches or unclear.nearest:
            _say(console, _point_to(node), indent=2)


def _ask(unclear: UnclearName) -> str:
    if unclear.matches:
        return f"{unclear.name!r} is the name of {len(unclear.matches)} nodes; give the id of the one that you mean:"
    if unclear.nearest:
        return f"{unclear.name!r} is no node's id, label or alias; the nearest names are those of:"
    return f"{unclear.name!r} is no node's id, label or alias, and none is near it; the graph's page lists all names"


def _point_to(node: NodeName) -> str:
    return f"{node.id}  {node.label} ({NODE_STYLES[node.type].singular})"


def _state(statement: Statement) -> str:
    unsure = "" if statement.assertion is Assertion.ASSERTED else f" ({statement.assertion})"
    return f"{statement.text}{unsure}, {_count(statement.passages, 'passage')}"


def _mean(assertion: Assertion) -> str:
    return f"{assertion} ({EDGE_STYLES[assertion].meaning})"


def _cite(article: Article) -> str:
    parts = (article.path or article.id, article.title and f"“{article.title}”", write_date(article.published))
    return ", ".join(filter(None, parts))


def _list(console: Console, head: str, lines: Iterable[str]) -> None:
    for number, line in enumerate(lines):
        if not number:
            _say(console, Text(head, style="bold"))
        _say(console, line, indent=2)


def _say(console: Console, line: str | Text, *, indent: int = 0) -> None:
    text = line if isinstance(line, Text) else Text(blank_controls(line))
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent)))
    else:
        # In a file or a pipe a sentence stays one line, so that it can be searched.
        console.print(Text.assemble(" " * indent, text), soft_wrap=True)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
