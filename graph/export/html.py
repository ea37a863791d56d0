"""One HTML file that works offline: pyvis' Network with this project's own page around vis-network.

The page runs under a Content-Security-Policy that allows only its own scripts and styles, by their hashes, and no
request at all (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import tomllib
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup
from pyvis.edge import Edge as DrawnEdge
from pyvis.network import Network
from pyvis.node import Node as DrawnNode

from graph.appearance import EDGE_STYLES, NODE_STYLES, measure_nodes
from graph.embed import embed, embed_list, embed_object, embed_sections
from graph.layout import SMALL, choose_core, find_communities
from graph.model import EntityType, KnowledgeGraph, Node, Position, Relation
from graph.network import count_evidence
from graph.notice import NOTICE
from graph.page import (
    count_things,
    describe_assertions,
    describe_document,
    describe_edge,
    describe_node,
    describe_period,
    describe_types,
)
from graph.schema import is_symmetric
from graph.tour.plan import Tour, plan_tour

SUFFIX = ".html"

PAGE = Path(__file__).parent / "page"
TEMPLATE = "graph.html.jinja"
# Where the template leaves room for what is written part by part; in text that is quoted no tag stands.
CONTENT, DRAWING = "<content/>", "<drawing/>"
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
NOWHERE = Position(0.0, 0.0)
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


def draw_node(node: Node, place: Position, size: float) -> dict[str, object]:
    """Return what vis-network is told of a node."""
    style = NODE_STYLES[node.type]
    smallest = LAWSUIT_RADIUS if node.type is EntityType.LAWSUIT else 0.0
    radius = max(smallest, RADIUS + RADIUS_PER_SIZE * size)
    drawn = DrawnNode(
        node.id, style.shape, label=node.label or node.id, color=style.color, x=place.x, y=-place.y + 0.0,
        size=round(radius * ROOMY_SHAPES.get(style.shape, 1.0), 1),
    )  # fmt: skip
    options: dict[str, object] = drawn.options
    return options


def draw_edge(relation: Relation, bend: dict[str, object]) -> dict[str, object]:
    """Return what vis-network is told of an edge."""
    style = EDGE_STYLES[relation.assertion]
    weight = max(1, len(count_evidence(relation)))
    drawn = DrawnEdge(
        relation.subject, relation.object, True, id=relation.id,
        arrows="" if is_symmetric(relation.relation) else "to",
        color=style.color, dashes=list(style.dashes) or False, smooth=bend,
        width=round(min(4.0, 1.4 + 0.5 * (weight - 1) ** 0.5), 2),
    )  # fmt: skip
    options: dict[str, object] = drawn.options
    return options


def list_drawn(graph: KnowledgeGraph) -> dict[str, Iterator[str]]:
    """Return the parts of what vis-network draws: places, colours, shapes and dashes, y pointing down."""
    sizes, bends, core = measure_nodes(graph), bend_edges(graph), choose_core(graph)
    relations = sorted(graph.relations, key=lambda relation: relation.id)
    nodes = graph.nodes
    return {
        "nodes": embed_list(draw_node(node, graph.positions.get(node.id, NOWHERE), sizes[node.id]) for node in nodes),
        "edges": embed_list(draw_edge(relation, bends[relation.id]) for relation in relations),
        "core": embed_list(node.id for node in nodes if node.id in core),
        "small": iter([embed(SMALL)]),
        "communities": embed_list(find_communities(graph)),
    }


def list_content(graph: KnowledgeGraph, tour: Tour) -> dict[str, Iterator[str]]:
    """Return the parts of all that the page's script needs beside the drawing."""
    relations = sorted(graph.relations, key=lambda relation: relation.id)
    return {
        "documents": embed_object((document.id, describe_document(document)) for document in graph.documents),
        "types": iter([embed(describe_types())]),
        "assertions": iter([embed(describe_assertions())]),
        "nodes": embed_object((node.id, describe_node(node)) for node in graph.nodes),
        "edges": embed_object((relation.id, describe_edge(relation)) for relation in relations),
        "tour": iter([embed(asdict(tour))]),
    }


def make_template() -> Network:
    """Return pyvis' network without nodes and edges, which are written beside it, with physics off."""
    drawing = Network(directed=True, cdn_resources="in_line")
    drawing.options = {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {"hover": True, "keyboard": False, "selectable": False},
        "nodes": {"borderWidth": 2, "chosen": False},
        "edges": {"chosen": False, "selectionWidth": 0, "hoverWidth": 0},
    }
    drawing.set_template_dir(str(PAGE), TEMPLATE)
    drawing.templateEnv.autoescape = True
    # Jinja would sort the keys, and types and assertions have an order of their own.
    drawing.templateEnv.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    return drawing


def render_parts(graph: KnowledgeGraph, *, tour: Tour | None = None) -> Iterator[str]:
    """Yield the page's text in parts, with the planned tour if not given another. It is the same for the same graph."""
    vendor, vendor_styles = read_vendor()
    script = read_script()
    style = (PAGE / "graph.css").read_text(encoding="utf-8")
    drawing = make_template()
    drawing.templateEnv.globals.update(
        script_sources=Markup(" ".join(hash_source(text) for text in (vendor, script))),
        style_sources=Markup(" ".join([hash_source(style), *vendor_styles])),
        vendor=Markup(vendor),
        script=Markup(script),
        style=Markup(style),
        content=Markup(CONTENT),
        drawing=Markup(DRAWING),
        settings=drawing.options,
        counts=count_things(graph),
        period=describe_period(graph),
        notice=NOTICE,
    )
    page: str = drawing.generate_html()
    before, _, rest = page.partition(CONTENT)
    between, _, after = rest.partition(DRAWING)
    yield before
    yield from embed_sections(list_content(graph, tour or plan_tour(graph)))
    yield between
    yield from embed_sections(list_drawn(graph))
    yield after


def render(graph: KnowledgeGraph, *, tour: Tour | None = None) -> str:
    """Return the page's text as `write` writes it."""
    # Half of a surrogate pair is no character; only text that stands in the page itself can hold one.
    return "".join(render_parts(graph, tour=tour)).encode("utf-8", "replace").decode()


def write(graph: KnowledgeGraph, path: Path, *, tour: Tour | None = None) -> None:
    """Write the graph as one HTML file in UTF-8 that loads nothing from anywhere, with the planned tour or another."""
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.writelines(render_parts(graph, tour=tour))
