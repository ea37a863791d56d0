"""The optional packages of some formats and options: named before any work is done, and imported at their use."""

from __future__ import annotations

from importlib.util import find_spec

from graph.errors import UsageError

PACKAGES = {"excel": ("xlsxwriter",), "parquet": ("pyarrow",), "ray": ("ray", "pyarrow")}


def require_extra(extra: str, what: str) -> None:
    """Raise UsageError unless the packages are installed that a format or an option needs."""
    missing = [package for package in PACKAGES[extra] if find_spec(package) is None]
    if missing:
        raise UsageError(f"{what} needs {', '.join(missing)}; install it with: pip install 'litigraph[{extra}]'")
