// The page: reads the network, sets up picture, list, filters and years, and ties them together.

function titleOf(network) {
  const names = network.kinds.map((kind) => sayOr(`kinds_${kind}`, kind));
  const kinds = names.length > 1 ? `${names.slice(0, -1).join(", ")}${say("and")}${names[names.length - 1]}` : names[0];
  return say("title", { kinds: kinds || say("kinds_PERSON") });
}

/** What was asked for when the network was made: name and value in words. */
function factsOf(about) {
  const order = ["window", "blocks", "weight", "min_weight", "since", "until", "whole_min_weight", "backbone", "ego",
    "two_mode", "projection", "communities", "windows", "empty", "program"];
  return order.filter((name) => about[name] !== undefined && about[name] !== null && about[name] !== "")
    .map((name) => [say(`fact_${name}`), factText(name, about[name])])
    .filter(([, text]) => text);
}

function factText(name, value) {
  if (name === "window") {
    const [kind, reach] = String(value).split(":");
    return `window_${kind}` in TEXTS ? say(`window_${kind}`, { reach }) : "";
  }
  if (name === "two_mode" || name === "projection") {
    return value.split("-").map((kind) => sayOr(`kinds_${kind}`, kind)).join(say("and"));
  }
  if (name === "blocks" && value === "body") return say("blocks_body");
  if (name === "weight") return sayOr(`weight_${value}`, value);
  if (typeof value === "number") return number(value);
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function fillHeader(page) {
  const { about, nodes, size } = page.network;
  byId("title").textContent = page.title;
  const main = [counted(nodes.length, "card"), counted(size, "tie")];
  const facts = factsOf(about);
  const brief = new Set([say("fact_program"), say("fact_windows")]);
  const fact = ([name, value]) => make("span", { className: "fact" }, `${name}: ${value}`);
  byId("facts").append(make("strong", {}, main.join(", ")), ...facts.filter(([name]) => !brief.has(name)).map(fact));
  for (const [name, value] of facts) byId("about-facts").append(make("dt", {}, name), make("dd", {}, value));
  byId("licence-text").textContent = JSON.parse(byId("licences").textContent);
  byId("about").onclick = () => byId("about-box").showModal();
}

/** Everything that the parts share, and what they ask of each other. */
function newPage(network) {
  const page = { network, groups: groupsOf(network), choices: newChoices(network), view: {}, selected: -1, trail: [] };
  page.title = titleOf(network);
  page.search = searcher(network);
  page.open = (i, back = false) => {
    if (page.selected >= 0 && page.selected !== i && !back) page.trail.push(page.selected);
    page.selected = i;
    showCard(page, cardOf(page, network.nodes[i]), { selected: i, route: [] });
    if (page.picture && page.view.nodes[i]) afterLayout(() => goTo(page.picture, network.nodes[i]));
  };
  page.back = () => page.open(page.trail.pop(), true);
  page.choose = (i) => (page.routeFrom === undefined || page.routeFrom === i ? page.open(i) : showRoute(page, i));
  page.close = () => closeCard(page);
  page.lift = (i) => page.picture && setFocus(page.picture, { hovered: i });
  page.show = (what) => showView(page, what);
  page.refilter = () => {
    show(network, page.choices, page.view);
    page.due ||= requestAnimationFrame(() => {
      page.due = 0;
      redraw(page);
    });
  };
  return page;
}

/** Once the picture has the room that an open card leaves it. */
function afterLayout(action) {
  requestAnimationFrame(() => requestAnimationFrame(action));
}

function showCard(page, elements, focus) {
  const card = byId("card");
  if (card.hidden) page.opener = document.activeElement;
  card.replaceChildren(...elements);
  card.hidden = false;
  card.scrollTop = 0;
  byId("desk").classList.add("with-card");
  byId("card-name").focus({ preventScroll: true });
  if (page.picture) setFocus(page.picture, { hovered: -1, ...focus });
  markRow(page.selected);
}

function showRoute(page, to) {
  const { steps, elements } = routeCard(page, page.routeFrom, to);
  page.routeFrom = undefined;
  page.selected = -1;
  page.trail = [];
  showCard(page, elements, { selected: -1, route: steps });
}

function closeCard(page) {
  byId("card").hidden = true;
  byId("desk").classList.remove("with-card");
  page.selected = -1;
  page.trail = [];
  page.routeFrom = undefined;
  if (page.picture) setFocus(page.picture, { selected: -1, hovered: -1, route: [] });
  markRow(page.selected);
  if (page.opener?.isConnected) page.opener.focus({ preventScroll: true });
}

function showView(page, what) {
  const list = what === "list" || !page.picture;
  byId("list").hidden = !list;
  byId("picture").hidden = list && Boolean(page.picture);
  byId("show-list").setAttribute("aria-pressed", String(list));
  byId("show-picture").setAttribute("aria-pressed", String(!list));
  if (list) fillList(page.list);
}

/** After a change of the choices: the picture, the list, the open card and what is said of them. */
function redraw(page) {
  const { view, network } = page;
  const all = view.shownNodes === network.nodes.length && view.shownEdges === network.size;
  byId("shown").textContent = all
    ? say("shown_all", { cards: counted(network.nodes.length, "card"), ties: counted(network.size, "tie") })
    : say("shown", { nodes: number(view.shownNodes), all_nodes: number(network.nodes.length),
      edges: number(view.shownEdges), all_edges: number(network.size) });
  byId("reset").hidden = all;
  if (page.time) drawYears(page.time);
  if (page.picture && isSeen(page.picture)) repaint(page.picture);
  if (!byId("list").hidden) fillList(page.list);
  const ties = byId("card").querySelector(".ties:not(.steps)");
  if (page.selected >= 0 && ties) ties.parentElement.replaceWith(tiesSection(page, network.nodes[page.selected]));
}

function notify(text) {
  byId("notice").textContent = text;
  byId("notice").hidden = false;
}

function startPicture(page) {
  try {
    if (!canDraw()) throw new Error(say("no_webgl"));
    page.picture = newPicture(page.network, page.view, byId("canvas"), {
      point: (i) => page.lift(i),
      choose: (i) => page.choose(i),
      leave: () => page.close(),
    });
    byId("picture").addEventListener("keydown", (event) => pictureKey(page.picture, event));
    for (const button of document.querySelectorAll("[data-zoom]")) {
      button.onclick = () => ZOOMS[button.dataset.zoom](page.picture.sigma.getCamera());
    }
  } catch (error) {
    console.info(error.message);
    notify(say("no_webgl"));
    byId("zoom").hidden = true;
    byId("show-picture").disabled = true;
    byId("desk").classList.add("without-picture");
  }
}

function start() {
  const network = readNetwork(JSON.parse(byId("data").textContent));
  const page = newPage(network);
  show(network, page.choices, page.view);
  fillHeader(page);
  newControls(page);
  page.list = newList(page);
  startPicture(page);
  if (!network.nodes.length) notify(say("nothing", { why: network.about.empty ?? "" }));
  page.time = newTime(page);
  wireSaving(page);
  showView(page, page.picture ? "picture" : "list");
  show(network, page.choices, page.view);
  redraw(page);
  document.title = say("ready", { cards: counted(network.nodes.length, "card"), ties: counted(network.size, "tie"),
    title: page.title });
}

start();
