// Opens network.html and tells its title, facts and notice, whether it has a time slider, and the data it was given.

import { answer, given, open } from "./browser.mjs";

const { page, record, close } = await open(given.page);
await page.waitForFunction(() => document.title.includes(" – "));
const [title, notice] = [await page.title(), await page.locator("#notice").innerText()];
const facts = await page.locator("#facts").innerText();
const slider = await page.locator("#time").isVisible();
const data = await page.evaluate(() => document.getElementById("data").textContent);
await close();
answer({ record, title, facts, notice, slider, data });
