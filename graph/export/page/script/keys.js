/* Single keys, and the help that lists them. Who speaks to the computer can turn them off (WCAG 2.1.4). */

const help = document.getElementById("keys");
const usesKeys = help.querySelector("input");

const stepAround = (count) => { if (state.kind === "node") setSteps(count); };
const KEYS = {
  "/": () => query.focus(), f: () => opener.click(), c: () => clearFilters(), h: () => hideRest(), p: () => askForPath(),
  1: () => stepAround(1), 2: () => stepAround(2), 3: () => stepAround(3), "?": () => help.showModal(),
};
const MEANINGS = [
  [["/"], "Find a name"], [["f"], "Open or close the filters"], [["c"], "Clear the filters"],
  [["1", "2", "3"], "So many steps around the selected node"], [["h"], "Hide or show all but the selection"],
  [["p"], "Path from the selected node to another"], [["?"], "This help"], [["Esc"], "Leave the selection"],
  [["Alt", "←"], "Back"], [["Alt", "→"], "Forward"], [["←", "→", "↑", "↓"], "On the drawing: move it"],
  [["+", "−", "0"], "On the drawing: nearer, farther, the whole"],
];
help.querySelector("dl").append(...MEANINGS.flatMap(([keys, meaning]) =>
  [el("dt", {}, keys.map((key) => el("kbd", {}, key))), el("dd", {}, meaning)]));
document.getElementById("open-keys").addEventListener("click", () => help.showModal());
document.getElementById("close-keys").addEventListener("click", () => help.close());

const isTyping = (target) => target instanceof HTMLInputElement && !["checkbox", "range"].includes(target.type);

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog:modal")) return;
  if (event.key === "Escape" && (state.kind || state.spot)) select(null, null, true);
  if (!usesKeys.checked || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});
