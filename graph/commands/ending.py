"""How a command ends: with its exit code, and with one message where something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from graph.errors import LitigraphError
from graph.report import show_error

DONE, DONE_WITH_SKIPS, NOTHING_BUILT = 0, 1, 2
INTERRUPTED = 130
"""What shells expect of a program that Ctrl-C ended: 128 and the signal's number."""

UNTOUCHED = "no file was changed"
KEPT = "what was extracted is kept, and the next `litigraph build` goes on from there"


@contextmanager
def friendly_errors(console: Console, *, kept: str = UNTOUCHED) -> Iterator[None]:
    """Print what is wrong in one message and end the command; `kept` says what Ctrl-C leaves behind."""
    try:
        yield
    except LitigraphError as error:
        show_error(console, str(error))
        raise typer.Exit(NOTHING_BUILT) from error
    except KeyboardInterrupt as error:
        show_error(console, f"interrupted; {kept}")
        raise typer.Exit(INTERRUPTED) from error
