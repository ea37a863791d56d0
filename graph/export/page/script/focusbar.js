/* Over the drawing: how far the focus reaches around the selection, and the way to a path. */

const focusBar = document.getElementById("focus");
const STEP_COUNTS = [1, 2, 3];

const stepButtons = STEP_COUNTS.map((count) => el("button", { type: "button", "aria-label": plural(count, "step"), title: `Key ${count}`,
  onclick: () => setSteps(count) }, String(count)));
const stepGroup = el("div", { role: "group", "aria-label": "Steps around the selection" },
  el("span", { "aria-hidden": "true" }, "Steps"), el("span", { class: "segments" }, stepButtons));
const focusTitle = el("span", { class: "title" });
const restButton = el("button", { type: "button", class: "chip", title: "Key h", onclick: () => hideRest() }, "Hide rest");
const leaveButton = el("button", { type: "button", class: "chip", onclick: () => leaveFocus() });
const pathOpener = el("button", { type: "button", class: "chip", title: "Key p", "aria-expanded": "false",
  onclick: () => (destination.hidden ? askForPath() : closePath(true)) }, "Path to…");
const pathQuery = el("input", { id: "path-query", class: "field", type: "search", role: "combobox", placeholder: "Path to which name?",
  "aria-label": "Path to which name", autocomplete: "off", spellcheck: "false", "aria-expanded": "false",
  "aria-controls": "destinations", "aria-autocomplete": "list" });
const destinations = el("ul", { id: "destinations", class: "names", role: "listbox", "aria-label": "Names", hidden: true });
const destination = el("div", { class: "destination", hidden: true }, pathQuery, destinations);
focusBar.append(focusTitle, stepGroup, restButton, pathOpener, leaveButton, destination);

function askForPath() {
  if (state.kind !== "node") return;
  destination.hidden = false;
  pathOpener.setAttribute("aria-expanded", "true");
  pathQuery.value = "";
  pathQuery.focus();
}

function closePath(focused) {
  destination.hidden = true;
  pathOpener.setAttribute("aria-expanded", "false");
  if (focused) pathOpener.focus();
}

function hideRest() {
  if (focus) applyFilter(() => { state.alone = !state.alone; });
}

/* From a path back to the node that it begins at, from a spotlight back to the whole. */
function leaveFocus() {
  if (state.kind === "path") select("node", state.id, true);
  else select(null, null, true);
}

new NameField(pathQuery, destinations, {
  prefix: "destination",
  leave: () => closePath(true),
  choose: (id) => {
    if (id === state.id) {
      status.textContent = "The path begins there";
      return;
    }
    closePath(false);
    showPathTo(id);
  },
});

reactions.push(() => {
  const ofNode = state.kind === "node" && !state.spot;
  focusBar.hidden = focus === null;
  focusTitle.textContent = state.kind === "path" ? `${labelOf(state.id)} → ${labelOf(state.target)}` : state.spot?.title || "";
  stepGroup.hidden = !ofNode;
  pathOpener.hidden = !ofNode;
  if (!ofNode) closePath(false);
  leaveButton.hidden = !(state.kind === "path" || state.spot);
  leaveButton.textContent = state.kind === "path" ? "Leave the path" : "Show everything";
  stepButtons.forEach((button, index) => button.setAttribute("aria-pressed", String(STEP_COUNTS[index] === state.steps)));
  restButton.setAttribute("aria-pressed", String(state.alone));
});
