// The network as the page works with it: cards as objects, ties as columns, the ties of each card by weight.

/** What the data holds, with the ties of every card found beforehand, so that no later step looks through all ties. */
function readNetwork(data) {
  const nodes = data.nodes.id.map((id, i) => {
    const node = { i, form: data.shapes[data.nodes.kind[i]] };
    for (const name of Object.keys(data.nodes)) node[name] = data.nodes[name][i];
    node.written = node.variants;
    node.variants = node.written.filter((name) => name !== node.label);
    return node;
  });
  const ties = { weight: [], ...data.edges };
  const size = ties.source.length;
  const network = { about: data.about, nodes, ties, size, data, dated: [] };
  network.tiesOf = adjacency(nodes.length, ties, size);
  for (let e = 0; e < size; e++) if (ties.spells[e].length) network.dated.push(e);
  network.heaviest = ties.weight.reduce((most, weight) => Math.max(most, weight), 1);
  network.kinds = unique(nodes.map((node) => node.kind));
  network.ranks = {};
  return network;
}

function unique(values) {
  return [...new Set(values)].sort();
}

/** The numbers of each card's ties, the heaviest first. */
function adjacency(count, ties, size) {
  const found = Array.from({ length: count }, () => []);
  for (let e = 0; e < size; e++) {
    found[ties.source[e]].push(e);
    if (ties.source[e] !== ties.target[e]) found[ties.target[e]].push(e);
  }
  for (const list of found) list.sort((a, b) => ties.weight[b] - ties.weight[a] || a - b);
  return found;
}

/** The other end of a tie. */
function otherEnd(network, e, node) {
  return network.ties.source[e] === node ? network.ties.target[e] : network.ties.source[e];
}

/** The rank of each card by a measure, 1 for the greatest; made when first asked for. */
function rank(network, name, node) {
  if (!network.ranks[name]) {
    const values = network.nodes.map((one) => one[name] ?? 0).sort((a, b) => b - a);
    const first = new Map();
    values.forEach((value, at) => first.has(value) || first.set(value, at + 1));
    network.ranks[name] = first;
  }
  return network.ranks[name].get(node[name] ?? 0);
}

/** Groups by number: their cards, the strongest of which gives a group its name, and its colour where they share one. */
function groupsOf(network) {
  const groups = new Map();
  for (const node of network.nodes) {
    if (node.community == null) continue;
    if (!groups.has(node.community)) groups.set(node.community, { number: node.community, size: 0, heart: node });
    const group = groups.get(node.community);
    group.size += 1;
    group.colour = group.size === 1 || group.colour === node.color ? node.color : "";
    if ((node.strength ?? 0) > (group.heart.strength ?? 0)) group.heart = node;
  }
  return [...groups.values()].sort((a, b) => b.size - a.size || a.number - b.number);
}

/** The years in which anything is dated, null for a network without a date. */
function yearsOf(network) {
  let first = Infinity;
  let last = -Infinity;
  for (const e of network.dated) {
    const spells = network.ties.spells[e];
    first = Math.min(first, yearOf(spells[0]));
    last = Math.max(last, yearOf(spells[spells.length - 1]));
  }
  return first <= last ? [first, last] : null;
}
