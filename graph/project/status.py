"""How a project stands: what belongs to it, and what the next build has to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from graph.errors import InputError
from graph.fingerprint import identify_extractor
from graph.project import Project
from graph.project.build import BUNDLED
from graph.project.sources import decode_settings, identify_reading, list_source_places
from graph.read import load_bytes
from graph.store import open_store


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """One file or folder of a project: its files, those that the last build has not seen as they are, its articles."""

    path: str
    files: int
    changed: int
    articles: int


@dataclass(frozen=True, slots=True)
class Status:
    """A project's sources, and over all of them the distinct articles, those extracted, and what cannot be used."""

    folder: str
    sources: tuple[SourceStatus, ...]
    articles: int
    extracted: int
    skipped: tuple[InputError, ...]

    @property
    def waiting(self) -> int:
        """Return how many articles are read and wait for their extraction."""
        return self.articles - self.extracted

    @property
    def changed(self) -> int:
        """Return how many files are new or changed since they were last read."""
        return sum(source.changed for source in self.sources)

    def to_json(self) -> dict[str, Any]:
        """Return the status for programs."""
        skipped = [{"path": error.path, "reason": error.reason} for error in self.skipped]
        return {**asdict(self), "waiting": self.waiting, "changed": self.changed, "skipped": skipped}

    def list_lines(self) -> Iterator[str]:
        """Yield the status for people, a line each."""
        yield f"project {self.folder}"
        width = max((len(source.path) for source in self.sources), default=0)
        for source in self.sources:
            files = _count(source.files, "file")
            changed = f", {source.changed:,} of them new or changed" if source.changed else ""
            yield f"  {source.path:{width}}  {files}{changed}, {_count(source.articles, 'article')} known"
        yield f"{_count(self.articles, 'distinct article')}: {self.extracted:,} extracted, {self.waiting:,} to extract"
        if not self.sources:
            yield "next: add articles with `litigraph add PATH`"
        elif self.changed or self.waiting:
            yield "next: `litigraph build`"


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def read_status(project: Project, *, model: str | None = None) -> Status:
    """Return how the project stands for a build with the model; nothing is changed, and no article is read anew."""
    version = identify_extractor()
    files: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    articles: dict[str, str] = {}
    skipped: list[InputError] = []
    with open_store(project.store) as store:
        sources = store.list_sources()
        for place, source in list_source_places(project, sources):
            settings = decode_settings(sources[source])
            try:
                if place.error is not None:
                    raise place.error
                data = load_bytes(place, limits=settings.bounds)
            except InputError as problem:
                skipped.append(problem)
                continue
            files[source] += 1
            key = identify_reading(place, data, settings, version=version)
            if not store.has_reading(key):
                changed[source] += 1
            for item in store.list_items(key):
                if isinstance(item, InputError):
                    skipped.append(item)
                else:
                    counts[source] += 1
                    articles.setdefault(item.id, item.key)
        done = store.list_extracted(model or BUNDLED, identify_extractor(model))
    return Status(
        folder=project.folder.as_posix(),
        sources=tuple(SourceStatus(path, files[path], changed[path], counts[path]) for path in sources),
        articles=len(articles),
        extracted=len(done.intersection(articles.values())),
        skipped=tuple(skipped),
    )
