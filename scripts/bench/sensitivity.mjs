import { withBenchPage } from "./benchPage.mjs";
import { putOutAndIn, scrollToSubsets, undoToDensity, undoToVerdict } from "./inSensitivity.mjs";
import { tabMemory } from "./memory.mjs";
import { row } from "./report.mjs";

const VERDICT = "Study out or in, to the verdict painted, Sensitivity tab, k = 23";
const MEMORY = "Memory of the tab, all of Sensitivity open, k = 24";
const NOT_BUILT = "not built";
const SETTLED_MS = 600; // by then nothing of an answer is still to come

/** @param {number} k */
const goshRow = (k) => `Study out, to the density of all subsets painted, DL, k = ${k}`;

/**
 * The Sensitivity tab: a study out or in until all of the verdict is painted; until the density of every subset is
 * painted, of 20 and of 23 studies; and the memory that the whole tab takes. Studies are put out and in before, on the
 * forest plot, and each press of Undo is then such a change again: there are no checkboxes above the verdict.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 * @returns {Promise<import("./report.mjs").Row[]>}
 */
export async function sensitivityRows(browser, address) {
  const verdict = await withBenchPage(browser, address, 23, async (page) => {
    await page.evaluate(putOutAndIn, 15);
    if (!(await openSensitivity(page))) return null;
    return page.evaluate(undoToVerdict, SETTLED_MS);
  });
  if (!verdict) return [VERDICT, goshRow(20), goshRow(23), MEMORY].map((what) => ({ what, missing: NOT_BUILT }));

  const twenty = await goshTimes(browser, address, 20);
  const most = await goshTimes(browser, address, 23);
  return [
    row(VERDICT, verdict, { of: "p95", atMost: 33 }),
    goshRowOf(20, twenty.times, 60),
    goshRowOf(23, most.times, 400),
    most.memory === null
      ? { what: MEMORY, missing: `not measured on ${process.platform}` }
      : row(MEMORY, [most.memory], { of: "median", atMost: 250 }, "MB"),
  ];
}

/**
 * One study more than `k` is open, so that each study put out leaves `k`.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 * @param {number} k
 */
function goshTimes(browser, address, k) {
  return withBenchPage(browser, address, k + 1, async (page) => {
    await page.getByRole("combobox", { name: "Model", exact: true }).selectOption({ label: "Custom" });
    await page.getByRole("combobox", { name: "Effects and τ²" }).selectOption("DL");
    await page.evaluate(putOutAndIn, 10);
    await openSensitivity(page);
    const isSeen = await page.evaluate(scrollToSubsets);
    const times = isSeen ? await page.evaluate(undoToDensity, SETTLED_MS) : [];
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(SETTLED_MS);
    return { times, memory: await tabMemory(browser) };
  });
}

/** @param {number} k @param {readonly number[]} times @param {number} atMost */
function goshRowOf(k, times, atMost) {
  return times.length > 0 ? row(goshRow(k), times, { of: "median", atMost }) : { what: goshRow(k), missing: NOT_BUILT };
}

/** @param {import("@playwright/test").Page} page */
async function openSensitivity(page) {
  const tab = page.getByRole("tab", { name: "Sensitivity" });
  if ((await tab.count()) === 0) return false;
  await tab.click();
  await page.getByRole("region", { name: "Does the conclusion survive?" }).waitFor();
  await page.waitForTimeout(2 * SETTLED_MS);
  return true;
}
