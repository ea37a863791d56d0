/* The filters beside the drawing; on a phone they come as a sheet over the page. */

const sidebar = document.getElementById("filters");
const opener = document.getElementById("open-filters");
const phone = matchMedia("(max-width: 860px)");
const MOST_ARTICLES = 60;

function closeFilters() {
  sidebar.close();
  fillStage();
  opener.focus();
}

function openSidebar() {
  if (phone.matches) sidebar.showModal();
  else sidebar.show();
  if (!sections.length) fillSidebar();
  reactions.forEach((react) => react());
  fillStage();
  sidebar.querySelector("h2").focus();
}

/* A section of the filters with its heading, and what is to be done after each change. */
const makeSection = (title, hint, ...parts) => el("section", {}, el("h3", {}, title), hint ? el("p", { class: "soft" }, hint) : null, parts);

function makeGroupSection() {
  const groups = countBy(edgeFacts.filter((edge) => !edge.derived), "group");
  const rows = GROUPS.filter(([group]) => groups.has(group));
  if (rows.length < 2) return null;
  const chips = makeChips("Groups of relations", rows.map(([group, title]) =>
    [group, title, groups.get(group), null, () => !state.hiddenGroups.has(group), () => toggle(state.hiddenGroups, group)]));
  return { part: makeSection("Relations", "", chips.group), react: chips.react };
}

/* A box to tick; `row` is what a list places, `react` follows the state. */
function makeBox(text, note, isOn, change) {
  const field = el("input", { type: "checkbox", onchange: () => applyFilter(change) });
  const react = () => { field.checked = isOn(); };
  react();
  return { row: el("label", { class: "box" }, field, el("span", {}, text, note ? el("small", {}, note) : null)), react };
}

function makeDateSection() {
  const histogram = makeHistogram();
  const undated = edgeFacts.flatMap((edge) => edge.passages).filter(({ days }) => !days).length;
  const box = undated ? makeBox(`Show ${plural(undated, "passage")} without a date`, "", () => state.undated,
    () => { state.undated = !state.undated; }) : null;
  if (!histogram && !box) return null;
  return {
    part: makeSection("Dates", "The day that a passage speaks of, else the day of its article.", histogram?.parts, box?.row),
    react: () => { histogram?.react(); box?.react(); },
  };
}

/* The slider stops only at degrees that nodes have: a hub of 1,000 relations does not make the others unreachable. */
function makeDegreeSection() {
  const degrees = nodeFacts.map(({ id }) => edgesOf.get(id).filter((edge) => !content.edges[edge].derived).length);
  const stops = [...new Set([0, ...degrees])].sort((one, other) => one - other);
  if (stops.length < 3) return null;
  const value = el("output", {});
  const field = el("input", { type: "range", id: "degree", min: 0, max: stops.length - 1, step: 1 });
  const take = (remember) => applyFilter(() => { state.degree = stops[Number(field.value)]; }, { remember });
  field.addEventListener("input", () => take(false));
  field.addEventListener("change", () => take(field.id));
  const react = () => {
    const words = state.degree ? `${groupDigits(state.degree)} or more` : "any number";
    const above = stops.findIndex((stop) => stop >= state.degree);
    field.value = above < 0 ? stops.length - 1 : above;
    field.setAttribute("aria-valuetext", words);
    value.textContent = words;
  };
  return {
    part: makeSection("Connections", "", el("div", { class: "slider" },
      el("label", { for: "degree" }, "Relations of a node"), value, field)), react,
  };
}

function listSources() {
  const relations = new Map();
  for (const { passages } of edgeFacts.filter((edge) => !edge.derived)) {
    for (const key of new Set(passages.flatMap(({ document: id, outlet }) => [`article ${id}`, `outlet ${outlet}`]))) {
      relations.set(key, (relations.get(key) || 0) + 1);
    }
  }
  const count = (key) => plural(relations.get(key) || 0, "relation");
  const source = (set, id, text, notes) => ({ set, id, text, note: notes.filter(Boolean).join(" · "), folded: fold([text, ...notes].join(" ")) });
  const papers = Object.keys(outletNames).sort().map((name) => source("outlets", name, name, ["all its articles", count(`outlet ${name}`)]));
  const articles = Object.entries(content.documents)
    .sort(([, one], [, other]) => (one.published === other.published ? 0 : one.published < other.published ? -1 : 1))
    .map(([id, { title, path, publisher, published }]) => source("documents", id, title || path.split("/").pop(),
      [publisher, published && writeDate(published), count(`article ${id}`)]));
  return [...(papers.length > 1 ? papers : []), ...articles];
}

/* Ticked ones stand first, so that a long list never hides what it filters by. */
function makeArticleSection() {
  const sources = listSources();
  if (sources.length < 2) return null;
  const list = el("ul", { class: "boxes" });
  const rest = el("p", { class: "soft" });
  let boxes = [];
  const fill = (text) => {
    const words = fold(text).split(" ").filter(Boolean);
    const ticked = ({ set, id }) => state[set].has(id);
    const found = sources.filter((source) => ticked(source) || words.every((word) => source.folded.includes(word)));
    found.sort((one, other) => ticked(other) - ticked(one));
    const rows = found.slice(0, MOST_ARTICLES);
    boxes = rows.map(({ set, id, text: name, note }) => makeBox(name, note, () => state[set].has(id), () => toggle(state[set], id)));
    list.replaceChildren(...boxes.map(({ row }) => el("li", {}, row)));
    rest.textContent = found.length ? "" : "No such article";
    if (found.length > rows.length) rest.textContent = `${groupDigits(found.length - rows.length)} more: search to narrow them`;
  };
  const field = el("input", { type: "search", class: "field", "aria-label": "Search the articles", placeholder: "Search the articles",
    autocomplete: "off", spellcheck: "false", oninput: () => fill(field.value) });
  fill("");
  return {
    part: makeSection("Articles", "None ticked: all are shown.", sources.length > 7 ? field : null, list, rest),
    react: () => { if (document.activeElement?.closest(".boxes") === list) boxes.forEach(({ react }) => react()); else fill(field.value); },
  };
}

let sections = [];

function fillSidebar() {
  sections = [makeGroupSection(), makeDateSection(), makeDegreeSection(), makeArticleSection()].filter(Boolean);
  document.getElementById("filter-sections").replaceChildren(...sections.map(({ part }) => part));
}

/* How much is shown of how much, over the drawing and in the sheet that may cover it. */
function reactToFilters() {
  const count = countFilters();
  for (const line of document.querySelectorAll(".shown")) {
    line.classList.toggle("whole", count === 0);
    line.querySelector("span").textContent = describeShown();
  }
  for (const button of document.querySelectorAll(".shown button")) button.hidden = count === 0;
  document.getElementById("nothing").hidden = shown.nodes.size > 0 || nodeFacts.length === 0;
  opener.querySelector("span").textContent = count ? String(count) : "";
  opener.setAttribute("aria-label", count ? `Filters, ${count} in use` : "Filters");
}

for (const button of document.querySelectorAll(".shown button")) {
  button.addEventListener("click", () => {
    clearFilters();
    if (!button.checkVisibility()) (sidebar.open ? sidebar.querySelector("h2") : opener).focus();
  });
}
opener.addEventListener("click", () => (sidebar.open ? closeFilters() : openSidebar()));
document.getElementById("close-filters").addEventListener("click", closeFilters);
sidebar.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  closeFilters();
});
phone.addEventListener("change", () => { if (sidebar.open) closeFilters(); });
reactions.push(() => { if (sidebar.open) sections.forEach(({ react }) => react()); }, reactToFilters);
