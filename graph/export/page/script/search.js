const query = document.getElementById("query");
const suggestions = document.getElementById("suggestions");
const MOST = 8;
let choice = -1;

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const names = Object.entries(content.nodes).flatMap(([id, node]) =>
  [node.label, ...node.aliases].map((name) => ({ id, name, folded: fold(name), weight: node.mentions })));

/* 0: the whole name, 1: its beginning, 2: a word's beginning, 3: anywhere; null: not at all. */
function rank(folded, wanted) {
  const found = folded.indexOf(wanted);
  if (found < 0) return null;
  if (folded === wanted) return 0;
  if (found === 0) return 1;
  return folded.includes(` ${wanted}`) ? 2 : 3;
}

function findNames(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const best = new Map();
  for (const item of names) {
    const score = rank(item.folded, wanted);
    if (score === null || (best.has(item.id) && best.get(item.id).score <= score)) continue;
    best.set(item.id, { ...item, score });
  }
  return [...best.values()].sort((one, other) => one.score - other.score || other.weight - one.weight).slice(0, MOST);
}

function closeSuggestions() {
  suggestions.hidden = true;
  choice = -1;
  query.setAttribute("aria-expanded", "false");
  query.removeAttribute("aria-activedescendant");
}

function choose(id) {
  query.value = labelOf(id);
  closeSuggestions();
  state.hiddenTypes.delete(content.nodes[id].type);
  showLegend();
  select("node", id, false);
  centre(id);
}

function mark(index) {
  const options = [...suggestions.querySelectorAll("[role=option]")];
  if (!options.length) return;
  choice = (index + options.length) % options.length;
  options.forEach((option, place) => option.setAttribute("aria-selected", String(place === choice)));
  options[choice].scrollIntoView({ block: "nearest" });
  query.setAttribute("aria-activedescendant", options[choice].id);
}

function suggest() {
  const found = findNames(query.value);
  if (!query.value.trim()) return closeSuggestions();
  const rows = found.map((item, index) => el("li", {
    role: "option", id: `suggestion-${index}`, "aria-selected": "false", "data-id": item.id,
    onpointerdown: (event) => { event.preventDefault(); choose(item.id); },
  }, drawIcon(content.nodes[item.id].type), el("span", {}, labelOf(item.id),
    item.name === labelOf(item.id) ? null : el("small", {}, ` — ${item.name}`))));
  suggestions.replaceChildren(...(rows.length ? rows
    : [el("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "No such name")]));
  suggestions.hidden = false;
  choice = -1;
  query.setAttribute("aria-expanded", "true");
  query.removeAttribute("aria-activedescendant");
  return undefined;
}

query.addEventListener("input", suggest);
query.addEventListener("blur", closeSuggestions);
query.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { query.value = ""; closeSuggestions(); return; }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (suggestions.hidden) suggest();
    mark(event.key === "ArrowDown" ? choice + 1 : choice < 0 ? -1 : choice - 1);
  }
  if (event.key === "Enter") {
    const option = suggestions.querySelectorAll("[data-id]")[Math.max(0, choice)];
    if (!suggestions.hidden && option) choose(option.dataset.id);
  }
});
