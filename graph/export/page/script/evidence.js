const LONGEST_NAME = 160;
const LONGEST_QUIET = 700;

/* A name or sentence of 10,000 letters must not push all else off the screen. */
const shorten = (text, most) => (text.length > most
  ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "").trimEnd()}…` : text);

const nameOf = (id) => shorten(labelOf(id), LONGEST_NAME);
const stateOf = (edge) => `${nameOf(edge.from)} ${edge.words} ${nameOf(edge.to)}`;
const showNode = (id) => el("button", { type: "button", class: "link", onclick: () => select("node", id, true) }, nameOf(id));
const distinct = (values) => [...new Set(values.filter(Boolean))];

/* A heading with the whole text behind it where that is long. */
function showTitle(text) {
  const title = shorten(text, 2 * LONGEST_NAME);
  return [el("h2", { tabindex: "-1" }, title),
    title === text ? null : el("details", { class: "small" }, el("summary", {}, "The whole name"), el("p", {}, text))];
}

/* The first items of a list, and the others when they are asked for. */
function listSome(items, most, make, attributes = {}) {
  const list = el("ul", attributes, items.slice(0, most).map(make));
  if (items.length <= most) return list;
  const more = el("button", { type: "button", class: "chip more", onclick: () => {
    const first = make(items[most]);
    list.append(first, ...items.slice(most + 1).map(make));
    more.remove();
    (first.querySelector("button, a") || panel).focus();
  } }, `Show ${groupDigits(items.length - most)} more`);
  return [list, more];
}

function tag(assertion, words = assertion) {
  const element = el("span", { class: "tag" }, drawStroke(assertion), words);
  // The grey of a plain line is too light for letters.
  if (assertion !== "asserted") element.style.color = colorOf(content.assertions[assertion]);
  return element;
}

/* "alleged by the complaint", "denied by Bram Osei"; what is stated as a fact may still be put in somebody's mouth. */
function sayWho({ assertion, source }) {
  if (!source) return assertion;
  const who = shorten(source, LONGEST_NAME);
  return ["alleged", "denied"].includes(assertion) ? `${assertion} by ${who}` : `${assertion}, says ${who}`;
}

const dayOf = (id) => content.documents[id]?.published || "";

/* An article in one line: “title”, outlet, day. */
function cite(id) {
  const { title = "", path = id, published = "", publisher = "" } = content.documents[id] || {};
  const name = title ? `“${shorten(title, LONGEST_NAME)}”` : path.split(/[\\/]/).pop() || path;
  return distinct([name, publisher, published && writeDate(published)]).join(", ");
}

/* An address comes from the article's file: only one of the web is made a link. */
function linkArticle(id) {
  const { url = "", title = "", path = id } = content.documents[id] || {};
  if (!/^https?:\/\//i.test(url)) return null;
  return el("a", { class: "web", href: url, rel: "noopener noreferrer", target: "_blank" }, "article on the web",
    el("span", { class: "unseen" }, ` (opens a new tab): ${title || path}`));
}

const listDocuments = (ids) => listSome(ids, 12, (id) => {
  const { title = "", path = id, published = "", publisher = "" } = content.documents[id] || {};
  const facts = [publisher, title ? path : "", published && writeDate(published)].filter(Boolean).join(" · ");
  return el("li", {}, el("div", {}, title || path), facts ? el("div", { class: "soft" }, facts) : null, linkArticle(id));
}, { class: "articles" });

function markPart([text, roles]) {
  if (roles.length) return el("mark", { class: roles.join(" ") }, text);
  if (text.length <= LONGEST_QUIET) return document.createTextNode(text);
  const middle = text.slice(LONGEST_QUIET / 2, -LONGEST_QUIET / 2);
  const open = el("button", { type: "button", class: "link", onclick: () => {
    const whole = document.createTextNode(middle);
    open.replaceWith(whole);
    panel.querySelector("h2").focus({ preventScroll: true });
  } }, `[… ${plural(middle.length, "more character")} …]`);
  return [document.createTextNode(text.slice(0, LONGEST_QUIET / 2)), open, document.createTextNode(text.slice(-LONGEST_QUIET / 2))];
}

/* What the marks say, for those who cannot see colours: “Osei” is Bram Osei. */
function spellMarks(item, edge) {
  const words = (role) => item.parts.filter(([, roles]) => roles.includes(role)).map(([text]) => text).join("");
  const says = words("cue") ? `, “${words("cue")}” is what says so` : "";
  /* Who printed the article is not named in it. */
  const from = words("subject") ? `“${words("subject")}” is ${nameOf(edge.from)}, ` : "";
  return `Marked: ${from}“${words("object")}” is ${nameOf(edge.to)}${says}.${from ? "" : ` ${nameOf(edge.from)} printed it.`}`;
}

function showEvidence(item, edge) {
  const followed = item.antecedents.map(([mention, entity]) => el("li", {}, `“${mention}” → ${shorten(entity, LONGEST_NAME)}`));
  const element = el("li", { class: "evidence" },
    el("p", {}, tag(item.assertion, sayWho(item))),
    el("blockquote", {}, item.parts.map(markPart)),
    edge?.from ? el("p", { class: "unseen" }, spellMarks(item, edge)) : null,
    el("p", { class: "origin" }, cite(item.document), " ", linkArticle(item.document)),
    item.date ? el("p", { class: "soft" }, `Happened: ${writeDate(item.date)}`) : null,
    followed.length ? el("ul", { class: "soft", "aria-label": "References that were followed" }, followed) : null,
    el("details", { class: "how" }, el("summary", {}, "How it was read"),
      el("p", {}, [item.rule && `rule ${item.rule}`, `confidence ${item.confidence.toFixed(2)}`].filter(Boolean).join(", "))));
  element.style.borderLeftColor = colorOf(content.assertions[item.assertion]);
  return element;
}

/* “1 alleged by the complaint, 1 denied by Bram Osei” */
function countAssertions(evidence) {
  const counts = new Map();
  for (const item of evidence) counts.set(sayWho(item), (counts.get(sayWho(item)) || 0) + 1);
  return `${plural(evidence.length, "passage")}: ${[...counts].map(([words, count]) => `${count} ${words}`).join("; ")}`;
}

/* The lawsuits that a derived edge stands for. */
function findBasis(edge) {
  const rolesIn = (node, relation) => edgesOf.get(node).filter((id) => content.edges[id].relation === relation);
  const against = new Set(rolesIn(edge.to, "defendant_in").map((id) => content.edges[id].to));
  return rolesIn(edge.from, "plaintiff_in").map((id) => content.edges[id].to).filter((suit) => against.has(suit));
}

function explainDerived(edge) {
  if (!edge.derived) return null;
  if (edge.relation !== "sued") {
    return el("p", { class: "notice" }, "Derived: that ", showNode(edge.from), " answers ", showNode(edge.to),
      " follows from who is on which side in each.");
  }
  const basis = findBasis(edge);
  return el("div", { class: "notice" }, el("p", {}, `Derived: ${nameOf(edge.from)} is a plaintiff and ${nameOf(edge.to)} a defendant in`),
    el("ul", {}, basis.map((id) => el("li", {}, showNode(id)))));
}

function showMarkKey(edge) {
  return el("p", { class: "key", "aria-hidden": "true" }, el("mark", { class: "subject" }, shorten(labelOf(edge.from), 40)),
    el("mark", { class: "cue" }, "what says so"), el("mark", { class: "object" }, shorten(labelOf(edge.to), 40)));
}

function showEdge(id) {
  const edge = content.edges[id];
  const when = [edge.start, edge.end].filter(Boolean).map(writeDate).join(" to ");
  const ends = [edge.from, edge.to].map((node) => el("li", {}, drawIcon(content.nodes[node].type), showNode(node)));
  return [
    el("p", { class: "kind" }, edge.derived ? "Relation, derived from the parties of a lawsuit" : "Relation"),
    showTitle(stateOf(edge)),
    el("p", { class: "verdict" }, tag(edge.assertion), el("span", { class: "soft" }, ` — ${content.assertions[edge.assertion].meaning}`)),
    edge.evidence.length > 1 ? el("p", { class: "soft" }, countAssertions(edge.evidence)) : null,
    when ? el("p", { class: "soft" }, `When: ${when}`) : null,
    el("ul", { class: "ends", "aria-label": "Who" }, ends),
    explainDerived(edge),
    el("h3", {}, edge.evidence.length === 1 ? "The sentence" : "The sentences"),
    showMarkKey(edge),
    listSome(edge.evidence, 20, (item) => showEvidence(item, edge)),
  ];
}
