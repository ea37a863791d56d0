"""One HTML file that works offline: pyvis' Network with this project's own page around vis-network.

The page runs under a Content-Security-Policy that allows only its own scripts and styles, by their hashes, and no
request at all (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import tomllib
from base64 import b64encode
from collections import defaultdict
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup
from pyvis.network import Network

from graph.appearance import EDGE_STYLES, NODE_STYLES
from graph.layout import SMALL, choose_core, find_communities
from graph.model import Assertion, EntityType, KnowledgeGraph
from graph.network import to_networkx
from graph.notice import NOTICE
from graph.page import count_things, describe_graph, describe_period
from graph.schema import is_symmetric
from graph.tour.plan import Tour, plan_tour

SUFFIX = ".html"

PAGE = Path(__file__).parent / "page"
TEMPLATE = "graph.html.jinja"
# In this order: each part uses what the parts before it define.
SCRIPTS = (
    "base", "communities", "backdrop", "filters", "focus", "network", "labels", "evidence", "cards", "panel", "view",
    "search", "paths", "legend", "tour", "address", "histogram", "sidebar", "focusbar", "keys", "tables", "lists",
    "opening", "picture", "main",
)  # fmt: skip

# Sizes run from 4 to 100, as Gephi wants them; a hand can hit 4 no more than an eye can compare it with 100.
RADIUS, RADIUS_PER_SIZE = 15.0, 0.25
# Lawsuits are what the page is about, however seldom an article names them.
LAWSUIT_RADIUS = 26.0
# These fill less of their circle than others.
ROOMY_SHAPES = {"star": 1.35, "triangle": 1.15}
BEND, STRONGEST_BEND = 0.16, 0.7


def hash_source(text: str) -> str:
    """Return the source expression that lets exactly this script or style run: 'sha256-…'."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def read_vendor() -> tuple[str, list[str]]:
    """Return vis-network's script and the hashes of the styles that it adds to the page itself."""
    facts = tomllib.loads((PAGE / "vendor" / "vis-network.toml").read_text(encoding="utf-8"))
    script = (PAGE / "vendor" / facts["file"]).read_text(encoding="utf-8")
    # The map is not there; a browser whose developer tools are open would ask for it.
    return script.partition("//# sourceMappingURL=")[0], [f"'sha256-{value}'" for value in facts["styles"]]


def read_script() -> str:
    """Return the page's own script, in one scope."""
    parts = [(PAGE / "script" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    return "(() => {\n" + '"use strict";\n' + "\n".join(parts) + "})();"


def bend_edges(graph: KnowledgeGraph) -> dict[str, dict[str, object]]:
    """Return vis-network's `smooth` option of each edge, so that those between the same two nodes fan out."""
    between: defaultdict[frozenset[str], list[tuple[bool, str]]] = defaultdict(list)
    for relation in graph.relations:
        pair = frozenset((relation.subject, relation.object))
        between[pair].append((relation.derived, relation.id))
    bends = {}
    turned = {relation.id for relation in graph.relations if relation.subject > relation.object}
    for edges in between.values():
        step = min(BEND, 2 * STRONGEST_BEND / max(1, len(edges) - 1))
        # From the middle outward: derived edges come last, and most readers leave them hidden.
        slots = sorted(range(len(edges)), key=lambda slot: abs(slot - (len(edges) - 1) / 2))
        for place, (_, edge) in zip(slots, sorted(edges), strict=True):
            bend = (place - (len(edges) - 1) / 2) * step
            # Clockwise is meant along the edge: the same side of two nodes has two names.
            clockwise = (bend > 0) != (edge in turned)
            kind = "curvedCW" if clockwise else "curvedCCW"
            bends[edge] = {"enabled": bend != 0, "type": kind, "roundness": round(abs(bend), 3)}
    return bends


def draw_network(graph: KnowledgeGraph) -> Network:
    """Return pyvis' network with places, colours, shapes and dashes, physics off, y pointing down."""
    network = to_networkx(graph)
    drawing = Network(directed=True, cdn_resources="in_line")
    for node, data in network.nodes(data=True):
        style = NODE_STYLES[EntityType(data["type"])]
        smallest = LAWSUIT_RADIUS if data["type"] == EntityType.LAWSUIT else 0.0
        radius = max(smallest, RADIUS + RADIUS_PER_SIZE * data["size"])
        size = round(radius * ROOMY_SHAPES.get(style.shape, 1.0), 1)
        drawing.add_node(
            node, label=data["label"], shape=style.shape, color=style.color, x=data["x"], y=-data["y"] + 0.0, size=size
        )
    bends = bend_edges(graph)
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2])
    for subject, target, key, data in edges:
        style_of_edge = EDGE_STYLES[Assertion(data["assertion"])]
        drawing.add_edge(
            subject,
            target,
            id=key,
            arrows="" if is_symmetric(data["relation"]) else "to",
            color=style_of_edge.color,
            dashes=list(style_of_edge.dashes) or False,
            smooth=bends[key],
            width=round(min(4.0, 1.4 + 0.5 * (data["weight"] - 1) ** 0.5), 2),
        )
    drawing.options = {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "keyboard": False, "selectable": False},
        "nodes": {"borderWidth": 2, "chosen": False},
        "edges": {"chosen": False, "selectionWidth": 0, "hoverWidth": 0},
    }
    return drawing


def render(graph: KnowledgeGraph, *, tour: Tour | None = None) -> str:
    """Return the page's text, with the planned tour if not given another. It is the same for the same graph."""
    vendor, vendor_styles = read_vendor()
    script = read_script()
    style = (PAGE / "graph.css").read_text(encoding="utf-8")
    drawing = draw_network(graph)
    core = choose_core(graph)
    drawing.set_template_dir(str(PAGE), TEMPLATE)
    drawing.templateEnv.autoescape = True
    # Jinja would sort the keys, and types and assertions have an order of their own.
    drawing.templateEnv.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    drawing.templateEnv.globals.update(
        script_sources=Markup(" ".join(hash_source(text) for text in (vendor, script))),
        style_sources=Markup(" ".join([hash_source(style), *vendor_styles])),
        vendor=Markup(vendor),
        script=Markup(script),
        style=Markup(style),
        content={**describe_graph(graph), "tour": asdict(tour or plan_tour(graph))},
        settings=drawing.options,
        core=[node.id for node in graph.nodes if node.id in core],
        small=SMALL,
        communities=find_communities(graph),
        counts=count_things(graph),
        period=describe_period(graph),
        notice=NOTICE,
    )
    page: str = drawing.generate_html()
    # Half of a surrogate pair is no character; only text that stands in the page itself can hold one.
    return page.encode("utf-8", "replace").decode()


def write(graph: KnowledgeGraph, path: Path, *, tour: Tour | None = None) -> None:
    """Write the graph as one HTML file in UTF-8 that loads nothing from anywhere, with the planned tour or another."""
    path.write_text(render(graph, tour=tour), encoding="utf-8", newline="\n")
