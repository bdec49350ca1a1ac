import { benchCsv, STUDIES } from "./csv.mjs";

/** How many changes of each kind are measured, how many are made before, and how long a reader looks at each. */
const PLAN = { changes: 60, warmUp: 20, pauseMs: 50 };

/**
 * Milliseconds of changes of selection on a dataset of 23 studies, each until the plot is painted and until the worker
 * has answered: 60 with a study put out or in, 60 with another measure, which draws every interval anew. The changes
 * are made inside the page, so that nothing of the measuring runs while it draws.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
export async function measureChanges(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  const file = { name: "bench.csv", mimeType: "text/csv", buffer: Buffer.from(benchCsv()) };
  await page.getByRole("button", { name: "Open your data" }).click();
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.getByRole("checkbox", { name: `Bench study ${STUDIES}` }).waitFor();

  const studies = await page.evaluate(changeAndMeasure, { ...PLAN, kind: "study" });
  const measures = await page.evaluate(changeAndMeasure, { ...PLAN, kind: "measure" });
  await context.close();
  return { studies: studies.painted, measures: measures.painted, answers: [...studies.answered, ...measures.answered] };
}

/**
 * Runs in the page.
 * @param {{ changes: number, warmUp: number, pauseMs: number, kind: string }} plan
 */
async function changeAndMeasure({ changes, warmUp, pauseMs, kind }) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const studies = document.querySelectorAll('input[aria-label^="Bench study"]');
  const measure = [...document.querySelectorAll("select")].find((s) =>
    s.labels?.[0]?.textContent?.startsWith("Measure"),
  );
  if (!measure) throw new Error("the page has no combobox named Measure");
  const times = { painted: /** @type {number[]} */ ([]), answered: /** @type {number[]} */ ([]) };

  for (let i = 0; i < warmUp + changes; i++) {
    const painted = nextTime("understory:change");
    const answered = nextTime("understory:answer");
    if (kind === "study") {
      studies[i % studies.length]?.click();
    } else {
      measure.selectedIndex = 1 - measure.selectedIndex;
      measure.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const [paintedTime, answeredTime] = [await painted, await answered];
    if (i >= warmUp) {
      times.painted.push(paintedTime);
      times.answered.push(answeredTime);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return times;

  /** @param {string} name @returns {Promise<number>} */
  function nextTime(name) {
    return new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const [entry] = list.getEntriesByName(name);
        if (!entry) return;
        observer.disconnect();
        resolve(entry.duration);
      });
      observer.observe({ type: "measure" });
    });
  }
}
