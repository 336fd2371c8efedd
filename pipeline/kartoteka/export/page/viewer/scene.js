// The picture as it stands, for a file: the same lines, marks and names as on the screen, on a canvas or as SVG.

const CAPTION = 34;

/** Lines, marks and names of this moment in pixels; what lies outside the picture is left out. */
function sceneOf(picture, caption) {
  const at = projection(picture);
  const { network, view } = picture;
  const inside = (x, y, by) => x > -by && y > -by && x < at.width + by && y < at.height + by;
  const lines = [];
  picture.graph.forEachEdge((key, data) => {
    const e = Number(key);
    if (!view.edges[e]) return;
    const [a, b] = [network.nodes[network.ties.source[e]], network.nodes[network.ties.target[e]]];
    const line = { x1: at.x(a.x), y1: at.y(a.y), x2: at.x(b.x), y2: at.y(b.y), width: at.line(e), opacity: data.opacity };
    if (inside(line.x1, line.y1, at.width) || inside(line.x2, line.y2, at.height)) lines.push(line);
  });
  const places = placesOf(picture, at);
  const names = placeNames(picture.names, places, at);
  const marks = places.filter((place) => inside(place.x, place.y, 2 * place.radius));
  const ink = lineInk(network.size).join(", ");
  return { width: at.width, height: at.height + CAPTION, lines, marks, names, caption, ink };
}

/** The scene on a canvas, so many times as fine as the screen. */
function paint(scene, fine) {
  const canvas = make("canvas", { width: scene.width * fine, height: scene.height * fine });
  const context = canvas.getContext("2d");
  context.scale(fine, fine);
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, scene.width, scene.height);
  for (const line of scene.lines) {
    context.beginPath();
    context.moveTo(line.x1, line.y1);
    context.lineTo(line.x2, line.y2);
    context.lineWidth = line.width;
    context.strokeStyle = `rgba(${scene.ink}, ${line.opacity})`;
    context.stroke();
  }
  for (const mark of scene.marks) drawMark(context, mark.node, mark.x, mark.y, mark.radius);
  drawNames(context, scene.names);
  context.fillStyle = "#ffffff";
  context.fillRect(0, scene.height - CAPTION, scene.width, CAPTION);
  context.fillStyle = "#4b5563";
  context.textAlign = "left";
  context.font = fontOf(12);
  context.fillText(scene.caption, 14, scene.height - 13);
  return canvas;
}

/** The scene as SVG 1.1; names stay text. */
function svgOf(scene) {
  const n = (value) => value.toFixed(1);
  const lines = scene.lines.map((line) => `<line x1="${n(line.x1)}" y1="${n(line.y1)}" `
    + `x2="${n(line.x2)}" y2="${n(line.y2)}" stroke-width="${line.width.toFixed(2)}" stroke-opacity="${line.opacity.toFixed(3)}"/>`);
  const marks = scene.marks.map((mark) => {
    const corners = cornersOf(mark.node.form, mark.x, mark.y, mark.radius);
    const form = corners.length
      ? `<polygon points="${corners.map(([x, y]) => `${n(x)},${n(y)}`).join(" ")}"`
      : `<circle cx="${n(mark.x)}" cy="${n(mark.y)}" r="${n(mark.radius)}"`;
    const tag = corners.length ? "polygon" : "circle";
    return `${form} fill="${mark.node.color}"><title>${inXml(mark.text)}</title></${tag}>`;
  });
  const names = scene.names.flatMap((name) => {
    const text = `x="${n(name.x)}" y="${n(name.base)}" font-size="${name.px}"`;
    const rim = 'stroke="#ffffff" stroke-width="3" stroke-linejoin="round" opacity="0.9"';
    return [`<text ${text} ${rim}>${inXml(name.text)}</text>`, `<text ${text}>${inXml(name.text)}</text>`];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.width}" height="${scene.height}" `
      + `viewBox="0 0 ${scene.width} ${scene.height}" role="img" font-family="Helvetica, Arial, sans-serif">`,
    `<title>${inXml(scene.caption)}</title>`,
    '<rect width="100%" height="100%" fill="#ffffff"/>',
    `<g stroke="rgb(${scene.ink})">${lines.join("\n")}</g>`,
    `<g stroke="#ffffff">${marks.join("\n")}</g>`,
    `<g text-anchor="middle" fill="${INK}">${names.join("\n")}</g>`,
    `<text x="14" y="${scene.height - 13}" font-size="12" fill="#4b5563">${inXml(scene.caption)}</text>`,
    "</svg>\n",
  ].join("\n");
}

/** Text as it may stand in XML, without the signs that no XML file can hold. */
function inXml(text) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;",
    // Line ends of XML 1.1 alone, which some readers take for line ends in any file.
    "\u0085": "&#133;", "\u2028": "&#8232;" };
  return String(text).toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"\t\n\r\u0085\u2028]/g, (sign) => entities[sign]);
}
