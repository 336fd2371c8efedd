// Opens a file in headless Chromium and keeps a record of what it complains of and what it asks the network for.
//
//   import { given, open, answer } from "./browser.mjs";
//   const { page, record, close } = await open(given.page, { width: 1280, height: 800 });
//   …
//   await close(); answer({ record, title });

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

// A browser without an account, an update or a word to its makers; WebGL computed by the processor.
const SWITCHES = [
  "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
];

/** What the test gave. */
export const given = JSON.parse(readFileSync(0, "utf8"));

/** The page of a file: `record.complaints` are errors and warnings, `record.requests` what left the machine's files. `prepare` sees the page before it opens. */
export async function open(path, { width = 1280, height = 800, ...context } = {}, prepare = async () => {}) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: SWITCHES });
  const page = await browser.newPage({ viewport: { width, height }, acceptDownloads: true, ...context });
  const record = { complaints: [], requests: [] };
  page.on("pageerror", (error) => record.complaints.push(String(error)));
  page.on("console", (said) => {
    if (["error", "warning"].includes(said.type())) record.complaints.push(`${said.type()}: ${said.text()}`);
  });
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) record.requests.push(request.url());
  });
  await prepare(page);
  await page.goto(pathToFileURL(path).href);
  return { page, record, close: () => browser.close() };
}

/** Hands the test its answer. */
export function answer(value) {
  process.stdout.write(JSON.stringify(value));
}
