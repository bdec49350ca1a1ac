import { benchCsv, STUDIES } from "./csv.mjs";

const CHANGES = 60;
const CHANGES_PER_MEASURE = 10; // every tenth change is one of the measure, the others put a study out or in

/**
 * Milliseconds of each of 60 changes of selection on a dataset of 23 studies: until the plot is painted, and until the
 * worker has answered.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
export async function measureChanges(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("understory:first-plot").length > 0);

  const file = { name: "bench.csv", mimeType: "text/csv", buffer: Buffer.from(benchCsv()) };
  await page.getByRole("button", { name: "Open your data" }).click();
  await page.locator('input[type="file"]').first().setInputFiles(file);
  const checkboxes = page.getByRole("checkbox", { name: /^Bench study \d+/ });
  await checkboxes.nth(STUDIES - 1).waitFor();
  await page.evaluate(() => performance.clearMeasures());

  const measure = page.getByRole("combobox", { name: "Measure" });
  for (let change = 0; change < CHANGES; change++) {
    const turn = change / CHANGES_PER_MEASURE;
    if (Number.isInteger(turn)) await measure.selectOption({ index: (turn + 1) % 2 });
    else await checkboxes.nth(change % STUDIES).press("Space");
    await page.waitForFunction((n) => performance.getEntriesByName("understory:change").length > n, change);
  }

  const changes = await durations(page, "understory:change");
  const answers = await durations(page, "understory:answer");
  await context.close();
  return { changes, answers };
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} name
 */
function durations(page, name) {
  return page.evaluate((key) => performance.getEntriesByName(key).map((entry) => entry.duration), name);
}
