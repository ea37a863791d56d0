"""Turn news articles about lawsuits into a graph of people, outlets and proceedings, with the evidence on every edge.

Start with `graph.pipeline.build`; the types are in `graph.model`, the errors in `graph.errors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import InputError, LitigraphError, ModelError, SchemaError, UsageError
from graph.model import KnowledgeGraph

if TYPE_CHECKING:
    from graph.pipeline import BuildResult, build

__version__ = "0.1.0"
__all__ = [
    "BuildResult",
    "InputError",
    "KnowledgeGraph",
    "LitigraphError",
    "ModelError",
    "SchemaError",
    "UsageError",
    "__version__",
    "build",
]


def __getattr__(name: str) -> Any:
    """Import the pipeline at its first use, so that `import graph` and `litigraph --help` do not load spaCy."""
    if name in ("build", "BuildResult"):
        from graph import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
