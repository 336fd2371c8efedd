// Opens network.html in a browser that cannot draw: no WebGL, as on a machine that forbids it.

import { answer, given, open } from "./browser.mjs";

const { page, record, close } = await open(given.page, {}, (blank) => blank.addInitScript(() => {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function context(kind, ...rest) {
    return kind.startsWith("webgl") ? null : get.call(this, kind, ...rest);
  };
}));
await page.waitForFunction(() => document.title.includes(" – "));
const rows = await page.locator("#list-body th").allInnerTexts();
const seen = { notice: await page.locator("#notice").innerText(), rows };
await page.click("#list-body tr:first-child button");
await page.click("#card .ties .unfold >> nth=0");
seen.quotation = await page.locator("#card blockquote").first().innerText();
await close();
answer({ seen, record });
