/* Says what a large graph opens on, and shows all of it on demand. */

function describeOpening() {
  const total = groupDigits(drawing.nodes.length);
  const heart = "the lawsuits with the most parties, their parties and the best connected";
  return state.whole ? `In the middle: ${heart}. The rest lies around them.`
    : `Drawn are ${core.size} of ${total} nodes: ${heart}. All are loaded, and the search finds each.`;
}

function showAll() {
  state.whole = true;
  openingNote.hidden = true;
  listed = listDrawn();
  showWhole(false);
  fitSizes(network.getScale());
  refresh({ panels: false });
}

if (opensOnCore) {
  openingNote.replaceChildren(el("span", {}, describeOpening()),
    el("button", { type: "button", class: "link", onclick: showAll }, `Show all ${plural(drawing.nodes.length, "node")}`));
}

reactions.push(showCommunities, () => { if (drawing.nodes.length > WHOLE) openingNote.hidden = state.whole; });
