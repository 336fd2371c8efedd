// Search field, filters that are the legend too, the choice of a view.

const MOST_RESULTS = 40;
const MOST_GROUPS = 10;
const MOST_STEPS = 60;

function newControls(page) {
  kindChoices(page);
  groupChoices(page);
  weightChoice(page);
  const { sized_by: measure = "strength", weight, projection } = page.network.about;
  const line = projection ? "shared" : weight;
  byId("key").textContent = say("key", {
    measure: sayOr(`size_${measure}`, measure), weight: sayOr(`line_${line}`, line),
  });
  byId("reset").onclick = () => resetChoices(page);
  wireSearch(page);
  byId("show-picture").onclick = () => page.show("picture");
  byId("show-list").onclick = () => page.show("list");
  byId("skip").onclick = (event) => {
    event.preventDefault();
    page.show("list");
    byId("list-heading").focus();
  };
  byId("filters").open = !matchMedia("(max-width: 760px)").matches;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (byId("save").open) byId("save").open = false;
    else if (!byId("card").hidden && byId("results").hidden) page.close();
  });
}

/** A box to tick: its mark, what it stands for, how many cards it has. */
function choice(mark, text, count, change, lang = "") {
  const box = make("input", { type: "checkbox", checked: true });
  box.addEventListener("change", () => change(box.checked));
  return make("label", { className: "check" }, box, mark, make("span", { lang }, text),
    make("span", { className: "count" }, number(count)));
}

function toggle(page, set, values, on) {
  for (const value of values) on ? set.delete(value) : set.add(value);
  page.refilter();
}

function kindChoices(page) {
  const { nodes, kinds } = page.network;
  for (const kind of kinds) {
    const cards = nodes.filter((node) => node.kind === kind);
    const colours = unique(cards.map((node) => node.color));
    const mark = markElement({ form: cards[0].form, color: colours.length === 1 ? colours[0] : "" });
    const change = (on) => toggle(page, page.choices.kinds, [kind], on);
    byId("kinds").append(choice(mark, sayOr(`kind_${kind}`, kind), cards.length, change));
  }
}

function groupChoices(page) {
  const { groups } = page;
  byId("groups").hidden = groups.length < 2;
  const coloured = page.network.about.coloured_by !== "kind" && groups.some((group) => group.colour);
  const mark = (group) => (coloured ? markElement({ form: "circle", color: group.colour }) : "");
  for (const group of groups.slice(0, MOST_GROUPS)) {
    const change = (on) => toggle(page, page.choices.groups, [group.number], on);
    const name = say("group", { name: group.heart.label });
    byId("groups").append(choice(mark(group), name, group.size, change, language(name)));
  }
  const rest = groups.slice(MOST_GROUPS);
  if (!rest.length) return;
  const cards = rest.reduce((sum, group) => sum + group.size, 0);
  const colours = unique(rest.map((group) => group.colour));
  const change = (on) => toggle(page, page.choices.groups, rest.map((group) => group.number), on);
  const shared = mark({ colour: colours.length === 1 ? colours[0] : "" });
  byId("groups").append(choice(shared, counted(rest.length, "groups_rest"), cards, change));
}

/** The least weight: a step of the slider for each weight that some tie has. */
function weightChoice(page) {
  const weights = [...new Set(page.network.ties.weight)].sort((a, b) => a - b);
  const every = Math.ceil(weights.length / MOST_STEPS);
  const steps = weights.filter((_, at) => at % every === 0);
  const slider = byId("least");
  byId("weights").hidden = steps.length < 2;
  slider.max = String(Math.max(0, steps.length - 1));
  const least = () => steps[Number(slider.value)] ?? 1;
  const tell = () => {
    byId("least-says").textContent = number(least());
    slider.setAttribute("aria-valuetext", String(least()));
  };
  slider.addEventListener("input", () => {
    page.choices.least = least();
    tell();
    page.refilter();
  });
  page.choices.least = least();
  tell();
}

function resetChoices(page) {
  Object.assign(page.choices, newChoices(page.network));
  for (const box of document.querySelectorAll(".filters input[type=checkbox], #undated")) box.checked = true;
  byId("least").value = "0";
  byId("least").dispatchEvent(new Event("input"));
}

/** Type, go through what is found with the arrow keys, open with Enter; Escape empties the field. */
function wireSearch(page) {
  const query = byId("query");
  const list = byId("results");
  let found = [];
  let at = -1;

  function mark(next) {
    at = next;
    [...list.children].forEach((item, n) => {
      item.setAttribute("aria-selected", String(n === at));
      if (n === at) item.scrollIntoView({ block: "nearest" });
    });
    if (at >= 0) query.setAttribute("aria-activedescendant", list.children[at].id);
    else query.removeAttribute("aria-activedescendant");
    page.lift(at >= 0 ? found[at].i : -1);
  }

  function close() {
    list.hidden = true;
    query.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function choose(node) {
    close();
    page.choose(node.i);
  }

  function fill() {
    const all = page.search(query.value);
    found = all.slice(0, MOST_RESULTS);
    list.replaceChildren(...found.map((node, n) => result(page, node, n, () => choose(node))));
    list.hidden = !found.length;
    query.setAttribute("aria-expanded", String(found.length > 0));
    byId("found").textContent = query.value.trim() ? foundText(all.length) : "";
    mark(-1);
  }

  query.addEventListener("input", fill);
  query.addEventListener("focus", () => query.value && list.hidden && fill());
  query.addEventListener("blur", () => setTimeout(close, 120));
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && found.length) mark((at + 1) % found.length);
    else if (event.key === "ArrowUp" && found.length) mark((at - 1 + found.length) % found.length);
    else if (event.key === "Enter" && found.length) choose(found[Math.max(at, 0)]);
    else if (event.key === "Escape" && query.value) {
      query.value = "";
      fill();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  });
}

function foundText(n) {
  if (n > MOST_RESULTS) return say("found_more", { shown: MOST_RESULTS, n: number(n) });
  return n ? counted(n, "found") : say("found_none");
}

function result(page, node, n, action) {
  const item = make("li", { id: `result-${n}`, role: "option", "aria-selected": "false" },
    markElement(node),
    make("span", { className: "name", lang: language(node.label) }, node.label),
    make("span", { className: "count" }, page.view.nodes[node.i]
      ? counted(page.view.counts[node.i], "tie") : say("outside")));
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", action);
  return item;
}
