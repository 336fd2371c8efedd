// The keys that the page makes of words, by the rules it was given.

import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const { rules, script, words } = JSON.parse(readFileSync(0, "utf8"));
const program = `${readFileSync(script, "utf8")}\nJSON.stringify(words.map(keyMaker(rules)))`;
const found = runInNewContext(program, { rules, words });
process.stdout.write(found);
