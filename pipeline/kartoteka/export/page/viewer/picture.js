// The picture: sigma draws lines and marks, names and what is pointed at lie on canvases of our own above it.

/** Whether this browser can draw the picture at all. */
function canDraw() {
  if (typeof Sigma === "undefined" || typeof graphology === "undefined") return false;
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2") || canvas.getContext("webgl"));
}

/** Room round the picture for marks and names at its rim, in pixels. */
const MARGIN = 30;

/** A picture of the network in `box`. `view` says what is shown; `events` are called on pointing and choosing. */
function newPicture(network, view, box, events) {
  const graph = sigmaGraph(network);
  const rest = { moving: false, due: 0 };
  const sigma = new Sigma(graph, box, {
    defaultNodeType: "mark",
    nodeProgramClasses: { mark: markProgram(rest) },
    nodeHoverProgramClasses: { mark: markProgram(rest) },
    defaultDrawNodeHover: () => {},
    renderLabels: false,
    allowInvalidContainer: true,
    enableCameraRotation: false,
    edgeProgramClasses: { line: lineProgram(network.size, rest) },
    minCameraRatio: 0.02,
    maxCameraRatio: 2,
    stagePadding: MARGIN,
    zoomDuration: calm() ? 0 : 200,
    nodeReducer: (key, data) => (view.nodes[key] ? data : { ...data, hidden: true }),
    edgeReducer: (key, data) => (view.edges[key] ? data : { ...data, hidden: true }),
  });
  const order = [...network.nodes].sort((a, b) => b.size - a.size || a.i - b.i);
  const picture = { network, view, graph, sigma, box, order, rest, hovered: -1, selected: -1, route: [] };
  picture.names = layer(picture, "names");
  picture.lifted = layer(picture, "lifted");
  fitMarks(picture);
  wireMotion(picture);
  wirePicture(picture, events);
  return picture;
}

/** Lines from the lightest to the heaviest and marks from the largest to the smallest, so that the right ones are on top. */
function sigmaGraph(network) {
  const graph = new graphology.UndirectedGraph({ allowSelfLoops: true });
  const bySize = [...network.nodes].sort((a, b) => b.size - a.size || a.i - b.i);
  for (const node of bySize) {
    graph.addNode(node.i, { x: node.x, y: node.y, size: node.size, color: node.color, shape: FORMS[node.form].number });
  }
  const { ties, size, heaviest } = network;
  const ink = lineInk(size);
  const byWeight = Uint32Array.from({ length: size }, (_, e) => e).sort((a, b) => ties.weight[a] - ties.weight[b]);
  for (const e of byWeight) {
    const line = lineOf(ties.weight[e] / heaviest, size);
    const drawn = { size: line.width, color: mixed(ink, line.opacity), opacity: line.opacity };
    graph.addUndirectedEdgeWithKey(e, ties.source[e], ties.target[e], drawn);
  }
  return graph;
}

/** A line by the share of its weight in the greatest: wider and darker; all of them fainter where there are many. */
function lineOf(share, count) {
  const strength = Math.sqrt(share);
  const least = Math.min(0.34, Math.max(0.1, 8 / Math.sqrt(count)));
  return { width: 0.7 + 4.8 * strength, opacity: least + 0.42 * strength };
}

/** The colour of lines: many that lie over each other amount to it, so it is the lighter the more there are. */
function lineInk(count) {
  const many = Math.min(1, count / 3000);
  return [56, 66, 82].map((part) => Math.round(part + many * (172 - part)));
}

/** A colour of this opacity as sigma mixes it: every part already weakened by it. */
function mixed(ink, opacity) {
  return `rgba(${ink.map((part) => Math.round(part * opacity)).join(", ")}, ${opacity.toFixed(3)})`;
}

function layer(picture, name) {
  const canvas = make("canvas", { className: `layer ${name}` });
  picture.box.append(canvas);
  return canvas.getContext("2d");
}

/** Give the marks the size they have in the layout, none too small to see; lengths of the layout become pixels. */
function fitMarks(picture) {
  const { sigma, graph, network } = picture;
  const zero = sigma.graphToViewport({ x: 0, y: 0 });
  const one = sigma.graphToViewport({ x: 1, y: 0 });
  const scale = Math.abs(one.x - zero.x) * sigma.getCamera().ratio;
  if (!Number.isFinite(scale)) return;
  graph.updateEachNodeAttributes((key, data) => {
    data.size = Math.min(26, Math.max(2.2, 1.1 * network.nodes[key].size * scale));
    return data;
  }, { attributes: ["size"] });
}

