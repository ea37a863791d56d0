/* The passages over time: bars, a brush for mouse and finger, and two sliders for everybody. */

const DAY = 864e5;
const MOST_BARS = 60;
const DAYS_OF_BAR = [1, 7];
const MONTHS_OF_BAR = [1, 3, 12, 60, 120, 600, 1200, 6000];

const toDay = (time) => new Date(time).toISOString().slice(0, 10);
const padYear = (year) => String(year).padStart(4, "0");
const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const writeMonth = (month) => `${padYear(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, "0")}`;
const lastOfMonth = (month) => findDays(writeMonth(month)).last;

function cutDays(first, last, days) {
  const bars = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += days * DAY) {
    bars.push({ first: toDay(time), last: toDay(Math.min(time + (days - 1) * DAY, Date.parse(last))) });
  }
  return bars;
}

function cutMonths(first, last, months) {
  const bars = [];
  const start = Math.max(0, Math.floor(monthOf(first) / months) * months);
  for (let month = start; month <= monthOf(last); month += months) {
    bars.push({ first: `${writeMonth(month)}-01`, last: lastOfMonth(Math.min(month + months - 1, 9999 * 12 + 11)) });
  }
  return bars;
}

/* The finest bars, of a day to some centuries, that are not too many. */
function cutTime(first, last) {
  const days = DAYS_OF_BAR.find((count) => (Date.parse(last) - Date.parse(first)) / DAY / count < MOST_BARS);
  if (days) return cutDays(first, last, days);
  const span = monthOf(last) - monthOf(first);
  return cutMonths(first, last, MONTHS_OF_BAR.find((count) => span / count < MOST_BARS - 1));
}

const passageDays = edgeFacts.filter((edge) => !edge.derived).flatMap((edge) => edge.passages)
  .map(({ days }) => days).filter(Boolean);
const [FIRST_DAY, LAST_DAY] = passageDays.reduce(([first, last], days) => // too many for Math.min(...)
  [days.first < first ? days.first : first, days.last > last ? days.last : last], ["9999-12-31", "0000-01-01"]);
const bars = passageDays.length ? cutTime(FIRST_DAY, LAST_DAY) : [];

/* The bar that holds a day. */
function findBar(day) {
  const found = bars.findIndex(({ last }) => day <= last);
  return found < 0 ? bars.length - 1 : found;
}

function countPassages(edges) {
  const counts = bars.map(() => 0);
  for (const edge of edges) for (const { bar } of edge.passages) if (bar >= 0) counts[bar] += 1;
  return counts;
}

const chosenBars = () => [state.from ? findBar(state.from) : 0, state.until ? findBar(state.until) : bars.length - 1];

function setBars(from, until, remember) {
  applyFilter(() => {
    state.from = from > 0 ? bars[from].first : "";
    state.until = until < bars.length - 1 ? bars[until].last : "";
  }, { remember });
}

function drawBars() {
  const all = countPassages(edgeFacts.filter((edge) => !edge.derived));
  const highest = Math.max(...all, 1);
  const height = (count) => (count ? Math.max(2, (count / highest) * 46) : 0);
  const rects = (name) => bars.map((_, index) => svg("rect", { class: name, x: index + 0.08, width: 0.84, y: 48, height: 0 }));
  const [range, whole, part] = [svg("rect", { class: "range", y: 0, height: 48 }), rects("whole"), rects("part")];
  all.forEach((count, index) => {
    whole[index].setAttribute("y", 48 - height(count));
    whole[index].setAttribute("height", height(count));
  });
  const chart = svg("svg", { class: "bars", viewBox: `0 0 ${bars.length} 48`, preserveAspectRatio: "none", "aria-hidden": "true" },
    range, ...whole, ...part);
  const react = () => {
    const [from, until] = chosenBars();
    range.setAttribute("x", from);
    range.setAttribute("width", Math.max(0, until - from + 1));
    countPassages(edgeFacts.filter(({ id }) => shown.edges.has(id))).forEach((count, index) => {
      const tall = index < from || index > until ? 0 : height(Math.min(count, all[index]));
      part[index].setAttribute("y", 48 - tall);
      part[index].setAttribute("height", tall);
    });
  };
  return { chart, react };
}

/* Drawing over the bars chooses them; a chosen range that does not hold all can be moved. */
function brush(chart) {
  let grip = null;
  const barAt = (event) => {
    const box = chart.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
  };
  const follow = (event, remember) => {
    const bar = barAt(event);
    if (!grip.moves) return setBars(Math.min(grip.bar, bar), Math.max(grip.bar, bar), remember);
    const shift = Math.max(-grip.from, Math.min(bars.length - 1 - grip.until, bar - grip.bar));
    return setBars(grip.from + shift, grip.until + shift, remember);
  };
  chart.addEventListener("pointerdown", (event) => {
    const [from, until] = chosenBars();
    const bar = barAt(event);
    grip = { bar, from, until, moves: bar >= from && bar <= until && until > from && until - from < bars.length - 1 };
    chart.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  chart.addEventListener("pointermove", (event) => { if (grip) follow(event, false); });
  chart.addEventListener("pointerup", (event) => { if (grip) follow(event, true); grip = null; });
  chart.addEventListener("pointercancel", () => { grip = null; writeAddress(); });
}

/* The first or the last day; neither can pass the other. */
function makeDateSlider(label, end) {
  const value = el("output", { for: `date-${end}` });
  const field = el("input", { type: "range", id: `date-${end}`, "aria-label": label, min: 0, max: bars.length - 1, step: 1 });
  const take = (remember) => {
    const chosen = chosenBars();
    chosen[end] = end ? Math.max(Number(field.value), chosen[0]) : Math.min(Number(field.value), chosen[1]);
    setBars(...chosen, remember);
  };
  field.addEventListener("input", () => take(false));
  field.addEventListener("change", () => take(field.id));
  const react = () => {
    const day = writeDate(end ? state.until || LAST_DAY : state.from || FIRST_DAY);
    field.value = chosenBars()[end];
    // Where the two meet at the right end, the left one must be in reach.
    field.classList.toggle("above", !end && Number(field.value) > bars.length / 2);
    field.setAttribute("aria-valuetext", day);
    value.textContent = day;
  };
  return { field, value, react };
}

/* The part of the filters that is about time; null where no passage has a date or all are of one bar. */
function makeHistogram() {
  if (bars.length < 2) return null;
  for (const passage of edgeFacts.flatMap(({ passages }) => passages)) {
    passage.bar = passage.days ? findBar(passage.days.first) : -1;
  }
  const { chart, react } = drawBars();
  brush(chart);
  const sliders = [makeDateSlider("From", 0), makeDateSlider("Until", 1)];
  return {
    parts: [chart, el("div", { class: "dates", role: "group", "aria-label": "Dates of the passages" }, sliders.map(({ field }) => field)),
      el("p", { class: "span" }, sliders.map(({ value }) => value))],
    react: () => { react(); sliders.forEach((slider) => slider.react()); },
  };
}
