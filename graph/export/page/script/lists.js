/* The same facts as the drawing, for those who read tables: built when they are opened. */

const AT_FIRST = 200;
const lists = document.getElementById("lists");

const join = (values) => values.map((value) => writeDate(value.text)).join("; ");
const open = (kind, id, text) => el("button", { type: "button", class: "link", onclick: () => {
  select(kind, id, true);
  panel.scrollIntoView({ block: "nearest" });
} }, text);

function makeTable(title, heads, rows) {
  const body = el("tbody");
  const fill = (some) => body.append(...some.map((cells) => el("tr", {}, cells().map((cell) => el("td", {}, cell)))));
  fill(rows.slice(0, AT_FIRST));
  const rest = rows.slice(AT_FIRST);
  const more = el("button", { type: "button", class: "chip more", onclick: () => { fill(rest); more.remove(); } },
    `Show ${plural(rest.length, "more row")}`);
  return [el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title },
    el("table", {}, el("caption", {}, title), el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
      body)), rest.length ? more : null];
}

function showTables() {
  const suits = Object.entries(content.nodes).filter(([, node]) => node.facts).map(([id, { label, facts }]) => () => [
    open("node", id, label), findEnds(id, "plaintiff_in").map(labelOf).join(", "),
    findEnds(id, "defendant_in").map(labelOf).join(", "), join(facts.claims), join(facts.filed),
    findEnds(id, "heard_in").map(labelOf).join(", "), join(facts.status),
  ]);
  const relations = Object.entries(content.edges).map(([id, edge]) => () => [
    labelOf(edge.from), open("edge", id, edge.words), labelOf(edge.to), edge.assertion + (edge.derived ? ", derived" : ""),
    [...new Set(edge.evidence.map((item) => item.source).filter(Boolean))].join(", "), String(edge.evidence.length),
  ]);
  document.getElementById("tables").replaceChildren(
    ...[
      suits.length ? makeTable("Lawsuits", ["Lawsuit", "Plaintiffs", "Defendants", "Claims", "Filed", "Court", "Status"], suits) : [],
      makeTable("Relations", ["Subject", "Relation", "Object", "Assertion", "Says", "Passages"], relations),
    ].flat().filter(Boolean));
}

lists.addEventListener("toggle", () => {
  if (lists.open && !document.querySelector("#tables table")) showTables();
});
document.querySelector(".skip").addEventListener("click", () => { lists.open = true; });
