// Read a GraphML or GEXF file as Gephi Lite does, and print its nodes and edges as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { MultiDirectedGraph } = require("graphology");
const { JSDOM } = require("jsdom");

// The parsers take these from the browser that they are made for.
const { window } = new JSDOM("");
globalThis.DOMParser = window.DOMParser;
globalThis.Document = window.Document;

const path = process.argv[2];
const parser = require(path.endsWith(".gexf") ? "graphology-gexf/browser" : "graphology-graphml/browser");
const graph = parser.parse(MultiDirectedGraph, readFileSync(path, "utf8"));
const nodes = graph.mapNodes((id, attributes) => [id, attributes]);
const edges = graph.mapEdges((id, attributes, source, target) => [id, source, target, attributes]);
process.stdout.write(JSON.stringify({ nodes, edges }));
