function centre(id) {
  moveTo({ position: places.get(id), scale: Math.max(network.getScale(), 0.6) });
}

/* The drawing fills its place; while nothing is selected, all of it is in view. */
function fillStage() {
  network.setSize("100%", "100%");
  network.redraw();
  if (!focus && printed.hidden) showOpening();
}

function findThing(point) {
  const node = network.getNodeAt(point) ?? paintedNodeAt(point) ?? labelAt(point);
  if (node !== undefined) return ["node", node];
  const edge = network.getEdgeAt(point) ?? paintedEdgeAt(point);
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

document.getElementById("closer").addEventListener("click", () => zoom(1.4));
document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.4));
document.getElementById("whole").addEventListener("click", () => showWhole());

darkness.addEventListener("change", () => { showLegend(); showPanel(); restyle(); });
addEventListener("popstate", followAddress);
addEventListener("resize", fillStage);

const surface = canvas.querySelector(".vis-network");
surface.setAttribute("role", "application");
surface.setAttribute("aria-roledescription", "graph");
surface.setAttribute("aria-label", "The graph: arrow keys move it, plus and minus zoom, zero shows the whole. "
  + "The same facts stand in the tables below.");
document.getElementById("empty").hidden = drawing.nodes.length > 0;
showLegend();
showPanel();
for (const react of reactions) react();
if (location.hash.length > 1) followAddress();

/* For scripts and tests: the drawing, what is selected and what stands out. */
globalThis.litigraph = {
  network, select, applyView, state, places, drawn: () => listed, focus: () => focus, findMiddle: (id) => findMiddle(lines.get(id)),
};
