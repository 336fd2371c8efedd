// What is pointed at or opened stands out: everything else fades, its own ties and neighbours are drawn again above.
// Only the neighbourhood is drawn, so that pointing costs the same in a small network and in a large one.

/** Which card stands out: the one pointed at, else the one whose card is open. */
function focused(picture) {
  return picture.hovered >= 0 ? picture.hovered : picture.selected;
}

function setFocus(picture, change) {
  Object.assign(picture, change);
  picture.box.classList.toggle("faded", focused(picture) >= 0 || picture.route.length > 0);
  drawFocus(picture, projection(picture));
}

function drawFocus(picture, at) {
  const context = clean(picture.lifted, at);
  const centre = focused(picture);
  if (!context) return;
  const onRoute = picture.hovered < 0 && picture.route.length > 0;
  if (centre < 0 && !onRoute) return;
  const { network, view } = picture;
  const edges = onRoute ? picture.route : network.tiesOf[centre].filter((e) => view.edges[e]);
  const lit = new Set(centre >= 0 && !onRoute ? [centre] : []);
  // Hundreds of lines to one card would hide what they lead to.
  const widest = edges.length > 60 ? 2 : 7;
  const opacity = Math.min(0.55, 4 / Math.sqrt(edges.length + 1));
  context.lineCap = "round";
  for (const e of [...edges].reverse()) {
    const [a, b] = [network.nodes[network.ties.source[e]], network.nodes[network.ties.target[e]]];
    lit.add(a.i).add(b.i);
    context.beginPath();
    context.moveTo(at.x(a.x), at.y(a.y));
    context.lineTo(at.x(b.x), at.y(b.y));
    context.strokeStyle = onRoute ? INK : `rgba(71, 85, 105, ${opacity})`;
    context.lineWidth = Math.min(widest, Math.max(onRoute ? 2 : 0.8, at.line(e)));
    context.stroke();
  }
  const cards = [...lit].map((i) => network.nodes[i]);
  cards.sort((a, b) => (b.i === centre) - (a.i === centre) || b.size - a.size);
  for (const node of [...cards].reverse()) {
    drawMark(context, node, at.x(node.x), at.y(node.y), at.radius(node), 1.2);
  }
  const places = cards.map((node) => ({
    x: at.x(node.x), y: at.y(node.y), radius: at.radius(node) + (node.i === centre ? 3 : 0), text: node.label, node,
    px: node.i === centre ? 16 : undefined,
  }));
  if (centre >= 0 && !onRoute) ring(context, places[0]);
  drawNames(context, placeNames(context, places, at, { most: 60, sure: 25, bold: true }));
}

function ring(context, place) {
  context.beginPath();
  context.arc(place.x, place.y, place.radius + 2, 0, 2 * Math.PI);
  context.lineWidth = 2;
  context.strokeStyle = INK;
  context.stroke();
}
