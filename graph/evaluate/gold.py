"""Read gold cases: a folder of articles with the graph that a careful reader draws from them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import UsageError

Role = tuple[str, str]
"""What a proceeding has and who fills it: ("plaintiff_in", the party's id)."""


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A person, outlet, organization, court or work with all its names."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldLawsuit:
    """A proceeding, its roles, and what the articles say of it."""

    id: str
    roles: frozenset[Role]
    names: tuple[str, ...]
    claims: tuple[str, ...]
    filed: tuple[str, ...]
    amounts: tuple[str, ...]
    counterclaim_to: str


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """An edge that the articles state, with the words that show it."""

    subject: str
    relation: str
    object: str
    assertion: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldCase:
    """One case: its articles' paths and texts, and the gold graph."""

    name: str
    articles: tuple[Path, ...]
    texts: tuple[str, ...]
    entities: Mapping[str, GoldEntity]
    lawsuits: Mapping[str, GoldLawsuit]
    relations: tuple[GoldRelation, ...]


def read_cases(folder: Path) -> Iterator[GoldCase]:
    """Yield the cases of a gold folder, sorted by name; UsageError where there is none or one is broken."""
    files = sorted(folder.glob("*/gold.json"))
    if not files:
        raise UsageError(f"{folder}: holds no case; give a folder with CASE/gold.json and CASE/*.txt in it")
    for file in files:
        try:
            yield _read_case(file)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
            raise UsageError(f"{file}: is no gold case ({problem!r}); mend it by the set's guidelines") from problem


def _read_case(file: Path) -> GoldCase:
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    articles = tuple(sorted(file.parent.glob("*.txt")))
    return GoldCase(
        name=file.parent.name,
        articles=articles,
        texts=tuple(article.read_text(encoding="utf-8") for article in articles),
        entities={item["id"]: _to_entity(item) for item in content.get("entities", ())},
        lawsuits={item["id"]: _to_lawsuit(item) for item in content.get("lawsuits", ())},
        relations=tuple(_to_relation(item) for item in content.get("relations", ())),
    )


def _to_entity(item: Mapping[str, Any]) -> GoldEntity:
    return GoldEntity(id=item["id"], type=item["type"], name=item["name"], aliases=tuple(item.get("aliases", ())))


def _to_lawsuit(item: Mapping[str, Any]) -> GoldLawsuit:
    fillers = {
        "plaintiff_in": item.get("plaintiffs") or (),
        "defendant_in": item.get("defendants") or (),
        "judge_in": [item["judge"]] if item.get("judge") else (),
        "heard_in": [item["court"]] if item.get("court") else (),
    }
    return GoldLawsuit(
        id=item["id"],
        roles=frozenset((role, filler) for role, found in fillers.items() for filler in found),
        names=tuple(item.get("names") or ()),
        claims=tuple(item.get("claims") or ()),
        filed=tuple(item.get("filed") or ()),
        amounts=tuple(item.get("amount") or ()),
        counterclaim_to=item.get("counterclaim_to") or "",
    )


def _to_relation(item: Mapping[str, Any]) -> GoldRelation:
    return GoldRelation(
        subject=item["s"],
        relation=item["p"],
        object=item["o"],
        assertion=item.get("assertion", ""),
        quote=item.get("quote", ""),
    )
