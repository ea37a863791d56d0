"""Keeps what was read and extracted in one SQLite file, so that a build resumes and grows.

Each step is one transaction, written through to the disk before the next begins: whatever ends the process, the file
holds all steps that were done and no half of one (https://www.sqlite.org/wal.html).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from graph.errors import InputError, ProjectError
from graph.model import Document, Extraction
from graph.serialize import DamageError, decode_document, decode_extraction, encode_document, encode_extraction

FORMAT = 1
"""The version of the tables, kept in SQLite's user_version."""

WAIT = 60.0
"""How long another process may hold the file, in seconds; each holds it only while it writes an article."""

_TABLES = """
CREATE TABLE source (path TEXT PRIMARY KEY, settings TEXT NOT NULL);
CREATE TABLE article (key TEXT PRIMARY KEY, id TEXT NOT NULL, content BLOB NOT NULL);
CREATE TABLE reading (key TEXT PRIMARY KEY, source TEXT NOT NULL);
CREATE TABLE item (
    reading TEXT NOT NULL REFERENCES reading(key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    article TEXT REFERENCES article(key),
    reason TEXT,
    PRIMARY KEY (reading, number)
);
CREATE INDEX item_article ON item(article);
CREATE TABLE extraction (
    article TEXT NOT NULL REFERENCES article(key) ON DELETE CASCADE,
    model TEXT NOT NULL,
    version TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (article, model)
);
"""
_FULL = "free some space and run the command again: nothing that was done is lost"


@dataclass(frozen=True, slots=True)
class Article:
    """A document that is kept: the key of its row, its id, and the place where it stands."""

    key: str
    id: str
    path: str


class Store:
    """The tables of one project; all methods raise sqlite3.Error, which `open_store` explains."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @contextmanager
    def write(self) -> Iterator[None]:
        """Do all or nothing of what follows."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            # A full disk has rolled back by itself.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def list_sources(self) -> dict[str, str]:
        """Return the settings of each source by its path, sorted."""
        return dict(self._connection.execute("SELECT path, settings FROM source ORDER BY path"))

    def put_source(self, path: str, settings: str) -> None:
        """Add a source, or give it other settings."""
        self._connection.execute("INSERT OR REPLACE INTO source VALUES (?, ?)", (path, settings))

    def drop_source(self, path: str) -> None:
        """Forget a source, and all that was read and extracted of it alone."""
        self._connection.execute("DELETE FROM source WHERE path = ?", (path,))
        self._connection.execute("DELETE FROM reading WHERE source NOT IN (SELECT path FROM source)")
        self._drop_orphans()

    def drop_readings(self, source: str, *, but: Sequence[str]) -> None:
        """Forget what was read of a source's files in an earlier state."""
        kept = {key for (key,) in self._connection.execute("SELECT key FROM reading WHERE source = ?", (source,))}
        stale = sorted(kept - set(but))
        if stale:
            self._connection.executemany("DELETE FROM reading WHERE key = ?", [(key,) for key in stale])
            self._drop_orphans()

    def _drop_orphans(self) -> None:
        self._connection.execute(
            "DELETE FROM article WHERE key NOT IN (SELECT article FROM item WHERE article NOT NULL)"
        )

    def has_reading(self, key: str) -> bool:
        """Tell whether a file was read in this state."""
        return self._connection.execute("SELECT 1 FROM reading WHERE key = ?", (key,)).fetchone() is not None

    def put_reading(self, key: str, source: str, found: Iterable[Document | InputError]) -> None:
        """Keep what was read of a file: its articles and what could not be used."""
        self._connection.execute("INSERT OR REPLACE INTO reading VALUES (?, ?)", (key, source))
        for number, item in enumerate(found):
            article = reason = None
            if isinstance(item, Document):
                content = encode_document(item)
                article = sha256(content).hexdigest()[:32]
                row = (article, item.id, content)
                self._connection.execute("INSERT OR IGNORE INTO article VALUES (?, ?, ?)", row)
            else:
                reason = item.reason
            self._connection.execute(
                "INSERT INTO item VALUES (?, ?, ?, ?, ?)", (key, number, item.path, article, reason)
            )

    def list_items(self, key: str) -> list[Article | InputError]:
        """Return what was read of a file, in the order in which it stands there."""
        query = (
            "SELECT item.article, article.id, item.path, item.reason FROM item "
            "LEFT JOIN article ON article.key = item.article WHERE item.reading = ? ORDER BY item.number"
        )
        return [
            InputError(path, reason) if article is None else Article(article, id_, path)
            for article, id_, path, reason in self._connection.execute(query, (key,))
        ]

    def list_extracted(self, model: str, version: str) -> set[str]:
        """Return the keys of the articles that this version of the extraction has read."""
        query = "SELECT article FROM extraction WHERE model = ? AND version = ?"
        return {key for (key,) in self._connection.execute(query, (model, version))}

    def get_document(self, article: Article) -> Document:
        """Return an article that was read; ProjectError where it is damaged."""
        ((content,),) = self._connection.execute("SELECT content FROM article WHERE key = ?", (article.key,))
        try:
            return decode_document(content, path=article.path)
        except DamageError as problem:
            raise _explain_damage(article) from problem

    def put_extraction(self, article: Article, model: str, version: str, extraction: Extraction) -> None:
        """Keep what an article says, in place of what an older version found."""
        row = (article.key, model, version, encode_extraction(extraction))
        self._connection.execute("INSERT OR REPLACE INTO extraction VALUES (?, ?, ?, ?)", row)

    def get_extraction(self, article: Article, model: str) -> Extraction:
        """Return what an article says; ProjectError where that is damaged."""
        query = "SELECT content FROM extraction WHERE article = ? AND model = ?"
        ((content,),) = self._connection.execute(query, (article.key, model))
        try:
            return decode_extraction(content, self.get_document(article))
        except DamageError as problem:
            raise _explain_damage(article) from problem


def create_store(path: Path) -> None:
    """Make the file with empty tables where there is none; ProjectError where it cannot be made."""
    with _explain_faults(path), closing(_connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        if _get_format(connection) == 0:
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.execute("COMMIT")


@contextmanager
def open_store(path: Path) -> Iterator[Store]:
    """Open the file for what follows; ProjectError where it is damaged, of a newer version, or cannot be written."""
    with _explain_faults(path), closing(_connect(path)) as connection:
        found = _get_format(connection)
        if found != FORMAT:
            remedy = "use that version" if found > FORMAT else "remove the file and run `litigraph init` again"
            raise ProjectError(f"{path}: is of format {found}, and this version of litigraph knows {FORMAT}; {remedy}")
        yield Store(connection)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What a user takes out of a project is not left lying in the file.
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _get_format(connection: sqlite3.Connection) -> int:
    ((found,),) = connection.execute("PRAGMA user_version")
    return int(found)


@contextmanager
def _explain_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as problem:
        name = getattr(problem, "sqlite_errorname", "")
        if name in ("SQLITE_CORRUPT", "SQLITE_NOTADB"):
            remedy = "remove the file, run `litigraph init` and add the articles again, or restore it from a copy"
        elif name == "SQLITE_FULL" or name.startswith("SQLITE_IOERR"):
            remedy = _FULL
        else:
            remedy = "check its rights and those of its folder"
        raise ProjectError(f"{path}: cannot be used ({problem}); {remedy}") from problem


def _explain_damage(article: Article) -> ProjectError:
    remedy = "take its source out with `litigraph remove`, add it again and build"
    return ProjectError(f"{article.path}: what was kept of it is damaged; {remedy}")
