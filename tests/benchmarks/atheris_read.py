"""Let atheris look for files that break a reader, led by which lines of the readers they reach.

    pip install atheris
    python -m tests.benchmarks.atheris_read FOLDER [-max_total_time=600] [libFuzzer's other options]

FOLDER is where what reaches something new is kept; it is filled with one valid file of each kind. A file that gives
neither an article nor a reason, raises anything, takes longer than ten seconds or more than 2 GB ends the run, and is
left in the current folder (https://github.com/google/atheris, https://llvm.org/docs/LibFuzzer.html).
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris  # type: ignore[import-not-found]

with atheris.instrument_imports(include=["graph.read", "email", "pypdf", "defusedxml", "trafilatura", "htmldate"]):
    from graph.errors import InputError
    from graph.read import READERS, Place, read_bytes
    from graph.read.fields import KNOWN
    from graph.read.limits import Limits
    from tests.files import build_examples, name_file

KINDS = sorted(READERS)
# Small ones, so that their refusals are reached, too.
LIMITS = Limits(article_size=50_000, file_size=100_000, page_length=20_000, archive_files=20, archive_floor=200_000)
OPTIONS = ("-timeout=10", "-rss_limit_mb=2048", "-max_len=20000", "-print_final_stats=1")


def read_any(data: bytes) -> None:
    """Read a file whose first byte tells its kind."""
    if not data:
        return
    name = name_file(KINDS[data[0] % len(KINDS)])
    found = list(read_bytes(data[1:], Place(name, Path(name)), names=KNOWN, limits=LIMITS))
    assert found, "neither an article nor a reason"
    for item in found:
        assert item.path.startswith(name), item.path
        if isinstance(item, InputError):
            assert ";" in item.reason, item.reason
        else:
            assert item.text.strip(), "an empty article"


def main() -> None:
    """Fill the folder with examples and start."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, content in build_examples().items():
        (folder / f"example{suffix}").write_bytes(bytes([KINDS.index(suffix)]) + content)
    atheris.Setup([sys.argv[0], *OPTIONS, *sys.argv[2:], str(folder)], read_any)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
