"""Read the files of every format back with the programs that they are made for."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import networkx as nx
import openpyxl
import pyarrow.parquet
import rdflib

from graph.export.json import read
from graph.rdf import CLASSES, PREFIXES

Rows = list[dict[str, Any]]
Counts = tuple[int, int]


def load_csv(path: Path) -> dict[str, Rows]:
    """Return the tables of a ZIP of CSV files, every cell as text."""
    csv.field_size_limit(1 << 30)
    with ZipFile(path) as archive:
        return {
            Path(name).stem: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8"), newline="")))
            for name in archive.namelist()
            if name.endswith(".csv")
        }


def load_parquet(path: Path) -> dict[str, Rows]:
    """Return the tables of a ZIP of Parquet files, with their types."""
    with ZipFile(path) as archive:
        return {
            Path(name).stem: pyarrow.parquet.read_table(io.BytesIO(archive.read(name))).to_pylist()
            for name in archive.namelist()
            if name.endswith(".parquet")
        }


def load_excel(path: Path) -> dict[str, Rows]:
    """Return the sheets of a workbook as tables; an empty cell is None."""
    book = openpyxl.load_workbook(path, read_only=True)
    tables = {}
    for sheet in book.worksheets[:-1]:
        head, *rows = sheet.iter_rows(values_only=True)
        tables[sheet.title] = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    book.close()
    return tables


def load_entities(path: Path) -> Rows:
    """Return FollowTheMoney entities as plain objects."""
    # Not splitlines: a sentence may hold U+2028, which JSON leaves as it is.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def load_node_link(path: Path) -> nx.MultiDiGraph[str]:
    """Return a node-link file as networkx reads it."""
    found = nx.node_link_graph(json.loads(path.read_bytes()), edges="edges")
    assert isinstance(found, nx.MultiDiGraph)
    return found


def load_graphml(path: Path) -> nx.MultiDiGraph[str]:
    found = nx.read_graphml(path, force_multigraph=True)
    assert isinstance(found, nx.MultiDiGraph)
    return found


def load_gexf(path: Path) -> Any:
    return nx.read_gexf(path)


def count_network(found: nx.Graph[str]) -> Counts:
    return len(found), found.number_of_edges()


def count_tables(tables: dict[str, Rows]) -> Counts:
    return len(tables["nodes"]), len(tables["edges"])


def count_entities(path: Path) -> Counts:
    schemata = [entity["schema"] for entity in load_entities(path)]
    nodes = {"Person", "Organization", "Company", "PublicBody", "CourtCase", "Asset"}
    return sum(name in nodes for name in schemata), sum(name not in nodes | {"Article", "Mention"} for name in schemata)


def count_triples(path: Path, form: str) -> Counts:
    with warnings.catch_warnings():
        # rdflib says that its own parser uses what it will drop.
        warnings.simplefilter("ignore")
        found = rdflib.Graph().parse(path, format=form)
    kind = rdflib.URIRef(PREFIXES["rdf"] + "type")
    classes = {rdflib.URIRef(PREFIXES["schema"] + name) for name in CLASSES.values()}
    nodes = {name for name, _, value in found.triples((None, kind, None)) if value in classes}
    return len(nodes), len(set(found.subjects(kind, rdflib.URIRef(PREFIXES["rdf"] + "Statement"))))


def count_subjects(path: Path) -> Counts:
    """Count in the text of an RDF file: rdflib takes minutes for 50,000 edges."""
    kinds = re.findall(r'(?m)^(?:<|   "@id": ")urn:litigraph:(\w+):', path.read_text(encoding="utf-8"))
    return kinds.count("node"), kinds.count("statement")


def count_page(path: Path) -> Counts:
    """Count in the page's own data, which its script draws."""
    text = path.read_text(encoding="utf-8")
    return len(re.findall(r'"mentions":', text)), len(re.findall(r'"symmetric":', text))


def count_cypher(path: Path) -> Counts:
    text = path.read_text(encoding="utf-8")
    edges = re.findall(r'(?m)^  \{id: "(?:[^"\\]|\\.)*", subject: ', text)
    return len(re.findall(r'(?m)^  \{id: "', text)) - len(edges), len(edges)


def count_neo4j(path: Path) -> Counts:
    tables = load_csv(path)
    return len(tables["nodes"]), len(tables["relationships"])


def count_json(path: Path) -> Counts:
    graph = read(path)
    return len(graph.nodes), len(graph.relations)


COUNTERS: dict[str, Callable[[Path], Counts]] = {
    ".csv.zip": lambda path: count_tables(load_csv(path)),
    ".cypher": count_cypher,
    ".ftm.json": count_entities,
    ".gexf": lambda path: count_network(load_gexf(path)),
    ".graphml": lambda path: count_network(load_graphml(path)),
    ".html": count_page,
    ".json": count_json,
    ".jsonld": lambda path: count_triples(path, "json-ld"),
    ".neo4j.zip": count_neo4j,
    ".node-link.json": lambda path: count_network(load_node_link(path)),
    ".parquet.zip": lambda path: count_tables(load_parquet(path)),
    ".strict.graphml": lambda path: count_network(load_graphml(path)),
    ".ttl": lambda path: count_triples(path, "turtle"),
    ".xlsx": lambda path: count_tables(load_excel(path)),
}
FAST_COUNTERS = COUNTERS | {".jsonld": count_subjects, ".ttl": count_subjects}
