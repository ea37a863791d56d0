"""The files and folders that belong to a project, each with what was declared for it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from graph.errors import UsageError
from graph.project import Project
from graph.read import Place, list_places, order_place
from graph.read.fields import Names, declare_fields
from graph.read.limits import Limits, declare_limits
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Settings:
    """What was declared for a source, as it was written."""

    fields: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> Names:
        """Return the names of the fields of records; UsageError where one is not legal."""
        return declare_fields(self.fields)

    @property
    def bounds(self) -> Limits:
        """Return how much may come out of one input; UsageError where a limit is not legal."""
        return declare_limits(self.limits)

    def encode(self) -> str:
        """Return the settings as text, the same for the same settings."""
        return json.dumps(asdict(self), sort_keys=True)


def decode_settings(text: str) -> Settings:
    """Return the settings that were encoded."""
    return Settings(**json.loads(text))


def add_sources(project: Project, store: Store, paths: Sequence[Path], settings: Settings) -> list[str]:
    """Add files and folders and return them as they are kept; UsageError, and none is added, where one is not legal."""
    _ = settings.names, settings.bounds
    sources = [relate(path, project.folder) for path in paths]
    for source in sources:
        for place in list_places([Path(source)], base=project.folder):
            # A folder may be filled later.
            if place.error is not None and not place.path.is_dir():
                raise UsageError(f"{place.path}: {place.error.reason}")
    with store.write():
        for source in sources:
            store.put_source(source, settings.encode())
    return sources


def remove_sources(project: Project, store: Store, paths: Sequence[Path]) -> list[str]:
    """Take files and folders out again with all that was read of them; UsageError where one was never added."""
    sources = [relate(path, project.folder) for path in paths]
    known = store.list_sources()
    if unknown := [source for source in sources if source not in known]:
        legal = ", ".join(known) or "none, since nothing was added"
        raise UsageError(f"{', '.join(unknown)}: was not added to {project.folder}; legal are {legal}")
    with store.write():
        for source in sources:
            store.drop_source(source)
    return sources


def relate(path: Path, folder: Path) -> str:
    """Return a path as the project keeps it: relative where it lies in the project's folder, which may be moved."""
    whole = Path(os.path.normpath(Path.cwd() / path))
    return (whole.relative_to(folder) if whole.is_relative_to(folder) else whole).as_posix()


def list_source_places(project: Project, sources: Mapping[str, str]) -> list[tuple[Place, str]]:
    """Return each input of all sources once, sorted as a build of them all would sort it, with its source."""
    found = {
        order_place(place): (place, source)
        for source in sources
        for place in list_places([Path(source)], base=project.folder)
        # Where the project's folder is a source of its own, what is built of it is none.
        if not place.path.is_relative_to(project.output)
    }
    return [found[key] for key in sorted(found)]


def identify_reading(place: Place, data: bytes, settings: Settings, *, version: str) -> str:
    """Return the key of all that decides what is read of a file: its content, name and settings, and the readers."""
    parts = (place.shown, place.path.name, sha256(data).hexdigest(), settings.encode(), version)
    return sha256(json.dumps(parts).encode()).hexdigest()[:32]
