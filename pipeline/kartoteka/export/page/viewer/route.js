// The shortest way between two cards through the ties that are shown, each step with its quotations.

function routeStart(page, node) {
  const box = make("p", { className: "route" });
  box.append(link(say("route_start"), () => {
    page.routeFrom = node.i;
    box.replaceChildren(make("span", { className: "quiet", role: "status" }, say("route_hint")));
    byId("query").value = "";
    byId("query").focus();
  }));
  return box;
}

/** The ties of a shortest way between two cards, empty where there is none. */
function routeBetween(page, from, to) {
  const { network, view } = page;
  const shown = new graphology.UndirectedGraph({ allowSelfLoops: true });
  for (const node of network.nodes) if (view.nodes[node.i]) shown.addNode(node.i);
  for (let e = 0; e < network.size; e++) {
    if (view.edges[e]) shown.addUndirectedEdgeWithKey(e, network.ties.source[e], network.ties.target[e]);
  }
  if (!shown.hasNode(from) || !shown.hasNode(to)) return [];
  const path = graphologyLibrary.shortestPath.bidirectional(shown, String(from), String(to)) || [];
  return path.slice(1).map((node, step) => Number(shown.edge(path[step], node)));
}

/** The way as a card: every step a tie with its quotations. */
function routeCard(page, from, to) {
  const { nodes } = page.network;
  const names = { from: nodes[from].label, to: nodes[to].label };
  const steps = routeBetween(page, from, to);
  let at = from;
  const items = steps.map((e) => {
    const before = nodes[at];
    at = otherEnd(page.network, e, at);
    const item = tieItem(page, before, e);
    item.prepend(link(before.label, () => page.open(before.i), { className: "link name" }), " – ");
    return item;
  });
  const head = make("div", { className: "card-head" },
    make("button", { type: "button", className: "close", "aria-label": say("close"), title: say("close"),
      onclick: () => page.close() }, "×"),
    make("h2", { id: "card-name", tabIndex: -1 }, say("route_heading", names)));
  const body = items.length ? make("ol", { className: "ties steps" }, ...items) : make("p", {}, say("route_none", names));
  return { steps, elements: [head, body] };
}
