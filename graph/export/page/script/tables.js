/* Tables that are sorted, filtered and copied; a page of rows is built at a time, since 20,000 would stop the browser. */

const PAGE_ROWS = 50;
const WIDE = 60;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
/* What spreadsheets take for a formula, behind any apostrophes: one more makes it text, as in the files of litigraph. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guardCell = (value) => (typeof value === "string" && FORMULA.test(value) ? `'${value}` : value);

function writeSeparated(rows, separator) {
  const write = (value) => (typeof value === "number" ? String(value) : `"${guardCell(value).replaceAll('"', '""')}"`);
  return rows.map((cells) => cells.map(write).join(separator)).join("\r\n");
}

const isEmpty = (value) => value === "";

function compareCells(one, other) {
  return typeof one === "number" && typeof other === "number" ? one - other : collator.compare(one, other);
}

function say(text) {
  document.getElementById("status").textContent = text;
}

function download(text, name) {
  // Without this mark, Excel would read UTF-8 as another encoding.
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/* One table: columns of { head, value, show?, numeric?, opens? }. value(id) is what is sorted, searched and copied; the cell
   of the column with opens(id), which names the row, has the button that opens it. */
class Table {
  constructor({ name, title, columns, ids, open }) {
    const all = ids.map((id) => columns.map((column) => column.value(id)));
    // A column in which no row has anything would only push the others off the screen.
    const filled = columns.map(({ opens }, index) => opens !== undefined || all.some((cells) => !isEmpty(cells[index])));
    const keep = (items) => items.filter((_, index) => filled[index]);
    Object.assign(this, { name, title, columns: keep(columns), open, sorted: null, down: false, page: 0 });
    this.rows = ids.map((id, index) => ({ id, cells: keep(all[index]), folded: null }));
    this.found = this.rows;
    this.build();
  }

  build() {
    this.body = el("tbody", { onclick: (event) => this.press(event) });
    this.heads = this.columns.map((column, index) => el("th", { scope: "col", class: column.numeric ? "number" : false },
      el("button", { type: "button", class: "sort", onclick: () => this.sort(index) }, column.head,
        el("span", { class: "arrow", "aria-hidden": "true" }))));
    const table = el("table", {}, el("caption", {}, this.title), el("thead", {}, el("tr", {}, this.heads)), this.body);
    this.filter = el("input", { type: "search", id: `filter-${this.name}`, autocomplete: "off", spellcheck: "false",
      oninput: () => this.search() });
    const button = (text, press) => el("button", { type: "button", class: "chip", onclick: press }, text);
    this.range = el("p", { class: "soft range" });
    this.turns = [button("‹ Previous rows", () => this.turn(-1)), button("Next rows ›", () => this.turn(1))];
    this.element = el("div", {},
      el("div", { class: "toolbar" },
        el("div", { class: "narrow" }, el("label", { for: `filter-${this.name}` }, "Only rows with"), this.filter),
        button("Copy", () => this.copy()), button("Download CSV", () => this.save())),
      el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": this.title }, table),
      el("div", { class: "pager" }, this.range, this.turns));
    this.show();
  }

  show() {
    const first = this.page * PAGE_ROWS;
    const shown = this.found.slice(first, first + PAGE_ROWS);
    this.body.replaceChildren(...(shown.length ? shown.map((row) => this.showRow(row))
      : [el("tr", {}, el("td", { colspan: String(this.columns.length) }, "No row has these words."))]));
    const most = groupDigits(this.found.length);
    this.range.textContent = shown.length ? `Rows ${groupDigits(first + 1)}–${groupDigits(first + shown.length)} of ${most}`
      : "No rows";
    this.turns[0].setAttribute("aria-disabled", String(this.page === 0));
    this.turns[1].setAttribute("aria-disabled", String(first + PAGE_ROWS >= this.found.length));
    for (const turn of this.turns) turn.hidden = this.found.length <= PAGE_ROWS;
  }

  showRow({ id, cells }) {
    const row = el("tr", { "data-id": id, "aria-current": state.id === id ? "true" : false });
    this.columns.forEach(({ show, numeric, opens }, index) => {
      const value = cells[index];
      const text = shorten(show ? show(value) : typeof value === "number" ? groupDigits(value) : value, LONGEST_NAME);
      row.append(opens ? el("th", { scope: "row" }, el("button", { type: "button", class: "link", "aria-label": opens(id) }, text || "—"))
        : el("td", { class: (numeric && "number") || (text.length > WIDE && "wide") }, text));
    });
    return row;
  }

  /* A click anywhere in a row opens it, unless it was made to mark text. */
  press(event) {
    const row = event.target.closest("tr[data-id]");
    if (!row || !getSelection().isCollapsed) return;
    this.open(row.dataset.id);
  }

  sort(index) {
    this.down = this.sorted === index ? !this.down : this.columns[index].numeric === true;
    this.sorted = index;
    this.order();
    this.heads.forEach((head, place) => {
      if (place === index) head.setAttribute("aria-sort", this.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    this.page = 0;
    this.show();
    say(`Sorted by ${this.columns[index].head}, ${this.down ? "descending" : "ascending"}`);
  }

  order() {
    const index = this.sorted;
    if (index === null) return;
    const turn = this.down ? -1 : 1;
    // What is not known comes last in both directions.
    this.found = [...this.found].sort((one, other) => isEmpty(one.cells[index]) - isEmpty(other.cells[index])
      || turn * compareCells(one.cells[index], other.cells[index]));
  }

  search() {
    const words = fold(this.filter.value).split(/\s+/).filter(Boolean);
    for (const row of this.rows) if (words.length && row.folded === null) row.folded = fold(row.cells.join(" "));
    this.found = words.length ? this.rows.filter((row) => words.every((word) => row.folded.includes(word))) : this.rows;
    this.order();
    this.page = 0;
    this.show();
    say(`${plural(this.found.length, "row")}`);
  }

  turn(by) {
    const page = this.page + by;
    if (page < 0 || page * PAGE_ROWS >= this.found.length) return;
    this.page = page;
    this.show();
    say(this.range.textContent);
  }

  list() {
    return [this.columns.map((column) => column.head), ...this.found.map((row) => row.cells)];
  }

  save() {
    download(writeSeparated(this.list(), ","), `${this.name}.csv`);
    say(`${this.name}.csv: ${plural(this.found.length, "row")}`);
  }

  /* With tabs between the cells, as spreadsheets take them from the clipboard. */
  async copy() {
    try {
      await navigator.clipboard.writeText(writeSeparated(this.list(), "\t"));
      say(`Copied ${plural(this.found.length, "row")}`);
    } catch {
      say("The browser does not let this page copy; use Download CSV");
    }
  }

  /* Gives the keyboard back to the row that was opened, or to the table where that row is on another page. */
  focus(id) {
    const row = [...this.body.rows].find((other) => other.dataset.id === id);
    (row?.querySelector("button") || this.element.querySelector(".scroll")).focus();
  }
}
