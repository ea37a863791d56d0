"""The tour's file: what its reader wants told otherwise, as YAML 1.2 (https://yaml.org/spec/1.2.2/).

srsly, which spaCy brings, reads it safely: no tag of a file makes an object.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from reprlib import repr as shorten
from typing import Any

import srsly  # type: ignore[import-untyped]

from graph.characters import clean_text
from graph.errors import InputError, UsageError
from graph.model import KnowledgeGraph, Node
from graph.resolve.normalize import fold
from graph.tour.plan import Planner, Step, Tour, plan_tour

KEYS = {"title": "a text", "note": "a text", "steps": "a list of steps"}
STEP_KEYS = {
    "lawsuit": "the label or id of a lawsuit",
    "about": "the label, an alias or the id of any node",
    "title": "a text",
    "note": "a text",
    "hide": "true or false",
}
LARGEST_FILE = 1_000_000  # bytes; a book has fewer letters
MOST_OFFERED = 8
LONGEST_REASON = 200
_PLACES = re.compile(r' in "<unicode string>", line \d+, column \d+:?| \^ \(line: \d+\)')


@dataclass(frozen=True, slots=True)
class StepEdit:
    """One item of `steps`: the node that it names, and what is to be said of it; an empty text leaves what is there."""

    name: str
    only_lawsuits: bool
    title: str = ""
    note: str = ""
    hide: bool = False


@dataclass(frozen=True, slots=True)
class TourEdits:
    """A tour file; `path` is its name as the user knows it."""

    path: str
    title: str = ""
    note: str = ""
    steps: tuple[StepEdit, ...] = ()


KEEP = TourEdits("")
"""What leaves the tour as it is planned."""


def read_edits(path: Path) -> TourEdits:
    """Read a tour file; UsageError tells all faults at once, each with its key, what is legal and the remedy."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UsageError(f"{path}: is larger than a tour can be; legal is up to 1 MB; give the tour's own file")
        content = path.read_bytes()
        # What Windows' own shell writes to a file after ">".
        text = content.decode("utf-16" if content.startswith(BOM_UTF16_LE) else "utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UsageError(f"{path}: is not UTF-8 text; save it again as UTF-8") from problem
    except OSError as problem:
        raise UsageError(f"{path}: cannot be read ({problem.strerror}); check the name after --tour") from problem
    return parse_edits(text, path=str(path))


def parse_edits(text: str, *, path: str) -> TourEdits:
    """Read the text of a tour file; UsageError tells all faults at once."""
    try:
        data = srsly.yaml_loads(text) or {}
    except ValueError as problem:
        raise UsageError(f"{path}: {_say_problem(str(problem))}; mend that line") from problem
    faults = list(find_faults(data))
    if faults:
        raise UsageError("\n".join((f"{path}: {len(faults)} fault{'s' * (len(faults) > 1)} in the tour:", *faults)))
    steps = tuple(
        StepEdit(
            name=clean_text(step.get("lawsuit") or step["about"]),
            only_lawsuits="lawsuit" in step,
            title=_clean(step.get("title")),
            note=_clean(step.get("note")),
            hide=bool(step.get("hide")),
        )
        for step in data.get("steps") or ()
    )
    return TourEdits(path, _clean(data.get("title")), _clean(data.get("note")), steps)


def find_faults(data: Any) -> Iterator[str]:
    """Yield every fault of a file's content with its key and what is legal there."""
    if not isinstance(data, dict):
        yield f"  the file is {shorten(data)}; legal are the keys {', '.join(KEYS)}"
        return
    yield from _check_keys(data, KEYS, "")
    steps = data.get("steps")
    if steps is not None and not isinstance(steps, list):
        yield f"  steps: is {shorten(steps)}; legal is a list, each step beginning with “- lawsuit:” or “- about:”"
        return
    for number, step in enumerate(steps or (), 1):
        where = f"steps, {number}: "
        if not isinstance(step, dict):
            yield f"  {where}is {shorten(step)}; legal are the keys {', '.join(STEP_KEYS)}"
            continue
        yield from _check_keys(step, STEP_KEYS, where)
        if sum(bool(step.get(key)) for key in ("lawsuit", "about")) != 1:
            yield f"  {where}needs either lawsuit or about; legal is one of them, with a label or an id"


def _clean(text: str | None) -> str:
    return clean_text(text or "").strip()


def _check_keys(data: Mapping[Any, Any], legal: Mapping[str, str], where: str) -> Iterator[str]:
    for key, value in data.items():
        if key not in legal:
            yield f"  {where}{shorten(key)} is no key; legal: {', '.join(legal)}"
        elif legal[key] == "true or false" and not isinstance(value, bool | None):
            yield f"  {where}{key}: is {shorten(value)}; legal: true or false"
        elif key not in ("hide", "steps") and not isinstance(value, str | None):
            yield f"  {where}{key}: is {shorten(value)}; legal is {legal[key]}: put it in quotes"


def _say_problem(message: str) -> str:
    line = re.findall(r"line (\d+)", message)
    said = " ".join(message.removeprefix("Invalid YAML: ").split())
    said = _PLACES.sub("", said.partition(" To suppress this check")[0])[:LONGEST_REASON]
    return f"line {line[-1]}: is no YAML ({said})" if line else f"is no YAML ({said})"


def edit_tour(graph: KnowledgeGraph, edits: TourEdits) -> tuple[Tour, tuple[InputError, ...]]:
    """Return the tour as the file wants it, and what of the file fits no node of the graph.

    The steps of the file come in its order, the other lawsuits after them in time order.
    """
    planned = plan_tour(graph)
    planner = Planner(graph)
    first = replace(planned.steps[0], note=edits.note)
    listed: dict[str, Step | None] = {}
    faults = []
    for number, edit in enumerate(edits.steps, 1):
        try:
            node = find_node(graph, edit)
        except UsageError as problem:
            faults.append(InputError(edits.path, f"steps, {number}: {problem}"))
            continue
        step = planner.tell_node(node)
        listed[node.id] = None if edit.hide else replace(step, title=edit.title or step.title, note=edit.note)
    rest = [step for step in planned.steps[1:] if step.node not in listed]
    steps = (first, *(step for step in listed.values() if step), *rest)
    return Tour(edits.title or planned.title, steps), tuple(faults)


def find_node(graph: KnowledgeGraph, edit: StepEdit) -> Node:
    """Return the node that a step names by its id, its label or an alias; UsageError where that is none or several."""
    nodes = graph.lawsuits if edit.only_lawsuits else graph.nodes
    wanted = fold(edit.name)
    found = next(
        (
            fitting
            for names in (_name_id, _name_label, _name_aliases)
            if (fitting := [node for node in nodes if wanted in {fold(name) for name in names(node)}])
        ),
        [],
    )
    if len(found) == 1:
        return found[0]
    key, kind = ("lawsuit", "lawsuit") if edit.only_lawsuits else ("about", "node")
    if found:
        ids = ", ".join(sorted(node.id for node in found))
        raise UsageError(f"{key}: {edit.name!r} is the name of {len(found)}; legal here are their ids: {ids}")
    raise UsageError(f"{key}: {edit.name!r} is no {kind} of this graph; {_offer(nodes)}")


def _offer(nodes: Iterable[Node]) -> str:
    important = sorted(nodes, key=lambda node: (-node.mentions, node.id))
    labels = [node.label for node in important[:MOST_OFFERED]]
    more = " and others" if len(important) > MOST_OFFERED else ""
    return f"legal are {', '.join(labels)}{more}" if labels else "there is none"


def _name_id(node: Node) -> Iterable[str]:
    return (node.id,)


def _name_label(node: Node) -> Iterable[str]:
    return (node.label,)


def _name_aliases(node: Node) -> Iterable[str]:
    return node.aliases
