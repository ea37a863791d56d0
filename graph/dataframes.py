"""The graph's tables as pandas DataFrames. pandas is an extra, imported when it is asked for."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from graph.errors import UsageError
from graph.model import KnowledgeGraph
from graph.tables import Table, tabulate

if TYPE_CHECKING:
    import pandas as pd

# The names of both ends make a row readable; in the files, a join gives them.
ENDS = ("subject", "object")


class DataFrames(NamedTuple):
    """The five tables, with the columns of the CSV files; the id is the index, and evidence has its edge and number.

    Several values in one cell are joined by " | "; a text that is not known is empty.
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame
    evidence: pd.DataFrame
    lawsuits: pd.DataFrame
    documents: pd.DataFrame


def to_pandas(graph: KnowledgeGraph) -> DataFrames:
    """Return the graph's tables, each sorted by its index; UsageError where pandas is not installed.

    The edges have two more columns than in the files, `subject_label` and `object_label`.
    """
    if find_spec("pandas") is None:
        raise UsageError("to_pandas needs pandas; install it with: pip install 'litigraph[pandas]'")
    frames = {table.name: build_frame(table) for table in tabulate(graph)}
    labels = frames["nodes"]["label"]
    for end in ENDS:
        frames["edges"][f"{end}_label"] = frames["edges"][end].map(labels).astype(labels.dtype)
    return DataFrames(**{name: frames[name] for name in DataFrames._fields})


def build_frame(table: Table) -> pd.DataFrame:
    """Return a table as a DataFrame, with the types of its columns even where it has no rows."""
    import pandas as pd

    frame = pd.DataFrame(list(table.rows), columns=list(table.columns)).astype(table.columns)
    return frame.set_index(["edge", "number"] if table.name == "evidence" else "id")
