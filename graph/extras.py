"""The optional packages that some formats need: named before any work is done, and imported only to write."""

from __future__ import annotations

from importlib.util import find_spec

from graph.errors import UsageError

PACKAGES = {"excel": ("xlsxwriter",), "parquet": ("pyarrow",)}


def require_extra(extra: str, suffix: str) -> None:
    """Raise UsageError unless the packages are installed that the format of this suffix needs."""
    missing = [package for package in PACKAGES[extra] if find_spec(package) is None]
    if missing:
        raise UsageError(f"{suffix} needs {', '.join(missing)}; install it with: pip install 'litigraph[{extra}]'")
