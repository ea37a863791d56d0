/* The view as a picture: PNG at twice the screen's size, SVG with its text as text, and what a printer gets. */

const INVALID_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const plainText = (text) => text.replace(INVALID_IN_XML, "");
const digits = (value) => Math.round(value * 10) / 10;

/* All that the view shows, on a light or on a dark ground. */
function describeView(dark) {
  const [{ width, height }, scale] = [measureCanvas(), network.getScale()];
  const middle = network.getViewPosition();
  const measuring = document.createElement("canvas").getContext("2d");
  return {
    width, height, scale, middle, dark, view: viewAt(scale, middle, width, height), labels: placeLabels(measuring),
    edges: groupEdges(listed.edges, dark), nodes: groupNodes(listed.nodes, dark),
  };
}

function paintPicture({ width, height, scale, middle, dark, view, labels, edges: lines, nodes: dots }, factor) {
  const picture = document.createElement("canvas");
  [picture.width, picture.height] = [width * factor, height * factor];
  const context = picture.getContext("2d");
  context.fillStyle = groundOf(dark);
  context.fillRect(0, 0, picture.width, picture.height);
  context.setTransform(factor * scale, 0, 0, factor * scale,
    factor * (width / 2 - middle.x * scale), factor * (height / 2 - middle.y * scale));
  paintEdges(context, lines, view, scale);
  paintNodes(context, dots, view, scale);
  context.setTransform(factor, 0, 0, factor, 0, 0);
  paintLabels(context, labels, dark);
  return picture;
}

const listPoints = (points) => points.map(([x, y]) => `${digits(x)},${digits(y)}`).join(" ");
const entitle = (text) => svg("title", {}, plainText(text));

function drawEdgeOf({ look, items }, view) {
  return items.filter((item) => edgeInView(item, view)).map((item) => {
    const { id, from, to, bend, arrow } = item;
    const way = `M${digits(from.x)} ${digits(from.y)} ${bend ? `Q${digits(bend.x)} ${digits(bend.y)}` : "L"} ${digits(to.x)} ${digits(to.y)}`;
    const line = svg("path", { d: way, fill: "none", stroke: look.color, "stroke-width": digits(look.width * Math.min(4, magnification)) });
    if (look.dashes) line.setAttribute("stroke-dasharray", look.dashes.join(" "));
    return svg("g", { opacity: look.alpha }, entitle(sentenceOf(content.edges[id])), line,
      ...(arrow ? [svg("polygon", { points: listPoints(findHead(item)), fill: look.color })] : []));
  });
}

function drawNodeOf({ look, items }, view, scale) {
  return items.filter((node) => pointInView(node, view)).map(({ id, x, y, size, shape }) => {
    const radius = size * magnification;
    const outline = OUTLINES[shape];
    const drawnShape = outline
      ? svg("polygon", { points: listPoints(outline.map(([across, along]) => [x + across * radius, y + along * radius])) })
      : svg("circle", { cx: digits(x), cy: digits(y), r: digits(radius) });
    const paint = { fill: look.color, stroke: look.border, "stroke-width": digits((look.rim * rimShare) / scale) };
    for (const [name, value] of Object.entries(paint)) drawnShape.setAttribute(name, value);
    drawnShape.append(entitle(labelOf(id)));
    return drawnShape;
  });
}

function drawLabelOf(box, dark) {
  const [middle, ground] = [digits((box.left + box.right) / 2), groundOf(dark)];
  const size = box.kind === "edge" ? 11.5 : 12.5;
  return svg("text", { x: middle, "text-anchor": "middle", "font-size": size, "font-weight": box.bold ? 600 : 400,
    fill: colorOfLabel(box, dark), stroke: ground, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" },
  ...box.rows.map((row, index) => svg("tspan", { x: middle, y: digits(box.top + LINE * index + 13) }, plainText(row))));
}

function drawSvg({ width, height, scale, middle, dark, view, labels, edges: lines, nodes: dots }) {
  const move = `translate(${digits(width / 2 - middle.x * scale)} ${digits(height / 2 - middle.y * scale)}) scale(${scale.toFixed(5)})`;
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "font-family": "Helvetica, Arial, sans-serif" },
    entitle(`${document.querySelector("h1").textContent}: ${document.querySelector(".heading p").textContent}`),
    svg("rect", { width, height, fill: groundOf(dark) }),
    svg("g", { transform: move }, ...lines.flatMap((group) => drawEdgeOf(group, view)), ...dots.flatMap((group) => drawNodeOf(group, view, scale))),
    svg("g", {}, ...labels.map((box) => drawLabelOf(box, dark))));
}

function save(blob, suffix) {
  const name = decodeURIComponent(location.pathname).split("/").pop().replace(/\.[^.]*$/, "") || "graph";
  const link = el("a", { href: URL.createObjectURL(blob), download: `${name}.${suffix}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

document.getElementById("png").addEventListener("click", () => {
  paintPicture(describeView(darkness.matches), 2).toBlob((blob) => save(blob, "png"), "image/png");
});
document.getElementById("svg").addEventListener("click", () => {
  const text = new XMLSerializer().serializeToString(drawSvg(describeView(darkness.matches)));
  save(new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" }), "svg");
});

/* Paper is white: the picture is drawn anew on a light ground, and the tables are opened. The canvas keeps its size
   out of sight, or the view would be lost with it. */
const printed = document.getElementById("print");
let openedForPrint = false;
addEventListener("beforeprint", () => {
  const { width, height } = measureCanvas();
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  printed.replaceChildren(drawSvg(describeView(false)));
  printed.hidden = false;
  openedForPrint = !lists.open;
  lists.open = true;
  openLists();
  showAllTables();
});
addEventListener("afterprint", () => {
  Object.assign(canvas.style, { width: "", height: "" });
  printed.hidden = true;
  printed.replaceChildren();
  showTable(tableShown);
  if (openedForPrint) lists.open = false;
});
