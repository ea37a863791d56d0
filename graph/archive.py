"""Several files in one ZIP whose bytes depend on nothing but their contents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest day that a ZIP can hold. The clock's would change the bytes.
TIMESTAMP = (1980, 1, 1, 0, 0, 0)
UNIX = 3
RIGHTS = 0o644 << 16


def write_archive(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a ZIP of (name, content) pairs, in the order in which they are given."""
    with ZipFile(path, "w") as archive:
        for name, content in files:
            entry = ZipInfo(name, TIMESTAMP)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, UNIX, RIGHTS
            archive.writestr(entry, content)
