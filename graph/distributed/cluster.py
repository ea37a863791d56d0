"""Starts Ray or joins a cluster, and keeps what it writes off the terminal."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from graph.errors import UsageError, WorkerError

ADDRESS = "RAY_ADDRESS"
"""The environment variable in which Ray itself looks for a cluster."""

_SETTINGS = {
    # Nothing is told to anybody.
    "RAY_USAGE_STATS_ENABLED": "0",
    # A machine that is busy starts Ray slowly.
    "RAY_raylet_start_wait_time_s": "120",
    # Whoever gives --workers wants them at work, not after all else.
    "RAY_worker_niceness": "0",
}


@contextmanager
def open_ray(workers: int, *, log: Path) -> Iterator[None]:
    """Connect to the cluster of RAY_ADDRESS or, where there is none, start a Ray of so many workers on this machine.

    What Ray writes goes to the file `log`. Raises UsageError and WorkerError where there is no cluster to be used.
    """
    address = os.environ.get(ADDRESS, "")
    if address.startswith("ray://"):
        remedy = "run litigraph on one of its machines with the address that `ray status` uses, host:6379 or auto"
        raise UsageError(f"{ADDRESS} is {address!r}, a Ray Client, which sees no files of the cluster; {remedy}")
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    with _divert_output(log):
        import ray
        from ray.data import DataContext

        quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.CRITICAL}
        try:
            if address:
                ray.init(**quiet)
            else:
                ray.init(address="local", num_cpus=workers, include_dashboard=False, **quiet)
        except Exception as problem:
            where = f"the Ray of {ADDRESS}={address}" if address else "a Ray of its own"
            remedy = "check the address" if address else "free some memory, or build without --engine ray"
            first = (str(problem).splitlines() or [""])[0]
            raise WorkerError(f"cannot use {where} ({first}); {remedy}; its words are in {log}") from problem
        try:
            for name in ("ray", "ray.data"):
                # They write to what sys.stderr is at that time, which is ours.
                logging.getLogger(name).handlers[:] = [logging.StreamHandler(sys.stdout)]
            context = DataContext.get_current()
            context.enable_progress_bars = False
            context.print_on_execution_start = False
            yield
        finally:
            ray.shutdown()


@contextmanager
def _divert_output(log: Path) -> Iterator[None]:
    """Let all that is written to the terminal go to a file, but for what goes through Python's own sys.stderr."""
    # Ray's libraries write past Python, and its messages come from threads of their own.
    sys.stdout.flush()
    sys.stderr.flush()
    before = sys.stdout, sys.stderr
    with ExitStack() as closing:
        for number in (1, 2):
            kept = os.dup(number)
            closing.callback(os.close, kept)
            closing.callback(os.dup2, kept, number)
        words = closing.enter_context(log.open("a", encoding="utf-8", errors="replace"))
        ours = closing.enter_context(os.fdopen(os.dup(2), "w", encoding=before[1].encoding, errors="replace"))
        for number in (1, 2):
            os.dup2(words.fileno(), number)
        sys.stdout, sys.stderr = words, ours
        try:
            yield
        finally:
            sys.stdout, sys.stderr = before
