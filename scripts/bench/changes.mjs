import { withBenchPage } from "./benchPage.mjs";
import { row } from "./report.mjs";

/** How many changes are made before, and how long a reader looks at each: what glides has arrived by then. */
const WARM_UP = 12;
const PAUSE_MS = 200;

/**
 * Changes of selection until the plot is painted: a study put out or in with few studies, with many, and with more than
 * fit on a screen; and another measure, which draws every interval anew.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
export async function changeRows(browser, address) {
  const few = await withBenchPage(browser, address, 23, async (page) => ({
    studies: await page.evaluate(changeAndMeasure, planOf("study", 60)),
    measures: await page.evaluate(changeAndMeasure, planOf("measure", 40)),
  }));
  const many = await withBenchPage(browser, address, 200, (page) =>
    page.evaluate(changeAndMeasure, planOf("study", 40)),
  );
  const most = await withBenchPage(browser, address, 5000, (page) =>
    page.evaluate(changeAndMeasure, planOf("study", 40)),
  );
  const p95 = /** @type {const} */ ({ of: "p95", atMost: 16.7 });
  const median = /** @type {const} */ ({ of: "median", atMost: 16.7 });
  const nodes = /** @type {const} */ ({ of: "median", atMost: 600 });
  return [
    row("A study out or in, to the painted plot, k = 23", few.studies.painted, p95),
    row("A study out or in, to the painted plot, k = 200", many.painted, null),
    row("A study out or in, to the painted plot, k = 5,000", most.painted, median),
    row("SVG nodes of the forest plot, k = 5,000", [most.nodes], nodes, ""),
    row("Another measure, to the painted plot, k = 23", few.measures.painted, null),
    row("Question until the page has the answer, during a press, k = 23", few.studies.answered, null),
  ];
}

/** @param {"study" | "measure"} kind @param {number} changes */
function planOf(kind, changes) {
  return { kind, changes, warmUp: WARM_UP, pauseMs: PAUSE_MS };
}

/**
 * Runs in the page.
 * @param {{ changes: number, warmUp: number, pauseMs: number, kind: "study" | "measure" }} plan
 */
async function changeAndMeasure({ changes, warmUp, pauseMs, kind }) {
  const { bench } = /** @type {Window & { bench: import("./inPage.mjs").Bench }} */ (/** @type {unknown} */ (window));
  const studies = bench.studies();
  const measure = [...document.querySelectorAll("select")].find((s) =>
    s.labels?.[0]?.textContent?.startsWith("Measure"),
  );
  if (!measure) throw new Error("the page has no combobox named Measure");
  const painted = /** @type {number[]} */ ([]);
  const answered = /** @type {number[]} */ ([]);

  for (let i = 0; i < warmUp + changes; i++) {
    const [isPainted, isAnswered] = [bench.nextMeasure("understory:change"), bench.nextMeasure("understory:answer")];
    if (kind === "study") {
      studies[i % studies.length]?.click();
    } else {
      measure.selectedIndex = 1 - measure.selectedIndex;
      measure.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const [paintedTime, answeredTime] = [await isPainted, await isAnswered];
    if (i >= warmUp) {
      painted.push(paintedTime);
      answered.push(answeredTime);
    }
    await bench.pause(pauseMs);
  }
  return { painted, answered, nodes: document.querySelectorAll("figure svg, figure svg *").length };
}
