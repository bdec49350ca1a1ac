import { row } from "./report.mjs";

const VISITS = 10;

/**
 * From navigation to the painted first forest plot, each in a fresh context: no cache, no storage.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
export async function firstPlotRows(browser, address) {
  const times = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto(address);
    const mark = await page.waitForFunction(() => performance.getEntriesByName("understory:first-plot")[0]?.startTime);
    times.push(Number(await mark.jsonValue()));
    await context.close();
  }
  return [row("Navigation to the first painted forest plot", times, null)];
}
