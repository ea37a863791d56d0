"""Score built graphs against gold graphs that careful readers drew from the same articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.evaluate.gold import read_cases
from graph.evaluate.match import read_built
from graph.evaluate.measure import ASSERTIONS, ENTITY_KINDS, RELATION_GROUPS, mark_case
from graph.evaluate.tally import Marks, Share, Tally
from graph.model import KnowledgeGraph

HEADLINE = ("Person", "MediaOutlet", "Lawsuit", "lawsuit roles", "relations")
"""The measures whose mean F1 is the headline."""

MEASURES = (
    *HEADLINE,
    *(kind for kind in ENTITY_KINDS if kind not in HEADLINE),
    *(f"relations: {group}" for group in RELATION_GROUPS),
    "related pairs",
    "filing dates",
    "amounts",
    "claims",
    *(f"assertion: {value}" for value in ASSERTIONS),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures summed over all cases, the headline of each case, and a line for each mistake."""

    tallies: Mapping[str, Tally]
    shares: Mapping[str, Share]
    cases: Mapping[str, float]
    mistakes: tuple[str, ...]

    @property
    def headline(self) -> float:
        """Return the mean F1 of the headline measures."""
        return _average(self.tallies)

    def to_json(self) -> str:
        """Return all figures as JSON, keys sorted: p, r, f1, gold, said of a measure; share, of of a share."""
        figures: dict[str, Any] = {"headline": self.headline, "cases": dict(self.cases)}
        for name, tally in self.tallies.items():
            figures[name] = {
                "p": tally.precision,
                "r": tally.recall,
                "f1": tally.f1,
                "gold": tally.gold,
                "said": tally.said,
            }
        for name, share in self.shares.items():
            figures[name] = {"share": share.value, "of": share.total}
        return json.dumps(figures, indent=1, sort_keys=True)

    def list_cases(self) -> Iterator[str]:
        """Yield a line for each case with its headline, the worst first."""
        for name, value in sorted(self.cases.items(), key=lambda case: case[1]):
            yield f"{value:6.3f}  {name}"

    def list_figures(self) -> Iterator[str]:
        """Yield the lines of the table: a measure each, then the shares, then the headline."""
        yield _align("measure", "P", "R", "F1", "gold", "said")
        for name in MEASURES:
            tally = self.tallies[name]
            yield _align(name, tally.precision, tally.recall, tally.f1, tally.gold, tally.said)
        for name, share in sorted(self.shares.items()):
            yield f"{_align(name, share.value)}  ({share.count} of {share.total})"
        yield f"{_align('HEADLINE, the mean F1 of the first five', self.headline)}  over {len(self.cases)} cases"


def evaluate(
    gold: Path,
    build: Callable[[Sequence[Path]], KnowledgeGraph],
    *,
    progress: Callable[[str, int, int], None] | None = None,
) -> Scores:
    """Build the graph of each case under `gold` from its articles and compare it with the case's own.

    `progress` gets the case's name, the cases done and their number. Raises UsageError where `gold` holds no
    case or a broken one.
    """
    total, cases = Marks(), {}
    found = list(read_cases(gold))
    for done, case in enumerate(found):
        if progress:
            progress(case.name, done, len(found))
        marks = mark_case(case, read_built(build(case.articles)))
        cases[case.name] = _average(marks.tallies)
        total.add(marks)
    if progress:
        progress("scored", len(found), len(found))
    # A measure that no case has is a tally of nothing, not a missing line.
    tallies = {name: total.tallies[name] for name in MEASURES}
    return Scores(tallies=tallies, shares=dict(total.shares), cases=cases, mistakes=tuple(total.mistakes))


def _average(tallies: Mapping[str, Tally]) -> float:
    return sum(tallies[name].f1 for name in HEADLINE) / len(HEADLINE)


def _align(name: str, *figures: float | str) -> str:
    return " ".join((f"{name:34}", *(_pad(figure) for figure in figures)))


def _pad(figure: float | str) -> str:
    return f"{figure:6.3f}" if isinstance(figure, float) else f"{figure:>6}"
