"""What extractions become once they are resolved, as tests look at it."""

from __future__ import annotations

from graph.model import Entity, EntityType, Extraction
from graph.resolve import resolve_entities
from tests.extractions import name_article

ORGANIZATION, OUTLET, WORK, COURT = (
    EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET, EntityType.WORK, EntityType.COURT,
)  # fmt: skip


def labels(*extractions: Extraction) -> list[str]:
    return sorted(entity.label for entity in resolve_entities(extractions)[0])


def only(*extractions: Extraction) -> Entity:
    (entity,) = resolve_entities(extractions)[0]
    return entity


def crowd(count: int = 90) -> list[Extraction]:
    """Return so many articles of nobody in common that those of a test are no gathering about one matter."""
    letters = [f"{chr(97 + i // 26 // 26)}{chr(97 + i // 26 % 26)}{chr(97 + i % 26)}" for i in range(count)]
    return [name_article(f"z{i}", f"Zeno Zed{letters[i]}") for i in range(count)]


def labels_in_crowd(*extractions: Extraction) -> list[str]:
    """Return the labels among many other articles, without those of the others, sorted."""
    return [label for label in labels(*crowd(), *extractions) if not label.startswith("Zeno Zed")]
