"""The room that a node takes: its shape, and its label where that counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from graph.layout.stress import Points
from graph.model import Node

# A label is drawn below its node, in at most two lines; the page wraps at the same length.
LINE_LENGTH, LINES = 22, 2
LETTER_WIDTH, LINE_HEIGHT = 13.0, 30.0
MARGIN = 26.0
# The page draws small nodes larger than a radius of 4, or nobody could hit them.
SMALLEST_RADIUS = 22.0


def measure_boxes(
    nodes: Sequence[Node], sizes: dict[str, float], *, labelled: Collection[str] | None = None
) -> tuple[Points, Points]:
    """Return half width and half height of each node with its label, and how far the box's middle is from the node.

    Where `labelled` is given, only the nodes with these ids have room for their label.
    """
    half, offset = np.zeros((len(nodes), 2)), np.zeros((len(nodes), 2))
    for index, node in enumerate(nodes):
        radius = max(SMALLEST_RADIUS, sizes[node.id])
        letters = len(node.label) if labelled is None or node.id in labelled else 0
        label = LINE_HEIGHT * min(LINES, -(-letters // LINE_LENGTH))
        width = max(2 * radius, LETTER_WIDTH * min(LINE_LENGTH, letters))
        half[index] = (width + MARGIN) / 2, (2 * radius + label + MARGIN) / 2
        offset[index] = 0.0, -label / 2
    return half, offset
