/* Labels are drawn here and not by vis-network: at one size on the screen, and only where there is room. */

const isSuit = (id) => content.nodes[id].type === "Lawsuit";
const LINE = 15;
const FEW_EDGES = 26;

/* Rows of a name: narrower and more of them where the screen is narrow. */
function wrap(text, length, most) {
  const words = text.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${length}}`, "gsu")) || []);
  const rows = [];
  for (const word of words) {
    const last = rows.length - 1;
    if (last >= 0 && rows[last].length + word.length < length) rows[last] += ` ${word}`;
    else rows.push(word);
  }
  return rows.length > most ? [...rows.slice(0, most - 1), `${rows[most - 1]}…`] : rows;
}

const wrapped = new Map();
function rowsOf(id) {
  const narrow = canvasSize.width < 500;
  const key = `${narrow} ${id}`;
  if (!wrapped.has(key)) wrapped.set(key, wrap(content.nodes[id].label, narrow ? 15 : 22, narrow ? 3 : 2));
  return wrapped.get(key);
}

const widths = new Map();
/* Who is named first where there is little room. */
const order = [...drawing.nodes].sort((one, other) => core.has(other.id) - core.has(one.id)
  || isSuit(other.id) - isSuit(one.id) || other.size - one.size || (one.id < other.id ? -1 : 1));
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

/* Below the node, else above, right or left of it, else at a corner. */
function findBox(context, node, radius, room, needed) {
  const rows = rowsOf(node.id);
  const width = Math.max(...rows.map((row) => measure(context, row)), 4) + 4;
  const height = rows.length * LINE + 2;
  const { x, y } = node.spot;
  const at = (left, top) => ({ id: node.id, left, top, right: left + width, bottom: top + height, rows });
  const tries = [
    at(x - width / 2, y + radius + 3), at(x - width / 2, y - radius - height - 2),
    at(x + radius + 4, y - height / 2), at(x - radius - 4 - width, y - height / 2),
    at(x + radius, y + radius), at(x - radius - width, y + radius),
    at(x + radius, y - radius - height), at(x - radius - width, y - radius - height),
  ];
  const whole = (box) => box.left >= 0 && box.top >= 0 && box.right <= canvasSize.width && box.bottom <= canvasSize.height;
  const free = tries.filter((box) => !room.taken(box, node.id));
  return free.find(whole) || (needed ? tries.find(whole) || tries[0] : null);
}

const urgencyOf = ({ id }) => (id === state.hover || (state.kind === "node" && id === state.id) ? 2
  : focus?.nodes.has(id) ? 1 : 0);

/* The nodes in view with their spots in pixels, the most urgent first. */
function listInView(scale, middle, width, height) {
  const { left, right, top, bottom } = viewAt(scale, middle, width + 120, height + 60);
  const found = [];
  for (const node of order) {
    if (node.x < left || node.x > right || node.y < top || node.y > bottom || !listed.ids.has(node.id)) continue;
    const spot = { x: (node.x - middle.x) * scale + width / 2, y: (node.y - middle.y) * scale + height / 2 };
    found.push({ id: node.id, size: node.size, spot, radius: node.size * magnification * scale, urgency: urgencyOf(node) });
  }
  return focus || state.hover ? found.sort((one, other) => other.urgency - one.urgency) : found;
}

/* Boxes for the labels that have room: the names of nodes, as many as a reader can take in. */
function placeNodeLabels(context, room, inView) {
  const crowded = inView.length > 300;
  const most = (canvasSize.width * canvasSize.height) / (inView.length > 1500 ? 20000 : 8000);
  for (const { id, spot, radius, urgency } of inView) {
    if (crowded && !urgency && !core.has(id)) continue;
    const half = radius * 0.9;
    room.take({ id, left: spot.x - half, top: spot.y - half, right: spot.x + half, bottom: spot.y + half });
  }
  const boxes = [];
  for (const node of inView) {
    if (focus && !node.urgency) continue;
    if (crowded && !node.urgency && boxes.length >= most) break;
    const bold = isSuit(node.id) || node.urgency === 2;
    context.font = `${bold ? 600 : 400} 12.5px ${fontFamily}`;
    const box = findBox(context, node, node.radius, room, node.urgency === 2);
    if (!box) continue;
    room.take(box);
    boxes.push({ ...box, kind: "node", bold, soft: !focus && !inCore(node.id) });
  }
  return boxes;
}

/* The middle of an edge, where its label stands. */
function findMiddle(edge) {
  return pointOn(places.get(edge.from), findBend(edge), places.get(edge.to), 0.5);
}

/* The edges that are named: all where there are few, else those of the selection; and the one under the pointer. */
function listLabelledEdges() {
  const few = listed.edges.length <= FEW_EDGES && !focus;
  const ids = few ? listed.edges.map(({ id }) => id) : focus && focus.edges.size <= FEW_EDGES ? [...focus.edges] : [];
  const urgent = [state.hover, state.kind === "edge" ? state.id : null].filter((id) => lines.has(id));
  return [...new Set([...urgent, ...ids])].map((id) => ({ edge: lines.get(id), needed: urgent.includes(id) }));
}

function placeEdgeLabels(context, room, toSpot) {
  const boxes = [];
  context.font = `11.5px ${fontFamily}`;
  for (const { edge, needed } of listLabelledEdges()) {
    const { label, assertion } = content.edges[edge.id];
    const { x, y } = toSpot(findMiddle(edge));
    const width = measure(context, label) + 4;
    const box = { id: edge.id, left: x - width / 2, top: y - 8, right: x + width / 2, bottom: y + 9 };
    if (!needed && room.taken(box)) continue;
    room.take(box);
    boxes.push({ ...box, kind: "edge", rows: [label], assertion });
  }
  return boxes;
}

const fontFamily = getComputedStyle(document.body).fontFamily;

/* Every label of a view with its place in pixels. */
function placeLabels(context) {
  const [scale, middle, { width, height }] = [network.getScale(), network.getViewPosition(), measureCanvas()];
  const room = makeRoom();
  const boxes = placeNodeLabels(context, room, listInView(scale, middle, width, height));
  const toSpot = ({ x, y }) => ({ x: (x - middle.x) * scale + width / 2, y: (y - middle.y) * scale + height / 2 });
  return [...boxes, ...placeEdgeLabels(context, room, toSpot)];
}

function colorOfLabel({ kind, assertion, soft }, dark) {
  const plain = dark ? "#a3abb8" : "#586070";
  if (kind === "node") return soft ? plain : (dark ? "#e9e7e2" : "#1c212b");
  return assertion === "asserted" ? plain : paletteOf(content.assertions[assertion], dark);
}

function paintLabels(context, boxes, dark) {
  context.textAlign = "center";
  context.textBaseline = "top";
  for (const box of boxes) {
    context.font = box.kind === "edge" ? `11.5px ${fontFamily}` : `${box.bold ? 600 : 400} 12.5px ${fontFamily}`;
    write(context, box.rows, box, colorOfLabel(box, dark), groundOf(dark));
  }
}

network.on("afterDrawing", (context) => {
  const ratio = context.canvas.width / canvas.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  labelBoxes = placeLabels(context);
  paintLabels(context, labelBoxes, darkness.matches);
  context.restore();
});

const labelAt = ({ x, y }) => labelBoxes.find((box) => box.kind === "node" && meets(box, { left: x, right: x, top: y, bottom: y }))?.id;
