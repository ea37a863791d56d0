"""JSON that holds the whole graph with all its evidence, and can be read back without loss."""

from __future__ import annotations

import json
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from graph.characters import escape_surrogates
from graph.errors import InputError
from graph.model import Document, Entity, KnowledgeGraph, Lawsuit, Position, Proposal, Relation
from graph.notice import NOTICE

SUFFIX = ".json"
VERSION = 1
PIECES = 1000
"""How many items of a file are put together and written at a time."""

LATER: dict[type, frozenset[str]] = {Document: frozenset({"publisher", "url"})}
"""Keys that a file of an older version lacks; they have a default."""

KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a whole number"}
REMEDY = "write the file again with litigraph"


class ShapeError(Exception):
    """A value that does not fit its type; `key` is its place in the file."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"{key or 'the file'}: {problem}")


def encode(value: Any) -> Any:
    """Turn dataclasses into objects, tuples into lists, and enumerations into their values."""
    kind: type = type(value)
    if names := list_names(kind):
        return {name: encode(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value


@cache
def list_names(kind: type) -> tuple[str, ...]:
    """Return the names of a dataclass's fields; of any other type none."""
    return tuple(item.name for item in fields(kind)) if is_dataclass(kind) else ()


def decode(kind: Any, value: Any, key: str) -> Any:
    """Build a value of the type `kind` from what JSON gave; ShapeError names the key that does not fit."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else decode(next(k for k in get_args(kind) if k is not type(None)), value, key)
    if origin is tuple:
        check_kind(list, value, key)
        return tuple(decode(get_args(kind)[0], item, f"{key}[{index}]") for index, item in enumerate(value))
    if is_dataclass(kind) and isinstance(kind, type):
        return decode_object(kind, value, key)
    if issubclass(kind, StrEnum):
        try:
            return kind(value)
        except ValueError:
            raise ShapeError(key, f"{value!r} is not legal; legal: {', '.join(kind)}") from None
    check_kind(kind, value, key)
    return float(value) if kind is float else value


@cache
def list_fields(kind: type) -> dict[str, Any]:
    """Return the types of a dataclass's fields by name."""
    hints = get_type_hints(kind)
    return {item.name: hints[item.name] for item in fields(kind)}


def decode_object(kind: type, value: Any, key: str) -> Any:
    """Build a dataclass from an object, which must have exactly its keys, but for those that came later."""
    check_kind(dict, value, key)
    hints = list_fields(kind)
    names = list(hints)
    if faults := sorted((set(names) ^ set(value)) - (LATER.get(kind, frozenset()) - set(value))):
        raise ShapeError(key, f"keys {', '.join(faults)} are missing or unknown; legal: exactly {', '.join(names)}")
    return kind(**{name: decode(hints[name], value[name], f"{key}.{name}") for name in names if name in value})


