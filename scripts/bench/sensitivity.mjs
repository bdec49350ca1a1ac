import { withBenchPage } from "./benchPage.mjs";
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

/**
 * Runs in the page: puts each of so many studies out and in again.
 * @param {number} studies
 */
async function putOutAndIn(studies) {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  for (const study of bench.studies().slice(0, studies)) {
    for (const _ of ["out", "in"]) {
      const isPainted = bench.nextMeasure("understory:change");
      study.click();
      await isPainted;
      await bench.pause(50);
    }
  }
}

/**
 * Runs in the page: milliseconds from each Undo until the last change of the verdict's words is painted.
 * @param {number} settledMs
 */
async function undoToVerdict(settledMs) {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  const verdict = bench.need('section[aria-label="Does the conclusion survive?"]');
  const undo = bench.need('button[aria-label="Undo"]');
  const times = [];
  while (undo.getAttribute("aria-disabled") !== "true") {
    const since = performance.now();
    let last = since;
    const observer = new MutationObserver(async () => {
      await bench.painted();
      last = performance.now();
    });
    observer.observe(verdict, { subtree: true, childList: true, characterData: true });
    undo.click();
    while (last === since || performance.now() - last < settledMs) {
      await bench.pause(50);
      if (performance.now() - since > 10_000) throw new Error("the verdict stayed as it was, or does not come to rest");
    }
    observer.disconnect();
    times.push(last - since);
  }
  return times.slice(4); // the first ones only warm up
}

/** Runs in the page: whether the density of all subsets is there once it was scrolled to. */
async function scrollToSubsets() {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  const part = 'section[aria-label="Every subset"]';
  for (let step = 0; step < 20 && !document.querySelector(part); step++) {
    scrollBy(0, 300);
    await bench.pause(300);
  }
  for (let wait = 0; wait < 100 && !document.querySelector(`${part} canvas`); wait++) await bench.pause(200);
  document.querySelector(part)?.scrollIntoView();
  await bench.pause(2000);
  return document.querySelector(`${part} canvas`) !== null;
}

/**
 * Runs in the page: milliseconds from each Undo that puts a study out until the density is painted, as the page
 * measures it; nothing where it measures none.
 * @param {number} settledMs
 */
async function undoToDensity(settledMs) {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  const undo = bench.need('button[aria-label="Undo"]');
  const times = [];
  for (let i = 0; i < 10; i++) {
    for (const isOut of [true, false]) {
      const late = bench.pause(15_000).then(() => null);
      const density = bench.nextMeasure("understory:gosh");
      undo.click();
      const time = await Promise.race([density, late]);
      if (time === null) return [];
      if (isOut && i > 0) times.push(time); // the first only warms up
      await bench.pause(settledMs);
    }
  }
  return times;
}
