"""The errors that litigraph raises on purpose: each says what is wrong, where, what is legal, and the remedy."""

from __future__ import annotations


class LitigraphError(Exception):
    """A fault that the user can mend; `str()` is one message fit to be shown without a traceback."""


class InputError(LitigraphError):
    """One input that cannot be used; the others are not affected.

    `path` is the input as the user knows it, `reason` says why it was left out and, after a semicolon, the remedy.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        """Return what pickle needs, since the message alone does not rebuild the error."""
        return type(self), (self.path, self.reason)


class UsageError(LitigraphError):
    """A command or a function was called with something that is not legal."""


class ModelError(LitigraphError):
    """A language model is missing, or lacks a part or the labels that the stages need."""


class ProjectError(LitigraphError):
    """A project folder is missing, damaged, full or from a newer version; what was kept in it is untouched."""


class WorkerError(LitigraphError):
    """A process that extracted articles ended before its work was done."""


class SchemaError(LitigraphError):
    """Faults in declaration files, all told at once.

    `faults` are lines of the form "file: key: what is wrong; what is legal".
    """

    def __init__(self, *faults: str) -> None:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__("\n".join((f"{count} in the declaration files:", *(f"  {fault}" for fault in faults))))
        self.faults = faults
