"""What a notebook shows of a graph: its lawsuits as a table, and the page in a sandbox.

A notebook that is not trusted, and a host that forbids frames, shows the table alone.
"""

from __future__ import annotations

from base64 import b64encode

from markupsafe import Markup

from graph.export.html import render
from graph.file import complete_positions
from graph.model import KnowledgeGraph
from graph.notice import NOTICE
from graph.page import count_things, describe_period
from graph.tables import tabulate

LAWSUITS_SHOWN = 20
COLUMNS = ("label", "plaintiffs", "defendants", "filed", "claims", "status")
# Chromium loads no address longer than 2 MiB, and a notebook keeps every output that it shows.
ADDRESS_LIMIT = 2_000_000

# Jupyter would set "$12 million to $15 million" as a formula.
_CELL = Markup('<div class="litigraph tex2jax_ignore mathjax_ignore">{}</div>')
_FRAME = Markup(
    '<iframe title="The graph" sandbox="allow-scripts" referrerpolicy="no-referrer" '
    'style="width: 100%; height: 720px; border: 1px solid #8888" src="{}"></iframe>'
)
_TOO_LARGE = Markup(
    '<p>The drawing is too large for a notebook; see it with <code>graph.save("graph.html")</code>.</p>'
)


def render_cell(graph: KnowledgeGraph) -> str:
    """Return HTML in which every text of an article is escaped; it is the same for the same graph."""
    period = describe_period(graph)
    counts = f"{count_things(graph)}, {period}" if period else count_things(graph)
    parts = [
        Markup("<p><strong>{}</strong></p>").format(counts),
        render_lawsuits(graph),
        render_frame(graph),
        Markup("<p><small>{}</small></p>").format(NOTICE),
    ]
    cell = _CELL.format(Markup("\n").join(parts))
    # Half of a surrogate pair is no character, and a notebook's file is UTF-8.
    return str(cell).encode("utf-8", "replace").decode()


def render_lawsuits(graph: KnowledgeGraph) -> Markup:
    """Return the table of the lawsuits, or a sentence where there is none."""
    table = next(table for table in tabulate(graph) if table.name == "lawsuits")
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    if not rows:
        return Markup("<p>No lawsuit was found.</p>")
    head = Markup("").join(Markup("<th>{}</th>").format("lawsuit" if name == "label" else name) for name in COLUMNS)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(row[name]) for name in COLUMNS))
        for row in rows[:LAWSUITS_SHOWN]
    )
    more = len(rows) - LAWSUITS_SHOWN
    tail = Markup("<p>and {} more</p>").format(more) if more > 0 else Markup("")
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}").format(head, body, tail)


def render_frame(graph: KnowledgeGraph) -> Markup:
    """Return the page in a frame that shares nothing with the notebook, or how to see it where it is too large.

    The page comes as a data: address, since in `srcdoc` its own links would lead to the notebook's address.
    """
    page = render(complete_positions(graph)).encode()
    address = f"data:text/html;charset=utf-8;base64,{b64encode(page).decode()}"
    if len(address) > ADDRESS_LIMIT:
        return _TOO_LARGE
    return _FRAME.format(address)
