// What is shown: the choices that were made, and which cards and ties they leave.

function newChoices(network) {
  const years = yearsOf(network) || [0, 0];
  return { kinds: new Set(), groups: new Set(), least: 1, from: years[0], to: years[1], undated: true };
}

/** Which ties and cards the choices leave; a card whose last tie goes goes with it. Reads every tie once. */
function show(network, choices, view) {
  const { nodes, ties, size } = network;
  view.nodes ||= new Uint8Array(nodes.length);
  view.edges ||= new Uint8Array(size);
  view.counts ||= new Int32Array(nodes.length);
  view.counts.fill(0);
  view.shownEdges = 0;
  const allowed = nodes.map((node) => !choices.kinds.has(node.kind) && !choices.groups.has(node.community));
  for (let e = 0; e < size; e++) {
    const source = ties.source[e];
    const target = ties.target[e];
    const on = allowed[source] && allowed[target] && ties.weight[e] >= choices.least && alive(ties.spells[e], choices);
    view.edges[e] = on ? 1 : 0;
    if (!on) continue;
    view.shownEdges += 1;
    view.counts[source] += 1;
    view.counts[target] += 1;
  }
  view.shownNodes = 0;
  for (const node of nodes) {
    const on = allowed[node.i] && (view.counts[node.i] > 0 || !network.tiesOf[node.i].length);
    view.nodes[node.i] = on ? 1 : 0;
    view.shownNodes += view.nodes[node.i];
  }
  return view;
}

/** Whether a tie lives in the years chosen: one of its spells meets them, or it has none and undated ones are kept. */
function alive(spells, choices) {
  if (!spells.length) return choices.undated;
  for (let s = 0; s < spells.length; s += 2) {
    if (yearOf(spells[s]) <= choices.to && yearOf(spells[s + 1]) >= choices.from) return true;
  }
  return false;
}
