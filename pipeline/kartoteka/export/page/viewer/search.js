// Cards by name: a word that is typed matches a word of the card as it is written, or as it sounds in any spelling.

/** A search over all cards: text in, cards out, the best first. */
function searcher(network) {
  const keysOf = keyMaker(network.data.rules);
  const index = network.nodes.map((node) => ({
    node,
    words: [...new Set([node.label, ...node.variants].flatMap(wordsOf).map(plainWord))],
    keys: node.keys.split(" "),
    order: plainWord(node.label),
  }));

  function search(words) {
    const asked = words.map((word) => ({ plain: plainWord(word), keys: keysOf(word) }));
    const found = [];
    for (const entry of index) {
      let score = 0;
      for (const word of asked) {
        const fit = likeness(entry, word);
        score = fit ? score + fit : -Infinity;
      }
      if (score > 0) found.push({ entry, score });
    }
    found.sort((a, b) => b.score - a.score || (b.entry.node.strength ?? 0) - (a.entry.node.strength ?? 0)
      || (a.entry.order < b.entry.order ? -1 : 1));
    return found.map(({ entry }) => entry.node);
  }

  return (text) => {
    const words = wordsOf(text);
    if (!words.length) return [];
    const longer = words.filter((word) => word.length > 1);
    // Who types initials that no text has still means the surname; a word not yet whole may end in half a letter group.
    for (const attempt of [words, longer, words.map((word) => (word.length > 3 ? word.slice(0, -1) : word))]) {
      const found = attempt.length ? search(attempt) : [];
      if (found.length) return found;
    }
    return [];
  };
}

/** How well a word fits a card: as written or as heard, whole or as a beginning; 0 where it does not. */
function likeness(entry, word) {
  if (word.plain && entry.words.includes(word.plain)) return 4;
  if (word.plain && entry.words.some((one) => one.startsWith(word.plain))) return 3;
  if (word.keys.some((key) => entry.keys.includes(key))) return 2;
  return word.keys.some((key) => entry.keys.some((one) => one.startsWith(key))) ? 1 : 0;
}
