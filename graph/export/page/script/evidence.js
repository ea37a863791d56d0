const showNode = (id) => el("button", { type: "button", class: "link", onclick: () => select("node", id, true) }, labelOf(id));

function tag(assertion) {
  const element = el("span", { class: "tag" }, drawStroke(assertion), assertion);
  // The grey of a plain line is too light for letters.
  if (assertion !== "asserted") element.style.color = colorOf(content.assertions[assertion]);
  return element;
}

function describeDocument(id) {
  const found = content.documents[id];
  if (!found) return id;
  return [found.publisher, found.path, found.published && writeDate(found.published)].filter(Boolean).join(", ");
}

const listDocuments = (ids) => el("ul", {}, ids.map((id) => {
  const { title = "", path = id, published = "", publisher = "", url = "" } = content.documents[id] || {};
  // An address comes from the article's file: only one of the web is made a link.
  const address = /^https?:\/\//i.test(url)
    ? el("div", {}, el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, "article on the web")) : null;
  return el("li", {}, title ? el("div", {}, title) : null,
    el("span", { class: "soft" }, [publisher, path, published && writeDate(published)].filter(Boolean).join(" · ")), address);
}));

function markPart([text, roles]) {
  if (!roles.length) return document.createTextNode(text);
  return el("mark", { class: roles.join(" "), title: roles.join(" and ") }, text);
}

function showEvidence(item) {
  const facts = [
    item.antecedents.map(([mention, entity]) => el("li", {}, `“${mention}” → ${entity}`)),
    item.date ? el("li", {}, `On: ${writeDate(item.date)}`) : null,
    el("li", {}, `In: ${describeDocument(item.document)}`),
    el("li", {}, [item.rule && `Rule: ${item.rule}`, `confidence ${item.confidence.toFixed(2)}`].filter(Boolean).join(", ")),
  ];
  return el("li", { class: "evidence" },
    el("blockquote", {}, item.parts.map(markPart)),
    el("ul", { class: "facts" },
      el("li", {}, tag(item.assertion), item.source ? ` — says: ${item.source}` : ""), facts));
}

function showEdge(id) {
  const edge = content.edges[id];
  const when = [edge.start, edge.end].filter(Boolean).map(writeDate).join(" to ");
  return [
    el("p", { class: "kind" }, edge.derived ? "Relation, derived from the parties of a lawsuit" : "Relation"),
    el("h2", { tabindex: "-1" }, sentenceOf(edge)),
    el("p", {}, tag(edge.assertion), el("span", { class: "soft" }, ` — ${content.assertions[edge.assertion].meaning}`)),
    when ? el("p", { class: "soft" }, `When: ${when}`) : null,
    el("p", { class: "lead" }, showNode(edge.from), el("span", { class: "soft" }, " · "), showNode(edge.to)),
    el("h3", {}, edge.evidence.length === 1 ? "Evidence" : `Evidence: ${edge.evidence.length} passages`),
    el("p", { class: "key" }, ["subject", "cue", "object"].map((role) => el("mark", { class: role }, role))),
    el("ul", {}, edge.evidence.map(showEvidence)),
  ];
}
