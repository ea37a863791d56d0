"""Add an entry to a file of corrections; what stands in it, comments and all, keeps every byte."""

from __future__ import annotations

import codecs
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.corrections import Action, Correction, Selector
from graph.corrections.read import parse_corrections
from graph.errors import UsageError

_INTRODUCTION = "# Corrections of a graph that litigraph builds. docs/corrections.md says what an entry can be.\n"


def append_correction(path: Path, correction: Correction) -> None:
    """Put an entry at the end of the file, which is made where it is missing and is replaced whole or not at all.

    Raises UsageError where the file cannot be written, or would no longer be legal with the entry.
    """
    try:
        old = path.read_bytes() if path.exists() else _INTRODUCTION.encode()
        end = "\r\n" if b"\r\n" in old else "\n"
        gap = end * (2 - old.endswith(b"\n")) if old.removeprefix(codecs.BOM_UTF8).strip() else ""
        new = old + (gap + end.join((*render_correction(correction), ""))).encode()
        _require_legal(path, old, new)
        _replace(path, new)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise UsageError(f"{path}: cannot be written ({reason}); give another with --corrections FILE") from problem


def render_correction(correction: Correction) -> Iterator[str]:
    """Yield the lines of an entry."""
    yield f"[[{correction.action}]]"
    if correction.action in (Action.MERGE, Action.NEVER_MERGE):
        yield f"names = [{', '.join(map(render_selector, correction.names))}]"
    else:
        (selector,) = correction.names
        yield from (f"{key} = {quote(value)}" for key, value in list_keys(selector))
    if correction.to:
        yield f"to = {quote(correction.to)}"
    if correction.documents:
        yield f"documents = [{', '.join(map(quote, correction.documents))}]"
    if correction.note:
        yield f"note = {quote(correction.note)}"


def render_selector(selector: Selector) -> str:
    """Return a name as TOML: a text where it is nothing more, else an inline table."""
    keys = [f"{key} = {quote(value)}" for key, value in list_keys(selector)]
    return quote(selector.name) if len(keys) == 1 else f"{{ {', '.join(keys)} }}"


def list_keys(selector: Selector) -> Iterator[tuple[str, str]]:
    """Yield the keys of a selector that are not empty."""
    for key, value in (("name", selector.name), ("type", selector.type), ("document", selector.document)):
        if value:
            yield key, value


def quote(text: str) -> str:
    """Return a TOML basic string (https://toml.io/en/v1.0.0#string): JSON's escapes are a part of TOML's."""
    written = json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False)
    return written.replace("\x7f", "\\u007f")


def _require_legal(path: Path, old: bytes, new: bytes) -> None:
    for content in (old, new):
        try:
            parse_corrections(content.decode("utf-8-sig"), path)
        except (UsageError, UnicodeDecodeError) as problem:
            if content is old:
                raise
            # "merge = [{ … }]" is legal TOML to which no [[merge]] can be added.
            reason = f"no entry can be added ({problem}); write each entry as a table of its own, [[merge]]"
            raise UsageError(f"{path}: {reason}") from problem


def _replace(path: Path, content: bytes) -> None:
    # A link stays one: what it points to is replaced.
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".litigraph-", dir=target.parent) as folder:
        draft = Path(folder) / target.name
        draft.write_bytes(content)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
