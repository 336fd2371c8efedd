// What the page's files tell of cards and ties: the columns of the program's own files, by their names.

const CARD_VALUES = {
  Id: (node) => node.id,
  Label: (node) => node.label,
  entity_type: (node) => node.kind,
  variants: (node) => node.written,
  offices: (node) => node.offices.map((held) => held[held.length - 1]),
  start: (node) => isoDay(node.span[0]),
  end: (node) => isoDay(node.span[node.span.length - 1]),
};

const TIE_VALUES = {
  Source: (tie) => tie.source.id,
  Target: (tie) => tie.target.id,
  Type: () => "Undirected",
  Weight: (tie) => tie.weight,
  source_name: (tie) => tie.source.label,
  target_name: (tie) => tie.target.label,
  documents: (tie) => tie.documents,
  document: ({ passages: [first] }) => first?.document,
  start_offset: ({ passages: [first] }) => first?.start,
  end_offset: ({ passages: [first] }) => first?.end,
  quotation: ({ passages: [first] }) => first?.text,
  further: ({ passages }) => passages.slice(1).map((one) => `${one.document}:${one.start}-${one.end} ${one.text}`),
  start: (tie) => isoDay(tie.first),
  end: (tie) => isoDay(tie.last),
};

/** What a card or tie has in a column; nothing where it is not known. */
function valueOf(thing, name, values) {
  return name in values ? values[name](thing) : thing[name];
}

function shownCards(page) {
  return page.network.nodes.filter((node) => page.view.nodes[node.i]);
}

/** The ties that are shown, each with its cards, days and passages beside its columns. */
function shownTies(page) {
  const { nodes, ties, size, data } = page.network;
  const shown = [];
  for (let e = 0; e < size; e++) {
    if (!page.view.edges[e]) continue;
    const tie = {};
    for (const name of Object.keys(ties)) tie[name] = ties[name][e];
    tie.source = nodes[ties.source[e]];
    tie.target = nodes[ties.target[e]];
    tie.documents = ties.documents[e].map((document) => data.documents[document]);
    tie.passages = ties.passages[e].map((passage) => passageOf(page.network, passage));
    [tie.first, tie.last] = [ties.spells[e][0], ties.spells[e][ties.spells[e].length - 1]];
    shown.push(tie);
  }
  return shown;
}

/** A single value as the program's own files write it. */
function written(value, form) {
  if (value == null) return "";
  if (form === "boolean") return value ? "true" : "false";
  return form === "double" ? decimal(value) : String(value);
}

/** A number with the digits that Python writes: 1.0, 0.0001, 1e-05. */
function decimal(value) {
  const [digits, power] = value.toExponential().split("e");
  if (value !== 0 && (power < -4 || power > 15)) {
    return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** A day as ISO 8601 has it, also before our era: 1934-07-10, -0044-03-15. */
function isoDay(coded) {
  if (coded == null) return null;
  const year = yearOf(coded);
  const rest = day(coded).slice(-6);
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}${rest}`;
}
