"""Turn news articles about lawsuits into a graph of people, outlets and proceedings, with the evidence on every edge.

Start with `graph.build`; the types are in `graph.model`, the errors in `graph.errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import InputError, LitigraphError, ModelError, SchemaError, UsageError
from graph.model import Document, Entity, Evidence, KnowledgeGraph, Lawsuit, Relation

if TYPE_CHECKING:
    from graph.inputs import SkippedInput, UnappliedCorrection, build

__version__ = "0.1.0"
__all__ = [
    "Document",
    "Entity",
    "Evidence",
    "InputError",
    "KnowledgeGraph",
    "Lawsuit",
    "LitigraphError",
    "ModelError",
    "Relation",
    "SchemaError",
    "SkippedInput",
    "UnappliedCorrection",
    "UsageError",
    "__version__",
    "build",
]


def __getattr__(name: str) -> Any:
    """Import the pipeline at its first use, so that `import graph` and `litigraph --help` do not load spaCy."""
    if name in ("SkippedInput", "UnappliedCorrection", "build"):
        from graph import inputs

        return getattr(inputs, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Name what is imported at its first use, too, so that notebooks complete it."""
    return sorted({*globals(), *__all__})
