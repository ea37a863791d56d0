"""What the components have in common: a state of named files, and what the encoder leaves in a Doc for the others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy.tokens import Doc
from spacy.vocab import Vocab

READINGS = "litigraph_readings"
Parts = dict[str, bytes]


class Component:
    """A pipeline component whose state is some named pieces of bytes, saved as the files of a folder."""

    files: tuple[str, ...] = ("labels.json",)

    def __init__(self, vocab: Vocab, name: str) -> None:
        self.vocab, self.name = vocab, name
        self.parts: Parts = {}

    def set_parts(self, parts: Parts) -> None:
        """Take over the state of a trained component."""
        self.parts = parts

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the component to a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.parts.items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Component:
        """Read the component from a folder; OSError if a file is missing."""
        self.set_parts({name: (Path(path) / name).read_bytes() for name in self.files})
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the component as bytes."""
        packed: bytes = srsly.msgpack_dumps(self.parts)
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Component:
        """Read the component from bytes."""
        self.set_parts(srsly.msgpack_loads(data))
        return self

    def __reduce__(self) -> Any:
        return _restore, (type(self), self.vocab, self.name, self.parts)


def _restore(kind: type[Component], vocab: Vocab, name: str, parts: Parts) -> Component:
    component = kind(vocab, name)
    component.set_parts(parts)
    return component


def take_readings(doc: Doc, *heads: str) -> list[Any]:
    """Take what the heads say of a text out of its Doc; ValueError if the encoder has not read it."""
    readings = doc.user_data.get(READINGS)
    if readings is None:
        raise ValueError(
            "the text has not been read by the encoder: add the component 'litigraph_encoder' before this one"
        )
    taken = [readings.pop(head, None) for head in heads]
    if not readings:
        del doc.user_data[READINGS]
    return taken