def check_kind(kind: type, value: Any, key: str) -> None:
    """Raise ShapeError unless the value is of the kind; a whole number is a float too, a boolean is no number."""
    legal: tuple[type, ...] = (int, float) if kind is float else (kind,)
    if not isinstance(value, legal) or (isinstance(value, bool) and kind is not bool):
        raise ShapeError(key, f"is {type(value).__name__}; legal: {KINDS.get(kind, 'a number')}")


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the graph as indented UTF-8 JSON with sorted keys."""
    content: dict[str, Any] = {
        "format": "litigraph",
        "version": VERSION,
        "notice": NOTICE,
        "documents": graph.documents,
        "entities": graph.entities,
        "lawsuits": graph.lawsuits,
        "relations": graph.relations,
        "positions": graph.positions,
        "proposals": graph.proposals,
    }
    with path.open("wb") as file:
        for number, key in enumerate(sorted(content)):
            file.write(b",\n" if number else b"{\n")
            file.write(f'  "{key}": '.encode())
            for text in dump_parts(content[key]):
                # A string holds no line break: each that is here begins a line of the file.
                file.write(text.replace(b"\n", b"\n  "))
        file.write(b"\n}\n")


def dump_parts(value: Any) -> Iterator[bytes]:
    """Yield the parts of a value as indented JSON, some items of a list or an object at a time."""
    if not value or not isinstance(value, tuple | Mapping):
        yield dump(value)
        return
    opened, closed = (b"{", b"}") if isinstance(value, Mapping) else (b"[", b"]")
    items: Sequence[Any] = sorted(value) if isinstance(value, Mapping) else value
    for start in range(0, len(items), PIECES):
        piece = items[start : start + PIECES]
        text = dump({key: value[key] for key in piece} if isinstance(value, Mapping) else piece)
        # all but the brackets and the line breaks inside of them
        yield (b",\n" if start else opened + b"\n") + text[2:-2]
    yield b"\n" + closed


def dump(value: Any) -> bytes:
    """Return a value as JSON in UTF-8, indented by 2 and with sorted keys."""
    try:
        return msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=2)
    except UnicodeEncodeError:
        text = json.dumps(encode(value), ensure_ascii=False, indent=2, sort_keys=True)
        return escape_surrogates(text).encode()


def read(path: Path) -> KnowledgeGraph:
    """Read a graph that `write` wrote; InputError names the file and the key that is wrong."""
    try:
        return decode_graph(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({error.strerror}); give the path of a graph's JSON file"
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), f"is not JSON in UTF-8 ({error}); {REMEDY}") from error
    except ShapeError as error:
        raise InputError(str(path), f"{error}; {REMEDY}") from error


def decode_graph(content: Any) -> KnowledgeGraph:
    """Build the graph from a file's content; ShapeError names what does not fit."""
    check_kind(dict, content, "")
    for key, legal in (("format", "litigraph"), ("version", VERSION)):
        if content.get(key) != legal:
            raise ShapeError(key, f"is {content.get(key)!r}; legal: {legal!r}")
    for key in ("documents", "entities", "lawsuits", "relations", "positions"):
        if key not in content:
            raise ShapeError(key, "is missing")
    check_kind(dict, content["positions"], "positions")
    graph = KnowledgeGraph(
        documents=decode(tuple[Document, ...], content["documents"], "documents"),
        entities=decode(tuple[Entity, ...], content["entities"], "entities"),
        lawsuits=decode(tuple[Lawsuit, ...], content["lawsuits"], "lawsuits"),
        relations=decode(tuple[Relation, ...], content["relations"], "relations"),
        positions={
            node: decode_object(Position, place, f"positions[{node!r}]") for node, place in content["positions"].items()
        },
        # A file of an older version has none.
        proposals=decode(tuple[Proposal, ...], content.get("proposals", []), "proposals"),
    )
    check_ids(graph)
    check_ends(graph)
    return graph


def check_ids(graph: KnowledgeGraph) -> None:
    """Raise ShapeError for an id that stands twice: readers of the other formats would drop or merge its bearers."""
    seen: set[str] = set()
    for part in ("entities", "lawsuits", "relations"):
        for index, item in enumerate(getattr(graph, part)):
            if item.id in seen:
                raise ShapeError(
                    f"{part}[{index}].id", f"{item.id!r} stands twice; legal: one id for each node and edge"
                )
            seen.add(item.id)


def check_ends(graph: KnowledgeGraph) -> None:
    """Raise ShapeError for a relation or a proposal of which an end is no node."""
    nodes = {node.id for node in graph.nodes}
    ends = [(f"relations[{index}].{end}", getattr(relation, end))
            for index, relation in enumerate(graph.relations) for end in ("subject", "object")]  # fmt: skip
    ends += [(f"proposals[{index}].{end}", getattr(proposal, end))
             for index, proposal in enumerate(graph.proposals) for end in ("left", "right")]  # fmt: skip
    for key, name in ends:
        if name not in nodes:
            raise ShapeError(key, f"{name!r} is no node; legal: the id of one in the file")
