// The card of one person, office, organization or place: names, offices, its place in the network, its ties.

const FIRST_TIES = 40;
const FIRST_VARIANTS = 12;

/** The card as elements. `page` gives the network, what is shown, and what a click on a name does. */
function cardOf(page, node) {
  const { network } = page;
  const kind = make("p", { className: "kind" }, markElement(node), sayOr(`kind_${node.kind}`, node.kind));
  return [
    make("div", { className: "card-head" },
      page.trail.length ? backLink(page) : null,
      make("button", { type: "button", className: "close", "aria-label": say("close"), title: say("close"),
        onclick: () => page.close() }, "×"),
      kind,
      make("h2", { id: "card-name", tabIndex: -1, lang: language(node.label) }, node.label),
      life(node)),
    variants(node),
    identifiers(network, node),
    offices(page, node),
    measures(page, node),
    tiesSection(page, node),
  ].filter(Boolean);
}

function backLink(page) {
  const before = page.network.nodes[page.trail[page.trail.length - 1]];
  return link(`← ${say("back", { name: before.label })}`, () => page.back(), { className: "link back" });
}

function life(node) {
  if (!node.span.length) return null;
  const [first, last] = [node.span[0], node.span[node.span.length - 1]];
  return make("p", { className: "quiet" }, say("active", { dates: between(first, last) }));
}

function section(name, ...children) {
  return make("section", {}, make("h3", {}, say(name)), ...children);
}

function variants(node) {
  if (!node.variants.length) return null;
  const item = (name) => make("li", { lang: language(name) }, name);
  const list = make("ul", { className: "names" }, ...node.variants.slice(0, FIRST_VARIANTS).map(item));
  const rest = node.variants.slice(FIRST_VARIANTS);
  if (rest.length) {
    const more = link(say("more_variants", { n: rest.length }), () => more.parentElement.replaceWith(...rest.map(item)));
    list.append(make("li", {}, more));
  }
  return section("variants", list);
}

