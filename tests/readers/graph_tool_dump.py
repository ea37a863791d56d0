"""Read a GraphML file with graph-tool and print its nodes and edges as JSON; runs in Debian's own Python."""

import json
import sys

from graph_tool import load_graph

graph = load_graph(sys.argv[1])


def describe(properties, item):
    """Return the values of one vertex or edge by the names of their properties."""
    return {name: plain(values[item]) for name, values in properties.items()}


def plain(value):
    """Return a value of graph-tool's as JSON knows it."""
    return value if isinstance(value, str) else float(value)


nodes = [describe(graph.vertex_properties, vertex) for vertex in graph.vertices()]
names = [node["_graphml_vertex_id"] for node in nodes]
edges = [
    [names[int(edge.source())], names[int(edge.target())], describe(graph.edge_properties, edge)]
    for edge in graph.edges()
]
json.dump({"nodes": nodes, "edges": edges}, sys.stdout)
