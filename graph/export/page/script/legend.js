const legend = document.getElementById("legend");

function countBy(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(item[key], (counts.get(item[key]) || 0) + 1);
  return counts;
}

function toggle(set, value) {
  if (!set.delete(value)) set.add(value);
}

function chip(name, text, count, icon, pressed, change) {
  const press = () => {
    change();
    showLegend();
    refilter();
    legend.querySelector(`[data-name="${name}"]`).focus();
  };
  return el("button", { type: "button", class: "chip", "data-name": name, "aria-pressed": String(pressed), onclick: press },
    icon, text, el("span", {}, count.toLocaleString("en")));
}

function showLegend() {
  const types = countBy(Object.values(content.nodes), "type");
  const all = Object.values(content.edges);
  const assertions = countBy(all, "assertion");
  const derived = all.filter((edge) => edge.derived).length;
  legend.replaceChildren(
    el("div", { role: "group", "aria-label": "Kinds of nodes" }, Object.keys(content.types).filter((type) => types.has(type))
      .map((type) => chip(type, content.types[type].plural, types.get(type), drawIcon(type), !state.hiddenTypes.has(type),
        () => toggle(state.hiddenTypes, type)))),
    el("div", { role: "group", "aria-label": "Kinds of relations" },
      Object.keys(content.assertions).filter((assertion) => assertions.has(assertion))
        .map((assertion) => chip(assertion, assertion, assertions.get(assertion), drawStroke(assertion),
          !state.hiddenAssertions.has(assertion), () => toggle(state.hiddenAssertions, assertion))),
      derived ? chip("derived", "“sued” shortcuts", derived, null, state.derived, () => { state.derived = !state.derived; }) : null));
}
