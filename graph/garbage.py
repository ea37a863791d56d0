"""Hold Python's collector of garbage back while many records are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collection() -> Iterator[None]:
    """Let the search for cycles of garbage wait: among millions of records without one it would look again and again.

    What is no cycle is freed as ever (https://docs.python.org/3/library/gc.html).
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
