const panel = document.getElementById("panel");
const GROUPS = [["lawsuit", "In the lawsuits"], ["legal", "Law"], ["personal", "Personal life"], ["professional", "Work"],
  ["conduct", "Conduct"], ["media", "Media"]];
const ROLES = { plaintiff_in: "plaintiff", defendant_in: "defendant", judge_in: "judge", counsel_in: "counsel",
  witness_in: "witness" };

function showRow(id, self) {
  const edge = content.edges[id];
  const name = (node) => (node === self ? el("span", { class: "self" }, labelOf(node)) : el("strong", {}, labelOf(node)));
  const notes = [plural(edge.evidence.length, "passage")];
  const sources = [...new Set(edge.evidence.map((item) => item.source).filter(Boolean))];
  if (sources.length) notes.push(`says: ${sources.join(", ")}`);
  if (edge.derived) notes.push("derived");
  const open = () => select("edge", id, true);
  return el("li", {}, el("button", { type: "button", class: "row", onclick: open },
    name(edge.from), ` ${edge.words} `, name(edge.to),
    el("small", {}, edge.assertion === "asserted" ? null : [tag(edge.assertion), " · "], notes.join(" · "))));
}

const findEnds = (suit, relation) => edgesOf.get(suit).map((id) => content.edges[id])
  .filter((edge) => edge.relation === relation && (edge.to === suit || relation === "heard_in" || relation === "counterclaim_to"))
  .map((edge) => (edge.from === suit ? edge.to : edge.from));

function showValues(values) {
  return el("ul", {}, values.map((value) => el("li", {}, writeDate(value.text),
    values.length > 1 ? el("span", { class: "soft" }, `in ${value.documents.map(describeDocument).join("; ")}`) : null)));
}

function showCard(id, facts) {
  const card = el("dl", { class: "card" });
  const add = (name, value) => card.append(el("dt", {}, name), el("dd", {}, value));
  for (const [relation, name] of [["plaintiff_in", "Plaintiff"], ["defendant_in", "Defendant"], ["judge_in", "Judge"],
    ["counsel_in", "Counsel"], ["witness_in", "Witness"], ["heard_in", "Court"]]) {
    const found = findEnds(id, relation);
    if (found.length) add(name + (found.length > 1 ? "s" : ""), el("ul", {}, found.map((node) => el("li", {}, showNode(node)))));
  }
  for (const [key, name] of [["claims", "Claims"], ["amount", "Amount"], ["filed", "Filed"], ["status", "Status"],
    ["docket", "Docket"]]) {
    const values = facts[key];
    if (!values.length) continue;
    const differ = values.length > 1 && ["amount", "filed"].includes(key);
    add(name, [differ ? el("p", { class: "conflict" }, "The articles differ:") : null, showValues(values)]);
  }
  return card;
}

function showSuits(id) {
  const roles = edgesOf.get(id).filter((edge) => ROLES[content.edges[edge].relation] && content.edges[edge].from === id);
  if (!roles.length) return null;
  return [el("h3", {}, "Lawsuits"), el("ul", { class: "rows" }, roles.map((edge) => {
    const { to, relation, assertion } = content.edges[edge];
    const open = () => select("node", to, true);
    return el("li", {}, el("button", { type: "button", class: "row", onclick: open }, el("strong", {}, labelOf(to)),
      el("small", {}, ROLES[relation], assertion === "asserted" ? null : [" · ", tag(assertion)])));
  }))];
}

function showRelations(id) {
  const found = edgesOf.get(id);
  return GROUPS.map(([group, title]) => {
    const members = found.filter((edge) => content.edges[edge].group === group);
    if (!members.length) return null;
    return [el("h3", {}, title), el("ul", { class: "rows" }, members.map((edge) => showRow(edge, id)))];
  });
}

function showEntity(id) {
  const node = content.nodes[id];
  return [
    el("p", { class: "kind" }, drawIcon(node.type), content.types[node.type].singular),
    el("h2", { tabindex: "-1" }, node.label),
    node.aliases.length ? el("p", { class: "soft" }, `Also: ${node.aliases.join(", ")}`) : null,
    el("p", { class: "soft" }, `${plural(node.mentions, "mention")} in ${plural(node.documents.length, "article")}`),
    node.facts ? showCard(id, node.facts) : showSuits(id),
    showRelations(id),
    node.documents.length ? [el("h3", {}, "Articles"), listDocuments(node.documents)] : null,
    node.reasons.length ? el("details", { class: "small" }, el("summary", {}, "Why these names are one"),
      el("ul", {}, node.reasons.map((reason) => el("li", {}, reason)))) : null,
  ];
}

function showOverview() {
  const suits = Object.keys(content.nodes).filter((id) => content.nodes[id].facts)
    .sort((one, other) => edgesOf.get(other).length - edgesOf.get(one).length || (labelOf(one) < labelOf(other) ? -1 : 1));
  const rows = suits.map((id) => {
    const { claims, status } = content.nodes[id].facts;
    const notes = [claims, status].flat().map((value) => value.text).join(" · ");
    return el("li", {}, el("button", { type: "button", class: "row", onclick: () => select("node", id, true) },
      el("strong", {}, labelOf(id)), el("small", {}, notes)));
  });
  return [
    el("h2", { tabindex: "-1" }, suits.length ? plural(suits.length, "lawsuit") : "No lawsuit was found"),
    el("p", { class: "soft" }, "Choose a node to see who is involved, or a line to read the sentences behind it."),
    suits.length ? [el("h3", {}, "Lawsuits"), el("ul", { class: "rows" }, rows)] : null,
    el("p", { class: "notice" }, document.querySelector("footer p").textContent),
  ];
}

function showPanel() {
  const views = { node: showEntity, edge: showEdge, path: showPath };
  const body = state.kind ? views[state.kind](state.id) : showOverview();
  const back = el("button", { type: "button", class: "back", onclick: () => select(null, null, true) }, "All lawsuits");
  panel.replaceChildren(el("div", {}, state.kind ? back : null, body));
  panel.scrollTop = 0;
}
