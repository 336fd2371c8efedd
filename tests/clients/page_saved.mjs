// Opens network.html, saves what it shows as files, and gives their contents; tells the first card of the list, too.

import { readFileSync } from "node:fs";
import { answer, given, open } from "./browser.mjs";

const { page, record, close } = await open(given.page);
await page.waitForFunction(() => document.title.includes(" – "));
const saved = {};
for (const what of ["gexf", "cards", "ties"]) {
  await page.click("#save summary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-save=${what}]`)]);
  saved[what] = readFileSync(await download.path(), "utf8");
}
await page.click("#show-list");
const columns = await page.locator("#list-head th").allInnerTexts();
await page.click("#list-body tr:first-child button");
await page.click("#card .ties .unfold >> nth=0");
const card = await page.locator("#card").innerText();
await close();
answer({ record, saved, columns, card });
