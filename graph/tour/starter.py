"""A tour file to begin with: the steps as they are planned."""

from __future__ import annotations

from collections import Counter

import srsly  # type: ignore[import-untyped]

from graph.model import KnowledgeGraph
from graph.resolve.normalize import fold
from graph.tour.plan import plan_tour

HEAD = """\
# The tour of the page. Write titles and notes, move or hide steps, then write the page again:
#   litigraph export graph.json --format html --tour tour.yaml
# A step that begins with "- about: NAME" tells of a person or any other node. Lawsuits without a step come last.
"""


def write_starter(graph: KnowledgeGraph) -> str:
    """Return a tour file, as YAML, that leaves the planned tour as it is."""
    tour = plan_tour(graph)
    labels = {lawsuit.id: lawsuit.label for lawsuit in graph.lawsuits}
    bearers = Counter(fold(label) for label in labels.values())
    steps = [
        {
            "lawsuit": labels[step.node] if bearers[fold(labels[step.node])] == 1 else step.node,
            "title": step.title,
            "note": "",
            "hide": False,
        }
        for step in tour.steps[1:]
    ]
    text: str = srsly.yaml_dumps({"title": tour.title, "note": "", "steps": steps})
    return HEAD + text
