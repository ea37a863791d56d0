const legend = document.getElementById("legend");

function countBy(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(item[key], (counts.get(item[key]) || 0) + 1);
  return counts;
}

function toggle(set, value) {
  if (!set.delete(value)) set.add(value);
}

/* A button that stays in while what it names is shown. */
function chip(name, text, count, icon, isOn, change) {
  const button = el("button", { type: "button", class: "chip", "data-name": name, "aria-pressed": String(isOn()),
    onclick: () => applyFilter(change) }, icon, text, el("span", {}, groupDigits(count)));
  return { button, react: () => button.setAttribute("aria-pressed", String(isOn())) };
}

function makeChips(label, rows) {
  const chips = rows.map((row) => chip(...row));
  return { group: el("div", { role: "group", "aria-label": label }, chips.map(({ button }) => button)),
    react: () => chips.forEach(({ react }) => react()) };
}

let legendChips = [];

function showLegend() {
  const types = countBy(nodeFacts, "type");
  const assertions = countBy(edgeFacts, "assertion");
  const derived = edgeFacts.filter((edge) => edge.derived).length;
  legendChips = [
    makeChips("Kinds of nodes", Object.keys(content.types).filter((type) => types.has(type)).map((type) =>
      [type, content.types[type].plural, types.get(type), drawIcon(type), () => !state.hiddenTypes.has(type),
        () => toggle(state.hiddenTypes, type)])),
    makeChips("Kinds of relations", [
      ...Object.keys(content.assertions).filter((assertion) => assertions.has(assertion)).map((assertion) =>
        [assertion, assertion, assertions.get(assertion), drawStroke(assertion),
          () => !state.hiddenAssertions.has(assertion), () => toggle(state.hiddenAssertions, assertion)]),
      ...(derived ? [["derived", "“sued” shortcuts", derived, null, () => state.derived,
        () => { state.derived = !state.derived; }]] : []),
    ]),
  ];
  legend.replaceChildren(...legendChips.map(({ group }) => group));
}

reactions.push(() => legendChips.forEach(({ react }) => react()));
