/* The shortest path between two nodes, with the passages behind each of its edges. */

const MORE_AFTER = 1;

function showPassages(id) {
  const rows = content.edges[id].evidence.map((item) => showEvidence(item, content.edges[id]));
  const rest = rows.splice(MORE_AFTER);
  return [el("ul", {}, rows), rest.length
    ? el("details", { class: "small" }, el("summary", {}, plural(rest.length, "more passage")), el("ul", {}, rest)) : null];
}

function showHop(from, to) {
  const edges = findEdgesBetween(from, to, (id) => focus.edges.has(id));
  return el("li", {}, el("h3", {}, `${labelOf(from)} — ${labelOf(to)}`), edges.map((id) => [
    el("ul", { class: "rows" }, showRow(id, null)), showPassages(id),
  ]));
}

/* What is there instead of a path: one that the filters hide, or none at all. */
function explainNoPath() {
  const hidden = findPath(state.id, state.target, (id) => !content.edges[id].derived);
  if (!hidden) return el("p", { class: "lead" }, "Nothing in these articles joins the two.");
  return [
    el("p", { class: "lead" }, `No path over the relations shown. Without filters there is one of ${plural(hidden.length - 1, "step")}.`),
    el("button", { type: "button", class: "chip", onclick: clearFilters }, "Clear filters"),
  ];
}

function showPath() {
  const { path } = focus;
  const [from, to] = [state.id, state.target];
  return [
    el("p", { class: "kind" }, "Shortest path"),
    el("h2", { tabindex: "-1" }, `From ${labelOf(from)} to ${labelOf(to)}`),
    el("p", { class: "lead" }, (path.length ? path : [from, to]).map((id, index) =>
      [index ? el("span", { class: "soft" }, path.length ? " → " : " · ") : null, showNode(id)])),
    path.length ? el("p", { class: "soft" }, `${plural(path.length - 1, "step")} over the relations shown. `
      + "Of equally short paths, this one has the most passages.") : explainNoPath(),
    el("ol", { class: "hops" }, path.slice(1).map((node, index) => showHop(path[index], node))),
  ];
}
