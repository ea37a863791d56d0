/* Painting without vis-network: the nodes and edges of a large graph that need not be dragged, and pictures to save. */

const unitPolygon = (count, radius, turn) => Array.from({ length: count }, (_, index) => {
  const angle = (index / count) * 2 * Math.PI + turn;
  return [radius(index) * Math.cos(angle), radius(index) * Math.sin(angle)];
});

/* Outlines as vis-network draws them, for a radius of 1; a dot has none. */
const OUTLINES = {
  dot: null,
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, 1], [1, 0], [0, -1], [-1, 0]],
  hexagon: unitPolygon(6, () => 1, 0),
  triangle: [[0, -1.01], [1.15, 0.98], [-1.15, 0.98]],
  star: unitPolygon(10, (index) => (index % 2 ? 0.41 : 1.07), -Math.PI / 2).map(([x, y]) => [x, y + 0.08]),
};

/* The control point that vis-network gives to an edge of type curvedCW or curvedCCW; null for a straight one. */
function findBend(edge) {
  if (!edge.smooth.enabled) return null;
  const [from, to] = [places.get(edge.from), places.get(edge.to)];
  const factor = edge.smooth.roundness * (edge.smooth.type === "curvedCW" ? 1 : -1);
  const angle = Math.atan2(from.y - to.y, to.x - from.x) + (factor * 0.5 + 0.5) * Math.PI;
  const reach = (edge.smooth.roundness * 0.5 + 0.5) * Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
}

function pointOn(from, bend, to, share) {
  const rest = 1 - share;
  if (!bend) return { x: rest * from.x + share * to.x, y: rest * from.y + share * to.y };
  const mix = (axis) => rest * rest * from[axis] + 2 * rest * share * bend[axis] + share * share * to[axis];
  return { x: mix("x"), y: mix("y") };
}

/* Places and looks of edges: those that look alike are painted with one stroke. */
function groupEdges(list, dark) {
  const groups = new Map();
  for (const edge of list) {
    const look = lookOfEdge(edge, dark);
    const key = `${look.color} ${look.dashes} ${look.alpha} ${look.width}`;
    if (!groups.has(key)) groups.set(key, { look, items: [] });
    const [from, to, bend] = [places.get(edge.from), places.get(edge.to), findBend(edge)];
    groups.get(key).items.push({ id: edge.id, from, to, bend, arrow: look.arrow, far: bend || from });
  }
  return [...groups.values()];
}

function groupNodes(list, dark) {
  const groups = new Map();
  for (const node of list) {
    const look = lookOfNode(node, dark);
    const key = `${look.color} ${look.border} ${look.rim}`;
    if (!groups.has(key)) groups.set(key, { look, items: [] });
    groups.get(key).items.push(node);
  }
  return [...groups.values()];
}

const edgeInView = ({ from, to, far }, view) =>
  Math.max(from.x, to.x, far.x) > view.left && Math.min(from.x, to.x, far.x) < view.right
  && Math.max(from.y, to.y, far.y) > view.top && Math.min(from.y, to.y, far.y) < view.bottom;

const pointInView = ({ x, y }, view) => x > view.left && x < view.right && y > view.top && y < view.bottom;

/* An arrow's head ends where the node begins. */
function findHead({ from, bend, to }) {
  let share = 1;
  while (share > 0.5 && Math.hypot(to.x - pointOn(from, bend, to, share).x, to.y - pointOn(from, bend, to, share).y)
    < to.size * magnification + 3) share -= 0.02;
  const tip = pointOn(from, bend, to, share);
  const before = pointOn(from, bend, to, share - 0.04);
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const size = 9 * Math.sqrt(magnification);
  const wing = (turn) => [tip.x - size * Math.cos(angle + turn), tip.y - size * Math.sin(angle + turn)];
  return [[tip.x, tip.y], wing(0.36), wing(-0.36)];
}