function identifiers(network, node) {
  if (!node.identifiers || !node.identifiers.length) return null;
  const items = node.identifiers.map((one) => {
    const [scheme, ...rest] = one.split(":");
    const page = network.data.catalogues[scheme];
    if (!page) return make("li", {}, one);
    const address = page.replace("{}", encodeURIComponent(rest.join(":")));
    return make("li", {}, make("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, one));
  });
  return section("identifiers", make("ul", { className: "names" }, ...items));
}

/** A button that shows and hides what is made when first asked for. */
function unfolding(content, label) {
  const box = make("div", { className: "unfolded", hidden: true });
  const button = make("button", { type: "button", className: "unfold", "aria-expanded": "false",
    "aria-label": label, title: label }, "“”");
  button.onclick = () => {
    if (!box.hasChildNodes()) box.append(...content());
    box.hidden = !box.hidden;
    button.setAttribute("aria-expanded", String(!box.hidden));
  };
  const both = document.createDocumentFragment();
  both.append(button, box);
  return both;
}

/** The measures in words, folded under the first of them. */
function measures(page, node) {
  const [first, ...lines] = measureLines(page, node);
  const items = lines.map((line) => make("li", {}, line));
  return section("measures", make("details", {}, make("summary", {}, first),
    make("ul", { className: "measures" }, ...items)), routeStart(page, node));
}

function measureLines(page, node) {
  const { network } = page;
  const all = number(network.nodes.length);
  const place = (name) => ordinal(rank(network, name, node));
  const cards = counted(network.tiesOf[node.i].length, "card");
  const lines = [node.strength == null ? say("measure_degree", { cards })
    : say("measure_ties", { cards, strength: number(node.strength), rank: place("strength"), all })];
  if (node.mentions != null && node.documents != null) {
    lines.push(say("measure_mentions", { mentions: counted(node.mentions, "time"),
      documents: counted(node.documents, "document") }));
  }
  if (node.betweenness != null) {
    lines.push(say("measure_betweenness", { rank: place("betweenness"), all, value: node.betweenness.toPrecision(3) }));
  }
  if (node.pagerank != null && node.eigenvector != null) {
    lines.push(say("measure_pagerank", { rank: place("pagerank"), value: node.pagerank.toPrecision(3), all,
      eigenrank: place("eigenvector"), eigenvalue: node.eigenvector.toPrecision(3) }));
  }
  if (node.core) lines.push(say("measure_core", { core: node.core }));
  if (node.community != null) {
    const group = page.groups.find((one) => one.number === node.community);
    lines.push(say("measure_group", { group: say("group", { name: group.heart.label }) }));
  }
  return lines;
}

function tiesSection(page, node) {
  const { network, view } = page;
  const all = network.tiesOf[node.i];
  const shown = all.filter((e) => view.edges[e]);
  const list = make("ol", { className: "ties" }, ...shown.slice(0, FIRST_TIES).map((e) => tieItem(page, node, e)));
  const hidden = all.length - shown.length;
  const parts = [list];
  if (!shown.length) parts.unshift(make("p", { className: "quiet" }, say("no_ties")));
  const rest = shown.slice(FIRST_TIES);
  if (rest.length) {
    const more = make("button", { type: "button", className: "plain" }, say("ties_more", { n: number(rest.length) }));
    more.onclick = () => {
      const items = rest.map((e) => tieItem(page, node, e));
      list.append(...items);
      more.remove();
      items[0].querySelector("button").focus();
    };
    parts.push(more);
  }
  if (hidden) parts.push(make("p", { className: "quiet" }, counted(hidden, "ties_hidden")));
  const made = section("ties", ...parts);
  made.querySelector("h3").append(make("span", { className: "count" }, number(shown.length)));
  return made;
}

function tieItem(page, node, e) {
  const { network } = page;
  const other = network.nodes[otherEnd(network, e, node.i)];
  const { weight, spells } = network.ties;
  const share = Math.sqrt(weight[e] / network.heaviest);
  const bar = make("span", { className: "bar", "aria-hidden": "true" });
  bar.style.width = `${Math.max(3, 100 * share)}%`;
  const years = spells[e].length ? yearsIn(spells[e]) : "";
  return make("li", {},
    markElement(other),
    link(other.label, () => page.open(other.i), { className: "link name" }),
    years ? make("span", { className: "dates" }, years) : null,
    make("span", { className: "weight" }, number(weight[e])),
    unfolding(() => tieBody(page, node, other, e), say("quotations", { name: other.label })),
    bar);
}

function yearsIn(spells) {
  const [first, last] = [yearOf(spells[0]), yearOf(spells[spells.length - 1])];
  return first === last ? `${first}` : `${first}–${last}`;
}

/** All that is known of a tie: its measures in words, its dates, its quotations. */
function tieBody(page, node, other, e) {
  const { ties } = page.network;
  const lines = [tieMeasures(page.network, e), tieDates(ties, e)];
  if (ties.bridge?.[e]) lines.push(say("tie_bridge"));
  if (ties.shared?.[e]) lines.push(say("tie_shared", { names: ties.shared[e].join(", ") }));
  const quotations = ties.passages[e].map((passage) => quotation(page.network, passage, [node, other]));
  if (quotations.length && ties.count?.[e] > quotations.length) lines.push(say("tie_more"));
  const text = lines.filter(Boolean).join(". ").replaceAll("..", ".");
  return [make("p", { className: "quiet" }, text), ...quotations];
}

function tieMeasures({ about, ties }, e) {
  const count = ties.count?.[e];
  if (count == null) return say("tie_weight", { weight: number(ties.weight[e]) });
  const gaps = { count: counted(count, about.projection ? "common" : "time"),
    documents: counted(ties.documents[e].length, "document") };
  const [npmi, likelihood, p] = [ties.npmi?.[e], ties.log_likelihood?.[e], ties.p_value?.[e]];
  if (npmi == null || likelihood == null || p == null) return say("tie_plain", gaps);
  return say("tie_measures", { ...gaps, npmi: npmi.toFixed(2), likelihood: likelihood.toFixed(1),
    p: p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}` });
}

/** When a tie is dated, and whether by no more than the paragraphs round its sentences. */
function tieDates(ties, e) {
  const spells = ties.spells[e];
  const dates = [];
  for (let s = 0; s < spells.length; s += 2) dates.push(between(spells[s], spells[s + 1]));
  if (!dates.length) return ties.passages[e].length ? say("tie_undated") : "";
  return say(ties.dated_by?.[e] === "paragraph" ? "tie_dates_paragraph" : "tie_dates", { dates: dates.join(", ") });
}
