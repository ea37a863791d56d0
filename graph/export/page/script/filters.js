/* What the filters let through: computed once for each change, since the canvas asks in every frame. */

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
  && new Date(Date.parse(text)).toISOString().startsWith(text);

const foundDays = new Map();

/* The first and the last day of an ISO day, month or year; null for anything else. */
function findDays(text) {
  if (!foundDays.has(text)) foundDays.set(text, readDays(text));
  return foundDays.get(text);
}

function readDays(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text || "");
  const first = found && `${found[1]}-${found[2] || "01"}-${found[3] || "01"}`;
  if (!first || !isDay(first)) return null;
  if (found[3]) return { first, last: first };
  if (!found[2]) return { first, last: `${found[1]}-12-31` };
  const month = new Date(Date.parse(first));
  month.setUTCMonth(month.getUTCMonth() + 1, 0);
  return { first, last: month.toISOString().slice(0, 10) };
}

/* A passage is of the day that it speaks of; the day of its article stands in for it. */
function readPassage({ document: id, date }) {
  const { published = "", publisher = "" } = content.documents[id] || {};
  return { document: id, outlet: publisher, days: findDays(date) || findDays(published) };
}

const edgeFacts = Object.entries(content.edges).map(([id, edge]) => {
  const { from, to, group, assertion, derived } = edge;
  return { id, from, to, group, assertion, derived, passages: edge.evidence.length ? edge.evidence.map(readPassage) : [readPassage({})] };
});
const nodeFacts = Object.entries(content.nodes).map(([id, { type, documents }]) =>
  ({ id, type, related: edgesOf.get(id).some((edge) => !content.edges[edge].derived), passages: documents.map((document) => readPassage({ document })) }));

const passesDocument = ({ document: id, outlet }) =>
  !(state.documents.size || state.outlets.size) || state.documents.has(id) || state.outlets.has(outlet);
const passesDate = ({ days }) => (days
  ? (!state.from || days.last >= state.from) && (!state.until || days.first <= state.until) : state.undated);
const passesPassage = (passage) => passesDocument(passage) && passesDate(passage);
const passesKind = (edge) => (state.derived || !edge.derived)
  && !state.hiddenAssertions.has(edge.assertion) && !state.hiddenGroups.has(edge.group);

const filtersPassages = () => state.documents.size + state.outlets.size > 0 || state.from !== "" || state.until !== "" || !state.undated;

/* How many filters hide something. */
function countFilters() {
  const sets = [state.hiddenTypes, state.hiddenGroups, state.hiddenAssertions, state.documents, state.outlets];
  const values = [state.from || state.until, !state.undated, state.degree, state.alone && focus];
  return sets.filter((set) => set.size).length + values.filter(Boolean).length;
}

/* A node goes when the filters take all its relations; one without any goes with its articles. */
function filterNodes(passing) {
  const narrow = filtersPassages() || state.hiddenGroups.size + state.hiddenAssertions.size > 0;
  const ofType = (id) => !state.hiddenTypes.has(content.nodes[id].type);
  const kept = new Set();
  const degrees = new Map();
  for (const { from, to } of passing) {
    kept.add(from).add(to);
    if (!ofType(from) || !ofType(to)) continue;
    degrees.set(from, (degrees.get(from) || 0) + 1);
    if (to !== from) degrees.set(to, (degrees.get(to) || 0) + 1);
  }
  return nodeFacts.filter((node) => ofType(node.id) && (degrees.get(node.id) || 0) >= state.degree
    && (!narrow || kept.has(node.id) || (!node.related && node.passages.some(passesPassage)))).map(({ id }) => id);
}

/* What is selected or spotlighted is shown whatever the filters say. */
function addChosen({ nodes, edges }) {
  if (state.spot) {
    for (const id of state.spot.nodes) nodes.add(id);
    for (const id of state.spot.edges) edges.add(id);
  }
  if (state.kind === "edge") edges.add(state.id);
  if (state.kind === "node" || state.kind === "path") nodes.add(state.id);
  if (state.kind === "path") nodes.add(state.target);
  for (const id of edges) nodes.add(content.edges[id].from).add(content.edges[id].to);
}

const shown = { nodes: new Set(), edges: new Set() };
let focus = null;

function filterGraph() {
  const passing = edgeFacts.filter((edge) => passesKind(edge) && edge.passages.some(passesPassage));
  shown.nodes = new Set(filterNodes(passing));
  shown.edges = new Set(passing.filter(({ from, to }) => shown.nodes.has(from) && shown.nodes.has(to)).map(({ id }) => id));
  addChosen(shown);
  focus = findFocus();
  if (!state.alone || !focus) return;
  shown.nodes = focus.nodes;
  shown.edges = focus.edges;
}
