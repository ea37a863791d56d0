/* What stands out: the selection with its surroundings, a path, or what a tour spotlights; the rest is faded. */

const otherEnd = (edge, node) => (edge.from === node ? edge.to : edge.from);

function findSurroundings(start, steps) {
  const nodes = new Set([start]);
  const edges = new Set();
  let border = [start];
  for (let step = 0; step < steps; step += 1) {
    const next = [];
    for (const node of border) {
      for (const id of edgesOf.get(node)) {
        if (!shown.edges.has(id)) continue;
        edges.add(id);
        const other = otherEnd(content.edges[id], node);
        if (nodes.has(other)) continue;
        nodes.add(other);
        next.push(other);
      }
    }
    border = next;
  }
  return { nodes, edges };
}

/* For each neighbour of a node over usable edges: how many passages stand behind all edges between the two. */
function weighNeighbours(node, usable) {
  const weights = new Map();
  for (const id of edgesOf.get(node)) {
    if (!usable(id)) continue;
    const edge = content.edges[id];
    const other = otherEnd(edge, node);
    weights.set(other, (weights.get(other) || 0) + edge.evidence.length);
  }
  return weights;
}

/* The nodes of the shortest path; of equally short ones that with the most passages, then the first by id. */
function findPath(from, to, usable) {
  const reached = new Map([[from, { before: null, weight: 0 }]]);
  let border = [from];
  while (border.length && !reached.has(to)) {
    const next = new Map();
    for (const node of border) {
      for (const [other, passages] of weighNeighbours(node, usable)) {
        if (reached.has(other)) continue;
        const weight = reached.get(node).weight + passages;
        const known = next.get(other);
        if (!known || weight > known.weight || (weight === known.weight && node < known.before)) {
          next.set(other, { before: node, weight });
        }
      }
    }
    for (const [node, step] of next) reached.set(node, step);
    border = [...next.keys()];
  }
  if (!reached.has(to)) return null;
  const path = [];
  for (let node = to; node !== null; node = reached.get(node).before) path.unshift(node);
  return path;
}

const findEdgesBetween = (one, other, usable) => edgesOf.get(one)
  .filter((id) => usable(id) && otherEnd(content.edges[id], one) === other);

function findPathFocus() {
  const usable = (id) => shown.edges.has(id);
  const path = findPath(state.id, state.target, usable) || [];
  const edges = path.slice(1).flatMap((node, index) => findEdgesBetween(path[index], node, usable));
  return { nodes: new Set([state.id, state.target, ...path]), edges: new Set(edges), path };
}

/* Nodes and edges that belong to the selection; null means that all do. */
function findFocus() {
  if (state.spot) return { nodes: new Set(state.spot.nodes), edges: new Set(state.spot.edges) };
  if (state.kind === "path") return findPathFocus();
  if (state.kind === "node") return findSurroundings(state.id, state.steps);
  if (state.kind === null) return null;
  const { from, to } = content.edges[state.id];
  return { nodes: new Set([from, to]), edges: new Set([state.id]) };
}

filterGraph();
