// The cards and ties that are shown as GEXF 1.3, with the columns of network.gexf.

function gexfOf(page, caption) {
  const { about, data } = page.network;
  const { node: cardColumns, edge: tieColumns } = data.files;
  const cards = shownCards(page);
  const ties = shownTies(page);
  const told = inXml([caption, ...factsOf(about).map((fact) => fact.join(": "))].join("; "));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta><creator>${inXml(about.program)}</creator><description>${told}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static" idtype="string">',
    columnBlock("node", cardColumns),
    columnBlock("edge", tieColumns),
    `<nodes count="${cards.length}">`,
    ...cards.map((node) => `<node id="${inXml(node.id)}" label="${inXml(node.label)}">`
      + `${attributesOf(node, cardColumns, CARD_VALUES)}${vizOf(node)}</node>`),
    `</nodes><edges count="${ties.length}">`,
    ...ties.map((tie, n) => `<edge id="${n}" source="${inXml(tie.source.id)}" target="${inXml(tie.target.id)}" `
      + `weight="${tie.weight}">${attributesOf(tie, tieColumns, TIE_VALUES)}</edge>`),
    "</edges></graph></gexf>\n",
  ].join("\n");
}

function columnBlock(kind, forms) {
  const columns = Object.entries(forms).map(([name, form]) => `<attribute id="${name}" title="${name}" type="${form}"/>`);
  return `<attributes class="${kind}" mode="static">${columns.join("")}</attributes>`;
}

/** The values that a card or tie has; none is written for an empty text or list. */
function attributesOf(thing, forms, values) {
  const cells = Object.entries(forms).map(([name, form]) => {
    const value = valueOf(thing, name, values);
    return [name, Array.isArray(value) ? listOf(value) : written(value, form)];
  });
  const told = cells.filter(([, text]) => text !== "");
  return `<attvalues>${told.map(([name, text]) => `<attvalue for="${name}" value="${inXml(text)}"/>`).join("")}</attvalues>`;
}

/** A list as Gephi and graphology both split it: quotes around each item, a space for a tab or line break. */
function listOf(list) {
  const item = (value) => String(value).replace(/[\\"]/g, "\\$&").replace(/[\t\n\r]/g, " ");
  return list.length ? `[${list.map((value) => `"${item(value)}"`).join(", ")}]` : "";
}

function vizOf(node) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(node.color.slice(at, at + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/><viz:position x="${node.x}" y="${node.y}" z="0.0"/>`
    + `<viz:size value="${node.size}"/>`;
}
