const status = document.getElementById("status");

function centre(id) {
  moveTo({ position: places.get(id), scale: Math.max(network.getScale(), 0.6) });
}

function announce() {
  status.textContent = state.kind ? KINDS[state.kind].tell(state.id) : "Overview";
}

/* Shows a node, an edge or (null) the overview everywhere; `moved` takes the keyboard's focus along. */
function select(kind, id, moved) {
  const hash = kind ? `#${kind}=${encodeURIComponent(id)}` : "#";
  const found = kind !== null && Object.hasOwn(KINDS[kind].things, id);
  const lit = found && KINDS[kind].light?.(id);
  Object.assign(state, { kind: found ? kind : null, id: found ? id : null });
  state.spot = lit ? { nodes: new Set(lit.nodes), edges: new Set(lit.edges) } : null;
  state.hover = null;
  refilter();
  showPanel();
  announce();
  if (location.hash !== hash && (kind || location.hash)) history.pushState(null, "", hash);
  if (state.spot && !moved) showFocus();
  if (moved) {
    showFocus();
    panel.querySelector("h2").focus({ preventScroll: true });
  }
}

/* The selection stands in the address, so that a link to the file can lead to a sentence. */
function followAddress() {
  const found = /^#(node|edge|tour)=(.*)$/.exec(location.hash);
  if (found) select(found[1], decodeURIComponent(found[2]), false);
  else if (state.kind) select(null, null, false);
}

function findThing(point) {
  const node = network.getNodeAt(point) ?? labelAt(point);
  if (node !== undefined) return ["node", node];
  const edge = network.getEdgeAt(point);
  return edge === undefined ? [null, null] : ["edge", edge];
}

network.on("click", ({ pointer }) => select(...findThing(pointer.DOM), false));

canvas.addEventListener("pointermove", (event) => {
  if (event.buttons) return;
  const box = canvas.getBoundingClientRect();
  const [, id] = findThing({ x: event.clientX - box.left, y: event.clientY - box.top });
  canvas.style.cursor = id === null ? "grab" : "pointer";
  if (id === state.hover) return;
  state.hover = id;
  network.redraw();
});

network.on("zoom", magnify);
network.on("animationFinished", magnify);
network.on("dragEnd", ({ pointer }) => {
  const node = network.getNodeAt(pointer.DOM);
  if (node !== undefined) Object.assign(places.get(node), network.getPosition(node));
});

const STEPS = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };

canvas.addEventListener("keydown", (event) => {
  if (STEPS[event.key]) {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x + STEPS[event.key][0] / scale, y: y + STEPS[event.key][1] / scale } });
  } else if (event.key === "+" || event.key === "=") zoom(1.4);
  else if (event.key === "-") zoom(1 / 1.4);
  else if (event.key === "0") showWhole();
  else return;
  event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement;
  if (event.key === "/" && !typing) { event.preventDefault(); query.focus(); }
  if (event.key === "Escape" && !typing && state.kind) select(null, null, true);
});

document.getElementById("closer").addEventListener("click", () => zoom(1.4));
document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.4));
document.getElementById("whole").addEventListener("click", () => showWhole());

darkness.addEventListener("change", () => { showLegend(); showPanel(); restyle(); });
addEventListener("popstate", followAddress);
addEventListener("resize", () => { network.setSize("100%", "100%"); network.redraw(); if (!state.kind) showWhole(false); });

const surface = canvas.querySelector(".vis-network");
surface.setAttribute("role", "application");
surface.setAttribute("aria-roledescription", "graph");
surface.setAttribute("aria-label", "The graph: arrow keys move it, plus and minus zoom, zero shows the whole. "
  + "The same facts stand in the tables below.");
document.getElementById("empty").hidden = drawing.nodes.length > 0;
showLegend();
showPanel();
followAddress();

/* For scripts and tests: the drawing and what is selected. */
globalThis.litigraph = { network, select, state };
