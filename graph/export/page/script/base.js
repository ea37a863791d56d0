/* Characters that turn the direction of writing could make a name or a sentence read as another one. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const straighten = (key, value) => (typeof value === "string" ? value.replace(TURNING, "") : value);

function read(id) {
  const text = document.getElementById(id).textContent;
  return JSON.parse(text, /\\u20[26]/.test(text) ? straighten : undefined);
}

const content = read("content");
const drawing = read("drawing");
const darkness = matchMedia("(prefers-color-scheme: dark)");
const motion = matchMedia("(prefers-reduced-motion: no-preference)");

/* All text of the page goes through here, and becomes text nodes only. */
function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const paletteOf = (style, dark) => (dark ? style.dark : style.color);
const colorOf = (style) => paletteOf(style, darkness.matches);
const groundOf = (dark) => (dark ? "#1b1f26" : "#ffffff");

/* A colour that is faded into the ground, not see-through: no line shines through a node. */
function fade(color, ground, share) {
  if (share >= 1) return color;
  const part = (text, at) => parseInt(text.slice(at, at + 2), 16);
  const mix = (at) => Math.round(part(color, at) * share + part(ground, at) * (1 - share)).toString(16).padStart(2, "0");
  return `#${mix(1)}${mix(3)}${mix(5)}`;
}

function corners(count, inner, turn) {
  const points = [];
  for (let index = 0; index < count; index += 1) {
    const radius = index % 2 ? inner : 6;
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2 + turn;
    points.push(`${(6 + radius * Math.cos(angle)).toFixed(2)},${(6 + radius * Math.sin(angle)).toFixed(2)}`);
  }
  return points.join(" ");
}

const SHAPES = {
  dot: () => svg("circle", { cx: 6, cy: 6, r: 5.4 }),
  square: () => svg("rect", { x: 1, y: 1, width: 10, height: 10 }),
  diamond: () => svg("polygon", { points: corners(4, 6, 0) }),
  hexagon: () => svg("polygon", { points: corners(6, 6, Math.PI / 6) }),
  triangle: () => svg("polygon", { points: "6,0.5 12,11 0,11" }),
  star: () => svg("polygon", { points: corners(10, 2.6, 0) }),
};

function drawIcon(type) {
  const style = content.types[type];
  return svg("svg", { class: "icon", viewBox: "0 0 12 12", fill: colorOf(style), "aria-hidden": "true" }, SHAPES[style.shape]());
}

function drawStroke(assertion) {
  const style = content.assertions[assertion];
  const line = svg("line", {
    x1: 1, y1: 4, x2: 27, y2: 4, stroke: colorOf(style), "stroke-width": 2, "stroke-dasharray": style.dashes.join(" "),
  });
  return svg("svg", { class: "stroke", viewBox: "0 0 28 8", "aria-hidden": "true" }, line);
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

/* A day, a month or a year as it is known; what is no ISO date stays as it is. */
function writeDate(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!found || (found[2] && !MONTHS[found[2] - 1])) return text;
  return [found[3] && Number(found[3]), found[2] && MONTHS[found[2] - 1], found[1]].filter(Boolean).join(" ");
}

/* A number with commas; a browser's own way loads its tables of languages first, which a page that opens can feel. */
const groupDigits = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

const plural = (count, word) => `${groupDigits(count)} ${word}${count === 1 ? "" : "s"}`;

const edgesOf = new Map(Object.keys(content.nodes).map((id) => [id, []]));
for (const [id, edge] of Object.entries(content.edges)) {
  edgesOf.get(edge.from).push(id);
  if (edge.to !== edge.from) edgesOf.get(edge.to).push(id);
}

const labelOf = (node) => content.nodes[node].label;
const sentenceOf = (edge) => `${labelOf(edge.from)} ${edge.words} ${labelOf(edge.to)}`;

/* What can be selected, by its id. Another part may add a kind: `light` tells the nodes and edges that stand out with it,
   `tell` what a screen reader says; `#kind=id` is its address. */
const KINDS = {
  node: { things: content.nodes, tell: (id) => `${labelOf(id)}, ${plural(edgesOf.get(id).length, "relation")}` },
  edge: { things: content.edges, tell: (id) => sentenceOf(content.edges[id]) },
};

/* What filters let through at first: everything but the derived edges. */
const openFilters = () => ({
  hiddenTypes: new Set(), hiddenGroups: new Set(), hiddenAssertions: new Set(), documents: new Set(), outlets: new Set(),
  from: "", until: "", undated: true, degree: 0, alone: false,
});

/* What is selected (a node, an edge, a path from `id` to `target`, or nothing), what lies under the pointer, how many
   steps around a node are its focus, what a tour spotlights, and what the filters hide. */
const state = { kind: null, id: null, target: null, hover: null, steps: 1, spot: null, derived: false, ...openFilters() };
