// Opens two pages one after the other and measures how soon they are ready and how far apart their frames are.

import { answer, given, open } from "../clients/browser.mjs";

async function measure(path, own) {
  const begin = Date.now();
  const { page, close } = await open(path, { width: 1280, height: 800 });
  await page.waitForFunction(() => document.title.includes(" – "), null, { timeout: 120000 });
  const told = { ready: Date.now() - begin };
  await page.waitForTimeout(1500);
  const box = await page.locator("#canvas").boundingBox();
  const at = (x, y) => page.mouse.move(box.x + x * box.width, box.y + y * box.height);
  const steps = async (count, step) => {
    for (let n = 0; n < count; n++) {
      await step(n);
      await page.waitForTimeout(30);
    }
  };
  told.move = await frames(page, async () => {
    await at(0.4, 0.4);
    await page.mouse.down();
    await steps(40, (n) => at(0.4 + n / 200, 0.4 + n / 400));
    await page.mouse.up();
  });
  told.zoom = await frames(page, () => steps(20, (n) => page.mouse.wheel(0, n < 10 ? -120 : 120)));
  told.point = await frames(page, () => steps(40, (n) => at(0.2 + n / 80, 0.3 + (n % 5) / 10)));
  if (own) {
    await page.focus("#from");
    told.years = await frames(page, () => steps(15, () => page.keyboard.press("ArrowRight")));
    await page.focus("#query");
    told.type = await frames(page, () => steps(8, (n) => page.keyboard.type("Балишевс"[n])));
  }
  await close();
  return told;
}

/** Median and 95th percentile of the time between two frames while something is done. */
async function frames(page, act) {
  await page.evaluate(() => {
    window.gaps = [];
    let last = performance.now();
    const tick = (now) => {
      window.gaps.push(now - last);
      last = now;
      window.ticking = requestAnimationFrame(tick);
    };
    window.ticking = requestAnimationFrame(tick);
  });
  await act();
  const gaps = await page.evaluate(() => {
    cancelAnimationFrame(window.ticking);
    return window.gaps.slice(1).sort((a, b) => a - b);
  });
  await page.waitForTimeout(1500);
  return [0.5, 0.95].map((share) => Math.round(gaps[Math.floor(share * gaps.length)]));
}

answer({ page: await measure(given.page, true), peer: await measure(given.peer, false) });
