const nodeVisible = (id) => shown.nodes.has(id);
const edgeVisible = (id) => shown.edges.has(id);

const canvas = document.getElementById("canvas");
const openingNote = document.getElementById("opening");
const reach = (axis) => drawing.nodes.reduce((most, node) => Math.max(most, node[axis]), -Infinity)
  - drawing.nodes.reduce((least, node) => Math.min(least, node[axis]), Infinity);

/* A wide drawing is laid on its side where the screen is upright. */
if (canvas.clientHeight > 1.1 * canvas.clientWidth && reach("x") > 1.1 * reach("y")) {
  for (const node of drawing.nodes) [node.x, node.y] = [node.y, node.x];
}

const places = new Map(drawing.nodes.map((node) => [node.id, node]));
const lines = new Map(drawing.edges.map((edge) => [edge.id, edge]));
let magnification = 1;
let arrows = true;
// A rim keeps its width on the screen; small nodes would be all rim.
let rimShare = 1;

/* What the page opens on; of more than WHOLE nodes it draws no others at first, unless a filter leaves only FEW.
   vis-network draws at most LIVE nodes, which can be dragged; the others are painted below them (backdrop.js). */
const LIVE = 200;
const FEW = 400;
const WHOLE = 3000;
const core = new Set(drawing.core);
const opensOnCore = drawing.nodes.length > drawing.small;
openingNote.hidden = !opensOnCore;
state.whole = drawing.nodes.length <= WHOLE;
let listed = { nodes: [], edges: [] };
let live = new Set();

const inCore = (id) => core.size === 0 || core.has(id);

/* How a node and an edge look; `dark` tells the ground that they stand on. */
function lookOfNode(node, dark = darkness.matches) {
  const chosen = state.kind === "node" && state.id === node.id;
  const rest = state.communities || inCore(node.id) ? 1 : 0.62;
  const share = focus ? (focus.nodes.has(node.id) ? 1 : 0.18) : rest;
  return {
    color: fade(colorOfNode(node.id, dark), groundOf(dark), share),
    border: chosen ? (dark ? "#ffffff" : "#1c212b") : groundOf(dark), rim: chosen ? 4 : 2,
  };
}

function lookOfEdge(edge, dark = darkness.matches) {
  const { assertion, derived, from, to } = content.edges[edge.id];
  const inFocus = focus && focus.edges.has(edge.id);
  const heart = inCore(from) && inCore(to);
  const rest = (derived ? 0.45 : 0.9) * (heart ? 1 : opensOnCore ? 0.24 : 0.6);
  return {
    color: paletteOf(content.assertions[assertion], dark), dashes: edge.dashes,
    alpha: focus ? (inFocus ? 0.95 : 0.12) : rest,
    width: edge.width * (inFocus ? 1.7 : derived ? 0.7 : 1), arrow: Boolean(edge.arrows) && (arrows || inFocus),
  };
}

function styleNode(node) {
  const { color, border, rim } = lookOfNode(node);
  return {
    id: node.id, x: node.x, y: node.y, shape: node.shape, size: node.size * magnification,
    color: { background: color, border }, borderWidth: rim * rimShare,
  };
}

function styleEdge(edge) {
  const { color, alpha, width, arrow } = lookOfEdge(edge);
  return {
    ...edge, color: { color, opacity: alpha }, width: width * Math.min(4, magnification),
    arrows: arrow ? { to: { enabled: true, scaleFactor: 0.55 * Math.sqrt(magnification) } } : "",
  };
}

/* What is drawn now: all that the filters let through, or of a large graph the core and the focus. */
function listDrawn() {
  const shownNodes = drawing.nodes.filter((node) => nodeVisible(node.id));
  const all = state.whole || shownNodes.length <= FEW;
  const found = all ? shownNodes : shownNodes.filter(({ id }) => core.has(id) || focus?.nodes.has(id));
  const ids = new Set(found.map(({ id }) => id));
  const joined = drawing.edges.filter(({ id, from, to }) => ids.has(from) && ids.has(to) && edgeVisible(id));
  return { nodes: found, edges: joined, ids };
}

/* The nodes that vis-network draws: those in focus and of the core first. */
function chooseLive(found) {
  if (found.length <= LIVE) return new Set(found.map(({ id }) => id));
  const first = found.filter(({ id }) => focus?.nodes.has(id));
  return new Set([...first, ...found.filter(({ id }) => core.has(id))].slice(0, LIVE).map(({ id }) => id));
}

const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const drawn = new Map();

/* An update is dear, and most of a large graph looks the same before and after. */
function renew(set, items) {
  const ids = new Set(items.map(({ id }) => id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  for (const id of gone) drawn.delete(id);
  set.remove(gone);
  set.update(items.filter((item) => {
    const look = JSON.stringify(item);
    if (drawn.get(item.id) === look) return false;
    drawn.set(item.id, look);
    return true;
  }));
}

function restyle() {
  listed = listDrawn();
  live = chooseLive(listed.nodes);
  renew(nodes, listed.nodes.filter(({ id }) => live.has(id)).map(styleNode));
  renew(edges, listed.edges.filter(({ from, to }) => live.has(from) && live.has(to)).map(styleEdge));
  setBackdrop();
}

/* Labels keep their size on the screen, so margins are in pixels: for names at the sides, for the note and the tools. */
function frame(ids) {
  if (!ids.length || !canvas.clientWidth) return null;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const id of ids) {
    const { x, y } = places.get(id);
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const above = openingNote.hidden ? Math.min(34, 0.1 * height) : Math.min(76, 0.2 * height);
  const below = Math.min(92, 0.24 * height);
  const scale = Math.min(1.1, (width - Math.min(150, 0.28 * width)) / Math.max(1, right - left),
    (height - above - below) / Math.max(1, bottom - top));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 + (below - above) / 2 / scale }, scale };
}

/* Small nodes are drawn larger while the whole graph is in view, so that they can be seen and hit. */
function fitSizes(scale) {
  const least = listed.nodes.length > 3000 ? 1.3 : listed.nodes.length > 600 ? 2 : 5;
  const wanted = Math.min(9, Math.max(1, least / (15 * scale)));
  const rim = Math.min(1, Math.ceil(wanted * scale * 10) / 8);
  if (Math.abs(wanted / magnification - 1) < 0.15 && arrows === scale > 0.12 && rim === rimShare) return false;
  magnification = wanted;
  arrows = scale > 0.12;
  rimShare = rim;
  return true;
}

/* Where the page opens: on the core of a large graph, else on all of it. */
const frameOpening = () => {
  const found = listed.nodes.map(({ id }) => id);
  const heart = opensOnCore ? found.filter((id) => core.has(id)) : [];
  return frame(heart.length ? heart : found);
};

restyle();
const opening = frameOpening();
if (opening && fitSizes(opening.scale)) restyle();
const network = new vis.Network(canvas, { nodes, edges }, read("options"));
network.on("beforeDrawing", drawBackdrop);
if (opening) network.moveTo(opening);

function magnify() {
  if (fitSizes(network.getScale())) restyle();
}

function refilter() {
  filterGraph();
  restyle();
}

function moveTo(view) {
  const animation = motion.matches ? { duration: 350, easingFunction: "easeInOutQuad" } : false;
  network.moveTo({ ...view, animation });
}

function showWhole(animated = true) {
  const view = frame(listed.nodes.map(({ id }) => id));
  if (!view) return;
  if (animated) moveTo(view);
  else network.moveTo(view);
}

function showOpening() {
  const view = frameOpening();
  if (view) network.moveTo(view);
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
