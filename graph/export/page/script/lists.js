/* The same facts as the drawing, for those who read tables: each is built when it is opened. */

const lists = document.getElementById("lists");
const tables = new Map();
let leftTable = null;
let tableShown = null;

const joinValues = (values) => values.map((value) => value.text).join("; ");
const joinEnds = (id, relation) => findEnds(id, relation).map(labelOf).join("; ");
const firstSentence = (id) => content.edges[id].evidence[0]?.parts.map(([text]) => text).join("") || "";
const articlesOf = (id) => distinct(content.edges[id].evidence.map((item) => item.document));
const showDates = (text) => text.split("; ").map(writeDate).join("; ");

const SUIT_COLUMNS = [
  { head: "Lawsuit", value: labelOf, opens: nameOf },
  { head: "Plaintiffs", value: (id) => joinEnds(id, "plaintiff_in") },
  { head: "Defendants", value: (id) => joinEnds(id, "defendant_in") },
  { head: "Filed", value: (id) => joinValues(content.nodes[id].facts.filed), show: showDates },
  { head: "Claims", value: (id) => joinValues(content.nodes[id].facts.claims) },
  { head: "Amount", value: (id) => joinValues(content.nodes[id].facts.amount) },
  { head: "Status", value: (id) => joinValues(content.nodes[id].facts.status) },
  { head: "Court", value: (id) => joinEnds(id, "heard_in") },
  { head: "Judge", value: (id) => joinEnds(id, "judge_in") },
  { head: "Counsel", value: (id) => joinEnds(id, "counsel_in") },
  { head: "Witnesses", value: (id) => joinEnds(id, "witness_in") },
  { head: "Docket", value: (id) => joinValues(content.nodes[id].facts.docket) },
  { head: "Articles", value: (id) => content.nodes[id].documents.length, numeric: true },
];

const NODE_COLUMNS = [
  { head: "Name", value: labelOf, opens: nameOf },
  { head: "Type", value: (id) => content.types[content.nodes[id].type].singular },
  { head: "Also", value: (id) => content.nodes[id].aliases.join("; ") },
  { head: "In lawsuits", value: countRoles },
  { head: "Relations", value: (id) => edgesOf.get(id).length, numeric: true },
  { head: "Mentions", value: (id) => content.nodes[id].mentions, numeric: true },
  { head: "Articles", value: (id) => content.nodes[id].documents.length, numeric: true },
  { head: "First reported", value: (id) => firstDay(content.nodes[id].documents), show: writeDate },
];

const EDGE_COLUMNS = [
  { head: "Subject", value: (id) => labelOf(content.edges[id].from) },
  { head: "Relation", value: (id) => content.edges[id].words, opens: (id) => stateOf(content.edges[id]) },
  { head: "Object", value: (id) => labelOf(content.edges[id].to) },
  { head: "Assertion", value: (id) => content.edges[id].assertion + (content.edges[id].derived ? ", derived" : "") },
  { head: "Says", value: (id) => distinct(content.edges[id].evidence.map((item) => item.source)).join("; ") },
  { head: "Start", value: (id) => content.edges[id].start, show: writeDate },
  { head: "End", value: (id) => content.edges[id].end, show: writeDate },
  { head: "Passages", value: (id) => content.edges[id].evidence.length, numeric: true },
  { head: "First passage", value: firstSentence },
  { head: "Articles", value: (id) => articlesOf(id).map(cite).join("; ") },
];

const bySize = (one, other) => content.nodes[other].mentions - content.nodes[one].mentions || byText(labelOf(one), labelOf(other));
const LISTS = [
  { name: "lawsuits", title: "Lawsuits", kind: "node", columns: SUIT_COLUMNS, ids: () => suits },
  { name: "names", title: "Names", kind: "node", columns: NODE_COLUMNS, ids: () => Object.keys(content.nodes).sort(bySize) },
  { name: "relations", title: "Relations", kind: "edge", columns: EDGE_COLUMNS, ids: () => Object.keys(content.edges) },
];

function openRow(name, kind, id) {
  leftTable = { name, id };
  select(kind, id, true);
  panel.scrollIntoView({ block: "nearest" });
}

const returnToTable = (back) => (leftTable && leftTable.id === state.id ? back("Back to the table", () => {
  lists.open = true;
  showTable(leftTable.name);
  tables.get(leftTable.name).focus(leftTable.id);
}) : null);

/* One of the tables, built now if it was not before. */
function renewTable(name) {
  const { title, kind, columns, ids } = LISTS.find((list) => list.name === name);
  if (!tables.has(name)) tables.set(name, new Table({ name, title, columns, ids: ids(), open: (id) => openRow(name, kind, id) }));
  else tables.get(name).show();
  return tables.get(name).element;
}

/* Shows one of the tables beneath its tab. */
function showTable(name) {
  tableShown = name;
  const element = renewTable(name);
  for (const tab of document.querySelectorAll("#tables [role=tab]")) {
    const chosen = tab.dataset.name === name;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  const sheet = document.getElementById("sheet");
  sheet.setAttribute("aria-labelledby", `tab-${name}`);
  sheet.replaceChildren(element);
}

function moveTab(event) {
  const tabs = [...document.querySelectorAll("#tables [role=tab]")];
  const place = tabs.indexOf(event.target);
  const goal = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  const tab = tabs[(goal + tabs.length) % tabs.length];
  tab.focus();
  showTable(tab.dataset.name);
}

function showLists() {
  const tab = ({ name, title, ids }) => el("button", { type: "button", role: "tab", id: `tab-${name}`, "data-name": name,
    "aria-controls": "sheet", onclick: () => showTable(name) }, title, el("span", {}, ` ${groupDigits(ids().length)}`));
  document.getElementById("tables").replaceChildren(el("section", { "aria-labelledby": "tables-title" },
    el("h2", { class: "unseen", id: "tables-title" }, "Tables"),
    el("div", { role: "tablist", "aria-labelledby": "tables-title", onkeydown: moveTab }, LISTS.map(tab)),
    el("div", { role: "tabpanel", id: "sheet" })));
  showTable(suits.length ? "lawsuits" : "relations");
}

function openLists() {
  if (lists.open && !document.getElementById("sheet")) showLists();
}

/* Paper has no tabs. */
function showAllTables() {
  document.getElementById("sheet").replaceChildren(...LISTS.map(({ name }) => renewTable(name)));
}

lists.addEventListener("toggle", openLists);
document.querySelector(".skip").addEventListener("click", () => { lists.open = true; });
