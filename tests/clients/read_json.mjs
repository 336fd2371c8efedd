// What graphology imports from its own serialization. Given a list of paths; answers each graph as it exports it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const Graph = createRequire(import.meta.url)("graphology");

const paths = JSON.parse(readFileSync(0, "utf8"));
const graphs = paths.map((path) => Graph.from(JSON.parse(readFileSync(path, "utf8"))).export());
process.stdout.write(JSON.stringify(graphs));
