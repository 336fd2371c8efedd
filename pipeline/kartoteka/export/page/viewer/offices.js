// The offices of a card: each title once, beneath it the times for which texts tell it.

/** More titles than this without any date are folded away behind dated ones. */
const MOST_UNDATED = 3;

function offices(page, node) {
  if (!node.offices.length) return null;
  const held = titlesOf(node.offices);
  const dated = held.filter((one) => one.terms.some((term) => term.days.length));
  const undated = held.filter((one) => !dated.includes(one));
  const list = (some) => make("ul", { className: "offices" }, ...some.map((one) => officeItem(page, node, one)));
  if (!dated.length || undated.length <= MOST_UNDATED) return section("offices", list([...dated, ...undated]));
  const folded = make("details", {}, make("summary", {}, counted(undated.length, "offices_undated")), list(undated));
  return section("offices", list(dated), folded);
}

/** The titles in the order in which they come, each with its terms by their days, those without any last. */
function titlesOf(offices) {
  const titles = new Map();
  for (const [title, card, ...rest] of offices) {
    const days = rest.slice(0, 4);
    const [passage, acting] = rest.slice(4);
    const key = title.toLocaleLowerCase();
    if (!titles.has(key)) titles.set(key, { title, card, terms: new Map() });
    const one = titles.get(key);
    one.card = Math.max(one.card, card);
    const dates = days.every((day) => day == null) ? "" : `${between(days[0], days[1])} – ${between(days[2], days[3])}`;
    const said = [dates, acting ? say("acting") : ""].filter(Boolean).join(", ");
    const known = days.filter((day) => day != null);
    if (!one.terms.has(said)) one.terms.set(said, { said, days: known, passages: [] });
    const { passages } = one.terms.get(said);
    if (passage >= 0 && !passages.includes(passage)) passages.push(passage);
  }
  const first = (term) => Math.min(Infinity, ...term.days);
  const inTime = (a, b) => (first(a) === first(b) ? 0 : first(a) - first(b));
  return [...titles.values()].map((one) => ({ ...one, terms: [...one.terms.values()].sort(inTime) }));
}

function officeItem(page, node, { title, card, terms }) {
  const name = card >= 0 ? link(title, () => page.open(card)) : make("span", { lang: language(title) }, title);
  const said = (term) => term.said || (terms.length > 1 ? say("without_date") : "");
  const lines = terms.map((term) => make("div", { className: "term" },
    make("span", { className: "dates" }, said(term)),
    term.passages.length
      ? unfolding(() => term.passages.map((passage) => quotation(page.network, passage, [node])),
        say("quotations_office", { name: [title, term.said].filter(Boolean).join(", ") }))
      : null));
  const bare = terms.length === 1 && !terms[0].said;
  return make("li", { className: bare ? "bare" : "" }, make("span", { className: "office" }, name), ...lines);
}
