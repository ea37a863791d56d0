"""Build the graph of a project: only what changed is read and extracted, and each article is kept at once."""

from __future__ import annotations

from collections import defaultdict
from contextlib import closing

from graph.condense import Condenser
from graph.corrections import NOTHING, Corrections
from graph.errors import InputError, UsageError
from graph.fingerprint import identify_extractor
from graph.garbage import pause_collection
from graph.model import Extraction
from graph.pipeline import BuildResult, Engine, Progress, extract_each, finish_build
from graph.project import Project
from graph.project.sources import decode_settings, identify_reading, list_source_places
from graph.read import load_bytes, read_bytes
from graph.store import Article, Store, open_store

BUNDLED = "bundled"
"""How the store calls the model that comes with litigraph."""


def build_project(
    project: Project,
    *,
    model: str | None = None,
    workers: int = 1,
    engine: Engine | None = None,
    min_confidence: float = 0.0,
    include_negated: bool = False,
    corrections: Corrections = NOTHING,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of all sources of a project, the same to the byte as a build of their files without a project.

    Call it under `lock_project`. The options are those of `graph.pipeline.build`. What ends it early, ends it between
    two articles: the next call goes on from there. Raises ProjectError where the store cannot be used, and ModelError.
    """
    tell = progress or (lambda stage, done, total: None)
    with open_store(project.store) as store:
        articles, skipped = read_sources(project, store, tell=tell)
        if not articles and not skipped:
            raise UsageError(f"{project.folder}: has no articles yet; add some with `litigraph add PATH`")
        failed = extract_missing(store, articles, model=model, workers=workers, engine=engine, tell=tell)
        extractions = load_extractions(store, [item for item in articles if item.id not in failed], model=model)
    return finish_build(
        extractions,
        [*skipped, *failed.values()],
        engine=engine,
        min_confidence=min_confidence,
        include_negated=include_negated,
        corrections=corrections,
        progress=progress,
    )


def read_sources(project: Project, store: Store, *, tell: Progress) -> tuple[list[Article], list[InputError]]:
    """Return each distinct article of all sources, sorted by id, and what cannot be used; what is new is kept."""
    version = identify_extractor()
    sources = store.list_sources()
    articles: dict[str, Article] = {}
    skipped: list[InputError] = []
    used: dict[str, list[str]] = defaultdict(list)
    unsure: set[str] = set()
    places = list_source_places(project, sources)
    for number, (place, source) in enumerate(places, 1):
        settings = decode_settings(sources[source])
        try:
            if place.error is not None:
                raise place.error
            data = load_bytes(place, limits=settings.bounds)
        except InputError as problem:
            skipped.append(problem)
            unsure.add(source)
            continue
        key = identify_reading(place, data, settings, version=version)
        if not store.has_reading(key):
            with store.write():
                found = read_bytes(data, place, names=settings.names, limits=settings.bounds)
                store.put_reading(key, source, found)
        used[source].append(key)
        for item in store.list_items(key):
            if isinstance(item, InputError):
                skipped.append(item)
            else:
                articles.setdefault(item.id, item)
        tell("read", number, len(places))
    # Of a disk that is not there today, nothing is forgotten.
    with store.write():
        for source in sorted(sources.keys() - unsure):
            store.drop_readings(source, but=used[source])
    return [articles[id_] for id_ in sorted(articles)], skipped


def extract_missing(
    store: Store,
    articles: list[Article],
    *,
    model: str | None,
    workers: int,
    tell: Progress,
    engine: Engine | None = None,
) -> dict[str, InputError]:
    """Extract each article that this version of the extraction has not read, keep it at once, and return what failed.

    An article that failed is tried again in the next build.
    """
    name, version = model or BUNDLED, identify_extractor(model)
    done = store.list_extracted(name, version)
    missing = [item for item in articles if item.key not in done]
    documents = (store.get_document(item) for item in missing)
    found = extract_each(documents, len(missing), model=model, workers=workers, engine=engine, tell=tell)
    failed: dict[str, InputError] = {}
    with closing(found) as extractions:
        for item, extraction in zip(missing, extractions, strict=True):
            if isinstance(extraction, InputError):
                failed[item.id] = extraction
                continue
            with store.write():
                store.put_extraction(item, name, version, extraction)
    return failed


def load_extractions(store: Store, articles: list[Article], *, model: str | None) -> list[Extraction]:
    """Return what joins the articles of all that each of them says, in the order given."""
    condenser = Condenser()
    with pause_collection():
        return [condenser.condense(store.get_extraction(item, model or BUNDLED)) for item in articles]
