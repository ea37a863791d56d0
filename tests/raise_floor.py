"""Set the floor of the gold figures to what the code reaches today.

python -m tests.raise_floor                    refuses where a figure fell
python -m tests.raise_floor --accept-falls     takes the new figures as they are
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.gold import FLOOR, build_cases, find_falls, find_gold_folder, run_scorer, write_graphs


def main() -> int:
    """Build and score the gold cases; return 0 where the floor file was written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept-falls", action="store_true")
    accept_falls = parser.parse_args().accept_falls
    gold = find_gold_folder()
    if gold is None:
        print("no gold cases beside the checkout; name their folder in LITIGRAPH_GOLD", file=sys.stderr)
        return 2
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_graphs(build_cases(gold), folder)
        figures = run_scorer(gold, folder)
        falls = find_falls(json.loads(FLOOR.read_text(encoding="utf-8")), figures) if FLOOR.exists() else []
        print("\n".join(falls) or "no figure fell")
        if falls and not accept_falls:
            print("the floor stays as it is; --accept-falls takes the new figures", file=sys.stderr)
            return 1
        shutil.copyfile(folder / "figures.json", FLOOR)
    print(f"the headline is now {figures['headline']:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
