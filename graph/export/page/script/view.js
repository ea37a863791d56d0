/* Every change of what is shown goes through here: the drawing, the panel, the controls and the address follow. */

const status = document.getElementById("status");
const reactions = [];

function refresh({ moved = false, remember = true, panels = true } = {}) {
  refilter();
  if (panels || state.kind === "path") showPanel();
  for (const react of reactions) react();
  if (remember) writeAddress(remember === true ? null : remember);
  if (!moved) return;
  showFocus();
  panel.querySelector("h2")?.focus({ preventScroll: true });
}

function announce() {
  if (state.kind === "path") status.textContent = panel.querySelector("h2").textContent;
  else status.textContent = state.kind ? KINDS[state.kind].tell(state.id) : state.spot?.title || "Overview";
}

/* Adds the nodes and edges that are known to what is spotlighted; the ends of an edge go with it. */
function spotlight({ nodes: wanted = [], edges: joined = [], title = "" }) {
  const { nodes: lit, edges: lines } = state.spot || { nodes: new Set(), edges: new Set() };
  for (const id of listKnown(wanted, content.nodes)) lit.add(id);
  for (const id of listKnown(joined, content.edges)) {
    lines.add(id);
    lit.add(content.edges[id].from).add(content.edges[id].to);
  }
  state.spot = lit.size ? { nodes: lit, edges: lines, title } : null;
}

function pickThing(kind, id) {
  const found = kind !== null && Object.hasOwn(KINDS, kind) && Object.hasOwn(KINDS[kind].things, id);
  Object.assign(state, { kind: found ? kind : null, id: found ? id : null, target: null, hover: null, spot: null });
  if (!found) state.alone = false;
  if (found && KINDS[kind].light) spotlight(KINDS[kind].light(id));
}

/* Shows a node, an edge or (null) the overview everywhere; `moved` takes the keyboard's focus along. */
function select(kind, id, moved) {
  pickThing(kind, id);
  refresh({ moved });
  if (state.spot && !moved) showFocus();
  announce();
}

/* Shows lists of nodes and edges (a step of a tour), the rest faded, and beside them a node, an edge or the overview. */
function applyView({ kind = null, id = null, nodes: wanted = [], edges: joined = [], title = "", moved = false, remember = true }) {
  pickThing(kind, id);
  spotlight({ nodes: wanted, edges: joined, title });
  refresh({ moved, remember });
  if (!moved) showFocus();
  announce();
}

/* Shows the shortest path from the selected node, or from where the shown path begins, to another one. */
function showPathTo(target) {
  Object.assign(state, { kind: "path", target, hover: null, spot: null });
  refresh({ moved: true });
  announce();
}

function followAddress() {
  if (!readView()) return;
  [address, writer] = [writeView(), null];
  refresh({ remember: false });
  announce();
  if (state.kind || state.spot) showFocus();
}

/* Changes filters: `change` sets the state. A slider that is still moving leaves no trace in the history (`remember` is
   false), and what it does in a row is one step (`remember` is its id). */
function applyFilter(change, { remember = true } = {}) {
  change();
  refresh({ remember, panels: false });
  status.textContent = `Showing: ${describeShown()}`;
}

const clearFilters = () => applyFilter(() => Object.assign(state, openFilters()));

function setSteps(steps) {
  state.steps = steps;
  refresh({ panels: false });
  showFocus();
  status.textContent = `${plural(steps, "step")} around ${labelOf(state.id)}: ${plural(focus.nodes.size, "node")}`;
}

function describeShown() {
  const total = edgeFacts.filter((edge) => state.derived || !edge.derived || shown.edges.has(edge.id)).length;
  const some = [[listed.nodes.length, nodeFacts.length, "node"], [listed.edges.length, total, "relation"]];
  if (some.every(([count, all]) => count === all)) return `All ${some.map(([, all, word]) => plural(all, word)).join(" and ")}`;
  return some.map(([count, all, word]) => `${groupDigits(count)} of ${plural(all, word)}`).join(", ");
}
