/* The card of a lawsuit: who is in it, and what the articles say of it, with contradictions side by side. */

const PARTIES = [["plaintiff_in", "Plaintiff"], ["defendant_in", "Defendant"], ["heard_in", "Court"], ["judge_in", "Judge"],
  ["counsel_in", "Counsel"], ["witness_in", "Witness"]];
const FACTS = [["filed", "Filed"], ["claims", "Claims"], ["amount", "Amount"], ["status", "Status"], ["docket", "Docket"]];
const SINGLE = new Set(["filed", "amount", "docket"]);
const MOST_ENDS = 8;

/* The edges that give a lawsuit somebody in this role, or its court. */
const findRoles = (suit, relation) => edgesOf.get(suit)
  .filter((id) => content.edges[id].relation === relation && (relation === "heard_in" || content.edges[id].to === suit));
const farEnd = (id, node) => (content.edges[id].from === node ? content.edges[id].to : content.edges[id].from);
const findEnds = (suit, relation) => distinct(findRoles(suit, relation).map((id) => farEnd(id, suit)));

const firstDay = (ids) => ids.map(dayOf).filter(Boolean).sort()[0] || "";

/* The article of the earliest day; one without a day comes last. */
const firstReport = (ids) => [...ids].sort((one, other) => byText(dayOf(one) || "9999", dayOf(other) || "9999"))[0];

/* One value that is less exact than another ("2023" and "2023-03-02") does not contradict it. */
const agree = (one, other) => one.text.startsWith(other.text) || other.text.startsWith(one.text);
const contradict = (values) => values.some((one) => values.some((other) => !agree(one, other)));

function quoteButton(id) {
  const passages = plural(content.edges[id].evidence.length, "passage");
  return el("button", { type: "button", class: "quote", title: passages, "aria-label": `${passages}: ${stateOf(content.edges[id])}`,
    onclick: () => select("edge", id, true) }, el("span", {}, "❞"), groupDigits(content.edges[id].evidence.length));
}

/* Whom a lawyer represents among those who are in the lawsuit. */
function findClients(lawyer, suit) {
  const near = new Set(edgesOf.get(suit).map((id) => farEnd(id, suit)));
  const clients = edgesOf.get(lawyer).filter((id) => content.edges[id].relation === "counsel_for" && content.edges[id].from === lawyer)
    .map((id) => content.edges[id].to).filter((id) => near.has(id));
  return clients.length ? el("span", { class: "soft" }, ` for ${clients.map(nameOf).join(", ")}`) : null;
}

function showRole(id, suit) {
  const { assertion, relation } = content.edges[id];
  const node = farEnd(id, suit);
  return el("li", { class: "role" }, el("div", {}, showNode(node), relation === "counsel_in" ? findClients(node, suit) : null,
    assertion === "asserted" ? null : [" ", tag(assertion)]), quoteButton(id));
}

function showValue(value, text, cited) {
  return el("li", {}, text, cited ? listSome(value.documents, 3, (id) => el("li", {}, `in ${cite(id)}`), { class: "soft" }) : null);
}

/* Claims add up and a status follows another; of days, amounts and dockets one only can be right. */
function showFact(key, values) {
  if (key === "status") {
    const told = values.map(({ text, documents }) => ({ text, first: firstReport(documents) }))
      .sort((one, other) => byText(dayOf(one.first) || "9999", dayOf(other.first) || "9999"));
    return el("ol", {}, told.map(({ text, first }) => el("li", {}, el("strong", {}, text),
      first ? el("span", { class: "soft" }, ` — reported in ${cite(first)}`) : null)));
  }
  const differ = SINGLE.has(key) && contradict(values);
  return [differ ? el("p", { class: "conflict" }, "The articles differ:") : null,
    el("ul", {}, values.map((value) => showValue(value, writeDate(value.text), differ)))];
}

function showCard(id) {
  const { facts } = content.nodes[id];
  const card = el("dl", { class: "card" });
  const add = (name, value) => card.append(el("div", {}, el("dt", {}, name), el("dd", {}, value)));
  for (const [relation, name] of PARTIES) {
    const found = findRoles(id, relation);
    if (found.length) add(name + (found.length > 1 && name !== "Counsel" ? (name === "Witness" ? "es" : "s") : ""),
      listSome(found, MOST_ENDS, (edge) => showRole(edge, id)));
  }
  for (const edge of edgesOf.get(id).filter((other) => content.edges[other].relation === "counterclaim_to")) {
    add(content.edges[edge].from === id ? "Answers" : "Answered by", el("ul", {}, showRole(edge, id)));
  }
  for (const [key, name] of FACTS) if (facts[key].length) add(name, showFact(key, facts[key]));
  if (!card.children.length) add("Known", "The articles say nothing more of it.");
  return card;
}

/* A lawsuit among others: its name, the roles of `node` in it, and its card. */
function showSuit(id, roles) {
  return el("li", { class: "suit" }, el("h4", {}, el("button", { type: "button", class: "link", onclick: () => select("node", id, true) }, nameOf(id))),
    el("p", { class: "here" }, roles.map((edge) => {
      const { relation, assertion } = content.edges[edge];
      return el("span", {}, ROLES[relation], assertion === "asserted" ? null : [" ", tag(assertion)]);
    })), showCard(id));
}
