/* Labels are drawn here and not by vis-network: at one size on the screen, and only where there is room. */

const LINE = 15;
const FEW_EDGES = 26;

function wrap(text) {
  const words = text.split(/\s+/).flatMap((word) => word.match(/.{1,22}/gsu) || []);
  const rows = [];
  for (const word of words) {
    const last = rows.length - 1;
    if (last >= 0 && rows[last].length + word.length < 22) rows[last] += ` ${word}`;
    else rows.push(word);
  }
  return rows.length > 2 ? [rows[0], `${rows[1]}…`] : rows;
}

const wrapped = new Map(drawing.nodes.map((node) => [node.id, wrap(content.nodes[node.id].label)]));
const widths = new Map();
const order = [...drawing.nodes].sort((one, other) => other.size - one.size || (one.id < other.id ? -1 : 1));
let labelBoxes = [];

const meets = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/* A grid of what is taken already, so that 2,000 labels need not be compared with each other. */
function makeRoom() {
  const cells = new Map();
  const each = (box, visit) => {
    for (let x = Math.floor(box.left / 80); x <= Math.floor(box.right / 80); x += 1) {
      for (let y = Math.floor(box.top / 80); y <= Math.floor(box.bottom / 80); y += 1) {
        if (visit(`${x} ${y}`)) return true;
      }
    }
    return false;
  };
  return {
    taken: (box, own) => each(box, (key) => (cells.get(key) || []).some((item) => item.id !== own && meets(item, box))),
    take: (box) => each(box, (key) => { cells.set(key, [...(cells.get(key) || []), box]); }),
  };
}

function measure(context, text) {
  const key = context.font + text;
  if (!widths.has(key)) widths.set(key, context.measureText(text).width);
  return widths.get(key);
}

function write(context, rows, box, color, ground) {
  context.globalAlpha = 0.82;
  context.fillStyle = ground;
  context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  context.globalAlpha = 1;
  context.fillStyle = color;
  rows.forEach((row, index) => context.fillText(row, (box.left + box.right) / 2, box.top + LINE * index + 2));
}

/* Below the node, else above, right or left of it. */
function findBox(context, node, radius, room, needed) {
  const rows = wrapped.get(node.id);
  const width = Math.max(...rows.map((row) => measure(context, row)), 4) + 4;
  const height = rows.length * LINE + 2;
  const { x, y } = node.spot;
  const at = (left, top) => ({ id: node.id, left, top, right: left + width, bottom: top + height, rows });
  const tries = [
    at(x - width / 2, y + radius + 3), at(x - width / 2, y - radius - height - 2),
    at(x + radius + 4, y - height / 2), at(x - radius - 4 - width, y - height / 2),
  ];
  const whole = (box) => box.left >= 0 && box.top >= 0 && box.right <= canvas.clientWidth && box.bottom <= canvas.clientHeight;
  const free = tries.filter((box) => !room.taken(box, node.id));
  return free.find(whole) || (needed ? tries.find(whole) || tries[0] : null);
}

function drawNodeLabels(context, room, ink, ground) {
  const scale = network.getScale();
  const inView = order.filter((node) => nodeVisible(node.id)).map((node) => ({ ...node, spot: network.canvasToDOM(node) }))
    .filter(({ spot }) => spot.x > -60 && spot.y > -30 && spot.x < canvas.clientWidth + 60 && spot.y < canvas.clientHeight + 30);
  const crowded = inView.length > 300;
  const most = (canvas.clientWidth * canvas.clientHeight) / 8000;
  for (const node of inView) {
    node.radius = node.size * magnification * scale;
    if (crowded && node.size < 25) continue;
    const { x, y } = node.spot;
    const half = node.radius * 0.9;
    room.take({ id: node.id, left: x - half, top: y - half, right: x + half, bottom: y + half });
  }
  const urgent = (node) => (node.id === state.hover || (state.kind === "node" && node.id === state.id) ? 2
    : focus && focus.nodes.has(node.id) ? 1 : 0);
  inView.sort((one, other) => urgent(other) - urgent(one));
  labelBoxes = [];
  for (const node of inView) {
    const rank = urgent(node);
    if ((focus && !rank) || (crowded && !rank && labelBoxes.length >= most)) continue;
    context.font = `${content.nodes[node.id].type === "Lawsuit" || rank === 2 ? 600 : 400} 12.5px ${fontFamily}`;
    const box = findBox(context, node, node.radius, room, rank === 2);
    if (!box) continue;
    room.take(box);
    labelBoxes.push(box);
    write(context, box.rows, box, ink, ground);
  }
}

/* The control point that vis-network gives to an edge of type curvedCW or curvedCCW. */
function findMiddle(edge) {
  const from = places.get(edge.from);
  const to = places.get(edge.to);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (!edge.smooth.enabled) return middle;
  const factor = edge.smooth.roundness * (edge.smooth.type === "curvedCW" ? 1 : -1);
  const angle = Math.atan2(from.y - to.y, to.x - from.x) + (factor * 0.5 + 0.5) * Math.PI;
  const reach = (edge.smooth.roundness * 0.5 + 0.5) * Math.hypot(to.x - from.x, to.y - from.y);
  const via = { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
  return { x: (middle.x + via.x) / 2, y: (middle.y + via.y) / 2 };
}

function drawEdgeLabels(context, room, ground) {
  const shown = drawing.edges.filter((edge) => edgeVisible(edge.id));
  const few = shown.length <= FEW_EDGES && !focus;
  context.font = `11.5px ${fontFamily}`;
  for (const edge of shown) {
    const needed = edge.id === state.hover || (state.kind === "edge" && edge.id === state.id);
    if (!needed && !few && !(focus && focus.edges.has(edge.id) && focus.edges.size <= FEW_EDGES)) continue;
    const { label, assertion } = content.edges[edge.id];
    const { x, y } = network.canvasToDOM(findMiddle(edge));
    const width = measure(context, label) + 4;
    const box = { id: edge.id, left: x - width / 2, top: y - 8, right: x + width / 2, bottom: y + 9 };
    if (!needed && room.taken(box)) continue;
    room.take(box);
    const plain = darkness.matches ? "#a3abb8" : "#586070";
    write(context, [label], box, assertion === "asserted" ? plain : colorOf(content.assertions[assertion]), ground);
  }
}

const fontFamily = getComputedStyle(document.body).fontFamily;

network.on("afterDrawing", (context) => {
  const ratio = context.canvas.width / canvas.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textAlign = "center";
  context.textBaseline = "top";
  const room = makeRoom();
  const [ink, ground] = darkness.matches ? ["#e9e7e2", "#1b1f26"] : ["#1c212b", "#ffffff"];
  drawNodeLabels(context, room, ink, ground);
  drawEdgeLabels(context, room, ground);
  context.restore();
});

const labelAt = ({ x, y }) => labelBoxes.find((box) => meets(box, { left: x, right: x, top: y, bottom: y }))?.id;
