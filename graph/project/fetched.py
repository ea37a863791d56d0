"""What a project fetched from the web: each page is kept as a WARC file, so that builds need no network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from graph.errors import InputError, ProjectError, UsageError
from graph.project import Project
from graph.project.sources import Settings
from graph.read import READERS, find_root
from graph.read.media import name_page, recode_text, tell_type
from graph.read.web import Page, Visits, fetch_page

FOLDER = "fetched"
NAME_LENGTH = 60
"""The name of a file tells so many characters of its address at most."""


def keep_pages(project: Project, named: Sequence[str], settings: Settings) -> list[Path]:
    """Return paths as they are and, for each web address, that of the file in which what lies there is kept now.

    Raises UsageError, and keeps nothing, where one cannot be fetched.
    """
    addresses = [text for text in named if isinstance(find_root(text), str)]
    pages: dict[str, bytes] = {}
    with closing(Visits()) as visits:
        for address in addresses:
            try:
                page = fetch_page(address, limits=settings.bounds, visits=visits)
            except InputError as problem:
                raise UsageError(str(problem)) from problem
            pages[address] = write_record(page)
    for address, record in pages.items():
        _write_file(find_kept(project, address), record)
    return [find_kept(project, text) for text in named]


def find_kept(project: Project, named: str) -> Path:
    """Return a path as it is, and for a web address the path of the file in which its page is kept."""
    root = find_root(named)
    if isinstance(root, Path):
        return root
    address = root.partition("#")[0]
    told = re.sub(r"[^a-z0-9]+", "-", address.partition("//")[2].casefold())[:NAME_LENGTH].strip("-")
    return project.folder / FOLDER / f"{told}-{sha256(address.encode()).hexdigest()[:8]}.warc"


def drop_pages(project: Project, named: Sequence[str]) -> None:
    """Remove the files in which the pages of web addresses are kept."""
    for text in named:
        if isinstance(find_root(text), str):
            find_kept(project, text).unlink(missing_ok=True)


def write_record(page: Page) -> bytes:
    """Return a page as a WARC file of one "resource" (ISO 28500); UsageError where no reader knows its kind."""
    name = name_page(page.media, page.address, page.data, READERS)
    if not name:
        raise UsageError(f"{page.address}: is of the kind {page.media.type[:60]!r}; give the article's own address")
    data = recode_text(page.data, name, page.media.charset)
    day = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = {
        "WARC-Type": "resource",
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{page.address} {day}')}>",
        "WARC-Date": day,
        # What ends a line would begin another field.
        "WARC-Target-URI": "".join(page.address.split()),
        "Content-Type": tell_type(name),
        "Content-Length": str(len(data)),
    }
    header = "".join(f"{field}: {value}\r\n" for field, value in fields.items())
    return b"".join((b"WARC/1.0\r\n", header.encode(), b"\r\n", data, b"\r\n\r\n"))


def _write_file(path: Path, content: bytes) -> None:
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(exist_ok=True)
        part.write_bytes(content)
        # Whatever ends the process, the file is the old one or the new one.
        part.replace(path)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ProjectError(f"{path}: cannot be written ({reason}); check its rights and the space") from problem
