// What is shown now as a file: a picture, a network, two lists.

const SAVES = {
  png: { file: "network-view.png", type: "image/png", make: (page) => pngOf(page) },
  svg: { file: "network-view.svg", type: "image/svg+xml", make: (page) => svgOf(sceneOf(page.picture, caption(page))) },
  gexf: { file: "network-view.gexf", type: "application/xml", make: (page) => gexfOf(page, caption(page)) },
  cards: { file: "network-view-nodes.csv", type: "text/csv", make: (page) => csv(cardRows(page)) },
  ties: { file: "network-view-edges.csv", type: "text/csv", make: (page) => csv(tieRows(page)) },
};

function wireSaving(page) {
  for (const button of document.querySelectorAll("[data-save]")) {
    const { file, type, make: made } = SAVES[button.dataset.save];
    if (!page.picture && /png|svg/.test(button.dataset.save)) button.hidden = true;
    button.onclick = async () => {
      byId("save").open = false;
      const content = await made(page);
      keep(content instanceof Blob ? content : new Blob([content], { type }), file);
      byId("found").textContent = say("saved", { file });
    };
  }
  document.addEventListener("click", (event) => {
    if (!byId("save").contains(event.target)) byId("save").open = false;
  });
}

function keep(blob, file) {
  const address = URL.createObjectURL(blob);
  const anchor = make("a", { href: address, download: file });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function pngOf(page) {
  const canvas = paint(sceneOf(page.picture, caption(page)), 2);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** The picture's own line: what is shown of what, and how ties came about. */
function caption(page) {
  const years = page.time ? `, ${page.choices.from}–${page.choices.to}` : "";
  return `${page.title}: ${counted(page.view.shownNodes, "card")}, ${counted(page.view.shownEdges, "tie")}${years}`;
}

/** The cards that are shown as nodes.csv has them: those with a date first. */
function cardRows(page) {
  const { node: forms, "nodes.csv": names } = page.network.data.files;
  return rowsOf(shownCards(page), names, forms, CARD_VALUES, (node) => node.span.length > 0);
}

/** The ties that are shown as edges.csv has them: those with a date first. */
function tieRows(page) {
  const { edge: forms, "edges.csv": names } = page.network.data.files;
  return rowsOf(shownTies(page), names, forms, TIE_VALUES, (tie) => tie.first != null);
}

function rowsOf(things, names, forms, values, isDated) {
  const ordered = [...things.filter(isDated), ...things.filter((thing) => !isDated(thing))];
  const cell = (thing, name) => {
    const value = valueOf(thing, name, values);
    return Array.isArray(value) ? value.join(" | ") : written(value, forms[name]);
  };
  return [names, ...ordered.map((thing) => names.map((name) => cell(thing, name)))];
}

/** Rows as CSV, line feeds at line ends: quotes where needed, in all of a row with a carriage return. */
function csv(rows) {
  const line = (row) => {
    const all = row.some((cell) => cell.includes("\r"));
    return row.map((cell) => (all || /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
  };
  return rows.map((row) => `${line(row)}\n`).join("").toWellFormed();
}
