// The keys of a word, however it is spelled: those that the data gives each card, by rules made from the same tables.

const APOSTROPHES = /[’‘ʼʹ′`´＇ʻ‛]/g;
const WORD = /\p{L}+(?:['\u0300-\u036f\u0361]\p{L}*)*/gu;

/** A maker of keys by these rules: word in, keys out, the likeliest first. */
function keyMaker(rules) {
  const foreign = { ...rules.groups, ...rules.foreign };
  const longest = Math.max(...Object.keys(foreign).map((group) => group.length));
  const guarded = new Set(rules.guarded);
  const slavic = new RegExp(rules.slavic);
  const isLetter = (c) => c.length === 1 && c !== "^" && c !== "$" && c in rules.groups;

  function letters(word) {
    return [...word.normalize("NFC").toLowerCase()].map((c) => {
      if (isLetter(c)) return c;
      if (c in rules.letters) return rules.letters[c];
      return [...c.normalize("NFKD").toLowerCase()].filter(isLetter).join("");
    }).join("");
  }

  function symbols(written) {
    const plain = written.length < 3 || slavic.test(written);
    const table = plain ? rules.groups : foreign;
    const word = `^${written}$`;
    let made = "";
    for (let at = 0; at < word.length;) {
      let size = Math.min(longest, word.length - at);
      for (; size > 0; size--) {
        const group = word.slice(at, at + size);
        const open = !plain && guarded.has(group) && "aeiouyj".includes(word[at + size] || "-");
        if (Object.hasOwn(table, group) && !open) {
          made += table[group];
          break;
        }
      }
      at += Math.max(size, 1);
    }
    return made.replace(/([^aeou])\1+/g, "$1");
  }

  const single = (key) => key.replace(/(.)\1+/g, "$1");
  const read = (word) => single([...symbols(letters(word))].map((s) => rules.sounds[s][0][0]).join(""));

  function fold(word) {
    let key = read(word);
    for (let again = read(key); again !== key; again = read(key)) key = again;
    return key;
  }

  function choices(word) {
    let found = [[0, ""]];
    for (const symbol of symbols(letters(word))) {
      const options = rules.sounds[symbol].filter(([, cost]) => cost <= rules.within);
      found = found.flatMap(([sum, made]) => options.map(([letter, cost]) => [sum + cost, made + letter]));
      if (options.length > 1) found = found.sort((a, b) => a[0] - b[0]).slice(0, rules.most);
    }
    return found.map(([, made]) => single(made));
  }

  return (word) => [...new Set([fold(word), ...choices(word)])].filter(Boolean);
}

/** The words of a text, apostrophes made one. */
function wordsOf(text) {
  return text.replace(APOSTROPHES, "'").match(WORD) || [];
}

/** A word without case, accents and apostrophes. */
function plainWord(word) {
  return word.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f'ʹʺ]/g, "");
}
