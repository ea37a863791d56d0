"""The inventory of labels that the heads of the encoder choose from."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

OUTSIDE = "O"


def list_chunk_tags(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the BILUO tags of entity labels (Ratinov and Roth 2009), ``O`` first."""
    return (OUTSIDE, *(f"{part}-{label}" for label in labels for part in "BILU"))


@dataclass(frozen=True)
class Labels:
    """Hold what each head chooses from, in the order of its outputs."""

    tags: tuple[str, ...]
    morphs: tuple[str, ...]
    edits: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]
    lawsuits: tuple[str, ...]

    def save(self, path: Path) -> None:
        """Write the inventory as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Labels:
        """Read an inventory; KeyError or TypeError if the file lacks a part or has one too many."""
        return cls(**{key: tuple(values) for key, values in json.loads(path.read_text(encoding="utf-8")).items()})
