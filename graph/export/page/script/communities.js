/* Communities, found when the page was built: they colour the nodes on demand, the largest in colours of their own. */

const HUES = [
  ["#0072b2", "#4aa3dc"], ["#d55e00", "#f0883e"], ["#009e73", "#35c69c"], ["#a8437f", "#dd8abb"],
  ["#8a6d00", "#e0b93f"], ["#5a4fcf", "#a29bf0"], ["#7a4a21", "#c99a6b"], ["#357f8c", "#7cc4d1"],
];
const OTHER = ["#8b909a", "#767d89"];

state.communities = false;
const communityOf = new Map(drawing.nodes.map(({ id }, index) => [id, drawing.communities[index]]));

/* The communities, each with the node that has the most relations in it; nodes without a relation are none. */
function listCommunities() {
  const found = new Map();
  for (const [id, number] of communityOf) {
    const known = found.get(number) || { number, count: 0, most: -1, hub: null };
    known.count += 1;
    const degree = edgesOf.get(id).length;
    if (degree > known.most) [known.most, known.hub] = [degree, id];
    found.set(number, known);
  }
  return [...found.values()].sort((one, other) => one.number - other.number);
}

const communities = listCommunities();
const hueOf = (number) => (communities[number].count > 1 && HUES[number]) || OTHER;

function colorOfNode(id, dark) {
  if (!state.communities) return paletteOf(content.types[content.nodes[id].type], dark);
  return hueOf(communityOf.get(id))[dark ? 1 : 0];
}

function swatch([color, dark]) {
  return svg("svg", { class: "icon", viewBox: "0 0 12 12", fill: darkness.matches ? dark : color, "aria-hidden": "true" },
    svg("circle", { cx: 6, cy: 6, r: 5.4 }));
}

function showCommunities() {
  const box = document.getElementById("communities");
  document.getElementById("groups").setAttribute("aria-pressed", String(state.communities));
  box.hidden = !state.communities;
  if (!state.communities) return;
  const large = communities.filter(({ number }) => hueOf(number) !== OTHER);
  const rest = communities.slice(large.length).reduce((sum, { count }) => sum + count, 0);
  const row = (colors, name, count) => el("li", {}, swatch(colors), name, el("span", {}, groupDigits(count)));
  box.replaceChildren(el("strong", {}, "Closely linked"),
    el("ul", {}, large.map(({ number, hub, count }) => row(HUES[number], `around ${labelOf(hub)}`, count)),
      rest ? row(OTHER, "others", rest) : null));
}

document.getElementById("groups").addEventListener("click", () => {
  state.communities = !state.communities;
  refresh({ panels: false });
});
darkness.addEventListener("change", showCommunities);
