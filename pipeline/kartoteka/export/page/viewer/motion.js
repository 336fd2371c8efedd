// What keeps large networks fluent: while they are moved, zoomed or cut in time their heaviest lines alone are drawn,
// all of them once they rest; and after a change of what is shown, only that which changed is read anew.

/** More lines than this are drawn as plain ones, and only while the picture is at rest. */
const QUICK = 6000;
/** So many lines at most while it is not. */
const LIGHT = 250;
/** After so many milliseconds without a move the picture rests. */
const PAUSE = 250;

/** The program that draws the lines; many are left out while `rest.moving`. */
function lineProgram(count, rest) {
  const { EdgeLineProgram, EdgeRectangleProgram } = Sigma.rendering;
  if (count <= QUICK) return EdgeRectangleProgram;
  return class QuickLines extends EdgeLineProgram {
    render(params) {
      if (!rest.moving) super.render(params);
    }
  };
}

/** Prepare a picture for motion: what it shows now is remembered, and a large one gets a canvas for its few lines. */
function wireMotion(picture) {
  const { view, network, sigma } = picture;
  picture.drawn = { nodes: view.nodes.slice(), edges: view.edges.slice() };
  if (network.size <= QUICK) return;
  picture.light = layer(picture, "light");
  picture.box.querySelector(".sigma-edges").after(picture.light.canvas);
  const { weight } = network.ties;
  picture.heaviest = Uint32Array.from({ length: network.size }, (_, e) => e).sort((a, b) => weight[b] - weight[a] || a - b);
  sigma.getCamera().on("updated", () => stir(picture));
}

/** The picture moves from now on, until nothing has moved it for a while. */
function stir(picture) {
  const { rest } = picture;
  rest.moving = true;
  clearTimeout(rest.due);
  rest.due = setTimeout(() => {
    rest.moving = false;
    if (isSeen(picture)) renew(picture, "edges");
  }, PAUSE);
}

/** Show what the choices leave: marks at once, the lines of a large network once nothing more is changed. */
function repaint(picture) {
  if (!picture.light) return renew(picture, "nodes", "edges");
  stir(picture);
  return renew(picture, "nodes");
}

/** Have sigma read again what is shown otherwise than before. */
function renew({ sigma, view, drawn }, ...kinds) {
  const partialGraph = {};
  for (const kind of kinds) {
    partialGraph[kind] = [];
    view[kind].forEach((on, i) => on !== drawn[kind][i] && partialGraph[kind].push(String(i)));
    drawn[kind].set(view[kind]);
  }
  sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
}

/** The heaviest lines in sight as long as the picture moves. */
function drawLight(picture, at) {
  const context = clean(picture.light, at);
  if (!context || !picture.rest.moving) return;
  const { network: { nodes, ties, size }, view, graph } = picture;
  const inside = (x, y) => x > 0 && y > 0 && x < at.width && y < at.height;
  context.strokeStyle = `rgb(${lineInk(size).join(", ")})`;
  let left = LIGHT;
  for (const e of picture.heaviest) {
    if (!view.edges[e]) continue;
    const [a, b] = [nodes[ties.source[e]], nodes[ties.target[e]]];
    const [x, y, toX, toY] = [at.x(a.x), at.y(a.y), at.x(b.x), at.y(b.y)];
    if (!inside(x, y) && !inside(toX, toY)) continue;
    context.globalAlpha = graph.getEdgeAttribute(e, "opacity");
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(toX, toY);
    context.stroke();
    left -= 1;
    if (!left) break;
  }
  context.globalAlpha = 1;
}
