// What graphology-gexf reads in GEXF files, by itself and as Gephi Lite asks it to.
//
// Given a list of paths; answers, path by path, { plain, lite }: each the graph as graphology exports it, with its
// type, or { refused: "why" }.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const Graph = require("graphology");
const gexf = require("graphology-gexf");

const WAYS = { plain: {}, lite: { allowUndeclaredAttributes: true, addMissingNodes: true } };

function read(text, options) {
  try {
    const graph = gexf.parse(Graph, text, options);
    return { ...graph.export(), type: graph.type, multi: graph.multi };
  } catch (error) {
    return { refused: error.message };
  }
}

const paths = JSON.parse(readFileSync(0, "utf8"));
const answers = paths.map((path) => {
  const text = readFileSync(path, "utf8");
  return Object.fromEntries(Object.entries(WAYS).map(([way, options]) => [way, read(text, options)]));
});
process.stdout.write(JSON.stringify(answers));
