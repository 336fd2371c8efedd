// The list behind the picture: every card that is shown as a row of a table, sorted by any column.

const ROWS = 200;
const COLUMNS = ["label", "kind", "mentions", "documents", "ties", "strength", "years"];
const ALWAYS = new Set(["label", "kind", "ties", "years"]);
const NUMERIC = new Set(["mentions", "documents", "ties", "strength"]);

function newList(page) {
  const { nodes } = page.network.data;
  const columns = COLUMNS.filter((name) => ALWAYS.has(name) || name in nodes);
  const list = { page, columns, column: "strength" in nodes ? "strength" : "ties", down: true, limit: ROWS };
  byId("list-head").append(...columns.map((name) => heading(list, name)));
  byId("list-more").onclick = () => {
    const next = list.limit;
    list.limit += ROWS;
    fillList(list);
    byId("list-body").rows[next]?.querySelector("button").focus();
  };
  return list;
}

function heading(list, name) {
  const sort = () => {
    list.down = list.column === name ? !list.down : NUMERIC.has(name);
    list.column = name;
    list.limit = ROWS;
    fillList(list);
  };
  const button = make("button", { type: "button", className: "sort", onclick: sort }, say(`column_${name}`));
  const cell = make("th", { scope: "col", className: NUMERIC.has(name) ? "number" : "" }, button);
  cell.dataset.column = name;
  return cell;
}

/** What a card has in a column: what is shown and sorted by. */
function valueIn(page, node, name) {
  if (name === "ties") return page.view.counts[node.i];
  if (name === "kind") return sayOr(`kind_${node.kind}`, node.kind);
  if (name === "years") return node.span.length ? yearsIn(node.span) : "";
  return node[name] ?? 0;
}

function fillList(list) {
  const { page, column, down } = list;
  const shown = page.network.nodes.filter((node) => page.view.nodes[node.i]);
  const values = new Map(shown.map((node) => [node, valueIn(page, node, column)]));
  const compare = NUMERIC.has(column)
    ? (a, b) => values.get(a) - values.get(b)
    : (a, b) => collate(values.get(a), values.get(b));
  shown.sort((a, b) => (down ? -1 : 1) * compare(a, b) || collate(a.label, b.label) || a.i - b.i);
  byId("list-body").replaceChildren(...shown.slice(0, list.limit).map((node) => row(list, node)));
  byId("list-says").textContent = say("list_says", { n: number(shown.length) });
  const rest = shown.length - list.limit;
  byId("list-more").hidden = rest <= 0;
  byId("list-more").textContent = say("list_more", { n: number(Math.min(Math.max(rest, 0), ROWS)) });
  for (const cell of byId("list-head").cells) {
    if (cell.dataset.column === column) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
  }
}

const { compare: collate } = new Intl.Collator("en", { sensitivity: "base" });

function row({ page, columns }, node) {
  const cells = columns.slice(1).map((name) => {
    const value = valueIn(page, node, name);
    return make("td", { className: NUMERIC.has(name) ? "number" : "" }, NUMERIC.has(name) ? number(value) : value);
  });
  const name = link(node.label, () => page.open(node.i), { className: "link name" });
  const made = make("tr", {}, make("th", { scope: "row" }, markElement(node), name), ...cells);
  made.dataset.node = node.i;
  made.classList.toggle("open", page.selected === node.i);
  return made;
}

/** Mark the row of the card that is open; the rows stay, and with them the place of the keyboard. */
function markRow(i) {
  for (const made of byId("list-body").rows) made.classList.toggle("open", Number(made.dataset.node) === i);
}
