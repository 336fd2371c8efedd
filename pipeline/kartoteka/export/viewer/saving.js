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

function cardRows(page) {
  const shown = page.network.nodes.filter((node) => page.view.nodes[node.i]);
  return [
    ["Id", "Label", "kind", "mentions", "documents", "ties", "strength", "first", "last"],
    ...shown.map((node) => [node.id, node.label, node.kind, node.mentions, node.documents, page.view.counts[node.i],
      node.strength, ...ends(node.span)]),
  ];
}

function tieRows(page) {
  return [
    ["Source", "Target", "Type", "Weight", "source_name", "target_name", "documents", "document", "start_offset",
      "end_offset", "quotation", "first", "last"],
    ...shownTies(page).map((tie) => [tie.source.id, tie.target.id, "Undirected", tie.weight, tie.source.label,
      tie.target.label, tie.documents.join(" | "), tie.passage.document, tie.passage.start, tie.passage.end,
      tie.passage.text, ...ends(tie.first == null ? [] : [tie.first, tie.last])]),
  ];
}

function ends(days) {
  return days.length ? [day(days[0]), day(days[days.length - 1])] : ["", ""];
}

/** Rows as CSV: quotes where needed, line feeds at line ends. */
function csv(rows) {
  const cell = (value) => {
    const text = String(value ?? "").toWellFormed();
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}
