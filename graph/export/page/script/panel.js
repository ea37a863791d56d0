const panel = document.getElementById("panel");
const GROUPS = [["lawsuit", "In the lawsuits"], ["legal", "Law"], ["personal", "Personal life"], ["professional", "Work"],
  ["conduct", "Conduct"], ["media", "Media"]];
const ROLES = { plaintiff_in: "plaintiff", defendant_in: "defendant", judge_in: "judge", counsel_in: "counsel",
  witness_in: "witness", heard_in: "court" };
const MOST_ROWS = 25;
const MOST_SUITS = 5;

const byText = (one, other) => (one < other ? -1 : Number(one > other));

/* A lawsuit's place in time: its first filing, or else the first article that tells of it. */
const whenFiled = (id) => content.nodes[id].facts.filed.map((value) => value.text).sort()[0] || firstDay(content.nodes[id].documents) || "9999";
const suits = Object.keys(content.nodes).filter((id) => content.nodes[id].facts)
  .map((id) => [whenFiled(id), id]).sort((one, other) => byText(one[0], other[0]) || byText(one[1], other[1])).map(([, id]) => id);
/* Those that most articles tell of come first; a suit named in passing does not hide what the news is about. */
const countArticles = (id) => content.nodes[id].documents.length;
const suitsByWeight = [...suits].sort((one, other) => countArticles(other) - countArticles(one)
  || content.nodes[other].mentions - content.nodes[one].mentions);

function showRow(id, self) {
  const edge = content.edges[id];
  const name = (node) => (node === self ? el("span", { class: "self" }, nameOf(node)) : el("strong", {}, nameOf(node)));
  const sources = distinct(edge.evidence.map((item) => item.source)).map((source) => shorten(source, 60));
  const notes = [plural(edge.evidence.length, "passage")];
  if (sources.length) notes.push(`says ${sources.slice(0, 3).join(", ")}${sources.length > 3 ? "…" : ""}`);
  if (edge.derived) notes.push("derived");
  const open = () => select("edge", id, true);
  return el("li", {}, el("button", { type: "button", class: "row", onclick: open },
    name(edge.from), ` ${edge.words} `, name(edge.to),
    el("small", {}, edge.assertion === "asserted" ? null : [tag(edge.assertion), " · "], notes.join(" · "))));
}

function showSuits(id) {
  const roles = new Map();
  for (const edge of edgesOf.get(id).filter((other) => ROLES[content.edges[other].relation])) {
    const suit = farEnd(edge, id);
    if (content.nodes[suit].facts) roles.set(suit, [...(roles.get(suit) || []), edge]);
  }
  if (!roles.size) return null;
  const found = suits.filter((suit) => roles.has(suit));
  return [el("h3", {}, found.length === 1 ? "Lawsuit" : `${groupDigits(found.length)} lawsuits`),
    listSome(found, MOST_SUITS, (suit) => showSuit(suit, roles.get(suit)), { class: "suits" })];
}

/* What the cards say already is not said twice. */
function showRelations(id) {
  const told = content.nodes[id].facts ? ["counterclaim_to", ...Object.keys(ROLES)] : Object.keys(ROLES);
  const found = edgesOf.get(id).filter((edge) => !told.includes(content.edges[edge].relation));
  return GROUPS.map(([group, title]) => {
    const members = found.filter((edge) => content.edges[edge].group === group);
    if (!members.length) return null;
    return [el("h3", {}, title), listSome(members, MOST_ROWS, (edge) => showRow(edge, id), { class: "rows" })];
  });
}

function showNames({ label, aliases, reasons }) {
  if (!aliases.length && !reasons.length) return null;
  return [
    aliases.length ? el("p", { class: "soft" }, `Also: ${aliases.map((alias) => shorten(alias, LONGEST_NAME)).join(", ")}`) : null,
    reasons.length ? el("details", { class: "small" }, el("summary", {}, `Why these names are one ${shorten(label, 40)}`),
      el("ul", {}, reasons.map((reason) => el("li", {}, shorten(reason, 3 * LONGEST_NAME))))) : null,
  ];
}

function showEntity(id) {
  const node = content.nodes[id];
  return [
    el("p", { class: "kind" }, drawIcon(node.type), content.types[node.type].singular),
    showTitle(node.label),
    el("p", { class: "soft" }, `${plural(node.mentions, "mention")} in ${plural(node.documents.length, "article")}`),
    showNames(node),
    node.facts ? showCard(id) : showSuits(id),
    showRelations(id),
    node.documents.length ? [el("h3", {}, node.documents.length === 1 ? "Article" : "Articles"), listDocuments(node.documents)] : null,
  ];
}

function showSuitRow(id) {
  const { claims, status, filed } = content.nodes[id].facts;
  const days = filed.map((value) => writeDate(value.text));
  const later = status.map((value) => value.text).filter((text) => !days.length || text !== "filed");
  const notes = [days.length ? `filed ${days.join(" or ")}` : "", claims.map((value) => value.text).join(", "), later.join(", ")];
  return el("li", {}, el("button", { type: "button", class: "row", onclick: () => select("node", id, true) },
    el("strong", {}, nameOf(id)), el("small", {}, shorten(notes.filter(Boolean).join(" · "), 2 * LONGEST_NAME))));
}

function showOverview() {
  return [
    el("h2", { tabindex: "-1" }, suits.length ? plural(suits.length, "lawsuit") : "No lawsuit was found"),
    el("p", { class: "soft" }, "Choose a node to see who is involved, or a line to read the sentences behind it."),
    offerTour(),
    suits.length ? [el("h3", {}, "Lawsuits, the most reported first"), listSome(suitsByWeight, MOST_ROWS, showSuitRow, { class: "rows" })] : null,
    el("p", { class: "notice" }, document.querySelector("footer p").textContent),
  ];
}

function showPanel() {
  const views = { node: showEntity, edge: showEdge, tour: showStep, path: showPath };
  const body = state.kind ? views[state.kind](state.id) : showOverview();
  const back = (text, open) => el("button", { type: "button", class: "back", onclick: open }, text);
  const ways = [state.kind && state.kind !== "tour" ? back("All lawsuits", () => select(null, null, true)) : null,
    returnToTour(back), returnToTable(back)].filter(Boolean);
  panel.replaceChildren(el("div", {}, ways.length ? el("div", { class: "ways" }, ways) : null, body));
  panel.scrollTop = 0;
}
