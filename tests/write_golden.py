"""Write the golden files of the formats again, after a look at what changed: python -m tests.write_golden"""

from __future__ import annotations

from graph.save import save_graph
from tests.test_formats import GOLDEN, GRAPHS, KEPT

if __name__ == "__main__":
    print(*save_graph(GRAPHS["harbor"], GOLDEN, formats=KEPT), sep="\n")
