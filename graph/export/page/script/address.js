/* The whole view stands in the address, so that a link to the file leads to it: #node=…&steps=2&hidetypes=Court,Work.
   Whatever is unknown there is passed over. */

const isIn = (table) => (id) => Object.hasOwn(table, id);
const listKnown = (values, table) => values.filter(isIn(table));
const groupNames = Object.fromEntries(GROUPS);
const outletNames = Object.fromEntries(Object.values(content.documents).filter(({ publisher }) => publisher)
  .map(({ publisher }) => [publisher, true]));
const lights = (key) => ({
  key,
  write: () => (state.spot && !KINDS[state.kind]?.light ? [...state.spot[key]] : []),
  read: (values) => spotlight({ [key]: values }),
});
const partOf = (key, set, table) => ({
  key, write: () => [...state[set]].sort(), read: (values) => { state[set] = new Set(listKnown(values, table)); },
});
const flag = (key, word, write, read) => ({ key, write: () => (write() ? [word] : []), read: ([value]) => { if (value === word) read(); } });

/* Each part writes its values, none where they are as at first, and reads those that it knows. Others may add parts. */
const ADDRESS_PARTS = [
  ...Object.entries(KINDS).map(([kind, { things }]) => ({
    key: kind,
    write: () => (state.kind === kind ? [state.id] : []),
    read: ([id]) => { if (isIn(things)(id)) pickThing(kind, id); },
  })),
  {
    key: "path",
    write: () => (state.kind === "path" ? [state.id, state.target] : []),
    read: (values) => {
      const [id, target] = listKnown(values, content.nodes);
      if (target !== undefined && id !== target) Object.assign(state, { kind: "path", id, target });
    },
  },
  lights("nodes"),
  lights("edges"),
  {
    key: "steps",
    write: () => (state.steps > 1 ? [String(state.steps)] : []),
    read: ([value]) => { if (/^[123]$/.test(value)) state.steps = Number(value); },
  },
  flag("rest", "hidden", () => state.alone, () => { state.alone = true; }),
  flag("colours", "communities", () => state.communities, () => { state.communities = true; }),
  flag("draw", "all", () => state.whole && drawing.nodes.length > WHOLE, () => { state.whole = true; }),
  flag("derived", "shown", () => state.derived, () => { state.derived = true; }),
  partOf("hidetypes", "hiddenTypes", content.types),
  partOf("hidegroups", "hiddenGroups", groupNames),
  partOf("hideassertions", "hiddenAssertions", content.assertions),
  partOf("articles", "documents", content.documents),
  partOf("outlets", "outlets", outletNames),
  {
    key: "dates",
    write: () => (state.from || state.until ? [`${state.from}..${state.until}`] : []),
    read: ([value]) => {
      const [from, until = ""] = value.split("..");
      if ([from, until].every((day) => day === "" || isDay(day)) && (!until || from <= until)) Object.assign(state, { from, until });
    },
  },
  flag("undated", "hidden", () => !state.undated, () => { state.undated = false; }),
  {
    key: "degree",
    write: () => (state.degree ? [String(state.degree)] : []),
    read: ([value]) => { if (/^\d{1,6}$/.test(value)) state.degree = Number(value); },
  },
];

function writeView() {
  const parts = ADDRESS_PARTS.map(({ key, write }) => [key, write()]).filter(([, values]) => values.length);
  return `#${parts.map(([key, values]) => `${key}=${values.map(encodeURIComponent).join(",")}`).join("&")}`;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const readParts = () => new Map(location.hash.slice(1).split("&").filter((part) => part.includes("=")).map((part) => {
  const cut = part.indexOf("=");
  return [part.slice(0, cut), part.slice(cut + 1).split(",").map(decode)];
}));

/* Sets the state from the address; false where it says nothing of a view (a link to another place of the page). */
function readView() {
  const parts = readParts();
  if (location.hash.length > 1 && !ADDRESS_PARTS.some(({ key }) => parts.has(key))) return false;
  const look = { communities: false, whole: drawing.nodes.length <= WHOLE };
  Object.assign(state, { kind: null, id: null, target: null, hover: null, steps: 1, spot: null, derived: false }, look, openFilters());
  for (const { key, read: take } of ADDRESS_PARTS) if (parts.has(key)) take(parts.get(key));
  return true;
}

/* The address as it was last written or read; browsers do not agree on how they write it back. */
let address = null;
let writer = null;

/* What one slider does in a row is one step for the browser's "back": `by` is its id. */
function writeAddress(by = null) {
  const hash = writeView();
  if (hash === address || (hash === "#" && address === null)) return;
  const again = by !== null && by === writer;
  [address, writer] = [hash, by];
  if (again) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
}
