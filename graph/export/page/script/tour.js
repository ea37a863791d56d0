/* "Tell me this dispute": a story in steps; what a step is about is lit, all else fades. */

const { title: tourTitle, steps: toldSteps } = content.tour;
const tourSteps = Object.fromEntries(toldSteps.map((step, index) => [String(index + 1), step]));
const LAST = toldSteps.length;
const narrow = matchMedia("(max-width: 860px)");
let placeInTour = null;

KINDS.tour = {
  things: tourSteps,
  light: (id) => tourSteps[id],
  tell: (id) => `Step ${id} of ${LAST}: ${shorten(tourSteps[id].title, LONGEST_NAME)}. ${tourSteps[id].summary}`,
};

function leaveTour() {
  placeInTour = null;
  select(null, null, true);
  panel.querySelector(".begin")?.focus();
}

/* The button that was pressed is made anew with the step, and keeps the keyboard's focus. */
function goTo(step, pressed) {
  if (step < 1 || step > LAST) return;
  select("tour", String(step), !pressed);
  canvas.closest("main").scrollIntoView({ block: narrow.matches ? "start" : "nearest" });
  if (pressed) panel.querySelector(`[data-go="${pressed}"]`).focus({ preventScroll: true });
}

function showBar(id) {
  const step = Number(id);
  const button = (go, text, press, off) => el("button", { type: "button", class: "step", "data-go": go, onclick: press,
    "aria-disabled": off ? "true" : false }, text);
  const done = el("div", { class: "done" });
  done.style.width = `${(100 * step) / LAST}%`;
  return el("nav", { class: "bar", "aria-label": "Tour" },
    el("div", { class: "steps" },
      button("back", "‹ Previous", () => goTo(step - 1, "back"), step === 1),
      el("p", {}, `${step} of ${LAST}`),
      step === LAST ? button("on", "Finish", leaveTour, false) : button("on", "Next ›", () => goTo(step + 1, "on"), false),
      el("button", { type: "button", class: "step end", "aria-label": "End the tour", title: "End the tour (Escape)", onclick: leaveTour }, "✕")),
    el("div", { class: "way", "aria-hidden": "true" }, done));
}

function showStart({ people }) {
  const parts = [];
  if (people.length) {
    parts.push(el("h3", {}, "Who"), el("ul", { class: "who" }, people.map((id) => el("li", {}, drawIcon(content.nodes[id].type),
      showNode(id), el("span", { class: "soft" }, ` ${countRoles(id)}`)))));
  }
  if (LAST > 1) {
    parts.push(el("h3", {}, "Step by step"), el("ol", { class: "rows" }, toldSteps.slice(1).map((step, index) => {
      const { facts } = content.nodes[step.node];
      const days = facts ? facts.filed.map((value) => writeDate(value.text)).join(" or ") : "";
      return el("li", {}, el("button", { type: "button", class: "row", onclick: () => goTo(index + 2) },
        el("strong", {}, shorten(step.title, LONGEST_NAME)), days ? el("small", {}, `filed ${days}`) : null));
    })));
  }
  return parts;
}

/* "plaintiff in 2 lawsuits, defendant in 1" */
function countRoles(id) {
  return ["plaintiff_in", "defendant_in"].map((relation) => {
    const found = distinct(edgesOf.get(id).filter((edge) => content.edges[edge].relation === relation).map((edge) => farEnd(edge, id)));
    return found.length ? `${ROLES[relation]} in ${found.length}` : "";
  }).filter(Boolean).join(", ");
}

function quotePassages(passages) {
  if (!passages.length) return null;
  return [el("h3", {}, "In the articles’ words"), el("ul", {}, passages.map(([id, number]) => {
    const edge = content.edges[id];
    const item = showEvidence(edge.evidence[number], edge);
    item.prepend(el("p", {}, el("button", { type: "button", class: "link", onclick: () => select("edge", id, true) }, stateOf(edge))));
    return item;
  }))];
}

function showStep(id) {
  placeInTour = id;
  const step = tourSteps[id];
  const suit = step.node && content.nodes[step.node].facts;
  return [
    showBar(id),
    el("p", { class: "kind" }, step.node ? drawIcon(content.nodes[step.node].type) : null, shorten(tourTitle, LONGEST_NAME)),
    showTitle(step.title),
    step.note.split(/\n\s*\n/).filter(Boolean).map((text) => el("p", { class: "note" }, text)),
    step.summary ? el("p", { class: "lead" }, shorten(step.summary, 8 * LONGEST_NAME)) : null,
    step.node ? null : showStart(step),
    quotePassages(step.passages),
    suit ? [el("h3", {}, "The lawsuit"), showCard(step.node)] : null,
    step.node ? el("p", {}, showNode(step.node), el("span", { class: "soft" }, " — all that is known of it")) : null,
  ];
}

const offerTour = () => (LAST < 2 ? null : el("button", { type: "button", class: "begin", onclick: () => goTo(Number(placeInTour || 1)) },
  el("span", { "aria-hidden": "true" }, "▶ "), placeInTour ? `Go on with the tour (${placeInTour} of ${LAST})` : shorten(tourTitle, LONGEST_NAME),
  el("small", {}, placeInTour ? "" : `${plural(LAST, "step")}, in the order of time`)));

const returnToTour = (back) => (placeInTour && ["node", "edge"].includes(state.kind)
  ? back(`Back to the tour (${placeInTour} of ${LAST})`, () => goTo(Number(placeInTour))) : null);

/* Before the page's own keys: Escape ends the tour, the arrows lead through it. What uses arrows itself keeps them. */
document.addEventListener("keydown", (event) => {
  if (state.kind !== "tour" || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (document.querySelector("dialog:modal") || event.target.closest("input, textarea, select, [role=tab], [role=application], .scroll")) return;
  const step = Number(state.id);
  if (event.key === "Escape") leaveTour();
  else if (event.key === "ArrowRight") goTo(step + 1);
  else if (event.key === "ArrowLeft") goTo(step - 1);
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
});
