// The cards and ties that are shown as GEXF 1.3, as Gephi and Gephi Lite take it.

const NODE_COLUMNS = {
  entity_type: ["string", (node) => node.kind],
  mentions: ["integer", (node) => node.mentions],
  documents: ["integer", (node) => node.documents],
  variants: ["liststring", (node) => node.variants],
  community: ["integer", (node) => node.community],
  year_first: ["integer", (node) => (node.span.length ? yearOf(node.span[0]) : null)],
  year_last: ["integer", (node) => (node.span.length ? yearOf(node.span[node.span.length - 1]) : null)],
};

const EDGE_COLUMNS = {
  count: ["integer", (tie) => tie.count],
  documents: ["liststring", (tie) => tie.documents],
  year_first: ["integer", (tie) => (tie.first == null ? null : yearOf(tie.first))],
  year_last: ["integer", (tie) => (tie.last == null ? null : yearOf(tie.last))],
  document: ["string", (tie) => tie.passage.document],
  start_offset: ["integer", (tie) => tie.passage.start],
  end_offset: ["integer", (tie) => tie.passage.end],
  quotation: ["string", (tie) => tie.passage.text],
};

function gexfOf(page, caption) {
  const cards = page.network.nodes.filter((node) => page.view.nodes[node.i]);
  const ties = shownTies(page);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta><creator>${inXml(page.network.about.program)}</creator><description>${inXml(caption)}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static" idtype="string">',
    columns("node", NODE_COLUMNS),
    columns("edge", EDGE_COLUMNS),
    `<nodes count="${cards.length}">`,
    ...cards.map((node) => `<node id="${inXml(node.id)}" label="${inXml(node.label)}">${values(NODE_COLUMNS, node)}`
      + `${vizOf(node)}</node>`),
    `</nodes><edges count="${ties.length}">`,
    ...ties.map((tie, n) => `<edge id="${n}" source="${inXml(tie.source.id)}" target="${inXml(tie.target.id)}" `
      + `weight="${tie.weight}">${values(EDGE_COLUMNS, tie)}</edge>`),
    "</edges></graph></gexf>\n",
  ].join("\n");
}

/** The ties that are shown, with their cards, days and first passage. */
function shownTies(page) {
  const { nodes, ties, size, data } = page.network;
  const shown = [];
  for (let e = 0; e < size; e++) {
    if (!page.view.edges[e]) continue;
    shown.push({
      source: nodes[ties.source[e]],
      target: nodes[ties.target[e]],
      weight: ties.weight[e],
      count: ties.count[e],
      documents: ties.documents[e].map((document) => data.documents[document]),
      first: ties.spells[e][0],
      last: ties.spells[e][ties.spells[e].length - 1],
      passage: passageOf(page.network, ties.passages[e][0]),
    });
  }
  return shown;
}

function columns(kind, table) {
  const rows = Object.entries(table).map(([name, [type]]) => `<attribute id="${name}" title="${name}" type="${type}"/>`);
  return `<attributes class="${kind}" mode="static">${rows.join("")}</attributes>`;
}

function values(table, row) {
  const cells = Object.entries(table).map(([name, [type, read]]) => [name, type, read(row)])
    .filter(([, , value]) => value !== null && value !== undefined)
    .map(([name, type, value]) => [name, type === "liststring" ? listOf(value) : value])
    .map(([name, value]) => `<attvalue for="${name}" value="${inXml(value)}"/>`);
  return `<attvalues>${cells.join("")}</attvalues>`;
}

/** A list as Gephi and graphology both split it. */
function listOf(list) {
  return `[${list.map((value) => JSON.stringify(value.replace(/\s+/g, " ").trim())).join(", ")}]`;
}

function vizOf(node) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(node.color.slice(at, at + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${node.x}" y="${node.y}" z="0.0"/>`
    + `<viz:size value="${node.size}"/>`;
}
