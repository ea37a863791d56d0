const query = document.getElementById("query");
const MOST = 10;

/* Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th" };

/* No marks, no case, no punctuation: "O’Brien v. Søren-Ász" is "obrien v soren asz". */
const fold = (text) => text.normalize("NFKD").replace(/[\p{M}'’‘ʼ.]/gu, "").toLowerCase()
  .replace(/[ßæœøđðłıþ]/g, (letter) => PLAIN[letter]).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

let names = null;

/* Of a large graph it takes a moment, which the opening of the page need not wait for. */
function listNames() {
  names ??= Object.entries(content.nodes).flatMap(([id, node]) =>
    [node.label, ...node.aliases].map((name) => ({ id, name, folded: ` ${fold(name)}`, weight: node.mentions })));
  return names;
}

/* 0: the whole name, 1: its beginning, 2: beginnings of its words in any order, 3: anywhere; null: not at all. */
function rank(folded, wanted, words) {
  if (!words.every((word) => folded.includes(word))) return null;
  if (folded === ` ${wanted}`) return 0;
  if (folded.startsWith(` ${wanted}`)) return 1;
  return words.every((word) => folded.includes(` ${word}`)) ? 2 : 3;
}

/* The best name of each node that fits, best first. */
function findNames(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const words = wanted.split(" ");
  const best = new Map();
  for (const item of listNames()) {
    const score = rank(item.folded, wanted, words);
    if (score === null || (best.has(item.id) && best.get(item.id).score <= score)) continue;
    best.set(item.id, { ...item, score });
  }
  return [...best.values()].sort((one, other) =>
    one.score - other.score || other.weight - one.weight || (one.id < other.id ? -1 : 1));
}

function describeSuggestion({ id, name }) {
  const { label, type } = content.nodes[id];
  return [drawIcon(type), el("span", {}, label, name === label ? null : el("small", {}, ` — ${name}`)),
    el("small", { class: "type" }, content.types[type].singular)];
}

/* A text field that suggests names, after the ARIA pattern of a combobox with a list:
   https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
class NameField {
  constructor(field, list, { prefix, choose, leave = () => {} }) {
    Object.assign(this, { field, list, prefix, choose, leave, mark: -1 });
    field.addEventListener("input", () => this.suggest());
    field.addEventListener("blur", () => this.close());
    field.addEventListener("keydown", (event) => this.press(event));
  }

  close() {
    this.list.hidden = true;
    this.mark = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }

  take(id) {
    this.close();
    this.choose(id);
  }

  suggest() {
    this.close();
    if (!this.field.value.trim()) return;
    const found = findNames(this.field.value);
    const rows = found.slice(0, MOST).map((item, index) => el("li", {
      role: "option", id: `${this.prefix}-${index}`, "aria-selected": "false", "data-id": item.id,
      onpointerdown: (event) => { event.preventDefault(); this.take(item.id); },
    }, describeSuggestion(item)));
    const rest = found.length - rows.length;
    const note = found.length ? rest && `${groupDigits(rest)} more: type on to narrow them` : "No such name";
    if (note) rows.push(el("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, note));
    this.list.replaceChildren(...rows);
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    status.textContent = found.length ? plural(found.length, "name") : "No such name";
  }

  move(step) {
    if (this.list.hidden) this.suggest();
    const options = [...this.list.querySelectorAll("[data-id]")];
    if (!options.length) return;
    this.mark = this.mark < 0 && step < 0 ? options.length - 1 : (this.mark + step + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.mark)));
    options[this.mark].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", options[this.mark].id);
  }

  press(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      if (this.list.hidden) this.leave();
      this.field.value = "";
      this.close();
      event.stopPropagation();
    } else if (event.key === "Enter") {
      const option = this.list.querySelectorAll("[data-id]")[Math.max(0, this.mark)];
      if (!this.list.hidden && option) this.take(option.dataset.id);
    }
  }
}

new NameField(query, document.getElementById("suggestions"), {
  prefix: "suggestion",
  choose: (id) => {
    query.value = labelOf(id);
    select("node", id, false);
    centre(id);
  },
});
