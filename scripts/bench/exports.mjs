import { withBenchPage } from "./benchPage.mjs";
import { row } from "./report.mjs";

const ITEMS = ["SVG", "PDF", "PNG"];
const PLAN = { exports: 10, warmUp: 2 };

/**
 * From a press in the export menu until the file is handed to the browser to be saved.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
export async function exportRows(browser, address) {
  const rows = [];
  for (const studies of [23, 136]) {
    const times = await withBenchPage(browser, address, studies, async (page) => {
      const measured = [];
      for (const item of ITEMS) measured.push(await page.evaluate(exportAndMeasure, { ...PLAN, item }));
      return measured;
    });
    rows.push(...ITEMS.map((item, i) => row(`${item} of ${studies} rows, press to file`, times[i] ?? [], null)));
  }
  return rows;
}

/**
 * Runs in the page.
 * @param {typeof PLAN & { item: string }} plan
 */
async function exportAndMeasure({ exports, warmUp, item }) {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  const press = HTMLAnchorElement.prototype.click;
  let saved = () => {};
  // Nothing has to be written to a disk for this.
  HTMLAnchorElement.prototype.click = () => saved();
  const times = [];
  for (let i = 0; i < warmUp + exports; i++) {
    bench.need('button[aria-haspopup="menu"]').click();
    const choice = `[role="menuitem"][aria-label="${item}"]`;
    while (!document.querySelector(choice)) await bench.pause(20);
    const isSaved = new Promise((resolve) => {
      saved = () => resolve(undefined);
    });
    const since = performance.now();
    bench.need(choice).click();
    await isSaved;
    if (i >= warmUp) times.push(performance.now() - since);
    await bench.pause(100);
  }
  HTMLAnchorElement.prototype.click = press;
  return times;
}