function tracePoints(context, points) {
  points.forEach(([x, y], index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.closePath();
}

/* A path that grows long gets slow: its parts are painted batch by batch. */
const BATCH = 400;
function inBatches(items, paint) {
  for (let start = 0; start < items.length; start += BATCH) paint(items.slice(start, start + BATCH));
}

function paintLines(context, items, bent) {
  context.beginPath();
  for (const { from, to, bend } of items) {
    context.moveTo(from.x, from.y);
    if (bend && bent) context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
    else context.lineTo(to.x, to.y);
  }
  context.stroke();
}

function paintHeads(context, items) {
  context.beginPath();
  for (const item of items) tracePoints(context, findHead(item));
  context.fill();
}

function paintEdges(context, groups, view, scale) {
  // Curves, dashes and arrows that nobody can tell apart cost as much as others.
  const fine = scale > 0.06;
  // Thousands of crossing lines would be one grey mass.
  const thin = !fine && listed.edges.length > 3000 ? 0.3 : 1;
  for (const { look, items } of groups) {
    const seen = items.filter((item) => edgeInView(item, view));
    context.globalAlpha = look.alpha * thin;
    context.strokeStyle = look.color;
    context.fillStyle = look.color;
    context.lineWidth = Math.max(look.width * Math.min(4, magnification), 0.6 / scale);
    context.setLineDash(look.dashes && fine ? look.dashes.map((part) => part * Math.min(4, magnification)) : []);
    inBatches(seen, (some) => paintLines(context, some, fine));
    if (fine) inBatches(seen.filter(({ arrow, to }) => arrow && pointInView(to, view)), (some) => paintHeads(context, some));
  }
  context.setLineDash([]);
}

function traceNode(context, { x, y, size, shape }) {
  const radius = size * magnification;
  const outline = OUTLINES[shape];
  if (outline) return tracePoints(context, outline.map(([across, along]) => [x + across * radius, y + along * radius]));
  context.moveTo(x + radius, y);
  return context.arc(x, y, radius, 0, 2 * Math.PI);
}

function paintNodes(context, groups, view, scale) {
  context.globalAlpha = 1;
  for (const { look, items } of groups) {
    context.fillStyle = look.color;
    context.strokeStyle = look.border;
    context.lineWidth = (look.rim * rimShare) / scale;
    for (const node of items) {
      const radius = node.size * magnification;
      if (node.x + radius < view.left || node.x - radius > view.right) continue;
      if (node.y + radius < view.top || node.y - radius > view.bottom) continue;
      if (radius * scale < 2.4) {
        context.fillRect(node.x - radius, node.y - radius, 2 * radius, 2 * radius);
        continue;
      }
      context.beginPath();
      traceNode(context, node);
      context.fill();
      if (radius * scale > 4) context.stroke();
    }
  }
}

const backdrop = { nodes: [], edges: [], list: [] };

function setBackdrop() {
  backdrop.list = listed.nodes.filter(({ id }) => !live.has(id));
  backdrop.nodes = groupNodes(backdrop.list);
  backdrop.edges = groupEdges(listed.edges.filter(({ from, to }) => !(live.has(from) && live.has(to))));
}

/* The canvas' size in pixels; asking for it anew may cost a layout. */
let canvasSize = { width: 0, height: 0 };
function measureCanvas() {
  if (canvas.clientWidth) canvasSize = { width: canvas.clientWidth, height: canvas.clientHeight };
  return canvasSize;
}

function viewAt(scale, { x, y }, width, height) {
  const [half, rise] = [width / 2 / scale, height / 2 / scale];
  return { left: x - half, right: x + half, top: y - rise, bottom: y + rise };
}

/* Called before vis-network draws; the context is in the drawing's own coordinates. */
function drawBackdrop(context) {
  if (!backdrop.list.length) return;
  const scale = network.getScale();
  const { width, height } = measureCanvas();
  const view = viewAt(scale, network.getViewPosition(), width, height);
  context.save();
  paintEdges(context, backdrop.edges, view, scale);
  paintNodes(context, backdrop.nodes, view, scale);
  context.restore();
}

/* The painted node and edge under a point of the canvas, in pixels. */
function paintedNodeAt(point) {
  const { x, y } = network.DOMtoCanvas(point);
  const slack = 3 / network.getScale();
  const hits = backdrop.list.filter((node) => Math.hypot(node.x - x, node.y - y) <= node.size * magnification + slack);
  return hits.length ? hits[hits.length - 1].id : undefined;
}

function paintedEdgeAt(point) {
  const spot = network.DOMtoCanvas(point);
  const slack = 4 / network.getScale();
  const near = { left: spot.x - slack, right: spot.x + slack, top: spot.y - slack, bottom: spot.y + slack };
  let best = { distance: slack, id: undefined };
  for (const { items } of backdrop.edges) {
    for (const item of items) {
      if (!edgeInView(item, near)) continue;
      const distance = measureDistance(spot, item);
      if (distance < best.distance) best = { distance, id: item.id };
    }
  }
  return best.id;
}

/* How far a point is from an edge, along a dozen straight steps. */
function measureDistance(spot, { from, bend, to }) {
  const steps = bend ? 12 : 1;
  let least = Infinity;
  let start = from;
  for (let step = 1; step <= steps; step += 1) {
    const end = pointOn(from, bend, to, step / steps);
    const [across, along] = [end.x - start.x, end.y - start.y];
    const length = across * across + along * along || 1;
    const share = Math.max(0, Math.min(1, ((spot.x - start.x) * across + (spot.y - start.y) * along) / length));
    least = Math.min(least, Math.hypot(spot.x - start.x - share * across, spot.y - start.y - share * along));
    start = end;
  }
  return least;
}
