const nodeVisible = (id) => !state.hiddenTypes.has(content.nodes[id].type) || Boolean(state.spot?.nodes.has(id));
const edgeVisible = (id) => {
  const edge = content.edges[id];
  const chosen = (state.kind === "edge" && state.id === id) || Boolean(state.spot?.edges.has(id));
  return (chosen || ((state.derived || !edge.derived) && !state.hiddenAssertions.has(edge.assertion)))
    && nodeVisible(edge.from) && nodeVisible(edge.to);
};

const canvas = document.getElementById("canvas");
const reach = (axis) => Math.max(...drawing.nodes.map((node) => node[axis])) - Math.min(...drawing.nodes.map((node) => node[axis]));

/* A wide drawing is laid on its side where the screen is upright. */
if (canvas.clientHeight > 1.1 * canvas.clientWidth && reach("x") > 1.1 * reach("y")) {
  for (const node of drawing.nodes) [node.x, node.y] = [node.y, node.x];
}

const places = new Map(drawing.nodes.map((node) => [node.id, node]));
const lines = new Map(drawing.edges.map((edge) => [edge.id, edge]));
const MANY = drawing.edges.length > 600;
let magnification = 1;
let arrows = true;

/* Nodes and edges that belong to the selection; null means that all do. */
function findFocus() {
  if (state.kind === null) return null;
  if (state.spot) return state.spot;
  const edges = new Set(state.kind === "edge" ? [state.id] : edgesOf.get(state.id).filter(edgeVisible));
  const nodes = new Set(state.kind === "node" ? [state.id] : []);
  for (const id of edges) nodes.add(content.edges[id].from).add(content.edges[id].to);
  return { nodes, edges };
}

let focus = null;

function styleNode(node) {
  const style = content.types[content.nodes[node.id].type];
  const ground = darkness.matches ? "#1b1f26" : "#ffffff";
  const chosen = state.kind === "node" && state.id === node.id;
  const color = colorOf(style);
  return {
    id: node.id, x: node.x, y: node.y, shape: node.shape, size: node.size * magnification,
    color: { background: color, border: chosen ? (darkness.matches ? "#ffffff" : "#1c212b") : ground },
    borderWidth: (chosen ? 4 : 2) * Math.min(2, magnification),
    opacity: focus && !focus.nodes.has(node.id) ? 0.18 : 1,
  };
}

function styleEdge(edge) {
  const { assertion, derived } = content.edges[edge.id];
  const inFocus = focus && focus.edges.has(edge.id);
  const faint = focus && !inFocus;
  return {
    ...edge,
    color: { color: colorOf(content.assertions[assertion]), opacity: faint ? 0.12 : (derived || MANY) && !inFocus ? 0.45 : 0.9 },
    width: edge.width * Math.min(4, magnification) * (inFocus ? 1.7 : derived ? 0.7 : 1),
    arrows: edge.arrows && (arrows || inFocus) ? { to: { enabled: true, scaleFactor: 0.55 * Math.sqrt(magnification) } } : "",
  };
}

const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const shownNodes = new vis.DataView(nodes, { filter: (node) => nodeVisible(node.id) });
const shownEdges = new vis.DataView(edges, { filter: (edge) => edgeVisible(edge.id) });

const drawn = new Map();

/* An update is dear, and most of a large graph looks the same before and after. */
const isNew = (item) => {
  const look = JSON.stringify(item);
  if (drawn.get(item.id) === look) return false;
  drawn.set(item.id, look);
  return true;
};

function restyle() {
  focus = findFocus();
  nodes.update(drawing.nodes.map(styleNode).filter(isNew));
  edges.update(drawing.edges.map(styleEdge).filter(isNew));
}

/* Labels keep their size on the screen, so the margin is in pixels. */
function frame(ids) {
  const shown = ids.filter(nodeVisible).map((id) => places.get(id));
  if (!shown.length) return null;
  const spread = (axis) => [Math.min(...shown.map((node) => node[axis])), Math.max(...shown.map((node) => node[axis]))];
  const [left, right] = spread("x");
  const [top, bottom] = spread("y");
  const wide = canvas.clientWidth - Math.min(150, 0.28 * canvas.clientWidth);
  const high = canvas.clientHeight - Math.min(110, 0.28 * canvas.clientHeight);
  const scale = Math.min(1.1, wide / Math.max(1, right - left), high / Math.max(1, bottom - top));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 + 12 / scale }, scale };
}

/* Small nodes are drawn larger while the whole graph is in view, so that they can be seen and hit. */
function fitSizes(scale) {
  const wanted = Math.min(9, Math.max(1, (MANY ? 3.4 : 4.5) / (15 * scale)));
  if (Math.abs(wanted / magnification - 1) < 0.15 && arrows === scale > 0.12) return false;
  magnification = wanted;
  arrows = scale > 0.12;
  return true;
}

const opening = frame([...places.keys()]);
if (opening) fitSizes(opening.scale);
restyle();
const network = new vis.Network(canvas, { nodes: shownNodes, edges: shownEdges }, read("options"));
if (opening) network.moveTo(opening);

function magnify() {
  if (fitSizes(network.getScale())) restyle();
}

function refilter() {
  shownNodes.refresh();
  shownEdges.refresh();
  restyle();
}

function moveTo(view) {
  const animation = motion.matches ? { duration: 350, easingFunction: "easeInOutQuad" } : false;
  network.moveTo({ ...view, animation });
}

function showWhole(animated = true) {
  const view = frame([...places.keys()]);
  if (!view) return;
  if (animated) moveTo(view);
  else network.moveTo(view);
}

/* Brings the selection and its neighbours into view; a view that already shows them stays as it is. */
function showFocus() {
  if (!focus) return;
  const near = [...focus.nodes].filter((id) => places.has(id));
  const inside = near.every((id) => {
    const { x, y } = network.canvasToDOM(places.get(id));
    return x > 30 && y > 20 && x < canvas.clientWidth - 30 && y < canvas.clientHeight - 40;
  });
  if (inside && network.getScale() > 0.28) return;
  const view = frame(near);
  if (view) moveTo({ ...view, scale: Math.min(view.scale, Math.max(network.getScale(), 0.6)) });
}

function zoom(factor) {
  moveTo({ scale: Math.min(4, Math.max(0.01, network.getScale() * factor)) });
}