/** From places of the layout to pixels, for this moment. */
function projection(picture) {
  const { sigma } = picture;
  const zero = sigma.graphToViewport({ x: 0, y: 0 });
  const one = sigma.graphToViewport({ x: 1, y: 1 });
  const { width, height } = sigma.getDimensions();
  return {
    width,
    height,
    x: (x) => zero.x + x * (one.x - zero.x),
    y: (y) => zero.y + y * (one.y - zero.y),
    radius: (node) => sigma.scaleSize(picture.graph.getNodeAttribute(node.i, "size")),
    line: (e) => sigma.scaleSize(picture.graph.getEdgeAttribute(e, "size")),
  };
}

/** A canvas cleared and scaled for the screen, or null where it has no room. */
function clean(context, { width, height }) {
  const density = window.devicePixelRatio || 1;
  const canvas = context.canvas;
  if (canvas.width !== Math.round(width * density) || canvas.height !== Math.round(height * density)) {
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
  }
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  return width > 0 && height > 0 ? context : null;
}

/** The places of the cards that are shown, the largest first, as `placeNames` takes them. */
function placesOf(picture, at) {
  const places = [];
  for (const node of picture.order) {
    if (!picture.view.nodes[node.i]) continue;
    places.push({ x: at.x(node.x), y: at.y(node.y), radius: at.radius(node), text: node.label, node });
  }
  return places;
}

function drawLayers(picture) {
  const at = projection(picture);
  const context = clean(picture.names, at);
  if (!context) return;
  if (picture.light) drawLight(picture, at);
  drawNames(context, placeNames(context, placesOf(picture, at), at));
  drawFocus(picture, at);
}

function wirePicture(picture, events) {
  const { sigma } = picture;
  sigma.on("afterRender", () => drawLayers(picture));
  sigma.on("enterNode", ({ node }) => events.point(Number(node)));
  sigma.on("leaveNode", () => events.point(-1));
  sigma.on("clickNode", ({ node }) => events.choose(Number(node)));
  sigma.on("clickStage", () => events.leave());
  new ResizeObserver(() => {
    if (!isSeen(picture)) return;
    sigma.resize();
    fitMarks(picture);
    sigma.refresh({ skipIndexation: false });
  }).observe(picture.box);
}

/** Whether the picture is on the screen, not the list in its place; coming back it draws itself anew. */
function isSeen(picture) {
  return picture.box.clientWidth > 0;
}

/** Bring a card into sight: a small network only moves, in a large one the neighbourhood comes near. */
function goTo(picture, node) {
  const camera = picture.sigma.getCamera();
  const place = picture.sigma.getNodeDisplayData(String(node.i));
  if (!place || !isSeen(picture)) return;
  const large = picture.network.nodes.length > 400;
  const at = projection(picture);
  const [x, y] = [at.x(node.x) / at.width, at.y(node.y) / at.height];
  if (!large && x > 0.1 && x < 0.9 && y > 0.1 && y < 0.9) return;
  const ratio = large ? Math.min(camera.ratio, 2.6 * reach(picture, node, place)) : camera.ratio;
  camera.animate({ x: place.x, y: place.y, ratio }, { duration: calm() ? 0 : 450 });
}

/** How far a card's dearest neighbours are from it, in shares of the picture; never so near that all context is lost. */
function reach({ network, view, sigma }, node, place) {
  const dearest = network.tiesOf[node.i].filter((e) => view.edges[e]).slice(0, 12);
  const far = dearest.map((e) => {
    const other = sigma.getNodeDisplayData(String(otherEnd(network, e, node.i)));
    return Math.max(Math.abs(other.x - place.x), Math.abs(other.y - place.y));
  });
  return Math.max(0.06, ...far);
}

const ZOOMS = {
  in: (camera) => camera.animatedZoom({ duration: calm() ? 0 : 200 }),
  out: (camera) => camera.animatedUnzoom({ duration: calm() ? 0 : 200 }),
  all: (camera) => camera.animatedReset({ duration: calm() ? 0 : 300 }),
};

/** Arrow keys move the picture, plus, minus and 0 zoom. */
function pictureKey(picture, event) {
  const camera = picture.sigma.getCamera();
  const step = 0.12 * camera.ratio;
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
  const zooms = { "+": "in", "=": "in", "-": "out", 0: "all" };
  if (event.key in moves) {
    const [x, y] = moves[event.key];
    camera.setState({ x: camera.x + x, y: camera.y + y });
  } else if (event.key in zooms) ZOOMS[zooms[event.key]](camera);
  else return;
  event.preventDefault();
}
