// Passages as the texts have them, the names they are quoted for marked, with the place where they stand.

/** A passage by its number. */
function passageOf(network, number) {
  const { passages, documents, texts } = network.data;
  return {
    document: documents[passages.document[number]],
    start: passages.start[number],
    end: passages.end[number],
    text: texts[passages.text[number]],
  };
}

/** A quotation with its source; the spellings of these cards are marked in it. */
function quotation(network, number, nodes) {
  const passage = passageOf(network, number);
  return make("figure", { className: "quotation" },
    make("blockquote", { lang: language(passage.text) }, ...marked(passage.text, nodes)),
    make("figcaption", {}, make("cite", {}, passage.document), make("span", { className: "place" },
      say("place", passage))));
}

/** The text in pieces, those that are spellings of the cards as marks. */
function marked(text, nodes) {
  const spellings = nodes.flatMap((node) => [node.label, ...node.variants]).filter((name) => name.length > 1);
  spellings.sort((a, b) => b.length - a.length);
  if (!spellings.length) return [text];
  const sought = spellings.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"));
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sought.join("|")})(?![\\p{L}\\p{N}])`, "gu");
  const pieces = [];
  let at = 0;
  for (const match of text.matchAll(found)) {
    pieces.push(text.slice(at, match.index), make("mark", {}, match[0]));
    at = match.index + match[0].length;
  }
  return [...pieces, text.slice(at)];
}
