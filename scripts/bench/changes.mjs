import { benchCsv, STUDIES } from "./csv.mjs";

const CHANGES = 60;
const CHANGES_PER_MEASURE = 10; // every tenth change is one of the measure, the others put a study out or in
const WARM_UP = 20;
const PAUSE_MS = 50; // a reader looks before the next change

/**
 * Milliseconds of each of 60 changes of selection on a dataset of 23 studies: until the plot is painted, and until the
 * worker has answered. The changes are made inside the page, so that nothing of the measuring runs while it draws.
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

  const plan = { CHANGES, CHANGES_PER_MEASURE, WARM_UP, PAUSE_MS };
  const times = await page.evaluate(changeAndMeasure, plan);
  await context.close();
  return times;
}

/**
 * Runs in the page.
 * @param {{ CHANGES: number, CHANGES_PER_MEASURE: number, WARM_UP: number, PAUSE_MS: number }} plan
 */
async function changeAndMeasure({ CHANGES, CHANGES_PER_MEASURE, WARM_UP, PAUSE_MS }) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const checkboxes = document.querySelectorAll('input[aria-label^="Bench study"]');
  const measure = [...document.querySelectorAll("select")].find((s) =>
    s.labels?.[0]?.textContent?.startsWith("Measure"),
  );
  if (!measure) throw new Error("the page has no combobox named Measure");

  const changes = [];
  const answers = [];
  for (let change = -WARM_UP; change < CHANGES; change++) {
    const painted = nextMeasure("understory:change");
    const answered = nextMeasure("understory:answer");
    if (change % CHANGES_PER_MEASURE === 0) {
      measure.selectedIndex = 1 - measure.selectedIndex;
      measure.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      checkboxes[(change + WARM_UP) % checkboxes.length]?.click();
    }
    const times = [await painted, await answered];
    if (change >= 0) {
      changes.push(times[0] ?? 0);
      answers.push(times[1] ?? 0);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return { changes, answers };

  /** @param {string} name @returns {Promise<number>} */
  function nextMeasure(name) {
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
