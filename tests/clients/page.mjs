// Goes through network.html as a reader does, and tells what was seen at every step.

import { readFileSync } from "node:fs";
import { answer, given, open } from "./browser.mjs";

const { page, record, close } = await open(given.page, { width: 1280, height: 800, reducedMotion: "reduce" });
const seen = {};
const text = (selector) => page.locator(selector).innerText();
const texts = (selector) => page.locator(selector).allInnerTexts();
const picture = (what = "") => page.screenshot({ path: `${given.pictures}${what}.png` });
const rest = () => page.waitForTimeout(400);
const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

async function find(name) {
  await page.fill("#query", name);
  return texts("#results .name");
}

async function shown() {
  await rest();
  return text("#shown");
}

async function card() {
  const focus = await page.evaluate(() => document.activeElement.id);
  return { name: await text("#card h2"), text: await text("#card"), focus };
}

async function save(what) {
  await page.click("#save summary");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-save=${what}]`)]);
  const content = readFileSync(await download.path());
  return { file: download.suggestedFilename(), content: content.toString(what === "png" ? "base64" : "utf8") };
}

/** Point at a place of the screen, and click there once the picture knows what lies under it. */
async function clickOn(x, y) {
  await page.mouse.move(x, y);
  await rest();
  await page.mouse.click(x, y);
  await rest();
}

/** The texts that stand out too little from what lies behind them (WCAG 2.2, 1.4.3), with their contrast. */
function faint() {
  return page.evaluate(() => {
    const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
    const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
    const behind = (element) => {
      for (let one = element; one; one = one.parentElement) {
        const ground = getComputedStyle(one).backgroundColor;
        if ((parts(ground)[3] ?? 1) > 0.9) return ground;
      }
      return "rgb(255, 255, 255)";
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = { read: 0, faint: [] };
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      if (!text.textContent.trim() || !element.checkVisibility() || !element.getClientRects().length) continue;
      const [one, other] = [light(getComputedStyle(element).color), light(behind(element))];
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      found.read += 1;
      if (contrast < 4.5) found.faint.push([text.textContent.trim(), contrast]);
    }
    return found;
  });
}

await page.waitForFunction(() => document.title.includes(" – "));
seen.title = await page.title();
seen.heading = await text("h1");
seen.facts = await text("#facts");
await rest();
await picture();

seen.found = {};
for (const name of given.names) seen.found[name] = await find(name);
seen.counted = await text("#found");

await find(given.names[0]);
await press("ArrowDown", "Enter");
seen.byKeyboard = await card();
await page.click("#card .ties .unfold >> nth=0");
seen.quotations = await texts("#card .ties blockquote");
seen.marked = await texts("#card .ties mark");
seen.sources = await texts("#card .ties figcaption");
seen.offices = await texts("#card .offices > li");
await page.click("#card .offices .unfold >> nth=0");
seen.officeQuoted = await text("#card .offices");
await picture("-card");
seen.faint = [await faint()];
await page.click("#card .ties .unfold >> nth=1");
seen.dates = (await texts("#card .ties .unfolded > p")).map((one) => one.match(/Dated.*?(?=\.|$)/)[0]);
await page.click("#card .ties .name >> nth=0");
seen.neighbour = await card();
await page.click("#card .back");
seen.back = await card();
await press("Escape");
seen.closed = await page.locator("#card").isHidden();

// The middle of the layout is the middle of the picture.
await page.fill("#query", "");
const box = await page.locator("#canvas").boundingBox();
await clickOn(box.x + given.point[0] * box.width, box.y + given.point[1] * box.height);
seen.byMouse = await page.locator("#card").isHidden() ? null : (await card()).name;
await press("Escape");

seen.all = await shown();
await page.focus("#from");
await press("End");
seen.lastYear = [await shown(), await text("#years")];
await page.uncheck("#undated");
seen.withoutUndated = await shown();
await page.click("#reset");
seen.reset = await shown();
await page.click("#play");
await page.waitForTimeout(1000);
seen.playing = await page.getAttribute("#play", "aria-pressed");
await page.click("#play");
await page.click("#reset");

await page.uncheck("#kinds input >> nth=0");
seen.withoutKind = [await text("#kinds label >> nth=0"), await shown()];
await page.check("#kinds input >> nth=0");
await page.uncheck("#groups input >> nth=0");
seen.withoutGroup = await shown();
await page.check("#groups input >> nth=0");
await page.focus("#least");
await press("End");
seen.heaviest = [await text("#least-says"), await shown()];
seen.saved = {};
for (const what of ["png", "svg", "gexf", "cards", "ties"]) seen.saved[what] = await save(what);
await page.click("#reset");

await page.focus("#skip");
await press("Enter");
seen.list = { focus: await page.evaluate(() => document.activeElement.id), rows: await texts("#list-body th") };
await page.click("#list-head [data-column=label] button");
seen.sorted = await texts("#list-body th");
seen.faint.push(await faint());
await page.focus("#list-body tr:first-child button");
await press("Enter");
seen.fromList = await card();
await press("Escape");
seen.refocused = await page.evaluate(() => document.activeElement.textContent);

await page.click("#show-picture");
await find(given.route[0]);
await press("Enter");
await page.click("#card .route button");
await find(given.route[1]);
await press("Enter");
seen.route = { name: await text("#card h2"), steps: await texts("#card .steps > li .name") };
await press("Escape");
await page.click("#about");
seen.faint.push(await faint());
await press("Escape");

await page.setViewportSize({ width: 400, height: 800 });
await rest();
seen.narrow = await page.evaluate(() => document.documentElement.scrollWidth);
await picture("-narrow");
await close();
answer({ seen, record });
